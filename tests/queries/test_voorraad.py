"""The stock of homes: plan, counts at year's end, mutations, and how they fit together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.queries import QueryFout

Vraag = Callable[..., list[dict[str, Any]]]
CORPORATIES = [{"corporatie": "NOORD"}, {"corporatie": "ZUID"}]


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def plan(corporatie: str, jaar: int, *aantallen: int, soort: str = "woongelegenheid") -> dict[str, Any]:
    namen = ("beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")
    return {"corporatie": corporatie, "jaar": jaar, "soort": soort} | dict(zip(namen, aantallen, strict=True))


def stand(peildatum: dt.date, corporatie: str, kern: str, aantal: int, **rest: Any) -> dict[str, Any]:
    return {"peildatum": peildatum, "corporatie": corporatie, "kern": kern, "aantal": aantal} | rest


def mutatie(datum: dt.date, corporatie: str, kern: str | None, soort: str, aantal: int, **rest: Any) -> dict[str, Any]:
    return {"datum": datum, "corporatie": corporatie, "kern": kern, "soort": soort, "aantal": aantal} | rest


PLAN = [
    plan("NOORD", 2022, 100, 2, 10, 3, 4, 105),
    plan("NOORD", 2023, 105, 0, 5, 1, 0, 109),
    plan("ZUID", 2022, 50, 0, 0, 2, 0, 48),
    plan("ZUID", 2023, 48, 0, 4, 0, 0, 52),
    plan("NOORD", 2022, 10, 0, 0, 0, 0, 10, soort="overig"),
]
EIND_2022, NIEUWJAAR_2023, EIND_2023 = dt.date(2022, 12, 31), dt.date(2023, 1, 1), dt.date(2023, 12, 31)
VOORRAAD = [
    stand(dt.date(2022, 6, 30), "NOORD", "Dorp", 999),  # not the last count of the year
    stand(EIND_2022, "NOORD", "Dorp", 60),
    stand(EIND_2022, "NOORD", "Stad", 41),
    stand(NIEUWJAAR_2023, "ZUID", "Stad", 49),  # 1 January is the end of 2022
    stand(EIND_2022, "NOORD", "Stad", 500, soort="overig"),  # garages are not homes
]


# --- plan -----------------------------------------------------------------------------------------------------------


def test_plan_toont_elke_corporatie_en_het_totaal(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/plan", {"plan": PLAN})) == [
        ("NOORD", "woongelegenheid", 2022, 100, 2, 10, 3, 4, 105),
        ("NOORD", "woongelegenheid", 2023, 105, 0, 5, 1, 0, 109),
        ("NOORD", "overig", 2022, 10, 0, 0, 0, 0, 10),
        ("ZUID", "woongelegenheid", 2022, 50, 0, 0, 2, 0, 48),
        ("ZUID", "woongelegenheid", 2023, 48, 0, 4, 0, 0, 52),
        ("totaal", "woongelegenheid", 2022, 150, 2, 10, 5, 4, 153),
        ("totaal", "woongelegenheid", 2023, 153, 0, 9, 1, 0, 161),
        ("totaal", "overig", 2022, 10, 0, 0, 0, 0, 10),
    ]


def test_plan_telt_alleen_gekozen_corporaties_in_het_totaal(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/plan", {"plan": PLAN}, corporaties=["ZUID"])) == [
        ("ZUID", "woongelegenheid", 2022, 50, 0, 0, 2, 0, 48),
        ("ZUID", "woongelegenheid", 2023, 48, 0, 4, 0, 0, 52),
        ("totaal", "woongelegenheid", 2022, 50, 0, 0, 2, 0, 48),
        ("totaal", "woongelegenheid", 2023, 48, 0, 4, 0, 0, 52),
    ]


def test_plan_zonder_planning_is_leeg(vraag: Vraag) -> None:
    assert vraag("voorraad/plan", {}) == []


def test_plan_controle_vergelijkt_alleen_wat_het_document_noemt(vraag: Vraag) -> None:
    # The document says 154 where the parts make 153; it gives only an end for homes and other units together.
    document = [
        plan("totaal", 2022, 150, 2, 10, 5, 4, 154),
        {"soort": "alles", "corporatie": "totaal", "jaar": 2022, "eindstand": 163},
        {"soort": "overig", "corporatie": "NOORD", "jaar": 2022, "eindstand": 10},
        {"soort": "overig", "corporatie": "NOORD", "jaar": 2030, "eindstand": 10},  # a year the plan does not have
    ]
    assert waarden(vraag("voorraad/plan_controle", {"plan": PLAN, "plan_totalen": document})) == [
        ("NOORD", "overig", 2022, "eindstand", 10, 10, 0),
        ("totaal", "woongelegenheid", 2022, "beginstand", 150, 150, 0),
        ("totaal", "woongelegenheid", 2022, "aankoop", 2, 2, 0),
        ("totaal", "woongelegenheid", 2022, "nieuwbouw", 10, 10, 0),
        ("totaal", "woongelegenheid", 2022, "verkoop", 5, 5, 0),
        ("totaal", "woongelegenheid", 2022, "sloop", 4, 4, 0),
        ("totaal", "woongelegenheid", 2022, "eindstand", 153, 154, -1),
        ("totaal", "alles", 2022, "eindstand", 163, 163, 0),
    ]


# --- ontwikkeling ---------------------------------------------------------------------------------------------------


def test_ontwikkeling_zet_planning_naast_de_laatste_telling_van_het_jaar(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/ontwikkeling", {"voorraad": VOORRAAD, "plan": PLAN})) == [
        (2021, "NOORD", "totaal", "plan", 100),
        (2021, "ZUID", "totaal", "plan", 50),
        (2022, "NOORD", "Dorp", "realisatie", 60),
        (2022, "NOORD", "Stad", "realisatie", 41),
        (2022, "NOORD", "totaal", "plan", 105),
        (2022, "ZUID", "Stad", "realisatie", 49),
        (2022, "ZUID", "totaal", "plan", 48),
        (2023, "NOORD", "totaal", "plan", 109),
        (2023, "ZUID", "totaal", "plan", 52),
    ]


@pytest.mark.parametrize(
    ("parameters", "verwacht"),
    [
        (
            {"niveau": "gemeente"},
            [
                (2021, "totaal", "totaal", "plan", 150),
                (2022, "totaal", "totaal", "plan", 153),
                (2022, "totaal", "totaal", "realisatie", 150),
                (2023, "totaal", "totaal", "plan", 161),
            ],
        ),
        (
            {"niveau": "corporatie", "corporaties": ["NOORD"]},
            [
                (2021, "NOORD", "totaal", "plan", 100),
                (2022, "NOORD", "totaal", "plan", 105),
                (2022, "NOORD", "totaal", "realisatie", 101),
                (2023, "NOORD", "totaal", "plan", 109),
            ],
        ),
        # The plan knows no kernen: it disappears per kern and as soon as kernen are chosen.
        ({"niveau": "kern"}, [(2022, "totaal", "Dorp", "realisatie", 60), (2022, "totaal", "Stad", "realisatie", 90)]),
        ({"niveau": "gemeente", "kernen": ["Stad"]}, [(2022, "totaal", "totaal", "realisatie", 90)]),
        # The count of 1 January 2023 is of 31 December 2022, the last day of the period.
        (
            {"niveau": "gemeente", "van": dt.date(2022, 1, 1), "tot": EIND_2022},
            [(2022, "totaal", "totaal", "plan", 153), (2022, "totaal", "totaal", "realisatie", 150)],
        ),
        # Halfway the year the count of June is the last one.
        (
            {"niveau": "corporatie", "tot": dt.date(2022, 6, 30), "van": dt.date(2022, 1, 1), "corporaties": ["NOORD"]},
            [(2022, "NOORD", "totaal", "plan", 105), (2022, "NOORD", "totaal", "realisatie", 999)],
        ),
    ],
)
def test_ontwikkeling_op_niveau_en_met_keuzes(
    vraag: Vraag, parameters: dict[str, Any], verwacht: list[tuple[Any, ...]]
) -> None:
    assert waarden(vraag("voorraad/ontwikkeling", {"voorraad": VOORRAAD, "plan": PLAN}, **parameters)) == verwacht


def test_ontwikkeling_geeft_geen_som_als_een_corporatie_niet_telde(vraag: Vraag) -> None:
    # ZUID did not count in 2023: a sum of NOORD alone would look like a fall from 150 to 103.
    tabellen = {
        "corporaties": CORPORATIES,
        "voorraad": [*VOORRAAD, stand(EIND_2023, "NOORD", "Dorp", 61), stand(EIND_2023, "NOORD", "Stad", 42)],
    }
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="gemeente")) == [
        (2022, "totaal", "totaal", "realisatie", 150)
    ]
    # In Dorp only NOORD has homes, so there the sum is whole.
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="kern")) == [
        (2022, "totaal", "Dorp", "realisatie", 60),
        (2022, "totaal", "Stad", "realisatie", 90),
        (2023, "totaal", "Dorp", "realisatie", 61),
    ]
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="gemeente", corporaties=["NOORD"])) == [
        (2022, "totaal", "totaal", "realisatie", 101),
        (2023, "totaal", "totaal", "realisatie", 103),
    ]
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="corporatie", van=dt.date(2023, 1, 1))) == [
        (2023, "NOORD", "totaal", "realisatie", 103)
    ]
    # The missing count is still missing when the year before lies outside the period.
    assert vraag("voorraad/ontwikkeling", tabellen, niveau="gemeente", van=dt.date(2023, 1, 1)) == []


def test_ontwikkeling_geeft_geen_som_zolang_een_corporatie_nog_nooit_telde(vraag: Vraag) -> None:
    tabellen = {"corporaties": CORPORATIES, "voorraad": [stand(EIND_2022, "NOORD", "Dorp", 60)]}
    assert vraag("voorraad/ontwikkeling", tabellen, niveau="gemeente") == []


# --- mutaties -------------------------------------------------------------------------------------------------------

MUTATIES = [
    mutatie(dt.date(2022, 1, 1), "NOORD", "Dorp", "nieuwbouw", 8),
    mutatie(dt.date(2022, 12, 31), "NOORD", "Stad", "nieuwbouw", 1),
    mutatie(dt.date(2022, 5, 1), "NOORD", "Dorp", "sloop", 4),
    mutatie(dt.date(2022, 5, 1), "NOORD", None, "verkoop", 2),
    mutatie(dt.date(2022, 7, 1), "NOORD", "Stad", "aankoop", 3),
    mutatie(dt.date(2022, 7, 1), "NOORD", "Stad", "overig", -1),
    mutatie(dt.date(2022, 7, 1), "NOORD", "Stad", "nieuwbouw", 70, stand="plan"),  # intended, not done
    mutatie(dt.date(2022, 7, 1), "NOORD", "Stad", "nieuwbouw", 30, eenheid="overig"),  # garages
]
LEVERING_ZUID = {
    "upload_id": "u2",
    "tabel": "voorraadmutaties",
    "corporatie": "ZUID",
    "periode_van": dt.date(2022, 1, 1),
    "periode_tot": EIND_2022,
}


def test_mutaties_zet_planning_naast_wat_er_gebeurde(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/mutaties", {"voorraadmutaties": MUTATIES, "plan": PLAN}, tot=EIND_2022)) == [
        (2022, "NOORD", "Dorp", "realisatie", 0, 8, 0, 4, 0, 4),
        (2022, "NOORD", "Stad", "realisatie", 3, 1, 0, 0, -1, 3),
        (2022, "NOORD", "onbekend", "realisatie", 0, 0, 2, 0, 0, -2),
        (2022, "NOORD", "totaal", "plan", 2, 10, 3, 4, 0, 5),
        (2022, "ZUID", "totaal", "plan", 0, 0, 2, 0, 0, -2),
    ]


def test_mutaties_onderscheidt_nul_van_niet_geleverd(vraag: Vraag) -> None:
    # ZUID delivered a file for 2022 without a single mutation; for 2023 nobody delivered what really happened.
    voornemen = mutatie(dt.date(2023, 5, 1), "NOORD", "Dorp", "nieuwbouw", 5, stand="plan")
    tabellen = {
        "corporaties": CORPORATIES,
        "leveringen": [LEVERING_ZUID],
        "voorraadmutaties": [*MUTATIES, voornemen],
        "plan": PLAN,
    }
    assert waarden(vraag("voorraad/mutaties", tabellen, niveau="corporatie")) == [
        (2022, "NOORD", "totaal", "plan", 2, 10, 3, 4, 0, 5),
        (2022, "NOORD", "totaal", "realisatie", 3, 9, 2, 4, -1, 5),
        (2022, "ZUID", "totaal", "plan", 0, 0, 2, 0, 0, -2),
        (2022, "ZUID", "totaal", "realisatie", 0, 0, 0, 0, 0, 0),
        (2023, "NOORD", "totaal", "plan", 0, 5, 1, 0, 0, 4),
        (2023, "ZUID", "totaal", "plan", 0, 4, 0, 0, 0, 4),
    ]


def test_mutaties_op_gemeente_en_kern(vraag: Vraag) -> None:
    tabellen = {"voorraadmutaties": MUTATIES, "plan": PLAN}
    assert waarden(vraag("voorraad/mutaties", tabellen, niveau="gemeente", tot=EIND_2022)) == [
        (2022, "totaal", "totaal", "plan", 2, 10, 5, 4, 0, 3),
        (2022, "totaal", "totaal", "realisatie", 3, 9, 2, 4, -1, 5),
    ]
    assert waarden(vraag("voorraad/mutaties", tabellen, niveau="kern", kernen=["Dorp"])) == [
        (2022, "totaal", "Dorp", "realisatie", 0, 8, 0, 4, 0, 4)
    ]
    assert waarden(vraag("voorraad/mutaties", tabellen, niveau="gemeente", kernen=["Stad"])) == [
        (2022, "totaal", "totaal", "realisatie", 3, 1, 0, 0, -1, 3)
    ]


def test_mutatie_tegen_plan_kent_nul_leeg_en_geen_plan(vraag: Vraag) -> None:
    tabellen = {
        "corporaties": CORPORATIES,
        "leveringen": [LEVERING_ZUID],
        "voorraadmutaties": [*MUTATIES, mutatie(dt.date(2024, 3, 1), "NOORD", "Dorp", "nieuwbouw", 6)],
        "plan": PLAN,
    }
    assert waarden(vraag("voorraad/mutatie_tegen_plan", tabellen, niveau="corporatie")) == [
        (2022, "NOORD", "totaal", 9, 10),
        (2022, "ZUID", "totaal", 0, 0),
        (2023, "NOORD", "totaal", None, 5),
        (2023, "ZUID", "totaal", None, 4),
        (2024, "NOORD", "totaal", 6, None),
    ]
    assert waarden(vraag("voorraad/mutatie_tegen_plan", tabellen, niveau="gemeente", mutatie="verkoop")) == [
        (2022, "totaal", "totaal", 2, 5),
        (2023, "totaal", "totaal", None, 1),
        (2024, "totaal", "totaal", 0, None),
    ]


def test_mutatie_tegen_plan_heeft_per_kern_geen_plan(vraag: Vraag) -> None:
    tabellen = {"voorraadmutaties": MUTATIES, "plan": PLAN}
    verwacht = [(2022, "totaal", "Dorp", 8, None), (2022, "totaal", "Stad", 1, None)]
    assert waarden(vraag("voorraad/mutatie_tegen_plan", tabellen, niveau="kern")) == verwacht
    assert waarden(vraag("voorraad/mutatie_tegen_plan", tabellen)) == [
        (2022, "NOORD", "Dorp", 8, None),
        (2022, "NOORD", "Stad", 1, None),
    ]
    gekozen = vraag("voorraad/mutatie_tegen_plan", tabellen, niveau="gemeente", kernen=["Dorp"])
    assert waarden(gekozen) == [(2022, "totaal", "totaal", 8, None)]


def test_eindstand_tegen_plan_ook_na_het_laatste_planjaar(vraag: Vraag) -> None:
    tabellen = {
        "voorraad": [*VOORRAAD, stand(dt.date(2024, 9, 30), "NOORD", "Dorp", 70)],
        "plan": PLAN,
    }
    assert waarden(vraag("voorraad/eindstand_tegen_plan", tabellen, niveau="corporatie")) == [
        (2021, "NOORD", "totaal", None, 100),
        (2021, "ZUID", "totaal", None, 50),
        (2022, "NOORD", "totaal", 101, 105),
        (2022, "ZUID", "totaal", 49, 48),
        (2023, "NOORD", "totaal", None, 109),
        (2023, "ZUID", "totaal", None, 52),
        (2024, "NOORD", "totaal", 70, None),
    ]
    assert waarden(vraag("voorraad/eindstand_tegen_plan", tabellen, tot=EIND_2022)) == [
        (2022, "NOORD", "Dorp", 60, None),
        (2022, "NOORD", "Stad", 41, None),
        (2022, "ZUID", "Stad", 49, None),
    ]


# --- aansluiting ----------------------------------------------------------------------------------------------------


def test_aansluiting_toont_het_verschil(vraag: Vraag) -> None:
    # Dorp: 60 + 8 built - 5 demolished = 63, counted 62. Stad closed down: 41 - 41 sold = 0, and no row any more.
    # The mutation of 31 December 2022 lies before the first count ended, the one of October after the last count.
    tabellen = {
        "voorraad": [*VOORRAAD, stand(dt.date(2023, 9, 30), "NOORD", "Dorp", 62)],
        "voorraadmutaties": [
            mutatie(EIND_2022, "NOORD", "Dorp", "nieuwbouw", 100),
            mutatie(dt.date(2023, 1, 1), "NOORD", "Dorp", "nieuwbouw", 8),
            mutatie(dt.date(2023, 9, 30), "NOORD", "Dorp", "sloop", 5),
            mutatie(dt.date(2023, 10, 1), "NOORD", "Dorp", "nieuwbouw", 50),
            mutatie(dt.date(2023, 4, 1), "NOORD", "Stad", "verkoop", 41),
            mutatie(dt.date(2023, 4, 1), "NOORD", None, "overig", -2),
        ],
    }
    assert waarden(vraag("voorraad/aansluiting", tabellen)) == [
        (2022, "NOORD", "Dorp", None, 100, 0, 0, None, 60, None),
        (2022, "NOORD", "Stad", None, 0, 0, 0, None, 41, None),
        (2022, "ZUID", "Stad", None, 0, 0, 0, None, 49, None),
        (2023, "NOORD", "Dorp", 60, 8, 5, 0, 63, 62, -1),
        (2023, "NOORD", "Stad", 41, 0, 41, 0, 0, 0, 0),
        (2023, "NOORD", "onbekend", 0, 0, 0, -2, -2, 0, 2),
    ]
    assert waarden(vraag("voorraad/aansluiting", tabellen, niveau="gemeente", van=dt.date(2023, 1, 1))) == [
        (2023, "totaal", "totaal", 101, 8, 46, -2, 61, 62, 1)
    ]
    assert waarden(vraag("voorraad/aansluiting", tabellen, niveau="kern", kernen=["Dorp"], tot=EIND_2022)) == [
        (2022, "totaal", "Dorp", None, 100, 0, 0, None, 60, None)
    ]


def test_aansluiting_telt_niet_op_over_een_onbekende_beginstand(vraag: Vraag) -> None:
    # ZUID counted for the first time in 2023, so the begin of the two together is unknown.
    tabellen = {
        "voorraad": [
            stand(EIND_2022, "NOORD", "Dorp", 60),
            stand(EIND_2023, "NOORD", "Dorp", 60),
            stand(EIND_2023, "ZUID", "Dorp", 20),
        ]
    }
    assert waarden(vraag("voorraad/aansluiting", tabellen, niveau="kern", van=EIND_2023)) == [
        (2023, "totaal", "Dorp", None, 0, 0, 0, None, 80, None)
    ]


# --- index, nieuwbouw, samenstelling --------------------------------------------------------------------------------

TOTAAL = {"kengetal": "totale_woningvoorraad", "soort": "peil", "optellen": False, "niveau": "gemeente"}


def totaal(peildatum: dt.date, waarde: float) -> dict[str, Any]:
    return {"kengetal": "totale_woningvoorraad", "peildatum": peildatum, "waarde": waarde}


INDEX = {
    "kengetal_definities": [TOTAAL],
    "kengetallen": [
        totaal(dt.date(2022, 1, 1), 800.0),  # the end of 2021
        totaal(dt.date(2022, 12, 31), 1000.0),
        totaal(dt.date(2023, 12, 31), 1250.0),
    ],
    "voorraad": [
        stand(EIND_2022, "NOORD", "Dorp", 200),
        stand(EIND_2022, "NOORD", "Dorp", 50, daeb=False),
        stand(EIND_2023, "NOORD", "Dorp", 210),
        stand(EIND_2023, "NOORD", "Dorp", 90, daeb=False),
        stand(dt.date(2024, 12, 31), "NOORD", "Dorp", 220),
    ],
}


def test_index_begint_in_het_eerste_jaar_met_beide_aantallen(vraag: Vraag) -> None:
    # No stock is known for 2021, so 2022 is 100: 210/200 = 105, 1250/1000 = 125; 2024 has no total.
    assert waarden(vraag("voorraad/index", INDEX)) == [
        (2021, "totaal", "totaal", None, 800, None, None, 80.0, 2022),
        (2022, "totaal", "totaal", 200, 1000, 0.2, 100.0, 100.0, 2022),
        (2023, "totaal", "totaal", 210, 1250, 0.168, 105.0, 125.0, 2022),
        (2024, "totaal", "totaal", 220, None, None, 110.0, None, 2022),
    ]


def test_index_met_ander_basisjaar_niet_daeb_en_periode(vraag: Vraag) -> None:
    gekozen = vraag("voorraad/index", INDEX, basisjaar=2023, niet_daeb=True, tot=EIND_2023, niveau="gemeente")
    assert waarden(gekozen)[1:] == [
        (2022, "totaal", "totaal", 250, 1000, 0.25, 100 * 250 / 300, 80.0, 2023),
        (2023, "totaal", "totaal", 300, 1250, 0.24, 100.0, 100.0, 2023),
    ]
    # The base year may lie before the period that is shown.
    assert waarden(vraag("voorraad/index", INDEX, van=dt.date(2023, 1, 1), tot=EIND_2023)) == [
        (2023, "totaal", "totaal", 210, 1250, 0.168, 105.0, 125.0, 2022)
    ]


def test_index_bestaat_alleen_voor_de_hele_gemeente(vraag: Vraag) -> None:
    assert vraag("voorraad/index", INDEX, niveau="kern") == []
    assert vraag("voorraad/index", INDEX, niveau="gemeente", corporaties=["NOORD"]) == []
    assert vraag("voorraad/index", INDEX, niveau="gemeente", kernen=["Dorp"]) == []


def test_index_zonder_basis_heeft_geen_index(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/index", {"voorraad": [stand(EIND_2022, "NOORD", "Dorp", 200)]})) == [
        (2022, "totaal", "totaal", 200, None, None, None, None, None)
    ]


def test_nieuwbouw_sociaal_zonder_teller_of_noemer_heeft_geen_aandeel(vraag: Vraag) -> None:
    # 2022: 9 of 36. 2023: nothing built at all. 2024: the total is not known. 2025: the corporaties did not deliver.
    kengetal = "nieuwbouw_totaal"
    tabellen = {
        "corporaties": [{"corporatie": "NOORD"}],
        "kengetal_definities": [{"kengetal": kengetal, "soort": "stroom", "optellen": True, "niveau": "gemeente"}],
        "kengetallen": [
            {"kengetal": kengetal, "peildatum": dt.date(2022, 6, 30), "waarde": 20.0},
            {"kengetal": kengetal, "peildatum": dt.date(2022, 12, 31), "waarde": 16.0},
            {"kengetal": kengetal, "peildatum": EIND_2023, "waarde": 0.0},
            {"kengetal": kengetal, "peildatum": dt.date(2025, 12, 31), "waarde": 40.0},
        ],
        "voorraadmutaties": [
            *MUTATIES,
            mutatie(dt.date(2023, 2, 1), "NOORD", "Dorp", "sloop", 2),
            mutatie(dt.date(2024, 2, 1), "NOORD", "Dorp", "nieuwbouw", 5),
        ],
    }
    assert waarden(vraag("voorraad/nieuwbouw_sociaal", tabellen)) == [
        (2022, "totaal", "totaal", 9, 36, 0.25),
        (2023, "totaal", "totaal", 0, 0, None),
        (2024, "totaal", "totaal", 5, None, None),
        (2025, "totaal", "totaal", None, 40, None),
    ]
    assert vraag("voorraad/nieuwbouw_sociaal", tabellen, niveau="corporatie") == []


SAMENSTELLING = {
    "voorraad": [
        stand(EIND_2022, "NOORD", "Dorp", 30, huurklasse="duur", energielabel="B", woningtype="appartement"),
        stand(EIND_2022, "NOORD", "Dorp", 10, huurklasse="goedkoop", energielabel="A++", toegankelijkheid="nultreden"),
        stand(EIND_2022, "ZUID", "Stad", 40, huurklasse=None, energielabel="A", woningtype="kamer"),
    ]
}


def test_samenstelling_noemt_wat_niet_is_vastgelegd_onbekend(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/samenstelling", SAMENSTELLING, niveau="gemeente")) == [
        (2022, "totaal", "totaal", "goedkoop", 10, 0.125),
        (2022, "totaal", "totaal", "duur", 30, 0.375),
        (2022, "totaal", "totaal", "onbekend", 40, 0.5),
    ]
    assert waarden(vraag("voorraad/samenstelling", SAMENSTELLING)) == [
        (2022, "NOORD", "Dorp", "goedkoop", 10, 0.25),
        (2022, "NOORD", "Dorp", "duur", 30, 0.75),
        (2022, "ZUID", "Stad", "onbekend", 40, 1.0),
    ]


@pytest.mark.parametrize(
    ("kenmerk", "verwacht"),
    [
        ("energielabel", [("A++", 10, 0.125), ("A", 40, 0.5), ("B", 30, 0.375)]),
        ("toegankelijkheid", [("nultreden", 10, 0.125), ("onbekend", 70, 0.875)]),
        ("woningtype", [("appartement", 30, 0.375), ("kamer", 40, 0.5), ("onbekend", 10, 0.125)]),
        ("kern", [("Dorp", 40, 0.5), ("Stad", 40, 0.5)]),
    ],
)
def test_samenstelling_per_kenmerk(vraag: Vraag, kenmerk: str, verwacht: list[tuple[Any, ...]]) -> None:
    rijen = vraag("voorraad/samenstelling", SAMENSTELLING, niveau="gemeente", kenmerk=kenmerk)
    assert waarden(rijen) == [(2022, "totaal", "totaal", *rij) for rij in verwacht]


def test_samenstelling_weigert_een_onbekend_kenmerk(vraag: Vraag) -> None:
    with pytest.raises(QueryFout, match="kenmerk is huurklasse, energielabel, toegankelijkheid, woningtype of kern"):
        vraag("voorraad/samenstelling", SAMENSTELLING, kenmerk="kleur")


def test_samenstelling_van_nul_woningen_heeft_geen_aandeel(vraag: Vraag) -> None:
    leeg = {"voorraad": [stand(EIND_2022, "NOORD", "Dorp", 0, huurklasse="duur")]}
    assert waarden(vraag("voorraad/samenstelling", leeg)) == [(2022, "NOORD", "Dorp", "duur", 0, None)]


# --- counted beside an agreement ------------------------------------------------------------------------------------

EIND_2021 = dt.date(2021, 12, 31)
GOEDKOOP = {
    "corporaties": CORPORATIES,
    "voorraad": [
        stand(EIND_2021, "NOORD", "Dorp", 30, huurklasse="goedkoop"),
        stand(EIND_2021, "NOORD", "Dorp", 70, huurklasse="betaalbaar"),
        stand(EIND_2021, "ZUID", "Stad", 20, huurklasse="goedkoop"),
        stand(EIND_2022, "NOORD", "Dorp", 24, huurklasse="goedkoop"),
        stand(EIND_2022, "NOORD", "Dorp", 72, huurklasse=None),
        stand(EIND_2022, "NOORD", "Stad", 4, huurklasse="goedkoop", flex=True),
        stand(EIND_2022, "ZUID", "Stad", 21, huurklasse="betaalbaar"),
        stand(EIND_2022, "ZUID", "Stad", 9, huurklasse="goedkoop", soort="overig"),  # no home
    ],
}


def test_goedkope_voorraad_staat_naast_die_van_het_basisjaar(vraag: Vraag) -> None:
    assert waarden(vraag("voorraad/goedkoop", GOEDKOOP, niveau="gemeente")) == [
        (2021, "totaal", "totaal", 50, 120, pytest.approx(50 / 120), 50, 0),
        (2022, "totaal", "totaal", 28, 121, pytest.approx(28 / 121), 50, -22),
    ]
    # The base stays when the reader looks at later years only; a kern without a count in it has none.
    assert waarden(vraag("voorraad/goedkoop", GOEDKOOP, van=dt.date(2022, 1, 1))) == [
        (2022, "NOORD", "Dorp", 24, 96, 0.25, 30, -6),
        (2022, "NOORD", "Stad", 4, 4, 1.0, None, None),
        (2022, "ZUID", "Stad", 0, 21, 0.0, 20, -20),
    ]


def test_flex_in_de_voorraad_staat_naast_wat_gemeld_is(vraag: Vraag) -> None:
    gemeld = {"kengetal": "flexwoningen", "peildatum": EIND_2022, "waarde": 7.0}
    tabellen = GOEDKOOP | {
        "kengetal_definities": [{"kengetal": "flexwoningen", "soort": "peil", "optellen": True}],
        "kengetallen": [gemeld, gemeld | {"kengetal": "iets_anders", "waarde": 99.0}],
    }
    assert waarden(vraag("voorraad/flex", tabellen, niveau="gemeente")) == [
        (2021, "totaal", "totaal", 0, None),
        (2022, "totaal", "totaal", 4, 7.0),
    ]
    assert waarden(vraag("voorraad/flex", tabellen, niveau="corporatie", van=dt.date(2022, 1, 1))) == [
        (2022, "NOORD", "totaal", 4, None),
        (2022, "ZUID", "totaal", 0, None),
    ]


def verhuurd(dag: dt.date, corporatie: str = "NOORD", kern: str = "Dorp", **rest: Any) -> dict[str, Any]:
    return {"ingangsdatum": dag, "corporatie": corporatie, "kern": kern} | rest


def geleverd(corporatie: str | None, van: dt.date, tot: dt.date) -> dict[str, Any]:
    return {"tabel": "verhuringen", "corporatie": corporatie, "periode_van": van, "periode_tot": tot}


MUTATIES_IN_2022 = GOEDKOOP | {
    "verhuringen": [
        verhuurd(dt.date(2022, 3, 1)),
        verhuurd(dt.date(2022, 4, 1), contract="tijdelijk", daeb=False),
        verhuurd(dt.date(2022, 5, 1), nieuwbouw=True),
        verhuurd(dt.date(2022, 6, 1), model="woningruil"),
        verhuurd(dt.date(2022, 7, 1), "ZUID", "Stad"),
    ],
    "leveringen": [
        geleverd("NOORD", dt.date(2022, 1, 1), dt.date(2022, 6, 30)),
        geleverd("NOORD", dt.date(2022, 7, 1), EIND_2022),
        geleverd("ZUID", dt.date(2022, 1, 1), dt.date(2022, 9, 30)),
    ],
}


def test_mutatiegraad_is_er_alleen_van_een_jaar_dat_helemaal_geleverd_is(vraag: Vraag) -> None:
    # NOORD delivered all of 2022: two of its 100 homes. The last quarter of ZUID is missing, and so is the whole.
    assert waarden(vraag("voorraad/mutatiegraad", MUTATIES_IN_2022, niveau="corporatie", van=dt.date(2022, 1, 1))) == [
        (2022, "NOORD", "totaal", 2, 100, 0.02),
        (2022, "ZUID", "totaal", 1, 21, None),
    ]
    assert waarden(vraag("voorraad/mutatiegraad", MUTATIES_IN_2022, niveau="gemeente")) == [
        (2021, "totaal", "totaal", 0, 120, None),
        (2022, "totaal", "totaal", 3, 121, None),
    ]
    heel = MUTATIES_IN_2022 | {
        "leveringen": [*MUTATIES_IN_2022["leveringen"], geleverd("ZUID", dt.date(2022, 10, 1), EIND_2022)]
    }
    assert waarden(vraag("voorraad/mutatiegraad", heel, niveau="kern", van=dt.date(2022, 1, 1))) == [
        (2022, "totaal", "Dorp", 2, 96, pytest.approx(2 / 96)),
        (2022, "totaal", "Stad", 1, 25, 0.04),
    ]


def test_mutatiegraad_met_nieuwbouw_en_woningruil(vraag: Vraag) -> None:
    vraag_noord = {"niveau": "corporatie", "corporaties": ["NOORD"], "van": dt.date(2022, 1, 1)}
    assert waarden(vraag("voorraad/mutatiegraad", MUTATIES_IN_2022, nieuwbouw=True, **vraag_noord)) == [
        (2022, "NOORD", "totaal", 3, 100, 0.03)
    ]
    assert waarden(vraag("voorraad/mutatiegraad", MUTATIES_IN_2022, woningruil=True, **vraag_noord)) == [
        (2022, "NOORD", "totaal", 3, 100, 0.03)
    ]
    # A choice of part of the year is no whole year.
    half = vraag_noord | {"van": dt.date(2022, 4, 1)}
    assert waarden(vraag("voorraad/mutatiegraad", MUTATIES_IN_2022, **half)) == [
        (2022, "NOORD", "totaal", 1, 100, None)
    ]


def test_mutatiegraad_is_er_niet_zolang_van_een_verhuring_niet_bekend_is_of_het_nieuwbouw_is(vraag: Vraag) -> None:
    onbekend = MUTATIES_IN_2022 | {
        "verhuringen": [*MUTATIES_IN_2022["verhuringen"], verhuurd(dt.date(2022, 8, 1), nieuwbouw=None)]
    }
    noord = {"niveau": "corporatie", "corporaties": ["NOORD"], "van": dt.date(2022, 1, 1)}
    assert waarden(vraag("voorraad/mutatiegraad", onbekend, **noord)) == [(2022, "NOORD", "totaal", 2, 100, None)]
    assert waarden(vraag("voorraad/mutatiegraad", onbekend, nieuwbouw=True, **noord)) == [
        (2022, "NOORD", "totaal", 4, 100, 0.04)
    ]
    # A home that two tenants exchanged is left out for that reason already.
    geruild = MUTATIES_IN_2022 | {
        "verhuringen": [
            *MUTATIES_IN_2022["verhuringen"],
            verhuurd(dt.date(2022, 8, 1), nieuwbouw=None, model="woningruil"),
        ]
    }
    assert waarden(vraag("voorraad/mutatiegraad", geruild, **noord)) == [(2022, "NOORD", "totaal", 2, 100, 0.02)]


# --- the day of a count ----------------------------------------------------------------------------------------------


def test_een_totaal_bestaat_alleen_van_een_dag_waarop_iedereen_telde(vraag: Vraag) -> None:
    juni, september = dt.date(2023, 6, 30), dt.date(2023, 9, 30)
    tabellen = {
        "corporaties": CORPORATIES,
        "voorraad": [
            stand(juni, "NOORD", "Dorp", 60),
            stand(juni, "ZUID", "Dorp", 40),
            stand(september, "NOORD", "Dorp", 61),
            stand(EIND_2023, "NOORD", "Dorp", 62),
            stand(september, "ZUID", "Stad", 41),  # moved its homes; still a count of September
            stand(EIND_2022, "ZUID", "Dorp", 40),  # in 2022 the other one did not count
        ],
    }
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="gemeente")) == [
        (2023, "totaal", "totaal", "realisatie", 102)
    ]
    assert waarden(vraag("voorraad/teldagen", tabellen, niveau="gemeente")) == [(2023, "totaal", "totaal", september)]
    assert waarden(vraag("voorraad/teldagen", tabellen, niveau="corporatie")) == [
        (2022, "ZUID", "totaal", EIND_2022),
        (2023, "NOORD", "totaal", EIND_2023),
        (2023, "ZUID", "totaal", september),
    ]
    assert waarden(vraag("voorraad/teldagen", tabellen, niveau="gemeente", corporaties=["NOORD"])) == [
        (2023, "totaal", "totaal", EIND_2023)
    ]


def test_wie_nooit_telde_houdt_het_totaal_tegen(vraag: Vraag) -> None:
    tabellen = {"corporaties": CORPORATIES, "voorraad": [stand(EIND_2023, "NOORD", "Dorp", 60)]}
    assert vraag("voorraad/teldagen", tabellen, niveau="gemeente") == []
    # She may have homes in every kern.
    assert vraag("voorraad/teldagen", tabellen, niveau="kern") == []
    assert waarden(vraag("voorraad/teldagen", tabellen, niveau="corporatie")) == [(2023, "NOORD", "totaal", EIND_2023)]


def test_twee_tellingen_van_dezelfde_stand_tellen_een_keer(vraag: Vraag) -> None:
    """31 December and 1 January are the same end of the year; the later count holds."""
    tabellen = {"voorraad": [stand(EIND_2022, "NOORD", "Dorp", 60), stand(NIEUWJAAR_2023, "NOORD", "Dorp", 61)]}
    assert waarden(vraag("voorraad/ontwikkeling", tabellen, niveau="corporatie")) == [
        (2022, "NOORD", "totaal", "realisatie", 61)
    ]
