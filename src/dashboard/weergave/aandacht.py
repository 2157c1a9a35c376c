"""Points of attention on the screen: what the meeting has to discuss, and what is off course in a theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.basis.opmaak import aantal
from dashboard.cijfers import Keuze
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.verhaal import Punt
from dashboard.weergave.html import esc, koppeling, punten, stand_merk

MEESTE_PUNTEN = 7  # more than a meeting can discuss, and what fits beside five themes
_MEESTE_AFWIJKINGEN = 5


def bespreekpunten(monitor: Monitor, lijst: Sequence[Punt], *, alle: bool) -> str:
    """The heaviest points of all, and a link to the rest; what to expect here when there is nothing to say."""
    rest = len(lijst) - MEESTE_PUNTEN
    if monitor.publicatie is None:
        inhoud = (
            "<p>Er is nog niets gepubliceerd. Zodra er gegevens zijn, staat hier wat het overleg moet bespreken.</p>"
        )
    elif not lijst:
        inhoud = "<p>Geen enkele regel geeft nu een punt.</p>"
    else:
        inhoud = puntenlijst(lijst if alle else lijst[:MEESTE_PUNTEN])
    if rest > 0:
        meer = f"Nog {aantal(rest, 'punt', 'punten')}: toon ze alle {len(lijst)}"
        link = koppeling("Toon alleen de zwaarste", "./") if alle else koppeling(meer, "./", punten="alle")
        inhoud += f'<p class="mp-meer">{link}</p>'
    return f'<div class="mp-kader"><h2>Wat het overleg moet bespreken</h2>{inhoud}</div>'


def wat_afwijkt(monitor: Monitor, lijst: Sequence[Punt], keuze: Keuze) -> str:
    """What is off course for a choice. With a filter on it says for whom, also when nothing is off course there."""
    heel = keuze.niveau == "gemeente"
    if heel and not lijst:
        return ""
    kop = "Wat afwijkt" if heel else f"Wat afwijkt, {keuze_tekst(monitor, keuze)}"
    leeg = "<p>Geen norm die over deze keuze gaat, geeft een punt.</p>"
    inhoud = puntenlijst(lijst[:_MEESTE_AFWIJKINGEN]) if lijst else leeg
    return f'<div class="mp-kader mp-breed"><h2>{esc(kop)}</h2>{inhoud}</div>'


def puntenlijst(lijst: Iterable[Punt]) -> str:
    """Subject as a link to its place, both standen where they contradict each other, and the sentence."""
    zinnen = []
    for punt in lijst:
        kop = koppeling(punt.kop, punt.pagina, **punt.keuze)
        merken = ""
        if punt.berekend is not None:
            berekend = stand_merk(punt.berekend.stand, punt.berekend.indicatief)
            merken = f'<span class="mp-tegen">gemeld {stand_merk(punt.gemeld)}, berekend {berekend}</span>'
        zinnen.append(f"<b>{kop}</b>{merken or '<br>'}{esc(punt.zin)}")
    return punten(zinnen)
