"""What goes into a judgement and what comes out of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from dashboard.afspraken.model import Norm
from dashboard.normen.standen import Stand

TOTAAL = "totaal"


@dataclass(frozen=True)
class Waarneming:
    """One figure of an indicator: a year, for whom, and how far the data reach.

    `waarde` is in the unit of the indicator; `tot_en_met` the last day the data cover, None when a year is whole.
    `periode` says the same in words and may name a party that is behind.
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

    @property
    def lopend(self) -> bool:
        """Whether the year is not complete yet."""
        return self.tot_en_met is not None

    @property
    def einde(self) -> dt.date:
        """The last day this figure speaks of."""
        return self.tot_en_met or dt.date(self.jaar, 12, 31)


@dataclass(frozen=True)
class Oordeel:
    """The outcome of one norm on one observation. `tekort` is in units of the numerator, or of the figure itself."""

    norm: Norm
    waarneming: Waarneming
    normwaarde: float | None
    geldig: bool
    stand: Stand
    indicatief: Stand | None
    reden: str
    tekort: float | None

    def als_dict(self) -> dict[str, Any]:
        """What the command line prints: flat, with shares as fractions."""
        w = self.waarneming
        return {
            "afspraak": self.norm.afspraak,
            "norm": self.norm.norm,
            "niveau": self.norm.niveau,
            "corporatie": w.corporatie,
            "kern": w.kern,
            "jaar": w.jaar,
            "soort": w.soort,
            "waarde": w.waarde,
            "teller": w.teller,
            "noemer": w.noemer,
            "normwaarde": self.normwaarde,
            "richting": self.norm.richting,
            "stand": str(self.stand),
            "indicatief": str(self.indicatief) if self.indicatief else None,
            "reden": self.reden,
            "tekort": self.tekort,
            "lopend": w.lopend,
            "tot_en_met": w.einde.isoformat(),
        }
