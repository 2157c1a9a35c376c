"""Every figure of the agreement on its theme page: charts with words for who cannot see them, tables in Dutch."""

from __future__ import annotations

import csv
import json
import re

import pytest

from dashboard.basis.instellingen import WORTEL
from dashboard.weergave.onderdelen import TABEL, UITLEG

MAP = WORTEL / "data" / "afspraken"
with (MAP / "themas.csv").open(encoding="utf-8") as bestand:
    SLUG = {rij["thema"]: rij["slug"] for rij in csv.DictReader(bestand)}
with (MAP / "indicatoren.csv").open(encoding="utf-8") as bestand:
    CIJFERS = [(SLUG[rij["thema"]], rij["indicator"]) for rij in csv.DictReader(bestand)]
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
    indicator = demo.overeenkomst.indicator[code]
    schermen = [
        open_pagina(slug, cijfer=code, onderdeel=onderdeel, meer=[TABEL, UITLEG])
        for onderdeel in ("Cijfers", "Per kern")
    ]

    assert [fout for scherm in schermen for fout in scherm.at.exception] == []
    assert {scherm.at.selectbox(key="cijfer").value for scherm in schermen} == {code}
    grafieken = [grafiek for scherm in schermen for grafiek in scherm.grafieken]
    titels = [titel for scherm in schermen for titel in scherm.alle("mp-grafiektitel")]
    gemeten = [
        rij for rij in demo.rijen(indicator.query, **indicator.vaste_parameters) if rij[indicator.kolom] is not None
    ]
    niets = [] if gemeten else ["Van dit cijfer zijn voor deze keuze geen gegevens."]
    niet_per_kern = niets if "kern" in indicator.lijst_niveaus else ["Dit cijfer is er niet per kern."]
    assert [[info.value for info in scherm.at.info] for scherm in schermen] == [niets, niet_per_kern]
    assert bool(grafieken) is bool(gemeten)
    assert len(grafieken) == len(titels)
    assert [grafiek.alt for grafiek in grafieken if not grafiek.alt.endswith(".")] == []
    assert [titel.text for titel in titels if not titel.text] == []
    tabellen = [tabel for scherm in schermen for tabel in scherm.tabellen]
    assert len(tabellen) == len(grafieken)
    vreemd = [cel for tabel in tabellen for rij in tabel[1:] for cel in rij[1:]]
    assert [cel for cel in vreemd if not CEL.fullmatch(cel)] == []


def test_charts_are_at_most_four_and_free_of_streamlits_own_colours(open_pagina):
    grafieken = open_pagina("beschikbaarheid").grafieken

    assert 1 <= len(grafieken) <= 4
    assert {grafiek.theme for grafiek in grafieken} == {""}
    assert {json.loads(grafiek.config)["displayModeBar"] for grafiek in grafieken} == {False}
