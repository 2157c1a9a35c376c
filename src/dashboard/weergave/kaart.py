"""The map on a page, where a click opens a kern, and the table beside it with the same."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.afspraken import Indicator
from dashboard.basis.instellingen import WORTEL
from dashboard.figuren import CONFIG
from dashboard.grafieken.kernenkaart import ergste_eerst, gebieden, kaartgrafiek
from dashboard.monitor import Monitor
from dashboard.normen import Stand
from dashboard.weergave.grafiek import grafiek_met_figuur, is_donker
from dashboard.weergave.html import blijvend, kernkoppeling, stand_merk, tabel


def toon_kaart(monitor: Monitor, indicator: Indicator, jaar: int | None, vorm: str) -> None:
    """Draw the map or the tiles; a click on a kern opens its page."""
    donker = is_donker()
    gemaakt = grafiek_met_figuur(
        monitor,
        ("kaart", indicator.indicator, jaar, vorm, donker),
        lambda: kaartgrafiek(monitor, indicator, jaar, vorm, donker),
    )
    if gemaakt is None:
        return
    grafiek, figuur = gemaakt
    sleutel = f"kaart-{indicator.indicator}-{jaar}-{vorm}"
    keuze = st.plotly_chart(
        figuur,
        config=CONFIG,
        theme=None,
        alt=grafiek.alt,
        key=sleutel,
        on_select="rerun",
        selection_mode="points",
    )
    for punt in keuze["selection"]["points"]:
        kern = punt.get("customdata", [None])[0]
        if kern in {een.kern for een in monitor.overeenkomst.kernen}:
            st.switch_page(str(WORTEL / "pages" / "kern.py"), query_params={**blijvend.get(), "kern": kern})


def kaarttabel(monitor: Monitor, indicator: Indicator, jaar: int | None) -> Markup:
    """Kern (a link to its page), figure with what it rests on, and stand; the worst first."""
    rijen = []
    for gebied in ergste_eerst(gebieden(monitor, indicator, jaar)):
        stand = Stand(gebied.stand)
        merk = gebied.woord if gebied.tint is not None else stand_merk(stand, stand if gebied.indicatief else None)
        cijfer = gebied.waarde or gebied.klein
        if gebied.waarde and gebied.klein:
            cijfer = Markup('{0.waarde} <span class="mp-bron">({0.klein})</span>').format(gebied)
        rijen.append([kernkoppeling(gebied.naam), cijfer, merk])
    return tabel(["kern", indicator.titel, "stand"], rijen, rechts=[1])
