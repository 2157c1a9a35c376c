"""One publication and one agreement, opened together: what pages, papers and the command line all ask.

This is the only road to a figure. Whoever wants a number asks a `Monitor`; it runs the query on the publication, turns
rows into observations, and has `normen` judge them. Two callers that ask the same get the same, because the answer is
kept under the query, its parameters and nothing else: a publication never changes.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.afspraken import Indicator, Norm, Overeenkomst, laad_overeenkomst
from dashboard.basis.instellingen import afspraken_map, getal_van, hoeveelheid_van, instelling, query_map
from dashboard.basis.opmaak import ontbreekt, periode
from dashboard.monitor.samenhang import controleer_indicatoren
from dashboard.normen import TOTAAL, Oordeel, Waarneming, andere_definitie, beoordeel, deel_na
from dashboard.queries import Queries, Query, haal_op, laad_queries
from dashboard.store import Opslag, Publicatie, maak_verbinding
from dashboard.tabellen.contracten import TABELLEN

T = TypeVar("T")
Tabellen = Mapping[str, pa.Table]
Sleutel = tuple[int, str, str]  # year, corporatie, kern
_MEESTE_ANTWOORDEN = 3000
_NIETS = object()


class Monitor:
    """The agreement and one state of the data: every contract table. `open_monitor` makes it; threads may share it."""

    def __init__(self, overeenkomst: Overeenkomst, gegevens: Tabellen, publicatie: Publicatie | None) -> None:
        self.overeenkomst = overeenkomst
        self.gegevens = gegevens
        self.publicatie = publicatie
        self._verzonnen = {naam for naam, tabel in gegevens.items() if pc.any(tabel["fictief"]).as_py()}
        self._grenzen = {naam: getal_van(naam) for naam in ("MONITOR_QUERYTIJD", "MONITOR_RIJEN", "MONITOR_KLEIN")}
        self._verbinding = maak_verbinding({**gegevens, **overeenkomst.tabellen}, hoeveelheid_van("MONITOR_GEHEUGEN"))
        self.queries: Queries = laad_queries(query_map(), self._verbinding)
        controleer_indicatoren(overeenkomst, self.queries)
        self._onthouden: dict[Hashable, Any] = {}
        self._slot = threading.Lock()

    def onthoud(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """What `maak` gave for this key the first time: nothing that rests on a publication ever changes. The oldest
        answers go when there are many. Callers never change what they get.
        """
        gevonden = self._onthouden.get(sleutel, _NIETS)
        if gevonden is not _NIETS:
            return cast(T, gevonden)
        antwoord = maak()  # outside the lock: two threads may do the same work once, none waits for a slow query
        with self._slot:
            while len(self._onthouden) >= _MEESTE_ANTWOORDEN:
                self._onthouden.pop(next(iter(self._onthouden)))
            self._onthouden[sleutel] = antwoord
        return antwoord

    def rijen(self, naam: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, as dicts. Raises QueryFout."""
        sleutel = ("rijen", naam, repr(sorted(parameters.items())))
        return list(self.onthoud(sleutel, lambda: self.haal_op(self.queries[naam], parameters)))

    def haal_op(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run a query, or another statement from its text, within the limits; the answer is not kept. Raises QueryFout."""
        return haal_op(
            self._verbinding,
            query,
            parameters,
            seconden=self._grenzen["MONITOR_QUERYTIJD"],
            max_rijen=int(self._grenzen["MONITOR_RIJEN"]),
        )

    def fictief(self, query: str | None = None) -> bool:
        """Whether any row behind this query (or in the publication at all) is invented: the rows themselves say so."""
        return bool(self._verzonnen & set(self.queries[query].bron) if query else self._verzonnen)

    @cached_property
    def leveringen(self) -> list[dict[str, Any]]:
        """Every delivery in this publication, newest first."""
        return self.rijen("gegevens/leveringen")

    @cached_property
    def laatste_leveringen(self) -> dict[str, dict[str, dt.date]]:
        """Per table and corporatie (TOTAAL for deliveries by others) the last day that was delivered."""
        gevonden: dict[str, dict[str, dt.date]] = {}
        for rij in self.leveringen:
            eigen = gevonden.setdefault(rij["tabel"], {})
            wie = rij["corporatie"] or TOTAAL
            eigen[wie] = max(eigen.get(wie, rij["periode_tot"]), rij["periode_tot"])
        return gevonden

    @cached_property
    def peildatum(self) -> dt.date | None:
        """The last day the figures speak of (reports on actions aside); None without data. Today's date plays no part."""
        cijfers = [rij["periode_tot"] for rij in self.leveringen if rij["tabel"] != "actiestatus"]
        return max(cijfers or [rij["periode_tot"] for rij in self.leveringen], default=None)

    @cached_property
    def peiljaar(self) -> int | None:
        """The year of the newest data."""
        return self.peildatum.year if self.peildatum else None

    @cached_property
    def _volledigheid(self) -> dict[tuple[str, str, int], dict[str, Any]]:
        return {(rij["tabel"], rij["corporatie"], rij["jaar"]): rij for rij in self.rijen("gegevens/volledigheid")}

    def waarnemingen(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> list[Waarneming]:
        """Observations at a level (gemeente, corporatie, kern or detail), in the order of the query; `filters` are `kernen`
        and `corporaties`, and one that the query does not know is left out.
        """
        gevraagd = self.parameters(indicator, niveau, **filters)
        wie = gevraagd.get("corporaties", ())
        vraag, sleutel = partial(self.rijen, indicator.query, **gevraagd), repr(sorted(gevraagd.items()))
        return list(
            self.onthoud((indicator, sleutel), lambda: [self._waarneming(indicator, rij, wie) for rij in vraag()])
        )

    def parameters(self, indicator: Indicator, niveau: str, **filters: Sequence[str] | None) -> dict[str, Any]:
        """What the query of an indicator is asked for at a level and with these filters."""
        bekend = {parameter.naam for parameter in self.queries[indicator.query].parameters}
        gevraagd: dict[str, Any] = dict(indicator.vaste_parameters)
        if "niveau" in bekend:
            gevraagd["niveau"] = niveau
        return gevraagd | {naam: list(waarde) for naam, waarde in filters.items() if waarde and naam in bekend}

    def _waarneming(self, indicator: Indicator, rij: Mapping[str, Any], gekozen: Sequence[str]) -> Waarneming:
        soort = rij.get("soort") or "realisatie"
        kaal = Waarneming(
            jaar=rij["jaar"],
            corporatie=rij.get("corporatie") or TOTAAL,
            kern=rij.get("kern") or TOTAAL,
            soort=soort,
            waarde=_getal(rij[indicator.kolom]),
            teller=_getal(rij[indicator.teller]) if indicator.teller else None,
            noemer=_getal(rij[indicator.noemer]) if indicator.noemer else None,
            erbij=tuple((woord, _getal(rij[kolom])) for woord, kolom in indicator.kolommen_erbij.items()),
        )
        return kaal if soort == "plan" else self._met_periode(indicator, kaal, gekozen)

    def _met_periode(self, indicator: Indicator, w: Waarneming, gekozen: Sequence[str] = ()) -> Waarneming:
        """Add how far the deliveries behind it reach, of whom was counted: the chosen, the one it is about, or all."""
        bron = [naam for naam in self.queries[indicator.query].bron if naam in TABELLEN and naam != "leveringen"]
        van_wie = {TOTAAL, *(gekozen or [w.corporatie])}
        staten = [
            rij
            for (tabel, corporatie, jaar), rij in self._volledigheid.items()
            if tabel in bron and jaar == w.jaar and (corporatie in van_wie or van_wie == {TOTAAL})
        ]
        onvolledig = [rij for rij in staten if not rij["volledig"]]
        if indicator.tijd == "peil" and w.jaar != self.peiljaar:
            onvolledig = []  # a count on a day is whole, whatever day of an earlier year it was
        if not onvolledig:
            return replace(w, periode=str(w.jaar), geleverd=bool(staten))
        ver = max(rij["tot_en_met"] or dt.date(w.jaar, 1, 1) for rij in staten)
        achter = {rij["corporatie"]: rij["tot_en_met"] for rij in onvolledig if (rij["tot_en_met"] or ver) < ver}
        tekst = periode(w.jaar, ver)
        if achter and indicator.tijd == "stroom":
            wie = ", ".join(
                f"{self.overeenkomst.kort.get(code, code)} {periode(w.jaar, dag).removeprefix(f'{w.jaar} ')}"
                for code, dag in achter.items()
                if code != TOTAAL
            )
            tekst += f" ({wie})" if wie else ""
        over = [deel_na(w.jaar, rij["tot_en_met"] or dt.date(w.jaar, 1, 1)) for rij in staten]
        return replace(w, tot_en_met=ver, periode=tekst, geleverd=True, te_komen=sum(over) / len(over))

    @cached_property
    def oordelen(self) -> tuple[Oordeel, ...]:
        """Every norm on every year, part and kind (plan and realisation) it can be tested on, in the order of the norms."""
        per_code: dict[str, list[Norm]] = {}
        for norm in self.overeenkomst.normen:
            per_code.setdefault(norm.norm, []).append(norm)
        indicator = self.overeenkomst.indicator
        return tuple(o for normen in per_code.values() for o in self._toets(indicator[normen[0].indicator], normen))

    @cached_property
    def _per_indicator(self) -> dict[tuple[str, str], list[Oordeel]]:
        gevonden: dict[tuple[str, str], list[Oordeel]] = {}
        for oordeel in self.oordelen:
            gevonden.setdefault((oordeel.norm.indicator, oordeel.norm.niveau), []).append(oordeel)
        return gevonden

    def oordelen_over(self, indicator: Indicator, niveau: str) -> list[Oordeel]:
        """The judgements on one figure at one level, in the order of the norms; indicative ones for another definition."""
        if indicator.definitie:
            return self.onthoud(("anders", indicator, niveau), lambda: self._oordelen_anders(indicator, niveau))
        return self._per_indicator.get((indicator.indicator, niveau), [])

    def _oordelen_anders(self, indicator: Indicator, niveau: str) -> list[Oordeel]:
        per_code: dict[str, list[Norm]] = {}
        for norm in self.overeenkomst.normen:
            if (norm.indicator, norm.niveau) == (indicator.indicator, niveau):
                per_code.setdefault(norm.norm, []).append(norm)
        oordelen = [oordeel for normen in per_code.values() for oordeel in self._toets(indicator, normen)]
        return [andere_definitie(oordeel, indicator.definitie) for oordeel in oordelen]

    def _toets(self, indicator: Indicator, normen: list[Norm]) -> list[Oordeel]:
        """Judge one norm on a figure, given all its periods of validity."""
        normen = sorted(normen, key=lambda norm: norm.geldig_van)
        eerste = normen[0]
        gevonden = [w for w in self.waarnemingen(indicator, eerste.niveau) if _geldt_voor(eerste, w)]
        normkolom = self._normkolommen(indicator, eerste)
        gevonden = [replace(w, normkolom=normkolom.get((w.jaar, w.corporatie, w.kern))) for w in gevonden]
        gepland = [w for w in gevonden if w.soort == "plan"]
        gedaan = self._aangevuld(indicator, eerste, [w for w in gevonden if w.soort != "plan"])
        per_deel = {(w.jaar, w.corporatie, w.kern): w for w in gedaan}
        klein = int(self._grenzen["MONITOR_KLEIN"])
        uitkomst = []
        for w in [*gepland, *gedaan]:
            begonnen = [norm for norm in normen if norm.geldig_van <= dt.date(w.jaar, 12, 31)]
            if not begonnen:
                continue  # before the agreement there is nothing to test
            norm = next((norm for norm in begonnen if norm.geldig_in(w.jaar)), begonnen[-1])
            basis = per_deel.get((norm.nulmeting_jaar or 0, w.corporatie, w.kern))
            zelfde = [ander for ander in gedaan if (ander.corporatie, ander.kern) == (w.corporatie, w.kern)]
            nulmeting = basis.waarde if basis else None
            gehaald_in = min((ander.jaar for ander in zelfde if _haalt(norm, ander)), default=None)
            eerder = [ander for ander in zelfde if ander.jaar < w.jaar and w.soort != "plan"]
            uitkomst.append(
                beoordeel(norm, indicator, w, nulmeting=nulmeting, gehaald_in=gehaald_in, klein=klein, eerder=eerder)
            )
        return uitkomst

    def _normkolommen(self, indicator: Indicator, norm: Norm) -> dict[Sleutel, float | None]:
        if norm.normkolom is None:
            return {}
        rijen = self.rijen(indicator.query, **indicator.vaste_parameters, niveau=norm.niveau)
        return {(rij["jaar"], rij["corporatie"], rij["kern"]): _getal(rij[norm.normkolom]) for rij in rijen}

    def _aangevuld(self, indicator: Indicator, norm: Norm, gevonden: list[Waarneming]) -> list[Waarneming]:
        """Put an observation without a figure where a year or part has none: silence must be visible as silence."""
        if self.peiljaar is None:
            return gevonden
        delen = {"gemeente": [(TOTAAL, TOTAAL)]} | {
            "corporatie": [(c.corporatie, TOTAAL) for c in self.overeenkomst.corporaties],
            "kern": [(TOTAAL, k.kern) for k in self.overeenkomst.kernen],
        }
        aanwezig = {(w.jaar, w.corporatie, w.kern): w for w in gevonden}
        compleet = []
        eerste = min([norm.geldig_van.year, *(w.jaar for w in gevonden)])
        for jaar in range(eerste, self.peiljaar + 1):
            for corporatie, kern in delen[norm.niveau]:
                leeg = Waarneming(jaar, corporatie, kern)
                if not _geldt_voor(norm, leeg):
                    continue
                w = aanwezig.get((jaar, corporatie, kern)) or self._met_periode(indicator, leeg)
                if w.waarde is None and indicator.noemer and w.noemer is None and w.geleverd:
                    w = replace(w, noemer=0)
                compleet.append(w)
        return compleet


def _geldt_voor(norm: Norm, w: Waarneming) -> bool:
    """Whether a norm that is limited to one corporatie or kern speaks of this part."""
    return norm.corporatie in (None, w.corporatie) and norm.kern in (None, w.kern)


def _haalt(norm: Norm, w: Waarneming) -> bool:
    return norm.waarde is not None and w.waarde is not None and w.waarde >= norm.waarde


def _getal(waarde: Any) -> float | None:
    return None if ontbreekt(waarde) else waarde


def open_monitor(stand: int | str | None = None, *, map_: Path | None = None, adres: str | None = None) -> Monitor:
    """Open the newest publication, or the one with this number or name.

    Raises FoutenError for an agreement or a query that is not in order, OpslagFout for an unknown publication.
    """
    opslag = Opslag(adres or instelling("MONITOR_DATA"))
    gekozen = opslag.publicatie(stand)
    return Monitor(laad_overeenkomst(map_ or afspraken_map()), opslag.tabellen(gekozen), gekozen)
