"""The rows under a figure, per family of queries: given rows -> which of them, and what each adds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

Onder = Callable[..., list[dict[str, Any]]]
GROEPEN = [{"groep": "regulier", "regulier": True}, {"groep": "urgent", "regulier": False}]
CORPORATIES = [{"corporatie": "NOORD"}, {"corporatie": "ZUID"}]


def bijdragen(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Delivery, row number, and what the row adds to numerator and denominator."""
    return [tuple(rij[f"onder_{naam}"] for naam in ("upload_id", "bronrij", "teller", "noemer")) for rij in rijen]


def verhuring(bronrij: int, upload_id: str = "u1", **rest: Any) -> dict[str, Any]:
    vast = {"ingangsdatum": dt.date(2022, 6, 1), "corporatie": "NOORD", "kern": "Dorp"}
    return vast | {"bronrij": bronrij, "upload_id": upload_id} | rest


def telling(bronrij: int, aantal: int, corporatie: str = "NOORD", jaar: int = 2022, **rest: Any) -> dict[str, Any]:
    vast = {"peildatum": dt.date(jaar, 12, 31), "corporatie": corporatie, "kern": "Dorp", "daeb": True}
    return vast | {"bronrij": bronrij, "aantal": aantal} | rest


# --- shares of lettings -----------------------------------------------------------------------------------------------

VERHUURD = {
    "groepen": GROEPEN,
    "verhuringen": [
        verhuring(2, kern="Stad", groep="urgent"),
        verhuring(3, groep="regulier", nieuwbouw=True, inschrijfduur_mnd=24.0),
        verhuring(4, groep="urgent", inschrijfduur_mnd=3.0),
        verhuring(5, groep="regulier", contract="tijdelijk"),  # not in the denominator
        verhuring(2, "u2", groep="regulier", corporatie="ZUID", inschrijfduur_mnd=60.0),
        verhuring(3, "u2", groep="regulier", ingangsdatum=dt.date(2023, 1, 1)),
    ],
}
ALLE = [("u1", 2, 0, 1), ("u1", 3, 1, 1), ("u1", 4, 0, 1), ("u2", 2, 1, 1)]


@pytest.mark.parametrize(
    ("parameters", "verwacht"),
    [
        ({}, ALLE),
        ({"niveau": "kern", "onder_kern": "Dorp"}, ALLE[1:]),
        ({"niveau": "corporatie", "onder_corporatie": "NOORD"}, ALLE[:3]),
        ({"kernen": ["Dorp"], "corporaties": ["ZUID"]}, ALLE[3:]),
        ({"nieuwbouw": False}, [ALLE[0], *ALLE[2:]]),
        ({"tijdelijk": True}, [*ALLE[:3], ("u1", 5, 1, 1), ALLE[3]]),
    ],
)
def test_aandeel_heeft_elke_rij_van_de_noemer(
    onder: Onder, parameters: dict[str, Any], verwacht: list[tuple[Any, ...]]
) -> None:
    rijen = onder("toewijzing/aandeel_regulier", "aandeel", "verhuringen", VERHUURD, 2022, **parameters)
    assert bijdragen(rijen) == verwacht


def test_rij_komt_met_haar_eigen_kolommen_zoals_geleverd(onder: Onder) -> None:
    [rij] = onder("toewijzing/aandeel_regulier", "aandeel", "verhuringen", VERHUURD, 2023)
    gekozen = ("upload_id", "bronrij", "corporatie", "kern", "ingangsdatum", "groep")
    assert [rij[naam] for naam in gekozen] == ["u2", 3, "NOORD", "Dorp", dt.date(2023, 1, 1), "regulier"]


def test_aandeel_laat_weg_wat_niets_bijdraagt(onder: Onder) -> None:
    tabellen = {"verhuringen": [verhuring(2, passend="nvt"), verhuring(3, passend="niet_passend"), verhuring(4)]}
    assert bijdragen(onder("toewijzing/passend", "aandeel", "verhuringen", tabellen, 2022)) == [("u1", 3, 0, 1)]


def test_mediaan_heeft_van_elke_rij_de_waarde(onder: Onder) -> None:
    rijen = onder("wachttijd/inschrijfduur", "mediaan", "verhuringen", VERHUURD, 2022)
    assert bijdragen(rijen) == [("u1", 3, 24, 1), ("u2", 2, 60, 1)]  # without priority
    met = onder("wachttijd/inschrijfduur", "mediaan", "verhuringen", VERHUURD, 2022, urgenten=True)
    assert bijdragen(met) == [("u1", 3, 24, 1), ("u1", 4, 3, 1), ("u2", 2, 60, 1)]


