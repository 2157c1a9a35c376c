"""Lettings: who got a home, counted by the agreed definition and by the other ones."""

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
    {"groep": "statushouder", "regulier": False},
]


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def verhuring(jaar: int = 2022, corporatie: str = "NOORD", kern: str = "Dorp", **rest: Any) -> dict[str, Any]:
    return {"ingangsdatum": dt.date(jaar, 6, 1), "corporatie": corporatie, "kern": kern} | rest


# --- aandeel regulier -----------------------------------------------------------------------------------------------

REGULIER = {
    "groepen": GROEPEN,
    "verhuringen": [
        verhuring(groep="regulier"),
        verhuring(groep="herstructureringsurgent"),
        verhuring(groep="urgent"),
        verhuring(groep="statushouder"),
        verhuring(kern="Stad", groep="urgent"),
        verhuring(corporatie="ZUID", kern="Stad", groep="regulier"),
        verhuring(2023, groep="regulier"),
    ],
}


def test_aandeel_regulier_telt_herstructureringsurgenten_mee(vraag: Vraag) -> None:
    assert waarden(vraag("toewijzing/aandeel_regulier", REGULIER)) == [
        (2022, "NOORD", "Dorp", 2, 4, 0.5),
        (2022, "NOORD", "Stad", 0, 1, 0.0),
        (2022, "ZUID", "Stad", 1, 1, 1.0),
        (2023, "NOORD", "Dorp", 1, 1, 1.0),
    ]


@pytest.mark.parametrize(
    ("parameters", "verwacht"),
    [
        ({"niveau": "gemeente"}, [(2022, "totaal", "totaal", 3, 6, 0.5), (2023, "totaal", "totaal", 1, 1, 1.0)]),
        (
            {"niveau": "corporatie", "tot": dt.date(2022, 12, 31)},
            [(2022, "NOORD", "totaal", 2, 5, 0.4), (2022, "ZUID", "totaal", 1, 1, 1.0)],
        ),
        (
            {"niveau": "kern", "van": dt.date(2022, 6, 1), "tot": dt.date(2022, 6, 1)},
            [(2022, "totaal", "Dorp", 2, 4, 0.5), (2022, "totaal", "Stad", 1, 2, 0.5)],
        ),
        ({"niveau": "gemeente", "van": dt.date(2022, 6, 2)}, [(2023, "totaal", "totaal", 1, 1, 1.0)]),
        ({"niveau": "gemeente", "kernen": ["Stad"]}, [(2022, "totaal", "totaal", 1, 2, 0.5)]),
        ({"kernen": ["Stad", "Dorp"], "corporaties": ["ZUID"]}, [(2022, "ZUID", "Stad", 1, 1, 1.0)]),
        ({"kernen": ["Nergens"]}, []),
    ],
)
def test_aandeel_regulier_op_niveau_en_met_keuzes(
    vraag: Vraag, parameters: dict[str, Any], verwacht: list[tuple[Any, ...]]
) -> None:
    assert waarden(vraag("toewijzing/aandeel_regulier", REGULIER, **parameters)) == verwacht


@pytest.mark.parametrize(
    ("schakelaars", "regulier", "verhuringen"),
    [
        ({}, 1, 3),  # agreed: regulier, urgent, and the new home to a statushouder
        ({"nieuwbouw": False}, 1, 2),
        ({"tijdelijk": True}, 2, 5),  # tijdelijk and flex
        ({"jongeren": True}, 2, 4),
        ({"niet_daeb": True}, 2, 4),
        ({"woningruil": True}, 2, 4),
        ({"nieuwbouw": False, "tijdelijk": True, "jongeren": True, "niet_daeb": True, "woningruil": True}, 5, 7),
    ],
)
def test_aandeel_regulier_per_definitie(
    vraag: Vraag, schakelaars: dict[str, bool], regulier: int, verhuringen: int
) -> None:
    tabellen = {
        "groepen": GROEPEN,
        "verhuringen": [
            verhuring(groep="regulier"),
            verhuring(groep="urgent"),
            verhuring(groep="statushouder", nieuwbouw=True),
            verhuring(groep="regulier", contract="tijdelijk"),
            verhuring(groep="regulier", contract="jongeren"),
            verhuring(groep="statushouder", contract="flex"),
            verhuring(groep="regulier", daeb=False),
            verhuring(groep="regulier", model="woningruil"),
        ],
    }
    assert waarden(vraag("toewijzing/aandeel_regulier", tabellen, niveau="gemeente", **schakelaars)) == [
        (2022, "totaal", "totaal", regulier, verhuringen, regulier / verhuringen)
    ]


