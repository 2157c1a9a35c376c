"""Which rows below a header are data: not totals, notes below the table, empty rows or a repeated header."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.inname.waarden.tekst import foutmelding, woorden
from dashboard.inname.werkboek import Cel, Rij, gevulde_cellen

_TOTAAL = re.compile(
    r"(?:(?:sub|eind|generaal |algemeen )?tota(?:al|len)\b.*|(?:sub|eind)totalen|gemiddelde?|som|mediaan)"
)
_ALLEEN_TOTAAL = re.compile(r"(?:sub|eind|generaal |algemeen )?tota(?:al|len)")
_MISSCHIEN = re.compile(
    r"\W*(?:[st]|eind|gene|alge|gemi|medi)", re.IGNORECASE
)  # cheap, because it is tried on every row
_EERSTE = 3  # filled cells of a row in which the word for a sum may be
_VOL = 4  # rows of a table with fewer columns cannot be told from a title
_STEEKPROEF = 200  # rows from which the usual number of filled cells is taken


@dataclass(frozen=True)
class Bereik:
    """Places of rows in the sheet, counted from 0: the data runs from `eerste` to `laatste`, without `overgeslagen`.

    `totalen` are rows with sums, `onder` the rows of notes below the table, `tussenkoppen` rows that hold one text, such
    as the name of a kern above its rows; `laatste` is before `eerste` without data.
    """

    eerste: int
    laatste: int
    overgeslagen: tuple[int, ...]
    totalen: tuple[int, ...]
    onder: tuple[int, ...]
    tussenkoppen: tuple[int, ...] = ()


def bepaal_bereik(
    rijen: Sequence[Rij], eerste: int, einde: int, kolommen: Sequence[int], kop: Rij, *, vrije_tekst: bool
) -> Bereik:
    """The data between the header and `einde` (the next header, or the end). `vrije_tekst`: a cell may begin with 'Totaal'."""
    leeg: list[int] = []
    totalen: list[int] = []
    herhaald: list[int] = []
    tussen: list[int] = []
    data: list[int] = []
    gewoon = _gewone_vulling(rijen, eerste, einde, kolommen)
    stop = einde
    for plaats in range(eerste, einde):
        rij = rijen[plaats]
        if not gevulde_cellen(rij):
            leeg.append(plaats)
        elif rij == kop:
            herhaald.append(plaats)
        elif _is_totaal(rij, kolommen, vrije_tekst=vrije_tekst):
            totalen.append(plaats)
        elif (
            not vrije_tekst
            and gewoon >= _VOL
            and _is_een_tekst(rij)
            and _gaat_door(rijen, plaats, einde, rijen[data[-1]] if data else None, kop, kolommen)
        ):
            tussen.append(plaats)
        elif plaats - 1 in (*leeg[-1:], *totalen[-1:]) and _vulling(rij, kolommen) < gewoon / 2:
            stop = plaats  # a gap or a total, and then emptier rows: the table has ended
            break
        else:
            data.append(plaats)
    while data and _vulling(rijen[data[-1]], kolommen) <= gewoon / 4:
        stop = data.pop()  # a note or an unlabelled sum, right below the table
    laatste = data[-1] if data else eerste - 1
    onder = [plaats for plaats in range(laatste + 1, einde) if gevulde_cellen(rijen[plaats]) and plaats not in totalen]
    weg = sorted(plaats for plaats in (*leeg, *totalen, *herhaald, *tussen) if plaats < min(laatste, stop))
    return Bereik(eerste, laatste, tuple(weg), tuple(totalen), tuple(onder), tuple(p for p in tussen if p < laatste))


def _gevuld(cel: Cel) -> bool:
    return cel is not None and cel != ""


def _is_een_tekst(rij: Rij) -> bool:
    """Whether the row holds one text and nothing else; merged over the width of the table it is in every cell.

    Formulas that failed are no text: a row of data may hold nothing else.
    """
    eerste: Cel = None
    for cel in rij:  # the second cell decides for nearly every row
        if _gevuld(cel):
            if not isinstance(cel, str) or cel != (eerste or cel):
                return False
            eerste = cel
    return eerste is not None and not foutmelding(eerste)


def _gaat_door(
    rijen: Sequence[Rij], plaats: int, einde: int, vorige: Rij | None, kop: Rij, kolommen: Sequence[int]
) -> bool:
    """Whether the next rows belong to the same table: as full as the row before, with numbers where that has numbers.

    Before the first row there is nothing to compare with: a full row with a number in it is enough.
    """
    verder = itertools.islice(rijen, plaats + 1, einde)
    volgende = next((r for r in verder if gevulde_cellen(r) and r != kop and not _is_een_tekst(r)), None)
    if volgende is None:
        return False
    if vorige is None:
        return _vulling(volgende, kolommen) >= _VOL and any(_soort(volgende[kolom]) == "cijfer" for kolom in kolommen)
    gelijk = sum(_soort(volgende[kolom]) == _soort(vorige[kolom]) for kolom in kolommen)
    return gelijk >= 0.7 * len(kolommen)


def _soort(cel: Cel) -> str:
    if not _gevuld(cel):
        return "leeg"
    return "woord" if isinstance(cel, str) and not any(map(str.isdigit, cel)) else "cijfer"


def _vulling(rij: Rij, kolommen: Sequence[int]) -> int:
    return sum(_gevuld(rij[kolom]) for kolom in kolommen)


def _gewone_vulling(rijen: Sequence[Rij], eerste: int, einde: int, kolommen: Sequence[int]) -> float:
    """How many cells a row of this table usually fills, from its upper half, so that notes below do not count."""
    proef = [v for rij in rijen[eerste : min(einde, eerste + _STEEKPROEF)] if (v := _vulling(rij, kolommen))]
    boven = sorted(proef, reverse=True)[: (len(proef) + 1) // 2]
    return statistics.median(boven) if boven else 0


def _is_totaal(rij: Rij, kolommen: Sequence[int], *, vrije_tekst: bool) -> bool:
    """Whether a row holds sums: its first words say so, or a cell holds only that word."""
    gezien, begin = 0, ""
    for kolom in kolommen:
        cel = rij[kolom]
        if cel is None or cel == "":
            continue
        gezien += 1
        if isinstance(cel, str) and len(cel) <= 80 and _MISSCHIEN.match(cel):
            if _ALLEEN_TOTAAL.fullmatch(woorden(cel)):
                return True
            begin = cel if gezien == 1 else begin
        if gezien == _EERSTE:
            break
    return not vrije_tekst and _TOTAAL.fullmatch(woorden(begin)) is not None if begin else False
