"""Any sequence of deliveries and restores leaves, for each slice, exactly the rows of the newest delivery that holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.inname.voorstel.maken import maak_voorstel
from dashboard.store import Opslag
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import BESLUIT, dag, deel, inname

KWARTALEN = [(dag(f"2026-{m:02}-01"), dag(f"2026-{m + 2:02}-{30 + (m in (1, 10))}")) for m in (1, 4, 7, 10)]
Plek = tuple[str, int]  # corporatie, quarter


@dataclass(frozen=True)
class Levering:
    """Lettings of some corporaties over a row of quarters; per letting whose it is and in which of the quarters."""

    eerste: int
    laatste: int
    rijen: tuple[Plek, ...]


@st.composite
def leveringen(kies: st.DrawFn) -> Levering:
    eerste = kies(st.integers(0, 3))
    laatste = kies(st.integers(eerste, 3))
    rij = st.tuples(st.sampled_from(["NOORD", "ZUID"]), st.integers(eerste, laatste))
    return Levering(eerste, laatste, tuple(kies(st.lists(rij, min_size=1, max_size=4))))


# A number restores the publication with that number, counted round.
STAPPEN = st.lists(leveringen() | st.integers(0, 9), min_size=1, max_size=8)


@dataclass(frozen=True)
class Staat:
    """What should be published: per slice the marks of its lettings; a slice that was delivered empty is there too."""

    rijen: dict[Plek, frozenset[str]]

    def na(self, nummer: int, levering: Levering) -> Staat:
        nieuw = dict(self.rijen)
        for wie in {wie for wie, _ in levering.rijen}:
            for kwartaal in range(levering.eerste, levering.laatste + 1):
                merken = [_merk(nummer, p) for p, plek in enumerate(levering.rijen) if plek == (wie, kwartaal)]
                nieuw[wie, kwartaal] = frozenset(merken)
        return Staat(nieuw)


def _merk(nummer: int, plaats: int) -> str:
    return f"{nummer}-{plaats}"


def voorstel_van(nummer: int, levering: Levering, tabellen: dict[str, pa.Table]) -> Any:
    rijen = [
        {"corporatie": wie, "ingangsdatum": KWARTALEN[kwartaal][0], "verhuring_id": _merk(nummer, plaats)}
        for plaats, (wie, kwartaal) in enumerate(levering.rijen)
    ]
    besluit = replace(BESLUIT, van=KWARTALEN[levering.eerste][0], tot=KWARTALEN[levering.laatste][1])
    return maak_voorstel(inname(deel("verhuringen", *rijen), sha256=f"{nummer:06}"), tabellen, besluit)


def gevonden(tabellen: dict[str, pa.Table]) -> Staat:
    """What is published, seen from its rows and from its list of deliveries."""
    rijen: dict[Plek, frozenset[str]] = {}
    for rij in tabellen["leveringen"].to_pylist():
        for nummer, (van, tot) in enumerate(KWARTALEN):
            if rij["periode_van"] <= van and tot <= rij["periode_tot"]:
                rijen[rij["corporatie"], nummer] = frozenset()
    for rij in tabellen["verhuringen"].to_pylist():
        plek = rij["corporatie"], [van for van, _ in KWARTALEN].index(rij["ingangsdatum"])
        rijen[plek] = rijen.get(plek, frozenset()) | {rij["verhuring_id"]}
    return Staat(rijen)


def controleer(tabellen: dict[str, pa.Table], verwacht: Staat) -> None:
    assert gevonden(tabellen) == verwacht
    # Every row belongs to a delivery that is listed.
    geldig = set(tabellen["leveringen"]["upload_id"].to_pylist())
    assert set(tabellen["verhuringen"]["upload_id"].to_pylist()) <= geldig


@given(STAPPEN)
def test_elke_snede_heeft_de_rijen_van_de_nieuwste_levering_die_geldt(stappen):
    tabellen = [{naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}]
    staten = [Staat({})]
    for nummer, stap in enumerate(stappen, start=1):
        if isinstance(stap, int):
            terug = stap % len(staten)
            tabellen.append(tabellen[terug])
            staten.append(staten[terug])
        else:
            tabellen.append(tabellen[-1] | dict(voorstel_van(nummer, stap, tabellen[-1]).erna))
            staten.append(staten[-1].na(nummer, stap))
        controleer(tabellen[-1], staten[-1])


@settings(max_examples=8)
@given(STAPPEN)
def test_ook_in_een_echte_opslag(stappen):
    with TemporaryDirectory() as map_:
        opslag = Opslag(map_).maak()
        staten = [Staat({})]
        for nummer, stap in enumerate(stappen, start=1):
            if not isinstance(stap, int):
                voorstel = voorstel_van(nummer, stap, opslag.tabellen(opslag.publicatie()))
                opslag.publiceer(voorstel.wijzigingen, wie="x", wat=voorstel.wat, basis=len(staten) - 1)
                staten.append(staten[-1].na(nummer, stap))
            elif len(staten) > 1:
                terug = 1 + stap % (len(staten) - 1)
                opslag.herstel(terug, wie="x")
                staten.append(staten[terug])
        for publicatie, staat in zip(opslag.publicaties(), staten[1:], strict=True):
            controleer(opslag.tabellen(publicatie), staat)
