"""Classes from what people write instead of them: an age of 34, '65 jaar en ouder', a household of four, '2-5 jaar'."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.waarden.tekst import getal_als_tekst, gewoon, invoer, is_eindig
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.contracten import INSCHRIJFDUURKLASSEN, LEEFTIJDSKLASSEN

LEEFTIJD = "een leeftijd, of een van: " + ", ".join(LEEFTIJDSKLASSEN)
DUUR = "jaren ingeschreven, een van: " + ", ".join(INSCHRIJFDUURKLASSEN)
HUISHOUDEN = "een aantal personen: 1, 2, 3+"
JONGSTE, OUDSTE = 15, 120  # a number outside these is no age of a tenant, but a year of birth or a mistake
GROOTSTE_HUISHOUDEN = 30
_OPEN = 999

_JAAR = re.compile(r"(?<=[\d+ ])(?:jaren|jaar|jarigen?|jr\.?|j\.?)(?= |$|\+|-)")
_PERSONEN = re.compile(r"[- ]?(?:persoonshuishoudens?|personen|persoons|persoon|pers\.?|pp?\.?)(?= |$)")
_STREEPJE = re.compile(r"(?<=\d) ?- ?(?=\d)")
_GETAL = r"(\d{1,3})"
_KLASSEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(patroon, re.ASCII), soort)
    for patroon, soort in (
        (rf"{_GETAL}", "een"),
        (rf"(?:van )?{_GETAL} ?(?:-|t/m|tm|tot en met|t\.e\.m\.) ?{_GETAL}", "tot en met"),
        (rf"(?:van )?{_GETAL} ?tot ?{_GETAL}", "tot"),
        (rf"(?:<|tot|jonger dan|korter dan|minder dan|onder(?: de)?) ?{_GETAL}|{_GETAL} ?-?(?: min|min)", "onder"),
        (
            rf"(?:<=|≤|=<|t/m|tm|tot en met|max\.?|maximaal|hoogstens) ?{_GETAL}|{_GETAL} (?:of|en) (?:jonger|korter|minder)",
            "hoogstens",
        ),
        (
            rf"(?:>=|≥|=>|vanaf|min\.?|minimaal|minstens) ?{_GETAL}|{_GETAL} ?(?:\+|-?plus|(?:of|en) (?:ouder|langer|meer|hoger)|e\.?[om]\.?)",
            "minstens",
        ),
        (rf"(?:>|ouder dan|langer dan|meer dan|boven(?: de)?) ?{_GETAL}", "boven"),
    )
)


def leeftijdsklasse(cel: Cel) -> str | None:
    """The class that contains all of the cell's ages. '18-24' lies in two classes and so cannot be read."""
    tekst = _tekst(cel, LEEFTIJD)
    if tekst is None:
        return None
    bereik = _bereik(" ".join(_JAAR.sub(" ", tekst).split()).replace(" +", "+"))
    if bereik is None or bereik[0] > bereik[1] or bereik[1] not in (_OPEN, *range(OUDSTE + 1)):
        raise Onleesbaar(LEEFTIJD)
    if bereik[0] == bereik[1] and not JONGSTE <= bereik[0] <= OUDSTE:
        raise Onleesbaar(LEEFTIJD)
    return _klasse(bereik, LEEFTIJDSKLASSEN, LEEFTIJD)


def duurklasse(cel: Cel) -> str | None:
    """The class that contains all of the cell's years. A time runs on, so '2-5 jaar' stops where '5-10 jaar' begins.

    A number without a word is no class: it may be months.
    """
    tekst = _tekst(cel, DUUR)
    if tekst is None:
        return None
    if tekst.isdigit():
        raise Onleesbaar(DUUR)
    bereik = _bereik(_STREEPJE.sub(" tot ", " ".join(_JAAR.sub(" ", tekst).split())).replace(" +", "+"))
    if bereik is None or bereik[0] > bereik[1] or bereik[1] not in (_OPEN, *range(OUDSTE + 1)):
        raise Onleesbaar(DUUR)
    return _klasse(bereik, INSCHRIJFDUURKLASSEN, DUUR)


def huishoudgrootte(cel: Cel) -> str | None:
    """'1', '2' or '3+' from a number of persons."""
    tekst = _tekst(cel, HUISHOUDEN)
    if tekst is None:
        return None
    bereik = _bereik(" ".join(_PERSONEN.sub(" ", tekst).split()).replace(" +", "+"))
    if bereik is None or bereik[0] > bereik[1] or bereik[0] < 1:
        raise Onleesbaar(HUISHOUDEN)
    if bereik[0] >= 3 and (bereik[0] <= GROOTSTE_HUISHOUDEN and bereik[1] in (_OPEN, *range(GROOTSTE_HUISHOUDEN + 1))):
        return "3+"
    if bereik[0] == bereik[1] and bereik[0] < 3:
        return str(bereik[0])
    raise Onleesbaar(HUISHOUDEN)


def _klasse(bereik: tuple[int, int], klassen: Sequence[str], verwacht: str) -> str:
    for klasse in klassen:
        grens = _bereik(klasse)
        if grens and grens[0] <= bereik[0] and bereik[1] <= grens[1]:
            return klasse
    raise Onleesbaar(f"{verwacht}; deze klasse valt in meer dan een daarvan")


def _tekst(cel: Cel, verwacht: str) -> str | None:
    cel = invoer(cel, verwacht)
    if cel is None or isinstance(cel, str):
        return cel
    if isinstance(cel, (dt.date, dt.time, dt.timedelta)):
        raise Onleesbaar(f"{verwacht}; Excel heeft hier een datum of tijd van gemaakt")
    if isinstance(cel, bool) or not is_eindig(cel):
        raise Onleesbaar(verwacht)
    return gewoon(getal_als_tekst(cel))


def _bereik(tekst: str) -> tuple[int, int] | None:
    """The lowest and highest whole number in the text, both included; None when it is no range."""
    for patroon, soort in _KLASSEN:
        treffer = patroon.fullmatch(tekst)
        if treffer is None:
            continue
        eerste, *rest = [int(deel) for deel in treffer.groups() if deel is not None]
        match soort:
            case "een":
                return eerste, eerste
            case "tot en met":
                return eerste, rest[0]
            case "tot":
                return eerste, rest[0] - 1
            case "onder":
                return 0, eerste - 1
            case "hoogstens":
                return 0, eerste
            case "minstens":
                return eerste, _OPEN
        return eerste + 1, _OPEN
    return None
