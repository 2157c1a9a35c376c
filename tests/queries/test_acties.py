"""Agreements, their actions, and what was reported about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

Vraag = Callable[..., list[dict[str, Any]]]
APRIL, OKTOBER, APRIL_2023 = dt.date(2022, 4, 14), dt.date(2022, 10, 13), dt.date(2023, 4, 13)


def waarden(rijen: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The values only; the loader already holds names, types and order of the columns to the header."""
    return [tuple(rij.values()) for rij in rijen]


def kies(rijen: list[dict[str, Any]], *kolommen: str) -> list[tuple[Any, ...]]:
    return [tuple(rij[kolom] for kolom in kolommen) for rij in rijen]


def afspraak(nummer: str, thema: int = 1, **rest: Any) -> dict[str, Any]:
    tekst = {"paragraaf": "1.1 Wonen", "onderwerp": "Onderwerp", "samenvatting": "Wat er is afgesproken."}
    return {"afspraak": nummer, "thema": thema, "trekker": "gemeente", "soort": "actie"} | tekst | rest


def melding(peildatum: dt.date, nummer: str, actie: str | None, stand: str, **rest: Any) -> dict[str, Any]:
    rij = {"peildatum": peildatum, "afspraak": nummer, "actie": actie, "stand": stand}
    return rij | {"toelichting": "bezig", "gemeld_door": "werkgroep"} | rest


# --- afspraken ------------------------------------------------------------------------------------------------------


def test_afspraken_geeft_een_volledige_rij(vraag: Vraag) -> None:
    tabellen = {
        "afspraken": [
            afspraak(
                "1.1.1", trekker="corporaties;gemeente", soort="norm", bron="overeenkomst 1.1.1", opmerking="Let op."
            )
        ],
        "acties": [
            {
                "agenda_nr": "1.1.1",
                "afspraak": "1.1.1",
                "agenda_onderwerp": "Groei",
                "actie": "Overleg voeren.",
                "trekker": "gemeente",
                "termijn": "najaar 2022",
                "deadline": dt.date(2022, 12, 31),
                "opmerking": "Begint laat.",
            }
        ],
    }
    assert vraag("acties/afspraken", tabellen) == [
        {
            "afspraak": "1.1.1",
            "thema": 1,
            "paragraaf": "1.1 Wonen",
            "onderwerp": "Onderwerp",
            "samenvatting": "Wat er is afgesproken.",
            "soort": "norm",
            "trekker": "corporaties;gemeente",
            "agenda_nr": "1.1.1",
            "agenda_onderwerp": "Groei",
            "agenda_actie": "Overleg voeren.",
            "agenda_trekker": "gemeente",
            "termijn": "najaar 2022",
            "deadline": dt.date(2022, 12, 31),
            "trekker_verschilt": True,
            "bron": "overeenkomst 1.1.1",
            "opmerking": "Let op. Begint laat.",
        }
    ]


def test_afspraken_sorteert_op_nummer_en_koppelt_op_onderwerp(vraag: Vraag) -> None:
    # The agenda swapped 1.1.5 and 1.1.6; 1.1.2 has an empty row, 1.1.10 none at all.
    def regel(agenda_nr: str, nummer: str, actie: str | None) -> dict[str, Any]:
        return {"agenda_nr": agenda_nr, "afspraak": nummer, "agenda_onderwerp": f"onderwerp {nummer}", "actie": actie}

    tabellen = {
        "afspraken": [afspraak(nummer) for nummer in ("2.1", "1.1.10", "1.1.6", "1.1.5", "1.1.2")],
        "acties": [
            regel("1.1.5", "1.1.6", "Verkooplijst bespreken."),
            regel("1.1.6", "1.1.5", "Sneller bouwen."),
            regel("1.1.2", "1.1.2", None),
            regel("2.1", "2.1", "Rekenen."),
        ],
    }
    kolommen = ("afspraak", "agenda_nr", "agenda_onderwerp", "agenda_actie", "agenda_trekker", "trekker_verschilt")
    assert kies(vraag("acties/afspraken", tabellen), *kolommen) == [
        ("1.1.2", "1.1.2", "onderwerp 1.1.2", None, None, False),
        ("1.1.5", "1.1.6", "onderwerp 1.1.5", "Sneller bouwen.", None, False),
        ("1.1.6", "1.1.5", "onderwerp 1.1.6", "Verkooplijst bespreken.", None, False),
        ("1.1.10", None, None, None, None, False),
        ("2.1", "2.1", "onderwerp 2.1", "Rekenen.", None, False),
    ]


