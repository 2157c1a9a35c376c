"""Titles that answer: how a figure changed, how far its parts lie apart, how many kernen keep the norm."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.afspraken import Indicator
from dashboard.cijfers import Keuze, is_gevuld, waarde_tekst
from dashboard.grafieken.reeksen import Lijn
from dashboard.monitor import Monitor
from dashboard.normen import ANDERS

NIVEAU = {"corporatie": "per corporatie", "kern": "per kern"}


def keuze_tekst(monitor: Monitor, keuze: Keuze) -> str:
    """What was counted: the whole gemeente, or only the chosen corporatie and kernen."""
    delen = [monitor.overeenkomst.kort[keuze.corporatie]] if keuze.corporatie else []
    delen += keuze.kernen
    return f"alleen {', '.join(delen)}" if delen else "hele gemeente"


def titel_geheel(indicator: Indicator, lijn: Lijn) -> str:
    """The change from the year before to the last whole year; a running year cannot be compared."""
    heel = [w for w in lijn.waarnemingen if not w.lopend and is_gevuld(w)]
    if len(heel) < 2:
        laatste = next((w for w in reversed(lijn.waarnemingen) if is_gevuld(w)), None)
        return (
            f"{waarde_tekst(indicator, laatste)} in {laatste.periode or laatste.jaar}" if laatste else indicator.titel
        )
    toen, nu = heel[-2], heel[-1]
    if waarde_tekst(indicator, toen) == waarde_tekst(indicator, nu):
        return f"Gelijk gebleven: {waarde_tekst(indicator, nu)} in {nu.jaar}"
    woord = "Gestegen" if (nu.waarde or 0) > (toen.waarde or 0) else "Gedaald"
    return f"{woord} naar {waarde_tekst(indicator, nu)} in {nu.jaar} ({toen.jaar}: {waarde_tekst(indicator, toen)})"


def titel_delen(indicator: Indicator, lijnen: Sequence[Lijn]) -> str:
    """Each part with its last whole year: 'Noord 78 %, Zuid 81 % in 2025'."""
    gedaan = [lijn for lijn in lijnen if not lijn.plan]
    per_lijn = [(lijn, [w for w in lijn.waarnemingen if not w.lopend and is_gevuld(w)]) for lijn in gedaan]
    jaar = max((w.jaar for _, heel in per_lijn for w in heel), default=0)
    delen = [
        f"{lijn.naam} {waarde_tekst(indicator, heel[-1])}" for lijn, heel in per_lijn if heel and heel[-1].jaar == jaar
    ]
    return f"{', '.join(delen)} in {jaar}" if delen else indicator.titel


def titel_kernen(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> str:
    """How many of the kernen shown missed the norm in the last whole year, and how many are too small to say so.

    A norm per kern is about all corporaties together, so with one chosen there is nothing to keep or miss.
    """
    oordelen = [
        o
        for o in monitor.oordelen_over(indicator, "kern")
        if not o.waarneming.lopend and keuze.binnen(o.waarneming.jaar)
    ]
    nu = [o for o in oordelen if not keuze.kernen or o.waarneming.kern in keuze.kernen]
    if not nu or keuze.corporatie:
        return f"{indicator.titel} per kern" + (f", {keuze_tekst(monitor, keuze)}" if keuze.corporatie else "")
    jaar = max(o.waarneming.jaar for o in nu)
    nu = [o for o in nu if o.waarneming.jaar == jaar]
    beoordeeld = [o for o in nu if o.tegen_norm.oordeel]
    gehaald = sum(not o.tekort for o in beoordeeld)
    norm = "de norm" if nu[0].geldig else "de laatst bekende norm"
    norm += f" {ANDERS}" if indicator.definitie else ""
    if len(nu) == 1:
        kern = nu[0].waarneming.kern
        return (
            f"In {jaar} haalt {kern} {norm}{'' if gehaald else ' niet'}"
            if beoordeeld
            else f"{kern} in {jaar}: te klein of zonder gegevens"
        )
    klein = len(nu) - len(beoordeeld)
    staart = f"; {klein} te klein of zonder gegevens" if klein else ""
    halen = "haalt" if gehaald == 1 else "halen"
    kernen = "gekozen kernen" if keuze.kernen else "kernen"
    return f"In {jaar} {halen} {gehaald} van {len(beoordeeld)} {kernen} {norm}{staart}"
