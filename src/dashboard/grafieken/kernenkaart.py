"""A figure per kern on the map: the areas, their standen and the words."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import getal, ontbreekt, opsomming
from dashboard.cijfers import is_gevuld, met_aantallen, oordeel_bij, waarde_tekst
from dashboard.figuren import Gebied, kaartfiguur, tegelkaartfiguur
from dashboard.figuren.bouwstenen import Ring
from dashboard.grafieken.grafiek import Grafiek
from dashboard.monitor import Monitor
from dashboard.normen import ERNST, Oordeel, Stand, Waarneming

GEEN_STAND = "zonder norm"
KAART, TEGELS = "kaart", "tegels"
VORMEN = {KAART: "kaart", TEGELS: "even grote tegels"}


def kaartcijfers(monitor: Monitor) -> list[Indicator]:
    """The figures that exist per kern, in the order of the themes."""
    return [
        indicator
        for indicator in monitor.overeenkomst.indicatoren
        if "kern" in indicator.niveaus and indicator.eenheid.is_getal
    ]


def eerste_kaartcijfer(monitor: Monitor) -> Indicator | None:
    """The figure that the map opens with: the first main figure with a norm per kern, else the first there is."""
    met_norm = {norm.indicator for norm in monitor.overeenkomst.normen if norm.niveau == "kern" and norm.kern is None}
    alle = kaartcijfers(monitor)
    return min(alle, key=lambda i: (not (i.hoofd and i.indicator in met_norm), alle.index(i)), default=None)


def kaartjaren(monitor: Monitor, indicator: Indicator) -> list[int]:
    """The years with a figure in any kern."""
    return sorted({w.jaar for w in _waarnemingen(monitor, indicator) if is_gevuld(w)})


def laatste_hele_jaar(monitor: Monitor, indicator: Indicator) -> int | None:
    """The year that the map opens with: the last one that is over; for a count on a day the newest."""
    alle = [w for w in _waarnemingen(monitor, indicator) if is_gevuld(w)]
    heel = [w.jaar for w in alle if not w.lopend or indicator.tijd == "peil"]
    return max(heel or [w.jaar for w in alle], default=None)


def gebieden(monitor: Monitor, indicator: Indicator, jaar: int | None) -> list[Gebied]:
    """Every kern of the agreement, also without a figure: a hole in the map would look like a kern that is fine."""
    per_kern = {w.kern: w for w in _waarnemingen(monitor, indicator) if w.jaar == jaar}
    oordelen = {
        o.waarneming.kern: o for o in reversed(monitor.oordelen_over(indicator, "kern")) if o.waarneming.jaar == jaar
    }
    met_norm = any(n.indicator == indicator.indicator and n.niveau == "kern" for n in monitor.overeenkomst.normen)
    waarden = [w.waarde or 0.0 for w in per_kern.values() if is_gevuld(w)]
    laag, hoog = min(waarden, default=0.0), max(waarden, default=0.0)
    ringen = _ringen(monitor)
    uitkomst = []
    for kern in monitor.overeenkomst.kernen:
        w = per_kern.get(kern.kern)
        oordeel = oordeel_bij(monitor, indicator, "kern", w) if w else oordelen.get(kern.kern)
        if oordeel is not None and oordeel.sprekend is not oordeel:
            oordeel = oordeel.sprekend  # too small in one year: figure and stand are those of three years
            w = oordeel.waarneming
        gevuld = w is not None and is_gevuld(w)
        stand, indicatief = _stand(oordeel, gevuld)
        tint = None if met_norm or not gevuld or w is None else ((w.waarde or 0) - laag) / ((hoog - laag) or 1)
        woord = GEEN_STAND if tint is not None else f"indicatief {stand.woord}" if indicatief else stand.woord
        plek = (kern.label_lon, kern.label_lat) if kern.label_lon is not None and kern.label_lat is not None else None
        uitkomst.append(
            Gebied(
                kern.kern,
                str(stand),
                stand.symbool,
                woord,
                waarde_tekst(indicator, w) if gevuld else "",
                _hover(indicator, kern.kern, jaar, w, oordeel, woord),
                _klein(indicator, w, oordeel),
                indicatief,
                tint,
                ringen.get(kern.kern, ()),
                plek or _midden(ringen.get(kern.kern, ())),
            )
        )
    return uitkomst


def ergste_eerst(alle: list[Gebied]) -> list[Gebied]:
    """The kernen that need attention first; within a stand, and without a norm, by name, because it is no ranking."""
    return sorted(alle, key=lambda g: (-1 if g.tint is not None else ERNST.index(Stand(g.stand)), g.indicatief, g.naam))


def kaartzin(indicator: Indicator, jaar: int | None, alle: list[Gebied]) -> str:
    """The answer of the map: how many kernen in which stand, or the range where there is no norm."""
    if jaar is None:
        return f"{indicator.titel} per kern: nog geen gegevens"
    getint = sorted((g for g in alle if g.tint is not None), key=lambda g: g.tint or 0)
    if getint:
        laag, hoog = getint[0], getint[-1]
        if laag.waarde == hoog.waarde:
            return f"{indicator.titel} in {jaar}: overal {laag.waarde}"
        return f"{indicator.titel} in {jaar}: van {laag.waarde} in {laag.naam} tot {hoog.waarde} in {hoog.naam}"
    telling = Counter(g.woord for g in ergste_eerst(alle))
    # 'indicatief' once in front and not in every part.
    delen = opsomming(f"{n} {woord.removeprefix('indicatief ')}" for woord, n in telling.items())
    indicatief = ", tegen de laatst bekende norm" if any(g.indicatief for g in alle) else ""
    return f"{indicator.titel} in {jaar}{indicatief}: {delen}"


def kaartgrafiek(monitor: Monitor, indicator: Indicator, jaar: int | None, vorm: str, donker: bool) -> Grafiek:
    """The map, or the layout in equal tiles, with the same in a table."""
    alle = gebieden(monitor, indicator, jaar)
    titel = kaartzin(indicator, jaar, alle)
    maak = tegelkaartfiguur if vorm == TEGELS else kaartfiguur
    rijen = tuple((g.naam, " ".join(filter(None, [g.waarde, f"({g.klein})"])), g.woord) for g in ergste_eerst(alle))
    alt = f"{titel}. " + "; ".join(f"{naam}: {waarde}, {woord}" for naam, waarde, woord in rijen) + "."
    kop = ("kern", indicator.titel, "stand")
    return Grafiek("kern", titel, f"{indicator.titel}, per kern", alt, maak(ergste_eerst(alle), donker), kop, rijen)


def niet_op_de_kaart(alle: list[Gebied]) -> str:
    """The sentence on kernen without border and place, which only the tiles and the table show."""
    namen = [g.naam for g in alle if not g.ringen and not g.plek]
    if not namen:
        return ""
    staat = "staat" if len(namen) == 1 else "staan"
    return f"{opsomming(namen)} {staat} niet op de kaart: de grens en de plaats ontbreken in de afspraken."


def _waarnemingen(monitor: Monitor, indicator: Indicator) -> list[Waarneming]:
    return [w for w in monitor.waarnemingen(indicator, "kern") if w.soort != "plan"]


def _stand(oordeel: Oordeel | None, gevuld: bool) -> tuple[Stand, bool]:
    """The stand that an area shows, and whether only the last known norm says so."""
    if oordeel is None:
        return (Stand.GEEN_NORM if gevuld else Stand.GEEN_GEGEVENS), False
    if oordeel.indicatief is None and oordeel.tekort is not None and oordeel.stand is Stand.GEEN_NORM:
        return Stand.TE_WEINIG_GEGEVENS, False  # too small for an answer, also against the last known norm
    return oordeel.tegen_norm, oordeel.indicatief is not None


def _hover(
    indicator: Indicator, kern: str, jaar: int | None, w: Waarneming | None, oordeel: Oordeel | None, woord: str
) -> str:
    if oordeel is not None and (w is None or not is_gevuld(w)):
        return f"{kern}: {oordeel.reden}"
    periode = (w.periode if w else "") or str(jaar or "")
    return f"{kern}, {periode}: {met_aantallen(indicator, w)}, {woord}"


def _klein(indicator: Indicator, w: Waarneming | None, oordeel: Oordeel | None) -> str:
    if w is None or not is_gevuld(w):
        return f"geen {indicator.eenheid_meer}" if oordeel and oordeel.waarneming.noemer == 0 else "geen gegevens"
    if ontbreekt(w.noemer):
        return ""
    aantallen = f"n = {getal(w.noemer)}" if ontbreekt(w.teller) else f"{getal(w.teller)} van {getal(w.noemer)}"
    return f"{aantallen}, {w.periode}" if w.jaren else aantallen


def _ringen(monitor: Monitor) -> dict[str, tuple[Ring, ...]]:
    """The borders per kern, from the geometry in the agreement's folder."""
    uitkomst: dict[str, tuple[Ring, ...]] = {}
    for vlak in monitor.overeenkomst.kaart.get("features", ()):
        meetkunde: dict[str, Any] = vlak.get("geometry") or {}
        delen = meetkunde.get("coordinates") or []
        veelhoeken = delen if meetkunde.get("type") == "MultiPolygon" else [delen]
        ringen = tuple(tuple((x, y) for x, y, *_ in ring) for veelhoek in veelhoeken for ring in veelhoek)
        naam = vlak["properties"]["kern"]
        uitkomst[naam] = uitkomst.get(naam, ()) + ringen
    return uitkomst


def _midden(ringen: tuple[Ring, ...]) -> tuple[float, float] | None:
    """The place of a name when the data do not give it: the middle of the border's corners."""
    hoeken = [hoek for ring in ringen for hoek in ring]
    if not hoeken:
        return None
    return sum(x for x, _ in hoeken) / len(hoeken), sum(y for _, y in hoeken) / len(hoeken)
