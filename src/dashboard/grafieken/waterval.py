"""A year of one corporatie from level to level: the plan beside what happened."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.basis.opmaak import GEEN, aantal, getal, periode
from dashboard.figuren import Trede, watervalfiguur
from dashboard.grafieken.grafiek import Grafiek
from dashboard.monitor import Monitor

_ERBIJ, _ERAF = ("aankoop", "nieuwbouw"), ("verkoop", "sloop")


def watervaljaren(monitor: Monitor, corporatie: str) -> list[int]:
    """The years that can be shown: those of the plan, and those with a count at their beginning and end."""
    gepland = {rij["jaar"] for rij in _plan(monitor, corporatie)}
    geteld = {rij["jaar"] for rij in _standen(monitor, corporatie) if rij["beginstand"] is not None}
    return sorted(gepland | geteld)


def beginjaar(monitor: Monitor, corporatie: str) -> int | None:
    """The year to show first: the last one that is planned and over, else the last one there is."""
    jaren = watervaljaren(monitor, corporatie)
    gepland = {rij["jaar"] for rij in _plan(monitor, corporatie)}
    om = [
        jaar
        for jaar in jaren
        if jaar in gepland and monitor.volledigheid.teldag(jaar, corporatie) == dt.date(jaar, 12, 31)
    ]
    return max(om or jaren, default=None)


def waterval(monitor: Monitor, corporatie: str, jaar: int, donker: bool) -> Grafiek:
    """The chart of a year: begin, purchases, new build, sales, demolition, end. A remainder is a step of its own."""
    plan = next((rij for rij in _plan(monitor, corporatie) if rij["jaar"] == jaar), None)
    gedaan = _gedaan(monitor, corporatie, jaar)
    namen = ["beginstand", *_ERBIJ, *_ERAF, "overig", "niet verklaard", "eindstand"]
    treden = []
    for naam in namen:
        teken = -1 if naam in _ERAF else 1
        gepland = teken * plan[naam] if plan and naam in plan else 0 if plan else None
        werkelijk = teken * gedaan[naam] if naam in gedaan and gedaan[naam] is not None else None
        if naam not in ("overig", "niet verklaard") or werkelijk:
            treden.append(Trede(naam, gepland, werkelijk, telling=naam.endswith("stand")))
    wie = next(c for c in monitor.overeenkomst.corporaties if c.corporatie == corporatie)
    kleur = wie.kleur_donker if donker else wie.kleur_licht
    wanneer = periode(jaar, monitor.volledigheid.teldag(jaar, corporatie))
    lopend = wanneer != str(jaar)
    titel = _titel(wie.kort, wanneer, treden[0], treden[-1])
    rijen = tuple((t.naam, _cel(t, t.plan), _cel(t, t.gedaan), _verschil(t)) for t in treden)
    alt = f"{titel}. " + "; ".join(f"{naam}: gepland {gepland}, werkelijk {echt}" for naam, gepland, echt, _ in rijen)
    return Grafiek(
        "corporatie",
        titel,
        f"Woningen van {wie.kort} van begin tot eind {wanneer}, {'planning naast werkelijkheid' if plan else 'zonder planning'}",
        f"{alt}.",
        watervalfiguur(treden, kleur, donker, lopend=lopend),
        ("", "gepland", "werkelijk", "verschil"),
        rijen,
    )


def _plan(monitor: Monitor, corporatie: str) -> list[dict[str, Any]]:
    rijen = monitor.rijen("voorraad/plan")
    return [rij for rij in rijen if rij["corporatie"] == corporatie and rij["soort"] == "woongelegenheid"]


def _standen(monitor: Monitor, corporatie: str) -> list[dict[str, Any]]:
    rijen = monitor.rijen("voorraad/aansluiting", niveau="corporatie")
    return [rij for rij in rijen if rij["corporatie"] == corporatie]


def _gedaan(monitor: Monitor, corporatie: str, jaar: int) -> dict[str, Any]:
    """The counts at both ends and the mutations delivered in between; empty where nothing was."""
    stand = next((rij for rij in _standen(monitor, corporatie) if rij["jaar"] == jaar), {})
    mutaties = next(
        (
            rij
            for rij in monitor.rijen("voorraad/mutaties", niveau="corporatie")
            if (rij["corporatie"], rij["jaar"], rij["soort"]) == (corporatie, jaar, "realisatie")
        ),
        {},
    )
    begin, eind = stand.get("beginstand"), stand.get("eindstand")
    uitkomst = {naam: mutaties.get(naam) for naam in (*_ERBIJ, *_ERAF, "overig")}
    uitkomst |= {"beginstand": begin, "eindstand": eind, "niet verklaard": None}
    if begin is not None and eind is not None and mutaties:
        uitkomst["niet verklaard"] = eind - begin - mutaties["saldo"]
    return uitkomst


def _titel(wie: str, wanneer: str, begin: Trede, eind: Trede) -> str:
    gepland = (
        "er is geen planning"
        if eind.plan is None or begin.plan is None
        else f"gepland was {_saldo(begin.plan, eind.plan)}"
    )
    if begin.gedaan is None or eind.gedaan is None:
        return f"{wie} in {wanneer}: nog niet geteld; {gepland}"
    return f"{wie} in {wanneer}: {_saldo(begin.gedaan, eind.gedaan)}; {gepland}"


def _saldo(van: float, naar: float) -> str:
    if van == naar:
        return f"even veel woningen ({getal(naar)})"
    richting = "erbij" if naar > van else "eraf"
    return f"{aantal(abs(naar - van), 'woning', 'woningen')} {richting} (van {getal(van)} naar {getal(naar)})"


def _cel(trede: Trede, waarde: float | None) -> str:
    if waarde is None:
        return GEEN
    return getal(waarde) if trede.telling or waarde <= 0 else f"+{getal(waarde)}"


def _verschil(trede: Trede) -> str:
    if trede.plan is None or trede.gedaan is None:
        return "–"
    verschil = trede.gedaan - trede.plan
    return f"+{getal(verschil)}" if verschil > 0 else getal(verschil)
