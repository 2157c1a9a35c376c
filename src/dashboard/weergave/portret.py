"""One kern or corporatie on a page, from its main figures to the table with every figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import kleine_letter
from dashboard.cijfers import Keuze
from dashboard.grafieken import Grafiek, grafieken_voor, portretgrafiek
from dashboard.monitor import Monitor
from dashboard.normen import Oordeel
from dashboard.verhaal.portret import Portret
from dashboard.weergave.grafiek import (
    grafiek_met_figuur,
    is_donker,
    pauzeer,
    toon_grafiek,
    toon_onderbouwing,
)
from dashboard.weergave.html import alinea, klein, koppeling, omkaderd, punten, stand_merk, tabel, toon_html
from dashboard.weergave.tegel import tegels

_MEESTE_PUNTEN = 5
_MEESTE_GRAFIEKEN = 4  # drawn at once
_ZONDER_NORM = Markup('<span class="mp-bron">geen norm</span>')


def toon_hoofdzaken(monitor: Monitor, portret: Portret) -> None:
    """Show the tiles, and what is off course."""
    toon_html(tegels(portret.tegels))
    if portret.afwijkend:
        lijst = punten(_punt(monitor, oordeel) for oordeel in portret.afwijkend[:_MEESTE_PUNTEN])
        toon_html(omkaderd("Wat afwijkt", lijst, breed=True))
    pauzeer("woorden")


def toon_ontwikkeling(monitor: Monitor, portret: Portret, keuze: Keuze) -> None:
    """Show the main figures over the years, and how each was made."""
    pauzeer("keuzes")
    donker = is_donker()
    indicatoren = [tegel.indicator for tegel in portret.tegels]
    for plek, indicator in zip(_vakken(len(indicatoren)), indicatoren, strict=True):
        maak = partial(portretgrafiek, monitor, indicator, keuze, donker)
        with plek:
            _toon(monitor, indicator, ("portret", indicator.indicator, keuze, donker), maak)
    if portret.gelijken:
        toon_html(klein(portret.gelijken.tekst))


def toon_verdelingen(monitor: Monitor, tabelnaam: str, keuze: Keuze) -> None:
    """Show the compositions from one table: who moved in, or which homes there are."""
    pauzeer("keuzes")
    donker = is_donker()
    gekozen = verdelingen_uit(monitor, tabelnaam)[:_MEESTE_GRAFIEKEN]
    for plek, indicator in zip(_vakken(len(gekozen)), gekozen, strict=True):
        maak = partial(_eerste_grafiek, monitor, indicator, keuze, donker)
        with plek:
            _toon(monitor, indicator, ("verdeling", indicator.indicator, keuze, donker), maak)


def verdelingstabellen(monitor: Monitor) -> list[tuple[str, str]]:
    """The parts with compositions, each with its name and its table; none that would be empty."""
    namen = {"Wie er komt wonen": "verhuringen", "De woningen": "voorraad"}
    return [(naam, tabelnaam) for naam, tabelnaam in namen.items() if verdelingen_uit(monitor, tabelnaam)]


def verdelingen_uit(monitor: Monitor, tabelnaam: str) -> list[Indicator]:
    """The compositions from one table, in the order of the themes."""
    return [
        indicator
        for indicator in monitor.overeenkomst.indicatoren
        if indicator.eenheid.klassen and monitor.queries[indicator.query].bron[0] == tabelnaam
    ]


def toon_alle_cijfers(portret: Portret, wie: str) -> None:
    """Show every figure that exists for this part, beside the gemeente and similar kernen."""
    met_gelijken = portret.gelijken is not None
    rijen = []
    for regel in portret.regels:
        oordeel = regel.oordeel
        merk = stand_merk(oordeel.stand, oordeel.indicatief) if oordeel else _ZONDER_NORM
        cellen = [regel.indicator.titel, regel.periode, regel.eigen, regel.gemeente]
        rijen.append([*cellen, *([regel.gelijken] if met_gelijken else []), merk])
    kop = ["cijfer", "periode", wie, "hele gemeente", *(["midden van gelijke kernen"] if met_gelijken else []), "stand"]
    toon_html(tabel(kop, rijen, rechts=range(2, len(kop) - 1)))
    if portret.gelijken:
        uitleg = "Het midden is de middelste waarde van die kernen, n het aantal van die kernen samen."
        toon_html(klein(f"{portret.gelijken.tekst} {uitleg}"))


def normentabel(oordelen: Sequence[Oordeel], titel: str) -> Markup:
    """The norms about this part, each with the judgement that holds now and a link to its afspraak."""
    rijen = [
        [
            koppeling(oordeel.norm.afspraak, "afspraken", afspraak=oordeel.norm.afspraak),
            oordeel.norm.omschrijving,
            stand_merk(oordeel.stand, oordeel.indicatief),
            oordeel.reden,
        ]
        for oordeel in oordelen
    ]
    return (
        tabel(["nr.", "norm", "stand", "wat het cijfer zegt"], rijen, titel=titel)
        if rijen
        else alinea("Er is geen norm die hierover gaat.")
    )


def _punt(monitor: Monitor, oordeel: Oordeel) -> Markup:
    afspraak = monitor.overeenkomst.afspraak[oordeel.norm.afspraak]
    indicator = monitor.overeenkomst.indicator[oordeel.norm.indicator]
    kop = koppeling(f"{afspraak.afspraak} {afspraak.onderwerp}", "afspraken", afspraak=afspraak.afspraak)
    merk = stand_merk(oordeel.stand, oordeel.indicatief)
    wanneer = oordeel.waarneming.periode or str(oordeel.waarneming.jaar)
    zin = oordeel.reden
    voor = "" if wanneer in zin else f"{wanneer}, {kleine_letter(indicator.titel)}: "
    return Markup('<b>{}</b><span class="mp-tegen">{}</span>{}{}').format(kop, merk, voor, zin)


def _toon(
    monitor: Monitor, indicator: Indicator, sleutel: tuple[object, ...], maak: Callable[[], Grafiek | None]
) -> None:
    code = indicator.indicator
    gemaakt = grafiek_met_figuur(monitor, sleutel, maak)
    if gemaakt is None:
        te_weinig = Markup("<p><b>{}</b>: hiervan zijn te weinig gegevens om te laten zien.</p>")
        toon_html(te_weinig.format(indicator.titel))
    else:
        toon_grafiek(*gemaakt, f"{code}-portret")
    label = f"Meer over {kleine_letter(indicator.titel)}"
    toon_onderbouwing(monitor, indicator, [gemaakt[0]] if gemaakt else None, sleutel=f"meer-{code}", label=label)


def _eerste_grafiek(monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool) -> Grafiek | None:
    return next(iter(grafieken_voor(monitor, indicator, keuze, donker, ["gemeente"])), None)


def _vakken(hoeveel: int) -> list[DeltaGenerator]:
    """Places in rows of two."""
    return [plek for _ in range(0, hoeveel, 2) for plek in st.columns(2, gap="medium")][:hoeveel]
