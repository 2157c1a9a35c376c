"""One upload in one session: the file as it was read, and what the analyst has decided about it so far.

The file itself is not kept: it is read once, in a process of its own, and what remains is the workbook in the memory of
this session, until it is published or another file is chosen. Columns that are left out are taken out of that too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.inname import Inname, Omgeving, Tabelkeuze, Werkboek, lees, neem_in
from dashboard.monitor import Monitor

_SLEUTEL, _MELDING, _RONDE = "aanlevering", "aanlevering_melding", "aanlevering_ronde"


@dataclass
class Aanlevering:
    """The workbook, the choices per table (none until it was looked at once), and the columns that are left out.

    `basis` is the publication that was the newest when `inname` was made, `gezien` the one that the consequences on the
    screen were worked out for; `gevolgen` is kept by who worked them out.
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
        """Change the choices for one table; the outcome has to be made anew."""
        self.keuzes[nummer] = replace(self.keuzes[nummer], **anders)
        self._opnieuw()

    def kies_corporatie(self, corporatie: str | None) -> None:
        """Whose file this is, where the file does not say so."""
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
    """What this session is working on."""
    gevonden: Aanlevering | None = st.session_state.get(_SLEUTEL)
    return gevonden


def vergeet() -> None:
    """Let go of the file and of everything that was in it."""
    st.session_state.pop(_SLEUTEL, None)


def open_bestand(bestand_id: str, naam: str, inhoud: bytes) -> Aanlevering:
    """Read an uploaded file, unless it is the one this session already has. Raises Geweigerd."""
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
    """Work on this workbook from now on: read from a file, or typed in the monitor (then it has no `bestand_id`)."""
    nieuw = Aanlevering(bestand_id, werkboek)
    st.session_state[_SLEUTEL] = nieuw
    return nieuw


def beoordeel(aanlevering: Aanlevering, monitor: Monitor, voortgang: Callable[[str, float], None]) -> Inname:
    """The outcome for the choices of this moment, made again only after a choice or a publication changed it.

    Raises Geweigerd, with the columns, when there are columns that look personal and are not left out.
    """
    nummer = monitor.publicatie.nummer if monitor.publicatie else 0
    if aanlevering.inname is None or aanlevering.basis != nummer:
        inname = neem_in(
            aanlevering.werkboek,
            Omgeving(monitor.overeenkomst, monitor.gegevens),
            aanlevering.keuzes,
            corporatie=aanlevering.corporatie,
            zonder=aanlevering.zonder,
            voortgang=voortgang,
        )
        aanlevering.werkboek = inname.werkboek  # without the columns that were left out
        aanlevering.inname, aanlevering.basis, aanlevering.gevolgen = inname, nummer, None
        aanlevering.keuzes = [tabel.keuze for tabel in inname.tabellen]
    return aanlevering.inname


def rond_af(zin: str) -> None:
    """The delivery is published: start with an empty page that says so."""
    vergeet()
    st.session_state[_RONDE] = ronde() + 1
    meld(zin)


def ronde() -> int:
    """Goes up with every publication, so that the chooser of files is empty again."""
    return int(st.session_state.get(_RONDE, 0))


def meld(zin: str) -> None:
    """Say this at the next run, once."""
    st.session_state[_MELDING] = zin


def melding() -> str:
    """What was to be said at this run."""
    return str(st.session_state.pop(_MELDING, ""))
