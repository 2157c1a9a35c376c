"""The map in a browser: a click on a kern opens its page, and the way back leads to the map."""

from __future__ import annotations

from playwright.sync_api import expect


def test_een_klik_op_een_kern_opent_die_kern(open_pagina, wacht):
    page = open_pagina("/kaart?vorm=tegels")
    # The middle tile of the upper row, which hover names before the click.
    vlak = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    x, y = vlak["x"] + vlak["width"] / 10, vlak["y"] + vlak["height"] * 5 / 6
    page.mouse.move(x, y)
    zwever = page.locator(".hoverlayer text").first
    expect(zwever).to_contain_text(", 2025: ")
    kern = zwever.text_content().split(",")[0]
    page.mouse.click(x, y)
    expect(page.locator("h1")).to_contain_text(f"{kern}: ")
    wacht(page)
    assert page.evaluate("new URL(location.href).searchParams.get('kern')") == kern

    page.go_back()
    expect(page.locator("h1")).to_contain_text(
        "Aandeel regulier in 2025, tegen de laatst bekende norm: 1 achter op schema, "
    )
