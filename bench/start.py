"""How long a short command takes from a cold start: a whole process, beside an interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.server import clean_environment

EMPTY = "python -c pass"
_COMMANDS = {
    EMPTY: ("-c", "pass"),
    "publications": ("-m", "dashboard", "publications"),
    "query": ("-m", "dashboard", "query", "voorraad/plan"),
    "stoplicht": ("-m", "dashboard", "stoplicht"),
}


@dataclass(frozen=True)
class Start:
    """Milliseconds of one process: until it ended, and of CPU in it."""

    wall: float
    cpu: float


def start_times(store: Path, rounds: int) -> dict[str, list[Start]]:
    """Every command once per round, the empty interpreter among them, so that a busy minute is in all of them."""
    # Compiled files are kept, whatever the shell says: nobody who asks twice compiles twice.
    environment = clean_environment(MONITOR_DATA=str(store), PYTHONDONTWRITEBYTECODE="")
    times: dict[str, list[Start]] = {name: [] for name in _COMMANDS}
    for turn in range(rounds + 1):
        for name, words in _COMMANDS.items():
            measured = _start([sys.executable, *words], environment)
            if turn:  # the first round compiles, and fetches from disk
                times[name].append(measured)
    return times


def _start(command: list[str], environment: dict[str, str]) -> Start:
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Start(1000 * (time.perf_counter() - begin), 1000 * (usage.ru_utime + usage.ru_stime))
