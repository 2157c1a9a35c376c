"""Looks into a zip container before anything parses it: .xlsx, .xlsm and .ods are zips, and so are most bombs.

What the zip says about itself is checked by counting: every part is unpacked as a stream, piece by piece, never further
than the limit. Memory does not grow with the file.
"""

from __future__ import annotations

import copy
import re
import struct
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from dashboard.inname.bestand.grenzen import MEGA, Grenzen
from dashboard.inname.bestand.odswacht import tel
from dashboard.inname.bestand.rechthoek import Rechthoek, controleer_rechthoeken
from dashboard.inname.bestand.vreemden import ZELF
from dashboard.inname.bestand.xlsxwacht import Snel, hele_tags, langzaam
from dashboard.inname.fouten import Geweigerd

BESCHADIGD = "Het bestand is beschadigd of niet helemaal aangekomen; open het in Excel en sla het opnieuw op."
WACHTWOORD = (
    "Het bestand is beveiligd met een wachtwoord; haal dat in Excel weg bij Bestand, Info, Werkmap beveiligen, "
    "Versleutelen met wachtwoord, en sla het op."
)
_BOM = "Het bestand wordt bij het uitpakken veel te groot en is daarom niet geopend."
_VREEMD = "Het bestand bevat onderdelen die niet in een werkblad horen; open het in Excel en sla het opnieuw op."
_NUMBERS = "Dit is een Numbers-bestand, en dat wordt niet gelezen; exporteer het als .xlsx."
_ZIP = f"Dit is een zip-bestand en geen werkblad; pak het uit en {ZELF}."
_ANDERS = {
    "xl/workbook.bin": "Dit is een binair Excel-bestand (.xlsb), en dat wordt niet gelezen; sla het op als .xlsx.",
    "word/document.xml": f"Dit is een Word-document en geen werkblad; {ZELF}.",
    "ppt/presentation.xml": f"Dit is een presentatie en geen werkblad; {ZELF}.",
    "index/document.iwa": _NUMBERS,
    "index.zip": _NUMBERS,
}
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_XML = (".xml", ".rels")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_STUK = 1 << 18
_MEESTE_DELEN = 5000
_VERHOUDING = 200  # a sheet of formatted, empty cells is packed to 1 in 60
_ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    ValueError,
    LookupError,  # such as an entry without a name
    OverflowError,
    OSError,
    RuntimeError,
)


def controleer_zip(pad: Path, grens: Grenzen) -> str:
    """The kind of the workbook in a zip, or a refusal."""
    try:
        _tel_delen(pad)
        with zipfile.ZipFile(pad) as zip_:
            delen = [deel for deel in zip_.infolist() if not deel.is_dir()]
            _controleer_lijst(delen, grens)
            soort = _soort(zip_, {deel.filename.casefold() for deel in delen})
            (_controleer_ods if soort == "ods" else _controleer_xlsx)(zip_, delen, grens)
    except _ZIPFOUTEN as fout:
        raise Geweigerd(BESCHADIGD) from fout
    return soort


def _tel_delen(pad: Path) -> None:
    """Refuse an endless table of contents, and more than one of them, before it is read into memory."""
    staart, begin, einden = b"", 0, 0
    with pad.open("rb") as bestand:
        while stuk := bestand.read(1 << 20):
            buffer = staart + stuk
            begin += buffer.count(b"PK\x01\x02")
            einden += buffer.count(b"PK\x05\x06")
            staart = buffer[-3:]
    if begin > _MEESTE_DELEN or einden > 1:
        # With two ends it depends on the reader which table counts: the one checked need not be the one used.
        raise Geweigerd(_VREEMD)


def _controleer_lijst(delen: list[zipfile.ZipInfo], grens: Grenzen) -> None:
    if any(deel.flag_bits & 0x1 for deel in delen):
        boek = any(deel.filename.casefold() in ("xl/workbook.xml", "content.xml") for deel in delen)
        raise Geweigerd(WACHTWOORD if boek else _ZIP)
    namen = [deel.filename.replace("\\", "/").casefold() for deel in delen]
    if len(set(namen)) < len(namen):
        raise Geweigerd(_VREEMD)
    if any(deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for deel in delen):
        raise Geweigerd(_VREEMD)
    totaal = sum(deel.file_size for deel in delen)
    ingepakt = sum(deel.compress_size for deel in delen)
    if totaal > grens.uitgepakt or (totaal > 10 * MEGA and totaal > _VERHOUDING * ingepakt):
        raise Geweigerd(_BOM)


