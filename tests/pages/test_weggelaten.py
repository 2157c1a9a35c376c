"""Rows with faults that were left out on purpose: every page says so, and so does every table of the command line."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.standen.afspraakstand import ontbrekende_rijen
from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import LEVERINGEN
from tests.opdrachten import draai

PAGINAS = ["", "beschikbaarheid", "afspraken", "gegevens"]


def levering(nummer: int, weggelaten: int | None) -> dict[str, Any]:
    dag = dt.date(2026, 3, 31)
    dagen = dict.fromkeys(("periode_van", "periode_tot", "aangeleverd_op"), dag)
    vast = {"tabel": "verhuringen", "sha256": "0", "rijen": 1, "aangeleverd_door": "werkgroep", "fictief": False}
    return vast | dagen | {"upload_id": f"u{nummer}", "bestand": f"{nummer}.xlsx", "weggelaten": weggelaten}


def _monitor(rijen: list[dict[str, Any]]) -> Any:
    return SimpleNamespace(volledigheid=SimpleNamespace(leveringen=rijen))


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> str:
    adres = str(tmp_path_factory.mktemp("weggelaten") / "opslag")
    rijen = LEVERINGEN.arrow([levering(1, 2), levering(2, None), levering(3, 0)])
    Opslag(adres).maak().publiceer(alles({"leveringen": rijen}), wie="test", wat="proef")
    return adres


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_zegt_dat_er_rijen_ontbreken(open_pagina, store, pad):
    assert "2 rijen van levering 1.xlsx ontbreken" in open_pagina(pad, store=store).balk


@pytest.mark.parametrize(
    ("weggelaten", "zin"),
    [
        ([], ""),
        ([0, 0], ""),
        ([0, 1], "1 rij van levering 2.xlsx ontbreekt"),
        ([1, 2], "3 rijen van leveringen 1.xlsx en 2.xlsx ontbreken"),
        ([1, 1, 1, 1, 1], "5 rijen van leveringen 1.xlsx, 2.xlsx, 3.xlsx en nog 2 ontbreken"),
    ],
)
def test_hoe_het_gezegd_wordt(weggelaten, zin):
    rijen = [levering(nummer, weg) for nummer, weg in enumerate(weggelaten, start=1)]
    assert ontbrekende_rijen(_monitor(rijen)) == zin


def test_twee_bladen_van_een_bestand_zijn_een_levering():
    assert ontbrekende_rijen(_monitor([levering(1, 2)] * 2)) == "4 rijen van levering 1.xlsx ontbreken"


@pytest.mark.parametrize(
    ("woorden", "json"), [(("query", "gegevens/volledigheid"), ("--formaat", "json")), (("stoplicht",), ("--json",))]
)
def test_elke_tabel_op_de_opdrachtregel_zegt_het_ook(store, woorden, json):
    tabel, object_ = (draai(*woorden, *anders, MONITOR_DATA=store).uit for anders in ((), json))
    assert tabel.splitlines()[-1] == "Let op: 2 rijen van levering 1.xlsx ontbreken."
    assert "ontbreken" not in object_
