"""What publishing a checked file would do: slices, deliveries that are replaced, what is refused and remembered."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from dashboard.inname.herkennen.kolommen import indeling
from dashboard.inname.tabel.levering import Inname, Tabelkeuze
from dashboard.inname.voorstel.besluit import Besluit, NietTePubliceren
from dashboard.inname.voorstel.maken import eerder_gepubliceerd, maak_voorstel
from dashboard.inname.voorstel.snede import beslaan, kwartalen
from dashboard.store import Opslag, OpslagFout, Snede
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import BESLUIT, DAG, VRAAG, dag, deel, inname

LEEG = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
Q1 = (dag("2026-01-01"), dag("2026-03-31"))
Q2 = (dag("2026-04-01"), dag("2026-06-30"))


def sneden(wat: Inname, besluit: Besluit = BESLUIT) -> list[Snede | None]:
    return [w.vervangt for w in maak_voorstel(wat, LEEG, besluit).wijzigingen if w.tabel != "leveringen"]


def van(*combinaties: tuple[str | None, ...], delen: tuple[str, ...] = ("corporatie",)) -> dict[str, Any]:
    return {"delen": delen, "combinaties": frozenset(combinaties)}


class Proefopslag:
    """A store in which files are published as the command does it."""

    def __init__(self, adres: str) -> None:
        self.opslag = Opslag(adres).maak()

    @property
    def tabellen(self) -> dict[str, Any]:
        return self.opslag.tabellen(self.opslag.publicatie())

    def publiceer(self, *delen: Any, sha256: str = "3f9a1c77", **besluit: Any) -> list[str]:
        """Publish these tables as one file; the marks that came in."""
        bezet = {upload for publicatie in self.opslag.publicaties() for upload in publicatie.uploads}
        voorstel = maak_voorstel(inname(*delen, sha256=sha256), self.tabellen, replace(BESLUIT, bezet=bezet, **besluit))
        self.opslag.publiceer(voorstel.wijzigingen, wie=BESLUIT.wie, wat=voorstel.wat)
        return list(self.opslag.publicatie().uploads)

    def geldig(self) -> list[str]:
        """The deliveries that hold."""
        return sorted(self.tabellen["leveringen"]["upload_id"].to_pylist())


@pytest.fixture
def proef(tmp_path) -> Proefopslag:
    return Proefopslag(str(tmp_path / "opslag"))


# --- what a delivery replaces ------------------------------------------------------------------------------------------


def test_gebeurtenissen_gaan_over_hele_kwartalen():
    verhuurd = deel("verhuringen", {"ingangsdatum": "2026-02-14"}, {"ingangsdatum": "2026-05-01", "corporatie": "ZUID"})
    assert sneden(inname(verhuurd)) == [
        Snede(**van(("NOORD",)), van=Q1[0], tot=Q1[1]),
        Snede(**van(("ZUID",)), van=Q2[0], tot=Q2[1]),
    ]


def test_wie_de_periode_opgeeft_bepaalt_haar():
    verhuurd = deel("verhuringen", {"ingangsdatum": "2026-02-14"})
    jaar = (dag("2026-01-01"), dag("2026-12-31"))
    voorstel = maak_voorstel(inname(verhuurd), LEEG, replace(BESLUIT, van=jaar[0], tot=jaar[1]))
    assert voorstel.wijzigingen[0].vervangt == Snede(**van(("NOORD",)), van=jaar[0], tot=jaar[1])
    assert [(rij["periode_van"], rij["periode_tot"]) for rij in voorstel.leveringen] == [jaar]
    halve = maak_voorstel(inname(verhuurd), LEEG, replace(BESLUIT, tot=dag("2026-02-28")))
    assert halve.wijzigingen[0].vervangt == Snede(**van(("NOORD",)), van=Q1[0], tot=dag("2026-02-28"))


def test_voornemens_vervangen_voornemens_en_zeggen_niet_tot_wanneer_er_geleverd_is():
    mutaties = deel("voorraadmutaties", {"datum": "2026-02-01"}, {"datum": "2027-05-15", "stand": "plan"})
    voorstel = maak_voorstel(inname(mutaties), LEEG, BESLUIT)
    delen = ("corporatie", "stand")
    assert [w.vervangt for w in voorstel.wijzigingen[:-1]] == [
        Snede(**van(("NOORD", "realisatie"), delen=delen), van=Q1[0], tot=Q1[1]),
        Snede(**van(("NOORD", "plan"), delen=delen), van=dag("2027-04-01"), tot=dag("2027-06-30")),
    ]
    assert [(rij["periode_van"], rij["periode_tot"], rij["rijen"]) for rij in voorstel.leveringen] == [(*Q1, 2)]


def test_alleen_voornemens_vraagt_in_welke_periode_zij_zijn_gemeld():
    plannen = inname(deel("voorraadmutaties", {"datum": "2027-05-15", "stand": "plan"}))
    with pytest.raises(NietTePubliceren) as fout:
        maak_voorstel(plannen, LEEG, BESLUIT)
    assert str(fout.value) == (
        "Het bestand bevat alleen voornemens. Geef met een begin en een einde aan in welke periode zij zijn gemeld."
    )
    voorstel = maak_voorstel(plannen, LEEG, replace(BESLUIT, van=Q1[0], tot=Q1[1]))
    assert (voorstel.leveringen[0]["periode_van"], voorstel.leveringen[0]["periode_tot"]) == Q1
    assert voorstel.wijzigingen[0].vervangt.van == dag("2027-04-01")


def test_tellingen_gaan_over_de_getelde_dagen():
    voorraad = deel("voorraad", {"peildatum": "2025-12-31"}, {"peildatum": "2026-06-30"})
    zoekers = deel("woningzoekenden", {"peildatum": "2026-06-30"}, blad="Blad2")
    assert sneden(inname(voorraad, zoekers), replace(BESLUIT, van=Q1[0], tot=Q1[1])) == [
        Snede(**van(("NOORD",)), van=dag("2025-12-31"), tot=dag("2026-06-30")),
        Snede(van=dag("2026-06-30"), tot=dag("2026-06-30")),
    ]


def test_een_telling_van_voor_de_verdeling_blijft_naast_een_verdeelde(proef):
    proef.publiceer(deel("woningzoekenden", *({"peildatum": "2025-12-31", "groep": g} for g in ("regulier", "urgent"))))
    delen = [{"peildatum": "2026-06-30", "inschrijfduurklasse": duur, "ingestroomd": 3} for duur in ("<1", "10+", None)]
    proef.publiceer(deel("woningzoekenden", *delen), sha256="b" * 8)

    kolommen = ["peildatum", "groep", "inschrijfduurklasse", "ingestroomd"]
    opgeslagen = proef.tabellen["woningzoekenden"].select(kolommen).to_pylist()
    assert [tuple(rij.values()) for rij in opgeslagen] == [
        (dag("2025-12-31"), "regulier", None, None),
        (dag("2025-12-31"), "urgent", None, None),
        (dag("2026-06-30"), "regulier", "<1", 3),
        (dag("2026-06-30"), "regulier", "10+", 3),
        (dag("2026-06-30"), "regulier", None, 3),
    ]


def test_dezelfde_groep_en_leeftijd_twee_keer_weigert_de_opslag():
    twee = deel("woningzoekenden", {"peildatum": "2026-06-30"}, {"peildatum": "2026-06-30", "ingeschreven": 11})
    with pytest.raises(OpslagFout, match="leeftijdsklasse: elke waarde hoort een keer voor te komen"):
        maak_voorstel(inname(twee), LEEG, BESLUIT)


def test_elk_kengetal_heeft_zijn_eigen_dagen():
    """A yearly figure and a monthly one in a file: nothing of the yearly one between its dates is lost."""
    metingen = deel(
        "kengetallen",
        {"kengetal": "flex", "peildatum": "2026-12-31"},
        {"kengetal": "schouw", "peildatum": "2026-01-31"},
        {"kengetal": "schouw", "peildatum": "2026-02-28"},
        {"kengetal": "flex", "peildatum": "2026-12-31", "corporatie": "NOORD"},
    )
    delen = ("kengetal", "corporatie")
    assert sneden(inname(metingen)) == [
        Snede(**van(("schouw", None), delen=delen), van=dag("2026-01-31"), tot=dag("2026-02-28")),
        Snede(**van(("flex", None), ("flex", "NOORD"), delen=delen), van=dag("2026-12-31"), tot=dag("2026-12-31")),
    ]


def test_een_kengetal_begon_op_1_januari_tenzij_anders_gezegd():
    meting = inname(deel("kengetallen", {"peildatum": "2026-12-31"}))
    [rij] = maak_voorstel(meting, LEEG, BESLUIT).leveringen
    [gezegd] = maak_voorstel(meting, LEEG, replace(BESLUIT, van=dag("2026-10-01"))).leveringen
    assert (rij["periode_van"], gezegd["periode_van"], rij["periode_tot"]) == (
        dag("2026-01-01"),
        dag("2026-10-01"),
        dag("2026-12-31"),
    )


def test_een_melding_vervangt_die_over_dezelfde_actie():
    meldingen = deel("actiestatus", {"peildatum": "2026-04-22"}, {"peildatum": "2026-04-22", "actie": "1.1.5"})
    delen = ("actie", "afspraak")
    assert sneden(inname(meldingen)) == [
        Snede(**van((None, "1.1.14"), ("1.1.5", "1.1.14"), delen=delen), van=dag("2026-04-22"), tot=dag("2026-04-22"))
    ]


def test_twee_bladen_met_dezelfde_tabel_vervangen_elkaar_niet(proef):
    proef.publiceer(deel("verhuringen", {"ingangsdatum": "2026-01-05", "verhuring_id": "oud"}), sha256="aaaaaa")
    januari = deel("verhuringen", {"ingangsdatum": "2026-01-05", "verhuring_id": "a"}, blad="januari")
    maart = deel("verhuringen", {"ingangsdatum": "2026-03-05", "verhuring_id": "b"}, blad="maart")
    proef.publiceer(januari, maart, sha256="bbbbbb")
    assert sorted(proef.tabellen["verhuringen"]["verhuring_id"].to_pylist()) == ["a", "b"]
    assert proef.geldig() == ["20270125-bbbbbb-1", "20270125-bbbbbb-2"]


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (("2026-01-01", "2026-01-01"), Q1),
        (("2026-03-31", "2026-04-01"), (Q1[0], Q2[1])),
        (("2025-11-30", "2026-02-28"), (dag("2025-10-01"), Q1[1])),
        (("2024-02-29", "2024-09-30"), (dag("2024-01-01"), dag("2024-09-30"))),
    ],
)
def test_dagen_worden_hele_kwartalen(dagen, verwacht):
    assert kwartalen(*map(dag, dagen)) == verwacht


@pytest.mark.parametrize(
    ("perioden", "beslaat"),
    [
        ([], False),
        ([Q1, Q2], True),
        ([Q2, Q1], True),
        ([Q1], False),
        ([Q1, (dag("2026-04-02"), Q2[1])], False),
        ([(dag("2025-01-01"), dag("2027-01-01")), Q1], True),
    ],
)
def test_of_perioden_samen_elke_dag_beslaan(perioden, beslaat):
    assert beslaan(perioden, (Q1[0], Q2[1])) is beslaat


# --- who delivers ------------------------------------------------------------------------------------------------------


def test_een_naam_van_een_persoon_levert_niet_aan_tenzij_een_partij_zo_heet():
    verhuurd = inname(deel("verhuringen", {"ingangsdatum": "2026-02-14"}))
    jan = replace(BESLUIT, wie="Jan de Vries")
    with pytest.raises(NietTePubliceren) as fout:
        maak_voorstel(verhuurd, LEEG, jan)
    assert str(fout.value) == (
        "Bij wie dit doet, lijkt de naam van een persoon te staan. Geef een organisatie of functie, zoals gemeente of "
        "beleidsmedewerker wonen."
    )
    [rij] = maak_voorstel(verhuurd, LEEG, replace(jan, partijen={"Jan de Vries"})).leveringen
    assert rij["aangeleverd_door"] == "Jan de Vries"


# --- what is remembered ------------------------------------------------------------------------------------------------


def test_een_levering_zoals_zij_wordt_onthouden():
    keuze = Tabelkeuze(
        "Blad1",
        kolommen={"Kern": "kern"},
        antwoorden={"ingangsdatum": {"volgorde": "dm"}},
        vast={"corporatie": "NOORD"},
    )
    verhuurd = deel("verhuringen", {"ingangsdatum": "2026-02-14"}, fout_in=[3, 7], waarschuwingen=4, keuze=keuze)
    voorstel = maak_voorstel(inname(verhuurd), LEEG, replace(BESLUIT, wie=" Noord ", alleen_goede_rijen=True))
    koppeling = {"kolommen": {"Kern": "kern"}, "antwoorden": {"ingangsdatum": {"volgorde": "dm"}}}
    [rij] = voorstel.erna["leveringen"].to_pylist()
    assert json.loads(rij.pop("koppeling")) == koppeling | {"vast": {"corporatie": "NOORD"}}
    assert rij == {
        "upload_id": "20270125-3f9a1c-1",
        "tabel": "verhuringen",
        "corporatie": "NOORD",
        "periode_van": Q1[0],
        "periode_tot": Q1[1],
        "bestand": "rapport.xlsx",
        "sha256": "3f9a1c77",
        "rijen": 1,
        "aangeleverd_op": DAG,
        "aangeleverd_door": "Noord",
        "blad": "Blad1",
        "weggelaten": 2,
        "modus": "vervangen",
        "zonder": None,
        "waarschuwingen": 4,
        "indeling": indeling(["Kern", "Datum"]),
        "fictief": False,
    }
    assert voorstel.wat == "verhuringen NOORD 1 januari 2026 t/m 31 maart 2026 (rapport.xlsx)"


def test_elke_rij_weet_haar_levering():
    verhuurd = deel("verhuringen", {"ingangsdatum": "2026-01-05", "corporatie": "ZUID"}, {"ingangsdatum": "2026-01-06"})
    voorraad = deel("voorraad", {"peildatum": "2026-03-31"}, blad="Blad2")
    voorstel = maak_voorstel(inname(verhuurd, voorraad), LEEG, BESLUIT)
    herkomst = {
        (naam, rij["corporatie"], rij["upload_id"], rij["bronrij"])
        for naam in ("verhuringen", "voorraad")
        for rij in voorstel.erna[naam].to_pylist()
    }
    assert herkomst == {
        ("verhuringen", "NOORD", "20270125-3f9a1c-1", 3),
        ("verhuringen", "ZUID", "20270125-3f9a1c-2", 2),
        ("voorraad", "NOORD", "20270125-3f9a1c-3", 2),
    }
    assert voorstel.wat == (
        "verhuringen NOORD 1 januari 2026 t/m 31 maart 2026, verhuringen ZUID 1 januari 2026 t/m 31 maart 2026 "
        "en voorraad NOORD 31 maart 2026 (rapport.xlsx)"
    )


def test_weggelaten_rijen_worden_een_keer_geteld():
    verhuurd = deel(
        "verhuringen",
        {"ingangsdatum": "2026-01-05", "corporatie": "ZUID"},
        {"ingangsdatum": "2026-01-06"},
        fout_in=[4, 5, 6],
    )
    voorstel = maak_voorstel(inname(verhuurd), LEEG, replace(BESLUIT, alleen_goede_rijen=True))
    assert [(rij["corporatie"], rij["weggelaten"]) for rij in voorstel.leveringen] == [("NOORD", 3), ("ZUID", 0)]


def test_een_kenmerk_wordt_nooit_twee_keer_gegeven():
    bezet = {"20270125-3f9a1c-1", "20270125-3f9a1c-3"}
    verhuurd = deel("verhuringen", *({"ingangsdatum": "2026-01-05", "corporatie": code} for code in "ABC"))
    voorstel = maak_voorstel(inname(verhuurd), LEEG, replace(BESLUIT, bezet=bezet))
    assert [rij["upload_id"][-1] for rij in voorstel.leveringen] == ["2", "4", "5"]


def test_in_een_opslag_met_verzonnen_rijen_is_elke_levering_verzonnen(proef):
    rij = {"kengetal": "flex", "peildatum": DAG, "waarde": 1.0, "bron": "x", "upload_id": "vb", "bronrij": 2}
    verzonnen = LEEG | {"kengetallen": TABELLEN["kengetallen"].arrow([rij | {"fictief": True}])}
    voorstel = maak_voorstel(inname(deel("verhuringen", {"ingangsdatum": "2026-01-05"})), verzonnen, BESLUIT)
    gemerkt = [voorstel.erna[naam]["fictief"].to_pylist() for naam in ("verhuringen", "leveringen")]
    assert (voorstel.fictief, gemerkt) == (True, [[True], [True]])


# --- which earlier deliveries no longer hold ---------------------------------------------------------------------------


def verhuurd(*dagen: str, merk: str = "v", **anders: Any) -> Any:
    rijen = [{"ingangsdatum": d, "verhuring_id": f"{merk}{d}"} | anders for d in dagen]
    return deel("verhuringen", *rijen)


def test_een_verbeterde_levering_komt_in_de_plaats_van_de_eerdere(proef):
    [eerste] = proef.publiceer(verhuurd("2026-01-05", "2026-02-05"), sha256="aaaaaa")
    [ander] = proef.publiceer(verhuurd("2026-01-05", corporatie="ZUID"), sha256="bbbbbb")
    [tweede] = proef.publiceer(verhuurd("2026-01-06"), sha256="cccccc")
    assert (eerste, proef.geldig()) == ("20270125-aaaaaa-1", [ander, tweede])
    proef.opslag.herstel(2, wie="x")
    assert (proef.geldig(), len(proef.tabellen["verhuringen"])) == ([eerste, ander], 3)


def test_een_levering_met_rijen_die_blijven_geldt_nog(proef):
    [jaar] = proef.publiceer(verhuurd("2026-01-05", "2026-05-05"), sha256="aaaaaa")
    [kwartaal] = proef.publiceer(verhuurd("2026-01-06"), sha256="bbbbbb")
    assert proef.geldig() == [jaar, kwartaal]
    [tweede] = proef.publiceer(verhuurd("2026-05-06"), sha256="cccccc")
    assert proef.geldig() == [kwartaal, tweede]  # no row of the first is left, and each of its days is delivered anew


def test_een_stil_kwartaal_blijft_geleverd(proef):
    [heel] = proef.publiceer(verhuurd("2026-01-05"), sha256="aaaaaa", van=dag("2026-01-01"), tot=dag("2026-06-30"))
    [kort] = proef.publiceer(verhuurd("2026-01-06"), sha256="bbbbbb")
    assert proef.geldig() == [heel, kort]
    [opnieuw] = proef.publiceer(verhuurd("2026-01-07"), sha256="cccccc", van=dag("2026-01-01"), tot=dag("2026-06-30"))
    assert proef.geldig() == [opnieuw]


def test_een_deel_van_de_meldingen_opnieuw_laat_de_rest_staan(proef):
    [alle] = proef.publiceer(
        deel("actiestatus", *({"peildatum": "2026-04-22", "afspraak": a} for a in ("1.1", "1.2"))), sha256="aaaaaa"
    )
    een = deel("actiestatus", {"peildatum": "2026-04-22", "afspraak": "1.2", "stand": "achter"})
    [verbetering] = proef.publiceer(een, sha256="bbbbbb")
    assert proef.geldig() == [alle, verbetering]
    standen = {rij["afspraak"]: rij["stand"] for rij in proef.tabellen["actiestatus"].to_pylist()}
    assert standen == {"1.1": "op_schema", "1.2": "achter"}


# --- the same file again -----------------------------------------------------------------------------------------------


def test_hetzelfde_bestand_wordt_herkend_zolang_het_geldt(proef):
    bestand = inname(verhuurd("2026-01-05"), sha256="aaaaaa")
    assert eerder_gepubliceerd(bestand, proef.tabellen) == ()
    [eerste] = proef.publiceer(*bestand.tabellen, sha256="aaaaaa")
    assert [rij["upload_id"] for rij in eerder_gepubliceerd(bestand, proef.tabellen)] == [eerste]
    ander_blad = inname(deel("voorraad", {"peildatum": "2026-03-31"}), sha256="aaaaaa")
    assert eerder_gepubliceerd(ander_blad, proef.tabellen) == ()
    [nogmaals] = proef.publiceer(*bestand.tabellen, sha256="aaaaaa")
    assert (nogmaals, proef.geldig()) == ("20270125-aaaaaa-2", ["20270125-aaaaaa-2"])
    proef.publiceer(verhuurd("2026-01-06"), sha256="bbbbbb")
    assert eerder_gepubliceerd(bestand, proef.tabellen) == ()


# --- what is refused ---------------------------------------------------------------------------------------------------

GOED = {"ingangsdatum": "2026-02-14"}


@pytest.mark.parametrize(
    ("wat", "anders", "zin"),
    [
        (deel("verhuringen", GOED), {"wie": " "}, "Geef aan welke organisatie of functie dit aanlevert."),
        (
            deel("verhuringen", GOED),
            {"van": Q2[0], "tot": Q1[0]},
            "De opgegeven periode eindigt voor zij begint.",
        ),
        (
            deel("verhuringen", GOED, keuze=Tabelkeuze("Blad1", gebruik=False)),
            {},
            "Er is geen tabel gekozen om te publiceren.",
        ),
        (
            deel("verhuringen", GOED, vragen={"ingangsdatum": (VRAAG,)}),
            {"alleen_goede_rijen": True},
            "Er is nog een vraag over ingangsdatum. Beantwoord die eerst.",
        ),
        (
            deel("verhuringen", GOED, fout_in=[3]),
            {},
            "Er zijn fouten in 1 rij. Herstel ze, of kies ervoor die rijen weg te laten.",
        ),
        (
            deel("verhuringen", GOED, fout_in=[1], foute_rijen=frozenset()),
            {"alleen_goede_rijen": True},
            "Er is een fout bij kern die niet in een rij zit. Rijen weglaten helpt daar niet tegen.",
        ),
        (
            deel("verhuringen", fout_in=[2, 3]),
            {"alleen_goede_rijen": True},
            "Blad Blad1 heeft geen enkele goede rij.",
        ),
        (
            deel("verhuringen", GOED, {"ingangsdatum": "2026-04-01"}),
            {"van": Q1[0], "tot": Q1[1]},
            (
                "Rij 3 van blad Blad1 (1 april 2026) valt in K2 2026, buiten de periode van deze levering (K1 2026, volgens wat "
                "u opgaf). Hoort die bij K2 2026?"
            ),
        ),
        (
            deel("verhuringen", *[{"ingangsdatum": "2025-12-31"}] * 7),
            {"van": Q1[0], "tot": Q1[1]},
            (
                "7 rijen van blad Blad1 (rij 2, rij 3, rij 4, rij 5, rij 6 en meer) vallen in K4 2025, buiten de periode van "
                "deze levering (K1 2026, volgens wat u opgaf). Horen die bij K4 2025?"
            ),
        ),
    ],
)
def test_wat_niet_te_publiceren_is(wat, anders, zin):
    with pytest.raises(NietTePubliceren) as fout:
        maak_voorstel(inname(wat), LEEG, replace(BESLUIT, **anders))
    assert str(fout.value) == zin


def test_een_verhuring_die_al_in_een_andere_periode_staat(proef):
    proef.publiceer(deel("verhuringen", {"ingangsdatum": "2026-01-05", "verhuring_id": "a"}), sha256="aaaaaa")
    nu = inname(deel("verhuringen", {"ingangsdatum": "2026-04-05", "verhuring_id": "a"}))
    with pytest.raises(NietTePubliceren) as fout:
        maak_voorstel(nu, proef.tabellen, BESLUIT)
    assert str(fout.value) == (
        "Al gepubliceerd in een andere periode: verhuring_id a. Lever ook die periode opnieuw aan, in hetzelfde bestand, "
        "haal de rij uit het bestand, of kies aanvullen."
    )
    beide = inname(
        deel(
            "verhuringen",
            {"ingangsdatum": "2026-04-05", "verhuring_id": "a"},
            {"ingangsdatum": "2026-01-06", "verhuring_id": "b"},
        )
    )
    erna = maak_voorstel(beide, proef.tabellen, BESLUIT).erna["verhuringen"]
    assert sorted(erna["verhuring_id"].to_pylist()) == ["a", "b"]


def test_een_verhuring_die_twee_keer_in_het_bestand_staat_weigert_de_opslag():
    dubbel = inname(deel("verhuringen", *[GOED | {"verhuring_id": "a"}] * 2))
    with pytest.raises(OpslagFout, match="elke waarde hoort een keer voor te komen"):
        maak_voorstel(dubbel, LEEG, BESLUIT)


def test_een_voorstel_schrijft_niets(proef):
    maak_voorstel(inname(deel("verhuringen", GOED)), proef.tabellen, BESLUIT)
    assert proef.opslag.publicaties() == []


def test_de_dag_en_het_moment_zijn_van_wie_vraagt():
    [rij] = maak_voorstel(inname(deel("verhuringen", GOED)), LEEG, Besluit("x", dt.date(2030, 1, 2))).leveringen
    assert (rij["aangeleverd_op"], rij["upload_id"]) == (dt.date(2030, 1, 2), "20300102-3f9a1c-1")
