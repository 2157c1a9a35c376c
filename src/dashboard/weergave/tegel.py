"""The tile: one anatomy for every figure, large on a theme page and small on the overview."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.cijfers import Cijfer
from dashboard.normen import ANDERS, Stand
from dashboard.weergave.html import esc, stand_merk


def tegels(cijfers: Iterable[Cijfer]) -> str:
    """Tiles side by side."""
    return f'<div class="mp-tegels">{"".join(tegel(cijfer) for cijfer in cijfers)}</div>'


def tegel(cijfer: Cijfer) -> str:
    """Label with its period, the figure and its stand, the norm, how sure that is, what it was, and n and source date."""
    indicator, stand = cijfer.indicator, cijfer.stand
    indicatief = cijfer.oordeel.indicatief if cijfer.oordeel else None
    leeg = stand is Stand.GEEN_GEGEVENS
    eenheid = {"maanden": " <small>maanden</small>", "index": " <small>(2021 = 100)</small>"}
    getoond = esc(cijfer.tekst) + ("" if leeg else eenheid.get(indicator.eenheid, ""))
    tegen = [ANDERS] if cijfer.oordeel and cijfer.oordeel.definitie else []
    merk = stand_merk(stand, indicatief, *tegen) if stand is not None and not leeg else ""
    open_ = "" if stand is not None and stand.oordeel else " mp-open"
    regels = [
        f'<div class="mp-label">{esc(cijfer.titel)}</div>',
        f'<div class="mp-cijfer{" mp-woord" if leeg else ""}">{getoond} {merk}</div>',
        f'<div class="mp-norm"><b>{esc(cijfer.periode_tekst)}</b> {esc(cijfer.norm_tekst)}</div>',
        f'<div class="mp-verder">{esc(cijfer.verder_tekst)}</div>' if cijfer.verder_tekst else "",
        f'<div class="mp-was">{esc(cijfer.was_tekst)}</div>' if cijfer.was_tekst else "",
        f'<div class="mp-klein">{esc(cijfer.klein_tekst)}</div>',
    ]
    return f'<div class="mp-tegel mp-k-{indicatief or stand or "geen_norm"}{open_}">{"".join(regels)}</div>'
