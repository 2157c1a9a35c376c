"""Defaults for social renting anywhere, so that the settings of a gemeente only hold what is particular to it.

The numbers are invented but ordinary: shares of house types, labels and ages, how often a field is left empty. A gemeente
overrides any of them by giving the same key; tables are merged key by key, weights (`_GEWICHTEN`) are replaced whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STANDAARD: dict[str, Any] = {
    "wijk": {"{kern}": 1.0},
    "kern": {},
    "profiel": {
        "gewoon": {
            "woningtype": {"eengezinswoning": 0.68, "seniorenwoning": 0.17, "appartement": 0.14, "overig": 0.01},
            "herkomst": {"zelfde_kern": 0.42, "gemeente": 0.33, "elders": 0.25},
            "wachtfactor": 1.0,
            "reactiefactor": 1.0,
        },
    },
    "voorraad": {
        "dagen_na": 12,
        "daeb": 0.95,
        "overig_daeb": 0.6,
        "huurklasse": {"goedkoop": 0.21, "betaalbaar": 0.64, "duur": 0.14, "boven": 0.01},
        "energielabel": {
            "onbekend": 0.05,
            "A++": 0.01,
            "A+": 0.03,
            "A": 0.17,
            "B": 0.17,
            "C": 0.26,
            "D": 0.15,
            "E": 0.09,
            "F": 0.05,
            "G": 0.02,
        },
        "label_na_isolatie": {"A++": 0.05, "A+": 0.15, "A": 0.5, "B": 0.3},
        "isolatie_per_jaar": 0.06,
        "label_bekend_per_jaar": 0.2,
        "goedkoop_weg_per_jaar": 0.07,
        "toegankelijk_erbij_per_jaar": 0.004,
        "nieuwbouw_energielabel": {"A++++": 0.25, "A+++": 0.4, "A++": 0.25, "A+": 0.1},
        "nieuwbouw_huurklasse": {"goedkoop": 0.03, "betaalbaar": 0.8, "duur": 0.17},
        "nieuwbouw_toegankelijk": 0.9,
        "verkoop_aan_starter": 0.55,
        "starter_ontbreekt": 0.05,
        "corporatie": {},
    },
    "verhuringen": {
        "dagen_na": 20,
        "mutatiegraad": 0.06,
        "mutatie_per_type": {"eengezinswoning": 0.85, "appartement": 1.35, "seniorenwoning": 1.1, "kamer": 2.0},
        "contract": {"onbepaald": 0.93, "tijdelijk": 0.045, "jongeren": 0.025},
        "woningruil": 0.015,
        "tijdelijk_bijzonder": 0.5,
        "regulier": 0.82,
        "vrije_ruimte": {},
        "leeftijd": {"<23": 0.05, "23-29": 0.21, "30-54": 0.34, "55-64": 0.16, "65+": 0.21},
        "jong_in_goedkoop": 0.4,
        "huishoudgrootte": {
            "eengezinswoning": {"1": 0.32, "2": 0.32, "3+": 0.36},
            "appartement": {"1": 0.68, "2": 0.25, "3+": 0.07},
            "seniorenwoning": {"1": 0.7, "2": 0.3},
            "kamer": {"1": 1.0},
            "overig": {"1": 0.6, "2": 0.3, "3+": 0.1},
        },
        "starter": {"<23": 0.95, "23-29": 0.72, "30-54": 0.42, "55-64": 0.2, "65+": 0.1},
        "passend": {"ontbreekt": 0.02, "recht_binnen_grens": 0.78, "recht_boven_grens": 0.045},
        "inschrijfduur": 24.0,
        "inschrijfduur_spreiding": 0.6,
        "inschrijfduur_hoogstens": 240.0,
        "loting_wachtfactor": 0.45,
        "zoekduur": 5.0,
        "zoekduur_spreiding": 0.7,
        "reacties": 40.0,
        "weigeringen": 1.3,
        "zoekduur_ontbreekt": 0.03,
        "weigeringen_ontbreekt": 0.1,
        "woonsituatie_ontbreekt": 0.04,
        "herkomst_ontbreekt": 0.06,
        "label_ontbreekt": 0.03,
    },
    "woningzoekenden": {
        "dagen_na": 15,
        "aangeleverd_door": "de corporaties samen",
        "drempel_reacties": 3,
        "leeftijd": {"<23": 0.14, "23-29": 0.21, "30-54": 0.34, "55-64": 0.14, "65+": 0.17},
        "actiever": {"<23": 1.2, "23-29": 1.4, "30-54": 1.1, "55-64": 0.7, "65+": 0.5},
        "duur": {"<1": 0.2, "1 tot 2": 0.17, "2 tot 5": 0.31, "5 tot 10": 0.21, "10+": 0.11},
        "langst": {"<23": 3, "23-29": 4},
        "huishouden": {"1": 0.6, "2": 0.24, "3+": 0.16},
        "groep": {},
    },
    "kengetallen": {"dagen_na": 15, "momenten": [], "reeks": {}},
    "actiestatus": {
        "dagen_voor": 6,
        "aangeleverd_door": "de ambtelijke werkgroep",
        "met_voortgang": 0.7,
        "overleggen": [],
        "afspraak": {},
        "sjabloon": {
            "G": ["De actie is uitgevoerd en afgerond."],
            "O": ["De uitvoering loopt zoals is afgesproken."],
            "N": ["Met dit onderwerp is nog niet begonnen."],
            "A": [
                [
                    "De uitvoering gaat langzamer dan gedacht.",
                    "Er was minder tijd beschikbaar dan gepland.",
                    "Het resultaat komt later.",
                    "De werkgroep maakt een nieuwe planning.",
                ]
            ],
            "R": [
                [
                    "De afgesproken datum is niet gehaald.",
                    "De voorbereiding duurde te lang.",
                    "Bewoners merken nog niets van deze afspraak.",
                    "De trekker legt een herstelplan voor aan het overleg.",
                ]
            ],
            "onveranderd": {
                "G": "Afgerond, zie de eerdere melding.",
                "O": "Loopt door zoals eerder gemeld.",
                "N": "Nog steeds niet begonnen.",
                "A": "Nog niet opgelost. {tekst}",
                "R": "Sinds het vorige overleg niet verbeterd. {tekst}",
            },
        },
    },
    "leveringen": {"voorvoegsel": "vb", "momenten": []},
}

# Weights are replaced whole: a mix of two sets would be neither.
_GEWICHTEN = frozenset(
    {
        "wijk",
        "woningtype",
        "herkomst",
        "huurklasse",
        "energielabel",
        "label_na_isolatie",
        "nieuwbouw_energielabel",
        "nieuwbouw_huurklasse",
        "mutatie_per_type",
        "contract",
        "leeftijd",
        "actiever",
        "duur",
        "huishouden",
    }
)


def met_standaard(instellingen: Mapping[str, Any], standaard: Mapping[str, Any] = STANDAARD) -> dict[str, Any]:
    """The settings with everything that they leave out."""
    uitkomst = dict(standaard)
    for sleutel, waarde in instellingen.items():
        gewoon = standaard.get(sleutel)
        if isinstance(waarde, Mapping) and isinstance(gewoon, Mapping) and sleutel not in _GEWICHTEN:
            uitkomst[sleutel] = met_standaard(waarde, gewoon)
        else:
            uitkomst[sleutel] = waarde
    return uitkomst
