"""`python -m bench`: measure everything in one run and print it with its ratios."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

from bench.browser import VIEWPORT, start_chromium
from bench.intake import intake_times
from bench.opening import opening_times
from bench.queries import query_times
from bench.readers import reader_times
from bench.report import as_json, report
from bench.rounds import Targets, measure_rounds
from bench.server import WORTEL, build_demo_store, clean_environment, streamlit_server
from bench.start import start_times

_APPS = Path(__file__).with_name("apps")


@click.command()
@click.option("--rounds", default=10, show_default=True, help="Measurements of each thing; medians are printed.")
@click.option(
    "--app", default=str(WORTEL / "app.py"), help="The app to measure.", type=click.Path(exists=True, path_type=Path)
)
@click.option("--pages/--no-pages", default=True, help="Measure pages in the browser.")
@click.option("--queries/--no-queries", default=True, help="Measure every query on the example store, and opening it.")
@click.option("--intake/--no-intake", default=True, help="Measure a delivery of 100,000 rows.")
@click.option("--readers/--no-readers", default=True, help="Measure thirty readers while somebody publishes.")
@click.option("--start/--no-start", default=True, help="Measure the cold start of three commands.")
@click.option(
    "--json", "output", default=str(WORTEL / "build" / "bench.json"), help="Where all the numbers go.", type=Path
)
def main(
    rounds: int, app: Path, pages: bool, queries: bool, intake: bool, readers: bool, start: bool, output: Path
) -> None:
    """Measure pages, queries, intake and command line of the monitor on the example data."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        own_app = app.resolve() == WORTEL / "app.py"
        store = build_demo_store(folder / "store") if own_app or queries or intake or readers or start else folder
        results = None
        if pages:
            environment = clean_environment(MONITOR_DATA=str(store))
            targets = Targets(
                empty=stack.enter_context(streamlit_server(_APPS / "leeg.py", folder / "leeg.log")),
                charts=stack.enter_context(streamlit_server(_APPS / "grafieken.py", folder / "grafieken.log")),
                monitor=stack.enter_context(streamlit_server(app.resolve(), folder / "monitor.log", environment)),
            )
            browser = start_chromium(stack.enter_context(sync_playwright()))
            stack.callback(browser.close)
            context = browser.new_context(viewport=VIEWPORT, locale="nl-NL")
            results = measure_rounds(browser, context, targets, rounds)
        times = query_times(store, rounds) if queries else {}
        opened = opening_times(store, rounds) if queries else []
        delivery = intake_times(store, folder) if intake else {}
        starts = start_times(store, rounds) if start else {}
        runs: dict[str, list[float]] = {}
        if readers:
            own = Path(shutil.copytree(store, folder / "readers"))  # a store of its own: this one is published in
            environment = clean_environment(MONITOR_DATA=str(own))
            with streamlit_server(WORTEL / "app.py", folder / "readers.log", environment) as server:
                runs = reader_times(server, own)
    click.echo(report(results, times, opened, delivery, runs, starts, rounds))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(as_json(results, times, opened, delivery, runs, starts), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
