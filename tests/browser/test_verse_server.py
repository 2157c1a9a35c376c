"""A server that nobody visited yet, and a stranger who comes in by a deep link.

As long as no session has run `st.navigation`, Streamlit would serve the files in `pages/` to whoever guesses their names
and list them in a menu. What a page shows may never depend on who came first.
"""

from __future__ import annotations

import contextlib
import shutil

import pytest

from bench.server import WORTEL
from dashboard.store import Opslag
from tests.browser.conftest import MENU, menu, verlaat


@pytest.fixture
def verse_server(nog_een_server, tabs):
    """Start a server that nobody visited yet. The visitor leaves before it stops, or the browser would say it is gone."""

    @contextlib.contextmanager
    def _start(**omgeving):
        with nog_een_server(**omgeving) as server:
            try:
                yield server
            finally:
                verlaat(tabs)

    return _start


def test_fouten_in_de_afspraken_zijn_alles_wat_er_staat(page, open_pagina, demo_store, verse_server, tmp_path):
    """Also by a deep link, and before any page was ever opened."""
    afspraken = tmp_path / "afspraken"
    shutil.copytree(WORTEL / "data" / "afspraken", afspraken)
    groepen = afspraken / "groepen.csv"
    groepen.write_text(groepen.read_text("utf-8").replace(",nee,", ",<b>misschien</b>,", 1), "utf-8")

    with verse_server(MONITOR_DATA=str(demo_store), MONITOR_AFSPRAKEN=str(afspraken)) as vers:
        open_pagina("/gegevens", bij=vers)

        assert page.locator("h1").all_inner_texts() == ["De monitor kan niet openen: er staan fouten in de afspraken"]
        assert page.locator("td").all_inner_texts() == [
            *("groepen.csv", "4", "regulier", "<b>misschien</b>", "ja of nee")
        ]
        assert menu(page) == []


def test_een_lege_opslag_toont_afspraken_en_planning_en_geen_paginabestand(
    page, meldingen, open_pagina, verse_server, tmp_path
):
    with verse_server(MONITOR_DATA=Opslag(str(tmp_path / "leeg")).maak().adres) as vers:
        for pad in ("/pages/thema", "/pages/thema.py", "/pages/overzicht.py"):  # as the first that anybody asks for
            antwoord = page.goto(f"{vers.url}{pad}", wait_until="networkidle")

            assert "import streamlit" not in antwoord.text()
            assert menu(page) in ([], MENU)
            if not menu(page):
                assert page.locator("[data-testid=stMain]").count() == 0
        # Nothing of it is a page: what Streamlit's own files then say about their addresses is not for a visitor.
        meldingen.fouten.clear()
        for pad in ("/", "/beschikbaarheid?cijfer=eindstand", "/afspraken", "/gegevens"):
            open_pagina(pad, bij=vers)

            assert page.locator(".mp-balk").inner_text().startswith("Er is nog niets gepubliceerd")
            assert page.locator(".mp-fictief").count() == 0
            assert menu(page) == MENU
            assert page.get_by_test_id("stException").count() == 0
