"""What one party delivered of one year, and the days that are missing, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.basis.opmaak import datum, opsomming
from dashboard.normen import Staat, deel_na

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
