"""Several hundred broken and strange files, made by code: `maak(folder)` writes them and says what should become of each.

The limits that go with them (GRENZEN) are lower than the usual ones, so that a bomb is small to make too. Where the answer
is True the file can be read, False that it is refused, None that either is right (one flipped bit may or may not matter).
"""

from __future__ import annotations

import datetime as dt
import decimal
import io
import itertools
import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.inname.hulp.bouwstenen import (
    GOED,
    MAIN,
    ODS_CEL,
    biff,
    data,
    getalcel,
    ods,
    ole,
    record,
    tabel,
    xlsx,
    xlsx_delen,
    zip_,
)

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "inname"
ECHT = ("verhuringen_titel.xlsx", "verhuringen_twee_koppen.xls", "voorraad_verborgen.ods")
GRENZEN = {
    "MONITOR_UPLOAD_MB": "5",
    "MONITOR_UPLOAD_UITGEPAKT": "30",
    "MONITOR_UPLOAD_RIJEN": "20000",
    "MONITOR_UPLOAD_KOLOMMEN": "500",
    "MONITOR_UPLOAD_CELLEN": "300000",
    "MONITOR_UPLOAD_GEHEUGEN": "600",
    "MONITOR_UPLOAD_SECONDEN": "20",
}
Geval = tuple[str, bytes, bool | None]


def maak(map_: Path) -> dict[str, bool | None]:
    """Write every file and return what should become of it, by name."""
    verwacht: dict[str, bool | None] = {}
    groepen = (
        _geknipt,
        _omgevallen,
        _anders,
        _wachtwoord,
        _cellen,
        _maten,
        _xml,
        _zips,
        _ods,
        _xls,
        _csv,
        _csv_vreemd,
        _parquet,
    )
    for groep in groepen:
        for naam, inhoud, goed in groep():
            bestand = f"{groep.__name__[1:]}_{naam}"
            if bestand in verwacht:
                raise ValueError(bestand)
            verwacht[bestand] = goed
            (map_ / bestand).write_bytes(inhoud)
    return verwacht


def _parquetbestand(tabel_: pa.Table | None = None, **rest: object) -> bytes:
    uit = io.BytesIO()
    pq.write_table(tabel_ if tabel_ is not None else pa.table({"a": [1, 2], "b": ["x", "y"]}), uit, **rest)
    return uit.getvalue()


def _echte() -> Iterator[tuple[str, str, bytes]]:
    for naam in ECHT:
        yield naam.partition(".")[0], naam.rpartition(".")[2], (FIXTURES / naam).read_bytes()
    yield "tabel", "parquet", _parquetbestand()


