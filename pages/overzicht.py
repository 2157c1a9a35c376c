"""Where do we stand, what changed since the last overleg, what needs a decision."""

import streamlit as st

from dashboard.aandacht import aandachtspunten
from dashboard.cijfers import Keuze, cijfer
from dashboard.jaarcyclus import volgende_moment
from dashboard.normen import Stand
from dashboard.opmaak import opsomming
from dashboard.overzicht import telling
from dashboard.weergave.html import esc, koppeling, punten, tellers
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.tegel import tegels
from dashboard.weergave.toestand import huidige_monitor, standen, vorige

MEESTE_PUNTEN = 7

monitor = huidige_monitor()
eerder = vorige(monitor)
alle = standen(monitor)
aantallen = telling(alle)
delen = [
    f"{aantallen[stand]} {'niet gemeld' if stand is Stand.GEEN_GEGEVENS else stand.woord}"
    for stand in (Stand.GEREED, Stand.OP_SCHEMA, Stand.AANDACHT, Stand.ACHTER, Stand.NIET_GESTART, Stand.GEEN_GEGEVENS)
    if aantallen.get(stand)
]
tegenspraken = sum(stand.tegenspraak for stand in alle)
zin = f"Van {len(alle)} afspraken: {opsomming(delen)}."
if tegenspraken:
    zin += f" Bij {tegenspraken} spreekt het cijfer de melding tegen."
toon_titel(monitor, zin)

links, rechts = st.columns([13, 6], gap="medium")
with links:
    for thema in monitor.overeenkomst.themas:
        hoofd = [i for i in monitor.overeenkomst.indicatoren if i.thema == thema.thema and i.hoofd]
        cijfers = [cijfer(monitor, indicator, Keuze(), eerder) for indicator in hoofd]
        st.html(
            f'<section class="mp-thema"><div class="mp-kop">{koppeling(f"{thema.thema}. {thema.naam}", thema.slug)}'
            f"{tellers(telling(alle, thema))}</div>{tegels(cijfers)}</section>"
        )
with rechts:
    lijst = aandachtspunten(monitor, alle)[:MEESTE_PUNTEN]
    zinnen = [
        f"<b>{koppeling(punt.kop, 'afspraken', afspraak=punt.afspraak) if punt.afspraak else esc(punt.kop)}</b><br>{esc(punt.zin)}"
        for punt in lijst
    ]
    st.html(f'<div class="mp-kader"><h2>Wat het overleg moet bespreken</h2>{punten(zinnen)}</div>')
    if (volgende := volgende_moment(monitor)) is not None:
        st.html(
            f'<div class="mp-kader"><h3>Volgende moment: {esc(volgende.wanneer)}</h3>{esc(volgende.naam)}. {esc(volgende.wat)}</div>'
        )
