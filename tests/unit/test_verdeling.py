"""Few lettings are shown together: of one in a village everybody knows whose it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.grafieken.verdeling import _labels, samengenomen


def test_jaren_met_genoeg_staan_apart():
    assert samengenomen({2023: 12, 2024: 10, 2025: 11}, 10) == [(2023,), (2024,), (2025,)]


def test_jaren_met_weinig_gaan_samen_vanaf_het_nieuwste_terug():
    assert samengenomen({2022: 3, 2023: 9, 2024: 4, 2025: 6}, 10) == [(2022, 2023), (2024, 2025)]
    assert samengenomen({2021: 3, 2022: 12, 2023: 4, 2024: 15}, 10) == [(2021, 2022, 2023), (2024,)]


def test_te_weinig_in_alle_jaren_wordt_niet_getoond():
    assert samengenomen({2024: 4, 2025: 5}, 10) == []
    assert samengenomen({}, 10) == []


def test_een_kern_heeft_de_nieuwste_jaren_met_genoeg():
    aantallen = {("Dorp", 2024): 12, ("Dorp", 2025): 4, ("Dorp", 2026): 7, ("Gat", 2025): 9, ("Stad", 2026): 10}
    rijen = [{"kern": kern, "jaar": jaar, "n": aantal} for (kern, jaar), aantal in aantallen.items()]
    assert _labels(rijen, "n", 10, per_kern=True) == {
        ("Dorp", 2025): "Dorp (2025 t/m 2026)",
        ("Dorp", 2026): "Dorp (2025 t/m 2026)",
        ("Stad", 2026): "Stad (2026)",
    }
    assert set(_labels(rijen, "n", 0, per_kern=True).values()) == {"Dorp (2026)", "Gat (2025)", "Stad (2026)"}
    assert _labels(rijen, "n", 10, per_kern=False) == {("", 2024): "2024", ("", 2025): "2025", ("", 2026): "2026"}


def test_woningen_zijn_geen_mensen():
    assert samengenomen({2024: 1, 2025: 0}, 0) == [(2024,), (2025,)]


@given(st.dictionaries(st.integers(2000, 2040), st.integers(0, 30)))
def test_elk_jaar_zit_in_een_periode_en_elke_periode_heeft_er_genoeg(per_jaar):
    perioden = samengenomen(per_jaar, 10)
    assert all(sum(per_jaar[jaar] for jaar in periode) >= 10 for periode in perioden)
    assert not perioden or [jaar for periode in perioden for jaar in periode] == sorted(per_jaar)
