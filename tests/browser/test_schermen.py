"""Every page as it stands on a screen of 1600x900, light and dark: readable, whole, Dutch, and nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ONDERZOEK = (Path(__file__).parent / "onderzoek.js").read_text("utf-8").partition("\n")[2]
THEMAS = ("beschikbaarheid", "duurzaamheid", "wonen-en-zorg", "leefbaarheid", "samenwerking")
DELEN = ("Publicaties", "Leveringen", "Definities", "Kwaliteit", "Planning")
PORTRETTEN = ("/kaart", "/kaart?vorm=tegels", "/kern?kern=Sas van Gent", "/corporatie?corporatie=CLAVIS")
PAGINAS = [
    "/",
    *(f"/{slug}" for slug in THEMAS),
    "/beschikbaarheid?onderdeel=Afspraken",
    *PORTRETTEN,
    "/afspraken",
    "/afspraken?afspraak=1.1.14",
    "/vergelijken",
    "/vergelijken?soort=Cijfers",
    *(f"/gegevens?deel={deel}" for deel in DELEN),
    "/aanleveren",
    "/aanleveren?aanleverdeel=Geschiedenis",
]
# One of each kind of chart: bars beside a plan, parts of a whole, an index, a milestone.
FIGUREN = [
    *(
        f"/beschikbaarheid?cijfer={code}"
        for code in ("nieuwbouw", "voorraad_huurklasse", "index_sociaal", "gereed_1_1_3")
    ),
    "/duurzaamheid?cijfer=energielabels",
    *(f"/{slug}?onderdeel=Per kern" for slug in ("beschikbaarheid", "duurzaamheid")),
]
# What Streamlit would say by itself. `Open` is Dutch too.
ENGELS = re.compile(
    r"\b(Select|Choose|No (options|results)|Search|Press|Loading|Running|Stop|Deploy|Manage|View|Fullscreen|Close|Copy"
    r"|Download|Upload|Drag|Browse|Limit|Clear|Rerun|Settings|Print|Skip|Show|Hide|Error|Please|Connecting|Page not found"
    r"|Made with|January|February|March|June|July|October)\b"
)
# 1,234 and 12.5 %: thousands and decimals the English way round. Numbers of afspraken (1.1.14) are neither.
ENGELS_GETAL = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d,])|(?<![\d.,])\d+\.\d{1,2}\s?%")
GOED = {
    "taal": "nl",
    "koppen": 1,
    "dwars": [],
    "buiten": [],
    "geknipt": [],
    "afgesneden": [],
    "bleek": [],
    "stom": [],
    "engels": [],
}


def bekijk(page):
    """What is wrong with the page as it stands; equal to GOED when nothing is. And what there is to see."""
    gezien = page.evaluate(ONDERZOEK)
    woorden = gezien.pop("woorden") + gezien.pop("opschriften")
    gezien["engels"] = [tekst for tekst in woorden if ENGELS.search(tekst) or ENGELS_GETAL.search(tekst)]
    return gezien, {naam: gezien.pop(naam) for naam in ("standen", "grafieken")}


# One visitor sees them all, one after the other: a new one for each page would fetch and compile the bundles again.
# Only colours differ in the dark, so there the gate looks at a page of each make: tiles and points, tables, a map, fields.
@pytest.mark.parametrize(
    ("schema", "paden"),
    [
        ("light", PAGINAS),
        ("dark", ["/", "/beschikbaarheid", "/kaart", "/afspraken?afspraak=1.1.14", "/vergelijken", "/aanleveren"]),
        pytest.param("dark", PAGINAS, marks=pytest.mark.lang),
    ],
)
def test_elke_pagina_is_leesbaar_heel_en_nederlands(open_pagina, schema, paden):
    gevonden = {pad: bekijk(open_pagina(pad)) for pad in paden}

    assert {pad: gezien for pad, (gezien, _) in gevonden.items()} == dict.fromkeys(paden, GOED)
    met_standen = {pad for pad, (_, aantallen) in gevonden.items() if aantallen["standen"]}
    met_grafieken = {pad for pad, (_, aantallen) in gevonden.items() if aantallen["grafieken"]}
    zonder = ("/gegevens", "/aanleveren", "/vergelijken?soort=Cijfers")
    assert met_standen == {pad for pad in paden if not pad.startswith(zonder)}
    assert met_grafieken == {*(f"/{slug}" for slug in THEMAS), *PORTRETTEN} & set(paden)


@pytest.mark.parametrize(
    ("schema", "paden"),
    [("light", FIGUREN), ("dark", FIGUREN[1::4]), pytest.param("dark", FIGUREN, marks=pytest.mark.lang)],
)
def test_elke_soort_grafiek_is_leesbaar_en_heel(open_pagina, schema, paden):
    gevonden = {pad: bekijk(open_pagina(pad)) for pad in paden}

    assert {pad: gezien for pad, (gezien, _) in gevonden.items()} == dict.fromkeys(paden, GOED)
    assert all(aantallen["grafieken"] for _, aantallen in gevonden.values())


def test_geen_grafiek_wordt_twee_keer_getekend_en_de_lettertypen_een_keer_gelezen(open_pagina):
    """Streamlit tells every chart its width once it is drawn; it is drawn again unless that is the width it has. And a style
    that comes before the one with the fonts has them read again, and every word on the page measured anew.
    """
    page = open_pagina("/beschikbaarheid")

    maten = page.locator(".js-plotly-plot").evaluate_all(
        "plots => plots.map((p) => [p.getBoundingClientRect().width - p.layout.width, p.layout.width % 1, typeof p.layout.template])"
    )
    assert maten == [[0, 0, "undefined"]] * 2
    assert page.locator("[data-react-aria-pressable]").count() > 0
    assert page.evaluate(
        "[...document.styleSheets[0].cssRules].filter((r) => r.type === CSSRule.FONT_FACE_RULE).length > 0"
    )


def test_donker_is_donker_en_licht_is_licht(open_pagina, page):
    """The page follows the visitor's computer; without this the tests in two colour schemes would be one."""
    vlakken = []
    for kleuren in ("light", "dark"):
        page.emulate_media(color_scheme=kleuren)
        open_pagina("/gegevens")
        vlakken.append(page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor"))

    assert vlakken == ["rgb(255, 255, 255)", "rgb(18, 22, 28)"]


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_een_pagina_blijft_leesbaar_met_alles_gekozen_en_open(open_pagina, wacht, schema):
    page = open_pagina("/beschikbaarheid?corporatie=Clavis&kernen=Axel&kernen=Hoek&van=2023&tot=2021")
    meer = page.get_by_role("toolbar", name="Meer over dit cijfer").get_by_role("button")
    for keuze in meer.all():
        keuze.click()
        wacht(page)

    for onderdeel in ("Cijfers", "Per kern"):
        page.get_by_role("tab", name=onderdeel).click()
        wacht(page)
        # Behind each chart its table, and once the rows that the figure was counted from.
        assert page.locator(".mp-rol").count() == page.get_by_test_id("stPlotlyChart").count() + 1
        assert [keuze.get_attribute("aria-pressed") for keuze in meer.all()] == ["true"] * 4
        assert page.get_by_test_id("stAlert").inner_text().startswith("Het eerste jaar ligt na het laatste jaar")
        assert bekijk(page)[0] == GOED


def test_het_overzicht_heeft_alle_themas_op_een_scherm(open_pagina):
    page = open_pagina("/")

    onder = page.locator(".mp-kop a").evaluate_all("links => links.map((a) => a.getBoundingClientRect().bottom)")
    assert len(onder) == 5
    assert max(onder) <= 900
    # And read from four metres: body text of 16 pixels, figures larger than what is written around them.
    assert page.locator(".mp-punten li").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 16
    maten = page.locator(".mp-tegel").first.evaluate(
        "t => ['.mp-cijfer', '.mp-norm'].map((k) => parseFloat(getComputedStyle(t.querySelector(k)).fontSize))"
    )
    assert maten[0] > 1.5 * maten[1]


def test_een_cijfer_op_een_themapagina_is_groot(open_pagina):
    page = open_pagina("/samenwerking")

    maat = page.locator(".mp-cijfer").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert maat >= 36


def test_kiezen_toont_geen_engels(open_pagina, page):
    """What only shows when a list is open, and when nothing in it fits what was typed."""
    open_pagina("/beschikbaarheid")
    for naam in ("Kernen", "Vanaf", "Bekijk een cijfer", "Stand van"):
        lijst = page.get_by_role("combobox", name=naam)
        lijst.scroll_into_view_if_needed()  # a list closes when the page scrolls under it
        lijst.click()
        page.get_by_role("option").first.wait_for()
        assert (naam, bekijk(page)[0]["engels"]) == (naam, [])
        lijst.fill("qqqq")
        page.get_by_role("option", name="No results").wait_for()  # in the page, but never to be seen
        assert (naam, bekijk(page)[0]["engels"]) == (naam, [])
        page.locator("h1").click()
        page.get_by_role("listbox").wait_for(state="detached")
