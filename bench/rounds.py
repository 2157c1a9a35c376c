"""The order of measuring: everything once, then everything again, so that a machine that drifts drifts for all alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from bench.browser import VIEWPORT
from bench.filters import close_dropdown, next_value
from bench.measure import PROBE, Sample, Traffic, act, counted, load, open_finished, open_in
from bench.server import Server

_LINKS = '[data-testid="stSidebarNavLink"]'
_Visit = Callable[[Page, "PageResults", str, Callable[[], None]], None]


@dataclass(frozen=True)
class Targets:
    """The three servers that are compared."""

    empty: Server
    charts: Server
    monitor: Server


@dataclass
class PageResults:
    """All measurements of one page; `switch` and `filter` stay empty where there is nothing to switch to or to filter."""

    name: str
    url: str
    pid: int
    load: list[Sample] = field(default_factory=list)
    switch: list[Sample] = field(default_factory=list)
    filter: list[Sample] = field(default_factory=list)
    first_visit: Traffic = field(default_factory=Traffic)
    switch_bytes: int | None = None
    filter_bytes: int | None = None


@dataclass(frozen=True)
class Results:
    """The two pages to compare with, and the pages of the monitor in the order of its menu."""

    empty: PageResults
    charts: PageResults
    pages: list[PageResults]


def measure_rounds(browser: Browser, context: BrowserContext, targets: Targets, rounds: int) -> Results:
    """Measure loads, page switches and filter changes `rounds` times each, interleaved.

    Before that everything happens once unmeasured, which fills the caches of server and browser and counts the bytes.
    """
    context.add_init_script(PROBE)
    results = Results(
        PageResults("Empty page", targets.empty.url, targets.empty.pid),
        PageResults("Four bare charts", targets.charts.url, targets.charts.pid),
        _pages(context, targets.monitor),
    )
    everything = [results.empty, results.charts, *results.pages]
    for page in everything:
        page.first_visit = _first_visit(browser, page.url)
        load(context, page.url, page.pid)
    session = open_finished(context, results.pages[0].url)
    _walk(session, results.pages, 0, _count)
    for turn in range(1, rounds + 1):
        for page in everything:
            page.load.append(load(context, page.url, page.pid))
        _walk(session, results.pages, turn, _time)
    session.close()
    return results


def _pages(context: BrowserContext, monitor: Server) -> list[PageResults]:
    page = open_finished(context, monitor.url)
    found = page.evaluate(
        "(links) => [...document.querySelectorAll(links)].map((a) => [a.innerText.trim(), a.href])", _LINKS
    )
    title = page.locator("h1").first.inner_text()
    page.close()
    return [PageResults(name, url, monitor.pid) for name, url in found or [(title, monitor.url)]]


def _first_visit(browser: Browser, url: str) -> Traffic:
    """What somebody downloads who was never here before."""
    context = browser.new_context(viewport=VIEWPORT)
    context.add_init_script(PROBE)
    page = context.new_page()
    with counted(page) as traffic:
        open_in(page, url)
    context.close()
    return traffic


def _walk(session: Page, pages: list[PageResults], turn: int, visit: _Visit) -> None:
    """Through all pages by the menu, in its order, ending where it began; on each page one filter changes."""
    for place in [*range(1, len(pages)), 0]:
        page = pages[place]
        if len(pages) > 1:
            close_dropdown(session)
            link = session.locator(_LINKS).nth(place)
            visit(session, page, "switch", link.click)
        change = next_value(session, turn * len(pages) + place)
        if change is not None:
            visit(session, page, "filter", change)


def _time(session: Page, page: PageResults, kind: str, action: Callable[[], None]) -> None:
    getattr(page, kind).append(act(session, page.pid, action))


def _count(session: Page, page: PageResults, kind: str, action: Callable[[], None]) -> None:
    with counted(session) as traffic:
        act(session, page.pid, action)
    setattr(page, f"{kind}_bytes", traffic.messages + traffic.files)
