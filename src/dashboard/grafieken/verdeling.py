"""How something is made up: shares per year, for figures whose unit is 'verdeling' (a class and a count per row)."""

from __future__ import annotations

from dashboard.afspraken import Indicator
from dashboard.cijfers import Keuze
from dashboard.figuren import Deel, als_reeksen, alt_tekst, gestapeld_aandeel, ordinaal_palet
from dashboard.figuren.kleuren import palet
from dashboard.grafieken.model import Grafiek
from dashboard.grafieken.titels import keuze_tekst
from dashboard.monitor import Monitor
from dashboard.opmaak import getal, percentage

_ONBEKEND = "onbekend"


def verdeling(monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool) -> list[Grafiek]:
    """One chart: per year the share of every class, in the order of the query; unknown is hatched, not hidden."""
    bekend = {parameter.naam for parameter in monitor.queries[indicator.query].parameters}
    filters = {"kernen": list(keuze.kernen), "corporaties": [keuze.corporatie] if keuze.corporatie else []}
    rijen = [
        rij
        for rij in monitor.rijen(
            indicator.query,
            **indicator.vaste_parameters,
            niveau="gemeente",
            **{naam: waarde for naam, waarde in filters.items() if waarde and naam in bekend},
        )
        if keuze.binnen(rij["jaar"])
    ]
    if not rijen or indicator.teller is None:
        return []
    jaren = sorted({rij["jaar"] for rij in rijen})
    klassen = list(dict.fromkeys(rij[indicator.kolom] for rij in sorted(rijen, key=lambda rij: -rij["jaar"])))
    aantal = {(rij[indicator.kolom], rij["jaar"]): rij[indicator.teller] for rij in rijen}
    som = {jaar: sum(aantal.get((klasse, jaar), 0) for klasse in klassen) for jaar in jaren}
    kleuren = dict(zip([k for k in klassen if k != _ONBEKEND], ordinaal_palet(len(klassen), donker), strict=False))

    def tekst(klasse: str, jaar: int) -> str:
        hoeveel = aantal.get((klasse, jaar), 0)
        return (
            f"{percentage(hoeveel / som[jaar], som[jaar])} ({getal(hoeveel)} van {getal(som[jaar])})"
            if som[jaar]
            else "geen gegevens"
        )

    delen = [
        Deel(
            _leesbaar(monitor, klasse),
            [aantal.get((klasse, jaar), 0) for jaar in jaren],
            [tekst(klasse, jaar) for jaar in jaren],
            kleuren.get(klasse, palet(donker).gedempt),
            gearceerd=klasse == _ONBEKEND,
        )
        for klasse in klassen
    ]
    labels = [str(jaar) for jaar in jaren]
    grootste = max(klassen, key=lambda klasse: aantal.get((klasse, jaren[-1]), 0))
    titel = f"Grootste deel in {jaren[-1]}: {_leesbaar(monitor, grootste)}, {tekst(grootste, jaren[-1])}"
    return [
        Grafiek(
            "verdeling",
            titel,
            f"{indicator.titel}, {keuze_tekst(monitor, keuze)}",
            alt_tekst(titel, als_reeksen(labels, delen)),
            gestapeld_aandeel(labels, delen, donker=donker),
            ("", *labels),
            tuple((deel.naam, *deel.teksten) for deel in delen),
        )
    ]


def _leesbaar(monitor: Monitor, klasse: str) -> str:
    """A group has a name in the agreement; any other class reads as its code with spaces."""
    namen = {rij["groep"]: rij["naam"] for rij in monitor.overeenkomst.tabellen["groepen"].to_pylist()}
    return str(namen.get(klasse, klasse.replace("_", " ")))
