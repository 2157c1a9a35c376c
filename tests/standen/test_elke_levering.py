"""Whatever one file is published next, it takes no stand away from an afspraak that it has nothing to do with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.monitor import Monitor
from dashboard.normen import Stand
from dashboard.standen.afspraakstand import Afspraakstand, standen_van
from dashboard.vergelijken import afspraak_zin, vergelijk
from dashboard.verhaal import aandachtspunten
from tests.standen.leveren import met_levering, van_laatste, volgend_kwartaal

GEBEURTENISSEN = ("verhuringen", "voorraadmutaties")
# One of each kind of kengetal: of events or a count, of the gemeente, a corporatie or a kern.
KENGETALLEN = ("bouwtafels", "flexwoningen", "uitnodigingsbrief_op_tijd", "woonprogrammas")


def _volgende(monitor: Monitor, tabel: str, corporatie: str | None, kengetal: str | None) -> Monitor:
    """The Monitor with the next period of a table, of one corporatie or of all together."""
    gelijk: dict[str, Any] = {}
    if corporatie is not None:
        gelijk["corporatie"] = corporatie
    if kengetal is not None:
        gelijk["kengetal"] = kengetal
    laatste = monitor.volledigheid.laatste_leveringen[tabel].get(corporatie or "totaal") or dt.date(2026, 9, 30)
    van, tot = volgend_kwartaal(laatste)
    van = van if tabel in GEBEURTENISSEN else dt.date(tot.year, 1, 1) if kengetal else tot
    rijen = van_laatste(monitor, tabel, tot, "proef", **gelijk)
    assert len(rijen) or tabel == "voorraadmutaties"
    return met_levering(monitor, tabel, rijen, corporatie, (van, tot), "proef")


def _eigen(monitor: Monitor, tabel: str, kengetal: str | None) -> set[str]:
    """The afspraken with a norm on a figure that this table, or this kengetal, is behind."""
    if tabel == "actiestatus":
        return {afspraak.afspraak for afspraak in monitor.overeenkomst.afspraken}
    indicator = monitor.overeenkomst.indicator
    return {
        norm.afspraak
        for norm in monitor.overeenkomst.normen
        if (tabel, kengetal) in monitor.volledigheid.soorten(indicator[norm.indicator])
    }


def _gezicht(stand: Afspraakstand) -> tuple[Any, ...]:
    """What the overview says about an afspraak."""
    zin = stand.cijfer.reden if stand.cijfer else ""
    return stand.gemeld, stand.berekend, stand.indicatief, stand.jaar, stand.tegenspraak, zin


def _leveringen() -> Iterator[tuple[str, str | None, str | None]]:
    for tabel in ("verhuringen", "voorraad", "voorraadmutaties"):
        for corporatie in ("CLAVIS", "WZV"):
            yield tabel, corporatie, None
    yield "woningzoekenden", None, None
    yield "actiestatus", None, None
    for kengetal in KENGETALLEN:
        yield "kengetallen", "CLAVIS" if kengetal == "uitnodigingsbrief_op_tijd" else None, kengetal


@pytest.mark.parametrize(("tabel", "corporatie", "kengetal"), list(_leveringen()))
def test_een_levering_raakt_alleen_haar_eigen_afspraken(
    voorbeeld: Monitor, tabel: str, corporatie: str | None, kengetal: str | None
) -> None:
    straks = _volgende(voorbeeld, tabel, corporatie, kengetal)
    toen = {stand.afspraak.afspraak: stand for stand in standen_van(voorbeeld)}
    nu = {stand.afspraak.afspraak: stand for stand in standen_van(straks)}
    eigen = _eigen(voorbeeld, tabel, kengetal)

    assert {nr: _gezicht(nu[nr]) for nr in nu if nr not in eigen} == {
        nr: _gezicht(toen[nr]) for nr in toen if nr not in eigen
    }
    # What was judged stays judged: a part of a year is no reason to know nothing any more.
    kwijt = [nr for nr in nu if toen[nr].berekend is not Stand.GEEN_GEGEVENS is nu[nr].berekend]
    assert kwijt == []

    # The preview of a delivery and `verschil` both say these sentences.
    anders = {nr for nr in nu if (toen[nr].berekend, toen[nr].tegenspraak) != (nu[nr].berekend, nu[nr].tegenspraak)}
    assert {afspraak_zin(verschil).split()[0] for verschil in vergelijk(voorbeeld, straks).afspraken} >= anders

    def punten(monitor: Monitor) -> set[tuple[str, str | None]]:
        return {(punt.regel, punt.afspraak) for punt in aandachtspunten(monitor, standen_van(monitor))}

    weg = {(regel, nr) for regel, nr in punten(voorbeeld) - punten(straks) if nr not in eigen and nr is not None}
    assert weg == set()
