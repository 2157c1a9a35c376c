"""The definition of a figure as switches, kept in the URL, and what the figure would be under every definition."""

from __future__ import annotations

import streamlit as st

from dashboard.afspraken import Definitie, Indicator
from dashboard.basis.opmaak import getal, kleine_letter
from dashboard.cijfers import Keuze, figuur
from dashboard.cijfers.anders import Variant, varianten
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.normen import ANDERS, tekort_tekst
from dashboard.weergave.html import esc, stand_merk, tabel

_WOORD = {True: "ja", False: "nee"}


def gedraaid(monitor: Monitor) -> tuple[str, ...]:
    """Which switches the reader turned: what the toggle says, or else the URL. Anything but the other answer is as agreed."""
    return tuple(d.sleutel for d in monitor.overeenkomst.definities if _staat(d) is not d.standaard)


def toon_anders(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> None:
    """The switches of a figure, and the last whole year under every definition they make."""
    schakelaars = monitor.overeenkomst.schakelaars(indicator)
    if not schakelaars:
        st.html("<p>Dit cijfer is maar op één manier te tellen.</p>")
        return
    for definitie in schakelaars:
        st.session_state[definitie.sleutel] = _staat(definitie)
        aan = st.toggle(definitie.vraag, key=definitie.sleutel, help=f"Afgesproken: {_WOORD[definitie.standaard]}.")
        if aan is definitie.standaard:
            st.query_params.pop(definitie.sleutel, None)
        elif st.query_params.get(definitie.sleutel) != _WOORD[aan]:
            st.query_params[definitie.sleutel] = _WOORD[aan]
    st.html('<p class="mp-bron">Een cijfer met een andere definitie krijgt geen officiële stand.</p>')
    if indicator.eenheid != "verdeling":
        st.html(_varianten(monitor, indicator, keuze))


def _varianten(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> str:
    jaar, gevonden = monitor.onthoud(
        ("varianten", indicator.indicator, keuze), lambda: varianten(monitor, indicator, keuze)
    )
    if jaar is None:
        return "<p>Voor deze keuze is er nog geen heel jaar met een cijfer.</p>"
    titel = f"Wat als de definitie anders was: {kleine_letter(indicator.titel)}, {keuze_tekst(monitor, keuze)}, {jaar}"
    return tabel(_KOP, [_regel(variant) for variant in gevonden], rechts=(1, 2, 3), titel=titel)


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
