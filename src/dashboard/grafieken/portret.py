"""The charts of one kern or corporatie: its own line, and those it may be compared with."""

from __future__ import annotations

from dataclasses import replace

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import opsomming
from dashboard.cijfers import Keuze, is_gevuld, reeks_voor
from dashboard.cijfers.gelijken import gelijken, middelste
from dashboard.figuren import Opmaak, alt_tekst
from dashboard.figuren.kleuren import palet
from dashboard.grafieken.beelden import BEELDEN
from dashboard.grafieken.grafiek import Grafiek, maak_grafiek
from dashboard.grafieken.normstukken import norm_stukken
from dashboard.grafieken.reeksen import Lijn, lijnen_voor, op_een_as
from dashboard.grafieken.titels import titel_geheel
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL


def portretgrafiek(monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool) -> Grafiek | None:
    """One figure of the chosen part over the years; None without figures."""
    lijnen = lijnen_voor(monitor, indicator, keuze.niveau, keuze, donker)
    eigen = [lijn for lijn in lijnen if lijn.deel in (*keuze.kernen, keuze.corporatie)]
    if not any(is_gevuld(w) for lijn in eigen for w in lijn.waarnemingen):
        return None
    if keuze.kernen:
        kern = keuze.kernen[0]
        eigen = [replace(lijn, kleur=palet(donker).accent) for lijn in eigen]
        ernaast = _ernaast(monitor, indicator, kern, donker)
        lijnen = [*eigen, *ernaast]
        naast = f", naast {opsomming(lijn.naam for lijn in ernaast)}" if ernaast else ""
    else:
        kern = TOTAAL
        # The plans of others do not matter here.
        lijnen = [lijn for lijn in lijnen if lijn in eigen or not lijn.plan]
        naast = ", naast de andere corporaties" if len(lijnen) > len(eigen) else ""
    as_, lijnen = op_een_as(indicator, [replace(lijn, nadruk=bool(keuze.kernen) or lijn in eigen) for lijn in lijnen])
    normen = norm_stukken(monitor, indicator, keuze.niveau, keuze, as_, kern=kern)
    gedaan = next(lijn for lijn in [*(een for een in eigen if not een.plan), *eigen])
    titel = titel_geheel(indicator, gedaan)
    wie, alt = f"{gedaan.naam}{naast}", alt_tekst(titel, lijnen, normen)
    opmaak = Opmaak(normen, indicator.eenheid, donker, "andere corporaties")
    figuur = BEELDEN[indicator.beeld("gemeente") or "lijnen"](as_.labels, lijnen, opmaak)
    return maak_grafiek(indicator, "portret", titel, wie, alt, figuur, as_.labels, lijnen)


def _ernaast(monitor: Monitor, indicator: Indicator, kern: str, donker: bool) -> list[Lijn]:
    """The lines of the whole gemeente and the median of similar kernen, where the unit can be compared."""
    if not indicator.eenheid.vergelijkbaar:
        return []
    geheel = reeks_voor(monitor, indicator, Keuze())
    soortgenoten = gelijken(monitor, kern).kernen
    midden = middelste(monitor, indicator, soortgenoten)
    lijnen = [
        Lijn("hele gemeente", kleur=palet(donker).gedempt, deel=TOTAAL, waarnemingen=tuple(geheel)),
        Lijn("midden van gelijke kernen", kleur=palet(donker).naast, deel="", waarnemingen=tuple(midden.values())),
    ]
    return [lijn for lijn in lijnen if lijn.waarnemingen]
