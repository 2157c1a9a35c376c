"""Two standen beside each other: what changed between them, for better or worse, and by which delivery."""

import streamlit as st

from dashboard.vergelijken.publicaties import laatste_twee, vergelijk_standen
from dashboard.weergave.html import toon_html
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import toon_onderdelen
from dashboard.weergave.toestand import huidige_monitor, monitor, publicaties
from dashboard.weergave.vergelijken import (
    in_woorden,
    kanttekening,
    kies_twee,
    leveringtabel,
    meldingtabel,
    standentabellen,
    toon_cijfers,
)

huidig, alle = huidige_monitor(), publicaties()
begin = laatste_twee(alle)
if begin is None:
    toon_titel(huidig, "Er valt nog niets te vergelijken: daarvoor zijn twee publicaties nodig")
    st.stop()

kop = st.container()
eerst, later = (monitor(nummer) for nummer in kies_twee(alle, begin))
vergelijking = later.onthoud(
    ("vergelijking", eerst.publicatie and eerst.publicatie.nummer), lambda: vergelijk_standen(eerst, later)
)
with kop:
    toon_titel(later, vergelijking.zin)
toon_html(in_woorden(vergelijking), kanttekening(vergelijking))

DELEN = {
    "Standen": lambda: toon_html(standentabellen(vergelijking)),
    "Cijfers": lambda: toon_cijfers(vergelijking),
    "Gemeld": lambda: toon_html(meldingtabel(vergelijking)),
    "Leveringen": lambda: toon_html(leveringtabel(vergelijking)),
}
toon_onderdelen("soort", DELEN)
