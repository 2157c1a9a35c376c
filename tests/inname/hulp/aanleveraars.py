"""What the other processes of these tests do: publish a delivery. Imported by the fork server once."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

import pandas as pd  # noqa: F401 - the store imports these at the first publication; the fork server does so once for all
import pyarrow.dataset as ds  # noqa: F401

from dashboard.inname.tabel.levering import Inname
from dashboard.inname.voorstel.maken import Voorstel, maak_voorstel
from dashboard.store import IntussenGepubliceerd, Opslag, deltatabel
from tests.inname.hulp.proef import BESLUIT, deel, inname


def bestand(merk: str, verhuringen: int = 3) -> Inname:
    """A file with lettings of the first quarter and the stock at its end."""
    verhuurd = [{"ingangsdatum": "2026-02-01", "verhuring_id": f"{merk}{nummer}"} for nummer in range(verhuringen)]
    return inname(
        deel("verhuringen", *verhuurd),
        deel("voorraad", {"peildatum": "2026-03-31", "aantal": verhuringen}, blad="Blad2"),
        sha256=merk,
    )


def voorstel(adres: str, merk: str, verhuringen: int = 3) -> tuple[Voorstel, int]:
    """What publishing that file on the newest publication would do, and the number of that publication."""
    store = Opslag(adres)
    nieuwste = store.publicatie()
    return maak_voorstel(bestand(merk, verhuringen), store.tabellen(nieuwste), BESLUIT), nieuwste.nummer


def lever_en_sterf(adres: str, merk: str, schrijfactie: int, *, erna: bool) -> None:
    """Publish a delivery, and be killed right before or right after one of its writes."""
    schrijf = deltatabel.write_deltalake
    teller = iter(range(1000))

    def schrijf_en_sterf(*wat: Any, **hoe: Any) -> None:
        deze = next(teller) == schrijfactie
        if deze and not erna:
            os.kill(os.getpid(), signal.SIGKILL)
        schrijf(*wat, **hoe)
        if deze:
            os.kill(os.getpid(), signal.SIGKILL)

    deltatabel.write_deltalake = schrijf_en_sterf
    wat, basis = voorstel(adres, merk, 5)
    Opslag(adres).publiceer(wat.wijzigingen, wie="x", wat=wat.wat, basis=basis)


def lever_na_bericht(adres: str, merk: str, meld: Connection) -> None:
    """Tell when everything is ready, publish, and tell that it succeeded."""
    wat, basis = voorstel(adres, merk, 5)
    meld.send("klaar")
    Opslag(adres).publiceer(wat.wijzigingen, wie="x", wat=wat.wat, basis=basis)
    meld.send("gepubliceerd")


def lever_tegelijk(adres: str, merk: str, start: Barrier, meld: Connection) -> None:
    """Decide on what is newest, wait until the other has too, publish; tell how it went."""
    wat, basis = voorstel(adres, merk, 4)
    start.wait()
    try:
        meld.send(Opslag(adres).publiceer(wat.wijzigingen, wie=merk, wat=wat.wat, basis=basis).nummer)
    except IntussenGepubliceerd as fout:
        meld.send(str(fout))
