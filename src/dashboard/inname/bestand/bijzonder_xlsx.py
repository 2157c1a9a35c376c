"""Hidden rows and columns, failed formulas and the date system of an .xlsx. The guard has limited every part by now.

A part that cannot be found or understood is ignored here; calamine decides whether the file can be read at all.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from dashboard.inname.bestand.bijzonder import Bladzaken, Boekzaken, met_delen
from dashboard.inname.bestand.formules_xlsx import met_woorden
from dashboard.inname.bestand.zipwacht import BESCHADIGD
from dashboard.inname.fouten import Geweigerd

_RIJ = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_KOLOM = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_KENMERK = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_WAAR = (b"1", b"true")
_GEEN_BLAD = ("xl/sharedstrings.xml", "xl/styles.xml", "xl/workbook.xml")  # the large ones that everybody has
_RELATIE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIE_STRIKT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def lees_xlsx(pad: Path) -> Boekzaken:
    """Everything about the sheets of the workbook, and the file anew when formulas in it failed or have no outcome.

    Which part is a sheet follows from what it holds, so that no failed formula depends on another part being in order.
    """
    try:
        with zipfile.ZipFile(pad) as zip_:
            delen = {naam.casefold(): naam for naam in zip_.namelist()}
            boek = _xml(zip_, delen, "xl/workbook.xml")
            verdacht = boek is not None and any(
                rekenen.get("fullCalcOnLoad", "").encode() in _WAAR for rekenen in boek.iterfind("{*}calcPr")
            )
            bladen: dict[str, Bladzaken] = {}
            vervangen: dict[str, bytes] = {}
            for klein, naam in delen.items():
                inhoud = zip_.read(naam) if klein.endswith(".xml") and klein not in _GEEN_BLAD else b""
                if b"sheetData" in inhoud:
                    bladen[klein] = lees_deel(inhoud)
                    nieuw = met_woorden(inhoud, verdacht=verdacht)
                    vervangen |= {naam: nieuw} if nieuw is not inhoud else {}
            doelen = _doelen(_xml(zip_, delen, "xl/_rels/workbook.xml.rels"))
            anders = met_delen(zip_, vervangen) if vervangen else None
    except (zipfile.BadZipFile, ValueError) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    if boek is None:
        return Boekzaken(anders=anders)
    eigenschappen = boek.find("{*}workbookPr")
    basis1904 = eigenschappen is not None and eigenschappen.get("date1904", "").encode() in _WAAR
    verwijzingen = (blad.get(_RELATIE) or blad.get(_RELATIE_STRIKT) for blad in boek.iterfind(".//{*}sheets/{*}sheet"))
    op_volgorde = [bladen.get(doelen.get(naar or "", "").casefold(), Bladzaken()) for naar in verwijzingen]
    return Boekzaken(op_volgorde, basis1904, anders)


def _xml(zip_: zipfile.ZipFile, delen: Mapping[str, str], naam: str) -> ET.Element | None:
    """A part that says something about the others; None when it is not there or not in order."""
    try:
        return ET.fromstring(zip_.read(delen[naam]))  # noqa: S314 - the guard refuses entities
    except (KeyError, ET.ParseError):
        return None


def _doelen(wortel: ET.Element | None) -> dict[str, str]:
    """The part of every relation of the workbook, by the name of the relation."""
    return {
        relatie.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relatie.get("Target", ""))).lstrip("/")
        for relatie in (wortel if wortel is not None else ())
    }


def lees_deel(inhoud: bytes) -> Bladzaken:
    """Everything in the part of one sheet."""
    zaken = Bladzaken()
    for kolom in _KOLOM.findall(inhoud[: max(inhoud.find(b"sheetData"), 0) or len(inhoud)]):
        kenmerken = dict(_KENMERK.findall(kolom))
        if kenmerken.get(b"hidden") in _WAAR:
            zaken.verborgen_kolommen.append((_getal(kenmerken.get(b"min")), _getal(kenmerken.get(b"max"))))
    if b"hidden" in inhoud:
        nummer = 0
        for rij in _RIJ.findall(inhoud):
            kenmerken = dict(_KENMERK.findall(rij))
            nummer = _getal(kenmerken.get(b"r")) or nummer + 1
            if kenmerken.get(b"hidden") in _WAAR:
                zaken.verborgen_rijen.append((nummer, nummer))
    return zaken


def _getal(tekst: bytes | None) -> int:
    return int(tekst) if tekst and tekst.isdigit() and len(tekst) < 10 else 0
