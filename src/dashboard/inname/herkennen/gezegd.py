"""The period that a file says it is about: in the lines above the table, the name of the sheet, or the name of the file.

Only days that stand for a beginning and an end count: a day on which somebody printed the report is no period. A bare
year bounds the rows, but does not say that all of it was delivered.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.inname.vondsten import Vondst
from dashboard.inname.waarden.datums import lees_datum, maandnummer
from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.werkboek import Blad, Cel

_DATUM = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} [a-z]{3,9}\.? \d{4}"
_VAN_TOT = re.compile(rf"({_DATUM})\s*(?:t/m|tm|tot en met|tot|einddatum|eind|[-–—:,]|\s)*\s*({_DATUM})", re.ASCII)
_WOORD = {"eerste": "1e", "tweede": "2e", "derde": "3e", "vierde": "4e"}
_DELEN = re.compile(
    r"\b(?:k|q|kw|kwartaal) ?([1-4])\b|\b([1-4])(?:e|ste|de)? ?(?:k|q|kw|kwartaal)\b"
    r"|\b(?:h|hj|halfjaar) ?([12])\b|\b([12])(?:e|ste|de)? ?(?:hj|halfjaar|half jaar)\b"
    r"|(?<!\d)((?:19|20)\d\d)(?!\d)|([a-z]{3,9})\.?",
    re.ASCII,
)
_DAG_OF_MAAND = re.compile(rf"{_DATUM}|(?<!\d)\d{{4}}-\d{{1,2}}(?!\d)|\d{{5,}}", re.ASCII)  # of printing: no period
_JAAREERST = re.compile(r"\b(20\d\d)[- ]?([kq])[- ]?([1-4])\b", re.ASCII)
_KORT = re.compile(r"(?<![a-z0-9])[kqh][1-4](?![a-z0-9])", re.IGNORECASE)
_MEESTE_REGELS = 20


@dataclass(frozen=True)
class Gezegd:
    """First and last day, and where the file says so, in Dutch. `heel` is False for a bare year."""

    van: dt.date
    tot: dt.date
    waar: str
    heel: bool = True


def gezegde_periode(bestand: str, blad: Blad, vondst: Vondst, dagen: Iterable[dt.date | None]) -> Gezegd | None:
    """The period that a table says it is about; None when nothing says so, or not clearly.

    The line nearest to the rows decides: the title, then the sheet, then the file; a bare year only when none of them
    says more. `dagen` are the dates of the rows: of a quarter without a year, theirs is meant. 'K1' or 'H1' alone in a
    name is a period only when a row lies in it: it numbers files too.
    """
    bekend = [dag for dag in dagen if dag is not None]
    jaren = Counter(dag.year for dag in bekend)
    jaar = jaren.most_common(1)[0][0] if jaren else None
    gevonden = [een for waar, tekst in _regels(bestand, blad, vondst) if (een := lees_gezegd(tekst, waar, jaar))]
    nummers = {waar for waar, tekst in _namen(bestand, vondst) if _is_nummer(tekst)}
    gevonden = [een for een in gevonden if een.waar not in nummers or any(een.van <= dag <= een.tot for dag in bekend)]
    return next((een for een in gevonden if een.heel), gevonden[0] if gevonden else None)


def _regels(bestand: str, blad: Blad, vondst: Vondst) -> Iterator[tuple[str, str]]:
    boven = blad.rijen[: max(vondst.koprij - blad.eerste_rij, 0)][-_MEESTE_REGELS:]
    eerste = vondst.koprij - len(boven)
    for plaats, rij in enumerate(boven):
        yield f"rij {eerste + plaats}", " ".join(_tekst(cel) for cel in rij if cel is not None)
    yield from _namen(bestand, vondst)


def _namen(bestand: str, vondst: Vondst) -> Iterator[tuple[str, str]]:
    naam = bestand.rpartition(".")[0] or bestand
    if vondst.blad != naam:  # a text file has no other name for its sheet
        yield f"het blad ‘{vondst.blad}’", vondst.blad
    yield f"de bestandsnaam ‘{bestand}’", naam


def _is_nummer(naam: str) -> bool:
    """Whether 'K1', 'Q1' or 'H1' is all that a name says about a period: the year of the rows makes a quarter of it."""
    return lees_gezegd(naam) is None and lees_gezegd(_KORT.sub(" ", naam), jaar=2000) is None


def _tekst(cel: Cel) -> str:
    return f"{cel:%d-%m-%Y}" if isinstance(cel, dt.date) else str(cel)


def lees_gezegd(tekst: str, waar: str = "", jaar: int | None = None) -> Gezegd | None:
    """The period in a line of text; `jaar` is meant where a quarter or a half year stands without one."""
    kaal = " ".join(re.sub(r"[_]+", " ", tekst).casefold().split())
    for woord, cijfer in _WOORD.items():
        kaal = re.sub(rf"\b{woord}\b", cijfer, kaal)
    if treffer := _VAN_TOT.search(kaal):
        van, tot = (_datum(deel) for deel in treffer.groups())
        return Gezegd(van, tot, waar) if van and tot and van <= tot else None
    return _uit_delen(_DAG_OF_MAAND.sub(" ", _JAAREERST.sub(r"\2\3 \1", kaal)), waar, jaar)


def _datum(tekst: str) -> dt.date | None:
    try:
        return lees_datum(tekst, None if re.match(r"\d{4}", tekst) else "dmj")
    except Onleesbaar:
        return None


def _uit_delen(tekst: str, waar: str, jaar: int | None) -> Gezegd | None:
    jaren: list[int] = []
    delen: list[tuple[int, int]] = []
    maanden: list[tuple[int, int]] = []
    for treffer in _DELEN.finditer(tekst):
        kwartaal, halfjaar = treffer[1] or treffer[2], treffer[3] or treffer[4]
        if kwartaal or halfjaar:
            lengte, nummer = (3, int(kwartaal)) if kwartaal else (6, int(halfjaar))
            delen.append((lengte * (nummer - 1) + 1, lengte * nummer))
        elif treffer[5]:
            jaren.append(int(treffer[5]))
        elif maand := maandnummer(treffer[6]):
            maanden.append((maand, maand))
    if not delen and jaren:
        delen = maanden  # 'mei' and 'jan' are words and names too, so a month needs a year
    if delen and not jaren and jaar:
        jaren = [jaar]
    if not jaren or len(delen) > 2 or (len(set(jaren)) > 1 and len(jaren) != len(delen)):
        return None
    if not delen:
        heel_jaar = dt.date(jaren[0], 1, 1), dt.date(jaren[0], 12, 31)
        return None if len(set(jaren)) > 1 else Gezegd(*heel_jaar, waar, heel=False)
    (van, _), (_, tot) = delen[0], delen[-1]
    einde = dt.date(jaren[-1], tot, calendar.monthrange(jaren[-1], tot)[1])
    begin = dt.date(jaren[0], van, 1)
    return Gezegd(begin, einde, waar) if begin <= einde else None
