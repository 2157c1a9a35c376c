"""Every delivery ever: when it came in, how much of it is left, and why not the rest.

Publications never change, so the history is read from them and kept nowhere else. A publication names the deliveries that
came in with it, and those that count are in the newest tables; an older version is read only to show what was replaced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.basis.opmaak import aantal, datum
from dashboard.inname.voorstel.stukken import naam_van
from dashboard.store import Opslag, Publicatie
from dashboard.tabellen.contracten import LEVERINGEN

Rij = Mapping[str, Any]
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


@dataclass(frozen=True)
class Geschiedenis:
    """The newest deliveries, how many there are of all, and the publications whose delivery counts now, newest first."""

    nieuwste: tuple[Geleverd, ...]
    aantal: int
    geldend: tuple[Publicatie, ...]


def geschiedenis(
    opslag: Opslag, publicaties: Sequence[Publicatie], nu: Mapping[str, pa.Table], meest: int | None = None
) -> Geschiedenis:
    """The deliveries in all these publications, the newest first; those of one publication in the order of their marks.

    `nu` are the tables of the last of them. No more than `meest` are worked out.
    """
    eerst: dict[str, Publicatie] = {}
    for publicatie in sorted(_met_eigen_versie(publicaties).values(), key=lambda publicatie: publicatie.nummer):
        for upload_id in uploads_van(opslag, publicaties, publicatie):
            eerst.setdefault(upload_id, publicatie)
    volgorde = sorted(eerst, key=lambda upload_id: (-eerst[upload_id].nummer, upload_id))
    getoond = volgorde[:meest]
    geleverd = nu[LEVERINGEN.naam]
    geldig = set(geleverd["upload_id"].to_pylist())
    rijen = _per_upload(geleverd.filter(pc.is_in(geleverd["upload_id"], pa.array(getoond, pa.string()))))
    over, keten = _over(nu), afkomst(publicaties)
    weg = ingetrokken(keten)
    op_nummer = {publicatie.nummer for publicatie in keten}

    def toestand(rij: Rij, nog: int) -> Toestand:
        nummer = eerst[rij["upload_id"]].nummer
        if nummer in weg:
            return Toestand.INGETROKKEN
        if rij["upload_id"] in geldig:
            return Toestand.GELDT if nog >= rij["rijen"] else Toestand.DEELS
        return Toestand.VERVANGEN if nummer in op_nummer else Toestand.TERUGGEDRAAID

    nieuwste = []
    for upload_id in getoond:
        publicatie = eerst[upload_id]
        for rij in rijen.get(upload_id) or _meegekomen(_Herkomst.van(opslag, publicaties, publicatie))[upload_id]:
            nog = over.get((upload_id, rij["tabel"]), 0)
            nieuwste.append(Geleverd(rij, publicatie, toestand(rij, nog), nog))
    geldend = {eerst[upload_id].nummer: eerst[upload_id] for upload_id in volgorde if upload_id in geldig}
    return Geschiedenis(
        tuple(nieuwste), len(volgorde), tuple(publicatie for nummer, publicatie in geldend.items() if nummer not in weg)
    )


def uploads_van(opslag: Opslag, publicaties: Sequence[Publicatie], publicatie: Publicatie) -> tuple[str, ...]:
    """The marks of the deliveries that came in with a publication. Older stores do not keep them apart: there they are the
    ones that its basis does not have.
    """
    if publicatie.uploads or publicatie.ingetrokken or _versie(publicatie) is None:
        return publicatie.uploads
    return tuple(_meegekomen(_Herkomst.van(opslag, publicaties, publicatie)))


@dataclass(frozen=True)
class _Herkomst:
    """A publication of a store, as a key under which to keep what was read from it."""

    adres: str
    nummer: int
    moment: dt.datetime
    publicatie: Publicatie = field(compare=False)
    basis: Publicatie | None = field(compare=False)

    @classmethod
    def van(cls, opslag: Opslag, publicaties: Sequence[Publicatie], publicatie: Publicatie) -> _Herkomst:
        return cls(opslag.adres, publicatie.nummer, publicatie.moment, publicatie, basis_van(publicaties, publicatie))


@lru_cache(maxsize=4000)
def _meegekomen(herkomst: _Herkomst) -> dict[str, list[Rij]]:
    """The rows of the deliveries that came in with a publication, by their marks."""
    opslag, publicatie = Opslag(herkomst.adres), herkomst.publicatie
    erna = opslag.tabel(LEVERINGEN.naam, publicatie)
    if publicatie.uploads:
        return _per_upload(erna.filter(pc.is_in(erna["upload_id"], pa.array(publicatie.uploads))))
    if herkomst.basis is not None and _versie(herkomst.basis) == _versie(publicatie):
        return {}
    ervoor = opslag.tabel(LEVERINGEN.naam, herkomst.basis)["upload_id"].combine_chunks()
    return _per_upload(erna.filter(pc.invert(pc.is_in(erna["upload_id"], ervoor))))


def _per_upload(leveringen: pa.Table) -> dict[str, list[Rij]]:
    per_upload: dict[str, list[Rij]] = {}
    for rij in sorted(leveringen.to_pylist(), key=lambda rij: (rij["upload_id"], rij["tabel"])):
        per_upload.setdefault(rij["upload_id"], []).append(rij)
    return per_upload


def basis_van(publicaties: Sequence[Publicatie], publicatie: Publicatie) -> Publicatie | None:
    """The publication that this one was made from; None for the first."""
    return next((eerder for eerder in reversed(publicaties) if eerder.nummer == publicatie.basis), None)


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
    """The publications that the newest one was built on, newest first, without those that a restore put aside.

    A withdrawal belongs to it also where it changed no table, and so has the versions of the one before it.
    """
    op_nummer = {publicatie.nummer: publicatie for publicatie in publicaties}
    maker = _met_eigen_versie(publicaties)
    keten: list[Publicatie] = []
    publicatie = publicaties[-1] if publicaties else None
    while publicatie is not None:
        basis = op_nummer.get(publicatie.basis)
        if publicatie.hersteld is not None:
            publicatie = op_nummer.get(publicatie.hersteld)
        elif _is_oud_herstel(publicatie, basis, maker):
            publicatie = maker[_versie(publicatie)]
        else:
            keten.append(publicatie)
            publicatie = basis
    return keten


def _is_oud_herstel(publicatie: Publicatie, basis: Publicatie | None, maker: Mapping[int | None, Publicatie]) -> bool:
    """Whether an older version made this restore, which does not say what it brought back: deliveries that are neither its
    own nor those of its basis.
    """
    versie = _versie(publicatie)
    eerdere = maker[versie].nummer < publicatie.nummer and versie != (_versie(basis) if basis else None)
    return eerdere and not publicatie.ingetrokken


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
