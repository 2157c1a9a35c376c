"""Other definitions of a figure: which switches were turned, and what the figure and its stand would be under each.

How a definition is read can decide the colour. So every reading can be seen, side by side, but only the agreed one is
judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations, groupby

from dashboard.afspraken import Indicator, Overeenkomst
from dashboard.basis.opmaak import opsomming
from dashboard.cijfers import Keuze, is_gevuld, oordeel_bij, reeks_voor
from dashboard.monitor import Monitor
from dashboard.normen import Oordeel, Waarneming
from dashboard.queries import QueryFout


@dataclass(frozen=True)
class Variant:
    """A figure under one definition: as agreed when its `indicator` has no `definitie`."""

    indicator: Indicator
    waarneming: Waarneming | None
    oordeel: Oordeel | None


def lees_schakelaars(overeenkomst: Overeenkomst, gegeven: Iterable[str]) -> tuple[str, ...]:
    """The switches that 'naam=ja' or 'naam=nee' turn, in every figure where that switch stands the other way.

    Raises QueryFout for a name that is no switch of any figure.
    """
    namen = dict.fromkeys(definitie.parameter for definitie in overeenkomst.definities)
    gekozen = []
    for tekst in gegeven:
        naam, _, waarde = tekst.partition("=")
        if naam not in namen or waarde not in ("ja", "nee"):
            raise QueryFout(f"definitie '{tekst}': verwacht naam=ja of naam=nee, met als naam {', '.join(namen)}")
        gekozen += [d.sleutel for d in overeenkomst.definities if (d.parameter, d.ander_antwoord) == (naam, waarde)]
    return tuple(gekozen)


def woorden(overeenkomst: Overeenkomst, query: str, anders: Collection[str]) -> str:
    """How the answer of a query differs from what was agreed with these switches turned."""
    eigen = [d for d in overeenkomst.definities if overeenkomst.indicator[d.indicator].query == query]
    return opsomming(list(dict.fromkeys(d.omschrijving for d in eigen if d.sleutel in anders))) or "zoals afgesproken"


def oordelen_met(monitor: Monitor, anders: Collection[str]) -> list[Oordeel]:
    """Every judgement, in the order of the norms; those on a figure with a switch turned are indications only."""
    overeenkomst = monitor.overeenkomst
    uitkomst: list[Oordeel] = []
    for code, groep in groupby(monitor.oordelen, key=lambda oordeel: oordeel.norm.norm):
        officieel = list(groep)
        norm = officieel[0].norm
        indicator = overeenkomst.anders_geteld(overeenkomst.indicator[norm.indicator], anders)
        indicaties = [o for o in monitor.oordelen_over(indicator, norm.niveau) if o.norm.norm == code]
        uitkomst += indicaties if indicator.definitie else officieel
    return uitkomst


def varianten(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> tuple[int | None, list[Variant]]:
    """The last whole year with a figure as agreed, and the figure of that year under every definition, as agreed first."""
    heel = [w.jaar for w in reeks_voor(monitor, indicator, keuze) if not w.lopend and is_gevuld(w)]
    sleutels = [definitie.sleutel for definitie in monitor.overeenkomst.schakelaars(indicator)]
    if not heel:
        return None, []
    anders = [keer for aantal in range(len(sleutels) + 1) for keer in combinations(sleutels, aantal)]
    return heel[-1], [_variant(monitor, indicator, keuze, heel[-1], een) for een in anders]


def _variant(monitor: Monitor, indicator: Indicator, keuze: Keuze, jaar: int, anders: tuple[str, ...]) -> Variant:
    geteld = monitor.overeenkomst.anders_geteld(indicator, anders)
    w = next((w for w in reeks_voor(monitor, geteld, keuze) if w.jaar == jaar), None)
    return Variant(geteld, w, oordeel_bij(monitor, geteld, keuze.niveau, w) if w else None)
