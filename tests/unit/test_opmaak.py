"""Dutch notation: every hard case as it must read, and numbers that can be read back."""

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.basis.eenheid import EENHEDEN
from dashboard.basis.opmaak import (
    GEEN,
    SMAL,
    aantal,
    als_tekst,
    datum,
    euro,
    getal,
    hoofdletter,
    kleine_letter,
    ontbreekt,
    opsomming,
    percentage,
    percentage_norm,
    periode,
    tijdstip,
)

NAN = math.nan


def lees_terug(tekst: str) -> Decimal:
    """Read Dutch notation: the opposite of `getal`."""
    return Decimal(tekst.replace(".", "").replace(",", "."))


# --- numbers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (0, 0, "0"),
        (0, 2, "0,00"),
        (-0.0, 0, "0"),
        (-0.0, 1, "0,0"),
        (-0.4, 0, "0"),
        (-0.04, 1, "0,0"),
        (None, 0, GEEN),
        (NAN, 2, GEEN),
        (pd.NA, 0, GEEN),
        (pd.NaT, 0, GEEN),
        (np.float64("nan"), 1, GEEN),
        (math.inf, 0, "oneindig"),
        (-math.inf, 0, "min oneindig"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (4831, 0, "4.831"),
        (1e6, 0, "1.000.000"),
        (1e6, 1, "1.000.000,0"),
        (1e16, 0, "10.000.000.000.000.000"),
        (1234.565, 2, "1.234,57"),  # half up, though the double lies just below the half
        (1.005, 2, "1,01"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),  # not 2, as rounding to even would have it
        (-0.5, 0, "-1"),
        (-1234.5, 1, "-1.234,5"),
        (-1234567, 0, "-1.234.567"),
        (0.29, 2, "0,29"),
        (0.1 + 0.2, 1, "0,3"),
        (999.95, 1, "1.000,0"),
        (1e-7, 1, "0,0"),
        (np.int64(12345), 0, "12.345"),
        (np.float64(2.25), 1, "2,3"),
    ],
)
def test_een_getal_in_nederlandse_notatie(waarde, decimalen, tekst):
    assert getal(waarde, decimalen) == tekst


@given(st.floats(min_value=-1e12, max_value=1e12), st.integers(0, 4))
def test_getal_leest_terug_als_de_afgeronde_waarde(waarde, decimalen):
    afgerond = Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    tekst = getal(waarde, decimalen)
    assert lees_terug(tekst) == afgerond
    assert not (tekst.startswith("-") and afgerond == 0)
    assert len(tekst.partition(",")[2]) == decimalen


@given(st.integers(-(10**15), 10**15))
def test_heel_getal_leest_terug_in_groepen_van_drie(waarde):
    tekst = getal(waarde)
    assert lees_terug(tekst) == waarde
    groepen = tekst.removeprefix("-").split(".")
    assert [len(groep) for groep in groepen[1:]] == [3] * (len(groepen) - 1)
    assert 1 <= len(groepen[0]) <= 3


@pytest.mark.parametrize("waarde", [None, NAN, np.float64("nan"), pd.NA, pd.NaT])
def test_wat_leeg_is_ontbreekt(waarde):
    assert ontbreekt(waarde) is True


@pytest.mark.parametrize("waarde", [0, -0.0, "", "nan", False, math.inf, dt.date(2024, 1, 1), np.float64(0), []])
def test_nul_en_lege_tekst_ontbreken_niet(waarde):
    assert ontbreekt(waarde) is False


