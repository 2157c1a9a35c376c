"""What publishing would change in the monitor, worked out before anything is stored.

Before publishing an analyst wants to know two things: which figures and standen change, and what no longer fits together.
What did not fit before is not held against this delivery.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from dashboard.basis.opmaak import aantal, getal, ontbreekt, percentage
from dashboard.monitor import Monitor
from dashboard.normen import Waarneming, gewoonlijk, is_heel
from dashboard.vergelijken import Verschil, afspraak_zin, vergelijk, zin
from dashboard.vergelijken.woorden import onderwerp


@dataclass(frozen=True)
class Effect:
    """`verschil` has every figure and stand that changes, the heaviest first; `afspraken` the changed standen of afspraken
    in words, every one of them; `zinnen` the norms in words;
    `waarschuwingen` what fits together worse than before, in words.
    """

    verschil: Verschil
    afspraken: tuple[str, ...]
    zinnen: tuple[str, ...]
    waarschuwingen: tuple[str, ...]

    @property
    def samenvatting(self) -> str:
        """How much changes, in one sentence."""
        if not self.verschil:
            return "Er verandert geen cijfer en geen stand."
        standen, cijfers = len(self.verschil.standen), len(self.verschil.cijfers)
        afspraken = len(self.verschil.afspraken)
        meldingen = len(self.verschil.meldingen)
        gemeld = (
            f" Ook {aantal(meldingen, 'gemelde stand verandert', 'gemelde standen veranderen')}." if meldingen else ""
        )
        op_overzicht = f"{aantal(afspraken, 'afspraak krijgt', 'afspraken krijgen')} een andere stand"
        geen = "Geen enkele afspraak krijgt een andere stand"
        per_norm = f"{aantal(standen, 'stand', 'standen')} per norm en {aantal(cijfers, 'cijfer', 'cijfers')}"
        return f"{op_overzicht if afspraken else geen}. Veranderd: {per_norm}.{gemeld}"


def effect_van(nu: Monitor, erna: Mapping[str, pa.Table]) -> Effect:
    """What changes when these tables take the place of those that `nu` shows; the other tables stay."""
    straks = nu.met(erna)
    verschil = vergelijk(nu, straks)
    return Effect(
        verschil,
        tuple(afspraak_zin(afspraak) for afspraak in verschil.afspraken),
        tuple(dict.fromkeys(zin(nu.overeenkomst, oordeel) for oordeel in verschil.oordelen)),
        (
            *_aansluiting(nu, straks),
            *_verhuurd(nu, straks),
            *_buiten_toeval(straks, verschil),
            *_kwaliteit(nu, straks),
        ),
    )


def _aansluiting(nu: Monitor, straks: Monitor) -> Iterator[str]:
    """Counts that no longer follow from the count before and the homes added and removed since."""

    def per_plek(monitor: Monitor) -> dict[tuple[Any, ...], dict[str, Any]]:
        rijen = monitor.rijen("voorraad/aansluiting", niveau="corporatie")
        return {(rij["jaar"], rij["corporatie"]): rij for rij in rijen}

    eerst = per_plek(nu)
    for plek, rij in per_plek(straks).items():
        was = abs((eerst.get(plek) or {}).get("verschil") or 0)
        if abs(rij["verschil"] or 0) > was:
            wie = straks.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"])
            te = "meer" if rij["verschil"] > 0 else "minder"
            woningen = aantal(abs(rij["verschil"]), "woning", "woningen")
            yield (
                f"Voorraad {wie} {rij['jaar']}: geteld {getal(rij['eindstand'])}, volgens begin en mutaties "
                f"{getal(rij['verwacht'])}. Dat is {woningen} {te}."
            )


def _verhuurd(nu: Monitor, straks: Monitor) -> Iterator[str]:
    """Kernen where more homes were let in a year than there are."""
    eerst = nu.rijen("gegevens/verhuurd_boven_voorraad")
    for rij in straks.rijen("gegevens/verhuurd_boven_voorraad"):
        if rij not in eerst:
            wie = straks.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"])
            yield (
                f"{wie} in {rij['kern']}, {rij['jaar']}: {aantal(rij['verhuringen'], 'verhuring', 'verhuringen')} "
                f"op {aantal(rij['woningen'], 'woning', 'woningen')}."
            )


def _buiten_toeval(straks: Monitor, verschil: Verschil) -> Iterator[str]:
    """Shares that the years before do not lead one to expect, where they were as expected until now, or were not there."""
    for cijfer in verschil.cijfers:
        w = cijfer.later
        if (
            w is None
            or cijfer.niveau == "kern"
            or not cijfer.indicator.toeval
            or w.soort != "realisatie"
            or not w.noemer
        ):
            continue
        zelfde = [
            e
            for e in straks.waarnemingen(cijfer.indicator, cijfer.niveau)
            if (e.soort, e.corporatie, e.kern) == (w.soort, w.corporatie, w.kern) and e.jaar < w.jaar
        ]
        eerder = sorted((e for e in zelfde if is_heel(e) and e.noemer), key=lambda e: e.jaar)
        hele_jaren = [(e.teller or 0, e.noemer or 0) for e in eerder]
        band = _buiten(w, hele_jaren)
        if band is not None and (cijfer.eerst is None or _buiten(cijfer.eerst, hele_jaren) is None):
            zou = f"{getal(band[0])} tot {getal(band[1])}" if band[0] < band[1] else getal(band[0])
            yield (
                f"{onderwerp(straks.overeenkomst, cijfer)}: {cijfer.teksten[1]}. Naar de jaren ervoor zouden het er {zou} "
                f"van {getal(w.noemer)} zijn; dit is meer dan toeval."
            )


def _buiten(w: Waarneming, hele_jaren: Sequence[tuple[float, float]]) -> tuple[int, int] | None:
    """The counts that the years before lead one to expect, when the observation is outside them."""
    if ontbreekt(w.teller) or not w.noemer:
        return None
    band = gewoonlijk(w.noemer, hele_jaren)
    return band if band is not None and not band[0] <= (w.teller or 0) <= band[1] else None


def _kwaliteit(nu: Monitor, straks: Monitor) -> Iterator[str]:
    """Checks whose number and share both went up: more rows always bring more empty cells."""
    eerst = {(rij["tabel"], rij["controle"]): rij for rij in nu.rijen("gegevens/kwaliteit")}
    for rij in straks.rijen("gegevens/kwaliteit"):
        was = eerst[rij["tabel"], rij["controle"]]
        if rij["aantal"] > was["aantal"] and _deel(rij) > _deel(was):
            yield (
                f"{rij['tabel']}, {rij['controle']}: {getal(rij['aantal'])} van {getal(rij['totaal'])} "
                f"({percentage(_deel(rij), rij['totaal'])}), was {getal(was['aantal'])} van {getal(was['totaal'])}."
            )


def _deel(rij: Mapping[str, Any]) -> float:
    return float(rij["aantal"] / rij["totaal"]) if rij["totaal"] else 0.0
