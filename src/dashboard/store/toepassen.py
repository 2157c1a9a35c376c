"""What a change does to the rows of a table.

Publishing and looking ahead use the same function, so what an analyst sees before publishing is what the store will hold
afterwards, refusals included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    masker = _overal(rijen, waarde=True)
    if snede.delen:
        masker = _overal(rijen, waarde=False)
        for combinatie in snede.combinaties:
            deel = _overal(rijen, waarde=True)
            for naam, waarde in zip(snede.delen, combinatie, strict=True):
                deel = pc.and_(deel, _is(rijen[naam], waarde))
            masker = pc.or_(masker, deel)
    if snede.van is not None:
        masker = pc.and_(masker, pc.greater_equal(rijen[datum], pa.scalar(snede.van)))
    if snede.tot is not None:
        masker = pc.and_(masker, pc.less_equal(rijen[datum], pa.scalar(snede.tot)))
    return masker


def _overal(rijen: pa.Table, *, waarde: bool) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array([waarde] * len(rijen), pa.bool_())])


def _is(kolom: pa.ChunkedArray, waarde: str | None) -> pa.ChunkedArray:
    return pc.is_null(kolom) if waarde is None else pc.fill_null(pc.equal(kolom, waarde), False)


def _op_volgorde(rijen: pa.Table, datum: str | None) -> pa.Table:
    """Sorted, so that equal contents give equal files."""
    volgorde = [naam for naam in ("kern", "corporatie", datum, "upload_id", "bronrij") if naam in rijen.column_names]
    return rijen.sort_by([(naam, "ascending") for naam in volgorde])
