"""From a figure and a choice to a chart: which lines, which norm, which words. Knows the monitor, not the screen.

The title of a chart is its answer. The same series make the table behind the chart, so that the two cannot differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.cijfers import Keuze, figuur, normen_voor
from dashboard.figuren import (
    NormStuk,
    Paneel,
    Punt,
    Reeks,
    Staven,
    alt_tekst,
    kleine_veelvouden,
    lijnfiguur,
    staaffiguur,
)
from dashboard.figuren.kleuren import palet
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Waarneming, grens_tekst
from dashboard.opmaak import getal, ontbreekt, periode, waarde_tekst

NIVEAU_TITEL = {"gemeente": "hele gemeente", "corporatie": "per corporatie", "kern": "per kern"}


@dataclass(frozen=True)
class Grafiek:
    """A chart with everything that belongs around it: title, subtitle, text for a screen reader, and its table."""

    titel: str
    ondertitel: str
    alt: str
    figuur: dict[str, Any]
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


def grafieken_voor(monitor: Monitor, indicator: Indicator, keuze: Keuze, donker: bool) -> list[Grafiek]:
    """The charts of a figure, from the whole to the parts: gemeente, corporaties, kernen, as far as the figure has them."""
    grafieken = []
    for niveau in indicator.lijst_niveaus:
        reeksen = _reeksen(monitor, indicator, niveau, keuze)
        if any(not ontbreekt(w.waarde) for _, deel in reeksen for w in deel):
            maak = _kernen if niveau == "kern" else _lijnen
            grafieken.append(maak(monitor, indicator, niveau, reeksen, keuze, donker))
    return grafieken


def _reeksen(monitor: Monitor, indicator: Indicator, niveau: str, keuze: Keuze) -> list[tuple[str, list[Waarneming]]]:
    """Per part of this level its observations by year; a choice of corporatie or kernen narrows what is counted."""
    filters: dict[str, Sequence[str] | None] = {"kernen": keuze.kernen if niveau != "kern" else None}
    if niveau != "corporatie" and keuze.corporatie:
        filters["corporaties"] = [keuze.corporatie]
    alle = [w for w in monitor.waarnemingen(indicator, niveau, **filters) if keuze.binnen(w.jaar)]
    sleutel = {"gemeente": lambda w: (TOTAAL, w.soort), "corporatie": lambda w: (w.corporatie, w.soort)}.get(
        niveau, lambda w: (w.kern, w.soort)
    )
    delen: dict[tuple[str, str], list[Waarneming]] = {}
    for w in sorted(alle, key=lambda w: w.jaar):
        delen.setdefault(sleutel(w), []).append(w)
    if niveau == "kern":
        volgorde = [kern.kern for kern in monitor.overeenkomst.kernen]
        return [(naam, delen.get((naam, "realisatie"), [])) for naam in volgorde]
    return [(f"{naam}|{soort}", deel) for (naam, soort), deel in sorted(delen.items())]


def _categorieen(reeksen: Sequence[tuple[str, list[Waarneming]]]) -> tuple[list[int], list[str]]:
    """The years of the axis without gaps, and their labels; the running year says how far it goes."""
    jaren = sorted({w.jaar for _, deel in reeksen for w in deel})
    einde: dict[int, dt.date | None] = {w.jaar: w.tot_en_met for _, deel in reeksen for w in deel if w.soort != "plan"}
    compleet = list(range(jaren[0], jaren[-1] + 1)) if jaren else []
    return compleet, [periode(jaar, einde.get(jaar)) for jaar in compleet]


def _punten(
    indicator: Indicator, deel: list[Waarneming], jaren: list[int], labels: list[str], klein: int = 10
) -> list[Punt]:
    per_jaar = {w.jaar: w for w in deel}
    punten = []
    for jaar, label in zip(jaren, labels, strict=True):
        w = per_jaar.get(jaar)
        leeg = w is None or ontbreekt(w.waarde) or w.noemer == 0
        punten.append(
            Punt(
                jaar=label,
                waarde=None if leeg or w is None else float(w.waarde or 0),
                tekst=_hover(indicator, w),
                hol=w is not None
                and indicator.eenheid == "aandeel"
                and not ontbreekt(w.noemer)
                and (w.noemer or 0) < klein,
                lopend=w is not None and w.lopend,
            )
        )
    return punten


def _hover(indicator: Indicator, w: Waarneming | None) -> str:
    if w is None or ontbreekt(w.waarde):
        return "geen gegevens"
    if indicator.eenheid == "aandeel" and not ontbreekt(w.teller):
        return f"{figuur(indicator, w)} ({getal(w.teller)} van {getal(w.noemer)})"
    return figuur(indicator, w) + (f" (n = {getal(w.noemer)})" if not ontbreekt(w.noemer) else "")


def _lijnen(
    monitor: Monitor,
    indicator: Indicator,
    niveau: str,
    reeksen: list[tuple[str, list[Waarneming]]],
    keuze: Keuze,
    donker: bool,
) -> Grafiek:
    jaren, labels = _categorieen(reeksen)
    namen = [_naam(monitor, sleutel, niveau) for sleutel, _ in reeksen]
    kleuren = [_kleur(monitor, sleutel, donker) for sleutel, _ in reeksen]
    normen = _norm_stukken(monitor, indicator, niveau, jaren, labels, keuze)
    punten = [_punten(indicator, deel, jaren, labels) for _, deel in reeksen]
    nadruk = [
        keuze.corporatie is None or niveau != "corporatie" or sleutel.startswith(f"{keuze.corporatie}|")
        for sleutel, _ in reeksen
    ]
    lijnen = [
        Reeks(naam, reeks, kleur, nadruk=sterk, plan=sleutel.endswith("|plan"))
        for (sleutel, _), naam, reeks, kleur, sterk in zip(reeksen, namen, punten, kleuren, nadruk, strict=True)
    ]
    if indicator.eenheid == "aantal" and indicator.tijd == "stroom":
        staven = [
            Staven(
                lijn.naam,
                [punt.waarde for punt in lijn.punten],
                [punt.tekst for punt in lijn.punten],
                lijn.kleur,
                plan=lijn.plan,
                lopend=[punt.lopend for punt in lijn.punten],
            )
            for lijn in lijnen
        ]
        beeld = staaffiguur(labels, staven, gestapeld=False, normen=normen, eenheid=indicator.eenheid, donker=donker)
    else:
        beeld = lijnfiguur(
            labels, lijnen, normen, indicator.eenheid, donker=donker, vanaf_nul=_vanaf_nul(indicator, lijnen)
        )
    titel = _titel(indicator, reeksen, niveau)
    kop, rijen = _tabel(indicator, namen, reeksen, jaren, labels)
    return Grafiek(titel, _ondertitel(indicator, niveau), alt_tekst(titel, lijnen, normen), beeld, kop, rijen)


def _kernen(
    monitor: Monitor,
    indicator: Indicator,
    niveau: str,
    reeksen: list[tuple[str, list[Waarneming]]],
    keuze: Keuze,
    donker: bool,
) -> Grafiek:
    jaren, labels = _categorieen(reeksen)
    panelen = [
        Paneel(
            naam,
            _punten(indicator, deel, jaren, labels),
            _norm_stukken(monitor, indicator, niveau, jaren, labels, keuze, kern=naam),
            nadruk=not keuze.kernen or naam in keuze.kernen,
        )
        for naam, deel in reeksen
        if not keuze.kernen or naam in keuze.kernen
    ]
    titel = _titel_kernen(monitor, indicator)
    beeld = kleine_veelvouden(panelen, indicator.eenheid, kolommen=min(7, max(3, len(panelen))), donker=donker)
    lijnen = [Reeks(paneel.titel, paneel.punten, palet(donker).tekst, nadruk=True, plan=False) for paneel in panelen]
    kop, rijen = _tabel(
        indicator,
        [paneel.titel for paneel in panelen],
        [r for r in reeksen if not keuze.kernen or r[0] in keuze.kernen],
        jaren,
        labels,
    )
    return Grafiek(titel, _ondertitel(indicator, niveau), alt_tekst(titel, lijnen, []), beeld, kop, rijen)


def _vanaf_nul(indicator: Indicator, lijnen: Sequence[Reeks]) -> bool:
    """Counts start at 0, unless all of them lie so close together that the axis would hide what the chart is about."""
    waarden = [punt.waarde for lijn in lijnen for punt in lijn.punten if punt.waarde is not None]
    if indicator.eenheid == "index":
        return False
    return not (
        indicator.eenheid == "aantal"
        and waarden
        and min(waarden) > 200
        and max(waarden) - min(waarden) < 0.1 * max(waarden)
    )


def _norm_stukken(
    monitor: Monitor,
    indicator: Indicator,
    niveau: str,
    jaren: list[int],
    labels: list[str],
    keuze: Keuze,
    kern: str = TOTAAL,
) -> list[NormStuk]:
    """The norms as steps over the years: drawn where they hold, dotted where only the last known one is left."""
    corporatie = keuze.corporatie if niveau == "corporatie" else TOTAAL
    if (keuze.kernen and niveau != "kern") or (keuze.corporatie and niveau != "corporatie"):
        return []  # no norm speaks of a selection
    codes = list(dict.fromkeys(n.norm for n in normen_voor(monitor, indicator, niveau, corporatie or TOTAAL, kern)))
    if niveau == "corporatie" and corporatie is None:
        codes = list(
            dict.fromkeys(
                n.norm
                for n in monitor.overeenkomst.normen
                if n.indicator == indicator.indicator and n.niveau == niveau and n.bron_norm == "vast"
            )
        )
    stukken = []
    for code in codes:
        per_jaar: dict[int, Oordeel] = {}
        for oordeel in monitor.oordelen:
            w = oordeel.waarneming
            if (
                oordeel.norm.norm == code
                and (kern == TOTAAL or w.kern == kern)
                and (corporatie in (None, TOTAAL) or w.corporatie == corporatie)
            ):
                per_jaar.setdefault(w.jaar, oordeel)
        stukken += _stappen(indicator, per_jaar, jaren, labels)
    return stukken


def _stappen(indicator: Indicator, per_jaar: dict[int, Oordeel], jaren: list[int], labels: list[str]) -> list[NormStuk]:
    stappen = [
        (label, per_jaar[jaar])
        for jaar, label in zip(jaren, labels, strict=True)
        if jaar in per_jaar and per_jaar[jaar].normwaarde is not None
    ]
    stukken = []
    for (waarde, geldig), groep in groupby(stappen, key=lambda stap: (stap[1].normwaarde, stap[1].geldig)):
        leden = list(groep)
        norm = leden[0][1].norm
        tekst = f"{'norm' if geldig else 'laatste norm'} {grens_tekst(norm, indicator, waarde or 0)}"
        if norm.zekerheid == "planning":
            tekst = f"gepland {getal(waarde)}"
        elif norm.zekerheid == "wettelijk":
            tekst = f"wet: {grens_tekst(norm, indicator, waarde or 0)}"
        stukken.append(NormStuk(leden[0][0], leden[-1][0], float(waarde or 0), tekst, bekend=geldig))
    return stukken


def _naam(monitor: Monitor, sleutel: str, niveau: str) -> str:
    naam, _, soort = sleutel.partition("|")
    kort = "totaal" if naam == TOTAAL else monitor.overeenkomst.kort.get(naam, naam)
    if soort != "plan":
        return kort if niveau != "gemeente" else "werkelijk" if naam == TOTAAL else kort
    return f"{kort} gepland" if niveau != "gemeente" else "gepland"


def _kleur(monitor: Monitor, sleutel: str, donker: bool) -> str:
    for corporatie in monitor.overeenkomst.corporaties:
        if sleutel.startswith(f"{corporatie.corporatie}|"):
            return corporatie.kleur_donker if donker else corporatie.kleur_licht
    return palet(donker).tekst


def _ondertitel(indicator: Indicator, niveau: str) -> str:
    return f"{indicator.titel}, {NIVEAU_TITEL[niveau]}"


def _titel(indicator: Indicator, reeksen: Sequence[tuple[str, list[Waarneming]]], niveau: str) -> str:
    """The answer: where the whole went between the last two whole years, or how the parts differ."""
    gedaan = [(sleutel, deel) for sleutel, deel in reeksen if not sleutel.endswith("|plan")]
    if niveau == "gemeente" and gedaan:
        heel = [w for w in gedaan[0][1] if not w.lopend and not ontbreekt(w.waarde)]
        if len(heel) >= 2:
            toen, nu = heel[-2], heel[-1]
            woord = _richting(float(toen.waarde or 0), float(nu.waarde or 0))
            return f"{woord} {figuur(indicator, nu)} in {nu.jaar} ({toen.jaar}: {figuur(indicator, toen)})"
        laatste = gedaan[0][1][-1]
        return f"{figuur(indicator, laatste)} in {laatste.periode or laatste.jaar}"
    laatste_delen = [deel[-1] for _, deel in gedaan if deel and not ontbreekt(deel[-1].waarde)]
    if not laatste_delen:
        return indicator.titel
    laag, hoog = min(float(w.waarde or 0) for w in laatste_delen), max(float(w.waarde or 0) for w in laatste_delen)
    wanneer = laatste_delen[-1].jaar
    if laag == hoog:
        return (
            f"Beide even groot in {wanneer}"
            if len(laatste_delen) == 2
            else f"{figuur(indicator, laatste_delen[0])} in {wanneer}"
        )
    return f"Tussen {waarde_tekst(laag, indicator.eenheid)} en {waarde_tekst(hoog, indicator.eenheid)} in {wanneer}"


def _titel_kernen(monitor: Monitor, indicator: Indicator) -> str:
    """How many kernen keep the norm in the last whole year, or that there is no norm for them."""
    oordelen = [
        o
        for o in monitor.oordelen
        if o.norm.indicator == indicator.indicator and o.norm.niveau == "kern" and not o.waarneming.lopend
    ]
    if not oordelen:
        return f"{indicator.titel} per kern"
    jaar = max(o.waarneming.jaar for o in oordelen)
    nu = [o for o in oordelen if o.waarneming.jaar == jaar]
    beoordeeld = [o for o in nu if (o.indicatief or o.stand).oordeel]
    niet = [o for o in beoordeeld if o.tekort]
    tegen = "de norm" if nu[0].geldig else "de laatst bekende norm"
    return f"{len(niet)} van {len(beoordeeld)} te beoordelen kernen onder {tegen} in {jaar}; {len(nu) - len(beoordeeld)} te klein"


def _richting(toen: float, nu: float) -> str:
    return "Gelijk gebleven:" if toen == nu else "Gestegen naar" if nu > toen else "Gedaald naar"


def _tabel(
    indicator: Indicator,
    namen: Sequence[str],
    reeksen: Sequence[tuple[str, list[Waarneming]]],
    jaren: list[int],
    labels: list[str],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    rijen = []
    for naam, (_, deel) in zip(namen, reeksen, strict=True):
        per_jaar = {w.jaar: w for w in deel}
        rijen.append((naam, *(_hover(indicator, per_jaar.get(jaar)) for jaar in jaren)))
    return ("", *labels), tuple(rijen)
