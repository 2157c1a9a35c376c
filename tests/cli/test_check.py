"""`check`: exit codes, and what it says to a person and to a script."""

from __future__ import annotations

import json

from xlsxwriter import Workbook

from dashboard.basis.instellingen import WORTEL
from tests.inname.hulp.omgeving import OVEREENKOMST

FIXTURES = WORTEL / "tests" / "fixtures" / "inname"
KOP = "kengetal;peildatum;waarde;bron"


def test_een_schoon_bestand_eindigt_met_nul(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;4;verslag\n", "utf-8")
    antwoord = roep("check", str(bestand))
    assert (antwoord.code, antwoord.fout) == (0, "")
    assert antwoord.uit.splitlines() == [
        "kengetallen: blad meting, kop op rij 1, 1 rij.",
        "Geen fouten: dit bestand kan worden gepubliceerd.",
        "  kengetallen, K4 2025: 0 nieuw, 1 gewijzigd, 0 verdwenen; nu 39, straks 39",
    ]


def test_fouten_geven_code_een_en_staan_met_hun_cel_in_json(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;vier;verslag\nbouwtafels;1-2-2025;3;verslag\n", "cp1252")
    antwoord = roep("check", str(bestand), "--json")
    assert antwoord.code == 1
    assert json.loads(antwoord.uit) == {
        "bestand": "meting.csv",
        "geweigerd": None,
        "tabellen": [
            {
                "soort": "kengetallen",
                "blad": "meting",
                "koprij": 1,
                "rijen": 2,
                "goed": 1,
                "opmerkingen": [],
                "niet_gebruikt": [],
                "aannames": [],
            }
        ],
        "zonder_tabel": [],
        "vragen": [],
        "fouten": [
            {"blad": "meting", "rij": 2, "kolom": "waarde", "waarde": "vier", "verwacht": "een getal als 1.234,5"}
        ],
        "waarschuwingen": [],
        "per_kwartaal": [],
        "bij_publiceren": [],
    }


def test_json_zegt_ook_wat_er_niet_gebruikt_is(roep, tmp_path):
    boek = Workbook(tmp_path / "meting.xlsx")
    for naam, rijen in {
        "Cijfers": [[*KOP.split(";"), "Kleur", ""], ["bouwtafels", "31-12-2025", 4, "verslag", "rood", "let op"]],
        "Uitleg": [["Dit is"], ["een brief"]],
    }.items():
        blad = boek.add_worksheet(naam)
        for nummer, rij in enumerate(rijen):
            blad.write_row(nummer, 0, rij)
    boek.close()
    uit = json.loads(roep("check", str(tmp_path / "meting.xlsx"), "--json").uit)
    assert uit["tabellen"] == [
        {
            "soort": "kengetallen",
            "blad": "Cijfers",
            "koprij": 1,
            "rijen": 1,
            "goed": 1,
            "opmerkingen": ["Zonder kop: kolom F."],
            "niet_gebruikt": ["‘Kleur’ (kolom E)", "‘kolom F’"],
            "aannames": [],
        }
    ]
    assert uit["zonder_tabel"] == ["Uitleg"]


def test_van_wie_een_meting_is_wordt_gevraagd_en_beantwoord(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nuithuiszettingen;31-12-2025;4;verslag\n", "utf-8")
    vraag = roep("check", str(bestand))
    assert (vraag.code, vraag.uit.splitlines()[1]) == (1, "1 vraag: corporatie 1")
    for woorden in (
        ("--corporatie", "woongoed zvl"),
        ("--antwoord", "corporatie=Woongoed ZVL"),
        ("--antwoord", "corporatie=wzv"),
    ):
        goed = roep("check", str(bestand), *woorden)
        assert (goed.code, "  kengetallen WZV, K4 2025: " in goed.uit) == (0, True)
    assert roep("check", str(bestand), "--antwoord", "corporatie=de hele gemeente").code == 0
    fout = roep("check", str(bestand), "--antwoord", "corporatie=Iemand")
    assert (fout.code, "Clavis, Woongoed ZVL of de hele gemeente" in fout.fout) == (2, True)


def test_een_open_vraag_is_geen_fout_en_houdt_wel_tegen(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;3-4-2025;4;verslag\n", "utf-8")
    antwoord = roep("check", str(bestand), "--json")
    assert antwoord.code == 1
    assert json.loads(antwoord.uit)["fouten"] == []
    assert json.loads(antwoord.uit)["vragen"] == [
        {
            "blad": "meting",
            "rij": 1,
            "kolom": "peildatum",
            "waarde": "",
            "verwacht": "een antwoord: Welke datum is 03-04-2025 in deze kolom? 3 april 2025 of 4 maart 2025",
        }
    ]


def test_persoonsgegevens_geven_code_twee_met_de_kolom_en_zonder_de_waarde(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP};e-mail\nbouwtafels;31-12-2025;4;verslag;jan@voorbeeld.nl\n", "utf-8")
    antwoord = roep("check", str(bestand), "--json")
    assert antwoord.code == 2
    gezegd = json.loads(antwoord.uit)
    assert "‘e-mail’" in gezegd["geweigerd"]
    assert gezegd["geweigerd"].endswith("of lees zonder verder. Dat kan met --zonder 'e-mail'.")
    assert "jan@" not in antwoord.uit + antwoord.fout
    assert roep("check", str(bestand), "--zonder", "e-mail").code == 0


def test_een_kolom_die_er_niet_is_is_niet_weg_te_laten(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;4;verslag\n", "utf-8")
    antwoord = roep("check", str(bestand), "--zonder", "bron", "--zonder", "Naam", "--antwoord", "bron=verslag")
    zin = "Er is geen kolom ‘Naam’ om weg te laten; het bestand heeft bron, kengetal, peildatum en waarde."
    assert (antwoord.code, antwoord.fout) == (2, f"meting.csv: {zin}\n")
    assert roep("check", str(bestand), "--zonder", "bron", "--antwoord", "bron=verslag").code == 0


def test_wat_niet_te_lezen_is_geeft_een_regel_en_code_twee(roep, tmp_path):
    weg = roep("check", str(tmp_path / "weg.xlsx"))
    assert (weg.code, weg.uit, weg.fout) == (2, "", "weg.xlsx: Dit bestand bestaat niet of is niet te lezen.\n")
    geheim = roep("check", str(FIXTURES / "met_wachtwoord.xls"))
    assert (geheim.code, len(geheim.fout.splitlines())) == (2, 1)


def test_een_onbekende_corporatie_wordt_genoemd(roep, tmp_path):
    bestand = tmp_path / "meting.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;4;verslag\n", "utf-8")
    antwoord = roep("check", str(bestand), "--corporatie", "X")
    bekend = " of ".join(f"{c.corporatie} ({c.naam}, {c.kort})" for c in OVEREENKOMST.corporaties)
    assert (antwoord.code, antwoord.fout) == (2, f"meting.csv: Corporatie X is onbekend; kies uit {bekend}.\n")


def test_zonder_opslag_wordt_er_ook_gecontroleerd(roep, tmp_path):
    bestand = FIXTURES / "veertig_fouten.ods"
    antwoord = roep("check", str(bestand), MONITOR_DATA=tmp_path / "leeg")
    assert antwoord.code == 1
    assert "40 fouten: " in antwoord.uit
