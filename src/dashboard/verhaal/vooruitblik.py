"""The look ahead: what is still to come before a target is met, at which pace, and where the plan ends.

`tempo_van` is pure arithmetic on one target and its observations. There is no clock: 'now' is the last day of the data.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.afspraken import Indicator, Norm
from dashboard.basis.opmaak import aantal, datum, getal
from dashboard.cijfers import Keuze, is_gevuld, reeks_voor
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Waarneming

_JAAR = 365.25
_STILSTAND = 0.5  # units a year; no forecast is made from less


@dataclass(frozen=True)
class Tempo:
    """How far a count is from its target. Paces are per year; `nodig` is None without a date that lies ahead."""

    nu: float
    doel: float
    op: dt.date
    deadline: dt.date | None
    tot_nu_toe: float
    nodig: float | None

    @property
    def rest(self) -> float:
        """What is still to come; 0 when the target is met."""
        return max(0.0, self.doel - self.nu)

    @property
    def gehaald_rond(self) -> int | None:
        """The year in which the target is met at this pace; None when there is no pace."""
        if not self.rest or self.tot_nu_toe < _STILSTAND:
            return None
        return (self.op + dt.timedelta(days=_JAAR * self.rest / self.tot_nu_toe)).year


@dataclass(frozen=True)
class Vooruitblik:
    """One sentence about one target or plan, with its heading and the afspraak behind it."""

    kop: str
    zin: str
    afspraak: str


def tempo_van(doel: float, vanaf: dt.date, deadline: dt.date | None, reeks: Sequence[Waarneming]) -> Tempo | None:
    """The pace of a growing count since the day the target was set; None without a figure.

    The pace starts at the figure from before that day, or else at 0.
    """
    gevuld = sorted((w for w in reeks if is_gevuld(w)), key=lambda w: w.jaar)
    if not gevuld:
        return None
    laatste, eerder = gevuld[-1], [w for w in gevuld if w.einde < vanaf]
    begin, sinds = ((eerder[-1].waarde or 0), eerder[-1].einde) if eerder else (0.0, vanaf)
    verstreken = max((laatste.einde - sinds).days, 1) / _JAAR
    nu = laatste.waarde or 0
    nodig = None
    if deadline is not None and deadline > laatste.einde:
        nodig = max(0.0, doel - nu) / ((deadline - laatste.einde).days / _JAAR)
    return Tempo(nu, doel, laatste.einde, deadline, (nu - begin) / verstreken, nodig)


def tempo_zin(tempo: Tempo, een: str, meer: str) -> str:
    """The pace in words: '54 van 80 woningen op 30 september 2026; nog 26 woningen in 2 jaar: 13 per jaar. Tot nu toe 11
    per jaar.' The reader compares the last two numbers.
    """
    zin = f"{getal(tempo.nu)} van {aantal(tempo.doel, een, meer)} op {datum(tempo.op)}"
    if not tempo.rest:
        return f"{zin}: gehaald."
    nog = f"nog {aantal(tempo.rest, een, meer)}"
    if tempo.nodig is not None and tempo.deadline is not None:
        jaren = (tempo.deadline - tempo.op).days / _JAAR
        # A target of whole homes asks for whole homes a year, so the pace is rounded up.
        nog += f" in {_jaren(jaren)}: {getal(math.ceil(round(tempo.nodig, 6)))} per jaar"
    elif tempo.deadline is not None:
        nog += f"; de afgesproken datum, {datum(tempo.deadline)}, is voorbij"
    else:
        nog += "; er is geen datum afgesproken"
    verder = f"Tot nu toe {getal(tempo.tot_nu_toe, 0 if tempo.tot_nu_toe >= 10 else 1).removesuffix(',0')} per jaar"
    if tempo.gehaald_rond is None:
        return f"{zin}; {nog}. {verder}: zo wordt het doel niet gehaald."
    return f"{zin}; {nog}. {verder}: zo is het doel in {tempo.gehaald_rond} gehaald."


def vooruitblikken(monitor: Monitor, keuze: Keuze) -> list[Vooruitblik]:
    """The counted targets and the plans for the gemeente or for one corporatie, in the order of the norms.

    Of a target in steps only the last step is shown, because it implies the earlier ones.
    """
    gevonden: dict[tuple[str, str], tuple[float, Vooruitblik]] = {}
    for norm in monitor.overeenkomst.normen:
        indicator = monitor.overeenkomst.indicator[norm.indicator]
        hoort = norm.niveau == keuze.niveau and norm.corporatie in (None, keuze.corporatie)
        if not hoort or norm.richting != "minstens" or not indicator.eenheid.telt:
            continue
        if norm.aard == "doel" and (norm.waarde or 0) > 1:
            zin = _doel(monitor, norm, indicator, keuze)
        elif norm.bron_norm == "kolom":
            zin = _planning(monitor, norm, indicator, keuze)
        else:
            continue
        sleutel, hoogte = (norm.indicator, norm.aard), norm.waarde or 0
        if zin and hoogte >= gevonden.get(sleutel, (0, None))[0]:
            gevonden[sleutel] = hoogte, Vooruitblik(indicator.titel, zin, norm.afspraak)
    return [blik for _, blik in gevonden.values()]


def _doel(monitor: Monitor, norm: Norm, indicator: Indicator, keuze: Keuze) -> str:
    tempo = tempo_van(norm.waarde or 0, norm.geldig_van, norm.deadline, reeks_voor(monitor, indicator, keuze))
    return tempo_zin(tempo, indicator.eenheid_een, indicator.eenheid_meer) if tempo else ""


def _planning(monitor: Monitor, norm: Norm, indicator: Indicator, keuze: Keuze) -> str:
    """The sentence about a plan: of a count per year against the plan so far, of a level against the plan at its end."""
    deel = keuze.corporatie or TOTAAL
    gepland = {
        rij["jaar"]: rij[norm.normkolom]
        for rij in monitor.rijen(indicator.query, **indicator.parameters, niveau=keuze.niveau)
        if rij["corporatie"] == deel
        and norm.normkolom
        and rij[norm.normkolom] is not None
        and norm.geldig_in(rij["jaar"])
    }
    gedaan = {w.jaar: w for w in reeks_voor(monitor, indicator, keuze) if is_gevuld(w)}
    if not gepland or not gedaan:
        return ""
    maak = stroom_zin if indicator.tijd == "stroom" else peil_zin
    return maak(gepland, gedaan, indicator.eenheid_een, indicator.eenheid_meer)


def stroom_zin(gepland: dict[int, float], gedaan: dict[int, Waarneming], een: str, meer: str) -> str:
    """What was planned and done over the years of the plan, and what that asks of the years that are left."""
    eerste, einde = min(gepland), max(gepland)
    binnen = [w for jaar, w in sorted(gedaan.items()) if eerste <= jaar <= einde]
    if not binnen:
        return ""
    totaal, som = sum(gepland.values()), sum(w.waarde or 0 for w in binnen)
    op = binnen[-1].einde
    verstreken = (op - dt.date(eerste - 1, 12, 31)).days / _JAAR
    tempo = f"tot nu toe {getal(som / verstreken, 0)} per jaar"
    zin = f"{getal(som)} van {aantal(totaal, een, meer)} die voor {eerste} tot en met {einde} gepland zijn"
    laatste_dag = dt.date(einde, 12, 31)
    if op < laatste_dag:
        over = (laatste_dag - op).days / _JAAR
        rest = totaal - som
        if rest <= 0:
            return f"{zin}: al gehaald op {datum(op)}."
        return f"{zin}; nog {aantal(rest, een, meer)} in {_jaren(over)}: {getal(math.ceil(round(rest / over, 6)))} per jaar; {tempo}."
    verschil = f"{aantal(abs(totaal - som), een, meer)} {'minder' if som < totaal else 'meer'} dan gepland"
    uitkomst = "precies zoals gepland" if som == totaal else verschil
    later = sum(w.waarde or 0 for jaar, w in gedaan.items() if jaar > einde)
    daarna = f" Daarna kwamen er {getal(later)} bij." if later else ""
    return f"{zin}: {uitkomst} ({tempo}).{daarna} {zonder_plan(einde)}"


def peil_zin(gepland: dict[int, float], gedaan: dict[int, Waarneming], een: str, meer: str) -> str:
    """Where the count stands against the plan in the last year that has both, and what is planned to the end."""
    samen = [jaar for jaar in gedaan if jaar in gepland]
    if not samen:
        return ""
    jaar, einde = max(samen), max(gepland)
    w = gedaan[jaar]
    verschil = (w.waarde or 0) - gepland[jaar]
    hoeveel = f"{getal(abs(verschil))} {'meer' if verschil > 0 else 'minder'} dan" if verschil else "zoals"
    zin = f"{aantal(w.waarde or 0, een, meer)} eind {jaar}, {hoeveel} gepland"
    if w.lopend:
        zin = f"{aantal(w.waarde or 0, een, meer)} op {datum(w.einde)}, {hoeveel} gepland voor eind {jaar}"
    if jaar < einde:
        return f"{zin}; gepland voor eind {einde}: {getal(gepland[einde])}. {zonder_plan(einde)}"
    laatste = gedaan[max(gedaan)]
    nu = f"; op {datum(laatste.einde)} zijn het er {getal(laatste.waarde)}" if laatste.jaar > jaar else ""
    return f"{zin}{nu}. {zonder_plan(einde)}"


def zonder_plan(einde: int) -> str:
    """The sentence about the years after the plan: nothing was agreed, so nothing is extrapolated."""
    return f"Voor {einde + 1} en later is er geen planning."


def _jaren(hoeveel: float) -> str:
    """'2 jaar', '1,5 jaar'; under a year in months."""
    if hoeveel < 0.95:
        return aantal(max(1, round(hoeveel * 12)), "maand", "maanden")
    return f"{getal(hoeveel, 1).removesuffix(',0')} jaar"