def test_aandeel_regulier_zonder_vrijkomend_aanbod_heeft_geen_rij(vraag: Vraag) -> None:
    assert vraag("toewijzing/aandeel_regulier", {"groepen": GROEPEN, "verhuringen": [verhuring(daeb=False)]}) == []


def test_per_groep_gebruikt_dezelfde_noemer_als_aandeel_regulier(vraag: Vraag) -> None:
    tabellen = {"verhuringen": [*REGULIER["verhuringen"], verhuring(groep="urgent", contract="flex")]}
    assert waarden(vraag("toewijzing/per_groep", tabellen, kernen=["Dorp"], tot=dt.date(2022, 12, 31))) == [
        (2022, "NOORD", "Dorp", "herstructureringsurgent", 1, 0.25),
        (2022, "NOORD", "Dorp", "regulier", 1, 0.25),
        (2022, "NOORD", "Dorp", "statushouder", 1, 0.25),
        (2022, "NOORD", "Dorp", "urgent", 1, 0.25),
    ]
    assert waarden(vraag("toewijzing/per_groep", tabellen, niveau="corporatie", corporaties=["NOORD"]))[:4] == [
        (2022, "NOORD", "totaal", "herstructureringsurgent", 1, 0.2),
        (2022, "NOORD", "totaal", "regulier", 1, 0.2),
        (2022, "NOORD", "totaal", "statushouder", 1, 0.2),
        (2022, "NOORD", "totaal", "urgent", 2, 0.4),
    ]
    met_flex = vraag("toewijzing/per_groep", tabellen, niveau="kern", kernen=["Dorp"], tijdelijk=True)
    assert waarden(met_flex)[3] == (2022, "totaal", "Dorp", "urgent", 2, 0.4)


# --- vrije ruimte, passend, starters --------------------------------------------------------------------------------


def test_vrije_ruimte_is_een_deel_van_de_daeb_toewijzingen(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(vrije_ruimte=True),
            verhuring(),
            verhuring(contract="tijdelijk"),  # a temporary letting is an allocation as well
            verhuring(model="woningruil"),
            verhuring(vrije_ruimte=True, daeb=False),
            verhuring(corporatie="ZUID", kern="Stad", daeb=False),
        ]
    }
    assert waarden(vraag("toewijzing/vrije_ruimte", tabellen)) == [(2022, "NOORD", "Dorp", 1, 4, 0.25)]
    assert waarden(vraag("toewijzing/vrije_ruimte", tabellen, niveau="gemeente", corporaties=["NOORD"])) == [
        (2022, "totaal", "totaal", 1, 4, 0.25)
    ]
    assert vraag("toewijzing/vrije_ruimte", tabellen, tot=dt.date(2022, 5, 31)) == []


def test_passend_telt_alleen_getoetste_verhuringen(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(passend="passend"),
            verhuring(passend="passend"),
            verhuring(passend="passend"),
            verhuring(passend="niet_passend"),
            verhuring(passend="nvt"),
            verhuring(passend=None),
            verhuring(passend="niet_passend", daeb=False),
            verhuring(kern="Stad", passend="nvt"),
        ]
    }
    assert waarden(vraag("toewijzing/passend", tabellen, niveau="kern")) == [
        (2022, "totaal", "Dorp", 3, 4, 0.75),
        (2022, "totaal", "Stad", 0, 0, None),
    ]
    assert waarden(vraag("toewijzing/passend", tabellen, niveau="corporatie", kernen=["Stad"])) == [
        (2022, "NOORD", "totaal", 0, 0, None)
    ]


def test_starters_laat_zien_hoeveel_er_onbekend_is(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(woonsituatie="starter"),
            verhuring(woonsituatie="doorstromer"),
            verhuring(woonsituatie=None),
            verhuring(woonsituatie=None),
            verhuring(corporatie="ZUID", woonsituatie=None),
        ]
    }
    assert waarden(vraag("toewijzing/starters", tabellen)) == [
        (2022, "NOORD", "Dorp", 1, 2, 0.5, 2),
        (2022, "ZUID", "Dorp", 0, 0, None, 1),
    ]
    assert waarden(vraag("toewijzing/starters", tabellen, niveau="kern")) == [(2022, "totaal", "Dorp", 1, 2, 0.5, 3)]


