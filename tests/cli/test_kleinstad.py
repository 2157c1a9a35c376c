"""A second, invented gemeente: its folder is all that the monitor needs, and nothing of the first one shines through."""

import csv
import json
import re

import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import Monitor, open_monitor

KLEINSTAD = WORTEL / "tests" / "fixtures" / "kleinstad"
EERSTE = WORTEL / "data" / "afspraken"
FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."


def vreemde_teksten() -> re.Pattern[str]:
    """Every name and every sentence of the first gemeente, as whole words."""
    eerste = laad_overeenkomst(EERSTE)
    gemeente = eerste.gemeente
    teksten = {gemeente.naam, gemeente.code, gemeente.titel, gemeente.ondertitel, gemeente.doorloop, gemeente.bron}
    teksten |= {kern.kern for kern in eerste.kernen}
    for corporatie in eerste.corporaties:
        teksten |= {corporatie.corporatie, corporatie.naam, corporatie.kort}
    teksten |= {partij.naam for partij in eerste.partijen if partij.soort != "groep"}
    for thema in eerste.themas:
        teksten |= {thema.naam, thema.vraag}
    teksten |= {afspraak.samenvatting for afspraak in eerste.afspraken}
    teksten |= {norm.omschrijving for norm in eerste.normen} | {norm.norm for norm in eerste.normen}
    teksten |= {indicator.uitleg for indicator in eerste.indicatoren}
    return re.compile("|".join(rf"(?<!\w){re.escape(tekst)}(?!\w)" for tekst in teksten))


@pytest.fixture(scope="module")
def kleinstad(roep, tmp_path_factory) -> dict:
    """The environment in which the monitor is that of Kleinstad, with its example data built by `demo`."""
    omgeving = {"MONITOR_AFSPRAKEN": KLEINSTAD, "MONITOR_DATA": tmp_path_factory.mktemp("kleinstad") / "store"}
    uitkomst = roep("demo", **omgeving)
    zin = f"2 publicaties met verzonnen voorbeeldgegevens gemaakt in {omgeving['MONITOR_DATA']}.\n"
    assert (uitkomst.code, uitkomst.uit, uitkomst.fout) == (0, zin, "")
    return omgeving


@pytest.fixture(scope="module")
def monitor(kleinstad) -> Monitor:
    return open_monitor(map_=KLEINSTAD, adres=str(kleinstad["MONITOR_DATA"]))


def test_publicaties_van_een_andere_gemeente(roep, kleinstad):
    assert roep("publications", **kleinstad).uit.splitlines() == [
        "   1  28 februari 2025, 09.00 uur  stad: Proefgegevens winter  [jaargesprek 2025]",
        "   2  31 juli 2025, 09.00 uur  stad: Proefgegevens zomer  [zomer 2025]",
        FICTIEF,
    ]


def test_plan_heeft_de_totalen_van_de_eigen_bijlage(roep, kleinstad):
    rijen = json.loads(roep("query", "voorraad/plan", "--formaat", "json", **kleinstad).uit)
    assert [tuple(rij.values()) for rij in rijen if rij["corporatie"] == "totaal"] == [
        ("totaal", "woongelegenheid", 2024, 550, 2, 10, 4, 6, 552),
        ("totaal", "woongelegenheid", 2025, 552, 0, 16, 5, 0, 563),
        ("totaal", "overig", 2024, 20, 0, 0, 0, 0, 20),
        ("totaal", "overig", 2025, 20, 0, 0, 0, 0, 20),
    ]


def test_eigen_groepen_bepalen_wat_regulier_is(roep, kleinstad, monitor):
    tabel = monitor.gegevens["verhuringen"].to_pylist()
    telt = [r for r in tabel if r["daeb"] and r["contract"] == "onbepaald" and r["model"] != "woningruil"]
    assert {rij["groep"] for rij in telt} == {"gewoon", "voorrang"}
    vraag = ("query", "toewijzing/aandeel_regulier", "--param", "niveau=gemeente", "--formaat", "json")
    assert [
        (rij["jaar"], rij["regulier"], rij["verhuringen"]) for rij in json.loads(roep(*vraag, **kleinstad).uit)
    ] == [
        (
            jaar,
            sum(rij["groep"] == "gewoon" for rij in telt if rij["ingangsdatum"].year == jaar),
            sum(rij["ingangsdatum"].year == jaar for rij in telt),
        )
        for jaar in (2023, 2024, 2025)
    ]


