"""Which rows below a header are data: not the totals, not the notes below, not an empty row or a header printed again."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.inname.tekst import woorden
from dashboard.inname.werkboek import Cel, Rij

_TOTAAL = re.compile(
    r"(?:(?:sub|eind|generaal |algemeen )?tota(?:al|len)\b.*|(?:sub|eind)totalen|gemiddelde?|som|mediaan)"
)
_ALLEEN_TOTAAL = re.compile(r"(?:sub|eind|generaal |algemeen )?tota(?:al|len)")
_MISSCHIEN = re.compile(
    r"\W*(?:[st]|eind|gene|alge|gemi|medi)", re.IGNORECASE
)  # cheap: every row of a long table is asked
_STEEKPROEF = 200  # rows from which the usual number of filled cells is taken


@dataclass(frozen=True)
class Bereik:
    """Places of rows in the sheet, counted from 0: the data runs from `eerste` to `laatste`, without `overgeslagen`.

    `totalen` are rows with sums, `onder` the rows of notes below the table; `laatste` is before `eerste` without data.
    """

    eerste: int
    laatste: int
    overgeslagen: tuple[int, ...]
    totalen: tuple[int, ...]
    onder: tuple[int, ...]


def bepaal_bereik(
    rijen: Sequence[Rij], eerste: int, einde: int, kolommen: Sequence[int], kop: Rij, *, vrije_tekst: bool
) -> Bereik:
    """The data between the header and `einde` (the next header, or the end). `vrije_tekst`: a cell may begin with 'Totaal'."""
    leeg: list[int] = []
    totalen: list[int] = []
    herhaald: list[int] = []
    data: list[int] = []
    gewoon = _gewone_vulling(rijen, eerste, einde, kolommen)
    stop = einde
    for plaats in range(eerste, einde):
        rij = rijen[plaats]
        if not any(_gevuld(cel) for cel in rij):
            leeg.append(plaats)
        elif rij == kop:
            herhaald.append(plaats)
        elif _is_totaal(rij, kolommen, vrije_tekst=vrije_tekst):
            totalen.append(plaats)
        elif plaats - 1 in (*leeg[-1:], *totalen[-1:]) and _vulling(rij, kolommen) < gewoon / 2:
            stop = plaats  # a gap or a total, and then something thinner: the table has ended
            break
        else:
            data.append(plaats)
    while data and _vulling(rijen[data[-1]], kolommen) <= gewoon / 4:
        stop = data.pop()  # a note or an unnamed sum, right below the table
    laatste = data[-1] if data else eerste - 1
    onder = [
        plaats for plaats in range(laatste + 1, einde) if any(map(_gevuld, rijen[plaats])) and plaats not in totalen
    ]
    weg = sorted(plaats for plaats in (*leeg, *totalen, *herhaald) if plaats < min(laatste, stop))
    return Bereik(eerste, laatste, tuple(weg), tuple(totalen), tuple(onder))


def _gevuld(cel: Cel) -> bool:
    return cel is not None and cel != ""


def _vulling(rij: Rij, kolommen: Sequence[int]) -> int:
    return sum(_gevuld(rij[kolom]) for kolom in kolommen)


def _gewone_vulling(rijen: Sequence[Rij], eerste: int, einde: int, kolommen: Sequence[int]) -> float:
    """How many cells a row of this table usually fills; by its upper half, so that notes below do not count."""
    proef = [v for rij in rijen[eerste : min(einde, eerste + _STEEKPROEF)] if (v := _vulling(rij, kolommen))]
    boven = sorted(proef, reverse=True)[: (len(proef) + 1) // 2]
    return statistics.median(boven) if boven else 0


def _is_totaal(rij: Rij, kolommen: Sequence[int], *, vrije_tekst: bool) -> bool:
    """A row of sums says so in its first words, or has a cell with nothing but that word."""
    cellen = list(itertools.islice((cel for kolom in kolommen if _gevuld(cel := rij[kolom])), 3))
    teksten = [cel for cel in cellen if isinstance(cel, str) and len(cel) <= 80 and _MISSCHIEN.match(cel)]
    if any(_ALLEEN_TOTAAL.fullmatch(woorden(tekst)) for tekst in teksten):
        return True
    if vrije_tekst or not teksten or teksten[0] is not cellen[0]:
        return False
    return _TOTAAL.fullmatch(woorden(teksten[0])) is not None
