"""Two publications of our own side by side: Axel went from nine to seven in ten, by one delivery."""

from __future__ import annotations

import datetime as dt
import logging

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import TABELLEN

PROCENT = "\u202f%"
BEGIN, EIND = dt.date(2023, 1, 1), dt.date(2023, 12, 31)


def _verhuringen(regulier: int) -> list[dict]:
    gewoon = {"corporatie": "CLAVIS", "kern": "Axel", "daeb": True, "contract": "onbepaald", "kale_huur": 700.0}
    return [
        gewoon
        | {
            "verhuring_id": f"v{nummer}",
            "ingangsdatum": dt.date(2023, 1 + nummer % 12, 1),
            "groep": "regulier" if nummer < regulier else "urgent",
        }
        for nummer in range(20)
    ]


def _levering(upload_id: str, corporatie: str) -> dict:
    periode = {"periode_van": BEGIN, "periode_tot": EIND, "aangeleverd_op": EIND}
    return {"upload_id": upload_id, "tabel": "verhuringen", "corporatie": corporatie} | periode


@pytest.fixture(scope="module")
def store(eigen_opslag) -> str:
    """First 18 of 20 to people without priority, then, after a correction, 14 of 20."""
    leveringen = [_levering("u1", "CLAVIS"), _levering("u2", "WZV")]
    adres = eigen_opslag("overleg april", verhuringen=_verhuringen(18), leveringen=leveringen)
    opslag = Opslag(adres)
    tabellen = opslag.tabellen(opslag.publicatie())
    rijen = [
        oud | nieuw
        for oud, nieuw in zip(tabellen["verhuringen"].to_pylist(), _op_volgorde(_verhuringen(14)), strict=True)
    ]
    eerste = tabellen["leveringen"].to_pylist()[0]
    tabellen["verhuringen"] = TABELLEN["verhuringen"].arrow(rijen)
    tabellen["leveringen"] = TABELLEN["leveringen"].arrow(
        [*tabellen["leveringen"].to_pylist(), eerste | {"upload_id": "u3", "corporatie": "CLAVIS"}]
    )
    opslag.publiceer(alles(tabellen), wie="test", wat="correctie", stand="overleg oktober")
    return adres


def _op_volgorde(rijen: list[dict]) -> list[dict]:
    return sorted(rijen, key=lambda rij: (rij["ingangsdatum"], int(rij["verhuring_id"][1:])))


def test_zonder_keuze_de_laatste_twee_standen(open_pagina, store):
    scherm = open_pagina("vergelijken", store=store)

    assert list(scherm.at.exception) == []
    assert scherm.kop == (
        "Van overleg april naar overleg oktober veranderden 1 afspraak, 3 standen per norm en 5 cijfers, door 1 levering"
    )
    assert (
        f"Slechter. Aandeel regulier, Axel, 2023: 90{PROCENT} (18 van 20) wordt 70{PROCENT} (14 van 20), "
        "op schema wordt achter op schema"
    ) in scherm.tekst
    afspraken, per_norm = scherm.tabellen[:2]
    assert afspraken == [
        ["nr.", "onderwerp", "berekend was", "berekend wordt", "tegenspraak", "door levering"],
        [
            "1.1.14",
            "Regulier en niet-regulier toewijzen",
            "● op schema in 2023",
            "■ achter op schema in 2023",
            "",
            "u3",
        ],
    ]
    assert per_norm[0] == [
        "nr.",
        "cijfer",
        "stand was",
        "stand wordt",
        "waarde was",
        "waarde wordt",
        "door levering",
    ]
    assert [
        "1.1.14",
        "Aandeel regulier, Axel, 2023",
        "● op schema",
        "■ achter op schema",
        f"90{PROCENT} (18 van 20)",
        f"70{PROCENT} (14 van 20)",
        "u3",
    ] in per_norm


def test_cijfers_gemeld_en_leveringen(open_pagina, store):
    cijfers = open_pagina("vergelijken", store=store, soort="Cijfers").tabel()
    assert cijfers[0] == ["cijfer", "was", "wordt", "door levering"]
    assert cijfers[1] == ["Aandeel regulier, 2023", f"90{PROCENT} (18 van 20)", f"70{PROCENT} (14 van 20)", "u3"]

    assert "Geen enkele gemelde stand veranderde." in open_pagina("vergelijken", store=store, soort="Gemeld").tekst

    leveringen = open_pagina("vergelijken", store=store, soort="Leveringen").tabel()
    assert leveringen[1:] == [
        ["u3", "erbij gekomen", "verhuringen", "Clavis", "1 januari 2023 t/m 31 december 2023", "x"]
    ]


