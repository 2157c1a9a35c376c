"""The table of afspraken with both standen, the same on every page."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.monitor import Monitor
from dashboard.normen import ERNST, Stand
from dashboard.standen.afspraakstand import Afspraakstand, berekend_of_geen
from dashboard.verhaal import afspraakzin
from dashboard.weergave.html import koppeling, stand_merk, tabel


def afsprakentabel(monitor: Monitor, standen: Iterable[Afspraakstand], titel: str = "") -> Markup:
    """Number (a link to the afspraak), subject, trekker, reported and computed stand, and the deciding sentence."""
    rijen = []
    for stand in standen:
        afspraak = stand.afspraak
        rijen.append(
            [
                koppeling(afspraak.afspraak, "afspraken", afspraak=afspraak.afspraak),
                afspraak.onderwerp,
                monitor.overeenkomst.trekkers(afspraak.trekker),
                stand_merk(stand.gemeld),
                berekend_merk(monitor, stand),
                afspraakzin(monitor, stand),
            ]
        )
    return tabel(["nr.", "onderwerp", "trekker", "gemeld", "berekend", "wat het cijfer zegt"], rijen, titel=titel)


def berekend_merk(monitor: Monitor, stand: Afspraakstand) -> Markup:
    """The computed stand; in words where there is nothing to compute, which is not the same as a norm without data."""
    if (berekend := berekend_of_geen(monitor, stand)) is None:
        return Markup('<span class="mp-bron">geen cijfer bij deze afspraak</span>')
    jaar = Markup(' <small class="mp-bron">in {}</small>').format(stand.jaar) if stand.jaar else Markup()
    if stand.indicatief is None or berekend is Stand.GEEN_NORM:
        return stand_merk(berekend, stand.indicatief) + jaar
    # The indicative stand beside the official one only when it is worse.
    erger = ERNST.index(stand.indicatief) < ERNST.index(berekend)
    merk = stand_merk(berekend)
    merk = merk + Markup("<br>") + stand_merk(Stand.GEEN_NORM, stand.indicatief) if erger else merk
    return merk + jaar
