"""Every figure of the agreement on its theme page: charts with words for who cannot see them, tables in Dutch."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from dashboard.basis.instellingen import WORTEL
from dashboard.cijfers import Keuze
from dashboard.grafieken import grafieken_voor
from dashboard.weergave.filters import jaren_met_gegevens
from dashboard.weergave.grafiek import uitleg
from dashboard.weergave.onderdelen import TABEL, UITLEG
from tests.pages.conftest import lees_html, woorden

RIJEN = [
    (pad.stem, code, rij)
    for pad in sorted((WORTEL / "data" / "afspraken" / "indicatoren").iterdir())
    for code, rij in tomllib.loads(pad.read_text("utf-8")).items()
]
CIJFERS = [(slug, code) for slug, code, _ in RIJEN]
# A Dutch figure: points per thousand, a comma for decimals, a thin space before %; then what it rests on.
GETAL = r"-?\d{1,3}(\.\d{3})*(,\d)?"
# Under it what is told beside it, what chance can do, and the three years of a part too small in one.
NAAST = r"(eind 2021|gemelde schil|alle doorstromers van 65\+|bij wie slaagde)"
TOEVAL = r"met toeval (ongeveer |\d+ tot )\d+\u202f%"
DRIE = rf"(te klein; over|ook over) 20\d\d[^:]*: {GETAL} van {GETAL} \({GETAL}\u202f%\)(, (indicatief )?[a-z ]+)?"
CEL = re.compile(
    rf"geen gegevens|gereed|nog niet gereed|te klein|–|{GETAL}(\u202f%)?( \((n = )?{GETAL}( van {GETAL})?\))?"
    rf"( gemiddeld {GETAL} P90 {GETAL})?( {NAAST}: {GETAL}(\u202f%)?)?( {TOEVAL})?( {DRIE})?"
)


# A page does the same for each of them: one of every unit and set of levels says that it does.
SOORTEN = {(rij["eenheid"], *rij["niveaus"]): (slug, code) for slug, code, rij in reversed(RIJEN)}


def _gemeten(monitor, indicator):
    rijen = monitor.rijen(indicator.query, **indicator.parameters)
    return any(rij[indicator.kolom] is not None for rij in rijen)


@pytest.fixture(scope="module")
def keuze(demo):
    """What a page chooses by itself: every year with data."""
    jaren = jaren_met_gegevens(demo)
    return Keuze(van=int(jaren[0]), tot=int(jaren[-1]))


@pytest.mark.parametrize("code", [code for _, code in CIJFERS])
def test_elk_cijfer_heeft_grafieken_met_woorden_en_een_tabel(demo, keuze, code):
    indicator = demo.overeenkomst.indicator[code]

    alle = grafieken_voor(demo, indicator, keuze, donker=False)

    assert bool(alle) is _gemeten(demo, indicator)
    assert [grafiek.alt for grafiek in alle if not grafiek.alt.endswith(".")] == []
    assert [grafiek.titel for grafiek in alle if not grafiek.titel] == []
    cellen = [" ".join(cel.split("\n")) for grafiek in alle for rij in grafiek.rijen for cel in rij[1:]]
    assert [cel for cel in cellen if not CEL.fullmatch(cel)] == []
    assert [len(rij) for grafiek in alle for rij in grafiek.rijen if len(rij) != len(grafiek.kop)] == []
    [lijst] = lees_html(str(uitleg(demo, indicator)))
    assert [woorden(deel) for deel in lijst][:2] == ["Wat het is", indicator.uitleg]


@pytest.mark.parametrize(("slug", "code"), SOORTEN.values(), ids=[code for _, code in SOORTEN.values()])
def test_een_pagina_toont_elke_grafiek_met_haar_tabel(open_pagina, demo, keuze, slug, code):
    indicator = demo.overeenkomst.indicator[code]
    cijfers, per_kern = (
        open_pagina(slug, cijfer=code, onderdeel=onderdeel, meer=[TABEL, UITLEG])
        for onderdeel in ("Cijfers", "Per kern")
    )

    alle = grafieken_voor(demo, indicator, keuze, donker=False)
    kernen = [grafiek for grafiek in alle if grafiek.niveau == "kern"]
    niets = [] if _gemeten(demo, indicator) else ["Dit cijfer is nog niet aangeleverd."]
    niet_per_kern = niets if "kern" in indicator.niveaus or kernen else ["Dit cijfer is er niet per kern."]
    rest = [grafiek for grafiek in alle if grafiek.niveau != "kern"] or alle
    for scherm, verwacht, info in ((cijfers, rest, niets), (per_kern, kernen, niet_per_kern)):
        assert list(scherm.at.exception) == []
        assert scherm.at.selectbox(key="cijfer").value == code
        assert [melding.value for melding in scherm.at.info] == info
        assert [grafiek.alt for grafiek in scherm.grafieken] == [grafiek.alt for grafiek in verwacht]
        assert [titel.text for titel in scherm.alle("mp-grafiektitel")] == [grafiek.titel for grafiek in verwacht]
        assert scherm.tabellen == [_tabel(grafiek) for grafiek in verwacht]


def _tabel(grafiek):
    """The table of a chart as it is read."""
    return [[" ".join(cel.split("\n")) for cel in rij] for rij in (grafiek.kop, *grafiek.rijen)]


def test_een_cijfer_zonder_gegevens_zegt_dat(open_pagina, demo):
    zonder = [(slug, code) for slug, code in CIJFERS if not _gemeten(demo, demo.overeenkomst.indicator[code])]
    gezegd = {code: [info.value for info in open_pagina(slug, cijfer=code).at.info] for slug, code in zonder}
    assert gezegd == {code: ["Dit cijfer is nog niet aangeleverd."] for _, code in zonder}


def test_hoogstens_vier_grafieken_zonder_de_kleuren_van_streamlit(open_pagina):
    grafieken = open_pagina("beschikbaarheid").grafieken

    assert 1 <= len(grafieken) <= 4
    assert {grafiek.theme for grafiek in grafieken} == {""}
    assert {json.loads(grafiek.config)["displayModeBar"] for grafiek in grafieken} == {False}
