"""How many people look for a home, on each counting day; waiting times need it as context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import numpy as np

from dashboard.tabellen.contracten import INSCHRIJFDUURKLASSEN, LEEFTIJDSKLASSEN
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.loting import generator, trend, verdeel
from voorbeeld.periode import Periode, werkdag

_NIEUW = INSCHRIJFDUURKLASSEN[0]
_MET_VERTREK = 1.1  # of those who registered in a year some have left within it


def lever_woningzoekenden(instellingen: Mapping[str, Any]) -> list[Levering]:
    """One count per counting day, for the whole gemeente: house seekers do not belong to one corporatie."""
    regels, dagen = instellingen["woningzoekenden"], dt.timedelta(days=instellingen["woningzoekenden"]["dagen_na"])
    leveringen: list[Levering] = []
    geteld: dict[tuple[str, int], int] = {}
    for peildatum in Periode.uit(instellingen).peildata if regels["groep"] else ():
        rijen: list[Rij] = []
        for groep, reeksen in regels["groep"].items():
            rng = generator(instellingen["zaad"], "woningzoekenden", groep, peildatum)
            ruis = 1 + 0.01 * rng.standard_normal()
            ingeschreven = round(trend(reeksen["ingeschreven"], peildatum.year) * ruis)
            actief = min(round(trend(reeksen["actief"], peildatum.year) * ruis), ingeschreven)
            per_klasse = verdeel(
                ingeschreven, {klasse: regels["leeftijd"].get(klasse, 0) for klasse in LEEFTIJDSKLASSEN}
            )
            gewichten = {
                klasse: per_klasse[klasse] * regels["actiever"].get(klasse, 1.0) for klasse in LEEFTIJDSKLASSEN
            }
            actieven = verdeel(actief, gewichten)
            groei = round(
                trend(reeksen["ingeschreven"], peildatum.year) - trend(reeksen["ingeschreven"], peildatum.year - 1)
            )
            if peildatum == dt.date(peildatum.year, 12, 31):
                groei = ingeschreven - geteld.get((groep, peildatum.year - 1), ingeschreven - groei)
                geteld[groep, peildatum.year] = ingeschreven
            # A generator of its own, so that the totals do not depend on how they are split.
            rng = generator(instellingen["zaad"], "woningzoekenden", groep, peildatum, "verdeling")
            eigen = [
                {"peildatum": peildatum, "groep": groep, "drempel_reacties": regels["drempel_reacties"]} | cel
                for klasse, aantal in per_klasse.items()
                for cel in _cellen(klasse, aantal, min(actieven[klasse], aantal), regels | reeksen, rng)
            ]
            _stroom(eigen, groei)
            rijen += eigen
        bestand, op = f"woningzoekenden_{peildatum.isoformat()}.xlsx", werkdag(peildatum + dagen)
        leveringen.append(
            Levering("woningzoekenden", None, peildatum, peildatum, bestand, op, regels["aangeleverd_door"], rijen)
        )
    return leveringen


def _cellen(
    leeftijd: str, ingeschreven: int, actief: int, regels: Mapping[str, Any], rng: np.random.Generator
) -> list[Rij]:
    """One age split by years registered and size of household; who is 20 has not been registered for ten years."""
    langst = regels["langst"].get(leeftijd, len(INSCHRIJFDUURKLASSEN))
    gewichten = {
        (duur, huishouden): regels["duur"].get(duur, 0) * deel * rng.uniform(0.8, 1.2)
        for duur in INSCHRIJFDUURKLASSEN[:langst]
        for huishouden, deel in regels["huishouden"].items()
    }
    aantallen = verdeel(ingeschreven, gewichten)
    actieven = verdeel(actief, aantallen)
    return [
        {
            "leeftijdsklasse": leeftijd,
            "inschrijfduurklasse": duur,
            "huishoudgrootte": huishouden,
            "ingeschreven": aantal,
            "actief": actieven[duur, huishouden],
        }
        for (duur, huishouden), aantal in aantallen.items()
        if aantal
    ]


def _stroom(rijen: list[Rij], groei: int) -> None:
    """Fill in who came and who left in twelve months, so that the difference is the growth of the group."""
    nieuw = {nr: rij["ingeschreven"] for nr, rij in enumerate(rijen) if rij["inschrijfduurklasse"] == _NIEUW}
    erbij = max(round(_MET_VERTREK * sum(nieuw.values())), groei)
    in_, uit = verdeel(erbij, nieuw), verdeel(erbij - groei, {nr: rij["ingeschreven"] for nr, rij in enumerate(rijen)})
    for nr, rij in enumerate(rijen):
        rij |= {"ingestroomd": in_.get(nr, 0), "uitgestroomd": uit[nr]}
