"""The next delivery of a table, made of rows that were delivered before, and what the tables are with it."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.monitor import Monitor
from dashboard.tabellen.contracten import TABELLEN

Periode = tuple[dt.date, dt.date]


def kwartaal(jaar: int, nummer: int) -> Periode:
    """The first and last day of a quarter."""
    maand = 3 * nummer
    return dt.date(jaar, maand - 2, 1), dt.date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def volgend_kwartaal(dag: dt.date) -> Periode:
    """The quarter that begins after this day."""
    morgen = dag + dt.timedelta(days=1)
    return kwartaal(morgen.year, (morgen.month + 2) // 3)


def met_levering(
    monitor: Monitor, tabel: str, rijen: pa.Table, corporatie: str | None, periode: Periode, upload_id: str
) -> Monitor:
    """The Monitor with these rows, delivered for this period, on top of what there is."""
    rij = {"upload_id": upload_id, "tabel": tabel, "corporatie": corporatie, "bestand": "x.xlsx", "sha256": "0"}
    rij |= {"periode_van": periode[0], "periode_tot": periode[1], "rijen": len(rijen), "fictief": True}
    rij |= {"aangeleverd_op": periode[1], "aangeleverd_door": "proef"}
    er_zijn = monitor.gegevens
    nieuw = {"leveringen": pa.concat_tables([er_zijn["leveringen"], TABELLEN["leveringen"].arrow([rij])])}
    if len(rijen):
        eigen = rijen.select(list(TABELLEN[tabel].namen)).cast(er_zijn[tabel].schema)
        nieuw[tabel] = pa.concat_tables([er_zijn[tabel], eigen])
    return monitor.met(nieuw)


def van_laatste(monitor: Monitor, tabel: str, naar: dt.date, upload_id: str, **gelijk: Any) -> pa.Table:
    """The rows of the last day (or, of events, the last quarter) that has any, moved to another day, with marks of their
    own. `gelijk` are columns and the value they must have; None is an empty cell.
    """
    rijen = monitor.gegevens[tabel]
    for naam, waarde in gelijk.items():
        rijen = rijen.filter(pc.is_null(rijen[naam]) if waarde is None else pc.equal(rijen[naam], waarde))
    datum = TABELLEN[tabel].datum or ""
    laatste = pc.max(rijen[datum]).as_py()
    if laatste is None:
        return rijen
    begin = laatste - dt.timedelta(days=89) if tabel in ("verhuringen", "voorraadmutaties") else laatste
    rijen = rijen.filter(pc.greater_equal(rijen[datum], pa.scalar(begin)))
    nieuw = {datum: [naar] * len(rijen), "upload_id": [upload_id] * len(rijen)}
    nieuw["bronrij"] = list(range(2, len(rijen) + 2))
    if "verhuring_id" in rijen.column_names:
        nieuw["verhuring_id"] = [f"{upload_id}-{nummer}" for nummer in range(len(rijen))]
    for naam, waarden in nieuw.items():
        plaats = rijen.column_names.index(naam)
        rijen = rijen.set_column(plaats, naam, pa.array(waarden).cast(rijen.schema.field(naam).type))
    return rijen
