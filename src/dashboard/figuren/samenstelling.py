"""What something consists of: bars that add up to 100 %, with the shares written in them where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.basis.eenheid import AANDEEL
from dashboard.basis.opmaak import GEEN, percentage
from dashboard.figuren.bouwstenen import STANDAARD, Figuur, Opmaak, Punt, Reeks
from dashboard.figuren.kleuren import Palet, arcering, palet, tekst_op
from dashboard.figuren.labels import breek, schoon
from dashboard.figuren.opmaak_figuur import (
    BOVEN,
    HOOGTE,
    ONDER,
    RECHTS,
    basis,
    gekleurd,
    jaar_as,
    niet_leeg,
    waarde_as,
    zonder_gegevens,
)
from dashboard.figuren.schaal import maak_schaal
from dashboard.figuren.sporen import op_as, waarde_van

_KLEINST = 0.08  # a smaller part has no room for its share
_MEESTE_BREED = 4  # with so few bars, thinner ones
_MEESTE_NAMEN = 10  # that fit below each other at full size
_RIJ = 28  # pixels a lying bar needs for readable text
_INSPRONG = "\u2003"  # as wide as the mark in front of a name
_TEKEN = 8  # pixels a letter needs at most, on average


def gestapeld_aandeel(categorieen: Sequence[str], delen: Sequence[Reeks], opmaak: Opmaak = STANDAARD) -> Figuur:
    """A horizontal bar per category, whose parts are scaled to 100 %. A category without any number is one hatched bar
    that says so.
    """
    kleuren = palet(opmaak.donker)
    rijen = [op_as(categorieen, deel.punten, deel.naam) for deel in delen]
    aandelen = _aandelen(len(categorieen), [[waarde_van(punt) for punt in rij] for rij in rijen])
    leeg = [nummer for nummer in range(len(categorieen)) if all(rij[nummer] is None for rij in aandelen)]
    data = [
        _spoor(categorieen, deel, rij, aandeel, kleuren)
        for deel, rij, aandeel in zip(delen, rijen, aandelen, strict=True)
    ]
    if leeg:
        data.append(_lege_staven([categorieen[nummer] for nummer in leeg], kleuren))
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
        barmode="stack",
        bargap=0.22 if len(categorieen) > _MEESTE_BREED else 0.45,
        hovermode="closest",
        height=hoogte,
        margin={"l": links, "r": marge, "t": BOVEN, "b": ONDER, "autoexpand": False},
        xaxis=waarde_as(maak_schaal([], AANDEEL), kleuren) | {"showgrid": False},
        yaxis=onder_elkaar,
        annotations=[_namen(delen, kleuren)] if data else [zonder_gegevens(kleuren)],
    )
    return {"data": niet_leeg(data), "layout": layout}


def _aandelen(aantal: int, getallen: Sequence[Sequence[float | None]]) -> list[list[float | None]]:
    """The share of each part in every category; None where the category has no number at all."""
    totalen = [sum(rij[nummer] or 0 for rij in getallen) for nummer in range(aantal)]
    return [
        [(waarde or 0) / totaal if totaal else None for waarde, totaal in zip(rij, totalen, strict=True)]
        for rij in getallen
    ]


def _spoor(
    categorieen: Sequence[str],
    deel: Reeks,
    punten: Sequence[Punt | None],
    aandelen: Sequence[float | None],
    kleuren: Palet,
) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": deel.kleur, "line": {"color": kleuren.vlak, "width": 1}}
    if deel.gearceerd:
        marker = {"color": kleuren.vlak, "pattern": arcering(deel.kleur), "line": {"color": deel.kleur, "width": 1}}
    return {
        "type": "bar",
        "name": schoon(deel.naam),
        "orientation": "h",
        "x": list(aandelen),
        "y": list(categorieen),
        "marker": marker,
        "text": [percentage(waarde) if (waarde or 0) >= _KLEINST else "" for waarde in aandelen],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "cliponaxis": False,
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 15, "color": kleuren.tekst if deel.gearceerd else tekst_op(deel.kleur)},
        "hovertext": [
            schoon(f"{deel.naam}, {categorie}: {punt.tekst if punt else GEEN}")
            for categorie, punt in zip(categorieen, punten, strict=True)
        ],
        "hoverinfo": "text",
    }


def _lege_staven(categorieen: Sequence[str], kleuren: Palet) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": GEEN,
        "orientation": "h",
        "x": [1.0] * len(categorieen),
        "y": list(categorieen),
        "marker": {
            "color": kleuren.vlak,
            "pattern": arcering(kleuren.as_),
            "line": {"color": kleuren.as_, "width": 1},
        },
        "text": [GEEN] * len(categorieen),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "cliponaxis": False,
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 15, "color": kleuren.tekst},
        "hovertext": [schoon(f"{categorie}: {GEEN}") for categorie in categorieen],
        "hoverinfo": "text",
    }


def _namen(delen: Sequence[Reeks], kleuren: Palet) -> dict[str, Any]:
    """The names in the order of the parts, in the right margin. A long name continues on a next line."""
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
