"""The button for the workbook: where it is, and that it takes along what is chosen."""

from __future__ import annotations

import pytest


def _knop(scherm):
    [knop] = [deel.proto for deel in scherm.at.main.get("download_button") if "werkboek" in deel.proto.label]
    return knop


@pytest.mark.parametrize(
    ("pad", "vraag", "gekozen"),
    [
        ("gegevens", {}, "alle thema's; hele gemeente"),
        ("gegevens", {"stand": "1"}, "alle thema's; hele gemeente"),
        (
            "duurzaamheid",
            {"corporatie": "Clavis", "kernen": "Axel", "van": "2023"},
            "thema 2, Duurzaamheid; alleen Clavis, Axel; 2023 t/m 2026",
        ),
    ],
)
def test_de_knop_zegt_wat_er_in_het_werkboek_komt_en_maakt_het_nog_niet(open_pagina, monkeypatch, pad, vraag, gekozen):
    gemaakt = []
    monkeypatch.setattr("dashboard.weergave.werkboek.werkboek", gemaakt.append)
    scherm = open_pagina(pad, **vraag)
    assert not scherm.at.exception
    knop = _knop(scherm)
    assert (knop.label, knop.help) == (
        "Meenemen als werkboek",
        f"Een Excel-bestand met: {gekozen}. Het maken duurt enkele tellen.",
    )
    assert (bool(knop.deferred_file_id), knop.ignore_rerun, gemaakt) == (True, True, [])
