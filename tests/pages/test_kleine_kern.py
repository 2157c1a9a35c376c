"""A kern of six lettings a year beside one of a hundred: what small means for its tile, its afspraak and the meeting.

Hoek: 5 of 7 in 2021, 6 of 6 in 2022, 2 of 6 in 2023; together 13 of 19, where 80 % asks for 16. Terneuzen: a hundred
a year, ninety of them regular. So the portfolio keeps its norm, Terneuzen too, and Hoek is too small to judge in any year.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest

from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import open_monitor
from dashboard.normen import Stand
from dashboard.standen.afspraakstand import afspraakstanden
from dashboard.weergave.onderdelen import TABEL

PROCENT = "\u202f%"
HOEK = {2021: (5, 7), 2022: (6, 6), 2023: (2, 6)}
DRIE = f"13 van 19 verhuringen (68{PROCENT})"


@pytest.fixture(scope="module")
def store(eigen_opslag):
    rijen = []
    for jaar, telling in HOEK.items():
        for kern, (regulier, alle) in (("Hoek", telling), ("Terneuzen", (90, 100))):
            rijen += [
                {
                    "corporatie": "CLAVIS",
                    "kern": kern,
                    "daeb": True,
                    "contract": "onbepaald",
                    "kale_huur": 700.0,
                    "verhuring_id": f"{kern}{jaar}{nummer}",
                    "ingangsdatum": dt.date(jaar, 6, 1),
                    "groep": "regulier" if nummer < regulier else "statushouder",
                }
                for nummer in range(alle)
            ]
    geleverd = [
        {
            "upload_id": f"u{jaar}{corporatie}",
            "tabel": "verhuringen",
            "corporatie": corporatie,
            "periode_van": dt.date(jaar, 1, 1),
            "periode_tot": dt.date(jaar, 12, 31),
            "aangeleverd_op": dt.date(jaar, 12, 31),
        }
        for jaar in HOEK
        for corporatie in ("CLAVIS", "WZV")
    ]
    return eigen_opslag(verhuringen=rijen, leveringen=geleverd)


def test_een_kleine_kern_spreekt_over_drie_jaar(store):
    monitor = open_monitor(adres=store)
    [officieel] = [
        o
        for o in monitor.oordelen
        if (o.norm.norm, o.waarneming.kern, o.waarneming.jaar) == ("1.1.14-kern", "Hoek", 2023)
    ]
    [afspraak] = [stand for stand in afspraakstanden(monitor) if stand.afspraak.afspraak == "1.1.14"]

    assert officieel.stand is Stand.TE_WEINIG_GEGEVENS
    assert (afspraak.berekend, afspraak.cijfer) == (Stand.ACHTER, officieel.driejaars)
    assert afspraak.cijfer is not None
    assert afspraak.cijfer.reden == f"Over 2021-2023: {DRIE}, norm minstens 80{PROCENT}: 3 verhuringen te weinig."


def test_het_overleg_leest_over_welke_jaren_het_gaat(open_pagina, store):
    zinnen = [deel.tail for deel in open_pagina("beschikbaarheid", store=store).html.iter("br") if deel.tail]
    assert f"Hoek: 68{PROCENT} regulier in 2021-2023 (13 van 19), norm 80{PROCENT}, 3 te weinig." in zinnen


def test_de_tegel_van_een_kleine_kern_zegt_wat_drie_jaar_zeggen(open_pagina, store):
    # Jeffreys for 2 of 6: Beta(2,5, 4,5), 0,077 and 0,714
    assert open_pagina("beschikbaarheid", store=store, kernen=["Hoek"]).tegel("Aandeel regulier") == (
        f"Aandeel regulier 33{PROCENT} – te klein om te beoordelen 2023 norm minstens 80{PROCENT} · "
        f"3 verhuringen te weinig te klein; over 2021-2023: 13 van 19 (68{PROCENT}), achter op schema "
        f"n = 6 · met toeval 8 tot 71{PROCENT} · gegevens t/m 31 december 2023"
    )


def test_drie_jaar_zijn_die_van_de_hele_kern(open_pagina, store):
    """With one corporatie chosen the chart counts other lettings than the norm is about."""
    vraag = {"store": store, "onderdeel": "Per kern", "meer": TABEL}
    heel, deel = (open_pagina("beschikbaarheid", **vraag, **keuze) for keuze in ({}, {"corporatie": "Clavis"}))
    assert [
        ["over 2021-2023" in cel for rij in scherm.tabel() for cel in rij].count(True) for scherm in (heel, deel)
    ] == [
        1,
        0,
    ]


def test_een_verse_server_heeft_de_intervallen_klaar(tmp_path):
    script = (
        "import sys\n"
        "from dashboard.weergave.toestand import warm_op\n"
        "eerst = 'scipy.special' in sys.modules\n"
        "warm_op()\n"
        "print(eerst, 'scipy.special' in sys.modules)"
    )
    uit = subprocess.run(
        [sys.executable, "-c", script],
        cwd=WORTEL,
        env=os.environ | {"MONITOR_DATA": str(tmp_path / "leeg")},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert uit.split() == ["False", "True"]
