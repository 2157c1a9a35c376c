"""What a reader looks at: the choice that every figure on a page follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Keuze:
    """What a reader looks at: one corporatie or all, some kernen or all, and a span of years.

    `anders` are the switches (`Definitie.sleutel`) that the reader turned; a figure without one of them is as agreed.
    """

    corporatie: str | None = None
    kernen: tuple[str, ...] = ()
    van: int | None = None
    tot: int | None = None
    anders: tuple[str, ...] = ()

    @property
    def niveau(self) -> str:
        """The level at which a norm could hold for this choice; 'selectie' when no norm can be about it."""
        match (self.corporatie, len(self.kernen)):
            case (None, 0):
                return "gemeente"
            case (_, 0):
                return "corporatie"
            case (None, 1):
                return "kern"
        return "selectie"

    @property
    def filters(self) -> dict[str, Sequence[str] | None]:
        """The choice as `Monitor.waarnemingen` takes it."""
        return {"corporaties": [self.corporatie] if self.corporatie else None, "kernen": self.kernen}

    def binnen(self, jaar: int) -> bool:
        """Whether a year lies in the chosen span."""
        return (self.van is None or jaar >= self.van) and (self.tot is None or jaar <= self.tot)
