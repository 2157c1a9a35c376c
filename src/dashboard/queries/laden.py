"""Load every SQL file and check its header against reality.

A query file starts with a header in Dutch that says which question it answers, from which tables, with which
parameters and columns. The header is what a user reads behind "hoe is dit berekend", so it may not drift from the
statement beneath it: at load time every query is prepared on empty tables, and its parameters, columns, types and
tables are compared with what the header declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import duckdb

from dashboard.queries.kop import lees_query, lijst
from dashboard.queries.model import Queries, Query, parameters
from dashboard.queries.onder import beschrijf, controleer_onder, kolommen_onder
from dashboard.queries.uitvoeren import kort
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.tabel import Fout, FoutenError

BASIS = "_basis"
_Tekst = tuple[str, str]  # a name, and the text that goes with it
_DOLLAR = re.compile(r"\$(\w+)")


def laad_queries(map_: Path, verbinding: duckdb.DuckDBPyConnection) -> Queries:
    """Read queries/ and check every file against the tables of a connection (rows are not needed).

    Defines the macros on that connection. Raises FoutenError with every header that does not tell the truth.
    """
    teksten = [(f"{pad.parent.name}/{pad.name}", pad.read_text("utf-8")) for pad in sorted(map_.glob("*/*.sql"))]
    catalogus = verbinding.table_function("duckdb_tables")
    tabellen = catalogus.select("table_name", "sql").order("table_name").fetchall()
    queries = _lees_en_controleer(tuple(teksten), tuple(tabellen))
    queries.bereid_voor(verbinding)
    return queries


@lru_cache(maxsize=8)
def _lees_en_controleer(teksten: tuple[_Tekst, ...], tabellen: tuple[_Tekst, ...]) -> Queries:
    """Check on empty tables, once for the same files and tables: the rows of a publication change nothing about it."""
    basis = {naam: tekst for naam, tekst in teksten if naam.startswith(f"{BASIS}/")}
    fouten: list[Fout] = []
    queries: dict[str, Query] = {}
    macro_bronnen = {naam: bron for tekst in basis.values() for naam, bron in _macro_bron(tekst).items()}
    with maak_verbinding({}) as leeg:
        for _, opdracht in tabellen:
            leeg.execute(opdracht)
        for naam, opdracht in basis.items():
            try:
                leeg.execute(opdracht)
            except duckdb.Error as fout:  # every query that uses it would only repeat this fault
                raise FoutenError([Fout(naam, 0, "", "", f"SQL die DuckDB begrijpt: {kort(fout)}")]) from fout
        for bestand, tekst in teksten:
            if bestand in basis:
                continue
            naam = bestand.removesuffix(".sql")
            try:
                query = lees_query(naam, tekst)
            except ValueError as fout:
                fouten.append(Fout(bestand, 0, "", "", str(fout)))
                continue
            verwacht = list(_controleer(query, leeg, {tabel for tabel, _ in tabellen}, macro_bronnen))
            if not verwacht:
                query = replace(query, onder=kolommen_onder(query, leeg))
                verwacht = list(controleer_onder(query))
            fouten += [Fout(bestand, 0, "", "", regel) for regel in verwacht]
            queries[naam] = query
    if fouten:
        raise FoutenError(fouten)
    return Queries(tuple(basis.values()), queries)


def _macro_bron(tekst: str) -> dict[str, set[str]]:
    """Which tables a macro reads, by the macro's name, from its own `bron` line."""
    namen = re.findall(r"create\s+(?:or\s+replace\s+)?macro\s+(\w+)", tekst)
    regels = re.findall(r"^--\s?bron:\s*(.*(?:\n--\s{2,}.*)*)$", tekst, re.MULTILINE)
    bron = {deel for regel in regels for deel in lijst(re.sub(r"\n--\s+", " ", regel))}
    return dict.fromkeys(namen, bron)


def _controleer(
    query: Query, verbinding: duckdb.DuckDBPyConnection, tabellen: set[str], macro_bronnen: Mapping[str, set[str]]
) -> Iterable[str]:
    """Compare a header with what DuckDB makes of the statement; yields a Dutch 'verwacht ...' per difference."""
    kaal = re.sub(r"--[^\n]*", "", query.sql)
    gebruikt, genoemd = set(_DOLLAR.findall(kaal)), {parameter.naam for parameter in query.parameters}
    if gebruikt != genoemd:
        yield f"dezelfde parameters in kop en SQL; verschil: {', '.join(sorted(gebruikt ^ genoemd))}"
        return
    try:
        werkelijk = beschrijf(query.sql, parameters(query, {}), verbinding)
    except duckdb.Error as fout:
        yield f"SQL die DuckDB begrijpt: {kort(fout)}"
        return
    if werkelijk != query.kolommen:
        yield f"in de kop de kolommen {', '.join(f'{naam} {soort}' for naam, soort in werkelijk)}"
    if bron_fout := _controleer_bron(query, kaal, tabellen, macro_bronnen):
        yield bron_fout


def _controleer_bron(query: Query, kaal: str, tabellen: set[str], macro_bronnen: Mapping[str, set[str]]) -> str | None:
    woorden = set(re.findall(r"\b(?:from|join)\s+(\w+)", kaal))
    bron = woorden & tabellen
    for naam in macro_bronnen.keys() & set(re.findall(r"\b(\w+)\s*\(", kaal)):
        bron |= macro_bronnen[naam]
    if bron != set(query.bron):
        return f"in de kop als bron: {', '.join(sorted(bron))}"
    return None
