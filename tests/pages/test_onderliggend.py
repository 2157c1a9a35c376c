"""From a figure to its rows and from a delivery to its figures: they add up, and a page shows them when asked."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.cijfers.herkomst import geraakt, rijen_van
from dashboard.store import Opslag
from dashboard.weergave.onderdelen import RIJEN
from dashboard.weergave.onderliggend import csv_bestand

INDICATOREN = [i.indicator for i in laad_overeenkomst(WORTEL / "data" / "afspraken").indicatoren]


def _som(waarden: list[float | None]) -> float | None:
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) if bekend else None


def _alle(monitor, indicator, niveau) -> list[dict[str, Any]]:
    """Every row under a figure at a level, written here once more so that the test does not believe what it tests."""
    query = monitor.queries[indicator.query]
    alleen = replace(query, sql=query.sql.replace("\nselect *\nfrom final\n", "\nselect * from onder --"))
    return monitor.haal_op(alleen, monitor.parameters(indicator, niveau))


def _per_jaar(rijen: list[dict[str, Any]]) -> defaultdict[int, list[dict[str, Any]]]:
    uitkomst = defaultdict(list)
    for rij in rijen:
        uitkomst[rij["jaar"]].append(rij)
    return uitkomst


def _hoort_bij(rij, w, indicator) -> bool:
    return (
        (rij["tabel"] == "plan") is (w.soort == "plan")
        and w.corporatie in ("totaal", rij["corporatie"])
        and w.kern in ("totaal", rij["kern"] or "onbekend")
        and (not indicator.eenheid.klassen or rij[indicator.kolom] == w.waarde)
    )


# What happened in a part of a year is not held against what there is in all of it.
ALLEEN_HELE_JAREN = {"wachttijd/slaagkans", "voorraad/mutatiegraad"}


@pytest.mark.parametrize("code", INDICATOREN)
def test_rijen_zijn_samen_het_cijfer(demo, code):
    """Every observation at every level: numerator, denominator, and the figure itself."""
    indicator = demo.overeenkomst.indicator[code]
    for niveau in indicator.niveaus:
        rijen = _alle(demo, indicator, niveau)
        per_jaar = _per_jaar(rijen)
        eigen = indicator.kolom if not indicator.eenheid.klassen and indicator.kolom in (rijen or [{}])[0] else "teller"
        som_per_jaar: dict[int, float | None] = {}
        for w in demo.waarnemingen(indicator, niveau):
            onder = [
                rij
                for rij in per_jaar[w.jaar]
                if _hoort_bij(rij, w, indicator) and (eigen == "teller" or rij[eigen] is not None)
            ]
            teller, noemer = _som([rij[eigen] for rij in onder]), _som([rij["noemer"] for rij in onder])
            som_per_jaar[w.jaar] = teller
            if indicator.teller:
                assert teller == w.teller
            if indicator.noemer:
                assert noemer == w.noemer
            match indicator.eenheid.naam:
                case "aandeel" | "per_verhuring":
                    waarde = None if not noemer or teller is None else teller / noemer
                case "maanden":
                    waarde = statistics.median(rij["teller"] for rij in onder)
                case "index":
                    waarde = 100 * teller / som_per_jaar[2021]
                case "verdeling":
                    waarde = w.waarde
                case _:
                    waarde = teller
            if w.waarde is None and indicator.query in ALLEEN_HELE_JAREN:
                assert w.tot_en_met is not None  # a year that is not over has rows, and no figure
                continue
            # Nothing happened in a year that was delivered: a nought without rows.
            assert waarde == pytest.approx(w.waarde) or (onder == [] and w.waarde == 0)


@pytest.mark.parametrize("code", INDICATOREN)
def test_gevraagde_rijen_zijn_die_van_de_waarneming(demo, code):
    indicator = demo.overeenkomst.indicator[code]
    for niveau in indicator.niveaus:
        waarnemingen = demo.waarnemingen(indicator, niveau)
        for w in [w for w in waarnemingen if w.soort == "plan"][-1:] + [w for w in waarnemingen if w.soort != "plan"][
            -1:
        ]:
            rijen = rijen_van(demo, indicator, w)
            if indicator.eenheid.naam in ("aantal", "score", "mijlpaal"):
                assert (_som([rij.teller for rij in rijen]) or 0) == w.waarde
            if indicator.teller:
                assert _som([rij.teller for rij in rijen]) == w.teller
            if indicator.noemer:
                assert _som([rij.noemer for rij in rijen]) == w.noemer
            assert {rij.tabel for rij in rijen} <= set(demo.queries[indicator.query].bron)
            assert [rij for rij in rijen if w.soort != "plan" and (rij.levering is None or rij.bronrij is None)] == []


def test_keuze_van_kernen_kiest_ook_de_rijen(demo):
    indicator = demo.overeenkomst.indicator["aandeel_regulier"]
    filters = {"kernen": ["Axel", "Hoek"], "corporaties": ["WZV"]}
    w = demo.waarnemingen(indicator, "gemeente", **filters)[-1]

    rijen = rijen_van(demo, indicator, w, **filters)

    assert len(rijen) == w.noemer
    assert {(rij.waarden["kern"], rij.waarden["corporatie"]) for rij in rijen} <= {("Axel", "WZV"), ("Hoek", "WZV")}


def test_rij_zegt_waar_zij_vandaan_komt(demo, demo_store):
    indicator = demo.overeenkomst.indicator["aandeel_regulier"]
    [w] = [w for w in demo.waarnemingen(indicator, "kern") if (w.jaar, w.kern) == (2025, "Spui")]
    opgeslagen = Opslag(demo_store).tabellen(demo.publicatie)["verhuringen"].to_pylist()
    bekend = {(rij["upload_id"], rij["bronrij"]): rij for rij in opgeslagen}

    for rij in rijen_van(demo, indicator, w):
        bron = bekend[rij.upload_id, rij.bronrij]
        assert rij.waarden == {naam: bron[naam] for naam in bron if naam not in ("upload_id", "bronrij", "fictief")}
        assert (rij.levering["upload_id"], rij.levering["tabel"], rij.fictief) == (
            bron["upload_id"],
            "verhuringen",
            True,
        )


def test_planning_heeft_geen_levering(demo):
    indicator = demo.overeenkomst.indicator["sociale_voorraad"]
    [w] = [
        w
        for w in demo.waarnemingen(indicator, "corporatie")
        if (w.jaar, w.corporatie, w.soort) == (2025, "WZV", "plan")
    ]
    [rij] = rijen_van(demo, indicator, w)
    assert (rij.tabel, rij.upload_id, rij.bronrij, rij.levering) == ("plan", None, None, None)
    assert rij.waarden == {"corporatie": "WZV", "aantal": w.waarde}


def test_levering_zit_in_precies_de_cijfers_waar_haar_rijen_in_zitten(demo):
    """One delivery of changes in the stock, against the rows of every observation of figures from that table."""
    levering = next(
        rij for rij in demo.volledigheid.leveringen if rij["tabel"] == "voorraadmutaties" and rij["rijen"] > 3
    )
    verwacht = {}
    for indicator in demo.overeenkomst.indicatoren:
        if "voorraadmutaties" not in demo.queries[indicator.query].bron:
            continue
        plaatsen = {
            (w.jaar, w.corporatie, w.kern)
            for niveau in indicator.niveaus
            for w in demo.waarnemingen(indicator, niveau)
            if w.jaar == levering["periode_tot"].year
            and any(rij.upload_id == levering["upload_id"] for rij in rijen_van(demo, indicator, w))
        }
        if plaatsen:
            verwacht[indicator.indicator] = tuple(
                tuple(sorted({p[nr] for p in plaatsen} - {"totaal"})) for nr in range(3)
            )
    gevonden = {
        een.indicator.indicator: (een.jaren, een.corporaties, een.kernen)
        for een in geraakt(demo, levering["upload_id"])
    }
    assert gevonden == verwacht
    assert len(gevonden) > 2


def test_onbekende_levering_zit_nergens_in(demo):
    assert geraakt(demo, "weg") == []


# --- on the page --------------------------------------------------------------------------------------------------------


def test_rijen_staan_er_pas_na_openen(open_pagina, monkeypatch):
    def te_vroeg(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("dashboard.weergave.onderliggend.rijen_in", te_vroeg)
    scherm = open_pagina("beschikbaarheid")
    assert list(scherm.at.exception) == []
    assert "Welke rijen zitten hieronder" in scherm.at.button_group(key="meer").options


def test_rijen_onder_een_cijfer_van_een_kern(open_pagina, demo):
    scherm = open_pagina("beschikbaarheid", meer=RIJEN, rijen_van="Hoek", rijen_jaar="2025", kernen="Axel")

    indicator = demo.overeenkomst.indicator["aandeel_regulier"]
    [w] = [w for w in demo.waarnemingen(indicator, "kern") if (w.jaar, w.kern) == (2025, "Hoek")]
    rijen = rijen_van(demo, indicator, w)
    tabellen = scherm.tabellen
    [tabel] = [tabel for tabel in tabellen if "bestand" in tabel[0]]
    leveringen = len({rij.upload_id for rij in rijen})
    assert list(scherm.at.exception) == []
    assert f"Aandeel regulier, alleen Hoek, 2025: {len(rijen)} rijen uit {leveringen} leveringen." in scherm.tekst
    assert [tuple(rij[:5]) for rij in tabel[1:]] == [
        (rij.upload_id, rij.levering["bestand"], str(rij.bronrij), str(int(rij.teller)), "1") for rij in rijen
    ]
    assert tabel[0] == ["levering", "bestand", "rij", "in teller", "in noemer", *rijen[0].waarden]
    assert "Alle rijen als csv-bestand" in [knop.label for knop in scherm.at.get("download_button")]


def test_lange_lijst_houdt_op_en_laat_de_kleine_tabel_zien(open_pagina):
    scherm = open_pagina("beschikbaarheid", cijfer="aandeel_sociaal", meer=RIJEN, rijen_jaar="2025")

    tabellen = {woord.text: rij for rij in scherm.html.iter("table") for woord in rij.iter("caption")}
    lengte = {naam: len(list(tabellen[naam].iter("tr"))) - 1 for naam in ("kengetallen", "voorraad")}
    assert lengte == {"kengetallen": 1, "voorraad": 199}
    assert "; 200 daarvan staan hieronder, het bestand heeft ze alle." in scherm.tekst


def test_rijen_van_een_jaar_of_deel_dat_er_niet_is(open_pagina):
    scherm = open_pagina("beschikbaarheid", meer=RIJEN, rijen_van="Nergens", rijen_jaar="1066", tot="2025")
    assert list(scherm.at.exception) == []
    assert "Aandeel regulier, hele gemeente, 2025: " in scherm.tekst


def test_csv_opent_in_een_rekenblad_en_voert_niets_uit(demo):
    indicator = demo.overeenkomst.indicator["inschrijfduur"]
    [w] = [w for w in demo.waarnemingen(indicator, "kern") if (w.jaar, w.kern) == (2025, "Spui")]
    rij = rijen_van(demo, indicator, w)[0]
    eigen = {"dag": dt.date(2025, 1, 2), "tekst": "=1+1", "min": -2.5, "leeg": None, "wel": True, "naam": "a;b"}
    rij = replace(rij, upload_id="u1", bronrij=7, teller=12.0, waarden=eigen, levering={"bestand": "x.xlsx"})
    assert csv_bestand([rij]).decode("utf-8-sig").splitlines() == [
        "tabel;levering;bestand;rij;in_teller;in_noemer;dag;tekst;min;leeg;wel;naam;fictief",
        'verhuringen;u1;x.xlsx;7;12;1;2025-01-02;\'=1+1;-2,5;;ja;"a;b";ja',
    ]


def test_levering_op_de_pagina_gegevens(open_pagina, demo):
    levering = next(rij for rij in demo.volledigheid.leveringen if rij["tabel"] == "woningzoekenden")

    scherm = open_pagina("gegevens", deel="Leveringen", levering=levering["upload_id"])

    jaar = str(levering["periode_tot"].year)
    assert scherm.tabel(2) == [
        ["cijfer", "van wie", "kernen", "jaren"],
        ["Slaagkans van woningzoekenden", "hele gemeente", "–", jaar],
        ["Wie nog zoekt, vijf jaar of langer", "hele gemeente", "–", jaar],
        ["Wie nog zoekt, naar inschrijfduur", "hele gemeente", "–", jaar],
    ]
    [koppeling] = [a for a in scherm.html.iter("a") if a.text == "Slaagkans van woningzoekenden"]
    assert koppeling.get("href") == "beschikbaarheid?cijfer=slaagkans"
    assert len(list(open_pagina("gegevens", deel="Leveringen", levering="weg").html.iter("table"))) == 2
