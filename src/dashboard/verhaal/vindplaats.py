"""Where the monitor shows a figure: every sentence about it links there."""

from __future__ import annotations

from dashboard.afspraken import Indicator, Overeenkomst
from dashboard.normen import TOTAAL, Waarneming


def vindplaats(overeenkomst: Overeenkomst, indicator: Indicator, w: Waarneming) -> tuple[str, dict[str, str]]:
    """The page and what to choose there: the theme page, or the afspraak of a milestone, which has no chart."""
    if indicator.eenheid.ja_nee and indicator.afspraak is not None:
        return "afspraken", {"afspraak": indicator.afspraak}
    thema = next(thema for thema in overeenkomst.themas if thema.thema == indicator.thema)
    keuze = {"cijfer": indicator.indicator}
    keuze |= {"corporatie": overeenkomst.kort[w.corporatie]} if w.corporatie != TOTAAL else {}
    keuze |= {"kernen": w.kern} if w.kern != TOTAAL else {}
    return thema.slug, keuze
