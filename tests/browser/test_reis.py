"""What people come to do, from the first click to the figure: on the real server, checked against the queries."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dashboard.monitor import open_monitor

SMAL = "\u202f"
APRIL = 2


def _nl(waarde, decimalen=0):
    """Dutch notation, written out here so that the test does not believe the code it tests."""
    return f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))


def _deel(rij):
    return f"{_nl(100 * rij['regulier'] / rij['verhuringen'], 1 if rij['verhuringen'] >= 200 else 0)}{SMAL}%"


@pytest.fixture(scope="module")
def vraag(demo_store):
    """The rows of a query, asked past the pages; `stand` is a publication."""
    monitors = {stand: open_monitor(stand, adres=str(demo_store)) for stand in (APRIL, 3)}
    return lambda naam, stand=3, **parameters: monitors[stand].rijen(naam, **parameters)


@pytest.fixture(scope="module")
def regulier(vraag):
    """The share regulier of a year, for the whole or for one corporatie."""

    def _regulier(jaar, corporatie="totaal", stand=3):
        niveau = "gemeente" if corporatie == "totaal" else "corporatie"
        rijen = vraag("toewijzing/aandeel_regulier", stand, niveau=niveau)
        [rij] = [rij for rij in rijen if (rij["jaar"], rij["corporatie"]) == (jaar, corporatie)]
        return rij

    return _regulier


def _tegel(page, titel):
    return page.locator(".mp-tegel").filter(has=page.locator(".mp-label", has_text=titel))


def _kies(page, wacht, lijst, optie):
    """Choose from a list, the way people do: open, type, click."""
    page.get_by_role("combobox", name=lijst).click()
    page.get_by_role("combobox", name=lijst).fill(optie)
    page.get_by_role("option", name=optie).first.click()
    page.keyboard.press("Escape")
    wacht(page)


def _tekst(page):
    """The page as it is read."""
    return page.get_by_test_id("stMain").inner_text()


def test_van_het_overzicht_naar_een_thema_en_naar_een_aandachtspunt(open_pagina, wacht):
    page = open_pagina("/")
    punt = page.locator(".mp-punten a").first
    nummer = punt.inner_text()

    page.get_by_role("link", name="2. Duurzaamheid").click()
    expect(page).to_have_url(re.compile(r"/duurzaamheid$"))
    expect(page.locator("h1")).to_have_text(re.compile("^Duurzaamheid: "))
    wacht(page)

    page.go_back()
    expect(page.locator("h1")).to_have_text(re.compile("^55 afspraken: "))
    wacht(page)
    punt.click()
    expect(page.locator("h1")).to_have_text(nummer)
    assert page.url.endswith(f"/afspraken?afspraak={nummer.split()[0]}")


def test_een_corporatie_kiezen_verandert_cijfers_en_adres(open_pagina, wacht, bezoeker, regulier):
    page = open_pagina("/beschikbaarheid?tot=2025")
    assert _deel(regulier(2025)) in _tegel(page, "Aandeel regulier").inner_text()

    page.get_by_role("radio", name="Clavis").click()
    wacht(page)

    clavis = regulier(2025, "CLAVIS")
    tegel = _tegel(page, "Aandeel regulier").inner_text()
    assert _deel(clavis) in tegel
    assert f"n = {clavis['verhuringen']} " in tegel
    assert set(page.url.partition("?")[2].split("&")) == {"tot=2025", "corporatie=Clavis"}

    _kies(page, wacht, "Kernen", "Axel")
    assert "kernen=Axel" in page.url
    ander = open_pagina(page.url.partition("127.0.0.1")[2].partition("/")[2], tab=bezoeker("ander"))
    assert _tekst(ander) == _tekst(page)
    assert ander.url == page.url


def test_een_eerdere_stand_blijft_gekozen_langs_elke_weg(open_pagina, wacht, bezoeker, regulier):
    nu, toen = regulier(2026), regulier(2026, stand=APRIL)
    assert nu["verhuringen"] != toen["verhuringen"]
    page = open_pagina("/beschikbaarheid")
    assert f"n = {nu['verhuringen']} " in _tegel(page, "Aandeel regulier").inner_text()

    _kies(page, wacht, "Stand van", "bestuurlijk overleg april 2026")
    stand = page.locator(".mp-balk")
    expect(stand).to_contain_text("Stand: bestuurlijk overleg april 2026 (publicatie 2)")
    tegel = _tegel(page, "Aandeel regulier").inner_text()
    assert _deel(toen) in tegel
    assert f"n = {toen['verhuringen']} " in tegel
    assert "stand=2" in page.url

    # By the menu, by a link in the text, and by the address alone.
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Overzicht").click()
    expect(page.locator("h1")).to_have_text(re.compile("^55 afspraken: "))
    wacht(page)
    expect(stand).to_contain_text("april 2026 (publicatie 2)")
    page.get_by_role("link", name="1. Beschikbaarheid en betaalbaarheid").click()
    expect(page.locator("h1")).to_have_text(re.compile("^Beschikbaarheid"))
    wacht(page)
    expect(stand).to_contain_text("april 2026 (publicatie 2)")
    assert f"n = {toen['verhuringen']} " in _tegel(page, "Aandeel regulier").inner_text()
    ander = open_pagina("/beschikbaarheid?stand=2", tab=bezoeker("ander"))
    assert _tekst(ander) == _tekst(page)

    _kies(page, wacht, "Stand van", "nieuwste publicatie")
    expect(stand).to_contain_text("oktober 2026 (publicatie 3)")
    assert "stand=" not in page.url


def test_een_klik_toont_hoe_een_cijfer_berekend_is_en_de_tabel_zegt_wat_de_query_zegt(
    open_pagina, wacht, vraag, regulier
):
    page = open_pagina("/beschikbaarheid?tot=2025")
    assert page.get_by_test_id("stCode").count() == 0

    page.get_by_role("button", name="Hoe is dit berekend").click()
    wacht(page)

    uitleg = page.locator(".mp-uitleg")
    assert uitleg.locator("dt").all_inner_texts()[:5] == ["Wat het is", "Telt mee", "Vraag", "Teller", "Noemer"]
    assert uitleg.locator("dd").nth(3).inner_text() == (
        "verhuringen aan groepen die als regulier gelden, herstructureringsurgenten meegeteld"
    )
    assert page.get_by_test_id("stCode").inner_text().startswith("with onder as (")

    page.get_by_role("button", name="Hoe is dit berekend").click()
    expect(uitleg).to_have_count(0)
    page.get_by_role("button", name="Tabel met deze cijfers").click()
    wacht(page)

    # Under each figure stands, small, how far chance goes.
    rijen = page.locator(".mp-rol").nth(1).locator("tbody tr").all()
    assert [[cel.split("\n")[0] for cel in rij.locator("td").all_inner_texts()] for rij in rijen] == [
        [
            naam,
            *(
                f"{_deel(rij)} ({rij['regulier']} van {rij['verhuringen']})"
                for rij in (regulier(jaar, code) for jaar in range(2021, 2026))
            ),
        ]
        for code, naam in (("CLAVIS", "Clavis"), ("WZV", "Woongoed ZVL"))
    ]

    _kies(page, wacht, "Bekijk een cijfer", "Woningen van de corporaties")
    eind = {rij["jaar"]: rij["voorraad"] for rij in _voorraad(vraag)}
    assert page.locator(".mp-rol tbody tr", has_text="werkelijk").inner_text().split("\t")[1:] == [
        _nl(eind[jaar]) for jaar in range(2021, 2026)
    ]


def _voorraad(vraag):
    return [rij for rij in vraag("voorraad/ontwikkeling", niveau="gemeente") if rij["soort"] == "realisatie"]


def test_afspraken_op_thema_trekker_en_stand_tot_er_een_over_is(open_pagina, wacht):
    page = open_pagina("/afspraken")
    rijen = page.locator(".mp-tabel tbody tr")
    assert rijen.count() == 55

    _kies(page, wacht, "Thema", "Beschikbaarheid")
    assert rijen.count() == 17
    _kies(page, wacht, "Trekker", "Corporaties")
    met_trekker = rijen.count()
    assert 1 < met_trekker < 17
    _kies(page, wacht, "Stand (gemeld of berekend)", "achter op schema")
    nummers = [rij.split("\t")[0] for rij in rijen.all_inner_texts()]
    assert "1.1.14" in nummers
    assert len(nummers) < met_trekker
    assert page.locator("caption").inner_text() == f"{len(nummers)} van 55 afspraken"

    page.get_by_role("link", name="1.1.14", exact=True).click()
    expect(page.locator("h1")).to_have_text("1.1.14 Regulier en niet-regulier toewijzen")
    wacht(page)
    assert page.locator("h2").all_inner_texts() == [
        *("Wat is afgesproken", "Hoe staat het ervoor", "Normen en cijfers", "Wat er eerder is gemeld")
    ]


def test_een_keuze_op_een_thema_geeft_op_andere_paginas_geen_fout(open_pagina, wacht):
    """Each theme has figures of its own; a choice made on one page must not upset the next."""
    page = open_pagina("/beschikbaarheid")
    _kies(page, wacht, "Bekijk een cijfer", "Zoekduur (mediaan)")
    assert "cijfer=zoekduur" in page.url

    for naam in ("Duurzaamheid", "Afspraken", "Gegevens", "Leefbaarheid", "Beschikbaarheid"):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=naam).click()
        expect(page).to_have_url(re.compile(rf"/{naam.lower()}(\?|$)"))
        wacht(page)
        assert page.get_by_test_id("stException").count() == 0
        assert page.locator("h1").count() == 1


# The server sends the one back, the page the others.
@pytest.mark.parametrize(
    "pad", ["/pages/thema", "/bestaat-niet?stand=2", pytest.param("/thema", marks=pytest.mark.lang)]
)
def test_een_adres_zonder_pagina_leidt_naar_het_overzicht(open_pagina, pad):
    page = open_pagina(pad)

    expect(page).to_have_url(re.compile(r":\d+/$"))
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.locator("h1").inner_text().startswith("55 afspraken: ")


def test_een_tabblad_van_gegevens_is_te_delen(open_pagina, wacht, bezoeker):
    page = open_pagina("/gegevens")

    page.get_by_role("tab", name="Leveringen").click()
    wacht(page)

    assert page.url.endswith("/gegevens?deel=Leveringen")
    ander = open_pagina("/gegevens?deel=Leveringen", tab=bezoeker("ander"))
    assert _tekst(ander) == _tekst(page)
    assert "Hoe vers zijn de gegevens" in _tekst(ander)


def test_twee_bezoekers_delen_hun_keuze_niet(open_pagina, wacht, bezoeker):
    een, ander = open_pagina("/beschikbaarheid"), open_pagina("/beschikbaarheid", tab=bezoeker("ander"))
    voor = _tekst(ander)

    een.get_by_role("radio", name="Clavis").click()
    wacht(een)
    ander.reload()
    wacht(ander)

    assert _tekst(een) != voor
    assert _tekst(ander) == voor
