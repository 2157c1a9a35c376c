"""How far a share could have come out by chance alone: the Jeffreys interval, exact enough for a handful of lettings.

The usual approximation gives 100 % plus or minus nothing for five out of five. This one does not, and holds what it
promises for small numbers too (Brown, Cai and DasGupta, Statistical Science 2001).
"""

from __future__ import annotations

from dashboard.afspraken.overeenkomst import Indicator
from dashboard.basis.opmaak import ontbreekt
from dashboard.normen.waarneming import Waarneming

ZEKERHEID = 0.95


def jeffreys(teller: float, noemer: float) -> tuple[float, float]:
    """The bounds for `teller` out of `noemer`; the lower is 0 when none count, the upper 1 when all do."""
    from scipy.special import betaincinv  # takes a tenth of a second, so only for who asks for an interval

    staart = (1 - ZEKERHEID) / 2
    a, b = teller + 0.5, noemer - teller + 0.5
    laag = 0.0 if teller == 0 else float(betaincinv(a, b, staart))
    hoog = 1.0 if teller == noemer else float(betaincinv(a, b, 1 - staart))
    return laag, hoog


def met_toeval(indicator: Indicator, w: Waarneming) -> tuple[float, float] | None:
    """The interval of an observation; None where chance plays no part, or where there are no counts."""
    if not indicator.toeval or ontbreekt(w.teller) or ontbreekt(w.noemer):
        return None
    teller, noemer = w.teller or 0, w.noemer or 0
    return jeffreys(teller, noemer) if 0 <= teller <= noemer and noemer else None
