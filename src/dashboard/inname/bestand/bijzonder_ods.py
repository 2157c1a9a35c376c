"""Hidden rows and columns, merged cells, failed formulas and the date system of an .ods, in one pass over its content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from dashboard.inname.bestand.bijzonder import Bladzaken, Boekzaken, met_delen
from dashboard.inname.bestand.formules_ods import met_woorden
from dashboard.inname.bestand.zipwacht import BESCHADIGD
from dashboard.inname.fouten import Geweigerd

_TABEL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ONZICHTBAAR = ("collapse", "filter")


def lees_ods(pad: Path) -> Boekzaken:
    """Everything about the sheets of the workbook, and the file anew when formulas in it failed or have no outcome.

    Refuses what is not XML: calamine loops on it for ever.
    """
    loper = _Loper()
    try:
        with zipfile.ZipFile(pad) as zip_:
            inhoud = zip_.read("content.xml")
            bron = io.BytesIO(inhoud)
            for gebeurtenis, element in ET.iterparse(bron, ("start", "end")):  # noqa: S314 - the guard refuses entities
                if gebeurtenis == "start":
                    loper.open(element)
                else:
                    loper.sluit(element)
            nieuw = met_woorden(inhoud)
            if nieuw is not inhoud:
                loper.zaken.anders = met_delen(zip_, {"content.xml": nieuw})
    except (KeyError, ET.ParseError, zipfile.BadZipFile, ValueError) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    return loper.zaken


class _Loper:
    """Walks through the tags and counts rows and columns; a table inside a cell is skipped."""

    def __init__(self) -> None:
        self.zaken = Boekzaken()
        self._diepte = 0
        self._rij = self._kolom = self._breedte = 1

    def open(self, element: ET.Element) -> None:
        """A tag begins."""
        soort = element.tag.removeprefix(_TABEL)
        if soort == "table":
            self._diepte += 1
            if self._diepte == 1:
                self.zaken.bladen.append(Bladzaken())
                self._rij = self._breedte = 1
        elif soort == "table-row" and self._diepte == 1:
            self._kolom = 1
        elif soort == "null-date":
            self.zaken.basis1904 = element.get(f"{_TABEL}date-value", "").startswith("1904")

    def sluit(self, element: ET.Element) -> None:
        """A tag ends, so everything in it is known; it is then cleared to save memory."""
        soort = element.tag.removeprefix(_TABEL)
        if soort == "table":
            self._diepte -= 1
        elif self._diepte == 1:
            if soort == "table-column":
                self._breedte = _reeks(element, "columns", self._breedte, self.zaken.bladen[-1].verborgen_kolommen)
            elif soort == "table-row":
                self._rij = _reeks(element, "rows", self._rij, self.zaken.bladen[-1].verborgen_rijen)
            elif soort in ("table-cell", "covered-table-cell"):
                self._cel(element)
        if soort in ("table", "table-row", "table-cell", "covered-table-cell"):
            element.clear()

    def _cel(self, cel: ET.Element) -> None:
        blad, rij, kolom = self.zaken.bladen[-1], self._rij, self._kolom
        hoog, breed = _aantal(cel, "number-rows-spanned"), _aantal(cel, "number-columns-spanned")
        if hoog > 1 or breed > 1:
            blad.samengevoegd.append((rij, kolom, rij + hoog - 1, kolom + breed - 1))
        self._kolom += _aantal(cel, "number-columns-repeated")


def _reeks(element: ET.Element, wat: str, begin: int, verborgen: list[tuple[int, int]]) -> int:
    """The number of the next row or column; when this one is hidden, it and its repeats go into `verborgen`."""
    einde = begin + _aantal(element, f"number-{wat}-repeated")
    if element.get(f"{_TABEL}visibility") in _ONZICHTBAAR:
        verborgen.append((begin, einde - 1))
    return einde


def _aantal(element: ET.Element, kenmerk: str) -> int:
    return int(element.get(f"{_TABEL}{kenmerk}", "1"))
