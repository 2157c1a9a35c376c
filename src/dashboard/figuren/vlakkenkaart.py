"""A map of areas from their borders alone: polygons on two plain axes with equal scales, no tiles, nothing fetched."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.figuren.bouwstenen import Figuur, Gebied, Ring
from dashboard.figuren.gebieden import klikspoor, merktekst, opzet, tekstspoor, vlakspoor
from dashboard.figuren.kleuren import palet
from dashboard.figuren.opmaak_figuur import zonder_gegevens
from dashboard.figuren.plaatsing import plaats_namen

HOOGTE_KAART = 600
_KM_PER_GRAAD = 111.2
_RAND = 0.04  # of the size, around the areas
_BREEDTE = 720.0  # smallest width in pixels on the intended screens; names are kept apart at that width
_TEKEN, _REGEL = 8.2, 21.0  # pixels: a character and a line of 16 px text
_RASTER = 32  # click points over the width of the map


def kaartfiguur(gebieden: Sequence[Gebied], donker: bool = False) -> Figuur:
    """Areas in the colour of their stand, with symbol and name. An area without a border is a name only; one without
    border and place is not on the map, and the caller has to say so.
    """
    kleuren = palet(donker)
    oost, noord = _schaal(gebieden)
    vlakken = [(een, [[(x * oost, y * noord) for x, y in ring] for ring in een.ringen]) for een in gebieden]
    plekken = [(een, (een.plek[0] * oost, een.plek[1] * noord)) for een in gebieden if een.plek]
    hoeken = [hoek for _, ringen in vlakken for ring in ringen for hoek in ring] + [plek for _, plek in plekken]
    if not hoeken:
        layout = opzet(gebieden, donker, HOOGTE_KAART, (0, 1), (0, 1), gelijk=True)
        layout["annotations"].append(zonder_gegevens(kleuren))
        return {"data": [klikspoor([], 16)], "layout": layout}
    x, y = (_bereik([hoek[as_] for hoek in hoeken]) for as_ in (0, 1))
    pixel = max((x[1] - x[0]) / _BREEDTE, (y[1] - y[0]) / HOOGTE_KAART)
    namen = [(plek[0], plek[1], len(merktekst(een)) * _TEKEN * pixel) for een, plek in plekken]
    plaatsen = plaats_namen(namen, _REGEL * pixel)
    teksten = [(*plek, merktekst(een), waar) for (een, plek), waar in zip(plekken, plaatsen, strict=True)]
    stap = (x[1] - x[0]) / _RASTER
    klikpunten = [(een, *punt) for een, ringen in vlakken for punt in _binnenin(ringen, stap)]
    return {
        "data": [
            # Strong edges last, so that no neighbour covers half of them.
            *(
                vlakspoor(een, *_pad(ringen), donker)
                for een, ringen in sorted(vlakken, key=lambda paar: paar[0].indicatief)
                if ringen
            ),
            tekstspoor(teksten, 16, kleuren, vet=True),
            klikspoor([*klikpunten, *((een, *plek) for een, plek in plekken)], 16),
        ],
        "layout": opzet(gebieden, donker, HOOGTE_KAART, x, y, gelijk=True),
    }


def _schaal(gebieden: Sequence[Gebied]) -> tuple[float, float]:
    """Kilometres per degree east and north; precise enough for an area the size of a gemeente."""
    breedten = [y for een in gebieden for ring in een.ringen for _, y in ring]
    breedten += [een.plek[1] for een in gebieden if een.plek]
    midden = (min(breedten) + max(breedten)) / 2 if breedten else 0.0
    return _KM_PER_GRAAD * math.cos(math.radians(midden)), _KM_PER_GRAAD


def _bereik(waarden: Sequence[float]) -> tuple[float, float]:
    laag, hoog = min(waarden), max(waarden)
    rand = (hoog - laag) * _RAND or 1.0
    return round(laag - rand, 3), round(hoog + rand, 3)


def _pad(ringen: Sequence[Ring]) -> tuple[list[float | None], list[float | None]]:
    """The coordinates of the rings one after another, with None between two."""
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in ringen:
        if x:
            x.append(None)
            y.append(None)
        x += [round(hoek[0], 3) for hoek in ring]
        y += [round(hoek[1], 3) for hoek in ring]
    return x, y


def _binnenin(ringen: Sequence[Ring], stap: float) -> Iterator[tuple[float, float]]:
    """Points of a lattice inside the rings (a ring within a ring is a hole)."""
    hoeken = [hoek for ring in ringen for hoek in ring]
    if not hoeken:
        return
    west, zuid = min(x for x, _ in hoeken), min(y for _, y in hoeken)
    oost, noord = max(x for x, _ in hoeken), max(y for _, y in hoeken)
    for rij in range(int((noord - zuid) / stap) + 1):
        for kolom in range(int((oost - west) / stap) + 1):
            punt = (west + (kolom + 0.5) * stap, zuid + (rij + 0.5) * stap)
            if sum(_kruist(punt, *zijde) for ring in ringen for zijde in pairwise(ring)) % 2:
                yield round(punt[0], 3), round(punt[1], 3)


def _kruist(punt: tuple[float, float], van: tuple[float, float], naar: tuple[float, float]) -> bool:
    """Whether a line from the point to the east crosses this edge."""
    if (van[1] > punt[1]) == (naar[1] > punt[1]):
        return False
    return punt[0] < van[0] + (punt[1] - van[1]) / (naar[1] - van[1]) * (naar[0] - van[0])
