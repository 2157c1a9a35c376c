"""What a workbook says besides its cells, per sheet in the order of the workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Bladzaken:
    """Hidden rows and columns as (first, last), merged areas as (first row, first column, last row, last column), and
    in an .xls the formulas without an outcome: row -> (column, word for it). All numbered from 1.
    """

    verborgen_rijen: list[tuple[int, int]] = field(default_factory=list)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    fouten: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def fout(self, rij: int, kolom: int, tekst: str) -> None:
        """Add a formula that failed or was never calculated."""
        self.fouten.setdefault(rij, []).append((kolom, tekst))


@dataclass
class Boekzaken:
    """The sheets and the date system of a workbook; `anders` is the file to read instead, if some cells need a word."""

    bladen: list[Bladzaken] = field(default_factory=list)
    basis1904: bool = False
    anders: io.BytesIO | None = None


def met_delen(zip_: zipfile.ZipFile, vervangen: Mapping[str, bytes]) -> io.BytesIO:
    """The same workbook with other parts, not compressed: it is read once and then gone."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as nieuw:
        for naam in zip_.namelist():
            nieuw.writestr(naam, vervangen.get(naam) or zip_.read(naam))
    uit.seek(0)
    return uit
