"""One theme: does it keep its norms, what is off course, its figures over time, and its afspraken."""

import streamlit as st

from dashboard.aandacht import aandachtspunten
from dashboard.cijfers import cijfer
from dashboard.grafieken import grafieken_voor
from dashboard.opmaak import opsomming
from dashboard.overzicht import telling
from dashboard.weergave.afspraken import afsprakentabel
from dashboard.weergave.filters import kies
from dashboard.weergave.grafiek import is_donker, toon_grafiek, toon_uitleg
from dashboard.weergave.html import esc, koppeling, punten
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.tegel import tegels
from dashboard.weergave.toestand import huidige_monitor, standen, vorige

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
thema = next(t for t in overeenkomst.themas if t.slug == st.session_state["thema"])
eigen = [stand for stand in standen(monitor) if stand.afspraak.thema == thema.thema]
delen = [f"{aantal} {stand.woord}" for stand, aantal in telling(eigen).items() if stand.oordeel]
toon_titel(monitor, f"{thema.naam}: {opsomming(delen) or 'nog niets gemeld'}")

keuze = kies(monitor)
indicatoren = [i for i in overeenkomst.indicatoren if i.thema == thema.thema]
hoofd = [cijfer(monitor, i, keuze, vorige(monitor)) for i in indicatoren if i.hoofd]
st.html(tegels(hoofd))

zinnen = [
    f"<b>{koppeling(punt.kop, 'afspraken', afspraak=punt.afspraak or '')}</b> {esc(punt.zin)}"
    for punt in aandachtspunten(monitor, eigen, thema.thema)[:5]
]
if zinnen:
    st.html(f'<div class="mp-kader"><h2>Wat afwijkt</h2>{punten(zinnen)}</div>')

namen = {i.indicator: i for i in indicatoren}
gekozen = st.selectbox(
    "Bekijk een cijfer",
    list(namen),
    index=next(
        (
            nr
            for nr, i in enumerate(indicatoren)
            if i.hoofd and any(n.indicator == i.indicator for n in overeenkomst.normen)
        ),
        0,
    ),
    format_func=lambda code: namen[code].titel,
    key="cijfer",
)
indicator = namen[gekozen]
grafieken = grafieken_voor(monitor, indicator, keuze, is_donker())
if not grafieken:
    st.info("Van dit cijfer zijn voor deze keuze geen gegevens.")
breed = [grafiek for grafiek in grafieken if grafiek.ondertitel.endswith("per kern")]
smal = [grafiek for grafiek in grafieken if grafiek not in breed]
for kolom, (nummer, grafiek) in zip(st.columns(max(1, len(smal)), gap="medium"), enumerate(smal), strict=False):
    with kolom:
        toon_grafiek(grafiek, f"{gekozen}-{nummer}")
for grafiek in breed:
    toon_grafiek(grafiek, f"{gekozen}-kern")
toon_uitleg(monitor, indicator)

st.html(f"<h2>De {len(eigen)} afspraken van dit thema</h2>" + afsprakentabel(monitor, eigen))
