"""Checked files made by hand, for what comes after the checking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dashboard.inname.fouten import Bevinding
from dashboard.inname.tabel.levering import Inname, Tabelinname, Tabelkeuze
from dashboard.inname.vondsten import Vondst
from dashboard.inname.voorstel.besluit import Besluit
from dashboard.inname.waarden.onleesbaar import Vraag
from dashboard.inname.werkboek import Werkboek
from dashboard.tabellen.contracten import TABELLEN

DAG = dt.date(2027, 1, 25)
BESLUIT = Besluit("corporatie Noord", DAG)
_GEWOON: dict[str, Any] = {
    "corporatie": "NOORD",
    "kern": "Dorp",
    "woningtype": "appartement",
    "daeb": True,
    "nieuwbouw": False,
    "contract": "onbepaald",
    "kale_huur": 600.0,
    "model": "aanbod",
    "groep": "regulier",
    "leeftijdsklasse": "30-54",
    "huishoudgrootte": "1",
    "vrije_ruimte": False,
    "soort": "woongelegenheid",
    "eenheid": "woongelegenheid",
    "warmtenet": False,
    "flex": False,
    "aantal": 1,
    "stand": "realisatie",
    "ingeschreven": 10,
    "actief": 5,
    "drempel_reacties": 4,
    "afspraak": "1.1.14",
    "toelichting": "gaat goed",
    "gemeld_door": "werkgroep",
    "kengetal": "flex",
    "waarde": 1.0,
    "bron": "proef",
}


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def rijen(soort: str, delen: Sequence[dict[str, Any]], eerste: int = 2) -> pa.Table:
    """Rows as a checked table has them; what is not named gets an ordinary value. Text of ten characters in a date column
    is read as a date."""
    tabel = TABELLEN[soort]
    eigen = {"soort": "verkoop"} if soort == "voorraadmutaties" else {}
    eigen |= {"stand": "op_schema"} if soort == "actiestatus" else {}
    leeg = {"corporatie": None, "kern": None} if soort == "kengetallen" else {}
    gevuld = []
    for nummer, deel in enumerate(delen, start=eerste):
        rij = _GEWOON | eigen | leeg | {"verhuring_id": f"v{nummer}", "bronrij": nummer} | deel
        if tabel.datum and isinstance(rij[tabel.datum], str):
            rij[tabel.datum] = dag(rij[tabel.datum])
        gevuld.append(rij)
    return tabel.arrow(gevuld).drop_columns(["upload_id", "fictief"])


def deel(
    soort: str,
    *delen: dict[str, Any],
    fout_in: Sequence[int] = (),
    waarschuwingen: int = 0,
    blad: str = "Blad1",
    **anders: Any,
) -> Tabelinname:
    """One table of a file."""
    bevindingen = [Bevinding(blad, rij, "kern", "x", "een kern", "fout") for rij in fout_in]
    bevindingen += [Bevinding(blad, 2, "kale_huur", "6124", "een gewone huur", "waarschuwing")] * waarschuwingen
    tabel = TABELLEN[soort]
    velden = {
        "tabel": tabel,
        "vondst": Vondst(soort, blad, 1, 1, 2, 1 + len(delen), ((0, "Kern"), (1, "Datum")), 100),
        "koppelingen": (),
        "vragen": {},
        "aannames": (),
        "bevindingen": tuple(bevindingen),
        "rijen": rijen(soort, delen),
        "foute_rijen": frozenset(fout_in),
        "keuze": Tabelkeuze(blad, soort=soort, kolommen={"Kern": "kern"}),
    }
    return Tabelinname(**(velden | anders))


def inname(*delen_: Tabelinname, sha256: str = "3f9a1c77", bestand: str = "rapport.xlsx") -> Inname:
    """A whole file."""
    return Inname(Werkboek(bestand, "xlsx", (), sha256), delen_)


VRAAG = Vraag("volgorde", "Welke volgorde hebben de datums?", (("dm", "dag-maand"), ("md", "maand-dag")))
