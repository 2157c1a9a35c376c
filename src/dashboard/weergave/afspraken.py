"""The afspraken with both their standen, as a table that every page shows alike."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.monitor import Monitor
from dashboard.overzicht import Afspraakstand
from dashboard.weergave.html import esc, koppeling, stand_merk, tabel


def afsprakentabel(monitor: Monitor, standen: Iterable[Afspraakstand], titel: str = "") -> str:
    """Number (a link to the whole), subject, trekker, reported and computed stand, and the deciding sentence."""
    rijen = []
    for stand in standen:
        afspraak = stand.afspraak
        zin = stand.cijfer.reden if stand.cijfer else ""
        if stand.tegenspraak:
            zin = f"Melding en cijfer spreken elkaar tegen. {zin}"
        rijen.append(
            [
                koppeling(afspraak.afspraak, "afspraken", afspraak=afspraak.afspraak),
                esc(afspraak.onderwerp),
                esc(monitor.overeenkomst.trekkers(afspraak.trekker)),
                stand_merk(stand.gemeld),
                berekend_merk(stand),
                esc(zin),
            ]
        )
    return tabel(["nr.", "onderwerp", "trekker", "gemeld", "berekend", "wat het cijfer zegt"], rijen, titel=titel)


def berekend_merk(stand: Afspraakstand) -> str:
    """The computed stand; in words where there is nothing to compute."""
    if stand.berekend is None:
        return '<span class="mp-bron">geen cijfer bij deze afspraak</span>'
    return stand_merk(stand.berekend, stand.indicatief)
