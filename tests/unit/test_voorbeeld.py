"""The invented example data: repeatable, closed to the unit, within the contracts, and what the agreement's story asks."""

import dataclasses
import datetime as dt
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from dashboard.afspraken import Kern, Overeenkomst, laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.tabellen.contracten import TABELLEN
from dashboard.tabellen.tabel import FoutenError
from voorbeeld import Voorbeeld, lees_instellingen, maak_voorbeeld
from voorbeeld.kengetallen import tijdvak
from voorbeeld.leveringen import vingerafdruk
from voorbeeld.loting import generator, kies_meer, trek_zonder_terugleggen, trend, verdeel
from voorbeeld.periode import Periode
from voorbeeld.standaard import met_standaard

MAP = WORTEL / "data" / "afspraken"
STROOMTABELLEN = [naam for naam in TABELLEN if naam != "leveringen"]


@cache
def overeenkomst() -> Overeenkomst:
    return laad_overeenkomst(MAP)


@cache
def voorbeeld() -> Voorbeeld:
    return maak_voorbeeld(overeenkomst(), lees_instellingen(MAP))


@cache
def rijen(tabel: str) -> list[dict]:
    return voorbeeld().tabellen[tabel].to_pylist()


def woningen(corporatie: str | None = None) -> dict[dt.date, int]:
    """Homes per counting day."""
    som: Counter[dt.date] = Counter()
    for rij in rijen("voorraad"):
        if rij["soort"] == "woongelegenheid" and corporatie in (None, rij["corporatie"]):
            som[rij["peildatum"]] += rij["aantal"]
    return dict(som)


def telt_voor_regulier() -> list[dict]:
    return [
        rij
        for rij in rijen("verhuringen")
        if rij["daeb"] and rij["contract"] == "onbepaald" and rij["model"] != "woningruil"
    ]


# --- the same again, and only what was known ---------------------------------------------------------------------------


def test_twee_keer_maken_geeft_dezelfde_tabellen():
    opnieuw = maak_voorbeeld(overeenkomst(), lees_instellingen(MAP))
    assert {
        naam: tabel.equals(voorbeeld().tabellen[naam]) for naam, tabel in opnieuw.tabellen.items()
    } == dict.fromkeys(TABELLEN, True)
    assert opnieuw.momenten == voorbeeld().momenten


def test_een_ander_zaad_geeft_andere_verhuringen():
    anders = maak_voorbeeld(overeenkomst(), lees_instellingen(MAP) | {"zaad": 1})
    assert not anders.tabellen["verhuringen"].equals(voorbeeld().tabellen["verhuringen"])


def test_een_kern_erbij_laat_alle_andere_rijen_zoals_zij_waren():
    erbij = Kern("Nieuwdorp", "WP0000", None, None, None, None, None)
    ruimer = dataclasses.replace(overeenkomst(), kernen=(erbij, *overeenkomst().kernen))
    tabellen = maak_voorbeeld(ruimer, lees_instellingen(MAP)).tabellen
    assert tabellen["verhuringen"].equals(voorbeeld().tabellen["verhuringen"])
    assert tabellen["voorraad"].equals(voorbeeld().tabellen["voorraad"])


def test_wat_eerder_bekend_was_is_later_ook_bekend():
    momenten = voorbeeld().momenten
    assert [moment.stand for moment in momenten] == [
        "bestuurlijk overleg oktober 2025",
        "bestuurlijk overleg april 2026",
        "bestuurlijk overleg oktober 2026",
    ]
    assert all(moment.moment.tzinfo is not None and moment.moment.date() == moment.peildatum for moment in momenten)
    eerder: dict[str, set[tuple]] = {naam: set() for naam in TABELLEN}
    for moment in momenten:
        toen = voorbeeld().op(moment.peildatum)
        for naam in TABELLEN:
            sleutels = {(rij["upload_id"], rij.get("bronrij"), rij.get("tabel")) for rij in toen[naam].to_pylist()}
            assert eerder[naam] < sleutels, naam
            eerder[naam] = sleutels
    assert all(voorbeeld().op(momenten[-1].peildatum)[naam].equals(voorbeeld().tabellen[naam]) for naam in TABELLEN)


