"""Moments where a day was meant: many systems keep midnight in UTC, which is 22:00 or 23:00 of the day before.

One cell cannot tell that from something that happened late in the evening. A column can: when every cell in it is
midnight here, days were meant. Anything else that can be two days is asked about. A time that cannot change the day
(13:45, 23:59:59) is dropped.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

from dashboard.basis.opmaak import TIJDZONE
from dashboard.basis.opmaak import datum as voluit
from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.tekst import LANGSTE, gewoon
from dashboard.inname.werkboek import Cel

# The time at the end of a date, with the distance from UTC that some systems add.
TIJD = re.compile(
    r"(?:(?<=\d)t|,?\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?"
    r"(?: ?(uur|[ap]m|z|utc|gmt|cet|cest))?(?: ?([+-]\d{2}(?::?\d{2})?))?$",
    re.ASCII,
)
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "cet": 3600, "cest": 7200}
_DEEL_VAN_DAG = re.compile(r"\d{5}[.,](\d+)", re.ASCII)
_UUR, _ETMAAL = 3600, 86_400
_EINDE = _ETMAAL - 60  # from here on a day ends: 23:59, 23:59:59
_BIJNA_MIDDERNACHT = (22 * _UUR, 23 * _UUR)
_TIJDZONE = "tijdzone"
_UITLEG = {
    "zoals": "de datum zoals hij er staat",
    "utc": "de tijd is UTC",
    "volgende": "bedoeld is middernacht erna",
}

Dag = dt.date | None
Lezer = Callable[[Cel], Dag]
Tijd = tuple[int, int | None]  # seconds since midnight as written, and seconds ahead of UTC where the cell says so


def met_tijden(
    cellen: Iterable[Cel], lees_dag: Lezer, gegeven: Mapping[str, str]
) -> tuple[Lezer, list[Vraag], list[str]]:
    """The reader of the days in a column with their times heeded, what must be asked first, and what was assumed.

    `cellen` are the different cells of the column, `lees_dag` reads the day that is written.
    """
    verschillend = list(cellen)
    laat = {cel: tijd for cel in verschillend if (tijd := tijd_van(cel)) is not None and _kan_een_andere_dag(tijd)}
    dagen = {cel: dag for cel in laat if (dag := _misschien(lees_dag, cel)) is not None}
    anders = {cel: lezing for cel, dag in dagen.items() if (lezing := _lezingen(dag, laat[cel]))}
    if not anders:
        return lees_dag, [], []
    overige = (cel for cel in verschillend if cel not in anders)
    if all(_is_middernacht(dagen[cel], laat[cel]) for cel in anders) and all(
        _misschien(lees_dag, cel) is None for cel in overige
    ):
        cel = next(iter(anders))
        zin = (
            "De tijden zijn middernacht in UTC, en gelezen als de dag die hier toen begon: "
            f"{_toon(cel)} is {voluit(anders[cel]['utc'])}."
        )
        return _lezer(lees_dag, anders, "utc"), [], [zin]
    vraag = _vraag(anders)
    antwoord = vraag.antwoord(gegeven)
    return _lezer(lees_dag, anders, antwoord), [] if antwoord else [vraag], []


def tijd_van(cel: Cel) -> Tijd | None:
    """The time of day in a cell; None where it is a day only."""
    if isinstance(cel, dt.datetime):
        return min(cel.hour * _UUR + cel.minute * 60 + cel.second + (cel.microsecond >= 500_000), _ETMAAL - 1), None
    if isinstance(cel, float):
        return _van_deel(cel % 1) if abs(cel) < 1e7 else None
    if not isinstance(cel, str) or len(cel) > LANGSTE:
        return None
    tekst = gewoon(cel)
    if treffer := _DEEL_VAN_DAG.fullmatch(tekst):
        return _van_deel(float(f"0.{treffer[1]}"))
    if not (treffer := TIJD.search(tekst)):
        return None
    uren, minuten, seconden, woord, afstand = treffer.groups()
    uur = int(uren) % 12 + 12 * (woord == "pm") if woord in ("am", "pm") else int(uren)
    return uur * _UUR + int(minuten) * 60 + int(seconden or 0), _afstand(woord, afstand)


def _van_deel(deel: float) -> Tijd | None:
    """The time in a day number of a spreadsheet, which cannot hold most times precisely."""
    seconden = min(round(deel * _ETMAAL), _ETMAAL - 1)
    return (seconden, None) if seconden else None


def _afstand(woord: str | None, afstand: str | None) -> int | None:
    if afstand is None:
        return _ZONES.get(woord or "")
    cijfers = afstand[1:].replace(":", "").ljust(4, "0")
    seconden = int(cijfers[:2]) * _UUR + int(cijfers[2:]) * 60
    return -seconden if afstand.startswith("-") else seconden


def _misschien(lees_dag: Lezer, cel: Cel) -> Dag:
    try:
        return lees_dag(cel)
    except Onleesbaar:
        return None


def _kan_een_andere_dag(tijd: Tijd) -> bool:
    """Whether the moment lies in the last hours of a day, as written or in UTC; no other time can be another day here."""
    in_utc = tijd[0] - (tijd[1] or 0)
    return not 0 <= in_utc < _BIJNA_MIDDERNACHT[0] or tijd[0] >= _BIJNA_MIDDERNACHT[0]


def _lezingen(dag: dt.date, tijd: Tijd) -> dict[str, dt.date]:
    """What the cell can mean, by answer; empty when that is only the day as written."""
    seconden, afstand = tijd
    hier = _hier(dag, tijd)
    if seconden == 0 or _EINDE <= seconden < _ETMAAL or (afstand and hier.utcoffset() == dt.timedelta(seconds=afstand)):
        return {}
    if hier.date() != dag:
        return {"zoals": dag, "utc": hier.date()}
    if seconden in _BIJNA_MIDDERNACHT:
        return {"zoals": dag, "utc": dag, "volgende": dag + dt.timedelta(days=1)}
    return {"zoals": dag, "utc": dag} if _is_middernacht(dag, tijd) else {}


def _hier(dag: dt.date, tijd: Tijd) -> dt.datetime:
    """The moment by the Dutch clock; it is in UTC unless the cell says otherwise."""
    begin = dt.datetime(dag.year, dag.month, dag.day, tzinfo=dt.UTC)
    return (begin + dt.timedelta(seconds=tijd[0] - (tijd[1] or 0))).astimezone(TIJDZONE)


def _is_middernacht(dag: dt.date, tijd: Tijd) -> bool:
    return _hier(dag, tijd).time() == dt.time()


def _vraag(anders: Mapping[Cel, Mapping[str, dt.date]]) -> Vraag:
    """Shown with the cell that has the most readings; a reading that never differs is no choice."""
    cel = max(anders, key=lambda cel: len(anders[cel]))
    codes = ["zoals"]
    codes += ["utc"] if any(lezing["utc"] != lezing["zoals"] for lezing in anders.values()) else []
    codes += ["volgende"] if "volgende" in anders[cel] else []
    keuzes = tuple((code, f"{voluit(anders[cel][code])}: {_UITLEG[code]}") for code in codes)
    return Vraag(_TIJDZONE, f"Welke dag is {_toon(cel)} in deze kolom?", keuzes)


def _lezer(lees_dag: Lezer, anders: Mapping[Cel, Mapping[str, dt.date]], antwoord: str | None) -> Lezer:
    def lees(cel: Cel) -> Dag:
        dag = lees_dag(cel)
        if cel not in anders:
            return dag
        lezing = anders[cel]
        if antwoord is None:
            keuzes = [voluit(keuze) for keuze in dict.fromkeys(lezing.values())]
            raise Onduidelijk(f"een dag zonder tijd: dit kan {' en '.join(keuzes)} zijn", keuzes, _TIJDZONE)
        return lezing.get(antwoord, lezing["utc"])

    return lees


def _toon(cel: Cel) -> str:
    return f"{cel:%d-%m-%Y %H:%M}" if isinstance(cel, dt.datetime) else str(cel).strip()
