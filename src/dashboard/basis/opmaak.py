"""Dutch notation: the only module that turns numbers, dates and periods into text.

Nothing here follows the locale of a machine or a browser, because the same figure must read the same on every screen.
A missing value is a word, never an empty place or a zero.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

SMAL = "\u202f"  # thin space that does not break, before %
GEEN = "geen gegevens"
TIJDZONE = ZoneInfo("Europe/Amsterdam")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def ontbreekt(waarde: object) -> bool:
    """Whether a value is absent: None, NaN or pandas' own absent value."""
    try:
        return bool(waarde is None or waarde != waarde)  # noqa: PLR0124 - NaN and NaT do not equal themselves
    except TypeError:
        return True  # pandas' NA refuses to say whether it equals anything


def getal(waarde: float | None, decimalen: int = 0) -> str:
    """A number with this many decimals, rounded half up: '1.234,5'. Minus zero is zero."""
    if ontbreekt(waarde) or waarde is None:
        return GEEN
    if math.isinf(waarde):
        return "oneindig" if waarde > 0 else "min oneindig"
    afgerond = Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    if afgerond == 0:
        afgerond = abs(afgerond)
    return f"{afgerond:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def percentage(deel: float | None, n: float | None = None) -> str:
    """A fraction as a percentage: '82 %', and with one decimal when it rests on 200 or more ('82,4 %')."""
    if ontbreekt(deel) or deel is None:
        return GEEN
    decimalen = 1 if n is not None and not ontbreekt(n) and n >= 200 else 0
    return f"{getal(_honderd(deel), decimalen)}{SMAL}%"


def percentages(van: float, tot: float) -> str:
    """A band in whole percents: '51 tot 86 %', or 'ongeveer 80 %' where both ends are the same."""
    begin, einde = percentage(van), percentage(tot)
    return f"ongeveer {einde}" if begin == einde else f"{begin.removesuffix(f'{SMAL}%')} tot {einde}"


def percentage_norm(deel: float) -> str:
    """A norm as written: '80 %', '92,5 %'; no decimals that nobody agreed on."""
    return f"{getal(_honderd(deel), 1).removesuffix(',0')}{SMAL}%"


def euro(bedrag: float | None) -> str:
    """Euros with two decimals: '€ 612,40'."""
    return GEEN if ontbreekt(bedrag) else f"€\u00a0{getal(bedrag, 2)}"


def datum(dag: dt.date | None) -> str:
    """'1 april 2026'."""
    return GEEN if dag is None else f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def tot_en_met(dag: dt.date | None) -> str:
    """How far a delivery reaches: 't/m 30 juni 2026', or 'nog niets'."""
    return f"t/m {datum(dag)}" if dag else "nog niets"


def tijdstip(moment: dt.datetime) -> str:
    """'6 oktober 2026, 14.05 uur', by the Dutch clock: the store keeps moments in UTC, nobody in the room does."""
    hier = moment.astimezone(TIJDZONE)
    return f"{datum(hier.date())}, {hier:%H.%M} uur"


def als_tekst(waarde: object) -> str:
    """A value out of a row, whatever its type: 'ja', '3 april 2024', '12,50'; decimals only where there are any."""
    match waarde:
        case bool():
            return "ja" if waarde else "nee"
        case dt.date():
            return datum(waarde)
        case float():
            return getal(waarde, 0 if waarde.is_integer() else 2)
    return str(waarde)


def periode(jaar: int, tot_en_met: dt.date | None) -> str:
    """'2025' for a whole year; '2026 t/m K3' at a quarter's end, else '2026 t/m 14 mei' for a running one."""
    if tot_en_met is None or tot_en_met >= dt.date(jaar, 12, 31):
        return str(jaar)
    kwartaal = tot_en_met.month // 3
    einde = calendar.monthrange(jaar, tot_en_met.month)[1]
    if tot_en_met.year == jaar and tot_en_met.month % 3 == 0 and tot_en_met.day == einde:
        return f"{jaar} t/m K{kwartaal}"
    return f"{jaar} t/m {tot_en_met.day} {MAANDEN[tot_en_met.month - 1]}"


def aantal(hoeveel: float, een: str, meer: str) -> str:
    """'1 verhuring', '3 verhuringen'."""
    return f"{getal(hoeveel, 0 if float(hoeveel).is_integer() else 1)} {een if hoeveel == 1 else meer}"


def opsomming(woorden: Iterable[str], en: str = "en") -> str:
    """'a', 'a en b', 'a, b en c'."""
    lijst = list(woorden)
    return lijst[0] if len(lijst) == 1 else f" {en} ".join([", ".join(lijst[:-1]), lijst[-1]]) if lijst else ""


def hoofdletter(zin: str) -> str:
    """The sentence with its first letter upper case, the rest untouched."""
    return zin[:1].upper() + zin[1:]


def kleine_letter(zin: str) -> str:
    """The sentence with its first letter lower case, for within another one; names in it keep theirs."""
    return zin[:1].lower() + zin[1:]


def _honderd(deel: float) -> float:
    """A hundred times the fraction, in decimal arithmetic, so that 0.29 does not become 28.999999999999996."""
    return float(Decimal(str(deel)) * 100)
