"""The tile: one anatomy for every figure, large on a theme page and small on the overview."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.cijfers import Cijfer
from dashboard.normen import Stand
from dashboard.opmaak import ontbreekt
from dashboard.weergave.html import esc, stand_merk


def tegels(cijfers: Iterable[Cijfer]) -> str:
    """Tiles side by side."""
    return f'<div class="mp-tegels">{"".join(tegel(cijfer) for cijfer in cijfers)}</div>'


def tegel(cijfer: Cijfer) -> str:
    """Label with its period, the figure, its stand and norm, what it was, and n and source date."""
    w, indicator = cijfer.waarneming, cijfer.indicator
    stand = cijfer.stand
    indicatief = cijfer.oordeel.indicatief if cijfer.oordeel else None
    leeg = w is None or ontbreekt(w.waarde) or w.noemer == 0
    eenheid = {"maanden": " <small>maanden (mediaan)</small>", "score": "", "index": " <small>(2021 = 100)</small>"}
    getoond = esc(cijfer.tekst) + ("" if leeg else eenheid.get(indicator.eenheid, ""))
    kleur = indicatief or stand
    open_ = "" if stand is not None and stand.oordeel else " mp-open"
    merk = stand_merk(stand, indicatief) if stand is not None else ""
    if stand is Stand.GEEN_GEGEVENS:
        merk = ""
    regels = [
        f'<div class="mp-label">{esc(indicator.titel)}{"" if w is None else f" · {esc(w.periode or w.jaar)}"}</div>',
        f'<div class="mp-cijfer{" mp-woord" if leeg else ""}">{getoond}</div>',
        f'<div class="mp-norm">{merk} {esc(cijfer.norm_tekst)}</div>',
    ]
    if cijfer.was_tekst:
        regels.append(f'<div class="mp-was">{esc(cijfer.was_tekst)}</div>')
    regels.append(f'<div class="mp-klein">{esc(cijfer.klein_tekst)}</div>')
    return f'<div class="mp-tegel mp-k-{kleur or "geen_norm"}{open_}">{"".join(regels)}</div>'
