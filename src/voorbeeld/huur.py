"""Rents within the limits of their year, and whether a letting was passend by those limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from dashboard.afspraken import Overeenkomst
from dashboard.tabellen.contracten import HUURKLASSEN

Grenzen = Mapping[str, float]
_AFGETOPT = 0.95  # the part of a class below it


def grenzen_per_jaar(overeenkomst: Overeenkomst, jaren: range) -> dict[int, dict[str, float]]:
    """The rent limits of each year; a year whose limits are not known yet keeps those of the year before."""
    rijen = overeenkomst.tabellen["huurgrenzen"].to_pylist()
    uitkomst: dict[int, dict[str, float]] = {}
    for jaar in jaren:
        bekend = sorted((rij for rij in rijen if rij["jaar"] <= jaar), key=lambda rij: rij["jaar"])
        uitkomst[jaar] = {rij["grens"]: rij["bedrag"] for rij in bekend or rijen}
    return uitkomst


def kale_huur(rng: np.random.Generator, huurklasse: str, grenzen: Grenzen) -> float:
    """A rent in euros per month within a class; most affordable homes stay within the lower limit for rent allowance.

    Many a rent is capped, so the highest of a class with such a limit are exactly that limit.
    """
    goedkoop, betaalbaar, duur, _ = HUURKLASSEN
    deel = float(rng.random())
    afgetopt = deel > _AFGETOPT
    if huurklasse == goedkoop:
        bedrag = grenzen["kwaliteitskorting"] * (1 if afgetopt else 0.74 + 0.255 * deel)
    elif huurklasse == betaalbaar:
        onder = (grenzen["kwaliteitskorting"] + 5, grenzen["aftopping_laag"])
        boven = (grenzen["aftopping_laag"], grenzen["aftopping_hoog"])
        van, tot = onder if rng.random() < 0.8 else boven
        # The square root moves rents towards the limit, because many are capped there.
        bedrag = tot if afgetopt else van + (tot - van) * deel**0.5
    elif huurklasse == duur:
        bedrag = grenzen["aftopping_hoog"] + 1 + (grenzen["daeb"] - grenzen["aftopping_hoog"] - 1) * deel
    else:
        bedrag = grenzen["daeb"] * (1.01 + 0.24 * deel)
    return round(bedrag, 2)


def passend(
    rng: np.random.Generator, huur: float, personen: str, grenzen: Grenzen, regels: Mapping[str, Any]
) -> str | None:
    """Whether a household with a right to rent allowance got a home within its limit; `nvt` without that right."""
    if rng.random() < regels["ontbreekt"]:
        return None
    grens = grenzen["aftopping_hoog" if personen == "3+" else "aftopping_laag"]
    binnen = huur <= grens
    if rng.random() < regels["recht_binnen_grens" if binnen else "recht_boven_grens"]:
        return "passend" if binnen else "niet_passend"
    return "nvt"
