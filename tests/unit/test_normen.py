"""Every rule of `beoordeel` with the sentence people read, and what must hold for any figure and any norm."""

import dataclasses
import datetime as dt
import math
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.afspraken import Indicator, Norm
from dashboard.basis.eenheid import EENHEDEN
from dashboard.basis.opmaak import SMAL
from dashboard.normen import (
    ERNST,
    Oordeel,
    Staat,
    Stand,
    Waarneming,
    andere_definitie,
    beoordeel,
    ernstigste,
    samengevat,
    toets,
)

P = f"{SMAL}%"  # the percent sign as it is written: behind a thin space


def maak_indicator(eenheid="aantal", een="woning", meer="woningen", tijd="peil") -> Indicator:
    return Indicator(
        indicator="proef",
        thema=1,
        titel="Proef",
        eenheid=EENHEDEN[eenheid],
        eenheid_een=een,
        eenheid_meer=meer,
        query="proef/proef",
        parameters={},
        kolom="waarde",
        teller=None,
        noemer=None,
        tijd=tijd,
        niveaus=("gemeente",),
        gunstig="hoog",
        hoofd=False,
        afspraak=None,
        uitleg="x",
    )


AANTAL = maak_indicator()
AANDEEL = maak_indicator("aandeel", "verhuring", "verhuringen", "stroom")
MET_TOEVAL = dataclasses.replace(AANDEEL, toeval=True)
STROOM = maak_indicator("aantal", "overleg", "overleggen", "stroom")
MIJLPAAL = maak_indicator("mijlpaal", "actie", "acties")
MAANDEN = maak_indicator("maanden", "maand", "maanden", "stroom")


def maak_norm(waarde=None, richting="minstens", *, aard="jaar", band=0.0, van=2022, tot=None, deadline=None, **anders):
    return Norm(
        **{
            "norm": "1.1",
            "afspraak": "1.1",
            "indicator": "proef",
            "omschrijving": "x",
            "richting": richting,
            "waarde": waarde,
            "bron_norm": "vast",
            "nulmeting_jaar": None,
            "normkolom": None,
            "bandbreedte": band,
            "niveau": "gemeente",
            "corporatie": None,
            "kern": None,
            "aard": aard,
            "geldig_van": dt.date(van, 1, 1),
            "geldig_tot": tot and dt.date(tot, 12, 31),
            "deadline": deadline,
            "uiterlijk": None,
            "besluit": "x",
            "zekerheid": "vast",
            "telt_mee": True,
            "opmerking": None,
        }
        | anders
    )


def deel(teller, noemer, jaar=2023, **anders) -> Waarneming:
    return Waarneming(jaar, waarde=teller / noemer if noemer else None, teller=teller, noemer=noemer, **anders)


def uitkomst(oordeel: Oordeel) -> tuple:
    return (str(oordeel.stand), oordeel.indicatief and str(oordeel.indicatief), oordeel.tekort, oordeel.reden)


MINSTENS_80 = maak_norm(0.8, band=0.02, tot=2023)
HOOGSTENS_10 = maak_norm(0.1, "hoogstens", band=0.02, van=2023, tot=2023)


# --- a share, a whole year ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teller", "noemer", "stand", "tekort", "reden"),
    [
        (82, 100, "op_schema", 0, f"82 van 100 verhuringen (82{P}), norm minstens 80{P}."),
        # 19,2 of 24 are asked for, so 20; 25 x 0,8 = 20 must not become 21
        (20, 24, "op_schema", 0, f"20 van 24 verhuringen (83{P}), norm minstens 80{P}."),
        (20, 25, "op_schema", 0, f"20 van 25 verhuringen (80{P}), norm minstens 80{P}."),
        (19, 24, "aandacht", 1, f"19 van 24 verhuringen (79{P}), norm minstens 80{P}: 1 verhuring te weinig."),
        (78, 100, "aandacht", 2, f"78 van 100 verhuringen (78{P}), norm minstens 80{P}: 2 verhuringen te weinig."),
        (
            779,
            1000,
            "achter",
            21,
            f"779 van 1.000 verhuringen (77,9{P}), norm minstens 80{P}: 21 verhuringen te weinig.",
        ),
        (0, 10, "achter", 8, f"0 van 10 verhuringen (0{P}), norm minstens 80{P}: 8 verhuringen te weinig."),
        # 79,9 % rounds to the norm that was missed
        (159, 199, "aandacht", 1, f"159 van 199 verhuringen (79,9{P}), norm minstens 80{P}: 1 verhuring te weinig."),
    ],
)
def test_een_aandeel_dat_minstens_zo_hoog_moet_zijn(teller, noemer, stand, tekort, reden):
    assert uitkomst(beoordeel(MINSTENS_80, AANDEEL, deel(teller, noemer))) == (stand, None, tekort, reden)


@pytest.mark.parametrize(
    ("teller", "noemer", "stand", "tekort", "reden"),
    [
        (9, 100, "op_schema", 0, f"9 van 100 verhuringen (9{P}), norm hoogstens 10{P}."),
        (5, 50, "op_schema", 0, f"5 van 50 verhuringen (10{P}), norm hoogstens 10{P}."),
        (3, 29, "aandacht", 1, f"3 van 29 verhuringen (10,3{P}), norm hoogstens 10{P}: 1 verhuring te veel."),
        (12, 100, "aandacht", 2, f"12 van 100 verhuringen (12{P}), norm hoogstens 10{P}: 2 verhuringen te veel."),
        (13, 100, "achter", 3, f"13 van 100 verhuringen (13{P}), norm hoogstens 10{P}: 3 verhuringen te veel."),
    ],
)
def test_een_aandeel_dat_hoogstens_zo_hoog_mag_zijn(teller, noemer, stand, tekort, reden):
    assert uitkomst(beoordeel(HOOGSTENS_10, AANDEEL, deel(teller, noemer))) == (stand, None, tekort, reden)


def test_aandeel_zonder_teller_en_noemer_is_een_verschil_in_procentpunten():
    norm = maak_norm(0.95)
    assert uitkomst(beoordeel(norm, AANDEEL, Waarneming(2023, waarde=0.925))) == (
        "achter",
        None,
        0.025,
        f"93{P}, norm minstens 95{P}: 2,5 procentpunt te weinig.",
    )


