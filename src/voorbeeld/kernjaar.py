"""One kern in one year: the settings that hold there, and the generator that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from voorbeeld.loting import generator


@dataclass(frozen=True)
class Kernjaar:
    """What is needed to draw lettings in this kern and year."""

    instellingen: Mapping[str, Any]
    kern: str
    jaar: int

    @cached_property
    def rng(self) -> np.random.Generator:
        """The generator of this kern and year; it continues after the last draw."""
        return generator(self.instellingen["zaad"], "verhuringen", self.kern, self.jaar)

    @cached_property
    def regels(self) -> dict[str, Any]:
        """The letting settings that hold everywhere."""
        regels: dict[str, Any] = self.instellingen["verhuringen"]
        return regels

    @cached_property
    def eigen(self) -> dict[str, Any]:
        """What the settings say about this kern alone."""
        eigen: dict[str, Any] = self.instellingen["kern"].get(self.kern, {})
        return eigen

    @cached_property
    def profiel(self) -> dict[str, Any]:
        """How homes and house seekers in this kern differ from elsewhere."""
        return profiel_van(self.instellingen, self.kern)


def profiel_van(instellingen: Mapping[str, Any], kern: str) -> dict[str, Any]:
    """The profile of a kern; what it leaves out, or a kern without one, is as in the profile `gewoon`."""
    profielen: dict[str, dict[str, Any]] = instellingen["profiel"]
    return profielen["gewoon"] | profielen[instellingen["kern"].get(kern, {}).get("profiel", "gewoon")]
