"""Small deliveries on top of the example data after which a stand once misled."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from dashboard.cijfers import Keuze
from dashboard.cijfers.cijfer import cijfer as tegel
from dashboard.monitor import Monitor
from dashboard.normen import Waarneming
from dashboard.standen.afspraakstand import standen_van
from dashboard.verhaal import aandachtspunten
from tests.standen.leveren import kwartaal, met_levering, van_laatste


def cijfer(
    monitor: Monitor, indicator: str, niveau: str, jaar: int, corporatie: str = "totaal", kern: str = "totaal"
) -> Waarneming:
    [w] = [
        w
        for w in monitor.waarnemingen(monitor.overeenkomst.indicator[indicator], niveau)
        if (w.jaar, w.corporatie, w.kern, w.soort) == (jaar, corporatie, kern, "realisatie")
    ]
    return w


@pytest.fixture(scope="module")
def eerste_kwartaal(voorbeeld: Monitor) -> Monitor:
    """Only the lettings of one corporatie in the first quarter of a new year: thirty, all regular, in one kern."""
    rijen = van_laatste(voorbeeld, "verhuringen", dt.date(2027, 2, 15), "nieuw", corporatie="CLAVIS").slice(0, 30)
    for naam, waarde in (("groep", "regulier"), ("contract", "onbepaald"), ("daeb", True), ("model", "aanbod")):
        kolom = pa.array([waarde] * len(rijen)).cast(rijen.schema.field(naam).type)
        rijen = rijen.set_column(rijen.column_names.index(naam), naam, kolom)
    return met_levering(voorbeeld, "verhuringen", rijen, "CLAVIS", kwartaal(2027, 1), "nieuw")


def test_de_eerste_levering_van_een_nieuw_jaar_verandert_geen_stand(
    voorbeeld: Monitor, eerste_kwartaal: Monitor
) -> None:
    def gezicht(monitor: Monitor) -> list[tuple[object, ...]]:
        return [(s.afspraak.afspraak, s.gemeld, s.berekend, s.indicatief, s.tegenspraak) for s in standen_van(monitor)]

    assert gezicht(eerste_kwartaal) == gezicht(voorbeeld)
    zinnen = [{punt.zin for punt in aandachtspunten(m, standen_van(m))} for m in (voorbeeld, eerste_kwartaal)]
    assert {regel for regel in zinnen[0] - zinnen[1] if "leverde" not in regel and "2026 t/m" not in regel} == set()


def test_een_nieuw_jaar_loopt_en_zegt_wie_er_nog_ontbreekt(voorbeeld: Monitor, eerste_kwartaal: Monitor) -> None:
    w = cijfer(eerste_kwartaal, "aandeel_regulier", "gemeente", 2027)
    assert (w.teller, w.noemer, w.lopend, w.periode) == (30, 30, True, "2027 t/m K1 (Woongoed ZVL: nog niets)")
    [kans] = [
        o.kans
        for o in eerste_kwartaal.oordelen
        if (o.norm.norm, o.waarneming.jaar) == ("1.1.14-portefeuille", 2027) and o.kans
    ]
    # Three quarters of what one of them usually brings, and a whole year of the other: the last three whole years.
    gewoon = {
        corporatie: sum(
            cijfer(voorbeeld, "aandeel_regulier", "corporatie", jaar, corporatie).noemer or 0 for jaar in jaren
        )
        / 3
        for corporatie, jaren in (("CLAVIS", (2023, 2024, 2025)), ("WZV", (2023, 2024, 2025)))
    }
    assert kans.nog == pytest.approx(gewoon["CLAVIS"] * 275 / 365 + gewoon["WZV"], abs=1)


def test_een_totaal_van_de_woningen_is_van_de_laatste_dag_waarop_iedereen_telde(voorbeeld: Monitor) -> None:
    eind = dt.date(2026, 12, 31)
    rijen = van_laatste(voorbeeld, "voorraad", eind, "nieuw", corporatie="CLAVIS")
    straks = met_levering(voorbeeld, "voorraad", rijen, "CLAVIS", (eind, eind), "nieuw")
    samen, clavis, woongoed = (
        cijfer(straks, "sociale_voorraad", "corporatie" if wie else "gemeente", 2026, wie or "totaal")
        for wie in (None, "CLAVIS", "WZV")
    )
    toen = cijfer(voorbeeld, "sociale_voorraad", "gemeente", 2026)
    assert (samen.waarde, samen.tot_en_met) == (toen.waarde, dt.date(2026, 9, 30))
    assert samen.periode == "2026 t/m K3 (Woongoed ZVL: nog geen telling van 31 december 2026)"
    assert (clavis.lopend, clavis.periode) == (False, "2026")
    assert (woongoed.lopend, woongoed.periode) == (True, "2026 t/m K3")


def test_een_telling_blijft_van_haar_eigen_dag_als_er_een_jaar_bij_komt(eerste_kwartaal: Monitor) -> None:
    assert cijfer(eerste_kwartaal, "sociale_voorraad", "gemeente", 2026).periode == "2026 t/m K3"
    assert cijfer(eerste_kwartaal, "sociale_voorraad", "gemeente", 2025).periode == "2025"


def test_een_jaar_dat_om_is_en_niet_heel_loopt_niet_nog(voorbeeld: Monitor, eerste_kwartaal: Monitor) -> None:
    def reden(monitor: Monitor) -> str:
        plek = ("1.1.7-corporatie", 2026, "WZV")
        [gevonden] = [
            o.reden for o in monitor.oordelen if (o.norm.norm, o.waarneming.jaar, o.waarneming.corporatie) == plek
        ]
        return gevonden.partition(": ")[2]

    assert reden(voorbeeld) == "3 verhuringen, norm minstens 8: nog 5 verhuringen te gaan; het jaar loopt nog."
    assert (
        reden(eerste_kwartaal)
        == "3 verhuringen, norm minstens 8: 5 verhuringen te weinig; nog niet alles is aangeleverd."
    )


def test_een_kern_wacht_alleen_op_wie_daar_woningen_heeft(voorbeeld: Monitor) -> None:
    """One of them is a quarter behind: in a kern of her own that is how far the data reach, in a shared one she is named."""
    perioden = [
        cijfer(voorbeeld, "aandeel_regulier", "kern", 2026, kern=kern).periode for kern in ("Westdorpe", "Axel")
    ]
    assert perioden == ["2026 t/m K2", "2026 t/m K3 (Woongoed ZVL t/m K2)"]


def test_wat_nog_komt_weegt_naar_wat_iedere_corporatie_gewoonlijk_brengt(voorbeeld: Monitor) -> None:
    """In Axel nearly every letting is of the corporatie that is a quarter behind: 184 days to come, and 92 of the other."""
    rijen = voorbeeld.rijen("toewijzing/aandeel_regulier", niveau="detail")
    gewoon = {
        corporatie: sum(
            r["verhuringen"]
            for r in rijen
            if (r["corporatie"], r["kern"]) == (corporatie, "Axel") and r["jaar"] in (2023, 2024, 2025)
        )
        for corporatie in ("CLAVIS", "WZV")
    }
    assert gewoon["WZV"] > 4 * gewoon["CLAVIS"] > 0
    verwacht = (gewoon["CLAVIS"] * 92 + gewoon["WZV"] * 184) / 365 / sum(gewoon.values())
    assert cijfer(voorbeeld, "aandeel_regulier", "kern", 2026, kern="Axel").te_komen == pytest.approx(verwacht)


def test_een_nieuw_jaar_neemt_een_tegel_haar_norm_niet_af(voorbeeld: Monitor, eerste_kwartaal: Monitor) -> None:
    """What each part kept in the last year that was delivered, also when another table begins a new one."""
    for monitor in (voorbeeld, eerste_kwartaal):
        norm = [
            tegel(monitor, monitor.overeenkomst.indicator[code], Keuze(), None).norm_tekst
            for code in ("warmtenet_aansluitingen", "energiedata_gedeeld")
        ]
        assert norm == ["norm per kern: 2 van 2 gehaald in 2025", "norm per corporatie: 2 van 2 gehaald in 2025"]


def test_van_een_jaar_dat_om_is_staat_erbij_hoe_ver_er_geleverd_is(
    voorbeeld: Monitor, eerste_kwartaal: Monitor
) -> None:
    def ontbreekt(monitor: Monitor) -> dict[str, tuple[str, ...]]:
        return {s.afspraak.afspraak: s.ontbreekt for s in standen_van(monitor)}

    assert ontbreekt(voorbeeld)["1.1.8"] == ontbreekt(voorbeeld)["1.1.14"] == ()
    straks = ontbreekt(eerste_kwartaal)
    assert straks["1.1.8"] == ("2026: alleen t/m K3",)
    assert straks["1.1.7"] == ("2026: Woongoed ZVL t/m K2", "2026: Clavis t/m K3")
    assert straks["1.1.14"] == ("2026: Woongoed ZVL t/m K2",)
    assert straks["1.2.3"] == tuple(f"{jaar}: nog niets" for jaar in range(2022, 2027))


def test_een_gat_van_meer_kwartalen_staat_in_het_meervoud(voorbeeld: Monitor) -> None:
    straks = voorbeeld
    for nummer, upload in ((2, "k2"), (4, "k4")):  # the first and third quarter are never delivered
        rijen = van_laatste(voorbeeld, "verhuringen", dt.date(2027, 3 * nummer, 5), upload, corporatie="CLAVIS")
        straks = met_levering(straks, "verhuringen", rijen, "CLAVIS", kwartaal(2027, nummer), upload)
    laat = met_levering(voorbeeld, "verhuringen", rijen, "CLAVIS", kwartaal(2027, 4), "k4")
    perioden = [cijfer(m, "aandeel_regulier", "corporatie", 2027, "CLAVIS").periode for m in (straks, laat)]
    assert perioden == ["2027 (Clavis: K1 en K3 ontbreken)", "2027 (Clavis: K1, K2 en K3 ontbreken)"]


def test_een_kern_die_opnieuw_meet_haalt_een_doel_niet_weg(voorbeeld: Monitor) -> None:
    """One kern of thirteen in a new year: the newest count of all kernen goes on speaking."""
    dag = dt.date(2027, 1, 15)
    rijen = van_laatste(voorbeeld, "kengetallen", dag, "nieuw", kengetal="woonprogrammas", kern="Axel")
    straks = met_levering(voorbeeld, "kengetallen", rijen, None, (dt.date(2027, 1, 1), dag), "nieuw")
    toen, nu = (
        next(o for s in standen_van(m) for o in s.oordelen if o.norm.norm == "1.1.3-woonprogramma")
        for m in (voorbeeld, straks)
    )
    assert (nu.waarneming.jaar, nu.waarneming.waarde, nu.stand) == (2026, toen.waarneming.waarde, toen.stand)
    assert nu.waarneming.waarde == 10


def test_een_gat_is_hoe_ver_er_geleverd_is(voorbeeld: Monitor) -> None:
    """Who skips a quarter has not delivered up to the next one."""
    k4 = kwartaal(2026, 4)
    straks = voorbeeld
    for corporatie in ("CLAVIS", "WZV"):  # one of them has still to deliver the third quarter
        rijen = van_laatste(straks, "verhuringen", k4[1], f"nieuw-{corporatie}", corporatie=corporatie)
        straks = met_levering(straks, "verhuringen", rijen, corporatie, k4, f"nieuw-{corporatie}")
    assert straks.volledigheid.achter("verhuringen") == {"WZV": dt.date(2026, 6, 30)}
    punten = {punt.zin for punt in aandachtspunten(straks, standen_van(straks)) if punt.regel == "levering_te_laat"}
    assert "Woongoed ZVL leverde verhuringen tot en met 30 juni 2026; de anderen tot en met 31 december 2026." in punten


def test_een_punt_over_een_deel_van_een_jaar_zegt_wie_er_ontbreekt(voorbeeld: Monitor) -> None:
    [enige] = [punt.zin for punt in aandachtspunten(voorbeeld, standen_van(voorbeeld)) if punt.afspraak == "1.1.7"]
    assert "; 2026 t/m K3: 4 verhuringen." in enige  # of Clavis, who is not behind
    w = cijfer(voorbeeld, "aandeel_regulier", "kern", 2026, kern="Axel")
    assert w.wanneer == "2026 t/m K3, Woongoed ZVL t/m K2"


def test_wat_in_een_lopend_jaar_niet_meer_goed_kan_komen_spreekt(voorbeeld: Monitor) -> None:
    """The letter of 2027 was not out before April: that is as definite as a whole year."""
    dag = dt.date(2027, 4, 30)
    soort = {"kengetal": "uitnodigingsbrief_op_tijd", "corporatie": "WZV"}
    rijen = van_laatste(voorbeeld, "kengetallen", dag, "nieuw", **soort)
    nul = pa.array([0.0] * len(rijen))
    rijen = rijen.set_column(rijen.column_names.index("waarde"), "waarde", nul)
    straks = met_levering(voorbeeld, "kengetallen", rijen, "WZV", (dt.date(2027, 1, 1), dag), "nieuw")
    [stand] = [s for s in standen_van(straks) if s.afspraak.afspraak == "5.9"]
    assert stand.cijfer is not None
    assert (stand.berekend, stand.jaar, stand.cijfer.waarneming.corporatie) == ("achter", 2027, "WZV")
    assert [o.waarneming.corporatie for o in stand.lopend] == ["CLAVIS"]
