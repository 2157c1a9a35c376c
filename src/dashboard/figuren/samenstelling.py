"""What something consists of: bars that add up to 100 %, with the shares written in them where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.basis.eenheid import AANDEEL
from dashboard.basis.opmaak import GEEN, ontbreekt, percentage
from dashboard.figuren.bouwstenen import Deel, Figuur
from dashboard.figuren.kleuren import Palet, arcering, palet, tekst_op
from dashboard.figuren.labels import Label, breek, labels_rechts, schoon
from dashboard.figuren.opmaak_figuur import (
    BOVEN,
    HOOGTE,
    ONDER,
    PLOTHOOGTE,
    RECHTS,
    basis,
    gekleurd,
    jaar_as,
    niet_leeg,
    waarde_as,
    zonder_gegevens,
)
from dashboard.figuren.schaal import maak_schaal

_KLEINST = 0.08  # a smaller part has no room for its figure
_MEESTE_BREED = 4  # with so few bars, thinner ones
_MEESTE_NAMEN = 10  # that fit below each other at full size
_RIJ = 28  # pixels a lying bar needs for readable text
_INSPRONG = "\u2003"  # as wide as the mark in front of a name
_TEKEN = 8  # pixels a letter needs at most, on average
_MEESTE_STAAND = 9  # columns that are wide enough for a figure


def gestapeld_aandeel(
    categorieen: Sequence[str], delen: Sequence[Deel], donker: bool = False, liggend: bool = True
) -> Figuur:
    """A bar per category, lying (kernen, corporaties) or standing (years). A category without any number is one
    hatched bar that says so.
    """
    kleuren = palet(donker)
    aandelen = _aandelen(len(categorieen), delen)
    leeg = [nummer for nummer in range(len(categorieen)) if all(rij[nummer] is None for rij in aandelen)]
    cijfers = liggend or len(categorieen) <= _MEESTE_STAAND
    data = [
        _spoor(categorieen, deel, rij, kleuren, liggend, cijfers) for deel, rij in zip(delen, aandelen, strict=True)
    ]
    if leeg:
        data.append(_lege_staven([categorieen[nummer] for nummer in leeg], kleuren, liggend))
    schaal = maak_schaal([], AANDEEL)
    waarden = waarde_as(schaal, kleuren) | {"showgrid": False}
    plot = {"barmode": "stack", "bargap": 0.22 if len(categorieen) > _MEESTE_BREED else 0.45, "hovermode": "closest"}
    if not liggend:
        rechts = _labels_laatste(delen, aandelen, kleuren)
        assen = {"xaxis": jaar_as(categorieen, kleuren), "yaxis": waarden}
        namen = labels_rechts(rechts, schaal, PLOTHOOGTE) if data else [zonder_gegevens(kleuren)]
        return {"data": niet_leeg(data), "layout": basis(kleuren, **plot, **assen, annotations=namen)}
    hoogte = max(HOOGTE, BOVEN + ONDER + _RIJ * len(categorieen))
    links = min(240, max(64, 24 + _TEKEN * max((len(naam) for naam in categorieen), default=0)))
    marge = max([RECHTS, *(40 + _TEKEN * len(regel) for deel in delen for regel in breek(deel.naam))])
    onder_elkaar = jaar_as(categorieen, kleuren) | {
        "range": [len(categorieen) - 0.5, -0.5],  # the first on top
        "tickvals": list(categorieen),
        "ticktext": [schoon(naam) for naam in categorieen],
        "tickfont": {"size": 16, "color": kleuren.tekst},
        "showline": False,
    }
    layout = basis(
        kleuren,
        **plot,
        height=hoogte,
        margin={"l": links, "r": marge, "t": BOVEN, "b": ONDER, "autoexpand": False},
        xaxis=waarden,
        yaxis=onder_elkaar,
        annotations=[_namen(delen, kleuren)] if data else [zonder_gegevens(kleuren)],
    )
    return {"data": niet_leeg(data), "layout": layout}


def _aandelen(aantal: int, delen: Sequence[Deel]) -> list[list[float | None]]:
    """Per part its share of each category; None where the category has no number at all."""
    getallen = [[None if ontbreekt(waarde) else waarde for waarde in deel.waarden] for deel in delen]
    totalen = [sum(rij[nummer] or 0 for rij in getallen) for nummer in range(aantal)]
    return [
        [(waarde or 0) / totaal if totaal else None for waarde, totaal in zip(rij, totalen, strict=True)]
        for rij in getallen
    ]


def _spoor(
    categorieen: Sequence[str],
    deel: Deel,
    aandelen: Sequence[float | None],
    kleuren: Palet,
    liggend: bool,
    cijfers: bool,
) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": deel.kleur, "line": {"color": kleuren.vlak, "width": 1}}
    if deel.gearceerd:
        marker = {"color": kleuren.vlak, "pattern": arcering(deel.kleur), "line": {"color": deel.kleur, "width": 1}}
    return {
        "type": "bar",
        "name": schoon(deel.naam),
        "orientation": "h" if liggend else "v",
        "x": list(aandelen) if liggend else list(categorieen),
        "y": list(categorieen) if liggend else list(aandelen),
        "marker": marker,
        "text": [percentage(waarde) if cijfers and (waarde or 0) >= _KLEINST else "" for waarde in aandelen],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "cliponaxis": False,
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 15, "color": kleuren.tekst if deel.gearceerd else tekst_op(deel.kleur)},
        "hovertext": [
            schoon(f"{deel.naam}, {categorie}: {tekst}")
            for categorie, tekst in zip(categorieen, deel.teksten, strict=True)
        ],
        "hoverinfo": "text",
    }


def _lege_staven(categorieen: Sequence[str], kleuren: Palet, liggend: bool) -> dict[str, Any]:
    vol = [1.0] * len(categorieen)
    return {
        "type": "bar",
        "name": GEEN,
        "orientation": "h" if liggend else "v",
        "x": vol if liggend else list(categorieen),
        "y": list(categorieen) if liggend else vol,
        "marker": {
            "color": kleuren.vlak,
            "pattern": arcering(kleuren.as_),
            "line": {"color": kleuren.as_, "width": 1},
        },
        "text": [GEEN if liggend else GEEN.replace(" ", "<br>")] * len(categorieen),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "cliponaxis": False,
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 15, "color": kleuren.tekst},
        "hovertext": [schoon(f"{categorie}: {GEEN}") for categorie in categorieen],
        "hoverinfo": "text",
    }


def _labels_laatste(delen: Sequence[Deel], aandelen: Sequence[Sequence[float | None]], kleuren: Palet) -> list[Label]:
    """The names beside the last bar that has numbers, each at the middle of its part."""
    met_getal = [nummer for rij in aandelen for nummer, waarde in enumerate(rij) if waarde is not None]
    laatste = max(met_getal, default=None)
    labels, onder = [], 0.0
    for deel, rij in zip(delen, aandelen, strict=True):
        waarde = (rij[laatste] if laatste is not None else None) or 0.0
        labels.append(Label(deel.naam, onder + waarde / 2, kleuren.tekst, blok=deel.kleur))
        onder += waarde
    return labels


def _namen(delen: Sequence[Deel], kleuren: Palet) -> dict[str, Any]:
    """The names in the order of the parts, in the right margin; lying bars have no end to write them at. A long name
    goes on below its first line.
    """
    regels = []
    for deel in delen:
        eerste, *rest = breek(deel.naam)
        regels.append(gekleurd("▨" if deel.gearceerd else "■", deel.kleur, eerste))
        regels += [f"{_INSPRONG}{schoon(regel)}" for regel in rest]
    return {
        "text": "<br>".join(regels),
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 14,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": 16 if len(regels) <= _MEESTE_NAMEN else 14, "color": kleuren.tekst},
    }
