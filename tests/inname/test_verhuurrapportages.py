"""Two verhuurrapportages as LibreOffice wrote them, in four kinds of file: the rows that went in come out."""

from __future__ import annotations

import datetime as dt
import zipfile
from functools import cache
from io import BytesIO
from typing import Any

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.inname.bestand.lezen import lees
from dashboard.inname.fouten import Bevinding, Geweigerd
from dashboard.inname.herkennen.kolommen import stel_voor
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.herkennen.tabelvinder import kolomcellen, rijen_van, vind
from dashboard.inname.personen.persoonsgegevens import persoonsgegevens
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Inname
from dashboard.inname.tabel.tabelkeuze import TE_LEVEREN
from dashboard.inname.terug.teruggave import werkboek_terug
from dashboard.inname.vondsten import Koppeling, Vondst
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.woordenboek import Woordenboek
from dashboard.inname.werkboek import Blad, Werkboek
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.omgeving import LEEG
from tests.inname.hulp.verhuurrapportages import verhuringen_a, verhuringen_b, voorraad_b, woningzoekenden_b
from tests.inname.hulp.vreemd import FIXTURES

OVEREENKOMST = laad_overeenkomst(WORTEL / "data" / "afspraken")
SYNONIEMEN, WOORDENBOEK = Synoniemen.uit(OVEREENKOMST.tabellen), Woordenboek(OVEREENKOMST.tabellen)
VOORBEELDEN = WORTEL / "data" / "voorbeeld"
SOORTEN = ("xlsx", "xls", "ods", "csv")
# What the files say otherwise than the contract: an age and a number of persons come out as classes.
_NIET_IN_CONTRACT = ("leeftijd", "personen")


@cache
def gelezen(naam: str) -> tuple[Werkboek, tuple[Vondst, ...]]:
    boek = lees(FIXTURES / naam, naam)
    return boek, vind(boek, TE_LEVEREN, SYNONIEMEN)


def blad_van(naam: str, vondst: Vondst) -> Blad:
    return next(blad for blad in gelezen(naam)[0].bladen if blad.naam == vondst.blad)


def koppelingen(naam: str, vondst: Vondst) -> tuple[Koppeling, ...]:
    koppen = [kop for _, kop in vondst.kolommen]
    cellen = kolomcellen(blad_van(naam, vondst), vondst)
    return stel_voor(koppen, cellen, TABELLEN[vondst.soort], SYNONIEMEN, woordenboek=WOORDENBOEK)


def rijen(naam: str, vondst: Vondst) -> list[dict[str, Any]]:
    """The rows as the contract has them; nothing asked, nothing unreadable."""
    tabel = TABELLEN[vondst.soort]
    kolommen = {kolom.naam: kolom for kolom in tabel.kolommen}
    cellen = kolomcellen(blad_van(naam, vondst), vondst)
    waarden = {}
    for koppeling, kolomcel in zip(koppelingen(naam, vondst), cellen, strict=True):
        if koppeling.kolom:
            uit = lees_kolom(tabel, kolommen[koppeling.kolom], kolomcel, WOORDENBOEK, kop=koppeling.kolom_bestand)
            assert (uit.fouten, uit.vragen) == ({}, ()), koppeling.kolom
            waarden[koppeling.kolom] = uit.waarden
    return [dict(zip(waarden, rij, strict=True)) for rij in zip(*waarden.values(), strict=True)]


def zoals_gelezen(bekend: list[dict[str, Any]], kolommen: list[str]) -> list[dict[str, Any]]:
    return [{naam: rij.get(naam) for naam in kolommen} for rij in bekend]


def plaats(vondst: Vondst) -> tuple[Any, ...]:
    return vondst.soort, vondst.koprij, vondst.koprijen, vondst.eerste_rij, vondst.laatste_rij, vondst.rijen


# --- layout A --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_a_tabel_wordt_gevonden_tussen_titels_totaal_en_noten(soort):
    _, [vondst] = gelezen(f"verhuurrapportage_a.{soort}")
    assert plaats(vondst) == ("verhuringen", 4, 2, 6, 65, 60)
    assert [naam for _, naam in vondst.kolommen] == [
        "Contractnr",
        "Datum ingang contract",
        "Plaats",
        "Wijk",
        "Type woning",
        "Energielabel",
        "Toegankelijkheid",
        "Complexnr",
        "Kale huur per maand",
        "DAEB",
        "Nieuwbouw",
        "Soort contract",
        "Wijze van toewijzing",
        "Doelgroep",
        "Leeftijdsklasse",
        "Huishouden",
        "Woonsituatie",
        "Passend toegewezen",
        "Vrije ruimte",
        "Inschrijfduur (mnd)",
        "Zoekduur (mnd)",
        "reacties",
        "weigeringen",
    ]


