"""An agreement with faults: all of them in one table, in Dutch, and no page at all."""

from __future__ import annotations

import shutil

import pytest

from dashboard.basis.instellingen import WORTEL

KAPOT = "<img src=x onerror=alert(1)>"


@pytest.fixture
def kapotte_afspraken(tmp_path, monkeypatch):
    """A copy of the agreement with three faults, each in a file of its own."""
    map_ = tmp_path / "afspraken"
    shutil.copytree(WORTEL / "data" / "afspraken", map_)
    for naam, oud, nieuw in (
        ("groepen.csv", "urgent,Urgent,nee,", f"urgent,Urgent,{KAPOT},"),
        ("afspraken.csv", "1.1.14,1,", "1.1.14,een,"),
        ("kernen.csv", "Axel,WP1128,7923,", "Axel,WP1128,veel,"),
    ):
        tekst = (map_ / naam).read_text("utf-8")
        assert f"\n{oud}" in tekst
        (map_ / naam).write_text(tekst.replace(f"\n{oud}", f"\n{nieuw}", 1), "utf-8")
    monkeypatch.setenv("MONITOR_AFSPRAKEN", str(map_))
    return map_


@pytest.mark.parametrize("pad", ["", "beschikbaarheid", "afspraken", "gegevens"])
def test_fouten_in_de_afspraken_staan_er_samen_en_verder_niets(open_pagina, kapotte_afspraken, pad):
    scherm = open_pagina(pad)

    assert list(scherm.at.exception) == []
    assert scherm.kop == "De monitor kan niet openen: er staan fouten in de afspraken"
    rijen = scherm.tabel()
    assert rijen[0] == ["bestand", "rij", "kolom", "gevonden", "verwacht"]
    assert {(bestand, kolom, gevonden) for bestand, _, kolom, gevonden, _ in rijen[1:]} == {
        ("groepen.csv", "regulier", KAPOT),
        ("afspraken.csv", "thema", "een"),
        ("kernen.csv", "inwoners_2010", "veel"),
    }
    assert [element.tag for element in scherm.html.iter("img")] == []
    assert [element.type for element in scherm.at.main] == ["main", "html"]
    assert len(scherm.at.sidebar) == 0


def test_herstelde_afspraken_openen_zonder_herstart(open_pagina, kapotte_afspraken):
    assert open_pagina().kop.startswith("De monitor kan niet openen")

    shutil.copytree(WORTEL / "data" / "afspraken", kapotte_afspraken, copy_function=shutil.copyfile, dirs_exist_ok=True)

    assert open_pagina().kop.startswith("55 afspraken: ")


def test_een_map_die_er_niet_is_geeft_een_zin(open_pagina, monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_AFSPRAKEN", str(tmp_path / "niets"))

    scherm = open_pagina()

    assert list(scherm.at.exception) == []
    assert scherm.kop == "De monitor kan niet openen: er staan fouten in de afspraken"
    assert len(scherm.tabel()) > 10
