"""What a map and a tile layout share: the colour of an area by its stand, its click points, and the key.

A stand has a colour and a symbol. An official stand fills its area, an indicative one has a strong edge and a pale
inside, a missing answer is hatched. Without a norm the inside runs from pale to strong with the value, which is then
written too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.figuren.bouwstenen import Gebied
from dashboard.figuren.kleuren import Palet, arcering, meng, palet, standkleur
from dashboard.figuren.labels import schoon
from dashboard.figuren.opmaak_figuur import basis, gekleurd, sleutel

_NAAR_VLAK = 0.5  # of the way to the surface, so that text on it keeps 4.5:1 (a test measures it)
_NAAR_VLAK_INDICATIEF = 0.86
_TINT = (0.06, 0.5)  # how much accent the lowest and the highest value get


def binnenkant(gebied: Gebied, donker: bool) -> str:
    """The colour inside an area; transparent where it is hatched."""
    kleuren = palet(donker)
    if gebied.tint is not None:
        laag, hoog = _TINT
        return meng(kleuren.vlak, kleuren.accent, laag + (hoog - laag) * gebied.tint)
    kleur = standkleur(gebied.stand, donker)
    if kleur.gearceerd:
        return kleur.vulling
    return meng(kleur.vulling, kleuren.vlak, _NAAR_VLAK_INDICATIEF if gebied.indicatief else _NAAR_VLAK)


def vlakspoor(gebied: Gebied, x: Sequence[float | None], y: Sequence[float | None], donker: bool) -> dict[str, Any]:
    """The trace of one area; None in the coordinates lifts the pen between two rings."""
    kleuren = palet(donker)
    kleur = standkleur(gebied.stand, donker)
    rand = kleuren.as_ if gebied.tint is not None or kleur.gearceerd else kleur.tekst
    spoor: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "name": schoon(gebied.naam),
        "x": list(x),
        "y": list(y),
        "fill": "toself",
        "fillcolor": binnenkant(gebied, donker),
        "line": {"color": rand, "width": 3 if gebied.indicatief else 1.5},
        "hoverinfo": "skip",
    }
    if gebied.tint is None and kleur.gearceerd:
        spoor["fillpattern"] = arcering(kleur.tekst)
    return spoor


def klikspoor(plekken: Iterable[tuple[Gebied, float, float]], grootte: int) -> dict[str, Any]:
    """Invisible points with the hover text and, for a click, the name of their area."""
    lijst = list(plekken)
    onzichtbaar = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "kies",
        "x": [x for _, x, _ in lijst],
        "y": [y for _, _, y in lijst],
        "customdata": [[gebied.naam] for gebied, _, _ in lijst],
        "hovertext": [schoon(gebied.tekst) for gebied, _, _ in lijst],
        "hoverinfo": "text",
        "marker": {"size": grootte, "opacity": 0},
        "selected": onzichtbaar,
        "unselected": onzichtbaar,
    }


def tekstspoor(
    teksten: Sequence[tuple[float, float, str, str]], grootte: int, kleuren: Palet, *, vet: bool = False
) -> dict[str, Any]:
    """The trace with texts at (x, y, text, place). They look the same after a click."""
    return {
        "type": "scatter",
        "mode": "text",
        "name": "namen",
        "x": [x for x, _, _, _ in teksten],
        "y": [y for _, y, _, _ in teksten],
        "text": [f"<b>{tekst}</b>" if vet else tekst for _, _, tekst, _ in teksten],
        "textposition": [plaats for _, _, _, plaats in teksten],
        "textfont": {"size": grootte, "color": kleuren.tekst},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "unselected": {"textfont": {"color": kleuren.tekst}},
    }


def merktekst(gebied: Gebied) -> str:
    """Symbol and name; without a norm, name and value."""
    delen = [gebied.naam, gebied.waarde] if gebied.tint is not None else [gebied.symbool, gebied.naam]
    return schoon(" ".join(delen))


def opzet(
    gebieden: Sequence[Gebied],
    donker: bool,
    hoogte: int,
    x: tuple[float, float],
    y: tuple[float, float],
    *,
    gelijk: bool,
) -> dict[str, Any]:
    """The layout: hidden axes, a key above, and equal scales where `gelijk`."""
    kleuren = palet(donker)
    as_ = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    annotaties = [een | {"xshift": 0} for een in sleutel(_sleuteldelen(gebieden, donker), kleuren, tekens=110)]
    return basis(
        kleuren,
        height=hoogte,
        margin={"l": 4, "r": 4, "t": 64, "b": 4, "autoexpand": False},
        hovermode="closest",
        hoverdistance=30,
        clickmode="event+select",
        xaxis=as_ | {"range": list(x)} | ({"constrain": "domain"} if gelijk else {}),
        yaxis=as_
        | {"range": list(y)}
        | ({"scaleanchor": "x", "scaleratio": 1, "constrain": "domain"} if gelijk else {}),
        annotations=annotaties,
    )


def _sleuteldelen(gebieden: Sequence[Gebied], donker: bool) -> list[str]:
    """Every stand that occurs, with symbol, word and number of areas; without a norm, what the shades mean."""
    tinten = [gebied for gebied in gebieden if gebied.tint is not None]
    delen = []
    if tinten:
        laag, *_, hoog = sorted([*tinten, *tinten], key=lambda gebied: gebied.tint or 0)
        delen.append(schoon(f"zwakke kleur: {laag.waarde}     sterke kleur: {hoog.waarde}     geen norm"))
    per_stand: dict[tuple[str, str, str], int] = {}
    for gebied in gebieden:
        if gebied.tint is None:
            sleutel_ = (gebied.symbool, standkleur(gebied.stand, donker).tekst, gebied.woord)
            per_stand[sleutel_] = per_stand.get(sleutel_, 0) + 1
    delen += [gekleurd(symbool, kleur, f"{woord}: {n}") for (symbool, kleur, woord), n in per_stand.items()]
    return delen
