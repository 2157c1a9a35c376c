"""One upload in one session: the file as it was read, and what the analyst has decided about it so far.

The file itself is not kept: it is read once, in a process of its own, and the workbook stays in the memory of this
session until it is published or another file is chosen. Columns that are left out are removed from it too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.inname import Inname, Omgeving, Tabelkeuze, Werkboek, lees, neem_in, vandaag
from dashboard.monitor import Monitor

_SLEUTEL, _MELDING, _RONDE = "aanlevering", "aanlevering_melding", "aanlevering_ronde"
_BESTAND = "lever_bestand_"
_BESLUIT = ("lever_", "buiten-")  # what somebody filled in about a delivery is under keys that begin like this


@dataclass
class Aanlevering:
    """The workbook, the choices per table (none before the first check), and the columns that are left out.

    `basis` is the newest publication when `inname` was made, `gezien` the one for which the consequences on the screen were
    worked out; `gevolgen` are those consequences.
    """

    bestand_id: str
    werkboek: Werkboek
    corporatie: str | None = None
    keuzes: list[Tabelkeuze] = field(default_factory=list)
    zonder: frozenset[str] = frozenset()
    basis: int = 0
    gezien: int | None = None
    inname: Inname | None = None
    gevolgen: Any = None

    def kies(self, nummer: int, **anders: Any) -> None:
        """Change the choices for one table, so that the file is checked again."""
        self.keuzes[nummer] = replace(self.keuzes[nummer], **anders)
        self._opnieuw()

    def kies_corporatie(self, corporatie: str | None) -> None:
        """Set the corporatie of a file that does not name it."""
        if corporatie != self.corporatie:
            self.corporatie = corporatie
            self._opnieuw()

    def laat_weg(self, kolommen: Collection[str]) -> None:
        """Leave out columns that look personal."""
        self.zonder |= frozenset(kolommen)
        self._opnieuw()

    def _opnieuw(self) -> None:
        self.inname = self.gevolgen = None


def huidige() -> Aanlevering | None:
    """The file that this session works on."""
    gevonden: Aanlevering | None = st.session_state.get(_SLEUTEL)
    return gevonden


def vergeet() -> None:
    """Forget the file and everything in it."""
    st.session_state.pop(_SLEUTEL, None)


def bewaar() -> None:
    """Keep what is filled in about the file while another page or another part is on the screen: Streamlit forgets what is
    not shown. Called at every run.
    """
    if huidige() is None:
        return
    for sleutel in [str(sleutel) for sleutel in st.session_state if str(sleutel).startswith(_BESLUIT)]:
        if not sleutel.startswith(_BESTAND):  # a file may not be set; what was read from it stays in the session
            st.session_state[sleutel] = st.session_state[sleutel]


def kiezer() -> str:
    """The key of the file chooser: another one after every publication, so that it is empty again."""
    return f"{_BESTAND}{st.session_state.get(_RONDE, 0)}"


def bij_keuze() -> None:
    """Called when somebody chooses or removes a file, and not when the chooser is empty after another page."""
    if st.session_state[kiezer()] is None:
        vergeet()


def open_bestand(bestand_id: str, naam: str, inhoud: bytes) -> Aanlevering:
    """The uploaded file, read unless this session already has it. Raises Geweigerd."""
    bekend = huidige()
    if bekend is not None and bekend.bestand_id == bestand_id:
        return bekend
    vergeet()
    with tempfile.TemporaryDirectory(prefix="levering-") as map_:
        pad = Path(map_) / "bestand"
        pad.write_bytes(inhoud)
        werkboek = lees(pad, naam)
    return begin_met(werkboek, bestand_id)


def begin_met(werkboek: Werkboek, bestand_id: str = "") -> Aanlevering:
    """Start work on this workbook, read from a file or typed in the monitor (then without `bestand_id`)."""
    nieuw = Aanlevering(bestand_id, werkboek)
    st.session_state[_SLEUTEL] = nieuw
    return nieuw


def beoordeel(aanlevering: Aanlevering, monitor: Monitor, voortgang: Callable[[str, float], None]) -> Inname:
    """The outcome for the current choices, made again only after a choice or a publication changed. What a delivery is checked
    against, thousands of spellings, is read once per publication.

    Raises Geweigerd, with the columns, when columns look personal and are not left out.
    """
    nummer = monitor.publicatie.nummer if monitor.publicatie else 0
    if aanlevering.inname is None or aanlevering.basis != nummer:
        inname = neem_in(
            aanlevering.werkboek,
            monitor.onthoud("omgeving", lambda: Omgeving(monitor.overeenkomst, monitor.gegevens)),
            aanlevering.keuzes,
            corporatie=aanlevering.corporatie,
            zonder=aanlevering.zonder,
            dag=vandaag(),
            voortgang=voortgang,
        )
        aanlevering.werkboek = inname.werkboek  # without the columns that were left out
        aanlevering.inname, aanlevering.basis, aanlevering.gevolgen = inname, nummer, None
        aanlevering.keuzes = [tabel.keuze for tabel in inname.tabellen]
    return aanlevering.inname


def rond_af(zin: str) -> None:
    """After publishing, start with an empty page that says so; what was uploaded in this session is not kept."""
    vergeet()
    if run := get_script_run_ctx():  # Streamlit would keep the files until the page is closed
        run.uploaded_file_mgr.remove_session_files(run.session_id)
    st.session_state[_RONDE] = st.session_state.get(_RONDE, 0) + 1
    meld(zin)


def meld(zin: str) -> None:
    """Show this sentence once, at the next run."""
    st.session_state[_MELDING] = zin


def melding() -> str:
    """The sentence for this run; empty without one."""
    return str(st.session_state.pop(_MELDING, ""))