def test_op_een_dag_zijn_alleen_de_leveringen_van_toen_er():
    toen = voorbeeld().op(dt.date(2026, 4, 22))
    assert max(toen["verhuringen"].column("ingangsdatum").to_pylist()) <= dt.date(2026, 3, 31)
    assert max(toen["voorraad"].column("peildatum").to_pylist()) == dt.date(2025, 12, 31)
    assert max(toen["actiestatus"].column("peildatum").to_pylist()) == dt.date(2026, 4, 22)
    assert voorbeeld().op(dt.date(2021, 1, 1))["leveringen"].num_rows == 0


# --- stock -------------------------------------------------------------------------------------------------------------


def test_voorraad_begint_bij_het_plan_en_wijkt_later_af():
    # The plan has 4.822, 4.799, 4.820 and 4.853 at the end of 2022 to 2025.
    assert woningen() == {
        dt.date(2021, 12, 31): 4831,
        dt.date(2022, 12, 31): 4822,
        dt.date(2023, 12, 31): 4804,
        dt.date(2024, 12, 31): 4798,
        dt.date(2025, 12, 31): 4825,
        dt.date(2026, 9, 30): 4851,
    }


@pytest.mark.parametrize("soort", ["woongelegenheid", "overig"])
def test_stand_eind_2021_en_2022_is_die_van_het_plan(soort):
    plan = {
        (rij["corporatie"], rij["jaar"]): rij
        for rij in overeenkomst().tabellen["plan"].to_pylist()
        if rij["soort"] == soort
    }
    stand: Counter[tuple[str, int]] = Counter()
    for rij in rijen("voorraad"):
        if rij["soort"] == soort:
            stand[rij["corporatie"], rij["peildatum"].year] += rij["aantal"]
    for corporatie in ("CLAVIS", "WZV"):
        assert stand[corporatie, 2021] == plan[corporatie, 2022]["beginstand"]
        assert stand[corporatie, 2022] == plan[corporatie, 2022]["eindstand"]


def test_mutaties_van_2022_zijn_die_van_het_plan():
    gebeurd: Counter[tuple[str, str]] = Counter()
    for rij in rijen("voorraadmutaties"):
        if rij["datum"].year == 2022:
            gebeurd[rij["corporatie"], rij["soort"]] += rij["aantal"]
    assert gebeurd == {
        ("CLAVIS", "aankoop"): 3,
        ("CLAVIS", "nieuwbouw"): 28,
        ("CLAVIS", "verkoop"): 12,
        ("WZV", "aankoop"): 3,
        ("WZV", "nieuwbouw"): 21,
        ("WZV", "verkoop"): 6,
        ("WZV", "sloop"): 46,
    }


def test_voorraad_sluit_per_corporatie_kern_soort_en_jaar():
    stand: Counter[tuple] = Counter()
    for rij in rijen("voorraad"):
        stand[rij["corporatie"], rij["kern"], rij["soort"], rij["peildatum"].year] += rij["aantal"]
    teken = {"aankoop": 1, "nieuwbouw": 1, "overig": 1, "verkoop": -1, "sloop": -1}
    saldo: Counter[tuple] = Counter()
    for rij in rijen("voorraadmutaties"):
        if rij["stand"] == "realisatie":
            sleutel = (rij["corporatie"], rij["kern"], rij["eenheid"], rij["datum"].year)
            saldo[sleutel] += teken[rij["soort"]] * rij["aantal"]
    plaatsen = {sleutel[:3] for sleutel in (*stand, *saldo)}
    assert len(plaatsen) > 20
    for plaats in plaatsen:
        for jaar in range(2022, 2027):
            assert stand[*plaats, jaar - 1] + saldo[*plaats, jaar] == stand[*plaats, jaar], (plaats, jaar)


def test_wat_een_corporatie_niet_vastlegde_is_leeg():
    vastgelegd = defaultdict(set)
    for rij in rijen("voorraad"):
        if rij["soort"] == "woongelegenheid":
            vastgelegd[rij["corporatie"], rij["peildatum"].year].add(rij["toegankelijkheid"])
    assert {sleutel: waarden for sleutel, waarden in vastgelegd.items() if sleutel[1] in (2021, 2022, 2023)} == {
        ("CLAVIS", 2021): {"nultreden", "geen"},
        ("CLAVIS", 2022): {"nultreden", "geen"},
        ("CLAVIS", 2023): {"nultreden", "geen"},
        ("WZV", 2021): {None},
        ("WZV", 2022): {None},
        ("WZV", 2023): {"multifunctioneel", "geen"},
    }


