"""Homes for people who need care: accessibility and the numbers that belong to a theme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

Vraag = Callable[..., list[dict[str, Any]]]
EIND_2022, EIND_2023 = dt.date(2022, 12, 31), dt.date(2023, 12, 31)


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def test_toegankelijkheid_houdt_twee_begrippen_en_onbekend_uit_elkaar(vraag: Vraag) -> None:
    def stand(corporatie: str, kern: str, aantal: int, soort: str | None, **rest: Any) -> dict[str, Any]:
        rij = {"peildatum": EIND_2022, "corporatie": corporatie, "kern": kern, "aantal": aantal}
        return rij | {"toegankelijkheid": soort} | rest

    tabellen = {
        "voorraad": [
            stand("NOORD", "Dorp", 5, "nultreden"),
            stand("NOORD", "Dorp", 3, "multifunctioneel"),
            stand("NOORD", "Dorp", 10, None),
            stand("NOORD", "Stad", 20, "geen"),  # recorded, and none of either: nought
            stand("ZUID", "Stad", 7, None),  # nothing recorded: unknown
            stand("ZUID", "Stad", 6, None, peildatum=EIND_2023),
        ]
    }
    assert waarden(vraag("zorg/toegankelijkheid", tabellen)) == [
        (2022, "NOORD", "Dorp", 5, 3, 18),
        (2022, "NOORD", "Stad", 0, 0, 20),
        (2022, "ZUID", "Stad", None, None, 7),
        (2023, "ZUID", "Stad", None, None, 6),
    ]
    assert waarden(vraag("zorg/toegankelijkheid", tabellen, niveau="gemeente", tot=EIND_2022)) == [
        (2022, "totaal", "totaal", 5, 3, 45)
    ]
    # In Stad NOORD has none of either and ZUID recorded nothing: together that is unknown, not nought.
    assert waarden(vraag("zorg/toegankelijkheid", tabellen, niveau="kern", kernen=["Stad"], tot=EIND_2022)) == [
        (2022, "totaal", "Stad", None, None, 27)
    ]


def test_toegankelijkheid_groeit_niet_doordat_een_corporatie_begint_met_vastleggen(vraag: Vraag) -> None:
    # ZUID starts to record multifunctional homes in 2023: before that their number is unknown, not nought.
    tabellen = {
        "voorraad": [
            {"peildatum": jaar, "corporatie": corporatie, "kern": "Stad", "aantal": 9, "toegankelijkheid": soort}
            for jaar, corporatie, soort in (
                (EIND_2022, "NOORD", "nultreden"),
                (EIND_2022, "ZUID", None),
                (EIND_2023, "NOORD", "nultreden"),
                (EIND_2023, "ZUID", "multifunctioneel"),
            )
        ]
    }
    assert waarden(vraag("zorg/toegankelijkheid", tabellen, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 9, None, 18),
        (2023, "totaal", "totaal", 9, 9, 18),
    ]


def test_bijzondere_woonvormen_geeft_alle_kengetallen_van_een_thema(vraag: Vraag) -> None:
    tabellen = {
        "afspraken": [{"afspraak": "3.2", "thema": 3}, {"afspraak": "4.9", "thema": 4}],
        "kengetal_definities": [
            {"kengetal": "hofje", "naam": "Hofjes", "soort": "peil", "optellen": True, "afspraak": "3.2"},
            {"kengetal": "score", "naam": "Score", "soort": "peil", "optellen": False, "afspraak": "3.2"},
            {"kengetal": "prikkelarm", "naam": "Prikkelarm", "soort": "peil", "optellen": True, "afspraak": "4.9"},
            {"kengetal": "los", "naam": "Zonder afspraak", "soort": "stroom", "optellen": True},
        ],
        "kengetallen": [
            {"kengetal": "hofje", "peildatum": EIND_2022, "waarde": 3.0, "kern": "Dorp"},
            {"kengetal": "hofje", "peildatum": EIND_2023, "waarde": 3.0, "kern": "Dorp"},
            {"kengetal": "hofje", "peildatum": EIND_2023, "waarde": 10.0, "kern": "Stad"},
            {"kengetal": "score", "peildatum": EIND_2022, "waarde": 7.0, "kern": "Dorp"},  # not of the whole gemeente
            {"kengetal": "prikkelarm", "peildatum": EIND_2022, "waarde": 5.0},
            {"kengetal": "los", "peildatum": EIND_2022, "waarde": 1.0},
        ],
    }
    assert waarden(vraag("zorg/bijzondere_woonvormen", tabellen, thema=3)) == [
        (2022, "hofje", "Hofjes", 3.0),
        (2023, "hofje", "Hofjes", 13.0),
    ]
    assert waarden(vraag("zorg/bijzondere_woonvormen", tabellen, tot=EIND_2022)) == [
        (2022, "hofje", "Hofjes", 3.0),
        (2022, "los", "Zonder afspraak", 1.0),
        (2022, "prikkelarm", "Prikkelarm", 5.0),
    ]
