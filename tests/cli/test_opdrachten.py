"""Every command of `python -m dashboard`: what it answers, in which shape, and how it says no."""

import csv
import datetime as dt
import io
import json
import re
import shutil
import tomllib
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dashboard.__main__ import cli
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import getal
from dashboard.store import Opslag, Wijziging
from dashboard.store.merk import Merk, schrijf_merk
from dashboard.tabellen.contracten import AANGELEVERD, TABELLEN

FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
LEEG = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."
HULP = "; zie python -m dashboard --help"

PLAN = ("corporatie", "soort", "jaar", "beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")
PLAN_TOTAAL = [
    ("totaal", "woongelegenheid", 2022, 4831, 6, 49, 18, 46, 4822),
    ("totaal", "woongelegenheid", 2023, 4822, 5, 90, 15, 103, 4799),
    ("totaal", "woongelegenheid", 2024, 4799, 6, 81, 19, 47, 4820),
    ("totaal", "woongelegenheid", 2025, 4820, 3, 58, 18, 10, 4853),
    ("totaal", "overig", 2022, 324, 0, 0, 0, 0, 324),
    ("totaal", "overig", 2023, 324, 0, 0, 0, 5, 319),
    ("totaal", "overig", 2024, 319, 0, 0, 0, 0, 319),
    ("totaal", "overig", 2025, 319, 0, 0, 0, 0, 319),
]
STANDEN = ["bestuurlijk overleg oktober 2025", "bestuurlijk overleg april 2026", "bestuurlijk overleg oktober 2026"]


def als_json(uitkomst) -> list[dict]:
    """The answer of a command that went well and had nothing else to say."""
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    return json.loads(uitkomst.uit)


def verhuringen(demo: Path) -> list[dict]:
    """The rows behind the share of 1.1.14, straight from the store."""
    opslag = Opslag(str(demo))
    tabel = opslag.tabellen(opslag.publicatie())["verhuringen"]
    return [
        rij
        for rij in tabel.to_pylist()
        if rij["daeb"] and rij["contract"] == "onbepaald" and rij["model"] != "woningruil"
    ]


def aandelen(rijen: list[dict], *per: str) -> dict[tuple, tuple[int, int]]:
    """Per year and part: how many went to groups that count as regulier, and how many there were."""
    alle: Counter = Counter()
    goed: Counter = Counter()
    for rij in rijen:
        sleutel = (rij["ingangsdatum"].year, *(rij[naam] for naam in per))
        alle[sleutel] += 1
        goed[sleutel] += rij["groep"] in ("regulier", "herstructureringsurgent")
    return {sleutel: (goed[sleutel], alle[sleutel]) for sleutel in sorted(alle)}


# --- demo --------------------------------------------------------------------------------------------------------------


def test_demo_bouwt_drie_publicaties(opgebouwd):
    data, uitkomst = opgebouwd
    zin = f"3 publicaties met verzonnen voorbeeldgegevens gemaakt in {data}.\n"
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (0, zin, "")
    assert [publicatie.stand for publicatie in Opslag(str(data)).publicaties()] == STANDEN


def test_demo_maakt_niets_twee_keer(roep, demo):
    eerst = Opslag(str(demo)).publicaties()
    uitkomst = roep("demo")
    zin = f"De voorbeeldgegevens staan er al (3 publicaties in {demo}).\n"
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (0, zin, "")
    assert Opslag(str(demo)).publicaties() == eerst


def test_demo_vult_aan_wat_was_blijven_liggen(roep, demo, tmp_path):
    """Building that broke off after the first publication goes on where it stopped."""
    data = shutil.copytree(demo, tmp_path / "store")
    eerste = Opslag(str(data)).publicatie(1)
    schrijf_merk(str(data), Merk("toen", eerste.nummer, eerste.schakel))
    for regel in sorted((data / "publicaties" / "_delta_log").glob("*.json"))[2:]:
        regel.unlink()
    assert roep("demo", MONITOR_DATA=data).uit == (
        f"2 publicaties met verzonnen voorbeeldgegevens gemaakt in {data}.\n"
    )
    assert [publicatie.stand for publicatie in Opslag(str(data)).publicaties()] == STANDEN


@pytest.mark.parametrize("tabel", ["kengetallen", "leveringen"])
def test_demo_weigert_een_opslag_met_echte_rijen(roep, tmp_path, tabel):
    echt = {kolom.naam: "x" for kolom in TABELLEN[tabel].kolommen if kolom.verplicht and kolom.type == "tekst"}
    echt |= {"tabel": "verhuringen", "bronrij": 2, "rijen": 1, "waarde": 1.0, "fictief": False}
    echt |= dict.fromkeys(("peildatum", "periode_van", "periode_tot", "aangeleverd_op"), dt.date(2024, 1, 1))
    opslag = Opslag(str(tmp_path / "store")).maak()
    rijen = TABELLEN[tabel].arrow([{naam: echt[naam] for naam in TABELLEN[tabel].namen if naam in echt}])
    gemaakt = opslag.publiceer([Wijziging(tabel, rijen)], wie="corporatie", wat="echte levering")
    uitkomst = roep("demo", MONITOR_DATA=opslag.adres)
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (
        2,
        "",
        f"in {opslag.adres} staan echte gegevens; kies voor de voorbeeldgegevens een andere map met MONITOR_DATA\n",
    )
    assert opslag.publicaties() == [gemaakt]


