"""What goes into a judgement and what comes out of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from dashboard.afspraken.model import Norm
from dashboard.normen.kans import Vooruitzicht
from dashboard.normen.standen import Stand

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
    still to be delivered, where the parties are not equally far.
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

    @property
    def lopend(self) -> bool:
        """Whether the year is not complete yet."""
        return self.tot_en_met is not None

    @property
    def einde(self) -> dt.date:
        """The last day that this figure covers."""
        return self.tot_en_met or dt.date(self.jaar, 12, 31)

    @property
    def deel_over(self) -> float:
        """The part of the year that this figure does not cover yet."""
        return deel_na(self.jaar, self.tot_en_met) if self.te_komen is None else self.te_komen


@dataclass(frozen=True)
class Oordeel:
    """The outcome of one norm on one observation. `tekort` is in units of the numerator, or of the figure itself.

    `driejaars` is the judgement over three years where the year is too small for one; `kans` how a running year will
    probably end. `definitie` says how the figure was counted when that is not as agreed; then `stand` judges nothing.
    """

    norm: Norm
    waarneming: Waarneming
    normwaarde: float | None
    geldig: bool
    stand: Stand
    indicatief: Stand | None
    reden: str
    tekort: float | None
    driejaars: Oordeel | None = None
    kans: Vooruitzicht | None = None
    definitie: str = ""

    @property
    def sprekend(self) -> Oordeel:
        """The judgement to use for this part: the one over three years where only that one judges."""
        drie = self.driejaars
        return drie if drie is not None and drie.tegen_norm.oordeel else self

    @property
    def tegen_norm(self) -> Stand:
        """The stand against the norm, also where that is only the last known one."""
        return self.indicatief or self.stand

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
            **self._driejaars_dict(),
            "kans": self.kans.woord if self.kans else None,
            "kans_nog": self.kans.nog if self.kans else None,
            "kans_van": round(self.kans.laag, 2) if self.kans else None,
            "kans_tot": round(self.kans.hoog, 2) if self.kans else None,
            "definitie": self.definitie or None,
        }

    def _driejaars_dict(self) -> dict[str, Any]:
        """The judgement over three years under names of its own, so that nobody takes it for the official one."""
        namen = ("periode", "teller", "noemer", "waarde", "stand", "indicatief", "tekort")
        if (drie := self.driejaars) is None:
            return dict.fromkeys((f"driejaars_{naam}" for naam in namen), None)
        alles = drie.als_dict() | {"periode": drie.waarneming.periode}
        return {f"driejaars_{naam}": alles[naam] for naam in namen}
