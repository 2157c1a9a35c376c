"""The command line as people and scripts run it: a process of its own, on a store that was built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.basis.instellingen import WORTEL


@dataclass(frozen=True)
class Uitkomst:
    """How a command ended, and what it said on either channel."""

    code: int
    ruw: bytes
    fout: str

    @property
    def uit(self) -> str:
        return self.ruw.decode("utf-8")


def draai(*woorden: str, **omgeving: str | Path) -> Uitkomst:
    """`python -m dashboard` with these words, and nothing of the environment but what is given."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MONITOR_")}
    proces = subprocess.run(
        [sys.executable, "-m", "dashboard", *woorden],
        capture_output=True,
        check=False,
        cwd=WORTEL,
        env=schoon | {naam: str(waarde) for naam, waarde in omgeving.items()},
    )
    return Uitkomst(proces.returncode, proces.stdout, proces.stderr.decode("utf-8"))


@pytest.fixture(scope="session")
def opgebouwd(tmp_path_factory) -> tuple[Path, Uitkomst]:
    """The example data, and what `demo` said when it made them."""
    data = tmp_path_factory.mktemp("cli") / "store"
    return data, draai("demo", MONITOR_DATA=data)


@pytest.fixture(scope="session")
def demo(opgebouwd) -> Path:
    """A store with the example data; tests only read it."""
    return opgebouwd[0]


@pytest.fixture
def eigen_demo(demo, tmp_path) -> Path:
    """A copy of the example data, to write in."""
    return Path(shutil.copytree(demo, tmp_path / "store"))


@pytest.fixture
def afspraken(tmp_path) -> Path:
    """A copy of the agreement, to change."""
    return Path(shutil.copytree(WORTEL / "data" / "afspraken", tmp_path / "afspraken"))


@pytest.fixture(scope="session")
def roep(demo) -> Callable[..., Uitkomst]:
    """Run a command on the example data, or on another store when one is given."""

    def _roep(*woorden: str, **omgeving: str | Path) -> Uitkomst:
        return draai(*woorden, **({"MONITOR_DATA": demo} | omgeving))

    return _roep
