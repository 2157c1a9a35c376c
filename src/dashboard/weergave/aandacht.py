"""Points of attention on the screen: what the meeting has to discuss, and what is off course in a theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard.basis.opmaak import aantal
from dashboard.cijfers import Keuze
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.verhaal import Punt
from dashboard.weergave.html import LEEG, alinea, koppeling, omkaderd, punten, stand_merk

MEESTE_PUNTEN = 7  # enough for one meeting, and what fits beside five themes
_MEESTE_AFWIJKINGEN = 5


def bespreekpunten(monitor: Monitor, lijst: Sequence[Punt], *, alle: bool) -> Markup:
    """The heaviest points and a link to the rest; without points, an explanation of this list."""
    rest = len(lijst) - MEESTE_PUNTEN
    if monitor.publicatie is None:
        inhoud = alinea(
            "Er is nog niets gepubliceerd. Zodra er gegevens zijn, staat hier wat het overleg moet bespreken."
        )
    elif not lijst:
        inhoud = alinea("Geen enkele regel geeft nu een punt.")
    else:
        inhoud = puntenlijst(lijst if alle else lijst[:MEESTE_PUNTEN])
    if rest > 0:
        meer = f"Nog {aantal(rest, 'punt', 'punten')}: toon ze alle {len(lijst)}"
        link = koppeling("Toon alleen de zwaarste", "./") if alle else koppeling(meer, "./", punten="alle")
        inhoud += Markup('<p class="mp-meer">{}</p>').format(link)
    return omkaderd("Wat het overleg moet bespreken", inhoud)


def wat_afwijkt(monitor: Monitor, lijst: Sequence[Punt], keuze: Keuze) -> Markup:
    """What is off course for a choice; with a filter it says for whom, also when nothing is."""
    heel = keuze.niveau == "gemeente"
    if heel and not lijst:
        return LEEG
    kop = "Wat afwijkt" if heel else f"Wat afwijkt, {keuze_tekst(monitor, keuze)}"
    leeg = alinea("Geen norm die over deze keuze gaat, geeft een punt.")
    return omkaderd(kop, puntenlijst(lijst[:_MEESTE_AFWIJKINGEN]) if lijst else leeg, breed=True)


def puntenlijst(lijst: Iterable[Punt]) -> Markup:
    """Per point the subject as a link, both standen where they contradict each other, and the sentence."""
    zinnen = []
    for punt in lijst:
        kop = koppeling(punt.kop, punt.pagina, **punt.keuze)
        merken = Markup("<br>")
        if punt.berekend is not None:
            merken = Markup('<span class="mp-tegen">gemeld {}, berekend {}</span>').format(
                stand_merk(punt.gemeld), stand_merk(punt.berekend.stand, punt.berekend.indicatief)
            )
        zinnen.append(Markup("<b>{}</b>{}{}").format(kop, merken, punt.zin))
    return punten(zinnen)
