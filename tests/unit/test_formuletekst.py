"""No text that somebody delivered runs in the spreadsheet of somebody else."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.basis.formuletekst import FORMULETEKENS, onschuldig
from dashboard.opdrachten.antwoord import opgemaakt


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ('=T("X-100")', '\'=T("X-100")'),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("+31 115 000", "'+31 115 000"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-x", "'-x"),
        ("\tx", "'\tx"),
        ("＝A1", "'＝A1"),
        ("-5,00", "-5,00"),
        ("+45 %", "+45 %"),
        ("X-100", "X-100"),
        ("2026-12-31", "2026-12-31"),
        ("", ""),
    ],
)
def test_wat_een_formule_kan_zijn_krijgt_een_teken_ervoor(tekst, uit):
    assert onschuldig(tekst) == uit


@given(st.text("=+-@\t\n ＝1aA(),.%", max_size=8))  # no \r: the intake makes every line end in a text \n
def test_in_csv_begint_geen_tekst_een_formule_en_blijft_elke_tekst_heel(tekst):
    kop, rij = csv.reader(io.StringIO(opgemaakt(["a", "b"], [{"a": tekst, "b": -2.5}], "csv").decode(), newline=""))
    assert (kop, rij[0].removeprefix("'"), rij[1]) == (["a", "b"], tekst, "-2.5")
    assert not rij[0].strip().startswith(FORMULETEKENS) or set(rij[0]) <= set("+-0123456789., %")
