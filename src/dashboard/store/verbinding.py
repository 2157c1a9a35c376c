"""A DuckDB connection on one publication: everything in memory, nothing open to the outside.

What was measured decides the shape: loading all tables and then closing every door leaves nothing for a query to
reach (no files, no network, no settings), and a cursor per query is needed because threads that share one connection
get each other's rows without an error.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

_SLOT = (
    "set python_enable_replacements=false",
    "set enable_external_access=false",
    "set lock_configuration=true",
)


def maak_verbinding(tabellen: Mapping[str, pa.Table], geheugen: str = "1GB") -> duckdb.DuckDBPyConnection:
    """Load the tables into a new in-memory database and lock it down. Names come from our own contracts, not from users."""
    verbinding = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": geheugen,
            "threads": 1,  # tables of one gemeente are small: a second thread costs more than it brings
            "temp_directory": "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    for naam, tabel in tabellen.items():
        verbinding.from_arrow(tabel).create(naam)
    for opdracht in _SLOT:
        verbinding.execute(opdracht)
    return verbinding
