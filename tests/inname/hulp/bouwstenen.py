"""Files built byte by byte: workbooks that no program would write. The same bytes every time."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_SOORTEN = (
    f'{_KOP}<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_STIJLEN = (
    f'{_KOP}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
GOED = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>twee</t></is></c></row>'

Deel = str | bytes


def zip_(delen: Iterable[tuple[str, Deel]], methode: int = zipfile.ZIP_DEFLATED, opmerking: bytes = b"") -> bytes:
    """A zip with these parts, in this order; a name may come twice."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as bestand:
        for naam, inhoud in delen:
            deel = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            deel.compress_type = methode
            bestand.NameToInfo.pop(naam, None)  # no warning about a name that is there already
            bestand.writestr(deel, inhoud)
        bestand.comment = opmerking
    return uit.getvalue()


def data(rijen: str, voor: str = "", na: str = "") -> str:
    """The content of a sheet around its rows."""
    return f"{voor}<sheetData>{rijen}</sheetData>{na}"


def blad(inhoud: Deel) -> Deel:
    """A whole sheet; what already begins as XML or as bytes stays as it is."""
    if isinstance(inhoud, bytes) or inhoud.startswith("<?"):
        return inhoud
    return f'{_KOP}<worksheet xmlns="{MAIN}">{inhoud}</worksheet>'


def xlsx_delen(
    *bladen: Deel,
    namen: tuple[str, ...] = (),
    eigenschappen: str = "",
    gedeeld: str | None = None,
    staat: Mapping[int, str] | None = None,
    doelen: Mapping[int, str] | None = None,
) -> dict[str, Deel]:
    """The parts of a workbook; `gedeeld` are its shared strings, `staat` hides sheets, `doelen` puts them elsewhere."""
    nummers = range(1, len(bladen) + 1)
    plek = {nr: (doelen or {}).get(nr, f"worksheets/sheet{nr}.xml") for nr in nummers}
    lijst = "".join(
        f'<sheet name="{namen[nr - 1] if namen else f"Blad{nr}"}" sheetId="{nr}" r:id="rId{nr}"{(staat or {}).get(nr, "")}/>'
        for nr in nummers
    )
    relaties = "".join(f'<Relationship Id="rId{nr}" Type="{_OD}/worksheet" Target="{plek[nr]}"/>' for nr in nummers)
    delen: dict[str, Deel] = {
        "[Content_Types].xml": _SOORTEN,
        "_rels/.rels": f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships"><Relationship Id="rId1" '
        f'Type="{_OD}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_KOP}<workbook xmlns="{MAIN}" xmlns:r="{_OD}">{eigenschappen}<sheets>{lijst}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{relaties}'
        f'<Relationship Id="rIdS" Type="{_OD}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rIdT" Type="{_OD}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": _STIJLEN,
    }
    if gedeeld is not None:
        delen["xl/sharedStrings.xml"] = f'{_KOP}<sst xmlns="{MAIN}">{gedeeld}</sst>'
    return delen | {f"xl/{plek[nr]}": blad(inhoud) for nr, inhoud in zip(nummers, bladen, strict=True)}


def xlsx(*bladen: Deel, extra: Iterable[tuple[str, Deel]] = (), **rest: object) -> bytes:
    """A workbook with these sheets and whatever else."""
    return zip_([*xlsx_delen(*bladen, **rest).items(), *extra])


ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS_CEL = '<table:table-cell office:value-type="float" office:value="1"/>'


def ods(inhoud: str, *, mimetype: str = ODS, manifest: str = "", extra: Iterable[tuple[str, Deel]] = ()) -> bytes:
    """An OpenDocument workbook with this content between the marks of the spreadsheet."""
    basis = "urn:oasis:names:tc:opendocument:xmlns"
    namen = " ".join(f'xmlns:{naam}="{basis}:{naam}:1.0"' for naam in ("office", "style", "text", "table"))
    namen += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namen}><office:body><office:spreadsheet>{inhoud}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    lijst = f'<manifest:manifest xmlns:manifest="{basis}:manifest:1.0">{manifest}</manifest:manifest>'
    return zip_([("mimetype", mimetype), ("META-INF/manifest.xml", lijst), ("content.xml", xml), *extra])


def tabel(rijen: str) -> str:
    """A sheet of an OpenDocument workbook."""
    return f'<table:table table:name="Blad">{rijen}</table:table>'


def biff(*bladen: Iterable[bytes], globaal: Iterable[bytes] = ()) -> bytes:
    """The workbook stream of an .xls with these sheets, each a row of records."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    namen = [f"Blad{nr}".encode() for nr in range(1, len(bladen) + 1)]
    voor = begin + b"".join(globaal)
    plaats = len(voor) + sum(12 + len(naam) for naam in namen) + 4
    lichamen, lijst = [], []
    for naam, records in zip(namen, bladen, strict=True):
        lichaam = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + b"".join(records)
        lichaam += record(0x000A, b"")
        lijst.append(record(0x0085, struct.pack("<IBBBB", plaats, 0, 0, len(naam), 0) + naam))
        lichamen.append(lichaam)
        plaats += len(lichaam)
    return voor + b"".join(lijst) + record(0x000A, b"") + b"".join(lichamen)


def record(soort: int, inhoud: bytes) -> bytes:
    """One record of a workbook stream."""
    return struct.pack("<HH", soort, len(inhoud)) + inhoud


def getalcel(rij: int, kolom: int, waarde: float = 1.0) -> bytes:
    """A number, row and column from 0."""
    return record(0x0203, struct.pack("<HHHd", rij, kolom, 0, waarde))


def ole(stromen: Mapping[str, bytes]) -> bytes:
    """A container with these streams: whole sectors of 512 bytes, nothing in the small ones."""
    lichaam, volgende, mappen = b"", [0xFFFFFFFD], []
    for naam, inhoud in stromen.items():
        vol = inhoud.ljust(4096, b"\0")
        vol += b"\0" * (-len(vol) % 512)
        begin = 1 + len(lichaam) // 512
        aantal = len(vol) // 512
        mappen.append(_map(naam, 2, begin, max(len(inhoud), 4096)))
        volgende += [*range(begin + 1, begin + aantal), 0xFFFFFFFE]
        lichaam += vol
    lijst = b"".join([_map("Root Entry", 5, 0xFFFFFFFE, 0), *mappen])
    lijst += b"\0" * (-len(lijst) % 512)
    eerste_map = 1 + len(lichaam) // 512
    aantal = len(lijst) // 512
    volgende += [*range(eerste_map + 1, eerste_map + aantal), 0xFFFFFFFE]
    if len(volgende) > 128:
        raise ValueError("one sector of the allocation table is all there is")
    volgende += [0xFFFFFFFF] * (128 - len(volgende))
    kop = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    kop += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, eerste_map, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    kop += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return kop + struct.pack("<128I", *volgende) + lichaam + lijst


def _map(naam: str, soort: int, begin: int, lengte: int) -> bytes:
    tekst = naam.encode("utf-16-le") + b"\0\0"
    wortel = 1 if soort == 5 else 0xFFFFFFFF
    rest = struct.pack("<HBBIII", len(tekst), soort, 1, 0xFFFFFFFF, 0xFFFFFFFF, wortel) + b"\0" * 36
    return tekst.ljust(64, b"\0") + rest + struct.pack("<III", begin, lengte, 0)