def test_afspraken_met_meer_acties_blijft_een_rij(vraag: Vraag) -> None:
    tabellen = {
        "afspraken": [afspraak("4.2", trekker="gemeente; corporaties")],
        "acties": [
            {
                "agenda_nr": "4.10",
                "afspraak": "4.2",
                "agenda_onderwerp": "Later",
                "actie": "Tweede.",
                "trekker": "gemeente",
                "deadline": dt.date(2023, 12, 31),
            },
            {
                "agenda_nr": "4.2",
                "afspraak": "4.2",
                "agenda_onderwerp": "Eerst",
                "actie": "Eerste.",
                "trekker": "corporaties;gemeente",
                "termijn": "2022",
                "deadline": dt.date(2022, 12, 31),
            },
        ],
    }
    kolommen = ("agenda_nr", "agenda_onderwerp", "agenda_actie", "agenda_trekker", "termijn", "deadline")
    (rij,) = vraag("acties/afspraken", tabellen)
    assert kies([rij], *kolommen, "trekker_verschilt", "opmerking") == [
        (
            "4.2; 4.10",
            "Eerst; Later",
            "Eerste.; Tweede.",
            "corporaties;gemeente",
            "2022",
            dt.date(2022, 12, 31),
            False,
            None,
        )
    ]


@pytest.mark.parametrize(
    ("raam", "agenda", "verschilt"),
    [
        ("corporaties;gemeente", "gemeente; corporaties", False),
        ("NOORD", "ZUID", True),
        ("NOORD;ZUID", "NOORD", True),
        ("NOORD", None, False),
    ],
)
def test_afspraken_vergelijkt_trekkers_zonder_volgorde(
    vraag: Vraag, raam: str, agenda: str | None, verschilt: bool
) -> None:
    tabellen = {
        "afspraken": [afspraak("1.1", trekker=raam)],
        "acties": [{"agenda_nr": "1.1", "afspraak": "1.1", "trekker": agenda}],
    }
    assert kies(vraag("acties/afspraken", tabellen), "trekker_verschilt") == [(verschilt,)]


# --- stand, verloop, telling ----------------------------------------------------------------------------------------

MELDINGEN = [
    melding(APRIL, "1.1.10", "1.1.10", "op_schema", voortgang_pct=20),
    melding(OKTOBER, "1.1.10", "1.1.10", "achter", voortgang_pct=30, oorzaak="a", gevolg="b", bijsturing="c"),
    melding(APRIL, "1.1.5", "1.1.6", "gereed", besluit_gevraagd="vaststellen"),  # swapped number in the agenda
    melding(APRIL, "1.1.5", None, "aandacht"),  # about the agreement itself
    melding(APRIL_2023, "2.1", "2.1", "niet_gestart"),
]


def test_stand_is_de_nieuwste_melding_per_afspraak_en_actie(vraag: Vraag) -> None:
    assert waarden(vraag("acties/stand", {"actiestatus": MELDINGEN})) == [
        ("1.1.5", "1.1.6", None, APRIL, "gereed", None, None, "bezig", None, None, None, "vaststellen", "werkgroep"),
        ("1.1.5", None, None, APRIL, "aandacht", None, None, "bezig", None, None, None, None, "werkgroep"),
        ("1.1.10", "1.1.10", None, OKTOBER, "achter", None, 30, "bezig", "a", "b", "c", None, "werkgroep"),
        ("2.1", "2.1", None, APRIL_2023, "niet_gestart", None, None, "bezig", None, None, None, None, "werkgroep"),
    ]


def test_stand_op_een_peildatum_kijkt_niet_vooruit(vraag: Vraag) -> None:
    kolommen = ("afspraak", "actie", "peildatum", "stand")
    op_dag = vraag("acties/stand", {"actiestatus": MELDINGEN}, peildatum=APRIL)
    assert kies(op_dag, *kolommen) == [
        ("1.1.5", "1.1.6", APRIL, "gereed"),
        ("1.1.5", None, APRIL, "aandacht"),
        ("1.1.10", "1.1.10", APRIL, "op_schema"),
    ]
    assert vraag("acties/stand", {"actiestatus": MELDINGEN}, peildatum=dt.date(2022, 4, 13)) == []