def test_zonder_band_is_er_geen_aandacht_in_een_heel_jaar():
    assert beoordeel(maak_norm(0.8), AANDEEL, deel(799, 1000)).stand is Stand.ACHTER


# --- numbers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("norm", "waarde", "stand", "tekort", "reden"),
    [
        (maak_norm(4831), 4831, "op_schema", 0, "4.831 woningen, norm minstens 4.831."),
        (maak_norm(4831), 4822, "achter", 9, "4.822 woningen, norm minstens 4.831: 9 woningen te weinig."),
        (maak_norm(4831), 4830, "achter", 1, "4.830 woningen, norm minstens 4.831: 1 woning te weinig."),
        (maak_norm(13, "hoogstens"), 30, "achter", 17, "30 woningen, norm hoogstens 13: 17 woningen te veel."),
        (maak_norm(0, "hoogstens"), 0, "op_schema", 0, "0 woningen, norm hoogstens 0."),
        (maak_norm(13, "precies"), 13, "op_schema", 0, "13 woningen, norm 13."),
        (maak_norm(13, "precies"), 12, "achter", 1, "12 woningen, norm 13: 1 woning verschil."),
        (maak_norm(13, "precies"), 15, "achter", 2, "15 woningen, norm 13: 2 woningen verschil."),
        (maak_norm(13, "precies", band=2.0), 15, "aandacht", 2, "15 woningen, norm 13: 2 woningen verschil."),
        (maak_norm(2.5), 1, "achter", 1.5, "1 woning, norm minstens 2,5: 1,5 woningen te weinig."),
    ],
)
def test_een_aantal_tegen_zijn_norm(norm, waarde, stand, tekort, reden):
    assert uitkomst(beoordeel(norm, AANTAL, Waarneming(2023, waarde=waarde))) == (stand, None, tekort, reden)


def test_andere_eenheden_noemen_hun_eenheid():
    assert uitkomst(beoordeel(maak_norm(24, "hoogstens"), MAANDEN, Waarneming(2023, waarde=25.5))) == (
        "achter",
        None,
        1.5,
        "25,5 maanden, norm hoogstens 24: 1,5 maanden te veel.",
    )


def test_planning_wordt_als_planning_genoemd():
    w = Waarneming(2023, soort="plan", waarde=4799)
    assert uitkomst(beoordeel(maak_norm(4831), AANTAL, w)) == (
        "achter",
        None,
        32,
        "Gepland: 4.799 woningen, norm minstens 4.831: 32 woningen te weinig.",
    )


# --- a running year ----------------------------------------------------------------------------------------------------

K1, K3 = dt.date(2026, 3, 31), dt.date(2026, 9, 30)


@pytest.mark.parametrize(
    ("norm", "indicator", "w", "stand", "tekort", "reden"),
    [
        (
            maak_norm(0.8, band=0.02),
            AANDEEL,
            deel(60, 100, 2026, tot_en_met=K3),
            "aandacht",
            20,
            f"2026 t/m K3: 60 van 100 verhuringen (60{P}), norm minstens 80{P}: 20 verhuringen te weinig; het jaar loopt nog.",
        ),
        (
            maak_norm(0.8),
            AANDEEL,
            deel(90, 100, 2026, tot_en_met=K3, periode="2026 t/m K3 (Oost t/m K2)"),
            "op_schema",
            0,
            f"2026 t/m K3 (Oost t/m K2): 90 van 100 verhuringen (90{P}), norm minstens 80{P}; het jaar loopt nog.",
        ),
        (
            maak_norm(4831),
            AANTAL,
            Waarneming(2026, waarde=4800, tot_en_met=K3),
            "aandacht",
            31,
            "2026 t/m K3: 4.800 woningen, norm minstens 4.831: 31 woningen te weinig; het jaar loopt nog.",
        ),
        # A count that grows through the year: nothing yet, in step with the calendar (4 x 89 days is not one yet), behind it.
        (
            maak_norm(4),
            STROOM,
            Waarneming(2026, waarde=0, tot_en_met=K1),
            "niet_gestart",
            4,
            "2026 t/m K1: 0 overleggen, norm minstens 4: nog 4 overleggen te gaan; het jaar loopt nog.",
        ),
        (
            maak_norm(4),
            STROOM,
            Waarneming(2026, waarde=3, tot_en_met=K3),
            "op_schema",
            1,
            "2026 t/m K3: 3 overleggen, norm minstens 4: nog 1 overleg te gaan; het jaar loopt nog.",
        ),
        (
            maak_norm(4),
            STROOM,
            Waarneming(2026, waarde=1, tot_en_met=K3),
            "aandacht",
            3,
            "2026 t/m K3: 1 overleg, norm minstens 4: nog 3 overleggen te gaan; het jaar loopt nog.",
        ),
        (
            maak_norm(4),
            STROOM,
            Waarneming(2026, waarde=5, tot_en_met=K3),
            "op_schema",
            0,
            "2026 t/m K3: 5 overleggen, norm minstens 4; het jaar loopt nog.",
        ),
        (
            maak_norm(0.15, "hoogstens"),
            AANDEEL,
            deel(2, 10, 2026, tot_en_met=K3),
            "aandacht",
            1,
            f"2026 t/m K3: 2 van 10 verhuringen (20{P}), norm hoogstens 15{P}: 1 verhuring te veel; het jaar loopt nog.",
        ),
    ],
)
def test_een_lopend_jaar_is_hoogstens_aandacht(norm, indicator, w, stand, tekort, reden):
    assert uitkomst(beoordeel(norm, indicator, w)) == (stand, None, tekort, reden)


