"""A chart with everything that belongs around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Grafiek:
    """Level, title, subtitle, text for a screen reader, the Plotly figure, and the table with the same figures.

    A cell of the table is the figure, with what to know with it on lines of their own.
    """

    niveau: str
    titel: str
    ondertitel: str
    alt: str
    figuur: dict[str, Any]
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
