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
from tests.inname.hulp.bouwstenen import biff, data, getalcel, ole, xlsx, zip_
from tests.inname.hulp.vreemd import FIXTURES, GRENZEN

BESCHADIGD = "Het bestand is beschadigd of niet helemaal aangekomen; open het in Excel en sla het opnieuw op."
WACHTWOORD = (
    "Het bestand is beveiligd met een wachtwoord; haal dat in Excel weg bij Bestand, Info, Werkmap beveiligen, "
    "Versleutelen met wachtwoord, en sla het op."
)
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
    "wachtwoord_voettekst.parquet": "Het Parquet-bestand is versleuteld; lever het zonder versleuteling aan.",
}


def _oordeel(pad: Path, naam: str = "") -> str:
    try:
        return controleer_bestand(pad, naam or pad.name)
    except Geweigerd as fout:
        return fout.zin


def test_wat_de_lezer_niet_mag_zien_komt_er_niet_langs(vreemd, monkeypatch):
    for naam, waarde in GRENZEN.items():
        monkeypatch.setenv(naam, waarde)
    assert {naam: _oordeel(vreemd[0] / naam) for naam in TEGENGEHOUDEN} == TEGENGEHOUDEN


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
    assert [_oordeel(vreemd[0] / naam) for naam in namen] == ["xlsx", "csv", "ods", "parquet", "xlsm"]


def test_gewone_dingen_in_een_werkboek_houden_niets_tegen(vreemd):
    namen = (
        "zips_query.xlsx",
        "zips_plaatje.xlsx",
        "zips_rekenketen.xlsx",
        "maten_hoek_opgemaakt.xlsx",
        "ods_opgevuld.ods",
    )
    assert {naam: _oordeel(vreemd[0] / naam) for naam in namen} == {
        "zips_query.xlsx": "xlsx",
        "zips_plaatje.xlsx": "xlsx",
        "zips_rekenketen.xlsx": "xlsx",
        "maten_hoek_opgemaakt.xlsx": "xlsx",
        "ods_opgevuld.ods": "ods",
    }


