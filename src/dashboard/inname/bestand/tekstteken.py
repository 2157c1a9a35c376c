"""Text without the marks that make a spreadsheet take a cell as text: `'80` and `="H26-100"` are 80 and H26-100.

Programs put them there so that Excel keeps a zero in front or starts no formula; Excel itself does not show them. An
apostrophe that belongs to the words stays, straight or curly: 's-Gravenhage, 't Zand, 'Ja' zei hij.
"""

from __future__ import annotations

import re

_ONZICHTBAAR = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
# Word processors and mail programs turn the apostrophe into one of these.
_APOSTROFS = "'\u2018\u2019\u201b\u02bc\u00b4`"
_RECHT = str.maketrans(dict.fromkeys(_APOSTROFS, "'"))
_BEGIN = frozenset(_APOSTROFS + "=" + _ONZICHTBAAR)
_AANGEHAALD = re.compile(r'=\s*"((?:[^"]|"")*)"')
_GETAL = re.compile(r"=\s*([-+]?\d+(?:[.,]\d+)*)", re.ASCII)
# A word that begins with an apostrophe: in capitals only before a longer word, because a number may begin with S or T.
_WOORD = re.compile(r"'(?:(?:[stnkmrd]|ns|em|ie|er)(?:[ -]+[^\W\d_]|[A-Z][a-z]|[.,;]?$)|[ST][ -]+[^\W\d_]{3})")


def zonder_teken(cel: str) -> str:
    """The text as Excel would show it."""
    if cel[:1] not in _BEGIN:
        return cel
    kern = cel.strip(_ONZICHTBAAR)
    if kern.startswith("="):
        if treffer := _AANGEHAALD.fullmatch(kern):
            return zonder_teken(treffer[1].replace('""', '"'))
        treffer = _GETAL.fullmatch(kern)
        return treffer[1] if treffer else cel
    recht = kern.translate(_RECHT)
    if not recht.startswith("'") or _WOORD.match(recht):
        return cel
    if _WOORD.match(recht[1:]):
        return kern[1:]
    binnen = recht.lstrip("'").removesuffix("'")
    return cel if "'" in binnen else zonder_teken(binnen) if binnen.startswith("=") else binnen
