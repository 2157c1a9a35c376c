"""The lettings as they were delivered: the free space given out, and a report per corporatie and quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.loting import trend
from voorbeeld.periode import Periode, werkdag
from voorbeeld.verhuringen import LOT


def lever_verhuringen(rijen: list[Rij], overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Levering]:
    """A report per corporatie and quarter, some weeks after it; reports named as missing are left out."""
    periode, regels = Periode.uit(instellingen), instellingen["verhuringen"]
    alle = _met_vrije_ruimte(rijen, overeenkomst, instellingen)
    leveringen = []
    for kwartaal in periode.kwartalen():
        for corporatie in overeenkomst.corporaties:
            code = corporatie.corporatie
            if [code, kwartaal.naam] in regels.get("ontbrekende_leveringen", []):
                continue
            dagen = regels["dagen_na"] + regels.get("te_laat", {}).get(f"{code} {kwartaal.naam}", 0)
            leveringen.append(
                Levering(
                    "verhuringen",
                    code,
                    kwartaal.van,
                    kwartaal.tot,
                    f"verhuurrapportage_{kwartaal.naam}_{code.lower()}.xlsx",
                    werkdag(kwartaal.tot + dt.timedelta(days=dagen)),
                    corporatie.naam,
                    [r for r in alle if r["corporatie"] == code and kwartaal.van <= r["ingangsdatum"] <= kwartaal.tot],
                )
            )
    return leveringen


def _met_vrije_ruimte(rijen: list[Rij], overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Rij]:
    """The lettings with those in the free space marked: per corporatie and year a share of its DAEB lettings, starters first."""
    regulier = {rij["groep"] for rij in overeenkomst.tabellen["groepen"].to_pylist() if rij["regulier"]}
    vrij: set[tuple[str, str]] = set()
    for corporatie, aandeel in instellingen["verhuringen"]["vrije_ruimte"].items():
        for jaar in Periode.uit(instellingen).jaren:
            daeb = [r for r in rijen if r["corporatie"] == corporatie and r["ingangsdatum"].year == jaar and r["daeb"]]
            kan = [
                rij
                for rij in daeb
                if rij["groep"] in regulier and rij["contract"] == "onbepaald" and rij["model"] != "woningruil"
            ]
            kan.sort(key=lambda rij: rij[LOT] - (0.25 if rij["woonsituatie"] == "starter" else 0.0))
            vrij |= {(corporatie, rij["verhuring_id"]) for rij in kan[: round(trend(aandeel, jaar) * len(daeb))]}
    # Whoever is housed in the free space falls outside the test of the rent allowance.
    return [
        rij | {"vrije_ruimte": True, "passend": "nvt"} if (rij["corporatie"], rij["verhuring_id"]) in vrij else rij
        for rij in rijen
    ]
