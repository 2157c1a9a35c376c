"""Templates: what is filled in from the lists is what the intake understands."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.inname.bestand.lezen import lees
from dashboard.inname.herkennen.kolommen import stel_voor
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.herkennen.tabelvinder import kolomcellen, vind
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Omgeving
from dashboard.inname.tabel.tabelkeuze import TE_LEVEREN
from dashboard.inname.terug.sjablonen import sjabloon, sjabloonnaam
from dashboard.inname.terug.voorbeeldrij import voorbeeldrij
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.woordenboek import Woordenboek
from dashboard.tabellen.contracten import HERKOMST, TABELLEN

EIGEN = laad_overeenkomst(WORTEL / "data" / "afspraken")
KLEINSTAD = laad_overeenkomst(WORTEL / "tests" / "fixtures" / "kleinstad")
OVEREENKOMSTEN = pytest.mark.parametrize("overeenkomst", [EIGEN, KLEINSTAD], ids=["eigen", "kleinstad"])
ELKE = pytest.mark.parametrize("tabel", TE_LEVEREN, ids=lambda tabel: tabel.naam)
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def eigen_kolommen(tabel):
    return [kolom for kolom in tabel.kolommen if kolom not in HERKOMST]


def deel(inhoud: bytes, naam: str) -> ET.Element:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return ET.fromstring(zip_.read(naam))


def regels(inhoud: bytes) -> dict[str, tuple[str, str]]:
    """The kind of choice and its first formula, by the letters of the column."""
    gevonden = deel(inhoud, "xl/worksheets/sheet1.xml").iterfind(".//m:dataValidation", NS)
    return {
        re.match("[A-Z]+", regel.get("sqref"))[0]: (regel.get("type"), regel.findtext("m:formula1", "", NS))
        for regel in gevonden
    }


@OVEREENKOMSTEN
@ELKE
def test_een_sjabloon_met_zijn_voorbeeldrij_wordt_begrepen(tabel, overeenkomst, tmp_path):
    pad = tmp_path / sjabloonnaam(tabel)
    pad.write_bytes(sjabloon(tabel, overeenkomst))
    boek = lees(pad, pad.name)
    synoniemen, woordenboek = Synoniemen.uit(overeenkomst.tabellen), Woordenboek(overeenkomst.tabellen)
    [vondst] = vind(boek, TE_LEVEREN, synoniemen)
    namen = [kolom.naam for kolom in eigen_kolommen(tabel)]

    assert [(blad.naam, blad.verborgen) for blad in boek.bladen] == [
        (tabel.naam, False),
        ("Uitleg", False),
        ("Lijsten", True),
    ]
    assert (vondst.soort, vondst.blad, vondst.koprij, vondst.koprijen) == (tabel.naam, tabel.naam, 1, 1)
    assert (vondst.eerste_rij, vondst.laatste_rij, vondst.opmerkingen, vondst.anders) == (2, 2, (), ())

    cellen = kolomcellen(boek.bladen[0], vondst)
    koppelingen = stel_voor([naam for _, naam in vondst.kolommen], cellen, tabel, synoniemen, woordenboek=woordenboek)
    assert [(k.kolom, k.zekerheid) for k in koppelingen] == [(naam, 100) for naam in namen]

    rij = {}
    for kolom, inhoud in zip(eigen_kolommen(tabel), cellen, strict=True):
        gelezen = lees_kolom(tabel, kolom, inhoud, woordenboek, kop=kolom.naam)
        assert (gelezen.fouten, gelezen.vragen) == ({}, ())
        [rij[kolom.naam]] = gelezen.waarden
    verwacht = {
        naam: {"ja": True, "nee": False}.get(cel, cel) for naam, cel in voorbeeldrij(tabel, overeenkomst).items()
    }
    assert rij == dict.fromkeys(namen) | verwacht

    leeg = {naam: soort.arrow([]) for naam, soort in TABELLEN.items()}
    inname = neem_in(boek, Omgeving(overeenkomst, leeg))
    gezegd = [(b.kolom, b.ernst) for deel in inname.tabellen for b in deel.bevindingen]
    # One row is no register, and that is said; nothing else is wrong with an example.
    assert (gezegd, inname.goed) == ([("groep", "waarschuwing")] if tabel.naam == "woningzoekenden" else [], True)


def test_voorbeeld_van_een_verhuring():
    assert voorbeeldrij(TABELLEN["verhuringen"], KLEINSTAD) == {
        "corporatie": "BAKEN",
        "verhuring_id": "VOORBEELD-1",
        "ingangsdatum": dt.date(2024, 2, 15),
        "kern": "Graslo",  # the only one whose size is known
        "woningtype": "appartement",
        "daeb": "ja",
        "nieuwbouw": "nee",
        "contract": "onbepaald",
        "kale_huur": 598.4,
        "energielabel": "B",
        "toegankelijkheid": "nultreden",
        "model": "aanbod",
        "groep": "gewoon",
        "leeftijdsklasse": "30-54",
        "huishoudgrootte": "2",
        "woonsituatie": "doorstromer",
        "herkomst": "zelfde_kern",
        "passend": "passend",
        "vrije_ruimte": "nee",
        "inschrijfduur_mnd": 38.5,
        "zoekduur_mnd": 14,
        "reacties": 42,
        "weigeringen": 1,
    }


def test_voorbeelden_volgen_de_afspraken():
    actie, kengetal = TABELLEN["actiestatus"], TABELLEN["kengetallen"]
    assert voorbeeldrij(actie, KLEINSTAD)["actie"] == "U1"
    assert voorbeeldrij(actie, EIGEN)["afspraak"] == "1.1.1"
    assert voorbeeldrij(kengetal, KLEINSTAD) == {
        "kengetal": "buurtkamers",
        "peildatum": dt.date(2024, 12, 31),
        "kern": "Graslo",
        "waarde": 12,
        "bron": "eigen telling",
    }


def test_keuzes_staan_in_de_cel():
    assert regels(sjabloon(TABELLEN["voorraadmutaties"], KLEINSTAD)) == {
        "A": ("date", "1"),
        "B": ("list", '"BAKEN,HOF"'),
        "C": ("list", '"Lindeveen,Graslo,Kraaiendam"'),
        "D": ("list", '"aankoop,nieuwbouw,verkoop,sloop,overig"'),
        "E": ("list", '"woongelegenheid,overig"'),
        "F": ("list", '"ja,nee"'),
        "G": ("whole", "-999999999"),
        "H": ("list", '"plan,realisatie"'),
    }


def test_een_lange_lijst_staat_op_een_verborgen_blad(tmp_path):
    inhoud = sjabloon(TABELLEN["kengetallen"], EIGEN)
    kengetallen = EIGEN.tabellen["kengetal_definities"].column("kengetal").to_pylist()
    assert regels(inhoud)["A"] == ("list", f"Lijsten!$A$1:$A${len(kengetallen)}")
    (tmp_path / "s.xlsx").write_bytes(inhoud)
    lijsten = lees(tmp_path / "s.xlsx", "s.xlsx").bladen[2]
    assert (lijsten.verborgen, [rij[0] for rij in lijsten.rijen]) == (True, kengetallen)


@OVEREENKOMSTEN
@ELKE
def test_elke_kolom_met_vaste_waarden_datum_of_getal_heeft_een_regel(tabel, overeenkomst):
    vrij = {
        kolom.naam for kolom in eigen_kolommen(tabel) if kolom.type == "tekst" and not (kolom.waarden or kolom.verwijst)
    }
    assert len(regels(sjabloon(tabel, overeenkomst))) == len(eigen_kolommen(tabel)) - len(vrij)


def test_uitleg_zegt_wat_een_kolom_is_en_wat_er_mag_staan(tmp_path):
    (tmp_path / "s.xlsx").write_bytes(sjabloon(TABELLEN["woningzoekenden"], KLEINSTAD))
    rijen = lees(tmp_path / "s.xlsx", "s.xlsx").bladen[1].rijen
    assert [rij[0] for rij in rijen[:6]] == [
        "Sjabloon voor woningzoekenden",
        "Bij Woonakkoord Kleinstad 2024-2026.",
        "Vul het blad woningzoekenden in: aantallen woningzoekenden per peildatum. Laat de koppen staan zoals zij zijn.",
        "De rij die er al staat, is een verzonnen voorbeeld. Zet uw eigen gegevens ervoor in de plaats.",
        "Een vette kop met een donker vlak is verplicht. Een schuine kop met een licht vlak mag leeg blijven.",
        "Geen gegevens over personen: geen naam, adres, geboortedatum, burgerservicenummer, e-mailadres of telefoonnummer.",
    ]
    assert rijen[7:] == (
        ("Naam van de kolom", "Wat het is", "Verplicht", "Wat mag er staan"),
        ("peildatum", "de dag waarop geteld is", "ja", "een datum als 31-12-2026"),
        ("groep", "groep woningzoekenden", "ja", "een van: gewoon, voorrang"),
        ("leeftijdsklasse", "leeftijd in klassen", "ja", "een van: <23, 23-29, 30-54, 55-64, 65+"),
        (
            "inschrijfduurklasse",
            "jaren ingeschreven; leeg: niet verdeeld",
            "nee, mag leeg blijven",
            "een van: <1, 1 tot 2, 2 tot 5, 5 tot 10, 10+",
        ),
        ("huishoudgrootte", "aantal personen; leeg: niet verdeeld", "nee, mag leeg blijven", "een van: 1, 2, 3+"),
        ("ingeschreven", "aantal ingeschrevenen", "ja", "een geheel getal van 0 of meer"),
        ("actief", "aantal dat in het jaar vaak genoeg reageerde", "ja", "een geheel getal van 0 of meer"),
        (
            "drempel_reacties",
            "hoeveel reacties per jaar hier actief heten",
            "ja",
            "een geheel getal van 0 of meer",
        ),
        (
            "ingestroomd",
            "nieuw ingeschreven in de twaalf maanden tot en met de peildatum",
            "nee, mag leeg blijven",
            "een geheel getal van 0 of meer",
        ),
        (
            "uitgestroomd",
            "uitgeschreven in die twaalf maanden, met of zonder woning",
            "nee, mag leeg blijven",
            "een geheel getal van 0 of meer",
        ),
    )
