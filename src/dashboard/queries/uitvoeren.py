"""Run a query: the only place where a statement is run on the rows.

pandas is not needed here. DuckDB imports it by itself when it first binds a text, in whichever thread, and Python makes
other threads wait; the command line hides it (`verberg_pandas`).
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import duckdb

from dashboard.queries.query import Query, QueryFout, parameters


def haal_op(
    verbinding: duckdb.DuckDBPyConnection,
    query: Query,
    gegeven: Mapping[str, Any],
    *,
    seconden: float = 20,
    max_rijen: int = 100_000,
) -> list[dict[str, Any]]:
    """The rows of a query as dicts, in the order of the query, read on a cursor of its own.

    Raises QueryFout for an unknown parameter, for a query that runs longer than `seconden`, and for more rows than
    `max_rijen` (one more is fetched, to tell exactly enough from too many).
    """
    waarden = parameters(query, gegeven)
    cursor = verbinding.cursor()
    wekker = threading.Timer(seconden, cursor.interrupt)
    wekker.daemon = True
    wekker.start()
    try:
        # Without a dict when there are no parameters: DuckDB refuses unknown keys.
        resultaat = cursor.execute(query.sql, waarden) if waarden else cursor.execute(query.sql)
        kolommen = [kolom[0] for kolom in resultaat.description or ()]
        rijen = resultaat.fetchmany(max_rijen + 1)
    except duckdb.InterruptException:
        raise QueryFout(f"query {query.naam} duurde langer dan {seconden:g} seconden en is afgebroken") from None
    except duckdb.Error as fout:
        raise QueryFout(f"query {query.naam} is niet uit te voeren: {kort(fout)}") from fout
    finally:
        wekker.cancel()
        cursor.close()
    if len(rijen) > max_rijen:
        raise QueryFout(f"query {query.naam} geeft meer dan {max_rijen} rijen; kies een kleinere periode")
    return [dict(zip(kolommen, rij, strict=True)) for rij in rijen]


def kort(fout: duckdb.Error) -> str:
    """The message of DuckDB without the piece of SQL, so that it is one line."""
    return str(fout).partition("\n")[0].strip()
