"""Few lettings: how far chance reaches, three years together, how a running year will end, and the words for each."""

import dataclasses
import datetime as dt
import math
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.afspraken import Indicator, Norm
from dashboard.basis.eenheid import AANDEEL
from dashboard.basis.opmaak import SMAL
from dashboard.normen import (
    Staat,
    Stand,
    Vooruitzicht,
    Waarneming,
    beoordeel,
    driejaars_tekst,
    jeffreys,
    kans_op_een,
    kans_tekst,
    met_toeval,
    toeval_over_delen,
    toeval_tekst,
    toeval_uitleg,
)
from dashboard.normen.driejaars import over_drie_jaar
from dashboard.normen.vooruitzicht import betabinomiaal, vooruitzicht

P = f"{SMAL}%"
K3 = dt.date(2025, 9, 30)
AANDEEL = Indicator(
    indicator="proef",
    thema=1,
    titel="Proef",
    eenheid=AANDEEL,
    eenheid_een="verhuring",
    eenheid_meer="verhuringen",
    query="proef/proef",
    parameters={},
    kolom="waarde",
    teller="teller",
    noemer="noemer",
    tijd="stroom",
    niveaus=("kern",),
    gunstig="hoog",
    hoofd=False,
    afspraak=None,
    uitleg="x",
    toeval=True,
)
NORM = Norm(
    norm="1.1",
    afspraak="1.1",
    indicator="proef",
    omschrijving="x",
    richting="minstens",
    waarde=0.8,
    bron_norm="vast",
    nulmeting_jaar=None,
    normkolom=None,
    bandbreedte=0.05,
    niveau="kern",
    corporatie=None,
    kern=None,
    aard="jaar",
    geldig_van=dt.date(2022, 1, 1),
    geldig_tot=None,
    deadline=None,
    uiterlijk=None,
    besluit="x",
    zekerheid="vast",
    telt_mee=True,
    opmerking=None,
)
VERLOPEN = dataclasses.replace(NORM, geldig_tot=dt.date(2023, 12, 31))
HOOGSTENS_10 = dataclasses.replace(NORM, richting="hoogstens", waarde=0.1)


def deel(teller, noemer, jaar=2025, **anders) -> Waarneming:
    return Waarneming(
        jaar, kern="Dorp", waarde=teller / noemer if noemer else None, teller=teller, noemer=noemer, **anders
    )


def jaren(*tellingen: tuple[float, float], tot: int = 2024) -> list[Waarneming]:
    """Whole years with these counts, the last one in `tot`."""
    begin = tot + 1 - len(tellingen)
    return [deel(teller, noemer, begin + nummer) for nummer, (teller, noemer) in enumerate(tellingen)]


# --- the interval ------------------------------------------------------------------------------------------------------


def _verdeling(x: float, a: float, b: float, stappen: int = 20_000) -> float:
    """The chance below x of Beta(a, b), by Simpson's rule after p = sin² t, which takes away the poles at both ends."""
    top = math.asin(math.sqrt(x))
    vast = 2 * math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b))
    t = np.linspace(0, top, stappen + 1)
    y = np.sin(t) ** (2 * a - 1) * np.cos(t) ** (2 * b - 1)
    gewicht = np.ones(stappen + 1)
    gewicht[1:-1:2], gewicht[2:-1:2] = 4, 2
    return float(vast * top / stappen / 3 * (gewicht * y).sum())


@pytest.mark.parametrize(
    ("teller", "noemer", "laag", "hoog"),
    [
        # mpmath gives 0,0926945939 and 0,6058183181, and so does statsmodels
        (3, 10, 0.093, 0.606),
        (17, 24, 0.511, 0.859),
        (2, 6, 0.077, 0.714),
        # at both ends: none is possible down to nothing, all up to all
        (0, 5, 0.0, 0.379),
        (5, 5, 0.621, 1.0),
        (1, 1, 0.147, 1.0),
    ],
)
def test_jeffreys_geeft_de_bekende_uitkomsten(teller, noemer, laag, hoog):
    assert tuple(round(grens, 3) for grens in jeffreys(teller, noemer)) == (laag, hoog)


