"""The charts of a figure, from the whole to the parts."""

from __future__ import annotations

from dashboard.afspraken import Indicator
from dashboard.cijfers import Keuze, is_gevuld
from dashboard.figuren import (
    Figuur,
    NormStuk,
    Paneel,
    Reeks,
    Staven,
    alt_tekst,
    kleine_veelvouden,
    lijnfiguur,
    panelen_als_reeksen,
    staaffiguur,
)
from dashboard.grafieken.grafiek import Grafiek
from dashboard.grafieken.normstukken import norm_stukken
from dashboard.grafieken.reeksen import As, Lijn, as_voor, lijnen_voor, punten, reeks
from dashboard.grafieken.titels import NIVEAU, keuze_tekst, titel_delen, titel_geheel, titel_kernen
from dashboard.grafieken.verdeling import verdeling
from dashboard.monitor import Monitor

_KOLOMMEN = 7  # panels in a row: thirteen kernen in two rows on a 1600 pixel screen


def grafieken_voor(monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool) -> list[Grafiek]:
    """Gemeente, corporaties and kernen, as far as the figure exists there; none when there are no figures at all."""
    indicator = monitor.overeenkomst.anders_geteld(indicator, keuze.anders)
    if indicator.eenheid.klassen:
        return verdeling(monitor, indicator, keuze, donker)
    grafieken = []
    for niveau in indicator.lijst_niveaus:
        lijnen = lijnen_voor(monitor, indicator, niveau, keuze, donker)
        if any(is_gevuld(w) for lijn in lijnen for w in lijn.waarnemingen):
            maak = _per_kern if niveau == "kern" else _over_de_jaren
            grafieken.append(maak(monitor, indicator, niveau, lijnen, keuze, donker))
    return grafieken


def _over_de_jaren(
    monitor: Monitor, indicator: Indicator, niveau: str, lijnen: list[Lijn], keuze: Keuze, donker: bool
) -> Grafiek:
    as_ = as_voor(lijnen)
    normen = norm_stukken(monitor, indicator, niveau, keuze, as_)
    reeksen = [
        reeks(indicator, lijn, as_, keuze.corporatie in (None, lijn.deel) or niveau != "corporatie") for lijn in lijnen
    ]
    beeld = teken(indicator, as_, reeksen, normen, donker)
    gedaan = [lijn for lijn in lijnen if not lijn.plan] or lijnen
    titel = titel_geheel(indicator, gedaan[0]) if niveau == "gemeente" else titel_delen(indicator, lijnen)
    wie = keuze_tekst(monitor, keuze) if niveau == "gemeente" else NIVEAU[niveau]
    return maak_grafiek(indicator, niveau, titel, wie, alt_tekst(titel, reeksen, normen), beeld, lijnen, as_)


def teken(
    indicator: Indicator, as_: As, reeksen: list[Reeks], normen: list[NormStuk], donker: bool, achtergrond: str = ""
) -> Figuur:
    """Bars for what is counted within a year, lines for everything else."""
    if indicator.loopt_op:
        return staaffiguur(as_.labels, [_staven(een) for een in reeksen], normen=normen, donker=donker)
    vanaf_nul = _vanaf_nul(indicator, reeksen)
    return lijnfiguur(as_.labels, reeksen, normen, indicator.eenheid, donker, vanaf_nul, achtergrond)


def _per_kern(
    monitor: Monitor, indicator: Indicator, niveau: str, lijnen: list[Lijn], keuze: Keuze, donker: bool
) -> Grafiek:
    as_ = as_voor(lijnen)
    panelen = [
        Paneel(
            lijn.naam,
            punten(indicator, lijn, as_),
            norm_stukken(monitor, indicator, niveau, keuze, as_, kern=lijn.deel),
            nadruk=lijn.deel in keuze.kernen,
        )
        for lijn in lijnen
    ]
    beeld = kleine_veelvouden(panelen, indicator.eenheid, kolommen=min(_KOLOMMEN, max(3, len(panelen))), donker=donker)
    titel = titel_kernen(monitor, indicator, keuze)
    alt = alt_tekst(titel, panelen_als_reeksen(panelen))
    return maak_grafiek(indicator, niveau, titel, NIVEAU[niveau], alt, beeld, lijnen, as_)


def maak_grafiek(
    indicator: Indicator,
    niveau: str,
    titel: str,
    wie: str,
    alt: str,
    beeld: dict[str, object],
    lijnen: list[Lijn],
    as_: As,
) -> Grafiek:
    """The chart with its table: the same observations, so that the two cannot differ."""
    rijen = tuple((lijn.naam, *(punt.volledig for punt in punten(indicator, lijn, as_))) for lijn in lijnen)
    return Grafiek(niveau, titel, f"{indicator.titel}, {wie}", alt, beeld, (indicator.definitie, *as_.labels), rijen)


def _staven(lijn: Reeks) -> Staven:
    """The same points as bars: counts of things that happened within a year."""
    return Staven(
        lijn.naam,
        [punt.waarde for punt in lijn.punten],
        [punt.tekst for punt in lijn.punten],
        lijn.kleur,
        plan=lijn.plan,
        lopend=[punt.lopend for punt in lijn.punten],
    )


def _vanaf_nul(indicator: Indicator, reeksen: list[Reeks]) -> bool:
    """Counts start at 0, unless they lie so close together that such an axis would hide what the chart is about."""
    waarden = [punt.waarde for een in reeksen for punt in een.punten if punt.waarde is not None]
    dicht_bijeen = bool(waarden) and min(waarden) > 200 and max(waarden) - min(waarden) < 0.1 * max(waarden)
    return not (indicator.eenheid.telt and dicht_bijeen)
