"""The definition of a figure as switches, kept in the URL, and what the figure would be under every definition."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.afspraken import Definitie, Indicator
from dashboard.basis.opmaak import getal, kleine_letter
from dashboard.cijfers import Keuze, waarde_tekst
from dashboard.cijfers.anders import Variant, varianten
from dashboard.grafieken import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.normen import ANDERS, tekort_tekst
from dashboard.weergave.html import alinea, stand_merk, tabel, toon_html

_WOORD = {True: "ja", False: "nee"}


def anders_gekozen(monitor: Monitor) -> tuple[str, ...]:
    """The switches that the reader turned, from the toggles or else the URL; unknown values count as agreed."""
    return tuple(d.sleutel for d in monitor.overeenkomst.definities if _staat(d) is not d.standaard)


def toon_anders(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> None:
    """Show the switches of a figure, and its last whole year under every definition."""
    schakelaars = monitor.overeenkomst.schakelaars(indicator)
    if not schakelaars:
        toon_html(alinea("Dit cijfer is maar op één manier te tellen."))
        return
    for definitie in schakelaars:
        st.session_state[definitie.sleutel] = _staat(definitie)
        aan = st.toggle(definitie.vraag, key=definitie.sleutel, help=f"Afgesproken: {_WOORD[definitie.standaard]}.")
        if aan is definitie.standaard:
            st.query_params.pop(definitie.sleutel, None)
        elif st.query_params.get(definitie.sleutel) != _WOORD[aan]:
            st.query_params[definitie.sleutel] = _WOORD[aan]
    toon_html(Markup('<p class="mp-bron">Een cijfer met een andere definitie krijgt geen officiële stand.</p>'))
    if not indicator.eenheid.klassen:
        toon_html(_varianten(monitor, indicator, keuze))


def _varianten(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> Markup:
    jaar, gevonden = monitor.onthoud(
        ("varianten", indicator.indicator, keuze), lambda: varianten(monitor, indicator, keuze)
    )
    if jaar is None:
        return alinea("Voor deze keuze is er nog geen heel jaar met een cijfer.")
    titel = f"Wat als de definitie anders was: {kleine_letter(indicator.titel)}, {keuze_tekst(monitor, keuze)}, {jaar}"
    return tabel(_KOP, [_regel(variant) for variant in gevonden], rechts=(1, 2, 3), titel=titel)


_KOP = ("definitie", "cijfer", "teller", "noemer", "tekort", "stand")


def _regel(variant: Variant) -> list[str | None]:
    indicator, w, oordeel = variant.indicator, variant.waarneming, variant.oordeel
    tekort = tekort_tekst(oordeel.norm, indicator, oordeel.tekort, oordeel.waarneming) if oordeel else ""
    if oordeel is None:
        stand = "geen norm voor deze keuze"
    elif indicator.definitie:
        stand = stand_merk(oordeel.stand, oordeel.indicatief, ANDERS) + f" {ANDERS}"
    else:
        stand = stand_merk(oordeel.stand, oordeel.indicatief)
    return [
        indicator.definitie or Markup("<b>zoals afgesproken</b>"),
        waarde_tekst(indicator, w),
        getal(w.teller) if w and w.teller is not None else None,
        getal(w.noemer) if w and w.noemer is not None else None,
        tekort,
        stand,
    ]


def _staat(definitie: Definitie) -> bool:
    """Whether a switch is on now."""
    if definitie.sleutel in st.session_state:
        return bool(st.session_state[definitie.sleutel])
    in_adres = st.query_params.get(definitie.sleutel)
    return not definitie.standaard if in_adres == definitie.ander_antwoord else definitie.standaard