VERBORGEN = "Verborgen in het bestand: rij 20 tot en met 21.", "Verborgen in het bestand: kolom Complexnr."


@pytest.mark.parametrize(
    ("soort", "verborgen"), [("xlsx", VERBORGEN), ("xls", VERBORGEN), ("ods", VERBORGEN), ("csv", ())]
)
def test_indeling_a_niets_wordt_stil_weggelaten(soort, verborgen):
    _, [vondst] = gelezen(f"verhuurrapportage_a.{soort}")
    assert vondst.opmerkingen == (
        "Niet gebruikt: rij 1 tot en met 2 boven de kop.",
        "De kop staat in rij 4 tot en met 5.",
        "Niet gebruikt: rij 66, met een totaal.",
        "Niet gebruikt: rij 68 tot en met 69 onder de tabel.",
        *verborgen,
    )


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_a_elke_kolom_wordt_herkend_zonder_hulp(soort):
    naam = f"verhuurrapportage_a.{soort}"
    _, [vondst] = gelezen(naam)
    gekoppeld = koppelingen(naam, vondst)
    assert [k.kolom_bestand for k in gekoppeld if not k.zeker] == []
    assert [k.kolom_bestand for k in gekoppeld if k.kolom is None] == ["Complexnr"]
    verplicht = {kolom.naam for kolom in TABELLEN["verhuringen"].kolommen[:-3] if kolom.verplicht}
    assert verplicht - {k.kolom for k in gekoppeld} == {
        "corporatie"
    }  # one corporatie does not name itself in every row


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_a_de_rijen_zijn_die_erin_gingen(soort):
    naam = f"verhuurrapportage_a.{soort}"
    _, [vondst] = gelezen(naam)
    gevonden = rijen(naam, vondst)
    assert gevonden == zoals_gelezen(verhuringen_a(), list(gevonden[0]))
    assert len(gevonden[0]) == 22


def test_indeling_a_een_rij_met_de_hand():
    naam = "verhuurrapportage_a.csv"
    boek, [vondst] = gelezen(naam)
    geschreven = (
        *(
            "C26-300",
            "1 juli 2026",
            "Terneuzen",
            "Terneuzen Noord (2022)",
            "Seniorenwoning",
            "C",
            "NUL",
            "C100",
            "€ 643,70",
        ),
        *(
            "DAEB",
            "nee",
            "ONB",
            "LOT",
            "Regulier",
            "55 t/m 64",
            "Alleenstaand",
            "STA",
            "PAS",
            "N",
            "86",
            "1",
            "60",
            "1",
        ),
    )
    assert next(rijen_van(boek.bladen[0], vondst)) == (6, geschreven)
    assert rijen(naam, vondst)[0] == {
        "verhuring_id": "C26-300",
        "ingangsdatum": dt.date(2026, 7, 1),
        "kern": "Terneuzen",
        "wijk": "Terneuzen Noord (2022)",
        "woningtype": "seniorenwoning",
        "energielabel": "C",
        "toegankelijkheid": "nultreden",
        "kale_huur": 643.7,
        "daeb": True,
        "nieuwbouw": False,
        "contract": "onbepaald",
        "model": "loting",
        "groep": "regulier",
        "leeftijdsklasse": "55-64",
        "huishoudgrootte": "1",
        "woonsituatie": "starter",
        "passend": "passend",
        "vrije_ruimte": False,
        "inschrijfduur_mnd": 86.0,
        "zoekduur_mnd": 1.0,
        "reacties": 60,
        "weigeringen": 1,
    }


# --- layout B --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_b_elk_blad_wordt_herkend_aan_zijn_kolommen(soort):
    _, vondsten = gelezen(f"verhuurrapportage_b.{soort}")
    verwacht = [
        ("verhuringen", 2, 1, 3, 62, 60),
        ("woningzoekenden", 3, 1, 4, 38, 35),
        ("voorraad", 1, 1, 2, 53, 52),
    ]
    assert [plaats(vondst) for vondst in vondsten] == verwacht[: 1 if soort == "csv" else 3]


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_b_elke_kolom_wordt_herkend_zonder_hulp(soort):
    naam = f"verhuurrapportage_b.{soort}"
    for vondst in gelezen(naam)[1]:
        gekoppeld = koppelingen(naam, vondst)
        assert [(k.kolom_bestand, k.kolom) for k in gekoppeld if not k.zeker or k.kolom is None] == []
        verplicht = {kolom.naam for kolom in TABELLEN[vondst.soort].kolommen[:-3] if kolom.verplicht}
        assert verplicht - {k.kolom for k in gekoppeld} == set()


