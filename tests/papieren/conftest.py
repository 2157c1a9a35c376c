"""A small agreement with deliveries made by hand, in two publications, and how to read a workbook back."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import Monitor, open_monitor
from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import rijen

AFSPRAKEN = WORTEL / "tests" / "fixtures" / "kleinstad"
FORMULE = '=HYPERLINK("http://kwaad.example";"klik")'
MOMENT = dt.datetime(2025, 3, 1, 9, 0, tzinfo=dt.UTC)


def _vol(soort: str, delen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    gewoon = {"corporatie": "BAKEN", "kern": "Lindeveen", "groep": "gewoon", "afspraak": "A1"}
    return [
        rij | {"upload_id": "u1", "fictief": False} for rij in rijen(soort, [gewoon | d for d in delen]).to_pylist()
    ]


def _verhuurd(jaar: int, kern: str, gewoon: int, voorrang: int) -> list[dict[str, Any]]:
    groepen = ["gewoon"] * gewoon + ["voorrang"] * voorrang
    return [{"ingangsdatum": f"{jaar}-05-01", "groep": groep, "kern": kern, "wijk": "West"} for groep in groepen]


def _geleverd(nummer: int, tabel: str, corporatie: str | None, van: int) -> dict[str, Any]:
    periode = {"periode_van": dt.date(van, 1, 1), "periode_tot": dt.date(2024, 12, 31)}
    vast = {
        "sha256": "0",
        "rijen": 12,
        "aangeleverd_op": dt.date(2025, 1, 5),
        "fictief": False,
        "aangeleverd_door": "x",
    }
    return periode | vast | {"upload_id": f"u{nummer}", "tabel": tabel, "corporatie": corporatie, "bestand": FORMULE}


@pytest.fixture(scope="session")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publication 1, `eerste overleg`: lettings. Publication 2, `tweede overleg`: buurtkamers and a report too.

    Woonbaken delivered lettings of 2023 and 2024, Hofwonen of 2024 only, and had none. Of the buurtkamers in 2024 one kern
    has none, one has two, and of the third nobody knows.
    """
    map_ = tmp_path_factory.mktemp("papieren") / "opslag"
    verhuurd = _verhuurd(2023, "Lindeveen", 5, 5) + _verhuurd(2024, "Lindeveen", 8, 2) + _verhuurd(2024, "Graslo", 2, 0)
    eerst = {
        "verhuringen": _vol("verhuringen", verhuurd),
        "leveringen": [_geleverd(1, "verhuringen", "BAKEN", 2023), _geleverd(2, "verhuringen", "HOF", 2024)],
    }
    kamers = [{"kern": kern, "waarde": waarde} for kern, waarde in (("Lindeveen", 0.0), ("Graslo", 2.0))]
    gewoon = {"kengetal": "buurtkamers", "corporatie": None, "peildatum": "2024-12-31"}
    later = eerst | {
        "kengetallen": _vol("kengetallen", [gewoon | kamer for kamer in kamers]),
        "actiestatus": _vol(
            "actiestatus", [{"peildatum": "2025-02-20", "stand": "op_schema", "toelichting": "+1 erbij"}]
        ),
        "leveringen": [*eerst["leveringen"], _geleverd(3, "kengetallen", None, 2024)],
    }
    opslag = Opslag(str(map_)).maak()
    for nummer, (stand, inhoud) in enumerate([("eerste overleg", eerst), ("tweede overleg", later)]):
        tabellen = {naam: TABELLEN[naam].arrow(delen) for naam, delen in inhoud.items()}
        opslag.publiceer(alles(tabellen), wie="x", wat="proef", stand=stand, moment=MOMENT + dt.timedelta(days=nummer))
    return map_


@pytest.fixture(scope="session")
def open_klein(opslag: Path) -> Callable[..., Monitor]:
    """The Monitor on one of these publications."""
    return lambda stand=None: open_monitor(stand, map_=AFSPRAKEN, adres=str(opslag))


@pytest.fixture(scope="session")
def lees() -> Callable[[bytes], dict[str, list[list[Any]]]]:
    """Every sheet of a workbook, by name, as another program reads it."""

    def _lees(inhoud: bytes) -> dict[str, list[list[Any]]]:
        boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}

    return _lees
