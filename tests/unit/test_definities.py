"""Switches in what a figure counts: as data, as another indicator, and as words on the command line."""

from __future__ import annotations

import dataclasses

import pytest

from dashboard.afspraken import Definitie, laad_overeenkomst
from dashboard.afspraken.laden import lege_tabellen
from dashboard.basis.instellingen import WORTEL, query_map
from dashboard.cijfers.anders import lees_schakelaars, woorden
from dashboard.monitor.samenhang import controleer_indicatoren
from dashboard.queries import QueryFout, laad_queries
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.contracten import TABELLEN
from dashboard.tabellen.tabel import Fout, FoutenError

OVEREENKOMST = laad_overeenkomst(WORTEL / "data" / "afspraken")
REGULIER = OVEREENKOMST.indicator["aandeel_regulier"]


@pytest.fixture(scope="module")
def queries():
    leeg = {naam: tabel.arrow([]) for naam, tabel in (TABELLEN | lege_tabellen()).items()}
    return laad_queries(query_map(), maak_verbinding(leeg))


def test_omgezette_schakelaar_staat_in_de_titel_en_in_de_parameters():
    anders = OVEREENKOMST.anders_geteld(REGULIER, ["aandeel_regulier.nieuwbouw", "aandeel_regulier.tijdelijk"])
    assert anders == dataclasses.replace(
        REGULIER,
        titel="Aandeel regulier, vrijkomend aanbod zonder nieuwbouw en met tijdelijke contracten",
        parameters={"nieuwbouw": "nee", "tijdelijk": "ja"},
        definitie="vrijkomend aanbod zonder nieuwbouw en met tijdelijke contracten",
    )
    assert OVEREENKOMST.anders_geteld(anders, ["aandeel_regulier.woningruil"]) == anders  # not turned twice


def test_eigen_parameters_blijven_staan():
    met_vaste = dataclasses.replace(REGULIER, parameters={"niveau": "kern"})
    anders = OVEREENKOMST.anders_geteld(met_vaste, ["aandeel_regulier.nieuwbouw"])
    assert anders.parameters == {"niveau": "kern", "nieuwbouw": "nee"}


@pytest.mark.parametrize("anders", [[], ["inschrijfduur.urgenten"], ["nieuwbouw"], ["aandeel_regulier.x"]])
def test_zonder_eigen_schakelaar_blijft_een_cijfer_zoals_afgesproken(anders):
    assert OVEREENKOMST.anders_geteld(REGULIER, anders) is REGULIER


def test_woord_op_de_opdrachtregel_zet_om_wat_anders_is_afgesproken():
    assert lees_schakelaars(OVEREENKOMST, ["tijdelijk=nee"]) == (
        "aandeel_starters.tijdelijk",
        "vrije_ruimte.tijdelijk",
        "passend_toewijzen.tijdelijk",
    )
    assert lees_schakelaars(OVEREENKOMST, ["tijdelijk=ja", "urgenten=ja", "urgenten=nee"]) == (
        "aandeel_regulier.tijdelijk",
        "verhuringen_per_groep.tijdelijk",
        "verhuringen_per_leeftijd.tijdelijk",
        "verhuringen_per_herkomst.tijdelijk",
        "inschrijfduur.urgenten",
        "zoekduur.urgenten",
    )
    assert lees_schakelaars(OVEREENKOMST, []) == ()


@pytest.mark.parametrize("tekst", ["nieuwbouw", "nieuwbouw=misschien", "bouw=ja", ""])
def test_woord_dat_geen_schakelaar_is(tekst):
    with pytest.raises(QueryFout) as fout:
        lees_schakelaars(OVEREENKOMST, [tekst])
    namen = "nieuwbouw, tijdelijk, jongeren, niet_daeb, woningruil, urgenten, directe_bemiddeling"
    assert str(fout.value) == f"definitie '{tekst}': verwacht naam=ja of naam=nee, met als naam {namen}"


def test_woorden_bij_een_query():
    anders = lees_schakelaars(OVEREENKOMST, ["nieuwbouw=nee", "tijdelijk=nee"])
    assert [
        woorden(OVEREENKOMST, f"toewijzing/{naam}", anders) for naam in ("aandeel_regulier", "starters", "huurklasse")
    ] == [
        "vrijkomend aanbod zonder nieuwbouw",
        "zonder nieuwbouw en zonder tijdelijke contracten",
        "zoals afgesproken",
    ]


@pytest.mark.parametrize(
    ("parameter", "standaard", "gevonden"),
    [("nieuwbouw", False, "nee"), ("niveau", True, "ja"), ("urgenten", True, "ja")],
)
def test_schakelaar_moet_die_van_de_query_zijn(queries, parameter, standaard, gevonden):
    fout = Definitie("aandeel_regulier", parameter, "x", "x?", standaard, "anders")
    with pytest.raises(FoutenError) as gevangen:
        controleer_indicatoren(dataclasses.replace(OVEREENKOMST, definities=(fout,)), queries)
    verwacht = "een schakelaar van toewijzing/aandeel_regulier met zijn standaard: "
    verwacht += "nieuwbouw ja; tijdelijk nee; jongeren nee; niet_daeb nee; woningruil nee"
    bestand = f"definities.csv, aandeel_regulier.{parameter}"
    assert gevangen.value.fouten == (Fout(bestand, 0, "standaard", gevonden, verwacht),)


def test_cijfer_uit_een_verdeelde_query_zegt_van_welk_deel(queries):
    cijfer = next(cijfer for cijfer in OVEREENKOMST.indicatoren if cijfer.query == "acties/gereed")
    deelloos = dataclasses.replace(cijfer, parameters={})
    overeenkomst = dataclasses.replace(OVEREENKOMST, indicatoren=(deelloos,), normen=(), definities=())
    with pytest.raises(FoutenError) as gevangen:
        controleer_indicatoren(overeenkomst, queries)
    verwacht = "een waarde voor afspraak: acties/gereed antwoordt anders over alle door elkaar"
    plaats = f"indicatoren/beschikbaarheid.toml, {cijfer.indicator}"
    assert gevangen.value.fouten == (Fout(plaats, 0, "parameters", "", verwacht),)


def test_cijfer_zonder_rijen_eronder_wordt_geweigerd(queries):
    kaal = dataclasses.replace(REGULIER, query="voorraad/plan", kolom="eindstand", teller=None, noemer=None)
    overeenkomst = dataclasses.replace(OVEREENKOMST, indicatoren=(kaal,), normen=(), definities=())
    with pytest.raises(FoutenError) as gevangen:
        controleer_indicatoren(overeenkomst, queries)
    verwacht = "een query met een stap 'onder': de rijen waar het cijfer uit bestaat"
    plaats = "indicatoren/beschikbaarheid.toml, aandeel_regulier"
    assert gevangen.value.fouten == (Fout(plaats, 0, "query", "voorraad/plan", verwacht),)
