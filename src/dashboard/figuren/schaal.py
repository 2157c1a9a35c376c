"""The value axis: where it begins and ends, and its ticks in Dutch.

Ranges are computed here and not by Plotly, because keeping labels apart in pixels needs the range.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.basis.eenheid import Eenheid
from dashboard.basis.opmaak import ontbreekt, percentage

NIET_VANAF_NUL = "as begint niet bij 0"


@dataclass(frozen=True, slots=True)
class Schaal:
    """Lowest and highest value of the axis, its ticks and their texts."""

    laag: float
    hoog: float
    stappen: tuple[float, ...]
    teksten: tuple[str, ...]

    @property
    def midden(self) -> float:
        """The value in the middle of the axis."""
        return (self.laag + self.hoog) / 2

    def hoogte(self, waarde: float, pixels: float) -> float:
        """How many pixels from the top of the plot a value lies."""
        return (self.hoog - waarde) / (self.hoog - self.laag) * pixels


def maak_schaal(
    waarden: Iterable[float | None], eenheid: Eenheid, vanaf_nul: bool = True, streepjes: int = 5
) -> Schaal:
    """An axis around the values: shares from 0 to 100 %, an index around its values, the rest from 0."""
    bekend = [float(waarde) for waarde in waarden if waarde is not None and not ontbreekt(waarde)]
    if eenheid.deel and all(0 <= waarde <= 1 + 1e-9 for waarde in bekend):
        delen = 5 if streepjes >= 5 else 2
        stappen = tuple(nummer / delen for nummer in range(delen + 1))
        return Schaal(0.0, 1.0, stappen, tuple(percentage(stap) for stap in stappen))
    if vanaf_nul and eenheid.as_vanaf_nul:
        bekend.append(0.0)
    laag, hoog = min(bekend, default=0.0), max(bekend, default=1.0)
    if laag == hoog:  # one value or all equal: still an axis
        laag, hoog = (0.0, 1.0) if laag == 0 else (laag - abs(laag) * 0.05, hoog + abs(hoog) * 0.05)
    stap = _ronde_stap((hoog - laag) / streepjes, heel=eenheid.heel)
    eerste, laatste = math.floor(laag / stap + 1e-9), math.ceil(hoog / stap - 1e-9)
    decimalen = max(0, -math.floor(math.log10(stap)))
    stappen = tuple(round(nummer * stap, 10) for nummer in range(eerste, laatste + 1))
    teksten = tuple(eenheid.streepje(stap, decimalen) for stap in stappen)
    return Schaal(stappen[0], stappen[-1], stappen, teksten)


def dicht_bijeen(waarden: Iterable[float | None], eenheid: Eenheid) -> bool:
    """Whether counts lie so close together that an axis from 0 would hide their differences."""
    bekend = [waarde for waarde in waarden if waarde is not None]
    return eenheid.telt and bool(bekend) and min(bekend) > 200 and max(bekend) - min(bekend) < 0.1 * max(bekend)


def astekst(schaal: Schaal, eenheid: Eenheid) -> str:
    """The remark on the axis: its unit, unless the ticks show it, and whether it does not begin at zero."""
    delen = [eenheid.as_woord, "" if schaal.laag <= 0 else NIET_VANAF_NUL]
    return ", ".join(deel for deel in delen if deel)


def _ronde_stap(minstens: float, heel: bool) -> float:
    macht = 10.0 ** math.floor(math.log10(minstens))
    stap = next(keer * macht for keer in (1, 2, 5, 10) if keer * macht >= minstens - 1e-12)
    return max(stap, 1.0) if heel else stap
