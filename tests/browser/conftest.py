"""The monitor as a visitor meets it: a server of its own on the example data, and a real browser.

A missing browser is an error and never a skip: these tests are the only ones that see what a visitor sees. A test asks
for `open_pagina` and goes to a path with it; that nothing was fetched from outside and that the console stayed empty is
checked after every test that opened a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from bench.browser import READY, VIEWPORT, start_chromium
from bench.server import WORTEL, Server, clean_environment, streamlit_server

HIER = Path(__file__).parent
Schema: TypeAlias = Literal["light", "dark"]
_GEDULD_MS = 120_000  # for a machine that does ten other things; a page that takes a second is still tested in one
expect.set_options(timeout=_GEDULD_MS)
# On a deep link Streamlit's own code first looks for the server beneath the page ("/toewijzing/_stcore/health"), is told
# 404, and then looks where it is. The browser reports that; no visitor notices.
_ZOEKT_SERVER = re.compile(r"status of 404 .*:\d+/[^/]+/_stcore/(health|host-config)\)$")


@dataclass
class Meldingen:
    """What the browser said while a page was open; a test that provokes an error takes it out of `fouten`."""

    fouten: list[str] = field(default_factory=list)
    buitenwereld: list[str] = field(default_factory=list)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: what is quick fails first."""
    items.sort(key=lambda item: HIER in item.path.parents)


# Of this folder and not of the session: Playwright's event loop may not be there for other tests to meet.
@pytest.fixture(scope="package")
def server(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The monitor on the example store, as `streamlit run app.py` starts it."""
    omgeving = clean_environment(MONITOR_DATA=str(demo_store))
    with streamlit_server(WORTEL / "app.py", tmp_path_factory.mktemp("server") / "log", omgeving) as draaiend:
        yield draaiend


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = start_chromium(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def bekende(browser: Browser) -> Callable[[Schema], BrowserContext]:
    """A visitor per colour scheme who was here before: the browser has fetched and compiled the bundles."""
    return cache(lambda schema: _context(browser, schema))


@pytest.fixture
def schema() -> Schema:
    """The colour scheme of the visitor's computer; a test on both parametrizes it."""
    return "light"


@pytest.fixture
def meldingen() -> Meldingen:
    """What the pages of this test say and ask for."""
    return Meldingen()


@pytest.fixture
def tab(meldingen: Meldingen) -> Iterator[Callable[[BrowserContext], Page]]:
    """Open a tab; what is said and asked for in it is known, and after the test it is closed."""
    open_: list[Page] = []

    def hoor(bericht: ConsoleMessage) -> None:
        tekst = f"{bericht.text} ({bericht.location.get('url', '')})"
        if bericht.type == "error" and not _ZOEKT_SERVER.search(tekst):
            meldingen.fouten.append(tekst)

    def vraagt(verzoek: Request) -> None:
        if _is_buiten(verzoek.url):
            meldingen.buitenwereld.append(verzoek.url)

    def _tab(context: BrowserContext) -> Page:
        pagina = context.new_page()
        open_.append(pagina)
        pagina.set_default_timeout(_GEDULD_MS)
        pagina.on("console", hoor)
        pagina.on("pageerror", lambda fout: meldingen.fouten.append(str(fout)))
        pagina.on("request", vraagt)
        return pagina

    yield _tab
    for pagina in open_:
        pagina.close()
    assert meldingen == Meldingen()


@pytest.fixture
def bezoeker(browser: Browser, tab: Callable[[BrowserContext], Page], schema: Schema) -> Iterator[Callable[[], Page]]:
    """A visitor who was never here before."""
    contexten: list[BrowserContext] = []

    def _bezoeker() -> Page:
        contexten.append(_context(browser, schema))
        return tab(contexten[-1])

    yield _bezoeker
    for context in contexten:
        context.close()


@pytest.fixture
def page(
    bekende: Callable[[Schema], BrowserContext], tab: Callable[[BrowserContext], Page], schema: Schema
) -> Iterator[Page]:
    """The tab of the only visitor most tests need: somebody who was here before, and left nothing behind."""
    pagina = tab(bekende(schema))
    yield pagina
    if not pagina.url.startswith("about:"):
        pagina.evaluate("localStorage.clear()")


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


def _context(browser: Browser, schema: Schema) -> BrowserContext:
    """A browser with nothing in it, 1600x900, that speaks Dutch."""
    return browser.new_context(viewport=VIEWPORT, locale="nl-NL", color_scheme=schema)


def _is_buiten(url: str) -> bool:
    delen = urlsplit(url)
    return delen.scheme not in {"data", "blob", "about"} and delen.hostname != "127.0.0.1"
