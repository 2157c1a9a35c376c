"""Observation + norm -> Oordeel: a stand, the reason in a Dutch sentence, and what is short in units.

Pure functions: no files, no clock, no database. The rules, in the order they are applied:

1. without a figure, or with nothing to divide by, there is no judgement (geen gegevens);
2. without a norm to test against neither (geen nulmeting, or no plan for that year);
3. a share of a handful is not judged (te klein), but its numbers are told;
4. a whole year is a fact: kept (op schema), missed within the band (aandacht) or missed (achter);
5. a running year is never judged as a whole one: at worst it asks for attention;
6. a one-off target (doel) is reached (gereed), overdue (achter), or on its way;
7. outside the validity of the norm the stand is 'geen norm', with the outcome against the last known norm beside it.
"""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction

from dashboard.afspraken.model import Indicator, Norm
from dashboard.normen.model import Oordeel, Waarneming
from dashboard.normen.standen import Stand
from dashboard.normen.woorden import Woorden
from dashboard.opmaak import ontbreekt

_GROOTSTE_NOEMER = 10_000_000  # more homes than the country has; below it a double still tells two fractions apart


def beoordeel(
    norm: Norm,
    indicator: Indicator,
    waarneming: Waarneming,
    *,
    nulmeting: float | None = None,
    gehaald_in: int | None = None,
    klein: int = 10,
) -> Oordeel:
    """Judge one observation.

    `nulmeting` is the figure of the norm's base year for the same part, when that is the norm; `gehaald_in` the first
    year a one-off target was met; `klein` the denominator under which a share is not judged.
    """
    waarde_norm = {"vast": norm.waarde, "nulmeting": nulmeting, "kolom": waarneming.normkolom}[norm.bron_norm]
    if ontbreekt(waarde_norm):
        waarde_norm = None
    geldig = norm.geldig_in(waarneming.jaar)
    woorden = Woorden(norm, indicator, waarneming, waarde_norm)

    def uitkomst(stand: Stand, reden: str, tekort: float | None = None, indicatief: Stand | None = None) -> Oordeel:
        return Oordeel(norm, waarneming, waarde_norm, geldig, stand, indicatief, reden, tekort)

    if ontbreekt(waarneming.waarde) or waarneming.noemer == 0:
        return uitkomst(Stand.GEEN_GEGEVENS, woorden.geen_gegevens())
    if waarde_norm is None and norm.bron_norm == "nulmeting":
        return uitkomst(Stand.GEEN_NULMETING, woorden.geen_nulmeting())
    if waarde_norm is None:
        return uitkomst(Stand.GEEN_NORM, woorden.geen_norm_in_jaar())
    tekort = _tekort(norm, indicator, waarneming, waarde_norm)
    if indicator.eenheid == "aandeel" and not ontbreekt(waarneming.noemer) and (waarneming.noemer or 0) < klein:
        if not geldig:
            return uitkomst(
                Stand.GEEN_NORM, woorden.verlopen(None, tekort) + " " + woorden.te_klein(tekort, klein), tekort
            )
        return uitkomst(Stand.TE_WEINIG_GEGEVENS, woorden.te_klein(tekort, klein), tekort)
    stand = _stand(norm, indicator, waarneming, waarde_norm, tekort)
    if not geldig:
        return uitkomst(Stand.GEEN_NORM, woorden.verlopen(stand, tekort), tekort, stand)
    return uitkomst(stand, woorden.oordeel(stand, tekort, gehaald_in), tekort)


def _stand(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float, tekort: float) -> Stand:
    if norm.aard == "doel":
        return _stand_doel(norm, indicator, w, waarde_norm, tekort)
    if tekort <= 0:
        return Stand.OP_SCHEMA
    if w.lopend:
        if norm.richting == "minstens" and indicator.tijd == "stroom" and indicator.eenheid == "aantal":
            if w.waarde == 0:
                return Stand.NIET_GESTART
            deel = (w.einde - dt.date(w.jaar, 1, 1)).days / 365
            return Stand.OP_SCHEMA if (w.waarde or 0) >= math.floor(waarde_norm * deel) else Stand.AANDACHT
        return Stand.AANDACHT
    afstand = abs(Fraction(str(w.waarde)) - Fraction(str(waarde_norm)))
    return Stand.AANDACHT if norm.bandbreedte and afstand <= Fraction(str(norm.bandbreedte)) else Stand.ACHTER


def _stand_doel(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float, tekort: float) -> Stand:
    if tekort <= 0:
        return Stand.GEREED
    if norm.deadline is not None and w.einde >= norm.deadline:
        return Stand.ACHTER
    if indicator.eenheid == "mijlpaal":
        return Stand.GEEN_NORM  # done or not done: before its date, or without one, there is nothing to judge
    if w.waarde == 0:
        return Stand.NIET_GESTART
    if norm.deadline is None:
        return Stand.AANDACHT  # without a date nobody can say that it is on schedule
    looptijd = (norm.deadline - norm.geldig_van).days
    verstreken = (w.einde - norm.geldig_van).days
    return Stand.OP_SCHEMA if (w.waarde or 0) * looptijd >= waarde_norm * verstreken else Stand.AANDACHT


def _tekort(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float) -> float:
    """How far from the norm, in whole units of the numerator for a share; 0 when it is kept.

    Exact arithmetic: 24 x 0,80 = 19,2 asks for 20, and 25 x 0,80 = 20 must not become 21 by a rounding error.
    """
    grens = Fraction(str(waarde_norm))
    teller = Fraction(str(w.waarde))
    deel = indicator.eenheid == "aandeel" and not ontbreekt(w.teller) and not ontbreekt(w.noemer)
    if deel:
        if norm.bron_norm != "vast":
            # A measured share is a fraction of counts: 5 of 6 as a decimal is more than 5 of 6, which then fails itself.
            grens = grens.limit_denominator(_GROOTSTE_NOEMER)
        teller, grens = Fraction(str(w.teller)), grens * Fraction(str(w.noemer))
    if norm.richting == "precies":
        verschil = abs(grens - teller)
    elif norm.richting == "minstens":
        verschil = math.ceil(grens) - teller if deel and teller < grens else grens - teller
    else:
        verschil = teller - math.floor(grens) if deel and teller > grens else teller - grens
    uitkomst = float(max(verschil, Fraction(0)))
    return int(uitkomst) if uitkomst.is_integer() else uitkomst
