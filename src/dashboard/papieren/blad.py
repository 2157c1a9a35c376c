"""A sheet as its contents alone: what is written above a table, its heading, and its rows. How it looks comes later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.basis.opmaak import getal

GEEN_WAARDE = "–"


@dataclass(frozen=True)
class Getal:
    """A number, with the text by which the screens show it: it is written with as many decimals."""

    waarde: float
    tekst: str


@dataclass(frozen=True)
class Verwijzing:
    """A text that leads to another sheet, by the key of that sheet."""

    tekst: str
    naar: str


Cel = str | dt.date | Getal | Verwijzing


@dataclass(frozen=True)
class Blad:
    """One sheet. `sleutel` is what other sheets call it; `wat` says in the contents what it is; `leeg` stands in the place
    of rows where there are none.
    """

    sleutel: str
    naam: str
    titel: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    regels: tuple[str, ...] = ()
    leeg: str = "Hier is niets over te melden."


def jaartal(jaar: int) -> Getal:
    """A year: a number to calculate with, written without a point."""
    return Getal(jaar, str(jaar))


def aantal(hoeveel: float | None) -> Cel:
    """A count as the screens write it, or that there is none."""
    return GEEN_WAARDE if hoeveel is None else Getal(hoeveel, getal(hoeveel, 0 if float(hoeveel).is_integer() else 1))


def ja_nee(waar: object) -> str:
    """'ja' or 'nee'."""
    return "ja" if waar else "nee"
