"""Yes and no in all the ways people write them: a word, a cross, a tick, a number, or empty beside crosses."""

from __future__ import annotations

from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.waarden.tekst import LANGSTE, gewoon, invoer, sleutel
from dashboard.inname.waarden.woordenboek import Woorden
from dashboard.inname.werkboek import Cel

JA_NEE = "ja of nee"
_KRUISJES = frozenset(("x", "xx", "v", "*", "✓", "✔", "☑", "☒", "√"))
_JA = _KRUISJES | {"ja", "j", "yes", "y", "true", "waar", "1", "1.0", "1,0", "wel"}
_NEE = frozenset(("nee", "neen", "n", "no", "false", "onwaar", "0", "0.0", "0,0", "niet", "☐"))


def ja_of_nee(cel: Cel, woorden: Woorden | None = None) -> bool | None:
    """Yes or no from a word, a cross, a tick, a number or a boolean; `woorden` has the words of a column."""
    if isinstance(cel, bool) or cel is None:
        return cel
    if isinstance(cel, (int, float)):
        if cel in (0, 1):
            return bool(cel)
        raise Onleesbaar(JA_NEE)
    if not isinstance(cel, str):
        raise Onleesbaar(JA_NEE)
    kaal = gewoon(cel[: LANGSTE + 1])
    for woord in (kaal, sleutel(kaal)):
        if woord in _JA or woord in _NEE:
            return woord in _JA
    if woorden is not None and sleutel(kaal) in woorden.per_sleutel:
        gelezen = woorden.lees(cel)
        return None if gelezen is None else gelezen == "ja"
    if invoer(cel, JA_NEE) is None:
        return None
    raise Onleesbaar(JA_NEE)


def is_kruisje(cel: Cel) -> bool:
    """Whether a cell is a mark without a counterpart: in a column with only these, an empty cell means no."""
    return isinstance(cel, str) and gewoon(cel[: LANGSTE + 1]) in _KRUISJES
