"""One road to a figure: what a page shows is what the query and the command line answer, for every stand."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from scipy.special import betaincinv

from dashboard.normen import Stand
from dashboard.standen.afspraakstand import afspraakstanden
from dashboard.weergave.onderdelen import TABEL
from tests.opdrachten import draai

APRIL = 2
DRIE = r" (?:te klein; over|ook over) 20\d\d[^:]*: (\d+) van (\d+) .*"
SMAL = "\u202f"  # the thin space before %


def _nl(waarde: float, decimalen: int = 0) -> str:
    """Dutch notation, written out here so that the test does not believe the code it tests."""
    return f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))


def _toeval(teller: int, noemer: int) -> str:
    """The interval of Jeffreys, with nothing below none and nothing above all."""
    a, b = teller + 0.5, noemer - teller + 0.5
    laag, hoog = (
        (0.0 if teller == 0 else betaincinv(a, b, 0.025)),
        (1.0 if teller == noemer else betaincinv(a, b, 0.975)),
    )
    return f"met toeval {_nl(100 * laag)} tot {_nl(100 * hoog)}{SMAL}%"


def _query(store: str, naam: str, *argumenten: str) -> list[dict]:
    """What `python -m dashboard query` answers."""
    antwoord = draai("query", naam, *argumenten, "--formaat", "json", MONITOR_DATA=store)
    assert (antwoord.code, antwoord.fout) == (0, "")
    return json.loads(antwoord.uit)


@pytest.fixture(scope="module")
def april(open_demo):
    return open_demo(APRIL)


def test_aandeel_en_voorraad_van_2025_zijn_die_van_de_opdrachtregel(open_pagina, demo_store):
    scherm = open_pagina("beschikbaarheid", tot="2025")

    [deel] = [
        rij
        for rij in _query(demo_store, "toewijzing/aandeel_regulier", "--param", "niveau=gemeente")
        if rij["jaar"] == 2025
    ]
    [voorraad] = [
        rij
        for rij in _query(demo_store, "voorraad/ontwikkeling", "--param", "niveau=gemeente")
        if (rij["jaar"], rij["soort"]) == (2025, "realisatie")
    ]
    tegel = scherm.tegel("Aandeel regulier")
    assert tegel.startswith(f"Aandeel regulier {_nl(100 * deel['regulier'] / deel['verhuringen'], 1)}{SMAL}% ")
    toeval = _toeval(deel["regulier"], deel["verhuringen"])
    assert tegel.endswith(f" n = {deel['verhuringen']} · {toeval} · gegevens t/m 31 december 2025")
    woningen = "Woningen van de corporaties"
    assert scherm.tegel(woningen).startswith(f"{woningen} {_nl(voorraad['voorraad'])} ")


def test_de_tabel_achter_een_grafiek_heeft_elke_rij_van_de_query(open_pagina, demo):
    schermen = [
        open_pagina("beschikbaarheid", tot="2025", onderdeel=onderdeel, meer=TABEL)
        for onderdeel in ("Cijfers", "Per kern")
    ]

    verwacht = []
    for niveau, kolom in (("gemeente", "corporatie"), ("corporatie", "corporatie"), ("kern", "kern")):
        rijen = [r for r in demo.rijen("toewijzing/aandeel_regulier", niveau=niveau) if r["jaar"] <= 2025]
        cellen: dict[str, dict[int, str]] = {}
        for rij in rijen:
            decimalen = 1 if rij["verhuringen"] >= 200 else 0
            deel = _nl(100 * rij["regulier"] / rij["verhuringen"], decimalen)
            tekst = f"{deel}{SMAL}% ({rij['regulier']} van {rij['verhuringen']})"
            tekst += f" {_toeval(rij['regulier'], rij['verhuringen'])}"
            cellen.setdefault(rij[kolom], {})[rij["jaar"]] = tekst
        kort = demo.overeenkomst.kort if niveau == "corporatie" else {"totaal": "totaal"}
        verwacht.append(
            [["", "2021", "2022", "2023", "2024", "2025"]]
            + [
                [kort.get(deel, deel), *(cellen[deel].get(jaar, "geen gegevens") for jaar in range(2021, 2026))]
                for deel in sorted(cellen)
            ]
        )
    tabellen = [tabel for scherm in schermen for tabel in scherm.tabellen]
    assert [[[re.sub(DRIE, "", cel) for cel in rij] for rij in tabel] for tabel in tabellen] == verwacht


def test_een_kern_die_een_jaar_te_klein_is_staat_er_over_drie_jaar(open_pagina, demo):
    scherm = open_pagina("beschikbaarheid", tot="2025", onderdeel="Per kern", meer=TABEL)

    geteld = {
        (rij["kern"], rij["jaar"]): (rij["regulier"], rij["verhuringen"])
        for rij in demo.rijen("toewijzing/aandeel_regulier", niveau="kern")
    }
    verwacht = {}
    for (kern, jaar), (_, noemer) in geteld.items():
        if noemer < 10 and 2022 <= jaar <= 2025:  # before 2022 there was no norm to judge by
            drie = [geteld.get((kern, ander), (0, 0)) for ander in range(max(jaar - 2, 2021), jaar + 1)]
            verwacht[kern, jaar] = tuple(sum(deel) for deel in zip(*drie, strict=True))
    getoond = {
        (rij[0], 2021 + nummer): tuple(int(getal) for getal in gevonden.groups())
        for rij in scherm.tabel()[1:]
        for nummer, cel in enumerate(rij[1:])
        if (gevonden := re.search(DRIE, cel)) is not None
    }
    assert len(verwacht) > 20
    assert getoond == verwacht


def test_de_tegel_van_een_kleine_kern_zegt_hoe_drie_jaar_gingen(open_pagina, demo):
    tegel = open_pagina("beschikbaarheid", kernen=["Westdorpe"], tot="2025").tegel("Aandeel regulier")

    drie = [
        rij
        for rij in demo.rijen("toewijzing/aandeel_regulier", niveau="kern", kernen=["Westdorpe"])
        if 2023 <= rij["jaar"] <= 2025
    ]
    regulier, alle = (sum(rij[naam] for rij in drie) for naam in ("regulier", "verhuringen"))
    deel = _nl(100 * regulier / alle)
    assert f" te klein; over 2023-2025: {regulier} van {alle} ({deel}{SMAL}%), de laatste twee keer gehaald " in tegel


def test_de_tegel_van_een_lopend_jaar_zegt_hoe_het_zal_eindigen(open_pagina, demo):
    [oordeel] = [
        o
        for o in demo.oordelen
        if (o.norm.norm, o.waarneming.jaar) == ("1.1.14-portefeuille", demo.volledigheid.peiljaar)
    ]
    van, tot = (_nl(100 * grens) for grens in (oordeel.kans.laag, oordeel.kans.hoog))

    tegel = open_pagina("beschikbaarheid").tegel("Aandeel regulier")

    assert f" eind 2026 minstens 80{SMAL}%: {oordeel.kans.woord} ({van} tot {tot}{SMAL}%) " in tegel
    assert "eind 2026" not in open_pagina("beschikbaarheid", tot="2025").tegel("Aandeel regulier")


def test_bij_een_mediaan_staan_gemiddelde_p90_en_aantal(open_pagina, demo):
    [rij] = [r for r in demo.rijen("wachttijd/inschrijfduur", niveau="gemeente") if r["jaar"] == 2025]

    tegel = open_pagina("beschikbaarheid", tot="2025").tegel("Inschrijfduur (mediaan)")

    assert tegel.startswith(f"Inschrijfduur (mediaan) {_nl(rij['mediaan'], 1)} maanden ")
    rest = f"gemiddeld {_nl(rij['gemiddelde'], 1)} · P90 {_nl(rij['p90'], 1)} · n = {rij['n']}"
    assert tegel.endswith(f" {rest} · gegevens t/m 31 december 2025")


def test_de_aantallen_in_de_koppen_zijn_die_van_de_meldingen(open_pagina, demo):
    """Per afspraak the worst of what was reported last; an afspraak that nobody reported on counts as such."""
    volgorde = ["achter", "aandacht", "niet_gestart", "op_schema", "gereed"]
    gemeld: dict[str, str] = {}
    for rij in demo.rijen("acties/stand"):
        gemeld[rij["afspraak"]] = min(gemeld.get(rij["afspraak"], "gereed"), rij["stand"], key=volgorde.index)
    thema = {rij["afspraak"]: rij["thema"] for rij in demo.rijen("acties/afspraken")}
    aantallen = Counter(gemeld.get(nummer, "niet gemeld") for nummer in thema)
    duurzaam = Counter(gemeld[nummer] for nummer in thema if thema[nummer] == 2 and nummer in gemeld)

    tekst = f"{len(thema)} afspraken: gemeld {aantallen['gereed']} gereed, {aantallen['op_schema']} op schema, "
    tekst += (
        f"{aantallen['aandacht']} aandacht, {aantallen['achter']} achter en {aantallen['niet gemeld']} niet gemeld; "
    )
    assert set(aantallen) == {"gereed", "op_schema", "aandacht", "achter", "niet gemeld"}
    assert open_pagina().kop.startswith(tekst)
    assert set(duurzaam) == {"gereed", "op_schema", "aandacht"}
    gemeld = f"gemeld {duurzaam['gereed']} gereed, {duurzaam['op_schema']} op schema en {duurzaam['aandacht']} aandacht"
    berekend = Counter(s.berekend for s in afspraakstanden(demo) if s.afspraak.thema == 2 and s.berekend)
    assert open_pagina("duurzaamheid").kop == (
        f"Duurzaamheid: {gemeld}; berekend {berekend['gereed']} gereed, {berekend['op_schema']} op schema en "
        f"{berekend['achter']} achter"
    )


def test_een_eerdere_stand_toont_de_cijfers_van_toen(open_pagina, demo, april):
    def laatste(monitor):
        [rij] = [r for r in monitor.rijen("toewijzing/aandeel_regulier", niveau="gemeente") if r["jaar"] == 2026]
        return f"{_nl(100 * rij['regulier'] / rij['verhuringen'])}{SMAL}%", f"n = {rij['verhuringen']}"

    nu, toen = open_pagina("beschikbaarheid"), open_pagina("beschikbaarheid", stand=str(APRIL))

    (deel_nu, n_nu), (deel_toen, n_toen) = laatste(demo), laatste(april)
    assert n_nu != n_toen
    assert nu.balk[1] == "Stand: bestuurlijk overleg oktober 2026 (publicatie 3)"
    assert toen.balk[1] == "Stand: bestuurlijk overleg april 2026 (publicatie 2)"
    assert nu.tegel("Aandeel regulier").startswith(f"Aandeel regulier {deel_nu} ")
    assert toen.tegel("Aandeel regulier").startswith(f"Aandeel regulier {deel_toen} ")
    assert n_nu in nu.tegel("Aandeel regulier")
    assert n_toen in toen.tegel("Aandeel regulier")
    assert f"vorige overleg: {deel_toen} (2026 t/m K1)" in nu.tegel("Aandeel regulier")


def test_links_op_een_eerdere_stand_blijven_in_die_stand(open_pagina):
    paginas = [open_pagina(pad, stand=str(APRIL)) for pad in ("", "beschikbaarheid", "afspraken")]

    links = [deel.get("href") for scherm in paginas for deel in scherm.html.iter("a")]
    assert len(links) > 60
    assert [link for link in links if f"stand={APRIL}" not in link] == []
    assert [a.get("href") for a in open_pagina().html.iter("a") if "stand" in a.get("href", "")] == []


def test_de_oudste_stand_heeft_niets_om_mee_te_vergelijken(open_pagina):
    scherm = open_pagina("beschikbaarheid", stand="1")

    assert scherm.balk[1] == "Stand: bestuurlijk overleg oktober 2025 (publicatie 1)"
    assert "vorige overleg" not in scherm.tekst
    assert scherm.alle("mp-was") == []


def test_de_opdrachtregel_zegt_van_elke_afspraak_wat_de_pagina_zegt(open_pagina, demo, demo_store):
    antwoord = draai("afspraken", "--json", MONITOR_DATA=demo_store)
    rijen = json.loads(antwoord.uit)
    assert list(rijen[0]) == [
        *("afspraak", "thema", "onderwerp", "trekker", "gemeld", "gemeld_op", "berekend", "indicatief", "jaar"),
        *("reden", "lopend", "tegenspraak", "ontbreekt", "fictief"),
    ]
    getoond = open_pagina("afspraken").tabel()[1:]
    assert [(rij["afspraak"], rij["onderwerp"], rij["reden"] or "–") for rij in rijen] == [
        (cel[0], cel[1], cel[5] or "–") for cel in getoond
    ]
    woord = {stand.value: f"{stand.symbool} {stand.woord}" for stand in Stand}
    assert [woord[rij["gemeld"]] if rij["gemeld"] else "– niet gemeld" for rij in rijen] == [cel[3] for cel in getoond]
    berekend = [
        f"{woord[rij['berekend']]} in {rij['jaar']}"
        for rij in rijen
        if rij["berekend"] in ("op_schema", "achter") and rij["jaar"] and not rij["indicatief"]
    ]
    assert len(berekend) > 10
    assert set(berekend) <= {cel[4] for cel in getoond}
    assert [rij["afspraak"] for rij in rijen if rij["tegenspraak"]] == ["1.1.1", "1.1.14", "2.1"]
    assert {rij["fictief"] for rij in rijen} == {True}


def test_de_opdrachtregel_noemt_de_punten_van_het_overzicht(open_pagina, demo_store):
    punten = json.loads(draai("aandacht", "--json", MONITOR_DATA=demo_store).uit)
    assert list(punten[0]) == ["gewicht", "regel", "afspraak", "onderwerp", "gemeld", "berekend", "zin", "fictief"]
    tekst = open_pagina(punten="alle").tekst
    plaatsen = [tekst.index(punt["zin"]) for punt in punten]
    assert plaatsen == sorted(plaatsen)
    # In October a miss of last year is a point of its own, with the running year behind it.
    vorig_jaar = {punt["afspraak"]: punt["regel"] for punt in punten if punt["afspraak"] in ("1.1.8", "4.2", "5.9")}
    assert vorig_jaar == {"1.1.8": "achter", "4.2": "achter", "5.9": "achter"}
    assert [punt["zin"] for punt in punten if punt["afspraak"] == "4.2"] == [
        "Gehouden wijkschouwen: 0 wijkschouwen in 2025, norm 1, 1 wijkschouw te weinig; 2026 t/m K3: 1 wijkschouw."
    ]


def test_de_opdrachtregel_kent_een_eerdere_stand(demo_store):
    april = json.loads(draai("afspraken", "--json", "--stand", str(APRIL), MONITOR_DATA=demo_store).uit)
    assert [rij["afspraak"] for rij in april if rij["tegenspraak"]] == ["1.1.1", "1.1.8", "2.1", "5.9"]
    tabel = draai("aandacht", "--stand", str(APRIL), MONITOR_DATA=demo_store).uit.splitlines()
    assert tabel[0].split() == ["gewicht", "regel", "onderwerp", "zin"]
    assert tabel[-1] == "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
