"""Every delivery and what became of it: replaced, in part, restored away, and back again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import Any

import pytest

from dashboard.inname.voorstel.geschiedenis import Geschiedenis, geschiedenis
from dashboard.inname.voorstel.maken import maak_voorstel
from dashboard.store import Opslag, Snede, Wijziging
from tests.inname.hulp.proef import BESLUIT, deel, inname
from tests.store.bestanden import maak_oud


@pytest.fixture
def opslag(tmp_path) -> Opslag:
    return Opslag(str(tmp_path / "opslag")).maak()


def publiceer(opslag: Opslag, merk: str, *dagen: str) -> None:
    """Deliver lettings on these days as one file."""
    verhuurd = deel("verhuringen", *({"ingangsdatum": dag, "verhuring_id": f"{merk}-{dag}"} for dag in dagen))
    voorstel = maak_voorstel(inname(verhuurd, sha256=merk), opslag.tabellen(opslag.publicatie()), BESLUIT)
    opslag.publiceer(voorstel.wijzigingen, wie=f"wie {merk}", wat=voorstel.wat)


def alles_van(opslag: Opslag, meest: int | None = None) -> Geschiedenis:
    return geschiedenis(opslag, opslag.publicaties(), opslag.tabellen(opslag.publicatie()), meest)


def kort(opslag: Opslag) -> list[tuple[Any, ...]]:
    return [(g.rij["sha256"], g.publicatie.nummer, str(g.toestand), g.over) for g in alles_van(opslag).nieuwste]


def test_een_lege_opslag_heeft_geen_geschiedenis(opslag):
    assert alles_van(opslag) == Geschiedenis((), 0, ())


def test_wat_er_van_elke_levering_werd(opslag):
    publiceer(opslag, "een", "2026-01-05", "2026-05-05")
    publiceer(opslag, "twee", "2026-01-06")
    publiceer(opslag, "drie", "2026-05-06")
    assert kort(opslag) == [("drie", 3, "geldt", 1), ("twee", 2, "geldt", 1), ("een", 1, "vervangen", 0)]
    opslag.herstel(2, wie="beheer")
    assert kort(opslag) == [("drie", 3, "teruggedraaid", 0), ("twee", 2, "geldt", 1), ("een", 1, "deels vervangen", 1)]
    opslag.herstel(3, wie="beheer")
    assert kort(opslag) == [("drie", 3, "geldt", 1), ("twee", 2, "geldt", 1), ("een", 1, "vervangen", 0)]
    opslag.herstel(1, wie="beheer")
    assert kort(opslag) == [("drie", 3, "teruggedraaid", 0), ("twee", 2, "teruggedraaid", 0), ("een", 1, "geldt", 2)]
    publiceer(opslag, "vier", "2026-01-07", "2026-04-07")
    assert kort(opslag)[0] == ("vier", 7, "geldt", 2)
    assert kort(opslag)[3] == ("een", 1, "vervangen", 0)


def test_bij_elke_levering_staat_wie_wanneer_en_wat(opslag):
    publiceer(opslag, "een", "2026-01-05")
    [geleverd] = alles_van(opslag).nieuwste
    [publicatie] = opslag.publicaties()
    assert (geleverd.publicatie, geleverd.moment, geleverd.geldt) == (publicatie, publicatie.moment, True)
    assert (geleverd.rij["bestand"], geleverd.rij["rijen"]) == ("rapport.xlsx", 1)
    assert [(p.uploads, p.wie) for p in opslag.publicaties()] == [(("20270125-een-1",), "wie een")]


def test_alleen_de_nieuwste_worden_uitgewerkt_en_alle_geteld(opslag):
    publiceer(opslag, "een", "2026-01-05", "2026-05-05")
    publiceer(opslag, "twee", "2026-01-06")
    publiceer(opslag, "drie", "2026-05-06")
    gevonden = alles_van(opslag, 2)
    assert [(g.rij["sha256"], str(g.toestand)) for g in gevonden.nieuwste] == [("drie", "geldt"), ("twee", "geldt")]
    assert (gevonden.aantal, [p.nummer for p in gevonden.geldend]) == (3, [3, 2])


def test_wat_geldt_staat_in_de_nieuwste_tabellen_en_wat_vervangen_is_wordt_een_keer_gelezen(opslag):
    publiceer(opslag, "een", "2026-01-05")
    publiceer(opslag, "twee", "2026-01-06")
    alle, nu = opslag.publicaties(), opslag.tabellen(opslag.publicatie())
    elders = Opslag(f"{opslag.adres}-bestaat-niet")
    assert [g.rij["sha256"] for g in geschiedenis(elders, alle, nu, 1).nieuwste] == ["twee"]
    eerst = geschiedenis(opslag, alle, nu)
    shutil.rmtree(opslag.adres)
    assert geschiedenis(opslag, alle, nu) == eerst
    assert [g.rij["sha256"] for g in eerst.nieuwste] == ["twee", "een"]


def test_een_opslag_van_voor_de_kenmerken_heeft_dezelfde_geschiedenis(opslag, tmp_path):
    publiceer(opslag, "een", "2026-01-05", "2026-05-05")
    publiceer(opslag, "twee", "2026-01-06")
    opslag.herstel(1, wie="beheer")
    publiceer(opslag, "drie", "2026-05-06")
    oud = Opslag(str(shutil.copytree(opslag.adres, tmp_path / "oud")))
    maak_oud(oud, lambda rij: rij | {"uploads": None})
    assert kort(oud) == kort(opslag)
    assert kort(oud) == [("drie", 4, "geldt", 1), ("twee", 2, "teruggedraaid", 0), ("een", 1, "deels vervangen", 1)]


def test_een_publicatie_zonder_leveringen_telt_niet_mee(opslag):
    voorstel = maak_voorstel(
        inname(deel("verhuringen", {"ingangsdatum": "2026-01-05"})), opslag.tabellen(None), replace(BESLUIT, wie="x")
    )
    opslag.publiceer(voorstel.wijzigingen[:1], wie="x", wat="zonder boekhouding")
    assert alles_van(opslag) == Geschiedenis((), 0, ())
    opslag.publiceer([replace_alles(voorstel.wijzigingen[0]), voorstel.wijzigingen[1]], wie="x", wat="met")
    opslag.herstel(1, wie="x")
    assert [(str(g.toestand), g.publicatie.nummer) for g in alles_van(opslag).nieuwste] == [("teruggedraaid", 2)]


def replace_alles(wijziging: Wijziging) -> Wijziging:
    return replace(wijziging, vervangt=Snede())
