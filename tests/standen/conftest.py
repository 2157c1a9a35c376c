"""The example store as a Monitor, and deliveries that come on top of it without being stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.monitor import Monitor, open_monitor


@pytest.fixture(scope="session")
def voorbeeld(demo_store: Path) -> Monitor:
    """The newest publication of the example data."""
    return open_monitor(adres=str(demo_store))
