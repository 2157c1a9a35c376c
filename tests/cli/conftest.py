"""The command line on a store that was built once, in this process; `tests/cli/test_processen.py` starts real ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

import dashboard.monitor
from dashboard.basis.instellingen import WORTEL
from dashboard.store import Opslag
from tests.opdrachten import Uitkomst, draai


@pytest.fixture(scope="session")
def demo(demo_store) -> Path:
    """A store with the example data; tests only read it."""
    return demo_store


@pytest.fixture
def eigen_demo(demo, tmp_path) -> Path:
    """A copy of the example data, to write in."""
    return Path(shutil.copytree(demo, tmp_path / "store"))


@pytest.fixture
def leeg(tmp_path) -> Path:
    """A store in which nothing was published yet."""
    return Path(Opslag(str(tmp_path / "leeg")).maak().adres)


@pytest.fixture
def afspraken(tmp_path) -> Path:
    """A copy of the agreement, to change."""
    return Path(shutil.copytree(WORTEL / "data" / "afspraken", tmp_path / "afspraken"))


@pytest.fixture(scope="session")
def roep(demo, open_demo) -> Callable[..., Uitkomst]:
    """Run a command on the example data, or with settings that are given. The example data are opened once for all
    commands; a real process opens them each time.
    """

    def _roep(*woorden: str, **omgeving: str | Path) -> Uitkomst:
        if omgeving:
            return draai(*woorden, **({"MONITOR_DATA": demo} | omgeving))
        with mock.patch.object(dashboard.monitor, "open_monitor", open_demo):
            return draai(*woorden, MONITOR_DATA=demo)

    return _roep


@pytest.fixture
def roep_eigen(eigen_demo, open_demo) -> Callable[..., Uitkomst]:
    """Run a command on a copy of the example data. What was published in it before the copy was made, is opened once for
    all tests; what is published in it since, is opened from it.
    """
    opslag, echt = Opslag(str(eigen_demo)), dashboard.monitor.open_monitor
    eerder = {publicatie.nummer for publicatie in opslag.publicaties()}

    def _open(stand: int | str | None = None) -> dashboard.monitor.Monitor:
        gekozen = opslag.publicatie(stand)
        return open_demo(gekozen.nummer) if gekozen is not None and gekozen.nummer in eerder else echt(stand)

    def _roep(*woorden: str) -> Uitkomst:
        with mock.patch.object(dashboard.monitor, "open_monitor", _open):
            return draai(*woorden, MONITOR_DATA=eigen_demo)

    return _roep
