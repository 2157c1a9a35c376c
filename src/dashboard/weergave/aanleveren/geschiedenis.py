"""Every delivery ever, what became of it, and how to go back."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.basis.instellingen import instelling
from dashboard.basis.opmaak import aantal, datum, getal, tijdstip
from dashboard.inname import Geleverd, geschiedenis
from dashboard.monitor import Monitor
from dashboard.store import Opslag, OpslagFout
from dashboard.weergave.aanleveren import sessie
from dashboard.weergave.html import alinea, tabel, toon_html
from dashboard.weergave.toestand import publicatienamen, publicaties
from dashboard.weergave.toestand import vergeet as vergeet_publicaties

_KOP = [
    "publicatie",
    "wanneer",
    "van",
    "bestand",
    "tabel",
    "corporatie",
    "periode",
    "rijen",
    "weggelaten",
    "waarschuwingen",
    "stand",
]


def toon_geschiedenis(monitor: Monitor) -> None:
    """Show the deliveries, newest first, and the choice to go back to an earlier publication."""
    alle = publicaties()
    if not alle:
        toon_html(alinea("Er is nog niets gepubliceerd."))
        return
    _toon_terugzetten(monitor)
    geleverd = geschiedenis(Opslag(instelling("MONITOR_DATA")))
    rijen = [_rij(monitor, levering) for levering in geleverd]
    titel = f"{aantal(len(geleverd), 'levering', 'leveringen')}, de nieuwste bovenaan; de vingerafdruk staat bij het bestand"
    toon_html(tabel(_KOP, rijen, rechts=[7, 8, 9], titel=titel, rol=True))


def _rij(monitor: Monitor, levering: Geleverd) -> list[str | int | None]:
    rij = levering.rij
    blad = f", blad {rij['blad']}" if rij["blad"] else ""
    return [
        levering.publicatie.nummer,
        tijdstip(levering.moment),
        rij["aangeleverd_door"],
        Markup('<span title="sha256 {}">{}{}</span>').format(rij["sha256"], rij["bestand"], blad),
        rij["tabel"],
        monitor.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"] or ""),
        f"{datum(rij['periode_van'])} t/m {datum(rij['periode_tot'])}",
        getal(rij["rijen"]),
        getal(rij["weggelaten"] or 0),
        getal(rij["waarschuwingen"] or 0),
        levering.toestand,
    ]


def _toon_terugzetten(monitor: Monitor) -> None:
    """Restore in two clicks: choose the publication, confirm. A restore is a publication too, so it can be undone."""
    alle = publicaties()
    eerdere = publicatienamen(alle[:-1])
    if not eerdere:
        return
    links, midden, rechts = st.columns([5, 3, 2], gap="medium", vertical_alignment="bottom")
    gekozen = links.selectbox(
        "Terug naar een eerdere publicatie",
        list(eerdere),
        format_func=eerdere.__getitem__,
        key="terug",
        placeholder=" ",
    )
    partijen = {partij.partij: partij.naam for partij in monitor.overeenkomst.partijen}
    wie = midden.selectbox(
        "Namens wie", list(partijen), index=None, format_func=partijen.__getitem__, placeholder="kies", key="terug_wie"
    )
    if rechts.button("Zet terug", disabled=wie is None, key="terug_knop"):
        try:
            nieuw = Opslag(instelling("MONITOR_DATA")).herstel(gekozen, wie=partijen[str(wie)])
        except OpslagFout as fout:
            st.error(str(fout))
            return
        vergeet_publicaties()
        sessie.meld(f"Publicatie {nieuw.nummer}: {nieuw.wat}")
        st.rerun()
