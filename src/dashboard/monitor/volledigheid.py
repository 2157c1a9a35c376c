"""How far the deliveries of a publication reach: up to which day, and which year is whole for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import periode
from dashboard.monitor.bron import Bron
from dashboard.normen import TOTAAL, Waarneming, deel_na
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN


class Volledigheid:
    """What was delivered, by whom and up to when. Today's date plays no part."""

    def __init__(self, bron: Bron) -> None:
        self._bron = bron

    @cached_property
    def leveringen(self) -> list[dict[str, Any]]:
        """Every delivery in this publication, newest first."""
        return self._bron.rijen("gegevens/leveringen")

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
        """The last day that the figures cover (reports on actions aside); None without data."""
        cijfers = [rij["periode_tot"] for rij in self.leveringen if rij["tabel"] != "actiestatus"]
        return max(cijfers or [rij["periode_tot"] for rij in self.leveringen], default=None)

    @cached_property
    def peiljaar(self) -> int | None:
        """The year of the newest data."""
        return self.peildatum.year if self.peildatum else None

    @cached_property
    def _per_jaar(self) -> dict[tuple[str, str, int], dict[str, Any]]:
        rijen = self._bron.rijen("gegevens/volledigheid")
        return {(rij["tabel"], rij["corporatie"], rij["jaar"]): rij for rij in rijen}

    def met_periode(self, indicator: Indicator, w: Waarneming, gekozen: Sequence[str] = ()) -> Waarneming:
        """The observation with how far the deliveries behind it reach: those of the chosen corporaties, of the one it is
        about, or of all.
        """
        tabellen = {naam for naam in self._bron.queries[indicator.query].bron if naam in TABELLEN} - {LEVERINGEN.naam}
        van_wie = {TOTAAL, *(gekozen or [w.corporatie])}
        staten = [
            rij
            for (tabel, corporatie, jaar), rij in self._per_jaar.items()
            if tabel in tabellen and jaar == w.jaar and (corporatie in van_wie or van_wie == {TOTAAL})
        ]
        onvolledig = [rij for rij in staten if not rij["volledig"]]
        if indicator.tijd == "peil" and w.jaar != self.peiljaar:
            onvolledig = []  # a count on a day is complete, whichever day of an earlier year it was
        if not onvolledig:
            return replace(w, periode=str(w.jaar), geleverd=bool(staten))
        ver = max(_reikt(rij) for rij in staten)
        tekst = periode(w.jaar, ver)
        achter = {rij["corporatie"]: rij["tot_en_met"] for rij in onvolledig if (rij["tot_en_met"] or ver) < ver}
        if achter and indicator.tijd == "stroom":
            kort = self._bron.overeenkomst.kort
            wie = ", ".join(
                f"{kort.get(code, code)} {periode(w.jaar, dag).removeprefix(f'{w.jaar} ')}"
                for code, dag in achter.items()
                if code != TOTAAL
            )
            tekst += f" ({wie})" if wie else ""
        over = [deel_na(w.jaar, _reikt(rij)) for rij in staten]
        return replace(w, tot_en_met=ver, periode=tekst, geleverd=True, te_komen=sum(over) / len(over))


def _reikt(rij: dict[str, Any]) -> dt.date:
    """The last day that was delivered without a gap; where even the first day is missing, that first day."""
    return rij["tot_en_met"] or dt.date(rij["jaar"], 1, 1)