@pytest.mark.parametrize(
    ("norm", "waarde", "dag", "stand"),
    [
        # A count only grows, so a maximum that is exceeded stays so (8 homes demolished where 0 were planned).
        (maak_norm(0, "hoogstens"), 8, dt.date(2026, 5, 14), "achter"),
        (maak_norm(8, "hoogstens"), 8, dt.date(2026, 5, 14), "op_schema"),
        # A letter before 1 April: on 30 March there is still a day, on the 31st there is none.
        (maak_norm(1, uiterlijk="03-31"), 0, dt.date(2026, 3, 30), "niet_gestart"),
        (maak_norm(1, uiterlijk="03-31"), 0, dt.date(2026, 3, 31), "achter"),
        (maak_norm(1, uiterlijk="03-31"), 1, dt.date(2026, 3, 31), "op_schema"),
    ],
)
def test_wat_in_een_lopend_jaar_niet_meer_in_te_halen_is_ligt_achter(norm, waarde, dag, stand):
    assert beoordeel(norm, STROOM, Waarneming(2026, waarde=waarde, tot_en_met=dag)).stand == stand


@pytest.mark.parametrize(
    ("dag", "periode", "voorbij", "reden"),
    [
        (
            *(dt.date(2026, 6, 30), "2026 t/m K2", False),
            "2026 t/m K2: 0 overleggen, norm minstens 1: nog 1 overleg te gaan; het jaar loopt nog.",
        ),
        (
            *(dt.date(2026, 7, 5), "2026 t/m 5 juli", False),
            "2026 t/m 5 juli: 0 overleggen, norm minstens 1: 1 overleg te weinig; 1 juli 2026 was de laatste dag.",
        ),
        (
            *(dt.date(2026, 7, 5), "2026 t/m 5 juli", True),
            "2026 t/m 5 juli: 0 overleggen, norm minstens 1: 1 overleg te weinig; 1 juli 2026 was de laatste dag.",
        ),
    ],
)
def test_na_de_laatste_dag_is_er_niets_meer_te_gaan(dag, periode, voorbij, reden):
    w = Waarneming(2026, waarde=0, tot_en_met=dag, periode=periode, voorbij=voorbij)
    assert beoordeel(maak_norm(1, uiterlijk="07-01"), STROOM, w).reden == reden


def test_een_voorbij_jaar_waarvan_een_deel_ontbreekt_loopt_niet_nog():
    w = Waarneming(2025, waarde=3, tot_en_met=K3.replace(year=2025), periode="2025 t/m K3", voorbij=True)
    assert uitkomst(beoordeel(maak_norm(4), STROOM, w)) == (
        *("op_schema", None, 1),
        "2025 t/m K3: 3 overleggen, norm minstens 4: 1 overleg te weinig; nog niet alles is aangeleverd.",
    )


# --- no answer ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("w", "reden"),
    [
        # Delivered, and not recorded: that is not known, which is not the same as not delivered.
        (Waarneming(2023), "Niet bekend over 2023: wat is aangeleverd, zegt hier niets over."),
        (Waarneming(2023, waarde=math.nan), "Niet bekend over 2023: wat is aangeleverd, zegt hier niets over."),
        (
            Waarneming(2026, tot_en_met=K3, periode="2026 t/m K3"),
            "Niet bekend over 2026 t/m K3: wat is aangeleverd, zegt hier niets over.",
        ),
        (Waarneming(2023, noemer=10), "Niet bekend over 2023: wat is aangeleverd, zegt hier niets over."),
        (deel(0, 0), "Geen verhuringen in 2023."),
        (deel(0, 0, periode="2023"), "Geen verhuringen in 2023."),
        # Not delivered: by nobody, never, by one of them, or without what it is a part of.
        (deel(0, 0, staat=Staat.NIETS), "0 verhuringen in 2023, maar geen aandeel."),
        (Waarneming(2023, staat=Staat.NIETS), "Over 2023 is nog niets aangeleverd."),
        (Waarneming(2023, staat=Staat.NVT), "Hierover is nog nooit iets aangeleverd."),
        (
            Waarneming(2023, staat=Staat.DEELS, mist=("Noord: nog niets", "Zuid t/m K2")),
            "Geen gegevens over 2023: Noord: nog niets en Zuid t/m K2.",
        ),
        (
            Waarneming(2023, teller=52, staat=Staat.DEELS, mist=("alle nieuwbouw: nog niets",)),
            "52 verhuringen in 2023, maar geen aandeel: alle nieuwbouw: nog niets.",
        ),
        (
            Waarneming(2027, mist=("de huurgrenzen van 2027 zijn niet vastgelegd",)),
            "Geen gegevens over 2027: de huurgrenzen van 2027 zijn niet vastgelegd.",
        ),
    ],
)
def test_zonder_gegevens_is_er_geen_oordeel(w, reden):
    assert uitkomst(beoordeel(MINSTENS_80, AANDEEL, w)) == ("geen_gegevens", None, None, reden)


@pytest.mark.parametrize(
    ("w", "tekort", "reden"),
    [
        (
            deel(7, 9),
            1,
            (
                f"7 van 9 verhuringen (78{P}); 1 verhuring te weinig voor de norm van minstens 80{P}. "
                "Te klein om te beoordelen: minder dan 10."
            ),
        ),
        (deel(9, 9), 0, f"9 van 9 verhuringen (100{P}). Te klein om te beoordelen: minder dan 10."),
        (
            deel(0, 1),
            1,
            (
                f"0 van 1 verhuringen (0{P}); 1 verhuring te weinig voor de norm van minstens 80{P}. "
                "Te klein om te beoordelen: minder dan 10."
            ),
        ),
    ],
)
def test_te_klein_om_te_beoordelen(w, tekort, reden):
    assert uitkomst(beoordeel(MINSTENS_80, MET_TOEVAL, w)) == ("te_weinig_gegevens", None, tekort, reden)


def test_zonder_toeval_is_een_aandeel_nooit_te_klein():
    # 0 of 3 building plans is no bad luck: somebody drew them.
    assert uitkomst(beoordeel(maak_norm(1.0), AANDEEL, deel(0, 3))) == (
        *("achter", None, 3),
        f"0 van 3 verhuringen (0{P}), norm minstens 100{P}: 3 verhuringen te weinig.",
    )


def test_de_grens_van_te_klein_is_een_instelling():
    standen = [beoordeel(MINSTENS_80, MET_TOEVAL, deel(4, 5), klein=klein).stand for klein in (5, 6)]
    assert standen == [Stand.OP_SCHEMA, Stand.TE_WEINIG_GEGEVENS]


def test_een_aantal_is_nooit_te_klein():
    assert beoordeel(maak_norm(2), AANTAL, Waarneming(2023, waarde=1, noemer=3)).stand is Stand.ACHTER


