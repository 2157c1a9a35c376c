"""What a publication is: one row that names the version of every table, and the change that leads to a new one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dashboard.basis.fouten import Gebruikersfout

SCHEMA = pa.schema(
    [
        ("nummer", pa.int64()),
        ("moment", pa.timestamp("us", tz="UTC")),
        ("wie", pa.string()),
        ("wat", pa.string()),
        ("waarom", pa.string()),
        ("stand", pa.string()),
        ("basis", pa.int64()),
        ("versies", pa.string()),
        ("afspraken", pa.string()),
        ("uploads", pa.string()),
        ("ingetrokken", pa.string()),
    ]
)


_LIJSTEN = ("uploads", "ingetrokken")


class OpslagFout(Gebruikersfout):
    """A fault in the store or its use that a user can act on; the message is Dutch."""


class IntussenGepubliceerd(OpslagFout):
    """Somebody published after the base of this change: look at the difference and decide again."""


@dataclass(frozen=True)
class Publicatie:
    """A state of all tables together. `versies` maps a table to its Delta version; `stand` is a name people gave it.

    `basis` is the publication it was made from (0: none), `afspraken` the fingerprint of the agreement at that moment,
    `uploads` the deliveries that came in with it (not those that a restore brought back), `ingetrokken` the numbers of the
    publications whose deliveries it took back.
    """

    nummer: int
    moment: dt.datetime
    wie: str
    wat: str
    waarom: str
    stand: str | None
    basis: int
    versies: Mapping[str, int]
    afspraken: str
    uploads: tuple[str, ...] = ()
    ingetrokken: tuple[int, ...] = ()

    def rij(self) -> dict[str, Any]:
        """The row that is stored."""
        lijsten = {naam: json.dumps(getattr(self, naam)) for naam in _LIJSTEN}
        return {**self.__dict__, "versies": json.dumps(dict(self.versies), sort_keys=True), **lijsten}

    @classmethod
    def uit_rij(cls, rij: Mapping[str, Any]) -> Publicatie:
        """The publication in a stored row; older stores lack the columns with lists."""
        lijsten = {naam: tuple(json.loads(rij.get(naam) or "[]")) for naam in _LIJSTEN}
        return cls(**{**rij, "versies": json.loads(rij["versies"]), **lijsten})


@dataclass(frozen=True)
class Snede:
    """Which rows a change replaces: those that have one of the combinations in the columns `delen`, dated within a period.

    Both ends of the period belong to it; without an end it is open. None in a combination stands for an empty cell.
    Without `delen` and period it is the whole table.
    """

    delen: tuple[str, ...] = ()
    combinaties: frozenset[tuple[Any, ...]] = frozenset()
    van: dt.date | None = None
    tot: dt.date | None = None


@dataclass(frozen=True)
class Wijziging:
    """New rows for one table and the rows they take the place of; without `vervangt` they are added."""

    tabel: str
    rijen: pa.Table
    vervangt: Snede | None = None


def vorige_stand(alle: Sequence[Publicatie], publicatie: Publicatie | None) -> Publicatie | None:
    """The last named stand before a publication: what people saw at the last overleg. None without one."""
    if publicatie is None:
        return None
    return next((p for p in reversed(alle) if p.stand and p.nummer < publicatie.nummer), None)
