"""The chain of publications: every row carries a sha256 over itself and the link of the row before it.

A row that somebody changed no longer fits its link, and a row that was taken out or put in between breaks the one after
it. It is no signature: who can write in the store can make a new chain. It shows damage, and tampering by hand.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

Rij = Mapping[str, Any]
_LEEG = (None, "", "[]", "{}")


def schakel(rij: Rij, vorige: str) -> str:
    """The link of a stored row; `vorige` is that of the row before it. Columns that are empty do not count, so that a later
    version may add one.
    """
    gevuld = {naam: _tekst(waarde) for naam, waarde in rij.items() if naam != "schakel" and waarde not in _LEEG}
    inhoud = json.dumps(gevuld, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{vorige}\n{inhoud}".encode()).hexdigest()


def laatste_schakel(rijen: Sequence[Rij]) -> str:
    """The link that a next row is tied to. Rows of before there were links are worked out, so that the first link that is
    stored holds them too.
    """
    vorige = ""
    for rij in rijen:
        vorige = rij.get("schakel") or schakel(rij, vorige)
    return vorige


def gebroken(rijen: Sequence[Rij]) -> set[int]:
    """The numbers of the publications whose row does not fit its link, or lost it. Rows of before there were links cannot
    be judged.
    """
    fout: set[int] = set()
    begonnen = False
    vorige = berekend = ""
    for rij in rijen:
        eigen = rij.get("schakel") or ""
        # A changed link must not blame the row after it: that one may fit what its predecessor should have carried.
        mogelijk = (schakel(rij, vorige), schakel(rij, berekend))
        begonnen = begonnen or bool(eigen)
        if begonnen and eigen not in mogelijk:
            fout.add(rij["nummer"])
        vorige, berekend = eigen or mogelijk[0], mogelijk[0]
    return fout


def _tekst(waarde: object) -> str:
    if isinstance(waarde, dt.datetime):
        return waarde.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return str(waarde)