@pytest.mark.parametrize(("teller", "noemer"), [(17, 24), (1, 9), (13, 19), (203, 257)])
def test_jeffreys_laat_aan_elke_kant_een_veertigste_over(teller, noemer):
    laag, hoog = jeffreys(teller, noemer)
    buiten = [
        _verdeling(laag, teller + 0.5, noemer - teller + 0.5),
        _verdeling(hoog, teller + 0.5, noemer - teller + 0.5),
    ]
    assert buiten == pytest.approx([0.025, 0.975], abs=1e-6)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_jeffreys_ligt_om_het_aandeel_en_is_gespiegeld(telling):
    teller, noemer = telling
    laag, hoog = jeffreys(teller, noemer)
    assert 0 <= laag <= teller / noemer <= hoog <= 1
    assert (1 - hoog, 1 - laag) == pytest.approx(jeffreys(noemer - teller, noemer), abs=1e-9)


@pytest.mark.parametrize(
    ("indicator", "w"),
    [
        (dataclasses.replace(AANDEEL, toeval=False), deel(17, 24)),
        (AANDEEL, deel(0, 0)),
        (AANDEEL, Waarneming(2025, waarde=0.7)),
        (AANDEEL, deel(7, 5)),
    ],
)
def test_zonder_toeval_of_telling_is_er_geen_interval(indicator, w):
    assert met_toeval(indicator, w) is None
    assert toeval_tekst(indicator, w) == ""


def test_toeval_in_woorden():
    assert [toeval_tekst(AANDEEL, deel(*telling)) for telling in ((17, 24), (5, 5), (90_000, 100_000))] == [
        f"met toeval 51 tot 86{P}",
        f"met toeval 62 tot 100{P}",
        f"met toeval ongeveer 90{P}",
    ]


def test_wie_de_definitie_opent_leest_de_aannamen():
    uitleg = toeval_uitleg(AANDEEL)
    assert "zo veel verhuringen als een gewoon jaar in de rest van het jaar brengt" in uitleg
    assert "het gemiddelde van de laatste 3 hele jaren" in uitleg
    assert toeval_uitleg(dataclasses.replace(AANDEEL, toeval=False)) == ""


def test_rekenpakket_laadt_pas_als_iemand_een_interval_vraagt():
    script = (
        "import sys, dashboard.__main__, dashboard.monitor\n"
        "print('scipy' in sys.modules)\n"
        "dashboard.normen.jeffreys(1, 2)\n"
        "print('scipy.special' in sys.modules)"
    )
    uit = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert uit.split() == ["False", "True"]


# --- three years together ----------------------------------------------------------------------------------------------


def test_over_drie_jaar_telt_op_en_middelt_niet():
    # 1 of 1, 2 of 9 and 4 of 5 are 7 of 15; the mean of the three shares would be 67 %.
    samen = over_drie_jaar(deel(4, 5, 2025), jaren((1, 1), (2, 9)))
    assert samen == deel(7, 15, 2025, periode="2023-2025", jaren=(2023, 2024, 2025))


@pytest.mark.parametrize(
    ("w", "eerder", "verwacht"),
    [
        # only the two years before, not the third
        (deel(2, 6), jaren((9, 9), (5, 7), (6, 6)), (13, 19, "2023-2025")),
        # one year before
        (deel(2, 6), jaren((6, 6)), (8, 12, "2024-2025")),
        # a year without lettings was counted; one that nobody delivered was not, and that is said
        (deel(2, 6), [deel(5, 7, 2023), Waarneming(2024, noemer=0)], (7, 13, "2023-2025")),
        (deel(2, 6), [deel(5, 7, 2023), Waarneming(2024, staat=Staat.NIETS)], (7, 13, "2023 en 2025")),
        (deel(2, 6), [deel(5, 7, 2023), deel(3, 4, 2024, tot_en_met=dt.date(2024, 6, 30))], (7, 13, "2023 en 2025")),
        # the running year itself comes with its period
        (
            deel(2, 6, tot_en_met=K3, periode="2025 t/m K3 (Zuid t/m K2)"),
            jaren((5, 7), (6, 6)),
            (13, 19, "2023-2025 t/m K3"),
        ),
    ],
)
def test_over_drie_jaar_neemt_hele_jaren(w, eerder, verwacht):
    samen = over_drie_jaar(w, eerder)
    assert samen is not None
    assert (samen.teller, samen.noemer, samen.periode) == verwacht
    assert samen.lopend is w.lopend


