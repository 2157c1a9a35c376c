"""Without a mouse: everything that can be clicked can be reached and used, and the reader sees where he is."""

from __future__ import annotations

import re

from playwright.sync_api import expect

# What has the focus, by the name that a screen reader would say; the text of an icon is a name of no use.
FOCUS = """() => {
  const e = document.activeElement;
  const tekst = e.matches('a, button, summary') ? e.innerText.split('\\n').pop() : e.tagName;
  return e.ariaLabel || e.closest('[role=radiogroup]')?.ariaLabel || tekst;
}"""


def _tab(page, tot, meest=80):
    """Press Tab until what is looked for has the focus; everything that was passed on the way."""
    langs = []
    while tot not in langs:
        assert len(langs) < meest, langs
        page.keyboard.press("Tab")
        langs.append(page.evaluate(FOCUS).strip())
    return langs


def test_een_pagina_van_boven_naar_beneden(open_pagina, page, wacht):
    """Charts with a sentence, then menu and filters in the order of the page, and a table that opens."""
    open_pagina("/beschikbaarheid")

    grafieken = page.get_by_test_id("stPlotlyChart")
    namen = grafieken.evaluate_all("es => es.map((e) => [e.role ?? e.getAttribute('role'), e.ariaLabel])")
    assert [rol for rol, _ in namen] == ["figure"] * grafieken.count()
    assert all(re.fullmatch(r".*\d.*\.", naam) for _, naam in namen)
    assert len({naam for _, naam in namen}) == len(namen)

    langs = _tab(page, "Bekijk een cijfer")

    volgorde = ["Overzicht", "Beschikbaarheid", "Gegevens", "Stand van", "Corporatie", "Kernen", "Vanaf", "Tot en met"]
    plek = -1
    for naam in volgorde:  # each after the one before: 'Kernen' is a page too
        plek = langs.index(naam, plek + 1)
    # The points of attention lie between the filters and the choice of a figure.
    assert any(re.match(r"1\.1\.\d+ ", naam) for naam in langs[plek:])

    _tab(page, "Tabel met deze cijfers")
    page.keyboard.press("Enter")
    expect(page.locator(".mp-rol")).to_have_count(2)
    wacht(page)
    assert page.locator(".mp-rol").evaluate_all("es => es.map((e) => e.tabIndex)") == [0, 0]


def test_naar_de_inhoud_is_de_eerste_link_en_een_pagina_kiezen_gaat_met_enter(open_pagina, page, wacht):
    open_pagina("/")

    page.keyboard.press("Tab")

    link = page.get_by_test_id("stSkipToContent")
    expect(link).to_be_focused()
    assert link.evaluate("e => getComputedStyle(e, '::after').content") == '"Naar de inhoud"'
    assert link.evaluate("e => getComputedStyle(e).fontSize") == "0px"

    _tab(page, "Wonen en zorg")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/wonen-en-zorg$"))
    wacht(page)
    assert page.locator("h1").inner_text().startswith("Maatschappelijke opgaven")


def test_een_kern_kiezen_door_te_typen(open_pagina, page, wacht):
    open_pagina("/beschikbaarheid")

    _tab(page, "Corporatie")
    _tab(page, "Kernen")
    page.keyboard.type("Sas")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("kernen=Sas"))
    wacht(page)
    assert "alleen Sas van Gent" in page.get_by_test_id("stMain").inner_text()
