"""What is recognised in a workbook: a table, and which of our columns each of its columns is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.inname.werkboek import Cel, kolomletters

_LETTERS = re.compile(r" \(kolom [A-Z]{1,3}\)$")
ZEKER = 90  # of 100: from here on nobody needs to look


def noem_kolom(nummer: int) -> str:
    """A column as people find it in a spreadsheet: 3 is 'kolom C'."""
    return f"kolom {kolomletters(nummer)}"


def met_letters(kop: str, nummer: int) -> str:
    """A heading that stands over more columns, with the letters of this one: 'Kern (kolom C)'."""
    return f"{kop} ({noem_kolom(nummer)})"


def kale_kop(kop: str) -> str:
    """The heading as it is in the file, without the letters of `met_letters`."""
    return _LETTERS.sub("", kop)


@dataclass(frozen=True)
class Vondst:
    """A table in the workbook. Rows are numbered as Excel shows them; `kolommen` has (place in a row, name).

    `koprij` is the first row of the header, `koprijen` how many rows it has. Between `eerste_rij` and `laatste_rij` the
    rows of `overgeslagen` are not data (empty, totals, a repeated header); `verborgen_rijen` are hidden data, and the
    analyst decides whether they count. `anders` are tables that this could be as well. The first cell of a row is in column
    `eerste_kolom` of the sheet.
    """

    soort: str
    blad: str
    koprij: int
    koprijen: int
    eerste_rij: int
    laatste_rij: int
    kolommen: tuple[tuple[int, str], ...]
    zekerheid: int
    opmerkingen: tuple[str, ...] = ()
    overgeslagen: tuple[int, ...] = ()
    verborgen_rijen: tuple[int, ...] = ()
    verborgen_kolommen: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    eerste_kolom: int = 1

    @property
    def rijen(self) -> int:
        """How many rows of data there are, hidden ones included."""
        return self.laatste_rij - self.eerste_rij + 1 - len(self.overgeslagen)


@dataclass(frozen=True)
class Koppeling:
    """A column of the file and the column of the contract it probably is; `kolom` is None for none, or when unclear.

    `kandidaten` are the columns to choose from when unclear ('' stands for none of them), `index` is the place
    of the cell in a row of the sheet, `voorbeelden` are a few of its cells: none from a column that looks personal.
    `nummer` is the column of the sheet, 0 when the caller did not say.
    """

    kolom_bestand: str
    index: int
    kolom: str | None
    zekerheid: int
    voorbeelden: tuple[Cel, ...] = ()
    kandidaten: tuple[str, ...] = ()
    opmerking: str = ""
    nummer: int = 0

    @property
    def waar(self) -> str:
        """Where the column is: 'kolom C'; '' when nobody said."""
        return noem_kolom(self.nummer) if self.nummer else ""

    @property
    def genoemd(self) -> str:
        """The heading with the letters of its column, once: ‘Kern’ (kolom C)."""
        kop = f"‘{self.kolom_bestand}’"
        return kop if not self.waar or self.waar in self.kolom_bestand else f"{kop} ({self.waar})"

    @property
    def zeker(self) -> bool:
        """Whether it may be used without anybody looking at it."""
        return self.zekerheid >= ZEKER
