"""A difference in words."""

from __future__ import annotations

from dashboard.afspraken import Overeenkomst
from dashboard.normen import TOTAAL, Oordeel, Stand
from dashboard.standen.afspraakstand import Afspraakstand
from dashboard.vergelijken.verschil import Afspraakverschil, Cijferverschil, Meldingverschil, Oordeelverschil, Richting

RICHTING_KOP = {
    Richting.SLECHTER: "Slechter",
    Richting.BETER: "Beter",
    Richting.NIEUW: "Voor het eerst beoordeeld",
    Richting.VERVALLEN: "Niet meer beoordeeld",
    Richting.ANDERS: "Anders, zonder beter of slechter",
}


def zin(overeenkomst: Overeenkomst, verschil: Oordeelverschil | Cijferverschil) -> str:
    """A change in one line: 'Wachttijd, Dorp, 2025: 35,5 wordt 39,0, op schema wordt aandacht'."""
    cijfer = verschil if isinstance(verschil, Cijferverschil) else verschil.cijfer
    eerst, later = cijfer.teksten
    delen = [f"{eerst} wordt {later}" if eerst != later else later]
    if isinstance(verschil, Oordeelverschil) and verschil.andere_stand:
        delen.append(f"{stand_woord(verschil.eerst)} wordt {stand_woord(verschil.later)}")
    return f"{onderwerp(overeenkomst, cijfer)}: {', '.join(delen)}"


def afspraak_zin(verschil: Afspraakverschil) -> str:
    """Another stand of an afspraak in one line: '1.1.7 Jongeren: achter op schema (2025) wordt op schema (2026)'."""
    afspraak = verschil.later.afspraak
    toen, nu = _berekend(verschil.eerst), _berekend(verschil.later)
    delen = [f"berekend {toen} wordt {nu}" if toen != nu else f"berekend {nu}"]
    if verschil.eerst.tegenspraak is not verschil.later.tegenspraak:
        weer = "spreken elkaar nu tegen" if verschil.later.tegenspraak else "spreken elkaar niet meer tegen"
        delen.append(f"melding en cijfer {weer}")
    return f"{afspraak.afspraak} {afspraak.onderwerp}: {'; '.join(delen)}"


def melding_zin(overeenkomst: Overeenkomst, verschil: Meldingverschil) -> str:
    """Another reported stand in one line: '1.2.1 Wachttijd: niet gemeld wordt op schema'."""
    toen, nu = (stand.woord if stand else "niet gemeld" for stand in verschil.standen)
    return f"{verschil.afspraak} {overeenkomst.afspraak[verschil.afspraak].onderwerp}: {toen} wordt {nu}"


def _berekend(stand: Afspraakstand) -> str:
    if stand.berekend is None:
        return Stand.GEEN_GEGEVENS.woord
    woord = stand.berekend.woord
    if stand.indicatief and stand.indicatief is not stand.berekend:
        woord = f"{woord}, indicatief {stand.indicatief.woord}"
    return f"{woord} ({stand.jaar})" if stand.jaar else woord


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
