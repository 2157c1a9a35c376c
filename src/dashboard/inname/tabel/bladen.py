"""Sheets of one file with the same table: a sheet that repeats or sums up the others may not count twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.inname.fouten import Bevinding
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.tabel.lezing import toon_cel
from dashboard.inname.waarden.tekst import woorden
from dashboard.tabellen.contracten import eigen_kolommen

# The words of a name that says that a sheet holds what is on the others: of one other, or of several.
_TOTAAL = re.compile(r"(?:sub|eind|jaar)?tota(?:al|len)(?:overzicht)?|cumulatief|ytd")
_SAMEN = re.compile(
    rf"{_TOTAAL.pattern}|(?:jaar)?overzicht|samenvatting|verzamel(?:blad|staat)|all(?:e|es)|samen|heel|hele|het|jaar|maanden|bladen"
)
_GENOEG = 3  # rows; fewer can be equal by chance where rows have no number, and no other sheet repeats anything
_HERHAALT = "Dit blad telt niet mee: elke rij staat ook op een ander blad."
_VAT_SAMEN = "Dit blad telt niet mee: naar zijn naam vat het de andere bladen samen."

Merk = tuple[object, ...]


def zonder_herhaling(delen: Sequence[Tabelinname], *, gekozen: bool) -> list[Tabelinname]:
    """The tables, without those on sheets that repeat the others; what is left in two places is reported.

    `gekozen`: somebody said which sheets count, so none is left out.
    """
    uit = list(delen)
    for soort in {deel.tabel.naam for deel in delen}:
        plekken = [plek for plek, deel in enumerate(delen) if deel.tabel.naam == soort and deel.keuze.gebruik]
        if len(plekken) > 1:
            if not gekozen:
                plekken = _laat_weg(uit, plekken)
            _meld_dubbele(uit, plekken)
    return uit


def _laat_weg(uit: list[Tabelinname], plekken: list[int]) -> list[int]:
    """The places of the sheets that count. A sheet with everything goes first, so that the sheets it repeats stay."""
    over = list(plekken)
    genoeg = _GENOEG
    for plek in sorted(plekken, key=lambda plek: (not _vat_samen(uit[plek], len(plekken)), -len(uit[plek].rijen))):
        deel, anderen = uit[plek], [uit[ander] for ander in over if ander != plek]
        if not anderen:
            break
        if _vat_samen(deel, len(plekken)):
            zin = _HERHAALT if _herhaalt(deel, anderen) else _VAT_SAMEN
        else:
            zin = _HERHAALT if (deel.tabel.nummers or len(deel.rijen) >= genoeg) and _herhaalt(deel, anderen) else ""
        if zin:
            over.remove(plek)
            genoeg = 1
            uit[plek] = replace(
                deel, keuze=replace(deel.keuze, gebruik=False), aannames=(*deel.aannames, zin), bevindingen=()
            )
    return over


def _herhaalt(deel: Tabelinname, anderen: Sequence[Tabelinname]) -> bool:
    """Whether every row of a sheet is on one of these others too."""
    elders = Counter(merk for ander in anderen for merk in _inhoud(ander))
    return bool(len(deel.rijen)) and not deel.foute_rijen and not Counter(_inhoud(deel)) - elders


def _vat_samen(deel: Tabelinname, bladen: int) -> bool:
    """Whether the name of a sheet says that it holds the others."""
    delen = [woord for woord in woorden(deel.vondst.blad).split() if not woord.isdigit()]
    totaal = any(_TOTAAL.fullmatch(woord) for woord in delen)
    return bool(delen) and all(map(_SAMEN.fullmatch, delen)) and (totaal or bladen > 2)


def _meld_dubbele(uit: list[Tabelinname], plekken: Sequence[int]) -> None:
    """Report rows that are on another sheet as well: with the same key they cannot both be stored."""
    gezien: dict[Merk, tuple[str, int]] = {}
    for plek in plekken:
        deel = uit[plek]
        merken = _sleutels(deel) if deel.tabel.sleutel else _inhoud(deel)
        nummers = deel.rijen["bronrij"].to_pylist()
        eerder = {nr: gezien[merk] for nr, merk in zip(nummers, merken, strict=True) if merk in gezien}
        for nr, merk in zip(nummers, merken, strict=True):
            gezien.setdefault(merk, (deel.vondst.blad, nr))
        if eerder:
            uit[plek] = _met_bevindingen(deel, eerder)


def _met_bevindingen(deel: Tabelinname, eerder: dict[int, tuple[str, int]]) -> Tabelinname:
    naam = deel.tabel.sleutel[-1] if deel.tabel.sleutel else deel.tabel.datum or deel.tabel.namen[0]
    kop = next((k.kolom_bestand for k in deel.koppelingen if k.kolom == naam), naam)
    waarden = dict(zip(deel.rijen["bronrij"].to_pylist(), deel.rijen[naam].to_pylist(), strict=True))
    fout = bool(deel.tabel.sleutel)
    nieuw = [
        Bevinding(
            deel.vondst.blad,
            rij,
            kop,
            toon_cel(waarden[rij]),
            f"een waarde die een keer voorkomt; staat ook op blad {blad}, rij {ander}"
            if fout
            else f"een rij die een keer voorkomt; blad {blad}, rij {ander} is gelijk",
            "fout" if fout else "waarschuwing",
        )
        for rij, (blad, ander) in eerder.items()
    ]
    bevindingen = tuple(sorted((*deel.bevindingen, *nieuw), key=lambda b: b.rij))
    if not fout:
        return replace(deel, bevindingen=bevindingen)
    weg = pc.is_in(deel.rijen["bronrij"], value_set=pa.array(eerder, pa.int64()))
    foute_rijen = deel.foute_rijen | eerder.keys()
    return replace(deel, bevindingen=bevindingen, rijen=deel.rijen.filter(pc.invert(weg)), foute_rijen=foute_rijen)


def _inhoud(deel: Tabelinname) -> list[Merk]:
    """Everything in each row but its number."""
    return list(zip(*(deel.rijen[kolom.naam].to_pylist() for kolom in eigen_kolommen(deel.tabel)), strict=True))


def _sleutels(deel: Tabelinname) -> list[Merk]:
    return list(zip(*(deel.rijen[naam].to_pylist() for naam in deel.tabel.sleutel), strict=True))