# --- query: four shapes, the same answer -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def plan(roep) -> list[dict]:
    return als_json(roep("query", "voorraad/plan", "--formaat", "json"))


def test_plan_als_json_heeft_de_totalen_van_bijlage_1(plan):
    assert [rij for rij in plan if rij["corporatie"] == "totaal"] == [
        dict(zip(PLAN, rij, strict=True)) for rij in PLAN_TOTAAL
    ]
    assert Counter(rij["corporatie"] for rij in plan) == {"CLAVIS": 8, "WZV": 8, "totaal": 8}


def test_plan_als_csv(roep, plan):
    uitkomst = roep("query", "voorraad/plan", "--formaat", "csv")
    regels = list(csv.DictReader(io.StringIO(uitkomst.uit)))
    assert regels == [{naam: str(waarde) for naam, waarde in rij.items()} for rij in plan]
    assert uitkomst.uit.startswith(",".join(PLAN) + "\n")


def test_plan_als_tabel(roep, plan):
    uitkomst = roep("query", "voorraad/plan")
    regels = [regel.split() for regel in uitkomst.uit.splitlines()]
    assert regels == [list(PLAN), *([str(waarde) for waarde in rij.values()] for rij in plan)]
    assert uitkomst.fout == ""


def test_plan_als_parquet_op_het_scherm_en_in_een_bestand(roep, plan, tmp_path):
    bestand = tmp_path / "plan.parquet"
    scherm = roep("query", "voorraad/plan", "--formaat", "parquet")
    stil = roep("query", "voorraad/plan", "--formaat", "parquet", "--uit", str(bestand))
    assert (stil.code, stil.ruw, stil.fout) == (0, b"", "")
    assert [pq.read_table(io.BytesIO(scherm.ruw)).to_pylist(), pq.read_table(bestand).to_pylist()] == [plan, plan]


def test_wat_is_afgesproken_is_niet_verzonnen(plan):
    assert {naam for rij in plan for naam in rij} == set(PLAN)


# --- query: parameters -------------------------------------------------------------------------------------------------

AANDEEL = ("query", "toewijzing/aandeel_regulier")


def test_aandeel_regulier_van_de_hele_gemeente(roep, demo):
    rijen = als_json(roep(*AANDEEL, "--param", "niveau=gemeente", "--formaat", "json"))
    assert rijen == [
        {
            "jaar": jaar,
            "corporatie": "totaal",
            "kern": "totaal",
            "regulier": regulier,
            "verhuringen": alle,
            "aandeel": regulier / alle,
            "ontbreekt": "Woongoed ZVL t/m K2" if jaar == 2026 else None,
            "fictief": True,
        }
        for (jaar,), (regulier, alle) in aandelen(verhuringen(demo)).items()
    ]
    assert [rij["jaar"] for rij in rijen] == [2021, 2022, 2023, 2024, 2025, 2026]


def test_aandeel_regulier_met_periode_kernen_en_corporatie(roep, demo):
    vraag = ["van=2023-04-01", "tot=2024-03-31", "kernen=Sas van Gent, Terneuzen", "corporaties=WZV", "niveau=kern"]
    params = [deel for waarde in vraag for deel in ("--param", waarde)]
    gekozen = [
        rij
        for rij in verhuringen(demo)
        if dt.date(2023, 4, 1) <= rij["ingangsdatum"] <= dt.date(2024, 3, 31)
        and rij["kern"] in ("Sas van Gent", "Terneuzen")
        and rij["corporatie"] == "WZV"
    ]
    verwacht = aandelen(gekozen, "kern")
    rijen = als_json(roep(*AANDEEL, *params, "--formaat", "json"))
    assert {(r["jaar"], r["kern"]): (r["regulier"], r["verhuringen"]) for r in rijen} == verwacht
    assert {rij["corporatie"] for rij in rijen} == {"totaal"}
    assert {jaar for jaar, _ in verwacht} == {2023, 2024}


def test_een_schakelaar_verandert_de_noemer(roep, demo):
    opslag = Opslag(str(demo))
    alle = opslag.tabellen(opslag.publicatie())["verhuringen"].to_pylist()
    params = [f"--param={naam}=ja" for naam in ("tijdelijk", "jongeren", "niet_daeb", "woningruil")]
    rijen = als_json(roep(*AANDEEL, "--param=niveau=gemeente", *params, "--formaat=json"))
    assert {rij["jaar"]: rij["verhuringen"] for rij in rijen} == Counter(rij["ingangsdatum"].year for rij in alle)


def test_de_stand_van_toen(roep):
    op_nummer = roep(*AANDEEL, "--stand", "1", "--formaat", "json")
    op_naam = roep(*AANDEEL, "--stand", STANDEN[0], "--formaat", "json")
    assert op_nummer.uit == op_naam.uit
    assert max(rij["jaar"] for rij in als_json(op_nummer)) == 2025


# --- invented data say so in every output ------------------------------------------------------------------------------


