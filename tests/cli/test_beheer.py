"""What a caretaker does on the command line: make a store, check it, keep it small, copy it and put a copy back."""

import re

import pytest

from dashboard.store import Opslag, alles
from tests.opdrachten import Uitkomst
from tests.store.bestanden import verander

VERANDERD = "de rijen zijn niet de gepubliceerde: er is iets aan veranderd"
GETALLEN = re.compile(r"\d[\d.,]*")


@pytest.fixture
def zeg(roep, eigen_demo):
    """Run a command on a copy of the example data."""

    def _zeg(*woorden: str) -> Uitkomst:
        return roep(*woorden, MONITOR_DATA=eigen_demo)

    return _zeg


def test_een_opslag_wordt_gemaakt_en_niet_nog_eens(roep, tmp_path):
    nieuw = tmp_path / "nieuw" / "opslag"
    assert roep("nieuw", MONITOR_DATA=nieuw).uit == f"Lege opslag gemaakt in {nieuw}.\n"
    assert roep("verify", MONITOR_DATA=nieuw).uit == "Er is nog niets gepubliceerd.\n"
    nee = roep("nieuw", MONITOR_DATA=nieuw)
    assert (nee.code, nee.uit, nee.fout) == (2, "", f"in {nieuw} is al een opslag\n")


def test_de_voorbeeldgegevens_zijn_heel(zeg):
    assert zeg("verify").uit == "1 publicatie gecontroleerd: heel.\n"
    assert zeg("verify", "--alles").uit == "3 publicaties gecontroleerd: heel.\n"


def test_schade_is_een_regel_en_code_een_en_geen_cijfer_komt_er_nog_uit(zeg, eigen_demo):
    naam = verander(Opslag(str(eigen_demo)), "verhuringen", 3, "kale_huur", 1.0)
    zin = f"tabel verhuringen, bestand {naam}: {VERANDERD}"
    for woorden in (("verify",), ("verify", "--alles")):
        gevonden = zeg(*woorden)
        assert (gevonden.code, gevonden.uit) == (1, f"Beschadigd: publicatie 3: {zin}\n")
    for woorden in (("query", "voorraad/plan"), ("stoplicht",), ("rijen", "aandeel_regulier"), ("publications",)):
        antwoord = zeg(*woorden)
        assert (antwoord.code, antwoord.fout) == (2, f"de opslag is beschadigd: publicatie 3, {zin}\n")
    assert zeg("stoplicht", "--stand", "2").code == 0
    nee = zeg("restore", "2", "--basis", "3")
    assert (nee.code, nee.uit) == (
        2,
        (
            f"Hoeveel rijen er verdwijnen, is niet te tellen: de opslag is beschadigd: publicatie 3, {zin}.\n"
            "Geldt niet meer: publicatie 3, ambtelijke werkgroep: Verzonnen voorbeeldgegevens, zoals bekend op 21 oktober 2026\n"
        ),
    )
    assert nee.fout == (
        "Niets veranderd: alles van na publicatie 2 geldt dan niet meer. Mag dat, geef dan --beschadigd-akkoord.\n"
    )
    assert zeg("restore", "2", "--basis", "3", "--beschadigd-akkoord", "--wie", "beheer").code == 0
    assert zeg("stoplicht").code == 0
    assert zeg("verify").uit == "1 publicatie gecontroleerd: heel.\n"
    assert zeg("verify", "--alles").code == 1


