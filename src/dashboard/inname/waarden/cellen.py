"""The cells of a column, each different one once: 100,000 rows usually have few, and a reader looks at each only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.inname.werkboek import Cel

_GETALLEN = frozenset((bool, int, float))


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
        sleutels, met_type = _sleutels(cellen)
        eenmaal: list[Any] = list(dict.fromkeys(sleutels))
        plek = {sleutel: nummer for nummer, sleutel in enumerate(eenmaal)}
        return cls([cel for _, cel in eenmaal] if met_type else eenmaal, list(map(plek.__getitem__, sleutels)))


def verschillend(cellen: Sequence[Cel]) -> list[Cel]:
    """Each different cell once, in the order of the column."""
    sleutels, met_type = _sleutels(cellen)
    eenmaal: Iterable[Any] = dict.fromkeys(sleutels)
    return [cel for _, cel in eenmaal] if met_type else list(eenmaal)


def _sleutels(cellen: Sequence[Cel]) -> tuple[Sequence[Any], bool]:
    """What tells the cells apart, and whether their types are in it: only kinds of numbers can be equal to each other."""
    met_type = len(_GETALLEN.intersection(map(type, cellen))) > 1
    return list(zip(map(type, cellen), cellen, strict=True)) if met_type else cellen, met_type