def test_samenstelling_verschuift_zoals_bedoeld():
    per_jaar: dict[int, Counter[str]] = defaultdict(Counter)
    for rij in rijen("voorraad"):
        if rij["soort"] == "woongelegenheid":
            telling = per_jaar[rij["peildatum"].year]
            telling["alle"] += rij["aantal"]
            telling["daeb"] += rij["aantal"] * rij["daeb"]
            telling["zuinig"] += rij["aantal"] * ((rij["energielabel"] or "") in ("A++++", "A+++", "A++", "A+", "A"))
            telling["goedkoop"] += rij["aantal"] * (rij["huurklasse"] == "goedkoop")
            telling["warmtenet"] += rij["aantal"] * rij["warmtenet"]
            telling["flex"] += rij["aantal"] * rij["flex"]
    jaren = sorted(per_jaar)
    assert all(per_jaar[a]["zuinig"] < per_jaar[b]["zuinig"] for a, b in pairwise(jaren))
    assert all(per_jaar[a]["goedkoop"] > per_jaar[b]["goedkoop"] for a, b in pairwise(jaren))
    assert all(0.93 < per_jaar[jaar]["daeb"] / per_jaar[jaar]["alle"] < 0.97 for jaar in jaren)
    assert [per_jaar[jaar]["warmtenet"] for jaar in jaren] == [0, 0, 0, 0, 22, 34]
    assert [per_jaar[jaar]["flex"] for jaar in jaren] == [0, 0, 0, 20, 36, 36]


def test_een_kern_hoort_niet_bij_een_corporatie():
    kernen = defaultdict(set)
    for rij in rijen("voorraad"):
        kernen[rij["kern"]].add(rij["corporatie"])
    assert {kern for kern, wie in kernen.items() if len(wie) == 2} == {"Terneuzen", "Axel", "Hoek", "Sluiskil"}
    assert set(kernen) == {kern.kern for kern in overeenkomst().kernen}


# --- lettings ----------------------------------------------------------------------------------------------------------


def test_aantallen_verhuringen_per_jaar():
    per_jaar = Counter(rij["ingangsdatum"].year for rij in rijen("verhuringen"))
    assert all(300 <= per_jaar[jaar] <= 340 for jaar in range(2021, 2026))
    assert 180 <= per_jaar[2026] <= 260


def test_kleine_kernen_en_een_jaar_zonder_verhuring():
    per_kern = Counter((rij["kern"], rij["ingangsdatum"].year) for rij in rijen("verhuringen"))
    assert [per_kern["Overslag", jaar] for jaar in range(2021, 2027)] == [1, 1, 0, 2, 1, 1]
    klein = {kern.kern for kern in overeenkomst().kernen if max(per_kern[kern.kern, j] for j in range(2022, 2026)) < 10}
    assert {"Overslag", "Spui", "Zuiddorpe", "Biervliet"} <= klein


def test_aandeel_regulier_daalt_en_zakt_in_enkele_kernen():
    regulier = {rij["groep"] for rij in overeenkomst().tabellen["groepen"].to_pylist() if rij["regulier"]}
    alle: Counter[tuple] = Counter()
    goed: Counter[tuple] = Counter()
    for rij in telt_voor_regulier():
        for sleutel in ((rij["ingangsdatum"].year, "totaal"), (rij["ingangsdatum"].year, rij["kern"])):
            alle[sleutel] += 1
            goed[sleutel] += rij["groep"] in regulier
    aandeel = {sleutel: goed[sleutel] / alle[sleutel] for sleutel in alle}
    assert [0.82 < aandeel[jaar, "totaal"] < 0.85 for jaar in (2022, 2023)] == [True, True]
    assert [0.77 < aandeel[jaar, "totaal"] < 0.8 for jaar in (2024, 2025, 2026)] == [True, True, True]
    assert [aandeel[jaar, "Sas van Gent"] < 0.75 for jaar in (2024, 2025)] == [True, True]
    assert aandeel[2023, "Westdorpe"] < 0.7
    assert alle[2023, "Westdorpe"] >= 10


