"""A share above 1 is never stored: numerator and denominator decide, or a percent sign, or the analyst."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.tabel.levering import Tabelinname
from tests.inname.hulp.omgeving import kort
from tests.inname.hulp.omgeving import lees as lees_bestand

KOP = ("kengetal", "peildatum", "corporatie", "waarde", "teller", "noemer", "bron")
AANDEEL, AANTAL, EURO, SCORE = "huurverhoging", "bouwtafels", "woonlasten", "leefbaarheidsscore"


def neem(*cellen: Any, kengetal: str = AANDEEL, kop: str = "waarde", antwoord: str | None = None) -> Tabelinname:
    """A file of measurements of a year each: the value alone, or with numerator and denominator; or (kengetal, value)."""
    rijen = []
    for jaar, cel in enumerate(cellen, 2000):
        wat, *rest = cel if isinstance(cel, tuple) and isinstance(cel[0], str) and len(cel) == 2 else (kengetal, cel)
        waarde, teller, noemer = rest[0] if isinstance(rest[0], tuple) else (rest[0], None, None)
        rijen.append((wat, f"31-12-{jaar}", None, waarde, teller, noemer, "verslag"))
    koppen = tuple(kop if naam == "waarde" else naam for naam in KOP)
    deel = lees_bestand(koppen, *rijen).tabellen[0]
    if antwoord is None:
        return deel
    keuze = replace(deel.keuze, antwoorden={"waarde": {"deel": antwoord}})
    return lees_bestand(koppen, *rijen, keuzes=(keuze,)).tabellen[0]


def waarden(deel: Tabelinname) -> list[float]:
    assert (deel.vragen, [b for b in deel.bevindingen if b.ernst == "fout"]) == ({}, [])
    return deel.rijen["waarde"].to_pylist()


def fouten(deel: Tabelinname) -> list[tuple[int, str]]:
    return [(b.rij, b.verwacht) for b in deel.bevindingen if b.ernst == "fout"]


def test_teller_en_noemer_beslissen():
    deel = neem(
        (45, 9, 20), (0.45, 9, 20), ("45 %", 9, 20), (33, 1, 3), (1, 1, 1), (1, 1, 100), (0.5, 1, 200), (0, 0, 9)
    )
    assert waarden(deel) == [0.45, 0.45, 0.45, 0.33, 1, 0.01, 0.005, 0]
    assert deel.aannames == (
        "waarde: Van 4 rijen is de waarde gelezen als percentage, omdat teller en noemer dat zeggen: 45 is 0,45.",
    )


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([0, 1, 2]))
def test_een_percentage_naast_teller_en_noemer_wordt_altijd_het_aandeel(een, ander, decimalen):
    teller, noemer = sorted((een, ander))
    aandeel = teller / noemer
    [gelezen] = waarden(neem((round(100 * aandeel, decimalen), teller, noemer)))
    assert gelezen == pytest.approx(aandeel, abs=0.0051)


def test_een_waarde_naast_een_andere_teller_en_noemer():
    deel = neem((0.8, 9, 20), (80, 9, 20), (0.45, 20, 9))
    assert fouten(deel) == [
        (3, "een aandeel van 0 tot en met 1, of een percentage tot en met 100 %; 9 gedeeld door 20 is 0,45"),
        (4, "hoogstens de noemer, want huurverhoging is een aandeel"),
    ]
    assert (2, "waarde", "0.8", "de teller gedeeld door de noemer") in [
        (b.rij, b.kolom, b.waarde, b.verwacht) for b in deel.bevindingen
    ]


def test_alleen_hoge_getallen_wordt_gevraagd():
    deel = neem(45, 38.2)
    [vraag] = deel.vragen["waarde"]
    assert (vraag.soort, vraag.vraag) == ("deel", "Wat betekent 45 in deze kolom, bij een aandeel?")
    assert vraag.keuzes == (("procent", "45 procent"), ("fout", "iets anders: dat is een fout in het bestand"))
    assert waarden(neem(45, 38.2, antwoord="procent")) == [0.45, 0.382]
    wat = "een aandeel van 0 tot en met 1, of een percentage tot en met 100 %"
    assert fouten(neem(45, 38.2, antwoord="fout")) == [(2, wat), (3, wat)]


def test_hoge_en_lage_getallen_door_elkaar_worden_gevraagd():
    [vraag] = neem(45, "0,45").vragen["waarde"]
    assert vraag.vraag == "Wat betekent 0,45 in deze kolom, bij een aandeel?"
    assert vraag.keuzes == (("deel", "45 procent"), ("procent", "0,45 procent"))
    assert waarden(neem(45, "0,45", 0, antwoord="procent")) == [0.45, 0.0045, 0]
    assert waarden(neem(45, "0,45", 0, antwoord="deel")) == [0.45, 0.45, 0]


def test_alleen_lage_getallen_zijn_aandelen():
    assert waarden(neem(0.45, "0,382", 1, 0, "-0,02")) == [0.45, 0.382, 1, 0, -0.02]


def test_een_procentteken_zegt_genoeg():
    assert waarden(neem("45 %", "38,2%", 0.5)) == [0.45, 0.382, 0.5]
    assert [rij for rij, _ in fouten(neem("450 %"))] == [2]


@pytest.mark.parametrize("kop", ["Waarde (%)", "Waarde in procenten", "Waarde in %", "Waarde (0-100)"])
def test_een_kop_met_procenten_wordt_gevolgd(kop):
    deel = neem(45, "38,2", 0, kop=kop)
    assert waarden(deel) == [0.45, 0.382, 0]
    assert deel.aannames == (f"{kop}: Van 2 rijen is de waarde gelezen als percentage: 45 is 0,45.",)


def test_onder_een_kop_met_procenten_kan_een_laag_getal_twee_dingen_zijn():
    """A cell that Excel shows as 45 % holds 0.45."""
    [vraag] = neem(0.45, 0.38, kop="Waarde (%)").vragen["waarde"]
    assert vraag.keuzes == (("deel", "45 procent"), ("procent", "0,45 procent"))
    assert waarden(neem(0.45, kop="Waarde (%)", antwoord="deel")) == [0.45]
    assert waarden(neem(0.45, kop="Waarde (%)", antwoord="procent")) == [0.0045]


def test_wat_teller_en_noemer_zeggen_geldt_ook_voor_rijen_zonder():
    deel = neem((45, 9, 20), 38)
    assert waarden(deel) == [0.45, 0.38]
    assert [vraag.soort for vraag in neem((45, 9, 20), 0.38).vragen["waarde"]] == ["deel"]
    assert [vraag.soort for vraag in neem((0.45, 9, 20), 38).vragen["waarde"]] == ["deel"]


def test_een_kengetal_dat_geen_aandeel_is_mag_groter_zijn():
    assert waarden(neem((AANTAL, 45), (EURO, 812.5), (SCORE, 7.4), (AANDEEL, 0.04))) == [45, 812.5, 7.4, 0.04]


@pytest.mark.parametrize(
    ("kengetal", "cel", "kop", "verwacht"),
    [
        (AANTAL, 120.5, "waarde", "een geheel getal, want bouwtafels is een aantal"),
        (AANTAL, "45 %", "waarde", "een getal zonder procentteken, want bouwtafels is geen aandeel"),
        (AANTAL, "100 %", "waarde", "een getal zonder procentteken, want bouwtafels is geen aandeel"),
        (EURO, "45 %", "waarde", "een getal zonder procentteken, want woonlasten is geen aandeel"),
        (AANTAL, 45, "Waarde (%)", "een getal dat geen percentage is, want bouwtafels is geen aandeel; de kop noemt procenten"),
    ],
)  # fmt: skip
def test_een_waarde_past_bij_de_eenheid_van_haar_kengetal(kengetal, cel, kop, verwacht):
    assert fouten(neem(cel, kengetal=kengetal, kop=kop)) == [(2, verwacht)]


def test_een_aantal_in_duizenden():
    deel = neem("12,5", kengetal=AANTAL, kop="Waarde (x 1.000)")
    assert waarden(deel) == [12500]


EENHEID = ("kengetal", "peildatum", "waarde", "eenheid", "bron", "corporatie")


def met_eenheid(kengetal: str, waarde: Any, eenheid: str):
    corporatie = None if kengetal == AANTAL else "Clavis"
    return lees_bestand(EENHEID, (kengetal, "31-12-2025", waarde, eenheid, "verslag", corporatie))


@pytest.mark.parametrize("eenheid", ["%", "procent", "Percentage", "pct."])
def test_een_kolom_met_de_eenheid_telt_mee(eenheid):
    assert waarden(met_eenheid(AANDEEL, 45, eenheid).tabellen[0]) == [0.45]
    assert kort(met_eenheid(AANTAL, 45, eenheid)) == [
        (
            2,
            "waarde",
            "45",
            "een getal dat geen percentage is, want bouwtafels is geen aandeel; de eenheid is procenten",
        )
    ]


@pytest.mark.parametrize("eenheid", ["x 1.000", "duizend", "in duizenden", "1.000 euro", "mln"])
def test_een_schaal_in_een_kolom_met_de_eenheid_is_een_fout(eenheid):
    assert kort(met_eenheid(EURO, 812, eenheid)) == [
        (2, "waarde", "812", f"het hele getal; de eenheid van deze rij is ‘{eenheid}’")
    ]


@pytest.mark.parametrize("eenheid", ["aantal", "euro", "woningen", "score", "", "stuks"])
def test_een_gewone_eenheid_verandert_niets(eenheid):
    assert waarden(met_eenheid(AANTAL, 812, eenheid).tabellen[0]) == [812]
