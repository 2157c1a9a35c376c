"""The answer of a parser to a cell without a value: it cannot be read, or it can be read in more than one way.

An unreadable cell is a fault that somebody corrects in the file; an unclear one is a question that the analyst answers
once for the whole column, remembered for the next delivery. Neither holds the value of the cell: the caller knows it,
and nobody should see the values of some columns again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dashboard.inname.waarden.cellen import Cellen
from dashboard.inname.werkboek import Cel

T = TypeVar("T")


class Onleesbaar(Exception):
    """`verwacht` ends the Dutch sentence that starts with 'verwacht'; `voorstel` is the value that was probably meant."""

    def __init__(self, verwacht: str, voorstel: str | None = None) -> None:
        self.verwacht = verwacht
        self.voorstel = voorstel
        super().__init__(verwacht)


class Onduidelijk(Onleesbaar):
    """The cell can mean each of `keuzes`; reading stops until the question `vraag` of its column is answered."""

    def __init__(self, verwacht: str, keuzes: Sequence[str], vraag: str) -> None:
        super().__init__(verwacht)
        self.keuzes = tuple(keuzes)
        self.vraag = vraag


@dataclass(frozen=True)
class Vraag:
    """A question about a whole column. The answer is one of the codes in `keuzes`, kept under `soort`."""

    soort: str
    vraag: str
    keuzes: tuple[tuple[str, str], ...]

    def antwoord(self, antwoorden: Mapping[str, str]) -> str | None:
        """The given answer, if it is one of the choices: answers to other files do not count."""
        gegeven = antwoorden.get(self.soort)
        return gegeven if gegeven in {code for code, _ in self.keuzes} else None


@dataclass(frozen=True)
class Gelezen:
    """A column after reading. `waarden` has a place for every cell, None where it is empty or in `fouten` (by place)."""

    waarden: tuple[Any, ...]
    fouten: Mapping[int, Onleesbaar] = field(default_factory=dict)
    vragen: tuple[Vraag, ...] = ()
    aannames: tuple[str, ...] = ()


def lees_alle(cellen: Cellen, lezer: Callable[[Cel], T]) -> tuple[list[T | None], dict[int, Onleesbaar]]:
    """The values and faults of all cells; faults by place in the column."""
    waarde: list[T | None] = []
    fout: dict[int, Onleesbaar] = {}
    for nummer, cel in enumerate(cellen.verschillend):
        try:
            waarde.append(lezer(cel))
        except Onleesbaar as reden:
            waarde.append(None)
            fout[nummer] = reden
    fouten = {plaats: fout[nummer] for plaats, nummer in enumerate(cellen.plekken) if nummer in fout} if fout else {}
    return [waarde[nummer] for nummer in cellen.plekken], fouten
