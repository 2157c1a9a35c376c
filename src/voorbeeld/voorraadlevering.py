"""The stock as it was delivered: counts per counting day, mutations per quarter."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np

from dashboard.afspraken import Overeenkomst
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.loting import generator, trend
from voorbeeld.periode import Periode, werkdag
from voorbeeld.voorraad import Voorraad, regels_van
from voorbeeld.woningen import Woning


def lever_voorraad(voorraad: Voorraad, overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Levering]:
    """A count per corporatie on each counting day."""
    periode, dagen = Periode.uit(instellingen), dt.timedelta(days=instellingen["voorraad"]["dagen_na"])
    return [
        Levering(
            "voorraad",
            corporatie.corporatie,
            peildatum,
            peildatum,
            f"voorraad_{peildatum.isoformat()}_{corporatie.corporatie.lower()}.xlsx",
            werkdag(peildatum + dagen),
            corporatie.naam,
            _tel(voorraad, corporatie.corporatie, peildatum, regels_van(instellingen, corporatie.corporatie)),
        )
        for peildatum in periode.peildata
        for corporatie in overeenkomst.corporaties
    ]


def toegankelijkheid(woning: Woning, jaar: int, regels: Mapping[str, Any]) -> str | None:
    """What the corporatie recorded, in its own terms; None before the year in which it began to record."""
    if woning.soort != "woongelegenheid" or jaar < regels["toegankelijkheid"]["vanaf"]:
        return None
    return regels["toegankelijkheid"]["begrip"] if woning.toegankelijk else "geen"


def _tel(voorraad: Voorraad, corporatie: str, peildatum: dt.date, regels: Mapping[str, Any]) -> list[Rij]:
    rijen: list[Rij] = []
    for (van, kern), woningen in voorraad.standen[peildatum.year].items():
        if van != corporatie:
            continue
        aantallen = Counter((w, toegankelijkheid(w, peildatum.year, regels)) for w in woningen)
        samen: Counter[tuple[Any, ...]] = Counter()
        for (woning, toegang), aantal in aantallen.items():
            samen[(*woning[:5], toegang, woning.warmtenet, woning.flex)] += aantal
        for sleutel in sorted(samen, key=lambda deel: tuple("" if d is None else str(d) for d in deel)):
            soort, daeb, huurklasse, woningtype, label, toegang, warmtenet, flex = sleutel
            rijen.append(
                {
                    "peildatum": peildatum,
                    "corporatie": corporatie,
                    "kern": kern,
                    "soort": soort,
                    "daeb": daeb,
                    "huurklasse": huurklasse,
                    "woningtype": woningtype,
                    "energielabel": label,
                    "toegankelijkheid": toegang,
                    "warmtenet": warmtenet,
                    "flex": flex,
                    "aantal": samen[sleutel],
                }
            )
    return rijen


def lever_mutaties(voorraad: Voorraad, overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Levering]:
    """The mutations per corporatie and quarter, with the intentions announced then; empty quarters are delivered too."""
    periode, dagen = Periode.uit(instellingen), dt.timedelta(days=instellingen["voorraad"]["dagen_na"])
    plannen = [
        (plan["gemeld"], _mutatierij(instellingen, {**plan, "stand": "plan", "nummer": 0}))
        for plan in instellingen["voorraad"].get("plannen", ())
    ]
    leveringen = []
    for kwartaal in periode.kwartalen(periode.einde(periode.van.year) + dt.timedelta(days=1)):
        for corporatie in overeenkomst.corporaties:
            code = corporatie.corporatie
            gebeurd = [
                m for m in voorraad.mutaties if m["corporatie"] == code and kwartaal.van <= m["dag"] <= kwartaal.tot
            ]
            gebeurd.sort(key=lambda m: (m["dag"], m["kern"], m["soort"], m["nummer"]))
            rijen = [_mutatierij(instellingen, m) for m in gebeurd]
            rijen += [rij for gemeld, rij in plannen if gemeld == kwartaal.naam and rij["corporatie"] == code]
            bestand = f"voorraadmutaties_{kwartaal.naam}_{code.lower()}.xlsx"
            op = werkdag(kwartaal.tot + dagen)
            leveringen.append(
                Levering("voorraadmutaties", code, kwartaal.van, kwartaal.tot, bestand, op, corporatie.naam, rijen)
            )
    return leveringen


def _mutatierij(instellingen: Mapping[str, Any], mutatie: Mapping[str, Any]) -> Rij:
    """A mutation as the contract has it; whether a starter bought the home is drawn here, after the fact."""
    starter: bool | None = None
    if mutatie["soort"] == "verkoop":
        kans = trend(instellingen["voorraad"]["verkoop_aan_starter"], mutatie["dag"].year)
        trekking = _rng(instellingen, mutatie).random(2)
        if trekking[1] >= instellingen["voorraad"]["starter_ontbreekt"]:
            starter = bool(trekking[0] < kans)
    return {
        "datum": mutatie["dag"],
        "corporatie": mutatie["corporatie"],
        "kern": mutatie["kern"],
        "soort": mutatie["soort"],
        "eenheid": mutatie.get("eenheid", "woongelegenheid"),
        "aan_starter": starter,
        "aantal": mutatie["aantal"],
        "stand": mutatie.get("stand", "realisatie"),
    }


def _rng(instellingen: Mapping[str, Any], mutatie: Mapping[str, Any]) -> np.random.Generator:
    return generator(instellingen["zaad"], "starter", mutatie["corporatie"], mutatie["dag"].year, mutatie["nummer"])
