"""Beside whom a kern is put: half to twice the homes, at least three others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cijfers.gelijken import gelijken_uit

WONINGEN = {
    "Stad": 2000,
    "Groot": 800,
    "Dorp": 400,
    "Ander": 420,
    "Klein": 200,
    "Net niet": 199,
    "Gehucht": 15,
    "Nul": 0,
}


def test_half_en_twee_keer_tellen_mee_en_een_minder_niet():
    gevonden = gelijken_uit(WONINGEN, "Dorp")
    assert gevonden.kernen == ("Ander", "Groot", "Klein")
    assert gevonden.tekst == (
        "Kernen van gelijke grootte zijn de 3 kernen met half tot twee keer zo veel woningen (400 in Dorp): "
        "Ander (420), Groot (800) en Klein (200)."
    )


def test_de_dichtstbijzijnde_drie_als_er_te_weinig_gelijken_zijn():
    gevonden = gelijken_uit(WONINGEN, "Gehucht")
    assert gevonden.kernen == ("Dorp", "Klein", "Net niet")
    assert "de 3 kernen die er in aantal woningen het dichtst bij liggen" in gevonden.tekst


@pytest.mark.parametrize(
    ("woningen", "kern"), [({}, "Dorp"), ({"Dorp": 4, "Ander": 4, "Derde": 4}, "Dorp"), (WONINGEN, "Nul")]
)
def test_zonder_drie_andere_kernen_valt_er_niets_te_vergelijken(woningen, kern):
    gevonden = gelijken_uit(woningen, kern)
    assert gevonden.kernen == ()
    assert gevonden.tekst == "Er zijn te weinig kernen met een telling van de woningen om mee te vergelijken."


@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 5000), min_size=1))
def test_een_kern_is_nooit_haar_eigen_gelijke_en_er_zijn_er_geen_of_minstens_drie(woningen):
    kern = min(woningen)
    gevonden = gelijken_uit(woningen, kern).kernen
    assert kern not in gevonden
    assert not gevonden or len(gevonden) >= 3
