"""Filters on a theme page, as a shared link carries them: what is known is taken over, what is not is dropped."""

from __future__ import annotations

import pytest

THEMAS = ("beschikbaarheid", "duurzaamheid", "wonen-en-zorg", "leefbaarheid", "samenwerking")
BEGIN = {"corporatie": None, "kernen": [], "van": "2021", "tot": "2026", "stand": "nieuwste"}
# What stands in the URL, and what the filters then show.
KEUZES = {
    "corporatie": ({"corporatie": "Clavis"}, {"corporatie": "CLAVIS"}),
    "kern": ({"kernen": "Sas van Gent"}, {"kernen": ["Sas van Gent"]}),
    "kernen": ({"kernen": ["Axel", "Overslag"]}, {"kernen": ["Axel", "Overslag"]}),
    "jaren": ({"van": "2023", "tot": "2024"}, {"van": "2023", "tot": "2024"}),
    "een-jaar": ({"van": "2025", "tot": "2025"}, {"van": "2025", "tot": "2025"}),
    "alles": (
        {"corporatie": "Woongoed ZVL", "kernen": ["Axel", "Hoek"], "van": "2022", "tot": "2025", "stand": "2"},
        {"corporatie": "WZV", "kernen": ["Axel", "Hoek"], "van": "2022", "tot": "2025", "stand": "2"},
    ),
    "onbekend": (
        {"corporatie": "Buiten", "kernen": "Nergens", "van": "1066", "tot": "later", "cijfer": "x", "stand": "99"},
        {},
    ),
    "rommel": ({"stand": "-1", "cijfer": "", "van": "", "kernen": ["Axel", "Nergens"]}, {"kernen": ["Axel"]}),
}


@pytest.mark.parametrize("thema", THEMAS)
@pytest.mark.parametrize("naam", KEUZES)
def test_een_link_met_filters_opent_met_die_filters(open_pagina, thema, naam):
    vraag, anders = KEUZES[naam]

    scherm = open_pagina(thema, **vraag)

    assert list(scherm.at.exception) == []
    assert list(scherm.at.warning) == []
    assert {sleutel: scherm.at.session_state[sleutel] for sleutel in BEGIN} == BEGIN | anders
    assert len(scherm.tegels) == 3


@pytest.mark.parametrize("thema", THEMAS)
def test_een_eerste_jaar_na_het_laatste_geeft_de_hele_periode_en_zegt_dat(open_pagina, thema):
    omgekeerd = open_pagina(thema, van="2026", tot="2021")

    [melding] = omgekeerd.at.warning
    assert melding.value == "Het eerste jaar ligt na het laatste jaar; getoond wordt de hele periode."
    assert omgekeerd.tekst == open_pagina(thema).tekst


def test_filters_veranderen_wat_er_geteld_wordt(open_pagina, demo):
    """The newest whole year, asked past the page with the same choice."""
    keuzes = [({}, {}), ({"corporatie": "Clavis"}, {"corporaties": ["CLAVIS"]})]
    keuzes += [({"kernen": ["Axel", "Hoek"]}, {"kernen": ["Axel", "Hoek"]})]
    getoond, verwacht = [], []
    for vraag, parameters in keuzes:
        scherm = open_pagina("beschikbaarheid", tot="2025", **vraag)
        n, _, datum = scherm.tegel("Aandeel regulier").rpartition("n = ")[2].split(" · ")
        getoond.append(f"{n} · {datum}")
        [rij] = [
            rij
            for rij in demo.rijen("toewijzing/aandeel_regulier", niveau="gemeente", **parameters)
            if rij["jaar"] == 2025
        ]
        verwacht.append(f"{rij['verhuringen']} · gegevens t/m 31 december 2025")

    assert getoond == verwacht
    assert len(set(getoond)) == 3


def test_een_gekozen_cijfer_en_een_onbekend_cijfer(open_pagina):
    gewoon = open_pagina("beschikbaarheid")
    gekozen = open_pagina("beschikbaarheid", cijfer="zoekduur")

    assert gewoon.at.selectbox(key="cijfer").value == "aandeel_regulier"
    assert gekozen.at.selectbox(key="cijfer").value == "zoekduur"
    assert gekozen.at.query_params == {"cijfer": "zoekduur"}
    assert open_pagina("beschikbaarheid", cijfer="bestaat-niet").tekst == gewoon.tekst


def test_een_cijfer_van_een_thema_gaat_niet_mee_naar_een_ander(open_pagina):
    """The choice is kept under the same name on every theme page; a theme does not know the figures of another."""
    scherm = open_pagina("duurzaamheid", cijfer="zoekduur")

    assert scherm.at.selectbox(key="cijfer").value == "warmtenet_aansluitingen"
    assert scherm.at.query_params == {}


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    [
        ({"kernen": ["Axel", "Hoek"]}, "de norm geldt per kern"),
        ({"corporatie": "Clavis", "kernen": ["Axel"]}, "de norm geldt per kern"),
    ],
)
def test_een_tegel_zegt_voor_wie_de_norm_geldt_als_dat_niet_de_keuze_is(open_pagina, vraag, tekst):
    assert tekst in open_pagina("beschikbaarheid", **vraag).tegel("Aandeel regulier")


def test_een_norm_van_een_corporatie_wordt_genoemd_waar_een_andere_gekozen_is(open_pagina):
    tegel = open_pagina("wonen-en-zorg", corporatie="Woongoed ZVL").tegel("Nultredenwoningen")
    assert "de norm geldt voor Clavis" in tegel


@pytest.mark.parametrize("vraag", [{"corporatie": "Clavis"}, {"corporatie": "Clavis", "kernen": ["Axel"]}])
def test_de_kleine_letters_noemen_alleen_wie_is_meegeteld(open_pagina, vraag):
    """Woongoed delivered up to the second quarter; that says nothing about the lettings of Clavis."""
    assert "Woongoed ZVL t/m K2" in open_pagina("beschikbaarheid").tegel("Aandeel regulier")
    assert "Woongoed" not in open_pagina("beschikbaarheid", **vraag).tegel("Aandeel regulier")


@pytest.mark.parametrize(
    ("vraag", "titel"),
    [
        ({"kernen": ["Axel"]}, "In 2025 haalt Axel de laatst bekende norm"),
        ({"kernen": ["Axel", "Sas van Gent"]}, "In 2025 haalt 1 van 2 gekozen kernen de laatst bekende norm"),
        ({"corporatie": "Clavis"}, "Aandeel regulier per kern, alleen Clavis"),
        ({"kernen": ["Overslag"]}, "Overslag in 2025: te klein of zonder gegevens"),
    ],
)
def test_de_titel_boven_de_kernen_volgt_het_filter(open_pagina, vraag, titel):
    scherm = open_pagina("beschikbaarheid", cijfer="aandeel_regulier", onderdeel="Per kern", **vraag)
    assert titel in [deel.text for deel in scherm.alle("mp-grafiektitel")]