def test_verzonnen_gegevens_zeggen_dat_in_elke_vorm(roep):
    jong = ("query", "voorraad/ontwikkeling", "--param", "niveau=gemeente")
    assert roep(*jong).uit.splitlines()[-1] == FICTIEF
    assert {rij["fictief"] for rij in als_json(roep(*jong, "--formaat", "json"))} == {True}
    assert {rij["fictief"] for rij in csv.DictReader(io.StringIO(roep(*jong, "--formaat", "csv").uit))} == {"True"}
    ruw = roep(*jong, "--formaat", "parquet").ruw
    assert set(pq.read_table(io.BytesIO(ruw))["fictief"].to_pylist()) == {True}


def test_stoplicht_en_publicaties_zeggen_het_ook(roep, roep_eigen, eigen_demo):
    assert roep("stoplicht", "--jaar", "2023").uit.splitlines()[-1] == FICTIEF
    assert roep("publications").uit.splitlines()[-1] == FICTIEF
    weg = str(verdwijnt(eigen_demo, 1))
    assert roep_eigen("restore", "1", "--basis", "3", "--verdwijnen-akkoord", weg).uit.splitlines()[-1] == FICTIEF


# --- rijen and definitie -----------------------------------------------------------------------------------------------


def test_rijen_onder_een_cijfer_zijn_die_uit_de_opslag(roep, demo):
    rijen = als_json(roep("rijen", "aandeel_regulier", "--kern", "Hoek", "--jaar", "2025", "--formaat", "json"))
    bron = [r for r in verhuringen(demo) if (r["kern"], r["ingangsdatum"].year) == ("Hoek", 2025)]
    bron.sort(key=lambda rij: (rij["upload_id"], rij["bronrij"]))
    bestand = {
        rij["upload_id"]: rij["bestand"]
        for rij in Opslag(str(demo)).tabellen(Opslag(str(demo)).publicatie())["leveringen"].to_pylist()
        if rij["tabel"] == "verhuringen"
    }
    gekozen = ("tabel", "levering", "bestand", "rij", "in_teller", "in_noemer", "verhuring_id", "fictief")
    assert [tuple(rij[naam] for naam in gekozen) for rij in rijen] == [
        (
            *("verhuringen", rij["upload_id"], bestand[rij["upload_id"]], rij["bronrij"]),
            float(rij["groep"] in ("regulier", "herstructureringsurgent")),
            *(1.0, rij["verhuring_id"], True),
        )
        for rij in bron
    ]


def test_rijen_zonder_jaar_zijn_van_het_nieuwste_jaar(roep):
    vraag = ("rijen", "aandeel_regulier", "--corporatie", "WZV", "--definitie", "nieuwbouw=nee")
    rijen = als_json(roep(*vraag, "--formaat", "json"))
    assert {rij["ingangsdatum"][:4] for rij in rijen} == {"2026"}
    assert {(rij["corporatie"], rij["nieuwbouw"], rij["definitie"]) for rij in rijen} == {
        ("WZV", False, "vrijkomend aanbod zonder nieuwbouw")
    }
    tabel = roep(*vraag)
    kop, *regels, slot = tabel.uit.splitlines()
    assert (kop.split()[:4], len(regels), slot) == (["tabel", "levering", "bestand", "rij"], len(rijen), FICTIEF)


def test_rijen_van_een_jaar_zonder_cijfer(roep):
    assert roep("rijen", "aandeel_regulier", "--jaar", "1066").uit == (
        "Geen rijen; kolommen: tabel, levering, bestand, rij, in_teller, in_noemer\n"
    )


def test_query_met_een_andere_definitie_zegt_het_in_elke_rij(roep):
    vraag = ("query", "toewijzing/aandeel_regulier", "--param", "niveau=gemeente", "--formaat", "json")
    anders = als_json(roep(*vraag, "--definitie", "nieuwbouw=nee"))
    zelf = als_json(roep(*vraag, "--param", "nieuwbouw=nee"))
    assert anders == [
        {naam: rij[naam] for naam in rij if naam != "fictief"}
        | {"definitie": "vrijkomend aanbod zonder nieuwbouw", "fictief": True}
        for rij in zelf
    ]
    assert {rij["definitie"] for rij in als_json(roep(*vraag, "--definitie", "nieuwbouw=ja"))} == {"zoals afgesproken"}


def test_stoplicht_met_een_andere_definitie_is_nergens_officieel(roep, stoplicht):
    anders = als_json(roep("stoplicht", "--json", "--definitie", "nieuwbouw=nee"))
    sleutel = ("norm", "jaar", "soort", "corporatie", "kern")
    assert [[rij[naam] for naam in sleutel] for rij in anders] == [[rij[naam] for naam in sleutel] for rij in stoplicht]
    geraakt = {"1.1.14-portefeuille", "1.1.14-corporatie", "1.1.14-kern", "1.1.12-10", "1.1.12-wet", "1.1.12-wet-15"}
    geraakt |= {"1.2.1-passend"}
    zonder = ("vrijkomend aanbod zonder nieuwbouw", "zonder nieuwbouw")
    assert {rij["norm"] for rij in anders if rij["definitie"] in zonder} == geraakt
    assert {rij["stand"] for rij in anders if rij["norm"] in geraakt} <= {
        "geen_norm",
        "geen_gegevens",
        "te_weinig_gegevens",
    }
    assert [rij for rij in anders if rij["norm"] not in geraakt] == [r for r in stoplicht if r["norm"] not in geraakt]


