"""Which days a delivery covers, and which published rows it therefore replaces.

Events (lettings, mutations) are delivered per quarter, so a delivery covers every day of the quarters of its rows, also
days on which nothing happened. Counts cover the days of counting. Intentions lie in the future: they replace earlier
intentions for the same quarters, and say nothing about how far the data reach.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.store import Snede
from dashboard.tabellen.contracten import KENGETALLEN, VERHURINGEN, VOORRAADMUTATIES
from dashboard.tabellen.tabel import Tabel

Periode = tuple[dt.date, dt.date]
_GEBEURTENISSEN = (VERHURINGEN, VOORRAADMUTATIES)
_DAG = dt.timedelta(days=1)


def sneden_van(tabel: Tabel, rijen: pa.Table, van: dt.date | None, tot: dt.date | None) -> tuple[Snede, ...]:
    """The slices that these rows replace: each combination within its own period, equal periods together.

    Per combination, because a file with a yearly and a monthly figure says nothing about the other months of the first.
    `van` and `tot` are the period of the events, if somebody gave it.
    """
    delen = list(tabel.delen)
    combinaties: dict[Periode, set[tuple[str | None, ...]]] = {}
    for groep in rijen.group_by(delen).aggregate([(tabel.datum, "min"), (tabel.datum, "max")]).to_pylist():
        periode = (groep[f"{tabel.datum}_min"], groep[f"{tabel.datum}_max"])
        if tabel in _GEBEURTENISSEN:
            periode = kwartalen(*periode)
            if groep.get("stand") != "plan":
                periode = (van or periode[0], tot or periode[1])
        combinaties.setdefault(periode, set()).add(tuple(groep[naam] for naam in delen))
    return tuple(
        Snede(tabel.delen, frozenset(gevonden) if delen else frozenset(), *periode)
        for periode, gevonden in sorted(combinaties.items())
    )


def periode_van(tabel: Tabel, rijen: pa.Table, van: dt.date | None, tot: dt.date | None) -> Periode | None:
    """The days that a delivery of these rows covers; None when there are intentions only, which cover no days.

    A kengetal over a period is dated on its last day; unless a period is given it began on 1 January.
    """
    dagen = _gebeurd(tabel, rijen)[tabel.datum]
    eerste, laatste = pc.min(dagen).as_py(), pc.max(dagen).as_py()
    if tabel in _GEBEURTENISSEN:
        if eerste is None:
            return (van, tot) if van and tot else None
        eerste, laatste = kwartalen(eerste, laatste)
    elif tabel == KENGETALLEN:
        eerste = dt.date(eerste.year, 1, 1)
    else:
        return eerste, laatste
    return van or eerste, tot or laatste


def buiten(tabel: Tabel, rijen: pa.Table, van: dt.date | None, tot: dt.date | None) -> list[int]:
    """The row numbers in the file of events outside the given period."""
    if tabel not in _GEBEURTENISSEN:
        return []
    gebeurd = _gebeurd(tabel, rijen)
    dagen = gebeurd[tabel.datum].to_pylist()
    nummers = gebeurd["bronrij"].to_pylist()
    return [nummer for nummer, dag in zip(nummers, dagen, strict=True) if (van and dag < van) or (tot and dag > tot)]


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


def _gebeurd(tabel: Tabel, rijen: pa.Table) -> pa.Table:
    """The rows that are no intention."""
    return rijen.filter(pc.not_equal(rijen["stand"], "plan")) if tabel == VOORRAADMUTATIES else rijen
