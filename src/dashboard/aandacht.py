"""Points of attention in words: what the meeting should talk about, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Stand
from dashboard.opmaak import hoofdletter, periode
from dashboard.overzicht import Afspraakstand, per_norm


@dataclass(frozen=True)
class Punt:
    """One sentence for the meeting, the afspraak it is about (None for the data as a whole), and its weight."""

    zin: str
    kop: str
    afspraak: str | None
    gewicht: int


def aandachtspunten(monitor: Monitor, standen: list[Afspraakstand], thema: int | None = None) -> list[Punt]:
    """Contradictions first, then what is behind, then expired norms, missing baselines and late deliveries."""
    punten: list[Punt] = []
    for stand in standen:
        if thema is None or stand.afspraak.thema == thema:
            punten += _afspraak(monitor, stand)
    if thema is None:
        punten += _leveringen(monitor)
    return sorted(punten, key=lambda punt: -punt.gewicht)


def _afspraak(monitor: Monitor, stand: Afspraakstand) -> list[Punt]:
    nummer, onderwerp = stand.afspraak.afspraak, stand.afspraak.onderwerp
    kop = f"{nummer} {onderwerp}"
    if stand.tegenspraak and stand.cijfer and stand.gemeld:
        zin = f"gemeld als {stand.gemeld.woord}, maar {_kleine_letter(zin_voor(monitor, stand.cijfer))}"
        return [Punt(hoofdletter(zin), kop, nummer, 1000)]
    punten = []
    for oordelen in per_norm(stand.oordelen).values():
        achter = [o for o in oordelen if (o.indicatief or o.stand) is Stand.ACHTER]
        if achter:
            ergste = max(achter, key=lambda o: o.tekort or 0)
            meer = (
                f" Ook {len(achter) - 1} andere {'kern' if len(achter) == 2 else 'kernen'} onder de norm."
                if len(achter) > 1
                else ""
            )
            gewicht = 500 + min(400, int(100 * _relatief(ergste))) + (50 if ergste.geldig else 0)
            punten.append(Punt(zin_voor(monitor, ergste) + meer, kop, nummer, gewicht))
        elif any(o.stand is Stand.GEEN_NORM for o in oordelen) and oordelen[0].norm.geldig_tot is not None:
            punten.append(Punt(oordelen[0].reden, kop, nummer, 300))
        elif any(o.stand is Stand.GEEN_NULMETING for o in oordelen):
            punten.append(Punt(oordelen[0].reden, kop, nummer, 250))
    if not punten and stand.gemeld is Stand.ACHTER:
        melding = next(m for m in stand.meldingen if m["stand"] == Stand.ACHTER)
        punten.append(
            Punt(f"Gemeld als achter op schema. {melding['oorzaak'] or melding['toelichting']}", kop, nummer, 450)
        )
    return punten


def zin_voor(monitor: Monitor, oordeel: Oordeel) -> str:
    """The reason of a judgement with the part it is about in front: 'Sas van Gent: 17 van 24 ...'."""
    w = oordeel.waarneming
    wie = (
        w.kern
        if w.kern != TOTAAL
        else monitor.overeenkomst.kort.get(w.corporatie, "")
        if w.corporatie != TOTAAL
        else ""
    )
    jaar = "" if w.lopend or str(w.jaar) in oordeel.reden else f"{w.jaar}: "
    return hoofdletter(
        f"{wie + ', ' if wie and jaar else wie + ': ' if wie else ''}{jaar}{oordeel.reden if not (wie or jaar) else _kleine_letter(oordeel.reden)}"
    )


def _kleine_letter(zin: str) -> str:
    return zin[:1].lower() + zin[1:]


def _relatief(oordeel: Oordeel) -> float:
    return (oordeel.tekort or 0) / max(abs(oordeel.normwaarde or 1) * (oordeel.waarneming.noemer or 1), 1)


def _leveringen(monitor: Monitor) -> list[Punt]:
    """Parties whose letting data stop before those of the others."""
    per_tabel: dict[str, dict[str, object]] = {}
    for rij in monitor.leveringen:
        if rij["corporatie"]:
            eigen = per_tabel.setdefault(rij["tabel"], {})
            eigen[rij["corporatie"]] = max(eigen.get(rij["corporatie"], rij["periode_tot"]), rij["periode_tot"])  # type: ignore[type-var]
    punten = []
    for tabel, laatste in per_tabel.items():
        ver = max(laatste.values())  # type: ignore[type-var]
        for code, tot in laatste.items():
            if tot < ver:  # type: ignore[operator]
                wie = monitor.overeenkomst.kort.get(code, code)
                zin = f"{wie} leverde {tabel} t/m {periode(tot.year, tot)}; de anderen t/m {periode(ver.year, ver)}."  # type: ignore[attr-defined]
                punten.append(Punt(zin, "Levering ontbreekt", None, 400))
    return punten
