"""One sheet of the analyst's workbook written again: the same cells at the same places, some of them marked."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from dashboard.inname.fouten import Bevinding
from dashboard.inname.terug.celschrijver import Celschrijver, schone_tekst
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad, Cel, Rij

# A fault has a stronger colour than a warning; the comment says the same in words.
STIJL: dict[str, dict[str, Any]] = {
    "fout": {"bg_color": "#F7BDB7", "border": 1, "border_color": "#A31515"},
    "waarschuwing": {"bg_color": "#FFE1A6", "border": 1, "border_color": "#9A5B00"},
}
_KOP: dict[str, Any] = {"bold": True, "bottom": 1}
MEESTE_OPMERKINGEN = 10_000  # per sheet: Excel opens more of them slowly
_DIEPSTE_KOP = 12  # frozen, a header further down would fill the screen
_SMALST, _BREEDST, _PROEF = 8, 45, 200
_LANGSTE_OPMERKING = 1_500

Plaats = tuple[int, int]


def schrijf_blad(
    schrijver: Celschrijver,
    werkblad: Worksheet,
    blad: Blad,
    vondsten: Sequence[Vondst],
    gemerkt: Mapping[Plaats, Sequence[Bevinding]],
) -> None:
    """Fill a worksheet with the cells of `blad`; `gemerkt` has the findings by the cell that shows them."""
    koprijen = _koprijen(vondsten)

    def stijl(rij: int, kolom: int) -> dict[str, Any]:
        kop = _KOP if rij in koprijen else {}
        op_cel = gemerkt.get((rij, kolom))
        if not op_cel:
            return kop
        return kop | STIJL["fout" if any(b.ernst == "fout" for b in op_cel) else "waarschuwing"]

    for rij1, kolom1, rij2, kolom2 in blad.samengevoegd:
        with contextlib.suppress(OverlappingRange):  # a slightly damaged file; its cells are written all the same
            opmaak = schrijver.opmaak(**(stijl(rij1, kolom1) or {"valign": "top"}))
            werkblad.merge_range(rij1 - 1, kolom1 - 1, rij2 - 1, kolom2 - 1, "", opmaak)
    for rij, cellen in enumerate(blad.rijen, start=blad.eerste_rij):
        kop = rij in koprijen
        for kolom, cel in enumerate(cellen, start=blad.eerste_kolom):
            if cel is not None or (rij, kolom) in gemerkt:
                eigen = stijl(rij, kolom) if kop or gemerkt else {}
                schrijver.schrijf(werkblad, rij - 1, kolom - 1, cel, **eigen)
    for (rij, kolom), op_cel in itertools.islice(gemerkt.items(), MEESTE_OPMERKINGEN):
        _schrijf_opmerking(werkblad, rij - 1, kolom - 1, op_cel)
    _richt_in(werkblad, blad, vondsten)


def _schrijf_opmerking(werkblad: Worksheet, rij: int, kolom: int, op_cel: Sequence[Bevinding]) -> None:
    tekst = schone_tekst("\n".join(f"{b.ernst.capitalize()}: verwacht {b.verwacht}." for b in op_cel))
    if len(tekst) > _LANGSTE_OPMERKING:
        tekst = f"{tekst[:_LANGSTE_OPMERKING]} …"
    regels = sum(1 + len(regel) // 38 for regel in tekst.split("\n"))
    maat = {"width": 260, "height": min(20 + 17 * regels, 400), "font_name": "Calibri", "font_size": 10}
    werkblad.write_comment(rij, kolom, tekst, maat)


def _richt_in(werkblad: Worksheet, blad: Blad, vondsten: Sequence[Vondst]) -> None:
    """Widths, what is hidden, the header that stays in sight, and all columns on one page."""
    werkblad.set_landscape()
    werkblad.fit_to_pages(1, 0)
    if blad.verborgen:
        werkblad.hide()
    tabellen = [blad.rijen[v.koprij - blad.eerste_rij : v.laatste_rij - blad.eerste_rij + 1][:_PROEF] for v in vondsten]
    proef = [rij for rijen in tabellen or [blad.rijen[:_PROEF]] for rij in rijen]  # titles and notes may run on
    for index in range(blad.breedte):
        kolom = blad.eerste_kolom + index
        breedte = max((_breedte(rij[index]) for rij in proef), default=0)
        verborgen = {"hidden": True} if kolom in blad.verborgen_kolommen else {}
        werkblad.set_column(kolom - 1, kolom - 1, min(max(breedte + 2, _SMALST), _BREEDST), None, verborgen)
    for rij in blad.verborgen_rijen:
        werkblad.set_row(rij - 1, None, None, {"hidden": True})
    if blad.rijen:
        # The numbers of a CSV file stay text: without this every cell would have a green corner.
        alles = xl_range(0, 0, blad.eerste_rij + len(blad.rijen) - 2, blad.eerste_kolom + blad.breedte - 2)
        werkblad.ignore_errors({"number_stored_as_text": alles, "two_digit_text_year": alles})
    einden = [vondst.koprij + vondst.koprijen - 1 for vondst in vondsten]
    if einden and einden[0] <= _DIEPSTE_KOP:
        werkblad.freeze_panes(einden[0], 0)


def _breedte(cel: Cel) -> int:
    """The width of a cell in characters, limited so that a long text does not push the rest off the screen."""
    if isinstance(cel, str):
        return max(map(len, cel.split("\n"))) if len(cel) <= _BREEDST else _BREEDST // 2
    return 0 if cel is None else min(len(str(cel)), 16)


def ingekort(blad: Blad, vondsten: Sequence[Vondst], gemerkt: Iterable[Plaats]) -> Blad:
    """The sheet with only its headers and the rows with findings, each in its own place."""
    nodig = {rij for rij, _ in gemerkt} | _koprijen(vondsten)
    leeg: Rij = (None,) * blad.breedte
    rijen = tuple(rij if nummer in nodig else leeg for nummer, rij in enumerate(blad.rijen, start=blad.eerste_rij))
    return replace(blad, rijen=rijen, samengevoegd=())


def _koprijen(vondsten: Sequence[Vondst]) -> set[int]:
    return {rij for vondst in vondsten for rij in range(vondst.koprij, vondst.koprij + vondst.koprijen)}
