"""What a delivery is checked against in the tests: the real agreement, with nothing published unless a test says so."""

from __future__ import annotations

from typing import Any

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Inname, Omgeving, Tabelkeuze
from dashboard.inname.werkboek import Blad, Cel, Werkboek
from dashboard.tabellen.contracten import TABELLEN

OVEREENKOMST = laad_overeenkomst(WORTEL / "data" / "afspraken")
HERKOMST = {"upload_id": "eerder-1", "bronrij": 2, "fictief": True}


def omgeving(**gepubliceerd: list[dict[str, Any]]) -> Omgeving:
    """The agreement with these published rows per table."""
    rijen = {naam: [HERKOMST | rij for rij in gepubliceerd.get(naam, [])] for naam in TABELLEN}
    return Omgeving(OVEREENKOMST, {naam: tabel.arrow(rijen[naam]) for naam, tabel in TABELLEN.items()})


LEEG = omgeving()


def werkboek(*rijen: tuple[Cel, ...], blad: str = "Blad1", **anders: Any) -> Werkboek:
    """A file with one sheet."""
    return Werkboek("proef.xlsx", "xlsx", (Blad(blad, verborgen=False, rijen=rijen, **anders),), "a" * 64)


def lees(*rijen: tuple[Cel, ...], keuzes: tuple[Tabelkeuze, ...] = (), **anders: Any) -> Inname:
    """The outcome of a file with these rows, nothing published."""
    return neem_in(werkboek(*rijen), LEEG, keuzes, **anders)


def kort(inname: Inname) -> list[tuple[int, str, str, str]]:
    """Every finding as (row, heading, value, expected), faults and warnings in the order of the file."""
    return [(b.rij, b.kolom, b.waarde, b.verwacht) for deel in inname.tabellen for b in deel.bevindingen]
