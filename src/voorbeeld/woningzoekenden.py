"""How many people look for a home, on each counting day; waiting times need it as context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dashboard.tabellen.contracten import LEEFTIJDSKLASSEN
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.loting import generator, trend, verdeel
from voorbeeld.periode import Periode, werkdag


def lever_woningzoekenden(instellingen: Mapping[str, Any]) -> list[Levering]:
    """One count per counting day, for the whole gemeente: house seekers do not belong to one corporatie."""
    regels, dagen = instellingen["woningzoekenden"], dt.timedelta(days=instellingen["woningzoekenden"]["dagen_na"])
    leveringen: list[Levering] = []
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
            rijen += [
                {
                    "peildatum": peildatum,
                    "groep": groep,
                    "leeftijdsklasse": klasse,
                    "ingeschreven": aantal,
                    "actief": min(actieven[klasse], aantal),
                    "drempel_reacties": regels["drempel_reacties"],
                }
                for klasse, aantal in per_klasse.items()
                if aantal
            ]
        bestand, op = f"woningzoekenden_{peildatum.isoformat()}.xlsx", werkdag(peildatum + dagen)
        leveringen.append(
            Levering("woningzoekenden", None, peildatum, peildatum, bestand, op, regels["aangeleverd_door"], rijen)
        )
    return leveringen
