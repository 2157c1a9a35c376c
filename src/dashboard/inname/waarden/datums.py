"""Dates in exports: real dates, serial numbers of a spreadsheet, and every way in which Dutch people write them.

One cell cannot tell the order: 03-04-2024 is 3 April on a Dutch desktop and 4 March in an American
system. `volgorde` looks at the whole column; when no cell settles it, the analyst is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from dashboard.basis.opmaak import MAANDEN
from dashboard.basis.opmaak import datum as voluit
from dashboard.inname.waarden.momenten import TIJD
from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.tekst import invoer
from dashboard.inname.werkboek import Cel

Volgorde = Literal["dmj", "mdj", "jmd"]

DATUM = "een datum als 31-12-2026"
VROEGSTE, LAATSTE = 1900, 2100
# A serial number below this day is more likely a year or a count: 2024 would be 16 July 1905.
_EERSTE_SERIEDAG = dt.date(1950, 1, 1)
_NULDAG_1900 = dt.date(1899, 12, 30).toordinal()  # the day before day 1, moved by the 29 February 1900 that never was
_NULDAG_1904 = dt.date(1904, 1, 1).toordinal()

_MAAND = {naam: nr for nr, naam in enumerate(MAANDEN, 1)} | {naam[:3]: nr for nr, naam in enumerate(MAANDEN, 1)}
_MAAND |= {"mrt": 3, "sept": 9, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8}
_MAAND |= {"october": 10, "oct": 10}

_WEEKDAG = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)(?:\.|andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?,?\s+(?=\d)")
_VOORVOEGSEL = re.compile(r"^(?:per|op|vanaf|m\.?i\.?v\.?|d\.?d\.?|peildatum|datum)[: ]\s*(?=\D*\d)")
_JAAR_EERST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", re.ASCII)
_CIJFERS = re.compile(r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|'?\d{2})", re.ASCII)
_DAG_WOORD = re.compile(r"(\d{1,2})(?:e|ste|de)?[-/. ]*([a-z]{3,9})\.?[-/., ]*(\d{4}|'?\d{2})", re.ASCII)
_WOORD_DAG = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_SERIE = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)


def lees_datum(cel: Cel, orde: Volgorde | None = None, *, basis1904: bool = False) -> dt.date | None:
    """The date in a cell; `orde` is the order of the column, None when it makes no difference. A time of day is
    dropped: `momenten` says where it matters.
    """
    cel = invoer(cel, DATUM)
    match cel:
        case None:
            return None
        case dt.datetime():
            return _geldig(cel.date())
        case dt.date():
            return _geldig(cel)
        case str():
            return _uit_tekst(cel, orde, basis1904=basis1904)
        case bool() | dt.time() | dt.timedelta():
            raise Onleesbaar(DATUM)
    return _uit_getal(cel, basis1904=basis1904)


def volgorde(cellen: Iterable[Cel]) -> tuple[Volgorde | None, Vraag | None]:
    """The order of day, month and year in the text dates of a column, or the question to ask.

    (None, None) means that every cell can be read in one way only. A year of two digits in front ('24-04-01') is only
    considered when day first would give years that no letting has.
    """
    teksten = {cel for cel in cellen if isinstance(cel, str)}
    delen = sorted({deel for tekst in teksten if (deel := _cijfers(tekst))})
    kan: dict[Volgorde, set[dt.date | None]] = {orde: {_probeer(deel, orde) for deel in delen} for orde in _ORDEN}
    alleen_d = any(_probeer(deel, "dmj") and not _probeer(deel, "mdj") for deel in delen)
    alleen_m = any(_probeer(deel, "mdj") and not _probeer(deel, "dmj") for deel in delen)
    if _jaar_voorop(kan, delen):
        if None in kan["dmj"]:
            return "jmd", None
        return None, _vraag_volgorde(delen[0], ("dmj", "jmd"))
    if alleen_d != alleen_m:
        return ("dmj" if alleen_d else "mdj"), None
    dubbel = [deel for deel in delen if len({_probeer(deel, "dmj"), _probeer(deel, "mdj")} - {None}) == 2]
    return (None, _vraag_volgorde(dubbel[0], ("dmj", "mdj"))) if dubbel else (None, None)


def vraag_gedraaid(cellen: Iterable[Cel]) -> Vraag | None:
    """The question to ask when a spreadsheet probably swapped day and month in real dates as it opened the export.

    A spreadsheet with another order takes 03-04-2024 for 4 March and leaves 13-04-2024 as text. What remains is a column
    whose text dates all have a number above 12, and whose real dates all have a day of at most 12.
    """
    verschillend = {(type(cel), cel) for cel in cellen}
    delen = {deel for _, cel in verschillend if isinstance(cel, str) and (deel := _cijfers(cel))}
    echt = {dt.date(cel.year, cel.month, cel.day) for _, cel in verschillend if isinstance(cel, dt.date)}
    verdacht = sorted(dag for dag in echt if dag.day != dag.month)
    if not delen or not verdacht or any(dag.day > 12 for dag in echt) or any(max(a, b) <= 12 for a, b, _ in delen):
        return None
    keuzes = (("zoals", voluit(verdacht[0])), ("gedraaid", voluit(draai(verdacht[0]))))
    return Vraag(
        "gedraaid", "Dag en maand lijken verwisseld bij het openen van het bestand. Welke datum klopt?", keuzes
    )


def draai(dag: dt.date) -> dt.date:
    """The date with day and month swapped, where that is a date."""
    return dag if dag.day > 12 else dt.date(dag.year, dag.day, dag.month)


def vol_jaar(tekst: str) -> int:
    """The year in four digits: '24' is 2024, '85' is 1985, because lettings are from 1970 to 2069."""
    jaar = int(tekst.lstrip("'"))
    return jaar if len(tekst.lstrip("'")) == 4 else jaar + (2000 if jaar < 70 else 1900)


def maandnummer(woord: str) -> int | None:
    """The number of a month from its name: 'maart', 'mrt' and 'march' are 3."""
    return _MAAND.get(woord)


_ORDEN: tuple[Volgorde, ...] = ("dmj", "mdj", "jmd")
_Deel = tuple[int, int, str]


def _uit_tekst(tekst: str, orde: Volgorde | None, *, basis1904: bool) -> dt.date:
    kaal = _kaal(tekst)
    if treffer := _JAAR_EERST.fullmatch(kaal):
        return _dag(int(treffer[1]), int(treffer[2]), int(treffer[3]))
    if deel := _cijfers(kaal):
        return _uit_cijfers(deel, orde)
    if treffer := _DAG_WOORD.fullmatch(kaal):
        return _dag(vol_jaar(treffer[3]), _MAAND.get(treffer[2], 0), int(treffer[1]))
    if treffer := _WOORD_DAG.fullmatch(kaal):
        return _dag(int(treffer[3]), _MAAND.get(treffer[1], 0), int(treffer[2]))
    if re.fullmatch(r"\d{8}", kaal, re.ASCII):
        return _uit_getal(int(kaal), basis1904=basis1904, tekst=kaal)
    if _SERIE.fullmatch(kaal):
        return _uit_getal(int(kaal[:5]), basis1904=basis1904)
    raise Onleesbaar(DATUM)


def _kaal(tekst: str) -> str:
    return TIJD.sub("", _VOORVOEGSEL.sub("", _WEEKDAG.sub("", tekst)))


def _cijfers(tekst: str) -> _Deel | None:
    """The three numbers of a date in digits, the last as text because two digits and four mean different things."""
    try:
        kaal = invoer(tekst, DATUM)
    except Onleesbaar:
        return None
    treffer = _CIJFERS.fullmatch(_kaal(kaal)) if isinstance(kaal, str) else None
    return (int(treffer[1]), int(treffer[3]), treffer[4].lstrip("'")) if treffer else None


def _uit_cijfers(deel: _Deel, orde: Volgorde | None) -> dt.date:
    mogelijk = {_probeer(deel, orde)} if orde else {_probeer(deel, "dmj"), _probeer(deel, "mdj")}
    dagen = sorted(dag for dag in mogelijk if dag)
    if not dagen:
        raise Onleesbaar(DATUM)
    if len(dagen) > 1:
        keuzes = [voluit(dag) for dag in dagen]
        raise Onduidelijk(f"{DATUM}: dit kan {keuzes[0]} en {keuzes[1]} zijn", keuzes, "volgorde")
    return dagen[0]


def _probeer(deel: _Deel, orde: Volgorde) -> dt.date | None:
    eerste, tweede, derde = deel
    try:
        if orde == "dmj":
            return _dag(vol_jaar(derde), tweede, eerste)
        if orde == "mdj":
            return _dag(vol_jaar(derde), eerste, tweede)
        return _dag(vol_jaar(f"{eerste:02d}"), tweede, int(derde)) if len(derde) == 2 else None
    except Onleesbaar:
        return None


def _jaar_voorop(kan: dict[Volgorde, set[dt.date | None]], delen: list[_Deel]) -> bool:
    def gewoon(dagen: set[dt.date | None]) -> bool:
        return all(dag is not None and 2010 <= dag.year <= 2050 for dag in dagen)

    return bool(delen) and gewoon(kan["jmd"]) and not gewoon(kan["dmj"]) and not gewoon(kan["mdj"])


def _vraag_volgorde(deel: _Deel, orden: tuple[Volgorde, Volgorde]) -> Vraag:
    voorbeeld = f"{deel[0]:02d}-{deel[1]:02d}-{deel[2]}"
    keuzes = tuple((orde, voluit(_probeer(deel, orde))) for orde in orden)
    return Vraag("volgorde", f"Welke datum is {voorbeeld} in deze kolom?", keuzes)


def _uit_getal(getal: float, *, basis1904: bool, tekst: str = "") -> dt.date:
    if not abs(getal) <= 99_999_999:  # so that NaN falls out as well
        raise Onleesbaar(DATUM)
    heel = int(getal)
    if heel >= 10_000_000 or len(tekst) == 8:
        cijfers = tekst or str(heel)
        for jaar, maand, dag in ((cijfers[:4], cijfers[4:6], cijfers[6:]), (cijfers[4:], cijfers[2:4], cijfers[:2])):
            if (gelezen := _misschien(int(jaar), int(maand), int(dag))) is not None:
                return gelezen
        raise Onleesbaar(DATUM)
    nummer = heel + (_NULDAG_1904 if basis1904 else _NULDAG_1900)
    if not _EERSTE_SERIEDAG.toordinal() <= nummer <= dt.date(LAATSTE, 12, 31).toordinal():
        raise Onleesbaar(DATUM)
    return dt.date.fromordinal(nummer)


def _misschien(jaar: int, maand: int, dag: int) -> dt.date | None:
    try:
        return _dag(jaar, maand, dag)
    except Onleesbaar:
        return None


def _dag(jaar: int, maand: int, dag: int) -> dt.date:
    try:
        return _geldig(dt.date(jaar, maand, dag))
    except ValueError as fout:
        raise Onleesbaar(DATUM) from fout


def _geldig(dag: dt.date) -> dt.date:
    """The date, unless it is out of range: systems write 31-12-9999 for 'no end'."""
    if not VROEGSTE <= dag.year <= LAATSTE:
        raise Onleesbaar(f"{DATUM}, van {VROEGSTE} tot en met {LAATSTE}")
    return dag