def test_onderhoud_en_een_reservekopie_veranderen_geen_cijfer(zeg, roep, eigen_demo, tmp_path):
    ervoor = zeg("stoplicht", "--json")
    kopie, terug = tmp_path / "kopie.zip", tmp_path / "terug"
    assert zeg("backup", str(kopie)).uit == f"Reservekopie {kopie} gemaakt, tot en met publicatie 3.\n"
    assert GETALLEN.sub("#", zeg("onderhoud").uit) == "Van # naar # bestanden, van # naar # MB.\n"
    assert roep("restore-backup", str(kopie), MONITOR_DATA=terug).uit == (
        "Teruggezet en gecontroleerd, tot en met publicatie 3.\n"
    )
    for waar in (eigen_demo, terug):
        assert roep("stoplicht", "--json", MONITOR_DATA=waar) == ervoor
        assert roep("verify", "--alles", MONITOR_DATA=waar).uit == "3 publicaties gecontroleerd: heel.\n"
    over = zeg("restore-backup", str(kopie), "--opzij")
    regels = over.uit.splitlines()
    assert (over.code, regels[1]) == (0, "Teruggezet en gecontroleerd, tot en met publicatie 3.")
    assert regels[0].startswith(f"De opslag die er stond, heet nu {eigen_demo}.opzij-")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (
            ("backup", "{0}/nergens/k.zip"),
            "{0}/nergens/k.zip is niet te schrijven: de map bestaat niet; er is geen",
        ),
        (("restore-backup", "{0}/nergens.zip", "--opzij"), "{0}/nergens.zip bestaat niet"),
        (("restore-backup", "{0}/tekst.zip", "--opzij"), "{0}/tekst.zip is geen hele reservekopie; er is niets"),
        (("restore-backup", "{0}/tekst.zip"), "in {1} staat al iets: een opslag met 3 publicaties; met --opzij krijgt"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_verandert_niets(zeg, eigen_demo, tmp_path, woorden, zin):
    (tmp_path / "tekst.zip").write_text("geen zip")
    antwoord = zeg(*(woord.format(tmp_path) for woord in woorden))
    assert (antwoord.code, antwoord.uit, antwoord.fout.startswith(zin.format(tmp_path, eigen_demo))) == (2, "", True)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["store", "tekst.zip"]
    assert zeg("verify", "--alles").code == 0


def test_een_reservekopie_van_een_beschadigde_opslag_zegt_dat_en_is_terug_te_zetten(zeg, roep, eigen_demo, tmp_path):
    naam = verander(Opslag(str(eigen_demo)), "verhuringen", 2, "kale_huur", 1.0)
    schade = f"publicatie 2: tabel verhuringen, bestand {naam}: {VERANDERD}"
    kopie, terug = tmp_path / "kopie.zip", tmp_path / "terug"
    gemaakt = zeg("backup", str(kopie))
    assert (gemaakt.code, gemaakt.uit.splitlines()[1:]) == (1, [f"Beschadigd, ook in deze kopie: {schade}"])
    nee = roep("restore-backup", str(kopie), MONITOR_DATA=terug)
    assert (nee.code, nee.fout) == (
        2,
        (
            f"de reservekopie {kopie} is beschadigd, er is niets teruggezet: {schade}. Met --met-schade kan het toch; wat "
            "beschadigd is, blijft dat\n"
        ),
    )
    assert not terug.exists()
    assert roep("restore-backup", str(kopie), "--met-schade", MONITOR_DATA=terug).code == 0
    assert roep("stoplicht", "--json", MONITOR_DATA=terug) == zeg("stoplicht", "--json")


def test_onderhoud_blijft_van_een_tabel_met_schade_af(zeg, eigen_demo):
    """A log that is cut off names no file; the file may still be made whole with the log of a copy."""
    opslag = Opslag(str(eigen_demo))
    minder = opslag.tabel("verhuringen", opslag.publicatie()).slice(1)
    opslag.publiceer(alles({"verhuringen": minder}), wie="x", wat="y")
    log = max((eigen_demo / "verhuringen" / "_delta_log").glob("*.json"))
    heel = log.read_bytes()
    log.write_bytes(b"")
    ervoor = sorted((eigen_demo / "verhuringen").rglob("*"))
    gedaan = zeg("onderhoud")
    assert (gedaan.code, gedaan.uit.splitlines()[1]) == (
        1,
        "Niet aangeraakt, want beschadigd: verhuringen. 'verify --alles' zegt wat er is.",
    )
    assert sorted((eigen_demo / "verhuringen").rglob("*")) == ervoor
    log.write_bytes(heel)
    assert zeg("verify", "--alles").code == 0
