"""One theme: does it keep its norms, what is off course, its figures over time, and its afspraken."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.afspraken import Indicator
from dashboard.cijfers import cijfer, hoofdcijfer, is_aangeleverd
from dashboard.standen.afspraakstand import standen_van, telling, telling_tekst
from dashboard.verhaal import aandachtspunten
from dashboard.weergave.aandacht import wat_afwijkt
from dashboard.weergave.afspraken import afsprakentabel
from dashboard.weergave.definitie import toon_anders
from dashboard.weergave.filters import kies, kies_uit
from dashboard.weergave.grafiek import (
    grafieken,
    is_donker,
    pauzeer,
    toon_grafiek,
    toon_onderbouwing,
)
from dashboard.weergave.html import toon_html, tussenkop
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import ANDERS, RIJEN, toon_onderdelen
from dashboard.weergave.onderliggend import toon_rijen
from dashboard.weergave.tegel import tegels
from dashboard.weergave.toestand import huidige_monitor, vorige
from dashboard.weergave.werkboek import toon_werkboekknop

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
thema = next(t for t in overeenkomst.themas if t.slug == st.session_state["thema"])
eigen = [stand for stand in standen_van(monitor) if stand.afspraak.thema == thema.thema]
gemeld, berekend = telling_tekst(telling(eigen)), telling_tekst(telling(eigen, berekend=True))
zin = f"{thema.naam}: {f'gemeld {gemeld}' if gemeld else 'nog niets gemeld'}"
toon_titel(monitor, f"{zin}; berekend {berekend}" if berekend else zin)

keuze = kies(monitor)
indicatoren = [i for i in overeenkomst.indicatoren if i.thema == thema.thema]
eerder = vorige(monitor)
toen = standen_van(eerder) if eerder else []
hoofd = [cijfer(monitor, i, keuze, eerder) for i in indicatoren if i.hoofd]
afwijking = wat_afwijkt(monitor, aandachtspunten(monitor, eigen, toen, keuze, leveringen=False), keuze)
toon_html(tegels(hoofd), afwijking)
pauzeer("woorden")


def toon_cijfers(begin: Indicator, *, per_kern: bool) -> None:
    namen = {i.indicator: i for i in indicatoren}
    titels = {code: i.titel for code, i in namen.items()}
    gekozen = kies_uit("Bekijk een cijfer", titels, "cijfer", "", begin=begin.indicator) or begin.indicator
    indicator = overeenkomst.anders_geteld(namen[gekozen], keuze.anders)
    getekend = grafieken(monitor, indicator, keuze, per_kern=per_kern, donker=is_donker())
    pauzeer("keuzes")
    if per_kern and not getekend and "kern" not in indicator.niveaus:
        st.info("Dit cijfer is er niet per kern.")
    elif not is_aangeleverd(monitor, indicator):
        st.info("Dit cijfer is nog niet aangeleverd.")
    elif not getekend:
        st.info("Van dit cijfer zijn voor deze keuze geen gegevens.")
    for kolom, (grafiek, figuur) in zip(st.columns(max(1, len(getekend)), gap="medium"), getekend, strict=False):
        with kolom:
            toon_grafiek(grafiek, figuur, f"{gekozen}-{grafiek.niveau}")
    verder = {
        ANDERS: partial(toon_anders, monitor, namen[gekozen], keuze),
        RIJEN: partial(toon_rijen, monitor, indicator, keuze),
    }
    toon_onderbouwing(monitor, indicator, [grafiek for grafiek, _ in getekend], verder=verder)


def toon_afspraken() -> None:
    toon_html(tussenkop(f"De {len(eigen)} afspraken van dit thema"), afsprakentabel(monitor, eigen))


if (begin := hoofdcijfer(overeenkomst, thema)) is None:
    toon_afspraken()
else:
    onderdelen: dict[str, Callable[[], None]] = {
        "Cijfers": partial(toon_cijfers, begin, per_kern=False),
        "Per kern": partial(toon_cijfers, begin, per_kern=True),
        "Afspraken": toon_afspraken,
    }
    toon_onderdelen("onderdeel", onderdelen)
toon_werkboekknop(monitor, keuze, thema)