@pytest.mark.parametrize("soort", SOORTEN)
def test_indeling_b_de_rijen_zijn_die_erin_gingen(soort):
    naam = f"verhuurrapportage_b.{soort}"
    bekend = (verhuringen_b(), woningzoekenden_b(), voorraad_b())
    for vondst, erin in zip(gelezen(naam)[1], bekend, strict=False):
        gevonden = rijen(naam, vondst)
        assert gevonden == zoals_gelezen(erin, list(gevonden[0]))


def test_indeling_b_een_rij_met_de_hand():
    naam = "verhuurrapportage_b.xls"
    boek, [verhuur, _, voorraad] = gelezen(naam)
    geschreven = (
        *(
            "Woongoed Zeeuws-Vlaanderen",
            "Axel",
            None,
            dt.date(2026, 7, 1),
            "W26-300",
            "Galerijflat",
            "A",
            889.11,
            None,
            "x",
        ),
        *(None, None, "Onbepaalde tijd", "Advertentie", "Regulier woningzoekende", 73, 1, "Doorstromer", "Zelfde kern"),
        *("nee", "6 jr 2 mnd", "11 mnd", 84, 0),
    )
    assert next(rijen_van(boek.bladen[0], verhuur)) == (3, geschreven)
    assert rijen(naam, verhuur)[0] == {
        "corporatie": "WZV",
        "kern": "Axel",
        "ingangsdatum": dt.date(2026, 7, 1),
        "verhuring_id": "W26-300",
        "woningtype": "appartement",
        "energielabel": "A",
        "kale_huur": 889.11,
        "daeb": True,
        "nieuwbouw": False,
        "vrije_ruimte": False,
        "contract": "onbepaald",
        "model": "aanbod",
        "groep": "regulier",
        "leeftijdsklasse": "65+",
        "huishoudgrootte": "1",
        "woonsituatie": "doorstromer",
        "herkomst": "zelfde_kern",
        "passend": "niet_passend",
        "inschrijfduur_mnd": 74.0,
        "zoekduur_mnd": 11.0,
        "reacties": 84,
        "weigeringen": 0,
    }
    assert rijen(naam, voorraad)[3] == {
        "peildatum": dt.date(2026, 9, 30),
        "corporatie": "WZV",
        "kern": "Axel",
        "soort": "overig",
        "woningtype": None,
        "huurklasse": None,
        "energielabel": None,
        "toegankelijkheid": None,
        "daeb": True,
        "warmtenet": False,
        "flex": False,
        "aantal": 28,
    }


# --- back to the analyst, and files to try -----------------------------------------------------------------------------


def alles_van(blad: Blad) -> tuple[Any, ...]:
    """Every filled cell at its place, and what is hidden or merged."""
    cellen = {
        (rij, kolom): cel
        for rij, cellen in enumerate(blad.rijen, start=blad.eerste_rij)
        for kolom, cel in enumerate(cellen, start=blad.eerste_kolom)
        if cel is not None
    }
    return blad.naam, blad.verborgen, cellen, blad.verborgen_rijen, blad.verborgen_kolommen, sorted(blad.samengevoegd)


@pytest.mark.parametrize("naam", [f"verhuurrapportage_{letter}.{soort}" for letter in "ab" for soort in SOORTEN])
def test_een_gemerkt_bestand_is_verder_hetzelfde(naam, tmp_path):
    boek, vondsten = gelezen(naam)
    bevinding = Bevinding(vondsten[0].blad, 10, vondsten[0].kolommen[0][1], "x", "iets anders", "fout")
    pad = tmp_path / "terug.xlsx"
    pad.write_bytes(werkboek_terug(boek, vondsten, [bevinding]))
    terug = lees(pad, pad.name)
    assert [alles_van(blad) for blad in terug.bladen[1:]] == [alles_van(blad) for blad in boek.bladen]
    assert [plaats(vondst) for vondst in vind(terug, TE_LEVEREN, SYNONIEMEN)] == [plaats(vondst) for vondst in vondsten]


