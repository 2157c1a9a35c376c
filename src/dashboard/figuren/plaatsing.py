"""Names on a map without overlap: each tries a few places around its point and takes the freest."""

from __future__ import annotations

from collections.abc import Sequence

# Plotly's word for the place, and the distance of the text's centre from the point, in text widths and heights.
_PLAATSEN = (
    ("middle center", 0.0, 0.0),
    ("top center", 0.0, 0.75),
    ("bottom center", 0.0, -0.75),
    ("middle right", 0.5, 0.0),
    ("middle left", -0.5, 0.0),
    ("top right", 0.5, 0.75),
    ("bottom right", 0.5, -0.75),
    ("top left", -0.5, 0.75),
    ("bottom left", -0.5, -0.75),
)
_RONDEN = 3
_Vak = tuple[float, float, float, float]


def plaats_namen(namen: Sequence[tuple[float, float, float]], hoogte: float) -> list[str]:
    """A place for each name, given its point and width (x, y, width) and the height of all, in one unit.

    Every name tries again after the others have moved; the best places come first, so that nothing moves without need.
    """
    keuze = [0] * len(namen)
    for _ in range(_RONDEN):
        for nummer, naam in enumerate(namen):
            bezet = [_vak(namen[i], keuze[i], hoogte) for i in range(len(namen)) if i != nummer]
            bedekt = [_bedekt(_vak(naam, plaats, hoogte), bezet) for plaats in range(len(_PLAATSEN))]
            keuze[nummer] = bedekt.index(min(bedekt))
    return [_PLAATSEN[plaats][0] for plaats in keuze]


def _bedekt(vak: _Vak, bezet: Sequence[_Vak]) -> float:
    return round(sum(_overlap(vak, ander) for ander in bezet), 9)


def _vak(naam: tuple[float, float, float], plaats: int, hoogte: float) -> _Vak:
    x, y, breedte = naam
    _, opzij, omhoog = _PLAATSEN[plaats]
    x, y = x + opzij * breedte, y + omhoog * hoogte
    return x - breedte / 2, y - hoogte / 2, x + breedte / 2, y + hoogte / 2


def _overlap(een: _Vak, twee: _Vak) -> float:
    breed = min(een[2], twee[2]) - max(een[0], twee[0])
    hoog = min(een[3], twee[3]) - max(een[1], twee[1])
    return breed * hoog if breed > 0 and hoog > 0 else 0.0