def test_stand_neemt_bij_twee_meldingen_de_laatst_aangeleverde(vraag: Vraag) -> None:
    # A correction was delivered later under a lower upload id; within one delivery the lowest row on the sheet counts.
    tabellen = {
        "actiestatus": [
            melding(APRIL, "1.1", "1.1", "achter", upload_id="z", bronrij=9),
            melding(APRIL, "1.1", "1.1", "gereed", upload_id="a", bronrij=2),
            melding(APRIL, "1.1", "1.1", "op_schema", upload_id="a", bronrij=3),
        ],
        "leveringen": [
            {"upload_id": "z", "tabel": "actiestatus", "aangeleverd_op": dt.date(2022, 4, 1)},
            {"upload_id": "a", "tabel": "actiestatus", "aangeleverd_op": dt.date(2022, 5, 1)},
        ],
    }
    assert kies(vraag("acties/stand", tabellen), "stand") == [("op_schema",)]
    assert kies(vraag("acties/verloop", tabellen), "stand") == [("op_schema",)]


def test_verloop_geeft_alle_meldingen_op_volgorde(vraag: Vraag) -> None:
    assert waarden(vraag("acties/verloop", {"actiestatus": MELDINGEN})) == [
        ("1.1.5", "1.1.6", None, APRIL, "gereed", None, None, "bezig", "werkgroep"),
        ("1.1.5", None, None, APRIL, "aandacht", None, None, "bezig", "werkgroep"),
        ("1.1.10", "1.1.10", None, APRIL, "op_schema", None, 20, "bezig", "werkgroep"),
        ("1.1.10", "1.1.10", None, OKTOBER, "achter", None, 30, "bezig", "werkgroep"),
        ("2.1", "2.1", None, APRIL_2023, "niet_gestart", None, None, "bezig", "werkgroep"),
    ]
    assert waarden(vraag("acties/verloop", {"actiestatus": MELDINGEN}, afspraak="2.1")) == [
        ("2.1", "2.1", None, APRIL_2023, "niet_gestart", None, None, "bezig", "werkgroep")
    ]


def test_telling_neemt_de_ergste_actie_en_onthoudt_eerdere_meldingen(vraag: Vraag) -> None:
    # 1.1.5 is gereed and aandacht: aandacht. 1.1.10 turns from op_schema to achter. 2.1 starts to count in 2023.
    tabellen = {"actiestatus": MELDINGEN, "afspraken": [afspraak("1.1.5"), afspraak("1.1.10"), afspraak("2.1", 2)]}
    assert waarden(vraag("acties/telling", tabellen)) == [
        (APRIL, 1, "op_schema", 1),
        (APRIL, 1, "aandacht", 1),
        (OKTOBER, 1, "aandacht", 1),
        (OKTOBER, 1, "achter", 1),
        (APRIL_2023, 1, "aandacht", 1),
        (APRIL_2023, 1, "achter", 1),
        (APRIL_2023, 2, "niet_gestart", 1),
    ]


@pytest.mark.parametrize(
    ("standen", "ergste"),
    [
        (("gereed", "op_schema"), "op_schema"),
        (("op_schema", "niet_gestart"), "niet_gestart"),
        (("niet_gestart", "aandacht"), "aandacht"),
        (("achter", "aandacht", "gereed"), "achter"),
        (("gereed", "gereed"), "gereed"),
    ],
)
def test_telling_volgorde_van_ernst(vraag: Vraag, standen: tuple[str, ...], ergste: str) -> None:
    tabellen = {
        "actiestatus": [melding(APRIL, "1.1", f"1.{nummer}", stand) for nummer, stand in enumerate(standen)],
        "afspraken": [afspraak("1.1")],
    }
    assert waarden(vraag("acties/telling", tabellen)) == [(APRIL, 1, ergste, 1)]


# --- gereed ---------------------------------------------------------------------------------------------------------


