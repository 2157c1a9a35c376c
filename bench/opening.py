"""What it costs to open a publication with its fingerprints checked, next to opening it without."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from dashboard.monitor import open_monitor
from dashboard.store import Opslag


def opening_times(store: Path, rounds: int) -> list[tuple[float, float]]:
    """CPU milliseconds in pairs: checked, and without fingerprints, in turns."""
    newest = Opslag(str(store)).publicaties()[-1]
    bare = replace(newest, afdrukken={})
    pairs: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        times = []
        for publication in (newest, bare):
            begin = time.process_time()
            open_monitor(publication, adres=str(store))
            times.append(1000 * (time.process_time() - begin))
        pairs.append((times[0], times[1]))
    return pairs[1:]  # the first one imports
