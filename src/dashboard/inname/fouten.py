"""What can be wrong with an upload: the file as a whole is refused, or cells in it are not what they should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Ernst = Literal["fout", "waarschuwing"]


class Geweigerd(Exception):
    """The file is not taken in. Its text is one Dutch sentence for the analyst, who can do something about it.

    The sentence never repeats what a cell holds: a refused file may be refused because of personal data. `kolommen` are
    the headings of the columns that are the reason, when columns are.
    """

    def __init__(self, zin: str, kolommen: Sequence[str] = ()) -> None:
        self.zin = zin
        self.kolommen = tuple(kolommen)
        super().__init__(zin)


@dataclass(frozen=True)
class Bevinding:
    """One cell that needs a look: sheet, row as Excel shows it, column as the heading in the file has it."""

    blad: str
    rij: int
    kolom: str
    waarde: str
    verwacht: str
    ernst: Ernst


@dataclass(frozen=True)
class Klacht:
    """Something about the cell of one column, in a row by its number as Excel shows it."""

    rij: int
    kolom: str
    verwacht: str
    ernst: Ernst = "fout"
