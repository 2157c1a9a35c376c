"""What publishing would do to the monitor, worked out by hand on the second gemeente."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import SMAL
from dashboard.monitor import Monitor, open_monitor
from dashboard.tabellen.contracten import TABELLEN
from dashboard.vergelijken.effect import Effect, effect_van
from tests.inname.hulp.proef import rijen

KLEIN = "geen gegevens wordt 100 % (1 van 1), geen gegevens wordt te klein om te beoordelen"
AFSPRAKEN = WORTEL / "tests" / "fixtures" / "kleinstad"


def vol(soort: str, delen: list[dict[str, Any]]) -> pa.Table:
    """Rows as they are stored, of one corporatie."""
    gewoon = [{"corporatie": "BAKEN", "kern": "Lindeveen", "groep": "gewoon"} | deel for deel in delen]
    kaal = rijen(soort, gewoon).to_pylist()
    return TABELLEN[soort].arrow([rij | {"upload_id": "u", "fictief": False} for rij in kaal])


def verhuurd(gewoon: int, voorrang: int, **deel: Any) -> list[dict[str, Any]]:
    groepen = ["gewoon"] * gewoon + ["voorrang"] * voorrang
    return [{"ingangsdatum": "2024-05-01", "groep": groep, "wijk": "West"} | deel for groep in groepen]


def geteld(jaar: int, **aantallen: int) -> list[dict[str, Any]]:
    return [{"peildatum": f"{jaar}-12-31", "kern": kern, "aantal": hoeveel} for kern, hoeveel in aantallen.items()]


def geleverd(tabel: str, corporatie: str = "BAKEN") -> dict[str, Any]:
    heel = {"periode_van": dt.date(2023, 1, 1), "periode_tot": dt.date(2024, 12, 31)}
    vast = {"bestand": "b.xlsx", "sha256": "0", "rijen": 1, "aangeleverd_op": dt.date(2025, 1, 5), "fictief": False}
    return heel | vast | {"upload_id": "u", "tabel": tabel, "corporatie": corporatie, "aangeleverd_door": "x"}


@pytest.fixture(scope="module")
def nu() -> Monitor:
    """80 % of ten lettings to ordinary seekers, and none by the other corporatie; a stock that adds up."""
    tabellen = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
    tabellen["verhuringen"] = vol("verhuringen", verhuurd(8, 2) + verhuurd(2, 0, kern="Graslo"))
    tabellen["voorraad"] = vol(
        "voorraad", geteld(2023, Lindeveen=100, Graslo=2) + geteld(2024, Lindeveen=100, Graslo=2)
    )
    tabellen["leveringen"] = TABELLEN["leveringen"].arrow(
        [geleverd("verhuringen"), geleverd("verhuringen", "HOF"), geleverd("voorraad")]
    )
    return Monitor(laad_overeenkomst(AFSPRAKEN), tabellen, None)


@pytest.fixture(scope="module")
def effect(nu: Monitor) -> Effect:
    """Half of the lettings went to ordinary seekers after all, some in odd places, and two homes are missing."""
    nieuw = verhuurd(5, 5, wijk=None) + verhuurd(3, 0, kern="Graslo") + verhuurd(1, 0, kern="Kraaiendam")
    voorraad = geteld(2023, Lindeveen=100, Graslo=2) + geteld(2024, Lindeveen=98, Graslo=2)
    return effect_van(nu, {"verhuringen": vol("verhuringen", nieuw), "voorraad": vol("voorraad", voorraad)})


def test_de_normen_die_veranderen_de_zwaarste_eerst(effect):
    assert [zin.replace(SMAL, " ") for zin in effect.zinnen] == [
        "Huizen naar gewone zoekers, Lindeveen, 2024: 80 % (8 van 10) wordt 50 % (5 van 10), op schema wordt achter op schema",
        "Huizen naar gewone zoekers, Kraaiendam, 2024: " + KLEIN,
        "Huizen tegen het plan, Woonbaken, 2024: 102 wordt 100",
        "Huizen naar gewone zoekers, Graslo, 2024: 100 % (2 van 2) wordt 100 % (3 van 3)",
    ]


def test_hoeveel_er_verandert(effect):
    # The share of ordinary seekers of the gemeente, Woonbaken and three kernen; the homes of Woonbaken, twice. Of a kern
    # there is no total: the other corporatie never counted, and may have homes there.
    assert effect.samenvatting == "1 afspraak krijgt een andere stand. Veranderd: 2 standen per norm en 7 cijfers."


def test_elke_afspraak_met_een_andere_stand_wordt_genoemd(effect):
    assert effect.afspraken == ("A2 Eerlijk verdelen: berekend op schema (2024) wordt achter op schema (2024)",)


def test_wat_slechter_aansluit_dan_eerst(effect):
    assert [zin.replace(SMAL, " ") for zin in effect.waarschuwingen] == [
        "Voorraad Woonbaken 2024: geteld 100, volgens begin en mutaties 102. Dat is 2 woningen minder.",
        "Woonbaken in Graslo, 2024: 3 verhuringen op 2 woningen.",
        "verhuringen, kern zonder voorraad: 1 van 14 (7 %), was 0 van 12.",
        "verhuringen, wijk is leeg: 10 van 14 (71 %), was 0 van 12.",
        "voorraad, sluit niet aan op mutaties: 1 van 1 (100 %), was 0 van 1.",
    ]


def test_dezelfde_tabellen_veranderen_niets(nu):
    effect = effect_van(nu, {"verhuringen": nu.gegevens["verhuringen"]})
    assert (effect.zinnen, effect.waarschuwingen, bool(effect.verschil)) == ((), (), False)
    assert effect.samenvatting == "Er verandert geen cijfer en geen stand."


def test_wat_niet_verandert_wordt_niet_opnieuw_gevraagd_en_geeft_hetzelfde(demo_store):
    nu = open_monitor(map_=WORTEL / "data" / "afspraken", adres=str(demo_store))
    erna = {naam: TABELLEN[naam].arrow([]) for naam in ("voorraadmutaties", "leveringen")}
    straks = nu.met(erna)
    vers = Monitor(nu.overeenkomst, {**nu.gegevens, **erna}, nu.publicatie)
    namen = sorted(nu.queries.per_naam)
    verwacht = {naam: vers.rijen(naam) for naam in namen}
    eerder = {naam: nu.rijen(naam) for naam in namen}
    opnieuw = []
    vraag = straks.haal_op
    straks.haal_op = lambda query, parameters: opnieuw.append(query.naam) or vraag(query, parameters)
    assert {naam: straks.rijen(naam) for naam in namen} == verwacht
    assert verwacht != eerder
    assert opnieuw == [naam for naam in namen if erna.keys() & set(nu.queries[naam].bron)]
    assert 0 < len(opnieuw) < len(namen) / 2


def jaren(per_jaar: dict[int, tuple[int, int]]) -> dict[str, pa.Table]:
    """Lettings of whole years, delivered by both: per year how many to ordinary seekers and how many with priority."""
    alle = [rij for jaar, groepen in per_jaar.items() for rij in verhuurd(*groepen, ingangsdatum=f"{jaar}-05-01")]
    heel = {"periode_van": dt.date(2021, 1, 1), "periode_tot": dt.date(max(per_jaar), 12, 31)}
    leveringen = [geleverd("verhuringen", wie) | heel for wie in ("BAKEN", "HOF")]
    return {"verhuringen": vol("verhuringen", alle), "leveringen": TABELLEN["leveringen"].arrow(leveringen)}


@pytest.mark.parametrize(("gewoon", "buiten"), [(20, True), (33, False), (46, False), (48, True)])
def test_een_aandeel_dat_toeval_niet_verklaart_wordt_genoemd(gewoon, buiten):
    """120 of 150 in three years: 33 to 46 of 50 (beta-binomial with 120,5 and 30,5), nineteen times in twenty."""
    drie_jaar = {2021: (40, 10), 2022: (41, 9), 2023: (39, 11)}
    leeg = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
    nu = Monitor(laad_overeenkomst(AFSPRAKEN), leeg | jaren(drie_jaar), None)
    gezegd = effect_van(nu, jaren(drie_jaar | {2024: (gewoon, 50 - gewoon)})).waarschuwingen
    zinnen = [zin.replace(SMAL, " ") for zin in gezegd]
    verwacht = [
        f"Huizen naar gewone zoekers, {wie}2024: {2 * gewoon} % ({gewoon} van 50). Naar de jaren ervoor zouden het er 33 tot 46 "
        "van 50 zijn; dit is meer dan toeval."
        for wie in ("", "Woonbaken, ")
    ]
    assert zinnen == (verwacht if buiten else [])
