"""Whether the store is whole, for a program that watches the monitor: `/gezond`.

`/_stcore/health` says that the process lives, which is something else: a damaged store must not make a watcher restart a
server that still shows the last publication that is whole.
"""

from __future__ import annotations

import asyncio
import json
import time

from dashboard.basis.instellingen import InstellingFout, instelling
from dashboard.store import Opslag, OpslagFout
from dashboard.store.controle import controleer
from dashboard.web.antwoord import Stuur, eigen_koppen

PAD = ("gezond",)
_HOUDBAAR = 10.0  # seconds; who asks more often gets the same answer, so that asking costs nothing


class Gezond:
    """The answer, found out again when it is old and somebody asks."""

    def __init__(self) -> None:
        self._tot = 0.0
        self._antwoord: tuple[int, bytes] = (503, b"")
        self._een = asyncio.Lock()

    async def geef(self, send: Stuur, *, inhoud: bool) -> None:
        """Answer with 200 or 503, and as JSON why."""
        async with self._een:
            if time.monotonic() >= self._tot:
                self._antwoord = await asyncio.to_thread(opslag_heel)
                self._tot = time.monotonic() + _HOUDBAAR
        status, tekst = self._antwoord
        koppen = eigen_koppen("application/json", tekst)
        await send({"type": "http.response.start", "status": status, "headers": koppen})
        await send({"type": "http.response.body", "body": tekst if inhoud else b""})


def opslag_heel() -> tuple[int, bytes]:
    """Read the newest publication and hold it against its fingerprints: 200 when it is whole, 503 when not, and why as
    JSON.
    """
    try:
        gevonden = controleer(Opslag(instelling("MONITOR_DATA")))
        schade = list(gevonden.schade)
        nummer = gevonden.publicaties[-1] if gevonden.publicaties else None
    except (OpslagFout, InstellingFout) as fout:
        schade, nummer = [str(fout)], None
    wat = {"opslag": "beschadigd" if schade else "heel", "publicatie": nummer, "schade": schade}
    return 503 if schade else 200, (json.dumps(wat, ensure_ascii=False) + "\n").encode()