@pytest.mark.parametrize(
    ("w", "eerder"),
    [
        (deel(2, 6), []),
        (deel(2, 6), jaren((9, 9), tot=2022)),
        (deel(0, 0), jaren((5, 7), (6, 6))),
        (Waarneming(2025, waarde=0.5), jaren((5, 7), (6, 6))),
        # a median has no counts to add up: three of them do not make one
        (Waarneming(2025, waarde=38.0, noemer=9), [Waarneming(2024, waarde=30.0, noemer=8)]),
    ],
)
def test_zonder_telling_van_nu_of_van_eerder_is_er_geen_aandeel_over_drie_jaar(w, eerder):
    assert over_drie_jaar(w, eerder) is None


KLEIN = (
    f"2 van 6 verhuringen (33{P}); 3 verhuringen te weinig voor de norm van minstens 80{P}. "
    "Te klein om te beoordelen: minder dan 10."
)


@pytest.mark.parametrize(
    ("norm", "eerder", "stand", "drie", "zin", "kort"),
    [
        # 0,8 x 19 = 15,2, so 16; 13 of 19 is 68 %, more than five per cent short
        (
            NORM,
            jaren((5, 7), (6, 6)),
            "te_weinig_gegevens",
            ("achter", None, 3),
            f"{KLEIN} Over 2023-2025: 13 van 19 verhuringen (68{P}): 3 verhuringen te weinig; achter op schema.",
            f"te klein; over 2023-2025: 13 van 19 (68{P}), achter op schema",
        ),
        (
            NORM,
            jaren((20, 20)),
            "te_weinig_gegevens",
            ("op_schema", None, 0),
            f"{KLEIN} Over 2024-2025: 22 van 26 verhuringen (85{P}); op schema.",
            f"te klein; over 2024-2025: 22 van 26 (85{P}), op schema",
        ),
        # 9 together: still a handful
        (
            NORM,
            jaren((1, 1), (2, 2)),
            "te_weinig_gegevens",
            ("te_weinig_gegevens", None, 3),
            f"{KLEIN} Ook over 2023-2025 te klein: 5 van 9 verhuringen (56{P}).",
            f"ook over 2023-2025 te klein: 5 van 9 (56{P})",
        ),
        # a norm that has run out judges the three years as it judges one
        (
            VERLOPEN,
            jaren((5, 7), (6, 6)),
            "geen_norm",
            ("geen_norm", "achter", 3),
            (
                f"Geen norm vastgesteld voor 2025. {KLEIN} Over 2023-2025: 13 van 19 verhuringen (68{P}): "
                "3 verhuringen te weinig; indicatief achter op schema."
            ),
            f"te klein; over 2023-2025: 13 van 19 (68{P}), indicatief achter op schema",
        ),
        (NORM, [], "te_weinig_gegevens", None, KLEIN, ""),
    ],
)
def test_een_kleine_kern_wordt_over_drie_jaar_beoordeeld(norm, eerder, stand, drie, zin, kort):
    oordeel = beoordeel(norm, AANDEEL, deel(2, 6), eerder=eerder)
    samen = oordeel.driejaars
    assert (str(oordeel.stand), oordeel.indicatief, oordeel.tekort, oordeel.reden) == (stand, None, 3, zin)
    assert (samen and (str(samen.stand), samen.indicatief and str(samen.indicatief), samen.tekort)) == drie
    assert driejaars_tekst(oordeel) == kort


def test_de_drie_jaren_spreken_alleen_als_zij_oordelen():
    achter = beoordeel(NORM, AANDEEL, deel(2, 6), eerder=jaren((5, 7), (6, 6)))
    klein = beoordeel(NORM, AANDEEL, deel(2, 6), eerder=jaren((1, 1), (2, 2)))
    groot = beoordeel(NORM, AANDEEL, deel(12, 16), eerder=jaren((5, 7), (6, 6)))
    assert achter.sprekend is achter.driejaars
    assert (klein.sprekend, groot.sprekend, groot.driejaars) == (klein, groot, None)
    assert achter.sprekend.reden == (
        f"Over 2023-2025: 13 van 19 verhuringen (68{P}), norm minstens 80{P}: 3 verhuringen te weinig."
    )


def test_een_lopend_jaar_is_ook_over_drie_jaar_hoogstens_aandacht():
    oordeel = beoordeel(NORM, AANDEEL, deel(2, 6, tot_en_met=K3), eerder=jaren((2, 8), (2, 8)))
    assert oordeel.driejaars is not None
    assert oordeel.driejaars.stand is Stand.AANDACHT


