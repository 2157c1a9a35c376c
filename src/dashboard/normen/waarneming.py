"""An observation: one figure of a year and a part, which norms judge."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dashboard.basis.opmaak import ontbreekt, periode

TOTAAL = "totaal"


class Staat(StrEnum):
    """How much of a year was delivered for a figure; `NVT` as long as nobody ever delivered such data."""

    VOLLEDIG = "volledig"
    DEELS = "deels"
    NIETS = "niets"
    NVT = "nvt"


def deel_na(jaar: int, dag: dt.date | None) -> float:
    """The part of a year after this day; without a day the year is whole."""
    return 0.0 if dag is None else (dt.date(jaar, 12, 31) - dag).days / 365


@dataclass(frozen=True)
class Waarneming:
    """One figure of an indicator: of a year, for whom, and how far the data reach.

    `waarde` is in the unit of the indicator; `tot_en_met` the last day the data cover, None when a year is whole: when
    everybody delivered every day of it. `periode` says the same in words. `mist` says who or what is not there, each in
    words ('Noord: nog niets'). `voorbij` is a year that had ended when this was published, so that what is missing is
    late. `jaren` are the years of a share over more than one, `erbij` names and values to show beside the figure.
    `onbekend` is of how many lettings it is not known whether they are in the figure. `te_komen` is the part of the year that is still to be delivered, where the parties are not equally far. Of a milestone
    that was reached, `gereed_op` is the day, None when nobody said it, and `gemeld_op` the meeting for which it was first
    reported.
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
    staat: Staat = Staat.VOLLEDIG
    mist: tuple[str, ...] = ()
    voorbij: bool = False
    te_komen: float | None = None
    onbekend: int = 0
    jaren: tuple[int, ...] = ()
    erbij: tuple[tuple[str, float | None], ...] = ()
    gereed_op: dt.date | None = None
    gemeld_op: dt.date | None = None

    @property
    def lopend(self) -> bool:
        """Whether the year is not complete yet."""
        return self.tot_en_met is not None

    @property
    def geleverd(self) -> bool:
        """Whether anything was delivered about this year."""
        return self.staat in (Staat.VOLLEDIG, Staat.DEELS)

    @property
    def wanneer(self) -> str:
        """The period within a sentence, with who or what is missing: '2026 t/m K3, Noord t/m K2'."""
        return ", ".join([periode(self.jaar, self.tot_en_met), *(self.mist if self.lopend else ())])

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
