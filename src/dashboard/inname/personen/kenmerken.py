"""Whether cells look like data about a person. Every test gets the distinct filled cells of one column.

One e-mail address is enough. A nine-digit number is not: one in eleven passes the eleven-test by chance, so a column of
contract numbers would always hold a few. There the column must pass more often than chance explains.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Sequence

from dashboard.inname.waarden.datums import lees_datum
from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.waarden.tekst import woorden
from dashboard.inname.werkboek import Cel

_LANGSTE = 2000  # characters of a free text that are searched
_PROEF = 3000  # cells, evenly spread, for tests that look at the share of a column
_LANG_NUMMER = re.compile(r"(?:\d\D{0,3}){8}")  # every personal number matches this; it rules out most cells at once
_KAN_NAAM = re.compile(r"(?i:heer|dhr|hr\.|mevr|mvr|mw|fam)")
_EMAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,200}\.[a-z]{2,}", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4} ?\d(?: ?\d){9}\b", re.ASCII)
_NEGEN = re.compile(
    r"(?<![\d.,-])(?:\d{9}|\d{3}\.\d{3}\.\d{3}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3} \d{3} \d{3})(?![\d.,-]\d|\d)", re.ASCII
)
_BSN_WOORD = re.compile(r"\b(?:bsn|burgerservicenummer|sofi\w*)\W{0,3}\d{8,9}\b", re.IGNORECASE | re.ASCII)
_TELEFOON = re.compile(
    r"(?<![\d+])(?:(?:\+31|0031)[ \-]?(?:\(0\))?[ \-]?[1-9](?:[ \-]?\d){8}"  # international
    r"|06[ \-]?[1-9](?:[ \-]?\d){7}"  # mobile
    r"|\(0\d{2,3}\)[ \-]?\d(?:[ \-]?\d){5,6}|0[1-57]\d{1,2}[ \-]\d(?:[ \-]?\d){5,6})(?!\d)",  # with its area code apart
    re.ASCII,
)
_TIEN = re.compile(r"0[1-9]\d{8}", re.ASCII)
_AANSPREEK = re.compile(
    r"(?i:\b(?:de heer|dhr\.?|hr\.|mevrouw|mevr\.?|mvr\.?|mw\.?|meneer|familie|fam\.))\s+(?:\S+ ){0,3}?[A-Z]"
)
_TUSSEN = r"(?:(?:van|von|de|den|der|het|'t|ter|ten|te|in|op|el|al|la|le)\.? +)*"
_INITIALEN = re.compile(
    rf"^(?:[A-Z]\. ?){{1,6}}(?:\([A-Z][\w'-]+\) )?{_TUSSEN}[A-Z][\w'-]+(?:[ -]{_TUSSEN}[A-Z][\w'-]+)?$"
    rf"|^[A-Z][\w'-]+(?:-[A-Z][\w'-]+)?, ?(?:[A-Z]\. ?){{1,6}}{_TUSSEN}$"
)
_STRAAT = re.compile(
    r"^[\w.'’ -]{0,60}(?:straat|str\.|laan|weg|plein|dijk|hof|kade|singel|gracht|pad|dreef|steeg|plantsoen|park|markt|"
    r"baan|ring|hoek|wal|oord|akker|veld|erf|haven|vest|plaats|burg|boulevard|zoom|donk|stede|meet|kreek|polder) "
    r"\d{1,5} ?[-/]? ?[a-z]{0,4}\d{0,4}(?:[ -]\d{1,4})?(?:, .*)?$",
    re.IGNORECASE | re.ASCII,
)
_IETS_MET_NUMMER = re.compile(r"^([^\W\d][\w.'’ -]{2,60}?) (\d{1,4}) ?[-/]?[a-z]{0,2}\d{0,3}$", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![A-Za-z\d])", re.ASCII)
_POSTCODE_NUMMER = re.compile(r"(?<!\d)[1-9]\d{3} ?[A-Z]{2},? +\d{1,5}(?!\d)", re.ASCII)
_GEBOREN = re.compile(r"\b(?:geb(?:oren|\.)?(?: op)?|geboortedatum)[: ]{1,2}\d{1,2}[-/. ]", re.IGNORECASE)
_GEB = re.compile(r"geb", re.IGNORECASE)
_GEBOUW = ("bouw", "oplever", "gebouwd", "exploitatie", "renovatie")
_JONGSTE_OUDE_JAAR = 1990  # registrations and lettings are later, about half of all birth dates earlier


def zijn_emailadressen(cellen: Sequence[Cel]) -> bool:
    """Whether any cell holds an e-mail address."""
    return any("@" in tekst and _EMAIL.search(tekst) for tekst in _teksten(cellen))


def zijn_rekeningnummers(cellen: Sequence[Cel]) -> bool:
    """Whether any cell holds a bank account number."""
    return any(_IBAN.search(tekst) for tekst in _met_nummer(cellen))


def zijn_burgerservicenummers(cellen: Sequence[Cel]) -> bool:
    """Whether numbers of nine digits pass the eleven-test more often than by chance, or are named as such."""
    teksten = _met_nummer(cellen)
    if any(_BSN_WOORD.search(tekst) for tekst in teksten):
        return True
    nummers = {re.sub(r"\D", "", deel) for tekst in teksten for deel in _NEGEN.findall(tekst)}
    nummers.update(cijfers for cel in cellen if (cijfers := _negen_cijfers(cel)))
    goed = sum(elfproef(nummer) for nummer in nummers)
    verwacht, spreiding = len(nummers) / 11, math.sqrt(len(nummers) * 10) / 11
    return goed > len(nummers) / 2 or (goed >= 5 and goed > verwacht + 4 * spreiding)


def elfproef(nummer: str) -> bool:
    """Whether it passes the test of citizen's numbers: 9, 8, ... 2 and -1 times its digits, divisible by eleven."""
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, nummer.zfill(9), strict=True))
    return som % 11 == 0 and int(nummer) > 0