def test_wat_er_staat_is_elk_jaar_hetzelfde_en_wordt_niet_opgeteld():
    peil = dataclasses.replace(AANDEEL, tijd="peil", toeval=False)
    assert beoordeel(NORM, peil, deel(2, 6), eerder=jaren((5, 7), (6, 6))).driejaars is None


def test_de_drie_jaren_staan_naast_de_officiele_velden():
    velden = beoordeel(NORM, AANDEEL, deel(2, 6), eerder=jaren((5, 7), (6, 6))).als_dict()
    assert (velden["stand"], velden["teller"], velden["noemer"], velden["tekort"]) == ("te_weinig_gegevens", 2, 6, 3)
    assert {naam: waarde for naam, waarde in velden.items() if naam.startswith("driejaars")} == {
        "driejaars_periode": "2023-2025",
        "driejaars_teller": 13,
        "driejaars_noemer": 19,
        "driejaars_waarde": 13 / 19,
        "driejaars_stand": "achter",
        "driejaars_indicatief": None,
        "driejaars_tekort": 3,
    }


# --- how a running year will end ---------------------------------------------------------------------------------------


def test_betabinomiaal_met_een_gelijke_kans_op_alles():
    # Beta(1, 1) knows nothing: each of 0 ... 4 is as likely.
    assert betabinomiaal(4, 1, 1) == pytest.approx([0.2] * 5)


def test_betabinomiaal_met_de_hand():
    # Beta(2, 1) and two to come: chances 1/6, 2/6 and 3/6.
    assert betabinomiaal(2, 2, 1) == pytest.approx([1 / 6, 2 / 6, 3 / 6])


@given(st.integers(0, 300), st.floats(0.5, 400), st.floats(0.5, 400))
def test_betabinomiaal_is_een_verdeling_met_het_juiste_gemiddelde(aantal, a, b):
    kansen = betabinomiaal(aantal, a, b)
    assert sum(kansen) == pytest.approx(1, abs=1e-6)
    assert sum(k * kans for k, kans in enumerate(kansen)) == pytest.approx(aantal * a / (a + b), abs=1e-4)


def kijk(telling, *hele_jaren, over=0.25, grens="0.8", richting="minstens") -> Vooruitzicht | None:
    return vooruitzicht(telling, hele_jaren, over, Fraction(grens), richting)


@pytest.mark.parametrize(
    ("telling", "hele_jaren", "anders", "verwacht"),
    [
        # 12 of 12, and an ordinary year of 8 brings 2 more: at least 12 of 14, where 11,2 are asked for
        ((12, 12), [(7, 8)], {}, Vooruitzicht("zeker", 2, 13 / 14, 1.0)),
        # 5 of 10 and 2 more: at most 7 of 12, where 9,6 are asked for
        ((5, 10), [(7, 8)], {}, Vooruitzicht("uitgesloten", 2, 5 / 12, 7 / 12)),
        # one to come, needed: Beta(8,5 + 8, 1,5 + 2) gives 16,5 of 20 that it counts
        ((8, 10), [(4, 5)], {}, Vooruitzicht("waarschijnlijk", 1, 8 / 11, 9 / 11)),
        # none may come any more: 1 of 10 is what is allowed, and two are expected
        ((2, 12), [(1, 8)], {"grens": "0.1", "richting": "hoogstens"}, Vooruitzicht("uitgesloten", 2, 2 / 14, 3 / 14)),
        ((0, 18), [(1, 8)], {"grens": "0.1", "richting": "hoogstens"}, Vooruitzicht("zeker", 2, 0.0, 1 / 20)),
        # nobody is expected any more
        ((9, 10), [(4, 5)], {"over": 0.0}, Vooruitzicht("zeker", 0, 0.9, 0.9)),
    ],
)
def test_vooruitzicht_met_de_hand(telling, hele_jaren, anders, verwacht):
    assert kijk(telling, *hele_jaren, **anders) == verwacht


def test_een_gewoon_jaar_is_het_gemiddelde_van_de_laatste_drie():
    # (12 + 8 + 16) / 3 = 12 a year, so 3 in a quarter; the 400 of long ago play no part
    gezien = kijk((8, 9), (0, 400), (10, 12), (7, 8), (13, 16))
    assert gezien is not None
    assert gezien.nog == 3
    assert gezien == kijk((8, 9), (10, 12), (10, 12), (10, 12))


