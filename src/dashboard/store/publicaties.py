"""What a publication is: one row that names the version of every table, and the change that leads to a new one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from dashboard.store.afdruk import Afdruk

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
        ("afdrukken", pa.string()),
        ("schakel", pa.string()),
        ("hersteld", pa.int64()),
    ]
)


# The columns that are stored as they are.
_KAAL = ("nummer", "moment", "wie", "wat", "waarom", "stand", "basis", "afspraken", "hersteld")
_LIJSTEN = ("uploads", "ingetrokken")


@dataclass(frozen=True)
class Publicatie:
    """A state of all tables together. `versies` maps a table to its Delta version; `stand` is a name people gave it.

    `basis` is the publication it was made from (0: none), `afspraken` the fingerprint of the agreement at that moment,
    `uploads` the deliveries that came in with it (not those that a restore brought back), `ingetrokken` the numbers of the
    publications whose deliveries it took back, `hersteld` the publication that it brought back (older versions did not say).
    `afdrukken` are the fingerprints of its tables (none where an older version published it), `schakel` its link in the chain.
    `schade` says that its own row is not what was published.
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
    hersteld: int | None = None
    afdrukken: Mapping[str, Afdruk] = field(default_factory=dict, compare=False, repr=False)
    schakel: str = field(default="", compare=False, repr=False)
    schade: str = field(default="", compare=False)

    def rij(self) -> dict[str, Any]:
        """The row that is stored."""
        rij = {naam: getattr(self, naam) for naam in SCHEMA.names}
        als_tekst = {naam: json.dumps(rij[naam], sort_keys=True) for naam in (*_LIJSTEN, "versies", "afdrukken")}
        return rij | als_tekst


# The list of publications is never empty, because Delta only notices two overwrites at once when there is a file to remove.
NUL = Publicatie(0, dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "", "lege opslag", "", None, 0, {}, "")


def uit_rij(rij: Mapping[str, Any], schade: str = "") -> Publicatie:
    """The publication in a stored row; older stores lack the columns that came later. Of a damaged row only that is given
    which people recognise it by.
    """
    eigen: dict[str, Any] = {naam: rij.get(naam) for naam in _KAAL}
    try:
        if not schade:
            lijsten: dict[str, Any] = {naam: tuple(json.loads(rij.get(naam) or "[]")) for naam in _LIJSTEN}
            afdrukken = {naam: Afdruk(*waarden) for naam, waarden in json.loads(rij.get("afdrukken") or "{}").items()}
            versies = {str(naam): int(versie) for naam, versie in json.loads(rij["versies"]).items()}
            return Publicatie(
                **eigen, **lijsten, versies=versies, afdrukken=afdrukken, schakel=rij.get("schakel") or ""
            )
    except (ValueError, KeyError, TypeError, AttributeError):
        schade = "de regel in de lijst van publicaties is niet te lezen"
    leesbaar = {naam: eigen[naam] or "" for naam in ("wie", "wat", "waarom", "afspraken")}
    eigen |= leesbaar | {"moment": eigen["moment"] or NUL.moment, "basis": eigen["basis"] or 0}
    return Publicatie(**eigen, versies={}, schade=schade)


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
