"""Durations in months: '12 mnd', '1 jr 3 mnd', '2,5 jaar', or a bare number whose unit the header or the analyst gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from dashboard.inname.waarden.getallen import Teken, decimaal
from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.tekst import invoer, woorden
from dashboard.inname.werkboek import Cel

Eenheid = Literal["maanden", "jaren", "kwartalen", "weken", "dagen"]

DUUR = "een aantal maanden, of een duur als 1 jr 3 mnd"
# A month is a twelfth of an average year; a year of days is 365.25, so that leap years do not add up.
_PER_EENHEID: dict[Eenheid, Decimal] = {
    "jaren": Decimal(12),
    "kwartalen": Decimal(3),
    "maanden": Decimal(1),
    "weken": Decimal(7) / Decimal("30.4375"),
    "dagen": Decimal(1) / Decimal("30.4375"),
}
_WOORDEN: dict[Eenheid, tuple[str, ...]] = {
    "jaren": ("jaar", "jaren", "jr", "jrn", "j", "y", "yr", "yrs", "year", "years"),
    "kwartalen": ("kwartaal", "kwartalen", "kw", "kwrt", "quarter", "quarters"),
    "maanden": ("maand", "maanden", "mnd", "mnden", "mndn", "mn", "m", "mth", "month", "months"),
    "weken": ("week", "weken", "wk", "wkn", "w", "weeks"),
    "dagen": ("dag", "dagen", "dgn", "dg", "d", "day", "days"),
}
_WOORD = {woord: eenheid for eenheid, woorden_ in _WOORDEN.items() for woord in woorden_}
_IN_KOP: dict[str, Eenheid] = {woord: eenheid for woord, eenheid in _WOORD.items() if len(woord) > 1}
_DEEL = re.compile(r"(\d{1,6}(?:[.,]\d{1,6})?)\s*([a-z]+)\.?(?:\s*(?:,|&|\+|en\b)?\s*)", re.ASCII)
_BREUK = (("½", ",5"), ("¼", ",25"), ("¾", ",75"))


def lees_duur(cel: Cel, eenheid: Eenheid | None = None, teken: Teken | None = None) -> float | None:
    """The duration in months; `eenheid` is the unit of a bare number, None when neither header nor analyst gives it."""
    cel = invoer(cel, DUUR)
    if cel is None:
        return None
    if isinstance(cel, dt.timedelta):
        return _maanden([(Decimal(str(cel.total_seconds())) / 86_400, "dagen")])
    if isinstance(cel, str):
        cel = _breuken(cel)
        delen = _delen(cel)
        if delen is not None:
            return _maanden(delen)
    getal = decimaal(cel, teken, DUUR, procent=False)
    if getal is None:
        return None
    if eenheid is None:
        raise Onduidelijk(f"{DUUR}: de eenheid staat er niet bij", list(_PER_EENHEID), "eenheid")
    return _maanden([(Decimal(repr(getal)), eenheid)])


def eenheid_in_kop(kop: str) -> Eenheid | None:
    """The unit that a header names: 'Inschr.duur (mnd)' counts months. None when it names none, or two."""
    genoemd = {_IN_KOP[woord] for woord in _kopwoorden(kop) if woord in _IN_KOP}
    return genoemd.pop() if len(genoemd) == 1 else None


def vraag_eenheid(cellen: Iterable[Cel]) -> Vraag | None:
    """The question about the unit, when some cell is a bare number."""
    for _, cel in {(type(cel), cel) for cel in cellen}:
        try:
            lees_duur(cel)
        except Onduidelijk as fout:
            if fout.vraag == "eenheid":
                keuzes = tuple((eenheid, eenheid) for eenheid in _PER_EENHEID)
                return Vraag("eenheid", "Waarin is de duur in deze kolom geteld?", keuzes)
        except Onleesbaar:
            continue
    return None


def _kopwoorden(kop: str) -> list[str]:
    return woorden(kop.replace("_", " ")).split()


def _breuken(tekst: str) -> str:
    tekst = re.sub(r"\banderhalf\b", "1,5", re.sub(r"\bhalf\b", "0,5", tekst))
    for breuk, decimalen in _BREUK:
        tekst = re.sub(rf"(\d) ?{breuk}", rf"\g<1>{decimalen}", tekst).replace(breuk, f"0{decimalen}")
    return tekst


def _delen(tekst: str) -> list[tuple[Decimal, Eenheid]] | None:
    """The parts of '1 jr 3 mnd', largest unit first and each at most once; None when the text is something else."""
    delen: list[tuple[Decimal, Eenheid]] = []
    plaats = 0
    while plaats < len(tekst):
        treffer = _DEEL.match(tekst, plaats)
        if treffer is None or treffer[2] not in _WOORD:
            return None
        delen.append((Decimal(treffer[1].replace(",", ".")), _WOORD[treffer[2]]))
        plaats = treffer.end()
    volgorde = [_PER_EENHEID[eenheid] for _, eenheid in delen]
    if not delen or sorted(set(volgorde), reverse=True) != volgorde:
        return None
    return delen


def _maanden(delen: list[tuple[Decimal, Eenheid]]) -> float:
    return float(round(sum((aantal * _PER_EENHEID[eenheid] for aantal, eenheid in delen), Decimal()), 4))
