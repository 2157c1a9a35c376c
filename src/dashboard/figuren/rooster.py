"""Places on a map as cells of a grid: equal tiles in rough geographic order, so that a small kern is as visible as any."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

Plek = tuple[float, float]  # east, north
Cel = tuple[int, int]  # column, row; row 0 is the most northern

_BREED_HOOG = 1.5  # a tile layout is wider than high, like the screen it is on


def rooster(plekken: Sequence[Plek | None]) -> list[Cel]:
    """A cell for every place: rows from north to south, within a row from west to east, unknown places last. A row that
    is not full has its gap where the map has one.
    """
    if not plekken:
        return []
    rijen = max(1, round(math.sqrt(len(plekken) / _BREED_HOOG)))
    kolommen = math.ceil(len(plekken) / rijen)
    bekend = [plek for plek in plekken if plek is not None]
    west, oost = min((x for x, _ in bekend), default=0.0), max((x for x, _ in bekend), default=1.0)

    def noord(nummer: int) -> tuple[float, int]:
        plek = plekken[nummer]
        return (-plek[1] if plek else math.inf, nummer)

    def vanaf_west(nummer: int) -> tuple[float, int]:
        plek = plekken[nummer]
        return ((plek[0] - west) / ((oost - west) or 1.0) * (kolommen - 1) if plek else math.inf, nummer)

    cellen: list[Cel] = [(0, 0)] * len(plekken)
    volgorde = sorted(range(len(plekken)), key=noord)
    begin = 0
    for rij in range(rijen):
        einde = begin + len(plekken) // rijen + (rij >= rijen - len(plekken) % rijen)
        leden = sorted(volgorde[begin:einde], key=vanaf_west)
        gewenst = [min(vanaf_west(nummer)[0], kolommen - 1.0) for nummer in leden]
        keuze = min(
            combinations(range(kolommen), len(leden)),
            key=lambda kolom: sum((k - w) ** 2 for k, w in zip(kolom, gewenst, strict=True)),
        )
        for nummer, kolom in zip(leden, keuze, strict=True):
            cellen[nummer] = (kolom, rij)
        begin = einde
    return cellen
