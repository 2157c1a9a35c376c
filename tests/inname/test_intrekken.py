"""Taking a delivery back gives what publishing without it would have given, whatever came after it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.inname.voorstel import intrekken
from dashboard.inname.voorstel.besluit import Modus, NietTePubliceren
from dashboard.inname.voorstel.geschiedenis import Geleverd, Toestand, geschiedenis
from dashboard.inname.voorstel.intrekken import zonder_levering
from dashboard.inname.voorstel.maken import maak_voorstel
from dashboard.store import Opslag, alles
from tests.inname.hulp.proef import BESLUIT, dag, deel, inname

KWARTALEN = [(dag(f"2026-{m:02}-01"), dag(f"2026-{m + 2:02}-{30 + (m in (1, 10))}")) for m in (1, 4, 7, 10)]
Rij = tuple[str, int, int]  # corporatie, quarter, number


@dataclass(frozen=True)
class Levering:
    """Lettings of one quarter: all of it, or late rows; with or without a column for the number of reactions."""

    kwartaal: int
    modus: Modus
    rijen: frozenset[Rij]
    reacties: bool = False


@st.composite
def leveringen(kies: st.DrawFn) -> Levering:
    kwartaal = kies(st.integers(0, 2))
    rij = st.tuples(st.sampled_from(["NOORD", "ZUID"]), st.just(kwartaal), st.integers(0, 3))
    modus = kies(st.sampled_from([Modus.VERVANGEN, Modus.VERVANGEN, Modus.AANVULLEN]))
    return Levering(kwartaal, modus, frozenset(kies(st.sets(rij, min_size=1, max_size=4))), kies(st.booleans()))


# A number takes a delivery back: the so manieth one that counts.
STAPPEN = st.lists(leveringen() | st.integers(0, 9), min_size=2, max_size=7)


def publiceer(opslag: Opslag, nummer: int, levering: Levering) -> None:
    """Publish it; the rent says which delivery a row is from, and so does the number of reactions."""
    zelf = {"kale_huur": float(nummer)} | ({"reacties": nummer} if levering.reacties else {})
    rijen = [
        {"corporatie": wie, "ingangsdatum": KWARTALEN[k][0], "verhuring_id": f"{k}-{nr}"} | zelf
        for wie, k, nr in sorted(levering.rijen)
    ]
    van, tot = KWARTALEN[levering.kwartaal]
    besluit = replace(BESLUIT, van=van, tot=tot, modus=levering.modus)
    tabellen = opslag.tabellen(opslag.publicatie())
    voorstel = maak_voorstel(inname(deel("verhuringen", *rijen), sha256=f"{nummer:06}"), tabellen, besluit)
    opslag.publiceer(voorstel.wijzigingen, wie="x", wat=voorstel.wat)


def trek_in(opslag: Opslag, nummer: int) -> None:
    intrekken.trek_in(opslag, nummer, zonder_levering(opslag, nummer), wie="x", basis=opslag.publicatie())


def alles_van(opslag: Opslag) -> tuple[Geleverd, ...]:
    return geschiedenis(opslag, opslag.publicaties(), opslag.tabellen(opslag.publicatie())).nieuwste


def verwacht(over: dict[int, Levering]) -> dict[Rij, tuple[int, int | None]]:
    """The model: the deliveries that were not taken back, in their order; per row which of them it is from, and which its
    reactions are from. A late row without them keeps those that it had.
    """
    staat: dict[Rij, tuple[int, int | None]] = {}
    for nummer, levering in sorted(over.items()):
        if levering.modus is Modus.VERVANGEN:
            wie = {rij[0] for rij in levering.rijen}
            staat = {rij: van for rij, van in staat.items() if not (rij[0] in wie and rij[1] == levering.kwartaal)}
        staat |= {
            rij: (nummer, nummer if levering.reacties else staat.get(rij, (0, None))[1]) for rij in levering.rijen
        }
    return staat


def gevonden(opslag: Opslag) -> dict[Rij, tuple[int, int | None]]:
    rijen = opslag.tabel("verhuringen", opslag.publicatie()).to_pylist()
    return {
        (r["corporatie"], *map(int, r["verhuring_id"].split("-"))): (int(r["kale_huur"]), r["reacties"]) for r in rijen
    }


@pytest.mark.parametrize("keer", [6, pytest.param(48, marks=pytest.mark.lang)])
def test_intrekken_is_alsof_zij_er_nooit_was(keer):
    settings(max_examples=keer)(given(STAPPEN)(_is_alsof_zij_er_nooit_was))()


def _is_alsof_zij_er_nooit_was(stappen):
    with TemporaryDirectory() as map_:
        opslag, over, alles_ooit = Opslag(map_).maak(), {}, {}
        for nummer, stap in enumerate(stappen, start=1):
            if isinstance(stap, Levering):
                over[nummer] = alles_ooit[nummer] = stap
                publiceer(opslag, nummer, stap)
            elif over:
                weg = sorted(over)[stap % len(over)]
                trek_in(opslag, weg)
                del over[weg]
            else:
                opslag.publiceer([], wie="x", wat="niets")
            assert gevonden(opslag) == verwacht(over)
        apart = Opslag(str(Path(map_) / "apart")).maak()  # the same deliveries in a store that never had the others
        for nummer, levering in sorted(over.items()):
            publiceer(apart, nummer, levering)
        for naam in ("verhuringen", "leveringen"):
            een, ander = (sorted(map(str, o.tabel(naam, o.publicatie()).to_pylist())) for o in (opslag, apart))
            assert een == ander


@pytest.fixture
def opslag(tmp_path: Any) -> Opslag:
    return Opslag(str(tmp_path / "opslag")).maak()


def een(kwartaal: int, *nummers: int, modus: Modus = Modus.VERVANGEN) -> Levering:
    return Levering(kwartaal, modus, frozenset(("NOORD", kwartaal, nr) for nr in nummers))


def test_de_geschiedenis_noemt_een_ingetrokken_levering(opslag):
    publiceer(opslag, 1, een(0, 1, 2))
    publiceer(opslag, 2, een(1, 1))
    trek_in(opslag, 1)
    stand = [(levering.publicatie.nummer, levering.toestand, levering.over) for levering in alles_van(opslag)]
    assert stand == [(2, Toestand.GELDT, 1), (1, Toestand.INGETROKKEN, 0)]
    assert opslag.publicaties()[-1].uploads == ()
    opslag.herstel(2, wie="x")  # and that can be undone
    assert [levering.toestand for levering in alles_van(opslag)] == [Toestand.GELDT, Toestand.GELDT]


def test_wat_niet_in_te_trekken_is(opslag):
    publiceer(opslag, 1, een(0, 1, 2))
    publiceer(opslag, 2, een(0, 1, modus=Modus.CORRIGEREN))
    with pytest.raises(NietTePubliceren) as fout:
        zonder_levering(opslag, 1)
    assert str(fout.value) == (
        "De levering van publicatie 2 kan er zonder deze niet meer in: Corrigeren kan alleen wat al gepubliceerd is. Nog niet "
        "bekend: rij 2. Haal ze uit het bestand, of kies aanvullen. Trek die eerst in."
    )
    trek_in(opslag, 2)
    for nummer in (2, 3, 9):
        with pytest.raises(NietTePubliceren, match=f"^Publicatie {nummer} is geen levering die nu geldt.$"):
            zonder_levering(opslag, nummer)
    trek_in(opslag, 1)
    assert gevonden(opslag) == {}


def test_gegevens_zonder_levering_houden_het_tegen(opslag):
    publiceer(opslag, 1, een(0, 1))
    opslag.publiceer(alles({"verhuringen": opslag.tabel("verhuringen", None)}), wie="x", wat="leeg")
    with pytest.raises(NietTePubliceren, match=r"^Levering 1 is niet los te maken van wat erna kwam"):
        zonder_levering(opslag, 1)
