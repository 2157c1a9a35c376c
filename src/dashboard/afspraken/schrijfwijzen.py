"""Checks of the files that say how others write our columns and values, and what is unlikely in a delivery.

A spelling or limit for something that does not exist is never used, so nobody would notice the mistake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.afspraken.tabellen import SQL_NAAM
from dashboard.tabellen.contracten import AANGELEVERD, TABELLEN, te_lezen
from dashboard.tabellen.tabel import Fout, Kolom, Rij

# The column with codes in each file of the agreement that a column of a contract can refer to.
_CODES = {"groepen": "groep", "kengetallen": "kengetal", "kernen": "kern", "corporaties": "corporatie"}


def controleer_schrijfwijzen(rijen: Mapping[str, Sequence[Rij]]) -> list[Fout]:
    """Faults: every synonym and limit must name a column of its table, every spelling a value of its column."""
    return (
        _synoniemen(rijen["synoniemen"]) + _waarden(rijen) + _grenswaarden(rijen["grenswaarden"]) + _combinaties(rijen)
    )


def _kolommen() -> dict[str, tuple[Kolom, ...]]:
    """The columns that somebody fills, by name and by table and name; a name can occur in several tables."""
    per_naam: dict[str, tuple[Kolom, ...]] = {}
    for tabel in AANGELEVERD:
        for kolom in te_lezen(TABELLEN[tabel]):
            per_naam[f"{tabel}.{kolom.naam}"] = (kolom,)
            per_naam[kolom.naam] = (*per_naam.get(kolom.naam, ()), kolom)
    return per_naam


def _synoniemen(rijen: Sequence[Rij]) -> list[Fout]:
    bekend = _kolommen()
    return [
        rij.fout("kolom", rij["kolom"], f"een kolom van {rij['tabel']} (of leeg)")
        for rij in rijen
        if rij["kolom"] and f"{rij['tabel']}.{rij['kolom']}" not in bekend
    ]


def _waarden(rijen: Mapping[str, Sequence[Rij]]) -> list[Fout]:
    bekend = _kolommen()
    fouten = []
    for rij in rijen["waarden"]:
        mogelijk = [waarde for kolom in bekend.get(rij["kolom"], ()) for waarde in _mogelijk(kolom, rijen)]
        if not mogelijk:
            verwacht = "een kolom met vaste waarden, als kolom of tabel.kolom"
            fouten.append(rij.fout("kolom", rij["kolom"], verwacht))
        elif rij["waarde"] and rij["waarde"] not in mogelijk:
            verwacht = "een van: " + ", ".join(dict.fromkeys(mogelijk)) + " (of leeg)"
            fouten.append(rij.fout("waarde", rij["waarde"], verwacht))
    return fouten


def _grenswaarden(rijen: Sequence[Rij]) -> list[Fout]:
    bekend = _kolommen()
    fouten = []
    for rij in rijen:
        kolom = next(iter(bekend.get(f"{rij['tabel']}.{rij['kolom']}", ())), None)
        if kolom is None or kolom.type not in ("geheel", "decimaal"):
            verwacht = f"een kolom van {rij['tabel']} met een getal"
            fouten.append(rij.fout("kolom", rij["kolom"], verwacht))
        if rij["minimum"] is None and rij["maximum"] is None:
            fouten.append(rij.fout("minimum", "", "een minimum of een maximum"))
    return fouten


def _combinaties(rijen: Mapping[str, Sequence[Rij]]) -> list[Fout]:
    bekend = _kolommen()
    fouten = []
    for rij in rijen["combinaties"]:
        for naam, waarde in (("kolom", "waarde"), ("ook", "ook_waarde")):
            kolom = next((k for k in bekend.get(f"{rij['tabel']}.{rij[naam]}", ()) if k.type == "tekst"), None)
            mogelijk = _mogelijk(kolom, rijen) if kolom else ()
            if not mogelijk:
                verwacht = f"een kolom van {rij['tabel']} met vaste waarden"
                fouten.append(rij.fout(naam, rij[naam], verwacht))
            elif rij[waarde] not in mogelijk:
                fouten.append(rij.fout(waarde, rij[waarde], "een van: " + ", ".join(mogelijk)))
    return fouten


def _mogelijk(kolom: Kolom, rijen: Mapping[str, Sequence[Rij]]) -> tuple[str, ...]:
    if kolom.verwijst:
        bestand = {sql: naam for naam, sql in SQL_NAAM.items()}.get(kolom.verwijst, kolom.verwijst)
        return tuple(rij[_CODES[bestand]] for rij in rijen[bestand]) if bestand in _CODES else ()
    return kolom.keuzes
