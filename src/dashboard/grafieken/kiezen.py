"""The charts of a figure, from the whole to the parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.afspraken import Indicator
from dashboard.cijfers import Keuze, is_gevuld
from dashboard.figuren import Opmaak, alt_tekst
from dashboard.grafieken.beelden import BEELDEN
from dashboard.grafieken.grafiek import Grafiek, maak_grafiek
from dashboard.grafieken.normstukken import norm_stukken
from dashboard.grafieken.reeksen import lijnen_voor, op_een_as
from dashboard.grafieken.titels import NIVEAU, keuze_tekst, titel_delen, titel_geheel, titel_kernen
from dashboard.grafieken.verdeling import verdeling
from dashboard.monitor import Monitor


def niveaus_van(indicator: Indicator) -> tuple[str, ...]:
    """The levels at which a figure can be drawn: a composition also has a bar per kern, of years that hold enough."""
    return tuple(dict.fromkeys([*indicator.niveaus, *(["kern"] if indicator.eenheid.klassen else [])]))


def grafieken_voor(
    monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool, niveaus: Sequence[str] | None = None
) -> list[Grafiek]:
    """The charts for gemeente, corporaties and kernen, or for the asked levels, as far as the figure exists and is
    drawn there; none when there are no figures at all.
    """
    indicator = monitor.overeenkomst.anders_geteld(indicator, keuze.anders)
    maak = verdeling if indicator.eenheid.klassen else _over_de_jaren
    return [
        grafiek
        for niveau in niveaus_van(indicator)
        if (niveaus is None or niveau in niveaus) and (beeld := indicator.beeld(niveau)) is not None
        if (grafiek := maak(monitor, indicator, beeld, niveau, keuze, donker)) is not None
    ]


def _over_de_jaren(
    monitor: Monitor, indicator: Indicator, beeld: str, niveau: str, keuze: Keuze, donker: bool
) -> Grafiek | None:
    """The parts of a level over the years. Each kern has its own norm and is read aloud; other parts share a norm."""
    lijnen = lijnen_voor(monitor, indicator, niveau, keuze, donker)
    if not any(is_gevuld(w) for lijn in lijnen for w in lijn.waarnemingen):
        return None
    as_, lijnen = op_een_as(indicator, lijnen)
    normen = [] if niveau == "kern" else norm_stukken(monitor, indicator, niveau, keuze, as_)
    if niveau == "kern":
        lijnen = [
            replace(
                lijn,
                nadruk=lijn.deel in keuze.kernen,
                normen=norm_stukken(monitor, indicator, niveau, keuze, as_, kern=lijn.deel),
            )
            for lijn in lijnen
        ]
        titel, voorgelezen = titel_kernen(monitor, indicator, keuze), [replace(lijn, nadruk=True) for lijn in lijnen]
    elif niveau == "corporatie":
        lijnen = voorgelezen = [replace(lijn, nadruk=keuze.corporatie in (None, lijn.deel)) for lijn in lijnen]
        titel = titel_delen(indicator, lijnen)
    else:
        gedaan, voorgelezen = [lijn for lijn in lijnen if not lijn.plan] or lijnen, lijnen
        titel = titel_geheel(indicator, gedaan[0])
    wie = NIVEAU.get(niveau) or keuze_tekst(monitor, keuze)
    figuur = BEELDEN[beeld](as_.labels, lijnen, Opmaak(normen, indicator.eenheid, donker))
    alt = alt_tekst(titel, voorgelezen, normen)
    return maak_grafiek(indicator, niveau, titel, wie, alt, figuur, as_.labels, lijnen)
