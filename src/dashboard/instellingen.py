"""Every setting of the monitor in one table: name, default, meaning. Nothing else reads the environment.

Settings come from environment variables, because that is what a container, a service file and a Windows shortcut
have in common. `docs/ontwikkelen.md` lists the same table; a test compares the two.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]


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
    Instelling("MONITOR_KLEIN", "10", "onder dit aantal is een aandeel te klein om te beoordelen"),
)

_STANDAARD = {instelling.naam: instelling.standaard for instelling in INSTELLINGEN}


def instelling(naam: str) -> str:
    """Return the value of a setting; a name outside the table is a programming error (KeyError)."""
    return os.environ.get(naam) or _STANDAARD[naam]


def afspraken_map() -> Path:
    """Folder with the agreement as data."""
    return Path(instelling("MONITOR_AFSPRAKEN"))


def query_map() -> Path:
    """Folder with every SQL statement of the project; not a setting, because code and queries belong together."""
    return WORTEL / "queries"
