"""Labels beside a plot: broken into short lines, and moved up or down until none overlap."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard.figuren.schaal import Schaal

REGEL = 20.0  # pixels per line of 16 px text
TEKENS, TEKENS_VET = 22, 19  # that fit in the right margin


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a value, on the right side of the plot."""

    tekst: str
    waarde: float
    kleur: str
    vet: bool = False


def schoon(tekst: str) -> str:
    """The text with markup escaped and line ends kept, because it may come from data."""
    return escape(tekst, quote=False).replace("\n", "<br>")


def breek(tekst: str, tekens: int = TEKENS) -> list[str]:
    """The text in lines of at most so many characters; a longer word gets a line of its own."""
    return textwrap.wrap(tekst, tekens, break_long_words=False, break_on_hyphens=False) or [""]


def schuif(labels: Sequence[tuple[float, float]], hoogte: float) -> list[float]:
    """New centres for labels (wanted centre, height), in pixels from the top: as near as possible to the wanted ones,
    without overlap, and within 0..hoogte as far as there is room.
    """
    volgorde = sorted(range(len(labels)), key=lambda nummer: labels[nummer][0])
    blokken: list[tuple[float, float, list[int]]] = []  # (sum of wanted tops, total height, members)
    for nummer in volgorde:
        midden, maat = labels[nummer]
        som, lengte, leden = midden - maat / 2, maat, [nummer]
        while blokken and _top(*blokken[-1], hoogte) + blokken[-1][1] > _top(som, lengte, leden, hoogte):
            vorige_som, vorige_lengte, vorige_leden = blokken.pop()
            som += vorige_som - len(leden) * vorige_lengte
            lengte += vorige_lengte
            leden = vorige_leden + leden
        blokken.append((som, lengte, leden))
    middens = [0.0] * len(labels)
    for som, lengte, leden in blokken:
        boven = _top(som, lengte, leden, hoogte)
        for nummer in leden:
            middens[nummer] = boven + labels[nummer][1] / 2
            boven += labels[nummer][1]
    return middens


def _top(som: float, lengte: float, leden: list[int], hoogte: float) -> float:
    return max(0.0, min(som / len(leden), hoogte - lengte))


def labels_rechts(labels: Sequence[Label], schaal: Schaal, hoogte: float) -> list[dict[str, Any]]:
    """Annotations in the right margin, each at its value and moved no further than needed."""
    regels = [breek(label.tekst, TEKENS_VET if label.vet else TEKENS) for label in labels]
    gewenst = [schaal.hoogte(label.waarde, hoogte) for label in labels]
    maten = [(midden, REGEL * len(tekst)) for midden, tekst in zip(gewenst, regels, strict=True)]
    # Half a line of room above and below the plot: a label at 100 % may stick out a little.
    middens = schuif([(midden + REGEL / 2, maat) for midden, maat in maten], hoogte + REGEL)
    return [
        {
            "text": _opgemaakt(label, tekst),
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": label.waarde,
            "yref": "y",
            "yanchor": "middle",
            "yshift": round(wens - (midden - REGEL / 2), 1),
            "align": "left",
            "showarrow": False,
            "font": {"color": label.kleur, "size": 16},
        }
        for label, tekst, wens, midden in zip(labels, regels, gewenst, middens, strict=True)
    ]


def _opgemaakt(label: Label, regels: list[str]) -> str:
    tekst = "<br>".join(schoon(regel) for regel in regels)
    return f"<b>{tekst}</b>" if label.vet else tekst
