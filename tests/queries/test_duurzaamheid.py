"""Heat network and energy labels of the stock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

Vraag = Callable[..., list[dict[str, Any]]]
EIND_2022 = dt.date(2022, 12, 31)


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def stand(corporatie: str, kern: str, aantal: int, **rest: Any) -> dict[str, Any]:
    return {"peildatum": EIND_2022, "corporatie": corporatie, "kern": kern, "aantal": aantal} | rest


VOORRAAD = [
    stand("NOORD", "Dorp", 6, energielabel="A+++", warmtenet=True),
    stand("NOORD", "Dorp", 2, energielabel="A"),
    stand("NOORD", "Dorp", 8, energielabel="B"),
    stand("NOORD", "Dorp", 16, energielabel=None),
    stand("ZUID", "Stad", 8, energielabel=None, warmtenet=True),
    stand("ZUID", "Stad", 900, energielabel="A", warmtenet=True, soort="overig"),
    stand("NOORD", "Dorp", 900, energielabel="A", warmtenet=True, peildatum=dt.date(2022, 3, 31)),
]


def test_warmtenet_op_elk_niveau(vraag: Vraag) -> None:
    tabellen = {"voorraad": VOORRAAD}
    assert waarden(vraag("duurzaamheid/warmtenet", tabellen)) == [
        (2022, "NOORD", "Dorp", 6, 32, 0.1875),
        (2022, "ZUID", "Stad", 8, 8, 1.0),
    ]
    assert waarden(vraag("duurzaamheid/warmtenet", tabellen, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 14, 40, 0.35)
    ]
    assert waarden(vraag("duurzaamheid/warmtenet", tabellen, niveau="kern", kernen=["Dorp"])) == [
        (2022, "totaal", "Dorp", 6, 32, 0.1875)
    ]
    leeg = {"voorraad": [stand("NOORD", "Dorp", 0)]}
    assert waarden(vraag("duurzaamheid/warmtenet", leeg)) == [(2022, "NOORD", "Dorp", 0, 0, None)]


def test_labels_van_zuinig_naar_onzuinig_met_onbekend(vraag: Vraag) -> None:
    assert waarden(vraag("duurzaamheid/labels", {"voorraad": VOORRAAD}, niveau="corporatie")) == [
        (2022, "NOORD", "totaal", "A+++", 6, 0.1875),
        (2022, "NOORD", "totaal", "A", 2, 0.0625),
        (2022, "NOORD", "totaal", "B", 8, 0.25),
        (2022, "NOORD", "totaal", "onbekend", 16, 0.5),
        (2022, "ZUID", "totaal", "onbekend", 8, 1.0),
    ]
    assert vraag("duurzaamheid/labels", {"voorraad": VOORRAAD}, van=dt.date(2023, 1, 1)) == []


def test_aandeel_label_a_telt_alleen_bekende_labels(vraag: Vraag) -> None:
    assert waarden(vraag("duurzaamheid/aandeel_label_a", {"voorraad": VOORRAAD})) == [
        (2022, "NOORD", "Dorp", 8, 16, 0.5),
        (2022, "ZUID", "Stad", 0, 0, None),
    ]
    assert waarden(vraag("duurzaamheid/aandeel_label_a", {"voorraad": VOORRAAD}, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 8, 16, 0.5)
    ]
