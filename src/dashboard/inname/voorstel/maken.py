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
from dashboard.inname.tabel.levering import Inname
from dashboard.inname.voorstel.behouden import met_behoud, onbesproken
from dashboard.inname.voorstel.besluit import (
    Besluit,
    Modus,
    NietTePubliceren,
    controleer,
    controleer_bekend,
    controleer_sleutel,
)
from dashboard.inname.voorstel.snede import Combinatie, Periode, beslaan, sneden_van
from dashboard.inname.voorstel.stukken import Stuk, stukken_van
from dashboard.store import Snede, Wijziging, binnen, pas_toe
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN, beslaat
from dashboard.tabellen.tabel import Tabel

Rij = dict[str, Any]
_GEDAAN = {Modus.AANVULLEN: "aangevuld", Modus.CORRIGEREN: "gecorrigeerd"}


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
            " ".join(filter(None, [rij["tabel"], rij["corporatie"], _dagen(rij), _GEDAAN.get(rij["modus"])]))
            for rij in self.leveringen
        ]
        return f"{opsomming(delen)} ({self.leveringen[0]['bestand']})"

    @property
    def behouden(self) -> str:
        """A sentence about the columns that known rows keep as they are; empty when the file is about all of them."""
        namen = dict.fromkeys(naam for rij in self.leveringen for naam in _zonder(rij))
        if not namen:
            return ""
        return f"Het bestand gaat niet over {opsomming(namen)}: rijen die er al waren, houden daar wat zij hadden."


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
    delen: dict[str, list[pa.Table]] = {}
    weg = {id(deel): len(deel.foute_rijen) for deel in inname.gebruikt}
    for stuk in stukken_van(inname.gebruikt, besluit):
        rij = _levering(inname, stuk, besluit)
        # It is not known whose rows with faults were, so they are counted once, with the first piece.
        weggelaten = weg.pop(id(stuk.deel), 0)
        rij |= {"upload_id": next(vrij), "rijen": len(stuk.rijen), "weggelaten": weggelaten, "fictief": fictief}
        leveringen.append(rij)
        delen.setdefault(stuk.deel.tabel.naam, []).append(_met_herkomst(stuk.deel.tabel, stuk.rijen, rij))
    if not leveringen:
        raise NietTePubliceren("Er blijft geen enkele rij over om te publiceren.")
    wijzigingen, erna, vervangen = verwerk(
        leveringen, {naam: pa.concat_tables(d) for naam, d in delen.items()}, tabellen
    )
    return Voorstel(tuple(wijzigingen), tuple(leveringen), vervangen, erna, fictief)


def verwerk(
    leveringen: Sequence[Rij], delen: Mapping[str, pa.Table], tabellen: Mapping[str, pa.Table]
) -> tuple[list[Wijziging], dict[str, pa.Table], tuple[str, ...]]:
    """What these deliveries, with their rows per table, do to what is published: the changes, the touched tables
    afterwards, and the marks of the deliveries that no longer hold.

    It follows from the rows of `leveringen` alone, so that the same deliveries can be worked out again later.
    Raises NietTePubliceren, and OpslagFout where the store would refuse it.
    """
    wijzigingen: list[Wijziging] = []
    for naam, rijen in delen.items():
        # All sheets with the same table together, so that one does not replace the rows of another.
        nieuw = _wijzigingen(TABELLEN[naam], rijen, leveringen, tabellen[naam])
        controleer_sleutel(TABELLEN[naam], tabellen[naam], nieuw)
        wijzigingen += nieuw
    erna = pas_toe(tabellen, wijzigingen)
    vervangen = _vervangen(leveringen, tabellen, erna)
    snede = Snede(("upload_id", "tabel"), vervangen)
    wijzigingen.append(Wijziging(LEVERINGEN.naam, LEVERINGEN.arrow(leveringen), snede))
    erna |= pas_toe(tabellen, wijzigingen[-1:])
    return wijzigingen, erna, tuple(sorted(str(upload_id) for upload_id, _ in vervangen))


def eerder_gepubliceerd(inname: Inname, tabellen: Mapping[str, pa.Table]) -> tuple[Rij, ...]:
    """The rows of `leveringen` that hold now and came from this very file, for the tables that are in it again."""
    geleverd = tabellen[LEVERINGEN.naam]
    zelfde = geleverd.filter(pc.equal(geleverd["sha256"], inname.werkboek.sha256)).to_pylist()
    soorten = {deel.tabel.naam for deel in inname.gebruikt}
    return tuple(rij for rij in zelfde if rij["tabel"] in soorten)


