"""A damaged store on the screen: the last publication that is whole, under a red band that says which was passed over."""

import shutil
from pathlib import Path

import pytest

from dashboard.store import Opslag
from dashboard.weergave import toestand
from tests.store.bestanden import data_van, verander

VERANDERD = "de rijen zijn niet de gepubliceerde: er is iets aan veranderd"


@pytest.fixture
def eigen(demo_store, tmp_path) -> Opslag:
    """A copy of the example data, to damage."""
    return Opslag(str(shutil.copytree(demo_store, tmp_path / "opslag")))


@pytest.fixture
def band(lees):
    """The red bands on a screen, as text."""
    return lambda scherm: [lees(deel) for deel in scherm.alle("mp-schade")]


@pytest.mark.parametrize("pad", ["", "beschikbaarheid", "gegevens", "aanleveren", "vergelijken"])
def test_een_beschadigde_publicatie_wordt_overgeslagen_en_dat_staat_er(open_pagina, eigen, band, pad):
    bestand = verander(eigen, "verhuringen", 3, "kale_huur", 1.0)

    scherm = open_pagina(pad, store=eigen.adres)

    assert list(scherm.at.exception) == []
    assert band(scherm)[0] == (
        "Niet alles in de opslag is wat er gepubliceerd is. U ziet publicatie 2, de laatste die heel is. Overgeslagen: "
        f"publicatie 3, tabel verhuringen, bestand {bestand}: {VERANDERD}. Meld dit bij de beheerder."
    )
    op_de_pagina = f"Dit is niet te tonen. De reden: publicatie 3, tabel verhuringen, bestand {bestand}: {VERANDERD}. "
    # The page that compares begins with the newest two.
    assert band(scherm)[1:] == ([f"{op_de_pagina}Meld dit bij de beheerder."] if pad == "vergelijken" else [])
    assert pad == "vergelijken" or "(publicatie 2)" in scherm.balk[1]


def test_een_hele_opslag_heeft_geen_band(open_pagina, demo_store, band):
    assert band(open_pagina("", store=demo_store)) == []


def test_een_gekozen_stand_die_beschadigd_is(open_pagina, eigen, band):
    verander(eigen, "verhuringen", 1, "kale_huur", 1.0)

    scherm = open_pagina("", store=eigen.adres, stand="1")

    assert band(scherm)[0].startswith("Niet alles in de opslag is wat er gepubliceerd is. U ziet publicatie 3, ")
    assert "publicatie 1, tabel verhuringen" in band(scherm)[0]


def test_een_lijst_die_niet_te_lezen_is_en_een_proces_dat_net_begint(open_pagina, eigen, band):
    (Path(eigen.adres) / data_van(eigen, "publicaties", 3)).write_bytes(b"niets")

    scherm = open_pagina("", store=eigen.adres)

    assert band(scherm)[0].startswith("Niet alles in de opslag is wat er gepubliceerd is. U ziet publicatie 2, ")
    assert "(publicatie 2)" in scherm.balk[1]


def test_de_opslag_valt_weg_en_komt_terug(open_pagina, eigen, band, monkeypatch):
    monkeypatch.setattr(toestand, "_HOUDBAAR", 0.0)
    assert band(open_pagina("", store=eigen.adres)) == []
    weg = Path(eigen.adres).rename(f"{eigen.adres}.weg")

    [zin] = band(open_pagina("", store=eigen.adres))

    assert zin.startswith(
        "De opslag is nu niet te lezen. U ziet publicatie 3, zoals die eerder gelezen is. Overgeslagen: waar hij hoort, staat niets"
    )
    weg.rename(eigen.adres)
    assert band(open_pagina("", store=eigen.adres)) == []
