"""How long a large delivery takes, next to how long the fastest parser needs to read it at all."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from dashboard.inname import Besluit, Omgeving, lees, maak_voorstel, neem_in, vergelijk
from dashboard.monitor import open_monitor

ROWS = 100_000
_ROUNDS = 3  # half a minute each; the ratio moves little between them
_HEADER = (
    "corporatie", "verhuring_id", "ingangsdatum", "kern", "woningtype", "daeb", "nieuwbouw", "contract", "kale_huur",
    "energielabel", "toegankelijkheid", "model", "groep", "leeftijdsklasse", "huishoudgrootte", "woonsituatie", "herkomst",
    "passend", "vrije_ruimte", "inschrijfduur_mnd", "zoekduur_mnd", "reacties", "weigeringen",
)  # fmt: skip


def intake_times(store: Path, folder: Path) -> dict[str, float]:
    """Medians in seconds: parsing alone, reading and checking, and comparing with what is published."""
    monitor = open_monitor(adres=str(store))
    kernen = [kern.kern for kern in monitor.overeenkomst.kernen]
    path = _make_file(folder / "large.xlsx", monitor.overeenkomst.corporaties[0].corporatie, kernen)
    context = Omgeving(monitor.overeenkomst, monitor.gegevens)
    samples: dict[str, list[float]] = {"parse": [], "check": [], "compare": []}
    for _ in range(_ROUNDS):
        samples["parse"].append(
            _seconds(lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
        )
        started = time.perf_counter()
        delivery = neem_in(lees(path, path.name), context)
        samples["check"].append(time.perf_counter() - started)
        decision = Besluit("bench", dt.datetime.now(dt.UTC).date())
        started = time.perf_counter()
        vergelijk(maak_voorstel(delivery, monitor.gegevens, decision).wijzigingen, monitor.gegevens)
        samples["compare"].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in samples.items()}


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _make_file(path: Path, corporatie: str, kernen: list[str]) -> Path:
    """A delivery without faults in which nearly every row is another one, the same every time."""
    with Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("verhuringen")
        as_date = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write_row(0, 0, _HEADER)
        first = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - a spreadsheet's dates have no time zone
        for row in range(1, ROWS + 1):
            sheet.write_row(row, 0, (corporatie, f"B-{row}"))
            sheet.write_datetime(row, 2, first + dt.timedelta(days=row % 2000), as_date)
            sheet.write_row(row, 3, (
                kernen[row % len(kernen)], ("eengezinswoning", "appartement")[row % 2], "ja", "nee", "onbepaald",
                400 + row % 40_000 / 100, "ABCD"[row % 4], "geen", "aanbod", "regulier", 23 + row % 60, 1 + row % 4,
                "starter", "gemeente", "passend", "nee", 20 + row % 90, 1 + row % 19, row % 200, row % 4,
            ))  # fmt: skip
    return path
