"""Every setting of the monitor in one table: name, default, meaning. Nothing else reads the environment.

Settings come from environment variables, because that is what a container, a service file and a Windows shortcut
have in common. `docs/ontwikkelen.md` lists the same table; a test compares the two.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from dashboard.basis.fouten import Gebruikersfout

WORTEL = Path(__file__).resolve().parents[3]


class InstellingFout(Gebruikersfout):
    """A setting that cannot be used; the message is Dutch and names it."""


@dataclass(frozen=True)
class Instelling:
    """One setting: the environment variable, what holds without it, and what it means (Dutch, shown in the docs)."""

    naam: str
    standaard: str
    uitleg: str


INSTELLINGEN: tuple[Instelling, ...] = (
    Instelling("MONITOR_AFSPRAKEN", str(WORTEL / "data" / "afspraken"), "map met de afspraken als data"),
    Instelling("MONITOR_DATA", str(WORTEL / "data" / "store"), "map of s3-adres van de opslag"),
    Instelling("MONITOR_GEHEUGEN", "1GB", "geheugen dat DuckDB per publicatie mag gebruiken"),
    Instelling("MONITOR_QUERYTIJD", "20", "seconden waarna een query wordt afgebroken"),
    Instelling("MONITOR_RIJEN", "100000", "grootste aantal rijen dat een query mag teruggeven"),
    Instelling(
        "MONITOR_HOSTS", "localhost, 127.0.0.1, ::1", "namen waaronder de monitor bereikbaar is, met komma's ertussen"
    ),
    Instelling("MONITOR_KLEIN", "10", "onder dit aantal is een aandeel te klein om te beoordelen"),
    Instelling("MONITOR_UPLOAD_MB", "20", "grootste bestand dat wordt aangenomen, in megabyte"),
    Instelling(
        "MONITOR_UPLOAD_SESSIE_MB", "60", "bestanden die een venster tegelijk open mag hebben, samen, in megabyte"
    ),
    Instelling("MONITOR_UPLOAD_TOTAAL_MB", "300", "bestanden die alle vensters samen open mogen hebben, in megabyte"),
    Instelling("MONITOR_UPLOAD_UITGEPAKT", "250", "grootste inhoud van een bestand na uitpakken, in megabyte"),
    Instelling("MONITOR_UPLOAD_RIJEN", "200000", "grootste aantal rijen van een blad"),
    Instelling("MONITOR_UPLOAD_KOLOMMEN", "500", "grootste aantal kolommen van een blad"),
    Instelling("MONITOR_UPLOAD_CELLEN", "3000000", "grootste aantal cellen van een bestand"),
    Instelling("MONITOR_UPLOAD_GEHEUGEN", "1000", "geheugen dat het lezen van een bestand mag kosten, in megabyte"),
    Instelling("MONITOR_UPLOAD_SECONDEN", "30", "seconden waarna het lezen van een bestand wordt afgebroken"),
)

_STANDAARD = {instelling.naam: instelling.standaard for instelling in INSTELLINGEN}


def instelling(naam: str) -> str:
    """The value of a setting; a name outside the table is a programming error (KeyError)."""
    return os.environ.get(naam) or _STANDAARD[naam]


def getal_van(naam: str) -> float:
    """A setting that is a number. Raises InstellingFout for anything else."""
    return float(_gelezen(naam, r"\d{1,12}(\.\d+)?", "een getal"))


def hoeveelheid_van(naam: str) -> str:
    """A setting that is an amount of memory, as DuckDB reads it. Raises InstellingFout for anything else."""
    return _gelezen(naam, r"\d{1,6}(\.\d+)? ?[KMGT]i?B", "een hoeveelheid als 1GB")


def _gelezen(naam: str, patroon: str, verwacht: str) -> str:
    waarde = instelling(naam)
    if not re.fullmatch(patroon, waarde):
        raise InstellingFout(f"instelling {naam}: verwacht {verwacht}; gevonden: '{waarde}'")
    return waarde


def afspraken_map() -> Path:
    """Folder with the agreement as data."""
    return Path(instelling("MONITOR_AFSPRAKEN"))


def query_map() -> Path:
    """Folder with every SQL statement of the project; not a setting, because code and queries belong together."""
    return WORTEL / "queries"