@pytest.mark.parametrize(
    ("telling", "hele_jaren", "anders"),
    [
        ((8, 10), [], {}),
        ((8, 10), [(4, 5)], {"richting": "precies"}),
        ((7.5, 10), [(4, 5)], {}),
        ((8, 10), [(6, 5)], {}),
        ((0, 0), [(0, 0)], {}),
    ],
)
def test_zonder_grond_is_er_geen_vooruitzicht(telling, hele_jaren, anders):
    assert kijk(telling, *hele_jaren, **anders) is None


@given(
    st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.lists(st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=4),
    st.floats(0, 1),
    st.integers(0, 20).map(lambda twintigsten: Fraction(twintigsten, 20)),
    st.sampled_from(["minstens", "hoogstens"]),
)
def test_zeker_en_uitgesloten_zijn_dat_bij_elke_uitkomst(telling, hele_jaren, over, grens, richting):
    gezien = vooruitzicht(telling, hele_jaren, over, grens, richting)
    if gezien is None:
        return
    teller, noemer = telling
    uitkomsten = {Fraction(teller + k, noemer + gezien.nog) for k in range(gezien.nog + 1)}
    gehaald = {deel >= grens if richting == "minstens" else deel <= grens for deel in uitkomsten}
    assert (gezien.woord == "zeker") is (gehaald == {True})
    assert (gezien.woord == "uitgesloten") is (gehaald == {False})
    assert min(uitkomsten) <= Fraction(gezien.laag).limit_denominator(1000)
    assert gezien.laag <= gezien.hoog <= float(max(uitkomsten))


@pytest.mark.parametrize(
    ("norm", "w", "eerder", "zin", "kort"),
    [
        # an ordinary year of 40 (33 of them regular), so 10 more in the last quarter
        (
            NORM,
            deel(23, 30, tot_en_met=K3),
            jaren((33, 40), (33, 40)),
            (
                f"2025 t/m K3: 23 van 30 verhuringen (77{P}), norm minstens 80{P}: 1 verhuring te weinig; het jaar loopt nog. "
                f"Of 2025 uitkomt op minstens 80{P}, kan nog beide kanten op: met nog ongeveer 10 verhuringen wordt het naar "
                f"verwachting 73 tot 83{P}."
            ),
            f"eind 2025 minstens 80{P}: kan nog beide kanten op (73 tot 83{P})",
        ),
        (
            VERLOPEN,
            deel(29, 30, tot_en_met=K3),
            jaren((33, 40), (33, 40)),
            (
                f"Geen norm vastgesteld voor 2025. Tegen de laatst bekende norm, minstens 80{P} t/m 2023: op schema; "
                f"2025 t/m K3: 29 van 30 verhuringen (97{P}). Dat 2025 uitkomt op minstens 80{P}, is vrijwel zeker: met nog "
                f"ongeveer 10 verhuringen wordt het naar verwachting 90 tot 98{P}."
            ),
            f"eind 2025 minstens 80{P}: vrijwel zeker (90 tot 98{P})",
        ),
        (
            NORM,
            deel(14, 25, tot_en_met=K3),
            jaren((15, 16)),
            (
                f"2025 t/m K3: 14 van 25 verhuringen (56{P}), norm minstens 80{P}: 6 verhuringen te weinig; het jaar loopt nog. "
                f"2025 komt niet meer uit op minstens 80{P}, hoe nog ongeveer 4 verhuringen ook uitvallen."
            ),
            f"eind 2025 minstens 80{P}: uitgesloten bij de verwachte aantallen (52 tot 62{P})",
        ),
        (
            HOOGSTENS_10,
            deel(1, 25, tot_en_met=K3),
            jaren((0, 4)),
            (
                f"2025 t/m K3: 1 van 25 verhuringen (4{P}), norm hoogstens 10{P}; het jaar loopt nog. "
                f"2025 komt uit op hoogstens 10{P}, hoe nog ongeveer 1 verhuring ook uitvalt."
            ),
            f"eind 2025 hoogstens 10{P}: zeker bij de verwachte aantallen (4 tot 8{P})",
        ),
        (
            NORM,
            deel(24, 30, tot_en_met=dt.date(2025, 12, 30)),
            jaren((33, 40)),
            (
                f"2025 t/m 30 december: 24 van 30 verhuringen (80{P}), norm minstens 80{P}; het jaar loopt nog. "
                f"2025 komt uit op minstens 80{P}: er worden geen verhuringen meer verwacht."
            ),
            f"eind 2025 minstens 80{P}: zeker bij de verwachte aantallen (ongeveer 80{P})",
        ),
    ],
)
def test_vooruitzicht_in_woorden(norm, w, eerder, zin, kort):
    oordeel = beoordeel(norm, AANDEEL, w, eerder=eerder)
    assert (oordeel.reden, kans_tekst(oordeel, AANDEEL)) == (zin, kort)


