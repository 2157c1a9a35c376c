"""Measure one thing once: loading a page, and an action on it (another page, another filter) until all is quiet."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import BrowserContext, Page

from bench.browser import READY

PROBE = f"window.mpReady = () => {READY};\n" + Path(__file__).with_name("probe.js").read_text("utf-8")
_PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Sample:
    """One measurement: milliseconds until the words stood, until the last change, and of server CPU in between.

    `words` is None when an action changed none of the words (a filter that touches only charts).
    """

    words: float | None
    drawn: float
    cpu: float


@dataclass
class Traffic:
    """Bytes that came over the wire: files (as transferred, so compressed) and messages of the session."""

    files: int = 0
    messages: int = 0


def load(context: BrowserContext, url: str, pid: int) -> Sample:
    """Open `url` in a new tab and wait until it is finished; the tab is closed again."""
    page = context.new_page()
    try:
        cpu = _cpu_ms(pid)
        times = open_in(page, url)
        return Sample(times["words"], times["drawn"], _cpu_ms(pid) - cpu)
    finally:
        page.close()


def act(page: Page, pid: int, action: Callable[[], None]) -> Sample:
    """Do something on an open page and wait until its consequences are finished."""
    page.evaluate("mpProbe.arm()")
    cpu = _cpu_ms(pid)
    action()
    times = _settled(page)
    return Sample(times["words"], times["drawn"], _cpu_ms(pid) - cpu)


def open_finished(context: BrowserContext, url: str) -> Page:
    """A tab that stays open, finished."""
    page = context.new_page()
    open_in(page, url)
    return page


def open_in(page: Page, url: str) -> dict[str, Any]:
    """Go to `url` and wait until it is finished; the times since the navigation began.

    Raises when the page has no title or shows an error: a page that fails is very quick and may not count as such.
    """
    page.goto(url, wait_until="commit")
    times = _settled(page)
    broken = page.get_by_test_id("stException").or_(page.get_by_test_id("stAlertContentError"))
    if times["words"] is None or broken.count():
        raise RuntimeError(f"{url} does not work: {page.get_by_test_id('stMain').inner_text()[:300]!r}")
    return times


def _settled(page: Page) -> dict[str, Any]:
    times: dict[str, Any] = page.evaluate("(patience) => mpProbe.settled(patience)", _PATIENCE_MS)
    return times


@contextmanager
def counted(page: Page) -> Iterator[Traffic]:
    """Count the bytes of what happens inside. Counting costs time, so never around something that is timed."""
    traffic = Traffic()

    def message(event: dict[str, Any]) -> None:
        frame = event["response"]
        data = frame["payloadData"]
        traffic.messages += len(base64.b64decode(data)) if frame["opcode"] == 2 else len(data)

    def finished(event: dict[str, Any]) -> None:
        traffic.files += int(event["encodedDataLength"])

    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameReceived", message)
    session.on("Network.loadingFinished", finished)
    try:
        yield traffic
    finally:
        session.detach()


def _cpu_ms(pid: int) -> float:
    """CPU time of the server so far; the kernel counts in steps of ten milliseconds, so only means of many say much."""
    times = psutil.Process(pid).cpu_times()
    return 1000 * float(times.user + times.system)
