"""One hover box per category that names every series and the norm, also those without a value.

Plotly's own shared box leaves out missing values and, for a series without one, shows that of the nearest year. Here
one invisible point per category has the whole text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figuren.labels import schoon
from dashboard.figuren.normlijn import Stukken

MODUS: dict[str, Any] = {"hovermode": "x", "hoverdistance": -1}


def hoverspoor(
    categorieen: Sequence[str],
    rijen: Sequence[tuple[str, str, Sequence[str], Sequence[float | None]]],
    stukken: Stukken,
    midden: float,
) -> dict[str, Any]:
    """The trace of these points, for rows of (mark, colour, lines of text, values); each is at the highest value of its
    category, or at `midden` where there is none.
    """
    teksten, hoogten = [], []
    for nummer, categorie in enumerate(categorieen):
        regels = [f"<b>{schoon(categorie)}</b>"]
        regels += [
            f'<span style="color:{kleur}">{teken}</span> {schoon(tekst[nummer])}' for teken, kleur, tekst, _ in rijen
        ]
        regels += [schoon(norm.tekst) for van, tot, norm in stukken if van <= nummer <= tot]
        teksten.append("<br>".join(regels))
        waarden = [waarden[nummer] for _, _, _, waarden in rijen]
        hoogten.append(max((waarde for waarde in waarden if waarde is not None), default=midden))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(categorieen),
        "y": hoogten,
        "marker": {"opacity": 0, "size": 1},
        "hovertext": teksten,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
