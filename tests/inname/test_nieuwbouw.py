"""Whether a letting was the first of a new home: delivered, derived from what is there, or not known; never asked for nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Omgeving, Tabelinname
from tests.inname.hulp.omgeving import LEEG, kort, omgeving, werkboek

KOP = (
    "Contractnr", "Ingangsdatum", "Kern", "Type woning", "DAEB", "Soort contract", "Kale huur", "Wijze van toewijzing", "Doelgroep",
    "Leeftijdsklasse", "Huishouden", "Vrije ruimte",
)  # fmt: skip
NIET = (
    "nieuwbouw: Van {} verhuringen is niet bekend of het nieuwbouw is; een cijfer zonder nieuwbouw telt die niet mee."
)
BOUWJAAR = "Bouwjaar: Nieuwbouw is afgeleid: een woning van het jaar van de verhuring of het jaar ervoor telt als nieuw, een oudere niet."


def verhuring(nummer: int, dag: str = "13-08-2026", kern: str = "Axel", **_: Any) -> tuple[Any, ...]:
    return (
        f"C-{nummer}",
        dag,
        kern,
        "Appartement",
        "ja",
        "Onbepaald",
        600 + nummer,
        "Aanbod",
        "Regulier",
        "30-54",
        "2",
        "nee",
    )


def neem(*rijen: tuple[Any, ...], kop=(), waar: Omgeving = LEEG, corporatie: str = "CLAVIS") -> Tabelinname:
    """A report with these rows; `kop` has the names of the columns after the usual ones."""
    inname = neem_in(werkboek((*KOP, *kop), *rijen), waar, corporatie=corporatie)
    assert (inname.fouten, inname.vragen, inname.goed) == ((), (), True)
    return inname.tabellen[0]


def nieuwbouw(deel: Tabelinname) -> list[bool | None]:
    return deel.rijen["nieuwbouw"].to_pylist()


def test_een_rapportage_zonder_nieuwbouw_heeft_geen_vraag_en_geen_waarschuwing():
    deel = neem(*(verhuring(nummer) for nummer in range(20)))
    assert (nieuwbouw(deel), deel.bevindingen, deel.aannames) == ([None] * 20, (), (NIET.format(20),))


def test_een_geleverde_kolom_blijft_zoals_zij_is():
    rijen = [(*verhuring(nr), cel) for nr, cel in enumerate(("ja", "nee", "onbekend", "?"))]
    deel = neem(*rijen, kop=("Nieuwbouw",))
    assert (nieuwbouw(deel), deel.bevindingen) == ([True, False, None, None], ())
    assert deel.aannames == (NIET.format(2).replace("nieuwbouw:", "Nieuwbouw:", 1),)


def test_een_lege_cel_in_een_geleverde_kolom_is_een_fout():
    rijen = [(*verhuring(nr), cel) for nr, cel in enumerate(("ja", None, "nee"))]
    inname = neem_in(werkboek((*KOP, "Nieuwbouw"), *rijen), LEEG, corporatie="CLAVIS")
    assert kort(inname) == [(3, "Nieuwbouw", "", "een waarde; deze kolom mag niet leeg zijn")]


def test_een_kolom_die_helemaal_leeg_is_is_er_niet():
    deel = neem((*verhuring(1), None), (*verhuring(2), None), kop=("Nieuwbouw",))
    assert (nieuwbouw(deel), deel.aannames) == ([None, None], (NIET.format(2),))


def test_alleen_ja_en_leeg_wordt_gevraagd():
    inname = neem_in(
        werkboek((*KOP, "Nieuwbouw"), (*verhuring(1), "ja"), (*verhuring(2), None)), LEEG, corporatie="CLAVIS"
    )
    assert [vraag.soort for vraag in inname.tabellen[0].vragen["nieuwbouw"]] == ["leeg"]


@pytest.mark.parametrize("kop", ["Soort verhuring", "Type verhuring", "Aard verhuring"])
def test_de_soort_verhuring_zegt_het(kop):
    rijen = [
        (*verhuring(nr), cel) for nr, cel in enumerate(("Nieuwbouw", "Mutatie", "Eerste verhuring", "Vervolgverhuring"))
    ]
    deel = neem(*rijen, kop=(kop,))
    assert (nieuwbouw(deel), deel.bevindingen) == ([True, False, True, False], ())
    assert deel.aannames == (f"{kop}: Nieuwbouw is afgeleid uit deze kolom.",)


def test_een_soort_verhuring_met_andere_woorden_zegt_niets():
    rijen = [(*verhuring(nr), cel) for nr, cel in enumerate(("Nieuwbouw", "Regulier", "Tijdelijk"))]
    deel = neem(*rijen, kop=("Soort verhuring",))
    assert (nieuwbouw(deel), deel.aannames) == ([None] * 3, (NIET.format(3),))
    assert [b.kolom for b in deel.bevindingen] == ["Soort verhuring"]


def test_het_bouwjaar_zegt_het():
    jaren = (2026, 2025, 2024, 1968, None, "2026", 2031, "onbekend")
    deel = neem(*((*verhuring(nr), jaar) for nr, jaar in enumerate(jaren)), kop=("Bouwjaar",))
    assert nieuwbouw(deel) == [True, True, False, False, None, True, None, None]
    assert deel.aannames == (BOUWJAAR, NIET.format(3))


def test_een_vreemd_bouwjaar_is_een_waarschuwing_en_geen_fout():
    deel = neem((*verhuring(1), "ca. 1930"), (*verhuring(2), 1968), kop=("Bouwjaar",))
    assert nieuwbouw(deel) == [None, False]
    assert [(b.rij, b.kolom, b.waarde, b.ernst) for b in deel.bevindingen] == [
        (2, "Bouwjaar", "ca. 1930", "waarschuwing")
    ]


def test_een_bouwjaar_naast_een_geleverde_kolom_wordt_niet_gelezen():
    deel = neem((*verhuring(1), "ca. 1930", "nee"), kop=("Bouwjaar", "Nieuwbouw"))
    assert (nieuwbouw(deel), deel.bevindingen, deel.aannames) == ([False], (), ())


def mutatie(dag: dt.date, kern: str | None = "Axel", corporatie: str = "CLAVIS", **anders: Any) -> dict[str, Any]:
    gewoon = {"soort": "nieuwbouw", "eenheid": "woongelegenheid", "aantal": 16, "stand": "realisatie"}
    return {"datum": dag, "kern": kern, "corporatie": corporatie} | gewoon | anders


def met_mutaties(
    *mutaties: dict[str, Any], van=dt.date(2026, 1, 1), tot=dt.date(2026, 9, 30), modus: str | None = None
) -> Omgeving:
    levering = {
        "tabel": "voorraadmutaties", "corporatie": "CLAVIS", "periode_van": van, "periode_tot": tot, "bestand": "m.xlsx",
        "sha256": "b" * 64, "rijen": 1, "aangeleverd_op": dt.date(2026, 10, 1), "aangeleverd_door": "CLAVIS",
        "modus": modus,
    }  # fmt: skip
    return omgeving(voorraadmutaties=list(mutaties), leveringen=[levering])


TWEE = (verhuring(1, kern="Axel"), verhuring(2, kern="Hoek"))
GEEN = (
    "nieuwbouw: Van {} is het geen nieuwbouw: volgens de voorraadmutaties kwam er toen en in het half jaar ervoor in die kern "
    "geen nieuwe woning bij."
)


def test_waar_niets_gebouwd_is_is_een_verhuring_geen_nieuwbouw():
    deel = neem(*TWEE, waar=met_mutaties(mutatie(dt.date(2026, 3, 16))))
    assert nieuwbouw(deel) == [None, False]
    niet = NIET.format(1).removeprefix("nieuwbouw: ").replace("verhuringen", "verhuring")
    assert deel.aannames == (f"{GEEN.format('1 verhuring')} {niet}",)


@pytest.mark.parametrize(
    ("mutaties", "uit"),
    [
        ([mutatie(dt.date(2026, 9, 1))], [None, False]),
        ([mutatie(dt.date(2025, 12, 31))], [False, False]),  # long let by then
        ([mutatie(dt.date(2026, 6, 30), kern=None)], [None, None]),  # somewhere
        ([mutatie(dt.date(2026, 6, 30), stand="plan")], [False, False]),
        ([mutatie(dt.date(2026, 6, 30), soort="sloop")], [False, False]),
        ([mutatie(dt.date(2026, 6, 30), eenheid="overig")], [False, False]),
        ([mutatie(dt.date(2026, 6, 30), corporatie="WZV")], [False, False]),
        ([], [False, False]),
    ],
)
def test_wat_de_voorraadmutaties_zeggen(mutaties, uit):
    assert nieuwbouw(neem(*TWEE, waar=met_mutaties(*mutaties))) == uit


@pytest.mark.parametrize(
    ("van", "tot"), [(dt.date(2026, 4, 1), dt.date(2026, 9, 30)), (dt.date(2026, 1, 1), dt.date(2026, 6, 30))]
)
def test_zonder_mutaties_over_die_tijd_is_niets_bekend(van, tot):
    assert nieuwbouw(neem(*TWEE, waar=met_mutaties(van=van, tot=tot))) == [None, None]


@pytest.mark.parametrize(("modus", "uit"), [("vervangen", False), ("aanvullen", None), ("corrigeren", None)])
def test_nagekomen_mutaties_zeggen_niet_dat_er_verder_niets_bij_kwam(modus, uit):
    assert nieuwbouw(neem(*TWEE, waar=met_mutaties(modus=modus))) == [uit, uit]


def test_het_bouwjaar_gaat_voor_de_mutaties():
    waar = met_mutaties()
    rijen = ((*TWEE[0], 2026), (*TWEE[1], None))
    assert nieuwbouw(neem(*rijen, kop=("Bouwjaar",), waar=waar)) == [True, False]
