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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pyarrow as pa

from dashboard.store.afdruk import Afdruk, afdruk
from dashboard.store.deltatabel import Deltatabel, controleer_ruimte, even_wachten, te_druk
from dashboard.store.fouten import IntussenGepubliceerd, OpslagBeschadigd, OpslagFout, Schade
from dashboard.store.lijst import begin_lijst, lees_eerdere_lijst, lees_lijst
from dashboard.store.merk import lees_merk
from dashboard.store.publicaties import Publicatie, Snede, Wijziging
from dashboard.store.slot import op_slot
from dashboard.store.toepassen import pas_toe
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN

_POGINGEN = 200


class Opslag:
    """The store in one folder (or `s3://` address). Cheap to make; holds no file open."""

    def __init__(self, adres: str) -> None:
        self.adres = str(adres).rstrip("/")

    def maak(self) -> Opslag:
        """Make an empty store at this address, which nothing else ever does. Raises OpslagFout when anything is there."""
        begin_lijst(self.adres)
        return self

    @contextlib.contextmanager
    def alleen(self) -> Iterator[None]:
        """Keep others who write waiting: what is decided in here on the newest publication is published on that one. Raises
        OpslagFout. Where a store has no lock, somebody may still be first.
        """
        lees_lijst(self.adres)  # where there is no store, no lock is left either
        with op_slot(self.adres):
            yield

    def publicaties(self) -> list[Publicatie]:
        """Every publication, oldest first; none when nothing was ever published. Raises GeenOpslag, OpslagBeschadigd."""
        return lees_lijst(self.adres).publicaties

    def publicatie(self, keuze: int | str | None = None) -> Publicatie | None:
        """The newest publication, or the one with this number or this stand name. Raises OpslagFout when unknown."""
        return _kies(self.publicaties(), keuze)

    def te_lezen_publicaties(self) -> tuple[list[Publicatie], OpslagBeschadigd | None]:
        """Every publication or, where the list is damaged, those in the newest list that can be read, and what is wrong. Raises
        OpslagFout when there is no such list either.
        """
        try:
            return self.publicaties(), None
        except OpslagBeschadigd as fout:
            if eerder := lees_eerdere_lijst(self.adres):
                return eerder, fout
            raise

    def kenmerk(self) -> str:
        """Which store this is, also when another one is put in its place; empty for one of before there were marks."""
        merk = lees_merk(self.adres)
        return merk.opslag if merk else ""

    def tabellen(self, publicatie: Publicatie | None) -> dict[str, pa.Table]:
        """Every contract table in the version that this publication names; empty when it names none."""
        return {naam: self.tabel(naam, publicatie) for naam in TABELLEN}

    def tabel(self, naam: str, publicatie: Publicatie | None) -> pa.Table:
        """One contract table in the version that this publication names; empty when it names none.

        Raises OpslagBeschadigd when the rows are not those that were published.
        """
        schema = TABELLEN[naam].schema()
        if publicatie is None:
            return schema.empty_table()
        if publicatie.schade:
            raise OpslagBeschadigd(Schade(publicatie.schade, publicatie=publicatie.nummer))
        versie = publicatie.versies.get(naam)
        if versie is None:
            return schema.empty_table()
        try:
            gelezen = self._lees(naam, versie, publicatie.afdrukken.get(naam))
        except OpslagBeschadigd as fout:
            raise fout.van(publicatie.nummer) from fout
        # A column that a later contract added is empty in an older version.
        kolommen = [
            gelezen[veld.name].cast(veld.type)
            if veld.name in gelezen.column_names
            else pa.nulls(len(gelezen), veld.type)
            for veld in schema
        ]
        return pa.table(kolommen, schema=schema)

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
        with self.alleen():
            for _ in range(_POGINGEN):
                lijst = lees_lijst(self.adres)
                laatste = lijst.laatste
                controleer_basis(laatste, basis)
                oud = {wijziging.tabel: self.tabel(wijziging.tabel, laatste) for wijziging in wijzigingen}
                tabellen = pas_toe(oud, wijzigingen)
                controleer_ruimte(self.adres, sum(rijen.nbytes for rijen in tabellen.values()))
                versies, afdrukken = dict(laatste.versies) if laatste else {}, self._afdrukken(laatste)
                for naam, rijen in tabellen.items():
                    versies[naam], afdrukken[naam] = Deltatabel(self.adres, naam).schrijf(rijen)
                nieuw = Publicatie(
                    nummer=laatste.nummer + 1 if laatste else 1,
                    moment=moment or dt.datetime.now(dt.UTC),
                    wie=wie,
                    wat=wat,
                    waarom=waarom,
                    stand=stand,
                    basis=laatste.nummer if laatste else 0,
                    versies=versies,
                    afspraken=afspraken,
                    uploads=() if ingetrokken else _binnengekomen(oud, tabellen),
                    ingetrokken=tuple(ingetrokken),
                    afdrukken=afdrukken,
                )
                if gelukt := lijst.met(nieuw):
                    return gelukt
                even_wachten()
        raise te_druk(self.adres)

    def herstel(self, keuze: int | str, *, wie: str, waarom: str = "", basis: int | None = None) -> Publicatie:
        """Publish an earlier combination of versions again. Nothing is removed, so a restore can itself be undone.

        `basis` as for `publiceer`. Raises OpslagBeschadigd when that earlier publication is not whole.
        """
        with self.alleen():
            for _ in range(_POGINGEN):
                lijst = lees_lijst(self.adres)
                laatste, doel = lijst.laatste, _kies(lijst.publicaties, keuze)
                if laatste is None or doel is None:
                    raise OpslagFout("er is nog geen publicatie om te herstellen")
                controleer_basis(laatste, basis)
                self.tabellen(doel)
                controleer_ruimte(self.adres, 0)
                nieuw = replace(
                    doel,
                    nummer=laatste.nummer + 1,
                    moment=dt.datetime.now(dt.UTC),
                    wie=wie,
                    wat=f"hersteld naar publicatie {doel.nummer}",
                    waarom=waarom,
                    stand=None,
                    basis=laatste.nummer,
                    uploads=(),
                    ingetrokken=(),
                    hersteld=doel.nummer,
                    afdrukken=self._afdrukken(doel),
                )
                if gelukt := lijst.met(nieuw):
                    return gelukt
                even_wachten()
        raise te_druk(self.adres)

    def _afdrukken(self, publicatie: Publicatie | None) -> dict[str, Afdruk]:
        """The fingerprints of a publication; those that an older version did not store are worked out."""
        if publicatie is None:
            return {}
        return {
            naam: publicatie.afdrukken.get(naam) or afdruk(self._lees(naam, versie))
            for naam, versie in publicatie.versies.items()
        }

    def _lees(self, naam: str, versie: int, verwacht: Afdruk | None = None) -> pa.Table:
        """The rows of a version as they are stored. Raises OpslagBeschadigd when they do not have this fingerprint."""
        delta = Deltatabel(self.adres, naam)
        tabel = delta.open(versie)
        rijen = delta.rijen(tabel)
        if verwacht is None:
            if weg := _lege_kolommen(naam, rijen):
                raise delta.beschadigd(f"kolom {', '.join(weg)} is er niet of is leeg", tabel)
            return rijen
        gevonden = afdruk(rijen)
        if gevonden.rijen != verwacht.rijen:
            raise delta.beschadigd(f"er staan {gevonden.rijen} rijen, gepubliceerd zijn er {verwacht.rijen}", tabel)
        if gevonden != verwacht:
            raise delta.beschadigd("de rijen zijn niet de gepubliceerde: er is iets aan veranderd", tabel)
        return rijen