def test_statushouders_pieken_in_2022_en_2025():
    per_jaar = Counter(rij["ingangsdatum"].year for rij in rijen("verhuringen") if rij["groep"] == "statushouder")
    assert per_jaar[2022] > 1.5 * per_jaar[2021]
    assert per_jaar[2025] > max(per_jaar[2023], per_jaar[2024])


def test_wie_niet_op_de_lijst_stond_heeft_geen_wachttijd():
    direct = [rij for rij in rijen("verhuringen") if rij["groep"] in ("statushouder", "uitstroom_instelling")]
    assert {(r["model"], r["inschrijfduur_mnd"], r["zoekduur_mnd"]) for r in direct if r["model"] != "woningruil"} == {
        ("directe_bemiddeling", None, None)
    }
    gezocht = [rij for rij in rijen("verhuringen") if rij["zoekduur_mnd"] is not None]
    assert all(rij["zoekduur_mnd"] <= rij["inschrijfduur_mnd"] for rij in gezocht)


def test_wachttijden_lopen_op_en_zijn_in_de_stad_langer():
    duur, stad, zoek = defaultdict(list), defaultdict(list), defaultdict(list)
    for rij in rijen("verhuringen"):
        if rij["groep"] == "regulier" and rij["inschrijfduur_mnd"] is not None:
            jaar = rij["ingangsdatum"].year
            duur[jaar].append(rij["inschrijfduur_mnd"])
            (stad if rij["kern"] == "Terneuzen" else defaultdict(list))[jaar].append(rij["inschrijfduur_mnd"])
            zoek[jaar] += [rij["zoekduur_mnd"]] if rij["zoekduur_mnd"] is not None else []
    mediaan = {jaar: float(np.median(waarden)) for jaar, waarden in duur.items()}
    assert 17 < mediaan[2021] < 23
    assert 34 < mediaan[2026] < 42
    assert [mediaan[jaar] < mediaan[jaar + 1] for jaar in range(2021, 2026)] == [True] * 5
    assert all(float(np.median(stad[jaar])) > mediaan[jaar] for jaar in duur)
    assert all(float(np.mean(duur[jaar])) > mediaan[jaar] for jaar in duur)  # a long tail
    assert float(np.median(zoek[2021])) < 5
    assert float(np.median(zoek[2026])) > 6


def test_vrije_ruimte_per_corporatie():
    daeb, vrij = Counter(), Counter()
    for rij in rijen("verhuringen"):
        sleutel = rij["corporatie"], rij["ingangsdatum"].year
        daeb[sleutel] += rij["daeb"]
        vrij[sleutel] += rij["vrije_ruimte"] and rij["daeb"]
    procent = {sleutel: round(100 * vrij[sleutel] / aantal) for sleutel, aantal in daeb.items()}
    assert {sleutel: procent[sleutel] for sleutel in procent if 2023 <= sleutel[1] <= 2025} == {
        ("CLAVIS", 2023): 9,
        ("CLAVIS", 2024): 8,
        ("CLAVIS", 2025): 7,
        ("WZV", 2023): 11,
        ("WZV", 2024): 11,
        ("WZV", 2025): 12,
    }


def test_goedkope_woningen_voor_jongeren_nemen_af():
    grens = {
        rij["jaar"]: rij["bedrag"]
        for rij in overeenkomst().tabellen["huurgrenzen"].to_pylist()
        if rij["grens"] == "kwaliteitskorting"
    }
    jong = Counter(
        rij["ingangsdatum"].year
        for rij in rijen("verhuringen")
        if rij["leeftijdsklasse"] == "<23" and rij["kale_huur"] <= grens[rij["ingangsdatum"].year]
    )
    assert all(jong[jaar] < jong[2021] for jaar in range(2022, 2026))


def test_er_zijn_huren_precies_op_een_grens():
    grenzen = {(rij["jaar"], rij["bedrag"]): rij["grens"] for rij in overeenkomst().tabellen["huurgrenzen"].to_pylist()}
    op_de_grens = Counter(grenzen.get((rij["ingangsdatum"].year, rij["kale_huur"])) for rij in rijen("verhuringen"))
    assert min(op_de_grens[grens] for grens in ("kwaliteitskorting", "aftopping_laag", "aftopping_hoog")) >= 5


