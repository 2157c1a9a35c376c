"""What the other processes of these tests do: publish. Imported by the fork server once, so that a start is cheap."""

from __future__ import annotations

import itertools
from multiprocessing.connection import Connection

import pandas as pd  # noqa: F401 - the store imports these at the first publication; the fork server does so once for all
import pyarrow.dataset as ds  # noqa: F401

from dashboard.store import Opslag, Snede
from tests.store.rijen import samen


def publiceer_keer(adres: str, wie: int, keer: int) -> None:
    """Publish a number of deliveries, each under a name of its own, next to whatever others publish."""
    for nummer in range(keer):
        Opslag(adres).publiceer(samen(f"u{wie}-{nummer}", 1 + wie % 3), wie=f"schrijver {wie}", wat="erbij")


def publiceer_door(adres: str, wie: int, meld: Connection) -> None:
    """Publish without end, each time in place of what was there; tell the number of each publication that succeeded."""
    meld.send(0)  # everything is imported: from here on any moment may be the last
    for nummer in itertools.count():
        gelukt = Opslag(adres).publiceer(
            samen(f"s{wie}-{nummer}", 1 + nummer % 5, vervangt=Snede()), wie=f"schrijver {wie}", wat="vervangen"
        )
        meld.send(gelukt.nummer)
