"""A figure as it is told: for whom, how much, against which norm, and what it was at the last overleg.

Pages, papers and the command line show figures in different shapes; what is said in them is decided here, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.afspraken import Indicator, Norm
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Stand, Waarneming, grens_tekst, tekort_tekst
from dashboard.opmaak import datum, getal, ontbreekt, waarde_tekst


@dataclass(frozen=True)
class Keuze:
    """What a reader looks at: one corporatie or all, some kernen or all, and a span of years."""

    corporatie: str | None = None
    kernen: tuple[str, ...] = ()
    van: int | None = None
    tot: int | None = None

    @property
    def niveau(self) -> str:
        """The level at which a norm could hold for this choice; 'selectie' when no norm speaks of it."""
        match (self.corporatie, len(self.kernen)):
            case (None, 0):
                return "gemeente"
            case (_, 0):
                return "corporatie"
            case (None, 1):
                return "kern"
        return "selectie"

    def binnen(self, jaar: int) -> bool:
        """Whether a year lies in the chosen span."""
        return (self.van is None or jaar >= self.van) and (self.tot is None or jaar <= self.tot)


@dataclass(frozen=True)
class Cijfer:
    """The newest figure of an indicator for a choice, its judgement, and the same figure at the last overleg."""

    indicator: Indicator
    waarneming: Waarneming | None
    oordeel: Oordeel | None
    vorig: Waarneming | None

    @property
    def tekst(self) -> str:
        """The figure in Dutch notation."""
        return figuur(self.indicator, self.waarneming)

    @property
    def stand(self) -> Stand | None:
        """The official stand; None where no norm speaks of this figure."""
        if self.waarneming is None or ontbreekt(self.waarneming.waarde):
            return Stand.GEEN_GEGEVENS
        return self.oordeel.stand if self.oordeel else None

    @property
    def norm_tekst(self) -> str:
        """'norm minstens 80 % t/m 2023 · 3 verhuringen te weinig', or that there is none."""
        return norm_tekst(self.indicator, self.oordeel) if self.oordeel else "geen norm afgesproken"

    @property
    def was_tekst(self) -> str:
        """What it was at the last overleg, in words; empty without an earlier stand."""
        if self.vorig is None or ontbreekt(self.vorig.waarde):
            return ""
        toen = figuur(self.indicator, self.vorig)
        return (
            f"was {toen} ({self.vorig.periode})"
            if toen != self.tekst
            else f"ongewijzigd sinds het vorige overleg ({toen})"
        )

    @property
    def klein_tekst(self) -> str:
        """N and how far the data reach, for the small print."""
        w = self.waarneming
        if w is None:
            return ""
        delen = [] if ontbreekt(w.noemer) else [f"n = {getal(w.noemer)}"]
        return " · ".join([*delen, f"gegevens t/m {datum(w.einde)}"])


def figuur(indicator: Indicator, w: Waarneming | None) -> str:
    """A value in the notation of its indicator."""
    if w is None or ontbreekt(w.waarde) or w.noemer == 0:
        return "geen gegevens"
    return waarde_tekst(w.waarde, indicator.eenheid, w.noemer)


def norm_tekst(indicator: Indicator, oordeel: Oordeel) -> str:
    """A norm with its shortfall, as the second line of a tile."""
    norm = oordeel.norm
    if oordeel.normwaarde is None:
        if norm.bron_norm == "nulmeting":
            return f"nulmeting {norm.nulmeting_jaar} ontbreekt"
        return f"niets gepland voor {oordeel.waarneming.jaar}"
    tot = "" if oordeel.geldig or norm.geldig_tot is None else f" t/m {norm.geldig_tot.year}"
    tekort = tekort_tekst(norm, indicator, oordeel.tekort, oordeel.waarneming)
    return f"norm {grens_tekst(norm, indicator, oordeel.normwaarde)}{tot}" + (f" · {tekort}" if tekort else "")


def cijfer(monitor: Monitor, indicator: Indicator, keuze: Keuze, vorige: Monitor | None) -> Cijfer:
    """The newest figure for a choice, with its judgement when a norm speaks of exactly this part."""
    reeks = reeks_voor(monitor, indicator, keuze)
    gevuld = [w for w in reeks if not ontbreekt(w.waarde) and w.noemer != 0]
    nieuwste = (gevuld or reeks or [None])[-1]
    vorig = None
    if vorige is not None and nieuwste is not None:
        eerder = [w for w in reeks_voor(vorige, indicator, keuze) if not ontbreekt(w.waarde)]
        vorig = eerder[-1] if eerder else None
    oordeel = oordeel_bij(monitor, indicator, keuze.niveau, nieuwste) if nieuwste else None
    return Cijfer(indicator, nieuwste, oordeel, vorig)


def reeks_voor(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> list[Waarneming]:
    """The realised observations for a choice, by year."""
    niveau = keuze.niveau if keuze.niveau in indicator.lijst_niveaus else "gemeente"
    filters: dict[str, Sequence[str] | None] = {
        "corporaties": [keuze.corporatie] if keuze.corporatie else None,
        "kernen": keuze.kernen,
    }
    if keuze.niveau == "selectie":
        niveau = "gemeente"
    elif keuze.niveau not in indicator.lijst_niveaus and keuze.niveau != "gemeente":
        return []  # this figure does not exist for the chosen part; a figure of the whole would mislead
    elif niveau not in indicator.lijst_niveaus:
        return []
    gevonden = monitor.waarnemingen(indicator, niveau, **filters)
    return sorted((w for w in gevonden if w.soort != "plan" and keuze.binnen(w.jaar)), key=lambda w: w.jaar)


def oordeel_bij(monitor: Monitor, indicator: Indicator, niveau: str, w: Waarneming) -> Oordeel | None:
    """The judgement on an observation. Of several norms the official one that counts comes first, then the order of the data."""
    kandidaten = [
        oordeel
        for oordeel in monitor.oordelen
        if oordeel.norm.indicator == indicator.indicator
        and oordeel.norm.niveau == niveau
        and (oordeel.waarneming.jaar, oordeel.waarneming.corporatie, oordeel.waarneming.kern, oordeel.waarneming.soort)
        == (w.jaar, w.corporatie, w.kern, w.soort)
    ]
    return min(kandidaten, key=lambda o: (not o.norm.telt_mee, not o.geldig), default=None)


def normen_voor(
    monitor: Monitor, indicator: Indicator, niveau: str, corporatie: str = TOTAAL, kern: str = TOTAAL
) -> list[Norm]:
    """The norms that speak of this indicator at this level and part, in the order of the data."""
    return [
        norm
        for norm in monitor.overeenkomst.normen
        if norm.indicator == indicator.indicator
        and norm.niveau == niveau
        and norm.corporatie in (None, corporatie)
        and norm.kern in (None, kern)
    ]
