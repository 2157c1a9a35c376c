"""The browser of tests and measurements: Debian's Chromium, and when a Streamlit page counts as ready."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, Playwright, ViewportSize

# A screen in a meeting room; the pages are made for it.
VIEWPORT = ViewportSize(width=1600, height=900)
# Without --no-sandbox Chromium does not start as root; the others keep it from doing anything but show our pages.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A JavaScript expression: the script of the page has ended, nothing is a placeholder, and every chart that has a place
# on the page has been drawn. Right after a click it is false at once, because Streamlit says so before it asks.
READY = """(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning' || app.dataset.testConnectionState !== 'CONNECTED') return false;
  const main = document.querySelector('[data-testid="stMain"]');
  if (!main || !main.querySelector('[data-testid="stElementContainer"]')) return false;
  if (document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')) return false;
  return [...main.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .filter((chart) => chart.getClientRects().length > 0)
    .every((chart) => chart.querySelector('.js-plotly-plot .main-svg'));
})()"""


def chromium_path() -> str:
    """MONITOR_CHROMIUM or Debian's Chromium. A missing browser is an error, never a reason to test less."""
    path = os.environ.get("MONITOR_CHROMIUM") or "/usr/bin/chromium"
    if not Path(path).is_file():
        raise RuntimeError(f"No browser at {path}: run `make browser`, or set MONITOR_CHROMIUM to a Chrome or Chromium")
    return path


def start_chromium(playwright: Playwright, *flags: str) -> Browser:
    """A new headless browser process, with more flags for who measures nothing."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=[*FLAGS, *flags])
