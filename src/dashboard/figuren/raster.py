"""The place of each small chart when many of them share one plot.

Every subplot costs the browser two axes and its own traces; thirteen of them took 250 ms at every switch of pages. One
plot with shifted coordinates takes a fraction of that. The unit along x is one label of time, along y one pixel, so
that the space between panels fits its text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figuren.schaal import Schaal

PANEEL = 112  # height of one panel
TITEL = 44  # between two rows
_SCHAAL = 110  # from the lowest value of the axis to the highest; a norm at the top is then drawn whole
_TUSSEN = 0.03  # between two columns, of the whole width
_RAND = 0.4  # left of the first label and right of the last one


@dataclass(frozen=True, slots=True)
class Vak:
    """One panel: the place of its first label, the pixel of its lowest value, and what its axes hold."""

    links: float
    onder: int
    laatste: int
    schaal: Schaal

    def x(self, plaats: float) -> float:
        """The x of a place on the axis of time, limited to the panel."""
        return round(self.links + min(max(plaats, -_RAND), self.laatste + _RAND), 3)

    def y(self, waarde: float) -> float:
        """The y of a value, to a hundredth of a pixel."""
        return round(self.onder + _SCHAAL - self.schaal.hoogte(waarde, _SCHAAL), 2)

    @property
    def begin(self) -> float:
        """The left edge."""
        return self.x(-_RAND)

    @property
    def einde(self) -> float:
        """The right edge."""
        return self.x(self.laatste + _RAND)

    @property
    def boven(self) -> int:
        """The upper edge."""
        return self.onder + PANEEL


@dataclass(frozen=True, slots=True)
class Raster:
    """Panels in reading order, and their size together."""

    vakken: tuple[Vak, ...]
    breedte: tuple[float, float]
    hoogte: int


def maak_raster(aantal: int, kolommen: int, labels: int, schaal: Schaal) -> Raster:
    """The places of so many panels with so many labels of time; columns without a panel stay empty."""
    laatste = max(labels, 1) - 1
    paneel = laatste + 2 * _RAND
    geheel = paneel / (1 - (kolommen - 1) * _TUSSEN) * kolommen
    stap = paneel + _TUSSEN * geheel
    rijen = max(1, -(-aantal // kolommen))
    vakken = tuple(
        Vak(nummer % kolommen * stap, (rijen - 1 - nummer // kolommen) * (PANEEL + TITEL), laatste, schaal)
        for nummer in range(aantal)
    )
    return Raster(vakken, (-_RAND, round(geheel - _RAND, 3)), rijen * (PANEEL + TITEL) - TITEL)


def lijnpad(vakken: Sequence[Vak], waarden: Sequence[float]) -> str:
    """Lines through every panel at these values, as one path; on half pixels, where a thin line is sharp."""
    return "".join(
        f"M{vak.begin},{math.floor(vak.y(waarde)) + 0.5}H{vak.einde}" for vak in vakken for waarde in waarden
    )
