"""The norm in a chart: a dark stepped line within its validity, dotted where it is only the last known one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard.figuren.bouwstenen import NormStuk
from dashboard.figuren.kleuren import Palet
from dashboard.figuren.labels import REGEL, Label, schoon
from dashboard.figuren.schaal import Schaal

_TEKEN = 5  # pixels that a marker sticks out on either side
Stukken = list[tuple[int, int, NormStuk]]


def plaats_normen(categorieen: Sequence[str], normen: Sequence[NormStuk]) -> Stukken:
    """Each piece with the places of its first and last label. A label that is not on the axis is a mistake of the
    caller (ValueError), because silently leaving out a norm would change what the chart says.
    """
    plaats = {label: nummer for nummer, label in enumerate(categorieen)}
    for norm in normen:
        for label in (norm.van, norm.tot):
            if label not in plaats:
                raise ValueError(f"norm '{norm.tekst}' gebruikt '{label}', en dat staat niet op de as")
    return [(plaats[norm.van], plaats[norm.tot], norm) for norm in normen]


def treden(stukken: Stukken) -> list[tuple[float, float, float, bool]]:
    """Every change of the norm: the place between two labels, the value before and after, and whether both are known."""
    return [
        (van - 0.5, norm.waarde, volgende.waarde, norm.bekend and volgende.bekend)
        for (_, tot, norm), (van, _, volgende) in pairwise(stukken)
        if van == tot + 1 and volgende.waarde != norm.waarde
    ]


def normvormen(stukken: Stukken, palet: Palet) -> list[dict[str, Any]]:
    """The lines as shapes; a shape can begin and end halfway between two categories, a trace cannot."""
    lijnen = [(van - 0.5, norm.waarde, tot + 0.5, norm.waarde, norm.bekend) for van, tot, norm in stukken]
    lijnen += [(plaats, voor, plaats, na, bekend) for plaats, voor, na, bekend in treden(stukken)]
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": x0,
            "y0": y0,
            "x1": x1,
            "y1": y1,
            "layer": "above",
            "line": {"color": palet.tekst, "width": 2.5, "dash": "solid" if bekend else "dot"},
        }
        for x0, y0, x1, y1, bekend in lijnen
    ]


def normsporen(categorieen: Sequence[str], stukken: Stukken) -> list[dict[str, Any]]:
    """Invisible points that give the norm its text on hover; shapes have none."""
    sporen = []
    for van, tot, norm in stukken:
        x = list(categorieen[van : tot + 1])
        sporen.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": "norm",
                "x": x,
                "y": [norm.waarde] * len(x),
                "marker": {"opacity": 0, "size": 12, "color": "rgba(0,0,0,0)"},
                "hovertext": [schoon(f"{jaar}: {norm.tekst}") for jaar in x],
                "hoverinfo": "text",
            }
        )
    return sporen


def normteksten(
    stukken: Stukken,
    laatste: int,
    palet: Palet,
    schaal: Schaal,
    hoogte: float,
    lijnen: Sequence[Sequence[float | None]] | None = None,
) -> tuple[list[Label], list[dict[str, Any]]]:
    """The texts of the pieces: labels beside the plot, and annotations in it. A text is at the end of its line, on the
    side where none of the `lijnen` (values per category) runs. Where both sides are taken, and among bars (no
    `lijnen`), it is beside the plot and says until when. A piece that continues at the same value has no text.
    """
    rechts: list[Label] = []
    binnen: list[dict[str, Any]] = []
    for nummer, (_, tot, norm) in enumerate(stukken):
        volgend = stukken[nummer + 1] if nummer + 1 < len(stukken) else None
        if volgend and volgend[0] == tot + 1 and volgend[2].waarde == norm.waarde:
            continue
        if tot == laatste:
            rechts.append(Label(norm.tekst, norm.waarde, palet.tekst))
            continue
        kant = None if lijnen is None else _vrije_kant(tot, norm.waarde, schaal, hoogte, lijnen)
        if kant is None:
            tot_en_met = "" if norm.tot in norm.tekst else f" (t/m\u00a0{norm.tot})"
            rechts.append(Label(norm.tekst + tot_en_met, norm.waarde, palet.tekst))
        else:
            binnen.append(_langs_lijn(tot, norm, palet, kant))
    return rechts, binnen


def _langs_lijn(tot: int, norm: NormStuk, palet: Palet, kant: str) -> dict[str, Any]:
    return {
        "text": schoon(norm.tekst),
        "x": tot + 0.45,
        "xref": "x",
        "xanchor": "right",
        "y": norm.waarde,
        "yref": "y",
        "yanchor": kant,
        "yshift": 4 if kant == "bottom" else -4,
        "showarrow": False,
        "font": {"color": palet.tekst, "size": 15},
    }


def _vrije_kant(
    tot: int, waarde: float, schaal: Schaal, hoogte: float, lijnen: Sequence[Sequence[float | None]]
) -> str | None:
    """The edge of the text at the norm, so that it covers no line: 'bottom' (text above the norm), 'top' or None."""
    top = schaal.hoogte(waarde, hoogte)
    afstanden = [
        top - schaal.hoogte(punt, hoogte)
        for lijn in lijnen
        for punt in (_tussen(lijn, tot + stap / 5) for stap in range(-4, 3))
        if punt is not None
    ]
    if top > REGEL and not any(-_TEKEN < afstand < 1.3 * REGEL for afstand in afstanden):
        return "bottom"
    if top < hoogte - REGEL and not any(-1.3 * REGEL < afstand < _TEKEN for afstand in afstanden):
        return "top"
    return None


def _tussen(lijn: Sequence[float | None], plaats: float) -> float | None:
    """The value of a line between two categories, None where it is not drawn."""
    links = int(plaats // 1)
    if not 0 <= links < len(lijn):
        return None
    begin, rest = lijn[links], plaats - links
    einde = lijn[links + 1] if links + 1 < len(lijn) else None
    if begin is None or rest < 0.05:
        return begin
    return None if einde is None else begin + (einde - begin) * rest
