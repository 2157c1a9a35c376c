"""How often at least one of many parts is behind by chance alone: who looks at thirteen kernen finds a bad one.

The true share is taken to lie as far above the norm as `achter` begins below it (80 % with a band of 5 points: 85 and
75 %), so the parts are well in order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from dashboard.afspraken.overeenkomst import Indicator, Norm
from dashboard.basis.opmaak import percentage, percentage_norm
from dashboard.normen.oordeel import Oordeel
from dashboard.normen.stand import Stand

_MEER = {"kern": "kernen", "corporatie": "corporaties"}


def kans_op_een(aantallen: Iterable[int], grens: Fraction, werkelijk: Fraction) -> float:
    """The chance (0 to 1) that at least one part has a share below `grens`, when each case counts with chance `werkelijk`.

    `aantallen` are the cases per part; parts do not depend on each other.
    """
    geen = 1.0
    for n in aantallen:
        nodig = math.ceil(grens * n)
        geen *= sum(_kans(n, k, float(werkelijk)) for k in range(nodig, n + 1))
    return 1.0 - geen


def toeval_over_delen(norm: Norm, indicator: Indicator, oordelen: Sequence[Oordeel]) -> str:
    """One sentence on the newest whole year in which parts were judged; empty where chance or parts play no role."""
    if not (
        indicator.toeval and norm.niveau in _MEER and norm.richting == "minstens" and norm.waarde and norm.bandbreedte
    ):
        return ""
    heel = [o for o in oordelen if not o.waarneming.lopend and o.tegen_norm.oordeel and o.waarneming.noemer]
    jaar = max((o.waarneming.jaar for o in heel), default=0)
    delen = [int(o.waarneming.noemer or 0) for o in heel if o.waarneming.jaar == jaar]
    if len(delen) <= 1:
        return ""
    waarde, band = Fraction(str(norm.waarde)), Fraction(str(norm.bandbreedte))
    werkelijk, grens = min(waarde + band, Fraction(1)), waarde - band
    kans = kans_op_een(delen, grens, werkelijk)
    return (
        f"Ook als het aandeel overal in werkelijkheid {percentage_norm(float(werkelijk))} is, komt in een jaar als {jaar} "
        f"met een kans van {percentage(kans)} ten minste één van de {len(delen)} beoordeelde {_MEER[norm.niveau]} alleen "
        f"door toeval op ‘{Stand.ACHTER.woord}’ uit (onder {percentage_norm(float(grens))})."
    )


def _kans(n: int, k: int, p: float) -> float:
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)
