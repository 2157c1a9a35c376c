"""What differs between two Monitors of one agreement: two publications, or the newest one and what a delivery makes of it.

A missing row and a row without data say the same, so only what a reader would see change is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.afspraken import Indicator
from dashboard.monitor import Monitor
from dashboard.normen import Oordeel, Waarneming
from dashboard.standen.afspraakstand import standen_van
from dashboard.vergelijken.verschil import Afspraakverschil, Cijferverschil, Meldingverschil, Oordeelverschil, Verschil


def vergelijk(eerst: Monitor, later: Monitor) -> Verschil:
    """Everything that differs; `later` is what `eerst` became."""
    return Verschil(
        tuple(sorted(_afspraken(eerst, later), key=lambda verschil: verschil.gewicht)),
        tuple(sorted(_oordelen(eerst, later), key=lambda verschil: verschil.gewicht)),
        tuple(sorted(_cijfers(eerst, later), key=lambda verschil: verschil.gewicht)),
        tuple(sorted(_meldingen(eerst, later), key=lambda verschil: verschil.gewicht)),
    )


def _afspraken(eerst: Monitor, later: Monitor) -> Iterator[Afspraakverschil]:
    toen = {stand.afspraak.afspraak: stand for stand in standen_van(eerst)}
    for stand in standen_van(later):
        if (was := toen.get(stand.afspraak.afspraak)) and (verschil := Afspraakverschil(was, stand)).anders:
            yield verschil


def _oordelen(eerst: Monitor, later: Monitor) -> Iterator[Oordeelverschil]:
    toen, nu = ({_plek_oordeel(o): o for o in monitor.oordelen} for monitor in (eerst, later))
    for plek in dict.fromkeys([*nu, *toen]):
        indicator = later.overeenkomst.indicator[(nu.get(plek) or toen[plek]).norm.indicator]
        verschil = Oordeelverschil(indicator, toen.get(plek), nu.get(plek))
        if verschil.andere_stand or verschil.cijfer.anders:
            yield verschil


def _cijfers(eerst: Monitor, later: Monitor) -> Iterator[Cijferverschil]:
    for indicator in later.overeenkomst.indicatoren:
        for niveau in indicator.niveaus:
            toen, nu = (
                {_plek(indicator, w): w for w in monitor.waarnemingen(indicator, niveau)} for monitor in (eerst, later)
            )
            for plek in dict.fromkeys([*nu, *toen]):
                verschil = Cijferverschil(indicator, niveau, toen.get(plek), nu.get(plek))
                if verschil.anders:
                    yield verschil


def _meldingen(eerst: Monitor, later: Monitor) -> Iterator[Meldingverschil]:
    toen, nu = (
        {(rij["afspraak"], rij["actie"]): rij for rij in monitor.rijen("acties/stand")} for monitor in (eerst, later)
    )
    for afspraak, actie in dict.fromkeys([*nu, *toen]):
        verschil = Meldingverschil(afspraak, actie, toen.get((afspraak, actie)), nu.get((afspraak, actie)))
        if verschil.standen[0] is not verschil.standen[1]:
            yield verschil


def _plek(indicator: Indicator, w: Waarneming) -> tuple[int, str, str, str, str]:
    """What two figures must share to be compared: year, part, planned or realised, and the class of a distribution."""
    return w.jaar, w.corporatie, w.kern, w.soort, str(w.waarde) if indicator.eenheid.klassen else ""


def _plek_oordeel(oordeel: Oordeel) -> tuple[str, int, str, str, str]:
    w = oordeel.waarneming
    return oordeel.norm.norm, w.jaar, w.corporatie, w.kern, w.soort
