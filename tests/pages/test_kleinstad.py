"""The whole app on the folder of a second, invented gemeente: its own themes, names and figures, and no others."""

from __future__ import annotations

import pytest
import streamlit as st

from dashboard.basis.instellingen import WORTEL
from dashboard.store import Opslag
from voorbeeld.bouw import bouw_voorbeeld

KLEINSTAD = WORTEL / "tests" / "fixtures" / "kleinstad"
DELEN = ("Publicaties", "Leveringen", "Definities", "Kwaliteit", "Planning")
PAGINAS = [
    ("", {}),
    ("huizen", {}),
    ("huizen", {"cijfer": "eerlijk"}),
    ("buren", {}),
    ("buren", {"cijfer": "kamerplan"}),
    ("kaart", {}),
    ("kaart", {"vorm": "tegels"}),
    ("kern", {"kern": "Kraaiendam"}),
    ("corporatie", {"corporatie": "HOF"}),
    ("afspraken", {}),
    *(("afspraken", {"afspraak": nummer}) for nummer in ("A1", "A2", "B1", "B2")),
    ("vergelijken", {}),
    *(("gegevens", {"deel": deel}) for deel in DELEN),
]
NAMEN = [" ".join([pad or "overzicht", *vraag.values()]) for pad, vraag in PAGINAS]


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> str:
    adres = str(tmp_path_factory.mktemp("kleinstad") / "store")
    assert bouw_voorbeeld(KLEINSTAD, adres) == (2, 2)
    return adres


@pytest.fixture
def open_kleinstad(monkeypatch, open_pagina, store):
    """Open a page on the folder and the store of Kleinstad."""
    monkeypatch.setenv("MONITOR_AFSPRAKEN", str(KLEINSTAD))
    return lambda pad, **vraag: open_pagina(pad, store=vraag.pop("op", store), **vraag)


def alles_op(scherm) -> str:
    """Whatever was sent to the browser: text, widgets with their choices, charts."""
    delen = [deel for blok in (scherm.at.main, scherm.at.sidebar) for deel in blok]
    return "\n".join(str(deel.proto) for deel in delen if getattr(deel, "proto", None) is not None)


@pytest.mark.parametrize(("pad", "vraag"), PAGINAS, ids=NAMEN)
def test_elke_pagina_opent(open_kleinstad, pad, vraag):
    scherm = open_kleinstad(pad, **vraag)

    assert list(scherm.at.exception) == []
    assert list(scherm.at.error) == []
    assert scherm.kop
    assert scherm.balk[0] == "Verzonnen voorbeeldgegevens (fictief)"
    assert "Stand: zomer 2025 (publicatie 2)" in scherm.balk
    tekst = alles_op(scherm)
    assert "Kleinstad" in tekst
    vreemd = ("Terneuzen", "Clavis", "CLAVIS", "Woongoed", "WZV", "Sas van Gent", "Zaamslag", "Philippine", "1.1.14")
    assert [naam for naam in vreemd if naam in tekst] == []


@pytest.mark.parametrize(
    "pad", ["", "huizen", "buren", "kaart", "kern", "corporatie", "afspraken", "vergelijken", "gegevens", "aanleveren"]
)
def test_elke_pagina_opent_ook_zonder_gegevens(open_kleinstad, tmp_path, pad):
    scherm = open_kleinstad(pad, op=Opslag(str(tmp_path / "leeg")).maak().adres)

    assert list(scherm.at.exception) == []
    assert scherm.balk == ["Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."]


def test_de_navigatie_noemt_de_eigen_themas(open_kleinstad, monkeypatch):
    namen = []
    navigatie = st.navigation

    def onthoud(paginas, **anders):
        namen.extend((pagina.title, pagina.url_path) for pagina in paginas)
        return navigatie(paginas, **anders)

    monkeypatch.setattr(st, "navigation", onthoud)
    open_kleinstad("")
    assert [naam for naam, _ in namen] == [
        "Overzicht",
        "Huizen",
        "Buren",
        "Kaart",
        "Kernen",
        "Corporaties",
        "Afspraken",
        "Vergelijken",
        "Gegevens",
        "Aanleveren",
    ]
    assert [pad for naam, pad in namen if naam in ("Huizen", "Buren")] == ["huizen", "buren"]


def test_overzicht_telt_de_eigen_afspraken(open_kleinstad):
    scherm = open_kleinstad("")

    assert scherm.kop.startswith("4 afspraken: ")
    assert [kop.text for kop in scherm.html.iter("a") if kop.text in ("1. Huizen voor iedereen", "2. Goede buren")] == [
        "1. Huizen voor iedereen",
        "2. Goede buren",
    ]


def test_zijkant_noemt_het_eigen_akkoord(open_kleinstad):
    scherm = open_kleinstad("huizen")

    zijkant = "".join(deel.proto.body for deel in scherm.at.sidebar.get("html"))
    assert "Woonakkoord Kleinstad 2024-2026" in zijkant
    assert scherm.kop.startswith("Huizen voor iedereen")


def test_de_eerste_gemeente_is_daarna_gewoon_terug(open_kleinstad, open_pagina, monkeypatch, store):
    open_kleinstad("")
    monkeypatch.delenv("MONITOR_AFSPRAKEN")
    assert open_pagina("").kop.startswith("55 afspraken: ")
