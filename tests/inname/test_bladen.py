"""A workbook with a sheet per month, a sheet with all of them beside it, and periods as columns: nothing counts twice or is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.fouten import Geweigerd
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Inname
from dashboard.inname.werkboek import Blad, Werkboek
from tests.inname.hulp.omgeving import LEEG, kort, lees

MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MUTATIE = ("Datum", "Kern", "Soort", "Eenheid", "Aantal", "Stand")
VERHURING = (
    "Contractnr", "Ingangsdatum", "Kern", "Type woning", "DAEB", "Soort contract", "Kale huur", "Wijze van toewijzing", "Doelgroep",
    "Leeftijdsklasse", "Huishouden", "Vrije ruimte",
)  # fmt: skip


def mutatie(maand: int, nummer: int = 0) -> tuple[Any, ...]:
    return (dt.date(2025, maand, 10 + nummer), "Axel", "nieuwbouw", "woongelegenheid", 3 + nummer, "realisatie")


def verhuring(maand: int, nummer: int = 0, huur: float = 600) -> tuple[Any, ...]:
    dag = dt.date(2025, maand, 10 + nummer)
    rest = ("Onbepaald", huur + maand + nummer, "Aanbod", "Regulier", "30-54", "2", "nee")
    return (f"C{maand}-{nummer}", dag, "Axel", "Appartement", "ja", *rest)


def neem(kop: tuple[str, ...], bladen: dict[str, list[tuple[Any, ...]]], keuzes=()) -> Inname:
    vellen = tuple(Blad(naam, verborgen=False, rijen=(kop, *rijen)) for naam, rijen in bladen.items())
    return neem_in(Werkboek("jaar.xlsx", "xlsx", vellen, "a" * 64), LEEG, keuzes, corporatie="CLAVIS")


def gebruikt(inname: Inname) -> list[str]:
    return [deel.vondst.blad for deel in inname.gebruikt]


def niet(inname: Inname) -> dict[str, str]:
    """Why each sheet is not used."""
    return {d.vondst.blad: d.aannames[-1] for d in inname.tabellen if not d.keuze.gebruik}


JAAR = {naam: [mutatie(nr), mutatie(nr, 1)] for nr, naam in enumerate(MAANDEN, 1)}
VERHUURD = {naam: [verhuring(nr), verhuring(nr, 1)] for nr, naam in enumerate(MAANDEN, 1)}
ALLES = [rij for rijen in JAAR.values() for rij in rijen]


@pytest.mark.parametrize(("kop", "bladen"), [(MUTATIE, JAAR), (VERHURING, VERHUURD)])
def test_een_blad_per_maand_wordt_samen_gelezen(kop, bladen):
    inname = neem(kop, bladen)
    assert (inname.goed, gebruikt(inname), sum(len(deel.rijen) for deel in inname.gebruikt)) == (
        True,
        list(MAANDEN),
        24,
    )


@pytest.mark.parametrize(
    "naam", ["totaal", "Totaal 2025", "Jaartotaal", "alles", "Overzicht", "heel 2025", "2025", "Blad13"]
)
@pytest.mark.parametrize("vooraan", [True, False])
def test_een_blad_dat_de_andere_herhaalt_telt_niet_mee(naam, vooraan):
    inname = neem(MUTATIE, {naam: ALLES} | JAAR if vooraan else JAAR | {naam: ALLES})
    assert (inname.goed, gebruikt(inname)) == (True, list(MAANDEN))
    assert niet(inname) == {naam: "Dit blad telt niet mee: elke rij staat ook op een ander blad."}


def test_een_blad_met_totalen_telt_niet_mee_naast_de_maanden():
    totalen = [(dt.date(2025, 12, 31), "Axel", "nieuwbouw", "woongelegenheid", 84, "realisatie")]
    inname = neem(MUTATIE, JAAR | {"totaal": totalen})
    assert gebruikt(inname) == list(MAANDEN)
    assert niet(inname) == {"totaal": "Dit blad telt niet mee: naar zijn naam vat het de andere bladen samen."}


def test_verhuringen_met_dezelfde_nummers_en_minder_kolommen():
    anders = [(rij[0], *rij[1:6], 999, *rij[7:]) for rijen in VERHUURD.values() for rij in rijen]
    assert gebruikt(neem(VERHURING, VERHUURD | {"totaal": anders})) == list(MAANDEN)


def test_bladen_die_oplopen_door_het_jaar():
    oplopend = {naam: ALLES[: 2 * nr] for nr, naam in enumerate(MAANDEN, 1)}
    inname = neem(MUTATIE, oplopend)
    assert (gebruikt(inname), sum(len(deel.rijen) for deel in inname.gebruikt)) == (["dec"], 24)


def test_wie_het_blad_toch_kiest_krijgt_het_met_fouten_of_waarschuwingen():
    inname = neem(
        VERHURING, {"jan": VERHUURD["jan"], "feb": VERHUURD["feb"], "totaal": [*VERHUURD["jan"], *VERHUURD["feb"]]}
    )
    keuzes = [replace(deel.keuze, gebruik=True) for deel in inname.tabellen]
    toch = neem(
        VERHURING,
        {"jan": VERHUURD["jan"], "feb": VERHUURD["feb"], "totaal": [*VERHUURD["jan"], *VERHUURD["feb"]]},
        keuzes,
    )
    assert gebruikt(toch) == ["jan", "feb", "totaal"]
    assert [(b.blad, b.rij, b.verwacht) for b in toch.fouten] == [
        ("totaal", 2, "een waarde die een keer voorkomt; staat ook op blad jan, rij 2"),
        ("totaal", 3, "een waarde die een keer voorkomt; staat ook op blad jan, rij 3"),
        ("totaal", 4, "een waarde die een keer voorkomt; staat ook op blad feb, rij 2"),
        ("totaal", 5, "een waarde die een keer voorkomt; staat ook op blad feb, rij 3"),
    ]
    assert toch.tabellen[2].foute_rijen == frozenset({2, 3, 4, 5})
    assert len(toch.tabellen[2].rijen) == 0


def test_een_rij_op_twee_bladen_valt_op():
    inname = neem(MUTATIE, {"noord": [mutatie(1), mutatie(2)], "zuid": [mutatie(2), mutatie(3)]})
    assert gebruikt(inname) == ["noord", "zuid"]
    assert [(b.blad, b.rij, b.verwacht) for b in inname.waarschuwingen] == [
        ("zuid", 2, "een rij die een keer voorkomt; blad noord, rij 3 is gelijk")
    ]


def test_een_enkele_gelijke_rij_op_een_eigen_blad_wordt_niet_weggelaten():
    inname = neem(MUTATIE, {"noord": [mutatie(1), mutatie(2)], "zuid": [mutatie(2)]})
    assert (gebruikt(inname), len(inname.waarschuwingen)) == (["noord", "zuid"], 1)


def test_een_nummer_op_twee_bladen_is_een_fout():
    inname = neem(VERHURING, {"noord": [verhuring(1), verhuring(2)], "zuid": [verhuring(2, huur=700), verhuring(3)]})
    assert [(b.blad, b.rij, b.kolom, b.verwacht) for b in inname.fouten] == [
        ("zuid", 2, "Contractnr", "een waarde die een keer voorkomt; staat ook op blad noord, rij 3")
    ]


def test_twee_tabellen_van_een_andere_soort_storen_elkaar_niet():
    vellen = (
        Blad("Verhuringen", verborgen=False, rijen=(VERHURING, verhuring(1))),
        Blad("Overzicht", verborgen=False, rijen=(MUTATIE, mutatie(1))),
    )
    inname = neem_in(Werkboek("jaar.xlsx", "xlsx", vellen, "a" * 64), LEEG, corporatie="CLAVIS")
    assert gebruikt(inname) == ["Verhuringen", "Overzicht"]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 12), st.integers(0, 9)), min_size=3, max_size=6, unique=True),
        min_size=1,
        max_size=5,
    )
)
def test_een_blad_met_alles_verandert_nooit_wat_er_geleverd_is(bladen):
    eigen = {f"deel {nr}": [mutatie(*een) for een in rijen] for nr, rijen in enumerate(bladen)}
    alles = list(dict.fromkeys(rij for rijen in eigen.values() for rij in rijen))

    def geleverd(inname: Inname) -> set[tuple[Any, ...]]:
        return {tuple(r[k] for k in ("datum", "aantal")) for deel in inname.gebruikt for r in deel.rijen.to_pylist()}

    assert geleverd(neem(MUTATIE, eigen | {"totaal": alles})) == {(rij[0], rij[4]) for rij in alles}


# --- periods as columns ------------------------------------------------------------------------------------------------

NAAST = "een rij per periode; hier staan {} naast elkaar. Zet ze onder elkaar, met een kolom voor de dag en een voor het aantal"
VOORRAAD = ("Kern", "Soort bezit", "DAEB", "Huurklasse", "Warmtenet", "Flexwoning")


@pytest.mark.parametrize(
    ("kop", "kolom", "wat"),
    [
        (("Kengetal", "Corporatie", "Bron", *MAANDEN), "jan", "‘jan’ tot en met ‘dec’"),
        (("Kern", "Soort", "Eenheid", "Stand", "januari", "februari", "maart"), "januari", "‘januari’ tot en met ‘maart’"),
        (("Kern", "Soort", "Eenheid", "Stand", "jan-25", "feb-25", "mrt-25"), "jan-25", "‘jan-25’ tot en met ‘mrt-25’"),
        (("Kengetal", "Corporatie", "Bron", "2023", "2024", "2025"), "2023", "‘2023’ tot en met ‘2025’"),
        (("Kengetal", "Corporatie", "Bron", "K1 2025", "K2 2025"), "K1 2025", "‘K1 2025’ tot en met ‘K2 2025’"),
        (("Kengetal", "Corporatie", "Bron", "1e kwartaal", "2e kwartaal"), "1e kwartaal", "‘1e kwartaal’ tot en met ‘2e kwartaal’"),
        ((*VOORRAAD, "Aantal 2024", "Aantal 2025"), "Aantal 2024", "‘Aantal 2024’ tot en met ‘Aantal 2025’"),
        ((*VOORRAAD, "31-12-2024", "31-12-2025"), "31-12-2024", "‘31-12-2024’ tot en met ‘31-12-2025’"),
        ((*VOORRAAD, "Aantal jan", "Aantal feb", "Aantal mrt"), "Aantal jan", "‘Aantal jan’ tot en met ‘Aantal mrt’"),
    ],
)  # fmt: skip
def test_perioden_naast_elkaar_worden_niet_verkeerd_gelezen(kop, kolom, wat):
    inname = lees(kop, ("x",) * (len(kop) - 2) + (1, 2))
    assert not inname.goed
    assert (1, kolom, "", NAAST.format(wat)) in kort(inname)


@pytest.mark.parametrize(
    "cellen", [(2023, 2024, 2025), tuple(dt.date(2025, maand, 1) for maand in (1, 2, 3)), MAANDEN, (2023.0, 2024.0)]
)
def test_een_kop_met_perioden_die_niet_herkend_wordt_zegt_wat_er_moet(cellen):
    with pytest.raises(Geweigerd, match="staan perioden naast elkaar"):
        lees(("Naam", "Opmerking", *cellen), ("uithuiszettingen", "eigen", *range(len(cellen))))


def test_perioden_naast_een_tabel_die_compleet_is_zijn_een_waarschuwing():
    kop = ("Kengetal", "Peildatum", "Waarde", "Bron", "2023", "2024")
    inname = lees(kop, ("bouwtafels", "31-12-2025", 3, "eigen", 1, 2))
    assert inname.goed
    assert [(b.kolom, b.verwacht, b.ernst) for b in inname.waarschuwingen] == [
        ("2023", NAAST.format("‘2023’ tot en met ‘2024’") + "; zij zijn niet gebruikt", "waarschuwing")
    ]


@pytest.mark.parametrize("kop", [("Kern 1", "Kern 2"), ("Opmerking", "2025"), ("mei", "Mei Jansen"), ("K1", "Kern")])
def test_wat_geen_perioden_zijn_wordt_niet_genoemd(kop):
    namen = ("Kengetal", "Peildatum", "Waarde", "Bron", *kop)
    gevonden = kort(lees(namen, ("uithuiszettingen", "31-12-2025", 3, "eigen", None, None)))
    assert not any("naast elkaar" in verwacht for *_, verwacht in gevonden)


def test_een_totaal_naast_een_enkel_blad_telt_ook_niet_mee():
    totalen = [(dt.date(2025, 12, 31), "Axel", "nieuwbouw", "woongelegenheid", 84, "realisatie")]
    assert gebruikt(neem(MUTATIE, {"mutaties": ALLES, "totaal": totalen})) == ["mutaties"]
    assert gebruikt(neem(MUTATIE, {"mutaties": ALLES, "overzicht": totalen})) == ["mutaties", "overzicht"]
    assert gebruikt(neem(MUTATIE, {"totaal": ALLES})) == ["totaal"]
    assert gebruikt(neem(MUTATIE, {"totaal": ALLES, "overzicht": totalen, "alles": ALLES})) != []


def test_een_blad_zonder_tabel_wordt_genoemd():
    vellen = (
        Blad("jan", verborgen=False, rijen=(MUTATIE, mutatie(1))),
        Blad("feb", verborgen=False, rijen=(("Wat", "Hoeveel"), ("iets", 3))),
    )
    inname = neem_in(Werkboek("jaar.xlsx", "xlsx", vellen, "a" * 64), LEEG, corporatie="CLAVIS")
    assert inname.zonder_tabel == ("feb",)
