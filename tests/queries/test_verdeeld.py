"""A query that is divided over one of its parameters: a part of the answer for all is the answer for one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dashboard.monitor import Monitor
from dashboard.queries import Query, QueryFout

# Every value for the first of these; of the others every sixth will do, because each is a question of its own.
KEUZES: tuple[dict[str, Any], ...] = (
    {"niveau": "gemeente"},
    {"niveau": "corporatie"},
    {"niveau": "detail", "van": dt.date(2023, 1, 1), "tot": dt.date(2025, 6, 30)},
    {"niveau": "kern", "kernen": ["Axel", "Hoek"]},
)


class Geteld(Monitor):
    """A monitor that counts how often each query is run."""

    gevraagd: Counter[str]

    def haal_op(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        self.gevraagd[query.naam] += 1
        return super().haal_op(query, parameters)


@pytest.fixture
def monitor(open_demo: Callable[..., Monitor]) -> Geteld:
    """The example data, with no answer kept yet."""
    nieuwste = open_demo()
    geteld = Geteld(nieuwste.overeenkomst, nieuwste.gegevens, nieuwste.publicatie)
    geteld.gevraagd = Counter()
    return geteld


def test_elk_deel_is_het_antwoord_op_die_ene_waarde(monitor: Geteld) -> None:
    verdeeld = [query for query in monitor.queries.per_naam.values() if query.verdeeld_over]
    waarden = {
        "afspraak": [afspraak.afspraak for afspraak in monitor.overeenkomst.afspraken],
        "kengetal": monitor.overeenkomst.tabellen["kengetal_definities"]["kengetal"].to_pylist(),
    }
    met_rijen = set()
    for query in verdeeld:
        for nummer, keuze in enumerate(KEUZES):
            for waarde in [*waarden[query.verdeeld_over][:: 6 if nummer else 1], "", "bestaat niet"]:
                vraag = keuze | {query.verdeeld_over: waarde}
                deel = monitor.rijen(query.naam, **vraag)
                assert deel == monitor.haal_op(query, vraag), (query.naam, vraag)
                assert {rij[query.verdeeld_over] for rij in deel} <= {waarde}
                met_rijen |= {query.naam for _ in deel}
    assert met_rijen == {query.naam for query in verdeeld} == {"acties/gereed", "kengetallen/per_jaar"}


def test_wie_oordeelt_vraagt_elk_niveau_een_keer(monitor: Geteld) -> None:
    """Once too for each further parameter, such as one action of an afspraak."""
    over = {naam: query.verdeeld_over for naam, query in monitor.queries.per_naam.items() if query.verdeeld_over}
    genormd = [(monitor.overeenkomst.indicator[norm.indicator], norm.niveau) for norm in monitor.overeenkomst.normen]
    vragen = {
        (cijfer.query, niveau, *(paar for paar in sorted(cijfer.parameters.items()) if paar[0] != over[cijfer.query]))
        for cijfer, niveau in genormd
        if cijfer.query in over
    }
    assert len(monitor.oordelen) > len(genormd) > 5 * len(vragen)
    assert {naam: monitor.gevraagd[naam] for naam in over} == Counter(naam for naam, *_ in vragen)


def test_zonder_waarde_is_er_een_antwoord_over_alle(monitor: Geteld) -> None:
    alle = monitor.rijen("acties/gereed", niveau="gemeente")
    delen = [monitor.rijen("acties/gereed", niveau="gemeente", afspraak=nummer) for nummer in _nummers(alle)]
    assert alle == [rij for deel in delen for rij in deel]
    assert monitor.rijen("acties/gereed", niveau="gemeente", afspraak=None) == alle


def test_is_alles_te_veel_dan_wordt_de_ene_gevraagd(monitor: Geteld) -> None:
    ruim = monitor.rijen("acties/gereed", afspraak="1.1.1")
    krap = Geteld(monitor.overeenkomst, monitor.gegevens, monitor.publicatie)
    krap.gevraagd, krap._meeste_rijen = Counter(), len(ruim)
    assert krap.rijen("acties/gereed", afspraak="1.1.1") == ruim
    assert krap.rijen("acties/gereed", afspraak="bestaat niet") == []
    assert krap.gevraagd == {"acties/gereed": 3}  # for all of them once, and then for each
    with pytest.raises(QueryFout, match=r"^query acties/gereed kent geen parameter 'wie'; mogelijk: van, tot, "):
        krap.rijen("acties/gereed", afspraak="1.1.1", wie="x")


def _nummers(rijen: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(rij["afspraak"] for rij in rijen))