def _geknipt() -> Iterator[Geval]:
    """A file that did not arrive as a whole. The tail of an .xls may be nothing but its properties."""
    for naam, soort, inhoud in _echte():
        for duizendste in (1, 5, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950, 990):
            goed = None if soort == "xls" or duizendste == 1 else False
            yield f"{naam}_{duizendste}.{soort}", inhoud[: len(inhoud) * duizendste // 1000 + 1], goed
        yield f"{naam}_min1.{soort}", inhoud[:-1], None
        yield f"{naam}_begin_kwijt.{soort}", inhoud[100:], False


def _omgevallen() -> Iterator[Geval]:
    dobbel = random.Random(20240301)
    for naam, soort, inhoud in _echte():
        for nummer in range(12):
            plaats = dobbel.randrange(len(inhoud))
            stuk = bytes([inhoud[plaats] ^ (1 << dobbel.randrange(8))])
            yield f"{naam}_{nummer}.{soort}", inhoud[:plaats] + stuk + inhoud[plaats + 1 :], None
        gat = len(inhoud) // 3
        yield f"{naam}_nullen.{soort}", inhoud[:gat] + bytes(200) + inhoud[gat + 200 :], None


def _anders() -> Iterator[Geval]:
    """Other kinds of file, under names that promise a workbook."""
    dobbel = random.Random(7)
    vormen: dict[str, bytes] = {
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "png": b"\x89PNG\r\n\x1a\n" + dobbel.randbytes(500),
        "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF" + dobbel.randbytes(500),
        "gif": b"GIF89a" + dobbel.randbytes(100),
        "gzip": b"\x1f\x8b\x08\0" + dobbel.randbytes(300),
        "zevenzip": b"7z\xbc\xaf\x27\x1c" + dobbel.randbytes(300),
        "rar": b"Rar!\x1a\x07\0" + dobbel.randbytes(300),
        "rtf": b"{\\rtf1\\ansi Een brief}",
        "html": b"<html><head></head><body><table><tr><td>1</td></tr></table></body></html>",
        "html_bom": b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>",
        "tabel_html": b"<table><tr><td>1</td></tr></table>",
        "xml_2003": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "programma": b"MZ\x90\0\x03\0\0\0" + bytes(200) + dobbel.randbytes(300),
        "ruis": dobbel.randbytes(2000),
        "nullen": bytes(3000),
        "database": b"SQLite format 3\0" + bytes(500),
        "excel_2": b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(50),
        "excel_3": b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00" + bytes(50),
        "excel_4": b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00" + bytes(50),
        "word": zip_([("[Content_Types].xml", "<x/>"), ("word/document.xml", "<w/>")]),
        "presentatie": zip_([("[Content_Types].xml", "<x/>"), ("ppt/presentation.xml", "<p/>")]),
        "binair_excel": zip_([("[Content_Types].xml", "<x/>"), ("xl/workbook.bin", b"\x83\x01\0")]),
        "numbers": zip_([("Index/Document.iwa", b"\0\1\2")]),
        "zip_met_csv": zip_([("levering.csv", "a;b\n1;2\n")]),
        "lege_zip": zip_([]),
        "tekst_odt": ods(tabel(""), mimetype="application/vnd.oasis.opendocument.text"),
        "word_oud": ole({"WordDocument": b"brief"}),
        "ole_leeg": ole({}),
        "leeg": b"",
        "een_byte": b"\0",
        "pk": b"PK",
        "ole_kop": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "parquet_kop": b"PAR1",
        "parquet_kort": b"PAR1PAR1",
    }
    for (naam, inhoud), soort in itertools.product(vormen.items(), ("xlsx", "csv")):
        yield f"{naam}.{soort}", inhoud, False
    goed = xlsx(data(GOED))
    for soort in ("xls", "ods", "csv", "parquet", "doc", ""):
        yield f"echt_xlsx.{soort}", goed, True
    for soort in ("xlsx", "xls", "txt"):
        yield f"echt_csv.{soort}", b"a;b\n1;2\n", True
        yield f"echt_parquet.{soort}", _parquetbestand(), True
        yield f"echt_ods.{soort}", ods(tabel(f"<table:table-row>{ODS_CEL}</table:table-row>")), True


def _wachtwoord() -> Iterator[Geval]:
    for soort in ("xls", "ods"):
        yield f"libreoffice.{soort}", (FIXTURES / f"met_wachtwoord.{soort}").read_bytes(), False
    kluis = ole({"EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + b"<encryption/>", "EncryptedPackage": bytes(5000)})
    yield "excel.xlsx", kluis, False
    yield "filepass.xls", ole({"Workbook": biff([getalcel(0, 0)], globaal=[record(0x2F, bytes(54))])}), False
    yield "vlag.xlsx", xlsx(data(GOED)).replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"), False
    yield (
        "manifest.ods",
        ods(tabel(""), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
        False,
    )
    yield "voettekst.parquet", b"PARE" + bytes(100) + b"PARE", False


def _cellen() -> Iterator[Geval]:
    """One sheet with a strange cell in it."""
    waarden = {
        **{
            f"fout_{nr}": f't="e"><v>{fout}</v>'
            for nr, fout in enumerate(("#DIV/0!", "#N/A", "#NAME?", "#VERW!", "#SPILL!"))
        },
        "fout_met_formule": 't="e"><f>1/0</f><v>#DIV/0!</v>',
        "fout_zonder_waarde": 't="e"><f>1/0</f>',
        "formule_zonder_uitkomst": "><f>B2*2</f>",
        "formule_tekst": 't="str"><f>A2</f><v>tekst</v>',
        "formule_leeg": 't="str"><f>A2</f><v></v>',
        "waar": 't="b"><v>1</v>',
        "datum_iso": 't="d"><v>2024-05-06</v>',
        "datum_serie": 's="1"><v>45352</v>',
        "datum_schrikkel_1900": 's="1"><v>60</v>',
        "datum_nul": 's="1"><v>0</v>',
        "datum_negatief": 's="1"><v>-5</v>',
        "datum_te_groot": 's="1"><v>99999999</v>',
        "datum_jaar_9999": 's="1"><v>2958465.99999999</v>',
        "duur": 's="2"><v>1000.5</v>',
        "nan": "><v>NaN</v>",
        "oneindig": "><v>1e400</v>",
        "geen_getal": "><v>abc</v>",
        "komma": "><v>612,40</v>",
        "emoji": 't="inlineStr"><is><t>\U0001f3e0\U0001f468\u200d\U0001f469\u200d\U0001f467</t></is>',
        "rechts_naar_links": 't="inlineStr"><is><t>\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202etset</t></is>',
        "stuurtekens": 't="inlineStr"><is><t>a\x01b\x1bc\x7f</t></is>',
        "stuurtekens_excel": 't="inlineStr"><is><t>a_x0001_b_x000D__xFFFF_</t></is>',
        "combinaties": 't="inlineStr"><is><t>e' + "\u0301" * 3000 + "</t></is>",
        "witruimte": 't="inlineStr"><is><t xml:space="preserve">  \t\n  </t></is>',
        "opmaak": 't="inlineStr"><is><r><t>vet</t></r><r><t> gewoon</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>',
        "formule_injectie": "t=\"inlineStr\"><is><t>=cmd|'/c calc'!A1</t></is>",
        "onbekende_stijl": 's="999"><v>1</v>',
    }
    for naam, rest in waarden.items():
        yield f"{naam}.xlsx", xlsx(data(f'{GOED}<row r="2"><c r="A2" {rest}</c></row>')), True
    kapot = {
        "onbekende_soort": 't="zz"><v>1</v>',
        "duur_enorm": 's="2"><v>1e300</v>',
        "geen_ja_nee": 't="b"><v>q</v>',
        "gedeeld_zonder_lijst": 't="s"><v>99</v>',
        "gedeeld_negatief": 't="s"><v>-1</v>',
        "te_lang": f't="inlineStr"><is><t>{"a" * 32_768}</t></is>',
    }
    for naam, rest in kapot.items():
        yield f"{naam}.xlsx", xlsx(data(f'{GOED}<row r="2"><c r="A2" {rest}</c></row>')), False
    yield (
        "langste.xlsx",
        xlsx(data(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 32_767}</t></is></c></row>')),
        True,
    )
    yield "gedeeld.xlsx", xlsx(data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), gedeeld="<si><t>é</t></si>"), True
    yield "basis_1904.xlsx", xlsx(data(GOED), eigenschappen='<workbookPr date1904="1"/>'), True
    yield "leeg.xlsx", xlsx(data("")), False
    yield "alleen_lege_cellen.xlsx", xlsx(data('<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c></row>')), False


def _maten() -> Iterator[Geval]:
    """Sheets that are large, say that they are large, or are much larger than they look."""
    ver = '<row r="{0}"><c r="{1}{0}"><v>1</v></c></row>'
    hoek = ver.format(1_048_576, "XFD")
    yield "hoek.xlsx", xlsx(data(GOED + hoek)), False
    yield "alleen_hoek.xlsx", xlsx(data(hoek)), True
    yield "rij_ver.xlsx", xlsx(data(GOED + ver.format(1_048_576, "A"))), False
    yield "kolom_ver.xlsx", xlsx(data(GOED + ver.format(2, "XFD"))), False
    yield "buiten_excel.xlsx", xlsx(data(GOED + ver.format(9_999_999, "ZZZ"))), False
    yield "ver_buiten_excel.xlsx", xlsx(data(GOED + ver.format(10**12, "AAAAAAAA"))), False
    yield "hoek_opgemaakt.xlsx", xlsx(data(GOED + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')), True
    yield "maat_gelogen.xlsx", xlsx(data(GOED, '<dimension ref="A1:XFD1048576"/>')), True
    yield "maat_onzin.xlsx", xlsx(data(GOED, '<dimension ref="B9:A1"/>')), None
    yield "alle_kolommen.xlsx", xlsx(data(_brede_rij(16_384))), False
    yield "kolommen_500.xlsx", xlsx(data(_brede_rij(500))), True
    yield "kolommen_501.xlsx", xlsx(data(_brede_rij(501))), False
    smal = "".join(f'<row r="{nr}"><c r="A{nr}"><v>1</v></c></row>' for nr in range(1, 20_002))
    yield "rijen_20001.xlsx", xlsx(data(smal)), False
    yield "rijen_20000.xlsx", xlsx(data(smal.rpartition("<row")[0])), True
    half = data(ver.format(1, "A") + ver.format(700, "SF"))
    yield "bladen_samen.xlsx", xlsx(half), False
    yield "tien_bladen.xlsx", xlsx(*[data(ver.format(1, "A") + ver.format(400, "CV"))] * 10), False
    yield "veel_bladen.xlsx", xlsx(*[data(GOED)] * 300), True
    yield "zonder_plaats.xlsx", xlsx(data("<row><c><v>1</v></c><c><v>2</v></c></row>" * 3)), True
    yield "zonder_plaats_breed.xlsx", xlsx(data("<row>" + "<c><v>1</v></c>" * 501 + "</row>")), False
    yield (
        "zonder_plaats_lang.xlsx",
        xlsx(data("<row/>" * 30_000 + GOED.replace(' r="1"', "").replace(' r="A1"', "").replace(' r="B1"', "") + hoek)),
        False,
    )
    yield (
        "zonder_plaats_bom.xlsx",
        xlsx(data("<row>" + "<c><v>1</v></c>" * 400 + "</row>" + "<row/>" * 15_000 + "<row><c><v>1</v></c></row>")),
        False,
    )
    yield (
        "samengevoegd_alles.xlsx",
        xlsx(data(GOED, na='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        True,
    )
    dubbel = "<mergeCells>" + '<mergeCell ref="A1:B1"/>' * 50 + "</mergeCells>"
    yield "samengevoegd_dubbel.xlsx", xlsx(data(GOED, na=dubbel)), False
    yield "samengevoegd_onzin.xlsx", xlsx(data(GOED, na='<mergeCells><mergeCell ref="x:y"/></mergeCells>')), None
    verborgen = '<cols><col min="1" max="16384" hidden="1"/></cols>'
    yield "alles_verborgen.xlsx", xlsx(data(GOED.replace('<row r="1"', '<row r="1" hidden="1"'), verborgen)), True
    yield (
        "kolom_onzin.xlsx",
        xlsx(
            data(GOED, '<cols><col min="-1" max="x" hidden="1"/><col min="9999999999" max="1" hidden="true"/></cols>')
        ),
        True,
    )
    yield (
        "verborgen_bladen.xlsx",
        xlsx(data(GOED), data(GOED), staat={1: ' state="hidden"', 2: ' state="veryHidden"'}),
        True,
    )
    lang = "a" * 32_000
    verwijzingen = "".join(
        f'<row r="{nr}">' + "".join(f'<c r="{kolom}{nr}" t="s"><v>0</v></c>' for kolom in "ABCDEFGHIJKLMN") + "</row>"
        for nr in range(1, 20_001)
    )
    yield "gedeelde_tekst_bom.xlsx", xlsx(data(verwijzingen), gedeeld=f"<si><t>{lang}</t></si>"), False
    yield (
        "gedeelde_tekst_lang.xlsx",
        xlsx(data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), gedeeld=f"<si><t>{'a' * 29_000_000}</t></si>"),
        False,
    )


def _brede_rij(breedte: int) -> str:
    from dashboard.inname.werkboek import kolomletters

    cellen = (f'<c r="{kolomletters(nr)}1"><v>{nr}</v></c>' for nr in range(1, breedte + 1))
    return f'<row r="1">{"".join(cellen)}</row>'


def _xml() -> Iterator[Geval]:
    """XML as no program writes it, some of it to get past a guard."""
    kop, open_, dicht = '<?xml version="1.0"?>', f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
    gelach = "".join(f'<!ENTITY l{nr} "{f"&l{nr - 1};" * 10 if nr else "ha"}">' for nr in range(12))
    hoek = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c {} r="XFD1048576"><v>1</v></c></row>'
    vormen: dict[str, tuple[str | bytes, bool | None]] = {
        "gelach": (
            f'{kop}<!DOCTYPE x [{gelach}]>{open_}<row r="1"><c r="A1" t="inlineStr"><is><t>&l11;</t></is></c></row>{dicht}',
            False,
        ),
        "buiten": (
            f'{kop}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{open_}<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>{dicht}',
            False,
        ),
        "doctype": (f"{kop}<!DOCTYPE worksheet>{open_}{GOED}{dicht}", True),
        "utf16": (f'<?xml version="1.0" encoding="UTF-16"?>{open_}{GOED}{dicht}'.encode("utf-16"), False),
        "utf16_zonder_merk": (f"{kop}{open_}{GOED}{dicht}".encode("utf-16-le"), False),
        "bom": (f"\ufeff{kop}{open_}{GOED}{dicht}".encode(), True),
        "niet_utf8": (
            f'{kop}{open_}<row r="1"><c r="A1" t="inlineStr"><is><t>'.encode()
            + b"\xff\xfe\xe9"
            + f"</t></is></c></row>{dicht}".encode(),
            None,
        ),
        "nul": (f'{kop}{open_}<row r="1"><c r="A1" t="inlineStr"><is><t>a\0b</t></is></c></row>{dicht}', None),
        "niet_gesloten": (f"{kop}{open_}{GOED}", None),
        "verkeerd_gesloten": (f"{kop}{open_}{GOED}</c></row>{dicht}", None),
        "geen_xml": ("dit is geen XML", False),
        "leeg": ("<?", False),
        "afgebroken_tag": (f"{kop}{open_}{GOED}<row r=", None),
        "voorvoegsel": (
            f'{kop}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
            True,
        ),
        "voorvoegsel_hoek": (
            f'{kop}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row><x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
            False,
        ),
        "vreemd_voorvoegsel_hoek": (f'{kop}{open_}{GOED}<é-b:c r="XFD1048576"><v>1</v></é-b:c>{dicht}', False),
        "enkele_quotes": (f"{kop}{open_}{GOED.replace(chr(34), chr(39))}{dicht}", True),
        "enkele_quotes_hoek": (f"{kop}{open_}{hoek.format('').replace(chr(34), chr(39))}{dicht}", False),
        "groter_in_kenmerk": (f"{kop}{open_}{hoek.format(chr(120) + '=' + chr(34) + '>' + chr(34))}{dicht}", False),
        "kleiner_in_kenmerk": (f"{kop}{open_}{hoek.format(chr(120) + '=' + chr(34) + '<' + chr(34))}{dicht}", False),
        "plaats_in_kenmerk": (
            f"{kop}{open_}{hoek.format(chr(120) + '=' + chr(34) + ' r=' + chr(39) + 'A1' + chr(39) + chr(34))}{dicht}",
            False,
        ),
        "plaats_dubbel": (f"{kop}{open_}{hoek.format('r=' + chr(34) + 'A1' + chr(34))}{dicht}", False),
        "plaats_dubbel_erna": (
            f'{kop}{open_}<row r="1"><c r="A1" s="1" r="XFD1048576"><v>1</v></c></row>{dicht}',
            False,
        ),
        "nieuwe_regel_in_tag": (f"{kop}{open_}{hoek.format(chr(10))}{dicht}", False),
        "kleine_letters_hoek": (f"{kop}{open_}{hoek.format('').replace('XFD', 'xfd')}{dicht}", False),
        "lege_tag_hoek": (
            f'{kop}{open_}{GOED}<row r="1048576"><c r="XFD1048576" s="/>"><v>1</v></c></row>{dicht}',
            False,
        ),
        "commentaar": (f"{kop}{open_}<!-- <c r='A1'> -->{GOED}{dicht}", True),
        "cdata": (
            f'{kop}{open_}<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<c r="XFD9">]]></t></is></c></row>{dicht}',
            None,
        ),
        "diep": (f"{kop}{open_}{'<a>' * 50_000}{'</a>' * 50_000}{GOED}{dicht}", None),
        "lange_tag": (f'{kop}{open_}{GOED}<x a="{"a" * 900_000}"/>{dicht}', False),
        "lange_tekst": (f"{kop}{open_}{GOED}<x>{'a' * 2_000_000}</x>{dicht}", True),
        "aan_elkaar": (
            f'{kop}{open_}<row r="1"><c r="A1" t="inlineStr"><is><t>{"&#x1F3E0;" * 15_000}</t></is></c></row>{dicht}',
            True,
        ),
        "twee_keer_dezelfde_cel": (f"{kop}{open_}{GOED}{GOED}{dicht}", True),
        "rijen_achteruit": (f'{kop}{open_}<row r="9"><c r="B9"><v>1</v></c></row>{GOED}{dicht}', True),
        "ander_schema": (f'{kop}<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', False),
    }
    for naam, (inhoud, goed) in vormen.items():
        yield f"{naam}.xlsx", xlsx(inhoud if isinstance(inhoud, bytes) else inhoud.encode("utf-8")), goed


def _zips() -> Iterator[Geval]:
    """Containers that lie, repeat themselves or burst."""
    delen = xlsx_delen(data(GOED))
    lijst = [*delen.items()]
    for naam in delen:
        zonder = zip_((deel, inhoud) for deel, inhoud in lijst if deel != naam)
        yield f"zonder_{naam.rpartition('/')[2].strip('[].').lower()}.xlsx", zonder, None
    for naam in delen:
        yield (
            f"lege_{naam.rpartition('/')[2].strip('[].').lower()}.xlsx",
            zip_((d, "" if d == naam else i) for d, i in lijst),
            None,
        )
    tweede = ("xl/worksheets/sheet1.xml", "<worksheet/>")
    yield "dubbel_deel.xlsx", zip_([*lijst, tweede]), False
    yield "dubbel_hoofdletters.xlsx", zip_([*lijst, ("XL/Worksheets/Sheet1.XML", "<worksheet/>")]), False
    yield "dubbel_schuin.xlsx", zip_([*lijst, ("xl\\worksheets\\sheet1.xml", "<worksheet/>")]), False
    yield "pad_omhoog.xlsx", zip_([*lijst, ("../../../tmp/kwaad.xml", "<x/>")]), True
    yield "pad_vast.xlsx", zip_([*lijst, ("/etc/kwaad.xml", "<x/>")]), True
    yield "macro.xlsm", zip_([*lijst, ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(300))]), True
    yield "plaatje.xlsx", zip_([*lijst, ("xl/media/image1.png", b"\x89PNG<c r='XFD1048576'>" + bytes(5000))]), True
    yield (
        "query.xlsx",
        zip_([*lijst, ("customXml/item1.xml", f"<DataMashup>{'QUJD' * 300_000}</DataMashup>".encode("utf-16"))]),
        True,
    )
    yield (
        "rekenketen.xlsx",
        zip_([*lijst, ("xl/calcChain.xml", '<calcChain><c r="XFD1048576" i="1"/></calcChain>')]),
        True,
    )
    elders = xlsx_delen(data(GOED + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>'), doelen={1: "plaatjes/foto.xml"})
    yield "blad_elders_hoek.xlsx", zip_(elders.items()), False
    verstopt = xlsx_delen(data(GOED + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>'), doelen={1: "media/foto.png"})
    yield "blad_in_plaatje.xlsx", zip_(verstopt.items()), False
    yield "zelfde_bladnaam.xlsx", xlsx(data(GOED), data(GOED), namen=("Blad", "blad")), False
    yield "vreemde_bladnaam.xlsx", xlsx(data(GOED), namen=("\U0001f3e0 \u202e &lt;b&gt; " + "x" * 500,)), True
    yield (
        "blad_bestaat_niet.xlsx",
        zip_((d, i) for d, i in xlsx_delen(data(GOED), data(GOED)).items() if "sheet2" not in d),
        None,
    )
    yield "ingepakt_niet.xlsx", zip_(lijst, zipfile.ZIP_STORED), True
    yield "bzip2.xlsx", zip_(lijst, zipfile.ZIP_BZIP2), False
    yield "lzma.xlsx", zip_(lijst, zipfile.ZIP_LZMA), False
    goed = zip_(lijst)
    yield "opmerking.xlsx", zip_(lijst, opmerking=b"met groet"), True
    yield "twee_einden.xlsx", zip_(lijst, opmerking=b"PK\x05\x06" + bytes(18)), False
    yield "rommel_ervoor.xlsx", b"PK rommel" + goed, None
    yield "rommel_erna.xlsx", goed + bytes(500), None
    yield "twee_achter_elkaar.xlsx", goed + goed, False
    yield (
        "verkeerde_controlegetallen.xlsx",
        goed.replace(b"PK\x01\x02\x14\x03\x14\0\0\0\x08\0\0\0!\0", b"PK\x01\x02\x14\x03\x14\0\0\0\x08\0\0\0\x22\0"),
        True,
    )
    crc = goed.index(b"PK\x01\x02") + 16
    yield "crc.xlsx", goed[:crc] + b"\0\0\0\0" + goed[crc + 4 :], False
    yield "veel_delen.xlsx", zip_([*lijst, *((f"xl/x{nr}.xml", "") for nr in range(5001))]), False
    yield "map.xlsx", zip_([*lijst, ("xl/leeg/", "")]), True
    yield "zip_in_zip.xlsx", zip_([("binnen.xlsx", goed)]), False
    ruis = random.Random(1).randbytes(60_000)
    yield "verhouding.xlsx", zip_([*lijst, ("xl/nullen.xml", bytes(25_000_000))]), False
    yield "uitgepakt.xlsx", zip_([*lijst, ("xl/nullen.xml", b"".join([ruis[:30_000] * 1200]))]), False
    leugen = zip_([*lijst, ("xl/nullen.xml", b"<x>" + bytes(20_000_000))])
    yield "gelogen_maat.xlsx", leugen.replace(struct.pack("<I", 20_000_003), struct.pack("<I", 3)), False
    yield "grote_maat.xlsx", goed.replace(struct.pack("<I", len(delen["xl/styles.xml"])), b"\xfe\xff\xff\xff"), False
    yield (
        "te_groot.xlsx",
        zip_([*lijst, ("ruis.bin", random.Random(2).randbytes(5_100_000))], zipfile.ZIP_STORED),
        False,
    )


def _ods() -> Iterator[Geval]:
    rij = "<table:table-row{}>{}</table:table-row>".format
    leeg = '<table:table-cell table:number-columns-repeated="16384"/>'
    vormen: dict[str, tuple[str, bool | None]] = {
        "goed": (tabel(rij("", ODS_CEL)), True),
        "leeg": (tabel(""), False),
        "geen_blad": ("", False),
        "opgevuld": (tabel(rij("", ODS_CEL) + rij(' table:number-rows-repeated="1048575"', leeg)), True),
        "alles_leeg": (tabel(rij(' table:number-rows-repeated="1048576"', leeg)), False),
        "ver": (tabel(rij("", ODS_CEL) + rij(' table:number-rows-repeated="1048574"', leeg) + rij("", ODS_CEL)), False),
        "herhaalde_rijen": (tabel(rij(' table:number-rows-repeated="1000000"', ODS_CEL)), False),
        "herhaalde_cellen": (tabel(rij("", ODS_CEL.replace("/>", ' table:number-columns-repeated="16384"/>'))), False),
        "herhaald_beide": (
            tabel(
                rij(
                    ' table:number-rows-repeated="20000"',
                    ODS_CEL.replace("/>", ' table:number-columns-repeated="400"/>'),
                )
            ),
            False,
        ),
        "herhaald_dubbel_kenmerk": (
            tabel(rij(' table:number-columns-repeated="1" table:number-rows-repeated="900000"', ODS_CEL)),
            False,
        ),
        "buiten_excel": (
            tabel(rij("", '<table:table-cell table:number-columns-repeated="4294967295"/>' + ODS_CEL)),
            False,
        ),
        "negatief": (tabel(rij(' table:number-rows-repeated="-1"', ODS_CEL)), False),
        "geen_getal": (tabel(rij("", ODS_CEL.replace('value="1"', 'value="x"'))), False),
        "spaties": (
            tabel(
                rij(
                    "",
                    '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p></table:table-cell>',
                )
            ),
            False,
        ),
        "spaties_gewoon": (
            tabel(
                rij(
                    "",
                    '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="3"/>b</text:p></table:table-cell>',
                )
            ),
            True,
        ),
        "tabel_in_cel": (
            tabel(
                rij(
                    "",
                    f'<table:table-cell office:value-type="string"><text:p>a</text:p>{tabel(rij("", ODS_CEL))}</table:table-cell>',
                )
            ),
            True,
        ),
        "opmerking": (
            tabel(
                rij(
                    "",
                    '<table:table-cell office:value-type="string"><office:annotation><text:p>x</text:p></office:annotation><text:p>a</text:p></table:table-cell>',
                )
            ),
            True,
        ),
        "datum_onzin": (
            tabel(rij("", '<table:table-cell office:value-type="date" office:date-value="2024-99-99"/>')),
            None,
        ),
        "samengevoegd_ver": (
            tabel(
                rij(
                    "",
                    ODS_CEL.replace(
                        "/>", ' table:number-columns-spanned="16384" table:number-rows-spanned="1048576"/>'
                    ),
                )
            ),
            True,
        ),
        "niet_gesloten": ("<table:table><table:table-row>" + ODS_CEL, False),
        "eindeloos": (tabel(rij("", ODS_CEL)).replace("</table:table>", "</table:ta<x>ble>"), False),
        "groter_in_kenmerk": (
            tabel(rij("", ODS_CEL.replace("/>", ' table:formula="of:=1>2" table:number-columns-repeated="9000"/>'))),
            False,
        ),
        "kleiner_in_kenmerk": (
            tabel(rij("", ODS_CEL.replace("/>", ' table:formula="1<2" table:number-columns-repeated="9000"/>'))),
            False,
        ),
        "emoji": (
            tabel(
                rij(
                    "",
                    '<table:table-cell office:value-type="string"><text:p>\U0001f3e0 \u05e9\u05dc\u05d5\u05dd</text:p></table:table-cell>',
                )
            ),
            True,
        ),
    }
    for naam, (inhoud, goed) in vormen.items():
        yield f"{naam}.ods", ods(inhoud), goed
    yield "zonder_inhoud.ods", zip_([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), False
    yield (
        "gelach.ods",
        ods(tabel(rij("", ODS_CEL)), extra=[("settings.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>')]),
        None,
    )


def _xls() -> Iterator[Geval]:
    def boek(*records: bytes, **rest: object) -> bytes:
        return ole({"Workbook": biff(records, **rest)})

    goed = boek(getalcel(0, 0), getalcel(1, 1))
    yield "goed.xls", goed, True
    yield "leeg.xls", boek(), False
    yield "hoek.xls", boek(getalcel(0, 0), getalcel(65535, 255)), False
    yield "kolom_ver.xls", boek(getalcel(0, 0), getalcel(0, 65535)), False
    yield "maat_gelogen.xls", boek(record(0x0200, struct.pack("<IIHHH", 0, 65536, 0, 256, 0)), getalcel(0, 0)), None
    yield (
        "maat_onmogelijk.xls",
        boek(record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)), getalcel(0, 0)),
        False,
    )
    yield "basis_1904.xls", boek(getalcel(0, 0), globaal=[record(0x22, b"\1\0")]), True
    yield "fout.xls", boek(getalcel(0, 0), record(0x0205, struct.pack("<HHHBB", 1, 0, 0, 7, 1))), True
    yield (
        "korte_records.xls",
        boek(getalcel(0, 0), record(0x0203, b"\0"), record(0x0208, b""), record(0x7D, b"\1")),
        None,
    )
    yield "onbekende_records.xls", boek(record(0x9999, b"x" * 100), getalcel(0, 0)), True
    yield "tekst_buiten_lijst.xls", boek(getalcel(0, 0), record(0x00FD, struct.pack("<HHHI", 1, 0, 0, 99_999))), None
    stroom = biff([getalcel(0, 0)])
    yield "lengte_gelogen.xls", ole({"Workbook": stroom[:-8] + struct.pack("<HH", 0x0203, 0xFFFF)}), None
    yield "boek_5.xls", ole({"Book": stroom}), None
    yield "twee_stromen.xls", ole({"Book": stroom, "Workbook": stroom}), True
    yield "geen_werkboek.xls", ole({"Iets": stroom}), False
    ver = biff([getalcel(0, 0)])
    plaats = ver.index(struct.pack("<HH", 0x0085, 13)) + 4
    yield "blad_buiten.xls", ole({"Workbook": ver[:plaats] + b"\xff\xff\xff\x7f" + ver[plaats + 4 :]}), False
    fat = 512
    for naam, waarde in {"rondje": 1, "zichzelf": 2, "buiten": 90_000, "vrij": 0xFFFFFFFF}.items():
        yield f"keten_{naam}.xls", goed[: fat + 8] + struct.pack("<I", waarde) + goed[fat + 12 :], None
    for naam, plek in {"map": 48, "klein": 60, "verder": 68, "lijst": 76}.items():
        for waarde in (0, 1, 5, 0x7FFFFFFF):
            yield f"kop_{naam}_{waarde}.xls", goed[:plek] + struct.pack("<I", waarde) + goed[plek + 4 :], None
    for macht in (0, 7, 12, 31, 0xFFFF):
        yield f"sector_{macht}.xls", goed[:30] + struct.pack("<H", macht) + goed[32:], None


def _csv() -> Iterator[Geval]:
    """The same small table in every dress a desktop puts on it."""
    rijen = [
        ["Kern", "Huur", "Datum"],
        ["Noorddorp", "612,40", "31-12-2024"],
        ['Zuid "dorp"', "1.034,50", "één dag; of, twee"],
    ]
    coderingen = {
        "utf8": "utf-8",
        "bom": "utf-8-sig",
        "cp1252": "cp1252",
        "utf16": "utf-16",
        "utf16le": "utf-16-le",
        "utf16be": "utf-16-be",
    }
    for (codenaam, codering), (tekennaam, teken), (regelnaam, regel) in itertools.product(
        coderingen.items(),
        {"puntkomma": ";", "komma": ",", "tab": "\t", "streep": "|"}.items(),
        {"lf": "\n", "crlf": "\r\n", "cr": "\r"}.items(),
    ):
        tekst = regel.join(teken.join('"' + cel.replace('"', '""') + '"' for cel in rij) for rij in rijen)
        yield f"{codenaam}_{tekennaam}_{regelnaam}.csv", tekst.encode(codering), True


def _csv_vreemd() -> Iterator[Geval]:
    vormen: dict[str, tuple[bytes, bool | None]] = {
        "een_cel": (b"a", True),
        "een_kolom": (b"a\n1\n2\n", True),
        "alleen_regels": (b"\n\r\n\n", False),
        "alleen_puntkommas": (b";;;\n;;;\n", False),
        "alleen_bom": (b"\xef\xbb\xbf", False),
        "alleen_bom_utf16": (b"\xff\xfe", False),
        "half_utf16": (b"\xff\xfea\0b", False),
        "utf32": ("a;b\n1;2\n".encode("utf-32"), True),
        "sep": (b"sep=,\na,b\n1,2\n", True),
        "sep_tab": (b'"sep=\t"\r\na\tb\n', True),
        "niet_gesloten": (b'a;b\n1;"2\n3;4\n', False),
        "quote_midden": (b'a;b\n1;5" buis\n', True),
        "quote_erna": (b'a;b\n1;"x"y\n', False),
        "regel_in_cel": (b'a;b\n1;"een\ntwee\r\ndrie"\n', True),
        "ongelijk": (b"a;b\n1\n1;2;3;4\n", True),
        "lege_kolommen": (b"a;b;;;;;\n1;2;;;;;\n", True),
        "emoji": ("naam;x\n\U0001f3e0;\u202e\u05e9\u05dc\u05d5\u05dd\n".encode(), True),
        "stuurtekens": (b"a;b\n" + b"gewone tekst;nog meer tekst\n" * 20 + b"\x01\x02;x\n", True),
        "veel_stuurtekens": (b"a;b\n\x01\x02\x03;\x04\x05\n", False),
        "nul": (b"a;b\n" + b"1;2\n" * 100 + b"\0;x\n", False),
        "nul_ver": (b"a;b\n" + b"1;2\n" * 30_000 + b"\0;x\n", False),
        "cp1252_gat": (b"a;b\n\x81\x8d\x8f;\xe9\n", False),
        "einde_dos": (b"a;b\n1;2\n\x1a", True),
        "formules": (b"a;b\n=1+1;@SUM(A1)\n+1;-1\n", True),
        "lange_cel": (b"a;b\n1;" + b"x" * 40_000 + b"\n", False),
        "langste_cel": (b"a;b\n1;" + b"x" * 32_767 + b"\n", True),
        "brede_rij": (b";".join([b"x"] * 501), False),
        "rijen_20000": (b"a;b\n" * 20_000, True),
        "rijen_20001": (b"a;b\n" * 20_001, False),
        "lege_staart": (b"a;b\n1;2\n" + b";\n" * 50_000, True),
        "cellen": ((b";".join([b"1"] * 400) + b"\n") * 1000, False),
        "een_brede_rij": (b"1\n" * 19_000 + b";".join([b"1"] * 400), False),
        "te_groot": (b"a;b\n" * 1_300_000, False),
        "spaties_na_komma": (b'a, b\n1, "twee, drie"\n', True),
        "json": (b'{"a": [1, 2]}', False),
    }
    for naam, (inhoud, goed) in vormen.items():
        yield f"{naam}.csv", inhoud, goed
    for naam in ("~$levering.csv", "bestand\U0001f3e0\u202e.csv", "  .csv", "-rf.csv", "a" * 200 + ".csv"):
        yield naam, b"a;b\n1;2\n", True
    yield ".csv", b"a;b\n", True


def _parquet() -> Iterator[Geval]:
    dag = dt.datetime.fromisoformat("2024-03-31T22:30")
    kolommen: dict[str, tuple[pa.Array, bool]] = {
        "uint64": (pa.array([2**64 - 1], pa.uint64()), True),
        "half": (pa.array([0.5], pa.float16()), True),
        "nan": (pa.array([float("nan"), float("inf")]), True),
        "decimaal": (pa.array([decimal.Decimal("1" * 36 + ".25")], pa.decimal128(38, 2)), True),
        "leeg": (pa.nulls(3), True),
        "woordenboek": (pa.array(["a", None, "a"]).dictionary_encode(), True),
        "bytes_tekst": (pa.array([b"abc", None]), True),
        "bytes": (pa.array([b"\xff\xfe"]), False),
        "vaste_bytes": (pa.array([b"1234"], pa.binary(4)), False),
        "dag32": (pa.array([19_000, None], pa.date32()), True),
        "dag_te_ver": (pa.array([2**31 - 1], pa.int32()).cast(pa.date32()), False),
        "moment_ns": (pa.array([dag], pa.timestamp("ns")), True),
        "moment_zone": (pa.array([dag, None], pa.timestamp("us", "UTC")), True),
        "moment_te_ver": (pa.array([2**62], pa.int64()).cast(pa.timestamp("us")), False),
        "duur": (pa.array([dt.timedelta(days=3)], pa.duration("ns")), True),
        "tijd32": (pa.array([1000], pa.int32()).cast(pa.time32("ms")), True),
        "tijd64": (pa.array([10**9], pa.int64()).cast(pa.time64("ns")), True),
        "ja_nee": (pa.array([True, None, False]), True),
        "lijst": (pa.array([[1, 2], None]), False),
        "structuur": (pa.array([{"a": 1}]), False),
        "koppeling": (pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())), False),
        "lange_tekst": (pa.array(["x" * 40_000]), False),
        "stuurtekens": (pa.array(["a\0b\x01"]), True),
    }
    for naam, (kolom, goed) in kolommen.items():
        yield f"{naam}.parquet", _parquetbestand(pa.table({naam: kolom})), goed
    yield "geen_rijen.parquet", _parquetbestand(pa.table({"a": pa.array([], pa.int64())})), True
    yield "geen_kolommen.parquet", _parquetbestand(pa.table({})), False
    yield (
        "dubbele_kolom.parquet",
        _parquetbestand(pa.Table.from_arrays([pa.array([1]), pa.array([2])], ["a", "a"])),
        True,
    )
    yield "vreemde_naam.parquet", _parquetbestand(pa.table({"\U0001f3e0\0\u202e" + "x" * 5000: [1]})), True
    yield "kolommen_501.parquet", _parquetbestand(pa.table({f"k{nr}": [1] for nr in range(501)})), False
    yield "rijen_20001.parquet", _parquetbestand(pa.table({"a": pa.nulls(20_001)})), False
    yield "herhaald.parquet", _parquetbestand(pa.table({"a": ["x" * 30_000] * 15_000})), False
    heel = _parquetbestand()
    for nummer in range(12):
        plaats = len(heel) - 20 - nummer * 25
        yield f"voet_{nummer}.parquet", heel[:plaats] + bytes([heel[plaats] ^ 0xFF]) + heel[plaats + 1 :], None
    yield "voet_lengte.parquet", heel[:-8] + b"\xff\xff\xff\x7f" + b"PAR1", False
    yield "voet_nul.parquet", heel[:-8] + bytes(4) + b"PAR1", False