# --- a base year, a plan per year --------------------------------------------------------------------------------------

NULMETING = maak_norm(bron_norm="nulmeting", nulmeting_jaar=2021)


def test_zonder_nulmeting_is_er_geen_oordeel():
    assert uitkomst(beoordeel(NULMETING, AANTAL, Waarneming(2023, waarde=40))) == (
        "geen_nulmeting",
        None,
        None,
        "40 woningen; de nulmeting van 2021 ontbreekt.",
    )
    assert beoordeel(NULMETING, AANTAL, Waarneming(2023, waarde=40), nulmeting=math.nan).stand is Stand.GEEN_NULMETING


def test_zonder_nulmeting_in_een_lopend_jaar():
    w = deel(4, 50, 2026, tot_en_met=K3)
    assert beoordeel(NULMETING, AANDEEL, w).reden == (
        f"2026 t/m K3: 4 van 50 verhuringen (8{P}); de nulmeting van 2021 ontbreekt."
    )


@pytest.mark.parametrize(
    ("waarde", "stand", "tekort", "reden"),
    [
        (41, "op_schema", 0, "41 woningen, norm minstens 41."),
        (40, "achter", 1, "40 woningen, norm minstens 41: 1 woning te weinig."),
    ],
)
def test_nulmeting_als_norm(waarde, stand, tekort, reden):
    oordeel = beoordeel(NULMETING, AANTAL, Waarneming(2023, waarde=waarde), nulmeting=41)
    assert (uitkomst(oordeel), oordeel.normwaarde) == ((stand, None, tekort, reden), 41)


@pytest.mark.parametrize(("waarde", "stand", "tekort"), [(41, "achter", 1), (42, "op_schema", 0)])
def test_meer_dan_in_het_basisjaar_is_een_erbij(waarde, stand, tekort):
    meer = dataclasses.replace(NULMETING, waarde=1)
    oordeel = beoordeel(meer, AANTAL, Waarneming(2023, waarde=waarde), nulmeting=41)
    assert (oordeel.stand, oordeel.tekort, oordeel.normwaarde) == (stand, tekort, 42)
    assert beoordeel(meer, AANTAL, Waarneming(2023, waarde=waarde)).stand is Stand.GEEN_NULMETING


@pytest.mark.parametrize(
    ("teller", "standen"),
    [
        (7, ["op_schema", "op_schema"]),
        (8, ["aandacht", "op_schema"]),
        (15, ["aandacht", "op_schema"]),
        (16, ["achter", "achter"]),
    ],
)
def test_de_wet_kent_twee_grenzen_voor_de_vrije_ruimte(teller, standen):
    # 7,5 % without an agreement: above it the parties must show one (aandacht). Above 15 % nothing helps.
    zonder = maak_norm(0.075, "hoogstens", band=0.075)
    hoogst = maak_norm(0.15, "hoogstens")
    assert [beoordeel(norm, AANDEEL, deel(teller, 100)).stand for norm in (zonder, hoogst)] == standen


def test_een_gemeten_aandeel_als_norm_staat_er_met_een_decimaal():
    oordeel = beoordeel(NULMETING, AANDEEL, deel(4566, 28212), nulmeting=4607 / 28212)
    # 28.212 x 4.607 / 28.212 = 4.607
    assert uitkomst(oordeel) == (
        "achter",
        None,
        41,
        f"4.566 van 28.212 verhuringen (16,2{P}), norm minstens 16,3{P}: 41 verhuringen te weinig.",
    )


@pytest.mark.parametrize(("teller", "noemer"), [(5, 6), (10, 12), (1, 3), (2, 3), (49, 67)])
def test_hetzelfde_aandeel_als_in_het_nuljaar_haalt_de_norm(teller, noemer):
    # As a decimal 5 of 6 is 0,8333333333333334: a little more than 5 of 6.
    for richting in ("minstens", "hoogstens", "precies"):
        norm = dataclasses.replace(NULMETING, richting=richting)
        oordeel = beoordeel(norm, AANDEEL, deel(teller, noemer), nulmeting=teller / noemer, klein=0)
        assert (oordeel.stand, oordeel.tekort) == (Stand.OP_SCHEMA, 0)


KOLOM = maak_norm(bron_norm="kolom", normkolom="plan", tot=2025)


@pytest.mark.parametrize(
    ("gepland", "stand", "tekort", "reden"),
    [
        (20, "op_schema", 0, "20 woningen, norm minstens 20."),
        (26, "achter", 6, "20 woningen, norm minstens 26: 6 woningen te weinig."),
        (None, "geen_norm", None, "20 woningen; voor 2023 is niets gepland of vastgesteld."),
        (math.nan, "geen_norm", None, "20 woningen; voor 2023 is niets gepland of vastgesteld."),
    ],
)
def test_norm_uit_een_kolom(gepland, stand, tekort, reden):
    w = Waarneming(2023, waarde=20, normkolom=gepland)
    assert uitkomst(beoordeel(KOLOM, AANTAL, w)) == (stand, None, tekort, reden)


# --- outside the validity ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("w", "indicatief", "tekort", "reden"),
    [
        (
            deel(199, 252, 2024),
            "aandacht",
            3,
            (
                f"Geen norm vastgesteld voor 2024. Tegen de laatst bekende norm, minstens 80{P} t/m 2023: aandacht, "
                f"3 verhuringen te weinig; 199 van 252 verhuringen (79,0{P})."
            ),
        ),
        (
            deel(70, 100, 2025),
            "achter",
            10,
            (
                f"Geen norm vastgesteld voor 2025. Tegen de laatst bekende norm, minstens 80{P} t/m 2023: achter op schema, "
                f"10 verhuringen te weinig; 70 van 100 verhuringen (70{P})."
            ),
        ),
        (
            deel(90, 100, 2026, tot_en_met=K3),
            "op_schema",
            0,
            (
                f"Geen norm vastgesteld voor 2026. Tegen de laatst bekende norm, minstens 80{P} t/m 2023: op schema; "
                f"2026 t/m K3: 90 van 100 verhuringen (90{P})."
            ),
        ),
        (
            deel(7, 9, 2024),
            None,
            1,
            (
                f"Geen norm vastgesteld voor 2024. 7 van 9 verhuringen (78{P}); 1 verhuring te weinig voor de norm van "
                f"minstens 80{P}. Te klein om te beoordelen: minder dan 10."
            ),
        ),
    ],
)
def test_verlopen_norm_geeft_alleen_een_aanwijzing(w, indicatief, tekort, reden):
    oordeel = beoordeel(MINSTENS_80, MET_TOEVAL, w)
    assert (uitkomst(oordeel), oordeel.geldig) == (("geen_norm", indicatief, tekort, reden), False)


