"""What all charts share: size, margins, font, axes and hover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dashboard.basis.opmaak import GEEN
from dashboard.figuren.kleuren import Palet
from dashboard.figuren.labels import schoon
from dashboard.figuren.schaal import Schaal

HOOGTE = 340
BOVEN, ONDER, LINKS, RECHTS = 52, 56, 64, 168
PLOTHOOGTE = float(HOOGTE - BOVEN - ONDER)
LETTER = '"Source Sans", "Source Sans Pro", sans-serif'
# For st.plotly_chart, beside the figure: a chart in a meeting is read, not zoomed.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": False,
}
_MEESTE_JAARLABELS = 9
_STAPPEN = (1, 2, 4, 8, 12, 24)  # with quarters, every label is then of the same quarter
_ZONDER_OPMAAK = re.compile(r"<[^>]*>")
_ONZICHTBAAR = "rgba(0,0,0,0)"


def basis(palet: Palet, **meer: Any) -> dict[str, Any]:
    """The layout of every chart; `meer` adds to it or replaces."""
    return {
        # Streamlit passes every chart to Plotly twice. Without this Plotly takes the second for new data and draws it
        # again. Other data get a new chart, so the number never has to change.
        "datarevision": 1,
        "height": HOOGTE,
        "autosize": True,
        "margin": {"l": LINKS, "r": RECHTS, "t": BOVEN, "b": ONDER, "autoexpand": False},
        "paper_bgcolor": _ONZICHTBAAR,
        "plot_bgcolor": _ONZICHTBAAR,
        "font": {"family": LETTER, "size": 16, "color": palet.tekst},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palet.vlak,
            "bordercolor": palet.as_,
            "font": {"family": LETTER, "size": 16, "color": palet.tekst},
            "align": "left",
            "namelength": -1,
        },
    } | meer


def jaar_as(categorieen: Sequence[str], palet: Palet, ruimte: tuple[float, float] = (0.5, 0.5)) -> dict[str, Any]:
    """The axis of years, as categories because numbers become 2,024.5. Long labels break after the first word; of many,
    only some are written, always with the last.
    """
    aantal = len(categorieen)
    stap = next((stap for stap in _STAPPEN if aantal <= stap * _MEESTE_JAARLABELS), aantal)
    geschreven = [label for nummer, label in enumerate(categorieen) if (aantal - 1 - nummer) % stap == 0]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(categorieen),
        "range": [-ruimte[0], aantal - 1 + ruimte[1]],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": geschreven,
        "ticktext": [schoon(label).replace(" ", "<br>", 1) for label in geschreven],
        "tickangle": 0,
        "tickfont": {"size": 16, "color": palet.gedempt},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": palet.as_,
        "linewidth": 1.5,
        "ticks": "outside",  # unseen: they keep the labels off the axis
        "ticklen": 6,
        "tickcolor": _ONZICHTBAAR,
        "showspikes": False,
    }


def waarde_as(schaal: Schaal, palet: Palet) -> dict[str, Any]:
    """The value axis. Its ticks are Dutch text; the formats are for what Plotly writes by itself."""
    return {
        "range": [schaal.laag, schaal.hoog + 0.01 * (schaal.hoog - schaal.laag)],  # a norm at the top is drawn whole
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": list(schaal.stappen),
        "ticktext": list(schaal.teksten),
        "tickformat": ",.10~g",
        "hoverformat": ",.10~g",
        "tickfont": {"size": 16, "color": palet.gedempt},
        "showgrid": True,
        "gridcolor": palet.raster,
        "gridwidth": 1,
        "zeroline": schaal.laag < 0,
        "zerolinecolor": palet.as_,
        "zerolinewidth": 1.5,
        "ticks": "outside",  # unseen: they keep the labels off the axis
        "ticklen": 6,
        "tickcolor": _ONZICHTBAAR,
    }


def sleutel(delen: Sequence[str], palet: Palet, omhoog: int = 14, tekens: int = 78) -> list[dict[str, Any]]:
    """The key: a line above the plot that says what the marks mean, or two when it is longer than `tekens`. Nothing
    without parts.
    """
    regels: list[list[str]] = [[]]
    for deel in filter(None, delen):
        if regels[-1] and len(_ZONDER_OPMAAK.sub("", "     ".join([*regels[-1], deel]))) > tekens:
            regels.append([])
        regels[-1].append(deel)
    tekst = "<br>".join("     ".join(regel) for regel in regels)
    if not tekst:
        return []
    return [
        {
            "text": tekst,
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6 - LINKS,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": omhoog if len(regels) == 1 else omhoog - 6,
            "align": "left",
            "showarrow": False,
            "font": {"size": 15, "color": palet.gedempt},
        }
    ]


def zonder_gegevens(palet: Palet) -> dict[str, Any]:
    """The words 'geen gegevens' in the middle of the chart, because an empty plot looks like a fault."""
    return {
        "text": GEEN,
        "x": 0.5,
        "xref": "paper",
        "xanchor": "center",
        "y": 0.5,
        "yref": "paper",
        "yanchor": "middle",
        "showarrow": False,
        "bgcolor": palet.vlak,
        "borderpad": 6,
        "font": {"size": 18, "color": palet.gedempt},
    }


def niet_leeg(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The traces, or one without points: Plotly's check, which Streamlit runs, fails on a figure without traces."""
    return data or [{"type": "scatter", "x": [], "y": []}]


def gekleurd(teken: str, kleur: str, woord: str) -> str:
    """A mark in its colour followed by its word, for the key."""
    return f'<span style="color:{kleur};font-size:18px">{teken}</span> {schoon(woord)}'
