"""Every delivery ever: when it came in, how much of it is left, and why not the rest.

Publications never change, so the history is read from them and kept nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pyarrow as pa

from dashboard.basis.opmaak import aantal, datum
from dashboard.inname.voorstel.stukken import naam_van
from dashboard.store import Opslag, Publicatie
from dashboard.tabellen.contracten import LEVERINGEN

Sleutel = tuple[str, str]  # upload_id, table


class Toestand(StrEnum):
    """What became of a delivery; the value is Dutch, for readers."""

    GELDT = "geldt"
    DEELS = "deels vervangen"
    VERVANGEN = "vervangen"
    TERUGGEDRAAID = "teruggedraaid"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Geleverd:
    """A row of `leveringen`, the publication it came in with, and how many of its rows are published now."""

    rij: Mapping[str, Any]
    publicatie: Publicatie
    toestand: Toestand
    over: int

    @property
    def geldt(self) -> bool:
        """Whether the delivery counts now; one of a quiet quarter counts without rows."""
        return self.toestand in (Toestand.GELDT, Toestand.DEELS)

    @property
    def moment(self) -> dt.datetime:
        """When it was published."""
        return self.publicatie.moment


def geschiedenis(opslag: Opslag) -> list[Geleverd]:
    """Every delivery, the newest first; those of one publication in the order of their marks."""
    publicaties = opslag.publicaties()
    if not publicaties:
        return []
    eerst: dict[Sleutel, Publicatie] = {}
    rijen: dict[Sleutel, dict[str, Any]] = {}
    for publicatie in sorted(_met_eigen_versie(publicaties).values(), key=lambda publicatie: publicatie.nummer):
        for rij in opslag.tabel(LEVERINGEN.naam, publicatie).to_pylist():
            eerst.setdefault((rij["upload_id"], rij["tabel"]), publicatie)
            rijen[rij["upload_id"], rij["tabel"]] = rij
    nu = opslag.tabellen(publicaties[-1])
    geldig = {(rij["upload_id"], rij["tabel"]) for rij in nu[LEVERINGEN.naam].to_pylist()}
    over, keten = _over(nu), afkomst(publicaties)
    weg = ingetrokken(keten)

    def geleverd(sleutel: Sleutel) -> Geleverd:
        nog = over.get(sleutel, 0)
        if sleutel in geldig:
            toestand = Toestand.GELDT if nog >= rijen[sleutel]["rijen"] else Toestand.DEELS
        else:
            toestand = Toestand.VERVANGEN if eerst[sleutel] in keten else Toestand.TERUGGEDRAAID
        if eerst[sleutel].nummer in weg:
            toestand = Toestand.INGETROKKEN
        return Geleverd(rijen[sleutel], eerst[sleutel], toestand, nog)

    return [geleverd(sleutel) for sleutel in sorted(rijen, key=lambda sleutel: (-eerst[sleutel].nummer, sleutel))]


def verdwenen_leveringen(ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table]) -> list[str]:
    """The deliveries that count in the first state and not in the second, each in words with who delivered it."""
    over = {(rij["upload_id"], rij["tabel"]) for rij in erna[LEVERINGEN.naam].to_pylist()}
    weg = [rij for rij in ervoor[LEVERINGEN.naam].to_pylist() if (rij["upload_id"], rij["tabel"]) not in over]
    return [
        _in_woorden(rij) for rij in sorted(weg, key=lambda rij: (rij["aangeleverd_op"], rij["upload_id"], rij["tabel"]))
    ]


def _in_woorden(rij: Mapping[str, Any]) -> str:
    waarover = " ".join(filter(None, [rij["tabel"], rij["corporatie"]]))
    periode = naam_van((rij["periode_van"], rij["periode_tot"]))
    hoeveel = aantal(rij["rijen"], "rij", "rijen")
    return f"{rij['bestand']} ({waarover}, {periode}, {hoeveel}), door {rij['aangeleverd_door']} op {datum(rij['aangeleverd_op'])}"


def _versie(publicatie: Publicatie) -> int | None:
    return publicatie.versies.get(LEVERINGEN.naam)


def _met_eigen_versie(publicaties: Sequence[Publicatie]) -> dict[int | None, Publicatie]:
    """The publication that made each version of the deliveries; restores and others without deliveries name an older one."""
    return {_versie(publicatie): publicatie for publicatie in reversed(publicaties)}


def afkomst(publicaties: Sequence[Publicatie]) -> list[Publicatie]:
    """The publications that the newest one was built on, newest first, without those that a restore put aside."""
    if not publicaties:
        return []
    op_nummer = {publicatie.nummer: publicatie for publicatie in publicaties}
    maker = _met_eigen_versie(publicaties)
    keten: list[Publicatie] = []
    publicatie: Publicatie | None = publicaties[-1]
    while publicatie is not None:
        keten.append(maker[_versie(publicatie)])
        publicatie = op_nummer.get(keten[-1].basis)
    return keten


def ingetrokken(keten: Iterable[Publicatie]) -> frozenset[int]:
    """The numbers of the publications whose deliveries were withdrawn."""
    return frozenset(nummer for publicatie in keten for nummer in publicatie.ingetrokken)


def _over(tabellen: Mapping[str, pa.Table]) -> dict[Sleutel, int]:
    """How many rows of each delivery are published."""
    return {
        (groep["upload_id"], naam): groep["bronrij_count"]
        for naam, tabel in tabellen.items()
        if naam != LEVERINGEN.naam
        for groep in tabel.group_by("upload_id").aggregate([("bronrij", "count")]).to_pylist()
    }
