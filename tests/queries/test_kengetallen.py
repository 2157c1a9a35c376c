"""Everything else that is measured: added up where that is allowed, and never where it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

Vraag = Callable[..., list[dict[str, Any]]]
EIND_2022, EIND_2023 = dt.date(2022, 12, 31), dt.date(2023, 12, 31)


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def meting(
    kengetal: str,
    peildatum: dt.date,
    waarde: float,
    corporatie: str | None = None,
    kern: str | None = None,
    **rest: Any,
) -> dict[str, Any]:
    rij = {"kengetal": kengetal, "peildatum": peildatum, "waarde": waarde}
    return rij | {"corporatie": corporatie, "kern": kern} | rest


DEFINITIES = [
    {"kengetal": "flex", "naam": "Flexwoningen", "soort": "peil", "optellen": True, "afspraak": "1.1"},
    {"kengetal": "uitzetting", "naam": "Uitzettingen", "soort": "stroom", "optellen": True, "afspraak": "2.1"},
    {"kengetal": "score", "naam": "Score", "soort": "peil", "optellen": False, "afspraak": "2.2"},
    {"kengetal": "vrij", "naam": "Zonder afspraak", "soort": "peil", "optellen": True},
]
FLEX = [
    meting("flex", dt.date(2022, 6, 30), 5.0, "NOORD", "Dorp"),  # not the last of the year
    meting("flex", EIND_2022, 7.0, "NOORD", "Dorp"),
    meting("flex", dt.date(2023, 1, 1), 4.0, "ZUID", "Stad"),  # 1 January is the end of 2022
    meting("flex", dt.date(2022, 9, 30), 1.0, "ZUID", "Dorp"),
    # In 2023 totals are recorded beside their parts: 20 for all, 8 for ZUID.
    meting("flex", EIND_2023, 20.0),
    meting("flex", EIND_2023, 9.0, "NOORD", "Dorp"),
    meting("flex", EIND_2023, 8.0, "ZUID"),
    meting("flex", EIND_2023, 6.0, "ZUID", "Stad"),
]
UITZETTING = [
    meting("uitzetting", dt.date(2022, 3, 31), 1.0, "NOORD"),
    meting("uitzetting", dt.date(2022, 6, 30), 2.0, "NOORD"),
    meting("uitzetting", EIND_2022, 3.0, "ZUID"),
    meting("uitzetting", dt.date(2023, 1, 1), 4.0, "NOORD"),  # a flow is counted on the day itself
]
SCORE = [
    meting("score", EIND_2022, 7.0, kern="Dorp", teller=70.0, noemer=10.0),
    meting("score", EIND_2022, 6.0, kern="Stad"),
    meting("score", EIND_2022, 6.5),
]
TABELLEN = {"kengetal_definities": DEFINITIES, "kengetallen": [*FLEX, *UITZETTING, *SCORE]}


@pytest.mark.parametrize(
    ("kengetal", "parameters", "verwacht"),
    [
        (
            "flex",
            {"niveau": "gemeente"},
            [(2022, "totaal", "totaal", 12.0, None, None), (2023, "totaal", "totaal", 20.0, None, None)],
        ),
        (
            "flex",
            {"niveau": "corporatie"},
            [
                (2022, "NOORD", "totaal", 7.0, None, None),
                (2022, "ZUID", "totaal", 5.0, None, None),
                (2023, "NOORD", "totaal", 9.0, None, None),
                (2023, "ZUID", "totaal", 8.0, None, None),
            ],
        ),
        (
            "flex",
            {"niveau": "kern", "kernen": ["Dorp"]},
            [(2022, "totaal", "Dorp", 8.0, None, None), (2023, "totaal", "Dorp", 9.0, None, None)],
        ),
        (
            "flex",
            {"van": dt.date(2023, 1, 2)},
            [
                (2023, "NOORD", "Dorp", 9.0, None, None),
                (2023, "ZUID", "Stad", 6.0, None, None),
                (2023, "ZUID", "totaal", 8.0, None, None),
                (2023, "totaal", "totaal", 20.0, None, None),
            ],
        ),
        # With a choice only what belongs to it can be added up; the total of all is not of ZUID.
        (
            "flex",
            {"niveau": "gemeente", "corporaties": ["ZUID"], "van": EIND_2023},
            [(2023, *2 * ("totaal",), 8.0, None, None)],
        ),
        (
            "uitzetting",
            {"niveau": "gemeente"},
            [(2022, "totaal", "totaal", 6.0, None, None), (2023, "totaal", "totaal", 4.0, None, None)],
        ),
        (
            "uitzetting",
            {"niveau": "corporatie", "tot": dt.date(2022, 6, 30)},
            [(2022, "NOORD", "totaal", 3.0, None, None)],
        ),
        ("uitzetting", {"niveau": "kern"}, []),
        ("score", {"niveau": "gemeente"}, [(2022, "totaal", "totaal", 6.5, None, None)]),
        (
            "score",
            {"niveau": "kern"},
            [(2022, "totaal", "Dorp", 7.0, 70.0, 10.0), (2022, "totaal", "Stad", 6.0, None, None)],
        ),
        ("score", {"niveau": "corporatie"}, []),
        ("score", {"niveau": "gemeente", "kernen": ["Dorp"]}, []),
        ("", {"niveau": "gemeente"}, []),
    ],
)
def test_per_jaar_is_de_laatste_meting_van_het_jaar(
    vraag: Vraag, kengetal: str, parameters: dict[str, Any], verwacht: list[tuple[Any, ...]]
) -> None:
    gevonden = waarden(vraag("kengetallen/per_jaar", TABELLEN, kengetal=kengetal, **parameters))
    assert gevonden == [(kengetal, *rij) for rij in verwacht]


def test_per_jaar_zonder_kengetal_antwoordt_over_elk(vraag: Vraag) -> None:
    assert waarden(vraag("kengetallen/per_jaar", TABELLEN, niveau="gemeente")) == [
        ("flex", 2022, "totaal", "totaal", 12.0, None, None),
        ("flex", 2023, "totaal", "totaal", 20.0, None, None),
        ("score", 2022, "totaal", "totaal", 6.5, None, None),
        ("uitzetting", 2022, "totaal", "totaal", 6.0, None, None),
        ("uitzetting", 2023, "totaal", "totaal", 4.0, None, None),
    ]


def test_per_jaar_neemt_bij_dezelfde_dag_de_laatste_levering(vraag: Vraag) -> None:
    tabellen = {
        "kengetal_definities": DEFINITIES,
        "kengetallen": [
            meting("flex", EIND_2022, 3.0, upload_id="u2"),
            meting("flex", EIND_2022, 9.0, upload_id="u1"),
        ],
    }
    assert waarden(vraag("kengetallen/per_jaar", tabellen, kengetal="flex")) == [
        ("flex", 2022, "totaal", "totaal", 3.0, None, None)
    ]


def test_verloop_toont_metingen_zoals_ze_zijn(vraag: Vraag) -> None:
    assert waarden(vraag("kengetallen/verloop", TABELLEN, kengetal="score")) == [
        ("score", "Score", EIND_2022, "totaal", "Dorp", 7.0, 70.0, 10.0, "test"),
        ("score", "Score", EIND_2022, "totaal", "Stad", 6.0, None, None, "test"),
        ("score", "Score", EIND_2022, "totaal", "totaal", 6.5, None, None, "test"),
    ]
    keuze = {"van": dt.date(2022, 6, 30), "tot": EIND_2022, "corporaties": ["NOORD"]}
    assert waarden(vraag("kengetallen/verloop", TABELLEN, **keuze)) == [
        ("flex", "Flexwoningen", dt.date(2022, 6, 30), "NOORD", "Dorp", 5.0, None, None, "test"),
        ("flex", "Flexwoningen", EIND_2022, "NOORD", "Dorp", 7.0, None, None, "test"),
        ("uitzetting", "Uitzettingen", dt.date(2022, 6, 30), "NOORD", "totaal", 2.0, None, None, "test"),
    ]
    # A measurement without a definition is shown, without a name.
    los = {"kengetallen": [meting("nieuw", EIND_2022, 1.0, kern="Dorp")]}
    assert waarden(vraag("kengetallen/verloop", los, kernen=["Dorp"])) == [
        ("nieuw", None, EIND_2022, "totaal", "Dorp", 1.0, None, None, "test")
    ]


def test_een_meting_van_een_deel_is_geen_nieuwe_stand_van_het_geheel(vraag: Vraag) -> None:
    """Thirteen kernen had a programme; one of them measured again does not make it one."""

    def rij(jaar: int, kern: str, waarde: float) -> dict[str, Any]:
        return {"kengetal": "programmas", "peildatum": dt.date(jaar, 12, 31), "kern": kern, "waarde": waarde}

    tabellen = {
        "kengetal_definities": [{"kengetal": "programmas", "soort": "peil", "optellen": True, "niveau": "kern"}],
        "kengetallen": [rij(2025, "Dorp", 1), rij(2025, "Stad", 1), rij(2026, "Dorp", 1)],
    }
    gemeente = vraag("kengetallen/per_jaar", tabellen, niveau="gemeente", kengetal="programmas")
    assert [(rij["jaar"], rij["waarde"]) for rij in gemeente] == [(2025, 2.0)]
    kern = vraag("kengetallen/per_jaar", tabellen, niveau="kern", kengetal="programmas")
    assert [(rij["jaar"], rij["kern"], rij["waarde"]) for rij in kern] == [
        (2025, "Dorp", 1.0),
        (2025, "Stad", 1.0),
        (2026, "Dorp", 1.0),
    ]
