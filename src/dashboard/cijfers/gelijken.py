"""Kernen of similar size: which kernen a kern is compared with, and the median of their figures.

To compare a village with the whole gemeente is to compare it with the town. So it is also compared with the median of
kernen with about as many homes: in words, never as a ranking.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import getal, ontbreekt, opsomming
from dashboard.cijfers import is_gevuld
from dashboard.monitor import Monitor
from dashboard.normen import Waarneming

_FACTOR = 2
_MINSTENS = 3  # the median of fewer says nothing


@dataclass(frozen=True)
class Gelijken:
    """The kernen that a kern is compared with, by name, and why these; empty where there are too few others."""

    kernen: tuple[str, ...]
    tekst: str


def gelijken(monitor: Monitor, kern: str) -> Gelijken:
    """The other kernen with half to twice the homes at the newest count; the nearest three where those are fewer."""
    return monitor.onthoud(("gelijken", kern), lambda: gelijken_uit(_woningen(monitor), kern))


def gelijken_uit(woningen: dict[str, int], kern: str) -> Gelijken:
    """As `gelijken`, from the number of homes per kern."""
    eigen = woningen.get(kern, 0)
    anderen = {naam: aantal for naam, aantal in woningen.items() if naam != kern and aantal > 0}
    if not eigen or len(anderen) < _MINSTENS:
        return Gelijken((), "Er zijn te weinig kernen met een telling van de woningen om mee te vergelijken.")

    def verhouding(naam: str) -> float:
        return max(anderen[naam] / eigen, eigen / anderen[naam])

    binnen = [naam for naam in anderen if verhouding(naam) <= _FACTOR]
    if len(binnen) >= _MINSTENS:
        reden = f"met half tot twee keer zo veel woningen ({getal(eigen)} in {kern})"
    else:
        binnen = sorted(anderen, key=verhouding)[:_MINSTENS]
        reden = "die er in aantal woningen het dichtst bij liggen, want binnen een factor twee zijn het er minder"
    namen = tuple(sorted(binnen))
    genoemd = opsomming(f"{naam} ({getal(anderen[naam])})" for naam in namen)
    return Gelijken(namen, f"Kernen van gelijke grootte zijn de {len(namen)} kernen {reden}: {genoemd}.")


def middelste(monitor: Monitor, indicator: Indicator, kernen: tuple[str, ...]) -> dict[int, Waarneming]:
    """The median over these kernen per year, with the sum of their denominators in `noemer`.

    Years in which fewer than three have a figure are left out.
    """
    per_jaar: dict[int, list[Waarneming]] = {}
    for w in monitor.waarnemingen(indicator, "kern"):
        if w.kern in kernen and w.soort != "plan" and is_gevuld(w):
            per_jaar.setdefault(w.jaar, []).append(w)
    return {
        jaar: Waarneming(
            jaar,
            waarde=float(median(w.waarde or 0 for w in gevonden)),
            noemer=None if any(ontbreekt(w.noemer) for w in gevonden) else sum(w.noemer or 0 for w in gevonden),
            tot_en_met=max((w.tot_en_met for w in gevonden if w.tot_en_met), default=None),
        )
        for jaar, gevonden in sorted(per_jaar.items())
        if len(gevonden) >= _MINSTENS
    }


def _woningen(monitor: Monitor) -> dict[str, int]:
    """Homes per kern at the newest count."""
    rijen = [rij for rij in monitor.rijen("voorraad/ontwikkeling", niveau="kern") if rij["soort"] == "realisatie"]
    laatste = max((rij["jaar"] for rij in rijen), default=0)
    return {rij["kern"]: rij["voorraad"] for rij in rijen if rij["jaar"] == laatste}