@pytest.mark.parametrize(
    ("schakelaars", "teller", "noemer"),
    [
        ({}, 3, 6),
        ({"nieuwbouw": False}, 2, 5),
        ({"tijdelijk": False}, 3, 5),
        ({"jongeren": False}, 3, 6),
        ({"woningruil": False}, 2, 5),
        ({"nieuwbouw": False, "tijdelijk": False, "woningruil": False}, 1, 3),
    ],
)
@pytest.mark.parametrize(
    ("naam", "wel", "niet"),
    [
        ("toewijzing/vrije_ruimte", {"vrije_ruimte": True}, {"vrije_ruimte": False}),
        ("toewijzing/passend", {"passend": "passend"}, {"passend": "niet_passend"}),
        ("toewijzing/starters", {"woonsituatie": "starter"}, {"woonsituatie": "doorstromer"}),
    ],
)
def test_schakelaars_halen_verhuringen_eruit(
    vraag: Vraag,
    naam: str,
    wel: dict[str, Any],
    niet: dict[str, Any],
    schakelaars: dict[str, bool],
    teller: int,
    noemer: int,
) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(**wel),
            verhuring(**niet),
            verhuring(**niet),
            verhuring(**wel, nieuwbouw=True),
            verhuring(**niet, contract="flex"),
            verhuring(**wel, model="woningruil"),
        ]
    }
    [rij] = vraag(naam, tabellen, niveau="gemeente", **schakelaars)
    assert tuple(rij.values())[:6] == (2022, "totaal", "totaal", teller, noemer, teller / noemer)


def test_starters_met_en_zonder_niet_daeb(vraag: Vraag) -> None:
    tabellen = {"verhuringen": [verhuring(woonsituatie="starter"), verhuring(woonsituatie="doorstromer", daeb=False)]}
    assert waarden(vraag("toewijzing/starters", tabellen)) == [(2022, "NOORD", "Dorp", 1, 2, 0.5, 0)]
    assert waarden(vraag("toewijzing/starters", tabellen, niet_daeb=False)) == [(2022, "NOORD", "Dorp", 1, 1, 1.0, 0)]


def test_verkoop_starters_telt_woningen_en_niet_rijen(vraag: Vraag) -> None:
    def verkoop(aantal: int, aan_starter: bool | None, **rest: Any) -> dict[str, Any]:
        rij = {"datum": dt.date(2022, 3, 1), "corporatie": "NOORD", "kern": "Dorp", "soort": "verkoop"}
        return rij | {"aantal": aantal, "aan_starter": aan_starter} | rest

    tabellen = {
        "voorraadmutaties": [
            verkoop(3, True),
            verkoop(1, False),
            verkoop(2, None),
            verkoop(1, True, kern=None),
            verkoop(9, True, stand="plan"),
            verkoop(9, True, eenheid="overig"),
            verkoop(9, True, soort="sloop"),
            verkoop(4, None, datum=dt.date(2023, 3, 1)),
        ]
    }
    assert waarden(vraag("toewijzing/verkoop_starters", tabellen)) == [
        (2022, "NOORD", "Dorp", 3, 4, 0.75, 2),
        (2022, "NOORD", "onbekend", 1, 1, 1.0, 0),
        (2023, "NOORD", "Dorp", 0, 0, None, 4),
    ]
    assert waarden(vraag("toewijzing/verkoop_starters", tabellen, niveau="gemeente", tot=dt.date(2022, 3, 1))) == [
        (2022, "totaal", "totaal", 4, 5, 0.8, 2)
    ]
    # A sale that belongs to no kern is no part of a choice of kernen.
    assert waarden(vraag("toewijzing/verkoop_starters", tabellen, niveau="gemeente", kernen=["Dorp"]))[:1] == [
        (2022, "totaal", "totaal", 3, 4, 0.75, 2)
    ]


# --- huurklasse -----------------------------------------------------------------------------------------------------

HUURGRENZEN = [
    {"jaar": jaar, "grens": grens, "bedrag": bedrag}
    for jaar, bedragen in {2022: (440.0, 630.0, 680.0, 760.0), 2023: (450.0, 640.0, 690.0, 800.0)}.items()
    for grens, bedrag in zip(("kwaliteitskorting", "aftopping_laag", "aftopping_hoog", "daeb"), bedragen, strict=True)
]


