"""A year of deliveries, month by month: at no moment does a stand say more than was delivered.

What was delivered is worked out here from the rows themselves, in another way than the monitor does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Staat, Stand, Waarneming
from dashboard.standen.afspraakstand import standen_van
from tests.standen.leveren import Periode, kwartaal, met_levering, van_laatste

GEBEURTENISSEN = ("verhuringen", "voorraadmutaties")
EIND_2026, SEPTEMBER_2027 = dt.date(2026, 12, 31), dt.date(2027, 9, 30)
HEEL_2026 = (dt.date(2026, 1, 1), EIND_2026)


def _op(dag: dt.date) -> Periode:
    return dag, dag


def _overleg(jaar: int, maand: int) -> tuple[str, None, Periode]:
    return "actiestatus", None, _op(dt.date(jaar, maand, 21))


# One corporatie is always later than the other, skips a quarter and brings it after all. Nobody delivers in June.
JAAR: list[tuple[str, list[tuple[str, str | None, Periode]]]] = [
    (
        "januari",
        [
            ("voorraad", "CLAVIS", _op(EIND_2026)),
            ("verhuringen", "CLAVIS", kwartaal(2026, 4)),
            ("woningzoekenden", None, _op(EIND_2026)),
        ],
    ),
    ("februari", [("verhuringen", "WZV", kwartaal(2026, 3)), ("kengetallen", None, HEEL_2026)]),
    ("maart", [("voorraad", "WZV", _op(EIND_2026)), ("voorraadmutaties", "CLAVIS", kwartaal(2026, 4))]),
    ("april", [("verhuringen", "CLAVIS", kwartaal(2027, 1)), _overleg(2027, 4)]),
    ("mei", [("verhuringen", "WZV", kwartaal(2026, 4)), ("voorraadmutaties", "WZV", kwartaal(2026, 4))]),
    ("juni", []),
    ("juli", [("verhuringen", "CLAVIS", kwartaal(2027, 2)), ("kengetallen", "CLAVIS", HEEL_2026)]),
    ("augustus", [("verhuringen", "WZV", kwartaal(2027, 1)), ("kengetallen", "WZV", HEEL_2026)]),
    ("september", [("verhuringen", "WZV", kwartaal(2027, 3))]),
    (
        "oktober",
        [("verhuringen", "CLAVIS", kwartaal(2027, 3)), ("voorraad", "WZV", _op(SEPTEMBER_2027)), _overleg(2027, 10)],
    ),
    ("november", [("verhuringen", "WZV", kwartaal(2027, 2)), ("voorraad", "CLAVIS", _op(SEPTEMBER_2027))]),
    ("december", [("verhuringen", "CLAVIS", kwartaal(2027, 4))]),
]


class Geleverd:
    """What a Monitor holds, by its rows: days of events per corporatie, days of counts, measured kengetallen."""

    def __init__(self, monitor: Monitor) -> None:
        self.monitor = monitor
        self.corporaties = [c.corporatie for c in monitor.overeenkomst.corporaties]
        self.perioden = [
            (rij["tabel"], rij["corporatie"], rij["periode_van"], rij["periode_tot"])
            for rij in monitor.gegevens["leveringen"].to_pylist()
        ]
        voorraad = monitor.gegevens["voorraad"].select(["corporatie", "kern", "peildatum"]).to_pylist()
        self.tellingen = {(rij["corporatie"], rij["peildatum"]) for rij in voorraad}
        self.woonplaatsen = {(rij["corporatie"], rij["kern"]) for rij in voorraad}
        self.metingen = {
            (rij["kengetal"], rij["corporatie"], rij["peildatum"])
            for rij in monitor.gegevens["kengetallen"].to_pylist()
        }

    def wie(self, w: Waarneming) -> list[str]:
        """The corporaties that a figure of this part needs."""
        if w.corporatie != TOTAAL:
            return [w.corporatie]
        return [c for c in self.corporaties if w.kern == TOTAAL or (c, w.kern) in self.woonplaatsen]

    def elke_dag(self, tabel: str, corporatie: str, jaar: int) -> bool:
        begin, eind = dt.date(jaar, 1, 1).toordinal(), dt.date(jaar, 12, 31).toordinal()
        dagen: set[int] = set()
        for naam, wie, van, tot in self.perioden:
            if naam == tabel and wie in (None, corporatie):
                dagen.update(range(van.toordinal(), tot.toordinal() + 1))
        return dagen.issuperset(range(begin, eind + 1))

    def geteld(self, corporatie: str, jaar: int) -> bool:
        return bool({(corporatie, dt.date(jaar, 12, 31)), (corporatie, dt.date(jaar + 1, 1, 1))} & self.tellingen)

    def gemeten(self, kengetal: str, corporatie: str | None, jaar: int) -> bool:
        dagen = (dt.date(jaar, 12, 31), dt.date(jaar + 1, 1, 1))
        return any(k == kengetal and corporatie in (None, c) and dag in dagen for k, c, dag in self.metingen)

    def heel(self, oordeel: Oordeel) -> bool:
        """Whether everything under a figure was delivered for its whole year."""
        w, indicator = oordeel.waarneming, self.monitor.overeenkomst.indicator[oordeel.norm.indicator]
        for tabel, kengetal in self.monitor.volledigheid.soorten(indicator):
            if tabel in GEBEURTENISSEN and not all(self.elke_dag(tabel, wie, w.jaar) for wie in self.wie(w)):
                return False
            if tabel == "voorraad" and not all(self.geteld(wie, w.jaar) for wie in self.wie(w)):
                return False
            if kengetal and not self.gemeten(kengetal, None if w.corporatie == TOTAAL else w.corporatie, w.jaar):
                return False
        return True


def onwaar(monitor: Monitor) -> Iterator[str]:
    """Every stand that says more than was delivered, in words for whoever reads a red test."""
    geleverd = Geleverd(monitor)
    for stand in standen_van(monitor):
        nummer = stand.afspraak.afspraak
        for o in stand.oordelen:
            w = o.waarneming
            vast = w.lopend and o.tegen_norm is Stand.ACHTER  # behind for good, whatever is still to come
            if o.norm.aard == "jaar" and o.tegen_norm.oordeel and not vast and not geleverd.heel(o):
                yield f"{nummer}: {w.jaar} spreekt en is niet heel ({w.corporatie}, {w.kern}): {o.reden}"
            if o.norm.aard == "doel" and o.tegen_norm.oordeel and w.staat not in (Staat.VOLLEDIG, Staat.DEELS):
                yield f"{nummer}: een oordeel zonder meting in {w.jaar}: {o.reden}"
            if o.reden.startswith("Geen ") and w.noemer == 0 and not geleverd.heel(o):
                yield f"{nummer}: er zou niets gebeurd zijn in {w.jaar}: {o.reden}"
        for o in stand.lopend:
            w = o.waarneming
            if geleverd.heel(o):
                yield f"{nummer}: {w.jaar} is heel en heet lopend: {o.reden}"
            if w.tot_en_met is not None and w.tot_en_met > (monitor.volledigheid.peildatum or w.tot_en_met):
                yield f"{nummer}: verder dan er gegevens zijn: {w.tot_en_met}"
        if (tegen := stand.weerspreekt) is not None and tegen.waarneming.jaar not in (stand.gemeld_over or ()):
            yield f"{nummer}: een melding over {stand.gemeld_over} tegenover een cijfer van {tegen.waarneming.jaar}"


@pytest.mark.parametrize("publicatie", [1, 2, 3])
def test_geen_publicatie_zegt_meer_dan_er_geleverd_is(open_demo: Callable[..., Monitor], publicatie: int) -> None:
    assert list(onwaar(open_demo(publicatie))) == []


def test_een_jaar_van_leveringen_zegt_nooit_meer_dan_er_geleverd_is(voorbeeld: Monitor) -> None:
    monitor, gezegd = voorbeeld, {}
    for maand, leveringen in JAAR:
        for nummer, (tabel, corporatie, periode) in enumerate(leveringen):
            upload_id = f"{maand}-{nummer}"
            gelijk = {"corporatie": corporatie} if tabel not in ("actiestatus", "woningzoekenden") else {}
            rijen = van_laatste(monitor, tabel, periode[1], upload_id, **gelijk)
            monitor = met_levering(monitor, tabel, rijen, corporatie, periode, upload_id)
        assert list(onwaar(monitor)) == [], maand
        [aandeel] = [
            w
            for w in monitor.waarnemingen(monitor.overeenkomst.indicator["aandeel_regulier"], "gemeente")
            if w.jaar == 2027
        ] or [None]
        gezegd[maand] = (
            next(s.jaar for s in standen_van(monitor) if s.afspraak.afspraak == "1.1.14"),
            aandeel.periode if aandeel else "",
        )
    assert gezegd == {
        "januari": (2025, ""),
        "februari": (2025, ""),
        "maart": (2025, ""),
        "april": (2025, "2027 t/m K1 (Woongoed ZVL: nog niets)"),
        "mei": (2026, "2027 t/m K1 (Woongoed ZVL: nog niets)"),
        "juni": (2026, "2027 t/m K1 (Woongoed ZVL: nog niets)"),
        "juli": (2026, "2027 t/m K2 (Woongoed ZVL: nog niets)"),
        "augustus": (2026, "2027 t/m K2 (Woongoed ZVL t/m K1)"),
        "september": (2026, "2027 t/m K3 (Clavis t/m K2, Woongoed ZVL: K2 ontbreekt)"),
        "oktober": (2026, "2027 t/m K3 (Woongoed ZVL: K2 ontbreekt)"),
        "november": (2026, "2027 t/m K3"),
        "december": (2026, "2027 (Woongoed ZVL t/m K3)"),
    }