# --- shares ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deel", "n", "tekst"),
    [
        (None, None, GEEN),
        (NAN, 500, GEEN),
        (pd.NA, 500, GEEN),
        (0, None, f"0{SMAL}%"),
        (-0.0, 300, f"0,0{SMAL}%"),
        (1, 10, f"100{SMAL}%"),
        (1, 200, f"100,0{SMAL}%"),
        (0.9995, 10, f"100{SMAL}%"),
        (0.9995, 200, f"100,0{SMAL}%"),
        (0.9994, 200, f"99,9{SMAL}%"),
        (0.29, None, f"29{SMAL}%"),
        (0.29, 200, f"29,0{SMAL}%"),
        (0.57, 199, f"57{SMAL}%"),  # 0.57 * 100 is 56.99999999999999 in doubles
        (0.824, 199, f"82{SMAL}%"),
        (0.824, 200, f"82,4{SMAL}%"),
        (0.8245, 200, f"82,5{SMAL}%"),
        (0.824, NAN, f"82{SMAL}%"),
        (0.824, pd.NA, f"82{SMAL}%"),
        (0.005, 10, f"1{SMAL}%"),
        (-0.125, None, f"-13{SMAL}%"),
        (12.5, None, f"1.250{SMAL}%"),
    ],
)
def test_een_percentage_krijgt_een_decimaal_als_het_op_veel_rust(deel, n, tekst):
    assert percentage(deel, n) == tekst


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_percentage_leest_terug_als_afgerond_deel(teller, noemer):
    tekst = percentage(teller / noemer, noemer)
    assert tekst.endswith(f"{SMAL}%")
    stap = Decimal("0.1") if noemer >= 200 else Decimal(1)
    afgerond = (Decimal(str(teller / noemer)) * 100).quantize(stap, ROUND_HALF_UP)
    assert lees_terug(tekst.removesuffix(f"{SMAL}%")) == afgerond


@pytest.mark.parametrize(
    ("deel", "tekst"),
    [
        (0.8, f"80{SMAL}%"),
        (0.29, f"29{SMAL}%"),
        (0.925, f"92,5{SMAL}%"),
        (0.1625, f"16,3{SMAL}%"),  # half up, as everywhere
        (0.9995, f"100{SMAL}%"),
        (0.15, f"15{SMAL}%"),
        (0, f"0{SMAL}%"),
        (1.0, f"100{SMAL}%"),
    ],
)
def test_een_norm_staat_er_zoals_zij_is_afgesproken(deel, tekst):
    assert percentage_norm(deel) == tekst


# --- figures in their unit ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waarde", "eenheid", "n", "tekst"),
    [
        (0.8, "aandeel", 10, f"80{SMAL}%"),
        (0.8, "aandeel", 200, f"80,0{SMAL}%"),
        (None, "aandeel", 200, GEEN),
        (4831, "aantal", None, "4.831"),
        (4831.0, "aantal", None, "4.831"),
        (2.5, "aantal", None, "2,5"),
        (-0.0, "aantal", None, "0"),
        (None, "aantal", None, GEEN),
        (NAN, "aantal", None, GEEN),
        (24, "maanden", 12, "24,0"),
        (24.25, "maanden", None, "24,3"),
        (NAN, "maanden", None, GEEN),
        (100, "index", None, "100,0"),
        (7.14, "score", None, "7,1"),
        (1, "mijlpaal", None, "gereed"),
        (0, "mijlpaal", None, "nog niet gereed"),
        (None, "mijlpaal", None, GEEN),
        (NAN, "mijlpaal", None, GEEN),  # NaN is true to Python, and would have read as done
        (pd.NA, "mijlpaal", None, GEEN),
    ],
)
def test_waarde_in_haar_eenheid(waarde, eenheid, n, tekst):
    assert EENHEDEN[eenheid].tekst(waarde, n) == tekst


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        (612.4, "€\u00a0612,40"),
        (0, "€\u00a00,00"),
        (-0.001, "€\u00a00,00"),
        (1234.565, "€\u00a01.234,57"),
        (-12.5, "€\u00a0-12,50"),
        (None, GEEN),
        (NAN, GEEN),
    ],
)
def test_euros_hebben_twee_decimalen(bedrag, tekst):
    assert euro(bedrag) == tekst


@pytest.mark.parametrize(
    ("hoeveel", "tekst"),
    [
        (0, "0 verhuringen"),
        (1, "1 verhuring"),
        (1.0, "1 verhuring"),
        (2, "2 verhuringen"),
        (1.5, "1,5 verhuringen"),
        (1234, "1.234 verhuringen"),
        (-1, "-1 verhuringen"),
    ],
)
def test_een_aantal_met_enkelvoud_of_meervoud(hoeveel, tekst):
    assert aantal(hoeveel, "verhuring", "verhuringen") == tekst


