"""`export` and `bericht`: the documents from the command line, and what they answer to words they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from dashboard.store import Opslag
from tests.papieren.conftest import AFSPRAKEN

FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief).\n"


@pytest.fixture(scope="module")
def klein(roep, tmp_path_factory) -> dict:
    """The second gemeente with its invented data."""
    omgeving = {"MONITOR_AFSPRAKEN": AFSPRAKEN, "MONITOR_DATA": tmp_path_factory.mktemp("export") / "store"}
    assert roep("demo", **omgeving).code == 0
    return omgeving


def _bladen(pad: Path) -> dict[str, list[list]]:
    boek = CalamineWorkbook.from_path(pad)
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


def test_export_maakt_een_werkboek_en_elk_blad_zegt_dat_het_verzonnen_is(roep, klein, tmp_path):
    uit = tmp_path / "werkboek.xlsx"
    keuze = ("--stand", "jaargesprek 2025", "--thema", "1", "--kern", "graslo", "--corporatie", "Hofwonen")
    uitkomst = roep("export", "--formaat", "xlsx", "--uit", str(uit), *keuze, **klein)
    gezegd = (
        f"{uit}: Woonakkoord Kleinstad 2024-2026, jaargesprek 2025, publicatie 1 van 28 februari 2025, 09.00 uur; "
        f"thema 1, Huizen voor iedereen; alleen Hofwonen, Graslo.\n{FICTIEF}"
    )
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (0, gezegd, "")
    bladen = _bladen(uit)
    assert len(bladen) == 8
    assert {rijen[2][0] for rijen in bladen.values()} == {"Verzonnen voorbeeldgegevens (fictief)."}


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--thema", "9"], "--thema 9 bestaat niet; kies uit 1 (Huizen voor iedereen) of 2 (Goede buren)\n"),
        (["--kern", "Dorp"], "--kern Dorp bestaat niet; kies uit Lindeveen, Graslo of Kraaiendam\n"),
        (
            ["--corporatie", "Noord"],
            "--corporatie Noord bestaat niet; kies uit BAKEN (Stichting Woonbaken) of HOF (Vereniging Hofwonen)\n",
        ),
        (["--stand", "oud"], "publicatie 'oud' bestaat niet; er zijn er 2\n"),
    ],
)
def test_export_weigert_wat_er_niet_is_en_schrijft_dan_niets(roep, klein, tmp_path, woorden, zin):
    uit = tmp_path / "werkboek.xlsx"
    uitkomst = roep("export", "--formaat", "xlsx", "--uit", str(uit), *woorden, **klein)
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout, uit.exists()) == (2, "", zin, False)


def test_export_zegt_welk_formaat_kan_en_waar_het_niet_kan_schrijven(roep, klein, tmp_path):
    uitkomst = roep("export", "--formaat", "docx", "--uit", "x", **klein)
    zin = "ongeldige waarde voor formaat, kies uit xlsx; zie python -m dashboard --help\n"
    assert (uitkomst.code, uitkomst.fout) == (2, zin)
    uit = tmp_path / "weg" / "werkboek.xlsx"
    uitkomst = roep("export", "--formaat", "xlsx", "--uit", str(uit), **klein)
    zin = f"{uit} is niet te schrijven: bestaat de map, en mag u daar schrijven?\n"
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (2, "", zin)


def test_export_van_een_lege_opslag_zegt_dat_er_nog_niets_is(roep, klein, tmp_path):
    leeg = Opslag(str(tmp_path / "leeg")).maak().adres
    uit = tmp_path / "werkboek.xlsx"
    uitkomst = roep("export", "--formaat", "xlsx", "--uit", str(uit), **klein | {"MONITOR_DATA": leeg})
    fout = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien.\n"
    assert (uitkomst.code, uitkomst.fout, len(_bladen(uit))) == (0, fout, 11)


def test_bericht_gaat_over_wat_er_sinds_een_stand_veranderde(roep, klein, tmp_path):
    uitkomst = roep("bericht", "--sinds", "jaargesprek 2025", **klein)
    regels = uitkomst.uit.splitlines()
    assert (uitkomst.code, uitkomst.fout, regels[0], regels[2]) == (
        0,
        "",
        "Onderwerp: Woonakkoord Kleinstad 2024-2026: wat er veranderde sinds jaargesprek 2025",
        FICTIEF.strip(),
    )
    uit = tmp_path / "bericht.txt"
    assert roep("bericht", "--sinds", "1", "--stand", "2", "--uit", str(uit), **klein).uit == ""
    assert uit.read_text("utf-8") == uitkomst.uit


def test_bericht_weigert_een_begin_van_na_het_einde(roep, klein):
    uitkomst = roep("bericht", "--sinds", "2", "--stand", "1", **klein)
    zin = (
        "zomer 2025 (publicatie 2) is van na jaargesprek 2025 (publicatie 1): geef bij --sinds de eerste van de twee\n"
    )
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (2, "", zin)
