"""Load every SQL file and check its header against the statement.

A query file starts with a header in Dutch that says which question it answers, from which tables, with which
parameters and columns. Users read it behind "hoe is dit berekend", so it may not differ from the statement below it: at
load time every query is prepared on empty tables, and its parameters, columns, types and tables are compared with the
header. Which macros and tables a macro in `_basis` uses follows from its own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from dashboard.queries.kop import lees_query
from dashboard.queries.onder import beschrijf, controleer_onder, kolommen_onder
from dashboard.queries.query import Queries, Query, parameters
from dashboard.queries.uitvoeren import kort
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.tabel import Fout, FoutenError

BASIS = "_basis"
_Tekst = tuple[str, str]  # a name, and the text that goes with it
_DOLLAR = re.compile(r"\$(\w+)")


def laad_queries(map_: Path, verbinding: duckdb.DuckDBPyConnection) -> Queries:
    """The queries in a folder, each checked against the tables of a connection (rows are not needed).

    Defines the macros on that connection. Raises FoutenError with every header that differs from its statement.
    """
    teksten = [(pad.relative_to(map_).as_posix(), pad.read_text("utf-8")) for pad in sorted(map_.glob("*/**/*.sql"))]
    catalogus = verbinding.table_function("duckdb_tables")
    tabellen = catalogus.select("table_name", "sql").order("table_name").fetchall()
    queries = _lees_en_controleer(tuple(teksten), tuple(tabellen))
    queries.bereid_voor(verbinding)
    return queries


@lru_cache(maxsize=8)
def _lees_en_controleer(teksten: tuple[_Tekst, ...], tabellen: tuple[_Tekst, ...]) -> Queries:
    """The queries, checked on empty tables and kept for the same files and tables, because rows change nothing."""
    basis = _op_volgorde([tekst for tekst in teksten if tekst[0].startswith(f"{BASIS}/")])
    namen = {tabel for tabel, _ in tabellen}
    fouten: list[Fout] = []
    queries: dict[str, Query] = {}
    macros: dict[str, set[str]] = {}  # the tables that each reads
    for _, tekst in basis:
        macros[_macro(tekst)] = _leest(tekst, namen, macros)
    with maak_verbinding({}) as leeg:
        for _, opdracht in tabellen:
            leeg.execute(opdracht)
        for naam, opdracht in basis:
            try:
                leeg.execute(opdracht)
            except duckdb.Error as fout:  # queries that use it would only repeat this fault
                raise FoutenError([Fout(naam, 0, "", "", f"SQL die DuckDB begrijpt: {kort(fout)}")]) from fout
        for bestand, tekst in teksten:
            if bestand.startswith(f"{BASIS}/"):
                continue
            naam = bestand.removesuffix(".sql")
            try:
                query = lees_query(naam, tekst)
            except ValueError as fout:
                fouten.append(Fout(bestand, 0, "", "", str(fout)))
                continue
            verwacht = list(_controleer(query, leeg, namen, macros))
            if not verwacht:
                query = replace(query, onder=kolommen_onder(query, leeg))
                verwacht = list(controleer_onder(query))
            fouten += [Fout(bestand, 0, "", "", regel) for regel in verwacht]
            queries[naam] = query
    if fouten:
        raise FoutenError(fouten)
    return Queries(tuple(tekst for _, tekst in basis), queries)


def _op_volgorde(basis: Sequence[_Tekst]) -> list[_Tekst]:
    """The files with macros, each after those it uses, because DuckDB refuses a macro with an unknown one."""
    per_macro = {_macro(tekst): (bestand, tekst) for bestand, tekst in basis}
    nodig = {macro: sorted(_aangeroepen(tekst) & per_macro.keys() - {macro}) for macro, (_, tekst) in per_macro.items()}
    return [per_macro[macro] for macro in TopologicalSorter(nodig).static_order()]


def _kaal(tekst: str) -> str:
    return re.sub(r"--[^\n]*", "", tekst)


def _macro(tekst: str) -> str:
    """The name of the macro in a file; without one the text itself, which DuckDB then refuses."""
    gevonden = re.search(r"create macro (\w+)", _kaal(tekst))
    return gevonden[1] if gevonden else tekst


def _aangeroepen(tekst: str) -> set[str]:
    return set(re.findall(r"\b(\w+)\s*\(", _kaal(tekst)))


def _leest(tekst: str, tabellen: set[str], macros: Mapping[str, set[str]]) -> set[str]:
    """The tables that a statement reads, by itself or through a macro."""
    eigen = tabellen.intersection(re.findall(r"\b(?:from|join)\s+(\w+)", _kaal(tekst)))
    return eigen.union(*(macros[naam] for naam in _aangeroepen(tekst) & macros.keys()))


def _controleer(
    query: Query, verbinding: duckdb.DuckDBPyConnection, tabellen: set[str], macros: Mapping[str, set[str]]
) -> Iterable[str]:
    """The differences between a header and the statement according to DuckDB, each as a Dutch 'verwacht ...'."""
    gebruikt, genoemd = set(_DOLLAR.findall(_kaal(query.sql))), {parameter.naam for parameter in query.parameters}
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
    bron = _leest(query.sql, tabellen, macros)
    if bron != set(query.bron):
        yield f"in de kop als bron: {', '.join(sorted(bron))}"