def test_verlopen_norm_zonder_gegevens_of_nulmeting_zegt_dat_eerst():
    assert beoordeel(MINSTENS_80, AANDEEL, Waarneming(2024)).stand is Stand.GEEN_GEGEVENS
    verlopen = dataclasses.replace(NULMETING, geldig_tot=dt.date(2022, 12, 31))
    assert beoordeel(verlopen, AANTAL, Waarneming(2024, waarde=1)).stand is Stand.GEEN_NULMETING


def test_een_besluit_maakt_het_weer_officieel():
    besluit = dataclasses.replace(
        MINSTENS_80, waarde=0.75, geldig_van=dt.date(2024, 1, 1), geldig_tot=dt.date(2025, 12, 31)
    )
    assert uitkomst(beoordeel(besluit, AANDEEL, deel(199, 252, 2024))) == (
        "op_schema",
        None,
        0,
        f"199 van 252 verhuringen (79,0{P}), norm minstens 75{P}.",
    )


def test_een_norm_die_midden_in_een_jaar_eindigt_geldt_dat_jaar_niet():
    norm = dataclasses.replace(MINSTENS_80, geldig_tot=dt.date(2023, 12, 30))
    assert beoordeel(norm, AANDEEL, deel(90, 100, 2023)).stand is Stand.GEEN_NORM


# --- a one-off target --------------------------------------------------------------------------------------------------

EIND_2024 = dt.date(2024, 12, 31)
DOEL = maak_norm(13, aard="doel", deadline=EIND_2024)


@pytest.mark.parametrize(
    ("w", "gehaald_in", "stand", "tekort", "reden"),
    [
        (Waarneming(2024, waarde=13), 2024, "gereed", 0, "13 woningen, norm minstens 13 op 31 december 2024: gehaald."),
        (
            Waarneming(2025, waarde=13),
            2025,
            "gereed",
            0,
            "13 woningen, norm minstens 13 op 31 december 2024: gehaald in 2025, na de afgesproken datum.",
        ),
        (
            Waarneming(2024, waarde=3),
            None,
            "achter",
            10,
            "3 woningen, norm minstens 13 op 31 december 2024: 10 woningen te weinig.",
        ),
        (
            Waarneming(2024, waarde=0),
            None,
            "achter",
            13,
            "0 woningen, norm minstens 13 op 31 december 2024: 13 woningen te weinig.",
        ),
        (
            Waarneming(2025, waarde=12, tot_en_met=dt.date(2025, 3, 31)),
            None,
            "achter",
            1,
            "2025 t/m K1: 12 woningen, norm minstens 13 op 31 december 2024: 1 woning te weinig.",
        ),
        (
            Waarneming(2022, waarde=0),
            None,
            "niet_gestart",
            13,
            "0 woningen, norm minstens 13 op 31 december 2024: 13 woningen te weinig.",
        ),
        # Two of three years have passed (729 of 1.095 days): 8,7 of the 13 were to be expected.
        (
            Waarneming(2023, waarde=9),
            None,
            "op_schema",
            4,
            "9 woningen, norm minstens 13 op 31 december 2024: 4 woningen te weinig.",
        ),
        (
            Waarneming(2023, waarde=8),
            None,
            "aandacht",
            5,
            "8 woningen, norm minstens 13 op 31 december 2024: 5 woningen te weinig.",
        ),
    ],
)
def test_doel_met_een_datum(w, gehaald_in, stand, tekort, reden):
    assert uitkomst(beoordeel(DOEL, AANTAL, w, gehaald_in=gehaald_in)) == (stand, None, tekort, reden)


@pytest.mark.parametrize(
    ("waarde", "stand", "tekort", "reden"),
    [
        (80, "gereed", 0, "80 woningen, norm minstens 80: gehaald."),
        (79, "aandacht", 1, "79 woningen, norm minstens 80: 1 woning te weinig; er is geen datum afgesproken."),
        (0, "niet_gestart", 80, "0 woningen, norm minstens 80: 80 woningen te weinig; er is geen datum afgesproken."),
    ],
)
def test_doel_zonder_datum(waarde, stand, tekort, reden):
    norm = maak_norm(80, aard="doel")
    assert uitkomst(beoordeel(norm, AANTAL, Waarneming(2025, waarde=waarde))) == (stand, None, tekort, reden)


@pytest.mark.parametrize(
    ("jaar", "waarde", "klaar", "stand", "tekort", "begin"),
    [
        (2022, 0, None, "achter", 1, "Nog niet gereed gemeld"),
        (2021, 0, None, "geen_norm", 1, "Nog niet gereed gemeld"),
        # By the day and not by the year: the last day is in time, the day after it is not.
        (2022, 1, dt.date(2022, 12, 31), "gereed", 0, "Gereed op 31 december 2022, op tijd"),
        (2023, 1, dt.date(2023, 1, 1), "gereed", 0, "Gereed op 1 januari 2023, te laat"),
        # Without a day nothing is in time or late, however late it was reported.
        (2024, 1, None, "gereed", 0, "Gereed gemeld op 24 april 2024, datum van afronding onbekend"),
    ],
)
def test_een_mijlpaal_is_op_tijd_of_te_laat_naar_de_dag(jaar, waarde, klaar, stand, tekort, begin):
    norm = maak_norm(1, aard="doel", van=2021, deadline=dt.date(2022, 12, 31))
    gemeld = dt.date(2024, 4, 24) if waarde else None
    w = Waarneming(jaar, waarde=waarde, gereed_op=klaar, gemeld_op=gemeld)
    reden = f"{begin}; afgesproken voor 31 december 2022."
    assert uitkomst(beoordeel(norm, MIJLPAAL, w, gehaald_in=2024)) == (stand, None, tekort, reden)


