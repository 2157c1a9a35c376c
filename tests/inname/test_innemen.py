"""A whole file from sheet to checked rows: forty known faults at their cells, columns that are asked, rows that are kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.basis.instellingen import WORTEL
from dashboard.inname.bestand import lezen
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.herkennen.kolommen import indeling
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Tabelkeuze
from tests.inname.hulp import veertig_fouten
from tests.inname.hulp.omgeving import LEEG, kort, lees, omgeving, werkboek

FIXTURES = WORTEL / "tests" / "fixtures" / "inname"
KOP = ("kengetal", "peildatum", "corporatie", "kern", "waarde", "teller", "noemer", "bron")
GOED = ("bouwtafels", "31-12-2025", None, None, 4, None, None, "verslag")


@pytest.mark.parametrize("soort", ["xlsx", "ods", "xls", "csv"])
def test_veertig_bekende_fouten_zijn_precies_die_veertig(soort):
    pad = FIXTURES / f"veertig_fouten.{soort}"
    inname = neem_in(lezen.lees(pad, pad.name), LEEG)
    assert {(fout.rij, fout.kolom) for fout in inname.fouten} == set(veertig_fouten.FOUTEN)
    assert len(inname.fouten) == 40
    [deel] = inname.tabellen
    assert deel.foute_rijen == frozenset(range(5, 45))
    assert deel.rijen["bronrij"].to_pylist() == [4, *range(45, 52)]


def test_een_fout_noemt_wat_er_staat_en_wat_er_hoort():
    pad = FIXTURES / "veertig_fouten.xlsx"
    inname = neem_in(lezen.lees(pad, pad.name), LEEG)
    gevonden = {(fout.rij, fout.kolom): (fout.waarde, fout.verwacht) for fout in inname.fouten}
    assert gevonden[5, "Ingangsdatum"] == ("31-02-2026", "een datum als 31-12-2026")
    assert gevonden[8, "Ingangsdatum"] == ("#DIV/0!", "een waarde, geen foutmelding van Excel")
    assert gevonden[10, "Kern"] == ("", "een waarde; deze kolom mag niet leeg zijn")
    assert gevonden[11, "Kern"] == ("Axell", "een kern uit de afspraken; bedoeld is misschien Axel")
    assert gevonden[21, "Kale huur"] == ("-612.4", "een getal van 0 of meer")
    assert gevonden[43, "Reacties"] == ("2.5", "een geheel getal")
    assert gevonden[44, "Contractnr"] == ("C-1037", "een waarde die een keer voorkomt; staat ook op rij 40")


def test_goede_rijen_zijn_getypt_en_weten_hun_rijnummer():
    inname = lees(KOP, GOED, ("leefbaarheidsscore", "1 maart 2026", None, None, "1,5", 3, 2, "telling"))
    [deel] = inname.tabellen
    assert inname.goed
    assert deel.rijen.to_pylist() == [
        {"kengetal": "bouwtafels", "peildatum": dt.date(2025, 12, 31), "corporatie": None, "kern": None, "waarde": 4.0,
         "teller": None, "noemer": None, "bron": "verslag", "bronrij": 2},
        {"kengetal": "leefbaarheidsscore", "peildatum": dt.date(2026, 3, 1), "corporatie": None, "kern": None, "waarde": 1.5,
         "teller": 3.0, "noemer": 2.0, "bron": "telling", "bronrij": 3},
    ]  # fmt: skip


def test_een_kolom_die_ontbreekt_is_een_fout_op_de_kop_en_niet_op_elke_rij():
    zonder = [
        tuple(cel for plek, cel in enumerate(rij) if plek != 7)
        for rij in (KOP, GOED, (*GOED[:1], "30-6-2025", *GOED[2:]))
    ]
    assert kort(lees(*zonder)) == [
        (1, "bron", "", "een kolom bron (waar de meting vandaan komt), of een waarde voor het hele bestand")
    ]


def test_een_waarde_voor_het_hele_bestand_vult_een_kolom_die_ontbreekt():
    zonder = [rij[:7] for rij in (KOP, GOED)]
    inname = lees(*zonder, keuzes=(Tabelkeuze("Blad1", vast={"bron": "jaarverslag"}),))
    assert inname.goed
    assert inname.tabellen[0].rijen["bron"].to_pylist() == ["jaarverslag"]


def test_een_kop_die_alleen_lijkt_telt_niet_mee_tot_iemand_kiest():
    kop = ("kengetall", *KOP[1:])
    eerst = lees(kop, GOED)
    assert kort(eerst) == [
        (
            1,
            "kengetal",
            "",
            "een kolom kengetal (code van het kengetal), of een waarde voor het hele bestand; kies of ‘kengetall’ (kolom A) dit is",
        ),
    ]
    keuze = eerst.tabellen[0].keuze
    daarna = lees(kop, GOED, keuzes=(replace(keuze, kolommen={**keuze.kolommen, "kengetall": "kengetal"}),))
    assert daarna.goed


def test_een_aantal_met_decimalen_is_een_fout_op_zijn_rij_ook_als_elke_rij_er_een_heeft():
    kop = (
        "Peildatum",
        "Corporatie",
        "Kern",
        "Soort bezit",
        "DAEB",
        "Huurklasse",
        "Warmtenet",
        "Flexwoning",
        "Aantal VHE",
    )
    gelijk = ("Woning", "ja", "Duur", "nee", "nee")
    aantallen = {"Axel": 120.5, "Hoek": "80,5", "Terneuzen": 60}
    rijen = [(dt.date(2026, 9, 30), "CLAVIS", kern, *gelijk, cel) for kern, cel in aantallen.items()]
    assert kort(lees(kop, *rijen)) == [
        (2, "Aantal VHE", "120.5", "een geheel getal"),
        (3, "Aantal VHE", "80,5", "een geheel getal"),
    ]
    assert [rij for rij, *_ in kort(lees(kop, *rijen[:2]))] == [2, 3]


def test_een_vraag_houdt_tegen_tot_zij_beantwoord_is():
    rijen = (KOP, ("bouwtafels", "03-04-2025", *GOED[2:]), ("bouwtafels", "05-06-2025", *GOED[2:]))
    eerst = lees(*rijen)
    [vraag] = eerst.tabellen[0].vragen["peildatum"]
    assert (vraag.vraag, vraag.keuzes) == (
        "Welke datum is 03-04-2025 in deze kolom?",
        (("dmj", "3 april 2025"), ("mdj", "4 maart 2025")),
    )
    assert (eerst.goed, eerst.fouten) == (False, ())
    antwoord = replace(eerst.tabellen[0].keuze, antwoorden={"peildatum": {vraag.soort: "mdj"}})
    daarna = lees(*rijen, keuzes=(antwoord,))
    assert daarna.goed
    assert daarna.tabellen[0].rijen["peildatum"].to_pylist() == [dt.date(2025, 3, 4), dt.date(2025, 5, 6)]


def test_de_vorige_levering_van_deze_indeling_wordt_onthouden():
    kop = ("wat", "wanneer", "corporatie", "kern", "waarde", "bron")
    rij = ("bouwtafels", "03-04-2025", None, None, 4, "verslag")
    koppeling = {
        "kolommen": {"wat": "kengetal", "wanneer": "peildatum"},
        "antwoorden": {"peildatum": {"volgorde": "dmj"}},
        "vast": {},
    }
    eerder = {
        "upload_id": "a-1", "tabel": "kengetallen", "corporatie": None, "aangeleverd_op": dt.date(2025, 1, 1),
        "indeling": indeling(kop), "koppeling": json.dumps(koppeling),
    }  # fmt: skip
    inname = neem_in(werkboek(kop, rij), omgeving(leveringen=[eerder]), soort="kengetallen", keuzes=())
    assert inname.goed
    assert inname.tabellen[0].rijen["peildatum"].to_pylist() == [dt.date(2025, 4, 3)]


def test_van_wie_een_vorige_levering_was_wordt_niet_onthouden():
    kop, rij = ("kengetal", "peildatum", "waarde", "bron"), ("uithuiszettingen", "31-12-2025", 4, "verslag")
    koppeling = {
        "kolommen": dict(zip(kop, kop, strict=True)),
        "antwoorden": {"corporatie": {"wie": "CLAVIS"}},
        "vast": {},
    }
    eerder = {
        "upload_id": "a-1", "tabel": "kengetallen", "corporatie": "CLAVIS", "aangeleverd_op": dt.date(2025, 1, 1),
        "indeling": indeling(kop), "koppeling": json.dumps(koppeling),
    }  # fmt: skip
    inname = neem_in(werkboek(kop, rij), omgeving(leveringen=[eerder]))
    assert [(b.kolom, b.ernst) for b in inname.vragen] == [("corporatie", "vraag")]


def test_wat_ontbreekt_staat_met_naam_en_uitleg_in_de_vraag():
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur")
    [vraag] = [b for b in lees(kop, ("a", "Axel", "13-01-2026", 612.4)).vragen if b.kolom == "vrije_ruimte"]
    zin = "Er is geen kolom vrije_ruimte (gebruikte de vrije toewijzingsruimte). Wat geldt voor alle rijen?"
    assert vraag.verwacht == f"een antwoord: {zin} ja of nee"


def test_een_bestand_voor_een_corporatie_heeft_geen_rijen_van_een_ander():
    kop = ("datum", "corporatie", "soort", "eenheid", "aantal", "stand")
    rijen = [("31-12-2025", wie, "nieuwbouw", "woongelegenheid", 3, "realisatie") for wie in ("Clavis", "WZV")]
    assert kort(lees(kop, *rijen, corporatie="CLAVIS")) == [
        (3, "corporatie", "WZV", "CLAVIS: daarvoor is dit bestand aangeleverd")
    ]
    zonder = [rij[:1] + rij[2:] for rij in (kop, *rijen)]
    inname = lees(*zonder, corporatie="WZV")
    assert inname.tabellen[0].rijen["corporatie"].to_pylist() == ["WZV", "WZV"]


def test_persoonsgegevens_worden_geweigerd_of_weggelaten_en_nooit_herhaald():
    kop = (*KOP, "Naam huurder", "Opmerking")
    rijen = (kop, (*GOED, "J. de Vries", "111222333"), (*GOED[:1], "30-6-2025", *GOED[2:], "P. Jansen", "123456782"))
    with pytest.raises(Geweigerd) as fout:
        lees(*rijen)
    assert fout.value.kolommen == ("Naam huurder", "Opmerking")
    assert "Vries" not in fout.value.zin
    assert "111222333" not in fout.value.zin
    inname = lees(*rijen, zonder={"Naam huurder", "Opmerking"})
    assert inname.goed
    assert "Naam huurder" not in [k.kolom_bestand for k in inname.tabellen[0].koppelingen]


def test_verborgen_rijen_tellen_mee_en_worden_genoemd_of_blijven_weg():
    boek = werkboek(KOP, GOED, (*GOED[:1], "30-6-2025", *GOED[2:]), verborgen_rijen=frozenset({3}))
    inname = neem_in(boek, LEEG)
    assert kort(inname) == [(3, "", "", "een zichtbare rij; deze is verborgen en telt mee")]
    assert inname.goed
    zonder = neem_in(boek, LEEG, [replace(inname.tabellen[0].keuze, verborgen=False)])
    assert zonder.tabellen[0].rijen["bronrij"].to_pylist() == [2]


def test_een_blad_zonder_tabel_wordt_geweigerd_met_wat_er_gezocht_is():
    with pytest.raises(Geweigerd, match="geen tabel herkend"):
        lees(("a", "b"), (1, 2))


def test_keuzes_van_de_uitkomst_geven_dezelfde_uitkomst():
    pad = FIXTURES / "veertig_fouten.xlsx"
    boek = lezen.lees(pad, pad.name)
    eerst = neem_in(boek, LEEG)
    weer = neem_in(boek, LEEG, [deel.keuze for deel in eerst.tabellen])
    assert [deel.keuze for deel in weer.tabellen] == [deel.keuze for deel in eerst.tabellen]
    assert (weer.fouten, weer.waarschuwingen) == (eerst.fouten, eerst.waarschuwingen)


def test_voortgang_loopt_van_nul_tot_een():
    gehoord = []
    lees(KOP, GOED, voortgang=lambda stap, deel: gehoord.append((stap, deel)))
    assert gehoord == [
        ("Tabellen zoeken", 0.0),
        ("Kijken of er persoonsgegevens in staan", 0.1),
        ("Blad Blad1 lezen en controleren", 0.2),
        ("Klaar met controleren", 1.0),
    ]


CELLEN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.dates(), st.datetimes(), st.times(),
    st.sampled_from(["Clavis", "Axel", "31-12-2025", "1.234,56", "#DIV/0!", "x", "ja", "<23", "12 mnd"]),
)  # fmt: skip
KOPPEN = st.sampled_from([KOP, veertig_fouten.KOP, ("Peildatum", "Groep", "Leeftijd", "Ingeschreven", "Actief")])


@given(KOPPEN, st.lists(st.lists(CELLEN, min_size=24, max_size=24), max_size=8))
def test_geen_invoer_geeft_iets_anders_dan_een_weigering(kop, cellen):
    breed = [tuple(rij[: len(kop)]) for rij in cellen]
    try:
        inname = lees(kop, *breed)
    except Geweigerd:
        return
    for deel in inname.tabellen:
        geteld = {*deel.rijen["bronrij"].to_pylist(), *deel.foute_rijen}
        assert len(geteld) == len(deel.rijen) + len(deel.foute_rijen) <= deel.vondst.rijen
