"""The liveability score and its change since the measurement before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

Vraag = Callable[..., list[dict[str, Any]]]


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def meting(jaar: int, waarde: float, kern: str | None = None, kengetal: str = "leefbaarheidsscore") -> dict[str, Any]:
    return {"kengetal": kengetal, "peildatum": dt.date(jaar, 12, 31), "waarde": waarde, "kern": kern}


TABELLEN = {
    "kengetal_definities": [
        {"kengetal": "leefbaarheidsscore", "soort": "peil", "optellen": False},
        {"kengetal": "veiligheid", "soort": "peil", "optellen": False},
    ],
    "kengetallen": [
        meting(2020, 7.0, "Dorp"),
        meting(2022, 7.5, "Dorp"),  # measured every second year
        meting(2024, 7.25, "Dorp"),
        meting(2022, 6.0, "Stad"),
        meting(2022, 6.5),
        meting(2022, 8.0, "Dorp", "veiligheid"),
    ],
}


def test_score_vergelijkt_met_de_meting_daarvoor(vraag: Vraag) -> None:
    assert waarden(vraag("leefbaarheid/score", TABELLEN, niveau="kern")) == [
        (2020, "totaal", "Dorp", 7.0, None, None),
        (2022, "totaal", "Dorp", 7.5, 7.0, 0.5),
        (2022, "totaal", "Stad", 6.0, None, None),
        (2024, "totaal", "Dorp", 7.25, 7.5, -0.25),
    ]
    # The earlier measurement counts even when it lies before the period that is shown.
    assert waarden(vraag("leefbaarheid/score", TABELLEN, niveau="kern", van=dt.date(2024, 1, 1))) == [
        (2024, "totaal", "Dorp", 7.25, 7.5, -0.25)
    ]


def test_score_van_de_gemeente_is_geen_gemiddelde_van_kernen(vraag: Vraag) -> None:
    assert waarden(vraag("leefbaarheid/score", TABELLEN, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 6.5, None, None)
    ]
    assert vraag("leefbaarheid/score", TABELLEN, niveau="gemeente", kernen=["Dorp"]) == []
    assert vraag("leefbaarheid/score", TABELLEN, niveau="corporatie") == []


def test_score_van_een_ander_kengetal(vraag: Vraag) -> None:
    assert waarden(vraag("leefbaarheid/score", TABELLEN, kengetal="veiligheid")) == [
        (2022, "totaal", "Dorp", 8.0, None, None)
    ]
