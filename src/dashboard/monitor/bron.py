"""One publication and one agreement, opened: the tables in DuckDB, the queries, and every answer kept.

Every row of the monitor is asked for here. An answer is kept under its query and parameters, because a publication never
changes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar, cast

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.afspraken import Overeenkomst
from dashboard.basis.instellingen import getal_van, hoeveelheid_van, query_map
from dashboard.monitor.samenhang import controleer_indicatoren
from dashboard.queries import Queries, Query, QueryFout, haal_op, laad_queries
from dashboard.store import Publicatie
from dashboard.store.verbinding import maak_verbinding

T = TypeVar("T")
Tabellen = Mapping[str, pa.Table]
_MEESTE_ANTWOORDEN = 3000
_NIETS = object()


class Bron:
    """The agreement and one state of the data: every contract table. Threads may share it."""

    def __init__(self, overeenkomst: Overeenkomst, gegevens: Tabellen, publicatie: Publicatie | None) -> None:
        self.overeenkomst = overeenkomst
        self.gegevens = gegevens
        self.publicatie = publicatie
        self.klein = int(getal_van("MONITOR_KLEIN"))
        self._seconden, self._meeste_rijen = getal_van("MONITOR_QUERYTIJD"), int(getal_van("MONITOR_RIJEN"))
        self._verzonnen = {naam for naam, tabel in gegevens.items() if pc.any(tabel["fictief"]).as_py()}
        self._verbinding = maak_verbinding({**gegevens, **overeenkomst.tabellen}, hoeveelheid_van("MONITOR_GEHEUGEN"))
        self.queries: Queries = laad_queries(query_map(), self._verbinding)
        controleer_indicatoren(overeenkomst, self.queries)
        self._zoals: tuple[Bron, frozenset[str]] | None = None  # another that differs in these tables only
        self._onthouden: dict[Hashable, Any] = {}
        self._slot = threading.Lock()

    def onthoud(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """What `maak` gave for this key the first time: a publication never changes. The oldest answers go when there are
        many. Callers must not change what they get.
        """
        gevonden = self._onthouden.get(sleutel, _NIETS)
        if gevonden is not _NIETS:
            return cast(T, gevonden)
        antwoord = maak()  # outside the lock: two threads may do the same work once, none waits for a slow query
        with self._slot:
            while len(self._onthouden) >= _MEESTE_ANTWOORDEN:
                self._onthouden.pop(next(iter(self._onthouden)))
            self._onthouden[sleutel] = antwoord
        return antwoord

    def rijen(self, naam: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, as dicts. Raises QueryFout.

        A query that is divided over one of its parameters is asked once for all values: who judges asks for each of them.
        """
        query = self.queries[naam]
        if self._zoals and self._zoals[1].isdisjoint(query.bron):
            return self._zoals[0].rijen(naam, **parameters)
        over = query.verdeeld_over
        if over and parameters.get(over) is not None and (delen := self._delen(query, over, parameters)) is not None:
            return list(delen.get(parameters[over], ()))
        sleutel = ("rijen", naam, repr(sorted(parameters.items())))
        return list(self.onthoud(sleutel, lambda: self.haal_op(query, parameters)))

    def _delen(self, query: Query, over: str, parameters: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]] | None:
        """The answers of a query for every value it is divided over; None where it cannot be asked for all at once."""
        overige = {naam: waarde for naam, waarde in parameters.items() if naam != over}

        def verdeel() -> dict[str, list[dict[str, Any]]] | None:
            delen: dict[str, list[dict[str, Any]]] = {}
            try:
                for rij in self.haal_op(query, overige):
                    delen.setdefault(rij[over], []).append(rij)
            except QueryFout:  # more rows than may be given at once; asking for the one value may still do
                return None
            return delen

        return self.onthoud(("delen", query.naam, repr(sorted(overige.items()))), verdeel)

    def haal_op(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a query, or of a statement made from its text, within the limits; not kept. Raises QueryFout."""
        return haal_op(self._verbinding, query, parameters, seconden=self._seconden, max_rijen=self._meeste_rijen)

    def fictief(self, query: str | None = None) -> bool:
        """Whether any row behind this query, or in the whole publication, is marked as invented."""
        return bool(self._verzonnen & set(self.queries[query].bron) if query else self._verzonnen)
