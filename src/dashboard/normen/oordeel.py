"""A judgement: one norm on one observation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.afspraken.overeenkomst import Norm
from dashboard.normen.stand import Stand
from dashboard.normen.vooruitzicht import Vooruitzicht
from dashboard.normen.waarneming import Waarneming


@dataclass(frozen=True)
class Oordeel:
    """The outcome of one norm on one observation. `tekort` is in units of the numerator, or of the figure itself.

    `driejaars` is the judgement over three years where the year is too small for one; `kans` how a running year will
    probably end. `verloren` says that it cannot go with a report that all is well, though the year may still be running; `hersteld` that the
    last two years kept the norm, whatever three years say; `mijlpaal` that it is done or not.
    `definitie` says how the figure was counted when that is not as agreed; then `stand` judges nothing.
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
    verloren: bool = False
    hersteld: bool = False
    mijlpaal: bool = False
    definitie: str = ""

    @property
    def sprekend(self) -> Oordeel:
        """The judgement to use for this part: the one over three years where only that one judges.

        Not when the last two years each kept the norm: an older year is no news.
        """
        drie = self.driejaars
        return drie if drie is not None and drie.tegen_norm.oordeel and not self.hersteld else self

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
            "gereed_op": w.gereed_op.isoformat() if w.gereed_op else None,
            "lopend": w.lopend,
            "tot_en_met": w.einde.isoformat(),
            "geleverd": str(w.staat),
            "ontbreekt": list(w.mist),
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
