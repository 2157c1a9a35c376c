"""The monitor as a visitor meets it: a server of its own on the example data, and a real browser.

A missing browser is an error and never a skip: these tests are the only ones that see what a visitor sees. A test asks
for `open_pagina` and goes to a path with it; that nothing was fetched from outside and that the console stayed empty is
checked after every test that opened a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright

from bench.browser import READY, VIEWPORT, start_chromium
from bench.server import WORTEL, Server, clean_environment, free_port, streamlit_server

Schema: TypeAlias = Literal["light", "dark"]
MENU = [
    *("Overzicht", "Beschikbaarheid", "Duurzaamheid", "Wonen en zorg", "Leefbaarheid", "Samenwerking"),
    *("Kaart", "Kernen", "Corporaties", "Afspraken", "Vergelijken", "Gegevens", "Aanleveren"),
]
_GEDULD_MS = 120_000  # for a machine that does ten other things; a page that takes a second is still tested in one
expect.set_options(timeout=_GEDULD_MS)
# On a deep link Streamlit's own code first looks for the server beneath the page ("/toewijzing/_stcore/health"), is told
# 404, and then looks where it is. The browser reports that; no visitor notices.
_ZOEKT_SERVER = re.compile(r"status of 404 .*:\d+/[^/]+/_stcore/(health|host-config)\)$")
# At the bare address where a tab waits, Chromium asks for an icon when it has nothing else to do; the server may be gone then.
_VRAAGT_ICOON = re.compile(r"ERR_CONNECTION_REFUSED .*/favicon\.ico\)$")
# What only pays off in a page that stays open: code that is compiled again because it runs often.
_ZUINIG = ("--js-flags=--no-maglev --no-turbofan",)


@dataclass
class Meldingen:
    """What the browser said while a page was open; a test that provokes an error takes it out of `fouten`."""

    fouten: list[str] = field(default_factory=list)
    buitenwereld: list[str] = field(default_factory=list)


# Of this folder and not of the session: Playwright's event loop may not be there for other tests to meet.
@pytest.fixture(scope="package")
def server(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The monitor on the example store, as `streamlit run app.py` starts it."""
    with _monitor(tmp_path_factory, MONITOR_DATA=str(demo_store)) as draaiend:
        yield draaiend


@pytest.fixture(scope="package")
def nog_een_server(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., AbstractContextManager[Server]]:
    """Start one with settings of its own, one at a time and all at the same address: Chromium then knows their bundles."""
    return partial(_monitor, tmp_path_factory, poort=free_port())


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = start_chromium(playwright, *_ZUINIG)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def tab_van(browser: Browser) -> Callable[[str], Page]:
    """The only tab of a visitor, at a computer of his own with a screen of 1600x900, that speaks Dutch. It stays open: in a
    new one Chromium reads and compiles every bundle again, which costs more than showing a page.
    """
    return cache(lambda wie: browser.new_context(viewport=VIEWPORT, locale="nl-NL").new_page())


@pytest.fixture
def schema() -> Schema:
    """The colour scheme of the visitor's computer; a test on both parametrizes it."""
    return "light"


@pytest.fixture
def meldingen() -> Meldingen:
    """What the pages of this test say and ask for."""
    return Meldingen()


@pytest.fixture
def tabs() -> list[Page]:
    """The tabs that this test uses."""
    return []


@pytest.fixture
def bezoeker(
    tab_van: Callable[[str], Page], tabs: list[Page], meldingen: Meldingen, schema: Schema
) -> Iterator[Callable[[str], Page]]:
    """The tab of somebody, with nothing in it of what he did before; what is said and asked for in it is known. A name that
    no other test has is somebody who was never here before.
    """

    def hoor(bericht: ConsoleMessage) -> None:
        tekst = f"{bericht.text} ({bericht.location.get('url', '')})"
        if bericht.type == "error" and not (_ZOEKT_SERVER.search(tekst) or _VRAAGT_ICOON.search(tekst)):
            meldingen.fouten.append(tekst)

    def faalt(fout: Error) -> None:
        meldingen.fouten.append(str(fout))

    def vraagt(verzoek: Request) -> None:
        if _is_buiten(verzoek.url):
            meldingen.buitenwereld.append(verzoek.url)

    luisteraars = {"console": hoor, "pageerror": faalt, "request": vraagt}

    def _bezoeker(wie: str) -> Page:
        pagina = tab_van(wie)
        pagina.set_default_timeout(_GEDULD_MS)
        pagina.emulate_media(color_scheme=schema)
        for gebeurtenis, doe in luisteraars.items():
            pagina.on(gebeurtenis, doe)
        tabs.append(pagina)
        return pagina

    yield _bezoeker
    verlaat(tabs)
    for pagina in tabs:
        for gebeurtenis, doe in luisteraars.items():
            pagina.remove_listener(gebeurtenis, doe)
    assert meldingen == Meldingen()


@pytest.fixture
def page(bezoeker: Callable[[str], Page]) -> Page:
    """The tab of the only visitor most tests need."""
    return bezoeker("een")


@pytest.fixture
def open_pagina(page: Page, server: Server) -> Callable[..., Page]:
    """Go to a path of the monitor ("/", "/toewijzing?kern=Axel") and wait until it is finished."""

    def _open_pagina(pad: str = "/", *, tab: Page | None = None, bij: Server = server) -> Page:
        doel = tab or page
        doel.goto(f"{bij.url}/{pad.lstrip('/')}")
        wacht_op(doel, rust=100)  # the state of a new page says itself that its script has not begun
        return doel

    return _open_pagina


@pytest.fixture
def wacht() -> Callable[[Page], None]:
    """Wait until a page is finished, after something was clicked."""
    return wacht_op


def wacht_op(page: Page, *, rust: int = 300) -> None:
    """Until its script has ended, there are no placeholders, every visible chart is drawn, and so for a while: after a
    click it takes some milliseconds before the server is known to be at work.
    """
    page.wait_for_function(
        f"""() => {{
          if (!{READY}) window.klaarSinds = undefined;
          else window.klaarSinds ??= performance.now();
          return window.klaarSinds !== undefined && performance.now() - window.klaarSinds > {rust};
        }}""",
        timeout=_GEDULD_MS,
        polling=50,
    )
    page.evaluate("delete window.klaarSinds")


def menu(page: Page) -> list[str]:
    """The names in the menu, from top to bottom; equal to MENU where a visitor finds everything."""
    return page.get_by_test_id("stSidebarNavLink").all_inner_texts()


def verlaat(tabs: list[Page]) -> None:
    """Leave the monitor and keep nothing of it. The tabs wait at a bare address of the same server: for another site they
    would get another process, and it may not matter to them when the server stops.
    """
    for pagina in tabs:
        buiten = urljoin(pagina.url, "/_stcore/health")
        if pagina.url not in ("about:blank", buiten):
            pagina.evaluate("localStorage.clear(), sessionStorage.clear()")
            pagina.goto(buiten)
        pagina.context.clear_cookies()
        pagina.mouse.move(0, 0)


def _monitor(
    mappen: pytest.TempPathFactory, *, poort: int | None = None, **omgeving: str
) -> AbstractContextManager[Server]:
    log = mappen.mktemp("server") / "log"
    return streamlit_server(WORTEL / "app.py", log, clean_environment(**omgeving), poort)


def _is_buiten(url: str) -> bool:
    delen = urlsplit(url)
    return delen.scheme not in {"data", "blob", "about"} and delen.hostname != "127.0.0.1"
