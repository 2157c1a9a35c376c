"""How long every query takes on the example store, with its default parameters."""

from __future__ import annotations

import time
from pathlib import Path

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import afspraken_map, query_map
from dashboard.queries import haal_op, laad_queries
from dashboard.store import Opslag
from dashboard.store.verbinding import maak_verbinding


def query_times(store: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds per run, per query: rounds over all queries rather than all runs of one query after each other.

    Asks below the monitor, which keeps answers and would time its own memory. One round goes before, unmeasured.
    """
    opslag = Opslag(str(store))
    tabellen = opslag.tabellen(opslag.publicatie()) | dict(laad_overeenkomst(afspraken_map()).tabellen)
    verbinding = maak_verbinding(tabellen)
    queries = laad_queries(query_map(), verbinding)
    times: dict[str, list[float]] = {naam: [] for naam in queries.per_naam}
    for turn in range(rounds + 1):
        for naam, query in queries.per_naam.items():
            start = time.perf_counter()
            haal_op(verbinding, query, {})
            if turn:
                times[naam].append(1000 * (time.perf_counter() - start))
    verbinding.close()
    return times
