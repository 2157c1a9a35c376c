"""Composition: shares per year, for figures whose unit is 'verdeling' (a class and a count per row)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.instellingen import getal_van
from dashboard.basis.opmaak import getal, percentage
from dashboard.cijfers import Keuze, onbekend_teksten
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
    """The chart with the share of every class, in the order of the query; unknown is hatched, not hidden.

    A bar per year, or of each kern the newest period that holds enough. None when there is no such period.
    """
    gevraagd = monitor.parameters(indicator, niveau, **keuze.filters)
    rijen = [rij for rij in monitor.rijen(indicator.query, **gevraagd) if keuze.binnen(rij["jaar"])]
    if not rijen or indicator.teller is None:
        return None
    per_kern, klein = niveau == "kern", _klein(monitor, indicator)
    label = _labels(rijen, indicator.teller, klein, per_kern=per_kern)
    labels = list(dict.fromkeys(label.values()))
    if not labels:
        return None
    klassen = list(dict.fromkeys(rij[indicator.kolom] for rij in sorted(rijen, key=lambda rij: -rij["jaar"])))
    aantal = Counter[tuple[str, str]]()
    for rij in rijen:
        if (plek := (rij["kern"] if per_kern else "", rij["jaar"])) in label:
            aantal[rij[indicator.kolom], label[plek]] += rij[indicator.teller]
    som = {naam: sum(aantal[klasse, naam] for klasse in klassen) for naam in labels}
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
    grootste = {
        naam: max((aantal[klasse, naam], -nr, klasse) for nr, klasse in enumerate(klassen))[2] for naam in labels
    }
    [(vaakst, keren)] = Counter(grootste.values()).most_common(1)
    laatste = labels[-1]
    titel = (
        f"Grootste deel in {keren} van {len(labels)} kernen: {_leesbaar(monitor, vaakst)}"
        if per_kern
        else f"Grootste deel in {laatste}: {_leesbaar(monitor, grootste[laatste])}, {tekst(grootste[laatste], laatste)}"
    )
    figuur = BEELDEN[beeld](labels, delen, Opmaak(donker=donker))
    kernen = (
        f"per kern, de laatste jaren met genoeg {indicator.eenheid_meer}" if klein else "per kern, het laatste jaar"
    )
    niet = {(w.jaar, w.kern): w.onbekend for w in monitor.waarnemingen(indicator, niveau, **keuze.filters)}
    hoeveel = sum(van for (jaar, kern), van in niet.items() if (kern if per_kern else "", jaar) in label)
    wie = "; ".join([kernen if per_kern else keuze_tekst(monitor, keuze), *onbekend_teksten(hoeveel)])
    soort = niveau if per_kern else "verdeling"
    return maak_grafiek(indicator, soort, titel, wie, alt_tekst(titel, delen), figuur, labels, delen)


def _klein(monitor: Monitor, indicator: Indicator) -> float:
    """How many a bar must hold: homes may be shown one by one, people may not."""
    return getal_van("MONITOR_KLEIN") if "verhuringen" in monitor.queries[indicator.query].bron else 0


def _labels(
    rijen: Sequence[Mapping[str, Any]], teller: str, klein: float, *, per_kern: bool
) -> dict[tuple[str, int], str]:
    """The bar of every kern and year that is shown; the kern is empty where all count together."""
    per_plek: dict[str, Counter[int]] = {}
    for rij in rijen:
        per_plek.setdefault(rij["kern"] if per_kern else "", Counter())[rij["jaar"]] += rij[teller]
    return {
        (kern, jaar): f"{kern} ({_label(jaren)})" if per_kern else _label(jaren)
        for kern, per_jaar in per_plek.items()
        for jaren in (samengenomen(per_jaar, klein)[-1:] if per_kern else samengenomen(per_jaar, klein))
        for jaar in jaren
    }


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
