"""Text that a spreadsheet would run: what somebody delivered as a text stays one in every file that goes out."""

from __future__ import annotations

import re

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GETAL = re.compile(r"[+-]?[\d.,]+ ?%?", re.ASCII)


def onschuldig(tekst: str) -> str:
    """The text for a .csv, with a quote in front where it would run as a formula; a number may begin with a sign."""
    verdacht = tekst.startswith(FORMULETEKENS) or tekst.lstrip().startswith(FORMULETEKENS)
    return f"'{tekst}" if verdacht and not _GETAL.fullmatch(tekst) else tekst
