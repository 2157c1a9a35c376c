"""A workbook as the intake sees it: plain values with the place where a spreadsheet shows them, whatever the file was.

Rows and columns are numbered as Excel does, from 1 (column A is 1), so that a message points at the cell the analyst
sees. Cells hold what the file holds; what a value means is decided later.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

Cel = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
Rij = tuple[Cel, ...]
LANGSTE_TEKST = 32_767  # what Excel allows in a cell
FOUT, ZONDER_UITKOMST = "#FOUT!", "formule zonder uitkomst"  # a failure without a known word; never calculated

_LANGSTE_FOUT = 40
# '#REF!' and '#WAARDE!' in any language; without its last sign in capitals only, because '#woondeal' is a word; '###'
# stands in a text file where a column was too narrow; 'Err:502' and 'Loading...' are of LibreOffice and Google.
_FOUTWAARDE = re.compile(
    r"#+|#[¡¿]?[^\W\d]\w{0,24}(?:/\w{1,3})?[!?]|#[A-ZÀ-Ý_]{2,24}(?:/[A-ZÀ-Ý0]{1,3})?|#(?i:[nd]/[a-z0])"
    r"|(?i:err|fout|error): ?5[0-4]\d|(?i:loading|laden)(?:\.\.\.|…)"
)


@dataclass(frozen=True)
class Blad:
    """One sheet: its filled rectangle, every row equally long. `rijen[0]` is row `eerste_rij`, its first cell is in
    column `eerste_kolom`. Merged areas are (first row, first column, last row, last column), inside the rectangle;
    only their first cell has the value. A formula that failed holds its error as text ('#DIV/0!'), one that was never
    calculated ZONDER_UITKOMST.
    """

    naam: str
    verborgen: bool
    rijen: tuple[Rij, ...]
    eerste_rij: int = 1
    eerste_kolom: int = 1
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[int] = frozenset()
    samengevoegd: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def breedte(self) -> int:
        """How many columns the rectangle has."""
        return len(self.rijen[0]) if self.rijen else 0

    def gevuld(self) -> Blad:
        """The same sheet with the value of every merged area in each of its cells."""
        if not self.samengevoegd:
            return self
        rijen = [list(rij) for rij in self.rijen]
        for rij1, kolom1, rij2, kolom2 in self.samengevoegd:
            waarde = rijen[rij1 - self.eerste_rij][kolom1 - self.eerste_kolom]
            for rij in rijen[rij1 - self.eerste_rij : rij2 - self.eerste_rij + 1]:
                for kolom in range(kolom1 - self.eerste_kolom, kolom2 - self.eerste_kolom + 1):
                    rij[kolom] = waarde
        return replace(self, rijen=tuple(map(tuple, rijen)))


@dataclass(frozen=True)
class Werkboek:
    """A file that was read: its name, its kind by content (xlsx, xlsm, xls, ods, csv, parquet), its sheets and its
    fingerprint. `basis1904`: bare day numbers in it count from 1904; cells that the file itself calls dates are dates.
    """

    bestand: str
    soort: str
    bladen: tuple[Blad, ...]
    sha256: str
    basis1904: bool = False


def gevulde_cellen(rij: Rij) -> int:
    """How many cells of a row hold something; counted like this because every row of a file passes here."""
    return len(rij) - rij.count(None) - rij.count("")


def is_foutwaarde(cel: Cel) -> bool:
    """Whether a cell holds the word that a spreadsheet shows for a formula that failed, in any language."""
    return isinstance(cel, str) and len(cel) <= _LANGSTE_FOUT and _FOUTWAARDE.fullmatch(cel.strip()) is not None


def kolomletters(kolom: int) -> str:
    """The letters of a column from its number: 1 -> 'A', 27 -> 'AA', 16384 -> 'XFD'."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def kolomnummer(letters: bytes) -> int:
    """The number of a column from its letters: b'XFD' -> 16384."""
    nummer = 0
    for letter in letters.upper():
        nummer = nummer * 26 + letter - 64
    return nummer