def zijn_telefoonnummers(cellen: Sequence[Cel]) -> bool:
    """Whether any cell is written as a phone number, or nearly all are bare numbers of that length."""
    teksten = _met_nummer(cellen)
    if any(_TELEFOON.search(tekst) for tekst in teksten):
        return True
    kaal = sum(_TIEN.fullmatch(tekst.strip()) is not None for tekst in teksten)
    if kaal > len(cellen) / 2:
        return True
    # A mobile number stored as a number has lost its first 0; contract numbers lie closer together.
    mobiel = [getal for cel in cellen if (getal := _geheel(cel)) and 600_000_000 <= getal < 700_000_000]
    return len(mobiel) >= 3 and len(mobiel) > len(cellen) / 2 and max(mobiel) - min(mobiel) > 10_000_000


def zijn_namen(cellen: Sequence[Cel]) -> bool:
    """Whether cells are forms of address, or initials with a surname."""
    if any(_KAN_NAAM.search(tekst) and _AANSPREEK.search(tekst) for tekst in _teksten(cellen)):
        return True
    proef = _proef(cellen)
    namen = sum(_INITIALEN.match(tekst.strip()) is not None for tekst in _teksten(proef) if len(tekst) <= 80)
    return namen >= 3 or (namen > 0 and namen >= len(proef) / 2)


def zijn_adressen(cellen: Sequence[Cel]) -> bool:
    """Whether cells are a street with a number, or a whole postcode. A street named within a text is no address."""
    if any(_POSTCODE_NUMMER.search(tekst) for tekst in _teksten(cellen)):
        return True
    proef = _proef(cellen)
    kort = [tekst.strip() for tekst in _teksten(proef) if len(tekst) <= 80]
    straten = sum(_STRAAT.match(tekst) is not None for tekst in kort)
    postcodes = sum(_POSTCODE.match(tekst) is not None for tekst in kort)
    if any(aantal >= 3 or (aantal and aantal >= len(proef) / 5) for aantal in (straten, postcodes)):
        return True
    delen = [treffer.groups() for tekst in kort if (treffer := _IETS_MET_NUMMER.match(tekst))]
    verschillend = min(len({naam.casefold() for naam, _ in delen}), len({nummer for _, nummer in delen}))
    return verschillend >= 5 and len(delen) >= 0.8 * len(proef)


def zijn_geboortedatums(cellen: Sequence[Cel]) -> bool:
    """Whether many dates are earlier than any letting or registration, on days that no administration would choose."""
    if any(_GEB.search(tekst) and _GEBOREN.search(tekst) for tekst in _teksten(cellen)):
        return True
    dagen = [dag for cel in _proef(cellen) if (dag := _datum(cel))]
    oud = sum(dag.year < _JONGSTE_OUDE_JAAR and dag.day != 1 and dag > dt.date(1900, 12, 31) for dag in dagen)
    return oud > 0 and oud >= 0.4 * len(dagen)


def kop_van_gebouw(kop: str) -> bool:
    """Whether a header is about a building, whose dates may be old."""
    return any(deel in woorden(kop[:200]) for deel in _GEBOUW)


def _teksten(cellen: Iterable[Cel]) -> Iterable[str]:
    return (cel[:_LANGSTE] for cel in cellen if isinstance(cel, str))


def _met_nummer(cellen: Iterable[Cel]) -> list[str]:
    return [tekst for tekst in _teksten(cellen) if _LANG_NUMMER.search(tekst)]


def _proef(cellen: Sequence[Cel]) -> Sequence[Cel]:
    return cellen[:: max(1, len(cellen) // _PROEF)]


def _geheel(cel: Cel) -> int | None:
    """A whole number in a cell of numbers."""
    if isinstance(cel, bool) or not isinstance(cel, (int, float)) or not abs(cel) < 1e12 or cel != int(cel):
        return None
    return int(cel)


def _negen_cijfers(cel: Cel) -> str | None:
    """A bare number that may be a citizen's number: nine digits, or eight where a spreadsheet dropped the 0 in front."""
    getal = _geheel(cel)
    if getal is None or not 10_000_000 <= getal <= 999_999_999:
        return None
    return str(getal) if getal > 99_999_999 or _datum(getal) is None else None


def _datum(cel: Cel) -> dt.date | None:
    """The date in a cell, also as text or eight digits; not a bare serial number, which could be anything."""
    if isinstance(cel, str):
        if not (6 <= len(cel.strip()) <= 40 and any(teken.isdigit() for teken in cel)):
            return None
    elif not isinstance(cel, dt.date) and not (_geheel(cel) or 0) >= 10_000_000:
        return None
    try:
        return lees_datum(cel, "dmj")
    except Onleesbaar:
        return None
