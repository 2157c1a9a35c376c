"""What a change does to the rows of a table.

Publishing and looking ahead use the same function, so what an analyst sees before publishing is what the store will hold
afterwards, refusals included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.store.bewaking import bewaak
from dashboard.store.publicaties import Snede, Wijziging
from dashboard.tabellen.contracten import TABELLEN


def pas_toe(tabellen: Mapping[str, pa.Table], wijzigingen: Sequence[Wijziging]) -> dict[str, pa.Table]:
    """The changed tables as they will be; `tabellen` holds at least those tables as they are now.

    Several changes to one table go one after the other. Raises OpslagFout when the outcome breaks a contract.
    """
    nieuw: dict[str, pa.Table] = {}
    for wijziging in wijzigingen:
        tabel = TABELLEN[wijziging.tabel]
        oud = nieuw.get(tabel.naam, tabellen[tabel.naam])
        if wijziging.vervangt is not None:
            oud = oud.filter(pc.invert(binnen(oud, wijziging.vervangt, tabel.datum)))
        erbij = wijziging.rijen.select(list(tabel.namen)).cast(tabel.schema())
        nieuw[tabel.naam] = pa.concat_tables([oud, erbij])
    for naam, rijen in nieuw.items():
        bewaak(TABELLEN[naam], rijen)
    return {naam: _op_volgorde(rijen, TABELLEN[naam].datum) for naam, rijen in nieuw.items()}


def binnen(rijen: pa.Table, snede: Snede, datum: str | None) -> pa.ChunkedArray:
    """A mask of the rows within the slice; None in a combination stands for an empty cell."""
    masker = pa.chunked_array([pa.array([True] * len(rijen), pa.bool_())])
    if snede.delen:
        velden = [rijen.schema.field(naam) for naam in snede.delen]
        gezocht = pa.table(
            [pa.array(kolom, veld.type) for kolom, veld in zip(_kolommen(snede), velden, strict=True)], snede.delen
        )
        masker = pc.is_in(_samen(rijen, snede.delen), value_set=_samen(gezocht, snede.delen).combine_chunks())
    if snede.van is not None:
        masker = pc.and_(masker, pc.greater_equal(rijen[datum], pa.scalar(snede.van)))
    if snede.tot is not None:
        masker = pc.and_(masker, pc.less_equal(rijen[datum], pa.scalar(snede.tot)))
    return masker


def _kolommen(snede: Snede) -> list[list[Any]]:
    """The combinations of a slice, as columns."""
    return [[combinatie[plek] for combinatie in snede.combinaties] for plek in range(len(snede.delen))]


def _samen(rijen: pa.Table, namen: Sequence[str]) -> pa.ChunkedArray:
    """The cells of each row in these columns as one text; an empty cell is unlike any text that people write."""
    delen = (pc.fill_null(rijen[naam].cast(pa.string()), "\x00") for naam in namen)
    return pc.binary_join_element_wise(*delen, "\x1f")


def _op_volgorde(rijen: pa.Table, datum: str | None) -> pa.Table:
    """Sorted, so that equal contents give equal files."""
    volgorde = [naam for naam in ("kern", "corporatie", datum, "upload_id", "bronrij") if naam in rijen.column_names]
    return rijen.sort_by([(naam, "ascending") for naam in volgorde])
