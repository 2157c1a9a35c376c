"""Every figure of the agreement on its theme page: charts with words for who cannot see them, tables in Dutch."""

from __future__ import annotations

import csv
import json
import re

import pytest

from dashboard.instellingen import WORTEL

MAP = WORTEL / "data" / "afspraken"
with (MAP / "themas.csv").open(encoding="utf-8") as bestand:
    SLUG = {rij["thema"]: rij["slug"] for rij in csv.DictReader(bestand)}
with (MAP / "indicatoren.csv").open(encoding="utf-8") as bestand:
    CIJFERS = [(SLUG[rij["thema"]], rij["indicator"]) for rij in csv.DictReader(bestand)]
NIVEAUS = ("gemeente", "corporatie", "kern", "verdeling")
# A Dutch figure: points per thousand, a comma for decimals, a thin space before %; then what it rests on.
GETAL = r"-?\d{1,3}(\.\d{3})*(,\d)?"
# Under it what is told beside a median, what chance can do, and the three years of a part too small in one.
TOEVAL = r"met toeval (ongeveer |\d+ tot )\d+\u202f%"
DRIE = rf"(te klein; over|ook over) 20\d\d[^:]*: {GETAL} van {GETAL} \({GETAL}\u202f%\)(, (indicatief )?[a-z ]+)?"
CEL = re.compile(
    rf"geen gegevens|gereed|nog niet gereed|te klein|–|{GETAL}(\u202f%)?( \((n = )?{GETAL}( van {GETAL})?\))?"
    rf"( gemiddeld {GETAL} P90 {GETAL})?( {TOEVAL})?( {DRIE})?"
)


@pytest.mark.parametrize(("slug", "code"), CIJFERS, ids=[code for _, code in CIJFERS])
def test_every_figure_has_charts_words_and_tables(open_pagina, demo, slug, code):
    klik = [f"tabel-{code}-{niveau}" for niveau in NIVEAUS] + [f"uitleg-{code}"]

    scherm = open_pagina(slug, cijfer=code, klik=klik)

    assert list(scherm.at.exception) == []
    assert scherm.at.selectbox(key="cijfer").value == code
    grafieken = scherm.grafieken
    titels = scherm.alle("mp-grafiektitel")
    indicator = demo.overeenkomst.indicator[code]
    gemeten = [
        rij for rij in demo.rijen(indicator.query, **indicator.vaste_parameters) if rij[indicator.kolom] is not None
    ]
    assert [info.value for info in scherm.at.info] == (
        [] if gemeten else ["Van dit cijfer zijn voor deze keuze geen gegevens."]
    )
    assert bool(grafieken) is bool(gemeten)
    assert len(grafieken) == len(titels)
    assert [grafiek.alt for grafiek in grafieken if not grafiek.alt.endswith(".")] == []
    assert [titel.text for titel in titels if not titel.text] == []
    # The last table on the page is the list of afspraken; each chart has one before it.
    tabellen = list(scherm.html.iter("table"))[:-1]
    assert len(tabellen) == len(grafieken)
    vreemd = [cel for nummer in range(len(tabellen)) for rij in scherm.tabel(nummer)[1:] for cel in rij[1:]]
    assert [cel for cel in vreemd if not CEL.fullmatch(cel)] == []


def test_charts_are_at_most_four_and_free_of_streamlits_own_colours(open_pagina):
    grafieken = open_pagina("beschikbaarheid").grafieken

    assert 1 <= len(grafieken) <= 4
    assert {grafiek.theme for grafiek in grafieken} == {""}
    assert {json.loads(grafiek.config)["displayModeBar"] for grafiek in grafieken} == {False}
