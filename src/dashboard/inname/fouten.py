"""What can be wrong with an upload: the file as a whole is refused, or cells in it are not what they should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Ernst = Literal["fout", "vraag", "waarschuwing"]


class Geweigerd(Exception):
    """The file is refused. Its text is one Dutch sentence from which the analyst knows what to do.

    The sentence never repeats the value of a cell, which may be personal data. `kolommen` are the headings of the columns
    that are the reason, if any.
    """

    def __init__(self, zin: str, kolommen: Sequence[str] = ()) -> None:
        self.zin = zin
        self.kolommen = tuple(kolommen)
        super().__init__(zin)


class Lezerfout(Exception):
    """The process that reads a file met a fault of our own; its text is the kind and the place, without any value."""


@dataclass(frozen=True)
class Bevinding:
    """One cell to look at: its sheet, its row as Excel shows it, and the heading of its column in the file."""

    blad: str
    rij: int
    kolom: str
    waarde: str
    verwacht: str
    ernst: Ernst


@dataclass(frozen=True)
class Klacht:
    """A remark about one cell: the row by its number in Excel, and the column."""

    rij: int
    kolom: str
    verwacht: str
    ernst: Ernst = "fout"
