"""Which judgement speaks for an afspraak, what stands beside it, and when a report and a figure contradict each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from dashboard.afspraken import Overeenkomst, laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.normen import Oordeel, Staat, Stand, Waarneming, beoordeel
from dashboard.standen.afspraakstand import Afspraakstand, actuele_oordelen, lopende_oordelen, telling, telling_tekst
from dashboard.standen.jaarcyclus import jaar_waarover

K3 = dt.date(2026, 9, 30)


@cache
def overeenkomst() -> Overeenkomst:
    return laad_overeenkomst(WORTEL / "data" / "afspraken")


def oordeel(code: str, jaar: int, waarde: float | None, **anders: object) -> Oordeel:
    """A norm of the agreement on a figure of a year; whole and delivered unless said otherwise."""
    norm = next(norm for norm in overeenkomst().normen if norm.norm == code)
    w = Waarneming(jaar, waarde=waarde, periode=str(jaar), **anders)
    return beoordeel(norm, overeenkomst().indicator[norm.indicator], w)


def niets(code: str, jaar: int) -> Oordeel:
    return oordeel(code, jaar, None, staat=Staat.NIETS)


def lopend(code: str, jaar: int, waarde: float, **anders: object) -> Oordeel:
    return oordeel(code, jaar, waarde, tot_en_met=K3.replace(year=jaar), staat=Staat.DEELS, **anders)


def jaren(oordelen: list[Oordeel]) -> list[int]:
    return [een.waarneming.jaar for een in oordelen]


# --- which judgement speaks ------------------------------------------------------------------------------------------

BOUWTAFEL, FLEX, BESPREKING = "1.1.3-bouwtafel", "1.1.11-flex", "1.1.2-bespreking"


def test_van_een_jaarnorm_spreekt_het_laatste_hele_jaar_met_het_lopende_ernaast() -> None:
    alle = [
        oordeel(BOUWTAFEL, 2024, 1),
        oordeel(BOUWTAFEL, 2025, 0),
        lopend(BOUWTAFEL, 2026, 1),
        niets(BOUWTAFEL, 2027),
    ]
    assert jaren(actuele_oordelen(alle)) == [2025]
    assert jaren(lopende_oordelen(alle)) == [2026]


def test_wat_niemand_leverde_neemt_geen_stand_weg() -> None:
    assert jaren(actuele_oordelen([oordeel(BOUWTAFEL, 2024, 1), niets(BOUWTAFEL, 2025), niets(BOUWTAFEL, 2026)])) == [
        2024
    ]
    assert jaren(actuele_oordelen([oordeel(FLEX, 2024, 40), lopend(FLEX, 2026, 54), niets(FLEX, 2027)])) == [2026]


def test_zonder_enig_cijfer_zegt_het_nieuwste_waarom() -> None:
    [enige] = actuele_oordelen([niets(BOUWTAFEL, 2025), niets(BOUWTAFEL, 2026)])
    assert (enige.stand, enige.reden) == (Stand.GEEN_GEGEVENS, "Over 2026 is nog niets aangeleverd.")


def test_een_gehaalde_mijlpaal_blijft_gehaald_en_een_aantal_niet() -> None:
    weer_open = [oordeel("2.1-businesscase", 2024, 1), oordeel("2.1-businesscase", 2025, 0)]
    assert [(een.waarneming.jaar, een.stand) for een in actuele_oordelen(weer_open)] == [(2024, Stand.GEREED)]
    minder = [oordeel(FLEX, 2024, 80), oordeel(FLEX, 2025, 70)]
    assert [(een.waarneming.jaar, een.stand) for een in actuele_oordelen(minder)] == [(2025, Stand.AANDACHT)]


def test_een_heel_jaar_waarin_niets_gebeurde_spreekt() -> None:
    code = "1.1.14-portefeuille"
    leeg = oordeel(code, 2023, None, teller=0, noemer=0)
    assert jaren(actuele_oordelen([oordeel(code, 2022, 0.9, teller=9, noemer=10), leeg])) == [2023]


# --- contradictions --------------------------------------------------------------------------------------------------


def stand(gemeld: Stand, over: tuple[int, int], *oordelen: Oordeel, naast: tuple[Oordeel, ...] = ()) -> Afspraakstand:
    afspraak = overeenkomst().afspraak[(oordelen + naast)[0].norm.afspraak]
    return Afspraakstand(afspraak, gemeld, (), None, None, oordelen, naast, over)


@pytest.mark.parametrize(
    ("gemeld", "over", "heel", "naast", "tegen"),
    [
        # October 2026: missed in 2025, kept in 2026. That is a point about 2025, and no contradiction.
        (Stand.OP_SCHEMA, (2026, 2026), (2025, 0), (2026, 1), None),
        # April 2026 looks back on 2025.
        (Stand.OP_SCHEMA, (2025, 2026), (2025, 0), None, 2025),
        (Stand.GEREED, (2025, 2026), (2025, 1), None, None),
        # Reported behind, and the figure of the same year is in order.
        (Stand.ACHTER, (2025, 2026), (2025, 1), None, 2025),
        (Stand.ACHTER, (2026, 2026), (2025, 1), None, None),
        (Stand.AANDACHT, (2025, 2026), (2025, 0), None, None),
    ],
)
def test_een_tegenspraak_gaat_over_hetzelfde_jaar(gemeld, over, heel, naast, tegen) -> None:
    ernaast = (lopend(BOUWTAFEL, *naast),) if naast else ()
    gevonden = stand(gemeld, over, oordeel(BOUWTAFEL, *heel), naast=ernaast).weerspreekt
    assert (gevonden.waarneming.jaar if gevonden else None) == tegen


def test_een_lopend_jaar_weerspreekt_een_goede_melding_als_het_niet_meer_te_redden_is() -> None:
    over = (2026, 2026)
    te_veel = lopend("1.1.1-sloop", 2022, 8, normkolom=0)  # a maximum on a count, exceeded
    onder = replace(lopend("1.1.1-omvang", 2025, 4800), norm=replace(te_veel.norm, norm="x"))  # a count of that day
    assert stand(Stand.OP_SCHEMA, (2022, 2022), naast=(te_veel,)).weerspreekt is te_veel
    assert stand(Stand.OP_SCHEMA, (2025, 2025), naast=(onder,)).weerspreekt is onder
    kan_nog = lopend("1.1.14-portefeuille", 2023, 0.78, teller=78, noemer=100)
    assert stand(Stand.OP_SCHEMA, (2023, 2023), naast=(kan_nog,)).weerspreekt is None
    assert stand(Stand.OP_SCHEMA, over, naast=(te_veel,)).weerspreekt is None  # another year
    # A report in the spring of 2022 is about 2021, also beside a figure of 2022.
    assert stand(Stand.OP_SCHEMA, (2021, 2022), naast=(te_veel,)).weerspreekt is None


def test_een_aanwijzing_weerspreekt_niets_naast_een_oordeel_over_hetzelfde_jaar() -> None:
    gehouden = oordeel(BOUWTAFEL, 2025, 1)
    aanwijzing = oordeel("1.1.3-sociaal", 2025, 62 / 231, teller=62, noemer=231)
    assert (aanwijzing.stand, aanwijzing.indicatief) == (Stand.GEEN_NORM, Stand.ACHTER)
    assert stand(Stand.OP_SCHEMA, (2025, 2026), gehouden, aanwijzing).weerspreekt is None
    assert stand(Stand.OP_SCHEMA, (2025, 2026), aanwijzing).weerspreekt is aanwijzing


def test_een_mijlpaal_wordt_vergeleken_met_een_melding_van_hetzelfde_jaar() -> None:
    te_laat = oordeel("2.1-businesscase", 2026, 0, tot_en_met=dt.date(2026, 4, 22))
    assert stand(Stand.OP_SCHEMA, (2025, 2026), te_laat).weerspreekt is te_laat
    assert stand(Stand.OP_SCHEMA, (2026, 2027), te_laat).weerspreekt is te_laat
    assert stand(Stand.OP_SCHEMA, (2027, 2027), te_laat).weerspreekt is None


@pytest.mark.parametrize(
    ("dag", "jaar"),
    [
        (dt.date(2026, 4, 22), 2025),  # the spring meeting looks back
        (dt.date(2026, 1, 15), 2025),
        (dt.date(2026, 5, 12), 2025),
        (dt.date(2026, 7, 1), 2026),  # as near to both: the next one
        (dt.date(2026, 10, 21), 2026),
        (dt.date(2026, 12, 1), 2026),
    ],
)
def test_over_welk_jaar_een_melding_gaat(dag: dt.date, jaar: int) -> None:
    assert jaar_waarover(overeenkomst(), dag) == jaar


def test_zonder_overleg_dat_terugkijkt_gaat_een_melding_over_haar_eigen_jaar() -> None:
    assert jaar_waarover(replace(overeenkomst(), jaarcyclus=()), dt.date(2026, 4, 22)) == 2026


# --- counts ----------------------------------------------------------------------------------------------------------


def test_gemeld_en_berekend_worden_apart_geteld() -> None:
    afspraak = overeenkomst().afspraak["2.1"]
    standen = [
        Afspraakstand(afspraak, Stand.GEREED, (), Stand.ACHTER, None, ()),
        Afspraakstand(afspraak, None, (), Stand.GEEN_NORM, None, ()),
        Afspraakstand(afspraak, Stand.GEREED, (), None, None, ()),
    ]
    assert telling(standen) == {Stand.GEREED: 2, Stand.GEEN_GEGEVENS: 1}
    assert telling(standen, berekend=True) == {Stand.ACHTER: 1, Stand.GEEN_NORM: 1}
    assert telling_tekst(telling(standen), Stand.GEEN_GEGEVENS) == "2 gereed en 1 niet gemeld"
    assert telling_tekst(telling(standen, berekend=True)) == "1 achter"
