"""Where do we stand, what changed since the last overleg, what needs a decision."""

import streamlit as st

from dashboard.cijfers import Keuze, cijfer
from dashboard.standen.afspraakstand import samenvatting, standen_van
from dashboard.standen.jaarcyclus import volgende_moment
from dashboard.verhaal import aandachtspunten
from dashboard.weergave.aandacht import bespreekpunten
from dashboard.weergave.html import koppeling, toon_html
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.tegel import tellingen, themablok
from dashboard.weergave.toestand import huidige_monitor, vorige

monitor = huidige_monitor()
eerder = vorige(monitor)
alle = standen_van(monitor)
volgende = volgende_moment(monitor)
toon_titel(
    monitor, samenvatting(alle), f"volgende moment: {volgende.naam.lower()}, {volgende.wanneer}" if volgende else ""
)

links, rechts = st.columns([13, 7], gap="small")
with links:
    blokken = []
    for thema in monitor.overeenkomst.themas:
        hoofd = [i for i in monitor.overeenkomst.indicatoren if i.thema == thema.thema and i.hoofd]
        cijfers = [cijfer(monitor, indicator, Keuze(), eerder) for indicator in hoofd]
        kop = koppeling(f"{thema.thema}. {thema.naam}", thema.slug)
        blokken.append(themablok(kop, tellingen(alle, thema), cijfers))
    toon_html(*blokken)
with rechts:
    lijst = aandachtspunten(monitor, alle, standen_van(eerder) if eerder else ())
    toon_html(bespreekpunten(monitor, lijst, alle=st.query_params.get("punten") == "alle"))
