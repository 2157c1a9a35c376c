"""The norms of a chart as steps over the years: solid where they hold, dotted where only the last known one is left."""

from __future__ import annotations

from itertools import groupby

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import getal
from dashboard.cijfers import Keuze
from dashboard.figuren import NormStuk
from dashboard.grafieken.reeksen import As
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, grens_tekst


def norm_stukken(
    monitor: Monitor, indicator: Indicator, niveau: str, keuze: Keuze, as_: As, kern: str = TOTAAL
) -> list[NormStuk]:
    """The pieces for one chart or panel; none for a selection that no norm is about.

    Where corporaties share one chart only norms that are the same for all of them are drawn.
    """
    if (keuze.kernen and niveau != "kern") or (keuze.corporatie and niveau != "corporatie"):
        return []
    per_norm: dict[str, list[Oordeel]] = {}
    for oordeel in monitor.oordelen_over(indicator, niveau):
        w = oordeel.waarneming
        past = (kern in (TOTAAL, w.kern)) and (niveau != "corporatie" or keuze.corporatie in (None, w.corporatie))
        if past and oordeel.normwaarde is not None:
            per_norm.setdefault(oordeel.norm.norm, []).append(oordeel)
    stukken = []
    for oordelen in per_norm.values():
        per_jaar = {o.waarneming.jaar: o for o in oordelen}
        eensluidend = all(per_jaar[o.waarneming.jaar].normwaarde == o.normwaarde for o in oordelen)
        if eensluidend:
            stukken += _stappen(indicator, per_jaar, as_)
    return stukken


def _stappen(indicator: Indicator, per_jaar: dict[int, Oordeel], as_: As) -> list[NormStuk]:
    stappen = [(label, per_jaar[jaar]) for jaar, label in zip(as_.jaren, as_.labels, strict=True) if jaar in per_jaar]
    stukken = []
    for (waarde, geldig), groep in groupby(stappen, key=lambda stap: (stap[1].normwaarde, stap[1].geldig)):
        leden = list(groep)
        stukken.append(
            NormStuk(leden[0][0], leden[-1][0], float(waarde or 0), _tekst(indicator, leden[0][1]), bekend=geldig)
        )
    return stukken


def _tekst(indicator: Indicator, oordeel: Oordeel) -> str:
    norm = oordeel.norm
    grens = grens_tekst(norm, indicator, oordeel.normwaarde or 0)
    if norm.zekerheid == "planning":
        return f"gepland {getal(oordeel.normwaarde)}"
    if norm.zekerheid == "wettelijk":
        return f"wet: {grens}"
    if not oordeel.geldig and norm.geldig_tot is not None:
        return f"laatst bekende norm {grens} (t/m {norm.geldig_tot.year})"
    return f"norm {grens}"
