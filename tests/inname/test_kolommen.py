"""From header to column: what is known is taken, what looks alike is proposed, what can mean two things is asked."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.inname.herkennen.kolommen import indeling, stel_voor
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.vondsten import ZEKER, Koppeling
from dashboard.tabellen.contracten import HERKOMST, TABELLEN
from tests.inname.hulp.woordenlijst import SYNONIEMEN, WOORDENBOEK

VERHURINGEN = TABELLEN["verhuringen"]


def voorstel(*koppen: str, cellen=(), onthouden=None, woordenboek=None, tabel=VERHURINGEN) -> tuple[Koppeling, ...]:
    return stel_voor(koppen, cellen, tabel, SYNONIEMEN, onthouden, woordenboek=woordenboek)


def kort(koppelingen) -> list[tuple]:
    return [(k.kolom_bestand, k.kolom, k.zekerheid) for k in koppelingen]


def test_eigen_namen_en_bekende_schrijfwijzen():
    assert voorstel("corporatie", "Datum ingang contract", "PLAATS", "Netto huur (€)", "Netto-huur per maand") == (
        Koppeling("corporatie", 0, "corporatie", 100),
        Koppeling("Datum ingang contract", 1, "ingangsdatum", 95),
        Koppeling("PLAATS", 2, "kern", 95),
        Koppeling("Netto huur (€)", 3, "kale_huur", 95),
        Koppeling("Netto-huur per maand", 4, None, 0, (), ("kale_huur", ""), "Ook ‘Netto huur (€)’ past bij kale_huur. Kies een van de twee."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kop", "kolom", "zekerheid"),
    [
        ("kale_huur", "kale_huur", 100),
        ("Kale huur", "kale_huur", 100),
        ("KaleHuur", "kale_huur", 100),
        ("Inschrijfduur (mnd)", "inschrijfduur_mnd", 100),
        ("inschrijfduur [maanden]", "inschrijfduur_mnd", 90),
        ("Inschrijfduur in jaren", "inschrijfduur_mnd", 90),
        ("Kern *", "kern", 100),
        ("DAEB ja/nee", "daeb", 90),
        ("Datum  ingang\ncontract", "ingangsdatum", 95),
    ],
)
def test_een_eenheid_of_haakje_staat_niet_in_de_weg(kop, kolom, zekerheid):
    assert kort(voorstel(kop)) == [(kop, kolom, zekerheid)]


@pytest.mark.parametrize(
    ("kop", "kolom"),
    [("Ingangsdatm", "ingangsdatum"), ("Energie label", "energielabel"), ("Contract nummer", "verhuring_id")],
)
def test_gelijk_op_de_spaties_na_is_bekend_en_een_tikfout_is_een_voorstel(kop, kolom):
    koppeling = voorstel(kop)[0]
    assert (koppeling.kolom, koppeling.zeker) == (kolom, kop != "Ingangsdatm")


def test_lijken_is_nooit_zeker():
    assert kort(voorstel("Ingangsdatm", "Wooningtype")) == [
        ("Ingangsdatm", "ingangsdatum", 85),
        ("Wooningtype", "woningtype", 85),
    ]


@pytest.mark.parametrize("kop", ["Rekenhuur", "Datum einde contract", "Kleur van de deur", "", "x", "\u202e", "日本"])
def test_wat_niet_van_ons_is_wordt_niet_gekoppeld(kop):
    assert voorstel(kop)[0].kolom is None


def test_wachttijd_wordt_gevraagd():
    assert voorstel("Wachttijd", "Wachttijd (mnd)", "Huurprijs") == (
        Koppeling("Wachttijd", 0, None, 0, (), ("inschrijfduur_mnd", "zoekduur_mnd"), "Kies wat deze kop betekent: inschrijfduur_mnd of zoekduur_mnd."),
        Koppeling("Wachttijd (mnd)", 1, None, 0, (), ("inschrijfduur_mnd", "zoekduur_mnd"), "Kies wat deze kop betekent: inschrijfduur_mnd of zoekduur_mnd."),
        Koppeling("Huurprijs", 2, None, 0, (), ("kale_huur", ""), "Kies wat deze kop betekent: kale_huur of geen van onze kolommen."),
    )  # fmt: skip


def test_van_twee_kolommen_wint_de_zekerste():
    assert [(k.kolom, k.kandidaten) for k in voorstel("Startdatum huur", "Ingangsdatum")] == [
        (None, ("ingangsdatum", "")),
        ("ingangsdatum", ()),
    ]


def test_van_twee_even_zekere_kolommen_geen_van_beide():
    een, twee = voorstel("Plaats", "Woonplaats")
    assert (een.kolom, een.opmerking) == (None, "Ook ‘Woonplaats’ past bij kern. Kies een van de twee.")
    assert (twee.kolom, twee.opmerking) == (None, "Ook ‘Plaats’ past bij kern. Kies een van de twee.")


def test_onthouden_gaat_voor_en_kan_ook_niet_zijn():
    eerder = {"Wachttijd": "inschrijfduur_mnd", "PLAATS": "", "weg": "bestaat_niet"}
    assert kort(voorstel("wachttijd", "Plaats", "weg", onthouden=eerder)) == [
        ("wachttijd", "inschrijfduur_mnd", 100),
        ("Plaats", None, 100),
        ("weg", None, 0),
    ]


def test_indeling_herkent_dezelfde_export():
    assert indeling(["Plaats", "Netto huur"]) == indeling([" plaats ", "NETTO-HUUR"])
    assert indeling(["Plaats", "Netto huur"]) != indeling(["Netto huur", "Plaats"])


def test_voorbeelden_zijn_er_hooguit_drie_en_verschillend():
    cellen = [["a", None, "a", "b", "", "c", "d"]]
    assert voorstel("verhuring_id", cellen=cellen)[0].voorbeelden == ("a", "b", "c")


def test_van_een_kolom_met_persoonsgegevens_zijn_er_geen_voorbeelden():
    gekozen = voorstel("Opmerking", "E-mail", "Kern", cellen=[["06-12345678"], ["geen"], ["Wier"]])
    assert [k.voorbeelden for k in gekozen] == [(), (), ("Wier",)]


def test_cellen_die_er_niet_op_lijken_kosten_zekerheid():
    gekozen = voorstel("Startdatum huur", "Netto huur", cellen=[["Grootdam", "Wier"], ["ja", "nee", 3]])
    assert [(k.kolom, k.zekerheid, k.opmerking) for k in gekozen] == [
        ("ingangsdatum", 50, "De cellen lijken geen datums."),
        ("kale_huur", 50, "De cellen lijken geen bedragen."),
    ]


def test_met_de_woorden_van_de_afspraken_ook_bij_een_plaats():
    gekozen = voorstel("Plaats", cellen=[["Amsterdam", "Utrecht", "Wier"]], woordenboek=WOORDENBOEK)[0]
    assert (gekozen.kolom, gekozen.zekerheid, gekozen.opmerking) == (
        "kern",
        50,
        "De cellen lijken geen waarden van kern.",
    )


def test_cellen_kunnen_een_van_twee_betekenissen_overlaten():
    gekozen = voorstel("Type", cellen=[["Flat", "Tussenwoning"]], woordenboek=WOORDENBOEK)[0]
    assert (gekozen.kolom, gekozen.zekerheid, gekozen.zeker, gekozen.kandidaten) == (
        "woningtype",
        85,
        False,
        ("groep", "woningtype"),
    )
    assert voorstel("Type", cellen=[["Flat", "Tussenwoning"]])[0].kolom is None


def test_plaatsen_wijzen_naar_de_rij():
    assert [k.index for k in stel_voor(["Kern", "Wijk"], [], VERHURINGEN, SYNONIEMEN, plaatsen=[2, 5])] == [2, 5]


@given(st.lists(st.text(max_size=30), max_size=8), st.sampled_from(sorted(set(TABELLEN) - {"leveringen"})))
def test_elke_kop_krijgt_een_voorstel_en_elke_kolom_hooguit_een_kop(koppen, tabel):
    koppelingen = voorstel(*koppen, tabel=TABELLEN[tabel])
    gekozen = [k.kolom for k in koppelingen if k.kolom]
    assert [k.kolom_bestand for k in koppelingen] == koppen
    assert len(gekozen) == len(set(gekozen))
    assert set(gekozen) <= set(TABELLEN[tabel].namen)


# --- the synonyms of the agreement itself ------------------------------------------------------------------------------


@cache
def eigen() -> Synoniemen:
    return Synoniemen.uit(laad_overeenkomst(WORTEL / "data" / "afspraken").tabellen)


@pytest.mark.parametrize(
    ("tabel", "kop", "kolom"),
    [
        ("verhuringen", "Datum ingang contract", "ingangsdatum"),
        ("verhuringen", "Huurprijs kaal", "kale_huur"),
        ("verhuringen", "Netto huur", "kale_huur"),
        ("verhuringen", "Plaats", "kern"),
        ("verhuringen", "Woonplaats", "kern"),
        ("verhuringen", "Publicatiemodel", "model"),
        ("verhuringen", "Urgentie", "groep"),
        ("verhuringen", "Doelgroep", "groep"),
        ("verhuringen", "Inschr.duur (mnd)", "inschrijfduur_mnd"),
        ("verhuringen", "Zoektijd in maanden", "zoekduur_mnd"),
        ("voorraad", "Aantal VHE", "aantal"),
        ("voorraad", "Huurprijsklasse", "huurklasse"),
        ("voorraadmutaties", "Mutatiereden", "soort"),
        ("voorraadmutaties", "Plan/realisatie", "stand"),
        ("woningzoekenden", "Ingeschreven woningzoekenden", "ingeschreven"),
        ("woningzoekenden", "Actief woningzoekenden", "actief"),
        ("actiestatus", "Stoplicht", "stand"),
        ("actiestatus", "Voortgang (%)", "voortgang_pct"),
        ("kengetallen", "Indicator", "kengetal"),
    ],
)
def test_koppen_uit_de_praktijk(tabel, kop, kolom):
    koppeling = stel_voor([kop], [], TABELLEN[tabel], eigen())[0]
    assert (koppeling.kolom, koppeling.zekerheid >= ZEKER) == (kolom, True)


@pytest.mark.parametrize(
    ("kop", "kandidaten"),
    [
        ("Wachttijd", ("inschrijfduur_mnd", "zoekduur_mnd")),
        ("Huur", ("kale_huur", "")),
        ("Huurprijs", ("kale_huur", "")),
        ("Datum", ("ingangsdatum", "")),
        ("Toewijzingsdatum", ("ingangsdatum", "")),
        ("Nultreden", ("toegankelijkheid", "")),
    ],
)
def test_koppen_die_gevraagd_worden(kop, kandidaten):
    koppeling = stel_voor([kop], [], VERHURINGEN, eigen())[0]
    assert (koppeling.kolom, koppeling.kandidaten) == (None, kandidaten)


@pytest.mark.parametrize(
    "kop", ["Rekenhuur", "Servicekosten", "Datum einde contract", "Inschrijfdatum", "Woonduur", "Niet-DAEB"]
)
def test_koppen_die_niet_van_ons_zijn(kop):
    koppeling = stel_voor([kop], [], VERHURINGEN, eigen())[0]
    assert (koppeling.kolom, koppeling.kandidaten) == (None, ())


def test_elke_kolom_heeft_schrijfwijzen():
    mist = [
        (tabel.naam, kolom.naam)
        for tabel in TABELLEN.values()
        for kolom in tabel.kolommen
        if tabel.naam != "leveringen" and kolom not in HERKOMST
        and sum((kolom.naam,) == gevonden for gevonden in eigen().per_tabel[tabel.naam].values()) < 2
    ]  # fmt: skip
    assert mist == [("kengetallen", "teller"), ("kengetallen", "noemer")]
