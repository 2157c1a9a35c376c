"""What one party delivered of one year, and the days that are missing, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.basis.opmaak import datum, opsomming
from dashboard.normen import TOTAAL, Staat, deel_na

Soort = tuple[str, str | None]  # a table, and which kengetal when it is that table
_DAG = dt.timedelta(days=1)


@dataclass(frozen=True)
class Geleverd:
    """What one party delivered of one year, of one table or kengetal.

    `wie` is a corporatie, or TOTAAL for data of all together. `gaten` are the days before `laatste` that are missing.
    """

    soort: Soort
    wie: str
    jaar: int
    staat: Staat
    laatste: dt.date | None = None
    gaten: tuple[tuple[dt.date, dt.date], ...] = ()

    @property
    def over(self) -> float:
        """The part of the year that is still to be delivered."""
        if self.laatste is None:
            return 1.0
        weg = sum((tot - van).days + 1 for van, tot in self.gaten)
        return min(1.0, deel_na(self.jaar, self.laatste) + weg / 365)


def laatste_dag(jaren: Sequence[Geleverd], *, telling: bool) -> dt.date | None:
    """The last day of these years, the oldest first, that was delivered; of events, the last before the first gap in the
    newest two years.
    """
    dag = max((jaar.laatste for jaar in jaren if jaar.laatste), default=None)
    if telling or dag is None:
        return dag
    begonnen = min(jaar.jaar for jaar in jaren if jaar.laatste)
    for jaar in (jaar for jaar in jaren if dag.year - 1 <= jaar.jaar <= dag.year):
        # Before the first delivery of all there is no gap.
        gaten = [gat for gat in jaar.gaten if jaar.jaar > begonnen or gat[0] > dt.date(jaar.jaar, 1, 1)]
        if gaten:
            return gaten[0][0] - _DAG
        if jaar.jaar < dag.year and jaar.laatste is not None and jaar.laatste < dt.date(jaar.jaar, 12, 31):
            return jaar.laatste
    return dag


def achterlopers(laatste: Mapping[str, dt.date | None]) -> tuple[dt.date | None, dict[str, dt.date | None]]:
    """Of the last day per party: the furthest of any corporatie, and those that stop before it with their own.

    None for who delivered nothing yet; without any delivery nobody is behind.
    """
    eigen = {wie: tot for wie, tot in laatste.items() if wie != TOTAAL}
    ver = max(filter(None, eigen.values()), default=None)
    return ver, {wie: tot for wie, tot in eigen.items() if ver is not None and (tot is None or tot < ver)}


def dagen(gat: str) -> tuple[dt.date, dt.date]:
    """The first and last day of '2026-04-01/2026-06-30'."""
    van, _, tot = gat.partition("/")
    return dt.date.fromisoformat(van), dt.date.fromisoformat(tot)


def gat_tekst(jaar: int, van: dt.date, tot: dt.date) -> str:
    """Missing days in words: 'K2' for a whole quarter, else '2 t/m 14 mei 2026'."""
    kwartalen = [f"K{nr}" for nr in range(1, 5) if van <= dt.date(jaar, 3 * nr - 2, 1) and _einde(jaar, nr) <= tot]
    heel = (
        kwartalen
        and van == dt.date(jaar, 3 * int(kwartalen[0][1]) - 2, 1)
        and tot == _einde(jaar, int(kwartalen[-1][1]))
    )
    return opsomming(kwartalen) if heel else f"{datum(van)} t/m {datum(tot)}"


def _einde(jaar: int, kwartaal: int) -> dt.date:
    return (dt.date(jaar + kwartaal // 4, 3 * kwartaal % 12 + 1, 1)) - _DAG
