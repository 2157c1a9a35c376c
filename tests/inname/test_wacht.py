"""The look at a file before anything parses it: which kind it is, and what is never let through."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.bestand.ole import Ole, OleFout, records
from dashboard.inname.bestand.rechthoek import Rechthoek
from dashboard.inname.bestand.wacht import controleer_bestand
from dashboard.inname.bestand.xlsxwacht import Snel, hele_tags, langzaam
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import kolomletters, kolomnummer
from tests.inname.hulp.bouwstenen import biff, data, getalcel, ole, xlsx
from tests.inname.hulp.vreemd import FIXTURES, GRENZEN, maak

BESCHADIGD = "Het bestand is beschadigd of niet helemaal aangekomen; open het in Excel en sla het opnieuw op."
WACHTWOORD = "Het bestand is beveiligd met een wachtwoord; sla het op zonder wachtwoord."
BOM = "Het bestand wordt bij het uitpakken veel te groot en is daarom niet geopend."
VREEMD = "Het bestand bevat onderdelen die niet in een werkblad horen; open het in Excel en sla het opnieuw op."
ONREGELMATIG = (
    "Het bestand is niet opgebouwd zoals een Excel-bestand hoort te zijn; open het in Excel en sla het opnieuw op."
)
BESTAAT_NIET = "Een blad heeft een gevulde cel op een plaats die in Excel niet bestaat; sla het bestand opnieuw op."


def _hoek(rijen: str = "1.048.576", laatste: str = "XFD1048576") -> str:
    return f"Een blad heeft {rijen} rijen en er mogen er 20.000 zijn; de laatste gevulde cel is {laatste}."


def _breed(kolommen: str, laatste: str) -> str:
    return f"Een blad heeft {kolommen} kolommen en er mogen er 500 zijn; de laatste gevulde cel is {laatste}."


def _cellen(aantal: str) -> str:
    return f"Het bestand heeft {aantal} cellen en er mogen er 300.000 zijn."


# Everything that the parser must not see, and what the analyst reads about it.
TEGENGEHOUDEN = {
    "maten_hoek.xlsx": _hoek(),
    "maten_rij_ver.xlsx": _hoek(laatste="B1048576"),
    "maten_kolom_ver.xlsx": _breed("16.384", "XFD2"),
    "maten_alle_kolommen.xlsx": _breed("16.384", "XFD1"),
    "maten_buiten_excel.xlsx": BESTAAT_NIET,
    "maten_ver_buiten_excel.xlsx": BESTAAT_NIET,
    "maten_bladen_samen.xlsx": _cellen("350.000"),
    "maten_tien_bladen.xlsx": _cellen("400.000"),
    "maten_zonder_plaats_breed.xlsx": _breed("501", "SG1"),
    "maten_zonder_plaats_bom.xlsx": _cellen("6.000.800"),
    "xml_gelach.xlsx": VREEMD,
    "xml_buiten.xlsx": VREEMD,
    "xml_utf16.xlsx": VREEMD,
    "xml_utf16_zonder_merk.xlsx": VREEMD,
    "xml_voorvoegsel_hoek.xlsx": _hoek(),
    "xml_vreemd_voorvoegsel_hoek.xlsx": _hoek(),
    "xml_enkele_quotes_hoek.xlsx": _hoek(),
    "xml_groter_in_kenmerk.xlsx": _hoek(),
    "xml_kleiner_in_kenmerk.xlsx": ONREGELMATIG,
    "xml_plaats_in_kenmerk.xlsx": _hoek(),
    "xml_plaats_dubbel.xlsx": ONREGELMATIG,
    "xml_plaats_dubbel_erna.xlsx": ONREGELMATIG,
    "xml_nieuwe_regel_in_tag.xlsx": _hoek(),
    "xml_kleine_letters_hoek.xlsx": _hoek(),
    "xml_lege_tag_hoek.xlsx": _hoek(),
    "xml_lange_tag.xlsx": ONREGELMATIG,
    "zips_dubbel_deel.xlsx": VREEMD,
    "zips_dubbel_hoofdletters.xlsx": VREEMD,
    "zips_dubbel_schuin.xlsx": VREEMD,
    "zips_blad_elders_hoek.xlsx": _hoek(),
    "zips_blad_in_plaatje.xlsx": VREEMD,
    "zips_bzip2.xlsx": VREEMD,
    "zips_lzma.xlsx": VREEMD,
    "zips_twee_einden.xlsx": VREEMD,
    "zips_twee_achter_elkaar.xlsx": VREEMD,
    "zips_veel_delen.xlsx": VREEMD,
    "zips_crc.xlsx": BESCHADIGD,
    "zips_verhouding.xlsx": BOM,
    "zips_uitgepakt.xlsx": BOM,
    "zips_gelogen_maat.xlsx": BESCHADIGD,
    "zips_grote_maat.xlsx": BOM,
    "zips_te_groot.xlsx": "Het bestand is 5,1 MB groot en er mag 5 MB worden aangeleverd.",
    "ods_ver.ods": _hoek(laatste="A1048576"),
    "ods_herhaalde_rijen.ods": _hoek("1.000.000", "A1000000"),
    "ods_herhaalde_cellen.ods": _breed("16.384", "XFD1"),
    "ods_herhaald_beide.ods": _cellen("8.000.000"),
    "ods_herhaald_dubbel_kenmerk.ods": _hoek("900.000", "A900000"),
    "ods_buiten_excel.ods": BESTAAT_NIET,
    "ods_spaties.ods": BOM,
    "ods_groter_in_kenmerk.ods": _breed("9.000", "MHD1"),
    "xls_hoek.xls": _hoek("65.536", "IV65536"),
    "xls_kolom_ver.xls": BESTAAT_NIET,
    "wachtwoord_libreoffice.xls": WACHTWOORD,
    "wachtwoord_libreoffice.ods": WACHTWOORD,
    "wachtwoord_excel.xlsx": WACHTWOORD,
    "wachtwoord_filepass.xls": WACHTWOORD,
    "wachtwoord_vlag.xlsx": WACHTWOORD,
    "wachtwoord_manifest.ods": WACHTWOORD,
    "wachtwoord_voettekst.parquet": WACHTWOORD,
}


@pytest.fixture(scope="module")
def vreemd(tmp_path_factory) -> Path:
    map_ = tmp_path_factory.mktemp("vreemd")
    maak(map_)
    return map_


def _oordeel(pad: Path, naam: str = "") -> str:
    try:
        return controleer_bestand(pad, naam or pad.name)
    except Geweigerd as fout:
        return fout.zin


def test_wat_de_lezer_niet_mag_zien_komt_er_niet_langs(vreemd, monkeypatch):
    for naam, waarde in GRENZEN.items():
        monkeypatch.setenv(naam, waarde)
    assert {naam: _oordeel(vreemd / naam) for naam in TEGENGEHOUDEN} == TEGENGEHOUDEN


def test_soort_volgt_uit_de_inhoud(vreemd):
    echt = {pad.name: _oordeel(pad) for pad in sorted(FIXTURES.iterdir()) if "wachtwoord" not in pad.name}
    assert echt == {
        "kengetallen_1904.xlsx": "xlsx",
        "met_naam.xlsx": "xlsx",
        "met_nummer.ods": "ods",
        "twee_tabellen.xlsx": "xlsx",
        "verhuringen_titel.xlsx": "xlsx",
        "verhuringen_twee_koppen.xls": "xls",
        **{
            f"{naam}.{soort}": soort
            for naam in ("veertig_fouten", "verhuurrapportage_a", "verhuurrapportage_b")
            for soort in ("csv", "ods", "xls", "xlsx")
        },
        "voorraad_verborgen.ods": "ods",
        "woningzoekenden_cp1252.csv": "csv",
    }
    namen = (
        "anders_echt_xlsx.csv",
        "anders_echt_csv.xlsx",
        "anders_echt_ods.xls",
        "anders_echt_parquet.txt",
        "zips_macro.xlsm",
    )
    assert [_oordeel(vreemd / naam) for naam in namen] == ["xlsx", "csv", "ods", "parquet", "xlsm"]


def test_gewone_dingen_in_een_werkboek_houden_niets_tegen(vreemd):
    namen = (
        "zips_query.xlsx",
        "zips_plaatje.xlsx",
        "zips_rekenketen.xlsx",
        "maten_hoek_opgemaakt.xlsx",
        "ods_opgevuld.ods",
    )
    assert {naam: _oordeel(vreemd / naam) for naam in namen} == {
        "zips_query.xlsx": "xlsx",
        "zips_plaatje.xlsx": "xlsx",
        "zips_rekenketen.xlsx": "xlsx",
        "maten_hoek_opgemaakt.xlsx": "xlsx",
        "ods_opgevuld.ods": "ods",
    }


def test_geen_bestand_en_het_hulpbestand_van_excel(tmp_path):
    pad = tmp_path / "x"
    pad.write_bytes(bytes(165))
    assert [_oordeel(tmp_path), _oordeel(tmp_path / "weg.xlsx"), _oordeel(pad, "~$levering.xlsx")] == [
        "Het bestand kan niet worden geopend.",
        "Het bestand kan niet worden geopend.",
        "Dit is het hulpbestand dat Excel maakt zolang een bestand open is; lever het werkblad zelf aan.",
    ]


def test_geheugen_groeit_niet_met_het_bestand(tmp_path):
    """Forty megabytes of sheet pass by in pieces."""
    rijen = "".join(
        f'<row r="{rij}">'
        + "".join(f'<c r="{letter}{rij}" s="1" t="n"><v>612.40</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for rij in range(1, 100_001)
    )
    pad = tmp_path / "groot.xlsx"
    pad.write_bytes(xlsx(data(rijen)))
    del rijen
    tracemalloc.start()
    soort = _oordeel(pad)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert soort == "xlsx"
    assert piek < 8_000_000


@given(st.integers(1, 20_000))
def test_kolomletters_heen_en_terug(nummer):
    assert kolomnummer(kolomletters(nummer).encode()) == nummer


def test_kolomletters_aan_de_randen():
    assert [kolomletters(nummer) for nummer in (1, 26, 27, 702, 703, 16_384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


_PLAATSEN = st.lists(st.tuples(st.integers(1, 99_999), st.integers(1, 16_384), st.booleans()), max_size=20)


@given(_PLAATSEN, st.integers(1, 60))
def test_snel_en_langzaam_tellen_zien_dezelfde_rechthoek(plaatsen, stukmaat):
    rechthoek = Rechthoek()
    for rij, kolom, gevuld in plaatsen:
        if gevuld:
            rechthoek.voeg_toe(rij, kolom)
    tekst = "".join(
        f'<row r="{rij}"><c r="{kolomletters(kolom)}{rij}" s="1"' + ("><v>1</v></c>" if gevuld else "/>") + "</row>"
        for rij, kolom, gevuld in plaatsen
    ).encode()
    stukken = [tekst[nr : nr + stukmaat] for nr in range(0, len(tekst), stukmaat)]
    snel = Snel()
    for stuk in hele_tags(stukken):
        snel.lees(stuk)
    assert (snel.zeker, snel.rechthoek, langzaam(hele_tags(stukken))) == (True, rechthoek, rechthoek)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PAR1", b"\xff\xfe", b"a;b\n"]),
)
def test_willekeurige_bytes_geven_een_soort_of_een_weigering(tmp_path_factory, rest, begin):
    pad = tmp_path_factory.getbasetemp() / "willekeurig"
    pad.write_bytes(begin + rest)
    oordeel = _oordeel(pad, "x.xlsx")
    assert oordeel == "csv" or oordeel.endswith(".")


_HEEL = xlsx(data('<row r="1"><c r="A1"><v>1</v></c></row>'))
_LIJST = _HEEL.index(b"PK\x01\x02")


@given(st.lists(st.tuples(st.integers(_LIJST, len(_HEEL) - 4), st.binary(min_size=1, max_size=4)), max_size=6))
def test_kapotte_inhoudsopgave_van_een_zip_is_een_weigering(tmp_path_factory, ingrepen):
    """Python's own zipfile has an IndexError for an entry without a name."""
    inhoud = bytearray(_HEEL)
    for plaats, stuk in [*ingrepen, (_LIJST + 28, b"\0\0") if len(ingrepen) == 1 else (_LIJST, b"PK")]:
        inhoud[plaats : plaats + len(stuk)] = stuk
    pad = tmp_path_factory.getbasetemp() / "kapot.xlsx"
    pad.write_bytes(inhoud)
    oordeel = _oordeel(pad)
    assert oordeel == "xlsx" or oordeel.endswith(".")


_GOED = ole({"Workbook": biff([getalcel(0, 0), getalcel(3, 4)])})


@given(
    st.lists(st.tuples(st.integers(0, len(_GOED) - 4), st.binary(min_size=4, max_size=4)), max_size=6),
    st.integers(0, len(_GOED)),
)
def test_kapotte_container_geeft_alleen_zijn_eigen_fout(ingrepen, lengte):
    inhoud = bytearray(_GOED)
    for plaats, stuk in ingrepen:
        inhoud[plaats : plaats + 4] = stuk
    try:
        stroom = Ole(bytes(inhoud[:lengte])).stroom("Workbook")
    except OleFout:
        return
    assert len(stroom) <= len(_GOED) + 4096
    assert sum(len(deel) + 4 for _, _, deel in records(stroom)) <= len(stroom) + 4


def test_container_geeft_wat_erin_zit():
    stroom = biff([getalcel(0, 0)])
    container = Ole(ole({"Workbook": stroom, "Nog iets": b"x" * 5000}))
    assert container.namen == {"Workbook", "Nog iets"}
    assert container.stroom("Workbook")[: len(stroom)] == stroom
    assert container.stroom("Nog iets") == b"x" * 5000
    with pytest.raises(OleFout):
        container.stroom("weg")
