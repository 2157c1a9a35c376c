"""Rows for the tests of the store, and what a whole publication looks like."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.store import Opslag, Publicatie, Snede, Wijziging
from dashboard.tabellen.contracten import TABELLEN

DAG = dt.date(2024, 1, 1)


def meting(upload: str, waarde: float = 0, **anders: Any) -> dict[str, Any]:
    """A row of kengetallen."""
    rij = {"kengetal": "proef", "peildatum": DAG, "waarde": float(waarde), "bron": "proef", "bronrij": 2}
    return rij | {"upload_id": upload, "fictief": True} | anders


def levering(upload: str, rijen: int = 1) -> dict[str, Any]:
    """A row of leveringen that belongs to it."""
    return {
        "upload_id": upload,
        "tabel": "kengetallen",
        "periode_van": DAG,
        "periode_tot": DAG,
        "bestand": "proef.csv",
        "sha256": "0",
        "rijen": rijen,
        "aangeleverd_op": DAG,
        "aangeleverd_door": "proef",
        "fictief": True,
    }


def wijziging(tabel: str, *rijen: dict[str, Any], vervangt: Snede | None = None) -> Wijziging:
    return Wijziging(tabel, TABELLEN[tabel].arrow(rijen), vervangt)


def samen(upload: str, aantal: int = 1, vervangt: Snede | None = None) -> list[Wijziging]:
    """One delivery in two tables, that may only ever be seen together."""
    metingen = [meting(upload, nummer, bronrij=nummer + 2) for nummer in range(aantal)]
    return [
        wijziging("kengetallen", *metingen, vervangt=vervangt),
        wijziging("leveringen", levering(upload, aantal), vervangt=vervangt),
    ]


def waarden(opslag: Opslag, publicatie: Publicatie | None = None) -> list[float]:
    """What a publication (without one: the newest) says about kengetallen."""
    tabellen = opslag.tabellen(publicatie or opslag.publicatie())
    return sorted(tabellen["kengetallen"]["waarde"].to_pylist())


def uploads(opslag: Opslag, publicatie: Publicatie) -> list[str]:
    """The deliveries in a publication; fails when its two tables do not tell the same."""
    tabellen = opslag.tabellen(publicatie)
    geteld: dict[str, int] = {}
    for rij in tabellen["kengetallen"].to_pylist():
        geteld[rij["upload_id"]] = geteld.get(rij["upload_id"], 0) + 1
    beloofd = {rij["upload_id"]: rij["rijen"] for rij in tabellen["leveringen"].to_pylist()}
    assert geteld == beloofd, f"publicatie {publicatie.nummer}"
    return sorted(beloofd)
