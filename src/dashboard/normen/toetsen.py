"""One norm on every observation of its figure: which period of the norm holds, what to compare with, and the judgement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.afspraken.overeenkomst import Indicator, Norm
from dashboard.normen.beoordelen import beoordeel
from dashboard.normen.oordeel import Oordeel
from dashboard.normen.waarneming import Waarneming


def toets(
    indicator: Indicator, normen: Sequence[Norm], waarnemingen: Sequence[Waarneming], klein: int
) -> list[Oordeel]:
    """The judgements on these observations, in their order; none on a year before the norm was agreed.

    `normen` are the periods of validity of one norm, the earliest first; `klein` is the denominator under which a share is
    not judged. The base year and earlier years are looked up among realised figures: a plan was never measured.
    """
    gedaan = [w for w in waarnemingen if w.soort != "plan"]
    per_jaar = {(w.jaar, w.corporatie, w.kern): w for w in gedaan}
    per_deel: dict[tuple[str, str], list[Waarneming]] = {}
    for w in gedaan:
        per_deel.setdefault((w.corporatie, w.kern), []).append(w)
    oordelen = []
    for w in waarnemingen:
        begonnen = [norm for norm in normen if norm.geldig_van <= dt.date(w.jaar, 12, 31)]
        if not begonnen:
            continue
        norm = next((norm for norm in begonnen if norm.geldig_in(w.jaar)), begonnen[-1])
        basis = per_jaar.get((norm.nulmeting_jaar or 0, w.corporatie, w.kern))
        zelfde = per_deel.get((w.corporatie, w.kern), [])
        oordelen.append(
            beoordeel(
                norm,
                indicator,
                w,
                nulmeting=basis.waarde if basis else None,
                gehaald_in=min((ander.jaar for ander in zelfde if _haalt(norm, ander)), default=None),
                klein=klein,
                eerder=[ander for ander in zelfde if ander.jaar < w.jaar],
            )
        )
    return oordelen


def geldt_voor(norm: Norm, w: Waarneming) -> bool:
    """Whether a norm, which may be limited to one corporatie or kern, is about this part."""
    return norm.corporatie in (None, w.corporatie) and norm.kern in (None, w.kern)


def _haalt(norm: Norm, w: Waarneming) -> bool:
    return norm.waarde is not None and w.waarde is not None and w.waarde >= norm.waarde
