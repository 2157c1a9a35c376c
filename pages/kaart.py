"""Where does a figure stand, kern by kern: on the map, in equal tiles, and in the table beside it."""

import streamlit as st

from dashboard.grafieken.kernenkaart import (
    KAART,
    VORMEN,
    eerste_kaartcijfer,
    gebieden,
    kaartcijfers,
    kaartjaren,
    kaartzin,
    laatste_hele_jaar,
    niet_op_de_kaart,
)
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.grafiek import pauzeer, toon_onderbouwing
from dashboard.weergave.html import klein, toon_html
from dashboard.weergave.kaart import kaarttabel, toon_kaart
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.toestand import huidige_monitor

monitor = huidige_monitor()
namen = {indicator.indicator: indicator for indicator in kaartcijfers(monitor)}
eerste = eerste_kaartcijfer(monitor)
if eerste is None:
    toon_titel(monitor, "Er zijn geen cijfers per kern om op de kaart te zetten")
    st.stop()

kop = st.container()
links, midden, rechts = st.columns([5, 2, 3], gap="medium", vertical_alignment="bottom")
with links:
    titels = {code: indicator.titel for code, indicator in namen.items()}
    indicator = namen[kies_uit("Cijfer", titels, "cijfer", "", begin=eerste.indicator) or eerste.indicator]
with midden:
    jaren = {str(jaar): str(jaar) for jaar in reversed(kaartjaren(monitor, indicator))}
    begin = laatste_hele_jaar(monitor, indicator)
    gekozen = kies_uit("Jaar", jaren, "jaar", "geen gegevens", begin=str(begin) if begin else None)
    jaar = int(gekozen) if gekozen else begin
with rechts:
    vorm = kies_uit("Getekend als", VORMEN, "vorm", "", begin=KAART) or KAART
alle = gebieden(monitor, indicator, jaar)
with kop:
    toon_titel(monitor, kaartzin(indicator, jaar, alle), vooruit=True)

kaart, tabel = st.columns([13, 9], gap="medium")
with tabel:
    toon_html(kaarttabel(monitor, indicator, jaar))
with kaart:
    pauzeer("keuzes")
    toon_kaart(monitor, indicator, jaar, vorm)
    uitleg = "Klik op een kern, of op de naam in de tabel, voor de hele kern."
    if indicator.eenheid.deel:
        uitleg += " Is een jaar te klein om te beoordelen, dan staan er de drie jaren waarover dat wel kan."
    ontbreekt = niet_op_de_kaart(alle) if vorm == KAART else ""
    toon_html(klein(f"{uitleg} {ontbreekt}"))
toon_onderbouwing(monitor, indicator)
