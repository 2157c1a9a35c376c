"""Reports and measurements typed in the monitor itself: a small table that is treated as a file.

The table becomes a workbook in memory, so that the same columns, words, checks, effect and history hold for it.
Every cell is text: the intake reads Dutch numbers and dates, and the editor's own number and date fields do not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard.inname import Blad, Werkboek
from dashboard.monitor import Monitor
from dashboard.tabellen.contracten import ACTIESTATUS, KENGETALLEN, eigen_kolommen
from dashboard.tabellen.tabel import Kolom, Tabel
from dashboard.weergave.aanleveren.sessie import begin_met
from dashboard.weergave.html import toon_html

_TABELLEN = {"Actiestatus": ACTIESTATUS, "Kengetallen": KENGETALLEN}
_BESTAND = "ingevoerd in de monitor"


def toon_bewerken(monitor: Monitor) -> None:
    """Let the analyst choose a table and a date, change or add rows, and check them like any delivery."""
    keuze = st.segmented_control(
        "Wat wilt u bijwerken", list(_TABELLEN), default="Actiestatus", required=True, key="bewerk"
    )
    doel = _TABELLEN[str(keuze)]
    dagen = sorted(set(monitor.gegevens[doel.naam]["peildatum"].to_pylist()), reverse=True)
    links, _ = st.columns([2, 5])
    dag: str | None = links.selectbox(
        "Peildatum",
        [f"{dag:%d-%m-%Y}" for dag in dagen],
        key=f"bewerk-dag-{doel.naam}",
        accept_new_options=True,
        help="Kies een datum, of typ een nieuwe, zoals 31-12-2026.",
        placeholder="kies of typ een datum",
    )
    if dag is None:
        return
    kolommen = [k for k in eigen_kolommen(doel) if k.naam != "peildatum"]
    begin = _huidige_rijen(monitor, doel, kolommen, dag)
    toon_html(
        Markup(
            '<p class="mp-bron">Typ of plak in de tabel. Een regel toevoegen kan onderaan; '
            "een lege regel telt niet mee.</p>"
        )
    )
    ingevuld = st.data_editor(
        begin,
        num_rows="dynamic",
        hide_index=True,
        height=420,
        column_config={kolom.naam: _editor(monitor, kolom) for kolom in kolommen},
        key=f"bewerk-{doel.naam}-{dag}",
        alt=f"Invultabel {doel.naam} voor {dag}",
    )
    if st.button("Controleer deze regels", type="primary"):
        rijen = [tuple(rij) for rij in ingevuld.fillna("").astype(str).itertuples(index=False) if any(rij)]
        begin_met(_werkboek(doel, [k.naam for k in kolommen], rijen, dag))
        st.rerun()


def _huidige_rijen(monitor: Monitor, doel: Tabel, kolommen: Sequence[Kolom], dag: str) -> pd.DataFrame:
    rijen = [rij for rij in monitor.gegevens[doel.naam].to_pylist() if f"{rij['peildatum']:%d-%m-%Y}" == dag]
    return pd.DataFrame(
        [[_cel(rij[k.naam]) for k in kolommen] for rij in rijen], columns=[k.naam for k in kolommen], dtype=str
    )


def _cel(waarde: object) -> str:
    """The value as somebody would type it: a comma for decimals and no points, which are ambiguous."""
    if isinstance(waarde, float):
        return f"{waarde:.10g}".replace(".", ",")
    return "" if waarde is None else str(waarde)


def _editor(monitor: Monitor, kolom: Kolom) -> Any:
    """A list to choose from where the contract has one; plain text elsewhere."""
    keuzes = kolom.waarden
    if kolom.verwijst:
        tabel = monitor.overeenkomst.tabellen[kolom.verwijst]
        keuzes = tuple(dict.fromkeys(str(code) for code in tabel.column(0).to_pylist()))
    label = kolom.naam if kolom.verplicht else f"{kolom.naam} (mag leeg)"
    if keuzes:
        return st.column_config.SelectboxColumn(label, options=list(keuzes), help=kolom.uitleg)
    return st.column_config.TextColumn(label, help=kolom.uitleg)


def _werkboek(doel: Tabel, namen: Sequence[str], rijen: Sequence[tuple[str, ...]], dag: str) -> Werkboek:
    kop = ("peildatum", *namen)
    inhoud = (kop, *((dag, *(cel or None for cel in rij)) for rij in rijen))
    merk = hashlib.sha256(repr(inhoud).encode()).hexdigest()
    return Werkboek(_BESTAND, "invoer", (Blad(doel.naam, verborgen=False, rijen=inhoud),), merk)
