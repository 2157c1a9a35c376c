"""The analyst's own workbook, with every faulty cell coloured and a comment that says what was expected.

Every cell is in its own place, so that a row number in a message is a row in this file too. Formulas are replaced by
their values. A column that was left out on request is left out here as well.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Collection, Sequence

from xlsxwriter import Workbook

from dashboard.inname.fouten import Bevinding
from dashboard.inname.tabel.weglaten import laat_weg
from dashboard.inname.terug.bevindingenlijst import (
    LIJSTNAAM,
    MEESTE_IN_LIJST,
    is_eigen_lijst,
    schrijf_lijst,
    zonder_waarde,
)
from dashboard.inname.terug.bladkopie import Plaats, ingekort, schrijf_blad
from dashboard.inname.terug.celschrijver import Celschrijver, bladnaam
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad, Werkboek

MEESTE_CELLEN = 600_000  # a copy costs memory per cell; of a larger file only the rows with findings are copied
_KOPIE = "Dit is een kopie van het bestand. Formules staan er als waarde in."
_GROOT = (
    "Het bestand is groot. In deze kopie staan alleen de koppen en de rijen met een bevinding, op hun eigen plaats."
)
_FICTIEF = "De gegevens in deze monitor zijn verzonnen."


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
    groot = sum(len(blad.rijen) * blad.breedte for blad in bladen.values()) > MEESTE_CELLEN
    zinnen = [_GROOT if groot else _KOPIE, *([_FICTIEF] if fictief else [])]
    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True, "date_1904": werkboek.basis1904})
    schrijver = Celschrijver(boek)
    doelen = [(namen[b.blad], *plaats) if plaats else None for b, plaats in zip(bevindingen, plaatsen, strict=True)]
    schrijf_lijst(schrijver, boek, werkboek.bestand, zonder_waarde(bevindingen, zonder), doelen, zinnen)
    for naam, heel in bladen.items():
        eigen = [vondst for vondst in vondsten if vondst.blad == naam]
        op_cellen = _bij_eerste_cel(heel, gemerkt[naam])
        if groot:
            op_cellen = dict(itertools.islice(op_cellen.items(), MEESTE_IN_LIJST))
        blad = ingekort(heel, eigen, op_cellen) if groot else heel
        schrijf_blad(schrijver, boek.add_worksheet(namen[naam]), blad, eigen, op_cellen)
    boek.close()
    return uit.getvalue()


def _plaats(blad: Blad | None, vondsten: Sequence[Vondst], bevinding: Bevinding) -> Plaats | None:
    """Row and column as Excel counts them; None for a column or row that the file does not have."""
    if blad is None or not blad.eerste_rij <= bevinding.rij < blad.eerste_rij + len(blad.rijen):
        return None
    for vondst in vondsten:
        if vondst.blad == blad.naam and vondst.koprij <= bevinding.rij <= max(vondst.laatste_rij, vondst.eerste_rij):
            for index, naam in vondst.kolommen:
                if naam == bevinding.kolom or not bevinding.kolom:  # about the whole row: its first cell
                    return _in_de_kop(blad, vondst, index, bevinding.rij), blad.eerste_kolom + index
    return None


def _in_de_kop(blad: Blad, vondst: Vondst, index: int, rij: int) -> int:
    """The row for a finding about a whole column: that of the cell which names it, the lowest in a header of more rows."""
    koprijen = range(vondst.koprij, vondst.koprij + vondst.koprijen)
    if rij not in koprijen:
        return rij
    return max((r for r in koprijen if blad.rijen[r - blad.eerste_rij][index]), default=vondst.koprij)


def _bij_eerste_cel(blad: Blad, gemerkt: dict[Plaats, list[Bevinding]]) -> dict[Plaats, list[Bevinding]]:
    """The marks, with those in a merged area moved to its first cell: only that one is visible."""
    for rij1, kolom1, rij2, kolom2 in blad.samengevoegd if gemerkt else ():
        for plaats in itertools.product(range(rij1, rij2 + 1), range(kolom1, kolom2 + 1)):
            if plaats in gemerkt and plaats != (rij1, kolom1):
                gemerkt.setdefault((rij1, kolom1), []).extend(gemerkt.pop(plaats))
    return gemerkt
