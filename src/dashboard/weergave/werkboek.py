"""The button by which what is on the screen is taken along as a workbook."""

from __future__ import annotations

import threading
from functools import partial

import streamlit as st

from dashboard.afspraken import Thema
from dashboard.cijfers import Keuze
from dashboard.monitor import Monitor
from dashboard.papieren.uitgave import Uitgave
from dashboard.papieren.werkboek import bestandsnaam, werkboek
from dashboard.weergave.aanleveren.bestand import XLSX
from dashboard.weergave.toestand import vorige

_een_tegelijk = threading.Lock()  # making one takes seconds: thirty who ask at once do not hold up who only reads


def toon_werkboekknop(monitor: Monitor, keuze: Keuze | None = None, thema: Thema | None = None) -> None:
    """Show the button. The file is made when somebody asks for it, of this stand and this choice; the button turns until
    it is there.
    """
    uitgave = Uitgave(monitor, vorige(monitor), keuze or Keuze(), thema)
    st.download_button(
        "Meenemen als werkboek",
        partial(maak, uitgave),
        bestandsnaam(uitgave),
        XLSX,
        key="werkboek",
        on_click="ignore",
        help=f"Een Excel-bestand met: {uitgave.gekozen}. Het maken duurt enkele tellen.",
    )


def maak(uitgave: Uitgave) -> bytes:
    """The file; who asks while another is being made waits for that."""
    with _een_tegelijk:
        return werkboek(uitgave)