def test_huurklasse_volgt_de_grenzen_van_het_jaar(vraag: Vraag) -> None:
    # 445 euro is above the limit of 2022 and below that of 2023. A rent on a limit is within it. For 2030 no limits are
    # recorded.
    tabellen = {
        "huurgrenzen": HUURGRENZEN,
        "verhuringen": [
            verhuring(kale_huur=439.99),
            verhuring(kale_huur=440.0),
            verhuring(kale_huur=440.01),
            verhuring(kale_huur=445.0),
            verhuring(kale_huur=680.0, huishoudgrootte="3+"),
            verhuring(kale_huur=680.01, huishoudgrootte="3+"),
            verhuring(kale_huur=760.0),
            verhuring(kale_huur=760.01),
            verhuring(kale_huur=761.0),
            verhuring(2023, kale_huur=445.0),
            verhuring(2030, kale_huur=445.0),
        ],
    }
    assert waarden(vraag("toewijzing/huurklasse", tabellen)) == [
        (2022, "NOORD", "Dorp", "goedkoop", 2, 2 / 9),
        (2022, "NOORD", "Dorp", "betaalbaar", 3, 3 / 9),
        (2022, "NOORD", "Dorp", "duur", 2, 2 / 9),
        (2022, "NOORD", "Dorp", "boven", 2, 2 / 9),
        (2023, "NOORD", "Dorp", "goedkoop", 1, 1.0),
        (2030, "NOORD", "Dorp", "onbekend", 1, 1.0),
    ]
    assert waarden(vraag("toewijzing/huurklasse", tabellen, niveau="gemeente", van=dt.date(2023, 1, 1))) == [
        (2023, "totaal", "totaal", "goedkoop", 1, 1.0),
        (2030, "totaal", "totaal", "onbekend", 1, 1.0),
    ]


@pytest.mark.parametrize(
    ("personen", "huur", "klasse"),
    [
        ("1", 630.0, "betaalbaar"),
        ("1", 630.01, "duur"),
        ("2", 630.0, "betaalbaar"),
        ("2", 680.0, "duur"),
        ("3+", 630.01, "betaalbaar"),
        ("3+", 680.0, "betaalbaar"),
        ("3+", 680.01, "duur"),
    ],
)
def test_de_aftoppingsgrens_is_die_van_het_huishouden(vraag: Vraag, personen: str, huur: float, klasse: str) -> None:
    tabellen = {
        "huurgrenzen": HUURGRENZEN,
        "verhuringen": [verhuring(kale_huur=huur, huishoudgrootte=personen)],
    }
    assert waarden(vraag("toewijzing/huurklasse", tabellen)) == [(2022, "NOORD", "Dorp", klasse, 1, 1.0)]


def test_huren_precies_op_de_grens_van_goedkoop_tellen_mee(vraag: Vraag) -> None:
    grens = [{"jaar": 2026, "grens": "kwaliteitskorting", "bedrag": 498.2}]
    huren = [498.2] * 20 + [498.19] * 10 + [498.21]
    verhuurd = [verhuring(2026, kale_huur=huur, leeftijdsklasse="<23") for huur in huren]
    rijen = vraag("toewijzing/jongeren_goedkoop", {"huurgrenzen": grens, "verhuringen": verhuurd})
    assert waarden(rijen) == [(2026, "NOORD", "Dorp", 30, 30, 1.0)]


def test_jongeren_goedkoop_telt_goedkope_woningen_naar_jonge_huurders(vraag: Vraag) -> None:
    # Stad had lettings but no cheap one: nought of nought. 2030 has no limit, so nothing can be said.
    tabellen = {
        "huurgrenzen": HUURGRENZEN,
        "verhuringen": [
            verhuring(kale_huur=400.0, leeftijdsklasse="<23"),
            verhuring(kale_huur=400.0, leeftijdsklasse="23-29"),
            verhuring(kale_huur=400.0, leeftijdsklasse="65+"),
            verhuring(kale_huur=400.0, leeftijdsklasse="30-54"),
            verhuring(kale_huur=440.01, leeftijdsklasse="<23"),
            verhuring(kern="Stad", kale_huur=700.0, leeftijdsklasse="<23"),
            verhuring(2030, kale_huur=400.0, leeftijdsklasse="<23"),
        ],
    }
    assert waarden(vraag("toewijzing/jongeren_goedkoop", tabellen)) == [
        (2022, "NOORD", "Dorp", 1, 4, 0.25),
        (2022, "NOORD", "Stad", 0, 0, None),
    ]
    assert waarden(vraag("toewijzing/jongeren_goedkoop", tabellen, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 1, 4, 0.25)
    ]