def test_een_mijlpaal_die_te_laat_en_een_die_op_tijd_was():
    klaar = {
        rij["actie"]: rij["gereed_op"] for rij in rijen("actiestatus") if rij["gereed_op"] and rij["actie"] != "5.3"
    }
    deadline = {actie.agenda_nr: actie.deadline for actie in overeenkomst().acties}
    assert {actie: dag > deadline[actie] for actie, dag in klaar.items()} == {
        "1.1.9": True,
        "1.1.10-plan": False,
        "5.1": False,
    }
    agenda = [
        (r["peildatum"].year, r["gereed_op"]) for r in rijen("actiestatus") if r["actie"] == "5.3" and r["gereed_op"]
    ]
    assert agenda == [(2023, dt.date(2023, 6, 20)), (2025, dt.date(2025, 6, 18)), (2026, dt.date(2026, 6, 24))]


def test_woningzoekenden_sluiten_aan_en_zijn_verdeeld():
    """Who was there a year before, and who came, and who left: together who is there. Young people are not registered long."""
    stand, stroom = Counter(), Counter()
    for rij in rijen("woningzoekenden"):
        sleutel = rij["groep"], rij["peildatum"].year
        stand[sleutel] += rij["ingeschreven"]
        stroom[sleutel] += rij["ingestroomd"] - rij["uitgestroomd"]
        assert rij["actief"] <= rij["ingeschreven"]
        assert not (rij["leeftijdsklasse"] == "<23" and rij["inschrijfduurklasse"] in ("5 tot 10", "10+"))
    groepen = {groep for groep, _ in stand}
    assert len(groepen) == 7
    assert {
        g: [stand[g, j - 1] + stroom[g, j] - stand[g, j] for j in range(2022, 2026)] for g in groepen
    } == dict.fromkeys(groepen, [0] * 4)
    totaal = [sum(stand[groep, jaar] for groep in groepen) for jaar in range(2021, 2027)]
    assert totaal == [6533, 7110, 7488, 7904, 8666, 8840]  # as before they were split


# --- contracts and deliveries ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", list(TABELLEN))
def test_elke_waarde_past_bij_het_contract(naam):
    tabellen = overeenkomst().tabellen
    sleutel = {"acties": "agenda_nr", "afspraken": "afspraak", "kengetal_definities": "kengetal", "groepen": "groep"}
    sleutel |= {"corporaties": "corporatie", "kernen": "kern"}
    contract = TABELLEN[naam]
    tabel = voorbeeld().tabellen[naam]
    assert tabel.schema == contract.schema()
    assert tabel.num_rows > 0
    for kolom in contract.kolommen:
        waarden = set(tabel.column(kolom.naam).to_pylist())
        assert not (kolom.verplicht and waarden & {None, ""}), kolom.naam
        waarden -= {None}
        if kolom.waarden:
            assert waarden <= set(kolom.waarden), kolom.naam
        if kolom.verwijst:
            assert waarden <= set(tabellen[kolom.verwijst].column(sleutel[kolom.verwijst]).to_pylist()), kolom.naam
        if kolom.type in ("geheel", "decimaal"):
            assert all(kolom.binnen(waarde) for waarde in waarden), kolom.naam
    if contract.sleutel:
        sleutels = [tuple(rij[deel] for deel in contract.sleutel) for rij in rijen(naam)]
        assert len(sleutels) == len(set(sleutels))


def test_alles_is_fictief():
    assert {naam: set(tabel.column("fictief").to_pylist()) for naam, tabel in voorbeeld().tabellen.items()} == (
        {naam: {True} for naam in TABELLEN}
    )


