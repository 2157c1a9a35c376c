"""What a chart is made of: values with their Dutch text, prepared by callers that know what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.basis.eenheid import AANDEEL, Eenheid

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
    meer: tuple[str, ...] = ()  # remarks for tables and hover; too long to be read aloud

    @property
    def volledig(self) -> str:
        """The text and the remarks, each on a line of its own."""
        return "\n".join((self.tekst, *self.meer))


@dataclass(frozen=True, slots=True)
class NormStuk:
    """A norm over a stretch of labels, both included. Without `bekend` it is only the last known norm, not decided for
    this stretch. Several pieces of one norm stand next to each other in order of time.
    """

    van: str
    tot: str
    waarde: float
    tekst: str
    bekend: bool = True


@dataclass(frozen=True, slots=True)
class Reeks:
    """Named values over the labels of an axis: a line, a row of bars, a small chart among equals, a part of a whole.

    Without `nadruk` it stays in the background. Planned values (`plan`) are dashed or outlined, missing answers
    (`gearceerd`) hatched. `normen` are those about this series only.
    """

    naam: str
    punten: Sequence[Punt] = ()
    kleur: str = ""
    nadruk: bool = True
    plan: bool = False
    gearceerd: bool = False
    normen: Sequence[NormStuk] = ()


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What a chart needs besides its values: the norms for all series, the unit, the surface, and the name in the key
    for what stays in the background ('andere corporaties').
    """

    normen: Sequence[NormStuk] = ()
    eenheid: Eenheid = AANDEEL
    donker: bool = False
    achtergrond: str = ""


STANDAARD = Opmaak()


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
    """One step of a waterfall: what comes in (positive) or goes out (negative), or a level (`telling`)."""

    naam: str
    plan: float | None
    gedaan: float | None
    telling: bool = False
