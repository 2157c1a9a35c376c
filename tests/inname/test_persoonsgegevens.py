"""Data about persons is found by its header or by what it looks like, and never said aloud."""

from __future__ import annotations

import csv
import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.inname.personen.kenmerken import elfproef
from dashboard.inname.personen.koppen import kopwoorden, soort_van_kop
from dashboard.inname.personen.namen import lijkt_persoon
from dashboard.inname.personen.persoonsgegevens import Persoonlijk, persoonsgegevens, vind_persoonlijk
from dashboard.inname.werkboek import kolomletters
from dashboard.tabellen.contracten import HERKOMST, TABELLEN
from dashboard.tabellen.tabel import FoutenError
from tests.inname.hulp.woordenlijst import WOORDENBOEK

DICE = random.Random(7)  # the same numbers every time


def bsn() -> str:
    """A number that passes the eleven-test, made for this test."""
    while True:
        cijfers = [DICE.randint(0, 9) for _ in range(8)]
        laatste = sum(g * c for g, c in zip(range(9, 1, -1), cijfers, strict=True)) % 11
        if laatste < 10 and cijfers[0]:
            return "".join(map(str, [*cijfers, laatste]))


def waarom(*cellen, kop: str = "Gegevens", bekend=frozenset()) -> str | None:
    gevonden = persoonsgegevens([kop], [cellen], bekend)
    return gevonden[0][1] if gevonden else None


@pytest.mark.parametrize(
    ("kop", "soort"),
    [
        ("Naam", "namen"), ("Achternaam", "namen"), ("Naam huurder", "namen"), ("huurder_naam", "namen"), ("HuurderNaam", "namen"),
        ("Voorletters", "namen"), ("Huurder", "namen"), ("Huurder 1", "namen"), ("Kandidaat", "namen"), ("Contactpersoon", "namen"),
        ("Adres", "adressen"), ("Straat", "adressen"), ("Straatnaam", "adressen"), ("Huisnr.", "adressen"), ("Huisnummer", "adressen"),
        ("Woonadres", "adressen"), ("Adres VHE", "adressen"), ("Toevoeging", "adressen"),
        ("BSN", "burgerservicenummers"), ("Burgerservicenummer", "burgerservicenummers"), ("BSN-nummer", "burgerservicenummers"),
        ("E-mail", "e-mailadressen"), ("Mailadres", "e-mailadressen"), ("E-mailadres huurder", "e-mailadressen"),
        ("Tel.", "telefoonnummers"), ("Telefoonnummer", "telefoonnummers"), ("Mobiel nr", "telefoonnummers"),
        ("Geboortedatum", "geboortedatums"), ("Geb. datum", "geboortedatums"), ("Geb.dat.", "geboortedatums"),
        ("geboortejaar", "geboortedatums"), ("IBAN", "rekeningnummers"), ("Inschrijfnummer", "nummers van personen"),
        ("Nationaliteit", "kenmerken van personen"), ("Geslacht", "kenmerken van personen"),
    ],
)  # fmt: skip
def test_koppen_van_personen(kop, soort):
    assert persoonsgegevens([kop], [[]]) == [(kop, f"de kop wijst op {soort}")]


@pytest.mark.parametrize(
    "kop",
    ["Wijknaam", "Naam wijk", "Kernnaam", "Naam corporatie", "Woonplaatsnaam", "Complexnaam", "Gebied", "Gebruik", "Teller",
     "Aantal huurders", "Leeftijd huurder", "Soort huurder", "Aantal adressen", "Woningzoekenden", "Reacties", "Inkomensklasse",
     "Datum ingang contract", "Plaats", "Contractnummer", "Kandidaten", "Naam kengetal", "Projectnaam", "Stratenplan", "", "Mailing"],
)  # fmt: skip
def test_koppen_die_niemand_noemen(kop):
    assert persoonsgegevens([kop], [[]]) == []


def test_een_lijst_met_kopwoorden_zegt_alles_wat_er_fout_aan_is(tmp_path):
    pad = tmp_path / "kopwoorden.csv"
    pad.write_text("soort,woord\nnamen,Voor letters\nnamen,roepnaam\nnamen,roepnaam\ndieren,hond\n", "utf-8")
    with pytest.raises(FoutenError) as fout:
        kopwoorden(pad)
    assert [(f.rij, f.kolom, f.waarde) for f in fout.value.fouten] == [
        (4, "soort, woord", "namen, roepnaam"),
        (5, "soort", "dieren"),
        (2, "woord", "Voor letters"),
    ]


def test_geen_kolom_van_ons_en_geen_bekende_schrijfwijze_is_een_persoon():
    koppen = [kolom.naam for tabel in TABELLEN.values() for kolom in tabel.kolommen if kolom not in HERKOMST]
    with (WORTEL / "data" / "afspraken" / "synoniemen.csv").open(encoding="utf-8") as bestand:
        koppen += [rij["schrijfwijze"] for rij in csv.DictReader(bestand)]
    assert [kop for kop in koppen if soort_van_kop(kop)] == []


