"""The portrait of one kern or corporatie: a sentence, its main figures, what is off course, and every figure beside that
of the gemeente and of similar kernen.

Which figures belong to a part follows from the data: an indicator exists at its level, or a norm is about it. No figure
is named here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import kleine_letter, ontbreekt
from dashboard.cijfers import (
    Cijfer,
    Keuze,
    cijfer,
    is_gevuld,
    met_aantallen,
    normen_voor,
    oordeel_bij,
    reeks_voor,
    waarde_tekst,
)
from dashboard.cijfers.gelijken import Gelijken, gelijken, middelste
from dashboard.monitor import Monitor
from dashboard.normen import ERNST, TOTAAL, Oordeel, Stand, Waarneming, aandeel_tekst, tekort_tekst
from dashboard.standen.afspraakstand import actuele_oordelen

_MEESTE_TEGELS = 4
_IN_DE_ZIN = 3
_OPVALLEND = (Stand.ACHTER, Stand.AANDACHT)


@dataclass(frozen=True)
class Regel:
    """One figure of a part in its newest period, beside the whole and beside the median of kernen of similar size."""

    indicator: Indicator
    periode: str
    eigen: str
    gemeente: str
    gelijken: str
    oordeel: Oordeel | None


@dataclass(frozen=True)
class Portret:
    """Everything that is said about one part. `gelijken` is None for a corporatie."""

    naam: str
    zin: str
    tegels: tuple[Cijfer, ...]
    afwijkend: tuple[Oordeel, ...]
    oordelen: tuple[Oordeel, ...]
    regels: tuple[Regel, ...]
    gelijken: Gelijken | None


def portret(monitor: Monitor, keuze: Keuze, vorige: Monitor | None) -> Portret:
    """The portrait of the one kern or corporatie that was chosen, made once per publication."""
    eerder = vorige.publicatie.nummer if vorige and vorige.publicatie else None
    return monitor.onthoud(("portret", keuze, eerder), lambda: _maak(monitor, keuze, vorige))


def _maak(monitor: Monitor, keuze: Keuze, vorige: Monitor | None) -> Portret:
    alle = indicatoren_van(monitor, keuze)
    oordelen = oordelen_van(monitor, keuze)
    tegels = tuple(cijfer(monitor, indicator, keuze, vorige) for indicator in hoofdcijfers(monitor, keuze, alle))
    naam = keuze.kernen[0] if keuze.kernen else monitor.overeenkomst.kort[keuze.corporatie or TOTAAL]
    soortgenoten = gelijken(monitor, keuze.kernen[0]) if keuze.kernen else None
    return Portret(
        naam,
        _zin(naam, tegels, oordelen),
        tegels,
        tuple(o for o in oordelen if o.norm.telt_mee and o.tegen_norm in _OPVALLEND),
        tuple(oordelen),
        tuple(_regel(monitor, indicator, keuze, soortgenoten) for indicator in alle),
        soortgenoten,
    )


def indicatoren_van(monitor: Monitor, keuze: Keuze) -> list[Indicator]:
    """The figures that exist for this part, in the order of the themes. One without data is left out, unless a norm is
    about it: then readers must see that the data are missing.
    """
    return [
        indicator
        for indicator in monitor.overeenkomst.indicatoren
        if keuze.niveau in indicator.niveaus
        and indicator.eenheid.is_getal
        and (_heeft_cijfer(monitor, indicator, keuze) or _normen(monitor, indicator, keuze))
    ]


def hoofdcijfers(monitor: Monitor, keuze: Keuze, alle: Sequence[Indicator]) -> list[Indicator]:
    """At most four main figures: three in the order of the themes, and one of the rest, with a norm if there is one."""

    def zonder_norm(indicator: Indicator) -> bool:
        return not _normen(monitor, indicator, keuze)

    hoofd = sorted((i for i in alle if i.hoofd), key=lambda i: (i.thema, zonder_norm(i)))
    eerste, rest = hoofd[: _MEESTE_TEGELS - 1], hoofd[_MEESTE_TEGELS - 1 :]
    return [*eerste, *sorted(rest, key=zonder_norm)[:1]]


def oordelen_van(monitor: Monitor, keuze: Keuze) -> list[Oordeel]:
    """The judgement that holds now for every norm about this part, the worst first."""
    deel = (keuze.corporatie or TOTAAL, keuze.kernen[0] if keuze.kernen else TOTAAL)
    eigen = [
        oordeel
        for oordeel in monitor.oordelen
        if oordeel.norm.niveau == keuze.niveau and (oordeel.waarneming.corporatie, oordeel.waarneming.kern) == deel
    ]
    return sorted(actuele_oordelen(eigen), key=lambda o: (ERNST.index(o.tegen_norm), not o.norm.telt_mee))


def _heeft_cijfer(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> bool:
    return any(is_gevuld(w) for w in reeks_voor(monitor, indicator, keuze))


def _normen(monitor: Monitor, indicator: Indicator, keuze: Keuze) -> bool:
    kern = keuze.kernen[0] if keuze.kernen else TOTAAL
    return bool(normen_voor(monitor, indicator, keuze.niveau, keuze.corporatie or TOTAAL, kern))


def _zin(naam: str, tegels: Sequence[Cijfer], oordelen: Sequence[Oordeel]) -> str:
    """The main figures in one sentence; a figure with a norm is that of its last judged period."""
    per_indicator = {o.norm.indicator: o for o in reversed(oordelen) if o.norm.aard == "jaar"}
    delen = [_zindeel(tegel, per_indicator.get(tegel.indicator.indicator)) for tegel in tegels[:_IN_DE_ZIN]]
    gezegd = [deel for deel in delen if deel]
    return f"{naam}: {'; '.join(gezegd) or 'nog geen gegevens'}"


def _zindeel(tegel: Cijfer, oordeel: Oordeel | None) -> str:
    titel = kleine_letter(tegel.indicator.titel)
    if oordeel is None:
        if tegel.stand is Stand.GEEN_GEGEVENS:
            return ""
        return " ".join(filter(None, [titel, tegel.tekst, tegel.indicator.eenheid.bij]))
    w = oordeel.waarneming
    if not is_gevuld(w):
        return f"{titel}: {kleine_letter(oordeel.reden).rstrip('.')}"
    tekort = tekort_tekst(oordeel.norm, tegel.indicator, oordeel.tekort, w)
    gemeten = waarde_tekst(tegel.indicator, w)
    if tegel.indicator.eenheid.deel:
        gemeten = aandeel_tekst(w, oordeel.normwaarde, gemist=bool(oordeel.tekort))
    if not oordeel.tegen_norm.oordeel:
        klein = "te klein om te beoordelen" if not ontbreekt(w.noemer) else oordeel.stand.woord
        return f"{titel} {met_aantallen(tegel.indicator, w)} in {w.periode or w.jaar}, {klein}"
    norm = "de norm" if oordeel.geldig else "de laatst bekende norm"
    return f"{titel} {gemeten} in {w.periode or w.jaar}, {f'{tekort} voor {norm}' if tekort else f'{norm} is gehaald'}"


def _regel(monitor: Monitor, indicator: Indicator, keuze: Keuze, soortgenoten: Gelijken | None) -> Regel:
    gevuld = [w for w in reeks_voor(monitor, indicator, keuze) if is_gevuld(w)]
    eigen = gevuld[-1] if gevuld else None
    geheel, midden = None, None
    ja_nee = _ja_nee(indicator, eigen, keuze)
    if eigen is not None:
        geheel = next((w for w in reeks_voor(monitor, indicator, Keuze()) if w.jaar == eigen.jaar), None)
        if soortgenoten is not None and not ja_nee:
            midden = middelste(monitor, indicator, soortgenoten.kernen).get(eigen.jaar)
    return Regel(
        indicator,
        eigen.periode or str(eigen.jaar) if eigen else "",
        ja_nee or met_aantallen(indicator, eigen),
        met_aantallen(indicator, geheel) if "gemeente" in indicator.niveaus else "–",
        met_aantallen(indicator, midden) if midden else "–",
        oordeel_bij(monitor, indicator, keuze.niveau, eigen) if eigen else None,
    )


def _ja_nee(indicator: Indicator, w: Waarneming | None, keuze: Keuze) -> str:
    """A count of kernen within one kern, as a yes or a no; empty for other figures."""
    if w is None or indicator.eenheid_een != keuze.niveau or w.waarde not in (0, 1):
        return ""
    return "ja" if w.waarde else "nee"
