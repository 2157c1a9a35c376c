"""The analyst's own workbook back: everything at its place, the faulty cells marked, nothing that runs."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.inname.bestand import rekenblad
from dashboard.inname.bestand.grenzen import grenzen
from dashboard.inname.bestand.overdracht import Schrijver, lees_terug
from dashboard.inname.fouten import Bevinding
from dashboard.inname.herkennen.tabelvinder import vind
from dashboard.inname.terug import bevindingenlijst, teruggave
from dashboard.inname.terug.bevindingenlijst import lijst_csv
from dashboard.inname.terug.bladkopie import STIJL
from dashboard.inname.terug.celschrijver import bladnaam
from dashboard.inname.terug.teruggave import werkboek_terug
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad, Werkboek
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from tests.inname.hulp.woordenlijst import SYNONIEMEN

SOORTEN = [tabel for tabel in TABELLEN.values() if tabel is not LEVERINGEN]
DAG = dt.date(2024, 4, 1)
KOP = ("Kern", "Datum ingang contract", "Netto huur", "Doelgroep", "Leeftijd")
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def boek(*bladen: Blad, naam: str = "proef.xlsx", basis1904: bool = False) -> Werkboek:
    return Werkboek(naam, "xlsx", bladen, "00", basis1904)


def vondsten(werkboek: Werkboek) -> tuple[Vondst, ...]:
    return vind(werkboek, SOORTEN, SYNONIEMEN)


def lees(inhoud: bytes, tmp_path: Path) -> tuple[Blad, ...]:
    """Read it back as the intake does, in this process."""
    pad = tmp_path / "terug.xlsx"
    pad.write_bytes(inhoud)
    uit = BytesIO()
    rekenblad.lees_rekenblad("xlsx", pad, Schrijver(uit, grenzen()))
    return lees_terug(uit.getvalue().splitlines())[0]


def terug(werkboek: Werkboek, tmp_path: Path, *bevindingen: Bevinding, **anders) -> tuple[Blad, ...]:
    return lees(werkboek_terug(werkboek, vondsten(werkboek), bevindingen, **anders), tmp_path)


def deel(inhoud: bytes, naam: str) -> str:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return zip_.read(naam).decode() if naam in zip_.namelist() else ""


def opmerkingen(inhoud: bytes, nummer: int = 1) -> dict[str, str]:
    """The comments of the one sheet that has them, by cell."""
    wortel = ET.fromstring(deel(inhoud, f"xl/comments{nummer}.xml"))
    return {
        o.get("ref"): "".join(t.text or "" for t in o.iterfind(".//m:t", NS))
        for o in wortel.iterfind(".//m:comment", NS)
    }


def kleuren(inhoud: bytes, blad: int) -> dict[str, str]:
    """The fill of every cell of a sheet that has one."""
    stijlen = ET.fromstring(deel(inhoud, "xl/styles.xml"))
    vullingen = [v.find(".//m:fgColor", NS) for v in stijlen.iterfind("m:fills/m:fill", NS)]
    per_stijl = [vullingen[int(x.get("fillId"))] for x in stijlen.iterfind("m:cellXfs/m:xf", NS)]
    cellen = ET.fromstring(deel(inhoud, f"xl/worksheets/sheet{blad}.xml")).iterfind(".//m:c", NS)
    gevuld = {c.get("r"): per_stijl[int(c.get("s", 0))] for c in cellen}
    return {plaats: "#" + kleur.get("rgb")[2:] for plaats, kleur in gevuld.items() if kleur is not None}


def fout(
    rij: int, kolom: str, waarde: str = "x", verwacht: str = "iets anders", ernst="fout", blad="Blad1"
) -> Bevinding:
    return Bevinding(blad, rij, kolom, waarde, verwacht, ernst)


VERHUUR = Blad(
    "Blad1",
    False,
    (
        ("Verhuringen 2024", None, None, None, None),
        KOP,
        ("Wier", DAG, 612.4, "regulier", 34.0),
        ("Nergens", DAG, -5.0, "urgent", 61.0),
        ("Wier", "later", 590.0, None, 22.0),
    ),
    eerste_rij=3,
    eerste_kolom=2,
    verborgen_rijen=frozenset({6}),
    verborgen_kolommen=frozenset({6}),
    samengevoegd=((3, 2, 3, 4),),
)  # fmt: skip


def test_elke_cel_staat_op_haar_eigen_plaats(tmp_path):
    keuzes = Blad("Keuzes", True, (("regulier",), ("urgent",)))
    lijst, *rest = terug(boek(VERHUUR, keuzes), tmp_path)
    assert rest == [VERHUUR, keuzes]
    assert lijst.rijen[0][0] == "Bevindingen in proef.xlsx"


def test_een_cel_is_wat_zij_was(tmp_path):
    rijen = (
        (1.5, 3, True, False, DAG),
        (dt.datetime(2024, 4, 1, 13, 30), dt.time(8, 15), dt.timedelta(hours=30), dt.datetime(2024, 4, 1), None),  # noqa: DTZ001 - a spreadsheet knows no zones
        ("01-04-2024", "1.234,50", "true", "#DIV/0!", "12"),
        (dt.date(1899, 5, 1), 10**18, 1e300, dt.timedelta(hours=-1), dt.date(9999, 12, 31)),
    )
    [_, blad] = terug(boek(Blad("B", False, rijen)), tmp_path)
    assert blad.rijen == (
        (1.5, 3.0, True, False, DAG),
        (dt.datetime(2024, 4, 1, 13, 30), dt.time(8, 15), dt.timedelta(hours=30), DAG, None),  # noqa: DTZ001 - a spreadsheet knows no zones
        ("01-04-2024", "1.234,50", "true", "#DIV/0!", "12"),
        ("1899-05-01", "1000000000000000000", 1e300, "-1 day, 23:00:00", dt.date(9999, 12, 31)),
    )


def test_datums_tellen_in_het_stelsel_van_het_bestand(tmp_path):
    """A bare day number in a workbook that counts from 1904 must mean the same day in the one that goes back."""
    werkboek = boek(Blad("B", False, ((44000.0, DAG),)), basis1904=True)
    inhoud = werkboek_terug(werkboek, (), ())
    assert 'date1904="1"' in deel(inhoud, "xl/workbook.xml")
    assert lees(inhoud, tmp_path)[1].rijen == ((44000.0, DAG),)


@pytest.mark.parametrize("tekst", ["=1+1", "+31", "-x", "@SUM(A1)", "{=1}", '=HYPERLINK("http://x")', "http://x.nl", "internal:A1", "mailto:a@b.nl"])  # fmt: skip
def test_tekst_blijft_tekst(tekst, tmp_path):
    werkboek = boek(Blad("B", False, ((tekst, tekst),)))
    inhoud = werkboek_terug(werkboek, (), [fout(1, tekst, tekst, tekst, blad="B")])
    assert lees(inhoud, tmp_path)[1].rijen == ((tekst, tekst),)
    assert not [naam for naam in (1, 2) if "<f>" in deel(inhoud, f"xl/worksheets/sheet{naam}.xml")]
    assert deel(inhoud, "xl/worksheets/_rels/sheet2.xml.rels") == ""


def test_vreemde_teksten_breken_niets(tmp_path):
    teksten = ("é😀👩‍👩‍👧", "שלום", "a\u202eb", "_x0041_", " spatie ", "a\nb", "x" * 32_767, "<&>\"'")
    [_, blad] = terug(boek(Blad("B", False, (teksten,))), tmp_path)
    assert blad.rijen == (teksten,)


def test_wat_geen_spreadsheet_kan_bevatten_wordt_vervangen(tmp_path):
    teksten = ("a\x00b", "a\x07b", "a\ud800b", "a\uffffb", "a\r\nb", "😀" * 20_000)
    [_, blad] = terug(boek(Blad("B", False, (teksten,))), tmp_path)
    assert blad.rijen == (("a\ufffdb", "a\ufffdb", "a\ufffdb", "a\ufffdb", "a\nb", "😀" * 16_383),)


CELLEN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times(), st.timedeltas()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CELLEN, min_size=1, max_size=8), st.booleans())
def test_elke_cel_kan_worden_geschreven(tmp_path_factory, cellen, basis1904):
    """What a spreadsheet cannot hold becomes text; what stands beside it stays where it is."""
    werkboek = boek(Blad("B", False, (("begin", *cellen, "einde"),)), basis1904=basis1904)
    [_, blad] = lees(werkboek_terug(werkboek, (), ()), tmp_path_factory.getbasetemp())
    assert (blad.rijen[0][0], blad.rijen[0][-1], len(blad.rijen[0])) == ("begin", "einde", len(cellen) + 2)
    assert [terug is None for terug in blad.rijen[0][1:-1]] == [cel is None for cel in cellen]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-16"), max_size=40), min_size=1, max_size=6))
def test_elke_tekst_gaat_er_in_en_komt_er_uit(tmp_path_factory, teksten):
    werkboek = boek(Blad("B", False, (("begin", *teksten, "einde"),)))
    inhoud = werkboek_terug(werkboek, (), [fout(1, tekst, tekst, tekst, blad=tekst) for tekst in teksten])
    [_, blad] = lees(inhoud, tmp_path_factory.getbasetemp())
    assert blad.rijen[0][0] == "begin"
    assert blad.rijen[0][-1] == "einde"
    for nummer in (1, 2):
        ET.fromstring(deel(inhoud, f"xl/worksheets/sheet{nummer}.xml"))
    assert lijst_csv([fout(1, tekst, tekst, tekst, blad=tekst) for tekst in teksten]).decode("utf-8-sig")


def test_foute_cellen_zijn_rood_en_zeggen_wat_er_hoort(tmp_path):
    bevindingen = [
        fout(6, "Kern", "Nergens", "een kern uit de afspraken"),
        fout(6, "Netto huur", "-5", "een bedrag van 0 of meer"),
        fout(6, "Netto huur", "-5", "een gewone huur", "waarschuwing"),
        fout(7, "Leeftijd", "22", "een andere leeftijd", "waarschuwing"),
        fout(7, "Doelgroep", "", "een groep"),
        fout(4, "Doelgroep", "", "een kolom zonder lege cellen", "waarschuwing"),
        fout(4, "energielabel", "", "dat deze kolom er is", "waarschuwing"),
        fout(0, "", "", "een tabel"),
        fout(5, "", "", "een zichtbare rij", "waarschuwing"),
    ]
    inhoud = werkboek_terug(boek(VERHUUR), vondsten(boek(VERHUUR)), bevindingen)
    rood, oranje = (STIJL[ernst]["bg_color"] for ernst in ("fout", "waarschuwing"))
    assert kleuren(inhoud, 2) == {"B5": oranje, "B6": rood, "D6": rood, "F7": oranje, "E7": rood, "E4": oranje}
    assert opmerkingen(inhoud) == {
        "E4": "Waarschuwing: verwacht een kolom zonder lege cellen.",
        "B5": "Waarschuwing: verwacht een zichtbare rij.",
        "B6": "Fout: verwacht een kern uit de afspraken.",
        "D6": "Fout: verwacht een bedrag van 0 of meer.\nWaarschuwing: verwacht een gewone huur.",
        "E7": "Fout: verwacht een groep.",
        "F7": "Waarschuwing: verwacht een andere leeftijd.",
    }
    assert lees(inhoud, tmp_path)[1] == VERHUUR


def test_de_lijst_noemt_alles_en_springt_naar_de_cel(tmp_path):
    blad = replace(VERHUUR, naam="Jan's blad")
    bevindingen = [
        fout(6, "Kern", "Nergens", "een kern uit de afspraken", blad=blad.naam),
        fout(4, "energielabel", "", "dat deze kolom er is", "waarschuwing", blad=blad.naam),
    ]
    inhoud = werkboek_terug(boek(blad), vondsten(boek(blad)), bevindingen, fictief=True)
    lijst = lees(inhoud, tmp_path)[0]
    assert [tuple(cel for cel in rij if cel is not None) for rij in lijst.rijen] == [
        ("Bevindingen in proef.xlsx",),
        ("1 fout (rood) en 1 waarschuwing (oranje). Herstel de fouten en kijk de waarschuwingen na.",),
        ("Dit is een kopie van het bestand. Formules staan er als waarde in.",),
        ("De gegevens in deze monitor zijn verzonnen.",),
        (),
        ("blad", "cel", "rij", "kolom", "waarde", "verwacht", "ernst"),
        ("Jan's blad", "B6", 6.0, "Kern", "Nergens", "een kern uit de afspraken", "fout"),
        ("Jan's blad", 4.0, "energielabel", "dat deze kolom er is", "waarschuwing"),
    ]
    doelen = re.findall(r'<hyperlink ref="(\w+)" location="([^"]+)"', deel(inhoud, "xl/worksheets/sheet1.xml"))
    assert doelen == [("B7", "'Jan''s blad'!B6")]


def test_zonder_bevindingen_zegt_de_lijst_dat(tmp_path):
    [lijst, _] = terug(boek(VERHUUR), tmp_path)
    assert lijst.rijen[1][0] == "Er zijn geen fouten en geen waarschuwingen."


def test_een_lange_lijst_wordt_ingekort_en_zegt_dat(tmp_path, monkeypatch):
    monkeypatch.setattr(bevindingenlijst, "MEESTE_IN_LIJST", 2)
    lijst, _ = terug(boek(VERHUUR), tmp_path, *[fout(5, naam) for naam in KOP])
    assert lijst.rijen[3][0] == "Hieronder staan de eerste 2. Alle bevindingen staan in het .csv-bestand."
    assert len(lijst.rijen) == 8


def test_van_een_groot_bestand_komen_alleen_de_rijen_terug_waar_iets_mee_is(tmp_path, monkeypatch):
    monkeypatch.setattr(teruggave, "MEESTE_CELLEN", 20)
    lijst, blad = terug(boek(VERHUUR), tmp_path, fout(6, "Kern"))
    assert lijst.rijen[2][0] == (
        "Het bestand is groot. In deze kopie staan alleen de koppen en de rijen met een bevinding, op hun eigen plaats."
    )
    assert (blad.eerste_rij, blad.rijen) == (4, (KOP, (None,) * 5, VERHUUR.rijen[3]))


def test_de_kop_blijft_in_beeld():
    inhoud = werkboek_terug(boek(VERHUUR), vondsten(boek(VERHUUR)), ())
    assert 'ySplit="4" topLeftCell="A5"' in deel(inhoud, "xl/worksheets/sheet2.xml")


def test_een_bevinding_over_een_kolom_kleurt_de_cel_die_haar_noemt():
    """Of a header over two rows: the lower one below a group, the upper one where the name stands over both."""
    blad = Blad(
        "Blad1",
        False,
        (("Kern", "Huurder", None, "Datum"), (None, "Leeftijd", "Doelgroep", "ingang"), ("Wier", 34.0, "urgent", DAG)),
        samengevoegd=((1, 1, 2, 1), (1, 2, 1, 3)),
    )
    bevindingen = [fout(1, naam, ernst="waarschuwing") for naam in ("Kern", "Leeftijd", "Doelgroep", "Datum ingang")]
    inhoud = werkboek_terug(boek(blad), vondsten(boek(blad)), bevindingen)
    assert sorted(opmerkingen(inhoud)) == ["A1", "B2", "C2", "D2"]


def test_een_samengevoegde_cel_toont_de_bevindingen_van_al_haar_rijen():
    blad = Blad(
        "Blad1", False, (KOP, ("Wier", DAG, 1.0, "urgent", 34.0), (None, DAG, 2.0, "urgent", 35.0)), samengevoegd=((2, 1, 3, 1),)
    )  # fmt: skip
    bevindingen = [fout(2, "Kern", verwacht="a"), fout(3, "Kern", verwacht="b")]
    inhoud = werkboek_terug(boek(blad), vondsten(boek(blad)), bevindingen)
    assert opmerkingen(inhoud) == {"A2": "Fout: verwacht a.\nFout: verwacht b."}
    assert 'ref="A2:A3"' in deel(inhoud, "xl/worksheets/sheet2.xml")


def test_gebieden_die_overlappen_breken_niets(tmp_path):
    blad = Blad("B", False, (("a", "b"), ("c", "d"), ("e", "f")), samengevoegd=((1, 1, 2, 1), (2, 1, 2, 2)))
    assert terug(boek(blad), tmp_path)[1] == replace(blad, samengevoegd=((1, 1, 2, 1),))


# --- columns that were left out --------------------------------------------------------------------------------------


def test_een_weggelaten_kolom_staat_er_niet_in(tmp_path):
    rijen = (
        ("Huurder", None, "Woning", None),
        ("Naam huurder", "Leeftijd", "Kern", "Doelgroep"),
        ("Jansen", 34.0, "Wier", "urgent"),
        ("Pietersen", 61.0, "Wier", "urgent"),
        ("Jansen en Pietersen", None, None, None),
    )
    andere = (("Naslag", None), ("Naam  huurder", "Kern"), ("Jansen", "Wier"))
    werkboek = boek(
        Blad("Blad1", False, rijen, eerste_rij=2, samengevoegd=((2, 1, 2, 2), (2, 3, 2, 4))),
        Blad("Naslag", False, andere),
    )
    bevindingen = [fout(4, "Naam huurder", "Jansen", "niets"), fout(4, "Kern", "Wier")]
    inhoud = werkboek_terug(werkboek, vondsten(werkboek), bevindingen, zonder=["Naam huurder"])
    lijst, blad, naslag = lees(inhoud, tmp_path)
    assert blad.rijen == (
        ("Huurder", None, "Woning", None),
        ("verwijderd", "Leeftijd", "Kern", "Doelgroep"),
        (None, 34.0, "Wier", "urgent"),
        (None, 61.0, "Wier", "urgent"),
    )
    assert naslag.rijen == (("Naslag", None), ("verwijderd", "Kern"), (None, "Wier"))
    assert [rij[4] for rij in lijst.rijen[-2:]] == [None, "Wier"]
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        assert not [naam for naam in zip_.namelist() if b"Jansen" in zip_.read(naam)]
    assert b"Jansen" not in lijst_csv(bevindingen, zonder=["Naam huurder"])


def test_een_kolom_zonder_kop_heet_naar_haar_letter(tmp_path):
    rijen = ((*KOP, None), ("Wier", DAG, 1.0, "urgent", 34.0, "a@b.nl"))
    werkboek = boek(Blad("Blad1", False, rijen))
    [_, blad] = terug(werkboek, tmp_path, zonder=["kolom F"])
    assert blad.rijen == ((*KOP, "verwijderd"), ("Wier", DAG, 1.0, "urgent", 34.0, None))


# --- round after round -----------------------------------------------------------------------------------------------


def test_de_lijst_van_de_vorige_ronde_gaat_niet_mee(tmp_path):
    eerste = terug(boek(VERHUUR), tmp_path, fout(6, "Kern"))
    assert [vondst.blad for vondst in vondsten(boek(*eerste))] == ["Blad1"]
    tweede = terug(boek(*eerste), tmp_path)
    assert [blad.naam for blad in tweede] == ["Bevindingen", "Blad1"]
    assert tweede[1] == VERHUUR


def test_een_eigen_blad_dat_bevindingen_heet_blijft(tmp_path):
    bladen = terug(boek(Blad("Bevindingen", False, (("mijn lijst",),))), tmp_path)
    assert [blad.naam for blad in bladen] == ["Bevindingen", "Bevindingen (2)"]


@pytest.mark.parametrize(
    ("naam", "bezet", "verwacht"),
    [
        ("Blad1", [], "Blad1"),
        ("a/b:c?[d]*\\", [], "a_b_c__d___"),
        ("'t Hof'", [], "t Hof"),
        ("", [], "Blad"),
        ("'", [], "Blad"),
        ("History", [], "History_"),
        ("x" * 40, [], "x" * 31),
        ("x" * 40, ["X" * 31], f"{'x' * 25} (2)"),
        ("blad", ["Blad", "BLAD (2)"], "blad (3)"),
        ("😀" * 20, [], "😀" * 15),
    ],
)
def test_namen_die_excel_aanneemt(naam, bezet, verwacht):
    assert bladnaam(naam, bezet) == verwacht


def test_bladen_met_namen_die_excel_niet_kent_worden_toch_gevonden(tmp_path):
    lang = "Verhuringen 2024: eerste en tweede kwartaal (definitief)"
    werkboek = boek(replace(VERHUUR, naam=lang))
    inhoud = werkboek_terug(werkboek, vondsten(werkboek), [fout(6, "Kern", blad=lang)])
    assert lees(inhoud, tmp_path)[1].naam == "Verhuringen 2024_ eerste en twe"
    assert opmerkingen(inhoud) == {"B6": "Fout: verwacht iets anders."}


# --- the list as .csv ------------------------------------------------------------------------------------------------


def test_lijst_als_csv():
    bevindingen = [
        fout(6, "Kern", "=1+1", "een kern; uit de afspraken"),
        fout(7, "Netto huur", "-5,00", 'geen "leeg"', "waarschuwing"),
        fout(0, "@x", "a\nb", "é"),
    ]
    assert (
        lijst_csv(bevindingen)
        == (
            "\ufeffblad;rij;kolom;waarde;verwacht;ernst\r\n"
            'Blad1;6;Kern;\'=1+1;"een kern; uit de afspraken";fout\r\n'
            'Blad1;7;Netto huur;-5,00;"geen ""leeg""";waarschuwing\r\n'
            'Blad1;;\'@x;"a\nb";é;fout\r\n'
        ).encode()
    )


@pytest.mark.parametrize("tekst", ["=A1", " =A1", "+A1", "-A1", "@A1", "\t=A1", "＝A1", "-1+1|cmd"])
def test_geen_cel_van_de_csv_begint_een_formule(tekst):
    [_, regel] = lijst_csv([fout(1, "k", tekst)]).decode("utf-8-sig").splitlines()
    assert regel == f"Blad1;1;k;'{tekst};iets anders;fout"