_TABEL = "<table border=1><tr><th>Kern</th></tr><tr><td>Axel</td></tr></table>"
_XML = '<?xml version="1.0"?>'
_WEB = "Dit is een webpagina en geen werkblad; open het in Excel en sla het op als .xlsx."
_MHT = "Dit is een webpagina (een MHT-bestand) en geen werkblad; open het in Excel en sla het op als .xlsx."
_ZELF = "en geen werkblad; lever het werkblad zelf aan."
_MIME = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
)
GEEN_WERKBLAD: dict[str, tuple[str | bytes, str]] = {
    "html": (f"<html><body>{_TABEL}</body></html>", _WEB),
    "doctype": (f"\ufeff\r\n<!DOCTYPE html>\n<html>{_TABEL}</html>", _WEB),
    "div": (f"<div>\n{_TABEL}</div>", _WEB),
    "span": ("<span>Kern</span><br/>Axel", _WEB),
    "commentaar": (f"<!-- rapport --> {_TABEL}", _WEB),
    "hoofdletters": ("<TABLE><TR><TD>Kern</TD></TR></TABLE>", _WEB),
    "tekst_ervoor": (f"Rapport verhuringen\n{_TABEL}", _WEB),
    "antwoord_van_server": (f"HTTP/1.1 200 OK\r\n\r\n{_TABEL}", _WEB),
    "utf16": (f"<html>{_TABEL}</html>".encode("utf-16"), _WEB),
    "utf16_zonder_merk": (f"<html>{_TABEL}</html>".encode("utf-16-le"), _WEB),
    "xhtml": (f'{_XML}<html xmlns="http://www.w3.org/1999/xhtml">{_TABEL}</html>', _WEB),
    "excel_html": (f'<html xmlns:x="urn:schemas-microsoft-com:office:excel">{_TABEL}</html>', _WEB),
    "mht": (f"{_MIME}<html>{_TABEL}</html>", _MHT),
    "mht_chrome": (f"From: <Saved by Blink>\r\nSubject: Rapport\r\n{_MIME}", _MHT),
    "mail": ("From: a\r\nSubject: Levering\r\nContent-Type: text/plain\r\n\r\nbijlage", f"Dit is een e-mailbericht {_ZELF}"),
    "xml_2003": (
        f'{_XML}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "Dit is een XML-werkblad van Excel 2003; open het in Excel en sla het op als .xlsx.",
    ),
    "xml_2003_voorvoegsel": (
        '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"></ss:Workbook>',
        "Dit is een XML-werkblad van Excel 2003; open het in Excel en sla het op als .xlsx.",
    ),
    "fods": (
        f'{_XML}<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
        "Dit is een XML-werkblad van LibreOffice; open het daar en sla het op als .ods of .xlsx.",
    ),
    "xml": (
        f"{_XML}<verhuringen><rij/></verhuringen>",
        "Dit is een XML-bestand en geen werkblad; open het in Excel en sla het op als .xlsx.",
    ),
    "xml_kaal": (
        "<verhuringen><rij>1</rij></verhuringen>",
        "Dit is een XML-bestand en geen werkblad; open het in Excel en sla het op als .xlsx.",
    ),
    "json": ('[{"kern": "Axel"}]', f"Dit is een JSON-bestand {_ZELF}"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", f"Dit is een PDF {_ZELF}"),
    "pdf_later": (b"\r\n\r\n%PDF-1.4\n", f"Dit is een PDF {_ZELF}"),
    "rtf": ("{\\rtf1\\ansi Een brief}", f"Dit is een tekstdocument (RTF) {_ZELF}"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), f"Dit is een afbeelding {_ZELF}"),
    "jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", f"Dit is een afbeelding {_ZELF}"),
    "gzip": (b"\x1f\x8b\x08\0" + bytes(50), "Dit is een ingepakt bestand; pak het uit en lever het werkblad zelf aan."),
    "sylk": (
        'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Kern"\r\nE\r\n',
        "Dit is een oud uitwisselingsbestand (SYLK of DIF); open het in Excel en sla het op als .xlsx.",
    ),
    "snelkoppeling": ("[InternetShortcut]\r\nURL=x", "Dit is een snelkoppeling naar een bestand; lever het werkblad zelf aan."),
    "word": (zip_([("word/document.xml", "<w/>")]), f"Dit is een Word-document {_ZELF}"),
    "word_oud": (ole({"WordDocument": b"brief"}), f"Dit is een Word-document {_ZELF}"),
    "presentatie": (zip_([("ppt/presentation.xml", "<p/>")]), f"Dit is een presentatie {_ZELF}"),
    "outlook": (ole({"__properties_version1.0": b"x"}), f"Dit is een e-mailbericht van Outlook {_ZELF}"),
    "zip": (zip_([("levering.csv", "a;b")]), "Dit is een zip-bestand en geen werkblad; pak het uit en lever het werkblad zelf aan."),
    "xlsb": (
        zip_([("xl/workbook.bin", b"\x83")]),
        "Dit is een binair Excel-bestand (.xlsb), en dat wordt niet gelezen; sla het op als .xlsx.",
    ),
    "numbers": (
        zip_([("Index/Document.iwa", b"\0")]),
        "Dit is een Numbers-bestand, en dat wordt niet gelezen; exporteer het als .xlsx.",
    ),
    "odt": (
        zip_([("mimetype", "application/vnd.oasis.opendocument.text")]),
        f"Dit is een LibreOffice-document {_ZELF}",
    ),
    "leeg": (b"", "Het bestand is leeg; exporteer het opnieuw."),
    "alleen_nullen": (bytes(3000), "Het bestand is leeg; exporteer het opnieuw."),
    "alleen_regels": ("\ufeff\r\n \t\r\n", "Het bestand is leeg; exporteer het opnieuw."),
    "excel_4": (
        b"\x09\x04\x06\x00\x00\x00\x10\x00",
        "Dit Excel-bestand is te oud om te lezen; open het in Excel en sla het op als .xlsx.",
    ),
    "label": (
        ole({"EncryptedPackage": bytes(5000), "DRMEncryptedTransform": b"x"}),
        "Het bestand is versleuteld met een label; haal dat in Excel weg bij Start, Gevoeligheid en sla het op.",
    ),
    "wachtwoord": (ole({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": bytes(5000)}), WACHTWOORD),
    "wachtwoord_kapotte_container": (
        ole({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": bytes(5000)}).replace(b"\0\x10\0\0", b"\0\x20\0\0", 1),
        WACHTWOORD,
    ),
}  # fmt: skip


@pytest.mark.parametrize("soort", ["xlsx", "xls", "csv"])
def test_elk_ander_bestand_hoort_wat_het_is_en_wat_te_doen(tmp_path, soort):
    """Whatever it is called."""
    pad = tmp_path / f"levering.{soort}"
    gezegd = {}
    for naam, (inhoud, _) in GEEN_WERKBLAD.items():
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        gezegd[naam] = _oordeel(pad)
    assert gezegd == {naam: zin for naam, (_, zin) in GEEN_WERKBLAD.items()}


@pytest.mark.parametrize(
    "tekst",
    [
        "Kern\tHuur\nAxel\t612,40\n".encode("utf-16"),
        "Kern\tHuur\nAxel\t612,40\n".encode("utf-16-le"),
        b"ID;Plaats\nC;Hoek\n",
        b"<23;23-29\n1;2\n",
        b"<leeg>;b\n1;2\n",
        b"Kern: alle;b\nType: x;2\n",
        b"naam;toelichting\nx;<b>vet</b><br>\n",
        b"BM;x\n1;2\n",
    ],
)
def test_een_tekst_onder_de_naam_van_een_werkblad_wordt_gelezen(tmp_path, tekst):
    pad = tmp_path / "levering.xls"
    pad.write_bytes(tekst)
    assert _oordeel(pad) == "csv"


def test_het_eerste_werkboek_in_een_container_telt(tmp_path):
    """A workbook inside the workbook has a stream with the same name; calamine reads the first."""
    inhoud = ole({"Workbook": b"eerste", "Workbooc": b"tweede"}).replace(
        "Workbooc".encode("utf-16-le"), "Workbook".encode("utf-16-le")
    )
    assert Ole(inhoud).stroom("Workbook").startswith(b"eerste")


def test_een_toewijzingstabel_mag_ruimer_zijn_dan_het_bestand(tmp_path):
    """As in a workbook with a password that a program saved: two sectors of the table are never used."""
    inhoud = bytearray(ole({"Workbook": biff([getalcel(0, 0)])}))
    sectoren = len(inhoud) // 512 - 1
    inhoud[44:48] = (3).to_bytes(4, "little")
    inhoud[80:88] = sectoren.to_bytes(4, "little") + (sectoren + 1).to_bytes(4, "little")
    assert Ole(bytes(inhoud) + b"\xff" * 1024).namen == {"Workbook"}
    inhoud[80:84] = inhoud[76:80]
    with pytest.raises(OleFout):
        Ole(bytes(inhoud))


def test_geen_bestand_en_het_hulpbestand_van_excel(tmp_path):
    pad = tmp_path / "x"
    pad.write_bytes(bytes(165))
    assert [_oordeel(tmp_path), _oordeel(tmp_path / "weg.xlsx"), _oordeel(pad, "~$levering.xlsx")] == [
        "Het bestand kan niet worden geopend.",
        "Het bestand kan niet worden geopend.",
        "Dit is het hulpbestand dat Excel maakt zolang een bestand open is; lever het werkblad zelf aan.",
    ]


@pytest.mark.parametrize("aantal", [30_000, pytest.param(100_000, marks=pytest.mark.lang)])
def test_geheugen_groeit_niet_met_het_bestand(tmp_path, aantal):
    """Twelve, or forty, megabytes of sheet pass by in pieces."""
    rijen = "".join(
        f'<row r="{rij}">'
        + "".join(f'<c r="{letter}{rij}" s="1" t="n"><v>612.40</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for rij in range(1, aantal + 1)
    )
    pad = tmp_path / "groot.xlsx"
    pad.write_bytes(xlsx(data(rijen)))
    assert len(rijen) > 350 * aantal
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