def test_voorbeelden_om_mee_te_oefenen():
    """The mended one and that of the other corporatie are what the fixtures are."""
    for voorbeeld, letter in (("clavis_hersteld", "a"), ("woongoed", "b")):
        boek = lees(VOORBEELDEN / f"voorbeeld_verhuurrapportage_{voorbeeld}.xlsx", "x.xlsx")
        assert boek.bladen == gelezen(f"verhuurrapportage_{letter}.xlsx")[0].bladen


@pytest.mark.parametrize(("letter", "corporatie"), [("a", "CLAVIS"), ("b", None)])
def test_een_hersteld_bestand_heeft_geen_fouten_en_geen_vragen(letter, corporatie):
    inname = neem_in(gelezen(f"verhuurrapportage_{letter}.xlsx")[0], LEEG, corporatie=corporatie)
    assert (inname.fouten, inname.vragen, inname.goed) == ((), (), True)


def test_een_bestand_met_fouten_en_wat_ervan_terugkomt(tmp_path):
    naam = "voorbeeld_verhuurrapportage_clavis_met_fouten.xlsx"
    inname = neem_in(lees(VOORBEELDEN / naam, naam), LEEG, corporatie="CLAVIS")
    assert [(b.rij, b.kolom, b.waarde) for b in inname.fouten] == [
        (8, "Plaats", "Ternuezen"),
        (10, "Datum ingang contract", "31 september 2026"),
        (12, "Soort contract", "vaste klant"),
        (15, "Leeftijdsklasse", "20 t/m 35"),
        (18, "Kale huur per maand", "zie bijlage"),
        (25, "Doelgroep", ""),
        (40, "Contractnr", "C26-333"),
        (47, "reacties", "-4"),
    ]
    gemeld = {(b.rij, b.kolom) for b in inname.waarschuwingen}
    assert {(22, "Kale huur per maand"), (31, "Inschrijfduur (mnd)")} <= gemeld
    pad = tmp_path / naam
    pad.write_bytes(terug_van(inname))
    assert alles_van(lees(pad, naam).bladen[1]) == alles_van(inname.werkboek.bladen[0])


def terug_van(inname: Inname, zonder: tuple[str, ...] = ()) -> bytes:
    bevindingen = [b for deel in inname.gebruikt for b in deel.bevindingen]
    return werkboek_terug(inname.werkboek, [deel.vondst for deel in inname.gebruikt], bevindingen, zonder=zonder)


# --- what is about persons -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("met_naam.xlsx", [("Naam huurder", "de kop wijst op namen")]),
        ("met_nummer.ods", [("Referentie", "de cellen lijken op burgerservicenummers")]),
    ],
)
def test_kolommen_over_personen_vallen_op(naam, verwacht):
    boek, [vondst] = gelezen(naam)
    koppen, cellen = [kop for _, kop in vondst.kolommen], kolomcellen(boek.bladen[0], vondst)
    assert persoonsgegevens(koppen, cellen, WOORDENBOEK.bekend) == verwacht


@pytest.mark.parametrize("naam", [f"verhuurrapportage_{letter}.{soort}" for letter in "ab" for soort in SOORTEN])
def test_gewone_rapportages_bevatten_niets_over_personen(naam):
    for vondst in gelezen(naam)[1]:
        cellen = kolomcellen(blad_van(naam, vondst), vondst)
        assert persoonsgegevens([kop for _, kop in vondst.kolommen], cellen, WOORDENBOEK.bekend) == []


@pytest.mark.parametrize(
    ("naam", "kop", "cel"), [("met_naam.xlsx", "Naam huurder", "Bakker"), ("met_nummer.ods", "Referentie", "99999")]
)
def test_wat_over_personen_gaat_komt_niet_terug(naam, kop, cel, tmp_path):
    boek = lees(FIXTURES / naam, naam)
    with pytest.raises(Geweigerd) as geweigerd:
        neem_in(boek, LEEG, corporatie="CLAVIS")
    assert geweigerd.value.kolommen == (kop,)
    uit = terug_van(neem_in(boek, LEEG, corporatie="CLAVIS", zonder=[kop]), zonder=(kop,))
    with zipfile.ZipFile(BytesIO(uit)) as zip_:
        assert not [deel for deel in zip_.namelist() if cel.encode() in zip_.read(deel)]
    pad = tmp_path / "terug.xlsx"
    pad.write_bytes(uit)
    [rij, *rest] = lees(pad, pad.name).bladen[1].rijen
    assert (rij[0], {cellen[0] for cellen in rest}, rest[0][2]) == ("verwijderd", {None}, rij_twee(boek)[2])


def rij_twee(boek: Werkboek) -> tuple[Any, ...]:
    return boek.bladen[0].rijen[1]
