"""Waiting: registration and search time from single lettings, chances, and who is looking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dashboard.queries import QueryFout

Vraag = Callable[..., list[dict[str, Any]]]
GROEPEN = [
    {"groep": "regulier", "regulier": True},
    {"groep": "herstructureringsurgent", "regulier": True},
    {"groep": "urgent", "regulier": False},
]
DUREN = ("inschrijfduur", "zoekduur")


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def wachtte(duur: str, maanden: float | None, **rest: Any) -> dict[str, Any]:
    """A letting with one of the two durations; the other one is there to be left alone."""
    ander = next(naam for naam in DUREN if naam != duur)
    rij = {"ingangsdatum": dt.date(2022, 6, 1), "corporatie": "NOORD", "kern": "Dorp"}
    return rij | {f"{duur}_mnd": maanden, f"{ander}_mnd": 999.0} | rest


@pytest.fixture(params=DUREN)
def duur(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def verhuringen(duur: str) -> dict[str, list[dict[str, Any]]]:
    # Eleven lettings in Dorp of 0, 10, ..., 100 months: median 50, mean 50, ninetieth percentile 90.
    return {
        "groepen": GROEPEN,
        "verhuringen": [
            *(wachtte(duur, 10.0 * nummer) for nummer in range(11)),
            wachtte(duur, 8.0, corporatie="ZUID", kern="Stad", groep="herstructureringsurgent"),
            wachtte(duur, None, corporatie="ZUID", kern="Stad"),
            wachtte(duur, 2.0, corporatie="ZUID", kern="Stad", groep="urgent"),
            wachtte(duur, 5.0, corporatie="ZUID", kern="Stad", model="directe_bemiddeling"),
            wachtte(duur, 0.0, corporatie="ZUID", kern="Stad", groep="urgent", model="directe_bemiddeling"),
            wachtte(duur, None, ingangsdatum=dt.date(2023, 6, 1)),
        ],
    }


def test_duur_geeft_mediaan_gemiddelde_p90_en_aantal(vraag: Vraag, duur: str) -> None:
    assert waarden(vraag(f"wachttijd/{duur}", verhuringen(duur))) == [
        (2022, "NOORD", "Dorp", 50.0, 50.0, 90.0, 11),
        (2022, "ZUID", "Stad", 8.0, 8.0, 8.0, 1),
    ]


def test_duur_op_gemeente_is_de_mediaan_van_alle_verhuringen(vraag: Vraag, duur: str) -> None:
    # Twelve values 0, 8, 10, ..., 100: the middle two are 40 and 50, the sum is 558. The mean of the two medians (29)
    # is what it may never be.
    rij = vraag(f"wachttijd/{duur}", verhuringen(duur), niveau="gemeente")
    assert [r | {"p90": round(r["p90"], 6)} for r in rij] == [
        {
            "jaar": 2022,
            "corporatie": "totaal",
            "kern": "totaal",
            "mediaan": 45.0,
            "gemiddelde": 46.5,
            "p90": 89.0,
            "n": 12,
        }
    ]


def test_medianen_van_twee_corporaties_worden_nooit_samengevoegd(vraag: Vraag, duur: str) -> None:
    # NOORD 10, 10 and 10, ZUID 30 and 34: the middle of all five is 10. The mean of the medians would be 21, weighted 18,8.
    noord = [wachtte(duur, 10.0) for _ in range(3)]
    zuid = [wachtte(duur, maanden, corporatie="ZUID") for maanden in (30.0, 34.0)]
    tabellen = {"groepen": GROEPEN, "verhuringen": noord + zuid}
    per_corporatie, samen = (
        {rij["corporatie"]: rij["mediaan"] for rij in vraag(f"wachttijd/{duur}", tabellen, niveau=niveau)}
        for niveau in ("corporatie", "gemeente")
    )
    assert (per_corporatie, samen) == ({"NOORD": 10.0, "ZUID": 32.0}, {"totaal": 10.0})


@pytest.mark.parametrize(
    ("schakelaars", "verwacht"),
    [
        ({}, (8.0, 8.0, 1)),
        ({"urgenten": True}, (5.0, 5.0, 2)),  # 2 and 8
        ({"directe_bemiddeling": True}, (6.5, 6.5, 2)),  # 5 and 8
        ({"urgenten": True, "directe_bemiddeling": True}, (3.5, 3.75, 4)),  # 0, 2, 5 and 8
    ],
)
def test_duur_per_definitie(
    vraag: Vraag, duur: str, schakelaars: dict[str, bool], verwacht: tuple[float, float, int]
) -> None:
    (rij,) = vraag(f"wachttijd/{duur}", verhuringen(duur), niveau="kern", kernen=["Stad"], **schakelaars)
    assert (rij["kern"], rij["mediaan"], rij["gemiddelde"], rij["n"]) == ("Stad", *verwacht)


def test_duur_zonder_bekende_duur_heeft_geen_rij(vraag: Vraag, duur: str) -> None:
    assert vraag(f"wachttijd/{duur}", verhuringen(duur), van=dt.date(2023, 1, 1)) == []


def test_duur_per_groep_telt_elke_groep_tenzij_uitgezet(vraag: Vraag, duur: str) -> None:
    assert waarden(vraag(f"wachttijd/{duur}_per_groep", verhuringen(duur), corporaties=["ZUID"])) == [
        (2022, "ZUID", "Stad", "herstructureringsurgent", 8.0, 8.0, 8.0, 1),
        (2022, "ZUID", "Stad", "regulier", 5.0, 5.0, 5.0, 1),
        (2022, "ZUID", "Stad", "urgent", 1.0, 1.0, 1.8, 2),
    ]
    uit = {"urgenten": False, "directe_bemiddeling": False}
    assert waarden(vraag(f"wachttijd/{duur}_per_groep", verhuringen(duur), niveau="gemeente", **uit)) == [
        (2022, "totaal", "totaal", "herstructureringsurgent", 8.0, 8.0, 8.0, 1),
        (2022, "totaal", "totaal", "regulier", 50.0, 50.0, 90.0, 11),
    ]


# --- woningzoekenden en slaagkans -----------------------------------------------------------------------------------


def zoekend(peildatum: dt.date, leeftijdsklasse: str, actief: int, **rest: Any) -> dict[str, Any]:
    rij = {"peildatum": peildatum, "groep": "regulier", "leeftijdsklasse": leeftijdsklasse}
    return rij | {"ingeschreven": 10 * actief, "actief": actief, "drempel_reacties": 3} | rest


ZOEKENDEN = {
    "woningzoekenden": [
        zoekend(dt.date(2022, 6, 30), "<23", 999),  # not the last count of the year
        zoekend(dt.date(2023, 1, 1), "<23", 8),  # 1 January is the end of 2022
        zoekend(dt.date(2023, 1, 1), "65+", 12),
        zoekend(dt.date(2023, 1, 1), "23-29", 20, groep="urgent"),
        zoekend(dt.date(2023, 12, 31), "<23", 0, drempel_reacties=1),
    ],
    "verhuringen": [
        {"ingangsdatum": dt.date(2021, 3, 1), "leeftijdsklasse": "<23"},
        *({"ingangsdatum": dt.date(2022, 3, 1), "leeftijdsklasse": "<23"} for _ in range(2)),
        *({"ingangsdatum": dt.date(2022, 3, 1), "leeftijdsklasse": "65+"} for _ in range(3)),
        {"ingangsdatum": dt.date(2022, 3, 1), "leeftijdsklasse": "30-54", "model": "directe_bemiddeling"},
        {"ingangsdatum": dt.date(2022, 3, 1), "leeftijdsklasse": "<23", "model": "woningruil"},
        {"ingangsdatum": dt.date(2023, 3, 1), "leeftijdsklasse": "<23"},
    ],
}


def test_woningzoekenden_bij_de_laatste_telling_van_het_jaar(vraag: Vraag) -> None:
    assert waarden(vraag("wachttijd/woningzoekenden", ZOEKENDEN)) == [
        (2022, "regulier", "<23", 80, 8, 3, None, None),
        (2022, "regulier", "65+", 120, 12, 3, None, None),
        (2022, "urgent", "23-29", 200, 20, 3, None, None),
        (2023, "regulier", "<23", 0, 0, 1, None, None),
    ]
    assert waarden(vraag("wachttijd/woningzoekenden", ZOEKENDEN, tot=dt.date(2022, 6, 30))) == [
        (2022, "regulier", "<23", 9990, 999, 3, None, None)
    ]


VERDEELD = {
    "groepen": GROEPEN,
    "woningzoekenden": [
        zoekend(dt.date(2021, 12, 31), "65+", 50),  # before it was split
        zoekend(
            dt.date(2022, 12, 31),
            "<23",
            6,
            inschrijfduurklasse="<1",
            huishoudgrootte="1",
            ingestroomd=9,
            uitgestroomd=1,
        ),
        zoekend(
            dt.date(2022, 12, 31),
            "65+",
            3,
            inschrijfduurklasse="10+",
            huishoudgrootte="2",
            ingestroomd=0,
            uitgestroomd=2,
        ),
        zoekend(
            dt.date(2022, 12, 31),
            "65+",
            1,
            inschrijfduurklasse="5 tot 10",
            huishoudgrootte="1",
            ingestroomd=0,
            uitgestroomd=4,
        ),
        zoekend(dt.date(2022, 12, 31), "30-54", 2, inschrijfduurklasse=None),
        zoekend(dt.date(2022, 12, 31), "30-54", 8, inschrijfduurklasse="1 tot 2", groep="urgent"),
    ],
    "verhuringen": [
        wachtte("inschrijfduur", 60.0),
        wachtte("inschrijfduur", 59.9),
        wachtte("inschrijfduur", 12.0),
        wachtte("inschrijfduur", 200.0, groep="urgent"),
        wachtte("inschrijfduur", 200.0, model="directe_bemiddeling"),
        wachtte("inschrijfduur", 24.0) | {"ingangsdatum": dt.date(2021, 6, 1)},
    ],
}


def test_woningzoekenden_tellen_klassen_op_en_kennen_wie_kwam_en_ging(vraag: Vraag) -> None:
    assert waarden(vraag("wachttijd/woningzoekenden", VERDEELD, van=dt.date(2022, 1, 1))) == [
        (2022, "regulier", "<23", 60, 6, 3, 9, 1),
        (2022, "regulier", "30-54", 20, 2, 3, None, None),
        (2022, "regulier", "65+", 40, 4, 3, 0, 6),
        (2022, "urgent", "30-54", 80, 8, 3, None, None),
    ]


def test_zoekenden_naar_inschrijfduur_van_kort_naar_lang(vraag: Vraag) -> None:
    assert waarden(vraag("wachttijd/zoekenden", VERDEELD, kenmerk="inschrijfduurklasse")) == [
        (2022, "totaal", "totaal", "<1", 6, 0.3),
        (2022, "totaal", "totaal", "1 tot 2", 8, 0.4),
        (2022, "totaal", "totaal", "5 tot 10", 1, 0.05),
        (2022, "totaal", "totaal", "10+", 3, 0.15),
        (2022, "totaal", "totaal", "onbekend", 2, 0.1),
    ]
    assert waarden(vraag("wachttijd/zoekenden", VERDEELD, kenmerk="groep", van=dt.date(2022, 1, 1))) == [
        (2022, "totaal", "totaal", "regulier", 12, 0.6),
        (2022, "totaal", "totaal", "urgent", 8, 0.4),
    ]
    assert vraag("wachttijd/zoekenden", VERDEELD, niveau="kern") == []
    with pytest.raises(QueryFout, match="kenmerk is groep, leeftijdsklasse, inschrijfduurklasse of huishoudgrootte"):
        vraag("wachttijd/zoekenden", VERDEELD, kenmerk="inkomen")


def test_wie_nog_wacht_staat_naast_wie_slaagde(vraag: Vraag) -> None:
    # Of ten regular seekers whose time is known four are registered for five years or more; of three who succeeded one.
    assert waarden(vraag("wachttijd/nog_wachtend", VERDEELD)) == [
        (2022, "totaal", "totaal", 4, 10, 0.4, 3, pytest.approx(1 / 3))
    ]
    assert vraag("wachttijd/nog_wachtend", VERDEELD, kernen=["Dorp"]) == []


def geleverd(corporatie: str | None, van: dt.date, tot: dt.date) -> dict[str, Any]:
    return {"tabel": "verhuringen", "corporatie": corporatie, "periode_van": van, "periode_tot": tot}


TWEE_CORPORATIES = [{"corporatie": "NOORD"}, {"corporatie": "ZUID"}]
HELE_JAREN = ZOEKENDEN | {
    "corporaties": TWEE_CORPORATIES,
    "leveringen": [geleverd(wie, dt.date(2021, 1, 1), dt.date(2023, 12, 31)) for wie in ("NOORD", "ZUID")],
}


def test_slaagkans_is_leeg_zonder_telling_en_zonder_actieven(vraag: Vraag) -> None:
    assert waarden(vraag("wachttijd/slaagkans", HELE_JAREN)) == [
        (2021, "totaal", "totaal", 1, None, None),
        (2022, "totaal", "totaal", 5, 40, 0.125),  # who was mediated did not react, and is not among who did
        (2023, "totaal", "totaal", 1, 0, None),
    ]
    assert waarden(vraag("wachttijd/slaagkans", HELE_JAREN, niveau="gemeente", van=dt.date(2023, 1, 1))) == [
        (2023, "totaal", "totaal", 1, 0, None)
    ]


def test_slaagkans_met_directe_bemiddeling_telt_die_aan_beide_kanten(vraag: Vraag) -> None:
    # As Maaskoepel counts: five who reacted and one who was mediated, of 40 who reacted and that one.
    assert waarden(vraag("wachttijd/slaagkans", HELE_JAREN, directe_bemiddeling=True)) == [
        (2021, "totaal", "totaal", 1, None, None),
        (2022, "totaal", "totaal", 6, 41, pytest.approx(6 / 41)),
        (2023, "totaal", "totaal", 1, 0, None),
    ]


@pytest.mark.parametrize(
    "leveringen",
    [
        [],
        [geleverd("NOORD", dt.date(2022, 1, 1), dt.date(2022, 12, 31))],  # ZUID delivered nothing
        [
            geleverd("NOORD", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
            geleverd("ZUID", dt.date(2022, 1, 1), dt.date(2022, 9, 30)),
        ],
        [
            geleverd(None, dt.date(2022, 1, 1), dt.date(2022, 5, 31)),
            geleverd(None, dt.date(2022, 6, 2), dt.date(2022, 12, 31)),  # a day in between is missing
        ],
    ],
)
def test_deel_van_een_jaar_heeft_geen_slaagkans(vraag: Vraag, leveringen: list[dict[str, Any]]) -> None:
    tabellen = HELE_JAREN | {"leveringen": leveringen}
    een_jaar = {"van": dt.date(2022, 1, 1), "tot": dt.date(2023, 1, 1)}
    assert waarden(vraag("wachttijd/slaagkans", tabellen, **een_jaar))[0] == (2022, "totaal", "totaal", 5, 40, None)
    per_leeftijd = waarden(vraag("wachttijd/slaagkans_per_leeftijd", tabellen, **een_jaar))
    assert {rij[-1] for rij in per_leeftijd} == {None}


def test_slaagkans_bestaat_alleen_voor_de_hele_gemeente(vraag: Vraag) -> None:
    assert vraag("wachttijd/slaagkans", ZOEKENDEN, niveau="kern") == []
    assert vraag("wachttijd/slaagkans", ZOEKENDEN, kernen=["Dorp"]) == []
    assert vraag("wachttijd/slaagkans_per_leeftijd", ZOEKENDEN, corporaties=["NOORD"]) == []


def test_slaagkans_per_leeftijd_onderscheidt_nul_van_niet_geteld(vraag: Vraag) -> None:
    assert waarden(vraag("wachttijd/slaagkans_per_leeftijd", HELE_JAREN)) == [
        (2021, "totaal", "totaal", "<23", 1, None, None),
        (2022, "totaal", "totaal", "<23", 2, 8, 0.25),
        (2022, "totaal", "totaal", "23-29", 0, 20, 0.0),
        (2022, "totaal", "totaal", "65+", 3, 12, 0.25),
        (2023, "totaal", "totaal", "<23", 1, 0, None),
    ]
    met = waarden(vraag("wachttijd/slaagkans_per_leeftijd", HELE_JAREN, directe_bemiddeling=True))
    assert met[3] == (2022, "totaal", "totaal", "30-54", 1, 1, 1.0)


LEEFTIJDEN = ("<23", "23-29", "30-54", "55-64", "65+")


def test_een_rij_is_geen_telling_van_iedereen(vraag: Vraag) -> None:
    """Less than a quarter of the groups and ages that were counted before: the count before it holds."""

    def rij(dag: dt.date, leeftijd: str, aantal: int) -> dict[str, Any]:
        return {"peildatum": dag, "groep": "regulier", "leeftijdsklasse": leeftijd, "ingeschreven": aantal, "actief": 1}

    juni, september = dt.date(2025, 6, 30), dt.date(2025, 9, 30)
    tellingen = [rij(juni, leeftijd, 100) for leeftijd in LEEFTIJDEN]
    een = vraag("wachttijd/woningzoekenden", {"woningzoekenden": [*tellingen, rij(september, "<23", 310)]})
    assert [(r["jaar"], r["leeftijdsklasse"], r["ingeschreven"]) for r in een] == [
        (2025, leeftijd, 100) for leeftijd in LEEFTIJDEN
    ]
    twee = [rij(september, "<23", 310), rij(september, "23-29", 90)]
    assert [
        r["ingeschreven"] for r in vraag("wachttijd/woningzoekenden", {"woningzoekenden": [*tellingen, *twee]})
    ] == [310, 90]
