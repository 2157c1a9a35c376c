"""A sheet without the columns that were left out on request: their cells are empty and their header says 'verwijderd'.

The rest stays in place, because every message points at row and column numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dashboard.inname.personen.persoonsgegevens import veilige_naam
from dashboard.inname.vondsten import Vondst, kale_kop
from dashboard.inname.werkboek import Blad, Cel

VERWIJDERD = "verwijderd"
_LANGSTE_KOP = 200


def laat_weg(blad: Blad, vondsten: Sequence[Vondst], zonder: Collection[str]) -> Blad:
    """The sheet without these columns; `zonder` has headers, or letters of columns without a usable header."""
    namen = {_kaal(kop) for naam in zonder for kop in (naam, kale_kop(naam))}
    eigen = [vondst for vondst in vondsten if vondst.blad == blad.naam]
    weg = [*_uit_tabellen(blad, eigen, namen), *_daarbuiten(blad, eigen, namen)] if namen else []
    if not weg:
        return blad
    rijen = [list(rij) for rij in blad.rijen]
    for index, van, kop, tot in weg:
        for plaats in range(van, tot):
            if plaats >= kop or not _is_groepstitel(blad, plaats, index):
                rijen[plaats][index] = None
        rijen[kop][index] = VERWIJDERD
    return replace(blad, rijen=tuple(map(tuple, rijen)))


def _uit_tabellen(blad: Blad, vondsten: Sequence[Vondst], namen: set[str]) -> Iterator[tuple[int, int, int, int]]:
    """Place of each column, first and last row of its header, and where it ends: at the next table on the sheet.

    A table that was taken in no longer names the columns that were left out, so what it does not name goes as well.
    Cells below a table are emptied too, because a note there may hold anything.
    """
    for vondst in vondsten:
        van = vondst.koprij - blad.eerste_rij
        volgende = [v.koprij for v in vondsten if v.koprij > vondst.koprij]
        tot = min(volgende) - blad.eerste_rij if volgende else len(blad.rijen)
        blijft = {
            index
            for nummer, (index, naam) in enumerate(vondst.kolommen)
            if _kaal(naam) not in namen and _kaal(veilige_naam(naam, nummer)) not in namen
        }
        for index in range(blad.breedte):
            if index not in blijft and any(rij[index] is not None for rij in blad.rijen[van:tot]):
                yield index, van, van + vondst.koprijen - 1, tot


def _daarbuiten(blad: Blad, vondsten: Sequence[Vondst], namen: set[str]) -> Iterator[tuple[int, int, int, int]]:
    """The same header where no table was recognised, such as a second sheet with the same persons."""
    tabel = {rij for vondst in vondsten for rij in range(vondst.koprij, vondst.laatste_rij + 1)}
    for plaats, rij in enumerate(blad.rijen):
        if plaats + blad.eerste_rij not in tabel:
            for index, cel in enumerate(rij):
                if isinstance(cel, str) and len(cel) <= _LANGSTE_KOP and _kaal(cel) in namen:
                    yield index, plaats, plaats, len(blad.rijen)


def _is_groepstitel(blad: Blad, plaats: int, index: int) -> bool:
    """Whether the cell is a title merged over several columns: that is not of this column alone."""
    rij, kolom = plaats + blad.eerste_rij, index + blad.eerste_kolom
    return any(r1 == rij and k1 == kolom and k2 > k1 for r1, k1, _, k2 in blad.samengevoegd)


def _kaal(cel: Cel) -> str:
    return " ".join(str(cel).split()).casefold()
