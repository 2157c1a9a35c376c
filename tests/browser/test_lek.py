"""Visitors who come and go leave nothing open on the server."""

from __future__ import annotations

import time
from pathlib import Path

from bench.server import WORTEL, clean_environment, streamlit_server

BEZOEKEN = 15


def _open_bestanden(pid):
    """Files and sockets that the server holds: a websocket that is never closed stays among them."""
    return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())


def test_fifteen_visits_leave_as_much_open_as_one(browser, demo_store, tmp_path):
    omgeving = clean_environment(MONITOR_DATA=str(demo_store))
    with streamlit_server(WORTEL / "app.py", tmp_path / "log", omgeving) as server:

        def bezoek():
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{server.url}/gegevens")
            page.locator(".mp-tabel").wait_for()
            context.close()

        bezoek()
        na_een = _open_bestanden(server.pid)
        for _ in range(BEZOEKEN):
            bezoek()

        # A browser's own connections may linger for as long as the server keeps them alive; then they are gone.
        while _open_bestanden(server.pid) > na_een:
            time.sleep(0.1)