def verdwijnt(adres, nummer) -> int:
    """How many rows of the newest publication an earlier one lacks, counted by their keys."""
    opslag = Opslag(str(adres))
    nu, toen = opslag.publicatie(), opslag.publicatie(nummer)
    weg = 0
    for naam in AANGELEVERD:
        sleutel = TABELLEN[naam].herkenning
        tellen = [
            Counter(tuple(rij[k] for k in sleutel) for rij in opslag.tabel(naam, p).to_pylist()) for p in (nu, toen)
        ]
        weg += (tellen[0] - tellen[1]).total()
    return weg


# --- publications and restore ------------------------------------------------------------------------------------------


def test_publications_noemt_elke_publicatie(roep):
    uitkomst = roep("publications")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.splitlines() == [
        (
            "   1  22 oktober 2025, 16.30 uur  ambtelijke werkgroep: Verzonnen voorbeeldgegevens, zoals bekend op "
            "22 oktober 2025  [bestuurlijk overleg oktober 2025]"
        ),
        (
            "   2  22 april 2026, 16.30 uur  ambtelijke werkgroep: Verzonnen voorbeeldgegevens, zoals bekend op "
            "22 april 2026  [bestuurlijk overleg april 2026]"
        ),
        (
            "   3  21 oktober 2026, 16.30 uur  ambtelijke werkgroep: Verzonnen voorbeeldgegevens, zoals bekend op "
            "21 oktober 2026  [bestuurlijk overleg oktober 2026]"
        ),
        FICTIEF,
    ]


def test_restore_is_een_nieuwe_publicatie_met_dezelfde_cijfers(roep_eigen, eigen_demo):
    toen = roep_eigen(*AANDEEL, "--stand", "1", "--formaat", "json")
    nu = roep_eigen(*AANDEEL, "--formaat", "json")
    weg = verdwijnt(eigen_demo, 1)
    nee = roep_eigen("restore", "1", "--wie", "beheer")
    assert (nee.code, nee.fout.startswith(f"Niets veranderd: {getal(weg)} gepubliceerde rijen verdwijnen (")) == (
        2,
        True,
    )
    assert nee.fout.endswith(f"Mag dat, geef dan --basis 3 --verdwijnen-akkoord {weg}.\n")
    weggevallen = next(regel for regel in nee.uit.splitlines() if regel.startswith("Geldt niet meer: "))
    assert weggevallen == (
        "Geldt niet meer: voorraad_2025-12-31_clavis.xlsx (voorraad CLAVIS, 31 december 2025, 391 rijen), door Woningcorporatie Clavis op 12 januari 2026"
    )
    assert "Veranderd: " in nee.uit
    te_laat = roep_eigen("restore", "1", "--basis", "2", "--verdwijnen-akkoord", str(weg))
    assert (te_laat.code, te_laat.uit, te_laat.fout) == (
        2,
        "",
        "sinds publicatie 2 is publicatie 3 verschenen; bekijk eerst het verschil\n",
    )
    ja = ("--wie", "beheer", "--waarom", "proef", "--basis", "3", "--verdwijnen-akkoord", str(weg))
    hersteld = roep_eigen("restore", "1", *ja)
    assert (hersteld.code, hersteld.uit.splitlines()[-2]) == (0, "Publicatie 4: hersteld naar publicatie 1.")
    daarna = roep_eigen(*AANDEEL, "--formaat", "json")
    assert (daarna.uit == toen.uit, daarna.uit == nu.uit) == (True, False)
    regel = roep_eigen("publications").uit.splitlines()[3]
    assert regel.startswith("   4  ")
    assert regel.endswith("beheer: hersteld naar publicatie 1")


# --- stoplicht ---------------------------------------------------------------------------------------------------------

VELDEN = ["afspraak", "norm", "niveau", "corporatie", "kern", "jaar", "soort", "waarde", "teller", "noemer"]
VELDEN += ["normwaarde", "richting", "stand", "indicatief", "reden", "tekort"]
DRIEJAARS = [f"driejaars_{naam}" for naam in ("periode", "teller", "noemer", "waarde", "stand", "indicatief", "tekort")]
KANS = ["kans", "kans_nog", "kans_van", "kans_tot"]
TOEVAL = ["toeval_van", "toeval_tot"]
EXTRA = [
    "gereed_op",
    "lopend",
    "tot_en_met",
    "geleverd",
    "ontbreekt",
    *DRIEJAARS,
    *KANS,
    "definitie",
    "fictief",
    *TOEVAL,
]


@pytest.fixture(scope="session")
def stoplicht(roep) -> list[dict]:
    return als_json(roep("stoplicht", "--json"))


def test_stoplicht_heeft_elk_veld(stoplicht):
    assert {tuple(rij) for rij in stoplicht} == {(*VELDEN, *EXTRA)}
    assert {rij["soort"] for rij in stoplicht} == {"plan", "realisatie"}
    assert {rij["niveau"] for rij in stoplicht} == {"gemeente", "corporatie", "kern"}
    standen = {"gereed", "op_schema", "aandacht", "achter", "niet_gestart"}
    standen |= {"geen_norm", "geen_nulmeting", "geen_gegevens", "te_weinig_gegevens"}
    assert {rij["stand"] for rij in stoplicht} <= standen
    assert {rij["indicatief"] for rij in stoplicht} <= standen | {None}
    assert {type(rij["reden"]) for rij in stoplicht} == {str}


