"""Kengetallen: series written out in the settings, because they follow what is publicly known.

A series has one value per moment, for the gemeente, per corporatie or per kern. A moment is a year (2024), a half (2024H1)
or a quarter (2026K3); the text '-' is a moment for which nothing was delivered. Two numbers together are teller and noemer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.periode import LAATSTE_DAG, Periode, werkdag

NIET_GELEVERD = "-"


def lever_kengetallen(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Levering]:
    """One file per moment and organisation: each corporatie sends its own figures, the gemeente sends the rest."""
    regels, periode = instellingen["kengetallen"], Periode.uit(instellingen)
    corporaties = {rij.corporatie: rij.naam for rij in overeenkomst.corporaties}
    gemeente = next(rij for rij in overeenkomst.partijen if rij.soort == "gemeente")
    bestanden: dict[tuple[str, str | None], list[Rij]] = {}
    for code, reeks in regels["reeks"].items():
        momenten = reeks.get("momenten", regels["momenten"])
        for corporatie, kern, waarden in delen_van(reeks):
            for moment, waarde in zip(momenten, waarden, strict=True):
                if waarde != NIET_GELEVERD:
                    rij = {"kengetal": code, "peildatum": tijdvak(moment, periode)[1], "corporatie": corporatie}
                    rij |= {"kern": kern, "bron": reeks["bron"], **_getallen(waarde)}
                    bestanden.setdefault((moment, corporatie), []).append(rij)
    leveringen = []
    for (moment, corporatie), rijen in bestanden.items():
        van, tot = tijdvak(moment, periode)
        bestand = f"kengetallen_{moment}_{(corporatie or gemeente.partij).lower()}.xlsx"
        door = corporaties[corporatie] if corporatie else gemeente.naam
        op = werkdag(tot + dt.timedelta(days=regels["dagen_na"]))
        leveringen.append(Levering("kengetallen", corporatie, van, tot, bestand, op, door, rijen))
    return leveringen


def tijdvak(moment: str, periode: Periode) -> tuple[dt.date, dt.date]:
    """The first and last day of a moment; a year that is not over yet ends where the data end."""
    jaar, deel = int(moment[:4]), moment[4:]
    eerste, laatste = 1, 4
    if deel.startswith("H"):
        eerste, laatste = (1, 2) if deel == "H1" else (3, 4)
    elif deel.startswith("K"):
        eerste = laatste = int(deel[1])
    tot = dt.date(jaar, 3 * laatste, LAATSTE_DAG[laatste - 1])
    return dt.date(jaar, 3 * eerste - 2, 1), min(tot, periode.tot)


def delen_van(reeks: Mapping[str, Any]) -> Iterator[tuple[str | None, str | None, list[Any]]]:
    """The parts of a series: as a whole, per corporatie, per kern."""
    if "waarden" in reeks:
        yield None, None, reeks["waarden"]
    for corporatie, waarden in reeks.get("corporatie", {}).items():
        yield corporatie, None, waarden
    for kern, waarden in reeks.get("kern", {}).items():
        yield None, kern, waarden


def _getallen(waarde: Any) -> Rij:
    if isinstance(waarde, list):
        teller, noemer = (float(getal) for getal in waarde)
        return {"waarde": teller / noemer, "teller": teller, "noemer": noemer}
    return {"waarde": float(waarde), "teller": None, "noemer": None}