# --- huurders -------------------------------------------------------------------------------------------------------

HUURDERS = {
    "verhuringen": [
        verhuring(groep="regulier", leeftijdsklasse="65+", huishoudgrootte="1", herkomst="elders"),
        verhuring(groep="urgent", leeftijdsklasse="<23", huishoudgrootte="2", herkomst="zelfde_kern"),
        verhuring(groep="regulier", leeftijdsklasse="<23", huishoudgrootte="2", herkomst="gemeente"),
        verhuring(groep="regulier", leeftijdsklasse="<23", huishoudgrootte="1", woonsituatie="starter"),
        verhuring(groep="regulier", leeftijdsklasse="<23", contract="tijdelijk", herkomst="elders"),
        verhuring(kern="Stad", leeftijdsklasse="65+", herkomst="elders"),
    ]
}


@pytest.mark.parametrize(
    ("kenmerk", "verwacht"),
    [
        ("groep", [("regulier", 3, 0.75), ("urgent", 1, 0.25)]),
        ("leeftijdsklasse", [("<23", 3, 0.75), ("65+", 1, 0.25)]),
        ("huishoudgrootte", [("1", 2, 0.5), ("2", 2, 0.5)]),
        ("woonsituatie", [("starter", 1, 0.25), ("onbekend", 3, 0.75)]),
        (
            "herkomst",
            [("zelfde_kern", 1, 0.25), ("gemeente", 1, 0.25), ("elders", 1, 0.25), ("onbekend", 1, 0.25)],
        ),
    ],
)
def test_huurders_per_kenmerk_met_onbekend_als_eigen_groep(
    vraag: Vraag, kenmerk: str, verwacht: list[tuple[Any, ...]]
) -> None:
    rijen = waarden(vraag("toewijzing/huurders", HUURDERS, niveau="kern", kernen=["Dorp"], kenmerk=kenmerk))
    assert rijen == [(2022, "totaal", "Dorp", *rij) for rij in verwacht]


def test_huurders_met_tijdelijke_contracten_erbij(vraag: Vraag) -> None:
    rijen = vraag("toewijzing/huurders", HUURDERS, niveau="gemeente", kenmerk="leeftijdsklasse", tijdelijk=True)
    assert waarden(rijen) == [(2022, "totaal", "totaal", "<23", 4, 4 / 6), (2022, "totaal", "totaal", "65+", 2, 2 / 6)]


def test_huurders_kent_alleen_de_vijf_kenmerken(vraag: Vraag) -> None:
    with pytest.raises(QueryFout, match="kenmerk is groep"):
        vraag("toewijzing/huurders", HUURDERS, kenmerk="naam")


# --- counted beside an agreement ------------------------------------------------------------------------------------


def test_vrije_ruimte_voor_starters_laat_onbekenden_in_de_noemer(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(vrije_ruimte=True, woonsituatie="starter"),
            verhuring(vrije_ruimte=True, woonsituatie="starter", contract="tijdelijk"),
            verhuring(vrije_ruimte=True, woonsituatie="doorstromer"),
            verhuring(vrije_ruimte=True),
            verhuring(vrije_ruimte=True, woonsituatie="starter", daeb=False),  # no free space outside DAEB
            verhuring(vrije_ruimte=False, woonsituatie="starter"),
            verhuring(corporatie="ZUID", woonsituatie="starter"),  # let homes, and used no free space
            verhuring(2023, "ZUID", vrije_ruimte=True, woonsituatie="doorstromer"),
        ]
    }
    assert waarden(vraag("toewijzing/vrije_ruimte_starters", tabellen, niveau="corporatie")) == [
        (2022, "NOORD", "totaal", 2, 4, 0.5, 1),
        (2022, "ZUID", "totaal", 0, 0, None, 0),
        (2023, "ZUID", "totaal", 0, 1, 0.0, 0),
    ]


def oudere(**rest: Any) -> dict[str, Any]:
    return verhuring(**({"leeftijdsklasse": "65+", "woonsituatie": "doorstromer", "herkomst": "zelfde_kern"} | rest))


