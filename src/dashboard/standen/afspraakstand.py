"""The two standen of every afspraak: what the trekker reports (actiestatus), and what the figures say against the norms.

They are never merged into one colour: where they contradict each other the meeting has something to discuss.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.afspraken import Afspraak, Thema
from dashboard.basis.opmaak import aantal, opsomming
from dashboard.monitor import Monitor
from dashboard.normen import ERNST, TOTAAL, Oordeel, Stand, ernstigste, samengevat

GROEN = (Stand.GEREED, Stand.OP_SCHEMA)


@dataclass(frozen=True)
class Afspraakstand:
    """An afspraak with both standen. `berekend` is None where no norm counts for it; `gemeld` where nobody reported."""

    afspraak: Afspraak
    gemeld: Stand | None
    meldingen: tuple[dict[str, Any], ...]
    berekend: Stand | None
    indicatief: Stand | None
    oordelen: tuple[Oordeel, ...]

    @property
    def tegenspraak(self) -> bool:
        """Whether report and figure cannot both be right: one says fine, the other says behind (also indicatively)."""
        cijfer = self.indicatief if self.berekend is Stand.GEEN_NORM and self.indicatief else self.berekend
        if self.gemeld is None or cijfer is None:
            return False
        return (self.gemeld in GROEN and cijfer is Stand.ACHTER) or (self.gemeld is Stand.ACHTER and cijfer in GROEN)

    @property
    def cijfer(self) -> Oordeel | None:
        """The judgement that decides the computed stand: the worst one, the largest shortfall first."""
        return min(self.oordelen, key=_gewicht, default=None)


def afspraakstanden(monitor: Monitor) -> list[Afspraakstand]:
    """Every afspraak with its reported and its computed stand, in the order of the agreement."""
    meldingen: dict[str, list[dict[str, Any]]] = {}
    for rij in monitor.rijen("acties/stand"):
        meldingen.setdefault(rij["afspraak"], []).append(rij)
    standen = []
    for afspraak in monitor.overeenkomst.afspraken:
        eigen = meldingen.get(afspraak.afspraak, [])
        oordelen = actuele_oordelen(
            o for o in monitor.oordelen if o.norm.afspraak == afspraak.afspraak and o.norm.telt_mee
        )
        standen.append(
            Afspraakstand(
                afspraak,
                ernstigste(Stand(rij["stand"]) for rij in eigen) if eigen else None,
                tuple(eigen),
                _berekend(oordelen),
                _indicatief(oordelen),
                tuple(oordelen),
            )
        )
    return standen


def voor_deel(stand: Afspraakstand, corporatie: str | None, kernen: Sequence[str]) -> Afspraakstand:
    """The same afspraak by the judgements on these parts alone; without any there is no computed stand."""
    oordelen = [
        oordeel
        for oordeel in stand.oordelen
        if oordeel.waarneming.corporatie == (corporatie or TOTAAL)
        and (oordeel.waarneming.kern in kernen if kernen else oordeel.waarneming.kern == TOTAAL)
    ]
    return replace(stand, berekend=_berekend(oordelen), indicatief=_indicatief(oordelen), oordelen=tuple(oordelen))


def actuele_oordelen(oordelen: Iterable[Oordeel]) -> list[Oordeel]:
    """Per norm and part the judgement that holds now: the last whole year for yearly norms, the newest for targets.

    For a part too small in that year it is the judgement over three years, where there is one.
    """
    laatste: dict[tuple[str, str, str], Oordeel] = {}
    for oordeel in oordelen:
        w = oordeel.waarneming
        if w.soort == "plan" or (oordeel.norm.aard == "jaar" and w.lopend):
            continue
        sleutel = (oordeel.norm.norm, w.corporatie, w.kern)
        if sleutel not in laatste or laatste[sleutel].waarneming.jaar <= w.jaar:
            laatste[sleutel] = oordeel
    return [oordeel.sprekend for oordeel in laatste.values()]


def per_norm(oordelen: Iterable[Oordeel]) -> dict[str, list[Oordeel]]:
    """Judgements grouped by norm code."""
    groepen: dict[str, list[Oordeel]] = {}
    for oordeel in oordelen:
        groepen.setdefault(oordeel.norm.norm, []).append(oordeel)
    return groepen


def _berekend(oordelen: list[Oordeel]) -> Stand | None:
    if not oordelen:
        return None
    return ernstigste(samengevat(o.stand for o in deel) for deel in per_norm(oordelen).values())


def _indicatief(oordelen: list[Oordeel]) -> Stand | None:
    indicatief = [o.indicatief for o in oordelen if o.indicatief is not None]
    return ernstigste(indicatief) if indicatief else None


def _gewicht(oordeel: Oordeel) -> tuple[int, float, float]:
    return ERNST.index(oordeel.tegen_norm), -(oordeel.tekort or 0), -(oordeel.normwaarde or 0)


def telling(standen: Iterable[Afspraakstand], thema: Thema | None = None) -> dict[Stand, int]:
    """How many afspraken (of a theme) were reported in each stand; not reported counts as `geen_gegevens`."""
    aantallen = dict.fromkeys(Stand, 0)
    for stand in standen:
        if thema is None or stand.afspraak.thema == thema.thema:
            aantallen[stand.gemeld or Stand.GEEN_GEGEVENS] += 1
    return {stand: aantal for stand, aantal in aantallen.items() if aantal}


def ontbrekende_rijen(monitor: Monitor) -> str:
    """The sentence that rows with faults were left out, and of which delivery; empty when none were."""
    weg = [rij for rij in monitor.volledigheid.leveringen if rij["weggelaten"]]
    if not weg:
        return ""
    hoeveel = sum(rij["weggelaten"] for rij in weg)
    bestanden = list(dict.fromkeys(rij["bestand"] for rij in weg))
    genoemd = opsomming([*bestanden[:3], *([f"nog {len(bestanden) - 3}"] if len(bestanden) > 3 else [])])
    levering = "levering" if len(bestanden) == 1 else "leveringen"
    return f"{aantal(hoeveel, 'rij', 'rijen')} van {levering} {genoemd} {'ontbreekt' if hoeveel == 1 else 'ontbreken'}"
