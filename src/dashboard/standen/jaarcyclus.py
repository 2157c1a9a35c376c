"""The fixed moments of the yearly cycle: which one comes next, and which year a report is about.

Counted from the publication and from what was reported: the monitor never looks at today's date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.afspraken import Overeenkomst
from dashboard.basis.opmaak import MAANDEN
from dashboard.monitor import Monitor


@dataclass(frozen=True)
class VolgendMoment:
    """When (in words), what it is called and what happens then."""

    wanneer: str
    naam: str
    wat: str


def volgende_moment(monitor: Monitor) -> VolgendMoment | None:
    """The first moment after this publication was made; the same publication gives the same answer tomorrow.

    A moment without a day is over once its month has begun: this publication was made for the meeting of this month.
    """
    if monitor.publicatie is None or not monitor.overeenkomst.jaarcyclus:
        return None
    nu = monitor.publicatie.moment.date()
    momenten = [
        ((jaar, moment.maand, moment.dag or 31), moment)
        for jaar in (nu.year, nu.year + 1)
        for moment in monitor.overeenkomst.jaarcyclus
    ]
    (jaar, maand, _), moment = min(
        (m for m in momenten if m[0] > (nu.year, nu.month, nu.day) and (m[0][:2] != (nu.year, nu.month) or m[1].dag)),
        key=lambda paar: paar[0],
    )
    dag = f"{moment.dag} " if moment.dag else ""
    return VolgendMoment(f"{dag}{MAANDEN[maand - 1]} {jaar}", moment.naam, moment.wat)


def jaar_waarover(overeenkomst: Overeenkomst, dag: dt.date) -> int:
    """The year that a report of this day is about: that of the nearest meeting, which may look back on the year before."""
    overleggen = [moment for moment in overeenkomst.jaarcyclus if moment.over]
    naast = min(overleggen, key=lambda moment: (abs(moment.maand - dag.month), -moment.maand), default=None)
    return dag.year - (naast is not None and naast.over == "vorig_jaar")
