"""One road to a figure: what a page shows is what the query and the command line answer, for every stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

from dashboard.instellingen import WORTEL
from dashboard.monitor import open_monitor

APRIL = 2
SMAL = "\u202f"  # the thin space before %


def _nl(waarde: float, decimalen: int = 0) -> str:
    """Dutch notation, written out here so that the test does not believe the code it tests."""
    return f"{waarde:,.{decimalen}f}".translate(str.maketrans(",.", ".,"))


def _query(store: str, naam: str, *argumenten: str) -> list[dict]:
    """What `python -m dashboard query` answers."""
    antwoord = subprocess.run(
        [sys.executable, "-m", "dashboard", "query", naam, *argumenten, "--formaat", "json"],
        cwd=WORTEL,
        env=os.environ | {"MONITOR_DATA": store},
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return json.loads(antwoord.stdout)


@pytest.fixture(scope="module")
def april(demo_store):
    return open_monitor(APRIL, adres=demo_store)


def test_share_and_stock_of_2025_are_those_of_the_command_line(open_pagina, demo_store):
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
    assert tegel.endswith(f" n = {deel['verhuringen']} · gegevens t/m 31 december 2025")
    woningen = "Woningen van de corporaties"
    assert scherm.tegel(woningen).startswith(f"{woningen} {_nl(voorraad['voorraad'])} ")


def test_table_behind_a_chart_has_every_row_of_the_query(open_pagina, demo):
    scherm = open_pagina(
        "beschikbaarheid",
        tot="2025",
        klik=[f"tabel-aandeel_regulier-{niveau}" for niveau in ("gemeente", "corporatie", "kern")],
    )

    verwacht = []
    for niveau, kolom in (("gemeente", "corporatie"), ("corporatie", "corporatie"), ("kern", "kern")):
        rijen = [r for r in demo.rijen("toewijzing/aandeel_regulier", niveau=niveau) if r["jaar"] <= 2025]
        cellen: dict[str, dict[int, str]] = {}
        for rij in rijen:
            decimalen = 1 if rij["verhuringen"] >= 200 else 0
            deel = _nl(100 * rij["regulier"] / rij["verhuringen"], decimalen)
            tekst = f"{deel}{SMAL}% ({rij['regulier']} van {rij['verhuringen']})"
            cellen.setdefault(rij[kolom], {})[rij["jaar"]] = tekst
        kort = demo.overeenkomst.kort if niveau == "corporatie" else {"totaal": "totaal"}
        verwacht.append(
            [["", "2021", "2022", "2023", "2024", "2025"]]
            + [
                [kort.get(deel, deel), *(cellen[deel].get(jaar, "geen gegevens") for jaar in range(2021, 2026))]
                for deel in sorted(cellen)
            ]
        )
    assert [scherm.tabel(nummer) for nummer in range(3)] == verwacht


def test_counts_in_the_headings_are_those_of_the_reports(open_pagina, demo):
    """Per afspraak the worst of what was reported last; an afspraak that nobody reported on counts as such."""
    volgorde = ["achter", "aandacht", "niet_gestart", "op_schema", "gereed"]
    gemeld: dict[str, str] = {}
    for rij in demo.rijen("acties/stand"):
        gemeld[rij["afspraak"]] = min(gemeld.get(rij["afspraak"], "gereed"), rij["stand"], key=volgorde.index)
    thema = {rij["afspraak"]: rij["thema"] for rij in demo.rijen("acties/afspraken")}
    aantallen = Counter(gemeld.get(nummer, "niet gemeld") for nummer in thema)
    duurzaam = Counter(gemeld[nummer] for nummer in thema if thema[nummer] == 2 and nummer in gemeld)

    tekst = f"{len(thema)} afspraken: {aantallen['gereed']} gereed, {aantallen['op_schema']} op schema, "
    tekst += (
        f"{aantallen['aandacht']} aandacht, {aantallen['achter']} achter en {aantallen['niet gemeld']} niet gemeld; "
    )
    assert set(aantallen) == {"gereed", "op_schema", "aandacht", "achter", "niet gemeld"}
    assert open_pagina().kop.startswith(tekst)
    assert set(duurzaam) == {"gereed", "op_schema", "aandacht"}
    assert (
        open_pagina("duurzaamheid").kop == f"Duurzaamheid: {duurzaam['gereed']} gereed, "
        f"{duurzaam['op_schema']} op schema en {duurzaam['aandacht']} aandacht"
    )


def test_earlier_stand_shows_the_figures_of_then(open_pagina, demo, april):
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


def test_links_on_a_page_of_an_earlier_stand_stay_in_it(open_pagina):
    paginas = [open_pagina(pad, stand=str(APRIL)) for pad in ("", "beschikbaarheid", "afspraken")]

    links = [deel.get("href") for scherm in paginas for deel in scherm.html.iter("a")]
    assert len(links) > 60
    assert [link for link in links if f"stand={APRIL}" not in link] == []
    assert [a.get("href") for a in open_pagina().html.iter("a") if "stand" in a.get("href", "")] == []


def test_oldest_stand_has_nothing_to_compare_with(open_pagina):
    scherm = open_pagina("beschikbaarheid", stand="1")

    assert scherm.balk[1] == "Stand: bestuurlijk overleg oktober 2025 (publicatie 1)"
    assert "vorige overleg" not in scherm.tekst
    assert scherm.alle("mp-was") == []
