"""Looks at a file before anything parses it, and says which kind it is by its content; a name proves nothing.

All of this runs in the server, so it only counts and compares, in a bounded amount of memory. Parsing happens elsewhere.
"""

from __future__ import annotations

from pathlib import Path

from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import MEGA, Grenzen, grenzen
from dashboard.inname.bestand.ole import BEGIN, BEVEILIGD, CELLEN, HANDTEKENING, Ole, OleFout, records
from dashboard.inname.bestand.rechthoek import Rechthoek, controleer_rechthoeken
from dashboard.inname.bestand.vreemden import ZELF, wat_is_dit
from dashboard.inname.bestand.zipwacht import BESCHADIGD, WACHTWOORD, controleer_zip
from dashboard.inname.fouten import Geweigerd

_GEEN_WERKBLAD = "Dit is geen werkblad; lever een bestand aan als .xlsx, .xls, .ods, .csv of .parquet."
_LABEL = "Het bestand is versleuteld met een label; haal dat in Excel weg bij Start, Gevoeligheid en sla het op."
_LEEG = "Het bestand is leeg; exporteer het opnieuw."
# The streams in a container that say what it is instead of a workbook.
_ANDERS = {
    "WordDocument": f"Dit is een Word-document en geen werkblad; {ZELF}.",
    "PowerPoint Document": f"Dit is een presentatie en geen werkblad; {ZELF}.",
    "__properties_version1.0": f"Dit is een e-mailbericht van Outlook en geen werkblad; {ZELF}.",
}
_VERSLEUTELD = "EncryptedPackage"
_STUURTEKENS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a")) + b"\x7f"
_NIETS = b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"  # nulls are what is left of a file that was not copied
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
        raise Geweigerd(_LEEG)
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
    if kop.startswith(b"PARE"):
        raise Geweigerd("Het Parquet-bestand is versleuteld; lever het zonder versleuteling aan.")
    if len(kop) < _KOP and not kop.strip(_NIETS):
        raise Geweigerd(_LEEG)
    utf16 = is_utf16(kop)
    if zin := wat_is_dit(kop.translate(None, b"\0\xff\xfe") if utf16 else kop):
        raise Geweigerd(zin)
    if not utf16 and len(kop) - len(kop.translate(None, _STUURTEKENS)) > len(kop) // 100:
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
        if _VERSLEUTELD in ole.namen:
            raise Geweigerd(_LABEL if any("DRM" in naam for naam in ole.namen) else WACHTWOORD)
        naam = next((naam for naam in ("Workbook", "Book") if naam in ole.namen), None)
        if naam is None:
            raise Geweigerd(next((zin for anders, zin in _ANDERS.items() if anders in ole.namen), _GEEN_WERKBLAD))
        controleer_rechthoeken(_rechthoeken(ole.stroom(naam)), grens)
    except OleFout as fout:
        raise Geweigerd(WACHTWOORD if _VERSLEUTELD.encode("utf-16-le") in inhoud else BESCHADIGD) from fout
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
