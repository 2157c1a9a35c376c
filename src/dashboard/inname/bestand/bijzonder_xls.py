"""Hidden rows and columns, formulas without an outcome and the date system of an .xls, from records that calamine skips.

A program that calculates says so in the workbook (Excel since 2002, LibreOffice). Without that an empty text or 0 as the
outcome of a formula proves nothing: other programs write one of them for every formula.
"""

from __future__ import annotations

import struct
from pathlib import Path

from dashboard.inname.bestand.bijzonder import Bladzaken, Boekzaken
from dashboard.inname.bestand.ole import (
    BEGIN,
    BEREKEND,
    BLAD,
    CELLEN,
    DATUMSTELSEL,
    EINDE,
    FORMULE,
    FOUTCEL,
    KOLOM,
    RIJ,
    TEKST,
    Ole,
    OleFout,
    records,
)
from dashboard.inname.bestand.zipwacht import BESCHADIGD
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import FOUT, ZONDER_UITKOMST

_FOUTEN = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_TEKST_VOLGT, _IS_FOUT, _LEEG = 0, 2, 3  # kinds of outcome of a formula that is not a number


def lees_xls(pad: Path) -> Boekzaken:
    """Everything about the sheets of the workbook. Refuses a damaged one: a failed formula could be missed in it."""
    zaken, begin, per_begin = Boekzaken(), list[int](), dict[int, Bladzaken]()
    lezer = _Bladlezer(Bladzaken(), berekend=False)
    berekend = False
    try:
        ole = Ole(pad.read_bytes())
        for soort, plaats, inhoud in records(ole.stroom("Workbook" if "Workbook" in ole.namen else "Book")):
            if soort == DATUMSTELSEL:
                zaken.basis1904 = inhoud[:1] == b"\1"
            elif soort == BEREKEND:
                berekend = any(inhoud[4:8])
            elif soort == BLAD:
                begin.append(struct.unpack_from("<I", inhoud)[0])
            elif soort == BEGIN:
                lezer = _Bladlezer(per_begin.setdefault(plaats, Bladzaken()), berekend=berekend)
            else:
                lezer.lees(soort, inhoud)
    except (OleFout, struct.error) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    zaken.bladen = [per_begin.get(plaats, Bladzaken()) for plaats in begin]
    return zaken


class _Bladlezer:
    """Takes the records of one sheet in their order: the text that a formula gives stands in a record after it."""

    def __init__(self, blad: Bladzaken, *, berekend: bool) -> None:
        self._blad, self._berekend = blad, berekend
        self._wacht: tuple[int, int] | None = None  # the cell whose text has yet to come

    def lees(self, soort: int, inhoud: bytes) -> None:
        """Take in the next record."""
        if self._wacht and soort in {TEKST, EINDE, *CELLEN}:
            self._na_formule(*self._wacht, inhoud if soort == TEKST else None)
            self._wacht = None
        if soort == RIJ:
            rij, vlaggen = struct.unpack_from("<H10xH", inhoud)
            if vlaggen & 0x20:
                self._blad.verborgen_rijen.append((rij + 1, rij + 1))
        elif soort == KOLOM:
            van, tot, vlaggen = struct.unpack_from("<HH4xH", inhoud)
            if vlaggen & 1:
                self._blad.verborgen_kolommen.append((van + 1, tot + 1))
        elif soort == FOUTCEL:
            rij, kolom, code, is_fout = struct.unpack_from("<HH2xBB", inhoud)
            if is_fout:
                self._blad.fout(rij + 1, kolom + 1, _FOUTEN.get(code, FOUT))
        elif soort == FORMULE:
            self._formule(inhoud)

    def _na_formule(self, rij: int, kolom: int, tekst: bytes | None) -> None:
        """The record of text that belongs to a formula has come, or will not come any more."""
        if tekst is None:
            self._blad.fout(rij, kolom, ZONDER_UITKOMST)
        elif not any(tekst[:2]):
            self._leeg(rij, kolom)

    def _formule(self, inhoud: bytes) -> None:
        rij, kolom, aard, code, teken = struct.unpack_from("<HH2xBxB3xH", inhoud)
        plaats = (rij + 1, kolom + 1)
        if teken != 0xFFFF:
            if not self._berekend and not any(inhoud[6:14]):
                self._blad.fout(*plaats, ZONDER_UITKOMST)
        elif aard == _IS_FOUT:
            self._blad.fout(*plaats, _FOUTEN.get(code, FOUT))
        elif aard == _LEEG:
            self._leeg(*plaats)
        elif aard == _TEKST_VOLGT:
            self._wacht = plaats

    def _leeg(self, rij: int, kolom: int) -> None:
        if not self._berekend:
            self._blad.fout(rij, kolom, ZONDER_UITKOMST)