def test_mijlpaal_zonder_datum_is_gereed_of_niet_te_beoordelen():
    norm = maak_norm(1, aard="doel")
    assert [uitkomst(beoordeel(norm, MIJLPAAL, Waarneming(2023, waarde=waarde))) for waarde in (0, 1)] == [
        ("geen_norm", None, 1, "Nog niet gereed gemeld; er is geen datum afgesproken."),
        ("gereed", None, 0, "Gereed gemeld; er is geen datum afgesproken."),
    ]
    klaar = Waarneming(2023, waarde=1, gereed_op=dt.date(2023, 5, 2), gemeld_op=dt.date(2023, 10, 25))
    oordeel = beoordeel(norm, MIJLPAAL, klaar)
    assert (oordeel.reden, oordeel.als_dict()["gereed_op"]) == (
        "Gereed op 2 mei 2023; er is geen datum afgesproken.",
        "2023-05-02",
    )


def test_verlopen_doel_geeft_een_aanwijzing():
    norm = maak_norm(2, aard="doel", tot=2023)
    assert uitkomst(beoordeel(norm, AANTAL, Waarneming(2024, waarde=2))) == (
        "geen_norm",
        "gereed",
        0,
        "Geen norm vastgesteld voor 2024. Tegen de laatst bekende norm, minstens 2 t/m 2023: gereed; 2 woningen.",
    )


# --- what the command line carries -------------------------------------------------------------------------------------


ERBIJ = {
    **dict.fromkeys(
        ("driejaars_periode", "driejaars_teller", "driejaars_noemer", "driejaars_waarde", "driejaars_stand"), None
    ),
    **dict.fromkeys(("driejaars_indicatief", "driejaars_tekort", "kans", "kans_nog", "kans_van", "kans_tot"), None),
}


def test_een_oordeel_heeft_elk_veld_van_het_stoplicht():
    w = deel(60, 100, 2026, tot_en_met=K3, kern="Dorp", staat=Staat.DEELS, mist=("Zuid t/m K2",))
    assert beoordeel(maak_norm(0.8, niveau="kern"), AANDEEL, w).als_dict() == {
        "afspraak": "1.1",
        "norm": "1.1",
        "niveau": "kern",
        "corporatie": "totaal",
        "kern": "Dorp",
        "jaar": 2026,
        "soort": "realisatie",
        "waarde": 0.6,
        "teller": 60,
        "noemer": 100,
        "normwaarde": 0.8,
        "richting": "minstens",
        "stand": "aandacht",
        "indicatief": None,
        "reden": f"2026 t/m K3: 60 van 100 verhuringen (60{P}), norm minstens 80{P}: 20 verhuringen te weinig; het jaar loopt nog.",
        "tekort": 20,
        "gereed_op": None,
        "lopend": True,
        "tot_en_met": "2026-09-30",
        "geleverd": "deels",
        "ontbreekt": ["Zuid t/m K2"],
        **ERBIJ,
        "definitie": None,
    }


# --- counted in another way than was agreed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teller", "noemer", "jaar", "verwacht"),
    [
        (
            *(82, 100, 2023),
            ("geen_norm", "op_schema", 0, f"82 van 100 verhuringen (82{P}), norm minstens 80{P}."),
        ),
        (
            *(70, 100, 2024),
            (
                *("geen_norm", "achter", 10),
                (
                    f"Geen norm vastgesteld voor 2024. Tegen de laatst bekende norm, minstens 80{P} t/m 2023: "
                    f"achter op schema, 10 verhuringen te weinig; 70 van 100 verhuringen (70{P})."
                ),
            ),
        ),
        (*(0, 0, 2023), ("geen_gegevens", None, None, "Geen verhuringen in 2023.")),
    ],
)
def test_andere_definitie_is_nooit_officieel(teller, noemer, jaar, verwacht):
    oordeel = andere_definitie(beoordeel(MINSTENS_80, AANDEEL, deel(teller, noemer, jaar)), "zonder nieuwbouw")
    stand, indicatief, tekort, reden = verwacht
    zin = f"Met een andere definitie (zonder nieuwbouw): {reden}"
    assert uitkomst(oordeel) == (stand, indicatief, tekort, zin)
    assert (oordeel.definitie, oordeel.als_dict()["definitie"]) == ("zonder nieuwbouw", "zonder nieuwbouw")


# --- what must hold for anything ---------------------------------------------------------------------------------------

PROMILLES = st.integers(0, 1000).map(lambda duizendsten: duizendsten / 1000)
TELLINGEN = st.integers(0, 3000).flatmap(lambda noemer: st.tuples(st.integers(0, noemer), st.just(noemer)))
RICHTINGEN = st.sampled_from(["minstens", "hoogstens"])
GROEN = (Stand.GEREED, Stand.OP_SCHEMA)


def haalt(richting: str, teller: Fraction, grens: Fraction) -> bool:
    return {"minstens": teller >= grens, "hoogstens": teller <= grens, "precies": teller == grens}[richting]


@given(TELLINGEN, PROMILLES, RICHTINGEN)
def test_tekort_is_nul_precies_als_de_norm_gehaald_is(telling, grens, richting):
    teller, noemer = telling
    assume(noemer)
    oordeel = beoordeel(maak_norm(grens, richting), AANDEEL, deel(teller, noemer), klein=0)
    gehaald = haalt(richting, Fraction(teller), Fraction(str(grens)) * noemer)
    assert ((oordeel.tekort == 0), (oordeel.stand is Stand.OP_SCHEMA)) == (gehaald, gehaald)


@given(TELLINGEN, PROMILLES)
def test_het_tekort_erbij_haalt_de_norm_en_een_minder_niet(telling, grens):
    teller, noemer = telling
    assume(noemer)
    norm = maak_norm(grens)
    tekort = beoordeel(norm, AANDEEL, deel(teller, noemer), klein=0).tekort
    assert isinstance(tekort, int)
    assert beoordeel(norm, AANDEEL, deel(teller + tekort, noemer), klein=0).stand is Stand.OP_SCHEMA
    if tekort:
        assert beoordeel(norm, AANDEEL, deel(teller + tekort - 1, noemer), klein=0).stand is not Stand.OP_SCHEMA


