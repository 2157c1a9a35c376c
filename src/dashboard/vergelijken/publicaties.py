"""Two publications compared: what changed between them, and which delivery caused it.

A delivery is a cause when only one of the two has it and it covers a table, a party and a year under the figure. Where
none covers that year (a baseline that was filled in later changes all years after it), every delivery to those tables is
named: rather one too many than none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.basis.opmaak import aantal, opsomming, tijdstip
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL
from dashboard.store import Publicatie
from dashboard.vergelijken import (
    Afspraakverschil,
    Cijferverschil,
    Meldingverschil,
    Oordeelverschil,
    Verschil,
    vergelijk,
)


@dataclass(frozen=True)
class Leveringverschil:
    """A delivery that only one of the two has: it came in between, or (`weg`) it was replaced or withdrawn."""

    upload_id: str
    tabel: str
    corporatie: str | None
    van: dt.date
    tot: dt.date
    bestand: str
    weg: bool

    def over(self, tabellen: Sequence[str], corporatie: str) -> bool:
        """Whether it covers one of these tables, and this party or all of them."""
        return self.tabel in tabellen and (self.corporatie is None or corporatie in (TOTAAL, self.corporatie))

    def in_jaar(self, jaar: int) -> bool:
        """Whether it covers this year; a count on 1 January is the end of the year before."""
        eerste = self.van - dt.timedelta(days=1) if self.van == self.tot else self.van
        return eerste.year <= jaar <= (eerste.year if self.van == self.tot else self.tot.year)


@dataclass(frozen=True)
class Vergelijking:
    """Two Monitors and what differs between them. Made by `vergelijk_standen`."""

    eerst: Monitor
    later: Monitor
    verschil: Verschil
    leveringen: tuple[Leveringverschil, ...]

    def door(
        self, verschil: Afspraakverschil | Oordeelverschil | Cijferverschil | Meldingverschil
    ) -> tuple[Leveringverschil, ...]:
        """The deliveries that caused it, oldest first; none where only the agreement or the calendar changed."""
        if isinstance(verschil, Afspraakverschil):
            nummer = verschil.later.afspraak.afspraak
            per_norm = [v for v in self.verschil.oordelen if v.oordeel.norm.afspraak == nummer]
            gemeld = [v for v in self.verschil.meldingen if v.afspraak == nummer]
            bij_norm = [levering for v in per_norm for levering in self.door(v)]
            return tuple(dict.fromkeys([*bij_norm, *(levering for v in gemeld for levering in self.door(v))]))
        if isinstance(verschil, Meldingverschil):
            dagen = [rij["peildatum"] for rij in (verschil.eerst, verschil.later) if rij]
            eigen = [levering for levering in self.leveringen if levering.over(["actiestatus"], TOTAAL)]
            return tuple(levering for levering in eigen if any(levering.van <= dag <= levering.tot for dag in dagen))
        cijfer = verschil if isinstance(verschil, Cijferverschil) else verschil.cijfer
        w, bron = cijfer.waarneming, self.later.queries[cijfer.indicator.query].bron
        eigen = [levering for levering in self.leveringen if levering.over(bron, w.corporatie)]
        return tuple(levering for levering in eigen if levering.in_jaar(w.jaar)) or tuple(eigen)

    @cached_property
    def zin(self) -> str:
        """How much changed between the two, in one sentence."""
        namen = f"Van {naam(self.eerst.publicatie)} naar {naam(self.later.publicatie)}"
        delen = [
            aantal(len(rijen), een, meer)
            for rijen, een, meer in (
                (self.verschil.afspraken, "afspraak", "afspraken"),
                (self.verschil.standen, "stand per norm", "standen per norm"),
                (self.verschil.cijfers, "cijfer", "cijfers"),
                (self.verschil.meldingen, "gemelde stand", "gemelde standen"),
            )
            if rijen
        ]
        if not delen:
            return f"{namen} veranderde er niets"
        erbij = sum(not levering.weg for levering in self.leveringen)
        weg = len(self.leveringen) - erbij
        door = [aantal(erbij, "levering", "leveringen")] if erbij else []
        door += [aantal(weg, "vervallen levering", "vervallen leveringen")] if weg else []
        bron = f", door {opsomming(door)}" if door else ""
        een = len(delen) == 1 and delen[0].startswith("1 ")
        return f"{namen} {'veranderde' if een else 'veranderden'} {opsomming(delen)}{bron}"

    @property
    def kanttekening(self) -> str:
        """By which norms both are judged, and whether those are other ones than either was published with."""
        prints = {p.afspraken for p in (self.eerst.publicatie, self.later.publicatie) if p and p.afspraken}
        anders = prints - {self.later.overeenkomst.vingerafdruk}
        sinds = " De normen of definities zijn sinds een van beide gewijzigd." if anders else ""
        return f"Beide zijn beoordeeld met de normen en definities van nu.{sinds}"


def vergelijk_standen(eerst: Monitor, later: Monitor) -> Vergelijking:
    """What changed between two Monitors on publications of one store."""
    return Vergelijking(eerst, later, vergelijk(eerst, later), tuple(_leveringen(eerst, later)))


def laatste_twee(publicaties: Sequence[Publicatie]) -> tuple[Publicatie, Publicatie] | None:
    """The two that a page compares by itself: the last two with a stand name, or else the last two; None with fewer."""
    benoemd = [publicatie for publicatie in publicaties if publicatie.stand]
    lijst = benoemd if len(benoemd) > 1 else list(publicaties)
    return (lijst[-2], lijst[-1]) if len(lijst) > 1 else None


def naam(publicatie: Publicatie | None) -> str:
    """What people call a publication."""
    if publicatie is None:
        return "een lege opslag"
    return publicatie.stand or f"publicatie {publicatie.nummer}"


def voluit(publicatie: Publicatie | None) -> str:
    """'overleg oktober 2026, publicatie 3 van 21 oktober 2026, 16.30 uur'."""
    if publicatie is None:
        return naam(None)
    stand = f"{publicatie.stand}, " if publicatie.stand else ""
    return f"{stand}publicatie {publicatie.nummer} van {tijdstip(publicatie.moment)}"


def _leveringen(eerst: Monitor, later: Monitor) -> list[Leveringverschil]:
    toen, nu = (
        {(rij["upload_id"], rij["tabel"]): rij for rij in reversed(monitor.volledigheid.leveringen)}
        for monitor in (eerst, later)
    )
    erbij = [_levering(rij, weg=False) for sleutel, rij in nu.items() if sleutel not in toen]
    return erbij + [_levering(rij, weg=True) for sleutel, rij in toen.items() if sleutel not in nu]


def _levering(rij: dict[str, Any], *, weg: bool) -> Leveringverschil:
    return Leveringverschil(
        rij["upload_id"],
        rij["tabel"],
        rij["corporatie"] or None,
        rij["periode_van"],
        rij["periode_tot"],
        rij["bestand"],
        weg,
    )
