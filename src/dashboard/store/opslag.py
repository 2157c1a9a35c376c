"""The versioned tables, and the publications that tie their versions together.

Several people can publish at once without losing or mixing anything, because a publication starts from a *base*. Every
changed table is written as a whole (the rows of the base plus the change) as a version of its own; versions that others
wrote in between are never read. Only then is the list of publications replaced, on the condition that nobody replaced it
since it was read (Delta refuses a commit that removes a file another commit removed). Whoever loses that race begins
again on the new base. A process that dies halfway leaves versions that no publication names.

Whole tables are rewritten because a gemeente has thousands of lettings, not millions: it costs 20 ms and keeps the rule
simple.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import time
import uuid
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError
from pyarrow import fs

from dashboard.store.publicaties import SCHEMA, IntussenGepubliceerd, OpslagFout, Publicatie, Snede, Wijziging
from dashboard.store.toepassen import pas_toe
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN

# Delta throws away its oldest log entries after thirty days unless told otherwise, and with them every earlier stand.
_BEWAAR = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}
_POGINGEN = 200
# The list of publications is never empty, because Delta only notices two overwrites at once when there is a file to remove.
_NUL = Publicatie(0, dt.datetime(1970, 1, 1, tzinfo=dt.UTC), "", "lege opslag", "", None, 0, {}, "")


class Opslag:
    """The store in one folder (or `s3://` address). Cheap to make; holds no file open."""

    def __init__(self, adres: str) -> None:
        self.adres = str(adres).rstrip("/")

    def publicaties(self) -> list[Publicatie]:
        """Every publication, oldest first; none when nothing was ever published."""
        return self._lees_publicaties()[1]

    def publicatie(self, keuze: int | str | None = None) -> Publicatie | None:
        """The newest publication, or the one with this number or this stand name. Raises OpslagFout when unknown."""
        alle = self.publicaties()
        if keuze is None or keuze == "":
            return alle[-1] if alle else None
        op_nummer = [publicatie for publicatie in alle if str(publicatie.nummer) == str(keuze)]
        op_naam = [publicatie for publicatie in alle if publicatie.stand == str(keuze)]
        if op_nummer or op_naam:
            return (op_nummer or op_naam)[-1]  # in older stores a stand may be named "2"
        raise OpslagFout(f"publicatie '{keuze}' bestaat niet; er zijn er {len(alle)}")

    def tabellen(self, publicatie: Publicatie | None) -> dict[str, pa.Table]:
        """Every contract table in the version that this publication names; empty when it names none."""
        return {naam: self.tabel(naam, publicatie) for naam in TABELLEN}

    def tabel(self, naam: str, publicatie: Publicatie | None) -> pa.Table:
        """One contract table in the version that this publication names; empty when it names none."""
        return self._lees(naam, publicatie.versies.get(naam) if publicatie else None)

    def publiceer(
        self,
        wijzigingen: Sequence[Wijziging],
        *,
        wie: str,
        wat: str,
        waarom: str = "",
        stand: str | None = None,
        afspraken: str = "",
        basis: int | None = None,
        ingetrokken: Sequence[int] = (),
        moment: dt.datetime | None = None,
    ) -> Publicatie:
        """Store all changes together, or nothing, and return the new publication.

        `basis` is the number of the publication the change was decided on; if another came since, IntussenGepubliceerd
        is raised. Without it the change is applied to whatever is newest. `ingetrokken` are the numbers of the publications
        whose deliveries this one takes back; what comes back with that is no new delivery. `moment` is for example data only.
        """
        if stand is not None and stand.strip().isdigit():
            raise OpslagFout(f"een stand heet niet '{stand}': alleen cijfers is het nummer van een publicatie")
        for _ in range(_POGINGEN):
            tabel, alle = self._lees_publicaties()
            if tabel is None:
                self._begin()
                continue  # read again: somebody else may have begun, and published, at the same moment
            laatste = alle[-1] if alle else None
            nummer = laatste.nummer if laatste else 0
            if basis is not None and basis != nummer:
                raise IntussenGepubliceerd(
                    f"sinds publicatie {basis} is publicatie {nummer} verschenen; bekijk eerst het verschil"
                )
            versies = dict(laatste.versies) if laatste else {}
            oud = {wijziging.tabel: self.tabel(wijziging.tabel, laatste) for wijziging in wijzigingen}
            tabellen = pas_toe(oud, wijzigingen)
            versies |= {naam: self._schrijf(naam, rijen) for naam, rijen in tabellen.items()}
            wanneer = moment or dt.datetime.now(dt.UTC)
            uploads = () if ingetrokken else _binnengekomen(oud, tabellen)
            nieuw = Publicatie(
                nummer + 1, wanneer, wie, wat, waarom, stand, nummer, versies, afspraken, uploads, tuple(ingetrokken)
            )
            if self._leg_vast(tabel, [*alle, nieuw]):
                return nieuw
            time.sleep(random.uniform(0, 0.05))  # noqa: S311 - spreads writers, no secret
        raise OpslagFout(
            f"publiceren in {self.adres} lukte niet: daar mag of kan niet geschreven worden, of er wordt te veel tegelijk "
            "gepubliceerd; probeer het opnieuw"
        )

    def herstel(self, nummer: int | str, *, wie: str, waarom: str = "") -> Publicatie:
        """Publish an earlier combination of versions again. Nothing is removed, so a restore can itself be undone."""
        for _ in range(_POGINGEN):
            tabel, alle = self._lees_publicaties()
            doel = self.publicatie(nummer)
            if tabel is None or doel is None:
                raise OpslagFout("er is nog geen publicatie om te herstellen")
            nieuw = Publicatie(
                alle[-1].nummer + 1,
                dt.datetime.now(dt.UTC),
                wie,
                f"hersteld naar publicatie {doel.nummer}",
                waarom,
                None,
                alle[-1].nummer,
                doel.versies,
                doel.afspraken,
            )
            if self._leg_vast(tabel, [*alle, nieuw]):
                return nieuw
        raise OpslagFout("herstellen lukte niet: er wordt te veel tegelijk gepubliceerd; probeer het opnieuw")

    @cached_property
    def _publicaties_adres(self) -> str:
        return f"{self.adres}/publicaties"

    def _lees_publicaties(self) -> tuple[DeltaTable | None, list[Publicatie]]:
        if not DeltaTable.is_deltatable(self._publicaties_adres):
            return None, []
        tabel = DeltaTable(self._publicaties_adres)
        rijen = _alle_rijen(tabel, self._publicaties_adres).sort_by("nummer").to_pylist()
        return tabel, [Publicatie.uit_rij(rij) for rij in rijen if rij["nummer"] > 0]

    def _leg_vast(self, gelezen: DeltaTable, alle: list[Publicatie]) -> bool:
        """Replace the list of publications; False, and nothing is replaced, when it changed since `gelezen`."""
        rijen = pa.Table.from_pylist([_NUL.rij(), *(publicatie.rij() for publicatie in alle)], SCHEMA)
        try:
            eigen = CommitProperties(max_commit_retries=1)
            # The schema too: a list that an older version wrote lacks the columns that came later.
            write_deltalake(gelezen, rijen, mode="overwrite", schema_mode="overwrite", commit_properties=eigen)
        except (CommitFailedError, DeltaError):
            return False
        return True

    def _begin(self) -> None:
        """Create the list of publications with its zeroth row; two who do so at once leave two of them, which is harmless."""
        with contextlib.suppress(CommitFailedError, DeltaError, FileExistsError):
            write_deltalake(
                self._publicaties_adres, pa.Table.from_pylist([_NUL.rij()], SCHEMA), mode="error", configuration=_BEWAAR
            )

    def _lees(self, naam: str, versie: int | None) -> pa.Table:
        schema = TABELLEN[naam].schema()
        if versie is None:
            return schema.empty_table()
        adres = f"{self.adres}/{naam}"
        gelezen = _alle_rijen(DeltaTable(adres, version=versie), adres)
        # A column that a later contract added is empty in an older version.
        kolommen = [
            gelezen[veld.name].cast(veld.type)
            if veld.name in gelezen.column_names
            else pa.nulls(len(gelezen), veld.type)
            for veld in schema
        ]
        return pa.table(kolommen, schema=schema)

    def _schrijf(self, naam: str, rijen: pa.Table) -> int:
        """Write all rows of a table as a version of their own and return its number."""
        adres = f"{self.adres}/{naam}"
        for _ in range(_POGINGEN):
            merk = uuid.uuid4().hex
            eigen = CommitProperties(custom_metadata={"schrijfactie": merk}, max_commit_retries=1)
            try:
                if not DeltaTable.is_deltatable(adres):
                    write_deltalake(adres, rijen, mode="error", configuration=_BEWAAR, commit_properties=eigen)
                    return 0
                tabel = DeltaTable(adres)
                volgende = tabel.version() + 1
                write_deltalake(tabel, rijen, mode="overwrite", schema_mode="overwrite", commit_properties=eigen)
            except (CommitFailedError, DeltaError, FileExistsError):
                continue
            # Overwriting an empty table removes no file, so Delta sees no conflict with another writer and puts both
            # next to each other. Only the version right after the one that was read holds our rows alone.
            if self._merk(adres, volgende) == merk:
                return volgende
        raise OpslagFout(
            f"schrijven van {naam} in {self.adres} lukte niet: daar mag of kan niet geschreven worden, of er wordt te veel "
            "tegelijk gepubliceerd; probeer het opnieuw"
        )

    @staticmethod
    def _merk(adres: str, versie: int) -> str | None:
        gevonden: str | None = DeltaTable(adres, version=versie).history(1)[0].get("schrijfactie")
        return gevonden


def _alle_rijen(tabel: DeltaTable, adres: str) -> pa.Table:
    """The rows of a table in the version it was opened at.

    Arrow reads a folder itself. By default it would go through Delta's file system, which is Python: a thread of Arrow
    that lets go of a file while the interpreter stops then aborts the process (one in ten runs of a short command).
    """
    if "://" in adres:
        return tabel.to_pyarrow_table()
    map_ = fs.SubTreeFileSystem(str(Path(adres).absolute()), fs.LocalFileSystem())
    return tabel.to_pyarrow_table(filesystem=map_)


def _binnengekomen(oud: Mapping[str, pa.Table], nieuw: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """The deliveries that a change brings in: read from its rows, so that no caller can forget to name one."""
    ervoor, erna = (tabellen.get(LEVERINGEN.naam) for tabellen in (oud, nieuw))
    if ervoor is None or erna is None:
        return ()
    return tuple(sorted(set(erna["upload_id"].to_pylist()) - set(ervoor["upload_id"].to_pylist())))


def alles(tabellen: Mapping[str, pa.Table]) -> list[Wijziging]:
    """Changes that replace each of these tables entirely."""
    return [Wijziging(naam, rijen, Snede()) for naam, rijen in tabellen.items()]