def test_kleine_en_lopende_jaren_staan_in_eigen_velden(stoplicht):
    klein = [rij for rij in stoplicht if rij["driejaars_periode"]]
    assert {(rij["norm"], rij["noemer"] < 10, rij["stand"]) for rij in klein} == {
        ("1.1.14-kern", True, "te_weinig_gegevens"),
        ("1.1.14-kern", True, "geen_norm"),
    }
    assert {rij["indicatief"] for rij in klein} == {None}
    assert all(rij["driejaars_noemer"] >= rij["noemer"] for rij in klein)
    verwacht = [rij for rij in stoplicht if rij["kans"]]
    assert {rij["norm"] for rij in verwacht} == {
        "1.1.12-10",
        "1.1.12-wet",
        "1.1.12-wet-15",
        "1.1.14-portefeuille",
        "1.1.14-corporatie",
        "1.1.14-kern",
        "1.2.1-passend",
    }
    assert {rij["lopend"] for rij in verwacht} == {True}
    assert all(rij["kans_van"] <= rij["kans_tot"] for rij in verwacht)
    [heel] = [rij for rij in stoplicht if (rij["norm"], rij["jaar"]) == ("1.1.14-portefeuille", 2025)]
    assert heel["toeval_van"] < heel["waarde"] < heel["toeval_tot"]


def test_een_kolom_erbij_die_de_query_niet_heeft_is_een_fout(roep, afspraken):
    bestand = afspraken / "indicatoren" / "beschikbaarheid.toml"
    bestand.write_text(bestand.read_text("utf-8").replace('P90 = "p90"', 'P99 = "p99"'), "utf-8")
    antwoord = roep("stoplicht", MONITOR_AFSPRAKEN=afspraken)
    kolommen = "een kolom van de query: jaar, corporatie, kern, mediaan, gemiddelde, p90, n"
    assert (antwoord.code, antwoord.fout.splitlines()) == (
        2,
        [
            f"indicatoren/beschikbaarheid.toml, {cijfer}, kolom erbij: verwacht {kolommen}; gevonden: 'p99'"
            for cijfer in ("inschrijfduur", "zoekduur")
        ],
    )


def test_geplande_voorraad_tegen_de_ondergrens(stoplicht):
    plan = [rij for rij in stoplicht if rij["norm"] == "1.1.1-omvang" and rij["soort"] == "plan"]
    gewoon = {
        "afspraak": "1.1.1",
        "norm": "1.1.1-omvang",
        "niveau": "gemeente",
        "corporatie": "totaal",
        "kern": "totaal",
        "soort": "plan",
        "teller": None,
        "noemer": None,
        "normwaarde": 4831.0,
        "richting": "minstens",
        "indicatief": None,
        "definitie": None,
        "gereed_op": None,
        "lopend": False,
        "geleverd": "volledig",
        "ontbreekt": [],
        "fictief": False,
    }
    uitkomsten = {
        2022: (4822, "achter", 9, "Gepland: 4.822 woningen, norm minstens 4.831: 9 woningen te weinig."),
        2023: (4799, "achter", 32, "Gepland: 4.799 woningen, norm minstens 4.831: 32 woningen te weinig."),
        2024: (4820, "achter", 11, "Gepland: 4.820 woningen, norm minstens 4.831: 11 woningen te weinig."),
        2025: (4853, "op_schema", 0, "Gepland: 4.853 woningen, norm minstens 4.831."),
    }
    assert plan == [
        dict.fromkeys(DRIEJAARS + KANS + TOEVAL)
        | gewoon
        | {"jaar": jaar, "tot_en_met": f"{jaar}-12-31"}
        | dict(zip(("waarde", "stand", "tekort", "reden"), uitkomst, strict=True))
        for jaar, uitkomst in uitkomsten.items()
    ]


def test_stoplicht_rekent_met_de_rijen_uit_de_opslag(stoplicht, demo):
    verwacht = aandelen(verhuringen(demo))
    regulier = {
        (rij["jaar"],): (rij["teller"], rij["noemer"]) for rij in stoplicht if rij["norm"] == "1.1.14-portefeuille"
    }
    assert regulier == {sleutel: telling for sleutel, telling in verwacht.items() if sleutel >= (2022,)}
    assert {r["normwaarde"] for r in stoplicht if r["norm"] == "1.1.14-portefeuille"} == {0.8}


def test_stoplicht_van_een_jaar(roep, stoplicht):
    assert als_json(roep("stoplicht", "--json", "--jaar", "2023")) == [r for r in stoplicht if r["jaar"] == 2023]


def test_stoplicht_als_tabel_zegt_hetzelfde(roep, stoplicht):
    uitkomst = roep("stoplicht")
    kop, *regels, slot = uitkomst.uit.splitlines()
    assert kop.split() == ["afspraak", "norm", "jaar", "soort", "corporatie", "kern", "stand", "indicatief", "reden"]
    assert (len(regels), slot) == (len(stoplicht), FICTIEF)
    assert [(r.split()[1], r.endswith(rij["reden"])) for r, rij in zip(regels, stoplicht, strict=True)] == [
        (rij["norm"], True) for rij in stoplicht
    ]


