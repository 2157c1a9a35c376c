"""What a query is, and how values for its parameters are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from dashboard.basis.fouten import Gebruikersfout

_NIVEAUS = ("gemeente", "corporatie", "kern", "detail")


class QueryFout(Gebruikersfout):
    """A question that cannot be asked: unknown query, unknown or unreadable parameter, too many rows, too slow."""


@dataclass(frozen=True)
class Parameter:
    """A named parameter of a query, with its SQL type and its default."""

    naam: str
    type: str
    standaard: Any


@dataclass(frozen=True)
class Query:
    """One SQL file: its header and its statement.

    `kengetallen` are those that the statement itself names. `stappen` is the statement without its last select, when it
    has a step `onder` (the source rows of a figure); `onder` are the columns of that step. `verdeeld_over` is a parameter
    that only picks rows by the column of the same name: without it the answer has the rows of every value.
    """

    naam: str
    vraag: str
    afspraken: tuple[str, ...]
    bron: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    korrel: str
    kolommen: tuple[tuple[str, str], ...]
    kengetallen: tuple[str, ...]
    teller: str | None
    noemer: str | None
    let_op: str | None
    verdeeld_over: str | None
    sql: str
    stappen: str = ""
    onder: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Queries:
    """All queries of the project, with the macros that each connection needs first."""

    basis: tuple[str, ...]
    per_naam: Mapping[str, Query]

    def __getitem__(self, naam: str) -> Query:
        try:
            return self.per_naam[naam]
        except KeyError:
            raise QueryFout(f"onbekende query '{naam}'; bekend zijn: {', '.join(sorted(self.per_naam))}") from None

    def bereid_voor(self, verbinding: duckdb.DuckDBPyConnection) -> None:
        """Define the shared macros on a fresh connection."""
        for opdracht in self.basis:
            verbinding.execute(opdracht)


def parameters(query: Query, gegeven: Mapping[str, Any]) -> dict[str, Any]:
    """A value for every parameter of the query: the given one (text is read by type), else its default."""
    bekend = {parameter.naam: parameter for parameter in query.parameters}
    if onbekend := [naam for naam in gegeven if naam not in bekend]:
        mogelijk = ", ".join(bekend) or "geen"
        raise QueryFout(f"query {query.naam} kent geen parameter '{onbekend[0]}'; mogelijk: {mogelijk}")
    return {
        naam: lees_waarde(parameter, gegeven[naam]) if naam in gegeven else parameter.standaard
        for naam, parameter in bekend.items()
    }


def lees_waarde(parameter: Parameter, waarde: Any) -> Any:
    """A value from the command line or a URL, read by type; a value of the right type stays unchanged."""
    if parameter.naam == "niveau" and waarde not in _NIVEAUS:  # SQL would read any other word as the whole gemeente
        raise QueryFout(f"parameter 'niveau': verwacht een van: {', '.join(_NIVEAUS)}; gevonden: '{waarde}'")
    if not isinstance(waarde, str):
        return list(waarde) if isinstance(waarde, tuple) else waarde
    soort = parameter.type
    try:
        match soort:
            case "date":
                return dt.date.fromisoformat(waarde)
            case "integer" | "bigint":
                return int(waarde)
            case "double":
                return float(waarde)
            case "boolean":
                return {"ja": True, "true": True, "nee": False, "false": False}[waarde.lower()]
            case "varchar[]":
                return [deel.strip() for deel in waarde.split(",") if deel.strip()]
    except (ValueError, KeyError):
        verwacht = {"date": "een datum als 2026-12-31", "boolean": "ja of nee"}.get(soort, "een getal")
        raise QueryFout(f"parameter '{parameter.naam}': verwacht {verwacht}; gevonden: '{waarde}'") from None
    return waarde
