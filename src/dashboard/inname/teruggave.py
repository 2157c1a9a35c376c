"""The analyst's own workbook back, with every faulty cell coloured and a comment in it that says what was expected.

Every cell stands at its own place, so that a row number in a message is a row in this file too. Formulas stand in it as
the values they had. A column that was left out on request is left out here as well.
"""

from __future__ import annotations

import contextlib
import io
import itertools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from dashboard.inname.bevindingenlijst import (
    LIJSTNAAM,
    MEESTE_IN_LIJST,
    is_eigen_lijst,
    schrijf_lijst,
    zonder_waarde,
)
from dashboard.inname.celschrijver import Celschrijver, bladnaam, schone_tekst
from dashboard.inname.fouten import Bevinding
from dashboard.inname.tabelvinder import Vondst
from dashboard.inname.weglaten import laat_weg
from dashboard.inname.werkboek import Blad, Cel, Werkboek

# Colour and comment say the same; a fault has the stronger of the two.
STIJL: dict[str, dict[str, Any]] = {
    "fout": {"bg_color": "#F7BDB7", "border": 1, "border_color": "#A31515"},
    "waarschuwing": {"bg_color": "#FFE1A6", "border": 1, "border_color": "#9A5B00"},
}
_KOP: dict[str, Any] = {"bold": True, "bottom": 1}
_DIEPSTE_KOP = 12  # a header further down would fill the screen when it is frozen
_SMALST, _BREEDST, _PROEF = 8, 45, 200
_LANGSTE_OPMERKING = 1_500

Plaats = tuple[int, int]


def werkboek_terug(
    werkboek: Werkboek,
    vondsten: Sequence[Vondst],
    bevindingen: Sequence[Bevinding],
    *,
    zonder: Collection[str] = (),
    fictief: bool = False,
) -> bytes:
    """The workbook as .xlsx: first the list of findings, then the sheets as they were, the cells concerned marked.

    `vondsten` say where the headers are, `zonder` are the headers of columns that were left out, `fictief`: the data are
    invented.
    """
    bladen = {blad.naam: laat_weg(blad, vondsten, zonder) for blad in werkboek.bladen if not is_eigen_lijst(blad)}
    namen: dict[str, str] = {}
    for naam in bladen:
        namen[naam] = bladnaam(naam, [LIJSTNAAM, *namen.values()])
    plaatsen = [_plaats(bladen.get(b.blad), vondsten, b) for b in bevindingen]
    gemerkt: dict[str, dict[Plaats, list[Bevinding]]] = {naam: {} for naam in bladen}
    for bevinding, plaats in zip(bevindingen, plaatsen, strict=True):
        if plaats:
            gemerkt[bevinding.blad].setdefault(plaats, []).append(bevinding)
    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True, "date_1904": werkboek.basis1904})
    schrijver = Celschrijver(boek)
    doelen = [(namen[b.blad], *plaats) if plaats else None for b, plaats in zip(bevindingen, plaatsen, strict=True)]
    schrijf_lijst(schrijver, boek, werkboek.bestand, zonder_waarde(bevindingen, zonder), doelen, fictief=fictief)
    for naam, blad in bladen.items():
        eigen = [vondst for vondst in vondsten if vondst.blad == naam]
        _schrijf_blad(schrijver, boek.add_worksheet(namen[naam]), blad, eigen, _bij_eerste_cel(blad, gemerkt[naam]))
    boek.close()
    return uit.getvalue()


def _plaats(blad: Blad | None, vondsten: Sequence[Vondst], bevinding: Bevinding) -> Plaats | None:
    """Row and column as Excel counts them; None for a column that the file lacks or a row that it does not have."""
    if blad is None or not blad.eerste_rij <= bevinding.rij < blad.eerste_rij + len(blad.rijen):
        return None
    for vondst in vondsten:
        if vondst.blad == blad.naam and vondst.koprij <= bevinding.rij <= max(vondst.laatste_rij, vondst.eerste_rij):
            for index, naam in vondst.kolommen:
                if naam == bevinding.kolom:
                    return _in_de_kop(blad, vondst, index, bevinding.rij), blad.eerste_kolom + index
    return None