def test_vooruitzicht_in_velden_is_een_woord_en_hele_procenten():
    velden = beoordeel(NORM, AANDEEL, deel(24, 30, tot_en_met=K3), eerder=jaren((33, 40), (33, 40))).als_dict()
    assert {naam: waarde for naam, waarde in velden.items() if naam.startswith("kans")} == {
        "kans": "waarschijnlijk",
        "kans_nog": 10,
        "kans_van": 0.75,
        "kans_tot": 0.85,
    }


def test_wie_achterloopt_met_leveren_heeft_nog_meer_te_komen():
    # one party has a quarter to go, the other half a year: three eighths of 40
    w = deel(24, 30, tot_en_met=K3, te_komen=0.375)
    oordeel = beoordeel(NORM, AANDEEL, w, eerder=jaren((33, 40), (33, 40)))
    assert oordeel.kans is not None
    assert oordeel.kans.nog == 15


@pytest.mark.parametrize(
    ("indicator", "norm", "w"),
    [
        (AANDEEL, NORM, deel(24, 30)),  # a whole year is a fact
        (dataclasses.replace(AANDEEL, toeval=False), NORM, deel(24, 30, tot_en_met=K3)),
        (AANDEEL, dataclasses.replace(NORM, aard="doel"), deel(24, 30, tot_en_met=K3)),
        (AANDEEL, dataclasses.replace(NORM, bron_norm="nulmeting", waarde=None), deel(24, 30, tot_en_met=K3)),
        (AANDEEL, NORM, deel(3, 4, tot_en_met=K3)),  # with two more it would still be too small to judge
    ],
)
def test_waar_geen_vooruitzicht_bij_hoort_is_er_geen(indicator, norm, w):
    eerder = jaren((6, 8), (6, 8))
    assert beoordeel(norm, indicator, w, eerder=eerder).kans is None


# --- does it come true? ------------------------------------------------------------------------------------------------


def _nagespeeld(aantal: int) -> list[tuple[str, bool, bool]]:
    """Made-up years of parts of every size, cut off at a quarter's end: the word, whether the norm was kept, and whether
    the share ended in the band. A part has a share of its own between 70 and 90 %, which moves from year to year (with
    0,2 in the logit, about three per cent), and its numbers vary as they do.
    """
    kans = np.random.default_rng(2026)
    uitkomsten = []
    while len(uitkomsten) < aantal:
        omvang, eigen = kans.choice([12, 20, 40, 80, 150, 240]), kans.uniform(0.7, 0.9)
        aandelen = 1 / (1 + np.exp(-(np.log(eigen / (1 - eigen)) + kans.normal(0, 0.2, 4))))
        noemers = kans.poisson(omvang, 4)
        tellers = kans.binomial(noemers, aandelen)
        geweest = kans.choice([0.25, 0.5, 0.75])
        noemer = int(kans.binomial(noemers[3], geweest))
        teller = int(kans.hypergeometric(tellers[3], noemers[3] - tellers[3], noemer)) if noemer else 0
        hele_jaren = list(zip(tellers[:3].tolist(), noemers[:3].tolist(), strict=True))
        gezien = vooruitzicht((teller, noemer), hele_jaren, 1 - geweest, Fraction("0.8"), "minstens")
        if gezien is None or noemer + gezien.nog < 10 or noemers[3] == 0:
            continue
        einde = tellers[3] / noemers[3]
        uitkomsten.append((gezien.woord, bool(einde >= 0.8), bool(gezien.laag <= einde <= gezien.hoog)))
    return uitkomsten


