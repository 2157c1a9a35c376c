"""Deliver figures: see every fault and every consequence first, publish, and take a delivery back."""

import streamlit as st

from dashboard.inname.fouten import Geweigerd
from dashboard.weergave.aanleveren import sessie
from dashboard.weergave.aanleveren.bestand import kies_bestand, toon_sjablonen, toon_weigering
from dashboard.weergave.aanleveren.bevindingen import toon_bevindingen
from dashboard.weergave.aanleveren.bewerken import toon_bewerken
from dashboard.weergave.aanleveren.geschiedenis import toon_geschiedenis
from dashboard.weergave.aanleveren.publiceren import toon_publiceren
from dashboard.weergave.aanleveren.tabellen import toon_tabellen
from dashboard.weergave.aanleveren.woorden import BEGIN, kopzin
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import toon_onderdelen
from dashboard.weergave.toestand import nieuwste_monitor

# Always the newest publication, because a delivery is compared with what holds now.
monitor = nieuwste_monitor()
kop, melding = st.container(), sessie.melding()


def verwerk(aanlevering: sessie.Aanlevering) -> str:
    """Show the steps from workbook to publication; returns the sentence that says how far it is."""
    balk = st.empty()

    def voortgang(stap: str, deel: float) -> None:
        balk.progress(deel, text=stap)

    try:
        inname = sessie.beoordeel(aanlevering, monitor, voortgang)
    except Geweigerd as fout:
        toon_weigering(fout, aanlevering)
        return kopzin(aanlevering, None)
    finally:
        balk.empty()
    toon_tabellen(aanlevering, inname)
    toon_bevindingen(inname, fictief=monitor.fictief())
    keuze_nodig = toon_publiceren(monitor, aanlevering, inname)
    return kopzin(aanlevering, inname, keuze_nodig=keuze_nodig)


def bestand() -> str:
    """Show the part for a file; returns the sentence on top."""
    try:
        aanlevering = kies_bestand(monitor)
    except Geweigerd as fout:
        toon_weigering(fout, None)
        return "Dit bestand is niet aangenomen; er is niets opgeslagen"
    if aanlevering is None:
        toon_sjablonen(monitor)
        return BEGIN
    return verwerk(aanlevering)


def invullen() -> str:
    """Show the part for typing; returns the sentence on top."""
    toon_bewerken(monitor)
    aanlevering = sessie.huidige()
    return verwerk(aanlevering) if aanlevering is not None and not aanlevering.bestand_id else BEGIN


def geschiedenis() -> str:
    """Show the history; returns the sentence on top."""
    toon_geschiedenis(monitor)
    return "Alles wat is aangeleverd, en wat ervan geldt"


DELEN = {"Bestand aanleveren": bestand, "Zelf invullen": invullen, "Geschiedenis": geschiedenis}
zin = toon_onderdelen("aanleverdeel", DELEN) or BEGIN
with kop:
    toon_titel(monitor, melding or zin)
