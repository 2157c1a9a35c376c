"""From a checked file to a publication: which rows take the place of which, and what is remembered of the delivery.

A delivery replaces what was published for the same. Nothing is written here; a `Voorstel` is what would be published,
all of it or nothing: `Opslag.publiceer(voorstel.wijzigingen, wie=..., wat=voorstel.wat, basis=...)`.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.basis.opmaak import datum, opsomming
from dashboard.inname.herkennen.kolommen import indeling
from dashboard.inname.tabel.levering import Inname, Tabelinname
from dashboard.inname.voorstel.besluit import Besluit, NietTePubliceren, controleer, controleer_sleutel
from dashboard.inname.voorstel.snede import Periode, beslaan, periode_van, sneden_van
from dashboard.store import Snede, Wijziging, binnen, pas_toe
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from dashboard.tabellen.tabel import Tabel

Rij = dict[str, Any]


@dataclass(frozen=True)
class Voorstel:
    """What would be published: the changes, the rows that come in `leveringen`, the marks of the deliveries that are
    replaced entirely, the touched tables as they would be, and whether all of it is marked as invented.
    """

    wijzigingen: tuple[Wijziging, ...]
    leveringen: tuple[Rij, ...]
    vervangen: tuple[str, ...]
    erna: Mapping[str, pa.Table]
    fictief: bool

    @property
    def wat(self) -> str:
        """The description for the list of publications."""
        delen = [
            " ".join([rij["tabel"], *([rij["corporatie"]] if rij["corporatie"] else []), _dagen(rij)])
            for rij in self.leveringen
        ]
        return f"{opsomming(delen)} ({self.leveringen[0]['bestand']})"


def maak_voorstel(inname: Inname, tabellen: Mapping[str, pa.Table], besluit: Besluit) -> Voorstel:
    """What publishing this file on these tables would do.

    Raises NietTePubliceren, and OpslagFout where the store would refuse it.
    """
    controleer(inname.gebruikt, besluit)
    # The store refuses invented and real rows together: what is delivered to example data is an example too.
    fictief = any(pc.any(tabel["fictief"]).as_py() for tabel in tabellen.values())
    bezet = {*besluit.bezet, *tabellen[LEVERINGEN.naam]["upload_id"].to_pylist()}
    alle = (f"{besluit.dag:%Y%m%d}-{inname.werkboek.sha256[:6]}-{nummer}" for nummer in itertools.count(1))
    vrij = (upload_id for upload_id in alle if upload_id not in bezet)
    leveringen: list[Rij] = []
    stukken: dict[str, list[pa.Table]] = {}
    for deel in inname.gebruikt:
        weg = len(deel.foute_rijen)
        for corporatie, rijen in _per_corporatie(deel.tabel, deel.rijen):
            rij = _levering(inname, deel, corporatie, _periode(deel.tabel, rijen, besluit), besluit)
            rij |= {"upload_id": next(vrij), "rijen": len(rijen), "weggelaten": weg, "fictief": fictief}
            leveringen.append(rij)
            stukken.setdefault(deel.tabel.naam, []).append(_met_herkomst(deel.tabel, rijen, rij))
            weg = 0  # it is not known whose rows they were, so they are counted once
    wijzigingen: list[Wijziging] = []
    for naam, delen in stukken.items():
        # All sheets with the same table together, so that one does not replace the rows of another.
        nieuw = _wijzigingen(TABELLEN[naam], pa.concat_tables(delen), besluit)
        controleer_sleutel(TABELLEN[naam], tabellen[naam], nieuw)
        wijzigingen += nieuw
    erna = pas_toe(tabellen, wijzigingen)
    vervangen = _vervangen(leveringen, tabellen, erna)
    snede = Snede(("upload_id", "tabel"), vervangen)
    wijzigingen.append(Wijziging(LEVERINGEN.naam, LEVERINGEN.arrow(leveringen), snede))
    return Voorstel(
        tuple(wijzigingen),
        tuple(leveringen),
        tuple(sorted(str(upload_id) for upload_id, _ in vervangen)),
        erna | pas_toe(tabellen, wijzigingen[-1:]),
        fictief,
    )


def eerder_gepubliceerd(inname: Inname, tabellen: Mapping[str, pa.Table]) -> tuple[Rij, ...]:
    """The rows of `leveringen` that hold now and came from this very file, for the tables that are in it again."""
    geleverd = tabellen[LEVERINGEN.naam]
    zelfde = geleverd.filter(pc.equal(geleverd["sha256"], inname.werkboek.sha256)).to_pylist()
    soorten = {deel.tabel.naam for deel in inname.gebruikt}
    return tuple(rij for rij in zelfde if rij["tabel"] in soorten)


def _per_corporatie(tabel: Tabel, rijen: pa.Table) -> list[tuple[str | None, pa.Table]]:
    """The rows per corporatie where the table has corporaties: each delivered up to its own day."""
    if "corporatie" not in tabel.delen:
        return [(None, rijen)]
    codes = sorted(pc.unique(rijen["corporatie"]).to_pylist(), key=lambda code: code or "")
    sneden = {code: Snede(("corporatie",), frozenset({(code,)})) for code in codes}
    return [(code, rijen.filter(binnen(rijen, snede, None))) for code, snede in sneden.items()]


def _periode(tabel: Tabel, rijen: pa.Table, besluit: Besluit) -> Periode:
    periode = periode_van(tabel, rijen, besluit.van, besluit.tot)
    if periode is None:
        raise NietTePubliceren(
            "Het bestand bevat alleen voornemens. Geef met een begin en een einde aan in welke periode zij zijn gemeld."
        )
    return periode


def _levering(inname: Inname, deel: Tabelinname, corporatie: str | None, periode: Periode, besluit: Besluit) -> Rij:
    """The row of `leveringen` without its counts; it holds how the file was read, for the next file of this layout."""
    keuze = deel.keuze
    antwoorden = {kolom: dict(gegeven) for kolom, gegeven in keuze.antwoorden.items()}
    gelezen = {"kolommen": dict(keuze.kolommen), "antwoorden": antwoorden, "vast": dict(keuze.vast)}
    return {
        "tabel": deel.tabel.naam,
        "corporatie": corporatie,
        "periode_van": periode[0],
        "periode_tot": periode[1],
        "bestand": inname.werkboek.bestand,
        "sha256": inname.werkboek.sha256,
        "aangeleverd_op": besluit.dag,
        "aangeleverd_door": besluit.wie.strip(),
        "blad": deel.vondst.blad,
        "waarschuwingen": sum(bevinding.ernst == "waarschuwing" for bevinding in deel.bevindingen),
        "indeling": indeling([naam for _, naam in deel.vondst.kolommen]),
        "koppeling": json.dumps(gelezen, ensure_ascii=False, sort_keys=True),
    }


def _met_herkomst(tabel: Tabel, rijen: pa.Table, levering: Rij) -> pa.Table:
    herkomst = {naam: pa.array([levering[naam]] * len(rijen)) for naam in ("upload_id", "fictief")}
    kolommen = [herkomst[naam] if naam in herkomst else rijen[naam] for naam in tabel.namen]
    return pa.table(kolommen, names=list(tabel.namen)).cast(tabel.schema())


def _wijzigingen(tabel: Tabel, rijen: pa.Table, besluit: Besluit) -> list[Wijziging]:
    sneden = sneden_van(tabel, rijen, besluit.van, besluit.tot)
    return [
        Wijziging(tabel.naam, rijen.filter(binnen(rijen, Snede(snede.delen, snede.combinaties), None)), snede)
        for snede in sneden
    ]


def _vervangen(
    leveringen: Sequence[Rij], ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table]
) -> frozenset[tuple[str | None, ...]]:
    """The deliveries that no longer hold: no row of them is left, and others cover every day that they covered.

    Both are required, because a delivery of a quiet quarter has no rows, yet says that the quarter was delivered.
    """
    had, over = (
        {naam: set(pc.unique(staat[naam]["upload_id"]).to_pylist()) for naam in erna} for staat in (ervoor, erna)
    )
    geldig = ervoor[LEVERINGEN.naam].to_pylist()
    weg = []
    for rij in [rij for rij in geldig if rij["tabel"] in erna and rij["upload_id"] not in over[rij["tabel"]]]:
        nieuw = _perioden(leveringen, rij)
        eerder = _perioden([ander for ander in geldig if ander is not rij], rij)
        door = [*nieuw, *eerder] if rij["upload_id"] in had[rij["tabel"]] else nieuw
        if nieuw and beslaan(door, (rij["periode_van"], rij["periode_tot"])):
            geldig.remove(rij)
            weg.append((rij["upload_id"], rij["tabel"]))
    return frozenset(weg)


def _perioden(leveringen: Sequence[Rij], als: Rij) -> list[Periode]:
    """The periods of the deliveries of the same table and corporatie."""
    wie = (als["tabel"], als["corporatie"])
    return [(rij["periode_van"], rij["periode_tot"]) for rij in leveringen if (rij["tabel"], rij["corporatie"]) == wie]


def _dagen(rij: Rij) -> str:
    van, tot = datum(rij["periode_van"]), datum(rij["periode_tot"])
    return van if van == tot else f"{van} t/m {tot}"
