"""Points of attention in words: what the meeting should talk about, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Stand, korte_zin
from dashboard.opmaak import datum
from dashboard.overzicht import Afspraakstand


@dataclass(frozen=True)
class Punt:
    """One sentence for the meeting, what it is about (`afspraak` is None for the data as a whole), and its weight.

    `gemeld` and `berekend` are set where report and figure contradict each other: both have to be seen.
    """

    zin: str
    kop: str
    afspraak: str | None
    gewicht: int
    gemeld: Stand | None = None
    berekend: Oordeel | None = None


def aandachtspunten(monitor: Monitor, standen: list[Afspraakstand], thema: int | None = None) -> list[Punt]:
    """Contradictions first, then what is behind, then expired norms, missing baselines and late deliveries."""
    gekozen = [stand for stand in standen if thema is None or stand.afspraak.thema == thema]
    punten = [punt for stand in gekozen if (punt := _afspraak(monitor, stand)) is not None]
    if thema is None:
        punten += _leveringen(monitor)
    return sorted(punten, key=lambda punt: -punt.gewicht)


def _afspraak(monitor: Monitor, stand: Afspraakstand) -> Punt | None:
    """At most one point per afspraak: a list in which one subject stands three times hides the others."""
    nummer, kop = stand.afspraak.afspraak, f"{stand.afspraak.afspraak} {stand.afspraak.onderwerp}"
    achter = [o for o in stand.oordelen if o.tegen_norm is Stand.ACHTER]
    if achter:
        ergste = max(achter, key=lambda o: (_gewicht(monitor, o), o.tekort or 0))
        andere = len({(o.norm.norm, o.waarneming.corporatie, o.waarneming.kern) for o in achter}) - 1
        zin = zin_voor(monitor, ergste, kort=True) + (f" En nog {andere} niet gehaald." if andere else "")
        if stand.tegenspraak:
            return Punt(zin, kop, nummer, 1000 + _gewicht(monitor, ergste), stand.gemeld, ergste)
        return Punt(zin, kop, nummer, _gewicht(monitor, ergste))
    if stand.tegenspraak and stand.cijfer:
        return Punt(zin_voor(monitor, stand.cijfer, kort=True), kop, nummer, 1000, stand.gemeld, stand.cijfer)
    if stand.gemeld is Stand.ACHTER:
        melding = next(m for m in stand.meldingen if m["stand"] == Stand.ACHTER)
        vraag = f" Gevraagd besluit: {melding['besluit_gevraagd']}" if melding["besluit_gevraagd"] else ""
        zin = f"Gemeld als achter op schema. {melding['oorzaak'] or melding['toelichting']}{vraag}"
        return Punt(zin, kop, nummer, 800 if vraag else 450)
    for soort, gewicht in ((Stand.GEEN_NORM, 300), (Stand.GEEN_NULMETING, 250)):
        for oordeel in stand.oordelen:
            if oordeel.stand is soort and (soort is Stand.GEEN_NULMETING or oordeel.norm.geldig_tot is not None):
                return Punt(zin_voor(monitor, oordeel), kop, nummer, gewicht)
    return None


def _gewicht(monitor: Monitor, oordeel: Oordeel) -> int:
    """Main figures before others, official before indicative, then how large the shortfall is against what was asked."""
    hoofd = monitor.overeenkomst.indicator[oordeel.norm.indicator].hoofd
    gevraagd = abs(oordeel.normwaarde or 1) * (oordeel.waarneming.noemer or 1)
    relatief = min(1.0, (oordeel.tekort or 0) / max(gevraagd, 1))
    return 500 + 200 * hoofd + 50 * oordeel.geldig + int(100 * relatief)


def zin_voor(monitor: Monitor, oordeel: Oordeel, *, kort: bool = False) -> str:
    """A judgement as a sentence with the part and the year in front: 'Dorp, 2025: 17 van 24 ...'."""
    w = oordeel.waarneming
    zin = korte_zin(oordeel, monitor.overeenkomst.indicator[oordeel.norm.indicator]) if kort else oordeel.reden
    wie = w.kern if w.kern != TOTAAL else monitor.overeenkomst.kort[w.corporatie] if w.corporatie != TOTAAL else ""
    mijlpaal = monitor.overeenkomst.indicator[oordeel.norm.indicator].eenheid == "mijlpaal"
    jaar = "" if mijlpaal or str(w.jaar) in zin else w.periode or str(w.jaar)
    aanloop = ", ".join(deel for deel in (wie, jaar) if deel)
    return f"{aanloop}: {zin[:1].lower() + zin[1:]}" if aanloop else zin


def _leveringen(monitor: Monitor) -> list[Punt]:
    """Corporaties whose data stop before those of the others."""
    punten = []
    for tabel, per_partij in monitor.laatste_leveringen.items():
        laatste = {code: tot for code, tot in per_partij.items() if code != TOTAAL}
        ver = max(laatste.values(), default=None)
        for code, tot in laatste.items():
            if ver is not None and tot < ver:
                wie = monitor.overeenkomst.kort[code]
                zin = f"{wie} leverde {tabel} tot en met {datum(tot)}; de anderen tot en met {datum(ver)}."
                punten.append(Punt(zin, "Levering ontbreekt", None, 400))
    return punten
