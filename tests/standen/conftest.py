"""The example store as a Monitor, and deliveries that come on top of it without being stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.monitor import Monitor


@pytest.fixture(scope="session")
def voorbeeld(open_demo: Callable[..., Monitor]) -> Monitor:
    """The newest publication of the example data."""
    return open_demo()
