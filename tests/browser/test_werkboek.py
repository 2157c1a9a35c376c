"""The workbook as a visitor gets it: chosen on the page, made on the click, and read by another program."""

from __future__ import annotations

from playwright.sync_api import expect
from python_calamine import CalamineWorkbook


def test_het_werkboek_van_een_thema_neemt_de_stand_en_de_keuze_mee(open_pagina, wacht, tmp_path):
    page = open_pagina("/duurzaamheid?stand=2&corporatie=Clavis")
    knop = page.get_by_role("button", name="Meenemen als werkboek")
    expect(knop).to_be_visible()
    wacht(page)
    with page.expect_download() as bezig:
        knop.click()
    assert bezig.value.suggested_filename.endswith("-publicatie-2-thema-2-clavis.xlsx")
    bezig.value.save_as(tmp_path / "werkboek.xlsx")
    boek = CalamineWorkbook.from_path(tmp_path / "werkboek.xlsx")
    [stand, fictief] = [rij[0] for rij in boek.get_sheet_by_name("Inhoud").to_python()[1:3]]
    assert stand.startswith("Stand: bestuurlijk overleg april 2026, publicatie 2 van 22 april 2026")
    assert "Gekozen: thema 2, Duurzaamheid; alleen Clavis; " in stand
    assert fictief == "Verzonnen voorbeeldgegevens (fictief)."
    expect(knop).to_be_enabled()
