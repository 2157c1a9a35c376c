"""The rectangle of filled cells of a sheet, and what a sheet may measure.

calamine holds a sheet as one rectangle: a single filled cell far away costs as much as everything in between, and at the
corner of the sheet that ends the process. So the rectangle is known before calamine sees the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import Grenzen
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import kolomletters

_EXCEL_RIJEN, _EXCEL_KOLOMMEN = 1_048_576, 16_384


@dataclass
class Rechthoek:
    """The rectangle around all cells added so far (row and column from 1)."""

    rij1: int = 0
    rij2: int = 0
    kolom1: int = 0
    kolom2: int = 0

    def voeg_toe(self, rij: int, kolom: int) -> None:
        """Grow to hold this cell."""
        self.rij1 = min(self.rij1 or rij, rij)
        self.rij2 = max(self.rij2, rij)
        self.kolom1 = min(self.kolom1 or kolom, kolom)
        self.kolom2 = max(self.kolom2, kolom)

    @property
    def rijen(self) -> int:
        """How many rows the rectangle has."""
        return self.rij2 - self.rij1 + 1 if self.rij2 else 0

    @property
    def kolommen(self) -> int:
        """How many columns the rectangle has."""
        return self.kolom2 - self.kolom1 + 1 if self.kolom2 else 0

    @property
    def laatste(self) -> str:
        """The last corner as a cell name in Excel."""
        return f"{kolomletters(self.kolom2)}{self.rij2}"


def controleer_maten(rijen: int, kolommen: int, grens: Grenzen, laatste: str = "") -> None:
    """Refuse a sheet with too many rows or columns; the last filled cell tells the analyst where to look."""
    waar = f"; de laatste gevulde cel is {laatste}" if laatste else ""
    if rijen > grens.rijen:
        raise Geweigerd(f"Een blad heeft {getal(rijen)} rijen en er mogen er {getal(grens.rijen)} zijn{waar}.")
    if kolommen > grens.kolommen:
        raise Geweigerd(f"Een blad heeft {getal(kolommen)} kolommen en er mogen er {getal(grens.kolommen)} zijn{waar}.")


def controleer_cellen(cellen: int, grens: Grenzen) -> None:
    """Refuse a file whose sheets together hold too many cells."""
    if cellen > grens.cellen:
        raise Geweigerd(f"Het bestand heeft {getal(cellen)} cellen en er mogen er {getal(grens.cellen)} zijn.")


def controleer_rechthoeken(rechthoeken: list[Rechthoek], grens: Grenzen) -> None:
    """Refuse a file with a sheet that is too large, or with too much in its sheets together."""
    for rechthoek in rechthoeken:
        if rechthoek.rij2 > _EXCEL_RIJEN or rechthoek.kolom2 > _EXCEL_KOLOMMEN:
            # calamine reads such a sheet as an empty one.
            raise Geweigerd(
                "Een blad heeft een gevulde cel op een plaats die in Excel niet bestaat; sla het bestand opnieuw op."
            )
        controleer_maten(rechthoek.rijen, rechthoek.kolommen, grens, rechthoek.laatste)
    controleer_cellen(sum(rechthoek.rijen * rechthoek.kolommen for rechthoek in rechthoeken), grens)
