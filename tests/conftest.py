"""What holds for every test: nobody's own settings of the monitor, the same examples from hypothesis each time, and one
example store for all of them.
"""

from __future__ import annotations

import csv
import os
import pickle
import re
import shutil
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import Monitor, open_monitor
from dashboard.store import Opslag
from tests.opdrachten import Uitkomst, proces

for naam in list(os.environ):
    # The browser is chosen by whoever runs the tests; everything else a test sets for itself.
    if naam.startswith(("MONITOR_", "STREAMLIT_")) and naam != "MONITOR_CHROMIUM":
        del os.environ[naam]

# No deadline, because CI shares its cores; derandomized, because a red build must be red for the change and not for the
# dice. `make test-lang` takes more examples, `--hypothesis-profile=zoeken` other ones every time.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("lang", deadline=None, derandomize=True, max_examples=200)
settings.register_profile("zoeken", deadline=None, max_examples=2000)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _eigen_hoofdmodule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit puts the page in the place of the main module and leaves it there. Every process that a later test starts
    would then run the page first.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def eenmaal(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Fill a folder once for all processes that the tests run in: who comes second waits, and nobody changes it."""
    basis = tmp_path_factory.getbasetemp()
    samen = basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis

    def _eenmaal(naam: str, vul: Callable[[Path], object]) -> Path:
        map_, klaar = samen / naam, samen / f"{naam}.klaar"
        try:
            map_.mkdir()
        except FileExistsError:
            while not klaar.exists():
                time.sleep(0.05)
            return map_
        try:
            vul(map_)
        finally:
            klaar.touch()  # also when it went wrong: who waits must see that too
        return map_

    return _eenmaal


@pytest.fixture(scope="session")
def opgebouwd(eenmaal: Callable[[str, Callable[[Path], object]], Path]) -> tuple[Path, Uitkomst]:
    """The example data, and what `python -m dashboard demo` said when it made them."""

    def _bouw(map_: Path) -> None:
        gezegd = proces("demo", MONITOR_DATA=map_ / "store")
        (map_ / "gezegd.pickle").write_bytes(pickle.dumps(gezegd))

    map_ = eenmaal("voorbeeld", _bouw)
    return map_ / "store", pickle.loads((map_ / "gezegd.pickle").read_bytes())


@pytest.fixture(scope="session")
def demo_store(opgebouwd: tuple[Path, Uitkomst]) -> Path:
    """The store with the example data; tests only read it."""
    return opgebouwd[0]


@pytest.fixture(scope="session")
def open_demo(demo_store: Path) -> Callable[..., Monitor]:
    """`open_monitor` on the example data. As on a server a publication is opened once, and an answer that one test asked
    for is there for the next.
    """
    adres = str(demo_store)
    geopend = cache(lambda nummer: open_monitor(nummer, adres=adres))

    def _open(stand: int | str | None = None) -> Monitor:
        gekozen = Opslag(adres).publicatie(stand)
        assert gekozen is not None
        return geopend(gekozen.nummer)

    return _open


@pytest.fixture(scope="session")
def een_cijfer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agreement with one figure only, the number of bouwtafels, for tests that publish. What publishing does to all
    figures is tested once, and takes seconds.
    """
    map_ = Path(shutil.copytree(WORTEL / "data" / "afspraken", tmp_path_factory.mktemp("een_cijfer") / "afspraken"))
    for pad in (map_ / "indicatoren").iterdir():
        gevonden = re.search(r"^\[bouwtafels\]\n(?:.+\n)+", pad.read_text("utf-8"), re.MULTILINE)
        pad.write_text(gevonden[0] if gevonden else "", "utf-8")
    for naam in ("normen", "definities", "aandachtregels"):
        with (map_ / f"{naam}.csv").open("r+", encoding="utf-8", newline="") as bestand:
            kop, *rijen = csv.reader(bestand)
            bestand.seek(0)
            bestand.truncate()
            csv.writer(bestand).writerows([kop, *(rij for rij in rijen if "bouwtafels" in rij)])
    return map_
