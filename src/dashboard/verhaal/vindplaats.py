"""Where in the monitor a figure is shown: the page, and what to choose there. Every sentence about a figure leads to it."""

from __future__ import annotations

from dashboard.afspraken import Indicator, Overeenkomst
from dashboard.normen import TOTAAL, Waarneming


def vindplaats(overeenkomst: Overeenkomst, indicator: Indicator, w: Waarneming) -> tuple[str, dict[str, str]]:
    """The figure on its theme page for the part it is about; a milestone has no chart, so its afspraak tells more."""
    if indicator.eenheid == "mijlpaal" and indicator.afspraak is not None:
        return "afspraken", {"afspraak": indicator.afspraak}
    thema = next(thema for thema in overeenkomst.themas if thema.thema == indicator.thema)
    keuze = {"cijfer": indicator.indicator}
    keuze |= {"corporatie": overeenkomst.kort[w.corporatie]} if w.corporatie != TOTAAL else {}
    keuze |= {"kernen": w.kern} if w.kern != TOTAAL else {}
    return thema.slug, keuze
