"""What was delivered, by whom and up to when, and therefore what a figure of a year may say.

Not delivered is a state of its own: it follows from the deliveries, never from the last date in the data. Every
corporatie of the agreement is expected, so a year is whole only when each of them delivered every day of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import datum, opsomming, periode
from dashboard.monitor.bron import Bron
from dashboard.monitor.geleverd import Geleverd, Soort, achterlopers, dagen, gat_tekst, laatste_dag
from dashboard.normen import TOTAAL, Staat, Waarneming
from dashboard.tabellen.contracten import KENGETALLEN, LEVERINGEN, TABELLEN

_PER_CORPORATIE = ("verhuringen", "voorraad", "voorraadmutaties")
_TELLINGEN = ("voorraad", "woningzoekenden", "actiestatus")


class Volledigheid:
    """What was delivered in this publication. Today's date plays no part."""

    def __init__(self, bron: Bron) -> None:
        self._bron = bron

    @cached_property
    def leveringen(self) -> list[dict[str, Any]]:
        """Every delivery in this publication, newest first."""
        return self._bron.rijen("gegevens/leveringen")

    @cached_property
    def laatste_leveringen(self) -> dict[str, dict[str, dt.date | None]]:
        """Per table and corporatie (TOTAAL for deliveries by others) the last day that was delivered; of events the last
        day without a gap before it, in the newest two years. None for who never delivered a table that others did.
        """
        gevonden: dict[str, dict[str, dt.date | None]] = {}
        for (tabel, kengetal), staten in self._staten.items():
            for wie in dict.fromkeys(s.wie for s in staten if kengetal is None):
                reeks = [s for s in staten if s.wie == wie]
                gevonden.setdefault(tabel, {})[wie] = laatste_dag(reeks, telling=tabel in _TELLINGEN)
        for rij in self.leveringen:  # a file of kengetallen may hold several, each with days of its own
            if rij["tabel"] == KENGETALLEN.naam:
                eigen = gevonden.setdefault(rij["tabel"], {})
                wie = rij["corporatie"] or TOTAAL
                eigen[wie] = max(filter(None, (eigen.get(wie), rij["periode_tot"])))
        return gevonden

    @cached_property
    def peildatum(self) -> dt.date | None:
        """The last day that any figure covers (reports on actions aside); None without data."""
        heel = [rij for rij in self.leveringen if rij["hele_periode"]]
        cijfers = [rij["periode_tot"] for rij in heel if rij["tabel"] != "actiestatus"]
        return max(cijfers or [rij["periode_tot"] for rij in heel], default=None)

    @cached_property
    def peiljaar(self) -> int | None:
        """The year of the newest data."""
        return self.peildatum.year if self.peildatum else None

    def achter(self, tabel: str) -> dict[str, dt.date | None]:
        """The corporaties whose data of a table stop before those of another, with their last day; None for nothing."""
        return achterlopers(self.laatste_leveringen.get(tabel, {}))[1]

    def met_periode(
        self,
        indicator: Indicator,
        w: Waarneming,
        filters: Mapping[str, Sequence[str]] | None = None,
        gewicht: Mapping[str, float] | None = None,
    ) -> Waarneming:
        """The observation with how far the deliveries behind it reach, and who or what is missing.

        `filters` are the corporaties and kernen that were asked for; `gewicht` says how much of a usual year each
        corporatie brings, for the part of the year that is still to come.
        """
        gekozen = filters or {}
        staten = [s for soort in self.soorten(indicator) for s in self._van(soort, w, gekozen)]
        grenzen = tuple(self._zonder_grens(indicator, w.jaar))
        w = replace(w, voorbij=w.jaar < self._nu)
        if indicator.tijd == "peil":
            uitkomst = self._peil(indicator, w, staten, gekozen)
        else:
            uitkomst = self._stroom(w, staten, gewicht or {})
        return replace(uitkomst, mist=(*uitkomst.mist, *grenzen)) if uitkomst.geleverd else uitkomst

    def soorten(self, indicator: Indicator) -> tuple[Soort, ...]:
        """The delivered tables and kengetallen behind a figure."""
        naam, eigen = indicator.query, indicator.parameters.get("kengetal")
        return self._bron.onthoud(("soorten", naam, eigen), lambda: tuple(self._zoek_soorten(naam, eigen)))

    def _zoek_soorten(self, naam: str, eigen: str | None) -> Iterator[Soort]:
        query = self._bron.queries[naam]
        tabellen = {*query.bron} & {*TABELLEN} - {KENGETALLEN.naam, LEVERINGEN.naam}
        yield from ((tabel, None) for tabel in query.bron if tabel in tabellen)
        yield from ((KENGETALLEN.naam, kengetal) for kengetal in query.kengetallen or filter(None, [eigen]))

    def _stroom(self, w: Waarneming, staten: list[Geleverd], gewicht: Mapping[str, float]) -> Waarneming:
        """A figure of events: whole when each party delivered every day; a count beside them only has to be there."""
        lopend = [s for s in staten if s.soort[0] not in _TELLINGEN] or staten
        tellingen = [s for s in staten if s not in lopend]
        leeg = [s for s in tellingen if not s.laatste]
        if all(s.staat is Staat.VOLLEDIG for s in lopend) and lopend:
            mist = self._wie(leeg)
            return replace(w, periode=str(w.jaar), staat=Staat.DEELS if mist else Staat.VOLLEDIG, mist=mist)
        if not any(s.laatste for s in lopend):
            staat = Staat.NVT if lopend and all(s.staat is Staat.NVT for s in lopend) else Staat.NIETS
            return replace(w, periode=str(w.jaar), staat=staat)
        ver = max(s.laatste for s in lopend if s.laatste)
        mist = self._wie([s for s in lopend if s.laatste is None or s.laatste < ver or s.gaten] + leeg)
        tekst = periode(w.jaar, ver) + (f" ({', '.join(mist)})" if mist else "")
        totaal = sum(gewicht.get(s.wie, 0.0) for s in lopend)
        delen = [(gewicht.get(s.wie, 0.0) if totaal else 1.0, s.over) for s in lopend]
        over = sum(deel * rest for deel, rest in delen) / (totaal or len(delen))
        return replace(w, tot_en_met=ver, periode=tekst, staat=Staat.DEELS, mist=mist, te_komen=over)

    def _peil(
        self, indicator: Indicator, w: Waarneming, staten: list[Geleverd], filters: Mapping[str, Sequence[str]]
    ) -> Waarneming:
        """A count: of its own day for ever. Where parties are added up it is the last day on which all of them counted."""
        geteld = [s for s in staten if s.laatste]
        if not geteld:
            staat = Staat.NVT if staten and all(s.staat is Staat.NVT for s in staten) else Staat.NIETS
            return replace(w, periode=str(w.jaar), staat=staat)
        dagen = [
            max(s.laatste for s in geteld if s.laatste and s.soort == soort) for soort in {s.soort for s in geteld}
        ]
        if any(soort[0] == "voorraad" for soort in self.soorten(indicator)):
            samen = self.teldag(w.jaar, w.corporatie, w.kern, filters)
            dagen = [*dagen, samen] if samen else dagen
        dag, ver = min(dagen), max(s.laatste for s in geteld if s.laatste)
        per_deel = [s for s in staten if s.soort[0] in _PER_CORPORATIE or s.laatste is None]
        achter = [s for s in per_deel if s.laatste is None or s.laatste < ver]
        mist = self._wie(achter, telling=ver)
        if dag == dt.date(w.jaar, 12, 31) and not mist:
            return replace(w, periode=str(w.jaar), staat=Staat.VOLLEDIG)
        tekst = periode(w.jaar, dag) + (f" ({', '.join(mist)})" if mist else "")
        heel = dag == dt.date(w.jaar, 12, 31)
        return replace(w, tot_en_met=None if heel else dag, periode=tekst, staat=Staat.DEELS, mist=mist)

    def teldag(
        self, jaar: int, corporatie: str, kern: str = TOTAAL, filters: Mapping[str, Sequence[str]] | None = None
    ) -> dt.date | None:
        """The day of the count of homes that holds for this year and part; None where there is none together."""
        delen = (corporatie != TOTAAL, kern != TOTAAL)
        niveaus = {
            (False, False): "gemeente",
            (True, False): "corporatie",
            (False, True): "kern",
            (True, True): "detail",
        }
        rijen = self._bron.rijen("voorraad/teldagen", niveau=niveaus[delen], **(filters or {}))
        sleutel = (jaar, corporatie, kern)
        return next((r["stand_op"] for r in rijen if (r["jaar"], r["corporatie"], r["kern"]) == sleutel), None)

    def _van(self, soort: Soort, w: Waarneming, filters: Mapping[str, Sequence[str]]) -> Iterator[Geleverd]:
        """What was delivered of the year of an observation by each party that is expected to."""
        eigen = {s.wie: s for s in self._staten.get(soort, ()) if s.jaar == w.jaar}
        wie: Iterable[str]
        if soort[0] in _PER_CORPORATIE or self._per_corporatie(soort):
            wie = filters.get("corporaties") or ([w.corporatie] if w.corporatie != TOTAAL else self._in_kern(w.kern))
            if w.corporatie == TOTAAL and TOTAAL in eigen and eigen[TOTAAL].laatste:
                wie = [TOTAAL]  # recorded for the whole, which goes before the sum of parts
            elif soort[1] is not None and (bekend := self._bekend(soort)):
                wie = [party for party in wie if party in bekend] or wie
        else:
            wie = [TOTAAL]
        for partij in wie:
            yield eigen.get(partij) or Geleverd(
                soort, partij, w.jaar, Staat.NIETS if soort in self._staten else Staat.NVT
            )

    @cached_property
    def _staten(self) -> dict[Soort, list[Geleverd]]:
        gevonden: dict[Soort, list[Geleverd]] = {}
        for rij in self._bron.rijen("gegevens/volledigheid"):
            soort = (rij["tabel"], rij["kengetal"])
            gaten = tuple(dagen(gat) for gat in (rij["gaten"] or "").split())
            deel = Geleverd(soort, rij["corporatie"], rij["jaar"], Staat(rij["staat"]), rij["laatste"], gaten)
            gevonden.setdefault(soort, []).append(deel)
        return gevonden

    def _per_corporatie(self, soort: Soort) -> bool:
        """Whether a kengetal is delivered by each corporatie, as its definition says."""
        return soort[1] is not None and self._kengetallen.get(soort[1], {}).get("niveau") == "corporatie"

    def _bekend(self, soort: Soort) -> set[str]:
        """The corporaties that a kengetal is expected of: those that ever delivered it, or that a norm names."""
        return self._bron.onthoud(("bekend", soort), lambda: self._zoek_bekend(soort))

    def _zoek_bekend(self, soort: Soort) -> set[str]:
        namen = {i.indicator for i in self._bron.overeenkomst.indicatoren if soort in self.soorten(i)}
        normen = [norm for norm in self._bron.overeenkomst.normen if norm.indicator in namen]
        if any(norm.corporatie is None for norm in normen) or not normen:
            return {c.corporatie for c in self._bron.overeenkomst.corporaties}
        ooit = {s.wie for s in self._staten.get(soort, ()) if s.laatste}
        return ooit | {norm.corporatie for norm in normen if norm.corporatie}

    def _in_kern(self, kern: str) -> list[str]:
        """The corporaties with homes in a kern, in the order of the agreement; all of them where nobody counted any."""
        alle = [c.corporatie for c in self._bron.overeenkomst.corporaties]
        geteld = {corporatie for corporatie, _ in self._woonplaatsen}  # who never counted may have homes anywhere
        return [c for c in alle if kern == TOTAAL or (c, kern) in self._woonplaatsen or c not in geteld] or alle

    @cached_property
    def _woonplaatsen(self) -> set[tuple[str, str]]:
        rijen = self._bron.rijen("voorraad/teldagen", niveau="detail")
        return {(rij["corporatie"], rij["kern"]) for rij in rijen}

    @cached_property
    def _kengetallen(self) -> dict[str, dict[str, Any]]:
        rijen = self._bron.overeenkomst.tabellen["kengetal_definities"].to_pylist()
        return {rij["kengetal"]: rij for rij in rijen}

    @cached_property
    def _nu(self) -> int:
        """The year in which this publication was made: the years before it are over."""
        moment = self._bron.publicatie.moment.year if self._bron.publicatie else 0
        return max(moment, self.peiljaar or 0)

    def _zonder_grens(self, indicator: Indicator, jaar: int) -> Iterator[str]:
        """That the rent limits of a year were never written down, for a figure that needs them."""
        if "huurgrenzen" in self._bron.queries[indicator.query].bron and jaar not in self._grensjaren:
            yield f"de huurgrenzen van {jaar} zijn niet vastgelegd"

    @cached_property
    def _grensjaren(self) -> set[int]:
        return set(self._bron.overeenkomst.tabellen["huurgrenzen"]["jaar"].to_pylist())

    def _wie(self, staten: Iterable[Geleverd], *, telling: dt.date | None = None) -> tuple[str, ...]:
        """Who or what is missing, in words: 'Noord t/m K2', 'Zuid: nog niets', 'Noord: K2 ontbreekt'."""
        return tuple(dict.fromkeys(self._woorden(staat, telling) for staat in staten))

    def _woorden(self, staat: Geleverd, telling: dt.date | None) -> str:
        tabel, kengetal = staat.soort
        naam = self._bron.overeenkomst.kort.get(staat.wie, staat.wie)
        if staat.wie == TOTAAL:
            naam = self._kengetallen.get(kengetal, {}).get("naam", kengetal) if kengetal else tabel
        if staat.laatste is None:
            return f"{naam}: nog niets"
        if telling is not None:
            return f"{naam}: nog geen telling van {datum(telling)}"
        tot = periode(staat.jaar, staat.laatste).removeprefix(f"{staat.jaar} ")
        if not staat.gaten:
            return f"{naam} {tot}"
        gaten = opsomming(gat_tekst(staat.jaar, *gat) for gat in staat.gaten)
        return f"{naam}: {gaten} {'ontbreken' if ' en ' in gaten else 'ontbreekt'}"
