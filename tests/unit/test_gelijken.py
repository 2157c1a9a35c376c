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


def test_half_and_twice_count_one_less_does_not():
    gevonden = gelijken_uit(WONINGEN, "Dorp")
    assert gevonden.kernen == ("Ander", "Groot", "Klein")
    assert gevonden.tekst == (
        "Kernen van gelijke grootte zijn de 3 kernen met half tot twee keer zo veel woningen (400 in Dorp): "
        "Ander (420), Groot (800) en Klein (200)."
    )


def test_the_nearest_three_where_too_few_are_alike():
    gevonden = gelijken_uit(WONINGEN, "Gehucht")
    assert gevonden.kernen == ("Dorp", "Klein", "Net niet")
    assert "de 3 kernen die er in aantal woningen het dichtst bij liggen" in gevonden.tekst


@pytest.mark.parametrize(
    ("woningen", "kern"), [({}, "Dorp"), ({"Dorp": 4, "Ander": 4, "Derde": 4}, "Dorp"), (WONINGEN, "Nul")]
)
def test_without_three_others_there_is_nothing_to_compare_with(woningen, kern):
    gevonden = gelijken_uit(woningen, kern)
    assert gevonden.kernen == ()
    assert gevonden.tekst == "Er zijn te weinig kernen met een telling van de woningen om mee te vergelijken."


@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(0, 5000), min_size=1))
def test_a_kern_is_never_its_own_like_and_there_are_none_or_three(woningen):
    kern = min(woningen)
    gevonden = gelijken_uit(woningen, kern).kernen
    assert kern not in gevonden
    assert not gevonden or len(gevonden) >= 3
