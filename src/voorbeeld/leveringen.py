"""Deliveries: invented rows bundled as the files in which an organisation would have sent them.

A row is known from the day its delivery came in. So the delivery has the date, each row has its delivery, and the
tables of any earlier day follow from those.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.tabellen.contracten import HERKOMST, LEVERINGEN, TABELLEN
from dashboard.tabellen.tabel import Tabel

Rij = dict[str, Any]
_HERKOMST = {kolom.naam for kolom in HERKOMST}


@dataclass(frozen=True)
class Levering:
    """One file for one table: over which days, from whom, when it came in, and its rows without their origin."""

    tabel: str
    corporatie: str | None
    van: dt.date
    tot: dt.date
    bestand: str
    op: dt.date
    door: str
    rijen: Sequence[Rij] = field(repr=False)


def bundel(leveringen: Sequence[Levering], voorvoegsel: str) -> dict[str, pa.Table]:
    """Every table of the contracts, filled with the rows of these deliveries, numbered in order of arrival."""
    op_volgorde = sorted(leveringen, key=lambda lev: (lev.op, lev.tabel, lev.corporatie or "", lev.bestand))
    rijen: dict[str, list[Rij]] = {naam: [] for naam in TABELLEN}
    for nummer, levering in enumerate(op_volgorde, start=1):
        upload_id = f"{voorvoegsel}-{nummer:04d}"
        rijen[levering.tabel] += [
            {**rij, "upload_id": upload_id, "bronrij": bronrij, "fictief": True}
            for bronrij, rij in enumerate(levering.rijen, start=2)
        ]
        rijen[LEVERINGEN.naam].append(
            {
                "upload_id": upload_id,
                "tabel": levering.tabel,
                "corporatie": levering.corporatie,
                "periode_van": levering.van,
                "periode_tot": levering.tot,
                "bestand": levering.bestand,
                "sha256": vingerafdruk(TABELLEN[levering.tabel], levering.rijen),
                "rijen": len(levering.rijen),
                "aangeleverd_op": levering.op,
                "aangeleverd_door": levering.door,
                "fictief": True,
            }
        )
    return {naam: tabel.arrow(rijen[naam]) for naam, tabel in TABELLEN.items()}


def vingerafdruk(tabel: Tabel, rijen: Sequence[Mapping[str, Any]]) -> str:
    """The sha256 of the rows as text, without their origin, in place of that of a file."""
    namen = [naam for naam in tabel.namen if naam not in _HERKOMST]
    regels = ["\t".join(namen)]
    regels += ["\t".join("" if rij.get(naam) is None else str(rij[naam]) for naam in namen) for rij in rijen]
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()


def bekend_op(tabellen: Mapping[str, pa.Table], peildatum: dt.date) -> dict[str, pa.Table]:
    """Every table with only the rows of deliveries that had come in on this day."""
    leveringen = tabellen[LEVERINGEN.naam]
    binnen = leveringen.filter(pc.less_equal(leveringen["aangeleverd_op"], pa.scalar(peildatum, pa.date32())))
    uploads = binnen["upload_id"].combine_chunks()
    return {
        naam: binnen if naam == LEVERINGEN.naam else tabel.filter(pc.is_in(tabel["upload_id"], value_set=uploads))
        for naam, tabel in tabellen.items()
    }
