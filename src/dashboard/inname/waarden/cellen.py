"""The cells of a column, each different one once: 100,000 rows usually have few, and a reader looks at each only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.inname.werkboek import Cel


@dataclass(frozen=True)
class Cellen:
    """The different cells in the order of the column, and for every row the place of its cell among them.

    The type is part of what differs, because True, 1 and 1.0 are equal to Python but not to an analyst.
    """

    verschillend: list[Cel]
    plekken: list[int]

    @classmethod
    def van(cls, cellen: Sequence[Cel]) -> Cellen:
        """The cells of a column."""
        plek: dict[tuple[type, Cel], int] = {}
        plekken = [plek.setdefault(cel, len(plek)) for cel in zip(map(type, cellen), cellen, strict=True)]
        return cls([cel for _, cel in plek], plekken)
