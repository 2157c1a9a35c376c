"""Periods that stand for a date: a kengetal of '2024 K1' was measured on the last day of that quarter.

Only for the columns whose contract says 'the last day of the period'; elsewhere a year is not a date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dashboard.inname.waarden.datums import LAATSTE, VROEGSTE, Volgorde, lees_datum, maandnummer, vol_jaar
from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar
from dashboard.inname.waarden.tekst import LANGSTE, gewoon, invoer
from dashboard.inname.werkboek import Cel

PERIODE = "een datum als 31-12-2026, of een periode als 2026, 2026 K3 of maart 2026"

_VOORVOEGSEL = re.compile(r"^(?:eind(?:e)?|ultimo|t/m|tot en met|heel|jaar)\s+(?=\S)")
_VOORLOPIG = re.compile(r"\s*(?:\*{1,2}|\(?(?:nader )?voorlopige?(?: cijfers?)?\)?)$")
_JAAR = re.compile(r"(\d{4})", re.ASCII)
_KWARTAAL = re.compile(r"(?:k|q|kw|kwartaal) ?([1-4])|([1-4])(?:e|ste|de)? ?(?:k|q|kw|kwartaal)", re.ASCII)
_HALFJAAR = re.compile(r"(?:h|hj|halfjaar) ?([12])|([12])(?:e|ste|de)? ?(?:h|hj|halfjaar)", re.ASCII)
_MAAND_CIJFERS = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})", re.ASCII)
_MAAND_WOORD = re.compile(r"([a-z]{3,9})\.?[-/ ]*(\d{4}|'?\d{2})", re.ASCII)
_JAAR_MAAND = re.compile(r"(\d{4})[-/ ]+([a-z]{3,9})\.?", re.ASCII)
_STATLINE = re.compile(r"(\d{4})(jj|hj|kw|mm)(\d{2})", re.ASCII)  # the codes of CBS: 2025JJ00, 2026KW01
_MAANDEN_PER = {"jj": 12, "hj": 6, "kw": 3, "mm": 1}


def is_voorlopig(cel: Cel) -> bool:
    """Whether a period says that its figures are provisional: '2025*' in StatLine, '2025 (voorlopig)'."""
    return isinstance(cel, str) and len(cel) <= LANGSTE and _VOORLOPIG.search(gewoon(cel)) is not None


def lees_periode(cel: Cel, orde: Volgorde | None = None, *, basis1904: bool = False) -> dt.date | None:
    """A date, or the last day of the period that the cell names."""
    if isinstance(cel, (int, float)) and not isinstance(cel, bool) and VROEGSTE <= cel <= LAATSTE and cel == int(cel):
        return dt.date(int(cel), 12, 31)
    kaal = invoer(cel, PERIODE)
    if isinstance(kaal, str):
        cel = _VOORLOPIG.sub("", _VOORVOEGSEL.sub("", kaal))
        einde = _einde(cel)
        if einde is not None:
            return einde
    try:
        return lees_datum(cel, orde, basis1904=basis1904)
    except Onduidelijk:
        raise
    except Onleesbaar as fout:
        raise Onleesbaar(PERIODE) from fout


def _einde(tekst: str) -> dt.date | None:
    if treffer := _JAAR.fullmatch(tekst):
        return _laatste_dag(int(treffer[1]), 12)
    for patroon, maanden in ((_KWARTAAL, 3), (_HALFJAAR, 6)):
        jaar, deel = _jaar_en_deel(tekst)
        if jaar is not None and (treffer := patroon.fullmatch(deel)):
            return _laatste_dag(jaar, maanden * int(treffer[1] or treffer[2]))
    if treffer := _MAAND_CIJFERS.fullmatch(tekst):
        return _laatste_dag(int(treffer[1] or treffer[4]), int(treffer[2] or treffer[3]))
    if treffer := _STATLINE.fullmatch(tekst):
        return _laatste_dag(int(treffer[1]), _MAANDEN_PER[treffer[2]] * max(1, int(treffer[3])))
    if (treffer := _MAAND_WOORD.fullmatch(tekst)) and (maand := maandnummer(treffer[1])):
        return _laatste_dag(vol_jaar(treffer[2]), maand)
    if (treffer := _JAAR_MAAND.fullmatch(tekst)) and (maand := maandnummer(treffer[2])):
        return _laatste_dag(int(treffer[1]), maand)
    return None


def _jaar_en_deel(tekst: str) -> tuple[int | None, str]:
    """The year and the rest: '2024 k1' and 'k1 2024' give 2024 and 'k1'."""
    jaren = re.findall(r"(?<!\d)\d{4}(?!\d)", tekst, re.ASCII)
    if len(jaren) != 1:
        return None, tekst
    return int(jaren[0]), re.sub(r"[-/,. ]+", " ", tekst.replace(jaren[0], " ")).strip()


def _laatste_dag(jaar: int, maand: int) -> dt.date:
    if not (VROEGSTE <= jaar <= LAATSTE and 1 <= maand <= 12):
        raise Onleesbaar(PERIODE)
    return dt.date(jaar, maand, calendar.monthrange(jaar, maand)[1])
