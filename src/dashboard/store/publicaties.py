"""What a publication is: one row that names the version of every table, and the change that leads to a new one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

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
    ]
)


class OpslagFout(Exception):
    """Something about the store that a user can understand and act on; the message is Dutch."""


class IntussenGepubliceerd(OpslagFout):
    """Somebody published after the state this change was decided on; look at the difference and decide again."""


@dataclass(frozen=True)
class Publicatie:
    """A state of all tables together. `versies` maps a table to its Delta version; `stand` is a name people gave it.

    `basis` is the publication it was made from (0: none); `afspraken` the fingerprint of the agreement at that moment.
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

    def rij(self) -> dict[str, Any]:
        """As it is stored."""
        return {**self.__dict__, "versies": json.dumps(dict(self.versies), sort_keys=True)}

    @classmethod
    def uit_rij(cls, rij: Mapping[str, Any]) -> Publicatie:
        """From a stored row."""
        return cls(**{**rij, "versies": json.loads(rij["versies"])})


@dataclass(frozen=True)
class Snede:
    """Which rows a delivery replaces: of one corporatie, within a period (both ends included), or both; empty means all."""

    corporatie: str | None = None
    van: dt.date | None = None
    tot: dt.date | None = None


@dataclass(frozen=True)
class Wijziging:
    """New rows for one table and the rows they take the place of; without `vervangt` they are added."""

    tabel: str
    rijen: pa.Table
    vervangt: Snede | None = None
