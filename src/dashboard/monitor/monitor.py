"""A publication with its figures and what the norms say about them, for pages, papers and the command line.

A `Monitor` is put together from parts that each do one thing: `Bron` answers queries,
`Volledigheid` knows how far was delivered, `Waarnemingen` turns rows into observations, and `normen` judges them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from dashboard.afspraken import Indicator, Norm, Overeenkomst
from dashboard.monitor.bron import Bron, Tabellen
from dashboard.monitor.volledigheid import Volledigheid
from dashboard.monitor.waarnemingen import Waarnemingen
from dashboard.normen import TOTAAL, Oordeel, Waarneming, andere_definitie, toets
from dashboard.store import Publicatie


class Monitor(Bron):
    """The agreement and one state of the data, with every figure and judgement. Threads may share it."""

    def __init__(self, overeenkomst: Overeenkomst, gegevens: Tabellen, publicatie: Publicatie | None) -> None:
        super().__init__(overeenkomst, gegevens, publicatie)
        self.volledigheid = Volledigheid(self)
        self._waarnemingen = Waarnemingen(self, self.volledigheid)

    def met(self, tabellen: Tabellen) -> Monitor:
        """This monitor with these tables in place of its own. A query that reads none of them is not run again."""
        ander = Monitor(self.overeenkomst, {**self.gegevens, **tabellen}, self.publicatie)
        ander._zoals = self, frozenset(tabellen)
        return ander

    def waarnemingen(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> list[Waarneming]:
        """Observations at a level (gemeente, corporatie, kern or detail), in the order of the query. `filters` are `kernen`
        and `corporaties`; one that the query does not have is left out.
        """
        return self._waarnemingen.van(indicator, niveau, **filters)

    def met_gaten(self, indicator: Indicator, niveau: str) -> list[Waarneming]:
        """As `waarnemingen`, by part and year, and with one without a value for every part and year that has none."""
        return self._waarnemingen.met_gaten(indicator, niveau)

    def ontbreekt(self, naam: str, rij: Mapping[str, Any], filters: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """Who or what is missing under a row of a query, in words; none for a plan, or for a query that no figure uses."""
        indicator = next((i for i in self.overeenkomst.indicatoren if i.query == naam), None)
        if indicator is None or rij.get("soort") == "plan" or not isinstance(rij.get("jaar"), int):
            return ()
        w = Waarneming(rij["jaar"], rij.get("corporatie") or TOTAAL, rij.get("kern") or TOTAAL)
        eigen = replace(indicator, parameters={naam: rij[naam] for naam in indicator.parameters if naam in rij})
        return self.volledigheid.met_periode(eigen, w, filters).mist

    def parameters(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> dict[str, Any]:
        """The parameters for the query of an indicator, at a level and with these filters."""
        return self._waarnemingen.parameters(indicator, niveau, **filters)

    @cached_property
    def oordelen(self) -> tuple[Oordeel, ...]:
        """Every norm on every year, part and kind (plan and realisation) it can be tested on, in the order of the norms."""
        indicator = self.overeenkomst.indicator
        per_norm = _per_norm(self.overeenkomst.normen)
        return tuple(o for normen in per_norm for o in self._toets(indicator[normen[0].indicator], normen))

    def oordelen_over(self, indicator: Indicator, niveau: str) -> list[Oordeel]:
        """The judgements on one figure at one level, in the order of the norms; only indicative for another definition."""
        if indicator.definitie:
            return self.onthoud(("anders", indicator, niveau), lambda: self._oordelen_anders(indicator, niveau))
        return self._per_indicator.get((indicator.indicator, niveau), [])

    @cached_property
    def _per_indicator(self) -> dict[tuple[str, str], list[Oordeel]]:
        gevonden: dict[tuple[str, str], list[Oordeel]] = {}
        for oordeel in self.oordelen:
            gevonden.setdefault((oordeel.norm.indicator, oordeel.norm.niveau), []).append(oordeel)
        return gevonden

    def _oordelen_anders(self, indicator: Indicator, niveau: str) -> list[Oordeel]:
        plek = (indicator.indicator, niveau)
        eigen = [norm for norm in self.overeenkomst.normen if (norm.indicator, norm.niveau) == plek]
        oordelen = [oordeel for normen in _per_norm(eigen) for oordeel in self._toets(indicator, normen)]
        return [andere_definitie(oordeel, indicator.definitie) for oordeel in oordelen]

    def _toets(self, indicator: Indicator, normen: Sequence[Norm]) -> list[Oordeel]:
        """The judgements of one norm, given as all its periods of validity, the earliest first."""
        return toets(indicator, normen, self._waarnemingen.voor_norm(indicator, normen[0]), self.klein)


def _per_norm(normen: Iterable[Norm]) -> list[list[Norm]]:
    """The periods of validity of each norm together, the earliest first."""
    per_code: dict[str, list[Norm]] = {}
    for norm in normen:
        per_code.setdefault(norm.norm, []).append(norm)
    return [sorted(eigen, key=lambda norm: norm.geldig_van) for eigen in per_code.values()]
