"""Files that nobody should deliver, made once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.inname.hulp.vreemd import maak


@pytest.fixture(scope="session")
def vreemd(eenmaal: Callable[[str, Callable[[Path], object]], Path]) -> tuple[Path, dict[str, bool | None]]:
    """A folder with more than five hundred files, and of each whether it can be read; None is either. Tests only read them."""

    def _vul(map_: Path) -> None:
        (map_ / "bestanden").mkdir()
        (map_ / "verwacht.json").write_text(json.dumps(maak(map_ / "bestanden")), "utf-8")

    map_ = eenmaal("vreemd", _vul)
    return map_ / "bestanden", json.loads((map_ / "verwacht.json").read_text("utf-8"))