def test_streng_zegt_nee_als_er_een_norm_achter_is(roep):
    ruim, streng = (roep("stoplicht", "--jaar", "2022", *erbij) for erbij in ((), ("--streng",)))
    assert (ruim.code, streng.code, ruim.uit == streng.uit, streng.fout) == (0, 1, True, "")
    leeg = roep("stoplicht", "--jaar", "1999", "--streng")
    kolommen = "afspraak, norm, jaar, soort, corporatie, kern, stand, indicatief, reden"
    assert (leeg.code, leeg.uit) == (0, f"Geen rijen; kolommen: {kolommen}\n")


def test_een_besluit_maakt_een_aanwijzing_officieel(roep, stoplicht, afspraken):
    def oordeel(rijen: list[dict]) -> tuple:
        [rij] = [r for r in rijen if (r["norm"], r["jaar"]) == ("1.1.14-portefeuille", 2024)]
        return rij["stand"], rij["indicatief"], rij["normwaarde"], rij["tekort"]

    with (afspraken / "normen.csv").open("a", encoding="utf-8") as uit:
        uit.write(
            "1.1.14-portefeuille,1.1.14,aandeel_regulier,Ten minste 80 % blijft regulier.,minstens,0.8,vast,,,0.02,"
            "gemeente,,,jaar,2024-01-01,2025-12-31,,,bestuurlijk overleg oktober 2023,vast,ja,\n"
        )
    rijen = als_json(roep("stoplicht", "--json", MONITOR_AFSPRAKEN=afspraken))
    stand, indicatief, norm, tekort = oordeel(stoplicht)
    assert (stand, norm) == ("geen_norm", 0.8)
    assert oordeel(rijen) == (indicatief, None, 0.8, tekort)
    # The rest of the world stays as it was: 2026 still has no norm, and no other judgement moved.
    anders = [(oud["norm"], oud["jaar"]) for oud, nieuw in zip(stoplicht, rijen, strict=True) if oud != nieuw]
    assert [(norm, jaar) for norm, jaar in anders if jaar in (2024, 2025)] == [
        ("1.1.14-portefeuille", 2024),
        ("1.1.14-portefeuille", 2025),
    ]
    assert {(norm, jaar) for norm, jaar in anders if jaar not in (2024, 2025)} <= {("1.1.14-portefeuille", 2026)}
    [r2026] = [r for r in rijen if (r["norm"], r["jaar"]) == ("1.1.14-portefeuille", 2026)]
    assert r2026["stand"] == "geen_norm"
    assert "t/m 2025" in r2026["reden"]


# --- an empty store ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def verschil(roep) -> dict:
    return als_json(roep("verschil", "1", STANDEN[1], "--json"))


def test_verschil_heeft_elk_veld_en_zegt_welke_levering_het_was(verschil):
    assert list(verschil) == [
        *("eerst", "later", "afspraken", "standen", "cijfers", "meldingen", "leveringen", "fictief")
    ]
    assert (verschil["eerst"], verschil["later"], verschil["fictief"]) == (1, 2, True)
    [sas] = [
        rij
        for rij in verschil["standen"]
        if (rij["norm"], rij["kern"], rij["jaar"]) == ("1.1.14-kern", "Sas van Gent", 2025)
    ]
    assert sas["waarde_eerst"] != sas["waarde_later"]
    geleverd = {rij["upload_id"]: rij for rij in verschil["leveringen"]}
    assert sas["door"]
    assert {geleverd[upload_id]["tabel"] for upload_id in sas["door"]} == {"verhuringen"}
    assert {rij["weg"] for rij in verschil["leveringen"]} == {False}


def test_verschil_rekent_de_cijfers_van_beide_standen(roep, verschil):
    for stand, kant in (("1", "waarde_eerst"), ("2", "waarde_later")):
        rijen = als_json(roep(*AANDEEL, "--param", "niveau=kern", "--stand", stand, "--formaat", "json"))
        aandelen = {(rij["jaar"], rij["kern"]): rij["aandeel"] for rij in rijen}
        gevonden = {
            (rij["jaar"], rij["kern"]): rij[kant]
            for rij in verschil["cijfers"]
            if (rij["indicator"], rij["niveau"]) == ("aandeel_regulier", "kern")
        }
        assert gevonden
        assert gevonden == {plek: aandelen.get(plek) for plek in gevonden}


def test_verschil_in_woorden_en_andersom(roep, verschil):
    heen, terug = roep("verschil", "1", "2"), roep("verschil", "2", "1")
    soorten = ("afspraken", "standen", "cijfers", "meldingen", "leveringen")
    afspraken, standen, cijfers, meldingen, leveringen = (len(verschil[soort]) for soort in soorten)
    assert (heen.code, heen.fout) == (0, "")
    regels = heen.uit.splitlines()
    assert regels[0] == (
        f"Van {STANDEN[0]} naar {STANDEN[1]} veranderden {afspraken} afspraken, {standen} standen per norm, {cijfers} cijfers "
        f"en {meldingen} gemelde standen, door {leveringen} leveringen."
    )
    assert regels[-1] == FICTIEF
    assert len([regel for regel in regels if regel.startswith("  ")]) == afspraken + cijfers + standen + meldingen
    assert terug.uit.splitlines()[0].endswith(f", door {leveringen} vervallen leveringen.")


def test_verschil_met_zichzelf(roep):
    uitkomst = roep("verschil", "3", "3")
    assert uitkomst.uit == f"Van {STANDEN[2]} naar {STANDEN[2]} veranderde er niets.\n{FICTIEF}\n"