@given(TELLINGEN, PROMILLES)
def test_het_teveel_eraf_haalt_de_norm(telling, grens):
    teller, noemer = telling
    assume(noemer)
    norm = maak_norm(grens, "hoogstens")
    tekort = beoordeel(norm, AANDEEL, deel(teller, noemer), klein=0).tekort
    assert beoordeel(norm, AANDEEL, deel(teller - tekort, noemer), klein=0).stand is Stand.OP_SCHEMA


@given(TELLINGEN, TELLINGEN, st.sampled_from(["minstens", "hoogstens", "precies"]))
def test_een_nulmeting_is_een_breuk_van_tellingen(nu, toen, richting):
    (teller, noemer), (teller_toen, noemer_toen) = nu, toen
    assume(noemer and noemer_toen)
    norm = dataclasses.replace(NULMETING, richting=richting)
    oordeel = beoordeel(norm, AANDEEL, deel(teller, noemer), nulmeting=teller_toen / noemer_toen, klein=0)
    gehaald = haalt(richting, Fraction(teller, noemer), Fraction(teller_toen, noemer_toen))
    assert (oordeel.tekort == 0) == gehaald


@given(
    st.fractions(0, 50, max_denominator=4).map(float),
    st.integers(1, 50),
    PROMILLES,
    RICHTINGEN,
)
def test_ook_een_teller_die_geen_geheel_getal_is_wordt_eerlijk_getoetst(teller, noemer, grens, richting):
    w = Waarneming(2023, waarde=teller / noemer, teller=teller, noemer=noemer)
    oordeel = beoordeel(maak_norm(grens, richting), AANDEEL, w, klein=0)
    assert (oordeel.tekort == 0) == haalt(richting, Fraction(str(teller)), Fraction(str(grens)) * noemer)


@given(
    st.floats(-1e6, 1e6),
    st.floats(-1e6, 1e6),
    st.sampled_from(["minstens", "hoogstens", "precies"]),
    st.sampled_from([AANTAL, STROOM, MAANDEN]),
)
def test_tekort_van_een_gewoon_getal(waarde, grens, richting, indicator):
    oordeel = beoordeel(maak_norm(grens, richting), indicator, Waarneming(2023, waarde=waarde))
    gehaald = haalt(richting, Fraction(str(waarde)), Fraction(str(grens)))
    assert ((oordeel.tekort == 0), (oordeel.stand is Stand.OP_SCHEMA)) == (gehaald, gehaald)


WAARNEMINGEN = st.builds(
    Waarneming,
    jaar=st.integers(2020, 2028),
    soort=st.sampled_from(["plan", "realisatie"]),
    waarde=st.one_of(st.none(), st.floats(0, 100), st.integers(0, 100)),
    teller=st.one_of(st.none(), st.integers(0, 100)),
    noemer=st.one_of(st.none(), st.integers(0, 100)),
    normkolom=st.one_of(st.none(), st.integers(0, 100)),
    staat=st.sampled_from(Staat),
)
NORMEN = st.builds(
    maak_norm,
    waarde=st.floats(0, 100),
    richting=st.sampled_from(["minstens", "hoogstens", "precies"]),
    aard=st.sampled_from(["jaar", "doel"]),
    band=st.sampled_from([0.0, 0.02, 5.0]),
    van=st.integers(2021, 2024),
    tot=st.one_of(st.none(), st.integers(2024, 2026)),
    deadline=st.one_of(st.none(), st.dates(dt.date(2022, 1, 1), dt.date(2026, 12, 31))),
    bron_norm=st.sampled_from(["vast", "nulmeting", "kolom"]),
    nulmeting_jaar=st.just(2021),
)
INDICATOREN = st.sampled_from([AANTAL, AANDEEL, MET_TOEVAL, STROOM, MIJLPAAL, MAANDEN])
NULMETINGEN = st.one_of(st.none(), st.floats(0, 100))
EERDER = st.lists(WAARNEMINGEN, max_size=3)


@given(NORMEN, INDICATOREN, WAARNEMINGEN, NULMETINGEN, EERDER, st.booleans())
def test_een_lopend_jaar_is_nooit_achter_tenzij_een_grens_al_voorbij_is(norm, indicator, w, nulmeting, eerder, begin):
    assume(not (norm.richting == "hoogstens" and indicator.loopt_op))
    w = dataclasses.replace(w, tot_en_met=dt.date(w.jaar, 1, 1) if begin else dt.date(w.jaar, 9, 30))
    oordeel = beoordeel(dataclasses.replace(norm, aard="jaar"), indicator, w, nulmeting=nulmeting, eerder=eerder)
    assert Stand.ACHTER not in (oordeel.stand, oordeel.indicatief, oordeel.sprekend.tegen_norm)


@given(NORMEN, INDICATOREN, WAARNEMINGEN, NULMETINGEN, EERDER)
def test_de_jaren_ervoor_veranderen_de_stand_van_een_jaar_niet(norm, indicator, w, nulmeting, eerder):
    zonder = beoordeel(norm, indicator, w, nulmeting=nulmeting)
    met = beoordeel(norm, indicator, w, nulmeting=nulmeting, eerder=eerder)
    assert (met.stand, met.indicatief, met.tekort) == (zonder.stand, zonder.indicatief, zonder.tekort)


@given(NORMEN, INDICATOREN, WAARNEMINGEN, NULMETINGEN)
def test_nooit_groen_zonder_norm_gegevens_of_nulmeting(norm, indicator, w, nulmeting):
    oordeel = beoordeel(norm, indicator, w, nulmeting=nulmeting)
    if not norm.geldig_in(w.jaar) or w.waarde is None or w.noemer == 0 or oordeel.normwaarde is None:
        assert not oordeel.stand.oordeel
    if oordeel.stand in GROEN:
        assert oordeel.tekort is not None
    assert oordeel.indicatief is None or (oordeel.stand is Stand.GEEN_NORM and not oordeel.geldig)


