"""Given rows -> expected rows: run a real query on a real DuckDB with only the rows a test names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from dashboard.afspraken.laden import lege_tabellen
from dashboard.basis.instellingen import query_map
from dashboard.queries import Queries, Query, haal_op, laad_queries, rijen_onder
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.contracten import TABELLEN
from dashboard.tabellen.tabel import Kolom, Tabel

Gegeven = dict[str, list[dict[str, Any]]]

ALLE_TABELLEN: dict[str, Tabel] = TABELLEN | lege_tabellen()
# What a row has where the test does not care; a test names every value that decides its outcome.
GEWOON: dict[str, Any] = {
    "daeb": True,
    "contract": "onbepaald",
    "model": "aanbod",
    "nieuwbouw": False,
    "vrije_ruimte": False,
    "woningtype": "appartement",
    "groep": "regulier",
    "leeftijdsklasse": "30-54",
    "huishoudgrootte": "1",
    "kale_huur": 600.0,
    "soort": "woongelegenheid",
    "eenheid": "woongelegenheid",
    "warmtenet": False,
    "flex": False,
    "stand": "realisatie",
    "bron": "test",
    "fictief": False,
    "upload_id": "u1",
    "bronrij": 2,
}
_LEEG: dict[str, Any] = {"tekst": "x", "geheel": 0, "decimaal": 0.0, "datum": dt.date(2024, 1, 1), "ja_nee": False}


def _gewone_waarde(tabel: Tabel, kolom: Kolom) -> Any:
    if not kolom.verplicht and not kolom.invullen:
        return None
    gewoon = GEWOON.get(kolom.naam)
    if gewoon is not None and (kolom.waarden is None or gewoon in kolom.waarden):
        return gewoon
    return kolom.waarden[0] if kolom.waarden else _LEEG[kolom.type]


@pytest.fixture(scope="session")
def verbinding() -> duckdb.DuckDBPyConnection:
    """Every table, without rows. Making them costs more than a query, so each test borrows these and empties what it filled."""
    return maak_verbinding({naam: tabel.arrow([]) for naam, tabel in ALLE_TABELLEN.items()})


@pytest.fixture(scope="session")
def queries(verbinding: duckdb.DuckDBPyConnection) -> Queries:
    """Every query of the project, checked against empty tables."""
    return laad_queries(query_map(), verbinding)


@pytest.fixture
def vraag(queries: Queries, verbinding: duckdb.DuckDBPyConnection) -> Callable[..., list[dict[str, Any]]]:
    """Ask a query on the given rows; columns left out get an ordinary value."""

    def _vraag(naam: str, tabellen: Gegeven, **parameters: Any) -> list[dict[str, Any]]:
        return _stel(verbinding, queries[naam], tabellen, parameters)

    return _vraag


@pytest.fixture
def onder(queries: Queries, verbinding: duckdb.DuckDBPyConnection) -> Callable[..., list[dict[str, Any]]]:
    """The rows of one table under a figure (a query and one of its columns), whole gemeente unless a part is named."""

    def _onder(
        naam: str, kolom: str, tabel: str, tabellen: Gegeven, jaar: int, **parameters: Any
    ) -> list[dict[str, Any]]:
        niveau = {"niveau": "gemeente"} | parameters
        deel = {"onder_jaar": jaar, "onder_corporatie": "totaal", "onder_kern": "totaal"} | niveau
        query = rijen_onder(queries[naam], kolom, tabel, opgeslagen=tabel in TABELLEN)
        return _stel(verbinding, query, tabellen, deel)

    return _onder


def _stel(
    verbinding: duckdb.DuckDBPyConnection, query: Query, tabellen: Gegeven, parameters: dict[str, Any]
) -> list[dict[str, Any]]:
    try:
        for naam, rijen in tabellen.items():
            tabel = ALLE_TABELLEN[naam]
            for rij in rijen:
                assert not set(rij) - set(tabel.namen), f"onbekende kolom in {naam}: {set(rij) - set(tabel.namen)}"
            gewoon = {kolom.naam: _gewone_waarde(tabel, kolom) for kolom in tabel.kolommen}
            verbinding.from_arrow(tabel.arrow([gewoon | rij for rij in rijen])).insert_into(naam)
        return haal_op(verbinding, query, parameters)
    finally:
        for naam in tabellen:
            verbinding.execute(f"delete from {naam}")
