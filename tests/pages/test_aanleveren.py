"""The page on deliveries, step by step: what the analyst reads, chooses and gets, on a store of its own."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable

import pytest
from streamlit.util import calc_hash

from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import datum
from dashboard.inname import vandaag
from dashboard.store import Opslag
from dashboard.weergave import toestand
from dashboard.weergave.geopend import Geopend
from tests.pages.conftest import Scherm

FIXTURES = WORTEL / "tests" / "fixtures" / "inname"
VOORBEELD = WORTEL / "data" / "voorbeeld"
METING = "kengetal;peildatum;waarde;bron\nbouwtafels;31-12-2025;{waarde};verslag\n"


@pytest.fixture
def opslag_om_in_te_schrijven(demo_store, tmp_path) -> str:
    return str(shutil.copytree(demo_store, tmp_path / "store"))


@pytest.fixture
def met_een_cijfer(een_cijfer, monkeypatch):
    """What a delivery does to all figures takes seconds; only a test about that needs them."""
    monkeypatch.setenv("MONITOR_AFSPRAKEN", str(een_cijfer))


@pytest.fixture
def leveren(open_pagina, demo_store):
    """Open the page and give it a file; later files take the place of the first. Nothing is published."""
    yield _leveraar(open_pagina("aanleveren"))
    assert [publicatie.nummer for publicatie in Opslag(demo_store).publicaties()] == [1, 2, 3]


@pytest.fixture
def leveren_en_publiceren(open_pagina, opslag_om_in_te_schrijven, met_een_cijfer):
    """The same, for who publishes: in a store of its own."""
    return _leveraar(open_pagina("aanleveren", store=opslag_om_in_te_schrijven))


def _leveraar(scherm: Scherm) -> Callable[[str, bytes], Scherm]:
    def _leveren(naam: str, inhoud: bytes) -> Scherm:
        scherm.at.file_uploader[0].set_value((naam, inhoud, "application/octet-stream"))
        return Scherm(scherm.at.run())

    return _leveren


def _kies(scherm: Scherm, label: str, waarde: str) -> Scherm:
    [lijst] = [lijst for lijst in scherm.at.selectbox if lijst.label == label]
    lijst.set_value(waarde)
    return Scherm(scherm.at.run())


def _klik(scherm: Scherm, label: str) -> Scherm:
    [knop] = [knop for knop in scherm.at.button if knop.label == label]
    knop.click()
    return Scherm(scherm.at.run())


def test_er_verandert_niets_tot_er_gepubliceerd_wordt(open_pagina):
    scherm = open_pagina("aanleveren")
    assert scherm.kop == "Lever cijfers aan: u ziet eerst elke fout en elk gevolg; er verandert niets tot u publiceert"


def test_elke_fout_staat_er_met_rij_kolom_en_wat_er_hoort(leveren):
    scherm = leveren("meting.csv", METING.format(waarde="vier").encode())
    assert scherm.kop == "meting.csv: 1 fout in 1 rij; er is nog niets gepubliceerd"
    assert scherm.tabel() == [
        ["blad", "rij", "kolom", "gevonden", "verwacht"],
        ["meting", "2", "waarde", "vier", "een getal als 1.234,5"],
    ]
    assert "Nog niet te publiceren." in scherm.tekst
    assert [knop.label for knop in scherm.at.button if knop.label == "Publiceer"] == []


def test_van_twee_gelijke_koppen_is_er_een_te_kiezen_en_de_ander_vervalt(leveren):
    """An optional column: nothing is wrong without it, so only the choice itself says what the matter is."""
    tekst = "kengetal;peildatum;waarde;bron;kern;kern\nleefbaarheidsscore;31-12-2025;7;verslag;Axel;Hoek\n"
    scherm = leveren("meting.csv", tekst.encode())
    assert scherm.kop == "meting.csv: 2 vragen te beantwoorden over 1 rij"
    [een, ander] = [lijst for lijst in scherm.at.selectbox if lijst.label.startswith("kern")]
    assert (een.label, een.placeholder, een.options[:3]) == (
        "kern (kolom E)",
        "lijkt op kern; kies",
        ["kern", "niet gebruiken", "kengetal"],
    )
    assert ander.label == "kern (kolom F)"
    assert "Voorbeelden: Axel. Ook ‘kern (kolom F)’ past bij kern. Kies een van de twee." in scherm.tekst
    gekozen = _kies(scherm, "kern (kolom E)", "kern")
    assert gekozen.kop.startswith("meting.csv: 1 rij zonder fouten, ")
    assert [lijst.label for lijst in gekozen.at.selectbox if lijst.label.startswith("kern")] == []


def test_van_wie_een_meting_is_wordt_op_de_pagina_gevraagd(leveren):
    scherm = leveren("meting.csv", METING.format(waarde="4").replace("bouwtafels", "uithuiszettingen").encode())
    assert scherm.kop == "meting.csv: 1 vraag te beantwoorden over 1 rij"
    [vraag] = scherm.at.radio
    assert (vraag.label, vraag.options) == (
        "Er is geen kolom corporatie, en uithuiszettingen wordt per corporatie vastgelegd. Van welke corporatie is dit?",
        ["Clavis", "Woongoed ZVL", "de hele gemeente"],
    )
    vraag.set_value("WZV")
    klaar = Scherm(scherm.at.run())
    assert klaar.kop == "meting.csv: 1 rij zonder fouten, klaar om te publiceren"


def test_een_corporatie_voor_het_hele_bestand_haalt_de_fout_weg(leveren):
    bestand = VOORBEELD / "voorbeeld_verhuurrapportage_clavis_met_fouten.xlsx"
    scherm = leveren(bestand.name, bestand.read_bytes())
    assert scherm.kop == f"{bestand.name}: 1 vraag en 8 fouten in 60 rijen; er is nog niets gepubliceerd"
    scherm = _kies(scherm, "Corporatie", "CLAVIS")
    assert scherm.kop == f"{bestand.name}: 8 fouten in 60 rijen; er is nog niets gepubliceerd"


def test_persoonsgegevens_worden_pas_gelezen_als_ze_weg_zijn(met_een_cijfer, leveren):
    inhoud = "kengetal;peildatum;waarde;bron;e-mail\nbouwtafels;31-12-2025;4;verslag;jan@voorbeeld.nl\n"
    scherm = leveren("meting.csv", inhoud.encode())
    assert scherm.kop == "meting.csv is niet aangenomen; er is niets opgeslagen"
    assert "jan@" not in scherm.tekst
    scherm = _klik(scherm, "Laat deze kolommen weg en lees verder")
    assert scherm.kop == "meting.csv: 1 rij zonder fouten, klaar om te publiceren"
    werkboek = scherm.at.session_state["aanlevering"].werkboek
    assert "jan@voorbeeld.nl" not in [cel for rij in werkboek.bladen[0].rijen for cel in rij]


def test_een_vraag_wordt_een_keer_gesteld_en_beantwoord(met_een_cijfer, leveren):
    scherm = leveren("meting.csv", METING.replace("31-12-2025", "03-04-2025").format(waarde=4).encode())
    assert scherm.kop == "meting.csv: 1 vraag te beantwoorden over 1 rij"
    [keuze] = scherm.at.radio
    assert keuze.label == "peildatum: Welke datum is 03-04-2025 in deze kolom?"
    keuze.set_value("dmj")
    scherm = Scherm(scherm.at.run())
    assert scherm.kop == "meting.csv: 1 rij zonder fouten, klaar om te publiceren"


def test_publiceren_en_terugdraaien(leveren_en_publiceren, opslag_om_in_te_schrijven):
    scherm = leveren_en_publiceren("meting.csv", METING.format(waarde=4).encode())
    [knop] = [knop for knop in scherm.at.button if knop.label == "Publiceer"]
    assert knop.disabled  # for whom, first
    scherm = _kies(scherm, "Namens wie levert u aan", "gemeente")
    scherm = _klik(scherm, "Publiceer")
    alle = Opslag(opslag_om_in_te_schrijven).publicaties()
    assert scherm.kop == f"Gepubliceerd als publicatie 4: {alle[-1].wat}"
    assert (alle[-1].wie, alle[-1].basis) == ("Gemeente Terneuzen", 3)
    scherm.at.session_state["aanleverdeel"] = "Geschiedenis"
    scherm = Scherm(scherm.at.run())
    assert scherm.tabel()[1][:5] == [
        "4",
        scherm.tabel()[1][1],
        "Gemeente Terneuzen",
        "meting.csv, blad meting",
        "kengetallen",
    ]
    scherm = _kies(scherm, "Namens wie", "gemeente")
    vandaag_ = datum(vandaag())
    assert (
        f"Leveringen die niet meer gelden meting.csv (kengetallen, 2025, 1 rij), door Gemeente Terneuzen op {vandaag_}"
    ) in scherm.tekst
    assert "Geen enkele afspraak krijgt een andere stand. Veranderd: " in scherm.tekst
    scherm = _klik(scherm, "Zet terug")
    assert scherm.kop == "Publicatie 5: hersteld naar publicatie 3"
    assert scherm.tabel()[1][-1] == "teruggedraaid"


def _naar(scherm: Scherm, pad: str) -> Scherm:
    """Another page in the same session."""
    scherm.at._page_hash = calc_hash(pad)
    return Scherm(scherm.at.run())


@pytest.mark.parametrize("elders", ["gegevens", "Geschiedenis"])
def test_een_andere_pagina_en_terug_laat_de_levering_staan(leveren_en_publiceren, elders):
    scherm = leveren_en_publiceren("meting.csv", METING.format(waarde=4).encode())
    scherm = _kies(scherm, "Namens wie levert u aan", "gemeente")
    scherm.at.text_input(key="lever_waarom").set_value("na het overleg")
    scherm = Scherm(scherm.at.run())
    if elders == "gegevens":
        assert _naar(scherm, "gegevens").kop.startswith("Verhuringen aangeleverd")
        scherm = _naar(scherm, "aanleveren")
    else:
        scherm.at.session_state["aanleverdeel"] = elders
        assert Scherm(scherm.at.run()).kop == "Alles wat is aangeleverd, en wat ervan geldt"
        scherm.at.session_state["aanleverdeel"] = "Bestand aanleveren"
        scherm = Scherm(scherm.at.run())
    assert scherm.kop == "meting.csv: 1 rij zonder fouten, klaar om te publiceren"
    assert "U bent nog bezig met meting.csv." in scherm.tekst
    assert scherm.at.text_input(key="lever_waarom").value == "na het overleg"
    scherm = _klik(scherm, "Publiceer")
    assert scherm.kop.startswith("Gepubliceerd als publicatie 4")
    assert _naar(scherm, "gegevens").tabel()[1][0] == "4 (getoond)"
    assert _naar(scherm, "aanleveren").kop.startswith("Lever cijfers aan")
    assert [veld.key for veld in scherm.at.text_input if veld.key == "lever_waarom"] == []


def test_wat_op_een_andere_pagina_bleef_staan_is_weg_te_leggen(leveren):
    scherm = leveren("meting.csv", METING.format(waarde="vier").encode())
    scherm = _naar(_naar(scherm, "gegevens"), "aanleveren")
    assert scherm.kop == "meting.csv: 1 fout in 1 rij; er is nog niets gepubliceerd"
    scherm = _klik(scherm, "Leg dit bestand weg")
    assert scherm.kop.startswith("Lever cijfers aan")
    assert "U bent nog bezig" not in scherm.tekst


def test_wie_leest_wacht_niet_op_wie_publiceert(open_pagina, opslag_om_in_te_schrijven, met_een_cijfer, monkeypatch):
    """The page shows the publication that is ready, with its own number, until the next one is."""
    mag, echt = threading.Event(), toestand._maak

    def _maak(sleutel):
        assert sleutel.nummer != 4 or mag.wait(60)
        return echt(sleutel)

    geopend = Geopend(_maak, toestand._maak_klaar)
    monkeypatch.setattr(toestand, "_geopend", geopend)
    lezer = open_pagina("gegevens", store=opslag_om_in_te_schrijven)
    Opslag(opslag_om_in_te_schrijven).herstel(2, wie="iemand anders")
    toestand.ververs()
    lezer = Scherm(lezer.at.run())
    assert [rij[0] for rij in lezer.tabel()] == ["nr.", "4", "3 (getoond)", "2", "1"]
    assert lezer.balk[1].endswith("(publicatie 3)")
    mag.set()
    geopend.zet_klaar(toestand._sleutel(4))
    lezer = Scherm(lezer.at.run())
    assert [rij[0] for rij in lezer.tabel()] == ["nr.", "4 (getoond)", "3", "2", "1"]
    assert lezer.balk[1] == "Stand: hersteld naar publicatie 2 (publicatie 4)"


def test_de_geschiedenis_toont_oudere_leveringen_als_iemand_dat_vraagt(open_pagina):
    scherm = open_pagina("aanleveren", aanleverdeel="Geschiedenis")
    assert "De nieuwste 20 van 156 leveringen; de vingerafdruk staat bij het bestand" in scherm.tekst
    assert len(scherm.tabel()) == 21
    for _ in range(3):
        scherm = _klik(scherm, "Toon oudere leveringen")
    assert "156 leveringen, de nieuwste bovenaan; de vingerafdruk staat bij het bestand" in scherm.tekst
    assert len(scherm.tabel()) == 157
    assert [knop.label for knop in scherm.at.button if knop.label.startswith("Toon oudere")] == []


def test_voor_het_publiceren_staat_er_welke_afspraak_een_andere_stand_krijgt(leveren):
    """One meeting less in a year that is over: another stand, named with its year before anybody publishes it."""
    scherm = leveren("meting.csv", METING.format(waarde=0).encode())
    assert "1 afspraak krijgt een andere stand." in scherm.tekst
    assert (
        "Afspraken met een andere stand 1.1.3 Bouwtafel en woonprogramma per kern: "
        "berekend aandacht, indicatief achter op schema (2025) wordt achter op schema (2025)"
    ) in scherm.tekst


def test_elke_gewijzigde_cel_staat_er_zoals_zij_was_en_wordt(met_een_cijfer, leveren):
    scherm = leveren("meting.csv", METING.format(waarde=4).replace("verslag", "<b>verslag</b> & meer").encode())
    scherm.at.session_state["lever_rijen"] = True
    per_kwartaal, gewijzigd = Scherm(scherm.at.run()).tabellen
    assert per_kwartaal == [
        ["tabel", "corporatie", "kwartaal", "nu", "nieuw", "gewijzigd", "verdwenen", "straks"],
        ["kengetallen", "", "K4 2025", "39", "0", "1", "0", "39"],
    ]
    assert gewijzigd == [
        ["rij", "kolom", "was", "wordt"],
        ["2", "waarde", "1", "4"],
        ["2", "bron", "verslagen bouwtafel", "<b>verslag</b> & meer"],
    ]


@pytest.mark.parametrize("gemerkt", [False, True])
def test_wie_ingehaald_is_ziet_het_en_beslist_opnieuw(leveren_en_publiceren, opslag_om_in_te_schrijven, gemerkt):
    """Also when the server has noticed the other publication by the time that the button is clicked."""
    scherm = leveren_en_publiceren("meting.csv", METING.format(waarde=4).encode())
    scherm = _kies(scherm, "Namens wie levert u aan", "gemeente")
    Opslag(opslag_om_in_te_schrijven).herstel(2, wie="iemand anders")
    if gemerkt:
        toestand.ververs()
    scherm = _klik(scherm, "Publiceer")
    assert scherm.kop == "Iemand anders heeft intussen gepubliceerd. Hieronder staat wat uw levering nu verandert."
    assert len(Opslag(opslag_om_in_te_schrijven).publicaties()) == 4
    scherm = _klik(scherm, "Publiceer")
    assert scherm.kop.startswith("Gepubliceerd als publicatie 5")


def test_een_bestand_dat_niet_te_lezen_is_geeft_een_zin(leveren):
    scherm = leveren("geheim.xls", (FIXTURES / "met_wachtwoord.xls").read_bytes())
    assert scherm.kop == "Dit bestand is niet aangenomen; er is niets opgeslagen"
    assert "beveiligd met een wachtwoord" in scherm.tekst


def test_de_volgende_levering_van_deze_indeling_vraagt_niets_meer(leveren_en_publiceren):
    kop = "wat;peildatum;waarde;bron;kengetall"
    eerste = f"{kop}\nx;03-04-2025;4;verslag;bouwtafels\n"
    scherm = leveren_en_publiceren("q1.csv", eerste.encode())
    assert scherm.kop == "q1.csv: 2 vragen te beantwoorden over 1 rij"
    scherm = _kies(scherm, "kengetall", "kengetal")
    [vraag] = scherm.at.radio
    vraag.set_value("dmj")
    scherm = _kies(Scherm(scherm.at.run()), "Namens wie levert u aan", "gemeente")
    assert _klik(scherm, "Publiceer").kop.startswith("Gepubliceerd als publicatie 4")

    scherm = leveren_en_publiceren("q2.csv", eerste.replace("03-04-2025", "05-06-2025").encode())
    assert scherm.kop == "q2.csv: 1 rij zonder fouten, klaar om te publiceren"