def test_leveringen_kloppen_met_de_rijen():
    datum = {"verhuringen": "ingangsdatum", "voorraadmutaties": "datum"}
    per_levering: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for naam in STROOMTABELLEN:
        for rij in rijen(naam):
            per_levering[rij["upload_id"], naam].append(rij)
    bekend = set()
    for levering in rijen("leveringen"):
        sleutel = levering["upload_id"], levering["tabel"]
        bekend.add(sleutel)
        deel = per_levering[sleutel]
        assert [rij["bronrij"] for rij in deel] == list(range(2, levering["rijen"] + 2)), sleutel
        assert levering["sha256"] == vingerafdruk(TABELLEN[levering["tabel"]], deel)
        assert levering["periode_tot"] <= levering["aangeleverd_op"] or levering["tabel"] == "actiestatus"
        for rij in deel:
            if rij.get("stand") != "plan":
                dag = rij[datum.get(levering["tabel"], "peildatum")]
                assert levering["periode_van"] <= dag <= levering["periode_tot"], sleutel
            if levering["corporatie"]:
                assert rij["corporatie"] == levering["corporatie"]
    assert {sleutel for sleutel, deel in per_levering.items() if deel} <= bekend


def test_een_verhuurrapportage_ontbreekt():
    geleverd = {rij["bestand"] for rij in rijen("leveringen") if rij["tabel"] == "verhuringen"}
    verwacht = {
        f"verhuurrapportage_{jaar}K{kwartaal}_{corporatie}.xlsx"
        for jaar in range(2021, 2027)
        for kwartaal in (1, 2, 3, 4)
        for corporatie in ("clavis", "wzv")
        if (jaar, kwartaal) < (2026, 4)
    }
    assert verwacht - geleverd == {"verhuurrapportage_2026K3_wzv.xlsx"}
    assert geleverd <= verwacht


# --- kengetallen and statuses ------------------------------------------------------------------------------------------


def test_kengetallen_volgen_wat_bekend_is():
    def reeks(kengetal):
        return [(rij["peildatum"].year, rij["waarde"]) for rij in rijen("kengetallen") if rij["kengetal"] == kengetal]

    assert sorted(reeks("skaeve_huse_woningen")) == [(2022, 0), (2023, 5), (2024, 5), (2025, 5), (2026, 5)]
    assert sorted(reeks("hofje_woningen")) == [(2022, 0), (2023, 0), (2024, 3), (2025, 13), (2026, 13)]
    assert sorted(reeks("bestuurlijke_overleggen")) == [(2022, 1), (2023, 2), (2024, 2), (2025, 2), (2026, 1)]
    assert sorted(reeks("agenda_op_tijd")) == [(2023, 1), (2024, 0), (2025, 1), (2026, 1)]
    assert max(waarde for _, waarde in reeks("flexwoningen")) == 54
    totaal = dict(reeks("totale_woningvoorraad"))
    sociaal = {dag.year: aantal for dag, aantal in woningen().items()}
    assert sociaal[2025] / totaal[2025] < sociaal[2021] / totaal[2021]
    bekend = {rij["kengetal"] for rij in overeenkomst().tabellen["kengetal_definities"].to_pylist()}
    assert bekend - {rij["kengetal"] for rij in rijen("kengetallen")} == {
        "effectmeting_schulden",
        "doorstroomplekken",
        "huurverhoging",
        "woonlasten",
        "energiearmoede",
        "vroegsignalering",
        "klimaatlabel_b",
        "ibw_bedrag",
        "themabijeenkomsten",
    }


def test_deel_met_teller_en_noemer():
    delen = [rij for rij in rijen("kengetallen") if rij["noemer"]]
    assert delen
    assert all(rij["waarde"] == rij["teller"] / rij["noemer"] for rij in delen)


def test_oranje_en_rood_hebben_oorzaak_gevolg_en_bijsturing():
    meldingen = rijen("actiestatus")
    met_reden = [rij for rij in meldingen if rij["stand"] in ("aandacht", "achter")]
    assert len(met_reden) > 50
    assert all(rij["oorzaak"] and rij["gevolg"] and rij["bijsturing"] for rij in met_reden)
    assert all(rij["oorzaak"] is None for rij in meldingen if rij["stand"] not in ("aandacht", "achter"))
    assert any(rij["besluit_gevraagd"] for rij in met_reden)
    assert all("{" not in rij["toelichting"] for rij in meldingen)


def test_meldingen_per_overleg():
    overleggen = sorted({rij["peildatum"] for rij in rijen("actiestatus")})
    assert [(dag.year, dag.month) for dag in overleggen] == [
        (2022, 10),
        *((jaar, maand) for jaar in (2023, 2024, 2025, 2026) for maand in (4, 10)),
    ]
    assert len({rij["afspraak"] for rij in rijen("actiestatus")}) == 45
    assert {rij["gemeld_door"] for rij in rijen("actiestatus")} <= set(overeenkomst().kort.values())


