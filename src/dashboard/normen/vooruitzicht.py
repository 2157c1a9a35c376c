"""Whether a norm will still be kept at the end of the year: words and a band, because a percentage would sound surer.

The model is as simple as can be defended. The rest of the year brings as many cases as an ordinary year does in that time;
an ordinary year is the mean of the last whole years, three at most. Each case counts or not, independently, with a chance
that follows from this year so far, one ordinary year, and the half of Jeffreys; so their number is beta-binomial.
`docs/beslissingen/0023` says what was tried instead, and how often each word came true.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

JAREN = 3  # whole years that make an ordinary one
ZEKER, UITGESLOTEN = "zeker", "uitgesloten"  # given the expected numbers
OPEN = "kan nog beide kanten op"
# The chance from which each word is used; the outer two leave one in twenty.
_WOORDEN = (
    (0.95, "vrijwel zeker"),
    (0.70, "waarschijnlijk"),
    (0.30, OPEN),
    (0.05, "onwaarschijnlijk"),
    (0.00, "vrijwel uitgesloten"),
)
_RAND = 0.05  # left out of the band on either side


@dataclass(frozen=True)
class Vooruitzicht:
    """How the year will probably end. `woord` is about keeping the norm, `laag` to `hoog` the share, nine times in ten.

    `nog` is how many cases are still expected. With 'zeker' or 'uitgesloten' the outcome no longer depends on them.
    """

    woord: str
    nog: int
    laag: float
    hoog: float

    @property
    def verloren(self) -> bool:
        """Whether the norm can hardly be kept any more."""
        return self.woord in (UITGESLOTEN, _WOORDEN[-1][1])


def vooruitzicht(
    telling: tuple[float, float],
    hele_jaren: Sequence[tuple[float, float]],
    deel_over: float,
    grens: Fraction,
    richting: str,
) -> Vooruitzicht | None:
    """The outlook for a share of `telling` (numerator, denominator) so far, with `deel_over` of the year to come.

    `hele_jaren` are the whole years before it, the oldest first. None without any, for a norm that asks for exactly so
    much, and for counts that are no whole numbers.
    """
    laatste = hele_jaren[-JAREN:]
    tellingen = [telling, *laatste]
    geteld = all(float(getal).is_integer() for paar in tellingen for getal in paar)
    if not laatste or not geteld or richting == "precies" or any(not 0 <= t <= n for t, n in tellingen):
        return None
    teller, noemer = telling
    gewoon_teller = sum(t for t, _ in laatste) / len(laatste)
    gewoon_noemer = sum(n for _, n in laatste) / len(laatste)
    nog = round(gewoon_noemer * deel_over)
    einde = noemer + nog
    if not einde:
        return None
    kansen = betabinomiaal(nog, 0.5 + teller + gewoon_teller, 0.5 + noemer - teller + gewoon_noemer - gewoon_teller)
    nodig = grens * Fraction(einde)
    gehaald = [teller + k >= nodig if richting == "minstens" else teller + k <= nodig for k in range(nog + 1)]
    oplopend = list(accumulate(kansen))
    laag, hoog = (min(bisect_left(oplopend, plek), nog) for plek in (_RAND, 1 - _RAND))
    return Vooruitzicht(_woord(gehaald, kansen), nog, (teller + laag) / einde, (teller + hoog) / einde)


def gewoonlijk(noemer: float, hele_jaren: Sequence[tuple[float, float]]) -> tuple[int, int] | None:
    """How many of `noemer` would count if this year were as the years before it, nineteen times in twenty.

    `hele_jaren` are (numerator, denominator), the oldest first; the last three speak. None without any, and for counts
    that are no whole numbers.
    """
    laatste = hele_jaren[-JAREN:]
    if not laatste or not all(float(n).is_integer() for paar in (*laatste, (noemer,)) for n in paar):
        return None
    teller, alle = sum(t for t, _ in laatste), sum(n for _, n in laatste)
    if not 0 <= teller <= alle:
        return None
    oplopend = list(accumulate(betabinomiaal(int(noemer), 0.5 + teller, 0.5 + alle - teller)))
    laag, hoog = (min(bisect_left(oplopend, plek), int(noemer)) for plek in (_RAND / 2, 1 - _RAND / 2))
    return laag, hoog


def betabinomiaal(aantal: int, a: float, b: float) -> list[float]:
    """The chances of 0, 1, ... of `aantal`, when the chance of each is Beta(a, b)."""
    vast = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) - math.lgamma(a + b + aantal) + math.lgamma(aantal + 1)
    return [
        math.exp(
            vast - math.lgamma(k + 1) - math.lgamma(aantal - k + 1) + math.lgamma(a + k) + math.lgamma(b + aantal - k)
        )
        for k in range(aantal + 1)
    ]


def _woord(gehaald: Sequence[bool], kansen: Sequence[float]) -> str:
    if all(gehaald):
        return ZEKER
    if not any(gehaald):
        return UITGESLOTEN
    kans = sum(kans for kans, haalt in zip(kansen, gehaald, strict=True) if haalt)
    return next(woord for ondergrens, woord in _WOORDEN if kans >= ondergrens)
