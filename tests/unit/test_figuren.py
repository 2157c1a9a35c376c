"""Charts as data: what each figure holds, worked out by hand, and that Plotly accepts every one of them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.tools import return_figure_from_figure_or_data

from dashboard.basis.eenheid import AANTAL, EENHEDEN
from dashboard.figuren import (
    CONFIG,
    Figuur,
    NormStuk,
    Opmaak,
    Punt,
    Reeks,
    alt_tekst,
    ordinaal_palet,
)
from dashboard.figuren.kleuren import DONKER, LICHT, Standkleur, arcering, contrast, lichter, meng, standkleur, tekst_op
from dashboard.figuren.labels import breek, schuif
from dashboard.figuren.lijn import lijnfiguur
from dashboard.figuren.opmaak_figuur import PLOTHOOGTE, jaar_as
from dashboard.figuren.samenstelling import gestapeld_aandeel
from dashboard.figuren.schaal import Schaal, astekst, maak_schaal
from dashboard.figuren.staaf import staaffiguur
from dashboard.figuren.veelvouden import kleine_veelvouden

JAREN = ["2022", "2023", "2024", "2025 t/m K3"]
TEAL, PAARS = "#00707F", "#6A3FA0"
NORMEN = (
    NormStuk("2022", "2023", 0.8, "norm 80\u202f%"),
    NormStuk("2024", "2025 t/m K3", 0.8, "laatst bekende norm 80\u202f%", bekend=False),
)
WIT = "#FFFFFF"


def punten(*waarden: float | None) -> list[Punt]:
    """Points on JAREN, the last of a running year."""
    return [
        Punt(jaar, waarde, "geen gegevens" if waarde is None else f"{waarde:.0%}", lopend=jaar == JAREN[-1])
        for jaar, waarde in zip(JAREN, waarden, strict=True)
    ]


def waarden_op(
    labels: list[str], naam: str, waarden: list[float | None], teksten: list[str], kleur=TEAL, **meer
) -> Reeks:
    """A series of values with their text, such as bars or the part of a whole."""
    return Reeks(naam, [Punt(*drie) for drie in zip(labels, waarden, teksten, strict=True)], kleur, **meer)


def paneel(naam: str, punten: list[Punt], normen=(), nadruk=False) -> Reeks:
    """A small chart among others, that was not chosen."""
    return Reeks(naam, punten, nadruk=nadruk, normen=normen)


def panelen_figuur(panelen: list[Reeks], opmaak: Opmaak | None = None, kolommen: int | None = None) -> Figuur:
    """Small charts over all labels that any of them has."""
    labels = sorted({punt.jaar for een in panelen for punt in een.punten})
    return kleine_veelvouden(labels, panelen, opmaak or Opmaak(), kolommen)


def geldig(figuur: Figuur) -> Figuur:
    """The check that Streamlit itself does before it draws."""
    return_figure_from_figure_or_data(figuur, validate_figure=True)
    return figuur


def teksten(figuur: Figuur) -> list[str]:
    return [annotatie["text"] for annotatie in figuur["layout"]["annotations"]]


# --- colours ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kleuren", [LICHT, DONKER])
def test_elke_tekstkleur_is_leesbaar_op_haar_vlak(kleuren):
    tekst = [kleuren.tekst, kleuren.gedempt, kleuren.accent, kleuren.naast]
    assert [kleur for kleur in tekst if contrast(kleur, kleuren.vlak) < 4.5] == []
    assert contrast(kleuren.as_, kleuren.vlak) >= 3


def test_elke_stand_heeft_de_kleur_die_is_nagekeken():
    assert standkleur("aandacht") == Standkleur("#9A5B00", "#E39A00", gearceerd=False)
    assert standkleur("achter", donker=True) == Standkleur("#FF8A80", "#FF8A80", gearceerd=False)
    assert standkleur("te_weinig_gegevens") == Standkleur("#5B6470", "rgba(0,0,0,0)", gearceerd=True)
    for stand in ("gereed", "op_schema", "aandacht", "achter", "niet_gestart", "geen_norm", "geen_nulmeting"):
        assert contrast(standkleur(stand).tekst, LICHT.vlak) >= 4.5
        assert contrast(standkleur(stand, donker=True).tekst, DONKER.vlak) >= 4.5
    with pytest.raises(KeyError):
        standkleur("groen")


@pytest.mark.parametrize("donker", [False, True])
@pytest.mark.parametrize("aantal", range(1, 14))
def test_klassen_op_volgorde_worden_lichter_en_hun_tekst_blijft_leesbaar(aantal, donker):
    kleuren = ordinaal_palet(aantal, donker)
    licht = [contrast(kleur, "#000000") for kleur in kleuren]
    assert len(set(kleuren)) == aantal
    assert licht == sorted(licht)
    assert all(contrast(tekst_op(kleur), kleur) >= 4.5 for kleur in kleuren)


def test_kleuren_mengen_en_kiezen():
    assert meng("#000000", "#FFFFFF", 0.5) == "#808080"
    assert lichter("#000000") == "#666666"
    assert ordinaal_palet(2) == ("#123B5D", "#EBD36B")
    assert ordinaal_palet(5, True) == ("#2F6A96", "#3E8AA6", "#5FB0A2", "#AECF97", "#F2E08A")
    assert (tekst_op("#123B5D"), tekst_op("#EBD36B")) == ("#FFFFFF", "#000000")


# --- axis and labels -------------------------------------------------------------------------------------------------


def test_de_as_met_waarden_heeft_ronde_getallen():
    nul = "\u202f%"
    assert maak_schaal([0.3], EENHEDEN["aandeel"]) == Schaal(
        0.0, 1.0, (0, 0.2, 0.4, 0.6, 0.8, 1), tuple(f"{deel}{nul}" for deel in (0, 20, 40, 60, 80, 100))
    )
    assert maak_schaal([1200, None, 4853], EENHEDEN["aantal"]) == Schaal(
        0, 5000, (0, 1000, 2000, 3000, 4000, 5000), ("0", "1.000", "2.000", "3.000", "4.000", "5.000")
    )
    assert maak_schaal([4799, 4853], EENHEDEN["aantal"], vanaf_nul=False) == Schaal(
        4780, 4860, (4780, 4800, 4820, 4840, 4860), ("4.780", "4.800", "4.820", "4.840", "4.860")
    )
    assert maak_schaal([99, 101], EENHEDEN["index"]) == Schaal(
        99, 101, (99, 99.5, 100, 100.5, 101), ("99,0", "99,5", "100,0", "100,5", "101,0")
    )
    assert maak_schaal([2], EENHEDEN["aantal"]) == Schaal(0, 2, (0, 1, 2), ("0", "1", "2"))  # no half houses
    assert maak_schaal([-50, 70], EENHEDEN["aantal"]) == Schaal(-50, 100, (-50, 0, 50, 100), ("-50", "0", "50", "100"))
    assert maak_schaal([], EENHEDEN["aantal"]) == Schaal(0, 1, (0, 1), ("0", "1"))
    assert maak_schaal([0, float("nan")], EENHEDEN["maanden"]).teksten == ("0,0", "0,2", "0,4", "0,6", "0,8", "1,0")
    assert maak_schaal([1.4], EENHEDEN["aandeel"]).teksten == (f"0{nul}", f"50{nul}", f"100{nul}", f"150{nul}")


def test_de_as_zegt_wat_de_lezer_moet_weten():
    assert astekst(maak_schaal([0.4], EENHEDEN["aandeel"]), EENHEDEN["aandeel"]) == ""
    assert astekst(maak_schaal([30], EENHEDEN["maanden"]), EENHEDEN["maanden"]) == "maanden"
    assert astekst(maak_schaal([99, 101], EENHEDEN["index"]), EENHEDEN["index"]) == "index, as begint niet bij 0"
    assert (
        astekst(maak_schaal([4799, 4853], EENHEDEN["aantal"], vanaf_nul=False), EENHEDEN["aantal"])
        == "as begint niet bij 0"
    )


def test_labels_wijken_uiteen_rond_hun_plaats():
    assert schuif([(100, 20), (50, 20)], 240) == [100, 50]
    assert schuif([(100, 20), (100, 20)], 240) == [90, 110]
    assert schuif([(100, 20), (105, 40), (95, 20)], 240) == [pytest.approx(x) for x in (290 / 3, 380 / 3, 230 / 3)]
    assert schuif([(0, 20), (240, 20)], 240) == [10, 230]  # never outside


@given(st.lists(st.tuples(st.floats(0, 240), st.sampled_from([20.0, 40.0])), max_size=6))
def test_labels_overlappen_niet_zolang_er_plaats_is(labels):
    middens = schuif(labels, 240)
    vakken = sorted((midden - maat / 2, midden + maat / 2) for midden, (_, maat) in zip(middens, labels, strict=True))
    assert all(een[1] <= twee[0] + 1e-6 for een, twee in itertools.pairwise(vakken))
    assert not vakken or (vakken[0][0] >= -1e-6 and vakken[-1][1] <= 240 + 1e-6)


def test_een_lang_label_breekt_tussen_woorden():
    assert breek("laatst bekende norm 80\u202f% (t/m 2023)") == ["laatst bekende norm", "80\u202f% (t/m 2023)"]
    assert breek("woningcorporatiekoepel") == ["woningcorporatiekoepel"]
    assert breek("") == [""]


def test_van_veel_kwartalen_staat_elk_jaar_hetzelfde_op_de_as():
    kwartalen = [f"{jaar} K{kwartaal}" for jaar in (2021, 2022, 2023, 2024) for kwartaal in (1, 2, 3, 4)]
    assert jaar_as(kwartalen[:15], LICHT)["tickvals"] == kwartalen[0:15:2]
    assert jaar_as([*kwartalen, "2025 K1", "2025 K2", "2025 K3"], LICHT)["ticktext"] == [
        "2021<br>K3",
        "2022<br>K3",
        "2023<br>K3",
        "2024<br>K3",
        "2025<br>K3",
    ]


# --- lines -----------------------------------------------------------------------------------------------------------


def test_een_lijn_met_een_lopend_jaar_en_een_norm():
    reeks = Reeks(
        "Oost",
        [
            Punt("2022", 0.9, "90 %"),
            Punt("2023", 0.7, "70 % (7 van 10)", hol=True),
            Punt("2024", None, "geen gegevens"),
            Punt("2025 t/m K3", 0.6, "60 %", lopend=True, kort="60 %"),
        ],
        TEAL,
    )
    figuur = geldig(lijnfiguur(JAREN, [reeks], Opmaak(NORMEN)))
    assert figuur["data"] == [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": "Oost",
            "x": ["2025 t/m K3"],
            "y": [0.6],
            "line": {"color": "#66A9B2", "width": 3, "dash": "5px,4px"},
            "marker": {"size": 9, "color": ["#66A9B2"], "line": {"color": TEAL, "width": 2}},
            "connectgaps": False,
            "cliponaxis": False,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": "Oost",
            "x": JAREN,
            "y": [0.9, 0.7, None, None],
            "line": {"color": TEAL, "width": 3, "dash": "solid"},
            "marker": {"size": 9, "color": [TEAL, WIT, TEAL, TEAL], "line": {"color": TEAL, "width": 2}},
            "connectgaps": False,
            "cliponaxis": False,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": JAREN,
            "y": [0.9, 0.7, 0.5, 0.6],
            "marker": {"opacity": 0, "size": 1},
            "hovertext": [
                f'<b>2022</b><br><span style="color:{TEAL}">●</span> Oost: 90 %<br>norm 80\u202f%',
                f'<b>2023</b><br><span style="color:{TEAL}">●</span> Oost: 70 % (7 van 10)<br>norm 80\u202f%',
                f'<b>2024</b><br><span style="color:{TEAL}">●</span> Oost: geen gegevens<br>laatst bekende norm 80\u202f%',
                f'<b>2025 t/m K3</b><br><span style="color:{TEAL}">●</span> Oost: 60 %<br>laatst bekende norm 80\u202f%',
            ],
            "hoverinfo": "text",
            "cliponaxis": False,
        },
    ]
    lijn = {"type": "line", "xref": "x", "yref": "y", "y0": 0.8, "y1": 0.8, "layer": "above"}
    assert figuur["layout"]["shapes"] == [
        lijn | {"x0": -0.5, "x1": 1.5, "line": {"color": "#0F1720", "width": 2.5, "dash": "solid"}},
        lijn | {"x0": 1.5, "x1": 3.5, "line": {"color": "#0F1720", "width": 2.5, "dash": "dot"}},
    ]
    assert teksten(figuur) == ["○ weinig waarnemingen", "<b>Oost 60 %</b>", "laatst bekende norm<br>80\u202f%"]


def test_elke_figuur_heeft_dezelfde_opmaak():
    layout = geldig(lijnfiguur(JAREN, [Reeks("Oost", punten(0.9, 0.8, 0.7, 0.6), TEAL)], Opmaak(donker=True)))["layout"]
    assert layout["height"] == 340
    assert layout["margin"] == {"l": 64, "r": 168, "t": 52, "b": 56, "autoexpand": False}
    assert (layout["paper_bgcolor"], layout["plot_bgcolor"]) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert layout["font"] == {"family": '"Source Sans", "Source Sans Pro", sans-serif', "size": 16, "color": "#E8ECF1"}
    assert (layout["separators"], layout["showlegend"], layout["dragmode"]) == (",.", False, False)
    assert (layout["hovermode"], layout["hoverdistance"]) == ("x", -1)
    x, y = layout["xaxis"], layout["yaxis"]
    assert (x["type"], x["categoryarray"], x["fixedrange"]) == ("category", JAREN, True)
    assert x["ticktext"] == ["2022", "2023", "2024", "2025<br>t/m K3"]
    assert (y["range"], y["fixedrange"], y["tickformat"], y["hoverformat"]) == ([0, 1.01], True, ",.10~g", ",.10~g")
    assert CONFIG["displayModeBar"] is False


def test_een_lijn_die_eerder_ophoudt_zegt_wanneer():
    figuur = geldig(lijnfiguur(JAREN, [Reeks("Oost", punten(0.9, 0.8, None, None), TEAL)]))
    assert teksten(figuur) == ["<b>Oost (2023)</b>"]


def test_het_lopende_jaar_sluit_aan_op_het_laatste_hele_jaar():
    figuur = lijnfiguur(JAREN, [Reeks("Oost", punten(0.9, 0.8, 0.7, 0.6), TEAL)])
    lopend, heel, _ = figuur["data"]
    assert (lopend["x"], lopend["y"]) == (["2024", "2025 t/m K3"], [0.7, 0.6])
    assert lopend["marker"]["opacity"] == [0, 1]
    assert heel["y"] == [0.9, 0.8, 0.7, None]


def test_wat_niet_gekozen_is_staat_dun_en_grijs_op_de_achtergrond():
    gekozen = Reeks("Zuid", punten(0.9, 0.8, 0.7, 0.6), TEAL)
    ander = Reeks("Noord", punten(0.5, 0.5, 0.5, 0.5), "", nadruk=False)
    figuur = geldig(lijnfiguur(JAREN, [gekozen, ander], Opmaak(NORMEN, achtergrond="overige kernen")))
    assert [spoor["name"] for spoor in figuur["data"]] == ["Noord", "Noord", "Zuid", "Zuid", "norm", "norm"]
    assert figuur["data"][1]["line"] == {"color": "#98A2AE", "width": 1.5, "dash": "solid"}
    assert figuur["data"][1]["hovertext"] == [
        "Noord, 2022: 50%",
        "Noord, 2023: 50%",
        "Noord, 2024: 50%",
        "Noord, 2025 t/m K3: 50%",
    ]
    assert figuur["data"][2]["hoverinfo"] == ["skip", "text"]
    assert figuur["data"][4]["hovertext"] == ["2022: norm 80\u202f%", "2023: norm 80\u202f%"]
    assert figuur["layout"]["hovermode"] == "closest"
    assert teksten(figuur) == [
        '<span style="color:#98A2AE;font-size:18px">━</span> overige kernen',
        "<b>Zuid</b>",
        "laatst bekende norm<br>80\u202f%",
    ]


def test_een_planning_is_gestreept_met_open_punten():
    figuur = geldig(
        lijnfiguur(JAREN[:3], [Reeks("plan", punten(4.0, 5.0, 6.0, None)[:3], TEAL, plan=True)], Opmaak(eenheid=AANTAL))
    )
    assert figuur["data"][0]["line"]["dash"] == "12px,6px"
    assert figuur["data"][0]["marker"]["color"] == [WIT, WIT, WIT]


def test_een_norm_met_treden_is_een_lijn_en_elke_trede_heeft_haar_tekst():
    normen = [NormStuk("2022", "2023", 0.7, "norm 70\u202f%"), NormStuk("2024", "2024", 0.8, "norm 80\u202f%")]
    figuur = geldig(lijnfiguur(JAREN, [Reeks("Oost", punten(0.9, 0.76, 0.7, 0.6), TEAL)], Opmaak(normen)))
    assert [(v["x0"], v["y0"], v["x1"], v["y1"]) for v in figuur["layout"]["shapes"]] == [
        (-0.5, 0.7, 1.5, 0.7),
        (1.5, 0.8, 2.5, 0.8),
        (1.5, 0.7, 1.5, 0.8),
    ]
    zeventig, tachtig, _ = figuur["layout"]["annotations"]
    # The line runs just above the norm of 70 % and just below that of 80 %, so the texts go to the other sides.
    assert (zeventig["text"], zeventig["x"], zeventig["yanchor"]) == ("norm 70\u202f%", 1.45, "top")
    assert (tachtig["text"], tachtig["x"], tachtig["yanchor"]) == ("norm 80\u202f%", 2.45, "bottom")


def test_de_tekst_van_een_norm_staat_nooit_over_een_lijn():
    reeksen = [Reeks("Oost", punten(0.9, 0.76, 0.7, 0.6), TEAL), Reeks("West", punten(0.9, 0.66, 0.7, 0.6), PAARS)]
    figuur = geldig(lijnfiguur(JAREN, reeksen, Opmaak([NormStuk("2022", "2023", 0.7, "norm 70\u202f%")])))
    assert teksten(figuur) == ["<b>Oost</b>", "<b>West</b>", "norm 70\u202f% (t/m\u00a02023)"]


def test_labels_van_dezelfde_waarde_staan_onder_elkaar():
    reeksen = [Reeks("Oost", punten(0.9, 0.8, 0.7, 0.5), TEAL), Reeks("West", punten(0.5, 0.5, 0.5, 0.5), PAARS)]
    oost, west = lijnfiguur(JAREN, reeksen)["layout"]["annotations"]
    assert (oost["y"], oost["yshift"], oost["font"]["color"]) == (0.5, 10, TEAL)
    assert (west["y"], west["yshift"], west["font"]["color"]) == (0.5, -10, PAARS)


def test_een_punt_dat_niet_op_de_as_staat_is_een_fout():
    with pytest.raises(ValueError, match="reeks 'Oost' heeft punten die niet op de as staan: 2030"):
        lijnfiguur(JAREN, [Reeks("Oost", [Punt("2030", 1, "1")], TEAL)])
    with pytest.raises(ValueError, match="norm 'norm 80\u202f%' gebruikt '2021', en dat staat niet op de as"):
        lijnfiguur(JAREN, [], Opmaak([NormStuk("2021", "2022", 0.8, "norm 80\u202f%")]))


def test_een_naam_uit_de_gegevens_is_nooit_opmaak():
    figuur = lijnfiguur(JAREN, [Reeks("<b>A</b> & co", punten(0.9, 0.8, 0.7, 0.6), TEAL)])
    assert figuur["data"][0]["name"] == "&lt;b&gt;A&lt;/b&gt; &amp; co"
    assert teksten(figuur) == ["<b>&lt;b&gt;A&lt;/b&gt; &amp; co</b>"]
    assert "&lt;b&gt;A&lt;/b&gt; &amp; co: 90%" in figuur["data"][2]["hovertext"][0]


def test_zonder_waarden_zegt_de_figuur_dat():
    for figuur in (
        lijnfiguur(JAREN, [Reeks("Oost", [], TEAL)]),
        lijnfiguur(JAREN, []),
        lijnfiguur([], []),
        staaffiguur(["2022"], [waarden_op(["2022"], "Oost", [None], ["geen gegevens"])]),
        staaffiguur([], []),
        gestapeld_aandeel([], []),
        kleine_veelvouden([], []),
    ):
        assert teksten(geldig(figuur)) == ["geen gegevens"]


# --- bars ------------------------------------------------------------------------------------------------------------


def test_staven_van_planning_en_realisatie():
    plan = waarden_op(["2022", "2023"], "plan", [40, 0], ["40 woningen", "0 woningen"], plan=True)
    echt = Reeks("gebouwd", [Punt("2022", 30, "30 woningen", lopend=True), Punt("2023", None, "geen gegevens")], PAARS)
    opmaak = Opmaak([NormStuk("2022", "2022", 50, "doel 50")], AANTAL)
    figuur = geldig(staaffiguur(["2022", "2023"], [plan, echt], opmaak))
    gelijk = {
        "type": "bar",
        "x": ["2022", "2023"],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"size": 16, "color": "#0F1720"},
    }
    leeg = "rgba(0,0,0,0)"
    vak, vol = f'<span style="color:{TEAL}">□</span>', f'<span style="color:{PAARS}">■</span>'
    assert figuur["data"] == [
        gelijk
        | {
            "name": "plan",
            "y": [40, 0],
            "marker": {"color": [leeg, leeg], "line": {"color": TEAL, "width": [2.5, 2.5]}},
            "text": ["40", "0"],
        },
        gelijk
        | {
            "name": "gebouwd",
            "y": [30, 0],
            "marker": {"color": ["#A68CC6", PAARS], "line": {"color": PAARS, "width": [1.5, 0]}},
            "text": ["30", "–"],
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": ["2022", "2023"],
            "y": [40, 0],
            "marker": {"opacity": 0, "size": 1},
            "hovertext": [
                f"<b>2022</b><br>{vak} plan: 40 woningen<br>{vol} gebouwd: 30 woningen<br>doel 50",
                f"<b>2023</b><br>{vak} plan: 0 woningen<br>{vol} gebouwd: geen gegevens",
            ],
            "hoverinfo": "text",
            "cliponaxis": False,
        },
    ]
    groot = "font-size:18px"
    assert teksten(figuur) == [
        f'<span style="color:{TEAL};{groot}">□</span> plan     <span style="color:{PAARS};{groot}">■</span> gebouwd',
        "doel 50 (t/m\u00a02022)",
    ]
    assert (figuur["layout"]["barmode"], figuur["layout"]["yaxis"]["range"]) == ("group", [0, 50.5])


def test_bij_veel_staven_staat_er_geen_getal_op():
    jaren = [str(jaar) for jaar in range(2016, 2025)]
    figuur = geldig(
        staaffiguur(jaren, [waarden_op(jaren, "Oost", [None] + [1] * 8, ["x"] * 9)], Opmaak(eenheid=AANTAL))
    )
    assert "text" not in figuur["data"][0]
    assert figuur["data"][0]["y"] == [None] + [1] * 8


# --- composition -----------------------------------------------------------------------------------------------------


def test_delen_zijn_samen_honderd_procent():
    plaatsen = ["Noord", "Zuid"]
    delen = [
        waarden_op(plaatsen, "A", [30, None], ["30 woningen", "geen gegevens"], "#123B5D"),
        waarden_op(plaatsen, "B", [9, None], ["9 woningen", "geen gegevens"], "#EBD36B"),
        waarden_op(plaatsen, "geen label", [1, None], ["1 woning", "geen gegevens"], "#5B6470", gearceerd=True),
    ]
    figuur = geldig(gestapeld_aandeel(plaatsen, delen))
    a, b, geen_label, leeg = figuur["data"]
    assert a == {
        "type": "bar",
        "name": "A",
        "orientation": "h",
        "x": [0.75, None],
        "y": ["Noord", "Zuid"],
        "marker": {"color": "#123B5D", "line": {"color": WIT, "width": 1}},
        "text": ["75\u202f%", ""],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "cliponaxis": False,
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 15, "color": "#FFFFFF"},
        "hovertext": ["A, Noord: 30 woningen", "A, Zuid: geen gegevens"],
        "hoverinfo": "text",
    }
    assert (b["x"], b["text"], b["textfont"]["color"]) == ([0.225, None], ["23\u202f%", ""], "#000000")
    assert geen_label["marker"] == {
        "color": WIT,
        "pattern": arcering("#5B6470"),
        "line": {"color": "#5B6470", "width": 1},
    }
    assert geen_label["text"] == ["", ""]  # 2,5 % has no room
    assert (leeg["x"], leeg["y"], leeg["text"]) == ([1.0], ["Zuid"], ["geen gegevens"])
    assert figuur["layout"]["yaxis"]["range"] == [1.5, -0.5]
    assert teksten(figuur)[0].split("<br>") == [
        '<span style="color:#123B5D;font-size:18px">■</span> A',
        '<span style="color:#EBD36B;font-size:18px">■</span> B',
        '<span style="color:#5B6470;font-size:18px">▨</span> geen label',
    ]


def test_een_lange_naam_naast_een_liggende_staaf_loopt_door_en_krijgt_ruimte():
    namen = ["Urgent", "Regulier woningzoekende", "Herstructureringsurgent"]
    figuur = geldig(gestapeld_aandeel(["2025"], [waarden_op(["2025"], naam, [1], ["x"]) for naam in namen]))
    blok = f'<span style="color:{TEAL};font-size:18px">■</span> '
    assert teksten(figuur)[0].split("<br>") == [
        f"{blok}Urgent",
        f"{blok}Regulier",
        "\u2003woningzoekende",
        f"{blok}Herstructureringsurgent",
    ]
    assert figuur["layout"]["margin"]["r"] == 40 + 8 * 23
    kort = geldig(gestapeld_aandeel(["2025"], [waarden_op(["2025"], "A", [1], ["x"])]))
    assert kort["layout"]["margin"]["r"] == 168


def test_meer_liggende_staven_maken_de_figuur_hoger():
    namen = [str(nummer) for nummer in range(13)]
    figuur = geldig(gestapeld_aandeel(namen, [waarden_op(namen, "A", [1] * 13, ["x"] * 13)]))
    assert figuur["layout"]["height"] == 52 + 56 + 13 * 28
    assert geldig(gestapeld_aandeel(["Noord"], [waarden_op(["Noord"], "A", [1], ["x"])]))["layout"]["height"] == 340


# --- small multiples -------------------------------------------------------------------------------------------------


def sporen(figuur: Figuur) -> dict[str, dict]:
    """The traces by name, for figures in which no name comes twice."""
    assert len({spoor["name"] for spoor in figuur["data"]}) == len(figuur["data"])
    return {spoor["name"]: spoor for spoor in figuur["data"]}


def schrift(figuur: Figuur) -> list[tuple[float, float, str]]:
    """What is written in and around the panels, and where."""
    spoor = figuur["data"][-1]
    assert (spoor["name"], spoor["mode"]) == ("teksten", "text")
    return list(zip(spoor["x"], spoor["y"], spoor["text"], strict=True))


def test_panelen_staan_samen_in_een_figuur():
    # Two labels make a panel 2 - 1 + 2 * 0.4 = 1.8 wide, two columns with 3 % between them 1.8 / 0.97 * 2 = 3.7113.
    # The second column lies 1.8 + 0.03 * 3.7113 = 1.9113 further, the first row 112 + 44 = 156 pixels higher.
    panelen = [
        paneel("Noord", [Punt("2022", 0.9, "90 %"), Punt("2023", 0.8, "80 %", hol=True, kort="80 %")], NORMEN[:1]),
        paneel("Oost", [Punt("2022", 0.5, "50 %", kort="50 %")], NORMEN[:1], nadruk=True),
        paneel("Zuid", [], NORMEN[:1]),
    ]
    figuur = geldig(panelen_figuur(panelen, kolommen=2))
    norm = "norm 80\u202f%"
    assert figuur["data"] == [
        {
            "type": "scatter",
            "mode": "lines",
            "name": "hele jaren",
            "x": [0, 1],
            "y": [255, 244],  # 156 + 0.9 * 110 and 156 + 0.8 * 110
            "line": {"color": "#2456C4", "width": 2, "dash": "solid"},
            "connectgaps": False,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "lines",
            "name": "norm",
            "x": [-0.4, 0, 1, 1.4, None, 1.511, 1.911, 2.911, 3.311, None, -0.4, 0, 1, 1.4],
            "y": [244, 244, 244, 244, None, 244, 244, 244, 244, None, 88, 88, 88, 88],
            "line": {"color": "#0F1720", "width": 2.5, "dash": "solid"},
            "connectgaps": False,
            "hovertext": [
                *[f"Noord 2022: {norm}"] * 2,
                *[f"Noord 2023: {norm}"] * 2,
                "",
                *[f"Oost 2022: {norm}"] * 2,
                *[f"Oost 2023: {norm}"] * 2,
                "",
                *[f"Zuid 2022: {norm}"] * 2,
                *[f"Zuid 2023: {norm}"] * 2,
            ],
            "hoverinfo": "text",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": "waarden",
            "x": [0, 1, 1.911],
            "y": [255, 244, 211],
            "marker": {
                "size": 7,
                "color": ["#2456C4", WIT, "#2456C4"],
                "line": {"color": ["#2456C4"] * 3, "width": 2},
            },
            "hovertext": ["Noord 2022: 90 %", "Noord 2023: 80 %", "Oost 2022: 50 %"],
            "hoverinfo": "text",
        },
        {
            "type": "scatter",
            "mode": "text",
            "name": "teksten",
            "x": [-0.4, -0.4, -0.4, -0.4, 1.511, 1.911, 2.911, -0.4, 0.5, 0, 1, -0.4, -0.4, -0.4],
            "y": [274, 156, 211, 266, 274, 146, 146, 118, 28, -10, -10, 0, 55, 110],
            "text": [
                "Noord 80 %",
                *(as_ := ["0\u202f%\u2002", "50\u202f%\u2002", "100\u202f%\u2002"]),
                "<b>Oost 50 % (2022)</b>",
                "2022",
                "2023",
                "Zuid",
                "geen gegevens",
                "2022",
                "2023",
                *as_,
            ],
            "textposition": [
                "top right",
                *["middle left"] * 3,
                "top right",
                *["bottom center"] * 2,
                "top right",
                "middle center",
                *["bottom center"] * 2,
                *["middle left"] * 3,
            ],
            "textfont": {
                "size": [16, 14, 14, 14, 16, 14, 14, 16, 15, 14, 14, 14, 14, 14],
                "color": ["#0F1720", *["#4A5460"] * 3, "#2456C4", *["#4A5460"] * 2, "#0F1720", *["#4A5460"] * 6],
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
        },
    ]
    layout = figuur["layout"]
    assert layout["height"] == 84 + 2 * 112 + 44 + 56
    assert layout["margin"] == {"l": 64, "r": 32, "t": 78, "b": 46, "autoexpand": False}
    verborgen = {"type": "linear", "fixedrange": True, "visible": False}
    assert layout["xaxis"] == verborgen | {"range": [-0.4, 3.311]}
    assert layout["yaxis"] == verborgen | {"range": [-10, 274]}  # 284 pixels: one for each of the plot's height
    assert layout["hovermode"] == "closest"
    lijn = {"type": "path", "layer": "below"}
    raster = "M-0.4,211.5H1.4M-0.4,266.5H1.4M1.511,211.5H3.311M1.511,266.5H3.311M-0.4,55.5H1.4M-0.4,110.5H1.4"
    assert layout["shapes"] == [
        lijn | {"path": raster, "line": {"color": "#E3E7EC", "width": 1}},
        lijn | {"path": "M-0.4,156.5H1.4M1.511,156.5H3.311M-0.4,0.5H1.4", "line": {"color": "#7A8592", "width": 1.5}},
    ]
    assert teksten(figuur) == [
        f'<span style="color:#0F1720">━━</span> {norm}     ○ weinig waarnemingen',
    ]
    assert all(annotatie["font"]["size"] >= 14 for annotatie in layout["annotations"])


def test_een_paneel_met_een_gat_een_lopend_jaar_en_een_norm_met_treden():
    normen = [
        NormStuk("2022", "2022", 0.7, "norm 70\u202f%"),
        NormStuk("2023", "2024", 0.8, "norm 80\u202f%"),
        NormStuk("2025 t/m K3", "2025 t/m K3", 0.8, "laatst bekende norm 80\u202f%", bekend=False),
    ]
    jaren = ["2021", *JAREN]
    rij = [Punt("2021", 0.4, "40 %"), *punten(None, 0.3, 0.9, 0.6)]
    figuur = geldig(panelen_figuur([paneel("Axel", rij, normen, nadruk=True)], Opmaak(donker=True), kolommen=1))
    deel = sporen(figuur)
    assert list(deel) == ["lopend jaar", "hele jaren", "norm", "laatst bekende norm", "waarden", "teksten"]
    assert figuur["layout"]["xaxis"]["range"] == [-0.4, len(jaren) - 1 + 0.4]
    # 2021 stands alone, 2022 is missing.
    assert (deel["hele jaren"]["x"], deel["hele jaren"]["y"]) == ([2, 3], [33, 99])
    assert (deel["lopend jaar"]["x"], deel["lopend jaar"]["y"]) == ([3, 4], [99, 66])
    assert deel["hele jaren"]["line"] == {"color": "#7C9CFF", "width": 3, "dash": "solid"}
    assert deel["lopend jaar"]["line"] == {"color": lichter("#7C9CFF", True), "width": 3, "dash": "5px,4px"}
    assert (deel["waarden"]["x"], deel["waarden"]["y"]) == ([0, 2, 3, 4], [44, 33, 99, 66])
    assert deel["waarden"]["marker"]["color"] == [*["#7C9CFF"] * 3, lichter("#7C9CFF", True)]
    assert deel["norm"]["x"] == [1.5, 1.5, None, 0.5, 1, 1.5, None, 1.5, 2, 3, 3.5]
    assert deel["norm"]["y"] == [77, 88, None, 77, 77, 77, None, 88, 88, 88, 88]
    assert deel["norm"]["hovertext"][3:6] == ["Axel 2022: norm 70\u202f%"] * 3
    assert (deel["laatst bekende norm"]["x"], deel["laatst bekende norm"]["y"]) == ([3.5, 4, 4.4], [88, 88, 88])
    assert deel["laatst bekende norm"]["line"] == {"color": "#E8ECF1", "width": 2.5, "dash": "dot"}
    assert schrift(figuur)[:3] == [(-0.4, 118, "<b>Axel</b>"), (0, -10, "2021"), (4, -10, "2025<br>t/m K3")]


def test_niet_gekozen_panelen_hebben_dunnere_lijnen():
    rijen = [paneel(naam, punten(0.1, 0.2, 0.3, 0.4), nadruk=naam == "B") for naam in "AB"]
    figuur = geldig(panelen_figuur(rijen, kolommen=1))
    assert [
        (spoor["name"], spoor["y"], spoor["line"]["color"], spoor["line"]["width"]) for spoor in figuur["data"][:4]
    ] == [
        ("lopend jaar", [189, 200], "#2456C4", 2),
        ("lopend jaar", [33, 44], lichter("#2456C4"), 3),
        ("hele jaren", [167, 178, 189], "#2456C4", 2),
        ("hele jaren", [11, 22, 33], "#2456C4", 3),
    ]


def test_panelen_met_grote_en_kleine_aantallen_houden_hun_verhouding():
    groot = paneel("Terneuzen", [Punt("2023", 2200, "2.200"), Punt("2024", 0, "0")])
    klein = paneel("Overslag", [Punt("2023", 20, "20"), Punt("2024", float("nan"), "geen gegevens")])
    figuur = geldig(panelen_figuur([groot, klein], Opmaak(eenheid=AANTAL), kolommen=1))
    assert sporen(figuur)["waarden"]["y"] == [216.5, 156, 0.55]  # of 4000 in 110 pixels
    assert [tekst for *_, tekst in schrift(figuur)[1:4]] == ["0\u2002", "2.000\u2002", "4.000\u2002"]
    onder_nul = paneel("Axel", [Punt("2023", -10, "-10"), Punt("2024", 10, "10")])
    figuur = geldig(panelen_figuur([onder_nul], Opmaak(eenheid=AANTAL), kolommen=1))
    assert sporen(figuur)["waarden"]["y"] == [0, 110]
    assert [vorm["path"] for vorm in figuur["layout"]["shapes"]] == ["M-0.4,110.5H1.4", "M-0.4,0.5H1.4M-0.4,55.5H1.4"]


def test_meer_panelen_geven_niet_meer_sporen():
    rij = [Punt("2024", 0.78, "78\u202f% (28 van 36)"), Punt("2025 t/m K3", 0.8, "80\u202f% (4 van 5)", True, True)]
    norm = [NormStuk("2024", "2025 t/m K3", 0.8, "norm 80\u202f%")]
    figuur = geldig(panelen_figuur([paneel(f"kern {nummer}", rij, norm) for nummer in range(13)], kolommen=7))
    assert list(sporen(figuur)) == ["lopend jaar", "norm", "waarden", "teksten"]
    assert sporen(figuur)["waarden"]["hovertext"][:2] == [
        "kern 0 2024: 78\u202f% (28 van 36)",
        "kern 0 2025 t/m K3: 80\u202f% (4 van 5)",
    ]
    # The years stand below the lowest panel of each of the seven columns; the last column has no second panel.
    assert [y for _, y, tekst in schrift(figuur) if tekst == "2024"] == [146, *[-10] * 6]


def test_panelen_tonen_tekst_als_tekst_en_mogen_leeg_zijn():
    figuur = geldig(panelen_figuur([paneel("<b>A</b>", [Punt("2024", 0.5, "<i>")]), paneel("B", [])], kolommen=2))
    assert schrift(figuur)[0][2] == "&lt;b&gt;A&lt;/b&gt;"
    assert sporen(figuur)["waarden"]["hovertext"] == ["&lt;b&gt;A&lt;/b&gt; 2024: &lt;i&gt;"]
    leeg = geldig(panelen_figuur([paneel("Noord", [], NORMEN)], kolommen=1))
    assert [tekst for _, _, tekst in schrift(leeg)[:2]] == ["Noord", "geen gegevens"]
    assert leeg["layout"]["xaxis"]["range"] == [-0.4, 0.4]


# --- in words --------------------------------------------------------------------------------------------------------


def test_een_figuur_in_woorden():
    reeksen = [
        Reeks(
            "Oost", [Punt("2022", 0.9, "90 %"), Punt("2023", None, "geen gegevens"), Punt("2024", 0.7, "70 %")], TEAL
        ),
        Reeks("West", [Punt("2023", 0.8, "80 %")], PAARS),
        Reeks("Noord", [], PAARS),
        Reeks("Zuid", [], "", nadruk=False),
    ]
    assert alt_tekst("Aandeel daalt in Oost.", reeksen, NORMEN) == (
        "Aandeel daalt in Oost. Oost: 2022 90 %, 2024 70 %; West: 2023 80 %; Noord: geen gegevens; en nog 1 reeks. "
        "In de grafiek: norm 80\u202f% (van 2022 tot en met 2023) en laatst bekende norm 80\u202f% "
        "(van 2024 tot en met 2025 t/m K3)."
    )
    assert alt_tekst("Titel", []) == "Titel. Geen gegevens."
    staven = [waarden_op(["2022", "2023"], "plan", [40, 50], ["40 woningen", "50 woningen"])]
    assert alt_tekst("Nieuwbouw", staven) == "Nieuwbouw. Plan: 2022 40 woningen, 2023 50 woningen."


# --- cost ------------------------------------------------------------------------------------------------------------


def test_wat_bij_een_cijfer_hoort_staat_bij_aanwijzen_en_wordt_niet_voorgelezen():
    meer = ("met toeval 48 tot 86 %", "te klein; over 2021-2023: 13 van 19")
    reeks = Reeks("Dorp", [Punt("2023", 0.7, "70 % (14 van 20)", meer=meer)], "#005f73")
    naast = Reeks("Stad", reeks.punten, "#9b2226", nadruk=False)
    regels = "70 % (14 van 20)<br>met toeval 48 tot 86 %<br>te klein; over 2021-2023: 13 van 19"
    samen, apart = lijnfiguur(["2023"], [reeks]), lijnfiguur(["2023"], [reeks, naast])
    panelen = panelen_figuur([paneel("Dorp", reeks.punten)])
    assert samen["data"][-1]["hovertext"] == [f'<b>2023</b><br><span style="color:#005f73">●</span> Dorp: {regels}']
    assert apart["data"][-1]["hovertext"] == [f"Dorp, 2023: {regels}"]
    assert sporen(panelen)["waarden"]["hovertext"] == [f"Dorp 2023: {regels}"]
    assert alt_tekst("Titel", [reeks]) == "Titel. Dorp: 2023 70 % (14 van 20)."


def test_dertien_lijnen_zijn_twee_sporen_per_lijn_en_een_voor_de_norm():
    jaren = [str(jaar) for jaar in range(2021, 2027)]
    rij = [Punt(jaar, 0.8, "80 %", hol=True, lopend=jaar == "2026") for jaar in jaren]
    reeksen = [Reeks(f"kern {nummer}", rij, TEAL, nadruk=nummer < 2) for nummer in range(13)]
    figuur = lijnfiguur(jaren, reeksen, Opmaak([NormStuk("2021", "2026", 0.8, "norm 80\u202f%")]))
    assert len(figuur["data"]) == 27
    assert PLOTHOOGTE == 232
