"""Choosing a file, templates for whoever has none, and what happens when a file is refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from dashboard.inname import TE_LEVEREN, Geweigerd, sjabloon, sjabloonnaam
from dashboard.monitor import Monitor
from dashboard.weergave.aanleveren.sessie import Aanlevering, bij_keuze, huidige, kiezer, open_bestand, vergeet
from dashboard.weergave.html import alinea, omkaderd, punten, toon_html

SOORTEN = ["xlsx", "xlsm", "xls", "ods", "csv", "parquet"]
_IN_HET_BESTAND = "staat in het bestand"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def kies_bestand(monitor: Monitor) -> Aanlevering | None:
    """The file that this session works on; None while there is none. Raises Geweigerd for one that cannot be read."""
    links, rechts = st.columns([5, 2], gap="medium")
    bestand = links.file_uploader(
        "Kies een bestand: Excel (xlsx, xlsm, xls), ods, csv of parquet",
        type=SOORTEN,
        key=kiezer(),
        on_change=bij_keuze,
    )
    codes = [_IN_HET_BESTAND, *(c.corporatie for c in monitor.overeenkomst.corporaties)]
    corporatie = rechts.selectbox(
        "Corporatie",
        codes,
        format_func=lambda code: monitor.overeenkomst.kort.get(code, code),
        key="lever_corporatie",
        placeholder=" ",
    )
    aanlevering = huidige()
    if bestand is not None:
        with st.spinner(f"Bezig met lezen van {bestand.name}"):
            aanlevering = open_bestand(bestand.file_id, bestand.name, bestand.getvalue())
    elif aanlevering is None or not aanlevering.bestand_id:
        return None
    else:
        _toon_nog_bezig(links, aanlevering)
    aanlevering.kies_corporatie(None if corporatie == _IN_HET_BESTAND else corporatie)
    return aanlevering


def _toon_nog_bezig(plek: DeltaGenerator, aanlevering: Aanlevering) -> None:
    """Say which file is worked on when the chooser is empty, because somebody was on another page, and let it be put away."""
    with plek:
        toon_html(Markup('<p class="mp-bron">U bent nog bezig met <b>{}</b>.</p>').format(aanlevering.werkboek.bestand))
        st.button("Leg dit bestand weg", key="leg_weg", on_click=vergeet)


def toon_sjablonen(monitor: Monitor) -> None:
    """Show a template per table, made when somebody downloads it."""
    uitklap = st.expander(
        "Sjablonen: een leeg bestand per tabel, met uitleg en keuzelijsten", key="sjablonen", on_change="rerun"
    )
    if not uitklap.open:
        return
    with uitklap:
        for kolom, tabel in zip(st.columns(len(TE_LEVEREN)), TE_LEVEREN, strict=True):
            kolom.download_button(
                tabel.naam.capitalize(),
                data=partial(sjabloon, tabel, monitor.overeenkomst),
                file_name=sjabloonnaam(tabel),
                mime=XLSX,
                on_click="ignore",
                key=f"sjabloon-{tabel.naam}",
            )


def toon_weigering(fout: Geweigerd, aanlevering: Aanlevering | None) -> None:
    """Show why the file is refused, and when personal data are the reason, offer to leave those columns out."""
    kolommen: Sequence[str] = fout.kolommen if aanlevering is not None else ()
    toon_html(omkaderd("Dit bestand is niet aangenomen", alinea(fout.zin)))
    if not kolommen or aanlevering is None:
        return
    toon_html(punten(kolommen))
    if st.button("Laat deze kolommen weg en lees verder", type="primary"):
        aanlevering.laat_weg(kolommen)
        st.rerun()
