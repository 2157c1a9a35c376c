"""Load every SQL file, check its header against reality, run it: the only module that runs SQL for a figure.

A query file starts with a header in Dutch that says which question it answers, from which tables, with which
parameters and columns. The header is what a user reads behind "hoe is dit berekend", so it may not drift from the
statement beneath it: at load time every query is prepared on empty tables, and its parameters, columns, types and
tables are compared with what the header declares.
"""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd  # imported before any thread runs a query, see the notes on DuckDB

from dashboard.tabel import Fout, FoutenError

BASIS = "_basis"
_VELDEN = ("vraag", "afspraak", "bron", "parameters", "korrel", "kolommen", "teller", "noemer", "let op")
_VERPLICHT = ("vraag", "afspraak", "bron", "parameters", "korrel", "kolommen")
_TYPEN = ("date", "integer", "bigint", "double", "boolean", "varchar", "varchar[]")
_NIVEAUS = ("gemeente", "corporatie", "kern", "detail")
_KOPREGEL = re.compile(r"--\s?(" + "|".join(_VELDEN) + r"):\s*(.*)")
_PARAMETER = re.compile(r"(\w+)\s+([\w\[\]]+)\s*=\s*(.+)")
_DOLLAR = re.compile(r"\$(\w+)")
_NAAM = re.compile(r"[a-z_]+/[a-z_0-9]+")


class QueryFout(Exception):
    """A question that cannot be asked: unknown query, unknown or unreadable parameter, too many rows, too slow."""


@dataclass(frozen=True)
class Parameter:
    """A named parameter of a query with its SQL type and the value it has when nobody gives one."""

    naam: str
    type: str
    standaard: Any


@dataclass(frozen=True)
class Query:
    """One SQL file: its header and its statement."""

    naam: str
    vraag: str
    afspraken: tuple[str, ...]
    bron: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    korrel: str
    kolommen: tuple[tuple[str, str], ...]
    teller: str | None
    noemer: str | None
    let_op: str | None
    sql: str


@dataclass(frozen=True)
class Queries:
    """All queries of the project, with the shared building blocks (macros) that each connection needs first."""

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


def laad_queries(map_: Path, verbinding: duckdb.DuckDBPyConnection) -> Queries:
    """Read queries/ and check every file on a connection that has all tables (rows are not needed).

    Defines the macros on that connection. Raises FoutenError with every header that does not tell the truth.
    """
    basis = {f"{BASIS}/{pad.name}": pad.read_text("utf-8") for pad in sorted((map_ / BASIS).glob("*.sql"))}
    fouten: list[Fout] = []
    queries: dict[str, Query] = {}
    macro_bronnen = {naam: bron for tekst in basis.values() for naam, bron in _macro_bron(tekst).items()}
    for naam, opdracht in basis.items():
        try:
            verbinding.execute(opdracht)
        except duckdb.Error as fout:  # every query that uses it would only repeat this fault
            raise FoutenError([Fout(naam, 0, "", "", f"SQL die DuckDB begrijpt: {_kort(fout)}")]) from fout
    tabellen = {rij[0] for rij in verbinding.execute("show tables").fetchall()}
    for pad in sorted(map_.glob("*/*.sql")):
        if pad.parent.name == BASIS:
            continue
        naam = f"{pad.parent.name}/{pad.stem}"
        try:
            query = lees_query(naam, pad.read_text("utf-8"))
        except ValueError as fout:
            fouten.append(Fout(f"{naam}.sql", 0, "", "", str(fout)))
            continue
        fouten += [
            Fout(f"{naam}.sql", 0, "", "", tekst) for tekst in _controleer(query, verbinding, tabellen, macro_bronnen)
        ]
        queries[naam] = query
    if fouten:
        raise FoutenError(fouten)
    return Queries(tuple(basis.values()), queries)


def lees_query(naam: str, tekst: str) -> Query:
    """Split a file into header and statement. Raises ValueError with what the header lacks."""
    if not _NAAM.fullmatch(naam):
        raise ValueError("een bestandsnaam met kleine letters, cijfers en liggende streepjes")
    kop: dict[str, str] = {}
    laatste = ""
    regels = tekst.splitlines()
    einde = next((nr for nr, regel in enumerate(regels) if not regel.startswith("--")), len(regels))
    for regel in regels[:einde]:
        if gevonden := _KOPREGEL.fullmatch(regel.rstrip()):
            laatste = gevonden[1]
            kop[laatste] = gevonden[2].strip()
        elif laatste and re.match(r"--\s{2,}\S", regel):
            kop[laatste] += " " + regel[2:].strip()
        else:
            raise ValueError(f"een kopregel als '-- vraag: ...', niet '{regel}'")
    ontbreekt = [veld for veld in _VERPLICHT if not kop.get(veld)]
    if ontbreekt:
        raise ValueError("een kop met " + ", ".join(ontbreekt))
    return Query(
        naam=naam,
        vraag=kop["vraag"],
        afspraken=_lijst(kop["afspraak"]),
        bron=_lijst(kop["bron"]),
        parameters=tuple(_lees_parameter(deel) for deel in _lijst(kop["parameters"])),
        korrel=kop["korrel"],
        kolommen=tuple(_lees_kolom(deel) for deel in _lijst(kop["kolommen"])),
        teller=kop.get("teller"),
        noemer=kop.get("noemer"),
        let_op=kop.get("let op"),
        sql="\n".join(regels[einde:]).strip(),
    )


