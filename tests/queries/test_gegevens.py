"""What was delivered, how complete it is, and what is missing or contradicts itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

Vraag = Callable[..., list[dict[str, Any]]]
EIND_2022 = dt.date(2022, 12, 31)


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def levering(
    van: str, tot: str, tabel: str = "verhuringen", corporatie: str | None = "NOORD", **rest: Any
) -> dict[str, Any]:
    rij = {"periode_van": dt.date.fromisoformat(van), "periode_tot": dt.date.fromisoformat(tot)}
    return rij | {"tabel": tabel, "corporatie": corporatie} | rest


# --- leveringen -----------------------------------------------------------------------------------------------------


def test_leveringen_nieuwste_bovenaan(vraag: Vraag) -> None:
    def op(dag: int, upload_id: str, tabel: str) -> dict[str, Any]:
        rest = {"bestand": "b.xlsx", "sha256": "ab", "rijen": 4, "aangeleverd_door": "analist", "fictief": True}
        return (
            levering("2022-01-01", "2022-12-31", tabel, None)
            | rest
            | {
                "upload_id": upload_id,
                "aangeleverd_op": dt.date(2023, 1, dag),
            }
        )

    def rij(dag: int, upload_id: str, tabel: str) -> tuple[Any, ...]:
        periode = (dt.date(2022, 1, 1), EIND_2022)
        return (
            upload_id,
            tabel,
            None,
            *periode,
            "b.xlsx",
            "ab",
            4,
            dt.date(2023, 1, dag),
            "analist",
            True,
            None,
            0,
            0,
            "vervangen",
            True,
        )

    laat = op(3, "u0", "verhuringen") | {"modus": "aanvullen"}
    met_fouten = op(9, "u2", "voorraad") | {"blad": "Blad1", "weggelaten": 3, "waarschuwingen": 2}
    tabellen = {"leveringen": [op(5, "u1", "voorraad"), met_fouten, op(9, "u2", "verhuringen"), laat]}
    assert waarden(vraag("gegevens/leveringen", tabellen)) == [
        rij(9, "u2", "verhuringen"),
        (*rij(9, "u2", "voorraad")[:-5], "Blad1", 3, 2, "vervangen", True),
        rij(5, "u1", "voorraad"),
        (*rij(3, "u0", "verhuringen")[:-2], "aanvullen", False),
    ]


# --- volledigheid ---------------------------------------------------------------------------------------------------


def staten(rijen: list[dict[str, Any]], *namen: str) -> list[tuple[Any, ...]]:
    """The named columns of every row."""
    return [tuple(rij[naam] for naam in namen) for rij in rijen]


JUNI, SEPTEMBER = dt.date(2022, 6, 30), dt.date(2022, 9, 30)


def test_nagekomen_en_verbeterde_rijen_maken_geen_jaar_vol(vraag: Vraag) -> None:
    """Three late lettings in the autumn do not say that the autumn was delivered; a late measurement is of its own day."""
    half = levering("2022-01-01", "2022-06-30", "verhuringen")
    laat = [levering("2022-07-01", "2022-12-31", "verhuringen") | {"modus": m} for m in ("aanvullen", "corrigeren")]
    kolommen = ("jaar", "staat", "tot_en_met", "laatste")
    rijen = vraag("gegevens/volledigheid", {"leveringen": [half, *laat]})
    assert staten(rijen, *kolommen) == [(2022, "deels", JUNI, JUNI)]
    telling = levering("2022-12-31", "2022-12-31", "voorraad") | {"modus": "aanvullen"}
    assert staten(vraag("gegevens/volledigheid", {"leveringen": [telling]}), *kolommen) == [
        (2022, "volledig", EIND_2022, EIND_2022)
    ]


@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        ([("2022-01-01", "2022-12-31")], [(2022, "volledig", EIND_2022, EIND_2022, None)]),
        # Quarters that touch each other, delivered in any order and with an overlap.
        (
            [("2022-07-01", "2022-12-31"), ("2022-01-01", "2022-03-31"), ("2022-03-15", "2022-06-30")],
            [(2022, "volledig", EIND_2022, EIND_2022, None)],
        ),
        # A gap in summer: complete to the end of June only, though December was delivered.
        (
            [("2022-01-01", "2022-06-30"), ("2022-10-01", "2022-12-31")],
            [(2022, "deels", JUNI, EIND_2022, "2022-07-01/2022-09-30")],
        ),
        # Two gaps are both seen.
        (
            [("2022-01-01", "2022-03-31"), ("2022-05-01", "2022-06-30"), ("2022-08-01", "2022-09-30")],
            [(2022, "deels", dt.date(2022, 3, 31), SEPTEMBER, "2022-04-01/2022-04-30 2022-07-01/2022-07-31")],
        ),
        # A short period inside a long one does not end it.
        (
            [("2022-01-01", "2022-12-30"), ("2022-02-01", "2022-02-28"), ("2022-12-31", "2022-12-31")],
            [(2022, "volledig", EIND_2022, EIND_2022, None)],
        ),
        # 1 January is missing, so nothing is complete.
        ([("2022-01-02", "2022-12-31")], [(2022, "deels", None, EIND_2022, "2022-01-01/2022-01-01")]),
        # One delivery over several years counts for each of them.
        (
            [("2021-07-01", "2023-09-30")],
            [
                (2021, "deels", None, dt.date(2021, 12, 31), "2021-01-01/2021-06-30"),
                (2022, "volledig", EIND_2022, EIND_2022, None),
                (2023, "deels", dt.date(2023, 9, 30), dt.date(2023, 9, 30), None),
            ],
        ),
        # A year in between without any delivery is there, and says so.
        (
            [("2021-01-01", "2021-12-31"), ("2023-01-01", "2023-06-30")],
            [
                (2021, "volledig", dt.date(2021, 12, 31), dt.date(2021, 12, 31), None),
                (2022, "niets", None, None, None),
                (2023, "deels", dt.date(2023, 6, 30), dt.date(2023, 6, 30), None),
            ],
        ),
    ],
)
@pytest.mark.parametrize("tabel", ["verhuringen", "voorraadmutaties"])
def test_volledigheid_van_een_stroom_vraagt_elke_dag(
    vraag: Vraag, tabel: str, perioden: list[tuple[str, str]], verwacht: list[tuple[Any, ...]]
) -> None:
    tabellen = {"leveringen": [levering(van, tot, tabel) for van, tot in perioden]}
    assert waarden(vraag("gegevens/volledigheid", tabellen)) == [(tabel, None, "NOORD", *rij) for rij in verwacht]


@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        ([("2022-12-31", "2022-12-31")], [(2022, "volledig", EIND_2022)]),
        ([("2023-01-01", "2023-01-01")], [(2022, "volledig", EIND_2022)]),  # a count of New Year's Day
        ([("2022-03-31", "2022-03-31"), ("2022-09-30", "2022-09-30")], [(2022, "deels", SEPTEMBER)]),
        ([("2022-04-01", "2022-12-31")], [(2022, "volledig", EIND_2022)]),
        (
            [("2021-12-31", "2022-06-30")],
            [(2021, "volledig", dt.date(2021, 12, 31)), (2022, "deels", JUNI)],
        ),
    ],
)
@pytest.mark.parametrize("tabel", ["voorraad", "woningzoekenden", "actiestatus"])
def test_volledigheid_van_een_telling_kijkt_naar_de_laatste_dag(
    vraag: Vraag, tabel: str, perioden: list[tuple[str, str]], verwacht: list[tuple[Any, ...]]
) -> None:
    tabellen = {"leveringen": [levering(van, tot, tabel) for van, tot in perioden]}
    rijen = vraag("gegevens/volledigheid", tabellen)
    assert staten(rijen, "jaar", "staat", "tot_en_met") == verwacht
    assert {(rij["tabel"], rij["corporatie"], rij["gaten"]) for rij in rijen} == {(tabel, "NOORD", None)}


def test_volledigheid_verwacht_elke_corporatie_van_de_afspraken(vraag: Vraag) -> None:
    tabellen = {
        "corporaties": [{"corporatie": "NOORD"}, {"corporatie": "ZUID"}],
        "leveringen": [
            levering("2022-01-01", "2022-12-31", corporatie="NOORD"),
            levering("2021-12-31", "2021-12-31", "voorraad", "ZUID"),
            levering("2022-12-31", "2022-12-31", "voorraad", None),  # one file for all of them
            levering("2022-12-31", "2022-12-31", "woningzoekenden", None),
        ],
    }
    assert staten(vraag("gegevens/volledigheid", tabellen), "tabel", "corporatie", "jaar", "staat") == [
        ("verhuringen", "NOORD", 2021, "nvt"),  # nobody delivered lettings yet
        ("verhuringen", "NOORD", 2022, "volledig"),
        ("verhuringen", "ZUID", 2021, "nvt"),
        ("verhuringen", "ZUID", 2022, "niets"),
        ("voorraad", "NOORD", 2021, "niets"),  # the other one did count
        ("voorraad", "NOORD", 2022, "volledig"),
        ("voorraad", "ZUID", 2021, "volledig"),
        ("voorraad", "ZUID", 2022, "volledig"),
        ("woningzoekenden", "totaal", 2021, "nvt"),
        ("woningzoekenden", "totaal", 2022, "volledig"),
    ]


def test_volledigheid_van_een_kengetal_volgt_uit_zijn_eigen_metingen(vraag: Vraag) -> None:
    def meting(kengetal: str, dag: dt.date, upload_id: str, corporatie: str | None = None) -> dict[str, Any]:
        return {"kengetal": kengetal, "peildatum": dag, "upload_id": upload_id, "corporatie": corporatie, "waarde": 1.0}

    tabellen = {
        "kengetal_definities": [
            {"kengetal": "bouwtafels", "soort": "stroom"},
            {"kengetal": "plekken", "soort": "peil"},
        ],
        "kengetallen": [
            meting("bouwtafels", JUNI, "u1"),
            meting("bouwtafels", EIND_2022, "u2"),
            meting("plekken", dt.date(2023, 1, 1), "u3"),  # a count of New Year's Day is the end of 2022
            meting("bouwtafels", EIND_2022, "u4", "NOORD"),
        ],
        "leveringen": [
            levering("2022-01-01", "2022-06-30", "kengetallen", None, upload_id="u1"),
            levering("2022-07-01", "2022-12-31", "kengetallen", None, upload_id="u2"),
            levering("2022-07-01", "2022-12-31", "kengetallen", "NOORD", upload_id="u4"),  # the first half is missing
        ],
    }
    assert waarden(vraag("gegevens/volledigheid", tabellen)) == [
        ("kengetallen", "bouwtafels", "NOORD", 2022, "deels", None, EIND_2022, "2022-01-01/2022-06-30"),
        ("kengetallen", "bouwtafels", "totaal", 2022, "volledig", EIND_2022, EIND_2022, None),
        ("kengetallen", "plekken", "totaal", 2022, "volledig", EIND_2022, EIND_2022, None),
    ]


# --- kwaliteit ------------------------------------------------------------------------------------------------------


def gevonden(rijen: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[int, int]]:
    return {(rij["tabel"], rij["controle"]): (rij["aantal"], rij["totaal"]) for rij in rijen}


def test_kwaliteit_zonder_gegevens_noemt_elke_controle_met_nul(vraag: Vraag) -> None:
    assert [(r["tabel"], r["controle"], r["aantal"], r["totaal"]) for r in vraag("gegevens/kwaliteit", {})] == [
        ("actiestatus", "actie hoort bij een andere afspraak", 0, 0),
        ("actiestatus", "oorzaak, gevolg of bijsturing ontbreekt", 0, 0),
        ("kengetallen", "kengetal zonder definitie", 0, 0),
        ("verhuringen", "energielabel is leeg", 0, 0),
        ("verhuringen", "herkomst is leeg", 0, 0),
        ("verhuringen", "inschrijfduur_mnd is leeg", 0, 0),
        ("verhuringen", "kern zonder voorraad", 0, 0),
        ("verhuringen", "nieuwbouw is leeg", 0, 0),
        ("verhuringen", "passend is leeg", 0, 0),
        ("verhuringen", "reacties is leeg", 0, 0),
        ("verhuringen", "regulier met directe bemiddeling", 0, 0),
        ("verhuringen", "toegankelijkheid is leeg", 0, 0),
        ("verhuringen", "weigeringen is leeg", 0, 0),
        ("verhuringen", "wijk is leeg", 0, 0),
        ("verhuringen", "woonsituatie is leeg", 0, 0),
        ("verhuringen", "zoekduur_mnd is leeg", 0, 0),
        ("voorraad", "energielabel is leeg", 0, 0),
        ("voorraad", "huurklasse is leeg", 0, 0),
        ("voorraad", "sluit niet aan op mutaties", 0, 0),
        ("voorraad", "toegankelijkheid is leeg", 0, 0),
        ("voorraad", "woningtype is leeg", 0, 0),
        ("voorraadmutaties", "aan_starter is leeg", 0, 0),
        ("voorraadmutaties", "kern is leeg", 0, 0),
    ]


def test_kwaliteit_telt_lege_velden(vraag: Vraag) -> None:
    mutatie = {"datum": EIND_2022, "aantal": 1, "kern": "Dorp", "soort": "verkoop"}
    rijen = vraag(
        "gegevens/kwaliteit",
        {
            "verhuringen": [
                {"energielabel": "A", "reacties": 0, "nieuwbouw": None},
                {"energielabel": None, "wijk": "West"},
            ],
            "voorraad": [
                {"aantal": 30, "huurklasse": "duur", "woningtype": "kamer", "energielabel": "A"},
                {"aantal": 12, "huurklasse": None, "toegankelijkheid": "geen"},
                {"aantal": 500, "soort": "overig"},  # a garage has no rent class
            ],
            "voorraadmutaties": [
                mutatie | {"aan_starter": True},
                mutatie | {"kern": None},
                mutatie | {"kern": None, "stand": "plan"},
                mutatie | {"soort": "sloop"},
            ],
        },
    )
    leeg = {sleutel: aantallen for sleutel, aantallen in gevonden(rijen).items() if sleutel[1].endswith("leeg")}
    assert leeg == {
        ("verhuringen", "wijk is leeg"): (1, 2),
        ("verhuringen", "nieuwbouw is leeg"): (1, 2),
        ("verhuringen", "energielabel is leeg"): (1, 2),
        ("verhuringen", "toegankelijkheid is leeg"): (2, 2),
        ("verhuringen", "woonsituatie is leeg"): (2, 2),
        ("verhuringen", "herkomst is leeg"): (2, 2),
        ("verhuringen", "passend is leeg"): (2, 2),
        ("verhuringen", "inschrijfduur_mnd is leeg"): (2, 2),
        ("verhuringen", "zoekduur_mnd is leeg"): (2, 2),
        ("verhuringen", "reacties is leeg"): (1, 2),
        ("verhuringen", "weigeringen is leeg"): (2, 2),
        ("voorraad", "huurklasse is leeg"): (12, 42),
        ("voorraad", "woningtype is leeg"): (12, 42),
        ("voorraad", "energielabel is leeg"): (12, 42),
        ("voorraad", "toegankelijkheid is leeg"): (30, 42),
        ("voorraadmutaties", "kern is leeg"): (1, 3),
        ("voorraadmutaties", "aan_starter is leeg"): (1, 2),
    }


def test_kwaliteit_vindt_wat_elkaar_tegenspreekt(vraag: Vraag) -> None:
    def stand(jaar: int, corporatie: str, kern: str, aantal: int) -> dict[str, Any]:
        return {"peildatum": dt.date(jaar, 12, 31), "corporatie": corporatie, "kern": kern, "aantal": aantal}

    tabellen = {
        "groepen": [{"groep": "regulier", "regulier": True}, {"groep": "urgent", "regulier": False}],
        # NOORD: 100 + 2 <> 101. ZUID: 10 moved between kernen, which cancels out for the corporatie as a whole.
        "voorraad": [
            stand(2022, "NOORD", "Dorp", 100),
            stand(2023, "NOORD", "Dorp", 101),
            stand(2022, "ZUID", "Dorp", 20),
            stand(2023, "ZUID", "Dorp", 10),
            stand(2023, "ZUID", "Stad", 10),
        ],
        "voorraadmutaties": [
            {"datum": dt.date(2023, 5, 1), "corporatie": "NOORD", "kern": "Dorp", "soort": "nieuwbouw", "aantal": 2}
        ],
        "verhuringen": [
            {"corporatie": "NOORD", "kern": "Stad"},  # NOORD has no homes there
            {"corporatie": "ZUID", "kern": "Stad"},
            {"corporatie": "OOST", "kern": "Stad"},  # never delivered a stock, so nothing to compare with
            {"corporatie": "ZUID", "kern": "Stad", "model": "directe_bemiddeling"},
            {"corporatie": "ZUID", "kern": "Stad", "model": "directe_bemiddeling", "groep": "urgent"},
        ],
        "acties": [{"agenda_nr": "1.1.5", "afspraak": "1.1.6"}],  # swapped in the agenda
        "actiestatus": [
            {"afspraak": "1.1.6", "actie": "1.1.5", "stand": "op_schema"},
            {"afspraak": "1.1.5", "actie": "1.1.5", "stand": "achter", "oorzaak": "a", "gevolg": "b"},
            {"afspraak": "1.1.5", "stand": "aandacht", "oorzaak": "a", "gevolg": "b", "bijsturing": "c"},
        ],
        "kengetal_definities": [{"kengetal": "flex"}],
        "kengetallen": [{"kengetal": "flex"}, {"kengetal": "flux"}],
    }
    tegenspraak = {
        k: n for k, n in gevonden(vraag("gegevens/kwaliteit", tabellen)).items() if not k[1].endswith("leeg")
    }
    assert tegenspraak == {
        ("actiestatus", "actie hoort bij een andere afspraak"): (1, 2),
        ("actiestatus", "oorzaak, gevolg of bijsturing ontbreekt"): (1, 2),
        ("kengetallen", "kengetal zonder definitie"): (1, 2),
        ("verhuringen", "kern zonder voorraad"): (1, 4),
        ("verhuringen", "regulier met directe bemiddeling"): (1, 4),
        ("voorraad", "sluit niet aan op mutaties"): (1, 2),
    }


# --- verhuurd_boven_voorraad ----------------------------------------------------------------------------------------


def test_meer_verhuurd_dan_er_staat(vraag: Vraag) -> None:
    def stand(jaar: int, kern: str, aantal: int, corporatie: str = "NOORD", **rest: Any) -> dict[str, Any]:
        return {"peildatum": dt.date(jaar, 12, 31), "corporatie": corporatie, "kern": kern, "aantal": aantal} | rest

    def verhuurd(hoeveel: int, jaar: int, kern: str, corporatie: str = "NOORD") -> list[dict[str, Any]]:
        return [{"ingangsdatum": dt.date(jaar, 5, 1), "corporatie": corporatie, "kern": kern}] * hoeveel

    tabellen = {
        "voorraad": [
            stand(2021, "Dorp", 2),
            stand(2022, "Dorp", 1),
            stand(2022, "Dorp", 1, energielabel="A"),
            stand(2022, "Dorp", 9, soort="overig"),  # garages are no homes
            stand(2022, "Dorp", 50, "ZUID"),
            stand(2022, "Stad", 0),
        ],
        "verhuringen": [
            *verhuurd(3, 2022, "Dorp"),
            *verhuurd(2, 2021, "Dorp"),  # as many as there are
            *verhuurd(3, 2023, "Dorp"),  # not counted yet, so the year before says it
            *verhuurd(9, 2024, "Dorp"),  # nothing counted to compare with
            *verhuurd(9, 2022, "Dorp", "ZUID"),
            *verhuurd(1, 2022, "Stad"),
        ],
    }
    assert waarden(vraag("gegevens/verhuurd_boven_voorraad", tabellen)) == [
        (2022, "NOORD", "Dorp", 3, 2),
        (2023, "NOORD", "Dorp", 3, 2),
    ]
