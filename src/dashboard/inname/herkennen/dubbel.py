"""Columns of one table that say the same: the same heading twice, or two headings that can mean one of our columns.

An empty one and an exact copy are left out, and that is said; anything else is a question that names the letters, because
the words do not tell them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dashboard.basis.opmaak import opsomming
from dashboard.inname.vondsten import met_letters, noem_kolom
from dashboard.inname.waarden.tekst import foutmelding, sleutel
from dashboard.inname.werkboek import Cel, Rij

Kolommen = tuple[tuple[int, str], ...]  # place in a row, heading


def zonder_dubbele_koppen(
    kolommen: Kolommen, rijen: Sequence[Rij], eerste_kolom: int
) -> tuple[Kolommen, tuple[str, ...]]:
    """The columns, each with a heading of its own, and what is said about those that were left out.

    `rijen` are the rows of data; the first cell of each is in column `eerste_kolom` of the sheet.
    """
    namen, zinnen = dict(kolommen), []
    per_kop: dict[str, list[int]] = defaultdict(list)
    for plek, naam in kolommen:
        if not foutmelding(naam):
            per_kop[sleutel(naam) or naam].append(plek)
    for plekken in per_kop.values():
        if len(plekken) == 1:
            continue
        letters = {plek: noem_kolom(eerste_kolom + plek) for plek in plekken}
        weg = overbodige([[rij[plek] for rij in rijen] for plek in plekken])
        for nummer, waarom in weg.items():
            kop = f"De kop ‘{namen.pop(plekken[nummer])}’ staat in {opsomming(letters.values())}"
            zinnen.append(f"{kop}; {letters[plekken[nummer]]} {waarom} en is niet gebruikt.")
        over = [plek for plek in plekken if plek in namen]
        if len(over) > 1:
            namen |= {plek: met_letters(namen[plek], eerste_kolom + plek) for plek in over}
    return tuple(sorted(namen.items())), tuple(zinnen)


def overbodige(kolommen: Sequence[Sequence[Cel]]) -> dict[int, str]:
    """The places of the columns that add nothing to the others, with a Dutch clause why; at least one column stays."""
    uit: dict[int, str] = {}
    blijft: list[int] = []
    for plek, cellen in enumerate(kolommen):
        if not any(map(_gevuld, cellen)):
            uit[plek] = "is leeg"
        elif any(list(cellen) == list(kolommen[ander]) for ander in blijft):
            uit[plek] = "heeft dezelfde waarden"
        else:
            blijft.append(plek)
    if not blijft and uit:
        del uit[0]
    return uit


def _gevuld(cel: Cel) -> bool:
    return cel is not None and not (isinstance(cel, str) and not cel.strip())
