"""Formulas that failed or were never calculated: a fault at their cell, in every kind of column and file, never empty."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.bestand.formules import kan_leeg_zijn
from dashboard.inname.bestand.grenzen import grenzen
from dashboard.inname.bestand.lezer import ontleed
from dashboard.inname.bestand.overdracht import Schrijver, lees_terug
from dashboard.inname.bestand.wacht import controleer_bestand
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Inname
from dashboard.inname.werkboek import Rij, Werkboek, is_foutwaarde
from tests.inname.hulp import makers
from tests.inname.hulp.bouwstenen import biff, data, getalcel, ods, ole, record, tabel, xlsx
from tests.inname.hulp.makers import MAKERS, WOORDEN, XLSX, Fout, Leeg, Onberekend, formulerecord, tekstcel
from tests.inname.hulp.omgeving import LEEG

GEEN_FOUT = "een waarde, geen foutmelding van Excel"
UITKOMST = "de uitkomst van de formule; open het bestand in Excel en sla het daar op"
# Words, numbers, dates, yes and no, a key and free text; what may be empty and what may not.
KOP = (
    "Contractnr", "Ingangsdatum", "Kern", "Wijk", "Type woning", "DAEB", "Nieuwbouw", "Soort contract", "Kale huur",
    "Energielabel", "Wijze van toewijzing", "Doelgroep", "Leeftijdsklasse", "Huishouden", "Woonsituatie", "Herkomst",
    "Passend", "Vrije ruimte", "Inschrijfduur (mnd)", "Zoekduur (mnd)", "Aantal reacties", "Aantal weigeringen",
)  # fmt: skip
MAAK = {naam: maker for naam, (_, maker) in MAKERS.items()}
SOORT = {naam: soort for naam, (soort, _) in MAKERS.items()}


def _rij(nummer: int) -> list[makers.Inhoud]:
    return [
        f"H26-{nummer}", "01-07-2026", "Axel", "Centrum", "Eengezinswoning", "ja", "nee", "Onbepaald", 597.15,
        "A", "Aanbod", "Regulier", "23-29", "1", "Starter", "Gemeente", "Passend", "nee", 24 + nummer, 6, 80, 0,
    ]  # fmt: skip


def _werkboek(map_: Path, soort: str, inhoud: bytes) -> Werkboek:
    pad = map_ / f"levering.{soort}"
    pad.write_bytes(inhoud)
    assert controleer_bestand(pad, pad.name) == soort
    uit = io.BytesIO()
    ontleed(soort, pad, Schrijver(uit, grenzen()), grenzen())
    uit.seek(0)
    bladen, basis1904 = lees_terug(uit)
    return Werkboek(pad.name, soort, bladen, "a" * 64, basis1904)


def _neem_in(map_: Path, soort: str, inhoud: bytes) -> Inname:
    return neem_in(_werkboek(map_, soort, inhoud), LEEG, corporatie="CLAVIS")


def _rijen(map_: Path, soort: str, inhoud: bytes) -> tuple[Rij, ...]:
    return _werkboek(map_, soort, inhoud).bladen[0].rijen


@pytest.mark.parametrize("naam", MAKERS)
def test_een_fout_in_elke_kolom_van_elk_bestand_is_een_fout_op_die_cel(tmp_path, naam):
    """Row after row the error moves one column to the right, and is another word."""
    woorden = [WOORDEN[nummer % len(WOORDEN)] for nummer in range(len(KOP))]
    rijen = [_rij(nummer) for nummer in range(len(KOP))]
    for nummer, woord in enumerate(woorden):
        rijen[nummer][nummer] = Fout(woord)
    [deel] = _neem_in(tmp_path, SOORT[naam], MAAK[naam]([KOP, *rijen, _rij(99)])).tabellen
    fouten = [(b.rij, b.kolom, b.waarde, b.verwacht) for b in deel.bevindingen if b.ernst == "fout"]
    assert fouten == [(nr + 2, KOP[nr], woord, GEEN_FOUT) for nr, woord in enumerate(woorden)]
    assert deel.rijen["bronrij"].to_pylist() == [len(KOP) + 2]


@pytest.mark.parametrize("naam", MAKERS)
def test_een_formule_zonder_uitkomst_wordt_in_elke_kolom_gezegd(tmp_path, naam):
    rijen = [_rij(nummer) for nummer in range(len(KOP))]
    for nummer in range(len(KOP)):
        rijen[nummer][nummer] = Onberekend()
    [deel] = _neem_in(tmp_path, SOORT[naam], MAAK[naam]([KOP, *rijen, _rij(99)])).tabellen
    woord = "=12+1" if naam == "csv" else "formule zonder uitkomst"
    fouten = [(b.rij, b.kolom, b.waarde, b.verwacht) for b in deel.bevindingen if b.ernst == "fout"]
    assert fouten == [(nr + 2, kop, woord, UITKOMST) for nr, kop in enumerate(KOP)]


@given(
    st.sampled_from(sorted(MAKERS)),
    st.integers(0, len(KOP) - 1),
    st.sampled_from([*map(Fout, WOORDEN), Onberekend()]),
    st.sets(st.integers(2, 6), min_size=1, max_size=5),
)
def test_hoeveel_rijen_er_ook_een_fout_hebben_geen_cel_telt_als_leeg(tmp_path_factory, naam, kolom, fout, nummers):
    """Also when all of a column failed: the column is then still the one that its heading says."""
    rijen = [_rij(nummer) for nummer in range(2, 7)]
    for nummer in nummers:
        rijen[nummer - 2][kolom] = fout
    inhoud = MAAK[naam]([KOP, *rijen])
    [deel] = _neem_in(tmp_path_factory.getbasetemp(), SOORT[naam], inhoud).tabellen
    fouten = [(b.rij, b.kolom) for b in deel.bevindingen if b.ernst == "fout"]
    assert fouten == [(nummer, KOP[kolom]) for nummer in sorted(nummers)]
    assert deel.foute_rijen == nummers


@pytest.mark.parametrize("naam", [naam for naam in MAKERS if naam != "csv"])
def test_een_formule_die_een_lege_tekst_geeft_is_leeg(tmp_path, naam):
    kolommen = ("Kern", "Wijk", "Aantal")
    inhoud = MAAK[naam]([kolommen, ("Axel", Leeg(), 3), ("Hoek", "Centrum", Leeg('""'))])
    assert _rijen(tmp_path, SOORT[naam], inhoud) == (kolommen, ("Axel", None, 3.0), ("Hoek", "Centrum", None))


def test_een_rij_met_alleen_fouten_is_geen_tussenkop(tmp_path):
    rijen = [_rij(1), [Fout("#N/A")] * len(KOP), _rij(2)]
    [deel] = _neem_in(tmp_path, "xlsx", makers.gewoon([KOP, *rijen])).tabellen
    assert [b.rij for b in deel.bevindingen if b.ernst == "fout"] == [3] * len(KOP)


@pytest.mark.parametrize("woord", WOORDEN)
def test_elk_woord_is_een_foutmelding_hoe_het_ook_omringd_is(woord):
    assert [is_foutwaarde(cel) for cel in (woord, f" {woord} ", f"\u00a0{woord}", f"zie {woord}")] == [True] * 3 + [
        False
    ]


@pytest.mark.parametrize("woord", ["#woondeal", "#1", "#A12", "N/A", "nvt", "Err", "Fout", "geladen...", "nummer #"])
def test_gewone_woorden_zijn_geen_foutmelding(woord):
    assert not is_foutwaarde(woord)


@pytest.mark.parametrize("woord", ["#", "###", "#n/a", "#DIV/0", "#¡VALOR!", "#ЗНАЧ!", "Loading..."])
def test_andere_talen_en_een_te_smalle_kolom_zijn_foutmeldingen(woord):
    assert is_foutwaarde(woord)


# --- how different programs leave a formula behind ---------------------------------------------------------------------

NOOIT = '<calcPr calcId="1" fullCalcOnLoad="1"/>'
ONBEREKEND = "formule zonder uitkomst"


def _cellen(map_: Path, *cellen: str, boek: str = "") -> Rij:
    """The cells of one row, each given from its attributes on, with a number in front and behind."""
    midden = "".join(f'<c r="{letter}1"{cel}</c>' for letter, cel in zip("BCDEFGH", cellen, strict=False))
    rij = f'<row r="1"><c r="A1"><v>7</v></c>{midden}<c r="I1"><v>8</v></c></row>'
    inhoud = xlsx(data(rij), eigenschappen=boek)
    return _rijen(map_, "xlsx", inhoud)[0][1 : len(cellen) + 1]


def test_een_uitkomst_die_er_niet_is_heet_zo(tmp_path):
    gevonden = _cellen(
        tmp_path,
        "><f>A1*2</f>",
        "><f>A1*2</f><v></v>",
        "><f>A1*2</f><v/>",
        ' t="str"><f>A1</f>',
        ' t="str"><f>12+1</f><v></v>',
        ' t="b"><f>A1=7</f><v/>',
        "><f>A1*2</f><v>14</v>",
    )
    assert gevonden == (*[ONBEREKEND] * 6, 14.0)


def test_een_fout_zonder_woord_of_met_een_vreemd_woord_is_ook_een_fout(tmp_path):
    gevonden = _cellen(tmp_path, ' t="e"><f>A1</f>', ' t="e"><v>kapot</v>', ' t="e"><v>#SPILL!</v>', ' t="e">')
    assert gevonden == ("#FOUT!", "#FOUT!", "#SPILL!", "#FOUT!")


def test_een_werkboek_dat_nog_berekend_moet_worden_heeft_geen_nullen(tmp_path):
    """Some programs write 0 for every formula they do not calculate, and say that Excel must do it."""
    cellen = ("><f>A1*0</f><v>0</v>", "><f>A1*2</f><v>14</v>", "><v>0</v>", ' t="str"><f>""</f><v></v>')
    assert _cellen(tmp_path, *cellen) == (0.0, 14.0, 0.0, None)
    assert _cellen(tmp_path, *cellen, boek=NOOIT) == (ONBEREKEND, 14.0, 0.0, ONBEREKEND)


def test_nullen_met_een_decimaal_zijn_verdacht_zolang_geen_formule_een_andere_uitkomst_heeft(tmp_path):
    nullen = ("><f>A1*0</f><v>0.0</v>", "><f>B1</f><v>0.0</v>")
    assert _cellen(tmp_path, *nullen) == (ONBEREKEND, ONBEREKEND)
    assert _cellen(tmp_path, *nullen, "><f>A1*2</f><v>14.0</v>") == (0.0, 0.0, 14.0)


def test_een_kopie_van_een_formule_is_leeg_als_het_origineel_dat_kan_zijn(tmp_path):
    rij = (
        ' t="str"><f t="shared" ref="B1:C1" si="3">IF(A1=7,"","x")</f><v></v>',
        ' t="str"><f t="shared" si="3"/><v></v>',
        ' t="str"><f t="shared" ref="D1:E1" si="4">A1*2</f><v></v>',
        ' t="str"><f t="shared" si="4"/><v></v>',
        "><f>A1*2</f><v>14</v>",
    )
    assert _cellen(tmp_path, *rij) == (None, None, ONBEREKEND, ONBEREKEND, 14.0)


def test_een_matrix_zonder_uitkomst_wordt_geweigerd(tmp_path):
    """Its other cells hold a 0 that nothing tells from a value."""
    with pytest.raises(Geweigerd, match="matrixformule zonder uitkomst"):
        _cellen(tmp_path, '><f t="array" ref="B1:C1">A1*{1,2}</f><v>0</v>', "><v>0</v>", boek=NOOIT)
    assert _cellen(tmp_path, '><f t="array" ref="B1:C1">A1*{1,2}</f><v>7</v>', "><v>14</v>") == (7.0, 14.0)


def test_de_waarde_mag_ook_voor_de_formule_staan(tmp_path):
    assert _cellen(tmp_path, "><v>14</v><f>A1*2</f>", "><v>0</v><f>A1</f>", ' t="str"><v>a&amp;b</v><f>A1</f>') == (
        14.0,
        0.0,
        "a&b",
    )


@pytest.mark.parametrize("waarde", ["<![CDATA[14]]>", "1<!-- x -->4"])
def test_een_waarde_in_stukken_wordt_geweigerd(tmp_path, waarde):
    """Half of it would be read."""
    with pytest.raises(Geweigerd, match="niet opgebouwd"):
        _cellen(tmp_path, f"><v>{waarde}</v>")


@pytest.mark.parametrize(
    ("formule", "kan"),
    [
        ('""', True),
        ('IF(A2="","",A2)', True),
        ('IFERROR(VLOOKUP(A2,B:C,2,FALSE),"")', True),
        ("TRIM(B2)", True),
        ("A1&B1", True),
        ("'Blad-1'!A2", True),
        ("VLOOKUP(A2,Blad2!$A$1:$B$9,2,0)", True),
        ("Tabel1[[#This Row],[Kern]]", True),
        ("[.A1]", True),
        ("", True),
        ("12+1", False),
        ('IF(1=1,"Hoek","x")', False),
        ("TRUE", False),
        ("A2*2", False),
        ("-A1", False),
        ("A1=B1", False),
        ("SUM(A1:A3)", False),
        ("DATE(A1,7,1)", False),
        ("ROUND(A1,2)+1", False),
    ],
)
def test_welke_formule_een_lege_tekst_kan_geven(formule, kan):
    assert kan_leeg_zijn(formule, verdacht=False, gerekend=True) is kan
    assert kan_leeg_zijn(formule, verdacht=True, gerekend=True) is False
    assert kan_leeg_zijn(formule, verdacht=False, gerekend=False) is ('""' in formule)


@given(st.text("A1&+-*/()\"'=,!#[]$.x", max_size=30))
def test_elke_formule_geeft_een_antwoord(formule):
    assert kan_leeg_zijn(formule, verdacht=False, gerekend=True) in (True, False)


def _ods_rij(map_: Path, *cellen: str) -> Rij:
    rij = "".join(f"<table:table-cell {cel}" for cel in cellen)
    return _rijen(map_, "ods", ods(tabel(f"<table:table-row>{rij}</table:table-row>")))[0]


def test_ods_zegt_het_in_elke_vorm(tmp_path):
    einde = "</table:table-cell>"
    gevonden = _ods_rij(
        tmp_path,
        'office:value-type="float" office:value="7"/>',
        'table:formula="of:=12+1"/>',
        f'table:formula="of:=12+1"><text:p/>{einde}',
        'table:formula="of:=12+1" office:value-type="float"/>',
        f'table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""><text:p/>{einde}',
        f'table:formula="of:=[.A1]" office:value-type="float" office:value="7"><text:p>7</text:p>{einde}',
        f'table:formula="of:=[.A1]/0" office:value-type="float" office:value="0"><text:p>#DEEL/0!</text:p>{einde}',
        'table:formula="of:=NA()" calcext:value-type="error" table:number-columns-repeated="2"'
        f"><office:annotation><text:p>let op</text:p></office:annotation><text:p>#N/B</text:p>{einde}",
        f'office:value-type="float" office:value="8"><text:p>8</text:p>{einde}',
    )
    assert gevonden == (7.0, ONBEREKEND, ONBEREKEND, ONBEREKEND, None, 7.0, "#DEEL/0!", "#N/B", "#N/B", 8.0)


def test_herhaalde_rijen_met_een_fout_zijn_allemaal_fout(tmp_path):
    cel = (
        '<table:table-cell table:formula="of:=NA()" calcext:value-type="error"><text:p>#N/B</text:p></table:table-cell>'
    )
    inhoud = ods(tabel(f'<table:table-row table:number-rows-repeated="3">{cel}</table:table-row>'))
    assert _rijen(tmp_path, "ods", inhoud) == (("#N/B",),) * 3


def test_een_laatste_rij_met_alleen_onberekende_formules_telt_mee(tmp_path):
    for naam in ("gewoon", "libreoffice_ods", "excel_xls"):
        inhoud = MAAK[naam]([("Kern", "Aantal"), ("Axel", 3), (Onberekend(), Fout("#N/A"))])
        assert _rijen(tmp_path, SOORT[naam], inhoud)[-1] == (ONBEREKEND, "#N/A"), naam


def _xls(*cellen: bytes, berekend: bool = True) -> bytes:
    globaal = [record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 29_000))] if berekend else []
    return ole({"Workbook": biff([*cellen, getalcel(0, 3, 8)], globaal=globaal)})


def test_xls_van_een_programma_dat_niet_rekent(tmp_path):
    """The one writes an empty text for every formula, the other 0; neither says that it calculated."""
    leeg, nul = struct.pack("<BBIH", 3, 0, 0, 0xFFFF), struct.pack("<d", 0)
    cellen = (formulerecord(0, 0, leeg), formulerecord(0, 1, nul), formulerecord(0, 2, struct.pack("<d", 14)))
    assert _rijen(tmp_path, "xls", _xls(*cellen)) == ((None, 0.0, 14.0, 8.0),)
    assert _rijen(tmp_path, "xls", _xls(*cellen, berekend=False)) == ((ONBEREKEND, ONBEREKEND, 14.0, 8.0),)


def test_xls_zonder_de_tekst_van_een_formule(tmp_path):
    volgt = struct.pack("<BBIH", 0, 0, 0, 0xFFFF)
    tekst = record(0x0207, struct.pack("<HB", 4, 0) + b"Axel")
    cellen = (formulerecord(0, 0, volgt), tekst, formulerecord(0, 1, volgt), tekstcel(0, 2, "Hoek"))
    assert _rijen(tmp_path, "xls", _xls(*cellen)) == (("Axel", ONBEREKEND, "Hoek", 8.0),)


def test_xls_met_een_fout_buiten_wat_gelezen_wordt_is_geen_leeg_blad(tmp_path):
    volgt = struct.pack("<BBIH", 0, 0, 0, 0xFFFF)
    with pytest.raises(Geweigerd, match="niet opgebouwd"):
        _rijen(tmp_path, "xls", _xls(formulerecord(9, 9, volgt)))


def test_elke_maker_van_xlsx_is_er_echt_een_andere():
    assert len({maker([("Kern", 1.0, Fout("#N/A"), Onberekend())]) for maker in XLSX.values()}) == len(XLSX)
