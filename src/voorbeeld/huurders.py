"""Who an invented home was let to: household, where from, and how long it took."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from dashboard.tabellen.contracten import HUURKLASSEN, LEEFTIJDSKLASSEN
from voorbeeld.kernjaar import Kernjaar
from voorbeeld.leveringen import Rij
from voorbeeld.loting import kies, trend
from voorbeeld.woningen import Woning

_JONGST, _OUD = LEEFTIJDSKLASSEN[0], LEEFTIJDSKLASSEN[-2:]
ZONDER_REACTIES = ("directe_bemiddeling", "woningruil")


def huishouden(waar: Kernjaar, groep: Mapping[str, Any], woning: Woning, contract: str) -> Rij:
    """Age class, size and whether a home was left behind. Fewer and fewer cheap homes go to the youngest."""
    rng, regels = waar.rng, waar.regels
    leeftijden = dict(groep.get("leeftijd", regels["leeftijd"]))
    if woning.woningtype == "seniorenwoning":
        leeftijden = {klasse: leeftijden.get(klasse) or 1.0 for klasse in _OUD}
    elif contract == "jongeren":
        leeftijden = dict.fromkeys(LEEFTIJDSKLASSEN[:2], 1.0)
    elif woning.huurklasse == HUURKLASSEN[0] and "leeftijd" not in groep:
        deel = trend(regels["jong_in_goedkoop"], waar.jaar)
        anderen = sum(gewicht for klasse, gewicht in leeftijden.items() if klasse != _JONGST)
        leeftijden[_JONGST] = anderen * deel / (1 - deel)
    leeftijd = kies(rng, leeftijden)
    personen = kies(rng, groep.get("huishoudgrootte", regels["huishoudgrootte"][woning.woningtype]))
    starter = rng.random() < groep.get("starter", regels["starter"][leeftijd])
    situatie = None if rng.random() < regels["woonsituatie_ontbreekt"] else "starter" if starter else "doorstromer"
    return {"leeftijdsklasse": leeftijd, "huishoudgrootte": personen, "woonsituatie": situatie}


def herkomst(waar: Kernjaar, groep: Mapping[str, Any]) -> str | None:
    """Where the household lived before; now and then nobody wrote it down."""
    uitkomst = kies(waar.rng, groep.get("herkomst", waar.profiel["herkomst"]))
    return None if waar.rng.random() < waar.regels["herkomst_ontbreekt"] else uitkomst


def wachten(waar: Kernjaar, groep: Mapping[str, Any], model: str) -> Rij:
    """Registration time and search time in months, with a long tail; empty for whoever was not on a list."""
    rng, regels = waar.rng, waar.regels
    ruis = rng.standard_normal(3)
    weigeringen = int(rng.poisson(regels["weigeringen"]))
    rij: Rij = {"inschrijfduur_mnd": None, "zoekduur_mnd": None, "reacties": None, "weigeringen": None}
    factor = groep.get("wachtfactor", 1.0) * waar.profiel["wachtfactor"]
    if model == "loting":
        factor *= regels["loting_wachtfactor"]
    if factor > 0 and model not in ZONDER_REACTIES:
        duur = (
            trend(regels["inschrijfduur"], waar.jaar) * factor * math.exp(regels["inschrijfduur_spreiding"] * ruis[0])
        )
        duur = min(duur, regels["inschrijfduur_hoogstens"])
        zoek = trend(regels["zoekduur"], waar.jaar) * factor**0.5 * math.exp(regels["zoekduur_spreiding"] * ruis[1])
        rij["inschrijfduur_mnd"] = round(duur, 1)
        rij["zoekduur_mnd"] = None if rng.random() < regels["zoekduur_ontbreekt"] else round(min(zoek, duur), 1)
    if model not in ZONDER_REACTIES:
        verwacht = trend(regels["reacties"], waar.jaar) * waar.profiel["reactiefactor"]
        rij["reacties"] = max(round(verwacht * math.exp(0.5 * ruis[2])), 1)
        rij["weigeringen"] = None if rng.random() < regels["weigeringen_ontbreekt"] else weigeringen
    return rij
