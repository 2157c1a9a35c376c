"""What a file says nothing about, known rows keep; what it says is empty becomes empty."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.voorstel.besluit import Modus
from dashboard.inname.voorstel.maken import Voorstel, maak_voorstel
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import BESLUIT, dag, deel, inname

LEEG = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
DAG = "2026-05-03"


def lever(tabellen: Any, *rijen: dict[str, Any], modus: Modus, kolommen: tuple[str, ...] = ()) -> tuple[Any, Voorstel]:
    """The tables after this delivery of lettings, from a file with these optional columns."""
    keuze = Tabelkeuze("Blad1", soort="verhuringen", kolommen={naam.capitalize(): naam for naam in kolommen})
    wat = deel("verhuringen", *({"ingangsdatum": DAG} | rij for rij in rijen), keuze=keuze)
    besluit = replace(BESLUIT, van=dag("2026-04-01"), tot=dag("2026-06-30"), modus=modus)
    voorstel = maak_voorstel(inname(wat, sha256=f"{len(tabellen['leveringen']):08}"), tabellen, besluit)
    return {**tabellen, **voorstel.erna}, voorstel


def gevonden(tabellen: Any) -> list[tuple[Any, ...]]:
    namen = ("verhuring_id", "kale_huur", "reacties", "zoekduur_mnd")
    return sorted((tuple(rij[naam] for naam in namen) for rij in tabellen["verhuringen"].to_pylist()), key=str)


@pytest.fixture
def staat() -> Any:
    rijen = ({"verhuring_id": nr, "reacties": 40 + int(nr), "zoekduur_mnd": 6.0} for nr in "12")
    return lever(LEEG, *rijen, modus=Modus.VERVANGEN, kolommen=("reacties", "zoekduur_mnd"))[0]


def test_corrigeren_raakt_niet_waar_het_bestand_niet_over_gaat(staat):
    na, voorstel = lever(
        staat, {"verhuring_id": "2", "kale_huur": 612.0}, modus=Modus.CORRIGEREN, kolommen=("reacties",)
    )
    assert gevonden(na) == [("1", 600.0, 41, 6.0), ("2", 612.0, None, 6.0)]  # a column that is there and empty says so
    [rij] = voorstel.leveringen
    assert {"reacties", "zoekduur_mnd"} & set(rij["zonder"].split()) == {"zoekduur_mnd"}
    assert voorstel.behouden == (
        "Het bestand gaat niet over wijk, energielabel, toegankelijkheid, woonsituatie, herkomst, passend, inschrijfduur_mnd, "
        "zoekduur_mnd en weigeringen: rijen die er al waren, houden daar wat zij hadden."
    )


def test_een_nieuwe_rij_heeft_niets_te_houden(staat):
    na, _ = lever(staat, {"verhuring_id": "2"}, {"verhuring_id": "3"}, modus=Modus.AANVULLEN)
    assert gevonden(na) == [("1", 600.0, 41, 6.0), ("2", 600.0, 42, 6.0), ("3", 600.0, None, None)]


def test_vervangen_houdt_niets(staat):
    na, voorstel = lever(staat, {"verhuring_id": "2"}, modus=Modus.VERVANGEN)
    assert (gevonden(na), voorstel.leveringen[0]["zonder"], voorstel.behouden) == ([("2", 600.0, None, None)], None, "")


def test_een_rij_van_een_ander_houdt_niemand(staat):
    """A number of another corporatie is another letting."""
    na, _ = lever(staat, {"verhuring_id": "2", "corporatie": "ZUID"}, modus=Modus.AANVULLEN)
    assert gevonden(na) == [("1", 600.0, 41, 6.0), ("2", 600.0, 42, 6.0), ("2", 600.0, None, None)]