def test_wat_waarschijnlijk_heet_komt_meestal_uit():
    uitkomsten = _nagespeeld(4000)
    vaak = Counter(woord for woord, _, _ in uitkomsten)
    gehaald = Counter(woord for woord, haalt, _ in uitkomsten if haalt)
    deel_gehaald = {woord: gehaald[woord] / vaak[woord] for woord in vaak}
    # Each word keeps within its own bounds, with a little room for what a part's numbers do.
    grenzen = {
        "zeker": (0.97, 1),
        "vrijwel zeker": (0.95, 1),
        "waarschijnlijk": (0.70, 0.95),
        "kan nog beide kanten op": (0.40, 0.60),
        "onwaarschijnlijk": (0.05, 0.30),
        "vrijwel uitgesloten": (0, 0.05),
        "uitgesloten": (0, 0.03),
    }
    assert {woord: laag <= deel_gehaald[woord] <= hoog for woord, (laag, hoog) in grenzen.items()} == dict.fromkeys(
        grenzen, True
    )
    volgorde = [deel_gehaald[woord] for woord in list(grenzen)[1:-1]]
    assert all(eerst > daarna for eerst, daarna in pairwise(volgorde))
    # Nine in ten was promised; the numbers themselves are not certain either.
    assert 0.85 <= sum(binnen for _, _, binnen in uitkomsten) / len(uitkomsten) <= 0.95


# --- a bad year that is no news, and a bad kern out of many -----------------------------------------------------------


def test_wie_de_laatste_twee_keer_haalde_wordt_niet_om_een_ouder_jaar_genoemd() -> None:
    oordeel = beoordeel(NORM, AANDEEL, deel(6, 6), eerder=[deel(8, 13, 2023), deel(5, 6, 2024)])
    assert (oordeel.stand, oordeel.hersteld, oordeel.sprekend is oordeel) == (Stand.TE_WEINIG_GEGEVENS, True, True)
    assert oordeel.driejaars is not None
    assert (oordeel.driejaars.waarneming.teller, oordeel.driejaars.waarneming.noemer) == (19, 25)
    assert oordeel.reden.endswith("Over 2023-2025: 19 van 25 verhuringen (76\u202f%), de laatste twee keer gehaald.")
    # With one miss in the last two years the three years speak, as before.
    gemist = beoordeel(NORM, AANDEEL, deel(6, 6), eerder=[deel(8, 13, 2023), deel(4, 6, 2024)])
    assert (gemist.hersteld, gemist.sprekend is gemist.driejaars) == (False, True)


def test_kans_dat_een_van_meer_delen_er_door_toeval_onder_valt() -> None:
    grens, werkelijk = Fraction("0.75"), Fraction("0.85")
    assert kans_op_een([], grens, werkelijk) == 0
    assert kans_op_een([1], grens, werkelijk) == pytest.approx(0.15)  # the only one does not count
    assert kans_op_een([1, 1], grens, werkelijk) == pytest.approx(1 - 0.85**2)
    assert kans_op_een([4], grens, werkelijk) == pytest.approx(
        1 - 0.85**4 - 4 * 0.85**3 * 0.15
    )  # three of four is enough
    assert kans_op_een([10] * 3, grens, Fraction(1)) == pytest.approx(0)
    # The kernen of four years in the example.
    jaren = ([66, 14, 24, 12, 130, 12], [48, 12, 23, 16, 135, 13], [40, 10, 20, 12, 131], [36, 20, 14, 19, 129, 11])
    assert [round(kans_op_een(aantallen, grens, werkelijk), 2) for aantallen in jaren] == [0.35, 0.37, 0.33, 0.49]


def test_bij_een_norm_per_kern_staat_hoe_vaak_toeval_er_een_laat_achterliggen() -> None:
    norm = replace(NORM, niveau="kern", bandbreedte=0.05)
    oordelen = [
        beoordeel(norm, AANDEEL, replace(deel(teller, noemer, jaar), kern=kern))
        for jaar, kern, teller, noemer in (
            (2024, "A", 9, 10),
            (2025, "A", 9, 10),
            (2025, "B", 19, 20),
            (2025, "C", 2, 3),
        )
    ]
    kans = kans_op_een([10, 20], Fraction("0.75"), Fraction("0.85"))
    assert toeval_over_delen(norm, AANDEEL, oordelen) == (
        f"Ook als het aandeel overal in werkelijkheid 85\u202f% is, komt in een jaar als 2025 met een kans van "
        f"{round(100 * kans)}\u202f% ten minste één van de 2 beoordeelde kernen alleen door toeval op ‘achter op schema’ uit "
        "(onder 75\u202f%)."
    )
    assert toeval_over_delen(replace(norm, niveau="gemeente"), AANDEEL, oordelen) == ""
    assert toeval_over_delen(norm, replace(AANDEEL, toeval=False), oordelen) == ""
