"""The choices made for this layout before, from the deliveries themselves, so that the next quarter asks nothing again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.inname.tabel.levering import Tabelkeuze


def met_herinnering(
    keuze: Tabelkeuze, leveringen: pa.Table, tabel: str, indeling: str, corporatie: str | None
) -> Tabelkeuze:
    """The choice, filled in from the newest delivery of the same layout where the analyst has not chosen yet.

    A delivery of the same corporatie comes first: two of them may set up the same program differently.
    """
    if keuze.kolommen or "indeling" not in leveringen.column_names:
        return keuze
    zelfde = leveringen.filter(
        pc.and_(pc.equal(leveringen["tabel"], tabel), pc.equal(leveringen["indeling"], indeling))
    )
    rijen = [rij for rij in zelfde.to_pylist() if rij["koppeling"]]
    if not rijen:
        return keuze
    rij = max(rijen, key=lambda rij: (rij["corporatie"] == corporatie, rij["aangeleverd_op"], rij["upload_id"]))
    eerder: Mapping[str, Any] = json.loads(rij["koppeling"])
    antwoorden = eerder.get("antwoorden", {})
    for soort in ("vast", "wie"):
        antwoorden.get("corporatie", {}).pop(soort, None)  # who delivered then says nothing about who delivers now
    return replace(
        keuze,
        kolommen=eerder.get("kolommen", {}),
        antwoorden={**antwoorden, **keuze.antwoorden},
        vast={**eerder.get("vast", {}), **keuze.vast},
    )
