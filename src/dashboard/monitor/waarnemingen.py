"""From the rows of a query to observations of a figure, each of a year, for whom, and with how far the data reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from dashboard.afspraken import Indicator, Norm
from dashboard.basis.opmaak import ontbreekt
from dashboard.monitor.bron import Bron
from dashboard.monitor.volledigheid import Volledigheid
from dashboard.normen import JAREN, TOTAAL, Waarneming, geldt_voor
from dashboard.queries import parameters

Sleutel = tuple[int, str, str]  # year, corporatie, kern
# Per switch of a figure: who counts the rows of which it is not known whether they belong to what is left out.
_ONBEKEND = {"nieuwbouw": "toewijzing/nieuwbouw_onbekend"}


class Waarnemingen:
    """Every figure of the agreement as it was observed in this publication."""

    def __init__(self, bron: Bron, volledigheid: Volledigheid) -> None:
        self._bron = bron
        self._volledigheid = volledigheid

    def van(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> list[Waarneming]:
        """Observations at a level (gemeente, corporatie, kern or detail), in the order of the query. `filters` are `kernen`
        and `corporaties`; one that the query does not have is left out.
        """
        gevraagd = self.parameters(indicator, niveau, **filters)
        sleutel = repr(sorted(gevraagd.items()))
        return list(self._bron.onthoud((indicator, sleutel), lambda: self._vraag(indicator, niveau, gevraagd)))

    def met_gaten(self, indicator: Indicator, niveau: str) -> list[Waarneming]:
        """As `van`, by part and year, and with an observation without a value for every part and year that has none, from the
        first figure to the newest data: what is left out looks like what is fine.
        """
        gevonden, delen = self.van(indicator, niveau), self._delen[niveau]
        gedaan = [w for deel in indicator.niveaus for w in self.van(indicator, deel) if w.soort != "plan"]
        eerste = min((w.jaar for w in gedaan), default=None)
        jaren = range(eerste, (self._volledigheid.peiljaar or eerste) + 1) if eerste is not None else ()
        aanwezig = {(w.jaar, w.corporatie, w.kern) for w in gevonden if w.soort != "plan"}
        leeg = [Waarneming(jaar, *deel) for jaar in jaren for deel in delen if (jaar, *deel) not in aanwezig]
        gaten = [_geteld(indicator, self._volledigheid.met_periode(indicator, w)) for w in leeg]
        plek = {deel: nummer for nummer, deel in enumerate(delen)}
        return sorted(
            gevonden + gaten, key=lambda w: (plek.get((w.corporatie, w.kern), len(plek)), w.jaar, w.soort != "plan")
        )

    def _vraag(self, indicator: Indicator, niveau: str, gevraagd: Mapping[str, Any]) -> list[Waarneming]:
        keuze = {naam: gevraagd[naam] for naam in ("corporaties", "kernen") if naam in gevraagd}
        gewoon = self._gewone_jaren(indicator, niveau, gevraagd)
        onbekend = self._onbekend(indicator, gevraagd)
        return [
            self._waarneming(indicator, rij, keuze, gewoon, onbekend)
            for rij in self._bron.rijen(indicator.query, **gevraagd)
        ]

    def _onbekend(self, indicator: Indicator, gevraagd: Mapping[str, Any]) -> dict[Sleutel, int]:
        """How many rows are left out of a figure because it is not known whether they belong to what a switch leaves out."""
        gelezen = parameters(self._bron.queries[indicator.query], gevraagd)
        uit = [naam for naam in _ONBEKEND if gelezen.get(naam) is False]
        delen = {naam: gevraagd[naam] for naam in ("niveau", "kernen", "corporaties") if naam in gevraagd}
        rijen = [rij for naam in uit for rij in self._bron.rijen(_ONBEKEND[naam], **delen)]
        return {(rij["jaar"], rij["corporatie"], rij["kern"]): rij["onbekend"] for rij in rijen}

    def parameters(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> dict[str, Any]:
        """The parameters for the query of an indicator, at a level and with these filters."""
        bekend = {parameter.naam for parameter in self._bron.queries[indicator.query].parameters}
        gevraagd: dict[str, Any] = dict(indicator.parameters)
        if "niveau" in bekend:
            gevraagd["niveau"] = niveau
        return gevraagd | {naam: list(waarde) for naam, waarde in filters.items() if waarde and naam in bekend}

    def voor_norm(self, indicator: Indicator, norm: Norm) -> list[Waarneming]:
        """The observations that a norm is about, with the norm that the query itself gives: first planned, then realised, for
        every year and part. A missing figure has an observation without a value, so that it shows.
        """
        gevonden = [w for w in self.van(indicator, norm.niveau) if geldt_voor(norm, w)]
        normkolom = self._normkolom(indicator, norm)
        gevonden = [replace(w, normkolom=normkolom.get((w.jaar, w.corporatie, w.kern))) for w in gevonden]
        gepland = [w for w in gevonden if w.soort == "plan"]
        return gepland + self._aangevuld(indicator, norm, [w for w in gevonden if w.soort != "plan"])

    def _waarneming(
        self,
        indicator: Indicator,
        rij: Mapping[str, Any],
        keuze: Mapping[str, Sequence[str]],
        gewoon: Mapping[str, list[tuple[int, str, float]]],
        onbekend: Mapping[Sleutel, int],
    ) -> Waarneming:
        soort = rij.get("soort") or "realisatie"
        kaal = Waarneming(
            jaar=rij["jaar"],
            corporatie=rij.get("corporatie") or TOTAAL,
            kern=rij.get("kern") or TOTAAL,
            soort=soort,
            waarde=_getal(rij[indicator.kolom]),
            teller=_getal(rij[indicator.teller]) if indicator.teller else None,
            noemer=_getal(rij[indicator.noemer]) if indicator.noemer else None,
            erbij=tuple((woord, _getal(rij[kolom])) for woord, kolom in indicator.erbij.items()),
            gereed_op=rij.get("gereed_op"),
            gemeld_op=rij.get("gemeld_op"),
        )
        kaal = replace(kaal, onbekend=onbekend.get((kaal.jaar, kaal.corporatie, kaal.kern), 0))
        if soort == "plan":
            return kaal
        return self._volledigheid.met_periode(indicator, kaal, keuze, _gewicht(gewoon.get(kaal.kern, []), kaal.jaar))

    def _gewone_jaren(
        self, indicator: Indicator, niveau: str, gevraagd: Mapping[str, Any]
    ) -> dict[str, list[tuple[int, str, float]]]:
        """Per kern the year, corporatie and denominator of what each corporatie brought.

        Only for a figure in which chance plays a part and where corporaties are added up: what is still to come in a year
        then depends on who is still to deliver. The parts are asked for once and not for every choice of a reader.
        """
        corporaties, kernen = gevraagd.get("corporaties", ()), gevraagd.get("kernen", ())
        if not (indicator.toeval and indicator.noemer and niveau in ("gemeente", "kern")) or len(corporaties) == 1:
            return {}
        vraag = {naam: waarde for naam, waarde in gevraagd.items() if naam not in ("corporaties", "kernen")}
        vraag["niveau"] = "detail" if niveau == "kern" or kernen else "corporatie"
        gevonden: dict[str, list[tuple[int, str, float]]] = {}
        for rij in self._bron.rijen(indicator.query, **vraag):
            if (corporaties and rij["corporatie"] not in corporaties) or (kernen and rij["kern"] not in kernen):
                continue
            plaats = rij["kern"] if niveau == "kern" else TOTAAL
            gevonden.setdefault(plaats, []).append(
                (rij["jaar"], rij["corporatie"], _getal(rij[indicator.noemer]) or 0.0)
            )
        return gevonden

    def _normkolom(self, indicator: Indicator, norm: Norm) -> dict[Sleutel, float | None]:
        if norm.normkolom is None:
            return {}
        rijen = self._bron.rijen(indicator.query, **indicator.parameters, niveau=norm.niveau)
        return {(rij["jaar"], rij["corporatie"], rij["kern"]): _getal(rij[norm.normkolom]) for rij in rijen}

    @cached_property
    def _delen(self) -> dict[str, list[tuple[str, str]]]:
        """The corporatie and kern of every part that a norm or a figure of a level can be about."""
        return {
            "gemeente": [(TOTAAL, TOTAAL)],
            "corporatie": [(c.corporatie, TOTAAL) for c in self._bron.overeenkomst.corporaties],
            "kern": [(TOTAAL, k.kern) for k in self._bron.overeenkomst.kernen],
        }

    def _aangevuld(self, indicator: Indicator, norm: Norm, gevonden: list[Waarneming]) -> list[Waarneming]:
        if (peiljaar := self._volledigheid.peiljaar) is None:
            return gevonden
        aanwezig = {(w.jaar, w.corporatie, w.kern): w for w in gevonden}
        eerste = min([norm.geldig_van.year, *(w.jaar for w in gevonden)])
        leeg = [Waarneming(jaar, *deel) for jaar in range(eerste, peiljaar + 1) for deel in self._delen[norm.niveau]]
        return [
            _geteld(
                indicator, aanwezig.get((w.jaar, w.corporatie, w.kern)) or self._volledigheid.met_periode(indicator, w)
            )
            for w in leeg
            if geldt_voor(norm, w)
        ]


def _geteld(indicator: Indicator, w: Waarneming) -> Waarneming:
    """The observation with denominator 0 where everything was delivered and there was nothing to count.

    Where something is missing, nothing to count and not counted look the same, so it stays unknown.
    """
    geen_rij = w.waarde is None and w.teller is None and indicator.noemer and w.noemer is None
    return replace(w, noemer=0) if geen_rij and w.geleverd and not w.mist and indicator.tijd == "stroom" else w


def _gewicht(jaren: Sequence[tuple[int, str, float]], jaar: int) -> dict[str, float]:
    """How much each corporatie brought in the last three years before this one, all together."""
    laatste = range(jaar - JAREN, jaar)
    uitkomst: dict[str, float] = {}
    for ander, corporatie, noemer in jaren:
        if ander in laatste:
            uitkomst[corporatie] = uitkomst.get(corporatie, 0.0) + noemer
    return uitkomst


def _getal(waarde: Any) -> float | None:
    return None if ontbreekt(waarde) else waarde
