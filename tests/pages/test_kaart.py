"""The map page: which figure it opens with, what its table says, and what it does with a wish from the URL."""

from __future__ import annotations

import json

import pytest

from dashboard.grafieken.kernenkaart import eerste_kaartcijfer, kaartcijfers


def test_de_kaart_opent_met_het_eerste_hoofdcijfer_met_een_norm_per_kern(open_pagina, demo):
    scherm = open_pagina("kaart")

    assert eerste_kaartcijfer(demo).indicator == "aandeel_regulier"
    assert scherm.at.selectbox(key="cijfer").value == "aandeel_regulier"
    assert scherm.at.selectbox(key="jaar").value == "2025"
    assert scherm.kop.startswith("Aandeel regulier in 2025, tegen de laatst bekende norm: ")


def test_de_tabel_zegt_wat_de_kaart_tekent(open_pagina, demo):
    scherm = open_pagina("kaart", jaar="2023")
    rijen = scherm.tabel()[1:]
    assert sorted(rij[0] for rij in rijen) == sorted(kern.kern for kern in demo.overeenkomst.kernen)
    [grafiek] = scherm.grafieken
    sporen = json.loads(grafiek.spec)["data"]
    namen = next(spoor for spoor in sporen if spoor["name"] == "namen")["text"]
    symbool = {tekst.removeprefix("<b>").split(" ", 1)[1].removesuffix("</b>"): tekst[3] for tekst in namen}
    # 2023 has a norm that holds, so its standen are official ones.
    assert {rij[0]: rij[2][0] for rij in rijen} == symbool
    for kern, cijfer, stand in rijen:
        [oordeel] = [
            o
            for o in demo.oordelen_over(demo.overeenkomst.indicator["aandeel_regulier"], "kern")
            if (o.waarneming.kern, o.waarneming.jaar) == (kern, 2023)
        ]
        # Where the year is too small and three years are not, those three are shown and named.
        spreekt = oordeel.sprekend
        w = spreekt.waarneming
        assert stand == f"{spreekt.stand.symbool} {spreekt.stand.woord}"
        if w.noemer:
            jaren = f", {w.periode}" if spreekt is not oordeel else ""
            assert cijfer.endswith(f"({w.teller:.0f} van {w.noemer:.0f}{jaren})")


def test_een_klik_op_een_naam_opent_de_kern(open_pagina):
    links = {link.text: link.get("href") for link in open_pagina("kaart", stand="2").html.iter("a")}
    assert links["Sas van Gent"] == "kern?stand=2&kern=Sas+van+Gent"


@pytest.mark.parametrize("vorm", ["kaart", "tegels"])
def test_elk_cijfer_per_kern_kan_op_de_kaart(open_pagina, demo, vorm):
    for indicator in kaartcijfers(demo)[:: 3 if vorm == "kaart" else 5]:
        scherm = open_pagina("kaart", cijfer=indicator.indicator, vorm=vorm)
        assert list(scherm.at.exception) == []
        assert scherm.kop.startswith(indicator.titel)
        assert len(scherm.grafieken) == 1


def test_zonder_norm_staat_er_een_bereik_en_geen_stand(open_pagina):
    scherm = open_pagina("kaart", cijfer="leefbaarheidsscore")
    assert " in 2025: van " in scherm.kop
    assert {rij[2] for rij in scherm.tabel()[1:]} == {"zonder norm", "– geen gegevens"}


def test_een_norm_voor_een_paar_kernen_zegt_van_de_andere_dat_er_geen_is(open_pagina):
    rijen = {rij[0]: rij[2] for rij in open_pagina("kaart", cijfer="warmtenet_aansluitingen").tabel()[1:]}
    assert rijen["Axel"] == "– geen norm"
    assert rijen["Sas van Gent"] == "✓ gereed"


def test_wat_niet_bestaat_wordt_overgeslagen(open_pagina):
    scherm = open_pagina("kaart", cijfer="onzin", jaar="1066", vorm="bol")
    assert list(scherm.at.exception) == []
    assert scherm.kop.startswith("Aandeel regulier in 2025")
