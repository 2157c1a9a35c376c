"""Figures that no norm is about stand where readers look: on their theme, their afspraak, and the page of a kern."""

from __future__ import annotations

import re

import pytest

from dashboard.weergave import afspraak
from dashboard.weergave.onderdelen import TABEL
from tests.pages.conftest import lees_html, woorden

SMAL = "\u202f"  # the thin space before %


def _cellen(tabel: list[list[str]], rij: str) -> list[str]:
    [gevonden] = [cellen for cellen in tabel if cellen[0] == rij]
    return gevonden


def _aantal(cel: str) -> str:
    """The number in a cell, or of a share what it rests on; without the remarks under it."""
    gevonden = re.match(r"[^(]*\((\d[\d.]* van \d[\d.]*)\)|(\d[\d.]*)|geen gegevens", cel)
    return (gevonden[1] or gevonden[2] or gevonden[0]) if gevonden else cel


@pytest.mark.parametrize(
    ("nummer", "cijfer", "waarde"),
    [
        ("1.1.2", "Mutatiegraad", f"5,1{SMAL}% (246 van 4.825)"),
        ("1.1.2", "Slaagkans van woningzoekenden", f"11,8{SMAL}% (243 van 2.052)"),
        ("1.1.2", "Wie nog zoekt, vijf jaar of langer", f"24,3{SMAL}% (500 van 2.056) · bij wie slaagde: 23{SMAL}%"),
        ("1.1.2", "Weigeringen van een woning", "1,2 per verhuring"),
        ("1.1.7", "Goedkope woningen in de voorraad", "627 · eind 2021: 954"),
        ("1.1.8", "Vrije ruimte voor starters", f"67{SMAL}% (10 van 15)"),
        ("1.1.10", "Ouderen verhuisd binnen de eigen kern", "24 · alle doorstromers van 65+: 44"),
        ("1.1.11", "Flexwoningen in de voorraad", "36 · gemelde schil: 54"),
        ("3.4", "Woningen via Weer Thuis", "4"),
        ("1.2.1", "Gemiddelde huurverhoging", "nog niet aangeleverd"),
        ("1.2.1", "Gemiddelde woonlasten", "nog niet aangeleverd"),
        ("1.2.2", "Huishoudens met energiearmoede", "nog niet aangeleverd"),
        ("1.2.3", "Signalen van betalingsachterstand", "nog niet aangeleverd"),
        ("2.6", "Klimaatlabel B of beter", "nog niet aangeleverd"),
        ("5.4", "Indicatieve bestedingsruimte", "nog niet aangeleverd"),
    ],
)
def test_afspraak_noemt_haar_cijfers_zonder_norm(demo, nummer, cijfer, waarde):
    rijen = [[woorden(lees_html(str(cel))) for cel in rij] for rij in afspraak._andere_cijfers(demo, nummer)]
    assert _cellen(rijen, cijfer)[-1] == waarde


def test_een_cijfer_per_deel_noemt_elk_deel(demo):
    [[_, jaar, tekst]] = afspraak._andere_cijfers(demo, "4.3")
    assert (jaar, tekst.split("; ")[:2]) == ("2025", ["Axel 7,2", "Biervliet 6,9"])


def test_bladzijde_van_een_afspraak_toont_de_cijfers_zonder_norm(open_pagina):
    scherm = open_pagina("afspraken", afspraak="1.1.11")

    assert "Cijfers zonder norm" in scherm.tekst
    assert "36 · gemelde schil: 54" in scherm.tekst