@given(NORMEN, INDICATOREN, WAARNEMINGEN, NULMETINGEN, EERDER, st.booleans())
def test_elke_reden_is_een_zin(norm, indicator, w, nulmeting, eerder, lopend):
    w = dataclasses.replace(w, tot_en_met=dt.date(w.jaar, 9, 30) if lopend else None)
    reden = beoordeel(norm, indicator, w, nulmeting=nulmeting, eerder=eerder).reden
    assert reden.endswith(".")
    assert not reden[0].islower()
    assert not any(vreemd in reden for vreemd in ("None", "nan", "  ", "..", " .", ";;", " ,"))


# --- the standen themselves --------------------------------------------------------------------------------------------


def test_woorden_en_symbolen():
    assert {str(stand): (stand.woord, stand.symbool, stand.oordeel) for stand in Stand} == {
        "gereed": ("gereed", "✓", True),
        "op_schema": ("op schema", "●", True),
        "aandacht": ("aandacht", "▲", True),
        "achter": ("achter op schema", "■", True),
        "niet_gestart": ("nog niet gestart", "○", True),
        "geen_norm": ("geen norm", "–", False),
        "geen_nulmeting": ("geen nulmeting", "–", False),
        "geen_gegevens": ("geen gegevens", "–", False),
        "te_weinig_gegevens": ("te klein om te beoordelen", "–", False),
    }


def test_elke_stand_heeft_een_plaats_en_geen_antwoord_gaat_voor_groen():
    assert sorted(ERNST) == sorted(Stand)
    assert ERNST[0] is Stand.ACHTER
    assert ERNST[-2:] == (Stand.OP_SCHEMA, Stand.GEREED)


@pytest.mark.parametrize(
    ("standen", "ergst"),
    [
        ([], Stand.GEEN_GEGEVENS),
        ([Stand.GEREED], Stand.GEREED),
        ([Stand.GEREED, Stand.OP_SCHEMA], Stand.OP_SCHEMA),
        ([Stand.OP_SCHEMA, Stand.GEEN_NORM], Stand.GEEN_NORM),
        ([Stand.OP_SCHEMA, Stand.TE_WEINIG_GEGEVENS], Stand.TE_WEINIG_GEGEVENS),
        ([Stand.AANDACHT, Stand.NIET_GESTART, Stand.GEREED], Stand.AANDACHT),
        (list(Stand), Stand.ACHTER),
    ],
)
def test_de_ernstigste_stand_spreekt_voor_alle(standen, ergst):
    assert ernstigste(iter(standen)) is ergst


@pytest.mark.parametrize(
    ("standen", "samen"),
    [
        ([], Stand.GEEN_GEGEVENS),
        # Kernen too small to judge do not hide the kernen that were judged ...
        ([Stand.OP_SCHEMA, Stand.TE_WEINIG_GEGEVENS, Stand.GEEN_GEGEVENS], Stand.OP_SCHEMA),
        ([Stand.ACHTER, Stand.TE_WEINIG_GEGEVENS], Stand.ACHTER),
        # ... but a missing norm does, and when all are too small that is the answer.
        ([Stand.OP_SCHEMA, Stand.GEEN_NORM], Stand.GEEN_NORM),
        ([Stand.TE_WEINIG_GEGEVENS, Stand.TE_WEINIG_GEGEVENS], Stand.TE_WEINIG_GEGEVENS),
        ([Stand.TE_WEINIG_GEGEVENS, Stand.GEEN_GEGEVENS], Stand.GEEN_GEGEVENS),
    ],
)
def test_te_kleine_delen_verbergen_geen_oordeel(standen, samen):
    assert samengevat(iter(standen)) is samen


# --- one norm over its years -------------------------------------------------------------------------------------------


def toetsing(normen, *waarnemingen) -> list[tuple[int, str, Stand, float | None]]:
    """Year, kind, stand and what it was compared with."""
    oordelen = toets(AANTAL, normen, waarnemingen, klein=10)
    return [(o.waarneming.jaar, o.waarneming.soort, o.stand, o.normwaarde) for o in oordelen]


def test_een_nulmeting_is_gemeten_en_nooit_gepland() -> None:
    norm = maak_norm(bron_norm="nulmeting", nulmeting_jaar=2022)
    gepland, later = Waarneming(2022, soort="plan", waarde=90), Waarneming(2023, waarde=100)

    assert toetsing([norm], gepland, later)[1] == (2023, "realisatie", Stand.GEEN_NULMETING, None)
    assert toetsing([norm], gepland, Waarneming(2022, waarde=101), later)[2] == (2023, "realisatie", Stand.ACHTER, 101)


def test_de_nulmeting_is_die_van_hetzelfde_deel() -> None:
    norm = maak_norm(bron_norm="nulmeting", nulmeting_jaar=2022, niveau="kern")
    jaren = [
        Waarneming(jaar, kern=kern, waarde=n) for jaar, kern, n in ((2022, "A", 5), (2022, "B", 9), (2023, "A", 6))
    ]

    assert toetsing([norm], *jaren)[2] == (2023, "realisatie", Stand.OP_SCHEMA, 5)


def test_voor_de_afspraak_is_er_niets_te_toetsen_en_daarna_geldt_de_laatste_periode() -> None:
    normen = [maak_norm(10, van=2022, tot=2022), maak_norm(20, van=2023, tot=2023)]
    jaren = [Waarneming(jaar, waarde=15) for jaar in (2021, 2022, 2023, 2024)]

    assert toetsing(normen, *jaren) == [
        (2022, "realisatie", Stand.OP_SCHEMA, 10),
        (2023, "realisatie", Stand.ACHTER, 20),
        (2024, "realisatie", Stand.GEEN_NORM, 20),
    ]


def test_een_doel_is_gehaald_in_het_eerste_jaar_dat_echt_gemeten_is() -> None:
    norm = maak_norm(13, aard="doel", deadline=dt.date(2022, 12, 31))
    gepland = Waarneming(2022, soort="plan", waarde=13)
    gemeten = [Waarneming(jaar, waarde=n) for jaar, n in ((2022, 3), (2023, 13), (2024, 14))]

    oordelen = toets(AANTAL, [norm], [gepland, *gemeten], klein=10)
    assert oordelen[3].reden == (
        "14 woningen, norm minstens 13 op 31 december 2022: gehaald in 2023, na de afgesproken datum."
    )