def test_lege_opslag_werkt_en_zegt_het(roep, leeg):
    publicaties = roep("publications", MONITOR_DATA=leeg)
    assert (publicaties.code, publicaties.uit, publicaties.fout) == (
        1,
        f"Er is nog niets gepubliceerd in {leeg}.\n",
        "",
    )
    plan = roep("query", "voorraad/plan", "--formaat", "json", MONITOR_DATA=leeg)
    assert (plan.code, plan.fout, len(json.loads(plan.uit))) == (0, LEEG + "\n", 24)
    aandeel = roep(*AANDEEL, MONITOR_DATA=leeg)
    kolommen = "jaar, corporatie, kern, regulier, verhuringen, aandeel"
    assert (aandeel.code, aandeel.uit, aandeel.fout) == (0, f"Geen rijen; kolommen: {kolommen}\n", LEEG + "\n")
    assert roep(*AANDEEL, "--formaat", "csv", MONITOR_DATA=leeg).uit == kolommen.replace(", ", ",") + "\n"


def test_waar_geen_opslag_is_wordt_niet_gedaan_of_hij_leeg_is(roep, tmp_path):
    geen = tmp_path / "geen"
    zin = (
        f"in {geen} is geen opslag. Hoort die er te zijn, kijk dan of de schijf is aangekoppeld en of MONITOR_DATA klopt. "
        "Een nieuwe maakt 'python -m dashboard nieuw' (leeg) of 'python -m dashboard demo' (verzonnen gegevens)\n"
    )
    for woorden in (("publications",), ("query", "voorraad/plan"), ("stoplicht",), ("restore", "1"), ("verify",)):
        uitkomst = roep(*woorden, MONITOR_DATA=geen)
        assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (2, "", zin)
    assert not geen.exists()


def test_stoplicht_op_een_lege_opslag_kent_alleen_de_planning(roep, leeg):
    uitkomst = roep("stoplicht", "--json", MONITOR_DATA=leeg)
    rijen = json.loads(uitkomst.uit)
    assert (uitkomst.code, uitkomst.fout) == (0, LEEG + "\n")
    assert {(r["soort"], r["stand"]) for r in rijen if r["stand"] != "geen_gegevens"} == {
        ("plan", "achter"),
        ("plan", "op_schema"),
    }
    assert {rij["fictief"] for rij in rijen} == {False}


# --- unusable input: code 2 and a Dutch line ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woorden", "regel"),
    [
        (
            (),
            f"er ontbreekt een opdracht, kies uit aandacht, afspraken, backup, bericht, check, export, nieuw, onderhoud, publish, restore, restore-backup, rijen, verify, verschil, withdraw, demo, query, stoplicht, publications{HULP}",
        ),
        (("publish", "a.csv"), f"er ontbreekt wie{HULP}"),
        (("publish", "a.csv", "--wie", "x", "--van", "gisteren"), f"ongeldige waarde voor van{HULP}"),
        (("toewijzing",), f"onbekende opdracht of te veel woorden: toewijzing{HULP}"),
        (("publications", "alle"), f"onbekende opdracht of te veel woorden: publications alle{HULP}"),
        (("query",), f"er ontbreekt NAAM{HULP}"),
        (("restore",), f"er ontbreekt NUMMER{HULP}"),
        (("query", "voorraad/plan", "--kleur", "rood"), f"onbekende optie --kleur{HULP}"),
        (("query", "voorraad/plan", "--param"), f"achter --param ontbreekt de waarde{HULP}"),
        (
            ("query", "voorraad/plan", "--formaat", "xml"),
            f"ongeldige waarde voor formaat, kies uit tabel, csv, json, parquet{HULP}",
        ),
        (("stoplicht", "--jaar", "vorig"), f"ongeldige waarde voor jaar{HULP}"),
        (("query", "voorraad/plan", "--param", "corporaties"), "parameter 'corporaties': verwacht naam=waarde"),
        (
            ("query", "voorraad/plan", "--param", "kleur=rood"),
            "query voorraad/plan kent geen parameter 'kleur'; mogelijk: corporaties",
        ),
        (
            (*AANDEEL, "--param", "van=gisteren"),
            "parameter 'van': verwacht een datum als 2026-12-31; gevonden: 'gisteren'",
        ),
        (
            (*AANDEEL, "--param", "nieuwbouw=misschien"),
            "parameter 'nieuwbouw': verwacht ja of nee; gevonden: 'misschien'",
        ),
        (
            (*AANDEEL, "--param", "niveau=wijk"),
            "parameter 'niveau': verwacht een van: gemeente, corporatie, kern, detail; gevonden: 'wijk'",
        ),
        (
            ("stoplicht", "--definitie", "nieuwbouw"),
            (
                "definitie 'nieuwbouw': verwacht naam=ja of naam=nee, met als naam nieuwbouw, tijdelijk, jongeren, "
                "niet_daeb, woningruil, urgenten, directe_bemiddeling"
            ),
        ),
        (
            ("query", "wachttijd/zoekduur", "--definitie", "woningruil=ja"),
            (
                "query wachttijd/zoekduur kent geen parameter 'woningruil'; mogelijk: van, tot, kernen, corporaties, "
                "niveau, urgenten, directe_bemiddeling"
            ),
        ),
        (("rijen", "bouwtafels", "--kern", "Hoek"), "cijfer 'bouwtafels' bestaat niet per kern; wel per gemeente"),
        (("rijen", "vrije_ruimte", "--corporatie", "X"), "corporatie 'X' bestaat niet; bekend zijn: CLAVIS, WZV"),
        (("query", "voorraad/plan", "--stand", "9"), "publicatie '9' bestaat niet; er zijn er 3"),
        (("stoplicht", "--stand", "mei"), "publicatie 'mei' bestaat niet; er zijn er 3"),
        (("restore", "9"), "publicatie '9' bestaat niet; er zijn er 3"),
        (("verschil", "1", "9"), "publicatie '9' bestaat niet; er zijn er 3"),
        (("verschil", "1"), f"er ontbreekt LATER{HULP}"),
        (
            ("query", "voorraad/plan", "--uit", "/bestaat/niet/plan.csv"),
            "/bestaat/niet/plan.csv is niet te schrijven: bestaat de map, en mag u daar schrijven?",
        ),
    ],
)
def test_een_onbruikbare_vraag_is_een_regel_met_code_twee(roep, woorden, regel):
    uitkomst = roep(*woorden)
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (2, "", regel + "\n")


