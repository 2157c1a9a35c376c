"""The observations of a figure as lines: one per part (gemeente, corporatie, kern) and kind (plan, realisatie)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.afspraken import Indicator
from dashboard.basis.instellingen import instelling
from dashboard.basis.opmaak import periode
from dashboard.cijfers import Keuze, erbij_teksten, is_gevuld, met_aantallen, oordeel_bij, waarde_tekst
from dashboard.figuren import Punt, Reeks
from dashboard.figuren.kleuren import palet
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Waarneming, driejaars_tekst, toeval_tekst


@dataclass(frozen=True, kw_only=True)
class Lijn(Reeks):
    """A series with its source: its part (a corporatie, a kern or 'totaal') and its observations.

    `driejaars` has, for years in which the part is too small, the words about three years.
    """

    deel: str
    waarnemingen: tuple[Waarneming, ...]
    driejaars: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class As:
    """The years of a chart without gaps, with their labels; that of a running year says how far it goes."""

    jaren: tuple[int, ...]
    labels: tuple[str, ...]


def lijnen_voor(monitor: Monitor, indicator: Indicator, niveau: str, keuze: Keuze, donker: bool) -> list[Lijn]:
    """The lines at one level, still without their points. A choice of kernen or corporatie narrows what is counted at
    the other levels.

    At the level of kernen every kern has a line, also without figures: a missing kern would look like one that is fine.
    """
    filters: dict[str, Sequence[str] | None] = {
        "kernen": keuze.kernen,
        "corporaties": [keuze.corporatie] if keuze.corporatie and niveau != "corporatie" else None,
    }
    gevonden = [w for w in monitor.waarnemingen(indicator, niveau, **filters) if keuze.binnen(w.jaar)]
    sleutel: Callable[[Waarneming], str] = {
        "gemeente": lambda _: TOTAAL,
        "corporatie": lambda w: w.corporatie,
        "kern": lambda w: w.kern,
    }[niveau]
    per_deel: dict[tuple[str, str], list[Waarneming]] = {}
    for w in sorted(gevonden, key=lambda w: w.jaar):
        per_deel.setdefault((sleutel(w), w.soort), []).append(w)
    if niveau == "kern":
        kernen = [k.kern for k in monitor.overeenkomst.kernen if not keuze.kernen or k.kern in keuze.kernen]
        paren = [((kern, "realisatie"), per_deel.get((kern, "realisatie"), [])) for kern in kernen]
    else:
        paren = sorted(per_deel.items())
    meer_soorten = len({soort for (_, soort), _ in paren}) > 1
    beperkt = bool(filters["corporaties"] or (keuze.kernen and niveau != "kern"))
    return [
        Lijn(
            _naam(monitor, deel, soort, meer_soorten),
            kleur=_kleur(monitor, deel, donker),
            plan=soort == "plan",
            deel=deel,
            waarnemingen=tuple(reeks),
            driejaars={} if beperkt else _driejaars(monitor, indicator, niveau, reeks),
        )
        for (deel, soort), reeks in paren
    ]


def _driejaars(monitor: Monitor, indicator: Indicator, niveau: str, reeks: Iterable[Waarneming]) -> dict[int, str]:
    """The words about three years, by year; only where a norm is about exactly this part, because it was judged."""
    return {w.jaar: driejaars_tekst(oordeel_bij(monitor, indicator, niveau, w)) for w in reeks}


def op_een_as(indicator: Indicator, lijnen: Iterable[Lijn]) -> tuple[As, list[Lijn]]:
    """The axis that fits all lines, and the lines with their points on it."""
    lijnen = list(lijnen)
    as_ = _as_voor(lijnen)
    return as_, [replace(lijn, punten=_punten(indicator, lijn, as_)) for lijn in lijnen]


def _as_voor(lijnen: Sequence[Lijn]) -> As:
    alle = [(lijn, w) for lijn in lijnen for w in lijn.waarnemingen]
    einde: dict[int, dt.date | None] = {}
    for lijn, w in alle:
        if not lijn.plan and w.tot_en_met is not None:
            einde[w.jaar] = max(einde.get(w.jaar) or w.tot_en_met, w.tot_en_met)
    jaren = range(min(w.jaar for _, w in alle), max(w.jaar for _, w in alle) + 1) if alle else range(0)
    return As(tuple(jaren), tuple(periode(jaar, einde.get(jaar)) for jaar in jaren))


def _punten(indicator: Indicator, lijn: Lijn, as_: As) -> list[Punt]:
    """One point per year of the axis, hollow where it rests on few observations."""
    klein = int(instelling("MONITOR_KLEIN"))
    per_jaar = {w.jaar: w for w in lijn.waarnemingen}
    uitkomst = []
    for jaar, label in zip(as_.jaren, as_.labels, strict=True):
        w = per_jaar.get(jaar)
        if w is None or not is_gevuld(w):
            uitkomst.append(Punt(label, None, "geen gegevens"))
            continue
        hol = indicator.eenheid.te_klein(w.noemer, klein)
        tekst, kort = met_aantallen(indicator, w), waarde_tekst(indicator, w)
        meer = [*erbij_teksten(indicator, w), toeval_tekst(indicator, w), lijn.driejaars.get(jaar, "")]
        uitkomst.append(Punt(label, float(w.waarde or 0), tekst, hol, w.lopend, kort, tuple(filter(None, meer))))
    return uitkomst


def _naam(monitor: Monitor, deel: str, soort: str, meer_soorten: bool) -> str:
    if deel == TOTAAL:
        return ("gepland" if soort == "plan" else "werkelijk") if meer_soorten else "totaal"
    kort = monitor.overeenkomst.kort.get(deel, deel)
    return f"{kort} gepland" if soort == "plan" else kort


def _kleur(monitor: Monitor, deel: str, donker: bool) -> str:
    for corporatie in monitor.overeenkomst.corporaties:
        if corporatie.corporatie == deel:
            return corporatie.kleur_donker if donker else corporatie.kleur_licht
    return palet(donker).tekst