def test_een_aantal_en_een_aandeel_uit_dezelfde_query(onder: Onder) -> None:
    tabellen = {
        "huurgrenzen": [{"jaar": 2022, "grens": "kwaliteitskorting", "bedrag": 440.0}],
        "verhuringen": [
            verhuring(2, kale_huur=400.0, leeftijdsklasse="<23"),
            verhuring(3, kale_huur=400.0, leeftijdsklasse="65+"),
            verhuring(4, kale_huur=500.0, leeftijdsklasse="<23"),
        ],
    }
    aandeel = onder("toewijzing/jongeren_goedkoop", "aandeel", "verhuringen", tabellen, 2022)
    aantal = onder("toewijzing/jongeren_goedkoop", "jongeren", "verhuringen", tabellen, 2022)
    assert bijdragen(aandeel) == [("u1", 2, 1, 1), ("u1", 3, 0, 1)]
    assert bijdragen(aantal) == [("u1", 2, 1, None)]


def test_verdeling_heeft_de_rijen_van_een_klasse(onder: Onder) -> None:
    def rijen(groep: str) -> list[tuple[Any, ...]]:
        return bijdragen(onder("toewijzing/per_groep", "groep", "verhuringen", VERHUURD, 2022, onder_klasse=groep))

    assert rijen("urgent") == [("u1", 2, 1, None), ("u1", 4, 1, None)]
    assert rijen("statushouder") == []
    per_kenmerk = onder(
        "toewijzing/huurders", "kenmerk", "verhuringen", VERHUURD, 2022, kenmerk="groep", onder_klasse="urgent"
    )
    assert bijdragen(per_kenmerk) == rijen("urgent")


# --- stock ------------------------------------------------------------------------------------------------------------

WONINGEN = {
    "corporaties": CORPORATIES,
    "voorraad": [
        telling(2, 10, energielabel="A+", toegankelijkheid="nultreden", warmtenet=True),
        telling(3, 30, energielabel="C", toegankelijkheid="multifunctioneel", daeb=False),
        telling(4, 5, soort="overig"),
        telling(5, 99, peildatum=dt.date(2022, 6, 30)),  # not the last count of the year
        telling(2, 20, "ZUID", upload_id="u2"),
        telling(3, 40, "ZUID", upload_id="u2", peildatum=dt.date(2024, 1, 1)),  # the end of 2023, of one of the two
    ],
    "plan": [{"corporatie": "NOORD", "jaar": 2022, "beginstand": 35, "nieuwbouw": 6, "eindstand": 41}],
}


def test_voorraad_heeft_de_rijen_van_de_laatste_telling(onder: Onder) -> None:
    rijen = onder("voorraad/ontwikkeling", "voorraad", "voorraad", WONINGEN, 2022)
    assert bijdragen(rijen) == [("u1", 2, 10, None), ("u1", 3, 30, None), ("u2", 2, 20, None)]


def test_jaar_dat_niet_meetelt_heeft_geen_rijen(onder: Onder) -> None:
    assert onder("voorraad/ontwikkeling", "voorraad", "voorraad", WONINGEN, 2023) == []
    zuid = {"niveau": "corporatie", "onder_corporatie": "ZUID"}
    rijen = onder("voorraad/ontwikkeling", "voorraad", "voorraad", WONINGEN, 2023, **zuid)
    assert bijdragen(rijen) == [("u2", 3, 40, None)]


def test_planning_komt_uit_de_afspraken(onder: Onder) -> None:
    [rij] = onder("voorraad/ontwikkeling", "voorraad", "plan", WONINGEN, 2022)
    assert (rij["onder_corporatie"], *bijdragen([rij])) == ("NOORD", (None, None, 41, None))


@pytest.mark.parametrize(
    ("naam", "kolom", "verwacht"),
    [
        ("voorraad/eindstand_tegen_plan", "eindstand", [(2, 10, None), (3, 30, None), (2, 20, None)]),
        ("duurzaamheid/aandeel_label_a", "aandeel", [(2, 10, 10), (3, 0, 30)]),
        ("duurzaamheid/warmtenet", "aangesloten", [(2, 10, None)]),
        ("duurzaamheid/warmtenet", "aandeel", [(2, 10, 10), (3, 0, 30), (2, 0, 20)]),
        ("zorg/toegankelijkheid", "nultreden", [(2, 10, None)]),
        ("zorg/toegankelijkheid", "multifunctioneel", [(3, 30, None)]),
    ],
)
def test_kenmerken_van_de_voorraad(onder: Onder, naam: str, kolom: str, verwacht: list[tuple[Any, ...]]) -> None:
    assert [rij[1:] for rij in bijdragen(onder(naam, kolom, "voorraad", WONINGEN, 2022))] == verwacht


