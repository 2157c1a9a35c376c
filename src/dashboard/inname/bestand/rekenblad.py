"""Reads .xlsx, .xlsm, .xls and .ods with calamine, and adds what calamine does not pass on: hidden rows and columns,
merged cells of .ods, the date system, and formulas that failed or were never calculated (calamine gives those as empty
cells, and an analyst must not take them for "nothing filled in").
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.inname.bestand.bijzonder import Bladzaken
from dashboard.inname.bestand.bijzonder_ods import lees_ods
from dashboard.inname.bestand.bijzonder_xls import lees_xls
from dashboard.inname.bestand.bijzonder_xlsx import lees_xlsx
from dashboard.inname.bestand.overdracht import Schrijver
from dashboard.inname.bestand.xlsxwacht import ONREGELMATIG
from dashboard.inname.bestand.zipwacht import BESCHADIGD, WACHTWOORD
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import Blad

_OVERLAP = "Op een blad overlappen samengevoegde cellen elkaar; open het bestand in Excel en sla het opnieuw op."
_DUBBEL = "Twee bladen hebben dezelfde naam; geef elk blad een eigen naam."
_LEZERS = {"xlsx": lees_xlsx, "xlsm": lees_xlsx, "xls": lees_xls, "ods": lees_ods}


def lees_rekenblad(soort: str, pad: Path, schrijver: Schrijver) -> None:
    """Write every worksheet of the workbook; sheets that are only a chart or a macro are skipped."""
    zaken = _LEZERS[soort](pad)
    try:
        # From a path calamine looks at the extension alone, which may be wrong.
        kaal = pad if pad.suffix.lower() == f".{soort}" else io.BytesIO(pad.read_bytes())
        bron = zaken.anders or kaal
        with CalamineWorkbook.from_object(bron) as boek:
            if len({naam.casefold() for naam in boek.sheet_names}) < len(boek.sheet_names):
                raise Geweigerd(_DUBBEL)  # calamine would give the cells of the first for each of them
            for nummer, blad in enumerate(boek.sheets_metadata):
                if blad.typ == SheetTypeEnum.WorkSheet:
                    bij = zaken.bladen[nummer] if nummer < len(zaken.bladen) else Bladzaken()
                    verborgen = blad.visible != SheetVisibleEnum.Visible
                    _lees_blad(blad.name, verborgen, boek.get_sheet_by_index(nummer), bij, schrijver)
    except PasswordError as fout:
        raise Geweigerd(WACHTWOORD) from fout
    except (CalamineError, ValueError, OverflowError, OSError) as fout:
        raise Geweigerd(BESCHADIGD) from fout
    schrijver.klaar(basis1904=zaken.basis1904)


def _lees_blad(naam: str, verborgen: bool, blad: CalamineSheet, bij: Bladzaken, schrijver: Schrijver) -> None:
    if blad.start is None or blad.end is None:
        _alles_geplaatst(bij)
        schrijver.begin_blad(Blad(naam=naam, verborgen=verborgen, rijen=()))
        return
    (rij1, kolom1), (rij2, kolom2) = ((rij + 1, kolom + 1) for rij, kolom in (blad.start, blad.end))
    gebieden = [(r1 + 1, k1 + 1, r2 + 1, k2 + 1) for (r1, k1), (r2, k2) in blad.merged_cell_ranges or ()]
    gebieden = _binnen(gebieden or bij.samengevoegd, rij1, kolom1, rij2, kolom2)
    schrijver.begin_blad(
        Blad(
            naam=naam,
            verborgen=verborgen,
            rijen=(),
            eerste_rij=rij1,
            eerste_kolom=kolom1,
            verborgen_rijen=_nummers(bij.verborgen_rijen, rij1, rij2),
            verborgen_kolommen=_nummers(bij.verborgen_kolommen, kolom1, kolom2),
            samengevoegd=tuple(gebieden),
        )
    )
    for rij, cellen in _rijen(blad, rij1):
        for kolom, tekst in bij.fouten.pop(rij, ()):
            if not 0 <= kolom - kolom1 < len(cellen):
                raise Geweigerd(ONREGELMATIG)
            cellen[kolom - kolom1] = tekst
        schrijver.rij(cellen)
    _alles_geplaatst(bij)


def _alles_geplaatst(bij: Bladzaken) -> None:
    """Refuse a sheet with a failed formula outside everything that calamine saw: it would not be reported."""
    if bij.fouten:
        raise Geweigerd(ONREGELMATIG)


def _rijen(blad: CalamineSheet, eerste: int) -> Iterator[tuple[int, list[Any]]]:
    """The rows from the first filled one on; calamine begins at the top of the sheet."""
    for nummer, cellen in enumerate(blad.iter_rows(), start=1):
        if nummer >= eerste:
            yield nummer, cellen


def _binnen(
    gebieden: list[tuple[int, int, int, int]], rij1: int, kolom1: int, rij2: int, kolom2: int
) -> list[tuple[int, int, int, int]]:
    """The merged areas, cut to the filled rectangle. Refuses areas that overlap."""
    geknipt = [
        (max(r1, rij1), max(k1, kolom1), min(r2, rij2), min(k2, kolom2))
        for r1, k1, r2, k2 in gebieden
        if r1 <= rij2 and k1 <= kolom2 and r2 >= rij1 and k2 >= kolom1
    ]
    if sum((r2 - r1 + 1) * (k2 - k1 + 1) for r1, k1, r2, k2 in geknipt) > (rij2 - rij1 + 1) * (kolom2 - kolom1 + 1):
        raise Geweigerd(_OVERLAP)
    return geknipt


def _nummers(reeksen: list[tuple[int, int]], eerste: int, laatste: int) -> frozenset[int]:
    return frozenset(nummer for van, tot in reeksen for nummer in range(max(van, eerste), min(tot, laatste) + 1))
