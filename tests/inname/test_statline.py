"""Tables as StatLine of CBS writes them: provisional periods, codes for periods, many regions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.inname.bestand import lezen
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.waarden.perioden import is_voorlopig, lees_periode
from tests.inname.hulp.omgeving import LEEG, kort, lees

KOP = ("Kengetal", "Perioden", "Waarde", "Bron")
VOORRAAD = "totale_woningvoorraad"


def neem(*rijen: tuple[Any, ...], kop: tuple[str, ...] = KOP) -> Tabelinname:
    inname = lees(kop, *rijen)
    assert (inname.fouten, inname.vragen) == ((), ())
    return inname.tabellen[0]


def test_een_bestand_van_statline(tmp_path):
    tekst = (
        '\ufeff"Kengetal";"Perioden";"Waarde";"Bron"\n"totale_woningvoorraad";"2024";"26531";"CBS"\n'
        '"totale_woningvoorraad";"2025*";"26615";"CBS"\n"totale_woningvoorraad";"2026 1e kwartaal*";"26701";"CBS"\n"Bron: CBS"\n'
    )
    pad = tmp_path / "statline.csv"
    pad.write_text(tekst, encoding="utf-8")
    inname = neem_in(lezen.lees(pad, pad.name), LEEG)
    [deel] = inname.tabellen
    assert (inname.goed, inname.waarschuwingen) == (True, ())
    assert [(r["peildatum"], r["waarde"], r["bron"]) for r in deel.rijen.to_pylist()] == [
        (dt.date(2024, 12, 31), 26531, "CBS"),
        (dt.date(2025, 12, 31), 26615, "CBS (voorlopig)"),
        (dt.date(2026, 3, 31), 26701, "CBS (voorlopig)"),
    ]
    assert deel.aannames == (
        "Perioden: Voorlopig volgens het bestand: 2025* en 2026 1e kwartaal*.",
        "Bron: Bij 2 rijen is ‘voorlopig’ erbij gezet.",
    )


@pytest.mark.parametrize(
    ("cel", "dag", "voorlopig"),
    [
        ("2025*", dt.date(2025, 12, 31), True),
        ("2025**", dt.date(2025, 12, 31), True),
        ("2025 *", dt.date(2025, 12, 31), True),
        ("2025 (voorlopig)", dt.date(2025, 12, 31), True),
        ("2025 voorlopig", dt.date(2025, 12, 31), True),
        ("2025 (nader voorlopig)", dt.date(2025, 12, 31), True),
        ("2025 (voorlopige cijfers)", dt.date(2025, 12, 31), True),
        ("2026 2e kwartaal*", dt.date(2026, 6, 30), True),
        ("2026 juli*", dt.date(2026, 7, 31), True),
        ("31-12-2025*", dt.date(2025, 12, 31), True),
        ("2026 januari", dt.date(2026, 1, 31), False),
        ("2025 1e halfjaar", dt.date(2025, 6, 30), False),
        ("2025JJ00", dt.date(2025, 12, 31), False),
        ("2026KW02", dt.date(2026, 6, 30), False),
        ("2026MM02", dt.date(2026, 2, 28), False),
        ("2025HJ01", dt.date(2025, 6, 30), False),
    ],
)
def test_perioden_van_statline(cel, dag, voorlopig):
    assert (lees_periode(cel), is_voorlopig(cel)) == (dag, voorlopig)


def test_een_bron_die_het_al_zegt_blijft_zo():
    deel = neem((VOORRAAD, "2025*", 26615, "CBS, voorlopig cijfer"))
    assert (deel.rijen["bron"].to_pylist(), len(deel.aannames)) == (["CBS, voorlopig cijfer"], 1)


@pytest.mark.parametrize("kop", ["Regio's", "Regio", "Gemeente", "Gemeentenaam"])
def test_een_tabel_met_andere_gebieden_is_geen_cijfer_van_de_gemeente(kop):
    rijen = [(VOORRAAD, "2025", gebied, waarde, "CBS") for gebied, waarde in (("Terneuzen", 26615), ("Hulst", 13000))]
    assert kort(lees(("Kengetal", "Perioden", kop, "Waarde", "Bron"), *rijen)) == [
        (3, kop, "Hulst", "Terneuzen; deze rij gaat over een ander gebied"),
        (3, "Waarde", "13000", "een waarde per dag en deel; rij 2 heeft een andere voor dezelfde dag"),
    ]


@pytest.mark.parametrize(
    "gebied", ["Terneuzen", "TERNEUZEN", "GM0715", "0715", "Terneuzen (gemeente)", "Gemeente Terneuzen"]
)
def test_de_gemeente_zelf_mag_er_staan(gebied):
    deel = neem((VOORRAAD, "2025", gebied, 26615, "CBS"), kop=("Kengetal", "Perioden", "Regio's", "Waarde", "Bron"))
    assert deel.bevindingen == ()


def test_een_ander_gebied_alleen_is_een_waarschuwing():
    inname = lees(("Kengetal", "Perioden", "Regio", "Waarde", "Bron"), (VOORRAAD, "2025", "Hulst", 13000, "CBS"))
    assert [(b.rij, b.kolom, b.ernst) for b in inname.waarschuwingen] == [(2, "Regio", "waarschuwing")]
    assert inname.goed


def test_twee_waarden_op_een_dag_zijn_een_fout_en_van_een_stroom_niet():
    assert kort(lees(KOP, (VOORRAAD, "2025", 26615, "CBS"), (VOORRAAD, "31-12-2025", 26600, "BAG"))) == [
        (3, "Waarde", "26600", "een waarde per dag en deel; rij 2 heeft een andere voor dezelfde dag")
    ]
    assert neem(("bouwtafels", "2025", 2, "a"), ("bouwtafels", "2025", 1, "b")).bevindingen == ()
