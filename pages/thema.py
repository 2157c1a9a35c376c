"""One theme: does it keep its norms, what is off course, its figures over time, and its afspraken."""

import streamlit as st

from dashboard.aandacht import aandachtspunten
from dashboard.cijfers import cijfer, hoofdcijfer
from dashboard.opmaak import opsomming
from dashboard.overzicht import telling
from dashboard.weergave.aandacht import wat_afwijkt
from dashboard.weergave.afspraken import afsprakentabel
from dashboard.weergave.definitie import kies_definitie, toon_varianten
from dashboard.weergave.filters import kies, kies_uit
from dashboard.weergave.grafiek import eerst_de_woorden, grafieken, is_donker, toon_grafiek, toon_uitleg
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderliggend import toon_rijen
from dashboard.weergave.tegel import tegels
from dashboard.weergave.toestand import huidige_monitor, standen, vorige

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
thema = next(t for t in overeenkomst.themas if t.slug == st.session_state["thema"])
eigen = [stand for stand in standen(monitor) if stand.afspraak.thema == thema.thema]
delen = [f"{aantal} {stand.kort}" for stand, aantal in telling(eigen).items() if stand.oordeel]
toon_titel(monitor, f"{thema.naam}: {opsomming(delen) or 'nog niets gemeld'}")

keuze = kies(monitor)
indicatoren = [i for i in overeenkomst.indicatoren if i.thema == thema.thema]
eerder = vorige(monitor)
toen = standen(eerder) if eerder else []
hoofd = [cijfer(monitor, i, keuze, eerder) for i in indicatoren if i.hoofd]
st.html(tegels(hoofd))

if afwijking := wat_afwijkt(monitor, aandachtspunten(monitor, eigen, toen, keuze, leveringen=False), keuze):
    st.html(afwijking)

if (begin := hoofdcijfer(overeenkomst, thema)) is not None:
    namen = {i.indicator: i for i in indicatoren}
    titels = {code: i.titel for code, i in namen.items()}
    links, rechts = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    with links:
        gekozen = kies_uit("Bekijk een cijfer", titels, "cijfer", "", begin=begin.indicator) or begin.indicator
    with rechts:
        kies_definitie(monitor, namen[gekozen])
    indicator = overeenkomst.gedraaid(namen[gekozen], keuze.anders)
    beelden = grafieken(monitor, indicator, keuze, donker=is_donker())
    eerst_de_woorden()
    if not beelden:
        st.info("Van dit cijfer zijn voor deze keuze geen gegevens.")
    naast = [paar for paar in beelden if paar[0].niveau != "kern"]
    for kolom, (grafiek, beeld) in zip(st.columns(max(1, len(naast)), gap="medium"), naast, strict=False):
        with kolom:
            toon_grafiek(grafiek, beeld, f"{gekozen}-{grafiek.niveau}")
    for grafiek, beeld in beelden[len(naast) :]:
        toon_grafiek(grafiek, beeld, f"{gekozen}-{grafiek.niveau}")
    toon_uitleg(monitor, indicator)
    toon_varianten(monitor, namen[gekozen], keuze)
    toon_rijen(monitor, indicator, keuze)

st.html(
    f'<section class="mp-verderop"><h2>De {len(eigen)} afspraken van dit thema</h2>{afsprakentabel(monitor, eigen)}</section>'
)
