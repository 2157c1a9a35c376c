"""The filters of a page: corporatie, kernen and years, kept in the URL so that a view can be shared."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.cijfers import Keuze
from dashboard.monitor import Monitor
from dashboard.weergave.definitie import anders_gekozen


def kies_uit(
    label: str, namen: Mapping[str, str], sleutel: str, leeg: str, begin: str | None = None, uitleg: str | None = None
) -> str | None:
    """The code that is chosen by a readable name, kept in the URL under its code; unknown codes are dropped.

    Streamlit's own binding puts the displayed name in the URL, which breaks a link as soon as a name is reworded.
    """
    in_adres = st.query_params.get(sleutel)
    if sleutel not in st.session_state and in_adres in namen:
        st.session_state[sleutel] = in_adres
    plek = None if begin is None else list(namen).index(begin)
    gekozen: str | None = st.selectbox(
        label,
        list(namen),
        index=plek,
        format_func=namen.__getitem__,
        key=sleutel,
        placeholder=leeg,
        help=uitleg,
    )
    if gekozen == begin:
        st.query_params.pop(sleutel, None)
    elif st.query_params.get(sleutel) != gekozen:
        st.query_params[sleutel] = gekozen or ""
    return gekozen


def gevraagd(sleutel: str) -> str | None:
    """What is chosen, asked before the choice itself is on the page.

    The link decides at the first run only: whoever clears the choice wants the list back, whatever the URL still says.
    """
    gekozen: str | None = st.session_state[sleutel] if sleutel in st.session_state else st.query_params.get(sleutel)
    return gekozen


def kies(monitor: Monitor) -> Keuze:
    """Show the filters in one row and return what is chosen. Values from a URL that do not exist are dropped."""
    overeenkomst = monitor.overeenkomst
    jaren = jaren_met_gegevens(monitor)
    kolommen = st.columns([3, 4, 2, 2], gap="medium", vertical_alignment="bottom")
    with kolommen[0]:
        corporatie = st.pills(
            "Corporatie",
            [c.corporatie for c in overeenkomst.corporaties],
            format_func=lambda code: overeenkomst.kort[code],
            key="corporatie",
            bind="query-params",
            help="Geen keuze: alle corporaties samen.",
        )
    with kolommen[1]:
        kernen = st.multiselect(
            "Kernen",
            [k.kern for k in overeenkomst.kernen],
            key="kernen",
            bind="query-params",
            placeholder="alle kernen",
            select_all=False,  # an English line, and no choice already means all
        )
    with kolommen[2]:
        van = st.selectbox("Vanaf", jaren, index=0, key="van", bind="query-params", placeholder=" ")
    with kolommen[3]:
        tot = st.selectbox("Tot en met", jaren, index=len(jaren) - 1, key="tot", bind="query-params", placeholder=" ")
    if int(van) > int(tot):
        st.warning("Het eerste jaar ligt na het laatste jaar; getoond wordt de hele periode.")
        van, tot = jaren[0], jaren[-1]
    return Keuze(corporatie, tuple(kernen), int(van), int(tot), anders_gekozen(monitor))


def jaren_met_gegevens(monitor: Monitor) -> list[str]:
    """The years with data or a plan, as text, because a year is a name and not an amount."""
    jaren = {rij["periode_tot"].year for rij in monitor.volledigheid.leveringen} | {
        rij["periode_van"].year for rij in monitor.volledigheid.leveringen
    }
    jaren |= {rij["jaar"] for rij in monitor.rijen("voorraad/plan")}
    if not jaren:
        jaren = {monitor.overeenkomst.gemeente.looptijd_van.year}
    return [str(jaar) for jaar in range(min(jaren), max(jaren) + 1)]
