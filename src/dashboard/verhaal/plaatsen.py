"""The words for the places in a sentence of aandachtregels.csv, taken from a judgement or a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from dashboard.basis.opmaak import datum, getal, ontbreekt
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Oordeel, Waarneming, Zinnen, aandeel_tekst, norm_tekst, tekort_tekst
from dashboard.standen.afspraakstand import Afspraakstand, actuele_oordelen

Eerder = Mapping[
    tuple[str, str, str], Oordeel
]  # norm, corporatie, kern -> the judgement people saw at the last overleg


def eerdere_oordelen(standen: Iterable[Afspraakstand]) -> Eerder:
    """The judgements that held at an earlier stand, by norm and part."""
    oordelen = actuele_oordelen(oordeel for stand in standen for oordeel in stand.oordelen)
    return {sleutel(oordeel): oordeel for oordeel in oordelen}


def van_oordeel(overeenkomst: Overeenkomst, oordeel: Oordeel, eerder: Eerder) -> dict[str, str]:
    """The figure, what it rests on, norm, shortfall and the figure at the last overleg; empty where there is none."""
    norm, w = oordeel.norm, oordeel.waarneming
    indicator = overeenkomst.indicator[norm.indicator]
    mijlpaal = indicator.eenheid.ja_nee
    wanneer = f" op {datum(norm.deadline)}" if norm.deadline else ""
    telt = indicator.eenheid.deel and w.geteld
    waarde = None if mijlpaal else oordeel.normwaarde
    tekort = None if mijlpaal else oordeel.tekort
    return {
        "titel": indicator.titel,
        "deel": deel_naam(overeenkomst, w),
        "cijfer": _cijfer(overeenkomst, oordeel),
        "periode": "" if mijlpaal else _periode(w),
        "teller": getal(w.teller) if telt else "",
        "noemer": getal(w.noemer) if telt else "",
        "norm": "" if waarde is None else norm_tekst(norm, indicator, waarde) + wanneer,
        "norm_tot": str(norm.geldig_tot.year) if norm.geldig_tot and not oordeel.geldig else "",
        "tekort": tekort_tekst(norm, indicator, tekort, w, kort=True),
        "tekort_voluit": tekort_tekst(norm, indicator, tekort, w),
        "termijn": f"afgesproken voor {datum(norm.deadline)}" if mijlpaal and norm.deadline else "",
        "nulmeting_jaar": str(norm.nulmeting_jaar or ""),
        "was": _was(overeenkomst, oordeel, eerder.get(sleutel(oordeel))),
    }


def van_melding(melding: Mapping[str, Any]) -> dict[str, str]:
    """The reported reason, or else the explanation, and the decision that is asked for."""
    return {
        "reden": _zin(melding["oorzaak"] or melding["toelichting"]),
        "besluit": _zin(melding["besluit_gevraagd"] or ""),
    }


def deel_naam(overeenkomst: Overeenkomst, w: Waarneming) -> str:
    """The kern or corporatie a figure is about; empty for the whole."""
    return w.kern if w.kern != TOTAAL else overeenkomst.kort[w.corporatie] if w.corporatie != TOTAAL else ""


def afspraakzin(monitor: Monitor, stand: Afspraakstand) -> str:
    """What the figures say about an afspraak in one sentence, and whether that contradicts the report; empty without any."""
    oordeel = stand.weerspreekt or stand.cijfer
    if oordeel is None:
        return ""
    zin = zin_voor(monitor, oordeel)
    return f"Melding en cijfer spreken elkaar tegen. {zin}" if stand.tegenspraak else zin


def zin_voor(monitor: Monitor, oordeel: Oordeel) -> str:
    """The reason of a judgement with the part and the year in front: 'Dorp, 2025: 17 van 24 ...'."""
    w, zin = oordeel.waarneming, oordeel.reden
    mijlpaal = monitor.overeenkomst.indicator[oordeel.norm.indicator].eenheid.ja_nee
    jaar = "" if mijlpaal or str(w.jaar) in zin else w.periode or str(w.jaar)
    aanloop = ", ".join(deel for deel in (deel_naam(monitor.overeenkomst, w), jaar) if deel)
    return f"{aanloop}: {zin[:1].lower() + zin[1:]}" if aanloop else zin


def nu_tekst(overeenkomst: Overeenkomst, oordeel: Oordeel | None) -> str:
    """The running year beside a whole one: '2026 t/m K3: 1 evaluatie'; empty where there is none."""
    return f"{_periode(oordeel.waarneming)}: {_cijfer(overeenkomst, oordeel)}" if oordeel else ""


def _cijfer(overeenkomst: Overeenkomst, oordeel: Oordeel) -> str:
    """The figure with its noun; a share without counts, because those have places of their own."""
    w, indicator = oordeel.waarneming, overeenkomst.indicator[oordeel.norm.indicator]
    if indicator.eenheid.deel:
        return aandeel_tekst(w, oordeel.normwaarde, gemist=bool(oordeel.tekort))
    return Zinnen(oordeel.norm, indicator, w, oordeel.normwaarde).cijfer


def _was(overeenkomst: Overeenkomst, nu: Oordeel, toen: Oordeel | None) -> str:
    """What this figure was at the last overleg, with its period when that is another; empty when nothing changed."""
    if toen is None or ontbreekt(toen.waarneming.waarde) or toen.waarneming.noemer == 0:
        return ""
    cijfer, wanneer = _cijfer(overeenkomst, toen), _periode(toen.waarneming)
    mijlpaal = overeenkomst.indicator[nu.norm.indicator].eenheid.ja_nee
    if wanneer != _periode(nu.waarneming) and not mijlpaal:
        return f"{cijfer} in {wanneer}"
    return cijfer if cijfer != _cijfer(overeenkomst, nu) else ""


def _periode(w: Waarneming) -> str:
    """The year, or the three years when the part is judged over three."""
    return w.periode if w.jaren else w.wanneer


def sleutel(oordeel: Oordeel) -> tuple[str, str, str]:
    """What a judgement is about: norm, corporatie and kern."""
    return oordeel.norm.norm, oordeel.waarneming.corporatie, oordeel.waarneming.kern


def _zin(tekst: str) -> str:
    """What somebody wrote, ending as a sentence does."""
    return tekst if not tekst or tekst.endswith((".", "?")) else f"{tekst}."