def test_andersom_is_een_levering_teruggedraaid_en_wordt_het_beter(open_pagina, store):
    scherm = open_pagina("vergelijken", store=store, eerst="2", later="1")

    assert scherm.kop.endswith(", door 1 vervallen levering")
    assert f"Beter. Aandeel regulier, Axel, 2023: 70{PROCENT} (14 van 20) wordt 90{PROCENT} (18 van 20)" in scherm.tekst
    assert scherm.tabel()[1][-1] == "u3 (vervallen)"
    links = [deel.get("href") for deel in scherm.een("mp-punten").iter("a")]
    assert links[0].endswith("&stand=1")


def test_met_zichzelf_vergelijken_en_onbekende_nummers(open_pagina, store):
    zelf = open_pagina("vergelijken", store=store, eerst="2")
    assert zelf.kop == "Van overleg oktober naar overleg oktober veranderde er niets"
    assert "Geen enkele stand veranderde." in zelf.tekst

    assert open_pagina("vergelijken", store=store, eerst="99", later="x").kop.startswith("Van overleg april naar ")


@pytest.mark.parametrize("naam", ["leeg", "zonder verhuringen"])
def test_zonder_twee_publicaties_valt_er_niets_te_vergelijken(open_pagina, opslag, naam):
    scherm = open_pagina("vergelijken", store=opslag(naam))

    assert list(scherm.at.exception) == []
    assert scherm.kop == "Er valt nog niets te vergelijken: daarvoor zijn twee publicaties nodig"


# --- what the overview says when there is nothing, or too much, to say -------------------------------------------------


def test_lege_opslag_zegt_dat_er_niets_is_gepubliceerd(open_pagina, opslag):
    scherm = open_pagina("", store=opslag("leeg"))

    assert scherm.alle("mp-punten") == []
    assert (
        "Wat het overleg moet bespreken Er is nog niets gepubliceerd. Zodra er gegevens zijn, staat hier wat het "
        "overleg moet bespreken."
    ) in scherm.tekst


def test_zeven_punten_en_een_koppeling_naar_alle(open_pagina, lees):
    kort, lang = open_pagina(), open_pagina(punten="alle")
    eerste, alle = ([lees(punt) for punt in scherm.een("mp-punten")] for scherm in (kort, lang))

    assert (len(eerste), alle[:7]) == (7, eerste)
    [meer], [terug] = kort.een("mp-meer"), lang.een("mp-meer")
    assert (lees(meer), meer.get("href")) == (f"Nog {len(alle) - 7} punten: toon ze alle {len(alle)}", "./?punten=alle")
    assert (lees(terug), terug.get("href")) == ("Toon alleen de zwaarste", "./")


def test_wat_afwijkt_volgt_het_filter(open_pagina, lees):
    heel = open_pagina("beschikbaarheid")
    kern = open_pagina("beschikbaarheid", kernen="Sas van Gent")
    leeg = open_pagina("beschikbaarheid", corporatie="Clavis", kernen="Spui")

    assert lees(heel.een("mp-breed")[0]) == "Wat afwijkt"
    assert lees(kern.een("mp-breed")[0]) == "Wat afwijkt, alleen Sas van Gent"
    [punt] = kern.een("mp-punten")
    assert lees(punt).startswith("1.1.14 Regulier en niet-regulier toewijzen ")
    assert "Sas van Gent: " in lees(punt)
    assert lees(leeg.een("mp-breed")) == (
        "Wat afwijkt, alleen Clavis, Spui Geen norm die over deze keuze gaat, geeft een punt."
    )


# --- a page that breaks ------------------------------------------------------------------------------------------------


def test_een_storing_toont_alleen_een_nummer_dat_ook_in_het_logboek_staat(caplog):
    def pagina():
        from dashboard.weergave.storing import toon_storing

        assert toon_storing(ValueError("geheim"))

    with caplog.at_level(logging.ERROR):
        at = AppTest.from_function(pagina).run()

    [melding] = at.error
    [regel] = [regel for regel in caplog.records if regel.name == "dashboard.weergave.storing"]
    nummer = regel.getMessage().removeprefix("Storing ")
    assert len(nummer) == 6
    assert regel.exc_info is not None
    assert "geheim" not in melding.value
    assert melding.value == (
        "Hier ging iets mis, daardoor is deze pagina niet compleet. Laad de pagina opnieuw. Blijft het misgaan? Meld dan "
        f"storing {nummer} bij de beheerder: onder dat nummer staat in het logboek wat er gebeurde."
    )
