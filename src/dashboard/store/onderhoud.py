"""Keeping a store small and quick over the years, without touching anything that a publication names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.store.controle import beschadigde_tabellen
from dashboard.store.deltatabel import Deltatabel
from dashboard.store.fouten import OpslagBeschadigd, OpslagFout, Schade
from dashboard.store.lijst import NAAM, lees_lijst
from dashboard.store.opslag import Opslag
from dashboard.tabellen.contracten import TABELLEN

_LIJSTEN = 5  # versions of the list itself that stay: what is looked at when the newest cannot be read


@dataclass(frozen=True)
class Omvang:
    """How many files a store has, and how many bytes."""

    bestanden: int
    bytes: int


def onderhoud(opslag: Opslag) -> tuple[Omvang, Omvang, list[str]]:
    """Remove the files that no publication names, and let tables open without reading their whole log. Gives the size before
    and after, and the tables that were left alone because something in them is damaged: a file that a damaged log does not
    name may be the one that makes it whole again. Nobody publishes meanwhile. Raises OpslagFout, also when the list is not
    whole: what it does not name may be what it lost.
    """
    if "://" in opslag.adres:
        raise OpslagFout("onderhoud kan alleen op een opslag in een map")
    with opslag.alleen():
        lijst = lees_lijst(opslag.adres)
        if regels := [publicatie for publicatie in lijst.publicaties if publicatie.schade]:
            raise OpslagBeschadigd(Schade(regels[0].schade, publicatie=regels[0].nummer))
        ervoor = omvang(opslag.adres)
        genoemd = {naam: {p.versies[naam] for p in lijst.publicaties if naam in p.versies} for naam in TABELLEN}
        nieuwste = lijst.tabel.version()
        genoemd[NAAM] = set(range(max(0, nieuwste - _LIJSTEN + 1), nieuwste + 1))
        kapot = beschadigde_tabellen(opslag, lijst.publicaties)
        for naam, versies in genoemd.items():
            delta = Deltatabel(opslag.adres, naam)
            if versies and naam not in kapot and delta.bestaat():
                delta.ruim_op(versies)
    return ervoor, omvang(opslag.adres), sorted(kapot)


def omvang(adres: str) -> Omvang:
    """The size of a store in a folder."""
    bestanden = [pad for pad in Path(adres).rglob("*") if pad.is_file()]
    return Omvang(len(bestanden), sum(pad.stat().st_size for pad in bestanden))
