"""The page on data: publications, deliveries, definitions, quality and the plan, each in its own tab."""

from __future__ import annotations

import pytest

from dashboard.basis.opmaak import datum, tijdstip
from dashboard.store import Opslag


def test_het_eerste_tabblad_noemt_elke_publicatie_de_nieuwste_voorop(open_pagina, demo_store):
    scherm = open_pagina("gegevens")

    rijen = [
        [
            f"{p.nummer} (getoond)" if p.nummer == 3 else str(p.nummer),
            tijdstip(p.moment),
            p.wie,
            p.wat,
            p.stand,
            p.waarom,
        ]
        for p in reversed(Opslag(demo_store).publicaties())
    ]
    assert scherm.kop == "Verhuringen aangeleverd: Clavis t/m 30 september 2026 en Woongoed ZVL t/m 30 juni 2026"
    assert scherm.tabel() == [["nr.", "wanneer", "wie", "wat", "stand", "waarom"], *rijen]
    assert len(list(scherm.html.iter("table"))) == 1


def test_de_getoonde_publicatie_is_de_gekozen_publicatie(open_pagina):
    assert [rij[0] for rij in open_pagina("gegevens", stand="1").tabel()] == ["nr.", "3", "2", "1 (getoond)"]


def test_elke_levering_staat_er_met_hoe_vers_zij_is(open_pagina, demo):
    scherm = open_pagina("gegevens", deel="Leveringen")

    vers, leveringen = scherm.tabel(0), scherm.tabel(1)
    assert ["verhuringen", "Woongoed ZVL", "30 juni 2026"] in vers
    rijen = demo.rijen("gegevens/leveringen")
    kort = demo.overeenkomst.kort
    assert leveringen[1:] == [
        [
            rij["upload_id"],
            rij["tabel"],
            kort[rij["corporatie"]] if rij["corporatie"] else "",
            f"{datum(rij['periode_van'])} t/m {datum(rij['periode_tot'])}",
            rij["bestand"],
            f"{rij['rijen']:,}".replace(",", "."),
            datum(rij["aangeleverd_op"]),
            rij["aangeleverd_door"],
            "verzonnen",
        ]
        for rij in rijen
    ]


def test_elke_definitie_is_te_kiezen(open_pagina, demo):
    at = open_pagina("gegevens", deel="Definities").at

    assert at.selectbox(key="definitie").options == [i.titel for i in demo.overeenkomst.indicatoren]
    at.selectbox(key="definitie").select("aandeel_regulier").run()
    assert list(at.exception) == []
    assert at.query_params == {"deel": "Definities", "definitie": "aandeel_regulier"}
    [code] = at.code
    assert code.value == demo.queries["toewijzing/aandeel_regulier"].sql
    assert (
        "Mensen die moesten verhuizen door sloop of renovatie tellen als regulier." in at.main.get("html")[1].proto.body
    )


def test_de_kwaliteit_toont_elke_controle(open_pagina, demo):
    rijen = open_pagina("gegevens", deel="Kwaliteit").tabel()[1:]

    assert [rij[:2] for rij in rijen] == [[r["tabel"], r["controle"]] for r in demo.rijen("gegevens/kwaliteit")]


def test_de_planning_staat_er_heel_en_nagerekend(open_pagina, demo):
    scherm = open_pagina("gegevens", deel="Planning")

    assert "60 totalen uit de planning nagerekend. Alle totalen zijn gelijk aan die in het document." in scherm.tekst
    assert len(scherm.tabel(0)) - 1 == len(demo.rijen("voorraad/plan"))
    # Bijlage 1 to the unit: all homes together, from 4.831 at the start to 4.822 after the first year.
    [samen] = [r for r in scherm.tabel(0) if r[:3] == ["alle corporaties samen", "woongelegenheid", "2022"]]
    assert (samen[3], samen[-1]) == ("4.831", "4.822")


@pytest.mark.parametrize("deel", ["Iets anders", ""])
def test_een_onbekend_tabblad_is_het_eerste(open_pagina, deel):
    assert open_pagina("gegevens", deel=deel).tekst == open_pagina("gegevens").tekst