def _in_de_kop(blad: Blad, vondst: Vondst, index: int, rij: int) -> int:
    """What is said about a whole column stands at the cell that names it: the lowest one of a header over more rows."""
    koprijen = range(vondst.koprij, vondst.koprij + vondst.koprijen)
    if rij not in koprijen:
        return rij
    return max((r for r in koprijen if blad.rijen[r - blad.eerste_rij][index]), default=vondst.koprij)


def _bij_eerste_cel(blad: Blad, gemerkt: dict[Plaats, list[Bevinding]]) -> dict[Plaats, list[Bevinding]]:
    """In a merged area only the first cell can be seen, so that is where the marks of all its cells go."""
    for rij1, kolom1, rij2, kolom2 in blad.samengevoegd if gemerkt else ():
        for plaats in itertools.product(range(rij1, rij2 + 1), range(kolom1, kolom2 + 1)):
            if plaats in gemerkt and plaats != (rij1, kolom1):
                gemerkt.setdefault((rij1, kolom1), []).extend(gemerkt.pop(plaats))
    return gemerkt


def _schrijf_blad(
    schrijver: Celschrijver,
    werkblad: Worksheet,
    blad: Blad,
    vondsten: Sequence[Vondst],
    gemerkt: Mapping[Plaats, Sequence[Bevinding]],
) -> None:
    koprijen = {rij for vondst in vondsten for rij in range(vondst.koprij, vondst.koprij + vondst.koprijen)}

    def stijl(rij: int, kolom: int) -> dict[str, Any]:
        kop = _KOP if rij in koprijen else {}
        op_cel = gemerkt.get((rij, kolom))
        if not op_cel:
            return kop
        return kop | STIJL["fout" if any(b.ernst == "fout" for b in op_cel) else "waarschuwing"]

    for rij1, kolom1, rij2, kolom2 in blad.samengevoegd:
        with contextlib.suppress(
            OverlappingRange
        ):  # a file that is damaged a little; its cells are written all the same
            opmaak = schrijver.opmaak(**(stijl(rij1, kolom1) or {"valign": "top"}))
            werkblad.merge_range(rij1 - 1, kolom1 - 1, rij2 - 1, kolom2 - 1, "", opmaak)
    for rij, cellen in enumerate(blad.rijen, start=blad.eerste_rij):
        kop = rij in koprijen
        for kolom, cel in enumerate(cellen, start=blad.eerste_kolom):
            if cel is not None or (rij, kolom) in gemerkt:
                eigen = stijl(rij, kolom) if kop or gemerkt else {}
                schrijver.schrijf(werkblad, rij - 1, kolom - 1, cel, **eigen)
    for (rij, kolom), op_cel in itertools.islice(gemerkt.items(), MEESTE_IN_LIJST):
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
        # A CSV file has its numbers as text, and so have we: no green corner in every cell.
        alles = xl_range(0, 0, blad.eerste_rij + len(blad.rijen) - 2, blad.eerste_kolom + blad.breedte - 2)
        werkblad.ignore_errors({"number_stored_as_text": alles, "two_digit_text_year": alles})
    einden = [vondst.koprij + vondst.koprijen - 1 for vondst in vondsten]
    if einden and einden[0] <= _DIEPSTE_KOP:
        werkblad.freeze_panes(einden[0], 0)


def _breedte(cel: Cel) -> int:
    """How many characters wide a cell is; a long text is cut off rather than that it pushes the rest off the screen."""
    if isinstance(cel, str):
        return max(map(len, cel.split("\n"))) if len(cel) <= _BREEDST else _BREEDST // 2
    return 0 if cel is None else min(len(str(cel)), 16)