def test_actie_hoort_op_onderwerp_bij_de_afspraak():
    nummers = {(rij["afspraak"], rij["actie"]) for rij in rijen("actiestatus")}
    assert {("1.1.5", "1.1.6"), ("1.1.6", "1.1.5"), ("4.7", "4.7")} <= nummers
    assert nummers <= {(actie.afspraak, actie.agenda_nr) for actie in overeenkomst().acties}


def test_trekker_meldt_groen_waar_het_cijfer_rood_is():
    laatste = max(rij["peildatum"] for rij in rijen("actiestatus"))
    standen = {rij["afspraak"]: rij["stand"] for rij in rijen("actiestatus") if rij["peildatum"] == laatste}
    assert standen["1.1.14"] == "op_schema"
    eerste_gereed = {
        nummer: min(r["peildatum"] for r in rijen("actiestatus") if r["afspraak"] == nummer and r["stand"] == "gereed")
        for nummer in ("3.2", "4.9")
    }
    assert eerste_gereed == {"3.2": dt.date(2026, 4, 22), "4.9": dt.date(2023, 10, 25)}


# --- settings ----------------------------------------------------------------------------------------------------------


def test_zonder_instellingen_een_duidelijke_zin(tmp_path):
    with pytest.raises(FoutenError) as fout:
        lees_instellingen(tmp_path)
    assert str(fout.value) == (
        "voorbeeld.toml: verwacht dat dit bestand bestaat; zonder dit bestand zijn er geen voorbeeldgegevens"
    )


def test_onleesbare_en_onvolledige_instellingen(tmp_path):
    (tmp_path / "voorbeeld.toml").write_text("zaad = ", "utf-8")
    with pytest.raises(FoutenError, match="een leesbaar TOML-bestand"):
        lees_instellingen(tmp_path)
    (tmp_path / "voorbeeld.toml").write_text("[periode]\n[voorraad]\n[groep]\n", "utf-8")
    with pytest.raises(FoutenError) as fout:
        lees_instellingen(tmp_path)
    assert str(fout.value) == (
        "voorbeeld.toml, kolom leveringen: verwacht dat dit deel er is\n"
        "voorbeeld.toml, kolom zaad: verwacht een geheel getal"
    )


def test_alle_onbekende_namen_tegelijk():
    instellingen = lees_instellingen(MAP)
    instellingen["kern"]["Nergens"] = {}
    instellingen["kengetallen"]["reeks"]["bestaat_niet"] = {"bron": "x", "waarden": [1, 2]}
    instellingen["actiestatus"]["afspraak"]["9.9"] = {"reeks": "OX", "A": [["alleen een toelichting"]]}
    with pytest.raises(FoutenError) as fout:
        maak_voorbeeld(overeenkomst(), instellingen)
    assert str(fout.value) == (
        "voorbeeld.toml, kolom kern: verwacht een kern uit de overeenkomst; gevonden: 'Nergens'\n"
        "voorbeeld.toml, kolom kengetallen.reeks: verwacht een kengetal uit de overeenkomst; gevonden: 'bestaat_niet'\n"
        "voorbeeld.toml, kolom actiestatus.afspraak: verwacht een afspraak uit de overeenkomst; gevonden: '9.9'\n"
        "voorbeeld.toml, kolom kengetallen.reeks.bestaat_niet: verwacht 5 waarden, een per moment; gevonden: '[1, 2]'\n"
        "voorbeeld.toml, kolom actiestatus.afspraak.9.9.reeks: verwacht 9 letters uit GOARN of -, een per overleg; "
        "gevonden: 'OX'\n"
        "voorbeeld.toml, kolom actiestatus.afspraak.9.9.A: verwacht toelichting, oorzaak, gevolg en bijsturing"
    )


