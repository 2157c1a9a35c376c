"""The tile: the same for every figure, large on a theme page and small on the overview."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.afspraken import Thema
from dashboard.cijfers import Cijfer
from dashboard.normen import ANDERS, Stand
from dashboard.standen.afspraakstand import Afspraakstand, telling
from dashboard.weergave.html import LEEG, stand_merk, tellers


def tegels(cijfers: Iterable[Cijfer]) -> Markup:
    """Tiles side by side."""
    return Markup('<div class="mp-tegels">{}</div>').format(LEEG.join(map(tegel, cijfers)))


def themablok(kop: Markup, tellingen: Markup, cijfers: Iterable[Cijfer]) -> Markup:
    """One theme on the overview: its name, the standen of its afspraken, and its main figures."""
    return Markup('<section class="mp-thema"><div class="mp-kop">{}{}</div>{}</section>').format(
        kop, tellingen, tegels(cijfers)
    )


def tellingen(standen: Iterable[Afspraakstand], thema: Thema) -> Markup:
    """How many afspraken of a theme were reported in each stand, and below it how many were computed."""
    alle = list(standen)
    gemeld, berekend = telling(alle, thema), telling(alle, thema, berekend=True)
    berekend = {stand: aantal for stand, aantal in berekend.items() if stand.oordeel}
    return tellers({"gemeld": gemeld, "berekend": berekend})


def tegel(cijfer: Cijfer) -> Markup:
    """One figure: label and period, value and stand, norm, certainty, earlier value, n and date of the data."""
    indicator, stand = cijfer.indicator, cijfer.stand
    indicatief = cijfer.oordeel.indicatief if cijfer.oordeel else None
    leeg = stand is Stand.GEEN_GEGEVENS
    bij = indicator.eenheid.bij
    achter = Markup(" <small>{}</small>").format(bij) if bij and not leeg else LEEG
    tegen = [ANDERS] if cijfer.oordeel and cijfer.oordeel.definitie else []
    merk = stand_merk(stand, indicatief, *tegen) if stand is not None and not leeg else LEEG
    open_ = "" if stand is not None and stand.oordeel else " mp-open"
    regels = [
        _regel("label", cijfer.titel),
        _regel("cijfer mp-woord" if leeg else "cijfer", Markup("{}{} {}").format(cijfer.tekst, achter, merk)),
        _regel("norm", Markup("<b>{0.periode_tekst}</b> {0.norm_tekst}").format(cijfer)),
        _regel("verder", cijfer.verder_tekst) if cijfer.verder_tekst else LEEG,
        _regel("was", cijfer.was_tekst) if cijfer.was_tekst else LEEG,
        _regel("klein", cijfer.klein_tekst),
    ]
    kleur = indicatief or stand or "geen_norm"
    return Markup('<div class="mp-tegel mp-k-{}{}">{}</div>').format(kleur, open_, LEEG.join(regels))


def _regel(soort: str, tekst: str) -> Markup:
    return Markup('<div class="mp-{}">{}</div>').format(soort, tekst)
