"""What is recognised in a workbook: a table, and which of our columns each of its columns is."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.inname.werkboek import Cel

ZEKER = 90  # of 100: from here on nobody needs to look


@dataclass(frozen=True)
class Vondst:
    """A table in the workbook. Rows are numbered as Excel shows them; `kolommen` has (place in a row, name).

    `koprij` is the first row of the header, `koprijen` how many rows it has. Between `eerste_rij` and `laatste_rij` the
    rows of `overgeslagen` are not data (empty, totals, a repeated header); `verborgen_rijen` are hidden data, and the
    analyst decides whether they count. `anders` are tables that this could be as well.
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

    @property
    def rijen(self) -> int:
        """How many rows of data there are, hidden ones included."""
        return self.laatste_rij - self.eerste_rij + 1 - len(self.overgeslagen)


@dataclass(frozen=True)
class Koppeling:
    """A column of the file and the column of the contract it probably is; `kolom` is None for none, or when unclear.

    `kandidaten` are the columns to choose from when unclear ('' stands for none of them), `index` is the place
    of the cell in a row of the sheet, `voorbeelden` are a few of its cells: none from a column that looks personal.
    """

    kolom_bestand: str
    index: int
    kolom: str | None
    zekerheid: int
    voorbeelden: tuple[Cel, ...] = ()
    kandidaten: tuple[str, ...] = ()
    opmerking: str = ""

    @property
    def zeker(self) -> bool:
        """Whether it may be used without anybody looking at it."""
        return self.zekerheid >= ZEKER
