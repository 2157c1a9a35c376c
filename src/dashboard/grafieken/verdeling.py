"""Composition: shares per year, for figures whose unit is 'verdeling' (a class and a count per row)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dashboard.afspraken import Indicator
from dashboard.basis.instellingen import getal_van
from dashboard.basis.opmaak import getal, percentage
from dashboard.cijfers import Keuze
from dashboard.figuren import Opmaak, Punt, Reeks, alt_tekst, ordinaal_palet
from dashboard.figuren.kleuren import palet
from dashboard.grafieken.beelden import BEELDEN
from dashboard.grafieken.grafiek import Grafiek, maak_grafiek
from dashboard.grafieken.titels import keuze_tekst
from dashboard.monitor import Monitor

_ONBEKEND = "onbekend"


def verdeling(
    monitor: Monitor, indicator: Indicator, beeld: str, niveau: str, keuze: Keuze, donker: bool
) -> Grafiek | None:
    """The chart with the share of every class per year, in the order of the query; unknown is hatched, not hidden."""
    gevraagd = monitor.parameters(indicator, niveau, **keuze.filters)
    rijen = [rij for rij in monitor.rijen(indicator.query, **gevraagd) if keuze.binnen(rij["jaar"])]
    if not rijen or indicator.teller is None:
        return None
    per_jaar = Counter[int]()
    for rij in rijen:
        per_jaar[rij["jaar"]] += rij[indicator.teller]
    over_mensen = "verhuringen" in monitor.queries[indicator.query].bron
    perioden = samengenomen(per_jaar, getal_van("MONITOR_KLEIN") if over_mensen else 0)
    label = {jaar: _label(jaren) for jaren in perioden for jaar in jaren}
    labels = list(dict.fromkeys(label.values()))
    klassen = list(dict.fromkeys(rij[indicator.kolom] for rij in sorted(rijen, key=lambda rij: -rij["jaar"])))
    aantal = Counter[tuple[str, str]]()
    for rij in rijen:
        if rij["jaar"] in label:
            aantal[rij[indicator.kolom], label[rij["jaar"]]] += rij[indicator.teller]
    som = {naam: sum(aantal[klasse, naam] for klasse in klassen) for naam in labels}
    if not labels:
        return None
    kleuren = dict(zip([k for k in klassen if k != _ONBEKEND], ordinaal_palet(len(klassen), donker), strict=False))

    def tekst(klasse: str, naam: str) -> str:
        hoeveel = aantal[klasse, naam]
        return (
            f"{percentage(hoeveel / som[naam], som[naam])} ({getal(hoeveel)} van {getal(som[naam])})"
            if som[naam]
            else "geen gegevens"
        )

    delen = [
        Reeks(
            _leesbaar(monitor, klasse),
            [Punt(naam, aantal[klasse, naam], tekst(klasse, naam)) for naam in labels],
            kleuren.get(klasse, palet(donker).gedempt),
            gearceerd=klasse == _ONBEKEND,
        )
        for klasse in klassen
    ]
    grootste = max(klassen, key=lambda klasse: aantal[klasse, labels[-1]])
    titel = f"Grootste deel in {labels[-1]}: {_leesbaar(monitor, grootste)}, {tekst(grootste, labels[-1])}"
    figuur = BEELDEN[beeld](labels, delen, Opmaak(donker=donker))
    wie = keuze_tekst(monitor, keuze)
    return maak_grafiek(indicator, "verdeling", titel, wie, alt_tekst(titel, delen), figuur, labels, delen)


def samengenomen(per_jaar: Mapping[int, float], klein: float) -> list[tuple[int, ...]]:
    """The years of a composition in periods that hold at least `klein`: everybody in a village knows whose the only
    letting was. From the newest back, a period ends when it holds enough; what is left at the beginning joins the
    period after it. Empty when all years together hold fewer.
    """
    perioden: list[tuple[int, ...]] = []
    open_: tuple[int, ...] = ()
    for jaar in sorted(per_jaar, reverse=True):
        open_ = (jaar, *open_)
        if sum(per_jaar[een] for een in open_) >= klein:
            perioden.insert(0, open_)
            open_ = ()
    if open_ and perioden:
        perioden[0] = open_ + perioden[0]
    return perioden


def _label(jaren: tuple[int, ...]) -> str:
    return str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]} t/m {jaren[-1]}"


def _leesbaar(monitor: Monitor, klasse: str) -> str:
    """The name of a class: a group has one in the agreement, any other is its code with spaces."""
    namen = {rij["groep"]: rij["naam"] for rij in monitor.overeenkomst.tabellen["groepen"].to_pylist()}
    return str(namen.get(klasse, klasse.replace("_", " ")))
