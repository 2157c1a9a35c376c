"""A chart kind is a function in one register and a name at a unit: nothing else knows which kinds there are."""

from __future__ import annotations

from dataclasses import replace

from dashboard.basis.eenheid import AANDEEL, EENHEDEN
from dashboard.cijfers import Keuze
from dashboard.grafieken.beelden import BEELDEN
from dashboard.weergave.grafiek import grafieken


def test_elke_eenheid_noemt_beelden_uit_het_register_en_geen_beeld_staat_er_voor_niets():
    genoemd = {
        naam
        for eenheid in EENHEDEN.values()
        for beelden in (eenheid.beelden, eenheid.beelden_stroom or {})
        for naam in beelden.values()
    }
    assert genoemd == set(BEELDEN)


def test_een_nieuw_beeld_in_het_register_staat_op_de_pagina(demo, monkeypatch):
    def warmte(labels, reeksen, opmaak):
        z = [[punt.waarde for punt in reeks.punten] for reeks in reeksen]
        spoor = {"type": "heatmap", "x": list(labels), "y": [reeks.naam for reeks in reeksen], "z": z}
        return {"data": [spoor], "layout": {"title": opmaak.eenheid.naam}}

    monkeypatch.setitem(BEELDEN, "warmte", warmte)
    eenheid = replace(AANDEEL, beelden={"gemeente": "lijnen", "kern": "warmte"})
    indicator = replace(demo.overeenkomst.indicator["aandeel_regulier"], indicator="nieuw", eenheid=eenheid)

    [(grafiek, figuur)] = grafieken(demo, indicator, Keuze(van=2024, tot=2025), per_kern=True, donker=False)

    kernen = [kern.kern for kern in demo.overeenkomst.kernen]
    [spoor] = figuur.to_dict()["data"]
    assert (spoor["type"], spoor["x"], spoor["y"]) == ("heatmap", ["2024", "2025"], kernen)
    assert figuur.to_dict()["layout"] == {"title": "aandeel"}
    assert grafiek.kop == ("", "2024", "2025")
    assert [rij[0] for rij in grafiek.rijen] == kernen
    # The level without a name of its own has no chart, although the figure exists there.
    assert "corporatie" in indicator.niveaus
    geheel = grafieken(demo, indicator, Keuze(van=2024, tot=2025), per_kern=False, donker=False)
    assert [grafiek.niveau for grafiek, _ in geheel] == ["gemeente"]
