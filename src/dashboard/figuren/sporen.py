"""Lines as Plotly traces: whole years solid, the running year dashed and lighter, few observations hollow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.basis.opmaak import ontbreekt
from dashboard.figuren.bouwstenen import Punt
from dashboard.figuren.kleuren import lichter, palet
from dashboard.figuren.labels import schoon

# The norm is the only dotted line; these two are dashes, long and short.
_PLAN, LOPEND = "12px,6px", "5px,4px"
WEINIG = "○ weinig waarnemingen"


@dataclass(frozen=True, slots=True)
class Lijnstijl:
    """The look of a line."""

    kleur: str
    dikte: float
    teken: float  # size of a marker
    plan: bool = False
    donker: bool = False
    hover: bool = True  # whether its points have a text of their own


def op_as(categorieen: Sequence[str], punten: Sequence[Punt], naam: str) -> list[Punt | None]:
    """The points in the order of the axis, None where there is none. A label that is not on the axis is an error,
    because Plotly would silently put it behind the last one.
    """
    per_label = {punt.jaar: punt for punt in punten}
    vreemd = per_label.keys() - set(categorieen)
    if vreemd:
        raise ValueError(f"reeks '{naam}' heeft punten die niet op de as staan: {', '.join(sorted(vreemd))}")
    return [per_label.get(label) for label in categorieen]


def waarde_van(punt: Punt | None) -> float | None:
    """The value; None without a point, without a value, and for NaN."""
    return None if punt is None or ontbreekt(punt.waarde) else punt.waarde


def lijnsporen(naam: str, categorieen: Sequence[str], punten: Sequence[Punt], stijl: Lijnstijl) -> list[dict[str, Any]]:
    """The trace of the whole years, drawn over the one to the running year, if there is one."""
    rij = op_as(categorieen, punten, naam)
    vast = [None if punt and punt.lopend else waarde_van(punt) for punt in rij]
    sporen = []
    for nummer, punt in enumerate(rij):
        if punt is None or not punt.lopend or waarde_van(punt) is None:
            continue
        begin = nummer - 1 if nummer and waarde_van(rij[nummer - 1]) is not None else nummer
        deel = rij[begin : nummer + 1]
        waarden = [waarde_van(een) for een in deel]
        spoor = _spoor(naam, list(categorieen[begin : nummer + 1]), waarden, deel, stijl, LOPEND)
        if begin < nummer:  # it starts at a point of the line before
            spoor["marker"]["opacity"] = [0, 1]
            if stijl.hover:
                spoor["hoverinfo"] = ["skip", "text"]
        sporen.append(spoor)
    return [*sporen, _spoor(naam, list(categorieen), vast, rij, stijl, _PLAN if stijl.plan else "solid")]


def _spoor(
    naam: str,
    x: list[str],
    y: list[float | None],
    punten: Sequence[Punt | None],
    stijl: Lijnstijl,
    streep: str,
) -> dict[str, Any]:
    lopend = streep == LOPEND
    hol = palet(stijl.donker).vlak
    vol = lichter(stijl.kleur, stijl.donker) if lopend else stijl.kleur
    lijn = lichter(stijl.kleur, stijl.donker) if lopend and stijl.dikte > 2 else stijl.kleur
    spoor: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": schoon(naam),
        "x": x,
        "y": y,
        "line": {"color": lijn, "width": stijl.dikte, "dash": streep},
        "marker": {
            "size": stijl.teken,
            "color": [hol if stijl.plan or (punt and punt.hol) else vol for punt in punten],
            "line": {"color": stijl.kleur, "width": 2 if stijl.teken > 5 else 1},
        },
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "text" if stijl.hover else "skip",
    }
    if stijl.hover:
        spoor["hovertext"] = [schoon(f"{naam}, {punt.jaar}: {punt.volledig}") if punt else "" for punt in punten]
    return spoor