def test_eigen_kern_telt_doorstromers_van_65_en_ouder_die_er_al_woonden(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            oudere(),
            oudere(contract="tijdelijk"),
            oudere(herkomst="gemeente"),
            oudere(herkomst="elders"),
            oudere(herkomst=None),
            oudere(woonsituatie="starter"),
            oudere(woonsituatie=None),
            oudere(leeftijdsklasse="55-64"),
            oudere(kern="Stad", leeftijdsklasse="<23"),  # a letting, but not one of these: nought
        ]
    }
    assert waarden(vraag("toewijzing/eigen_kern", tabellen, niveau="kern")) == [
        (2022, "totaal", "Dorp", 2, 4, 0.5, 1),
        (2022, "totaal", "Stad", 0, 0, None, 0),
    ]
    assert waarden(vraag("toewijzing/eigen_kern", tabellen, leeftijd="55-64")) == [
        (2022, "NOORD", "Dorp", 1, 1, 1.0, 0),
        (2022, "NOORD", "Stad", 0, 0, None, 0),
    ]


def test_aan_groep_telt_elke_verhuring_aan_die_groep(vraag: Vraag) -> None:
    assert waarden(vraag("toewijzing/aan_groep", REGULIER, niveau="gemeente", groep="urgent")) == [
        (2022, "totaal", "totaal", 2, 6, pytest.approx(1 / 3)),
        (2023, "totaal", "totaal", 0, 1, 0.0),
    ]


def test_belangstelling_is_een_gemiddelde_van_wat_is_vastgelegd(vraag: Vraag) -> None:
    tabellen = {
        "verhuringen": [
            verhuring(reacties=40, weigeringen=0),
            verhuring(reacties=10),
            verhuring(reacties=None, weigeringen=3, model="directe_bemiddeling"),
            verhuring(corporatie="ZUID", reacties=7, weigeringen=1),
        ]
    }
    assert waarden(vraag("toewijzing/belangstelling", tabellen)) == [
        (2022, "NOORD", "Dorp", 50, 2, 25.0),
        (2022, "ZUID", "Dorp", 7, 1, 7.0),
    ]
    assert waarden(vraag("toewijzing/belangstelling", tabellen, niveau="kern", wat="weigeringen")) == [
        (2022, "totaal", "Dorp", 4, 3, pytest.approx(4 / 3))
    ]
    with pytest.raises(QueryFout, match="wat is reacties of weigeringen"):
        vraag("toewijzing/belangstelling", tabellen, wat="klachten")


# --- whether it is known that a letting is of a new home --------------------------------------------------------------

MET_ONBEKEND = {
    "groepen": GROEPEN,
    "verhuringen": [
        verhuring(groep="regulier", nieuwbouw=None),
        verhuring(groep="urgent", nieuwbouw=None),
        verhuring(groep="regulier", nieuwbouw=True),
        verhuring(groep="regulier"),
        verhuring(corporatie="ZUID", kern="Stad", groep="regulier"),
    ],
}


def test_of_het_nieuwbouw_is_maakt_voor_het_afgesproken_cijfer_niet_uit(vraag: Vraag) -> None:
    assert waarden(vraag("toewijzing/aandeel_regulier", MET_ONBEKEND)) == [
        (2022, "NOORD", "Dorp", 3, 4, 0.75),
        (2022, "ZUID", "Stad", 1, 1, 1.0),
    ]


def test_zonder_nieuwbouw_telt_niet_mee_waarvan_het_niet_bekend_is(vraag: Vraag) -> None:
    assert waarden(vraag("toewijzing/aandeel_regulier", MET_ONBEKEND, nieuwbouw=False)) == [
        (2022, "NOORD", "Dorp", 1, 1, 1.0),
        (2022, "ZUID", "Stad", 1, 1, 1.0),
    ]
    assert waarden(vraag("toewijzing/nieuwbouw_onbekend", MET_ONBEKEND)) == [(2022, "NOORD", "Dorp", 2)]
    assert waarden(vraag("toewijzing/nieuwbouw_onbekend", MET_ONBEKEND, niveau="gemeente")) == [
        (2022, "totaal", "totaal", 2)
    ]
    assert vraag("toewijzing/nieuwbouw_onbekend", MET_ONBEKEND, corporaties=["ZUID"]) == []