def _levering(inname: Inname, stuk: Stuk, besluit: Besluit) -> Rij:
    """The row of `leveringen` without its counts; it holds how the file was read, for the next file of this layout."""
    deel, keuze = stuk.deel, stuk.deel.keuze
    antwoorden = {kolom: dict(gegeven) for kolom, gegeven in keuze.antwoorden.items()}
    gelezen = {"kolommen": dict(keuze.kolommen), "antwoorden": antwoorden, "vast": dict(keuze.vast)}
    return {
        "tabel": deel.tabel.naam,
        "corporatie": stuk.corporatie,
        "periode_van": stuk.periode[0],
        "periode_tot": stuk.periode[1],
        "modus": stuk.modus.value,
        "zonder": None if stuk.modus is Modus.VERVANGEN else " ".join(onbesproken(deel, stuk.rijen)) or None,
        "bestand": inname.werkboek.bestand,
        "sha256": inname.werkboek.sha256,
        "aangeleverd_op": besluit.dag,
        "aangeleverd_door": besluit.wie.strip(),
        "blad": deel.vondst.blad,
        "waarschuwingen": sum(bevinding.ernst == "waarschuwing" for bevinding in deel.bevindingen),
        "indeling": indeling([naam for _, naam in deel.vondst.kolommen]),
        "koppeling": json.dumps(gelezen, ensure_ascii=False, sort_keys=True),
    }


def _zonder(levering: Rij) -> list[str]:
    """The columns that the file was not about."""
    return (levering["zonder"] or "").split()


def _met_herkomst(tabel: Tabel, rijen: pa.Table, levering: Rij) -> pa.Table:
    herkomst = {naam: pa.array([levering[naam]] * len(rijen)) for naam in ("upload_id", "fictief")}
    kolommen = [herkomst[naam] if naam in herkomst else rijen[naam] for naam in tabel.namen]
    return pa.table(kolommen, names=list(tabel.namen)).cast(tabel.schema())


def _wijzigingen(tabel: Tabel, rijen: pa.Table, leveringen: Sequence[Rij], gepubliceerd: pa.Table) -> list[Wijziging]:
    """First what is replaced, then what is added or corrected: those rows replace only what they are themselves."""
    sneden: dict[Periode, set[Combinatie]] = {}
    los = []
    for levering in leveringen:
        eigen = rijen.filter(pc.equal(rijen["upload_id"], levering["upload_id"]))
        if levering["tabel"] != tabel.naam or not len(eigen):
            continue
        if (levering["modus"] or Modus.VERVANGEN) == Modus.VERVANGEN:
            for periode, combinaties in sneden_van(
                tabel, eigen, (levering["periode_van"], levering["periode_tot"])
            ).items():
                sneden.setdefault(periode, set()).update(combinaties)
        else:
            if levering["modus"] == Modus.CORRIGEREN:
                controleer_bekend(tabel, gepubliceerd, eigen)
            los.append(met_behoud(tabel, eigen, gepubliceerd, _zonder(levering)))
    apart = pa.concat_tables(los) if los else rijen[:0]
    rest = rijen.filter(pc.invert(pc.is_in(rijen["upload_id"], apart["upload_id"].combine_chunks())))
    wijzigingen = []
    for (van, tot), combinaties in sorted(sneden.items()):
        snede = Snede(tabel.delen, frozenset(combinaties) if tabel.delen else frozenset(), van, tot)
        # Where periods overlap, the rows of both are in the second one again.
        wijzigingen.append(Wijziging(tabel.naam, rest.filter(binnen(rest, snede, tabel.datum)), snede))
    if len(apart):
        wie = frozenset(tuple(rij.values()) for rij in apart.select(list(tabel.herkenning)).to_pylist())
        wijzigingen.append(Wijziging(tabel.naam, apart, Snede(tabel.herkenning, wie)))
    return wijzigingen


def _vervangen(
    leveringen: Sequence[Rij], ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table]
) -> frozenset[tuple[str | None, ...]]:
    """The deliveries that no longer hold: no row of them is left, and others cover every day that they covered.

    Both are required, because a delivery of a quiet quarter has no rows, yet says that the quarter was delivered. One that
    only added or corrected rows covers no days.
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
        if not beslaat(rij) or (nieuw and beslaan(door, (rij["periode_van"], rij["periode_tot"]))):
            geldig.remove(rij)
            weg.append((rij["upload_id"], rij["tabel"]))
    return frozenset(weg)


def _perioden(leveringen: Sequence[Rij], als: Rij) -> list[Periode]:
    """The periods of the deliveries of the same table and corporatie."""
    wie = (als["tabel"], als["corporatie"])
    gelijk = [rij for rij in leveringen if (rij["tabel"], rij["corporatie"]) == wie and beslaat(rij)]
    return [(rij["periode_van"], rij["periode_tot"]) for rij in gelijk]


def _dagen(rij: Rij) -> str:
    van, tot = datum(rij["periode_van"]), datum(rij["periode_tot"])
    return van if van == tot else f"{van} t/m {tot}"
