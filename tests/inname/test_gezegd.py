"""The period that a file says it is about."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.herkennen.gezegd import Gezegd, gezegde_periode, lees_gezegd
from dashboard.inname.vondsten import Vondst
from dashboard.inname.werkboek import Blad
from tests.inname.hulp.proef import dag

K3 = (dag("2026-07-01"), dag("2026-09-30"))


@pytest.mark.parametrize(
    "tekst",
    [
        "Verhuringen K3 2026",
        "verhuur_2026_q3_noord",
        "Q3-2026",
        "2026K3",
        "2026-Q3",
        "Derde kwartaal van 2026",
        "3e kw 2026",
        "kwartaal 3, 2026",
        "juli t/m september 2026",
        "jul-sep 2026",
        "Periode: 01-07-2026 t/m 30-09-2026",
        "Van 1 juli 2026 tot en met 30 september 2026",
        "2026-07-01 eind 2026-09-30",
        "K3 2026, gemaakt op 5 oktober 2026",
        "okt 2026: rapport over K3 2026",
    ],
)
def test_een_kwartaal_op_vele_manieren(tekst):
    assert lees_gezegd(tekst) == Gezegd(*K3, "")


@pytest.mark.parametrize(
    "tekst",
    [
        "afgedrukt 05-10-2026",
        "export 20261005",
        "Verhuringen 2026-10-05",
        "rapport jan",
        "K3 en verder, zie K2 2026",
        "q3",
        "2025 2026",
        "01-09-2026 t/m 01-07-2026",
        "",
    ],
)
def test_wat_geen_periode_is(tekst):
    assert lees_gezegd(tekst) is None


def test_een_jaar_alleen_begrenst_en_zegt_niet_dat_alles_er_is():
    assert lees_gezegd("Verhuringen 2026 (stand 5-10-2026)") == Gezegd(
        dag("2026-01-01"), dag("2026-12-31"), "", heel=False
    )


def test_een_kwartaal_zonder_jaar_is_van_het_jaar_van_de_rijen():
    assert lees_gezegd("K3", jaar=2026) == Gezegd(*K3, "")


@given(st.integers(2000, 2099), st.integers(1, 4), st.integers(0, 3))
def test_elk_stel_kwartalen_komt_terug(jaar, eerste, erbij):
    laatste = min(eerste + erbij, 4)
    gezegd = lees_gezegd(f"Overzicht K{eerste} t/m K{laatste} {jaar}")
    assert gezegd is not None
    assert (gezegd.van, gezegd.tot + dt.timedelta(days=1)) == (
        dt.date(jaar, 3 * eerste - 2, 1),
        dt.date(jaar + laatste // 4, 3 * laatste % 12 + 1, 1),
    )


def test_de_regel_boven_de_tabel_gaat_voor_het_blad_en_dat_voor_het_bestand():
    rijen = (("Verhuringen", "1e kwartaal 2026"), (None, None), ("Kern", "Datum"), ("Dorp", dag("2026-02-01")))
    vondst = Vondst("verhuringen", "K2 2026", 3, 1, 4, 4, ((0, "Kern"), (1, "Datum")), 100)
    met = gezegde_periode("2026 K3.xlsx", Blad("K2 2026", verborgen=False, rijen=rijen), vondst, [])
    assert met == Gezegd(dag("2026-01-01"), dag("2026-03-31"), "rij 1")
    zonder = gezegde_periode("2026 K3.xlsx", Blad("K2 2026", verborgen=False, rijen=(("x", "y"),) * 4), vondst, [])
    assert zonder == Gezegd(dag("2026-04-01"), dag("2026-06-30"), "het blad ‘K2 2026’")


VONDST = Vondst("verhuringen", "Verhuringen", 1, 1, 2, 3, ((0, "Kern"), (1, "Datum")), 100)
BLAD = Blad("Verhuringen", verborgen=False, rijen=(("Kern", "Datum"), ("Dorp", dag("2026-08-01"))))


@pytest.mark.parametrize(
    ("bestand", "van"),
    [
        ("K1_huur.xlsx", None),  # the first of a row of files
        ("H1_bedrag_per_kwartaal.xlsx", None),
        ("Q2.xlsx", None),
        ("K3_huur.xlsx", "2026-07-01"),
        ("verhuur_q3.xlsx", "2026-07-01"),
        ("1e kwartaal.xlsx", "2026-01-01"),  # nothing else than a period
        ("K1 2026.xlsx", "2026-01-01"),
    ],
)
def test_een_nummer_in_een_naam_is_alleen_een_kwartaal_als_er_een_rij_in_ligt(bestand, van):
    gezegd = gezegde_periode(bestand, BLAD, VONDST, [dag("2026-08-01"), None])
    assert (gezegd and (gezegd.van, gezegd.waar)) == (van and (dag(van), f"de bestandsnaam ‘{bestand}’"))


def test_een_tekstbestand_heeft_geen_bladnaam():
    vondst = Vondst("verhuringen", "K3", 1, 1, 2, 3, ((0, "Kern"), (1, "Datum")), 100)
    gezegd = gezegde_periode("K3.csv", BLAD, vondst, [dag("2026-08-01")])
    assert gezegd == Gezegd(*K3, "de bestandsnaam ‘K3.csv’")
