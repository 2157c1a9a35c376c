"""Which days a delivery covers, and which published rows it therefore replaces.

Events (lettings, mutations) are delivered over a period, and cover every day of it, also days on which nothing happened.
Counts cover the days of counting. Intentions lie in the future: they replace earlier intentions for the same quarters,
and say nothing about how far the data reach.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.tabellen.contracten import GEBEURTENISSEN, VOORRAADMUTATIES
from dashboard.tabellen.tabel import Tabel

Periode = tuple[dt.date, dt.date]
Combinatie = tuple[str | None, ...]
_DAG = dt.timedelta(days=1)


def sneden_van(tabel: Tabel, rijen: pa.Table, periode: Periode | None) -> dict[Periode, set[Combinatie]]:
    """What these rows replace: the combinations of `Tabel.delen`, by the period they replace.

    Events replace everything in the period of the delivery. Everything else replaces from its own first day to its last,
    per combination: a file with a yearly and a monthly figure says nothing about the other months of the first.
    """
    delen = list(tabel.delen)
    sneden: dict[Periode, set[Combinatie]] = {}
    for groep in rijen.group_by(delen).aggregate([(tabel.datum, "min"), (tabel.datum, "max")]).to_pylist():
        eigen = (groep[f"{tabel.datum}_min"], groep[f"{tabel.datum}_max"])
        if tabel in GEBEURTENISSEN:
            eigen = kwartalen(*eigen) if groep.get("stand") == "plan" or periode is None else periode
        sneden.setdefault(eigen, set()).add(tuple(groep[naam] for naam in delen))
    return sneden


def gebeurd(tabel: Tabel, rijen: pa.Table) -> pa.Table:
    """The rows that are no intention."""
    return rijen.filter(pc.not_equal(rijen["stand"], "plan")) if tabel == VOORRAADMUTATIES else rijen


def kwartalen(eerste: dt.date, laatste: dt.date) -> Periode:
    """The first and last day of the quarters that hold these two days."""
    maand = 3 * ((laatste.month - 1) // 3) + 3
    einde = dt.date(laatste.year, maand, calendar.monthrange(laatste.year, maand)[1])
    return dt.date(eerste.year, 3 * ((eerste.month - 1) // 3) + 1, 1), einde


def beslaan(perioden: Iterable[Periode], periode: Periode) -> bool:
    """Whether these periods together cover every day of the other one."""
    tot = periode[0] - _DAG
    for van, einde in sorted(perioden):
        if van > tot + _DAG:
            break
        tot = max(tot, einde)
    return tot >= periode[1]
