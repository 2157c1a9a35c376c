"""Finds cells of a text file that hold whole rows: two stray quotes, rows apart, make one cell of all in between.

That is a correct file to every reader, and rows that silently disappeared to the analyst. A remark of more lines is
correct too, so a line in a cell must look like the rows around it: as many columns, and digits where those have them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from dashboard.basis.opmaak import getal
from dashboard.inname.fouten import Geweigerd

_PROEF = 200  # rows that say where digits belong
_MINSTENS = 3  # columns of a table that can be told from a sentence


class Regelwacht:
    """Sees every row of a file, and refuses it at the end when a cell holds rows."""

    def __init__(self, scheiding: str) -> None:
        self._scheiding = scheiding
        self._lengtes: Counter[int] = Counter()
        self._proef: list[list[str]] = []
        self._verdacht: list[tuple[int, list[str]]] = []

    def zie(self, nummer: int, rij: list[str], *, meer_regels: bool) -> None:
        """Take in a row with its number."""
        if meer_regels:
            self._verdacht.append((nummer, rij))
            return
        self._lengtes[len(rij)] += 1
        if len(self._proef) < _PROEF:
            self._proef.append(rij)

    def controleer(self) -> None:
        """Refuse the file when a cell holds rows, with the row where the first of those cells begins."""
        for nummer, rij in self._verdacht:
            if any(self._heeft_rijen(rij, plek) for plek, cel in enumerate(rij) if "\n" in cel or "\r" in cel):
                raise Geweigerd(
                    f"Op rij {getal(nummer)} begint een cel waarin hele rijen staan, doordat een aanhalingsteken niet klopt; "
                    "herstel dat of lever een .xlsx aan."
                )

    def _heeft_rijen(self, rij: list[str], plek: int) -> bool:
        """Whether the cell holds a line that is a row, or runs from the middle of one row to the middle of the next."""
        eerste, *rest = rij[plek].splitlines()
        if not rest:
            return False
        *midden, laatste = rest
        if any(self._is_rij(delen) for regel in midden for delen in self._delen(regel)):
            return True
        voor, na = rij[:plek], rij[plek + 1 :]
        return any(self._is_rij([*voor, *delen]) for delen in self._delen(eerste)) and any(
            self._is_rij([*delen, *na]) for delen in self._delen(laatste)
        )

    def _delen(self, regel: str) -> Iterator[list[str]]:
        """The cells of a line, without and with an eye for quotes: in such a file either may be right."""
        yield regel.split(self._scheiding)
        if '"' in regel:
            yield next(csv.reader([regel], delimiter=self._scheiding), [])

    def _is_rij(self, delen: Sequence[str]) -> bool:
        """Whether these cells are about as many as a row has, with digits in at least half of the places for them."""
        breedte, cijfers = self._gewoon
        if breedte < _MINSTENS or abs(len(delen) - breedte) > breedte // 8:
            return False
        gevonden = sum(_heeft_cijfer(delen[plek]) for plek in cijfers if plek < len(delen))
        return 2 * gevonden >= len(cijfers)

    @cached_property
    def _gewoon(self) -> tuple[int, list[int]]:
        """How many columns most rows have (of equals the header decides), and where most of those have a digit."""
        breedte = max(self._lengtes, key=lambda lengte: self._lengtes[lengte], default=0)
        proef = [rij for rij in self._proef if len(rij) == breedte]
        return breedte, [k for k in range(breedte) if 2 * sum(_heeft_cijfer(rij[k]) for rij in proef) > len(proef)]


def _heeft_cijfer(cel: str) -> bool:
    return any(map(str.isdigit, cel))
