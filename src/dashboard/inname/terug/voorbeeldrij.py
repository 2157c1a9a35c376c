"""One invented row per contract table, for a template: an example that could be delivered as it stands.

What the agreement must know (a kern, a corporatie, a number) comes from the agreement; the rest is of every agreement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.tabel import Tabel

_VAST: Mapping[str, Mapping[str, Cel]] = {
    "verhuringen": {
        "verhuring_id": "VOORBEELD-1",
        "woningtype": "appartement",
        "daeb": "ja",
        "nieuwbouw": "nee",
        "contract": "onbepaald",
        "kale_huur": 598.4,
        "energielabel": "B",
        "toegankelijkheid": "nultreden",
        "model": "aanbod",
        "leeftijdsklasse": "30-54",
        "huishoudgrootte": "2",
        "woonsituatie": "doorstromer",
        "herkomst": "zelfde_kern",
        "passend": "passend",
        "vrije_ruimte": "nee",
        "inschrijfduur_mnd": 38.5,
        "zoekduur_mnd": 14,
        "reacties": 42,
        "weigeringen": 1,
    },
    "voorraad": {
        "soort": "woongelegenheid",
        "daeb": "ja",
        "huurklasse": "betaalbaar",
        "woningtype": "eengezinswoning",
        "energielabel": "B",
        "toegankelijkheid": "geen",
        "warmtenet": "nee",
        "flex": "nee",
        "aantal": 120,
    },
    "voorraadmutaties": {"soort": "nieuwbouw", "eenheid": "woongelegenheid", "aantal": 12, "stand": "realisatie"},
    "woningzoekenden": {"leeftijdsklasse": "30-54", "ingeschreven": 1200, "actief": 310, "drempel_reacties": 4},
    "actiestatus": {
        "stand": "op_schema",
        "voortgang_pct": 40,
        "toelichting": "De eerste stap is gezet.",
        "gemeld_door": "ambtelijke werkgroep",
    },
    "kengetallen": {"waarde": 12, "bron": "eigen telling"},
}


def voorbeeldrij(tabel: Tabel, overeenkomst: Overeenkomst) -> dict[str, Cel]:
    """The cells of the row by column; a column that may be empty can be absent."""
    uit = dict(_VAST[tabel.naam]) | _dagen(overeenkomst)
    if tabel.naam == "actiestatus":
        actie = overeenkomst.acties[0]
        uit |= {"actie": actie.agenda_nr, "afspraak": actie.afspraak}
    elif tabel.naam == "kengetallen":
        uit |= _kengetal(overeenkomst)
    else:
        uit |= {"kern": _kern(overeenkomst), "corporatie": overeenkomst.corporaties[0].corporatie}
        groepen = overeenkomst.tabellen["groepen"].to_pylist()
        uit["groep"] = next((rij["groep"] for rij in groepen if rij["regulier"]), groepen[0]["groep"])
    return {naam: uit[naam] for naam in tabel.namen if naam in uit}


def _dagen(overeenkomst: Overeenkomst) -> dict[str, Cel]:
    """Days in the first year of the agreement."""
    begin = overeenkomst.gemeente.looptijd_van
    einde = dt.date(begin.year, 12, 31)
    return {"ingangsdatum": min(begin + dt.timedelta(days=45), einde), "peildatum": einde, "datum": einde}


def _kern(overeenkomst: Overeenkomst) -> str:
    """The largest one: every corporatie is likely to have homes there."""
    return max(overeenkomst.kernen, key=lambda kern: kern.inwoners_2010 or 0).kern


def _kengetal(overeenkomst: Overeenkomst) -> dict[str, Any]:
    """A count for the whole gemeente if there is one, else for the level that it is measured at."""
    alle: list[dict[str, Any]] = overeenkomst.tabellen["kengetal_definities"].to_pylist()
    gekozen = min(alle, key=lambda rij: (rij["eenheid"] != "aantal", rij["niveau"] != "gemeente"))
    plek = {"kern": _kern(overeenkomst), "corporatie": overeenkomst.corporaties[0].corporatie}
    deel = {"waarde": 0.5, "teller": 6, "noemer": 12} if gekozen["eenheid"] == "aandeel" else {}
    return {"kengetal": gekozen["kengetal"]} | {n: w for n, w in plek.items() if n == gekozen["niveau"]} | deel
