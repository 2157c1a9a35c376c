"""A chart with everything that belongs around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.afspraken import Indicator
from dashboard.figuren import Figuur, Reeks


@dataclass(frozen=True)
class Grafiek:
    """Level, title, subtitle, text for a screen reader, the Plotly figure, and the table with the same figures.

    A cell of the table holds the figure, and its remarks on lines of their own.
    """

    niveau: str
    titel: str
    ondertitel: str
    alt: str
    figuur: Figuur
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def maak_grafiek(
    indicator: Indicator,
    niveau: str,
    titel: str,
    wie: str,
    alt: str,
    figuur: Figuur,
    labels: Sequence[str],
    reeksen: Sequence[Reeks],
) -> Grafiek:
    """The chart with the table of the same points, so that the two cannot differ."""
    rijen = tuple((reeks.naam, *(punt.volledig for punt in reeks.punten)) for reeks in reeksen)
    return Grafiek(niveau, titel, f"{indicator.titel}, {wie}", alt, figuur, (indicator.definitie, *labels), rijen)
