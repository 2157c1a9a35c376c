"""Periods as columns ('jan' to 'dec', 'Aantal 2024' beside 'Aantal 2025'): the monitor reads a row per period."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from dashboard.inname.waarden.datums import LAATSTE, maandnummer
from dashboard.inname.waarden.onleesbaar import Onleesbaar
from dashboard.inname.waarden.perioden import lees_periode
from dashboard.inname.waarden.tekst import gewoon, is_leeg
from dashboard.inname.werkboek import Blad, Cel

NAAST_ELKAAR = "een rij per periode; hier staan {} naast elkaar. Zet ze onder elkaar, met een kolom voor de dag en een voor het aantal"
_ZOEK_TOT = 30
_LANGSTE = 40
_EERSTE_JAAR = 1990
_KWARTAAL = re.compile(r"(?:k|q|kw|kwartaal) ?[1-4]|[1-4](?:e|ste|de)? ?(?:k|q|kw|kwartaal)", re.ASCII)


def perioden_in(koppen: Iterable[str]) -> list[str]:
    """The first group of headings that differ in their period only; empty when there are fewer than two."""
    groepen: dict[str, list[str]] = {}
    for kop in koppen:
        if (voor := _voor_de_periode(gewoon(kop[:_LANGSTE]))) is not None:
            groepen.setdefault(voor, []).append(kop)
    return next((groep for groep in groepen.values() if len(set(groep)) > 1), [])


def rij_met_perioden(bladen: Sequence[Blad]) -> tuple[str, int] | None:
    """The sheet and the row, as Excel shows it, where a header of periods seems to be; for a file without any table."""
    for blad in bladen:
        for plaats, rij in enumerate(blad.rijen[:_ZOEK_TOT]):
            perioden = [cel for cel in rij if _is_periode(cel)]
            woorden = any(isinstance(cel, str) and not is_leeg(cel) and not _is_periode(cel) for cel in rij)
            if woorden and len(set(perioden)) == len(perioden) > 1 and len({_soort(cel) for cel in perioden}) == 1:
                return blad.naam, blad.eerste_rij + plaats
    return None


def _voor_de_periode(kop: str) -> str | None:
    """What stands before the period in a heading ('aantal' in 'Aantal 2024'); None without a period."""
    woorden = kop.split(" ")
    for plaats in range(max(0, len(woorden) - 3), len(woorden)):
        if _is_tekst_periode(" ".join(woorden[plaats:])):
            return " ".join(woorden[:plaats])
    return None


def _is_tekst_periode(tekst: str) -> bool:
    if maandnummer(tekst.rstrip(".")) is not None or _KWARTAAL.fullmatch(tekst):
        return True
    try:
        dag = lees_periode(tekst, "dmj") if any(map(str.isdigit, tekst)) else None
    except Onleesbaar:
        return False
    return dag is not None and dag.year >= _EERSTE_JAAR


def _is_periode(cel: Cel) -> bool:
    if isinstance(cel, str):
        return len(cel) <= _LANGSTE and not is_leeg(cel) and _is_tekst_periode(gewoon(cel))
    if isinstance(cel, dt.date):
        return True
    if isinstance(cel, bool) or not isinstance(cel, (int, float)):
        return False
    return _EERSTE_JAAR <= cel <= LAATSTE and float(cel).is_integer()


def _soort(cel: Cel) -> str:
    return "tekst" if isinstance(cel, str) else "dag" if isinstance(cel, dt.date) else "jaar"