def test_een_kleine_gemeente_heeft_aan_weinig_genoeg():
    groot = overeenkomst()
    plan = [r for r in groot.tabellen["plan"].to_pylist() if r["corporatie"] == "WZV" and r["jaar"] == 2022]
    klein = dataclasses.replace(
        groot,
        corporaties=tuple(rij for rij in groot.corporaties if rij.corporatie == "WZV"),
        kernen=tuple(rij for rij in groot.kernen if rij.kern in ("Axel", "Hoek")),
        tabellen={**groot.tabellen, "plan": pa.Table.from_pylist(plan, groot.tabellen["plan"].schema)},
    )
    instellingen = {
        "zaad": 7,
        "periode": {"van": dt.date(2021, 1, 1), "tot": dt.date(2022, 12, 31)},
        "voorraad": {
            "corporatie": {
                "WZV": {
                    "kernen": {"Axel": 3, "Hoek": 1},
                    "toegankelijkheid": {"begrip": "nultreden", "vanaf": 2021, "aandeel": 0.2},
                    "verkoop": {"2022": 4},
                }
            }
        },
        "groep": {
            "regulier": {"gewicht": 1, "model": {"aanbod": 1}},
            "urgent": {"gewicht": 1, "model": {"directe_bemiddeling": 1}},
        },
        "leveringen": {},
    }
    tabellen = maak_voorbeeld(klein, instellingen).tabellen
    stand: Counter[tuple] = Counter()
    for rij in tabellen["voorraad"].to_pylist():
        if rij["soort"] == "woongelegenheid":
            stand[rij["peildatum"].year, rij["kern"]] += rij["aantal"]
    # 2.492 homes in proportion 3 to 1; three bought as planned and four sold, and no project for the rest of the plan.
    assert (stand[2021, "Axel"], stand[2021, "Hoek"]) == (1869, 623)
    assert stand[2022, "Axel"] + stand[2022, "Hoek"] == 2492 + 3 - 4
    assert tabellen["verhuringen"].num_rows > 100
    assert (tabellen["kengetallen"].num_rows, tabellen["actiestatus"].num_rows) == (0, 0)


# --- the parts ---------------------------------------------------------------------------------------------------------


def test_verdeel_telt_altijd_op():
    assert verdeel(10, {"a": 1, "b": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
    assert verdeel(7, {"a": 0.5, "b": 0.3, "c": 0.2}) == {"a": 4, "b": 2, "c": 1}
    assert verdeel(0, {"a": 1}) == {"a": 0}
    assert verdeel(3, {"a": 0}) == {"a": 0}


def test_trend_is_recht_ertussen_en_vlak_erbuiten():
    reeks = {"2021": 20, "2023": 30}
    assert [trend(reeks, jaar) for jaar in (2020, 2021, 2022, 2023, 2030)] == [20, 20, 25, 30, 30]
    assert trend(0.5, 2024) == 0.5


def test_trekken_hangt_alleen_van_de_sleutel_af():
    assert generator(1, "kern", 2024).random() == generator(1, "kern", 2024).random()
    assert generator(1, "kern", 2024).random() != generator(1, "kern", 2025).random()
    assert sorted(trek_zonder_terugleggen(generator(1), [1.0] * 5, 9)) == [0, 1, 2, 3, 4]
    assert trek_zonder_terugleggen(generator(1), [1.0] * 5, -1) == []
    assert set(kies_meer(generator(1), {"a": 1, "b": 0}, 50)) == {"a"}


def test_een_moment_is_een_tijdvak_van_dag_tot_dag():
    periode = Periode(dt.date(2021, 1, 1), dt.date(2026, 9, 30))
    assert tijdvak("2024", periode) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert tijdvak("2024H1", periode) == (dt.date(2024, 1, 1), dt.date(2024, 6, 30))
    assert tijdvak("2025K4", periode) == (dt.date(2025, 10, 1), dt.date(2025, 12, 31))
    assert tijdvak("2026", periode) == (dt.date(2026, 1, 1), dt.date(2026, 9, 30))
    assert [kwartaal.naam for kwartaal in periode.kwartalen(dt.date(2025, 12, 31))] == ["2026K1", "2026K2", "2026K3"]


def test_standaard_vult_aan_maar_mengt_geen_gewichten():
    standaard = {"a": {"x": 1, "leeftijd": {"jong": 1, "oud": 2}}, "b": 3}
    assert met_standaard({"a": {"leeftijd": {"jong": 5}}, "c": 4}, standaard) == {
        "a": {"x": 1, "leeftijd": {"jong": 5}},
        "b": 3,
        "c": 4,
    }
