"""The grain of every query: no two rows of an answer are alike in what the answer is ordered by."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL, query_map
from dashboard.queries import Queries, Query, haal_op, laad_queries
from dashboard.store import Opslag
from dashboard.store.verbinding import maak_verbinding

NIVEAUS = ("gemeente", "corporatie", "kern", "detail")
ZONDER_RIJEN = {"gegevens/verhuurd_boven_voorraad", "toewijzing/nieuwbouw_onbekend"}


def korrel(query: Query) -> list[str]:
    """The columns that the last `order by` names."""
    genoemd = re.findall(r"\w+", query.sql.rpartition("order by")[2])
    return [naam for naam, _ in query.kolommen if naam in genoemd]


def vaker(query: Query, rijen: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """What stands in more rows than one."""
    geteld = Counter(tuple(rij[naam] for naam in korrel(query)) for rij in rijen)
    return [sleutel for sleutel, aantal in geteld.items() if aantal > 1]


def test_geen_enkele_query_geeft_een_rij_twee_keer(demo_store: Path) -> None:
    opslag = Opslag(str(demo_store))
    overeenkomst = laad_overeenkomst(WORTEL / "data" / "afspraken")
    verbinding = maak_verbinding(opslag.tabellen(opslag.publicatie()) | dict(overeenkomst.tabellen))
    dubbel, leeg = {}, set()
    for naam, query in laad_queries(query_map(), verbinding).per_naam.items():
        met_niveau = any(parameter.naam == "niveau" for parameter in query.parameters)
        rijen = {
            niveau: haal_op(verbinding, query, {"niveau": niveau} if met_niveau else {})
            for niveau in (NIVEAUS if met_niveau else NIVEAUS[:1])
        }
        if not any(rijen.values()):
            leeg.add(naam)
        dubbel |= {(naam, niveau): gevonden for niveau, deel in rijen.items() if (gevonden := vaker(query, deel))}
    verbinding.close()
    assert (dubbel, leeg) == ({}, ZONDER_RIJEN)


@pytest.mark.parametrize(
    ("naam", "kolommen"),
    [
        ("toewijzing/passend", ["jaar", "corporatie", "kern"]),
        ("toewijzing/huurklasse", ["jaar", "corporatie", "kern", "huurklasse"]),
        ("voorraad/plan", ["corporatie", "soort", "jaar"]),
    ],
)
def test_een_rij_te_veel_valt_op(queries: Queries, naam: str, kolommen: list[str]) -> None:
    rij = {kolom: f"{kolom} {nr}" for nr, (kolom, _) in enumerate(queries[naam].kolommen)}
    assert korrel(queries[naam]) == kolommen
    ander = rij | {naam: "anders" for naam in rij if naam not in kolommen}
    assert vaker(queries[naam], [rij, ander]) == [tuple(rij[kolom] for kolom in kolommen)]
    assert vaker(queries[naam], [rij, rij | {kolommen[-1]: "anders"}]) == []


def test_een_kengetal_dat_in_de_sql_staat_staat_in_de_kop(queries: Queries) -> None:
    """What was delivered of it decides whether the figure is whole."""
    genoemd = {
        naam: tuple(dict.fromkeys(re.findall(r"kengetal = '(\w+)'", query.sql)))
        for naam, query in queries.per_naam.items()
    }
    standaard = {
        naam: tuple(p.standaard for p in query.parameters if p.naam == "kengetal" and p.standaard)
        for naam, query in queries.per_naam.items()
    }
    assert {naam: query.kengetallen for naam, query in queries.per_naam.items()} == {
        naam: genoemd[naam] + standaard[naam] for naam in queries.per_naam
    }
