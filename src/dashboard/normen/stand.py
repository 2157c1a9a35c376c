"""The standen: five that judge, four that say why there is no judgement. Words and symbols; the colours are in `figuren`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Stand(StrEnum):
    """How a figure or an action stands. Files and the command line use its value."""

    GEREED = "gereed"
    OP_SCHEMA = "op_schema"
    AANDACHT = "aandacht"
    ACHTER = "achter"
    NIET_GESTART = "niet_gestart"
    GEEN_NORM = "geen_norm"
    GEEN_NULMETING = "geen_nulmeting"
    GEEN_GEGEVENS = "geen_gegevens"
    TE_WEINIG_GEGEVENS = "te_weinig_gegevens"

    @property
    def woord(self) -> str:
        """The stand in words."""
        return _WOORD[self]

    @property
    def kort(self) -> str:
        """The short word, for a line with several standen."""
        return "achter" if self is Stand.ACHTER else _WOORD[self]

    @property
    def symbool(self) -> str:
        """The symbol that goes with the word, so that colour is never the only carrier."""
        return _SYMBOOL.get(self, "–")

    @property
    def oordeel(self) -> bool:
        """Whether this stand judges; the others say that a judgement is impossible."""
        return self in _SYMBOOL


_WOORD = {
    Stand.GEREED: "gereed",
    Stand.OP_SCHEMA: "op schema",
    Stand.AANDACHT: "aandacht",
    Stand.ACHTER: "achter op schema",
    Stand.NIET_GESTART: "nog niet gestart",
    Stand.GEEN_NORM: "geen norm",
    Stand.GEEN_NULMETING: "geen nulmeting",
    Stand.GEEN_GEGEVENS: "geen gegevens",
    Stand.TE_WEINIG_GEGEVENS: "te klein om te beoordelen",
}
_SYMBOOL = {
    Stand.GEREED: "✓",
    Stand.OP_SCHEMA: "●",
    Stand.AANDACHT: "▲",
    Stand.ACHTER: "■",
    Stand.NIET_GESTART: "○",
}
# From what needs the meeting most to what needs it least. A missing answer comes before green: never green by default.
ERNST = (
    Stand.ACHTER,
    Stand.AANDACHT,
    Stand.NIET_GESTART,
    Stand.GEEN_NORM,
    Stand.GEEN_NULMETING,
    Stand.GEEN_GEGEVENS,
    Stand.TE_WEINIG_GEGEVENS,
    Stand.OP_SCHEMA,
    Stand.GEREED,
)


def ernstigste(standen: Iterable[Stand]) -> Stand:
    """The most serious of several; `geen_gegevens` when there are none."""
    return min(standen, key=ERNST.index, default=Stand.GEEN_GEGEVENS)


def samengevat(standen: Iterable[Stand]) -> Stand:
    """The most serious of many small parts, such as kernen; parts too small to judge do not hide those that were judged."""
    alle = list(standen)
    beoordeeld = [stand for stand in alle if stand not in (Stand.TE_WEINIG_GEGEVENS, Stand.GEEN_GEGEVENS)]
    return ernstigste(beoordeeld or alle)
