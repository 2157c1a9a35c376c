"""The sheet of a figure: every year and part of it, with what it rests on, its norm and its stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import getal, hoofdletter, ontbreekt, opsomming
from dashboard.cijfers import is_aangeleverd, is_gevuld, onbekend_teksten, oordelen_bij, waarde_tekst
from dashboard.cijfers.cijfer import norm_tekst as norm_ontbreekt
from dashboard.cijfers.definitie import bronregel
from dashboard.normen import (
    TOTAAL,
    Oordeel,
    Staat,
    Stand,
    Waarneming,
    aandeel_tekst,
    norm_tekst,
    toeval_tekst,
)
from dashboard.papieren.blad import GEEN_WAARDE, Blad, Cel, Getal, aantal, jaartal
from dashboard.papieren.uitgave import Uitgave

NIET_GELEVERD, NIET_BEKEND, NIET_VAN_TOEPASSING = "niet geleverd", "niet bekend", "niet van toepassing"
NIET_GEPLAND = "niet gepland"
_ALLE = "alle"


def cijfersleutel(indicator: Indicator) -> str:
    """The key of the sheet of a figure."""
    return f"cijfer {indicator.indicator}"


def cijferblad(uitgave: Uitgave, indicator: Indicator) -> Blad:
    """The sheet. Without a choice it has every level that the figure is shown at; with one only that part."""
    monitor, eenheid = uitgave.monitor, indicator.eenheid
    telkop = ["teller", "noemer (n)"] if indicator.teller and not eenheid.klassen else ["n"] if indicator.noemer else []
    kop = (
        *("jaar", "corporatie", "kern", "periode", *(["klasse"] if eenheid.klassen else []), "waarde", *telkop),
        *(*indicator.erbij, "norm is", "norm", "stand", "indicatief", "opmerking"),
    )
    if not is_aangeleverd(monitor, indicator):
        leeg = "Dit cijfer is nog niet aangeleverd."
    else:
        leeg = "Dit cijfer is er niet voor deze keuze."
    regels = [indicator.uitleg, f"Eenheid: {_eenheid(indicator)}.", bronregel(monitor, indicator)]
    if indicator.definitie:
        regels.insert(1, f"Anders geteld dan afgesproken: {indicator.definitie}.")
    rijen = tuple(_rij(uitgave, indicator, niveau, w) for niveau, w in _waarnemingen(uitgave, indicator))
    return Blad(cijfersleutel(indicator), indicator.titel, indicator.titel, kop, rijen, tuple(regels), leeg)


def _eenheid(indicator: Indicator) -> str:
    """The unit in words: 'deel van de verhuringen', 'maanden'."""
    eenheid = indicator.eenheid
    if eenheid.deel:
        return f"aandeel in procenten, van {indicator.eenheid_meer}"
    if eenheid.ja_nee:
        return "gereed of nog niet gereed"
    return eenheid.bij or eenheid.as_woord or indicator.eenheid_meer


def _waarnemingen(uitgave: Uitgave, indicator: Indicator) -> Iterator[tuple[str, Waarneming]]:
    """The observations that the choice is about, each with the level at which a norm could be about it."""
    monitor, keuze = uitgave.monitor, uitgave.keuze
    if keuze.niveau == "selectie":
        gevonden = list(_selectie(uitgave, indicator))
    else:
        niveaus = indicator.niveaus if keuze.niveau == "gemeente" else (keuze.niveau,)
        gevonden = [(n, w) for n in niveaus if n in indicator.niveaus for w in monitor.met_gaten(indicator, n)]
    deel = (keuze.corporatie or TOTAAL, keuze.kernen[0] if keuze.kernen else TOTAAL)
    for niveau, w in gevonden:
        eigen = keuze.niveau in ("gemeente", "selectie") or (w.corporatie, w.kern) == deel
        if eigen and keuze.binnen(w.jaar):
            yield niveau, w


def _selectie(uitgave: Uitgave, indicator: Indicator) -> Iterator[tuple[str, Waarneming]]:
    """Several kernen, or kernen of one corporatie, counted together, where the query can count them; then every chosen kern
    where no corporatie was chosen.
    """
    monitor, keuze = uitgave.monitor, uitgave.keuze
    gevraagd = {naam for naam, waarde in keuze.filters.items() if waarde}
    if "gemeente" in indicator.niveaus and gevraagd <= {*monitor.parameters(indicator, "gemeente", **keuze.filters)}:
        for w in monitor.waarnemingen(indicator, "gemeente", **keuze.filters):
            yield "selectie", w
    if keuze.corporatie is None and "kern" in indicator.niveaus:
        for w in monitor.met_gaten(indicator, "kern"):
            if w.kern in keuze.kernen:
                yield "kern", w


def _rij(uitgave: Uitgave, indicator: Indicator, niveau: str, w: Waarneming) -> tuple[Cel, ...]:
    monitor, keuze, eenheid = uitgave.monitor, uitgave.keuze, indicator.eenheid
    oordelen = oordelen_bij(monitor, indicator, niveau, w)
    oordeel = oordelen[0] if oordelen else None
    corporatie, kern = w.corporatie, w.kern
    if niveau == "selectie":
        corporatie, kern = keuze.corporatie or TOTAAL, opsomming(keuze.kernen)
    telling: list[Cel] = []
    if indicator.teller and not eenheid.klassen:
        telling.append(_telling(w, w.teller))
    if indicator.noemer:
        telling.append(_telling(w, w.noemer))
    stand = oordeel.stand if oordeel else Stand.GEEN_NORM if is_gevuld(w) else Stand.GEEN_GEGEVENS
    return (
        jaartal(w.jaar),
        _ALLE if corporatie == TOTAAL else monitor.overeenkomst.kort[corporatie],
        _ALLE if kern == TOTAAL else kern,
        f"{w.jaar} gepland" if w.soort == "plan" else w.periode or str(w.jaar),
        *([str(w.waarde).replace("_", " ")] if eenheid.klassen else []),
        _waarde(indicator, w, oordeel),
        *telling,
        *(_erbij(indicator, w, woord) for woord in indicator.erbij),
        *_norm(indicator, oordeel),
        stand.woord,
        oordeel.indicatief.woord if oordeel and oordeel.indicatief else GEEN_WAARDE,
        _opmerking(monitor.klein, indicator, w, oordelen),
    )


def _waarde(indicator: Indicator, w: Waarneming, oordeel: Oordeel | None) -> Cel:
    """The figure as the number it is; done or not as a word; and where there is none, why."""
    eenheid = indicator.eenheid
    if eenheid.klassen:
        return _telling(w, w.teller)
    if not is_gevuld(w) or w.waarde is None:
        return _geen_cijfer(w)
    tekst = waarde_tekst(indicator, w)
    if eenheid.deel and oordeel is not None:
        tekst = aandeel_tekst(w, oordeel.normwaarde, gemist=bool(oordeel.tekort))
    return tekst if eenheid.ja_nee else Getal(w.waarde, tekst)


def _erbij(indicator: Indicator, w: Waarneming, woord: str) -> Cel:
    """A figure beside this one, such as the mean beside a median."""
    waarde = dict(w.erbij).get(woord)
    return _geen_cijfer(w) if waarde is None or ontbreekt(waarde) else Getal(waarde, indicator.eenheid.tekst(waarde))


def _telling(w: Waarneming, hoeveel: float | None) -> Cel:
    return _geen_cijfer(w) if ontbreekt(hoeveel) else aantal(hoeveel)


def _geen_cijfer(w: Waarneming) -> str:
    """Why there is no figure: nothing to divide by, nothing planned, nothing delivered, or delivered and not known."""
    if w.noemer == 0:
        return NIET_VAN_TOEPASSING
    if w.soort == "plan":
        return NIET_GEPLAND
    return NIET_GELEVERD if w.staat in (Staat.NIETS, Staat.NVT) else NIET_BEKEND


def _norm(indicator: Indicator, oordeel: Oordeel | None) -> tuple[Cel, Cel]:
    """The direction of the norm and its value; in words where there is none."""
    if oordeel is None:
        return GEEN_WAARDE, "geen norm"
    if oordeel.normwaarde is None:
        return oordeel.norm.richting, norm_ontbreekt(indicator, oordeel)
    tekst = norm_tekst(oordeel.norm, indicator, oordeel.normwaarde)
    return oordeel.norm.richting, Getal(oordeel.normwaarde, tekst)


def _opmerking(klein: int, indicator: Indicator, w: Waarneming, oordelen: Sequence[Oordeel]) -> str:
    """What a reader must know of this figure: that it rests on few, why it has its stand, other norms, what is missing."""
    redenen = [
        o.reden if nr == 0 else f"Ook norm {o.norm.norm}: {o.stand.woord}. {o.reden}" for nr, o in enumerate(oordelen)
    ]
    zinnen = [
        f"Klein aantal: minder dan {getal(klein)}." if w.noemer and indicator.eenheid.te_klein(w.noemer, klein) else "",
        *redenen,
        *(f"Nog niet aangeleverd: {wie}." for wie in w.mist if not any(wie in reden for reden in redenen)),
        *(_zin(tekst) for tekst in onbekend_teksten(w.onbekend)),
        _zin(toeval_tekst(indicator, w)),
    ]
    return " ".join(filter(None, zinnen)) or GEEN_WAARDE


def _zin(tekst: str) -> str:
    return f"{hoofdletter(tekst)}." if tekst else ""
