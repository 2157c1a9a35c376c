"""Text from a spreadsheet, made comparable: spellings of one word become equal, different words do not."""

from __future__ import annotations

import re
import unicodedata

from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.werkboek import ZONDER_UITKOMST, Cel, is_foutwaarde

# No number, date or duration is longer; longer text would only cost time.
LANGSTE = 60
_GEEN_FOUTWAARDE = "een waarde, geen foutmelding van Excel"
_UITKOMST = "de uitkomst van de formule; open het bestand in Excel en sla het daar op"
# In a text file or behind a quote a formula is text: it was never calculated there.
_FORMULE = re.compile(r"=\s*[-+]?\s*(?:[A-Za-z][\w.]*\(|\$?[A-Za-z]{1,3}\$?\d|[\w' ]+!|\(|\d[\d.,]*\s*[-+*/^&])")
# How each of these can begin; cheap, because it is tried on every text.
_MISSCHIEN_FOUT = re.compile(r"\s*[#=efl]", re.IGNORECASE).match

# What people write for 'empty', as `sleutel` gives it.
_LEEG = frozenset(
    {
        "geengegevens",
        "leeg",
        "na",
        "nan",
        "nb",
        "nietbekend",
        "nietgeregistreerd",
        "nietingevuld",
        "nietvantoepassing",
        "nietvastgelegd",
        "none",
        "null",
        "nvt",
        "onbekend",
    }
)
# Spaces and dashes that look like the ordinary ones, and marks that cannot be seen at all.
_GEWOON = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-")
    | dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    | dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'")
)
_BLANCO = re.compile(r"[^\S\r\n]")
# Joiners hold emoji and some scripts together; beside a Latin letter or a digit they are only invisible.
_LOSSE_VOEG = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
_TEKENS = re.compile(r"[^0-9a-z+<>=]+")
_CIJFER = re.compile(r"[0-9]")
_ALLEEN_LEESTEKENS = re.compile(r"[-?./\\*_ ]*")


def gewoon(tekst: str) -> str:
    """The text in lower case, with ordinary spaces, dashes and apostrophes, nothing invisible and no extra spaces."""
    if tekst.isascii():  # nearly every cell of a long column: skip the translation
        return " ".join(tekst.replace("`", "'").lower().split())
    return " ".join(tekst.translate(_GEWOON).casefold().split())


def woorden(tekst: str) -> str:
    """The words of a header or value, without accents and punctuation, except +, <, > and = (A+, <23)."""
    if tekst.isascii():  # nearly every heading and spelling: it has no accents to take off
        return _TEKENS.sub(" ", tekst.lower().replace("%", " pct ")).strip()
    kaal = unicodedata.normalize("NFKD", tekst.translate(_GEWOON).casefold().replace("%", " pct "))
    zonder = "".join(teken for teken in kaal if not unicodedata.combining(teken)).casefold()
    return _TEKENS.sub(" ", zonder).strip()


def sleutel(tekst: str) -> str:
    """`woorden` without spaces: 'Nul-treden', 'nul treden' and 'NULTREDEN' are one word."""
    return woorden(tekst).replace(" ", "")


def is_leeg(cel: Cel) -> bool:
    """Whether a cell says that there is nothing: empty, 'onbekend', 'n.v.t.', a dash or a question mark."""
    if not isinstance(cel, str) or len(cel) > LANGSTE:
        return cel is None
    if _CIJFER.search(cel):
        return False
    if sleutel(cel) in _LEEG:  # so is #N/B without its signs, and that is no empty cell
        return not is_foutwaarde(cel)
    return _ALLEEN_LEESTEKENS.fullmatch(gewoon(cel)) is not None


def foutmelding(cel: Cel) -> str | None:
    """What was expected instead of a formula that failed or was never calculated; None for any other cell.

    Such a cell is no value and not empty either, in no kind of column.
    """
    if not isinstance(cel, str) or not _MISSCHIEN_FOUT(cel):
        return None
    if cel == ZONDER_UITKOMST or (cel.startswith("=") and _FORMULE.match(cel)):
        return _UITKOMST
    return _GEEN_FOUTWAARDE if is_foutwaarde(cel) else None


def invoer(cel: Cel, verwacht: str) -> Cel:
    """The cell for a parser of numbers, dates or words: None when empty, text in its ordinary form.

    Raises Onleesbaar for the error word of a spreadsheet and for text too long to be one value.
    """
    if not isinstance(cel, str):
        return cel
    if fout := foutmelding(cel):
        raise Onleesbaar(fout)
    if len(cel) > LANGSTE:
        raise Onleesbaar(verwacht)
    return None if is_leeg(cel) else gewoon(cel)


def is_eindig(getal: float) -> bool:
    """Whether a number can be used: not NaN, not infinite, not thousands of digits long."""
    return abs(getal) <= 1e300


def getal_als_tekst(getal: float) -> str:
    """A number as people read it in a cell: 1134.0 is '1134', 2.1 is '2.1'."""
    return str(int(getal)) if abs(getal) <= 1e15 and float(getal).is_integer() else repr(float(getal))


def vrije_tekst(cel: Cel) -> str | None:
    """The cell as text to store: numbers as people read them, ordinary blanks, no control or half characters.

    Direction marks go as well, because they can make a text look different. Line ends within a cell stay.
    """
    if isinstance(cel, str):
        if fout := foutmelding(cel):
            raise Onleesbaar(fout)
        if cel.isascii() and cel.isprintable():
            return cel.strip() or None
        gewone = _LOSSE_VOEG.sub("", _BLANCO.sub(" ", cel.replace("\u2011", "-")))
        regels = "\n".join(regel.strip() for regel in gewone.splitlines())
        schoon = "".join(teken for teken in regels.strip() if teken == "\n" or _zichtbaar(teken))
        return schoon.strip() or None
    if cel is None:
        return None
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, (int, float)):
        if not is_eindig(cel):
            raise Onleesbaar("tekst")
        return getal_als_tekst(cel)
    return cel.isoformat() if hasattr(cel, "isoformat") else str(cel)


def _zichtbaar(teken: str) -> bool:
    """Whether a character can be seen; joiners count, because emoji and some scripts need them."""
    return teken in "\u200c\u200d" or unicodedata.category(teken) not in ("Cc", "Cf", "Cs")
