"""Numbers and amounts as Dutch people and the systems they export from write them.

'1.234' is 1234 in a Dutch column and 1,234 in an English one. One cell cannot tell; the column often can, because
'612,40' and '1.234,56' can only be Dutch. Where no cell tells, the analyst is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.tekst import LANGSTE, gewoon, invoer
from dashboard.inname.werkboek import Cel

Teken = Literal[",", "."]

GETAL = "een getal als 1.234,5"
GEHEEL = "een geheel getal"
BEDRAG = "een bedrag als 612,40"
GROOTSTE = 10**15
EEN = Fraction(1)

_EURO = re.compile(r"^(-?)\s*(?:€|eur|euro)\s*|\s*(?:€|euro|eur)\s*$")
_PER_MAAND = re.compile(r"\s*(?:per maand|/\s?(?:mnd|maand)\.?|p\s?[./]?\s?m\.?(?:nd\.?)?)$")
_ROND = re.compile(r"(?<=\d)[.,](?:-{1,2}|=)$")  # 612,-
_ONTLEDEN: dict[Teken, re.Pattern[str]] = {
    ",": re.compile(r"([1-9]\d{0,2}(?:([. '])\d{3})(?:\2\d{3})*|\d*)(?:,(\d+))?", re.ASCII),
    ".": re.compile(r"([1-9]\d{0,2}(?:([, '])\d{3})(?:\2\d{3})*|\d*)(?:\.(\d+))?", re.ASCII),
}
_TEKENS: tuple[Teken, Teken] = (",", ".")
# The most common forms, which can be read in one way only.
_SNEL: dict[Teken, re.Pattern[str]] = {
    ",": re.compile(r"(?:€ ?)?(-?)(\d{1,3}(?:\.\d{3})+|\d{1,12}),(\d{1,2})", re.ASCII),
    ".": re.compile(r"(-?)(\d{1,12})\.(\d{1,2})", re.ASCII),
}
_CIJFER = re.compile(r"[0-9]")
_STREEPJES = frozenset({"-", "--", "€ -", "€-", "-€", "- €"})


def is_streepje(cel: Cel) -> bool:
    """Whether a cell is only a dash: a spreadsheet can show 0 that way, people write it for 'unknown'."""
    return isinstance(cel, str) and len(cel) <= LANGSTE and not _CIJFER.search(cel) and gewoon(cel) in _STREEPJES


def decimaal(
    cel: Cel, teken: Teken | None = None, verwacht: str = GETAL, keer: Fraction = EEN, *, procent: bool = True
) -> float | None:
    """A number; `teken` is the decimal sign of the column, None when the column does not tell. A percentage is a fraction.

    `keer` is the factor that the heading names: 1000 for 'x 1.000'.
    """
    gelezen = _keer(_lees(_zonder_procent(cel, verwacht) if not procent else cel, teken, verwacht), keer)
    return None if gelezen is None else float(gelezen)


def bedrag(cel: Cel, teken: Teken | None = None, keer: Fraction = EEN) -> float | None:
    """An amount in euros, rounded to cents: '€ 1.234,56', '612,-', '612.40', '(612,40)', '612,40 p/m'."""
    gelezen = _keer(_lees(_zonder_procent(cel, BEDRAG), teken, BEDRAG), keer)
    return None if gelezen is None else float(gelezen.quantize(Decimal("0.01"), ROUND_HALF_UP))


def geheel(cel: Cel, teken: Teken | None = None, keer: Fraction = EEN) -> int | None:
    """A whole number: '4.831' is 4831, because homes are whole; '4,831' is asked, because it may be an average."""
    return _heel(_keer(_lees(_zonder_procent(cel, GEHEEL), teken, GEHEEL, heel=keer == 1), keer))


def procent(cel: Cel, teken: Teken | None = None, *, als_deel: bool = False) -> int | None:
    """A whole number of percents: '75 %', 75, or, where the column holds fractions (`als_deel`), 0.75."""
    if isinstance(cel, str):
        return _heel(_lees(re.sub(r"\s*%\s*$", "", cel[:200]), teken, GEHEEL, heel=True))
    gelezen = _lees(cel, teken, GEHEEL)
    if gelezen is None or not als_deel:
        return _heel(gelezen)
    return int((gelezen * 100).quantize(Decimal(1), ROUND_HALF_UP))


def decimaalteken(
    cellen: Iterable[Cel], *, heel: bool = False, kort: bool = False
) -> tuple[Teken | None, Vraag | None]:
    """The decimal sign of a column, or the question that must be answered first; (None, None) when it makes no difference.

    `kort`: numbers have two decimals at most, as amounts do. Beside 597.15, 1.097 is then asked all the same, unless
    another number surely has more decimals.
    """
    bewijs: set[Teken] = set()
    dubbel: set[str] = set()
    for tekst in {cel for cel in cellen if isinstance(cel, str)}:
        if snel := next((t for t in _TEKENS if _SNEL[t].fullmatch(tekst)), None):
            bewijs.add(snel)
            continue
        kern = _kern(tekst)
        if kern is None:
            continue
        gelezen: dict[Teken, Decimal] = {t: w for t in _TEKENS if (w := _waarde(kern[1], t)) is not None}
        if len(gelezen) == 1:
            bewijs |= gelezen.keys()
            [waarde] = gelezen.values()
            kort &= int(waarde.as_tuple().exponent) >= -2
        elif len(set(gelezen.values())) == 2 and not (heel and "," not in kern[1]):
            dubbel.add(kern[1])
    if len(bewijs) == 1:
        [teken] = bewijs
        dubbel = {tekst for tekst in dubbel if kort and teken in tekst}
        if not dubbel:
            return teken, None
    if not dubbel:
        return None, None
    eerste = min(dubbel)
    zonder = re.sub(r"[.,]", "", eerste)
    keuzes = tuple((t, zonder if t not in eerste else eerste.replace(".", ",")) for t in _TEKENS)
    return None, Vraag("decimaalteken", f"Wat betekent {eerste} in deze kolom?", keuzes)


def _keer(gelezen: Decimal | None, keer: Fraction) -> Decimal | None:
    return gelezen if gelezen is None or keer == 1 else gelezen * keer.numerator / keer.denominator


def _zonder_procent(cel: Cel, verwacht: str) -> Cel:
    """The cell, unless it is a percentage where none belongs."""
    if isinstance(cel, str) and "%" in cel and _CIJFER.search(cel):
        raise Onleesbaar(f"{verwacht}, geen percentage")
    return cel


def _lees(cel: Cel, teken: Teken | None, verwacht: str, *, heel: bool = False) -> Decimal | None:
    if isinstance(cel, str):
        for snel in _SNEL.values():
            if treffer := snel.fullmatch(cel):
                return Decimal(f"{treffer[1]}{treffer[2].replace('.', '')}.{treffer[3]}")
    cel = invoer(cel, verwacht)
    if cel is None:
        return None
    if isinstance(cel, str):
        return _lees_tekst(cel, teken, verwacht, heel=heel)
    if isinstance(cel, (bool, dt.date, dt.time, dt.timedelta)):
        raise Onleesbaar(verwacht if isinstance(cel, bool) else f"{verwacht}, geen datum of tijd")
    if not abs(cel) <= GROOTSTE:  # so that NaN falls out as well
        raise Onleesbaar(verwacht)
    return Decimal(repr(cel))


def _lees_tekst(tekst: str, teken: Teken | None, verwacht: str, *, heel: bool) -> Decimal:
    kern = _kern(tekst)
    if kern is None:
        raise Onleesbaar(verwacht)
    keer, rest = kern
    gelezen: dict[Teken, Decimal] = {t: w for t in _TEKENS if (w := _waarde(rest, t)) is not None}
    waarden = set(gelezen.values())
    if not gelezen or max(waarden) > GROOTSTE:
        raise Onleesbaar(verwacht)
    if len(waarden) == 1:
        return keer * waarden.pop()
    if teken is None and heel and "," not in rest:
        teken = ","
    if teken is None:
        keuzes = [str(gelezen[t]).replace(".", ",") for t in _TEKENS]
        raise Onduidelijk(f"{verwacht}: dit kan {keuzes[0]} en {keuzes[1]} zijn", keuzes, "decimaalteken")
    return keer * gelezen[teken]


def _kern(tekst: str) -> tuple[Decimal, str] | None:
    """The factor (sign, and a hundredth for a percentage) and the bare digits with their separators; None for no number."""
    try:
        kaal = invoer(tekst, GETAL)
    except Onleesbaar:
        return None
    if not isinstance(kaal, str):
        return None
    kaal = _EURO.sub(r"\1", _PER_MAAND.sub("", kaal))
    kaal = _ROND.sub("", kaal.strip())
    keer = Decimal(1)
    if kaal.endswith("%"):
        keer, kaal = Decimal("0.01"), kaal[:-1].rstrip()
    if kaal.startswith("(") and kaal.endswith(")"):
        keer, kaal = -keer, kaal[1:-1].strip()
    elif kaal.startswith("-"):
        keer, kaal = -keer, kaal[1:].strip()
    elif kaal.endswith("-"):
        keer, kaal = -keer, kaal[:-1].strip()
    elif kaal.startswith("+"):
        kaal = kaal[1:].strip()
    kaal = _EURO.sub("", kaal)
    return (keer, kaal) if re.fullmatch(r"(?=.*\d)[\d.,' ]+", kaal, re.ASCII) else None


def _waarde(kaal: str, teken: Teken) -> Decimal | None:
    treffer = _ONTLEDEN[teken].fullmatch(kaal)
    if treffer is None:
        return None
    heel, decimalen = re.sub(r"\D", "", treffer[1]), treffer[3] or ""
    return Decimal(f"{heel or '0'}.{decimalen or '0'}")


def _heel(gelezen: Decimal | None) -> int | None:
    if gelezen is None:
        return None
    if gelezen != gelezen.to_integral_value():
        raise Onleesbaar(GEHEEL)
    return int(gelezen)
