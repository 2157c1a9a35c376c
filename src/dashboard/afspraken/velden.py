"""The description of a TOML table by its fields, and the check that finds every fault at once."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.tabellen.tabel import Fout

VERPLICHT: Any = object()


@dataclass(frozen=True)
class Veld:
    """A field: its kind (a list holds some of `waarden`, a dict texts), and its value when left out."""

    naam: str
    uitleg: str
    soort: type = str
    waarden: tuple[str, ...] = ()
    standaard: Any = VERPLICHT

    @property
    def verplicht(self) -> bool:
        """Whether the field may not be left out."""
        return self.standaard is VERPLICHT

    @property
    def verwacht(self) -> str:
        """What belongs in this field, as the end of a Dutch sentence that starts with 'verwacht'."""
        keuze = ", ".join(self.waarden)
        if self.soort is list:
            return f"een lijst met een of meer van: {keuze}"
        soorten = {
            str: f"een van: {keuze}" if keuze else "tekst",
            bool: "true of false",
            dict: 'namen met tekst, als { naam = "waarde" }',
            dt.date: "een datum als 2025-12-31",
        }
        return soorten[self.soort]

    def past(self, waarde: Any) -> bool:
        """Whether a value from TOML may stand in this field."""
        if isinstance(waarde, list):
            return self.soort is list and bool(waarde) and all(deel in self.waarden for deel in waarde)
        if isinstance(waarde, dict):
            return self.soort is dict and all(isinstance(deel, str) for deel in waarde.values())
        return isinstance(waarde, self.soort) and (waarde in self.waarden if self.waarden else waarde != "")


def lees_toml(pad: Path, bestand: str) -> tuple[dict[str, Any], list[Fout]]:
    """The content of a TOML file, or the fault that it cannot be read."""
    if not pad.is_file():
        return {}, [Fout(bestand, 0, "", "", "dat dit bestand bestaat")]
    try:
        return tomllib.loads(pad.read_text("utf-8")), []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        return {}, [Fout(bestand, 0, "", str(fout), "een leesbaar TOML-bestand")]


def lees_velden(inhoud: Mapping[str, Any], velden: Sequence[Veld], bestand: str) -> tuple[dict[str, Any], list[Fout]]:
    """The value of every field, and every fault: a field that is missing, unknown, or holds something else."""
    bekend = {veld.naam: veld for veld in velden}
    fouten = [
        Fout(bestand, 0, naam, "", "een bekend veld: " + ", ".join(bekend)) for naam in inhoud if naam not in bekend
    ]
    fouten += [
        Fout(bestand, 0, naam, _toon(inhoud.get(naam, "")), veld.verwacht)
        for naam, veld in bekend.items()
        if (naam in inhoud or veld.verplicht) and not veld.past(inhoud.get(naam))
    ]
    return {naam: inhoud.get(naam, veld.standaard) for naam, veld in bekend.items()}, fouten


def _toon(waarde: Any) -> str:
    """A value in the notation of a fault."""
    if isinstance(waarde, list):
        return ", ".join(_toon(deel) for deel in waarde)
    if isinstance(waarde, dict):
        return ", ".join(f"{naam} = {_toon(deel)}" for naam, deel in waarde.items())
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
