"""Writes cells of a workbook as what they are: a number as a number, a date as a date, a text as text only.

A text from an upload never becomes a formula or a link, whatever it begins with, and never makes a file that Excel has
to repair: what XML or Excel cannot hold is replaced or cut.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.basis.formuletekst import FORMULETEKENS
from dashboard.inname.waarden.tekst import is_eindig
from dashboard.inname.werkboek import LANGSTE_TEKST, Cel

DATUM = "dd-mm-yyyy"
_ONGELDIG = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NIET_IN_NAAM = re.compile(r"[\[\]:*?/\\]")
_LANGSTE_NAAM = 31
_EERSTE_DAG = dt.date(1905, 1, 1)  # before this day the two date systems of Excel differ, or have no date
_GROOTSTE_GEHEEL = 10**15  # a spreadsheet keeps fifteen digits


class Celschrijver:
    """Writes cells, with each format kept in the file only once."""

    def __init__(self, boek: Workbook) -> None:
        self._boek = boek
        self._opmaak: dict[tuple[tuple[str, Any], ...], Format] = {}

    def opmaak(self, **eigenschappen: Any) -> Format:
        """The format with these properties of xlsxwriter."""
        sleutel = tuple(sorted(eigenschappen.items()))
        if sleutel not in self._opmaak:
            self._opmaak[sleutel] = self._boek.add_format(eigenschappen)
        return self._opmaak[sleutel]

    def schrijf(self, blad: Worksheet, rij: int, kolom: int, cel: Cel, **stijl: Any) -> None:
        """Write a cell at its place, counted from 0. An empty cell is written only when it has a style."""
        vorm, waarde = _vorm_en_waarde(cel)
        opmaak = self.opmaak(**vorm | stijl) if vorm or stijl else None
        match waarde:
            case None:
                if opmaak:
                    blad.write_blank(rij, kolom, None, opmaak)
            case bool():
                blad.write_boolean(rij, kolom, waarde, opmaak)
            case str():
                blad.write_string(rij, kolom, waarde, opmaak)
            case dt.date() | dt.time() | dt.timedelta():
                blad.write_datetime(rij, kolom, waarde, opmaak)
            case _:
                blad.write_number(rij, kolom, waarde, opmaak)


def rijhoogte(cellen: Iterable[Cel], breedtes: Iterable[int]) -> float:
    """How high a row of wrapped texts must be, in points, because not every program works it out by itself."""
    paren = zip(cellen, breedtes, strict=True)
    regels = (sum(1 + len(r) // breed for r in cel.split("\n")) for cel, breed in paren if isinstance(cel, str))
    return 15.0 * min(max(regels, default=1), 20)


def schone_tekst(tekst: str) -> str:
    """The text without characters that XML cannot hold, no longer than a cell may be, with the line ends of Excel."""
    schoon = _ONGELDIG.sub("\ufffd", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    if len(schoon) * 2 <= LANGSTE_TEKST:
        return schoon
    # Excel counts units of UTF-16: an emoji is two.
    return schoon.encode("utf-16-le")[: LANGSTE_TEKST * 2].decode("utf-16-le", errors="ignore")


def bladnaam(naam: str, bezet: Collection[str]) -> str:
    """A sheet name that Excel accepts and that is not in `bezet`; other programs allow more."""
    schoon = _NIET_IN_NAAM.sub("_", schone_tekst(naam)).strip().strip("'") or "Blad"
    if schoon.casefold() == "history":  # Excel keeps this name to itself
        schoon += "_"
    al = {ander.casefold() for ander in bezet}
    nummer, kandidaat = 1, _ingekort(schoon, _LANGSTE_NAAM)
    while kandidaat.casefold() in al:
        nummer += 1
        kandidaat = f"{_ingekort(schoon, _LANGSTE_NAAM - 6)} ({nummer})"
    return kandidaat


def _ingekort(naam: str, lengte: int) -> str:
    kort = naam.encode("utf-16-le")[: lengte * 2].decode("utf-16-le", errors="ignore")
    return kort.strip().strip("'")


def _vorm_en_waarde(cel: Cel) -> tuple[dict[str, Any], Cel]:
    """The format of a cell and the value to write; what a spreadsheet cannot hold as a number or date becomes text."""
    match cel:
        case None | bool():
            return {}, cel
        case str():
            tekst = schone_tekst(cel)
            # What looks like a formula gets a quote in front, for when somebody edits the cell.
            return ({"quote_prefix": True} if tekst.startswith(FORMULETEKENS) else {}), tekst
        case dt.datetime():
            if cel.date() < _EERSTE_DAG:
                return {}, cel.isoformat(" ")
            kaal = cel.replace(tzinfo=None)
            return {"num_format": DATUM if kaal.time() == dt.time() else f"{DATUM} hh:mm"}, kaal
        case dt.date():
            return ({}, cel.isoformat()) if cel < _EERSTE_DAG else ({"num_format": DATUM}, cel)
        case dt.time():
            return {"num_format": "hh:mm:ss"}, cel.replace(tzinfo=None)
        case dt.timedelta():
            return ({"num_format": "[h]:mm:ss"}, cel) if cel >= dt.timedelta() else ({}, str(cel))
        case int() if abs(cel) > _GROOTSTE_GEHEEL:
            return {}, str(cel)[:LANGSTE_TEKST]
        case _ if not is_eindig(cel):
            return {}, str(cel)
    return {}, cel