def test_gereed_telt_per_jaar_de_acties_die_gereed_gemeld_zijn(vraag: Vraag) -> None:
    # Two rows in the agenda and one report about the agreement itself. Action a is finished in October 2022 and nobody
    # reports about it again; the reports about 1.1.1 in 2024 show that reporting went on.
    tabellen = {
        "acties": [
            {"agenda_nr": "a", "afspraak": "4.2", "actie": "Eerste."},
            {"agenda_nr": "b", "afspraak": "4.2", "actie": "Tweede."},
            {"agenda_nr": "c", "afspraak": "4.2", "actie": None},  # an empty row of the agenda is no action
        ],
        "actiestatus": [
            melding(APRIL, "4.2", "a", "op_schema"),
            melding(OKTOBER, "4.2", "a", "gereed"),
            melding(APRIL_2023, "4.2", None, "gereed"),
            melding(dt.date(2021, 4, 1), "1.1.1", "1.1.1", "gereed"),
            melding(dt.date(2024, 4, 1), "1.1.1", "1.1.1", "gereed"),
        ],
    }
    over_4_2 = [
        ("4.2", 2022, "totaal", "totaal", 1, 3, None, OKTOBER),
        ("4.2", 2023, "totaal", "totaal", 2, 3, None, OKTOBER),
        ("4.2", 2024, "totaal", "totaal", 2, 3, None, OKTOBER),
    ]
    assert waarden(vraag("acties/gereed", tabellen, afspraak="4.2")) == over_4_2
    eerst = dt.date(2021, 4, 1)
    over_1_1_1 = [("1.1.1", jaar, "totaal", "totaal", 1, 1, None, eerst) for jaar in (2021, 2022, 2023, 2024)]
    assert waarden(vraag("acties/gereed", tabellen)) == over_1_1_1 + over_4_2
    in_2022 = vraag("acties/gereed", tabellen, afspraak="4.2", tot=dt.date(2022, 9, 30), niveau="gemeente")
    assert waarden(in_2022) == [("4.2", 2022, "totaal", "totaal", 0, 2, None, None)]
    assert waarden(vraag("acties/gereed", tabellen, afspraak="4.2", van=dt.date(2024, 1, 1))) == [
        ("4.2", 2024, "totaal", "totaal", 2, 3, None, OKTOBER)
    ]


def gereed(vraag: Vraag, *meldingen: dict[str, Any], acties: list[dict[str, Any]] | None = None, **meer: Any) -> Any:
    """Year, how many actions are ready, since which day, and when that was first reported."""
    tabellen = {"acties": acties or [], "actiestatus": list(meldingen)}
    return kies(vraag("acties/gereed", tabellen, **meer), "jaar", "gereed", "gereed_op", "gemeld_op")


def test_gereed_sinds_de_dag_van_afronding_ook_als_dat_later_gemeld_is(vraag: Vraag) -> None:
    # Reported as behind until it turned out to have been ready since December 2021. That day is told only in 2023, and
    # nobody has to repeat it.
    dag = dt.date(2021, 12, 12)
    meldingen = [
        melding(APRIL, "2.2", None, "achter"),
        melding(OKTOBER, "2.2", None, "gereed"),
        melding(APRIL_2023, "2.2", None, "gereed", gereed_op=dag),
        melding(dt.date(2024, 4, 1), "2.2", None, "gereed"),
    ]
    assert gereed(vraag, *meldingen) == [(jaar, 1, dag, OKTOBER) for jaar in (2021, 2022, 2023, 2024)]
    assert gereed(vraag, *meldingen[:2]) == [(2022, 1, None, OKTOBER)]
    assert gereed(vraag, *meldingen, tot=OKTOBER) == [(2022, 1, None, OKTOBER)]


def test_gereed_teruggenomen_en_opnieuw_gemeld(vraag: Vraag) -> None:
    assert gereed(
        vraag,
        melding(APRIL, "2.2", None, "gereed", gereed_op=APRIL),
        melding(APRIL_2023, "2.2", None, "aandacht", gereed_op=APRIL),  # a day with another stand does not count
        melding(dt.date(2024, 4, 1), "2.2", None, "gereed"),
    ) == [(2022, 1, APRIL, APRIL), (2023, 0, None, None), (2024, 1, None, dt.date(2024, 4, 1))]


RONDEN = [
    {"agenda_nr": "5.3", "afspraak": "5.3", "actie": "Bijwerken."},
    *(
        {
            "agenda_nr": f"5.3-{jaar}",
            "afspraak": "5.3",
            "actie": "Bijwerken.",
            "ronde_van": "5.3",
            "deadline": dt.date(jaar, 7, 1),
        }
        for jaar in (2023, 2024, 2025)
    ),
]


