"""A delivery is published as a whole or not at all: killed at any step, two at once, and undone."""

from __future__ import annotations

import random
import time

import pytest

from dashboard.store import Opslag
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp import aanleveraars
from tests.processen import PROCESSEN

# The tables of the delivery, its list of deliveries, the list of publications: each is one write.
SCHRIJFACTIES = 4


@pytest.fixture
def opslag(tmp_path) -> Opslag:
    """A store with one delivery."""
    adres = str(tmp_path / "opslag")
    lege = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
    wat = aanleveraars.maak_voorstel(aanleveraars.bestand("eerste"), lege, aanleveraars.BESLUIT)
    Opslag(adres).maak().publiceer(wat.wijzigingen, wie="x", wat=wat.wat)
    return Opslag(adres)


def inhoud(opslag: Opslag) -> list[tuple[str, int, int, int]]:
    """Per file in the newest publication: lettings, counted stock and rows that were promised."""
    tabellen = opslag.tabellen(opslag.publicatie())
    geteld: dict[str, list[int]] = {}
    for rij in tabellen["leveringen"].to_pylist():
        geteld.setdefault(rij["upload_id"].rsplit("-", 1)[0], [0, 0, 0])[2] += rij["rijen"]
    for plaats, naam in enumerate(("verhuringen", "voorraad")):
        for rij in tabellen[naam].to_pylist():
            geteld[rij["upload_id"].rsplit("-", 1)[0]][plaats] += rij.get("aantal", 1)
    return sorted((merk, *tellers) for merk, tellers in geteld.items())


EERSTE = [("20270125-eerste", 3, 3, 4)]
TWEEDE = [("20270125-tweede", 5, 5, 6)]


@pytest.mark.parametrize("erna", [False, True], ids=["voor", "na"])
@pytest.mark.parametrize("schrijfactie", range(SCHRIJFACTIES))
def test_gestorven_bij_elke_schrijfactie(opslag, schrijfactie, erna):
    proces = PROCESSEN.Process(
        target=aanleveraars.lever_en_sterf, args=(opslag.adres, "tweede", schrijfactie), kwargs={"erna": erna}
    )
    proces.start()
    proces.join()
    assert proces.exitcode == -9
    # Only when the very last write was done is the delivery there, and then all of it.
    heel = erna and schrijfactie == SCHRIJFACTIES - 1
    assert (inhoud(opslag), len(opslag.publicaties())) == ((TWEEDE, 2) if heel else (EERSTE, 1))
    # Whoever comes next can publish the same file; a copy that is there already is replaced by it.
    wat, basis = aanleveraars.voorstel(opslag.adres, "derde")
    opslag.publiceer(wat.wijzigingen, wie="x", wat=wat.wat, basis=basis)
    assert inhoud(opslag) == [("20270125-derde", 3, 3, 4)]


def test_gestorven_op_een_willekeurig_moment(opslag):
    dobbel = random.Random(2026)
    stand = EERSTE
    for ronde in range(12):
        hoor, meld = PROCESSEN.Pipe(duplex=False)
        merk = f"ronde{ronde:x}"
        proces = PROCESSEN.Process(target=aanleveraars.lever_na_bericht, args=(opslag.adres, merk, meld))
        proces.start()
        meld.close()  # a process that fails to begin is an end of file here, not silence
        assert hoor.recv() == "klaar"
        if gelukt := ronde % 3 == 2:  # on a busy machine none would publish in time
            assert hoor.recv() == "gepubliceerd"
        time.sleep(dobbel.uniform(0, 0.08))
        proces.kill()
        proces.join()
        nieuw = [(f"20270125-{merk}", 5, 5, 6)]
        assert inhoud(opslag) in ([nieuw] if gelukt else [stand, nieuw])  # what succeeded is never lost
        stand = inhoud(opslag)
    assert len(opslag.publicaties()) > 4


def test_twee_tegelijk_een_van_beide_beslist_opnieuw(opslag):
    for ronde in range(4):
        start = PROCESSEN.Barrier(2)
        pijpen = [PROCESSEN.Pipe(duplex=False) for _ in range(2)]
        merken = [f"{ronde}links", f"{ronde}recht"]
        processen = [
            PROCESSEN.Process(target=aanleveraars.lever_tegelijk, args=(opslag.adres, merk, start, meld))
            for merk, (_, meld) in zip(merken, pijpen, strict=True)
        ]
        for proces in processen:
            proces.start()
        for _, meld in pijpen:
            meld.close()
        antwoorden = dict(zip(merken, (hoor.recv() for hoor, _ in pijpen), strict=True))
        for proces in processen:
            proces.join()
        basis, nummer = ronde + 1, ronde + 2
        [winnaar] = [merk for merk, antwoord in antwoorden.items() if antwoord == nummer]
        [verliezer] = set(merken) - {winnaar}
        zin = f"sinds publicatie {basis} is publicatie {nummer} verschenen; bekijk eerst het verschil"
        assert antwoorden[verliezer] == zin
        assert inhoud(opslag) == [(f"20270125-{winnaar}", 4, 4, 5)]


def test_terugzetten_maakt_een_levering_helemaal_ongedaan(opslag):
    ervoor = opslag.tabellen(opslag.publicatie())
    wat, basis = aanleveraars.voorstel(opslag.adres, "tweede", 5)
    opslag.publiceer(wat.wijzigingen, wie="x", wat=wat.wat, basis=basis)
    erna = opslag.tabellen(opslag.publicatie())
    opslag.herstel(1, wie="x")
    terug = opslag.tabellen(opslag.publicatie())
    assert {naam: terug[naam].equals(ervoor[naam]) for naam in TABELLEN} == dict.fromkeys(TABELLEN, True)
    assert {naam for naam in TABELLEN if not erna[naam].equals(ervoor[naam])} == {
        "verhuringen",
        "voorraad",
        "leveringen",
    }
    assert [len(publicatie.uploads) for publicatie in opslag.publicaties()] == [2, 2, 0]
