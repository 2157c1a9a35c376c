"""Looks at a file before anything parses it, and says which kind it is by its content; a name proves nothing.

All of this runs in the server, so it only counts and compares, in a bounded amount of memory. Parsing happens elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import MEGA, Grenzen, grenzen
from dashboard.inname.bestand.ole import BEGIN, BEVEILIGD, CELLEN, HANDTEKENING, Ole, OleFout, records
from dashboard.inname.bestand.rechthoek import Rechthoek, controleer_rechthoeken
from dashboard.inname.bestand.zipwacht import BESCHADIGD, WACHTWOORD, controleer_zip
from dashboard.inname.fouten import Geweigerd

_GEEN_WERKBLAD = "Dit is geen werkblad; lever een bestand aan als .xlsx, .xls, .ods, .csv of .parquet."
_WEBPAGINA = "Dit is een webpagina of een XML-bestand en geen werkblad; open het in Excel en sla het op als .xlsx."
_OUD = "Dit Excel-bestand is te oud om te lezen; open het in Excel en sla het op als .xlsx."
# What people send by mistake: its first bytes, and the sentence about it.
_BEGINNEN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "Dit is een PDF en geen werkblad; lever het werkblad zelf aan."),
    (b"\x89PNG", "Dit is een afbeelding en geen werkblad."),
    (b"\xff\xd8\xff", "Dit is een afbeelding en geen werkblad."),
    (b"GIF8", "Dit is een afbeelding en geen werkblad."),
    (b"{\\rtf", "Dit is een tekstdocument en geen werkblad."),
    (b"\x1f\x8b", "Dit is een ingepakt bestand; lever het werkblad zelf aan."),
    (b"7z\xbc\xaf", "Dit is een ingepakt bestand; lever het werkblad zelf aan."),
    (b"Rar!", "Dit is een ingepakt bestand; lever het werkblad zelf aan."),
    (b"PARE", WACHTWOORD),
    (b"\x09\x00\x04\x00", _OUD),
    (b"\x09\x02\x06\x00", _OUD),
    (b"\x09\x04\x06\x00", _OUD),
)
_OPMAAKTAAL = re.compile(rb"\s*<(?:\?xml|!doctype|html|head|body|table|meta|style|script)\b", re.IGNORECASE)
_STUURTEKENS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a")) + b"\x7f"
_KOP = 1 << 16


def controleer_bestand(pad: Path, naam: str) -> str:
    """The kind (xlsx, xlsm, xls, ods, csv or parquet) of a file that is safe to parse. Raises Geweigerd for others."""
    grens = grenzen()
    try:
        omvang = pad.stat().st_size
        with pad.open("rb") as bestand:
            kop = bestand.read(_KOP)
    except OSError as fout:
        raise Geweigerd("Het bestand kan niet worden geopend.") from fout
    if omvang == 0:
        raise Geweigerd("Het bestand is leeg.")
    if omvang > grens.bestand:
        raise Geweigerd(
            f"Het bestand is {getal(omvang / MEGA, 1)} MB groot en er mag {getal(grens.bestand / MEGA)} MB worden aangeleverd."
        )
    if naam.startswith("~$"):
        raise Geweigerd(
            "Dit is het hulpbestand dat Excel maakt zolang een bestand open is; lever het werkblad zelf aan."
        )
    if kop[:2] == b"PK":
        return controleer_zip(pad, grens)
    if kop[:8] == HANDTEKENING:
        return _controleer_xls(pad.read_bytes(), grens)
    if kop[:4] == b"PAR1":
        return _controleer_parquet(pad, omvang)
    return _controleer_tekst(kop)


def _controleer_parquet(pad: Path, omvang: int) -> str:
    """The kind `parquet`, or a refusal of a file that is shorter than the table of contents at its end says."""
    with pad.open("rb") as bestand:
        bestand.seek(max(omvang - 8, 0))
        staart = bestand.read(8)
    if omvang < 12 or staart[4:] != b"PAR1" or int.from_bytes(staart[:4], "little") > omvang - 12:
        raise Geweigerd(BESCHADIGD)
    return "parquet"


def _controleer_tekst(kop: bytes) -> str:
    """The kind `csv` for any text, whatever its name, or a refusal."""
    for begin, zin in _BEGINNEN:
        if kop.startswith(begin):
            raise Geweigerd(zin)
    if _OPMAAKTAAL.match(kop.removeprefix(b"\xef\xbb\xbf")):
        raise Geweigerd(_WEBPAGINA)
    if not is_utf16(kop) and len(kop) - len(kop.translate(None, _STUURTEKENS)) > len(kop) // 100:
        raise Geweigerd(_GEEN_WERKBLAD)
    return "csv"


def is_utf16(kop: bytes) -> bool:
    """Whether these are the first bytes of a text in UTF-16: its mark, or every other byte of Latin text zero."""
    if kop[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    begin = kop[:200]
    return len(begin) >= 4 and max(begin[::2].count(0), begin[1::2].count(0)) > len(begin) * 0.45


def _controleer_xls(inhoud: bytes, grens: Grenzen) -> str:
    try:
        ole = Ole(inhoud)
        if "EncryptedPackage" in ole.namen:
            raise Geweigerd(WACHTWOORD)
        naam = next((naam for naam in ("Workbook", "Book") if naam in ole.namen), None)
        if naam is None:
            raise Geweigerd(_GEEN_WERKBLAD)
        controleer_rechthoeken(_rechthoeken(ole.stroom(naam)), grens)
    except OleFout as fout:
        raise Geweigerd(BESCHADIGD) from fout
    return "xls"


def _rechthoeken(stroom: bytes) -> list[Rechthoek]:
    """The rectangle of every sheet, from its cells: what a sheet says about its own size cannot be trusted."""
    rechthoeken = [Rechthoek()]
    for soort, _, inhoud in records(stroom):
        if soort == BEGIN:
            rechthoeken.append(Rechthoek())
        elif soort == BEVEILIGD:
            raise Geweigerd(WACHTWOORD)
        elif soort in CELLEN and len(inhoud) >= 4:
            rechthoeken[-1].voeg_toe(inhoud[0] + 256 * inhoud[1] + 1, inhoud[2] + 256 * inhoud[3] + 1)
    return rechthoeken