@pytest.mark.parametrize(
    ("cellen", "soort"),
    [
        (["111222333"], "burgerservicenummers"),
        ([123456782, 111222333.0], "burgerservicenummers"),
        (["1234.56.782", "123 456 782"], "burgerservicenummers"),
        (["BSN 123456789"], "burgerservicenummers"),
        (["niets", "mail naar jan@voorbeeld.nl"], "e-mailadressen"),
        (["06-12345678"], "telefoonnummers"),
        (["bel 0612345678 na vijven"], "telefoonnummers"),
        (["+31 6 12 34 56 78"], "telefoonnummers"),
        (["0115-123456", "n.v.t."], "telefoonnummers"),
        (["(0115) 12 34 56"], "telefoonnummers"),
        ([612345678, 687654321, 655501234], "telefoonnummers"),
        (["NL91 ABNA 0417 1643 00"], "rekeningnummers"),
        (["dhr. Jansen"], "namen"),
        (["gesprek met mevr. A. de Vries"], "namen"),
        (["J. Jansen", "A.B. van der Berg", "C. de Wit-Smit"], "namen"),
        (["Jansen, J.", "Berg, A.B. van der"], "namen"),
        (["Kerkstraat 12", "Burg. de Grootlaan 114-2", "Molenweg 3a"], "adressen"),
        (["4551 AB", "4532CD"], "adressen"),
        (["4551AB 12"], "adressen"),
        (["De Blikken 14", "Oude Kaai 7", "Zandberg 3", "Buthol 21", "Het Eiland 9"], "adressen"),
        ([dt.date(1961, 3, 12), dt.date(1987, 11, 5), dt.date(1999, 7, 30)], "geboortedatums"),
        (["12-03-1961", "5-11-1987", "30-7-1999"], "geboortedatums"),
        ([19610312, 19871105], "geboortedatums"),
        (["geb. 12-3-2001"], "geboortedatums"),
    ],
)
def test_cellen_van_personen(cellen, soort):
    assert waarom(*cellen) == f"de cellen lijken op {soort}"


@pytest.mark.parametrize(
    "cellen",
    [
        ["2024-000123", "2024-000124"],
        [100000001, 100000002, 100000003, 100000004],
        ["VH-123456782", "VH-111222333"],
        [20240401, 20240501, 20231231],
        [612.4, 589.11, 1024],
        [dt.date(2024, 4, 1), dt.date(2023, 12, 15)],
        [dt.date(1975, 1, 1), dt.date(1982, 1, 1)],
        ["1-1-1900"],
        ["Kern Sas", "Wijk 01 Noord", "Wijk 02 Zuid"],
        ["Complex 12", "Complex 14", "Complex 15", "Complex 16", "Complex 20"],
        ["De sloop van Kerkstraat 12 tot 40 is klaar.", "Gesprek loopt.", "Geen nieuws.", "Start na de zomer."],
        ["HR ketel", "Label A", "A+"],
        ["0000012345", "0000012346"],
        ["4551", "4532"],
        ["St. Annastraat", "Noord"],
        [True, False],
        [None, ""],
        [float("nan"), float("inf")],
    ],
)
def test_cellen_van_niemand(cellen):
    assert waarom(*cellen) is None


def test_een_kolom_met_oude_bouwdatums_is_geen_kolom_met_geboortedatums():
    cellen = [dt.date(1968, 5, 14), dt.date(1974, 9, 2)]
    assert (waarom(*cellen, kop="Datum oplevering"), waarom(*cellen)) == (None, "de cellen lijken op geboortedatums")


def test_contractnummers_van_negen_cijfers_halen_soms_de_elfproef():
    """One in eleven passes by chance; forty of them hold a few, and that is no reason to refuse a file."""
    nummers = [str(DICE.randint(200_000_000, 999_999_999)) for _ in range(400)]
    assert 20 < sum(map(elfproef, nummers)) < 60
    assert waarom(*nummers) is None


def test_een_deel_burgerservicenummers_tussen_andere_nummers_valt_op():
    nummers = [str(DICE.randint(200_000_000, 999_999_999)) for _ in range(300)] + [bsn() for _ in range(60)]
    assert waarom(*nummers) == "de cellen lijken op burgerservicenummers"


@given(st.integers(0, 999_999_999))
def test_de_elfproef_rekent_zoals_het_hoort(nummer):
    cijfers = [int(cijfer) for cijfer in f"{nummer:09d}"]
    som = sum((9 - plaats) * cijfer for plaats, cijfer in enumerate(cijfers[:8])) - cijfers[8]
    assert elfproef(str(nummer)) == (nummer > 0 and som % 11 == 0)


