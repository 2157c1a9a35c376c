"""The pages of one kern and of one corporatie: what they say, for whom, and what they do with what is not there."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from dashboard.normen import TOTAAL
from dashboard.weergave.onderdelen import TABEL

KERNDELEN = ("Ontwikkeling", "Wie er komt wonen", "De woningen", "Alle cijfers", "Normen")
CORPORATIEDELEN = (
    "Planning en vooruitblik",
    "Ontwikkeling",
    "Wie er komt wonen",
    "De woningen",
    "Alle cijfers",
    "Normen en afspraken",
)


@pytest.mark.parametrize("deel", KERNDELEN)
@pytest.mark.parametrize("kern", ["Terneuzen", "Overslag"])
def test_elk_deel_van_de_grootste_en_de_kleinste_kern(open_pagina, kern, deel):
    scherm = open_pagina("kern", kern=kern, onderdeel=deel)

    assert list(scherm.at.exception) == []
    assert scherm.kop.startswith(f"{kern}: aandeel regulier ")
    assert 1 <= len(scherm.tegels) <= 4
    assert len(scherm.grafieken) <= 4
    assert all(grafiek.alt for grafiek in scherm.grafieken)


@pytest.mark.parametrize(("kern", "wie"), [("Terneuzen", "Clavis"), ("Hoek", "Woongoed ZVL")])
def test_een_kern_noemt_de_eerste_gesprekspartner(open_pagina, kern, wie):
    scherm = open_pagina("kern", kern=kern)
    assert f"Over nieuwe sociale huur praat de gemeente hier het eerst met {wie}." in scherm.tekst


@pytest.mark.parametrize("deel", CORPORATIEDELEN)
@pytest.mark.parametrize("code", ["CLAVIS", "WZV"])
def test_elk_deel_van_elke_corporatie(open_pagina, demo, code, deel):
    scherm = open_pagina("corporatie", corporatie=code, onderdeel=deel)

    assert list(scherm.at.exception) == []
    assert scherm.kop.startswith(f"{demo.overeenkomst.kort[code]}: aandeel regulier ")
    assert 1 <= len(scherm.tegels) <= 4
    assert len(scherm.grafieken) <= 4


def test_de_zin_noemt_cijfer_en_tekort_van_het_laatste_hele_jaar(open_pagina, demo):
    scherm = open_pagina("kern", kern="Sas van Gent")
    [oordeel] = [
        o
        for o in demo.oordelen_over(demo.overeenkomst.indicator["aandeel_regulier"], "kern")
        if (o.waarneming.kern, o.waarneming.jaar) == ("Sas van Gent", 2025)
    ]
    w = oordeel.waarneming
    deel = f"{100 * w.teller / w.noemer:.0f}\u202f%"
    assert scherm.kop.startswith(
        f"Sas van Gent: aandeel regulier {deel} in 2025, {oordeel.tekort} verhuringen te weinig voor de laatst bekende norm;"
    )


def test_wat_afwijkt_staat_voor_de_grafieken_met_een_link(open_pagina):
    scherm = open_pagina("kern", kern="Sas van Gent")
    [punt] = scherm.een("mp-kader").iter("li")
    assert [link.get("href") for link in punt.iter("a")] == ["afspraken?afspraak=1.1.14"]
    assert "indicatief achter op schema" in scherm.tekst


def test_een_onbekende_kern_krijgt_een_zin_en_de_keuze(open_pagina):
    scherm = open_pagina("kern", kern="<b>Nergens</b>")

    assert scherm.kop == "‘<b>Nergens</b>’ is geen kern van Terneuzen: kies hieronder een kern"
    assert scherm.at.selectbox(key="kern").value is None
    assert scherm.tegels == []
    links = [link.get("href") for link in scherm.html.iter("a")]
    assert len(links) == 13
    assert "kern?kern=Sas+van+Gent" in links


def test_een_onbekende_corporatie_krijgt_een_zin_en_de_keuze(open_pagina):
    scherm = open_pagina("corporatie", corporatie="Buiten")

    assert scherm.kop == "‘Buiten’ is geen corporatie in deze afspraken: kies hieronder een corporatie"
    assert [rij[0] for rij in scherm.tabel()] == ["corporatie", "Woningcorporatie Clavis", "Woongoed Zeeuws-Vlaanderen"]


def test_een_andere_kern_kiezen_verandert_de_hele_pagina(open_pagina):
    scherm = open_pagina("kern", kern="Axel")
    scherm.at.selectbox(key="kern").select("Hoek").run()
    assert scherm.kop.startswith("Hoek: ")
    scherm.at.selectbox(key="kern").set_value(None).run()
    assert scherm.kop == "13 kernen in Terneuzen: kies er een om die helemaal te zien"


def test_alle_cijfers_staan_naast_de_gemeente_en_gelijke_kernen(open_pagina, demo):
    scherm = open_pagina("kern", kern="Axel", onderdeel="Alle cijfers")
    tabel = scherm.tabel()
    assert tabel[0] == ["cijfer", "periode", "Axel", "hele gemeente", "midden van gelijke kernen", "stand"]
    rijen = {rij[0]: rij for rij in tabel[1:]}
    voorraad = demo.overeenkomst.indicator["sociale_voorraad"]
    per_kern = {w.kern: w.waarde for w in demo.waarnemingen(voorraad, "kern") if w.jaar == 2026}
    gemeente = next(
        w.waarde for w in demo.waarnemingen(voorraad, "gemeente") if (w.jaar, w.soort) == (2026, "realisatie")
    )
    # Within a factor two of Axel (850) lies only Sas van Gent, so the nearest three are taken.
    namen = sorted(
        set(per_kern) - {"Axel"}, key=lambda k: max(per_kern[k] / per_kern["Axel"], per_kern["Axel"] / per_kern[k])
    )
    midden = sorted(per_kern[kern] for kern in namen[:3])[1]
    assert [cel.replace(".", "") for cel in rijen["Woningen van de corporaties"][2:5]] == [
        str(per_kern["Axel"]),
        str(gemeente),
        str(midden),
    ]
    assert rijen["Kernen met een woonprogramma"][2] in ("ja", "nee")
    assert all(naam in scherm.tekst for naam in namen[:3])


def test_een_kern_zonder_verhuringen(open_pagina, eigen_opslag):
    levering = {"tabel": "verhuringen", "periode_van": dt.date(2023, 1, 1), "periode_tot": dt.date(2023, 12, 31)}
    leveringen = [
        levering | {"corporatie": code, "upload_id": code, "aangeleverd_op": dt.date(2024, 1, 9)}
        for code in ("CLAVIS", "WZV")
    ]
    verhuring = {"corporatie": "WZV", "kern": "Hoek", "ingangsdatum": dt.date(2023, 5, 1), "daeb": True}
    store = eigen_opslag(leveringen=leveringen, verhuringen=[verhuring | {"contract": "onbepaald", "model": "aanbod"}])
    for deel in KERNDELEN:
        scherm = open_pagina("kern", store=store, kern="Axel", onderdeel=deel)
        assert list(scherm.at.exception) == []
        assert scherm.kop == "Axel: aandeel regulier: geen verhuringen in 2023"
        assert scherm.grafieken == []


def test_zonder_gegevens_zegt_elke_pagina_dat(open_pagina, opslag):
    assert open_pagina("kern", store=opslag("leeg"), kern="Axel").kop == "Axel: nog geen gegevens"
    assert open_pagina("corporatie", store=opslag("leeg"), corporatie="WZV").kop == "Woongoed ZVL: nog geen gegevens"
    assert open_pagina("kaart", store=opslag("leeg")).kop == "Aandeel regulier per kern: nog geen gegevens"


# --- corporatie ------------------------------------------------------------------------------------------------------


def test_de_waterval_sluit_en_staat_naast_de_planning(open_pagina, demo):
    scherm = open_pagina("corporatie", corporatie="WZV", jaar="2024", **{"meer-waterval": TABEL})
    rijen = {rij[0]: rij[1:] for rij in scherm.tabel()[1:]}
    plan = next(
        rij
        for rij in demo.rijen("voorraad/plan")
        if (rij["corporatie"], rij["soort"], rij["jaar"]) == ("WZV", "woongelegenheid", 2024)
    )

    def getal(tekst: str) -> int:
        return int(tekst.replace(".", "").replace("+", ""))

    for naam in ("beginstand", "aankoop", "nieuwbouw", "eindstand"):
        assert getal(rijen[naam][0]) == plan[naam]
    assert (getal(rijen["verkoop"][0]), getal(rijen["sloop"][0])) == (-plan["verkoop"], -plan["sloop"])
    for kolom in (0, 1):
        *stappen, eind = [getal(rij[kolom]) for rij in rijen.values()]
        assert sum(stappen) == eind
    assert rijen["overig"] == ["0", "-2", "-2"]


def test_na_de_planning_staat_er_dat_er_geen_is(open_pagina):
    scherm = open_pagina("corporatie", corporatie="CLAVIS", jaar="2026")
    assert "Voor 2026 en later is er geen planning." in scherm.tekst
    [titel] = [deel.text for deel in scherm.alle("mp-grafiektitel")]
    assert titel.startswith("Clavis in 2026 t/m K3: ")
    assert titel.endswith("er is geen planning")


def test_de_vooruitblik_van_de_gemeente_noemt_het_tempo(open_pagina, demo):
    scherm = open_pagina("corporatie")
    flex = demo.overeenkomst.indicator["flexwoningen"]
    nu = next(w.waarde for w in demo.waarnemingen(flex, "gemeente") if w.jaar == 2026)
    assert f"{nu:.0f} van 80 woningen op 30 september 2026; nog {80 - nu:.0f} woningen" in scherm.tekst


def test_de_voorraad_van_een_corporatie_is_die_van_de_query(open_pagina, demo):
    for code, naam in itertools.islice(demo.overeenkomst.kort.items(), 1, 3):
        scherm = open_pagina("corporatie", corporatie=code)
        [nu] = [
            w.waarde
            for w in demo.waarnemingen(demo.overeenkomst.indicator["sociale_voorraad"], "corporatie")
            if (w.corporatie, w.kern, w.jaar, w.soort) == (code, TOTAAL, 2026, "realisatie")
        ]
        assert f"{nu:,}".replace(",", ".") in scherm.tegel("Woningen van de corporaties")
        assert scherm.kop.startswith(naam)
