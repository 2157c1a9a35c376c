"""Switches of a figure: what can be counted in another way than was agreed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Definitie:
    """A switch of a figure: a yes or no of its query, what was agreed, and the words for the other answer."""

    indicator: str
    parameter: str
    naam: str
    vraag: str
    standaard: bool
    omschrijving: str

    @property
    def sleutel(self) -> str:
        """The unique key of the switch: 'aandeel_regulier.nieuwbouw'."""
        return f"{self.indicator}.{self.parameter}"

    @property
    def ander_antwoord(self) -> str:
        """The value of the parameter that was not agreed."""
        return "nee" if self.standaard else "ja"
