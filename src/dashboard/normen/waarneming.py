"""An observation: one figure of a year and a part, which norms judge."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.basis.opmaak import ontbreekt

TOTAAL = "totaal"


def deel_na(jaar: int, dag: dt.date | None) -> float:
    """The part of a year after this day; without a day the year is whole."""
    return 0.0 if dag is None else (dt.date(jaar, 12, 31) - dag).days / 365


@dataclass(frozen=True)
class Waarneming:
    """One figure of an indicator: of a year, for whom, and how far the data reach.

    `waarde` is in the unit of the indicator; `tot_en_met` the last day the data cover, None when a year is whole.
    `periode` says the same in words and may name a party that is behind. `jaren` are the years of a share over
    more than one, `erbij` names and values to show beside the figure. `te_komen` is the part of the year that is
    still to be delivered, where the parties are not equally far. Of a milestone that was reached, `gereed_op` is the day,
    None when nobody said it, and `gemeld_op` the meeting for which it was first reported.
    """

    jaar: int
    corporatie: str = TOTAAL
    kern: str = TOTAAL
    soort: str = "realisatie"
    waarde: float | None = None
    teller: float | None = None
    noemer: float | None = None
    normkolom: float | None = None
    tot_en_met: dt.date | None = None
    periode: str = ""
    geleverd: bool = True
    te_komen: float | None = None
    jaren: tuple[int, ...] = ()
    erbij: tuple[tuple[str, float | None], ...] = ()
    gereed_op: dt.date | None = None
    gemeld_op: dt.date | None = None

    @property
    def lopend(self) -> bool:
        """Whether the year is not complete yet."""
        return self.tot_en_met is not None

    @property
    def geteld(self) -> bool:
        """Whether both numbers under a share are known."""
        return not ontbreekt(self.teller) and not ontbreekt(self.noemer)

    @property
    def einde(self) -> dt.date:
        """The last day that this figure covers."""
        return self.tot_en_met or dt.date(self.jaar, 12, 31)

    @property
    def deel_over(self) -> float:
        """The part of the year that this figure does not cover yet."""
        return deel_na(self.jaar, self.tot_en_met) if self.te_komen is None else self.te_komen