def _soort(zip_: zipfile.ZipFile, namen: set[str]) -> str:
    for naam, zin in _ANDERS.items():
        if naam in namen:
            raise Geweigerd(zin)
    if "xl/workbook.xml" in namen:
        return "xlsm" if "xl/vbaproject.bin" in namen else "xlsx"
    if "mimetype" in namen:
        with zip_.open("mimetype") as deel:
            soort = deel.read(200).decode("ascii", "replace").strip()
        if soort.removesuffix("-template") == _ODS:
            return "ods"
        if soort.startswith("application/vnd.oasis.opendocument"):
            raise Geweigerd(f"Dit is een LibreOffice-document en geen werkblad; {ZELF}.")
    raise Geweigerd(_ZIP)


def _stukken(zip_: zipfile.ZipFile, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces, as long as it really is: a part that is longer than the zip says is refused."""
    ruim = copy.copy(deel)
    ruim.file_size = deel.file_size + 1  # zipfile stops at the size it is told, and would not see the rest
    gelezen = 0
    with zip_.open(ruim) as bestand:
        while stuk := bestand.read(_STUK):
            gelezen += len(stuk)
            if gelezen > deel.file_size:
                raise Geweigerd(_BOM)
            yield stuk


def _xml(zip_: zipfile.ZipFile, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part with XML in pieces; one with entities of its own, or with a sheet hidden in UTF-16, is refused."""
    vorige = b""
    for nummer, stuk in enumerate(_stukken(zip_, deel)):
        if b"<!ENTITY" in vorige + stuk:
            raise Geweigerd(_VREEMD)
        if nummer == 0 and deel.filename.casefold().startswith("xl/") and stuk[:2] in _UTF16:
            raise Geweigerd(_VREEMD)  # calamine reads such a sheet as an empty one
        vorige = stuk[-7:]
        yield stuk


def _controleer_xlsx(zip_: zipfile.ZipFile, delen: list[zipfile.ZipInfo], grens: Grenzen) -> None:
    # Any part with XML may be a sheet: yet another part says which ones are.
    rechthoeken: list[Rechthoek] = []
    for deel in delen:
        if deel.filename.casefold() == "xl/_rels/workbook.xml.rels":
            _controleer_doelen(b"".join(_xml(zip_, deel)))
        if not deel.filename.casefold().endswith(_XML):
            deque(_stukken(zip_, deel), maxlen=0)
            continue
        snel = Snel()
        for stuk in hele_tags(_xml(zip_, deel)):
            snel.lees(stuk)
        rechthoeken.append(snel.rechthoek if snel.zeker else langzaam(hele_tags(_xml(zip_, deel))))
    controleer_rechthoeken(rechthoeken, grens)


def _controleer_doelen(relaties: bytes) -> None:
    """Refuse a sheet in a part that is skipped here because of its name."""
    doelen = re.findall(rb"\bTarget\s*=\s*[\"']([^\"']*)", relaties)
    if any(not doel.lower().endswith((*(naam.encode() for naam in _XML), b"vbaproject.bin")) for doel in doelen):
        raise Geweigerd(_VREEMD)


def _controleer_ods(zip_: zipfile.ZipFile, delen: list[zipfile.ZipInfo], grens: Grenzen) -> None:
    for deel in delen:
        if deel.filename.casefold() == "content.xml":
            teller = tel(hele_tags(_xml(zip_, deel)))
            controleer_rechthoeken(teller.rechthoeken, grens)
            if teller.spaties > grens.uitgepakt:
                raise Geweigerd(_BOM)
        elif deel.filename.casefold() == "meta-inf/manifest.xml":
            if any(b"encryption-data" in stuk for stuk in hele_tags(_xml(zip_, deel))):
                raise Geweigerd(WACHTWOORD)
        else:
            deque(_stukken(zip_, deel), maxlen=0)