def voer_uit(
    verbinding: duckdb.DuckDBPyConnection,
    query: Query,
    gegeven: Mapping[str, Any] | None = None,
    *,
    seconden: float = 20,
    max_rijen: int = 100_000,
) -> pd.DataFrame:
    """Run a query on its own cursor and return its rows, in the order the query fixes.

    Raises QueryFout for an unknown parameter, for a query that runs longer than `seconden`, and for more rows than
    `max_rijen` (one more is fetched, to know the difference between exactly enough and too many).
    """
    waarden = parameters(query, gegeven or {})
    cursor = verbinding.cursor()
    wekker = threading.Timer(seconden, cursor.interrupt)
    wekker.daemon = True
    wekker.start()
    try:
        # A query without parameters is run without a dict: DuckDB refuses keys it does not know.
        resultaat = cursor.execute(query.sql, waarden) if waarden else cursor.execute(query.sql)
        kolommen = [kolom[0] for kolom in resultaat.description or ()]
        rijen = resultaat.fetchmany(max_rijen + 1)
    except duckdb.InterruptException:
        raise QueryFout(f"query {query.naam} duurde langer dan {seconden:g} seconden en is afgebroken") from None
    except duckdb.Error as fout:
        raise QueryFout(f"query {query.naam} is niet uit te voeren: {_kort(fout)}") from fout
    finally:
        wekker.cancel()
        cursor.close()
    if len(rijen) > max_rijen:
        raise QueryFout(f"query {query.naam} geeft meer dan {max_rijen} rijen; kies een kleinere periode")
    return pd.DataFrame(rijen, columns=kolommen, dtype=object)


def parameters(query: Query, gegeven: Mapping[str, Any]) -> dict[str, Any]:
    """Values for every parameter of the query: what was given (text is read by type), else its default."""
    bekend = {parameter.naam: parameter for parameter in query.parameters}
    if onbekend := [naam for naam in gegeven if naam not in bekend]:
        mogelijk = ", ".join(bekend) or "geen"
        raise QueryFout(f"query {query.naam} kent geen parameter '{onbekend[0]}'; mogelijk: {mogelijk}")
    return {
        naam: lees_waarde(parameter, gegeven[naam]) if naam in gegeven else parameter.standaard
        for naam, parameter in bekend.items()
    }


def lees_waarde(parameter: Parameter, waarde: Any) -> Any:
    """Read a value from the command line or a URL; values that already have the right type pass unchanged."""
    if parameter.naam == "niveau" and waarde not in _NIVEAUS:  # SQL would take any other word for the whole gemeente
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


def _kort(fout: duckdb.Error) -> str:
    """What DuckDB says, without the piece of SQL it points at: a message is one line."""
    return str(fout).partition("\n")[0].strip()


def _lijst(tekst: str) -> tuple[str, ...]:
    return () if tekst in ("-", "geen") else tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


def _lees_parameter(tekst: str) -> Parameter:
    gevonden = _PARAMETER.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(f"een parameter als 'naam type = standaard', niet '{tekst}'")
    naam, soort, standaard = gevonden.groups()
    if soort not in _TYPEN:
        raise ValueError(f"een parameter van een type als {', '.join(_TYPEN)}, niet '{tekst}'")
    standaard = standaard.strip().strip("'")
    try:
        waarde = None if standaard == "null" else lees_waarde(Parameter(naam, soort, None), standaard)
    except QueryFout as fout:
        raise ValueError(f"een leesbare standaardwaarde, niet '{tekst}'") from fout
    return Parameter(naam, soort, waarde)


def _lees_kolom(tekst: str) -> tuple[str, str]:
    naam, _, soort = tekst.partition(" ")
    if not soort:
        raise ValueError(f"een kolom als 'naam type', niet '{tekst}'")
    return naam, soort.strip()


def _macro_bron(tekst: str) -> dict[str, set[str]]:
    """Which tables a macro reads, by the macro's name, from its own `bron` line."""
    namen = re.findall(r"create\s+(?:or\s+replace\s+)?macro\s+(\w+)", tekst)
    regels = re.findall(r"^--\s?bron:\s*(.*(?:\n--\s{2,}.*)*)$", tekst, re.MULTILINE)
    bron = {deel for regel in regels for deel in _lijst(re.sub(r"\n--\s+", " ", regel))}
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
    waarden = parameters(query, {})
    try:
        resultaat = verbinding.execute(query.sql, waarden) if waarden else verbinding.execute(query.sql)
    except duckdb.Error as fout:
        yield f"SQL die DuckDB begrijpt: {_kort(fout)}"
        return
    werkelijk = [(kolom[0], str(kolom[1]).lower()) for kolom in resultaat.description or ()]
    if werkelijk != list(query.kolommen):
        yield f"in de kop de kolommen {', '.join(f'{naam} {soort}' for naam, soort in werkelijk)}"
    if bron_fout := _controleer_bron(query, kaal, tabellen, macro_bronnen):
        yield bron_fout


def _controleer_bron(query: Query, kaal: str, tabellen: set[str], macro_bronnen: Mapping[str, set[str]]) -> str | None:
    woorden = set(re.findall(r"\b(?:from|join)\s+(\w+)", kaal))
    bron = woorden & tabellen
    for naam, gelezen in macro_bronnen.items():
        if re.search(rf"\b{naam}\s*\(", kaal):
            bron |= gelezen
    if bron != set(query.bron):
        return f"in de kop als bron: {', '.join(sorted(bron))}"
    return None
