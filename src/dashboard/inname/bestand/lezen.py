"""Reads an upload: a look at the container first, then the parsing in a process of its own that may die.

A hostile file can make a parser crash, fill the memory or never return. That may not happen to the server, so each file
is parsed in a process of its own, with limits on memory and time and without secrets. Its answer is read as plain JSON
from a file without a name, so nothing is left behind, however either process ends.
"""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from dashboard.basis.instellingen import INSTELLINGEN
from dashboard.basis.logboek import storingsnummer
from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import Grenzen, grenzen
from dashboard.inname.bestand.overdracht import lees_terug
from dashboard.inname.bestand.wacht import controleer_bestand
from dashboard.inname.fouten import Geweigerd, Lezerfout
from dashboard.inname.werkboek import Blad, Werkboek

_LOG = logging.getLogger(__name__)
# Everything that can go wrong with an answer that may hold anything, because a hostile file was parsed.
_FOUTEN = (ValueError, TypeError, LookupError, OverflowError, RecursionError)
_NIET_GELUKT = "Het bestand kan niet worden gelezen: het is beschadigd of vraagt te veel geheugen."
_ONZE_FOUT = (
    "Dit bestand is niet gelezen door een fout in de monitor, niet door het bestand; meld storing {} bij de beheerder."
)
_LEEG = "Het bestand bevat geen gevulde cellen."
# Everything else in the environment (keys of the store, passwords) is kept from the process that parses.
_OMGEVING = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")
_INSTELLINGEN = frozenset(instelling.naam for instelling in INSTELLINGEN if "_UPLOAD_" in instelling.naam)
_ZUINIG = {"PYTHONUTF8": "1", "ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1", "RUST_BACKTRACE": "0"}
# Two at a time: a third analyst waits a moment, so that the server does not run out of memory.
_PLAATSEN = threading.BoundedSemaphore(2)


def lees(pad: Path, naam: str) -> Werkboek:
    """Read the file at `pad`, which its owner calls `naam`; raises Geweigerd, and nothing else, when it cannot be read."""
    naam = _kale_naam(naam)
    soort = controleer_bestand(pad, naam)
    grens = grenzen()
    try:
        with pad.open("rb") as bestand:
            sha256 = hashlib.file_digest(bestand, "sha256").hexdigest()
        with _PLAATSEN, tempfile.TemporaryFile() as uit:
            _ontleed(_opdracht(soort, pad), uit, grens)
            bladen, basis1904 = _antwoord(uit, grens)
    except (Lezerfout, OSError, subprocess.SubprocessError) as fout:
        nummer = storingsnummer()
        wat = str(fout) if isinstance(fout, Lezerfout) else type(fout).__name__
        _LOG.error("Storing %s bij het lezen van een %s-bestand: %s", nummer, soort, wat)
        raise Geweigerd(_ONZE_FOUT.format(nummer)) from fout
    except _FOUTEN as fout:
        raise Geweigerd(_NIET_GELUKT) from fout
    if not any(blad.rijen for blad in bladen):
        raise Geweigerd(_LEEG)
    return Werkboek(naam, soort, tuple(_met_naam(blad, naam) for blad in bladen), sha256, basis1904)


def _kale_naam(naam: str) -> str:
    """The name without folders and without characters that do not belong in a name."""
    kaal = PurePosixPath(naam.replace("\\", "/")).name
    return "".join(teken if teken.isprintable() else "\ufffd" for teken in kaal)[:200] or "bestand"


def _met_naam(blad: Blad, naam: str) -> Blad:
    """The sheet with a name: a CSV or Parquet file has none, so it gets that of the file."""
    return blad if blad.naam else replace(blad, naam=naam.rsplit(".", 1)[0] or naam)


def _opdracht(soort: str, pad: Path) -> list[str]:
    """The command of the process. With -P no module is imported from the folder where the server happens to run."""
    return [sys.executable, "-P", "-m", "dashboard.inname.bestand.lezer", soort, str(pad)]


def _ontleed(opdracht: list[str], uit: BinaryIO, grens: Grenzen) -> None:
    omgeving = {
        sleutel: waarde
        for sleutel, waarde in os.environ.items()
        if sleutel.upper() in _OMGEVING or sleutel in _INSTELLINGEN
    }
    begin = time.monotonic()
    # stderr may hold cells of the file, so nobody reads it.
    proces = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        opdracht, stdin=subprocess.DEVNULL, stdout=uit, stderr=subprocess.DEVNULL, env=omgeving | _ZUINIG
    )
    # Not `wait` with a time-out: that polls every 50 ms, and most files are read faster.
    wekker = threading.Timer(grens.seconden, proces.kill)
    wekker.daemon = True
    wekker.start()
    try:
        status = proces.wait()
    finally:
        wekker.cancel()
        proces.kill()
        proces.wait()
    if status != 0 and time.monotonic() - begin >= grens.seconden:
        raise Geweigerd(f"Het lezen van het bestand duurt langer dan {getal(grens.seconden)} seconden.")
    if status == 1:  # how Python ends when something goes wrong before it could say what
        raise Lezerfout("de lezer eindigde met status 1")
    if status != 0:
        raise Geweigerd(_NIET_GELUKT)


def _antwoord(uit: BinaryIO, grens: Grenzen) -> tuple[tuple[Blad, ...], bool]:
    if uit.seek(0, os.SEEK_END) > grens.uitgepakt + 1000:
        raise Geweigerd(_NIET_GELUKT)
    uit.seek(0)
    return lees_terug(uit)
