"""Columns that say who somebody is, found by their header or by what the cells look like.

Such a file is refused, or the column is dropped on request, before anything is stored or logged. So this module returns
names of columns and reasons, never a value; a header that itself looks like personal data is not repeated either.

It cannot find everything: a plain first name and surname look like other words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.inname.personen import kenmerken
from dashboard.inname.personen.koppen import soort_van_kop
from dashboard.inname.waarden.cellen import verschillend
from dashboard.inname.waarden.tekst import foutmelding, sleutel
from dashboard.inname.werkboek import Cel, kolomletters

_LANGSTE_LIJST = 5_000


@dataclass(frozen=True)
class Persoonlijk:
    """A column that looks personal: its place in the header, its name to show, and why (a Dutch clause)."""

    index: int
    kolom: str
    waarom: str


def persoonsgegevens(
    kop: Sequence[str], cellen: Sequence[Sequence[Cel]], bekend: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """(column, why) for every column that looks personal; `cellen` has the cells per column."""
    return [(gevonden.kolom, gevonden.waarom) for gevonden in vind_persoonlijk(kop, cellen, bekend)]


def vind_persoonlijk(
    kop: Sequence[str], cellen: Sequence[Sequence[Cel]], bekend: frozenset[str] = frozenset()
) -> tuple[Persoonlijk, ...]:
    """The same, with the place of each column. `bekend` are names in the agreement (`Woordenboek.bekend`): no persons."""
    uit = []
    for index, naam in enumerate(kop):
        kolomcellen = cellen[index] if index < len(cellen) else ()
        vreemd = _verschillend(kolomcellen, bekend)
        soort = soort_van_kop(naam)
        waarom = ""
        if soort and not (soort == "namen" and not vreemd and any(_verschillend(kolomcellen, frozenset()))):
            waarom = f"de kop wijst op {soort}"
        elif gevonden := _in_cellen(naam, vreemd):
            waarom = f"de cellen lijken op {gevonden}"
        if waarom:
            uit.append(Persoonlijk(index, veilige_naam(naam, index), waarom))
    return tuple(uit)


def veilige_naam(kop: str, index: int) -> str:
    """The header, or the letter of the column when there is none or when it looks like personal data itself.

    The letter counts from the first column given; a file without headers has its first row of data in their place.
    """
    if kop.strip() and _in_cellen("", [kop]) is None and len(kop) <= 80:
        return kop.strip()
    return f"kolom {kolomletters(index + 1)}"


_TOETSEN: tuple[tuple[str, Callable[[Sequence[Cel]], bool]], ...] = (
    ("burgerservicenummers", kenmerken.zijn_burgerservicenummers),
    ("e-mailadressen", kenmerken.zijn_emailadressen),
    ("rekeningnummers", kenmerken.zijn_rekeningnummers),  # before phones: part of one looks like a phone number
    ("telefoonnummers", kenmerken.zijn_telefoonnummers),
    ("namen", kenmerken.zijn_namen),
    ("adressen", kenmerken.zijn_adressen),
)


def _in_cellen(kop: str, cellen: Sequence[Cel]) -> str | None:
    for soort, toets in _TOETSEN:
        if toets(cellen):
            return soort
    if not kenmerken.kop_van_gebouw(kop) and kenmerken.zijn_geboortedatums(cellen):
        return "geboortedatums"
    return None


def _verschillend(cellen: Sequence[Cel], bekend: frozenset[str]) -> list[Cel]:
    """Each filled cell once, without failed formulas and names in the agreement. A column with more values than any of
    our lists is not compared with them.
    """
    eenmaal: list[Cel] = [cel for cel in verschillend(cellen) if cel is not None and cel != "" and not foutmelding(cel)]
    if not bekend or len(eenmaal) > _LANGSTE_LIJST:
        return eenmaal
    return [cel for cel in eenmaal if not (isinstance(cel, str) and sleutel(cel[:80]) in bekend)]
