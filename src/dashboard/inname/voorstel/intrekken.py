"""Taking one delivery back, also when others came after it: what would be published if it had never come.

The later deliveries are worked out again, in their order, on the publication before it. Nothing is removed from the
store, so a withdrawal can itself be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.inname.voorstel.besluit import NietTePubliceren
from dashboard.inname.voorstel.geschiedenis import afkomst, basis_van, ingetrokken, uploads_van
from dashboard.inname.voorstel.maken import verwerk
from dashboard.store import Opslag, OpslagFout, Publicatie, Wijziging, alles
from dashboard.tabellen.contracten import LEVERINGEN

Tabellen = Mapping[str, pa.Table]


def zonder_levering(opslag: Opslag, nummer: int) -> dict[str, pa.Table]:
    """Every table as it would be without the delivery that came in with publication `nummer`.

    Raises NietTePubliceren when that publication brought no delivery, when it no longer counts, when a later delivery
    rests on it, and when the publications after it cannot be worked out again exactly.
    """
    publicaties = opslag.publicaties()
    keten = afkomst(publicaties)[::-1]
    weg = ingetrokken(keten)
    doel = next((publicatie for publicatie in keten if publicatie.nummer == nummer), None)
    if doel is None or nummer in weg or not uploads_van(opslag, publicaties, doel):
        raise NietTePubliceren(f"Publicatie {nummer} is geen levering die nu geldt.")
    nu = opslag.tabellen(publicaties[-1])
    eigen = cache(lambda nummer: _eigen(opslag, publicaties, nummer))  # both times the same rows come in
    opnieuw = _herhaal(opslag, publicaties, keten, doel, weg, eigen)
    if any(not _gelijk(opnieuw[naam], nu[naam]) for naam in nu):
        raise NietTePubliceren(
            f"Levering {nummer} is niet los te maken van wat erna kwam. Zet een eerdere publicatie terug en lever opnieuw aan."
        )
    return _herhaal(opslag, publicaties, keten, doel, {*weg, nummer}, eigen)


def trek_in(
    opslag: Opslag, nummer: int, erna: Tabellen, *, wie: str, waarom: str = "", basis: Publicatie | None
) -> Publicatie:
    """Publish what `zonder_levering` gave. Raises IntussenGepubliceerd when `basis` is no longer the newest."""
    return opslag.publiceer(
        veranderd(opslag.tabellen(basis), erna),
        wie=wie,
        wat=f"levering van publicatie {nummer} ingetrokken",
        waarom=waarom,
        afspraken=basis.afspraken if basis else "",
        basis=basis.nummer if basis else 0,
        ingetrokken=(nummer,),
    )


def veranderd(ervoor: Tabellen, erna: Tabellen) -> list[Wijziging]:
    """The changes from one state of the tables to another; none for tables that stay as they are."""
    return alles({naam: rijen for naam, rijen in erna.items() if not rijen.equals(ervoor[naam])})


def _herhaal(
    opslag: Opslag,
    publicaties: Sequence[Publicatie],
    keten: Sequence[Publicatie],
    vanaf: Publicatie,
    weg: Collection[int],
    eigen: Callable[[int], Tabellen],
) -> dict[str, pa.Table]:
    """The tables after all deliveries of the chain that are not in `weg`, beginning before the first one that may be."""
    eerste = min((publicatie.nummer for publicatie in keten if publicatie.nummer in weg), default=vanaf.nummer)
    begin = min(eerste, vanaf.nummer)
    op_nummer = {publicatie.nummer: publicatie for publicatie in publicaties}
    opnieuw = [publicatie for publicatie in keten if publicatie.nummer >= begin]
    tabellen = opslag.tabellen(op_nummer.get(opnieuw[0].basis))
    for publicatie in opnieuw:
        if publicatie.nummer in weg or publicatie.ingetrokken:
            continue
        if geleverd := eigen(publicatie.nummer):
            tabellen = tabellen | _lever(geleverd, tabellen, publicatie)
    return tabellen


def _eigen(opslag: Opslag, publicaties: Sequence[Publicatie], nummer: int) -> dict[str, pa.Table]:
    """The rows that came in with a publication, per table that it changed; none when it brought no delivery."""
    publicatie = next(een for een in publicaties if een.nummer == nummer)
    uploads = uploads_van(opslag, publicaties, publicatie)
    if not uploads:
        return {}
    basis = basis_van(publicaties, publicatie)
    ervoor = basis.versies if basis is not None else {}
    nieuw = [naam for naam, versie in publicatie.versies.items() if ervoor.get(naam) != versie]
    erna = {naam: opslag.tabel(naam, publicatie) for naam in nieuw}
    return {naam: tabel.filter(pc.is_in(tabel["upload_id"], pa.array(uploads))) for naam, tabel in erna.items()}


def _lever(geleverd: Tabellen, tabellen: Tabellen, publicatie: Publicatie) -> dict[str, pa.Table]:
    """The tables that these deliveries touch, when they come in on `tabellen`."""
    leveringen = geleverd[LEVERINGEN.naam].to_pylist()
    delen = {naam: rijen for naam, rijen in geleverd.items() if naam != LEVERINGEN.naam and len(rijen)}
    try:
        return verwerk(leveringen, delen, tabellen)[1]
    except (NietTePubliceren, OpslagFout) as fout:
        raise NietTePubliceren(
            f"De levering van publicatie {publicatie.nummer} kan er zonder deze niet meer in: {fout} Trek die eerst in."
        ) from fout


def _gelijk(een: pa.Table, ander: pa.Table) -> bool:
    volgorde = [(naam, "ascending") for naam in een.column_names]
    return een.num_rows == ander.num_rows and bool(een.sort_by(volgorde).equals(ander.sort_by(volgorde)))