def _kies(alle: Sequence[Publicatie], keuze: int | str | None) -> Publicatie | None:
    """The newest publication, or the one with this number or, if no number is that, this stand name."""
    if keuze is None or keuze == "":
        return alle[-1] if alle else None
    op_nummer = [publicatie for publicatie in alle if str(publicatie.nummer) == str(keuze)]
    op_naam = [publicatie for publicatie in alle if publicatie.stand == str(keuze)]
    if op_nummer or op_naam:
        return (op_nummer or op_naam)[-1]  # in older stores a stand may be named "2"
    raise OpslagFout(f"publicatie '{keuze}' bestaat niet; er zijn er {len(alle)}")


def _lege_kolommen(naam: str, rijen: pa.Table) -> list[str]:
    """The columns that every row should have something in and none has: all that can be seen without a fingerprint."""
    verplicht = [kolom.naam for kolom in TABELLEN[naam].kolommen if kolom.verplicht]
    gevuld = {kolom for kolom in rijen.column_names if rijen[kolom].null_count < rijen.num_rows}
    return [kolom for kolom in verplicht if rijen.num_rows and kolom not in gevuld]


def controleer_basis(laatste: Publicatie | None, basis: int | None) -> None:
    """Raise IntussenGepubliceerd when this is no longer the newest publication; None is no opinion."""
    nummer = laatste.nummer if laatste else 0
    if basis is not None and basis != nummer:
        raise IntussenGepubliceerd(
            f"sinds publicatie {basis} is publicatie {nummer} verschenen; bekijk eerst het verschil"
        )


def _binnengekomen(oud: Mapping[str, pa.Table], nieuw: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """The deliveries that a change brings in: read from its rows, so that no caller can forget to name one."""
    ervoor, erna = (tabellen.get(LEVERINGEN.naam) for tabellen in (oud, nieuw))
    if ervoor is None or erna is None:
        return ()
    return tuple(sorted(set(erna["upload_id"].to_pylist()) - set(ervoor["upload_id"].to_pylist())))


def alles(tabellen: Mapping[str, pa.Table]) -> list[Wijziging]:
    """Changes that replace each of these tables entirely."""
    return [Wijziging(naam, rijen, Snede()) for naam, rijen in tabellen.items()]
