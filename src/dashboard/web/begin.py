"""Before the first visitor: what is paid for in advance, and at which address the server may listen."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import pkgutil
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from streamlit import config

from dashboard.basis.logboek import zonder_waarden

_LOG = logging.getLogger(__name__)
_NIET_OPEN = (
    "De monitor start niet op {adres}: dan kan iedereen op het netwerk erin, want de monitor vraagt niet wie iemand is. Laat "
    "hem luisteren op 127.0.0.1, zet op dezelfde machine een reverse proxy ervoor die mensen laat inloggen, en noem in "
    "MONITOR_HOSTS het adres waaronder zij komen. docs/veiligheid.md zegt hoe."
)


@asynccontextmanager
async def opwarmen(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Pay for imports, the first publication and the first figure before the first visitor does, and keep the log free of
    what was delivered.
    """
    zonder_waarden()
    config.set_option("logger.enableRich", False)  # rich would print the message of an exception past the log
    stuur_meteen(asyncio.get_running_loop())
    await asyncio.to_thread(_opwarmen)
    yield {}


def stuur_meteen(lus: asyncio.AbstractEventLoop) -> None:
    """Have servers that are started on this loop send each part of an answer at once, and only on this machine.

    Streamlit opens its port without saying that it is TCP. asyncio then leaves Nagle's algorithm on, and what follows the
    head of an answer waits until the browser has confirmed it: 40 ms, for every bundle.
    """
    luister = lus.create_server

    def _luister(*wat: Any, sock: socket.socket | None = None, **hoe: Any) -> Any:
        eis_eigen_machine(sock.getsockname()[0] if sock is not None else hoe.get("host"))
        if sock is not None:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # each connection inherits it
        return luister(*wat, sock=sock, **hoe)

    lus.create_server = _luister  # type: ignore[method-assign]


def eis_eigen_machine(adres: str | None) -> None:
    """End the process when others than this machine could reach it: the monitor does not ask who somebody is.

    Asked twice: for the setting, before anything else happens, and for where the server really listens, however it was
    started.
    """
    try:
        eigen = adres == "localhost" or ipaddress.ip_address(adres or "").is_loopback
    except ValueError:
        eigen = False
    if not eigen:
        sys.exit(_NIET_OPEN.format(adres=adres or "elk adres"))


def _opwarmen() -> None:
    from dashboard import weergave
    from dashboard.weergave.toestand import warm_op

    # Some pages import modules that no other does; for deliveries that took a third of a second at the first visit.
    for deel in pkgutil.walk_packages(weergave.__path__, f"{weergave.__name__}."):
        import_module(deel.name)
    try:
        warm_op()
    except Exception:  # noqa: BLE001 - a page that breaks says so itself; the others must open
        _LOG.exception("Het voorbereiden ging mis")
