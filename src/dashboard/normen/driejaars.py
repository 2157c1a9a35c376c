"""The share over three years, by which a part that is too small in one year (a kern with four lettings) is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.basis.opmaak import ontbreekt, opsomming
from dashboard.normen.waarneming import Waarneming


def over_drie_jaar(w: Waarneming, eerder: Iterable[Waarneming]) -> Waarneming | None:
    """This year together with the whole years among the two before it; None when neither of those was counted.

    Counts are added up, shares never averaged: a year of two lettings must not weigh as much as one of nine. `eerder` are
    observations of the same part. A year that nobody delivered is left out, and then the period names the years.
    """
    if ontbreekt(w.teller) or not w.noemer:
        return None
    erbij = sorted((e for e in eerder if w.jaar - 2 <= e.jaar < w.jaar and is_heel(e)), key=lambda e: e.jaar)
    if not erbij:
        return None
    teller = (w.teller or 0) + sum(e.teller or 0 for e in erbij)
    noemer = w.noemer + sum(e.noemer or 0 for e in erbij)
    jaren = tuple(e.jaar for e in erbij)
    nu = w.wanneer
    aaneen = jaren == tuple(range(jaren[0], w.jaar))
    tekst = f"{jaren[0]}-{nu}" if aaneen else opsomming([*map(str, jaren), nu])
    return replace(w, waarde=teller / noemer, teller=teller, noemer=noemer, periode=tekst, jaren=(*jaren, w.jaar))


def is_heel(w: Waarneming) -> bool:
    """Whether a year was counted from beginning to end; a year with nothing to count was."""
    return not w.lopend and not ontbreekt(w.noemer) and (w.noemer == 0 or not ontbreekt(w.teller))
