"""The forward look: paces and sentences worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.normen import Waarneming
from dashboard.verhaal.vooruitblik import peil_zin, stroom_zin, tempo_van, tempo_zin

BEGIN = dt.date(2022, 1, 1)


def w(jaar: int, waarde: float | None, tot: dt.date | None = None) -> Waarneming:
    return Waarneming(jaar, waarde=waarde, tot_en_met=tot)


def test_het_tempo_dat_nodig_is_naast_het_tempo_tot_nu_toe():
    # 24 homes in four years is 6 a year; 23 more in two years asks for 11,5, so 12.
    tempo = tempo_van(47, BEGIN, dt.date(2027, 12, 31), [w(2024, 20), w(2025, 24)])
    assert tempo is not None
    assert (tempo.rest, tempo.tot_nu_toe, tempo.nodig) == (
        23,
        pytest.approx(6, abs=0.01),
        pytest.approx(11.5, abs=0.01),
    )
    assert tempo_zin(tempo, "woning", "woningen") == (
        "24 van 47 woningen op 31 december 2025; nog 23 woningen in 2 jaar: 12 per jaar. "
        "Tot nu toe 6 per jaar: zo is het doel in 2029 gehaald."
    )


def test_zonder_datum_is_er_geen_tempo_dat_nodig_is():
    tempo = tempo_van(80, BEGIN, None, [w(2025, 44), w(2026, 54, dt.date(2026, 6, 30))])
    assert tempo is not None
    assert tempo.nodig is None
    # 54 in four and a half years is 12 a year; 26 more take a little over two.
    assert tempo_zin(tempo, "woning", "woningen") == (
        "54 van 80 woningen op 30 juni 2026; nog 26 woningen; er is geen datum afgesproken. "
        "Tot nu toe 12 per jaar: zo is het doel in 2028 gehaald."
    )


def test_een_datum_die_voorbij_is_en_een_telling_die_stilstaat():
    tempo = tempo_van(5, BEGIN, dt.date(2023, 12, 31), [w(2025, 0)])
    assert tempo is not None
    assert tempo.gehaald_rond is None
    assert tempo_zin(tempo, "plek", "plekken") == (
        "0 van 5 plekken op 31 december 2025; nog 5 plekken; de afgesproken datum, 31 december 2023, is voorbij. "
        "Tot nu toe 0 per jaar: zo wordt het doel niet gehaald."
    )


def test_een_gehaald_doel_vraagt_geen_tempo():
    tempo = tempo_van(13, BEGIN, dt.date(2026, 12, 31), [w(2025, 14)])
    assert tempo is not None
    assert (tempo.rest, tempo.gehaald_rond) == (0, None)
    assert tempo_zin(tempo, "woning", "woningen") == "14 van 13 woningen op 31 december 2025: gehaald."


def test_wat_er_voor_het_doel_al_was_telt_niet_in_het_tempo():
    tempo = tempo_van(30, BEGIN, None, [w(2021, 10), w(2023, 14)])
    assert tempo is not None
    assert tempo.tot_nu_toe == pytest.approx(2, abs=0.01)


def test_zonder_cijfer_valt_er_niets_te_zeggen():
    assert tempo_van(30, BEGIN, None, [w(2023, None)]) is None


def test_het_laatste_stuk_telt_in_maanden():
    tempo = tempo_van(10, BEGIN, dt.date(2026, 12, 31), [w(2026, 8, dt.date(2026, 9, 30))])
    assert tempo is not None
    assert "nog 2 stuks in 3 maanden: 8 per jaar." in tempo_zin(tempo, "stuk", "stuks")


# --- plans -----------------------------------------------------------------------------------------------------------


def test_een_planning_die_voorbij_is_noemt_het_verschil_en_dat_er_niets_volgt():
    gedaan = {2022: w(2022, 20), 2023: w(2023, 10), 2024: w(2024, 6)}
    assert stroom_zin({2022: 25, 2023: 15}, gedaan, "woning", "woningen") == (
        "30 van 40 woningen die voor 2022 tot en met 2023 gepland zijn: 10 woningen minder dan gepland "
        "(tot nu toe 15 per jaar). Daarna kwamen er 6 bij. Voor 2024 en later is er geen planning."
    )


def test_een_planning_die_loopt_noemt_het_tempo_dat_nodig_is():
    gedaan = {2022: w(2022, 20), 2023: w(2023, 10)}
    assert stroom_zin({2022: 25, 2023: 15, 2024: 12, 2025: 0}, gedaan, "woning", "woningen") == (
        "30 van 52 woningen die voor 2022 tot en met 2025 gepland zijn; nog 22 woningen in 2 jaar: 11 per jaar; "
        "tot nu toe 15 per jaar."
    )
    assert stroom_zin({2022: 25, 2024: 5}, gedaan, "woning", "woningen") == (
        "30 van 30 woningen die voor 2022 tot en met 2024 gepland zijn: al gehaald op 31 december 2023."
    )
    assert stroom_zin({2024: 5}, gedaan, "woning", "woningen") == ""


def test_de_voorraad_naast_haar_planning_tot_het_einde_en_daarna():
    plan = {2024: 100, 2025: 110}
    assert peil_zin(plan, {2024: w(2024, 97)}, "woning", "woningen") == (
        "97 woningen eind 2024, 3 minder dan gepland; gepland voor eind 2025: 110. "
        "Voor 2026 en later is er geen planning."
    )
    nu = {2025: w(2025, 110), 2026: w(2026, 112, dt.date(2026, 9, 30))}
    assert peil_zin(plan, nu, "woning", "woningen") == (
        "110 woningen eind 2025, zoals gepland; op 30 september 2026 zijn het er 112. "
        "Voor 2026 en later is er geen planning."
    )
    assert peil_zin(plan, {2025: w(2025, 104, dt.date(2025, 6, 30))}, "huis", "huizen") == (
        "104 huizen op 30 juni 2025, 6 minder dan gepland voor eind 2025. Voor 2026 en later is er geen planning."
    )
    assert peil_zin(plan, {2023: w(2023, 90)}, "woning", "woningen") == ""
