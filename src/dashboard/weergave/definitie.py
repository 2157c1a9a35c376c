"""The definition of a figure as switches, kept in the URL, and what the figure would be under every definition."""

from __future__ import annotations

import streamlit as st

from dashboard.afspraken import Definitie, Indicator
from dashboard.cijfers import Keuze, figuur
from dashboard.definities import Variant, varianten
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.normen import ANDERS, tekort_tekst
from dashboard.opmaak import getal
from dashboard.weergave.html import esc, stand_merk, tabel

_WOORD = {True: "ja", False: "nee"}


def gedraaid(monitor: Monitor) -> tuple[str, ...]:
    """Which switches the reader turned: what the toggle says, or else the URL. Anything but the other answer is as agreed."""
    return tuple(d.sleutel for d in monitor.overeenkomst.definities if _staat(d) is not d.standaard)


def kies_definitie(monitor: Monitor, indicator: Indicator) -> None:
    """The switches of a figure behind one button that says what was turned; nothing for a figure without switches."""
    schakelaars = monitor.overeenkomst.schakelaars(indicator)
    if not schakelaars:
        return
    nu = monitor.overeenkomst.gedraaid(indicator, gedraaid(monitor)).definitie
    with st.popover(f"Definitie: {nu}" if nu else "Definitie: zoals afgesproken", width="stretch"):
        for definitie in schakelaars:
            st.session_state[definitie.sleutel] = _staat(definitie)
            aan = st.toggle(definitie.vraag, key=definitie.sleutel, help=f"Afgesproken: {_WOORD[definitie.standaard]}.")
            if aan is definitie.standaard:
                st.query_params.pop(definitie.sleutel, None)
            elif st.query_params.get(definitie.sleutel) != _WOORD[aan]:
                st.query_params[definitie.sleutel] = _WOORD[aan]
        st.html('<p class="mp-bron">Een cijfer met een andere definitie krijgt geen officiële stand.</p>')


def toon_varianten(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> None:
    """Opened on request: the last whole year under every definition, side by side."""
    if not monitor.overeenkomst.schakelaars(indicator) or indicator.eenheid == "verdeling":
        return
    uitklap = st.expander("Wat als de definitie anders was", key=f"varianten-{indicator.indicator}", on_change="rerun")
    if uitklap.open:
        with uitklap:
            jaar, gevonden = monitor.onthoud(
                ("varianten", indicator.indicator, keuze), lambda: varianten(monitor, indicator, keuze)
            )
            if jaar is None:
                st.html("<p>Voor deze keuze is er nog geen heel jaar met een cijfer.</p>")
                return
            titel = f"{indicator.titel}, {keuze_tekst(monitor, keuze)}, {jaar}"
            st.html(tabel(_KOP, [_regel(variant) for variant in gevonden], rechts=(1, 2, 3), titel=titel))


_KOP = ("definitie", "cijfer", "teller", "noemer", "tekort", "stand")


def _regel(variant: Variant) -> list[str]:
    indicator, w, oordeel = variant.indicator, variant.waarneming, variant.oordeel
    tekort = tekort_tekst(oordeel.norm, indicator, oordeel.tekort, oordeel.waarneming) if oordeel else ""
    if oordeel is None:
        stand = "geen norm voor deze keuze"
    elif indicator.definitie:
        stand = f"{stand_merk(oordeel.stand, oordeel.indicatief, ANDERS)} {ANDERS}"
    else:
        stand = stand_merk(oordeel.stand, oordeel.indicatief)
    return [
        esc(indicator.definitie) if indicator.definitie else "<b>zoals afgesproken</b>",
        esc(figuur(indicator, w)),
        esc(getal(w.teller) if w and w.teller is not None else None),
        esc(getal(w.noemer) if w and w.noemer is not None else None),
        esc(tekort),
        stand,
    ]


def _staat(definitie: Definitie) -> bool:
    """Where a switch stands now."""
    if definitie.sleutel in st.session_state:
        return bool(st.session_state[definitie.sleutel])
    in_adres = st.query_params.get(definitie.sleutel)
    return not definitie.standaard if in_adres == definitie.gedraaid else definitie.standaard
