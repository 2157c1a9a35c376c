"""What a chart is made of: values with their Dutch text, prepared by the page that knows what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Figuur = dict[str, Any]
Ring = Sequence[tuple[float, float]]  # corners of a border, the last equal to the first


@dataclass(frozen=True, slots=True)
class Punt:
    """One value in time. `jaar` is a label of the axis: '2024', '2026 t/m K3'."""

    jaar: str
    waarde: float | None
    tekst: str  # shown on hover and read aloud: '82 % (14 van 17)'
    hol: bool = False  # rests on few observations
    lopend: bool = False  # the year is not over
    kort: str = ""  # '82 %', written behind the name at the end of the line; empty leaves it out
    meer: tuple[str, ...] = ()  # what to know with it, in tables and on hover; too much to be read aloud

    @property
    def volledig(self) -> str:
        """The text with what to know with it, in lines."""
        return "\n".join((self.tekst, *self.meer))


@dataclass(frozen=True, slots=True)
class Reeks:
    """One line. Without `nadruk` it is a thin grey line in the background, without a label."""

    naam: str
    punten: Sequence[Punt]
    kleur: str
    nadruk: bool = True
    plan: bool = False


@dataclass(frozen=True, slots=True)
class NormStuk:
    """A norm over a stretch of labels, both included. Not `bekend`: only the last known norm, never decided for this
    stretch. Several pieces of one norm stand next to each other in order of time.
    """

    van: str
    tot: str
    waarde: float
    tekst: str
    bekend: bool = True


@dataclass(frozen=True, slots=True)
class Staven:
    """One bar per category. Planned bars are outlined, those of a running year (`lopend`, per category) lighter."""

    naam: str
    waarden: Sequence[float | None]
    teksten: Sequence[str]
    kleur: str
    plan: bool = False
    lopend: Sequence[bool] = ()


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of a composition: a number or a share per category; the figure makes them add up to 100 %."""

    naam: str
    waarden: Sequence[float | None]
    teksten: Sequence[str]
    kleur: str
    gearceerd: bool = False  # not an answer: hatched instead of filled


@dataclass(frozen=True, slots=True)
class Paneel:
    """One small chart among equals."""

    titel: str
    punten: Sequence[Punt]
    normen: Sequence[NormStuk] = ()
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Gebied:
    """One area of a map. `ringen` (its border) and `plek` (where its name goes) are degrees east and north.

    `stand` is a code with its `symbool` and `woord`; `tint`, from 0 to 1, replaces its colour where there is no norm.
    """

    naam: str
    stand: str
    symbool: str
    woord: str
    waarde: str
    tekst: str  # shown on hover: 'Dorp, 2025: 63 % (12 van 19), indicatief achter op schema'
    klein: str = ""  # what the value rests on: '12 van 19'
    indicatief: bool = False
    tint: float | None = None
    ringen: Sequence[Ring] = ()
    plek: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Trede:
    """One step of a waterfall: what comes in (positive) or goes out (negative), or, with `telling`, a level."""

    naam: str
    plan: float | None
    gedaan: float | None
    telling: bool = False
