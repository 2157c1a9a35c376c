"""The stock over the years, from the first figure of the plan, with every addition and removal recorded.

Because the counts and the mutations come from the same homes, begin + in - out = end holds per corporatie and kern, to
the unit. Large projects are in the settings; single sales and purchases are spread over the kernen by chance.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.afspraken import Overeenkomst
from voorbeeld.kernjaar import profiel_van
from voorbeeld.leveringen import Rij
from voorbeeld.loting import generator, kies, verdeel
from voorbeeld.periode import Periode
from voorbeeld.woningen import (
    Woning,
    haal_weg,
    nieuwe_woningen,
    sluit_aan_op_warmtenet,
    trek_overig,
    trek_woningen,
    verouder,
)

Plaats = tuple[str, str]  # corporatie and kern
_LOS = ("aankoop", "verkoop")


@dataclass(frozen=True)
class Nieuw:
    """A new home and the day on which it is let for the first time, some weeks after it was handed over."""

    dag: dt.date
    corporatie: str
    kern: str
    woning: Woning


@dataclass(frozen=True)
class Voorraad:
    """Homes per place at the end of each year (the last year: at the end of the period), and what changed.

    A mutation has the keys of the settings (dag, corporatie, kern, soort, aantal, ...) and its number within the year.
    """

    standen: Mapping[int, Mapping[Plaats, list[Woning]]]
    mutaties: tuple[Rij, ...]
    nieuw: tuple[Nieuw, ...]


def regels_van(instellingen: Mapping[str, Any], corporatie: str) -> dict[str, Any]:
    """The stock settings, overridden by those of this corporatie."""
    voorraad: dict[str, Any] = instellingen["voorraad"]
    eigen: dict[str, Any] = voorraad["corporatie"][corporatie]
    return voorraad | eigen


def bouw_voorraad(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> Voorraad:
    """The stock in every year from the start of the plan to the end of the period."""
    periode = Periode.uit(instellingen)
    eerste, *later = periode.jaren
    standen = {eerste: _begin(overeenkomst, instellingen)}
    mutaties: list[Rij] = []
    nieuw: list[Nieuw] = []
    for jaar in later:
        dit_jaar = _projecten(instellingen, jaar) + _losse_mutaties(overeenkomst, instellingen, periode, jaar)
        standen[jaar] = {}
        for plaats, woningen in standen[jaar - 1].items():
            standen[jaar][plaats], gebouwd = _jaar_verder(instellingen, plaats, jaar, woningen, dit_jaar)
            nieuw += gebouwd
        mutaties += [{**rij, "nummer": nummer} for nummer, rij in enumerate(dit_jaar)]
    return Voorraad(standen, tuple(mutaties), tuple(nieuw))


def _jaar_verder(
    instellingen: Mapping[str, Any], plaats: Plaats, jaar: int, woningen: list[Woning], mutaties: list[Rij]
) -> tuple[list[Woning], list[Nieuw]]:
    """The homes of one place a year later, and what was handed over there."""
    corporatie, kern = plaats
    rng = generator(instellingen["zaad"], "voorraad", corporatie, kern, jaar)
    regels, profiel = regels_van(instellingen, corporatie), profiel_van(instellingen, kern)
    stand = verouder(rng, woningen, regels)
    opgeleverd: list[Nieuw] = []
    for mutatie in mutaties:
        if (mutatie["corporatie"], mutatie["kern"]) == plaats:
            stand, gebouwd = _pas_toe(rng, stand, mutatie, regels, profiel)
            leeg = rng.integers(2, 45, size=len(gebouwd)).tolist()
            opgeleverd += [
                Nieuw(mutatie["dag"] + dt.timedelta(days=dagen), corporatie, kern, woning)
                for dagen, woning in zip(leeg, gebouwd, strict=True)
            ]
    for net in instellingen["voorraad"].get("warmtenet", ()):
        if (net["jaar"], net["corporatie"], net["kern"]) == (jaar, corporatie, kern):
            stand = sluit_aan_op_warmtenet(stand, net["aantal"])
    return stand, opgeleverd


def _begin(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> dict[Plaats, list[Woning]]:
    plan = overeenkomst.tabellen["plan"].to_pylist()
    eerste = min(rij["jaar"] for rij in plan)
    begin = {(r["corporatie"], r["soort"]): r["beginstand"] for r in plan if r["jaar"] == eerste}
    stand: dict[Plaats, list[Woning]] = {}
    for corporatie in (rij.corporatie for rij in overeenkomst.corporaties):
        regels = regels_van(instellingen, corporatie)
        woningen = verdeel(begin.get((corporatie, "woongelegenheid"), 0), regels["kernen"])
        overig = verdeel(begin.get((corporatie, "overig"), 0), regels.get("overig_kernen", regels["kernen"]))
        for kern, aantal in woningen.items():
            rng = generator(instellingen["zaad"], "voorraad", corporatie, kern)
            stand[corporatie, kern] = trek_woningen(rng, aantal, regels, profiel_van(instellingen, kern))
            stand[corporatie, kern] += trek_overig(rng, overig.get(kern, 0), regels["overig_daeb"])
    return stand


def _projecten(instellingen: Mapping[str, Any], jaar: int) -> list[Rij]:
    return [dict(rij) for rij in instellingen["voorraad"].get("projecten", ()) if rij["dag"].year == jaar]


def _losse_mutaties(
    overeenkomst: Overeenkomst, instellingen: Mapping[str, Any], periode: Periode, jaar: int
) -> list[Rij]:
    """Single purchases and sales: their number per year is given (or is the plan's), where and when is chance."""
    plan = {(r["corporatie"], r["soort"], r["jaar"]): r for r in overeenkomst.tabellen["plan"].to_pylist()}
    rijen: list[Rij] = []
    for corporatie in (rij.corporatie for rij in overeenkomst.corporaties):
        regels = regels_van(instellingen, corporatie)
        for soort in _LOS:
            volgens_plan = plan.get((corporatie, "woongelegenheid", jaar), {}).get(soort, 0)
            aantal = regels.get(soort, {}).get(str(jaar), volgens_plan)
            rng = generator(instellingen["zaad"], "mutaties", corporatie, soort, jaar)
            for _ in range(aantal):
                kern = kies(rng, regels["kernen"])
                rijen.append(
                    {"dag": periode.dag(rng, jaar), "corporatie": corporatie, "kern": kern, "soort": soort, "aantal": 1}
                )
    return rijen


def _pas_toe(
    rng: np.random.Generator, woningen: list[Woning], mutatie: Rij, regels: dict[str, Any], profiel: Mapping[str, Any]
) -> tuple[list[Woning], list[Woning]]:
    """The homes after one mutation, and which of them are newly built."""
    soort, aantal = mutatie["soort"], mutatie["aantal"]
    if soort == "nieuwbouw":
        gebouwd = nieuwe_woningen(rng, mutatie, regels)
        return woningen + gebouwd, gebouwd
    if soort == "aankoop" or (soort == "overig" and aantal > 0):
        return woningen + trek_woningen(rng, aantal, regels, profiel), []
    return haal_weg(rng, woningen, soort, mutatie.get("eenheid", "woongelegenheid"), abs(aantal)), []
