"""Repeatable chance: a generator per subject, and the few ways in which the example data draw.

Every kern, corporatie and year has a generator of its own, seeded from a name. So adding a kern, a year or a table
leaves all other invented rows as they were. The seed comes from sha256: Python's own hash differs per process.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

K = TypeVar("K", bound=Hashable)


def generator(zaad: int, *sleutel: object) -> np.random.Generator:
    """A generator that depends on the seed and on this key only."""
    tekst = "|".join(str(deel) for deel in (zaad, *sleutel))
    return np.random.default_rng(int.from_bytes(hashlib.sha256(tekst.encode()).digest()[:16], "big"))


def kies(rng: np.random.Generator, gewichten: Mapping[str, float]) -> str:
    """One key, drawn by weight."""
    grens = rng.random() * sum(gewichten.values())
    for sleutel, gewicht in gewichten.items():
        grens -= gewicht
        if grens < 0:
            return sleutel
    return list(gewichten)[-1]


def kies_meer(rng: np.random.Generator, gewichten: Mapping[str, float], aantal: int) -> list[str]:
    """As `kies`, many keys at once."""
    sleutels = list(gewichten)
    grenzen = np.cumsum(list(gewichten.values()))
    plaatsen = np.searchsorted(grenzen, rng.random(aantal) * grenzen[-1], side="right")
    return [sleutels[min(int(plaats), len(sleutels) - 1)] for plaats in plaatsen]


def trek_zonder_terugleggen(rng: np.random.Generator, gewichten: Sequence[float], aantal: int) -> list[int]:
    """Positions drawn by weight, each at most once (exponential keys, as Efraimidis and Spirakis describe)."""
    sleutels = rng.exponential(size=len(gewichten)) / np.maximum(np.asarray(gewichten, dtype=float), 1e-9)
    return [int(plaats) for plaats in np.argsort(sleutels, kind="stable")[: max(aantal, 0)]]


def verdeel(totaal: int, gewichten: Mapping[K, float]) -> dict[K, int]:
    """Whole numbers in proportion to the weights that add up to exactly `totaal` (largest remainders first)."""
    som = sum(gewichten.values())
    if som <= 0:
        return dict.fromkeys(gewichten, 0)
    exact = {sleutel: totaal * gewicht / som for sleutel, gewicht in gewichten.items()}
    delen = {sleutel: math.floor(waarde) for sleutel, waarde in exact.items()}
    rest = sorted(exact, key=lambda sleutel: delen[sleutel] - exact[sleutel])
    for sleutel in rest[: totaal - sum(delen.values())]:
        delen[sleutel] += 1
    return delen


def afgerond_met_kans(rng: np.random.Generator, waarde: float) -> int:
    """Round up as often as the fraction says, so that many small numbers still add up to their expectation."""
    return math.floor(max(waarde, 0.0) + float(rng.random()))


def trend(reeks: Any, jaar: int) -> float:
    """The value in a year of a series as the settings write it: one number, or numbers by year with a straight line between."""
    if not isinstance(reeks, Mapping):
        return float(reeks)
    punten = sorted((int(sleutel), float(waarde)) for sleutel, waarde in reeks.items())
    return float(np.interp(jaar, [punt[0] for punt in punten], [punt[1] for punt in punten]))