def test_onbekende_query_noemt_de_bekende(roep):
    uitkomst = roep("query", "voorraad/geluk")
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout.count("\n")) == (2, "", 1)
    assert uitkomst.fout.startswith("onbekende query 'voorraad/geluk'; bekend zijn: acties/afspraken, ")


@pytest.mark.parametrize(
    ("naam", "waarde", "regel"),
    [
        ("MONITOR_RIJEN", "veel", "instelling MONITOR_RIJEN: verwacht een getal; gevonden: 'veel'"),
        ("MONITOR_KLEIN", "-1", "instelling MONITOR_KLEIN: verwacht een getal; gevonden: '-1'"),
        ("MONITOR_GEHEUGEN", "ruim", "instelling MONITOR_GEHEUGEN: verwacht een hoeveelheid als 1GB; gevonden: 'ruim'"),
        ("MONITOR_RIJEN", "5", "query voorraad/plan geeft meer dan 5 rijen; kies een kleinere periode"),
    ],
)
def test_een_onbruikbare_instelling_wordt_genoemd(roep, naam, waarde, regel):
    uitkomst = roep("query", "voorraad/plan", **{naam: waarde})
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (2, "", regel + "\n")


@pytest.mark.parametrize("woorden", [("stoplicht", "--json"), ("query", "voorraad/plan"), ("demo",)])
def test_beschadigde_afspraken_noemen_elke_fout(roep, afspraken, woorden):
    kop, eerste, *rest = (afspraken / "plan.csv").read_text("utf-8").splitlines()
    (afspraken / "plan.csv").write_text("\n".join([kop, eerste.replace("2339", "veel"), *rest]), encoding="utf-8")
    (afspraken / "gemeente.toml").write_text("naam = 1", encoding="utf-8")
    (afspraken / "groepen.csv").unlink()
    uitkomst = roep(*woorden, MONITOR_AFSPRAKEN=afspraken)
    velden = {"naam": "tekst; gevonden: '1'", "code": "tekst", "titel": "tekst", "ondertitel": "tekst"}
    velden |= dict.fromkeys(("looptijd_van", "looptijd_tot"), "een datum als 2025-12-31")
    velden |= dict.fromkeys(("versie", "doorloop", "bron"), "tekst")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.splitlines() == [
        "groepen.csv: verwacht dat dit bestand bestaat",
        "plan.csv, rij 2, kolom beginstand: verwacht een geheel getal van 0 of meer; gevonden: 'veel'",
        *(f"gemeente.toml, kolom {naam}: verwacht {wat}" for naam, wat in velden.items()),
    ]


def test_hulp_is_geen_fout(roep):
    uitkomst = roep("--help")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "Monitor Prestatieafspraken op de opdrachtregel." in uitkomst.uit


def test_versie_is_die_van_het_pakket(roep):
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
    assert roep("--version").uit == f"{project['version']}\n"


def test_hulp_is_nederlands(roep):
    geheel, regels = roep("--help").uit, roep("verschil", "--help").uit.splitlines()
    assert geheel.startswith("Gebruik: python -m dashboard [OPTIES] OPDRACHT [WOORDEN]...\n")
    assert regels[0] == "Gebruik: python -m dashboard verschil [OPTIES] EERST LATER"
    assert regels[-3:] == [
        "Opties:",
        "  --json      als object met een lijst per soort",
        "  -h, --help  Toon deze uitleg.",
    ]
    vragen = [geheel, *(roep(naam, "-h").uit for naam in ("query", "stoplicht", "restore"))]
    engels = ("Usage", "Options", "Commands", "Show this", "TEXT", "INTEGER", "FILE", "COMMAND", "ARGS")
    assert [woord for woord in engels for uit in vragen if woord in uit] == []


def test_geen_enkele_uitleg_is_engels(roep):
    for naam in cli.commands:
        uitleg = roep(naam, "--help").uit
        assert re.search(r"\b(required|default|OPTIONS|TEXT|INTEGER|FILE|DATE|Show|Usage)\b|%Y", uitleg) is None, naam
