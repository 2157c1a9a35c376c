"""A store per test, and the smallest rows that the contracts allow."""

from __future__ import annotations

import pytest

from dashboard.store import Opslag


@pytest.fixture
def opslag(tmp_path) -> Opslag:
    """An empty store."""
    return Opslag(str(tmp_path / "opslag")).maak()
