"""`publish`: what it does, what it says, and how it ends, for a person and for a script."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dashboard.basis.opmaak import datum
from dashboard.inname.voorstel.besluit import vandaag
from dashboard.opdrachten.publish import publish
from dashboard.store import Opslag
from tests.opdrachten import Uitkomst, draai

KOP = "kengetal;peildatum;waarde;bron"
WAT = "kengetallen 1 januari 2025 t/m 31 december 2025"


@pytest.fixture
def opslag(tmp_path) -> Opslag:
    return Opslag(str(tmp_path / "store"))


@pytest.fixture
def lever(tmp_path, opslag, monkeypatch) -> Callable[..., Uitkomst]:
    """Write these rows to a file and publish it in a store of its own; in this process, which saves a start each time."""
    monkeypatch.setenv("MONITOR_DATA", opslag.adres)

    def _lever(naam: str, *woorden: str, rijen: tuple[str, ...] = (), kop: str = KOP) -> Uitkomst:
        bestand = Path(tmp_path / naam)
        if rijen:
            bestand.write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
        antwoord = CliRunner().invoke(publish, [str(bestand), *woorden])
        return Uitkomst(antwoord.exit_code, antwoord.stdout_bytes, antwoord.stderr)

    return _lever


def waarden(opslag: Opslag) -> list[float]:
    return sorted(opslag.tabel("kengetallen", opslag.publicatie())["waarde"].to_pylist())


def test_publiceren_en_nog_eens(lever, opslag):
    wie = ("--wie", "gemeente", "--waarom", "jaarcijfers")
    eerst = lever("a.csv", *wie, rijen=("bouwtafels;31-12-2025;4;verslag", "wijkschouwen;31-12-2025;2;verslag"))
    assert (eerst.code, eerst.fout) == (0, "")
    gezegd = eerst.uit.splitlines()
    assert gezegd[:3] == [
        "kengetallen: blad a, kop op rij 1, 2 rijen.",
        "Geen fouten: dit bestand kan worden gepubliceerd.",
        "kengetallen: 2 nieuw, 0 gewijzigd, 0 verdwenen, 0 gelijk.",
    ]
    assert gezegd[3].startswith("1 afspraak krijgt een andere stand. Veranderd: ")
    assert gezegd[-1] == f"Publicatie 1: {WAT} (a.csv)."
    [publicatie] = opslag.publicaties()
    assert (publicatie.wie, publicatie.wat, publicatie.waarom) == ("gemeente", f"{WAT} (a.csv)", "jaarcijfers")
    [kenmerk] = publicatie.uploads

    nogmaals = lever("a.csv", *wie)
    zin = f"Dit bestand is al gepubliceerd, op {datum(vandaag())} door gemeente, als levering {kenmerk}. "
    assert (nogmaals.code, nogmaals.uit.splitlines()[-1]) == (1, zin + "Met --toch gebeurt het opnieuw.")
    toch = lever("a.csv", *wie, "--toch", "--json")
    antwoord: dict[str, Any] = json.loads(toch.uit)
    gelijk = {"nieuw": 0, "gewijzigd": 0, "verdwenen": 0, "gelijk": 2}
    assert toch.code == 0
    assert {naam: antwoord[naam] for naam in ("gepubliceerd", "reden", "vervangen", "verschil", "effect")} == {
        "gepubliceerd": 2,
        "reden": None,
        "vervangen": [kenmerk],
        "verschil": {"kengetallen": gelijk},
        "effect": [],
    }
    assert antwoord["leveringen"] == [f"{kenmerk.removesuffix('1')}2"]


def test_fouten_houden_tegen_tenzij_wie_publiceert_de_rijen_weglaat(lever, opslag):
    rijen = ("bouwtafels;31-12-2025;4;verslag", "wijkschouwen;31-12-2025;twee;verslag")
    nee = lever("a.csv", "--wie", "gemeente", rijen=rijen)
    zin = "Er zijn fouten in 1 rij. Herstel ze, of kies ervoor die rijen weg te laten."
    assert (nee.code, nee.uit.splitlines()[-1], opslag.publicaties()) == (1, zin, [])
    ja = lever("a.csv", "--wie", "gemeente", "--alleen-goede-rijen")
    assert (ja.code, ja.uit.splitlines()[-1]) == (0, f"Publicatie 1: {WAT} (a.csv). Zonder 1 rij met fouten.")
    [rij] = opslag.tabel("leveringen", opslag.publicatie()).to_pylist()
    assert (rij["rijen"], rij["weggelaten"], rij["fictief"], waarden(opslag)) == (1, 1, False, [4.0])


def test_op_naam_van_een_persoon_wordt_niets_gepubliceerd(lever, opslag):
    jan = lever("a.csv", "--wie", "Jan de Vries", rijen=("bouwtafels;31-12-2025;4;verslag",))
    assert (jan.code, opslag.publicaties(), "de naam van een persoon" in jan.uit, "Vries" in jan.uit) == (
        1,
        [],
        True,
        False,
    )


def test_wie_op_een_oudere_publicatie_besloot_beslist_opnieuw(lever, opslag):
    opslag.publiceer([], wie="een ander", wat="eerder")
    laat = lever("a.csv", "--wie", "gemeente", "--basis", "0", rijen=("bouwtafels;31-12-2025;4;verslag",))
    zin = "Niet gepubliceerd: sinds publicatie 0 is publicatie 1 verschenen; bekijk eerst het verschil."
    assert (laat.code, laat.uit.splitlines()[-1], len(opslag.publicaties())) == (1, zin, 1)
    assert lever("a.csv", "--wie", "gemeente", "--basis", "1").code == 0


def test_wat_niet_te_lezen_is_of_persoonlijk_wordt_geweigerd(lever, opslag):
    weg = lever("weg.csv", "--wie", "gemeente")
    assert (weg.code, weg.uit, weg.fout) == (2, "", "weg.csv: Dit bestand bestaat niet of is niet te lezen.\n")
    rij = "bouwtafels;31-12-2025;4;verslag;jan@voorbeeld.nl"
    persoonlijk = lever("a.csv", "--wie", "gemeente", "--json", rijen=(rij,), kop=f"{KOP};e-mail")
    antwoord = json.loads(persoonlijk.uit)
    assert (persoonlijk.code, antwoord["gepubliceerd"], "jan" in persoonlijk.uit) == (2, None, False)
    assert (opslag.publicaties(), "e-mail" in antwoord["reden"]) == ([], True)


def test_bij_verzonnen_rijen_is_de_levering_verzonnen_en_dat_staat_erbij(eigen_demo, tmp_path):
    bestand = tmp_path / "a.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;40;verslag\n", "utf-8")
    uit = draai("publish", str(bestand), "--wie", "gemeente", MONITOR_DATA=eigen_demo).uit.splitlines()
    assert uit[-2:] == [
        f"Publicatie 4: {WAT} (a.csv).",
        "Let op: dit zijn verzonnen voorbeeldgegevens (fictief).",
    ]
    opslag = Opslag(str(eigen_demo))
    assert set(opslag.tabel("kengetallen", opslag.publicatie())["fictief"].to_pylist()) == {True}
