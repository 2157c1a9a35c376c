"""A difference in words."""

from __future__ import annotations

from dashboard.afspraken import Overeenkomst
from dashboard.normen import TOTAAL, Oordeel, Stand
from dashboard.vergelijken.verschil import Cijferverschil, Oordeelverschil


def zin(overeenkomst: Overeenkomst, verschil: Oordeelverschil | Cijferverschil) -> str:
    """A change in one line: 'Wachttijd, Dorp, 2025: 35,5 wordt 39,0, op schema wordt aandacht'."""
    cijfer = verschil if isinstance(verschil, Cijferverschil) else verschil.cijfer
    eerst, later = cijfer.teksten
    delen = [f"{eerst} wordt {later}" if eerst != later else later]
    if isinstance(verschil, Oordeelverschil) and verschil.andere_stand:
        delen.append(f"{stand_woord(verschil.eerst)} wordt {stand_woord(verschil.later)}")
    return f"{onderwerp(overeenkomst, cijfer)}: {', '.join(delen)}"


def onderwerp(overeenkomst: Overeenkomst, verschil: Cijferverschil) -> str:
    """What changed: the figure, the class, the part when it is not the whole, and the year."""
    w = verschil.waarneming
    delen = [
        verschil.indicator.titel,
        verschil.klasse.replace("_", " "),
        overeenkomst.kort[w.corporatie] if w.corporatie != TOTAAL else "",
        w.kern if w.kern != TOTAAL else "",
        f"{w.jaar} gepland" if w.soort == "plan" else w.periode or str(w.jaar),
    ]
    return ", ".join(deel for deel in delen if deel)


def stand_woord(oordeel: Oordeel | None) -> str:
    """A stand in words, with 'indicatief' where it only holds against the last known norm."""
    if oordeel is None:
        return Stand.GEEN_GEGEVENS.woord
    return f"indicatief {oordeel.indicatief.woord}" if oordeel.indicatief else oordeel.stand.woord
