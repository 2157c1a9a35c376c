"""Differences between two Monitors: what each is about, before and after, and how heavy it weighs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import GEEN, getal, ontbreekt
from dashboard.normen import ERNST, Oordeel, Stand, Waarneming
from dashboard.standen.afspraakstand import Afspraakstand


class Richting(StrEnum):
    """Which way a stand went, the one that asks for attention first."""

    SLECHTER = "slechter"
    BETER = "beter"
    NIEUW = "nieuw beoordeeld"
    VERVALLEN = "niet meer beoordeeld"
    ANDERS = "zonder oordeel"


def richting(eerst: Stand | None, later: Stand | None) -> Richting:
    """Which way a stand went; only standen that judge can be better or worse than each other."""
    toen, nu = (stand is not None and stand.oordeel for stand in (eerst, later))
    if eerst is not None and later is not None and toen and nu:
        if eerst is later:
            return Richting.ANDERS  # the same outcome, but the norm no longer holds, or holds now
        return Richting.SLECHTER if ERNST.index(later) < ERNST.index(eerst) else Richting.BETER
    return Richting.NIEUW if nu else Richting.VERVALLEN if toen else Richting.ANDERS


@dataclass(frozen=True)
class Cijferverschil:
    """A figure of one year and part, before and after; None where there was, or is, none."""

    indicator: Indicator
    niveau: str
    eerst: Waarneming | None
    later: Waarneming | None

    @property
    def waarneming(self) -> Waarneming:
        """The newer of the two, for the year and part."""
        if (gevonden := self.later or self.eerst) is None:
            raise ValueError("een verschil heeft ten minste een van beide kanten")
        return gevonden

    @property
    def klasse(self) -> str:
        """The class that was counted, for a distribution; empty for every other figure."""
        return str(self.waarneming.waarde) if self.indicator.eenheid.klassen else ""

    @property
    def waarden(self) -> tuple[float | None, float | None]:
        """The numbers, before and after."""
        return self._waarde(self.eerst), self._waarde(self.later)

    @property
    def teksten(self) -> tuple[str, str]:
        """The numbers as people read them, with what they rest on: '71 % (17 van 24)'."""
        return self._tekst(self.eerst), self._tekst(self.later)

    @property
    def anders(self) -> bool:
        """Whether the figure or what it rests on changed, the last bits aside: those of a mean depend on the order of rows."""
        paren = [self.waarden]
        if self.eerst is not None and self.later is not None:
            paren += [(self.eerst.teller, self.later.teller), (self.eerst.noemer, self.later.noemer)]
        return not all(_gelijk(eerst, later) for eerst, later in paren)

    @property
    def sprong(self) -> float:
        """How large the change is, 0 to 1: the difference divided by the larger of the two; 1 when either is absent."""
        eerst, later = self.waarden
        if eerst is None or later is None:
            return 0.0 if eerst is later else 1.0
        grootste = max(abs(eerst), abs(later))
        return min(1.0, abs(later - eerst) / grootste) if grootste else 0.0

    @property
    def gewicht(self) -> tuple[bool, int, float]:
        """The heaviest sorts first: main figures, the whole before its parts, then the largest jump."""
        return not self.indicator.hoofd, self.indicator.niveaus.index(self.niveau), -self.sprong

    def _waarde(self, w: Waarneming | None) -> float | None:
        if w is None or w.noemer == 0:
            return None
        waarde = w.teller if self.indicator.eenheid.klassen else w.waarde
        return None if ontbreekt(waarde) else waarde

    def _tekst(self, w: Waarneming | None) -> str:
        waarde = self._waarde(w)
        if w is None or waarde is None:
            return GEEN
        tekst = self.indicator.eenheid.tekst(waarde, w.noemer)
        if ontbreekt(w.noemer):
            return tekst
        rust_op = f"n = {getal(w.noemer)}" if ontbreekt(w.teller) else f"{getal(w.teller)} van {getal(w.noemer)}"
        return f"{tekst} ({rust_op})"


@dataclass(frozen=True)
class Oordeelverschil:
    """A norm on one year and part whose stand or figure changed."""

    indicator: Indicator
    eerst: Oordeel | None
    later: Oordeel | None

    @property
    def oordeel(self) -> Oordeel:
        """The newer of the two."""
        if (gevonden := self.later or self.eerst) is None:
            raise ValueError("een verschil heeft ten minste een van beide kanten")
        return gevonden

    @property
    def cijfer(self) -> Cijferverschil:
        """The figure under the judgement, before and after."""
        eerst, later = (oordeel.waarneming if oordeel else None for oordeel in (self.eerst, self.later))
        return Cijferverschil(self.indicator, self.oordeel.norm.niveau, eerst, later)

    @property
    def standen(self) -> tuple[Stand, Stand]:
        """The stand before and after: against the last known norm where none was agreed, `geen_gegevens` without a row."""
        eerst, later = (oordeel.tegen_norm if oordeel else Stand.GEEN_GEGEVENS for oordeel in (self.eerst, self.later))
        return eerst, later

    @property
    def andere_stand(self) -> bool:
        """Whether the stand changed, the official or the indicative one."""
        officieel = [oordeel.stand if oordeel else Stand.GEEN_GEGEVENS for oordeel in (self.eerst, self.later)]
        return officieel[0] is not officieel[1] or self.standen[0] is not self.standen[1]

    @property
    def richting(self) -> Richting:
        """Which way the stand went."""
        return richting(*self.standen)

    @property
    def gewicht(self) -> tuple[bool, int, bool, bool, float]:
        """The heaviest sorts first: changed standen, the worse of the two, norms that count, main figures, the jump."""
        ernst = min(ERNST.index(stand) for stand in self.standen)
        telt = self.oordeel.norm.telt_mee
        return not self.andere_stand, ernst, not telt, not self.indicator.hoofd, -self.cijfer.sprong


@dataclass(frozen=True)
class Meldingverschil:
    """What was last reported on an afspraak or one of its actions, where the reported stand changed.

    `eerst` and `later` are rows of `acties/stand`; None where nothing was reported.
    """

    afspraak: str
    actie: str | None
    eerst: dict[str, Any] | None
    later: dict[str, Any] | None

    @property
    def standen(self) -> tuple[Stand | None, Stand | None]:
        """The reported stand before and after; None where nothing was reported."""
        eerst, later = (Stand(rij["stand"]) if rij else None for rij in (self.eerst, self.later))
        return eerst, later

    @property
    def richting(self) -> Richting:
        """Which way the reported stand went."""
        return richting(*self.standen)

    @property
    def gewicht(self) -> tuple[int, int]:
        """The heaviest sorts first: the most serious stand now, then before."""
        toen, nu = (ERNST.index(stand or Stand.GEEN_GEGEVENS) for stand in self.standen)
        return nu, toen


@dataclass(frozen=True)
class Afspraakverschil:
    """An afspraak whose computed stand changed, or the contradiction with what was reported."""

    eerst: Afspraakstand
    later: Afspraakstand

    @property
    def anders(self) -> bool:
        """Whether a reader of the overview sees another answer; no stand at all reads as one without data."""
        toen, nu = (
            (s.berekend or Stand.GEEN_GEGEVENS, s.indicatief, s.jaar, s.tegenspraak) for s in (self.eerst, self.later)
        )
        return toen != nu

    @property
    def richting(self) -> Richting:
        """Which way the computed stand went."""
        eerst, later = (s.indicatief if s.berekend is Stand.GEEN_NORM else s.berekend for s in (self.eerst, self.later))
        return richting(eerst, later)

    @property
    def gewicht(self) -> int:
        """The heaviest sorts first: the more serious of the two standen."""
        standen = [s.indicatief or s.berekend or Stand.GEEN_GEGEVENS for s in (self.eerst, self.later)]
        return min(ERNST.index(stand) for stand in standen)


@dataclass(frozen=True)
class Verschil:
    """Everything that differs between two Monitors, the heaviest first within each kind.

    `afspraken` are those with another stand on the overview. `oordelen` has every judgement whose stand or figure changed;
    `standen` only those whose stand changed.
    """

    afspraken: tuple[Afspraakverschil, ...]
    oordelen: tuple[Oordeelverschil, ...]
    cijfers: tuple[Cijferverschil, ...]
    meldingen: tuple[Meldingverschil, ...]

    @cached_property
    def standen(self) -> tuple[Oordeelverschil, ...]:
        """The judgements whose stand changed."""
        return tuple(verschil for verschil in self.oordelen if verschil.andere_stand)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.afspraken or self.oordelen or self.cijfers or self.meldingen)


def _gelijk(eerst: float | None, later: float | None) -> bool:
    if ontbreekt(eerst) or ontbreekt(later) or eerst is None or later is None:
        return ontbreekt(eerst) and ontbreekt(later)
    return math.isclose(eerst, later, rel_tol=1e-9)
