"""Hidden rows and columns, failed formulas and the date system of an .xls, from records that calamine skips."""

from __future__ import annotations

import struct
from pathlib import Path

from dashboard.inname.bestand.bijzonder import Bladzaken, Boekzaken
from dashboard.inname.bestand.ole import BEGIN, BLAD, DATUMSTELSEL, FORMULE, FOUTCEL, KOLOM, RIJ, Ole, OleFout, records

_FOUTEN = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def lees_xls(pad: Path) -> Boekzaken:
    """Everything about the sheets of the workbook; a damaged one is left to calamine."""
    zaken = Boekzaken()
    begin: list[int] = []
    per_begin: dict[int, Bladzaken] = {}
    blad = Bladzaken()
    try:
        ole = Ole(pad.read_bytes())
        for soort, plaats, inhoud in records(ole.stroom("Workbook" if "Workbook" in ole.namen else "Book")):
            if soort == DATUMSTELSEL:
                zaken.basis1904 = inhoud[:1] == b"\1"
            elif soort == BLAD:
                begin.append(struct.unpack_from("<I", inhoud)[0])
            elif soort == BEGIN:
                blad = per_begin[plaats] = Bladzaken()
            else:
                _lees_record(soort, inhoud, blad)
    except (OleFout, struct.error):
        return Boekzaken()
    zaken.bladen = [per_begin.get(plaats, Bladzaken()) for plaats in begin]
    return zaken


def _lees_record(soort: int, inhoud: bytes, blad: Bladzaken) -> None:
    if soort == RIJ:
        rij, vlaggen = struct.unpack_from("<H10xH", inhoud)
        if vlaggen & 0x20:
            blad.verborgen_rijen.append((rij + 1, rij + 1))
    elif soort == KOLOM:
        van, tot, vlaggen = struct.unpack_from("<HH4xH", inhoud)
        if vlaggen & 1:
            blad.verborgen_kolommen.append((van + 1, tot + 1))
    elif soort == FOUTCEL:
        rij, kolom, code, is_fout = struct.unpack_from("<HH2xBB", inhoud)
        if is_fout:
            blad.fout(rij + 1, kolom + 1, _FOUTEN.get(code, "#N/A"))
    elif soort == FORMULE:
        rij, kolom, aard, code, teken = struct.unpack_from("<HH2xBxB3xH", inhoud)
        if (aard, teken) == (2, 0xFFFF):
            blad.fout(rij + 1, kolom + 1, _FOUTEN.get(code, "#N/A"))