# --- dates and periods -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        (dt.date(2026, 4, 1), "1 april 2026"),
        (dt.date(2024, 2, 29), "29 februari 2024"),
        (dt.date(2021, 12, 31), "31 december 2021"),
        (dt.date(2022, 1, 1), "1 januari 2022"),
        (dt.date(2023, 3, 10), "10 maart 2023"),
        (dt.date(2023, 8, 8), "8 augustus 2023"),
        (dt.datetime(2026, 10, 6, 14, 5, tzinfo=dt.UTC), "6 oktober 2026"),
        (None, GEEN),
    ],
)
def test_een_datum_is_voluit(dag, tekst):
    assert datum(dag) == tekst


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (dt.datetime(2026, 10, 6, 14, 5, tzinfo=ZoneInfo("Europe/Amsterdam")), "6 oktober 2026, 14.05 uur"),
        (dt.datetime(2026, 1, 1, 0, 0, tzinfo=dt.timezone(dt.timedelta(hours=1))), "1 januari 2026, 00.00 uur"),
        # The store keeps moments in UTC; people look at a Dutch clock, in summer and in winter.
        (dt.datetime(2026, 4, 22, 14, 30, tzinfo=dt.UTC), "22 april 2026, 16.30 uur"),
        (dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC), "1 januari 2027, 00.30 uur"),
    ],
)
def test_een_tijdstip_volgt_de_nederlandse_klok(moment, tekst):
    assert tijdstip(moment) == tekst


@pytest.mark.parametrize(
    ("jaar", "tot_en_met", "tekst"),
    [
        (2025, None, "2025"),
        (2025, dt.date(2025, 12, 31), "2025"),
        (2025, dt.date(2026, 3, 31), "2025"),
        (2026, dt.date(2026, 3, 31), "2026 t/m K1"),
        (2026, dt.date(2026, 6, 30), "2026 t/m K2"),
        (2026, dt.date(2026, 9, 30), "2026 t/m K3"),
        (2026, dt.date(2026, 3, 30), "2026 t/m 30 maart"),
        (2026, dt.date(2026, 4, 30), "2026 t/m 30 april"),
        (2026, dt.date(2026, 5, 14), "2026 t/m 14 mei"),
        (2026, dt.date(2026, 9, 29), "2026 t/m 29 september"),
        (2026, dt.date(2026, 12, 30), "2026 t/m 30 december"),
        (2024, dt.date(2024, 2, 29), "2024 t/m 29 februari"),
        (2026, dt.date(2026, 1, 1), "2026 t/m 1 januari"),
    ],
)
def test_een_periode_noemt_jaar_kwartaal_of_dag(jaar, tot_en_met, tekst):
    assert periode(jaar, tot_en_met) == tekst


def test_als_tekst_schrijft_elke_soort_waarde_zoals_nederlanders_dat_doen():
    waarden = (
        True,
        False,
        1234,
        1234.0,
        12.5,
        dt.date(2024, 4, 3),
        dt.datetime(2024, 4, 3, 9, tzinfo=dt.UTC),
        "Aan de Zee",
    )
    assert [als_tekst(waarde) for waarde in waarden] == [
        *("ja", "nee", "1234", "1.234", "12,50", "3 april 2024", "3 april 2024", "Aan de Zee")
    ]


# --- sentences ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"), (iter("abcd"), "a, b, c en d")],
)
def test_een_opsomming_eindigt_met_en(woorden, tekst):
    assert opsomming(woorden) == tekst


@pytest.mark.parametrize(
    ("zin", "tekst"), [("", ""), ("gepland: 3", "Gepland: 3"), ("3 woningen", "3 woningen"), ("wZV", "WZV")]
)
def test_een_zin_begint_met_een_hoofdletter(zin, tekst):
    assert hoofdletter(zin) == tekst


def test_een_zin_binnen_een_zin_begint_met_een_kleine_letter():
    assert [kleine_letter(zin) for zin in ("Energielabel A of beter", "x", "")] == ["energielabel A of beter", "x", ""]
