"""All afspraken, or one whole: summary, norm, figure, actions and all reports."""

import streamlit as st

from dashboard.normen import Stand
from dashboard.standen.afspraakstand import Afspraakstand, standen_van
from dashboard.weergave.afspraak import toon_afspraak
from dashboard.weergave.afspraken import afsprakentabel
from dashboard.weergave.filters import gevraagd, kies_uit
from dashboard.weergave.html import alinea, toon_html
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.toestand import huidige_monitor

NIET_GEMELD = "niet gemeld"

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
alle = standen_van(monitor)
per_nummer = {stand.afspraak.afspraak: stand for stand in alle}
gekozen = gevraagd("afspraak")

if gekozen in per_nummer:
    stand = per_nummer[gekozen]
    toon_titel(monitor, f"{gekozen} {stand.afspraak.onderwerp}")
else:
    toon_titel(monitor, f"Alle {len(alle)} afspraken, met wat de trekker meldt en wat het cijfer zegt")

kies_uit(
    "Afspraak",
    {nummer: f"{nummer} {stand.afspraak.onderwerp}" for nummer, stand in per_nummer.items()},
    "afspraak",
    "kies een afspraak om hem helemaal te zien",
)
if gekozen in per_nummer:
    toon_afspraak(monitor, per_nummer[gekozen])
    st.stop()


def past(stand: Afspraakstand, themas: list[str], trekkers: list[str], soorten: list[str]) -> bool:
    """Whether an afspraak passes the filters; within one filter any choice will do."""
    thema = next(t.kort for t in overeenkomst.themas if t.thema == stand.afspraak.thema)
    wie = set(stand.afspraak.trekker.split(";"))
    gemeld = stand.gemeld.woord if stand.gemeld else NIET_GEMELD
    woorden = {gemeld, *(s.woord for s in (stand.berekend, stand.indicatief) if s)}
    return (
        (not themas or thema in themas)
        and (not trekkers or bool(wie & set(trekkers)))
        and (not soorten or bool(woorden & set(soorten)))
    )


kolommen = st.columns(3, gap="medium")
with kolommen[0]:
    themas = st.multiselect(
        "Thema",
        [t.kort for t in overeenkomst.themas],
        key="thema_keuze",
        placeholder="alle thema's",
        select_all=False,
        bind="query-params",
    )
with kolommen[1]:
    codes = list(dict.fromkeys(code for s in alle for code in s.afspraak.trekker.split(";")))
    trekkers = st.multiselect(
        "Trekker",
        codes,
        format_func=lambda code: overeenkomst.kort[code],
        key="trekker",
        placeholder="alle trekkers",
        select_all=False,
        bind="query-params",
    )
with kolommen[2]:
    soorten = st.multiselect(
        "Stand (gemeld of berekend)",
        [*(s.woord for s in Stand), NIET_GEMELD],
        key="standen",
        placeholder="alle standen",
        select_all=False,
        bind="query-params",
    )
over = [stand for stand in alle if past(stand, themas, trekkers, soorten)]
toon_html(
    afsprakentabel(monitor, over, f"{len(over)} van {len(alle)} afspraken")
    if over
    else alinea("Geen afspraak past bij deze keuze.")
)
