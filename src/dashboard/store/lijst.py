"""The list of publications: reading it with every check that it is whole, and putting a longer one in its place."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from dashboard.store.deltatabel import BEWAAR, Deltatabel, controleer_ruimte
from dashboard.store.fouten import GeenOpslag, OpslagBeschadigd, OpslagFout, Schade, schrijffout, vertaald
from dashboard.store.keten import gebroken, laatste_schakel, schakel
from dashboard.store.merk import BESTAND, Merk, lees_merk, nieuw_merk, schrijf_merk
from dashboard.store.publicaties import NUL, SCHEMA, Publicatie, uit_rij
from dashboard.tabellen.contracten import TABELLEN

NAAM = "publicaties"
_VERANDERD = "de regel in de lijst van publicaties is na het publiceren veranderd"
# The newest publication that this process saw in each store, with its link: a list that ends before it was cut off.
_gezien: dict[tuple[str, str], tuple[int, str]] = {}
_slot = threading.Lock()


@dataclass(frozen=True)
class Lijst:
    """The list as it was read: its rows as they are stored, oldest first, and the publications in them."""

    adres: str
    tabel: DeltaTable
    rijen: Sequence[Mapping[str, Any]]
    publicaties: list[Publicatie]
    merk: Merk | None  # a store of before there were marks has none

    @property
    def laatste(self) -> Publicatie | None:
        """The newest publication; None in an empty store."""
        return self.publicaties[-1] if self.publicaties else None

    def met(self, nieuw: Publicatie) -> Publicatie | None:
        """Put the list with one publication more in its place. Gives that publication with its link; None, and nothing has
        changed, when somebody else published since the list was read. Raises OpslagFout.
        """
        rij = nieuw.rij()
        nieuw = replace(nieuw, schakel=schakel(rij, laatste_schakel(self.rijen)))
        rijen = pa.Table.from_pylist([*self.rijen, rij | {"schakel": nieuw.schakel}], SCHEMA)
        merk = self.merk or self._eerste_merk()
        if not Deltatabel(self.adres, NAAM).vervang(self.tabel, rijen):
            return None
        _onthoud(self.adres, merk, nieuw)
        with contextlib.suppress(OSError):  # it is published; the next publication writes the mark again
            schrijf_merk(self.adres, merk.tot(nieuw.nummer, nieuw.schakel))
        return nieuw

    def _eerste_merk(self) -> Merk:
        """Give a store of before there were marks its own, before there are links that ask for one."""
        merk = nieuw_merk()
        with vertaald(lambda fout: schrijffout(fout, self.adres)):
            schrijf_merk(self.adres, merk)
        return merk


def lees_lijst(adres: str) -> Lijst:
    """The list of publications. Raises GeenOpslag where there is no store, and OpslagBeschadigd when it is not the list that
    was written; a single row that was changed is told by its publication (`schade`).
    """
    merk = lees_merk(adres)  # before the list, which is never behind it
    eerder = _gezien.get((adres, merk.opslag)) if merk else None
    delta = Deltatabel(adres, NAAM)
    if not delta.bestaat():
        if merk is None and not any(Deltatabel(adres, naam).bestaat() for naam in TABELLEN):
            raise GeenOpslag(adres)
        raise delta.beschadigd("de lijst van publicaties ontbreekt")
    tabel = delta.open()
    rijen = _rijen(delta, tabel)
    fout = gebroken(rijen)
    lijst = Lijst(adres, tabel, rijen, _publicaties(rijen, fout), merk)
    if merk is None and any(rij.get("schakel") for rij in rijen):
        raise OpslagBeschadigd(Schade("het merk van de opslag ontbreekt", bestand=BESTAND))
    for nummer, schakel_ in ((merk.nummer, merk.schakel) if merk else (0, ""), eerder or (0, "")):
        if nummer > len(lijst.publicaties):
            raise delta.beschadigd(
                f"de lijst eindigt bij publicatie {len(lijst.publicaties)}, maar publicatie {nummer} was er al", tabel
            )
        if nummer and nummer not in fout and lijst.publicaties[nummer - 1].schakel != schakel_:
            raise delta.beschadigd(f"publicatie {nummer} is een andere dan die gepubliceerd is", tabel)
    if merk and lijst.laatste:
        _onthoud(adres, merk, lijst.laatste)
    return lijst


def lees_eerdere_lijst(adres: str) -> list[Publicatie]:
    """The publications in the newest version of the list that can still be read, for looking only; none without one."""
    delta = Deltatabel(adres, NAAM)
    for versie in reversed(delta.versies()):
        try:
            rijen = _rijen(delta, delta.open(versie))
        except OpslagFout:
            continue
        return _publicaties(rijen, gebroken(rijen))
    return []


def begin_lijst(adres: str) -> None:
    """Make an empty store: the list with its zeroth row, then the mark. Raises OpslagFout when anything is there already."""
    try:
        bezet = lees_merk(adres) is not None or bool(lees_lijst(adres).publicaties)
    except GeenOpslag:
        bezet = False
    except OpslagBeschadigd as fout:
        raise OpslagFout(f"in {adres} staat al iets, en dat is geen hele opslag: {fout}") from fout
    if bezet:
        raise OpslagFout(f"in {adres} is al een opslag")
    with vertaald(lambda fout: schrijffout(fout, adres)):
        if "://" not in adres:
            Path(adres).mkdir(parents=True, exist_ok=True)
            controleer_ruimte(adres, 0)
        if not Deltatabel(adres, NAAM).bestaat():
            rijen = pa.Table.from_pylist([NUL.rij()], SCHEMA)
            write_deltalake(f"{adres}/{NAAM}", rijen, mode="error", configuration=BEWAAR)
        schrijf_merk(adres, nieuw_merk())


def _rijen(delta: Deltatabel, tabel: DeltaTable) -> list[dict[str, Any]]:
    """The rows in order, the zeroth too. Raises OpslagBeschadigd when they are not one for every number."""
    try:
        rijen = delta.rijen(tabel).to_pylist()
    except UnicodeDecodeError as fout:
        raise delta.beschadigd("niet te lezen", tabel) from fout
    nummers = [rij.get("nummer") for rij in rijen]
    nullen = [nummer for nummer in nummers if nummer == 0]  # two who made the store at once leave two of them
    if None in nummers or sorted(nummers) != [*nullen, *range(1, len(rijen) - len(nullen) + 1)]:
        raise delta.beschadigd("de publicaties in de lijst zijn niet genummerd van 1 af", tabel)
    return sorted(rijen, key=lambda rij: rij["nummer"])


def _publicaties(rijen: Sequence[Mapping[str, Any]], fout: set[int]) -> list[Publicatie]:
    """The publications in the rows. One of before there were fingerprints has those of the versions that a later one names."""
    alle = [uit_rij(rij, _VERANDERD if rij["nummer"] in fout else "") for rij in rijen if rij["nummer"] > 0]
    bekend = {
        (naam, een.versies[naam]): merk for een in alle for naam, merk in een.afdrukken.items() if naam in een.versies
    }
    return [
        replace(
            een,
            afdrukken={
                naam: bekend[plek] for naam, versie in een.versies.items() if (plek := (naam, versie)) in bekend
            },
        )
        for een in alle
    ]


def _onthoud(adres: str, merk: Merk, publicatie: Publicatie) -> None:
    """Remember the newest publication that was seen."""
    with _slot:
        if publicatie.nummer > _gezien.get((adres, merk.opslag), (0, ""))[0]:
            _gezien[adres, merk.opslag] = (publicatie.nummer, publicatie.schakel)
