"""Quarters and counting days within the period that the example data cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

LAATSTE_DAG = (31, 30, 30, 31)


@dataclass(frozen=True)
class Kwartaal:
    """A quarter by its Dutch name (2025K3), with its first and last day."""

    naam: str
    van: dt.date
    tot: dt.date


@dataclass(frozen=True)
class Periode:
    """The days that the data cover, both ends included."""

    van: dt.date
    tot: dt.date

    @classmethod
    def uit(cls, instellingen: Mapping[str, Any]) -> Periode:
        """As the settings give it."""
        return cls(instellingen["periode"]["van"], instellingen["periode"]["tot"])

    @property
    def jaren(self) -> range:
        """Every year of which at least a part is covered."""
        return range(self.van.year, self.tot.year + 1)

    @property
    def peildata(self) -> tuple[dt.date, ...]:
        """The days on which homes and house seekers are counted: each year's end, and the last day of the period."""
        return tuple(self.einde(jaar) for jaar in self.jaren)

    def einde(self, jaar: int) -> dt.date:
        """The last covered day of a year."""
        return min(dt.date(jaar, 12, 31), self.tot)

    def deel(self, jaar: int) -> float:
        """The part of the year that is covered, 0 to 1."""
        return ((self.einde(jaar) - dt.date(jaar, 1, 1)).days + 1) / 365

    def kwartalen(self, vanaf: dt.date | None = None) -> list[Kwartaal]:
        """The quarters that are covered completely, from the first that begins on or after `vanaf`."""
        alle = [
            Kwartaal(f"{jaar}K{k}", dt.date(jaar, 3 * k - 2, 1), dt.date(jaar, 3 * k, LAATSTE_DAG[k - 1]))
            for jaar in self.jaren
            for k in (1, 2, 3, 4)
        ]
        return [k for k in alle if k.van >= (vanaf or self.van) and k.tot <= self.tot]

    def dag(self, rng: np.random.Generator, jaar: int) -> dt.date:
        """A day in the covered part of the year."""
        dagen = (self.einde(jaar) - dt.date(jaar, 1, 1)).days + 1
        return dt.date(jaar, 1, 1) + dt.timedelta(days=int(rng.integers(dagen)))


def werkdag(dag: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend: nobody delivers a file on a Sunday."""
    return dag + dt.timedelta(days={5: 2, 6: 1}.get(dag.weekday(), 0))
