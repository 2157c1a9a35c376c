"""Hidden rows and columns, failed formulas and the date system of an .xlsx. The guard has limited every part by now.

A part that cannot be found or understood is ignored here; calamine decides whether the file can be read at all.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from dashboard.inname.bestand.bijzonder import Bladzaken, Boekzaken
from dashboard.inname.werkboek import kolomnummer

_RIJ = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_KOLOM = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_KENMERK = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_FOUT = re.compile(rb"\st=[\"']e[\"']")
_FOUTWAARDE = re.compile(rb"<(?:\w+:)?v>\s*(#[^<]{1,30})</")
_PLAATS = re.compile(rb"\sr=[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_WAAR = (b"1", b"true")
_RELATIE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIE_STRIKT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def lees_xlsx(pad: Path) -> Boekzaken:
    """Everything about the sheets of the workbook."""
    try:
        with zipfile.ZipFile(pad) as zip_:
            delen = {naam.casefold(): naam for naam in zip_.namelist()}
            boek = ET.fromstring(zip_.read(delen["xl/workbook.xml"]))  # noqa: S314 - refused if it has entities
            doelen = _doelen(zip_.read(delen["xl/_rels/workbook.xml.rels"]))
            bladen = []
            for blad in boek.iterfind(".//{*}sheets/{*}sheet"):
                doel = doelen.get(blad.get(_RELATIE) or blad.get(_RELATIE_STRIKT) or "", "")
                naam = delen.get(doel.casefold())
                bladen.append(lees_deel(zip_.read(naam)) if naam else Bladzaken())
    except (KeyError, ET.ParseError, zipfile.BadZipFile, ValueError):
        return Boekzaken()
    eigenschappen = boek.find("{*}workbookPr")
    basis1904 = eigenschappen is not None and eigenschappen.get("date1904", "").encode() in _WAAR
    return Boekzaken(bladen, basis1904)


def _doelen(relaties: bytes) -> dict[str, str]:
    wortel = ET.fromstring(relaties)  # noqa: S314 - the guard refuses entities
    return {
        relatie.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relatie.get("Target", ""))).lstrip("/")
        for relatie in wortel
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
    for treffer in _FOUT.finditer(inhoud):
        begin, einde = inhoud.rfind(b"<", 0, treffer.start()), inhoud.find(b"</c", treffer.end())
        plaats = _PLAATS.search(inhoud, begin, inhoud.find(b">", treffer.start()))
        waarde = _FOUTWAARDE.search(inhoud, treffer.end(), einde + 1)
        if plaats and waarde:
            zaken.fout(int(plaats[2]), kolomnummer(plaats[1]), waarde[1].decode("utf-8", "replace"))
    return zaken


def _getal(tekst: bytes | None) -> int:
    return int(tekst) if tekst and tekst.isdigit() and len(tekst) < 10 else 0
