"""The rectangle of the sheets of an .ods file, where one cell or row may stand for millions of equal ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.inname.bestand.rechthoek import Rechthoek
from dashboard.inname.fouten import Geweigerd

ONREGELMATIG = "Het bestand is niet opgebouwd zoals een ODS-bestand hoort te zijn; open het opnieuw en sla het op."
# calamine knows these with their usual prefix only, so that is enough here.
_NAAM = rb"table:(table|table-row|table-cell|covered-table-cell)"
_TAG = re.compile(rb"<(/?)" + _NAAM + rb"((?:[\s/](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)?)>")
_MOGELIJK = re.compile(rb"</?" + _NAAM + rb"[\s/>]")
_HERHAALD = re.compile(rb"\stable:number-(?:rows|columns)-repeated\s*=\s*[\"']\s*\+?(\d{1,12})")
_SPATIES = re.compile(rb"\stext:c\s*=\s*[\"'](\d{1,12})")


class OdsTeller:
    """The rectangle of every sheet, and how many spaces are asked for, from the tags of content.xml."""

    def __init__(self) -> None:
        self.rechthoeken: list[Rechthoek] = []
        self.spaties = 0
        self._rij = self._kolom = self._herhaald = 0
        self._gevuld: list[tuple[int, int]] = []

    def lees(self, stuk: bytes) -> None:
        """Take in a piece that ends outside a tag."""
        tags = _TAG.findall(stuk)
        if len(tags) != len(_MOGELIJK.findall(stuk)):
            raise Geweigerd(ONREGELMATIG)
        self.spaties += sum(map(int, _SPATIES.findall(stuk)))
        for sluit, naam, tekst in tags:
            if naam == b"table":
                self._blad(bool(sluit))
            elif naam == b"table-row":
                if sluit:
                    self._einde_rij()
                else:
                    self._rijbegin(tekst)
            elif not sluit:
                self._cel(tekst)

    def _blad(self, sluit: bool) -> None:
        # A table inside a cell counts as one more sheet, so that nothing is missed.
        if not sluit:
            self.rechthoeken.append(Rechthoek())
            self._rij = 0

    def _rijbegin(self, tekst: bytes) -> None:
        self._herhaald, self._kolom, self._gevuld = _aantal(tekst), 0, []
        if tekst.endswith(b"/"):
            self._einde_rij()

    def _cel(self, tekst: bytes) -> None:
        aantal = _aantal(tekst)
        if not tekst.endswith(b"/") or b"office:value-type" in tekst or b"table:formula" in tekst:
            self._gevuld.append((self._kolom + 1, self._kolom + aantal))
        self._kolom += aantal

    def _einde_rij(self) -> None:
        if self._gevuld and self.rechthoeken:
            self.rechthoeken[-1].voeg_toe(self._rij + 1, self._gevuld[0][0])
            self.rechthoeken[-1].voeg_toe(self._rij + self._herhaald, self._gevuld[-1][1])
        self._rij += self._herhaald
        self._gevuld, self._herhaald = [], 0


def tel(stukken: Iterable[bytes]) -> OdsTeller:
    """Count a whole content.xml, given in pieces that end outside a tag."""
    teller = OdsTeller()
    for stuk in stukken:
        teller.lees(stuk)
    return teller


def _aantal(tekst: bytes) -> int:
    return max(map(int, _HERHAALD.findall(tekst)), default=1)