@pytest.mark.parametrize(("klasse", "verwacht"), [("C", [("u1", 3)]), ("onbekend", [("u2", 2)])])
def test_samenstelling_en_labels(onder: Onder, klasse: str, verwacht: list[tuple[Any, ...]]) -> None:
    labels = onder("duurzaamheid/labels", "energielabel", "voorraad", WONINGEN, 2022, onder_klasse=klasse)
    kenmerk = onder(
        "voorraad/samenstelling", "kenmerk", "voorraad", WONINGEN, 2022, kenmerk="energielabel", onder_klasse=klasse
    )
    assert [rij[:2] for rij in bijdragen(labels)] == verwacht
    assert [rij[:2] for rij in bijdragen(kenmerk)] == verwacht


def test_mutaties_en_verkopen_aan_starters(onder: Onder) -> None:
    def mutatie(bronrij: int, aantal: int, soort: str = "verkoop", **rest: Any) -> dict[str, Any]:
        vast = {"datum": dt.date(2022, 3, 1), "corporatie": "NOORD", "kern": "Dorp", "soort": soort}
        return vast | {"bronrij": bronrij, "aantal": aantal} | rest

    tabellen = {
        "voorraadmutaties": [
            mutatie(2, 3, aan_starter=True),
            mutatie(3, 2, aan_starter=False),
            mutatie(4, 1),
            mutatie(5, 7, "sloop"),
            mutatie(6, 8, stand="plan"),
        ]
    }
    verkoop = onder("voorraad/mutatie_tegen_plan", "aantal", "voorraadmutaties", tabellen, 2022, mutatie="verkoop")
    starters = onder("toewijzing/verkoop_starters", "aandeel", "voorraadmutaties", tabellen, 2022)
    assert bijdragen(verkoop) == [("u1", 2, 3, None), ("u1", 3, 2, None), ("u1", 4, 1, None)]
    assert bijdragen(starters) == [("u1", 2, 3, 3), ("u1", 3, 0, 2)]


# --- two sources ------------------------------------------------------------------------------------------------------


def meting(bronrij: int, kengetal: str, waarde: float, jaar: int = 2022, **rest: Any) -> dict[str, Any]:
    return {"peildatum": dt.date(jaar, 12, 31), "kengetal": kengetal, "waarde": waarde, "bronrij": bronrij} | rest


DEFINITIES = [
    {"kengetal": "totale_woningvoorraad", "soort": "peil", "optellen": True},
    {"kengetal": "nieuwbouw_totaal", "soort": "stroom", "optellen": True},
    {"kengetal": "plekken", "soort": "peil", "optellen": True},
    {"kengetal": "cijfer", "soort": "peil", "optellen": False},
]


def test_index_heeft_rijen_van_twee_tabellen(onder: Onder) -> None:
    tabellen = WONINGEN | {
        "kengetal_definities": DEFINITIES,
        "kengetallen": [meting(7, "totale_woningvoorraad", 500.0), meting(8, "plekken", 3.0)],
    }

    def rijen(kolom: str, tabel: str, **schakelaar: bool) -> list[tuple[Any, ...]]:
        return [rij[1:] for rij in bijdragen(onder("voorraad/index", kolom, tabel, tabellen, 2022, **schakelaar))]

    assert rijen("aandeel", "voorraad") == [(2, 10, None), (2, 20, None)]
    assert rijen("aandeel", "voorraad", niet_daeb=True) == [(2, 10, None), (3, 30, None), (2, 20, None)]
    assert rijen("aandeel", "kengetallen") == [(7, None, 500)]
    assert rijen("index_sociaal", "kengetallen") == []
    assert rijen("index_totaal", "kengetallen") == [(7, 500, None)]
    assert rijen("index_totaal", "voorraad") == []


