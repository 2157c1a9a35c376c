"""One invented row per contract table, for a template: an example that could be delivered as it stands.

What the agreement must know (a kern, a corporatie, a number) comes from it; the rest is in the contract.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.afspraken import Overeenkomst
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.tabel import Tabel


def voorbeeldrij(tabel: Tabel, overeenkomst: Overeenkomst) -> dict[str, Cel]:
    """The cells of the row by column; a column that may be empty can be absent."""
    uit: dict[str, Cel] = {kolom.naam: kolom.voorbeeld for kolom in tabel.kolommen if kolom.voorbeeld is not None}
    uit |= _dagen(overeenkomst)
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
    """The largest kern: every corporatie is likely to have homes there."""
    return max(overeenkomst.kernen, key=lambda kern: kern.inwoners_2010 or 0).kern


def _kengetal(overeenkomst: Overeenkomst) -> dict[str, Any]:
    """A count for the whole gemeente if there is one, else for the level that it is measured at."""
    alle: list[dict[str, Any]] = overeenkomst.tabellen["kengetal_definities"].to_pylist()
    gekozen = min(alle, key=lambda rij: (rij["eenheid"] != "aantal", rij["niveau"] != "gemeente"))
    plek = {"kern": _kern(overeenkomst), "corporatie": overeenkomst.corporaties[0].corporatie}
    deel = {"waarde": 0.5, "teller": 6, "noemer": 12} if gekozen["eenheid"] == "aandeel" else {}
    return {"kengetal": gekozen["kengetal"]} | {n: w for n, w in plek.items() if n == gekozen["niveau"]} | deel
