"""What people send instead of a workbook, by its first bytes, and the sentence that says what it is and what to do.

Many systems give a web page or an XML file the name .xls; Excel opens those, so nobody knows that they are no workbook.
"""

from __future__ import annotations

import re

ZELF = "lever het werkblad zelf aan"
_BEWAAR = "open het in Excel en sla het op als .xlsx"
_AFBEELDING = f"Dit is een afbeelding en geen werkblad; {ZELF}."
_INGEPAKT = f"Dit is een ingepakt bestand; pak het uit en {ZELF}."
_WEBPAGINA = f"Dit is een webpagina en geen werkblad; {_BEWAAR}."
_MHT = f"Dit is een webpagina (een MHT-bestand) en geen werkblad; {_BEWAAR}."
_MAIL = f"Dit is een e-mailbericht en geen werkblad; {ZELF}."
_XML_2003 = f"Dit is een XML-werkblad van Excel 2003; {_BEWAAR}."
_XML_ODS = "Dit is een XML-werkblad van LibreOffice; open het daar en sla het op als .ods of .xlsx."
_XML = f"Dit is een XML-bestand en geen werkblad; {_BEWAAR}."
_JSON = f"Dit is een JSON-bestand en geen werkblad; {ZELF}."
_SYLK = f"Dit is een oud uitwisselingsbestand (SYLK of DIF); {_BEWAAR}."
_OUD = f"Dit Excel-bestand is te oud om te lezen; {_BEWAAR}."
_DATABASE = f"Dit is een database en geen werkblad; exporteer de tabel en {ZELF}."
_SNELKOPPELING = f"Dit is een snelkoppeling naar een bestand; {ZELF}."

_BEGINNEN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _AFBEELDING),
    (b"\xff\xd8\xff", _AFBEELDING),
    (b"GIF8", _AFBEELDING),
    (b"II*\0", _AFBEELDING),
    (b"MM\0*", _AFBEELDING),
    (b"{\\rtf", f"Dit is een tekstdocument (RTF) en geen werkblad; {ZELF}."),
    (b"\x1f\x8b", _INGEPAKT),
    (b"7z\xbc\xaf", _INGEPAKT),
    (b"Rar!", _INGEPAKT),
    (b"BZh", _INGEPAKT),
    (b"\xfd7zXZ", _INGEPAKT),
    (b"\x09\x00\x04\x00", _OUD),
    (b"\x09\x02\x06\x00", _OUD),
    (b"\x09\x04\x06\x00", _OUD),
    (b"\x09\x08\x08\x00\x00\x05", _OUD),  # of 1993, without the container that came later
    (b"SQLite format 3\0", _DATABASE),
    (b"\0\1\0\0Standard ", _DATABASE),
    (b"\x4c\0\0\0\1\x14\2\0", _SNELKOPPELING),
    (b"[InternetShortcut]", _SNELKOPPELING),
    (b"TABLE\r\n0,1\r\n", _SYLK),
    (b"TABLE\n0,1\n", _SYLK),
)
_PDF_TOT = 1024  # a PDF may have something in front of its mark
_SYLK_CEL = re.compile(rb"ID;P.*?\n(?:C;(?:Y\d+;)?X\d+;|P;P|B;[XY]\d)", re.DOTALL)
_JSON_BEGIN = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
_BERICHT = re.compile(rb"\s*[a-z][\w-]*:[^\r\n]*\r?\n", re.IGNORECASE)
_BERICHTKOP = re.compile(rb"^(?:MIME-Version|Content-Type):([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(rb"\s*<(?:!--|[!?]?[a-z][\w:-]*[\s/>])", re.IGNORECASE)
_VERKLARING = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|tr|td|div|span|p|br|style|meta|center)\b", re.IGNORECASE)
_TABELTAG = re.compile(rb"</?(?:table|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_MINSTENS = 4  # tags of a table, before a text that does not begin with a tag is a web page


def wat_is_dit(kop: bytes) -> str | None:
    """The sentence about a file with this beginning; None for what may be a text file with a table.

    A text in UTF-16 is given here as the bytes of its Latin letters.
    """
    kop = kop.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in kop[:_PDF_TOT]:
        return f"Dit is een PDF en geen werkblad; {ZELF}."
    for begin, zin in _BEGINNEN:
        if kop.startswith(begin):
            return zin
    if kop.startswith(b"ID;P") and _SYLK_CEL.match(kop):
        return _SYLK
    if _JSON_BEGIN.match(kop):
        return _JSON
    return _bericht(kop) or _opmaaktaal(kop)


def _bericht(kop: bytes) -> str | None:
    """A message or a web archive: lines with a name and a colon, one of which says what follows."""
    regels = _BERICHTKOP.findall(kop[:4096]) if _BERICHT.match(kop) else []
    if not regels:
        return None
    web = any(soort in regel.lower() for regel in regels for soort in (b"multipart/related", b"text/html"))
    return _MHT if web else _MAIL


def _opmaaktaal(kop: bytes) -> str | None:
    if not _TAG.match(kop):
        return _WEBPAGINA if len(_TABELTAG.findall(kop)) >= _MINSTENS else None
    if b"schemas-microsoft-com:office:spreadsheet" in kop and not re.match(rb"\s*<html", kop, re.IGNORECASE):
        return _XML_2003
    if b"opendocument.spreadsheet" in kop:
        return _XML_ODS
    if _HTML.search(kop):
        return _WEBPAGINA
    return _XML if _VERKLARING.match(kop) or b"</" in kop else None
