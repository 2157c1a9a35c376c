"""Twenty lettings counted by every definition: what the page says of each, and that none but the agreed one is judged."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from dashboard.cijfers import Keuze, cijfer
from dashboard.cijfers.anders import oordelen_met, varianten
from dashboard.grafieken import grafieken_voor
from dashboard.monitor import open_monitor
from dashboard.normen import Stand
from dashboard.weergave.onderdelen import ANDERS, TABEL, UITLEG

PROCENT = "\u202f%"
NIEUWBOUW = "aandeel_regulier.nieuwbouw"
VRAAG = {NIEUWBOUW: "nee"}


@pytest.fixture(scope="module")
def store(eigen_opslag):
    """In 2023, when the norm of 80 % held: 20 lettings, 16 regular. Of the 5 new homes all; so 11 of 15 without them."""
    jaar = {"periode_van": dt.date(2023, 1, 1), "periode_tot": dt.date(2023, 12, 31)}
    verhuring = {"corporatie": "CLAVIS", "kern": "Axel", "daeb": True, "contract": "onbepaald", "kale_huur": 700.0}
    return eigen_opslag(
        verhuringen=[
            verhuring
            | {
                "verhuring_id": f"v{nummer}",
                "bronrij": nummer + 2,
                "ingangsdatum": dt.date(2023, 1 + nummer % 12, 1),
                "groep": "regulier" if nummer < 16 else "urgent",
                "nieuwbouw": nummer < 5,
                "woonsituatie": "starter",
            }
            for nummer in range(20)
        ],
        leveringen=[
            jaar
            | {"upload_id": code, "tabel": "verhuringen", "corporatie": code, "aangeleverd_op": dt.date(2024, 1, 5)}
            for code in ("CLAVIS", "WZV")
        ],
    )


@pytest.fixture
def monitor(store):
    return open_monitor(adres=store)


def test_zoals_afgesproken_is_er_een_officiele_stand(open_pagina, store):
    scherm = open_pagina("beschikbaarheid", store=store, meer=ANDERS)
    assert scherm.tegel("Aandeel regulier").startswith(f"Aandeel regulier 80{PROCENT} ● op schema 2023 norm minstens")
    assert [knop.value for knop in scherm.at.toggle] == [True, False, False, False, False]


def test_omgezette_schakelaar_is_overal_te_zien(open_pagina, store):
    scherm = open_pagina("beschikbaarheid", store=store, meer=[TABEL, UITLEG, ANDERS], **VRAAG)

    titel = "Aandeel regulier, vrijkomend aanbod zonder nieuwbouw"
    assert list(scherm.at.exception) == []
    assert [knop.value for knop in scherm.at.toggle] == [False, False, False, False, False]
    assert scherm.tegel(titel).startswith(
        f"{titel} 73{PROCENT} ■ indicatief achter op schema 2023 norm minstens 80{PROCENT} · 1 verhuring te weinig · "
        "met een andere definitie"
    )
    assert f"73{PROCENT} in 2023 {titel}, hele gemeente" in scherm.tekst
    assert ["vrijkomend aanbod zonder nieuwbouw", "2023"] in [rij for tabel in scherm.tabellen for rij in tabel]
    assert f"Hoe is dit berekend: {titel.lower()}" in scherm.tekst


def test_schakelaar_op_de_pagina_omzetten_en_terug(open_pagina, store):
    scherm = open_pagina("beschikbaarheid", store=store, meer=ANDERS)

    scherm.at.toggle(key=NIEUWBOUW).set_value(False).run()
    assert scherm.at.query_params[NIEUWBOUW] == "nee"
    assert "Aandeel regulier, vrijkomend aanbod zonder nieuwbouw" in scherm.tekst
    scherm.at.button_group(key="meer").set_value([]).run()
    assert list(scherm.at.toggle) == []
    assert "Aandeel regulier, vrijkomend aanbod zonder nieuwbouw" in scherm.tekst
    scherm.at.button_group(key="meer").set_value([ANDERS]).run()
    assert scherm.at.toggle(key=NIEUWBOUW).value is False
    scherm.at.toggle(key=NIEUWBOUW).set_value(True).run()
    assert NIEUWBOUW not in scherm.at.query_params
    assert "Aandeel regulier, vrijkomend aanbod zonder nieuwbouw" not in scherm.tekst


@pytest.mark.parametrize("waarde", ["ja", "nee;drop"])
def test_onbekende_waarde_in_het_adres_is_zoals_afgesproken(open_pagina, store, waarde):
    scherm = open_pagina("beschikbaarheid", store=store, **{NIEUWBOUW: waarde, "aandeel_regulier.weg": "nee"})
    assert list(scherm.at.exception) == []
    assert scherm.tekst == open_pagina("beschikbaarheid", store=store).tekst


def test_cijfer_zonder_schakelaars_zegt_dat(open_pagina, store):
    scherm = open_pagina("beschikbaarheid", store=store, cijfer="sociale_voorraad", meer=ANDERS)
    assert list(scherm.at.toggle) == []
    assert "Dit cijfer is maar op één manier te tellen." in scherm.tekst


def test_alle_definities_naast_elkaar(open_pagina, store):
    scherm = open_pagina("beschikbaarheid", store=store, meer=ANDERS)

    [tabel] = [tabel for tabel in scherm.tabellen if tabel[0][0] == "definitie"]
    achter = "■ indicatief achter op schema met een andere definitie"
    zoals = "● indicatief op schema met een andere definitie"
    assert tabel[:4] == [
        ["definitie", "cijfer", "teller", "noemer", "tekort", "stand"],
        ["zoals afgesproken", f"80{PROCENT}", "16", "20", "", "● op schema"],
        ["vrijkomend aanbod zonder nieuwbouw", f"73{PROCENT}", "11", "15", "1 verhuring te weinig", achter],
        ["met tijdelijke contracten", f"80{PROCENT}", "16", "20", "", zoals],
    ]
    assert len(tabel) == 33  # five switches, so thirty-two definitions
    assert tabel[-1][0] == (
        "vrijkomend aanbod zonder nieuwbouw, met tijdelijke contracten, met jongerencontracten, met niet-DAEB en met woningruil"
    )


def test_varianten_van_een_keuze_zonder_heel_jaar(monitor):
    regulier = monitor.overeenkomst.indicator["aandeel_regulier"]
    assert varianten(monitor, regulier, Keuze(corporatie="WZV")) == (None, [])
    assert varianten(monitor, regulier, Keuze(van=2024)) == (None, [])


def test_elke_kern_onder_een_andere_definitie_is_hoogstens_indicatief(monitor):
    oordelen = oordelen_met(monitor, [NIEUWBOUW])

    anders = [oordeel for oordeel in oordelen if oordeel.norm.indicator == "aandeel_regulier"]
    gewoon = [oordeel for oordeel in monitor.oordelen if oordeel.norm.indicator != "aandeel_regulier"]
    assert [
        oordeel
        for oordeel in anders
        if oordeel.stand.oordeel or oordeel.definitie != "vrijkomend aanbod zonder nieuwbouw"
    ] == []
    assert [oordeel for oordeel in oordelen if oordeel.norm.indicator != "aandeel_regulier"] == gewoon
    [axel] = [o for o in anders if o.norm.niveau == "kern" and (o.waarneming.kern, o.waarneming.jaar) == ("Axel", 2023)]
    assert (axel.stand, axel.indicatief, axel.tekort) == (Stand.GEEN_NORM, Stand.ACHTER, 1)


def test_keuze_neemt_alleen_de_schakelaars_van_het_cijfer(monitor):
    keuze = Keuze(anders=(NIEUWBOUW,))
    regulier, starters = (
        cijfer(monitor, monitor.overeenkomst.indicator[code], keuze, None)
        for code in ("aandeel_regulier", "aandeel_starters")
    )
    assert (regulier.titel, regulier.tekst) == ("Aandeel regulier, vrijkomend aanbod zonder nieuwbouw", f"73{PROCENT}")
    assert (starters.titel, starters.klein_tekst[:6]) == ("Aandeel starters in de verhuringen", "n = 20")


def test_een_cijfer_zonder_nieuwbouw_zegt_van_hoeveel_verhuringen_het_niet_bekend_is(monitor):
    verhuringen = monitor.gegevens["verhuringen"]
    plek = verhuringen.column_names.index("nieuwbouw")
    waarden = [None if nummer < 3 else waarde for nummer, waarde in enumerate(verhuringen["nieuwbouw"].to_pylist())]
    zonder = monitor.met({"verhuringen": verhuringen.set_column(plek, "nieuwbouw", pa.array(waarden, pa.bool_()))})
    zin = "3 verhuringen tellen niet mee: niet bekend of het nieuwbouw is"
    regulier, groepen = (zonder.overeenkomst.indicator[code] for code in ("aandeel_regulier", "verhuringen_per_groep"))

    assert zin not in cijfer(zonder, regulier, Keuze(), None).klein_tekst
    assert zin in cijfer(zonder, regulier, Keuze(anders=(NIEUWBOUW,)), None).klein_tekst
    for anders, genoemd in (((), False), (("verhuringen_per_groep.nieuwbouw",), True)):
        geteld = zonder.overeenkomst.anders_geteld(groepen, anders)
        grafiek, *_ = grafieken_voor(zonder, geteld, Keuze(anders=anders), donker=False)
        assert (zin in grafiek.ondertitel) is genoemd
