"""The list of all afspraken with its filters, and each afspraak whole."""

from __future__ import annotations

import csv

import pytest

from dashboard.basis.instellingen import WORTEL
from dashboard.standen.afspraakstand import afspraakstanden
from dashboard.weergave import afspraak
from tests.pages.conftest import lees_html, woorden

with (WORTEL / "data" / "afspraken" / "afspraken.csv").open(encoding="utf-8") as bestand:
    AFSPRAKEN = {rij["afspraak"]: rij for rij in csv.DictReader(bestand)}


def _nummers(scherm):
    return [rij[0] for rij in scherm.tabel()[1:]]


@pytest.fixture(scope="module")
def standen(demo):
    return {stand.afspraak.afspraak: stand for stand in afspraakstanden(demo)}


def _soort(demo, stand):
    """What of an afspraak can be there or not; a page says it of each in the same way."""
    nummer, acties = stand.afspraak.afspraak, demo.overeenkomst.acties
    delen = (stand.oordelen, stand.meldingen, stand.cijfer, stand.tegenspraak, stand.afspraak.opmerking)
    niveaus = {oordeel.norm.niveau for oordeel in demo.oordelen if oordeel.norm.afspraak == nummer}
    return (*map(bool, delen), any(actie.afspraak == nummer for actie in acties), niveaus - {"gemeente"} != set())


def test_van_elke_afspraak_staat_er_alles(demo, standen):
    """What the page writes of each, without the page."""
    assert list(standen) == list(AFSPRAKEN)
    for nummer, stand in standen.items():
        afgesproken = woorden(lees_html(str(afspraak._afgesproken(demo, stand))))
        assert AFSPRAKEN[nummer]["samenvatting"] in afgesproken
        assert AFSPRAKEN[nummer]["bron"] in afgesproken
        hoe = woorden(lees_html(str(afspraak._standen(demo, stand))))
        assert hoe.startswith("Hoe staat het ervoor")
        assert [m for m in stand.meldingen if m["toelichting"] and m["toelichting"] not in hoe] == []
        oordelen = [oordeel for oordeel in demo.oordelen if oordeel.norm.afspraak == nummer]
        rijen = woorden(lees_html(str(afspraak._oordeeltabel(demo, oordelen))))
        assert [oordeel.reden for oordeel in oordelen if oordeel.reden not in rijen] == []


def test_een_actie_die_terugkomt_noemt_haar_ronden(open_pagina):
    scherm = open_pagina("afspraken", afspraak="5.3")
    ronden = "5.3-2023, 5.3-2024, 5.3-2025, 5.3-2026 en 5.3-2027"
    assert (
        f"De uitvoeringsagenda bijwerken. Termijn: voorjaar 2023. Komt terug, met als nummers {ronden}." in scherm.tekst
    )
    assert "Actie 5.3, ronde 2026 Gereed op 24 juni 2026" in scherm.tekst
    assert [rij[1] for tabel in scherm.tabellen if tabel[0][0] == "overleg" for rij in tabel[1:4]] == [
        "5.3, ronde 2026",
        "5.3, ronde 2026",
        "5.3, ronde 2025",
    ]
    assert "Gereed op 20 juni 2023, op tijd; afgesproken voor 30 juni 2023." in scherm.tekst


def test_van_elke_soort_gaat_er_een_open(open_pagina, demo, standen):
    soorten = {_soort(demo, stand): nummer for nummer, stand in reversed(standen.items())}
    assert len(soorten) > 6
    for nummer in soorten.values():
        scherm = open_pagina("afspraken", afspraak=nummer)

        assert list(scherm.at.exception) == []
        assert scherm.kop == f"{nummer} {AFSPRAKEN[nummer]['onderwerp']}"
        assert AFSPRAKEN[nummer]["samenvatting"] in "".join(scherm.html.itertext())
        assert scherm.at.query_params == {"afspraak": nummer}


def test_de_lijst_heeft_elke_afspraak_in_de_volgorde_van_het_akkoord(open_pagina):
    scherm = open_pagina("afspraken")

    assert _nummers(scherm) == list(AFSPRAKEN)
    assert scherm.tabel()[0] == ["nr.", "onderwerp", "trekker", "gemeld", "berekend", "wat het cijfer zegt"]
    assert [a.get("href") for a in scherm.html.iter("a")] == [f"afspraken?afspraak={nummer}" for nummer in AFSPRAKEN]


def test_filteren_op_thema_en_trekker(open_pagina):
    scherm = open_pagina("afspraken", thema_keuze="Duurzaamheid", trekker="Gemeente")

    verwacht = [nr for nr, rij in AFSPRAKEN.items() if rij["thema"] == "2" and "gemeente" in rij["trekker"].split(";")]
    assert 0 < len(verwacht) < 8
    assert _nummers(scherm) == verwacht
    assert scherm.html.find(".//caption").text == f"{len(verwacht)} van 55 afspraken"


def test_filteren_op_stand_vindt_gemeld_berekend_en_indicatief(open_pagina):
    alle = open_pagina("afspraken").tabel()[1:]
    for woord in ("achter op schema", "gereed", "niet gemeld", "aandacht"):
        gevonden = _nummers(open_pagina("afspraken", standen=woord))

        # As the list shows it: '■ achter op schema', or '▲ indicatief aandacht' where only the last known norm says so.
        verwacht = [
            rij[0] for rij in alle if woord in {cel[2:].removeprefix("indicatief ") for cel in (rij[3], rij[4])}
        ]
        assert (woord, set(verwacht) - set(gevonden)) == (woord, set())
        assert 0 < len(gevonden) < len(alle)


def test_een_keuze_waar_niets_bij_past_zegt_dat(open_pagina):
    scherm = open_pagina("afspraken", thema_keuze="Duurzaamheid", standen="te klein om te beoordelen")

    assert scherm.tekst.endswith("Geen afspraak past bij deze keuze.")
    assert list(scherm.html.iter("table")) == []


@pytest.mark.parametrize(
    "vraag",
    [
        {"afspraak": "9.9.9"},
        {"afspraak": ""},
        {"thema_keuze": "Onderwijs", "trekker": "Niemand", "standen": "geweldig"},
        {"stand": "99"},
    ],
)
def test_onbekende_waarden_in_een_link_geven_de_hele_lijst(open_pagina, vraag):
    scherm = open_pagina("afspraken", **vraag)

    assert list(scherm.at.exception) == []
    assert scherm.tekst == open_pagina("afspraken").tekst


def test_een_afspraak_kiezen_en_weer_terug(open_pagina):
    at = open_pagina("afspraken").at

    at.selectbox(key="afspraak").select("1.1.14").run()
    assert at.query_params == {"afspraak": "1.1.14"}
    assert "1.1.14 Regulier en niet-regulier toewijzen" in at.main.get("html")[0].proto.body

    at.selectbox(key="afspraak").set_value(None).run()
    assert list(at.exception) == []
    assert at.query_params == {}
    assert "<h1>Alle 55 afspraken" in at.main.get("html")[0].proto.body
