"""A stock as landlords keep it: rents and not classes, a row per home and not a count."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Tabelinname, Tabelkeuze
from tests.inname.hulp.omgeving import LEEG, kort, lees, werkboek

DAG = dt.date(2026, 9, 30)
KOP = ("Peildatum", "Kern", "Soort bezit", "DAEB", "Type woning", "Energielabel", "Warmtenet", "Flexwoning")


def woning(kern: str = "Axel", soort: str = "Woning", label: str = "A", dag: Any = DAG) -> tuple[Any, ...]:
    return (dag, kern, soort, "ja", "Appartement" if soort == "Woning" else None, label, "nee", "nee")


def neem(kop: tuple[str, ...], *rijen: tuple[Any, ...], **anders: Any) -> Tabelinname:
    return lees((*KOP, *kop), *rijen, corporatie="CLAVIS", **anders).tabellen[0]


def goed(deel: Tabelinname) -> Tabelinname:
    assert (deel.vragen, [b for b in deel.bevindingen if b.ernst == "fout"]) == ({}, [])
    return deel


# --- huurklasse --------------------------------------------------------------------------------------------------------

GRENZEN = "met de grenzen van 2026: goedkoop tot en met 498,20, betaalbaar tot en met 713,02, duur tot en met 932,93"


def test_de_huurklasse_volgt_uit_de_streefhuur_en_de_grenzen_van_het_jaar():
    huren = (498.2, 498.21, 713.02, 764.15, 932.93, 932.94, None)
    kernen = ("Axel", "Hoek", "Terneuzen", "Sluiskil", "Zaamslag", "Philippine", "Biervliet")
    deel = goed(
        neem(("Streefhuur", "Aantal"), *((*woning(k), huur, 10) for k, huur in zip(kernen, huren, strict=True)))
    )
    assert deel.rijen["huurklasse"].to_pylist() == [
        "goedkoop",
        "betaalbaar",
        "betaalbaar",
        "duur",
        "duur",
        "boven",
        None,
    ]
    assert deel.aannames == (f"Streefhuur: De huurklasse is afgeleid {GRENZEN}.",)
    assert [(b.rij, b.kolom, b.verwacht) for b in deel.bevindingen] == [
        (8, "huurklasse", "een huurklasse of een streefhuur; zonder telt deze woning in geen enkele klasse mee")
    ]


def test_tussen_de_twee_aftoppingsgrenzen_wordt_gevraagd():
    rijen = ((*woning(), 740, 10), (*woning("Hoek"), 600, 5))
    deel = neem(("Streefhuur", "Aantal"), *rijen)
    [vraag] = deel.vragen["huurklasse"]
    assert vraag.vraag == "Tot welke aftoppingsgrens is een woning in de voorraad betaalbaar?"
    assert vraag.keuzes == (
        ("laag", "713,02: de lage, voor een of twee personen"),
        ("hoog", "764,14: de hoge, voor drie of meer"),
    )
    for antwoord, klasse in (("laag", "duur"), ("hoog", "betaalbaar")):
        keuze = replace(deel.keuze, antwoorden={"huurklasse": {"aftopping": antwoord}})
        klaar = goed(neem(("Streefhuur", "Aantal"), *rijen, keuzes=(keuze,)))
        assert klaar.rijen["huurklasse"].to_pylist() == [klasse, "betaalbaar"]


def test_elk_jaar_heeft_zijn_eigen_grenzen():
    rijen = [(*woning(dag=dt.date(jaar, 12, 31)), 480, 10) for jaar in (2024, 2025)]
    assert goed(neem(("Streefhuur", "Aantal"), *rijen)).rijen["huurklasse"].to_pylist() == ["betaalbaar", "betaalbaar"]
    rijen = [(*woning(dag=dt.date(jaar, 12, 31)), 498, 10) for jaar in (2025, 2026)]
    assert goed(neem(("Streefhuur", "Aantal"), *rijen)).rijen["huurklasse"].to_pylist() == ["betaalbaar", "goedkoop"]


def test_zonder_grenzen_van_dat_jaar_is_er_geen_klasse_en_staat_dat_er():
    deel = goed(neem(("Streefhuur", "Aantal"), (*woning(dag=dt.date(2030, 12, 31)), 480, 10)))
    assert deel.rijen["huurklasse"].to_pylist() == [None]
    assert [(b.kolom, b.verwacht) for b in deel.bevindingen] == [
        ("huurklasse", "een huurklasse; de huurgrenzen van 2030 staan niet in de afspraken")
    ]


def test_een_geleverde_klasse_blijft_en_een_andere_streefhuur_valt_op():
    rijen = (
        (*woning(), "Goedkoop", 480, 10),
        (*woning("Hoek"), "Goedkoop", 800, 5),
        (*woning("Axel", label="B"), None, 800, 5),
    )
    deel = goed(neem(("Huurklasse", "Streefhuur", "Aantal"), *rijen))
    assert deel.rijen["huurklasse"].to_pylist() == ["goedkoop", "goedkoop", "duur"]
    assert [(b.rij, b.kolom, b.waarde, b.verwacht) for b in deel.bevindingen] == [
        (3, "Huurklasse", "Goedkoop", "duur, want de streefhuur is 800,00")
    ]


def test_wat_geen_woning_is_heeft_geen_klasse():
    deel = goed(neem(("Streefhuur", "Aantal"), (*woning(soort="Garage"), 60, 10), (*woning(), 480, 10)))
    assert (deel.rijen["huurklasse"].to_pylist(), deel.bevindingen) == ([None, "goedkoop"], ())


def test_een_streefhuur_per_jaar_wordt_eerst_omgerekend():
    deel = goed(neem(("Streefhuur per jaar", "Aantal"), (*woning(), 7348.8, 10)))
    assert deel.rijen["huurklasse"].to_pylist() == ["betaalbaar"]
    assert deel.aannames == (
        "Streefhuur per jaar: De kop noemt een bedrag per jaar, en elk getal is gedeeld door 12 voor een bedrag per maand.",
        f"Streefhuur per jaar: De huurklasse is afgeleid {GRENZEN}.",
    )


def test_zonder_klasse_en_zonder_streefhuur_is_er_een_waarschuwing():
    deel = goed(neem(("Aantal",), (*woning(), 10), (*woning("Hoek"), 5)))
    assert [(b.rij, b.kolom, b.verwacht) for b in deel.bevindingen] == [
        (
            1,
            "huurklasse",
            "een kolom met klasse van de streefhuur, of met de streefhuur; zonder telt geen woning in een klasse mee",
        )
    ]


@given(st.decimals(100, 1200, places=2))
def test_elke_streefhuur_heeft_de_klasse_van_haar_grens(huur):
    grenzen = (("goedkoop", 498.20), ("betaalbaar", 713.02), ("duur", 932.93))
    verwacht = next((klasse for klasse, grens in grenzen if float(huur) <= grens), "boven")
    deel = neem(("Streefhuur", "Aantal"), (*woning(), float(huur), 10))
    if 713.02 < float(huur) <= 764.14:
        assert [vraag.soort for vraag in deel.vragen["huurklasse"]] == ["aftopping"]
    else:
        assert goed(deel).rijen["huurklasse"].to_pylist() == [verwacht]


# --- a row per home ----------------------------------------------------------------------------------------------------


def per_woning(
    *woningen: tuple[Any, ...], kop: tuple[str, ...] = ("VHE-nummer", "Huurklasse"), **anders: Any
) -> Tabelinname:
    return neem(kop, *((*een, f"V{nr}", "Goedkoop") for nr, een in enumerate(woningen)), **anders)


def test_een_rij_per_woning_wordt_geteld():
    deel = goed(per_woning(woning(), woning("Hoek"), woning(), woning(), woning("Hoek", label="B")))
    assert [(r["kern"], r["energielabel"], r["aantal"], r["bronrij"]) for r in deel.rijen.to_pylist()] == [
        ("Axel", "A", 3, 2),
        ("Hoek", "A", 1, 3),
        ("Hoek", "B", 1, 6),
    ]
    assert deel.bevindingen == ()
    assert deel.aannames == (
        "VHE-nummer: 5 rijen van een woning zijn geteld tot 3 rijen met een aantal; elk heeft het nummer van haar eerste rij.",
    )


def test_leeg_is_bij_het_tellen_een_waarde():
    deel = goed(per_woning(woning(label=None), woning(label=None), woning()))
    assert [(r["energielabel"], r["aantal"]) for r in deel.rijen.to_pylist()] == [(None, 2), ("A", 1)]


@pytest.mark.parametrize("kop", ["VHE-nummer", "VHE nr", "Objectnummer", "Eenheidnummer", "Woningnummer", "OGE-nummer"])
def test_hoe_het_nummer_van_een_woning_heet(kop):
    deel = goed(per_woning(woning(), woning(), kop=(kop, "Huurklasse")))
    assert deel.rijen["aantal"].to_pylist() == [2]


def test_een_woning_die_twee_keer_voorkomt_is_een_fout():
    deel = neem(("VHE-nummer", "Huurklasse"), (*woning(), "V1", "Goedkoop"), (*woning("Hoek"), "V1", "Goedkoop"))
    assert [(b.rij, b.kolom, b.verwacht) for b in deel.bevindingen] == [
        (3, "VHE-nummer", "een nummer dat een keer voorkomt; staat ook op rij 2")
    ]


def test_dezelfde_woning_op_twee_peildatums_telt_op_elke():
    rijen = [(*woning(dag=dag), "V1", "Goedkoop") for dag in (dt.date(2025, 12, 31), dt.date(2026, 12, 31))]
    assert goed(neem(("VHE-nummer", "Huurklasse"), *rijen)).rijen["aantal"].to_pylist() == [1, 1]


def test_een_rij_zonder_nummer_is_een_fout():
    deel = neem(("VHE-nummer", "Huurklasse"), (*woning(), "V1", "Goedkoop"), (*woning("Hoek"), None, "Goedkoop"))
    assert [(b.rij, b.kolom, b.verwacht) for b in deel.bevindingen] == [
        (3, "VHE-nummer", "een waarde; zonder nummer is niet te zien of dit een woning is")
    ]


def test_een_aantal_van_een_naast_elk_nummer_wordt_ook_geteld():
    rijen = [(*woning(), f"V{nr}", "Goedkoop", 1) for nr in range(4)]
    deel = goed(neem(("VHE-nummer", "Huurklasse", "Aantal"), *rijen))
    assert (deel.rijen["aantal"].to_pylist(), deel.bevindingen) == ([4], ())


def test_aantallen_naast_een_nummer_blijven_aantallen():
    rijen = ((*woning(), "C1", "Goedkoop", 12), (*woning("Hoek"), "C2", "Goedkoop", 7))
    deel = goed(neem(("Objectnummer", "Huurklasse", "Aantal"), *rijen))
    assert (deel.rijen["aantal"].to_pylist(), deel.aannames) == ([12, 7], ())


def test_zonder_nummer_en_zonder_aantal_wordt_het_gevraagd():
    assert [
        (rij, kolom)
        for rij, kolom, *_ in kort(lees((*KOP, "Huurklasse"), (*woning(), "Goedkoop"), corporatie="CLAVIS"))
    ] == [(1, "aantal")]
    keuze = Tabelkeuze("Blad1", vast={"aantal": "1"})
    deel = goed(neem(("Huurklasse",), (*woning(), "Goedkoop"), (*woning("Hoek"), "Goedkoop"), keuzes=(keuze,)))
    assert deel.rijen["aantal"].to_pylist() == [1, 1]


def test_een_rij_met_een_fout_telt_niet_mee_en_wordt_genoemd():
    deel = per_woning(woning(), woning("Nergens"), woning())
    assert (deel.foute_rijen, deel.rijen["aantal"].to_pylist(), deel.rijen["bronrij"].to_pylist()) == (
        frozenset({3}),
        [2],
        [2],
    )


def test_per_woning_met_streefhuur_telt_per_klasse():
    rijen = [(*woning(), f"V{nr}", huur) for nr, huur in enumerate((480, 490, 600, 700))]
    deel = goed(neem(("VHE-nummer", "Streefhuur"), *rijen))
    assert [(r["huurklasse"], r["aantal"]) for r in deel.rijen.to_pylist()] == [("goedkoop", 2), ("betaalbaar", 2)]


@given(
    st.lists(st.tuples(st.sampled_from(("Axel", "Hoek")), st.sampled_from(("A", "B", None))), min_size=1, max_size=30)
)
def test_het_aantal_woningen_blijft_gelijk(woningen):
    rijen = [(*woning(kern, label=label), f"V{nr}", "Goedkoop") for nr, (kern, label) in enumerate(woningen)]
    boek = werkboek((*KOP, "VHE-nummer", "Huurklasse"), *rijen)
    deel = neem_in(boek, LEEG, corporatie="CLAVIS").tabellen[0]
    assert sum(deel.rijen["aantal"].to_pylist()) == len(woningen)
    assert len(deel.rijen) == len(set(woningen))
