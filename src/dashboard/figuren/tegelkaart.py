"""Areas as equal tiles in rough geographic order: a hamlet is as readable as a town, from four metres."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figuren.bouwstenen import Figuur, Gebied
from dashboard.figuren.gebieden import klikspoor, opzet, tekstspoor, vlakspoor
from dashboard.figuren.kleuren import palet
from dashboard.figuren.labels import breek, schoon
from dashboard.figuren.opmaak_figuur import zonder_gegevens
from dashboard.figuren.rooster import rooster

_TEGEL = 150  # pixels in height
_HALF = 0.46  # of a cell: what remains is the gap between two tiles
_TEKENS = 15  # of 18 px that fit on a tile


def tegelkaartfiguur(gebieden: Sequence[Gebied], donker: bool = False) -> Figuur:
    """One tile per area with its name, symbol, value and the counts under it."""
    kleuren = palet(donker)
    cellen = rooster([een.plek for een in gebieden])
    kolommen = max((kolom for kolom, _ in cellen), default=0) + 1
    rijen = max((rij for _, rij in cellen), default=0) + 1
    plekken = [(een, float(kolom), float(-rij)) for een, (kolom, rij) in zip(gebieden, cellen, strict=True)]
    hoogte = 68 + _TEGEL * rijen
    layout = opzet(gebieden, donker, hoogte, (-0.5, kolommen - 0.5), (0.5 - rijen, 0.5), gelijk=False)
    if not gebieden:
        layout["annotations"].append(zonder_gegevens(kleuren))
    return {
        "data": [
            *(
                vlakspoor(
                    een,
                    [x - _HALF, x + _HALF, x + _HALF, x - _HALF, x - _HALF],
                    [y - _HALF, y - _HALF, y + _HALF, y + _HALF, y - _HALF],
                    donker,
                )
                for een, x, y in plekken
            ),
            tekstspoor(
                [(x, y + 0.24, _regels(een.naam), "middle center") for een, x, y in plekken], 18, kleuren, vet=True
            ),
            tekstspoor([(x, y - 0.05, _waarde(een), "middle center") for een, x, y in plekken], 24, kleuren, vet=True),
            tekstspoor([(x, y - 0.31, _regels(een.klein), "middle center") for een, x, y in plekken], 15, kleuren),
            klikspoor(plekken, 110),
        ],
        "layout": layout,
    }


def _regels(tekst: str) -> str:
    return "<br>".join(schoon(regel) for regel in breek(tekst, _TEKENS))


def _waarde(gebied: Gebied) -> str:
    return schoon(gebied.waarde if gebied.tint is not None else f"{gebied.symbool} {gebied.waarde}")
