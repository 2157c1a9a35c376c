"""The map, the tiles and the waterfall as data: what each holds, worked out by hand, and that Plotly accepts them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.tools import return_figure_from_figure_or_data

from dashboard.figuren import Figuur, Gebied, Trede, kaartfiguur, tegelkaartfiguur, watervalfiguur
from dashboard.figuren.gebieden import binnenkant
from dashboard.figuren.kleuren import DONKER, LICHT, contrast
from dashboard.figuren.plaatsing import plaats_namen
from dashboard.figuren.rooster import rooster

VIERKANT = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))
ERNAAST = ((1.0, 0.0), (1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0))
WEST = Gebied(
    "West",
    "achter",
    "■",
    "achter op schema",
    "63 %",
    "West, 2025: 63 %",
    "12 van 19",
    ringen=(VIERKANT,),
    plek=(0.5, 0.5),
)
OOST = Gebied(
    "Oost & Co",
    "op_schema",
    "●",
    "indicatief op schema",
    "90 %",
    "Oost",
    "9 van 10",
    True,
    None,
    (ERNAAST,),
    (1.5, 0.5),
)
LEEG = Gebied("Leeg", "geen_gegevens", "–", "geen gegevens", "", "Leeg: geen gegevens", "geen gegevens")
TEAL = "#00707F"


def geldig(figuur: Figuur) -> Figuur:
    """The check that Streamlit itself does before it draws."""
    return_figure_from_figure_or_data(figuur, validate_figure=True)
    return figuur


def sleutel(figuur: Figuur) -> str:
    return figuur["layout"]["annotations"][0]["text"]


# --- map -------------------------------------------------------------------------------------------------------------


def test_een_kaart_heeft_een_vlak_per_grens_een_naam_per_plaats_en_punten_om_te_klikken():
    figuur = geldig(kaartfiguur([WEST, OOST, LEEG]))
    west, oost, namen, kies = figuur["data"]

    # One degree is 111,2 km north, and east at 0,5 degrees that times 0,99996.
    assert west["x"] == [0, 0, 111.196, 111.196, 0]
    assert west["y"] == [0, 111.2, 111.2, 0, 0]
    assert (west["fill"], west["fillcolor"], west["line"]) == ("toself", "#D18A8A", {"color": "#A31515", "width": 1.5})
    assert (oost["fillcolor"], oost["line"]) == ("#DBEDEA", {"color": "#00806B", "width": 3})
    assert namen["text"] == ["<b>■ West</b>", "<b>● Oost &amp; Co</b>"]
    assert namen["textposition"] == ["middle center", "middle center"]
    assert {kern for [kern] in kies["customdata"]} == {"West", "Oost & Co"}
    assert set(kies["hovertext"]) == {"West, 2025: 63 %", "Oost"}
    assert kies["marker"]["opacity"] == 0


def test_klikpunten_liggen_in_hun_eigen_gebied():
    *_, kies = kaartfiguur([WEST, OOST])["data"]
    punten = list(zip(kies["customdata"], kies["x"], strict=True))
    assert len(punten) > 200
    assert all((x < 111.196) == (kern == "West") for [kern], x in punten)


def test_in_een_gat_van_een_gebied_valt_niet_te_klikken():
    gat = ((0.25, 0.25), (0.25, 0.75), (0.75, 0.75), (0.75, 0.25), (0.25, 0.25))
    *_, kies = kaartfiguur([replace(WEST, ringen=(VIERKANT, gat), plek=None)])["data"]
    assert all(not (28 < x < 83 and 28 < y < 83) for x, y in zip(kies["x"], kies["y"], strict=True))


def test_beide_richtingen_hebben_dezelfde_schaal_en_er_wordt_niets_opgehaald():
    figuur = kaartfiguur([WEST, OOST])
    layout = figuur["layout"]
    assert (layout["yaxis"]["scaleanchor"], layout["yaxis"]["scaleratio"]) == ("x", 1)
    assert {spoor["type"] for spoor in figuur["data"]} == {"scatter"}
    assert not {"map", "mapbox", "geo"} & set(layout)


def test_de_legenda_telt_elke_stand():
    assert sleutel(kaartfiguur([WEST, OOST, LEEG])) == (
        '<span style="color:#A31515;font-size:18px">■</span> achter op schema: 1     '
        '<span style="color:#00806B;font-size:18px">●</span> indicatief op schema: 1     '
        '<span style="color:#5B6470;font-size:18px">–</span> geen gegevens: 1'
    )


def test_een_gebied_zonder_antwoord_is_gearceerd_en_niet_gevuld():
    [vlak, *_] = kaartfiguur([replace(LEEG, ringen=(VIERKANT,))])["data"]
    assert vlak["fillcolor"] == "rgba(0,0,0,0)"
    assert vlak["fillpattern"]["shape"] == "/"


def test_zonder_norm_staat_de_waarde_erbij_met_een_tint():
    laag, hoog = replace(WEST, tint=0.0, waarde="12,5"), replace(OOST, tint=1.0, waarde="37,8", indicatief=False)
    figuur = geldig(kaartfiguur([hoog, laag]))
    assert figuur["data"][2]["text"] == ["<b>Oost &amp; Co 37,8</b>", "<b>West 12,5</b>"]
    assert sleutel(figuur) == "zwakke kleur: 12,5     sterke kleur: 37,8     geen norm"
    assert [binnenkant(een, False) for een in (laag, hoog)] == ["#F2F5FB", "#92AAE2"]


@pytest.mark.parametrize(("donker", "kleuren"), [(False, LICHT), (True, DONKER)])
@pytest.mark.parametrize("indicatief", [False, True])
@pytest.mark.parametrize("stand", ["gereed", "op_schema", "aandacht", "achter", "niet_gestart"])
def test_namen_zijn_op_elk_gebied_te_lezen(donker, kleuren, indicatief, stand):
    assert contrast(kleuren.tekst, binnenkant(replace(WEST, stand=stand, indicatief=indicatief), donker)) >= 4.5
    assert contrast(kleuren.tekst, binnenkant(replace(WEST, tint=1.0), donker)) >= 4.5


def test_een_lege_kaart_zegt_dat():
    for figuur in (geldig(kaartfiguur([])), geldig(tegelkaartfiguur([])), geldig(kaartfiguur([LEEG]))):
        assert figuur["layout"]["annotations"][-1]["text"] == "geen gegevens" or "geen gegevens: 1" in sleutel(figuur)


# --- names -----------------------------------------------------------------------------------------------------------


def test_namen_houden_hun_plaats_zolang_er_ruimte_is():
    assert plaats_namen([(0, 0, 10), (20, 0, 10)], 2) == ["middle center", "middle center"]


def test_namen_die_over_elkaar_zouden_vallen_wijken_uiteen():
    assert plaats_namen([(0, 0, 10), (1, 0, 10)], 2) == ["top center", "bottom center"]


# --- tiles -----------------------------------------------------------------------------------------------------------


def test_tegels_liggen_ongeveer_zoals_op_de_kaart():
    # north-west, north-east, middle, south-west, south-east: two rows of at most three
    plekken = [(0.0, 9.0), (9.0, 9.0), (5.0, 5.0), (0.0, 0.0), (9.0, 0.0)]
    assert rooster(plekken) == [(0, 0), (2, 0), (1, 1), (0, 1), (2, 1)]


def test_een_onbekende_plaats_komt_als_laatste():
    assert rooster([None, (0.0, 0.0), (9.0, 0.0), (0.0, 9.0)]) == [(1, 1), (0, 0), (0, 1), (1, 0)]
    assert rooster([]) == []


@given(st.lists(st.none() | st.tuples(st.floats(3, 8), st.floats(50, 54)), max_size=40))
def test_elke_tegel_heeft_een_eigen_vak(plekken):
    cellen = rooster(plekken)
    assert len(set(cellen)) == len(plekken)


def test_een_tegel_noemt_symbool_waarde_en_waar_die_op_rust():
    figuur = geldig(tegelkaartfiguur([WEST, OOST], donker=True))
    west, oost, namen, waarden, klein, kies = figuur["data"]
    assert west["x"] == pytest.approx([-0.46, 0.46, 0.46, -0.46, -0.46])
    assert oost["x"][0] == pytest.approx(0.54)
    assert namen["text"] == ["<b>West</b>", "<b>Oost &amp; Co</b>"]
    assert waarden["text"] == ["<b>■ 63 %</b>", "<b>● 90 %</b>"]
    assert klein["text"] == ["12 van 19", "9 van 10"]
    assert kies["customdata"] == [["West"], ["Oost & Co"]]


# --- waterfall -------------------------------------------------------------------------------------------------------

JAAR = [
    Trede("beginstand", 100, 98, telling=True),
    Trede("nieuwbouw", 10, 4),
    Trede("sloop", -5, 0),
    Trede("eindstand", 105, 102, telling=True),
]


def test_treden_hangen_tussen_de_tellingen():
    plan, gedaan, _ = geldig(watervalfiguur(JAAR, TEAL))["data"]
    # 98 to 110 differ little, so the axis begins above 0: 35 % of the span under 98 is 93,8, so at 90.
    assert (plan["base"], plan["y"]) == ([90, 100, 105, 90], [10, 10, 5, 15])
    assert (gedaan["base"], gedaan["y"]) == ([90, 98, 102, 90], [8, 4, 0, 12])
    assert plan["text"] == ["100", "+10", "−5", "105"]
    assert gedaan["text"] == ["98", "+4", "0", "102"]
    assert plan["marker"]["color"] == "rgba(0,0,0,0)"
    assert gedaan["marker"]["color"] == TEAL


def test_de_as_zegt_dat_zij_niet_bij_nul_begint():
    tekst = sleutel(watervalfiguur(JAAR, TEAL))
    assert tekst.startswith("as begint niet bij 0")
    hoog = [Trede("beginstand", 10, 10, telling=True), Trede("nieuwbouw", 30, 20)]
    assert "as begint" not in sleutel(watervalfiguur(hoog, TEAL))


def test_een_jaar_zonder_planning_heeft_geen_lege_staven():
    zonder = [replace(trede, plan=None) for trede in JAAR]
    gedaan, hover = geldig(watervalfiguur(zonder, TEAL, lopend=True))["data"]
    assert gedaan["name"] == "werkelijk"
    assert gedaan["marker"]["color"] == "#66A9B2"  # lighter: the year is not over
    assert hover["hovertext"][1] == f'<b>nieuwbouw</b><br><span style="color:{TEAL}">■</span> werkelijk: +4'


def test_een_niet_getelde_waarde_is_een_streepje_en_geen_nul():
    _, gedaan, _ = watervalfiguur([replace(JAAR[0], gedaan=None), *JAAR[1:]], TEAL)["data"]
    assert gedaan["text"] == ["–", "–", "–", "102"]


def test_een_waterval_zonder_gegevens_zegt_dat():
    figuur = geldig(watervalfiguur([Trede("beginstand", None, None, telling=True)], TEAL))
    assert [een["text"] for een in figuur["layout"]["annotations"]] == ["geen gegevens"]
