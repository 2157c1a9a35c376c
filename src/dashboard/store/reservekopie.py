"""A copy of the whole store in one file, made while people publish, and a store made of such a copy."""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
import zipfile
from dataclasses import replace
from pathlib import Path

from dashboard.store import slot
from dashboard.store.controle import controleer
from dashboard.store.fouten import GeenOpslag, OpslagFout, reden, schrijffout
from dashboard.store.merk import lees_merk, schrijf_merk
from dashboard.store.opslag import Opslag
from dashboard.store.publicaties import Publicatie

_DEEL = ".onvolledig"  # what a copy is called until it is whole


def maak_reservekopie(opslag: Opslag, doel: Path) -> tuple[Publicatie | None, tuple[str, ...]]:
    """Write the store to a zip file, under its own name only once it is whole; gives the newest publication in it, and every
    damage that was copied too.

    Who publishes meanwhile waits. A copy that was broken off is called `.onvolledig` and has no list of contents.
    Raises OpslagFout.
    """
    map_ = _map(opslag)
    if doel.exists():
        raise OpslagFout(f"{doel} bestaat al; kies een andere naam")
    deel = doel.with_name(doel.name + _DEEL)
    try:
        with opslag.alleen():
            laatste, schade = opslag.publicatie(), controleer(opslag, alles=True).schade
            with zipfile.ZipFile(deel, "x", zipfile.ZIP_STORED) as kopie:  # Parquet is compressed already
                for pad in sorted(pad for pad in map_.rglob("*") if pad.is_file() and pad.name != slot.BESTAND):
                    kopie.write(pad, pad.relative_to(map_))
        with zipfile.ZipFile(deel) as kopie:
            if kapot := kopie.testzip():
                raise OpslagFout(f"de reservekopie is niet te lezen: {kapot}")
        deel.replace(doel)
    except FileExistsError as fout:
        raise OpslagFout(f"{deel} bestaat al: daar wordt aan gewerkt, of die brak af en kan weg") from fout
    except OSError as fout:
        raise OpslagFout(f"{doel} is niet te schrijven: {reden(fout)}; er is geen reservekopie") from fout
    return laatste, schade


def zet_terug(
    bron: Path, opslag: Opslag, *, opzij: bool = False, met_schade: bool = False
) -> tuple[Publicatie | None, Path | None]:
    """Make the store of a copy, checked as a whole before it takes its place; gives its newest publication, and where the
    store went that was there. That one is moved aside, and only where `opzij` says so; a copy in which publications are damaged
    is put back only where `met_schade` does. Raises OpslagFout.
    """
    map_ = _map(opslag)
    try:
        bezet = map_.exists() and any(map_.iterdir())
    except OSError as fout:
        raise OpslagFout(f"{map_} is niet te lezen: {reden(fout)}") from fout
    if bezet and not opzij:
        raise OpslagFout(
            f"in {opslag.adres} staat al iets: {_wat(opslag)}; met --opzij krijgt die map eerst een andere naam"
        )
    naast = map_.with_name(f"{map_.name}.{uuid.uuid4().hex}")
    try:
        with zipfile.ZipFile(bron) as kopie:
            if kapot := kopie.testzip():
                raise OpslagFout(f"de reservekopie {bron} is beschadigd: {kapot}")
            kopie.extractall(naast)
        laatste = _controleer(bron, Opslag(str(naast)), met_schade=met_schade)
        # A process that still runs knows the store that was here; this is another one, however much they are alike.
        merk = lees_merk(str(naast))
        if merk is not None:
            schrijf_merk(str(naast), replace(merk, opslag=uuid.uuid4().hex))
        weg = _opzij(map_) if bezet else None
        if map_.exists():
            map_.rmdir()
        naast.replace(map_)
    except zipfile.BadZipFile as fout:
        raise OpslagFout(f"{bron} is geen hele reservekopie; er is niets teruggezet") from fout
    except OSError as fout:
        raise schrijffout(fout, opslag.adres) if bron.exists() else OpslagFout(f"{bron} bestaat niet") from fout
    finally:
        shutil.rmtree(naast, ignore_errors=True)
    return laatste, weg


def _map(opslag: Opslag) -> Path:
    if "://" in opslag.adres:
        raise OpslagFout("een reservekopie kan alleen van een opslag in een map")
    return Path(opslag.adres)


def _controleer(bron: Path, kopie: Opslag, *, met_schade: bool) -> Publicatie | None:
    try:
        gevonden = controleer(kopie, alles=True)
    except GeenOpslag as fout:
        raise OpslagFout(f"in {bron} zit geen opslag; er is niets teruggezet") from fout
    if gevonden.schade and not met_schade:
        raise OpslagFout(
            f"de reservekopie {bron} is beschadigd, er is niets teruggezet: {'; '.join(gevonden.schade)}. Met --met-schade kan "
            "het toch; wat beschadigd is, blijft dat"
        )
    return kopie.publicatie()


def _wat(opslag: Opslag) -> str:
    """What is in a folder that is not empty."""
    try:
        laatste = opslag.publicatie()
    except OpslagFout:
        return "geen hele opslag"
    return f"een opslag met {laatste.nummer} publicaties" if laatste else "een lege opslag"


def _opzij(map_: Path) -> Path:
    weg = map_.with_name(f"{map_.name}.opzij-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}")
    map_.rename(weg)
    return weg