def test_namen_die_de_afspraken_kennen_zijn_geen_personen():
    cellen = ["S. van Jans", "Sint Jans"]
    assert waarom("S. van Jans", kop="Plaats") == "de cellen lijken op namen"
    assert waarom(*cellen, kop="Plaats", bekend=WOORDENBOEK.bekend) is None
    assert waarom("Gehouden bouwtafels", kop="Naam", bekend=WOORDENBOEK.bekend) is None
    assert waarom("Gehouden bouwtafels", "Piet", kop="Naam", bekend=WOORDENBOEK.bekend) == "de kop wijst op namen"


def test_elke_kolom_met_haar_plaats():
    koppen = ["Plaats", "E-mail", "", "Opmerking"]
    cellen = [["Wier"], [], ["06-12345678"], ["geen"]]
    assert vind_persoonlijk(koppen, cellen) == (
        Persoonlijk(1, "E-mail", "de kop wijst op e-mailadressen"),
        Persoonlijk(2, "kolom C", "de cellen lijken op telefoonnummers"),
    )


def test_een_kop_die_zelf_een_gegeven_is_wordt_niet_herhaald():
    """A file without headers has somebody's data in their place."""
    rij = ["jan@voorbeeld.nl", "06-12345678", "111222333", "Kerkstraat 12", "dhr. Jansen"]
    gevonden = vind_persoonlijk(rij, [[cel] for cel in rij])
    assert [p.kolom for p in gevonden] == ["kolom A", "kolom B", "kolom C", "kolom D", "kolom E"]


@given(
    st.lists(
        st.one_of(
            st.text(max_size=30), st.sampled_from(["jan@voorbeeld.nl", "06-12345678", "123456782", "dhr. Jansen"])
        ),
        max_size=5,
    )
)
def test_een_reden_herhaalt_nooit_een_cel(cellen):
    redenen = {f"de cellen lijken op {soort}" for soort in (
        "burgerservicenummers", "e-mailadressen", "telefoonnummers", "rekeningnummers", "namen", "adressen", "geboortedatums")}  # fmt: skip
    for kolom, reden in persoonsgegevens(["Gegevens"], [cellen]):
        assert kolom == "Gegevens"
        assert reden in redenen


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(),
            st.dates(),
            st.datetimes(),
            st.times(),
            st.timedeltas(),
        )
    ),
    st.text(),
)
def test_niets_is_te_gek(cellen, kop):
    assert len(persoonsgegevens([kop], [cellen], WOORDENBOEK.bekend)) <= 1


def test_kolommen_heten_als_in_excel():
    assert [kolomletters(n) for n in (1, 26, 27, 52, 703, 16384)] == ["A", "Z", "AA", "AZ", "AAA", "XFD"]


# --- who delivers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wie",
    ["Jan de Vries", "jan de vries", "JAN DE VRIES", "Piet Jansen", "Fatima El Amrani", "Anne-Marie van den Berg", "Jan Willem de Groot",
     "Mohammed Yilmaz", "Zoltan van der Berg", "J. de Vries", "J de Vries", "J.P. Jansen", "Jansen, J.", "Vries, J. de", "dhr. Jansen",
     "mw. van Dam", "drs. P. Bakker", "ir. Jansen", "jan@voorbeeld.nl", "Petra", "Gemeente Dorp, Jan de Vries", "Jan de Vries (Thuis)",
     "beleidsmedewerker Jan de Vries", "Jan, beleidsmedewerker", "namens de gemeente: Kees Boersma", "Thuis t.a.v. Marieke Smit"],
)  # fmt: skip
def test_wie_aanlevert_met_een_naam_valt_op(wie):
    assert lijkt_persoon(wie)


@pytest.mark.parametrize(
    "wie",
    ["Clavis", "Gemeente Terneuzen", "Woongoed Zeeuws-Vlaanderen", "afdeling Wonen", "beleidsmedewerker", "Beleidsmedewerker Wonen", "x",
     "data-analist", "Raad van Bestuur", "College van B en W", "Hoek van Holland", "Hof van Twente", "Gemeente Bergen op Zoom", "Eigen Haard",
     "Stichting de Veste", "Huurdersvereniging De Brug", "Stichting Maria", "Sint Jan", "woongroep Anna", "team Noor", "R&B Wonen", "B en W",
     "Corporatie Lieven de Key", "Zorggroep ter Weel", "De Key", "wethouder wonen", "nog niet gekozen", "wie a", "", "12", "Noord-West 8 Wonen"],
)  # fmt: skip
def test_een_organisatie_of_functie_is_geen_persoon(wie):
    assert not lijkt_persoon(wie)


def test_geen_partij_van_de_afspraken_is_een_persoon():
    partijen = laad_overeenkomst(WORTEL / "data" / "afspraken").partijen
    assert [naam for partij in partijen for naam in (partij.naam, partij.kort) if lijkt_persoon(naam)] == []


@given(st.text(max_size=40))
def test_elke_tekst_is_een_persoon_of_niet(tekst):
    assert lijkt_persoon(tekst) in (True, False)
