"""The two standen of every afspraak: what the trekker reports (actiestatus), and what the figures say against the norms.

They are never merged into one colour: where they contradict each other the meeting has something to discuss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.afspraken import Afspraak, Thema
from dashboard.basis.opmaak import aantal, opsomming
from dashboard.monitor import Monitor
from dashboard.normen import ERNST, TOTAAL, Oordeel, Staat, Stand, Waarneming, ernstigste, samengevat
from dashboard.standen.jaarcyclus import jaar_waarover

GROEN = (Stand.GEREED, Stand.OP_SCHEMA)


@dataclass(frozen=True)
class Afspraakstand:
    """An afspraak with both standen. `berekend` is None where no norm counts for it; `gemeld` where nobody reported.

    `oordelen` are the judgements that speak: of a yearly norm the newest whole year, of a target the newest measured
    value. `lopend` are those on the running year, beside them. `gemeld_over` are the years that the newest report can be
    compared with: the one it is about, and for a target the one it was made in.
    """

    afspraak: Afspraak
    gemeld: Stand | None
    meldingen: tuple[dict[str, Any], ...]
    berekend: Stand | None
    indicatief: Stand | None
    oordelen: tuple[Oordeel, ...]
    lopend: tuple[Oordeel, ...] = ()
    gemeld_over: tuple[int, int] | None = None
    ontbreekt: tuple[str, ...] = ()

    @property
    def tegenspraak(self) -> bool:
        """Whether report and figure, of the same year, cannot both be right."""
        return self.weerspreekt is not None

    @property
    def weerspreekt(self) -> Oordeel | None:
        """The judgement that contradicts the report: one says fine, the other says behind (also indicatively)."""
        eigen = [o for o in (*self.lopend, *self.oordelen) if self._zelfde_jaar(o)]
        afgesproken = [o for o in eigen if o.stand.oordeel]
        eigen = afgesproken or eigen  # an indication only where nothing was agreed for this year
        if self.gemeld in GROEN:
            return min((o for o in eigen if o.verloren), key=_gewicht, default=None)
        beoordeeld = [o for o in eigen if o.tegen_norm.oordeel]
        if self.gemeld is Stand.ACHTER and beoordeeld and all(o.tegen_norm in GROEN for o in beoordeeld):
            return beoordeeld[0]
        return None

    @property
    def cijfer(self) -> Oordeel | None:
        """The judgement that decides what is shown: the worst one of that stand, the largest shortfall first."""
        getoond = ernstigste(s for s in (self.berekend, self.indicatief) if s)
        eigen = [o for o in self.oordelen if getoond in (o.stand, o.indicatief)]
        return min(eigen or self.oordelen, key=_gewicht, default=None)

    @property
    def loopt(self) -> Oordeel | None:
        """The judgement on the running year to show beside it: the one that contradicts the report, else the worst."""
        tegen = self.weerspreekt
        return tegen if tegen in self.lopend else min(self.lopend, key=_gewicht, default=None)

    @property
    def jaar(self) -> int | None:
        """The year of the computed stand; None for a target, which has no year of its own, and without a judgement."""
        oordeel = self.cijfer
        heeft_jaar = oordeel is not None and oordeel.norm.aard == "jaar" and oordeel.tegen_norm.oordeel
        return oordeel.waarneming.jaar if oordeel and heeft_jaar else None

    def _zelfde_jaar(self, oordeel: Oordeel) -> bool:
        if self.gemeld_over is None:
            return False
        over, gemaakt = self.gemeld_over
        return oordeel.waarneming.jaar in ((over, gemaakt) if oordeel.norm.aard == "doel" else (over,))


def afspraakstanden(monitor: Monitor) -> list[Afspraakstand]:
    """Every afspraak with its reported and its computed stand, in the order of the agreement."""
    meldingen: dict[str, list[dict[str, Any]]] = {}
    for rij in monitor.rijen("acties/stand"):
        meldingen.setdefault(rij["afspraak"], []).append(rij)
    per_afspraak: dict[str, list[Oordeel]] = {}
    for oordeel in monitor.oordelen:
        if oordeel.norm.telt_mee:
            per_afspraak.setdefault(oordeel.norm.afspraak, []).append(oordeel)
    standen = []
    for afspraak in monitor.overeenkomst.afspraken:
        eigen = meldingen.get(afspraak.afspraak, [])
        alle = per_afspraak.get(afspraak.afspraak, [])
        oordelen = actuele_oordelen(alle)
        laatste = max((rij["peildatum"] for rij in eigen), default=None)
        standen.append(
            Afspraakstand(
                afspraak,
                ernstigste(Stand(rij["stand"]) for rij in eigen) if eigen else None,
                tuple(eigen),
                _berekend(oordelen),
                _indicatief(oordelen),
                tuple(oordelen),
                tuple(lopende_oordelen(alle)),
                (jaar_waarover(monitor.overeenkomst, laatste), laatste.year) if laatste else None,
                tuple(_ontbreekt(alle, monitor.overeenkomst.kort)),
            )
        )
    return standen


def standen_van(monitor: Monitor) -> list[Afspraakstand]:
    """`afspraakstanden`, worked out once per publication."""
    return monitor.onthoud("standen", lambda: afspraakstanden(monitor))


def berekend_of_geen(monitor: Monitor, stand: Afspraakstand) -> Stand | None:
    """The computed stand, without data where a norm counts and nothing could be judged; None where there is nothing to
    compute, which is not the same.
    """
    nummer = stand.afspraak.afspraak
    heeft_norm = any(norm.afspraak == nummer and norm.telt_mee for norm in monitor.overeenkomst.normen)
    return stand.berekend or (Stand.GEEN_GEGEVENS if heeft_norm else None)


def voor_deel(stand: Afspraakstand, corporatie: str | None, kernen: Sequence[str]) -> Afspraakstand:
    """The same afspraak by the judgements on these parts alone; without any there is no computed stand."""

    def van_deel(oordelen: Iterable[Oordeel]) -> tuple[Oordeel, ...]:
        return tuple(
            oordeel
            for oordeel in oordelen
            if oordeel.waarneming.corporatie == (corporatie or TOTAAL)
            and (oordeel.waarneming.kern in kernen if kernen else oordeel.waarneming.kern == TOTAAL)
        )

    oordelen = van_deel(stand.oordelen)
    return replace(
        stand,
        berekend=_berekend(oordelen),
        indicatief=_indicatief(oordelen),
        oordelen=oordelen,
        lopend=van_deel(stand.lopend),
    )


def actuele_oordelen(oordelen: Iterable[Oordeel]) -> list[Oordeel]:
    """Per norm and part the judgement that speaks now.

    Of a yearly norm that is the newest whole year, for a part too small in that year over three years where that judges; a
    running year that can no longer be saved is as definite.
    Of a target it is the newest measured value, and a milestone that was reached stays reached. What nobody delivered
    never takes the place of what somebody did; without any figure the newest answer says why there is none.
    """
    uitkomst = []
    for eigen in _per_deel(oordelen).values():
        gedaan = [o for o in eigen if o.norm.aard == "doel" or not o.waarneming.lopend or _staat_vast(o)]
        gemeten = [o for o in gedaan if o.stand is not Stand.GEEN_GEGEVENS or _niets_te_tellen(o)]
        gehaald = [o for o in gemeten if o.mijlpaal and o.stand is Stand.GEREED]
        if sprekend := (gehaald or gemeten or gedaan)[-1:]:
            uitkomst.append(sprekend[0].sprekend)
    return uitkomst


def lopende_oordelen(oordelen: Iterable[Oordeel]) -> list[Oordeel]:
    """Per yearly norm and part the judgement on the running year: the newest year that was delivered in part."""
    uitkomst = []
    for eigen in _per_deel(oordelen).values():
        heel = [o.waarneming.jaar for o in eigen if not o.waarneming.lopend and o.stand is not Stand.GEEN_GEGEVENS]
        lopend = [o for o in eigen if o.norm.aard == "jaar" and o.waarneming.lopend and o.waarneming.waarde is not None]
        uitkomst += [o for o in lopend[-1:] if o.waarneming.jaar > max(heel, default=0) and not _staat_vast(o)]
    return uitkomst


def _per_deel(oordelen: Iterable[Oordeel]) -> dict[tuple[str, str, str], list[Oordeel]]:
    """Realised judgements by norm and part, the oldest year first."""
    delen: dict[tuple[str, str, str], list[Oordeel]] = {}
    for oordeel in sorted(oordelen, key=lambda o: o.waarneming.jaar):
        w = oordeel.waarneming
        if w.soort != "plan":
            delen.setdefault((oordeel.norm.norm, w.corporatie, w.kern), []).append(oordeel)
    return delen


def _staat_vast(oordeel: Oordeel) -> bool:
    """Whether a running year is behind already: its last day has passed, or its maximum is exceeded."""
    return oordeel.norm.aard == "jaar" and oordeel.waarneming.lopend and oordeel.tegen_norm is Stand.ACHTER


def _niets_te_tellen(oordeel: Oordeel) -> bool:
    """Whether a year was delivered whole and there was nothing to count: an answer, not a gap."""
    return oordeel.waarneming.noemer == 0 and oordeel.waarneming.staat is Staat.VOLLEDIG


def _ontbreekt(oordelen: Iterable[Oordeel], kort: Mapping[str, str]) -> Iterator[str]:
    """What is not there for the year after the one that speaks, where that year is over: '2025: nog niets', 'Noord t/m K2'.

    A kern of one corporatie is as far as she is; it is named no further where somebody else said so of that year.
    """
    gezegd: dict[str, int] = {}
    for eigen in _per_deel(oordelen).values():
        heel = max((o.waarneming.jaar for o in eigen if _is_volledig(o.waarneming)), default=0)
        for oordeel in eigen:
            w = oordeel.waarneming
            if w.jaar > heel and w.voorbij and not _is_volledig(w) and oordeel.norm.aard == "jaar":
                if w.geleverd and not w.mist and w.kern != TOTAAL and w.jaar in gezegd.values():
                    continue
                wie = "alleen" if w.corporatie == TOTAAL else kort[w.corporatie]
                tot = f"{wie} {w.periode.removeprefix(f'{w.jaar} ')}"
                gezegd.setdefault(f"{w.jaar}: {opsomming(w.mist) or (tot if w.geleverd else 'nog niets')}", w.jaar)
    yield from gezegd


def _is_volledig(w: Waarneming) -> bool:
    return w.staat is Staat.VOLLEDIG and not w.mist


def per_norm(oordelen: Iterable[Oordeel]) -> dict[str, list[Oordeel]]:
    """Judgements grouped by norm code."""
    groepen: dict[str, list[Oordeel]] = {}
    for oordeel in oordelen:
        groepen.setdefault(oordeel.norm.norm, []).append(oordeel)
    return groepen


def _berekend(oordelen: Sequence[Oordeel]) -> Stand | None:
    if not oordelen:
        return None
    return ernstigste(samengevat(o.stand for o in deel) for deel in per_norm(oordelen).values())


def _indicatief(oordelen: Sequence[Oordeel]) -> Stand | None:
    indicatief = [o.indicatief for o in oordelen if o.indicatief is not None]
    return ernstigste(indicatief) if indicatief else None


def _gewicht(oordeel: Oordeel) -> tuple[int, float, float]:
    return ERNST.index(oordeel.tegen_norm), -(oordeel.tekort or 0), -(oordeel.normwaarde or 0)


def telling(
    standen: Iterable[Afspraakstand], thema: Thema | None = None, *, berekend: bool = False
) -> dict[Stand, int]:
    """How many afspraken (of a theme) were reported in each stand; not reported counts as `geen_gegevens`.

    With `berekend` how many have each computed stand; those without a norm that counts are left out.
    """
    eigen = [stand for stand in standen if thema is None or stand.afspraak.thema == thema.thema]
    uit = [s.berekend for s in eigen if s.berekend] if berekend else [s.gemeld or Stand.GEEN_GEGEVENS for s in eigen]
    return {stand: aantal for stand in Stand if (aantal := uit.count(stand))}


def telling_tekst(aantallen: Mapping[Stand, int], ook: Stand | None = None) -> str:
    """Counts in words, the standen that judge and `ook` (not reported): '26 gereed, 3 aandacht en 2 achter'."""
    volgorde = [stand for stand in aantallen if stand.oordeel or stand is ook]
    return opsomming(f"{aantallen[s]} {'niet gemeld' if s is ook else s.kort}" for s in volgorde)


def samenvatting(standen: Sequence[Afspraakstand]) -> str:
    """'55 afspraken: gemeld 26 gereed en 3 aandacht; berekend 4 achter; 2 tegenspraken'."""
    zin = f"{len(standen)} afspraken: gemeld {telling_tekst(telling(standen), Stand.GEEN_GEGEVENS)}"
    if berekend := telling_tekst(telling(standen, berekend=True)):
        zin += f"; berekend {berekend}"
    if tegenspraken := sum(stand.tegenspraak for stand in standen):
        zin += f"; {aantal(tegenspraken, 'tegenspraak', 'tegenspraken')}"
    return zin


def ontbrekende_rijen(monitor: Monitor) -> str:
    """The sentence that rows with faults were left out, and of which delivery; empty when none were."""
    weg = [rij for rij in monitor.volledigheid.leveringen if rij["weggelaten"]]
    if not weg:
        return ""
    hoeveel = sum(rij["weggelaten"] for rij in weg)
    bestanden = list(dict.fromkeys(rij["bestand"] for rij in weg))
    genoemd = opsomming([*bestanden[:3], *([f"nog {len(bestanden) - 3}"] if len(bestanden) > 3 else [])])
    levering = "levering" if len(bestanden) == 1 else "leveringen"
    return f"{aantal(hoeveel, 'rij', 'rijen')} van {levering} {genoemd} {'ontbreekt' if hoeveel == 1 else 'ontbreken'}"
