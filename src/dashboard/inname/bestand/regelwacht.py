"""Finds rows of a text file that were cut wrongly: nobody reads them as an error, and values silently disappear or move.

Two stray quotes, rows apart, make one cell of all in between. A remark of more lines is correct too, so a line in a cell
must look like the rows around it: as many columns, and digits where those have them. A separator within a value (24,5 in
a file with commas) moves every cell after it: that row is longer than the header and all rows above it.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from dashboard.basis.opmaak import getal
from dashboard.inname.fouten import Geweigerd

_PROEF = 200  # rows that say where digits belong
_TEKENNAMEN = {"\t": "tab"}
_MINSTENS = 3  # columns of a table that can be told from a sentence


class Regelwacht:
    """Sees every row of a file, and refuses it at the end when a cell holds rows or a row has cells too many."""

    def __init__(self, scheiding: str) -> None:
        self._scheiding = scheiding
        self._lengtes: Counter[int] = Counter()
        self._proef: list[list[str]] = []
        self._verdacht: list[tuple[int, list[str]]] = []
        self._langer: list[tuple[int, int, list[str]]] = []  # rows that are longer than all above, and by which length

    def zie(self, nummer: int, rij: list[str], *, meer_regels: bool) -> None:
        """Take in a row with its number."""
        if meer_regels:
            self._verdacht.append((nummer, rij))
            return
        gevuld = next((plek for plek in range(len(rij), 0, -1) if rij[plek - 1].strip()), 0)
        if gevuld > (langste := max(self._lengtes, default=0)):
            self._langer.append((nummer, langste, rij))
        self._lengtes[len(rij)] += 1
        if len(self._proef) < _PROEF:
            self._proef.append(rij)

    def controleer(self) -> None:
        """Refuse the file with the row where the first cell that holds rows begins, or the first that is too long."""
        for nummer, rij in self._verdacht:
            if any(self._heeft_rijen(rij, plek) for plek, cel in enumerate(rij) if "\n" in cel or "\r" in cel):
                raise Geweigerd(
                    f"Op rij {getal(nummer)} begint een cel waarin hele rijen staan, doordat een aanhalingsteken niet klopt; "
                    "herstel dat of lever een .xlsx aan."
                )
        for nummer, langste, rij in self._langer:
            vast = langste >= self._gewoon[0] or (self._scheiding == "," and _eindigt_als_bedrag(rij))
            if vast and langste >= _MINSTENS and self._heeft_cijfers(rij):
                raise Geweigerd(
                    f"Op rij {getal(nummer)} staan meer cellen dan op de rijen erboven, zodat niet te zien is onder welke kop zij "
                    f"horen. Staat er een ‘{_TEKENNAMEN.get(self._scheiding, self._scheiding)}’ te veel, haal dat dan weg. "
                    "Is het een opmerking naast de tabel, geef die kolom dan een kop. Of lever een .xlsx aan."
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
        breedte, _ = self._gewoon
        return breedte >= _MINSTENS and abs(len(delen) - breedte) <= breedte // 8 and self._heeft_cijfers(delen)

    def _heeft_cijfers(self, delen: Sequence[str]) -> bool:
        """Whether at least half of the places where most rows have digits have them here; a header has none."""
        cijfers = self._gewoon[1]
        return 2 * sum(_heeft_cijfer(delen[plek]) for plek in cijfers if plek < len(delen)) >= len(cijfers)

    @cached_property
    def _gewoon(self) -> tuple[int, list[int]]:
        """How many columns most rows have (of equals the header decides), and where most of those have a digit."""
        breedte = max(self._lengtes, key=lambda lengte: self._lengtes[lengte], default=0)
        proef = [rij for rij in self._proef if len(rij) == breedte]
        return breedte, [k for k in range(breedte) if 2 * sum(_heeft_cijfer(rij[k]) for rij in proef) > len(proef)]


def _eindigt_als_bedrag(rij: Sequence[str]) -> bool:
    """Whether the last two cells are digits: 597,15 without quotes in a file with commas."""
    return all(cel.strip().isdecimal() for cel in rij[-2:])


def _heeft_cijfer(cel: str) -> bool:
    return any(map(str.isdigit, cel))