def test_elke_ronde_heeft_een_eigen_stand(vraag: Vraag) -> None:
    # The round of 2023 is ready; that of 2024 is named, and done late; that of 2025 is behind.
    laat = dt.date(2025, 2, 3)
    meldingen = [
        melding(OKTOBER, "5.3", "5.3", "niet_gestart"),  # before the first round: about that one
        melding(dt.date(2023, 10, 1), "5.3", "5.3", "gereed", gereed_op=dt.date(2023, 6, 20)),
        melding(dt.date(2024, 10, 1), "5.3", "5.3", "achter"),
        melding(dt.date(2025, 4, 1), "5.3", "5.3-2024", "gereed", gereed_op=laat),
        melding(dt.date(2025, 10, 1), "5.3", "5.3", "achter"),
        melding(dt.date(2026, 4, 1), "5.3", "5.3", "op_schema"),  # there is no row for this round
    ]
    ronden = vraag("acties/verloop", {"acties": RONDEN, "actiestatus": meldingen})
    assert kies(ronden, "actie", "ronde", "stand") == [
        ("5.3", 2023, "niet_gestart"),
        ("5.3", 2023, "gereed"),
        ("5.3", 2024, "achter"),
        ("5.3", 2024, "gereed"),
        ("5.3", 2025, "achter"),
        ("5.3", None, "op_schema"),
    ]
    juni, gemeld = dt.date(2023, 6, 20), dt.date(2023, 10, 1)
    alleen_2023 = gereed(vraag, *meldingen, acties=RONDEN, actie="5.3-2023")
    assert alleen_2023 == [(2022, 0, None, None), *((jaar, 1, juni, gemeld) for jaar in (2023, 2024, 2025, 2026))]
    alleen_2024 = gereed(vraag, *meldingen, acties=RONDEN, actie="5.3-2024")
    april = dt.date(2025, 4, 1)
    assert alleen_2024 == [(2024, 0, None, None), *((jaar, 1, laat, april) for jaar in (2025, 2026))]
    # All rounds together: the first one that was ready says since when.
    samen = vraag("acties/gereed", {"acties": RONDEN, "actiestatus": meldingen})
    assert kies(samen, "jaar", "gereed", "acties", "gereed_op") == [
        (2022, 0, 4, None),
        (2023, 1, 4, juni),
        (2024, 1, 4, juni),
        (2025, 2, 4, juni),
        (2026, 2, 4, juni),
    ]


def test_de_stand_van_een_actie_die_terugkomt_is_die_van_de_laatste_melding(vraag: Vraag) -> None:
    op = dt.date(2025, 10, 1)
    meldingen = [
        melding(dt.date(2024, 10, 1), "5.3", "5.3", "achter"),
        melding(op, "5.3", "5.3-2024", "achter"),
        melding(op, "5.3", "5.3", "gereed"),
    ]
    tabellen = {"acties": RONDEN, "actiestatus": meldingen, "afspraken": [afspraak("5.3", 5)]}
    assert kies(vraag("acties/stand", tabellen), "actie", "ronde", "stand") == [("5.3", 2025, "gereed")]
    assert waarden(vraag("acties/telling", tabellen))[-1] == (op, 5, "gereed", 1)


def test_een_deel_van_een_actie_heeft_een_eigen_mijlpaal(vraag: Vraag) -> None:
    meldingen = [
        melding(APRIL, "1.1.10", "1.1.10-plan", "gereed", gereed_op=APRIL),
        melding(OKTOBER, "1.1.10", "1.1.10", "op_schema"),
        melding(APRIL_2023, "1.1.10", None, "gereed"),  # about the afspraak: the action with its number
    ]
    assert gereed(vraag, *meldingen, actie="1.1.10-plan") == [(jaar, 1, APRIL, APRIL) for jaar in (2022, 2023)]
    assert gereed(vraag, *meldingen, actie="1.1.10") == [(2022, 0, None, None), (2023, 1, None, APRIL_2023)]


@pytest.mark.parametrize(
    "parameters",
    [
        {"afspraak": ""},
        {"afspraak": "9.9"},
        {"afspraak": "1.1.5", "niveau": "kern"},
        {"afspraak": "1.1.5", "corporaties": ["ZUID"]},
    ],
)
def test_gereed_zonder_meldingen_of_per_deel_is_leeg(vraag: Vraag, parameters: dict[str, Any]) -> None:
    assert vraag("acties/gereed", {"actiestatus": MELDINGEN}, **parameters) == []