def test_stoplicht_van_een_andere_gemeente(roep, kleinstad):
    uitkomst = roep("stoplicht", "--json", **kleinstad)
    rijen = json.loads(uitkomst.uit)
    dorpen = ("Lindeveen", "Graslo", "Kraaiendam")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert [(r["norm"], r["soort"], r["jaar"], r["corporatie"], r["kern"]) for r in rijen] == [
        *(("A1-huizen", soort, jaar, "totaal", "totaal") for soort in ("plan", "realisatie") for jaar in (2024, 2025)),
        *(("A1-plan", "realisatie", jaar, wie, "totaal") for jaar in (2024, 2025) for wie in ("BAKEN", "HOF")),
        *(("A2-dorp", "realisatie", jaar, "totaal", dorp) for jaar in (2024, 2025) for dorp in dorpen),
        *(("B1-drempels", "realisatie", jaar, "BAKEN", "totaal") for jaar in (2024, 2025)),
        *(("B2-kamers", "realisatie", jaar, "totaal", "totaal") for jaar in (2024, 2025)),
        *(("B2-plan", "realisatie", jaar, "totaal", "totaal") for jaar in (2024, 2025)),
    ]
    reden = {(rij["norm"], rij["soort"], rij["jaar"]): (rij["stand"], rij["reden"]) for rij in rijen}
    assert [reden["A1-huizen", "plan", jaar] for jaar in (2024, 2025)] == [
        ("op_schema", "Gepland: 552 huizen, norm minstens 550."),
        ("op_schema", "Gepland: 563 huizen, norm minstens 550."),
    ]
    assert [reden["B2-kamers", "realisatie", jaar] for jaar in (2024, 2025)] == [
        ("op_schema", "2 buurtkamers, norm minstens 3 op 31 december 2025: 1 buurtkamer te weinig."),
        ("aandacht", "2025 t/m K2: 2 buurtkamers, norm minstens 3 op 31 december 2025: 1 buurtkamer te weinig."),
    ]
    assert [reden["B2-plan", "realisatie", jaar] for jaar in (2024, 2025)] == [
        # Last reported in the autumn, when the day had not come yet.
        ("geen_norm", "Nog niet gereed gemeld; afgesproken voor 31 december 2024."),
        ("gereed", "Gereed op 15 januari 2025, te laat; afgesproken voor 31 december 2024."),
    ]
    assert {r["stand"] for r in rijen if (r["norm"], r["jaar"]) == ("A2-dorp", 2025)} == {"geen_norm"}


def test_elke_query_geeft_antwoord(monitor):
    over = {"voorraad/mutatie_tegen_plan": {"mutatie": "verkoop"}}
    antwoorden = {naam: monitor.rijen(naam, **over.get(naam, {})) for naam in monitor.queries.per_naam}
    assert {naam: list(rijen[0]) for naam, rijen in antwoorden.items() if rijen} == {
        naam: [kolom for kolom, _ in query.kolommen]
        for naam, query in monitor.queries.per_naam.items()
        if antwoorden[naam]
    }
    # Nobody in Kleinstad measures how liveable it is, nor lets more homes than there are, and of every letting it is known
    # whether the home was new; everything else has rows.
    leeg = ["gegevens/verhuurd_boven_voorraad", "leefbaarheid/score", "toewijzing/nieuwbouw_onbekend"]
    assert [naam for naam, rijen in antwoorden.items() if not rijen] == leeg


def test_niets_van_de_eerste_gemeente(roep, kleinstad, monitor):
    vreemd = vreemde_teksten()
    assert vreemd.search("In Hoek bouwt WZV.")  # it would be seen
    uitvoer = {" ".join(woorden): roep(*woorden, **kleinstad).uit for woorden in (("stoplicht",), ("publications",))}
    uitvoer |= {naam: str(monitor.rijen(naam)) for naam in monitor.queries.per_naam}
    gevonden = {(naam, treffer[0]) for naam, tekst in uitvoer.items() for treffer in vreemd.finditer(tekst)}
    assert gevonden == set()


def test_de_map_zelf_is_klein_en_van_niemand_anders():
    """The fixture stays what it is for: a handful of rows per file."""
    regels = {pad.name: len(list(csv.reader(pad.open(encoding="utf-8")))) - 1 for pad in KLEINSTAD.glob("*.csv")}
    assert {naam: aantal for naam, aantal in regels.items() if aantal > 12} == {}
    eigen = "\n".join(pad.read_text("utf-8") for pad in KLEINSTAD.rglob("*.*"))
    assert vreemde_teksten().search(eigen) is None
