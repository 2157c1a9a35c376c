"""What a workbook says besides its cells, per sheet in the order of the workbook."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Bladzaken:
    """Hidden rows and columns as (first, last), merged areas as (first row, first column, last row, last column), and
    the formulas that failed: row -> (column, error as Excel writes it). All numbered from 1.
    """

    verborgen_rijen: list[tuple[int, int]] = field(default_factory=list)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    fouten: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def fout(self, rij: int, kolom: int, tekst: str) -> None:
        """Add a formula that failed."""
        self.fouten.setdefault(rij, []).append((kolom, tekst))


@dataclass
class Boekzaken:
    """The sheets and the date system of a workbook."""

    bladen: list[Bladzaken] = field(default_factory=list)
    basis1904: bool = False