def test_slaagkans_en_nieuwbouw_hebben_teller_en_noemer_uit_een_andere_tabel(onder: Onder) -> None:
    tabellen = {
        "verhuringen": [verhuring(2), verhuring(3, model="woningruil")],
        "woningzoekenden": [
            {"peildatum": dt.date(2022, 12, 31), "actief": 40, "bronrij": 2},
            {"peildatum": dt.date(2022, 6, 30), "actief": 30, "bronrij": 3},
        ],
        "voorraadmutaties": [
            {"datum": dt.date(2022, 3, 1), "corporatie": "NOORD", "soort": "nieuwbouw", "aantal": 4, "bronrij": 2}
        ],
        "kengetal_definities": DEFINITIES,
        "kengetallen": [meting(2, "nieuwbouw_totaal", 6.0), meting(3, "nieuwbouw_totaal", 5.0)],
    }
    slaagkans = [
        onder("wachttijd/slaagkans", "slaagkans", naam, tabellen, 2022) for naam in ("verhuringen", "woningzoekenden")
    ]
    nieuwbouw = [
        onder("voorraad/nieuwbouw_sociaal", "aandeel", naam, tabellen, 2022)
        for naam in ("voorraadmutaties", "kengetallen")
    ]
    assert [bijdragen(rijen) for rijen in slaagkans] == [[("u1", 2, 1, None)], [("u1", 2, None, 40)]]
    assert [bijdragen(rijen) for rijen in nieuwbouw] == [
        [("u1", 2, 4, None)],
        [("u1", 2, None, 6), ("u1", 3, None, 5)],
    ]


# --- kengetallen and reports ------------------------------------------------------------------------------------------

METINGEN = {
    "kengetal_definities": DEFINITIES,
    "kengetallen": [
        meting(2, "plekken", 9.0, peildatum=dt.date(2022, 6, 30)),  # overtaken by the last one of the year
        meting(3, "plekken", 4.0, corporatie="NOORD"),
        meting(4, "plekken", 0.0, corporatie="ZUID"),
        meting(5, "plekken", 7.0, 2023),
        meting(6, "plekken", 5.0, 2023, corporatie="NOORD"),  # a part of the whole that was recorded as well
        meting(7, "cijfer", 0.75, corporatie="NOORD", teller=3.0, noemer=4.0),
        meting(8, "cijfer", 6.5, kern="Dorp"),
    ],
}
NOORD = {"niveau": "corporatie", "onder_corporatie": "NOORD"}


@pytest.mark.parametrize(
    ("kengetal", "jaar", "parameters", "verwacht"),
    [
        ("plekken", 2022, {}, [(2, 9, None)]),
        ("plekken", 2022, NOORD, [(3, 4, None)]),
        ("plekken", 2022, {"niveau": "corporatie", "onder_corporatie": "ZUID"}, [(4, 0, None)]),
        ("plekken", 2023, {}, [(5, 7, None)]),
        ("plekken", 2023, NOORD, [(6, 5, None)]),
        ("cijfer", 2022, NOORD, [(7, 3, 4)]),
        ("cijfer", 2022, {}, []),
    ],
)
def test_kengetal_heeft_de_metingen_die_tellen(
    onder: Onder, kengetal: str, jaar: int, parameters: dict[str, Any], verwacht: list[tuple[Any, ...]]
) -> None:
    rijen = onder("kengetallen/per_jaar", "waarde", "kengetallen", METINGEN, jaar, kengetal=kengetal, **parameters)
    assert [rij[1:] for rij in bijdragen(rijen)] == verwacht


def test_score_heeft_de_meting_van_de_kern(onder: Onder) -> None:
    dorp = {"niveau": "kern", "onder_kern": "Dorp", "kengetal": "cijfer"}
    rijen = onder("leefbaarheid/score", "score", "kengetallen", METINGEN, 2022, **dorp)
    assert bijdragen(rijen) == [("u1", 8, 6.5, None)]


def test_mijlpaal_heeft_de_nieuwste_melding_van_elke_actie(onder: Onder) -> None:
    def melding(bronrij: int, jaar: int, actie: str, stand: str) -> dict[str, Any]:
        vast = {"peildatum": dt.date(jaar, 4, 1), "afspraak": "A1"}
        return vast | {"actie": actie, "stand": stand, "bronrij": bronrij}

    tabellen = {
        "actiestatus": [
            melding(2, 2022, "1", "achter"),
            melding(3, 2023, "1", "gereed"),
            melding(4, 2022, "2", "op_schema"),
        ]
    }
    per_jaar = [onder("acties/gereed", "gereed", "actiestatus", tabellen, jaar, afspraak="A1") for jaar in (2022, 2023)]
    assert [bijdragen(rijen) for rijen in per_jaar] == [
        [("u1", 2, 0, None), ("u1", 4, 0, None)],
        [("u1", 3, 1, None), ("u1", 4, 0, None)],
    ]
