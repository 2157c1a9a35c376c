"""From observation and norm to Oordeel: a stand, the reason in a Dutch sentence, and the shortfall in units.

Pure functions: no files, no clock, no database. The rules, in the order they are applied:

1. without a figure, or with nothing to divide by, there is no judgement (geen gegevens);
2. without a norm to compare with there is none either (geen nulmeting, or no plan for that year);
3. a share of a few in which chance plays a part is not judged (te klein), but its numbers are given, and the share
   over three years is judged beside it when that rests on enough;
4. a whole year is a fact: kept (op schema), missed within the band (aandacht) or missed (achter);
5. a running year is never judged as a whole one: at worst it is `aandacht`, with how it will probably end;
6. a one-off target (doel) is reached (gereed), overdue (achter), or on its way;
7. outside the validity of the norm the stand is 'geen norm', with the outcome against the last known norm beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from dashboard.afspraken.overeenkomst import Indicator, Norm
from dashboard.basis.opmaak import ontbreekt
from dashboard.normen.driejaars import is_heel, over_drie_jaar
from dashboard.normen.oordeel import Oordeel
from dashboard.normen.stand import Stand
from dashboard.normen.vooruitzicht import Vooruitzicht, vooruitzicht
from dashboard.normen.waarneming import Waarneming
from dashboard.normen.woorden import Zinnen

_GROOTSTE_NOEMER = 10_000_000  # more homes than the country has; below it a float still tells two fractions apart


def beoordeel(
    norm: Norm,
    indicator: Indicator,
    waarneming: Waarneming,
    *,
    nulmeting: float | None = None,
    gehaald_in: int | None = None,
    klein: int = 10,
    eerder: Sequence[Waarneming] = (),
) -> Oordeel:
    """The judgement on one observation.

    `nulmeting` is the figure of the norm's base year for the same part, to which the norm may add ('more than then');
    `gehaald_in` the first year a one-off target was met; `klein` the denominator under which a share is not judged;
    `eerder` the years of the same part before it, the oldest first.
    """
    erbij = None if nulmeting is None else nulmeting + (norm.waarde or 0)
    waarde_norm = {"vast": norm.waarde, "nulmeting": erbij, "kolom": waarneming.normkolom}[norm.bron_norm]
    if ontbreekt(waarde_norm):
        waarde_norm = None
    geldig = norm.geldig_in(waarneming.jaar)
    zinnen = Zinnen(norm, indicator, waarneming, waarde_norm)

    kans = _kans(norm, indicator, waarneming, waarde_norm, klein, eerder)

    def uitkomst(
        stand: Stand,
        reden: str,
        tekort: float | None = None,
        indicatief: Stand | None = None,
        drie: Oordeel | None = None,
    ) -> Oordeel:
        zin = f"{reden} {zinnen.vooruitzicht(kans)}" if kans else reden
        verloren = _is_verloren(norm, indicator, waarneming, indicatief or stand, kans)
        mijlpaal = indicator.eenheid.ja_nee
        gevonden = (stand, indicatief, zin, tekort, drie, kans)
        return Oordeel(norm, waarneming, waarde_norm, geldig, *gevonden, verloren=verloren, mijlpaal=mijlpaal)

    if ontbreekt(waarneming.waarde) or waarneming.noemer == 0:
        return uitkomst(Stand.GEEN_GEGEVENS, zinnen.geen_gegevens())
    if waarde_norm is None and norm.bron_norm == "nulmeting":
        return uitkomst(Stand.GEEN_NULMETING, zinnen.geen_nulmeting())
    if waarde_norm is None:
        return uitkomst(Stand.GEEN_NORM, zinnen.geen_norm_in_jaar())
    tekort = _tekort(norm, indicator, waarneming, waarde_norm)
    if indicator.toeval and indicator.eenheid.te_klein(waarneming.noemer, klein):
        samen = over_drie_jaar(waarneming, eerder) if _telt_per_jaar(norm, indicator) else None
        drie = beoordeel(norm, indicator, samen, nulmeting=nulmeting, klein=klein) if samen else None
        hersteld = bool(drie and drie.tekort) and _hersteld(norm, indicator, waarneming, waarde_norm, eerder)
        zin = zinnen.te_klein(tekort, klein, drie, hersteld=hersteld)
        stand = Stand.TE_WEINIG_GEGEVENS
        if not geldig:
            stand, zin = Stand.GEEN_NORM, f"{zinnen.verlopen(None, tekort)} {zin}"
        return replace(uitkomst(stand, zin, tekort, drie=drie), hersteld=hersteld)
    stand = _stand(norm, indicator, waarneming, waarde_norm, tekort)
    if not geldig:
        return uitkomst(Stand.GEEN_NORM, zinnen.verlopen(stand, tekort), tekort, stand)
    return uitkomst(stand, zinnen.oordeel(stand, tekort, gehaald_in), tekort)


def _stand(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float, tekort: float) -> Stand:
    if norm.aard == "doel":
        return _stand_doel(norm, indicator, w, waarde_norm, tekort)
    if tekort <= 0:
        return Stand.OP_SCHEMA
    if w.lopend:
        if norm.te_laat_op(w.einde):
            return Stand.ACHTER
        if norm.richting == "hoogstens" and indicator.loopt_op:
            return Stand.ACHTER  # a count only grows
        if norm.richting == "minstens" and indicator.loopt_op:
            if w.waarde == 0:
                return Stand.NIET_GESTART
            verwacht = math.floor(waarde_norm * (1 - w.deel_over))
            return Stand.OP_SCHEMA if (w.waarde or 0) >= verwacht else Stand.AANDACHT
        return Stand.AANDACHT
    afstand = abs(Fraction(str(w.waarde)) - Fraction(str(waarde_norm)))
    return Stand.AANDACHT if norm.bandbreedte and afstand <= Fraction(str(norm.bandbreedte)) else Stand.ACHTER


def _stand_doel(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float, tekort: float) -> Stand:
    if tekort <= 0:
        return Stand.GEREED
    if norm.deadline is not None and w.einde >= norm.deadline:
        return Stand.ACHTER
    if indicator.eenheid.ja_nee:
        return Stand.GEEN_NORM  # a milestone before its date, or without one, cannot be judged
    if w.waarde == 0:
        return Stand.NIET_GESTART
    if norm.deadline is None:
        return Stand.AANDACHT  # without a date nobody can say that it is on schedule
    looptijd = (norm.deadline - norm.geldig_van).days
    verstreken = (w.einde - norm.geldig_van).days
    return Stand.OP_SCHEMA if (w.waarde or 0) * looptijd >= waarde_norm * verstreken else Stand.AANDACHT


def _tekort(norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float) -> float:
    """How far the figure is from the norm, in whole units of the numerator for a share; 0 when the norm is kept.

    Exact arithmetic: 24 x 0,80 = 19,2 asks for 20, and 25 x 0,80 = 20 must not become 21 by a rounding error.
    """
    grens = Fraction(str(waarde_norm))
    teller = Fraction(str(w.waarde))
    deel = indicator.eenheid.deel and w.geteld
    if deel:
        teller, grens = Fraction(str(w.teller)), _breuk(norm, waarde_norm) * Fraction(str(w.noemer))
    if norm.richting == "precies":
        verschil = abs(grens - teller)
    elif norm.richting == "minstens":
        verschil = math.ceil(grens) - teller if deel and teller < grens else grens - teller
    else:
        verschil = teller - math.floor(grens) if deel and teller > grens else teller - grens
    uitkomst = float(max(verschil, Fraction(0)))
    return int(uitkomst) if uitkomst.is_integer() else uitkomst


def _hersteld(
    norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float, eerder: Sequence[Waarneming]
) -> bool:
    """Whether this year and the last one before it each kept the norm: then an older year no longer speaks for a part."""
    vorige = [e for e in eerder if is_heel(e) and e.noemer]
    return bool(vorige) and not any(_tekort(norm, indicator, jaar, waarde_norm) for jaar in (w, vorige[-1]))


def _is_verloren(norm: Norm, indicator: Indicator, w: Waarneming, stand: Stand, kans: Vooruitzicht | None) -> bool:
    """Whether this figure cannot go with a report that all is well: it is behind, the count of that day is below the
    norm, or the year can hardly be saved.
    """
    if stand is Stand.ACHTER:
        return True
    if stand is not Stand.AANDACHT or not w.lopend or norm.aard != "jaar":
        return False
    return indicator.tijd == "peil" or (kans is not None and kans.verloren)


def _breuk(norm: Norm, waarde_norm: float) -> Fraction:
    """The norm for a share, exactly as it was agreed or measured.

    A measured share is a fraction of counts: 5 of 6 rounded up as a decimal would fail against itself.
    """
    grens = Fraction(str(waarde_norm))
    return grens if norm.bron_norm == "vast" else grens.limit_denominator(_GROOTSTE_NOEMER)


def _telt_per_jaar(norm: Norm, indicator: Indicator) -> bool:
    """Whether every year has counts of its own; standing homes are the same ones as a year before."""
    return indicator.eenheid.deel and indicator.tijd == "stroom" and norm.aard == "jaar"


def _kans(
    norm: Norm, indicator: Indicator, w: Waarneming, waarde_norm: float | None, klein: int, eerder: Sequence[Waarneming]
) -> Vooruitzicht | None:
    """How a running year will probably end; None where chance plays no part, or where the year stays too small."""
    lopend = w.lopend and indicator.toeval and _telt_per_jaar(norm, indicator)
    if not lopend or waarde_norm is None or not w.noemer or ontbreekt(w.teller):
        return None
    telling = (w.teller or 0, w.noemer)
    hele_jaren = [(e.teller or 0, e.noemer or 0) for e in eerder if is_heel(e)]
    kans = vooruitzicht(telling, hele_jaren, w.deel_over, _breuk(norm, waarde_norm), norm.richting)
    return kans if kans is not None and w.noemer + kans.nog >= klein else None
