"""Two invented verhuurrapportages over the third quarter of 2026, as the contract has their rows: one per corporatie.

`indelingen.py` writes them down as two corporaties would; the tests read those files and must find these rows again.
The same every time, whatever Python makes them.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

Rij = dict[str, Any]

AANTAL = 60
_BEGIN = dt.date(2026, 7, 1)
_KERNEN_A = {"Terneuzen": 48, "Axel": 5, "Hoek": 4, "Sluiskil": 3}
_WIJKEN = ("Terneuzen Noord (2022)", "Terneuzen Zuid (2022)", "Terneuzen Centrum (2022)", "Terneuzen Oost (2022)")
# Homes and other units per kern on 30 September 2026.
VOORRAAD_B = {
    "Axel": (717, 28),
    "Biervliet": (106, 5),
    "Hoek": (187, 8),
    "Koewacht": (161, 7),
    "Overslag": (14, 1),
    "Philippine": (181, 8),
    "Sas van Gent": (423, 19),
    "Sluiskil": (171, 8),
    "Spui": (17, 1),
    "Terneuzen": (118, 4),
    "Westdorpe": (132, 7),
    "Zaamslag": (212, 10),
    "Zuiddorpe": (54, 2),
}
_GROEPEN = {
    "regulier": 44,
    "herstructureringsurgent": 3,
    "urgent": 5,
    "statushouder": 4,
    "uitstroom_instelling": 2,
    "weer_thuis": 1,
    "overig_bijzonder": 1,
}
_KLASSEN = {"<23": (18, 22), "23-29": (23, 29), "30-54": (30, 54), "55-64": (55, 64), "65+": (65, 88)}
_HUREN = ((400, 498), (499, 713), (499, 713), (499, 713), (714, 764), (765, 932))
_PEILDATUM = dt.date(2026, 9, 30)


def _kies(toeval: random.Random, gewichten: dict[str, int]) -> str:
    return toeval.choices(list(gewichten), list(gewichten.values()))[0]


def _verhuring(toeval: random.Random, nummer: int, corporatie: str, kern: str) -> Rij:
    groep, klasse = _kies(toeval, _GROEPEN), toeval.choice(list(_KLASSEN))
    personen = 1 if klasse in ("<23", "65+") else toeval.randint(1, 5)
    vrij = groep == "regulier" and klasse != "<23" and toeval.random() < 0.08
    laag, hoog = (950, 1100) if vrij else _HUREN[0] if klasse == "<23" else toeval.choice(_HUREN[1:])
    huur = round(toeval.randint(laag, hoog - 1) + toeval.randint(0, 99) / 100, 2)
    bijzonder = groep not in ("regulier", "urgent", "herstructureringsurgent")
    duur = None if bijzonder else toeval.randint(3, 40 if klasse == "<23" else 110)
    contract = "jongeren" if klasse == "<23" else "tijdelijk" if groep == "weer_thuis" else "onbepaald"
    return {
        "corporatie": corporatie,
        "verhuring_id": f"{corporatie[0]}26-{300 + nummer}",
        "ingangsdatum": _BEGIN + dt.timedelta(days=nummer * 92 // AANTAL),
        "kern": kern,
        "woningtype": toeval.choice(
            ("appartement", "eengezinswoning", "seniorenwoning" if personen < 3 else "appartement")
        ),
        "daeb": not vrij,
        "nieuwbouw": toeval.random() < 0.1,
        "contract": contract,
        "kale_huur": huur,
        "energielabel": toeval.choice(("A++", "A", "A", "B", "C", "D", None)),
        "model": "directe_bemiddeling" if bijzonder else toeval.choice(("aanbod", "aanbod", "loting")),
        "groep": groep,
        "leeftijdsklasse": klasse,
        "leeftijd": toeval.randint(*_KLASSEN[klasse]),
        "huishoudgrootte": "3+" if personen >= 3 else str(personen),
        "personen": personen,
        "woonsituatie": toeval.choice(("starter", "doorstromer")),
        "passend": "nvt" if vrij else "niet_passend" if huur > 764.14 else "passend",
        "vrije_ruimte": not vrij and not bijzonder and toeval.random() < 0.1,
        "inschrijfduur_mnd": None if duur is None else float(duur),
        "zoekduur_mnd": None if duur is None else float(toeval.randint(0, min(duur, 24))),
        "reacties": None if bijzonder else toeval.randint(8, 160),
        "weigeringen": toeval.randint(0, 3),
    }


def verhuringen_a() -> list[Rij]:
    """Of the first corporatie: almost all of it in the town."""
    toeval, rijen = random.Random(20263), []
    for nummer in range(AANTAL):
        kern = _kies(toeval, _KERNEN_A)
        rij = _verhuring(toeval, nummer, "CLAVIS", kern)
        rij["wijk"] = toeval.choice(_WIJKEN) if kern == "Terneuzen" else f"Kern {kern} (2022)"
        rij["toegankelijkheid"] = toeval.choice(("nultreden", "geen", "geen", None))
        rijen.append(rij)
    return rijen


def verhuringen_b() -> list[Rij]:
    """Of the second corporatie: every village."""
    toeval, rijen = random.Random(20264), []
    for nummer in range(AANTAL):
        kern = _kies(toeval, {kern: woningen for kern, (woningen, _) in VOORRAAD_B.items()})
        rij = _verhuring(toeval, nummer, "WZV", kern)
        rij["herkomst"] = toeval.choice(("zelfde_kern", "gemeente", "elders"))
        rijen.append(rij)
    return rijen


def woningzoekenden_b() -> list[Rij]:
    """Counts per group and age on the last day of the quarter."""
    toeval = random.Random(20265)
    rijen = []
    for groep, gewicht in _GROEPEN.items():
        for klasse in _KLASSEN:
            ingeschreven = toeval.randint(1100, 2900) if groep == "regulier" else gewicht + toeval.randint(1, 20)
            actief = toeval.randint(0, ingeschreven // 3)
            plek = {"peildatum": _PEILDATUM, "groep": groep, "leeftijdsklasse": klasse}
            rijen.append(plek | {"ingeschreven": ingeschreven, "actief": actief, "drempel_reacties": 3})
    return rijen


def voorraad_b() -> list[Rij]:
    """Counts per kern and kind on the last day of the quarter."""
    rijen = []
    for kern, (woningen, overig) in VOORRAAD_B.items():
        delen = [("eengezinswoning", "betaalbaar", woningen // 2), ("appartement", "duur", woningen // 5)]
        delen.append(("seniorenwoning", "goedkoop", woningen - sum(aantal for *_, aantal in delen)))
        basis = {"peildatum": _PEILDATUM, "corporatie": "WZV", "kern": kern, "daeb": True, "warmtenet": False}
        for nummer, (woningtype, klasse, aantal) in enumerate(delen):
            soort = {"soort": "woongelegenheid", "woningtype": woningtype, "huurklasse": klasse, "aantal": aantal}
            rijen.append(basis | soort | {"energielabel": "BCA"[nummer], "toegankelijkheid": "geen", "flex": False})
        rijen.append(basis | {"soort": "overig", "flex": False, "aantal": overig})
    return rijen
