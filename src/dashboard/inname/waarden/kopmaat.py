"""What a heading says about the numbers below it: per year, in thousands, in percent, without service costs.

Only what is understood counts as understood. The rest of what stands between brackets is kept, because a rent 'incl.
servicekosten' is another rent.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from dashboard.basis.opmaak import MAANDEN as MAANDNAMEN
from dashboard.inname.waarden.tekst import gewoon

# How many months a period has; a year has 52 weeks, as landlords count.
MAANDEN = {
    "jaar": Fraction(12),
    "halfjaar": Fraction(6),
    "kwartaal": Fraction(3),
    "maand": Fraction(1),
    "4 weken": Fraction(12, 13),
    "week": Fraction(12, 52),
}
_LANGSTE = 120
_EURO = "(?:euro|eur)"
_SCHALEN: tuple[tuple[re.Pattern[str], Fraction], ...] = tuple(
    (re.compile(patroon, re.ASCII), Fraction(keer))
    for patroon, keer in (
        (rf"(?:(?<![a-z])x|\*|\bmaal|\bkeer) ?{_EURO}? ?1[. ]?000[. ]?000\b(?: ?{_EURO}\b)?", "1000000"),
        (rf"(?:(?<![a-z])x|\*|\bmaal|\bkeer) ?{_EURO}? ?1[. ]?000\b(?: ?{_EURO}\b)?", "1000"),
        (rf"(?:(?<![a-z])x|\*|\bmaal|\bkeer) ?{_EURO}? ?100\b(?: ?{_EURO}\b)?", "100"),
        (rf"\b1[. ]?000[. ]?000 ?{_EURO}\b|\b{_EURO} ?1[. ]?000[. ]?000\b", "1000000"),
        (rf"\b1[. ]?000 ?{_EURO}\b|\b{_EURO} ?1[. ]?000\b", "1000"),
        (rf"\b(?:in )?(?:{_EURO} )?(?:miljoen(?:en)?|mln|mio)\b\.?(?: {_EURO})?", "1000000"),
        (rf"\b(?:in )?(?:{_EURO} )?(?:duizend(?:en|tal|tallen)?|dzd)\b\.?(?: {_EURO})?", "1000"),
        (r"\bk ?(?:euro|eur)\b|\b(?:euro|eur) ?k\b|\bteuro?\b", "1000"),
        (r"\b(?:in )?(?:hele )?(?:euro)?cent(?:en)?\b", "0.01"),
    )
)
_MAAND = "|".join((*MAANDNAMEN, *(naam[:3] for naam in MAANDNAMEN), "mrt"))
_DATUM = rf"(?:\d{{1,2}}[-/. ](?:\d{{1,2}}|{_MAAND})\b\.?(?:[-/. ]\d{{2,4}})?|(?:19|20)\d{{2}}(?:[-/]\d{{2}}){{0,2}})"
_PER_DATUM = re.compile(rf"\b(?:per|op|stand per|stand op|peildatum|ultimo|eind) {_DATUM}\b", re.ASCII)
_JAARWOORD = r"\b(?:op )?jaar(?:basis|bedrag(?:en)?|huur|lijkse?)\b"
_PER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(patroon, re.ASCII), naam)
    for patroon, naam in (
        (r"(?:\b(?:per|p\.?) ?|/ ?)(?:m2|vierkante meter)\b", "m2"),
        (r"(?:\bper |/ ?)?\b(?:4|vier)[- ]?(?:weken|wekelijkse?|wkn?)\b\.?", "4 weken"),
        (r"(?:\bper |/ ?)?\b(?:half ?jaar|halfjaarlijkse?)\b", "halfjaar"),
        (r"(?:\bper |/ ?|\bp\.? ?/? ?)(?:kwartaal|kw)\b\.?|\bkwartaal(?:bedrag(?:en)?|huur)?\b", "kwartaal"),
        (r"(?:\bper |/ ?)(?:week|wk|w)\b\.?|\bp\.? ?/? ?w\b\.?|\bweek(?:bedrag(?:en)?|huur)\b", "week"),
        (
            r"(?:\bper |/ ?)(?:kalender)?(?:maand|mnd|m)\b\.?|\bp\.? ?/? ?m(?:nd)?\b\.?|\bmaand(?:bedrag(?:en)?|huur)\b",
            "maand",
        ),
        (
            rf"(?:\bper |/ ?)(?:kalender)?(?:jaar|jr|j|annum)\b\.?|\bp\.? ?/? ?j\b\.?|{_JAARWOORD}",
            "jaar",
        ),
    )
)
_PER_ANDERS = re.compile(r"\bper ([a-z0-9][a-z0-9.]*(?: [a-z]+)?)", re.ASCII)
_PROCENT = re.compile(r"\b(?:in )?(?:procent(?:en)?|pct|percentages?)\b\.?|\b0 ?- ?100\b", re.ASCII)
_LOS = {"jaar": "jaar", "jaren": "jaar", "jr": "jaar", "maand": "maand", "maanden": "maand", "mnd": "maand"}
_LOS |= {"week": "week", "weken": "week", "wk": "week", "kwartaal": "kwartaal", "kwartalen": "kwartaal"}
_LOS |= {"dag": "dag", "dagen": "dag", "dgn": "dag", "yr": "jaar", "yrs": "jaar", "year": "jaar", "years": "jaar"}
_LOS |= {"month": "maand", "months": "maand", "weeks": "week", "day": "dag", "days": "dag"}
_IN_EENHEID = re.compile(r"\bin (?:jaren|maanden|kwartalen|weken|dagen)\b")
_HAAKJES = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_ZONDER = re.compile(
    r"(?:[,-] ?)?\b(?:excl\.?|exclusief|zonder) ?(?:alle )?(?:service ?-?kosten|s\.?k\.?|btw|stookkosten|bijkomende kosten)"
)
# What says nothing about a number, between brackets.
_GEWOON = re.compile(
    rf"\b(?:{_DATUM}|{_EURO}|ja/nee|j/n|ja of nee|dd-mm-j+|d-m-j+|verplichte?|optioneel|indien bekend|bedrag(?:en)?|aantal(?:len)?"
    r"|stuks|getal|tekst|datum|kale?|kaal|netto|afgerond|\d+ decima\w+|\d+ ?- ?\d+|vhe'?s?|woningen|woongelegenheden|eenheden"
    r"|verhuureenheden|personen|huishoudens|woningzoekenden|in|en|van|de|het|hele?|als|op|[a-jl-z0-9]|\d\d)\b",
    re.ASCII,
)


@dataclass(frozen=True)
class Maat:
    """What a heading says: numbers count `keer` times, are `per` a period or another thing, or percentages, on a `dag`.

    `los` are periods that it names without 'per' ('Kale huur (jaar)', 'Inschrijfduur in jaren'), `vreemd` is what stands
    between brackets and is not understood, `kaal` the heading without what is.
    """

    kaal: str
    keer: Fraction = Fraction(1)
    per: str = ""
    los: tuple[str, ...] = ()
    procent: bool = False
    vreemd: str = ""
    dag: str = ""  # 'per 1-7-2026' is no period


@lru_cache(maxsize=4096)
def maat(kop: str) -> Maat:
    """The measure in a heading."""
    tekst = _gewoon(kop[:_LANGSTE])
    keer, per = Fraction(1), ""
    dag = _PER_DATUM.search(tekst)
    tekst = _ZONDER.sub(" ", _PER_DATUM.sub(" ", tekst))
    for patroon, naam in _PER:
        tekst, raak = patroon.subn(" ", tekst)
        per = per or (naam if raak else "")
    if not per and (treffer := _PER_ANDERS.search(tekst)):
        per, tekst = treffer[1], tekst.replace(treffer[0], " ")
    for patroon, schaal in _SCHALEN:
        tekst, raak = patroon.subn(" ", tekst)
        keer *= schaal if raak else 1
    zonder, procent = _PROCENT.subn(" ", tekst)
    los = tuple(dict.fromkeys(_LOS[woord] for woord in re.findall(r"[a-z]+", zonder) if woord in _LOS))
    tussen = " ".join(deel for delen in _HAAKJES.findall(zonder) for deel in delen if deel)
    rest = re.sub(rf"\b(?:{'|'.join(_LOS)})\b", " ", tussen)
    vreemd = " ".join(re.findall(r"[\w<>=+]+", _GEWOON.sub(" ", rest)))
    kaal = _HAAKJES.sub(" ", zonder).strip(" -,:") or _HAAKJES.sub(" ", tekst).strip(" -,:")
    return Maat(kaal, keer, per, los, bool(procent), vreemd, dag[0] if dag else "")


def maat_van_groep(titel: str) -> str:
    """What the title of a group of columns says about their numbers, to add to each heading: ' (per jaar, x 1.000)'."""
    gelezen = maat(titel)
    delen = [f"per {gelezen.per}"] if gelezen.per and not (gelezen.per == "maand" or gelezen.los) else []
    delen += [f"x {int(gelezen.keer)}" if gelezen.keer > 1 else "centen"] if gelezen.keer != 1 else []
    delen += ["%"] if gelezen.procent else []
    delen += [treffer[0] for treffer in [_IN_EENHEID.search(_gewoon(titel[:_LANGSTE]))] if treffer]
    return f" ({', '.join(delen)})" if delen else ""


def is_maat(tekst: str) -> bool:
    """Whether a text says nothing but how numbers are counted: a row of such cells below a header holds units."""
    gelezen = maat(tekst if _HAAKJES.search(tekst) else f"({tekst})")
    anders = gelezen.keer != 1 or gelezen.per in MAANDEN or gelezen.procent or gelezen.los
    return bool(anders) and not gelezen.vreemd and not gelezen.kaal


def _gewoon(kop: str) -> str:
    """The heading in small letters without accents, with words for signs."""
    tekst = re.sub(r"\beuro'?s\b", "euro", gewoon(kop))
    tekst = tekst.replace("€", " euro ").replace("%", " procent ").replace("×", " x ").replace("_", " ")
    ontleed = unicodedata.normalize("NFKD", tekst)
    return " ".join("".join(teken for teken in ontleed if not unicodedata.combining(teken)).split())