@pytest.mark.parametrize(
    ("thema", "cijfer", "verloop"),
    [
        (
            "beschikbaarheid",
            "starters_vrije_ruimte",
            ["16 van 16", "23 van 24", "30 van 30", "23 van 29", "24 van 29", "10 van 15"],
        ),
        ("beschikbaarheid", "goedkope_voorraad", ["954", "865", "793", "724", "677", "627"]),
        ("beschikbaarheid", "doorstroom_eigen_kern", ["39", "26", "27", "25", "22", "24"]),
        ("beschikbaarheid", "flex_in_voorraad", ["0", "0", "0", "20", "36", "36"]),
        ("wonen-en-zorg", "weer_thuis", ["5", "3", "5", "9", "6", "4"]),
        (
            "beschikbaarheid",
            "mutatiegraad",
            ["303 van 4.831", "273 van 4.822", "276 van 4.804", "250 van 4.798", "246 van 4.825", "geen gegevens"],
        ),
    ],
)
def test_themapagina_toont_elk_jaar(open_pagina, thema, cijfer, verloop):
    scherm = open_pagina(thema, cijfer=cijfer, meer=TABEL)

    [naam, *cellen] = scherm.tabel()[1]
    assert (naam, [_aantal(cel) for cel in cellen]) == ("totaal", verloop)


@pytest.mark.parametrize(
    ("thema", "cijfer"), [("samenwerking", "themabijeenkomsten"), ("beschikbaarheid", "woonlasten")]
)
def test_wat_nog_nooit_geleverd_is_heet_niet_aangeleverd(open_pagina, thema, cijfer):
    scherm = open_pagina(thema, cijfer=cijfer)

    assert [info.value for info in scherm.at.info] == ["Dit cijfer is nog niet aangeleverd."]


def test_kernpagina_heeft_de_cijfers_van_die_kern(open_pagina, demo):
    tabel = open_pagina("kern", kern="Axel", onderdeel="Alle cijfers").tabel()

    [goedkoop] = [
        w
        for w in demo.waarnemingen(demo.overeenkomst.indicator["goedkope_voorraad"], "kern")
        if (w.kern, w.jaar) == ("Axel", 2026)
    ]
    assert _cellen(tabel, "Goedkope woningen in de voorraad")[2:4] == [f"{goedkoop.waarde:.0f}", "627"]
    for titel in (
        "Mutatiegraad",
        "Reacties op een woning",
        "Weigeringen van een woning",
        "Ouderen verhuisd binnen de eigen kern",
    ):
        assert _cellen(tabel, titel)[2] != "geen gegevens"


def test_groepen_per_kern_op_de_themapagina(open_pagina, demo):
    scherm = open_pagina("beschikbaarheid", cijfer="verhuringen_per_groep", onderdeel="Per kern", meer=TABEL)

    kop, *rijen = scherm.tabel()
    kernen = [naam.partition(" (")[0] for naam in kop[1:]]
    # Of the other three there were fewer than ten lettings in all years together.
    klein = {kern.kern for kern in demo.overeenkomst.kernen} - set(kernen)
    assert (len(kernen), klein) == (10, {"Overslag", "Spui", "Zuiddorpe"})
    assert {rij[0] for rij in rijen} == {rij["naam"] for rij in demo.overeenkomst.tabellen["groepen"].to_pylist()}
    per_kern = demo.rijen("toewijzing/per_groep", niveau="kern")
    in_axel = {rij["groep"]: rij["verhuringen"] for rij in per_kern if (rij["kern"], rij["jaar"]) == ("Axel", 2026)}
    statushouders = next(rij for rij in rijen if rij[0] == "Statushouder")[1 + kernen.index("Axel")]
    assert statushouders.endswith(f"({in_axel['statushouder']} van {sum(in_axel.values())})")


def test_verdeling_van_wie_bij_geen_kern_hoort_is_er_niet_per_kern(open_pagina):
    scherm = open_pagina("beschikbaarheid", cijfer="zoekenden_per_duur", onderdeel="Per kern")

    assert [info.value for info in scherm.at.info] == ["Dit cijfer is er niet per kern."]


def test_kernpagina_toont_de_groepen(open_pagina):
    scherm = open_pagina("kern", kern="Axel", onderdeel="Wie er komt wonen")

    assert "Wie kregen een woning, per groep" in scherm.tekst
