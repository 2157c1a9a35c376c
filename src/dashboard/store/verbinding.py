"""A DuckDB connection on one publication: everything in memory, nothing open to the outside.

All tables are loaded and then every door is closed, so that a query can reach nothing else (no files, no network, no
settings). Each query needs a cursor of its own: threads that share one get each other's rows, without an error.
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
    """A new in-memory database with these tables, locked. Table names come from our own contracts, not from users."""
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
