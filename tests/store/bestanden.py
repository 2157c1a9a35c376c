"""The files of a store, for tests that damage them by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, write_deltalake

from dashboard.store import Opslag


def data_van(opslag: Opslag, tabel: str, publicatie: int) -> str:
    """The data file of a table in the version that a publication names, as the store calls it. The list of publications has a
    version for each of them.
    """
    gekozen = opslag.publicatie(publicatie)
    assert gekozen is not None
    versie = publicatie if tabel == "publicaties" else gekozen.versies[tabel]
    [pad] = DeltaTable(f"{opslag.adres}/{tabel}", version=versie).file_uris()
    return f"{tabel}/{pad.rsplit('/', 1)[-1]}"


def verander(opslag: Opslag, tabel: str, publicatie: int, kolom: str, waarde: object) -> str:
    """Change the first cell of a column by hand, in the file itself; the name of the file."""
    naam = data_van(opslag, tabel, publicatie)
    pad = Path(opslag.adres) / naam
    rijen = pq.read_table(pad)
    assert rijen[kolom][0].as_py() != waarde
    cellen = pa.array([waarde, *rijen[kolom].to_pylist()[1:]], rijen[kolom].type)
    pq.write_table(rijen.set_column(rijen.column_names.index(kolom), rijen.schema.field(kolom), cellen), pad)
    return naam


def maak_oud(opslag: Opslag, pas_aan: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> None:
    """Make of a store what a version of before there were fingerprints left: without them, without links, without a mark.
    `pas_aan` changes the rows of its list of publications.
    """
    lijst = DeltaTable(f"{opslag.adres}/publicaties")
    kaal = lijst.to_pyarrow_table().drop_columns(["afdrukken", "schakel"])
    rijen = pa.Table.from_pylist([pas_aan(rij) for rij in kaal.to_pylist()], kaal.schema)
    write_deltalake(lijst, rijen, mode="overwrite", schema_mode="overwrite")
    (Path(opslag.adres) / "opslag.json").unlink()
