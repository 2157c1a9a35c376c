"""From one level to the next: what came in and went out, with the plan outlined beside the filled realisation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.basis.eenheid import AANTAL
from dashboard.basis.opmaak import GEEN, getal, ontbreekt
from dashboard.figuren.bouwstenen import Figuur, Trede
from dashboard.figuren.hover import MODUS, hoverspoor
from dashboard.figuren.kleuren import Palet, lichter, palet
from dashboard.figuren.opmaak_figuur import basis, gekleurd, jaar_as, sleutel, waarde_as, zonder_gegevens
from dashboard.figuren.schaal import Schaal, astekst, maak_schaal

_DICHT = 0.25  # levels that differ less than this part of the highest would not show their steps on an axis from 0
_LUCHT = 0.35  # of the span: room below the lowest level, so that its bar is still a bar
_KOP = 0.05  # of the span: room above the highest bar for its figure
_PLAN, _GEDAAN = "gepland", "werkelijk"


def watervalfiguur(treden: Sequence[Trede], kleur: str, donker: bool = False, *, lopend: bool = False) -> Figuur:
    """Levels stand on the axis, steps hang between the levels around them; `lopend`: the year is not over."""
    kleuren = palet(donker)
    namen = [trede.naam for trede in treden]
    rijen = {
        _PLAN: [None if ontbreekt(trede.plan) else trede.plan for trede in treden],
        _GEDAAN: [None if ontbreekt(trede.gedaan) else trede.gedaan for trede in treden],
    }
    zwevend = {soort: _zwevend(treden, waarden) for soort, waarden in rijen.items()}
    schaal = _schaal([hoogte for paren in zwevend.values() for paar in paren if paar for hoogte in paar])
    vol = lichter(kleur, donker) if lopend else kleur
    getoond = [soort for soort, waarden in rijen.items() if any(waarde is not None for waarde in waarden)]
    sporen = [
        _spoor(soort, namen, zwevend[soort], treden, rijen[soort], schaal, kleuren)
        | {"marker": _vulling("rgba(0,0,0,0)" if soort == _PLAN else vol, kleur, 2.5 if soort == _PLAN else 1.5)}
        for soort in getoond
    ]
    teken = {_PLAN: "□", _GEDAAN: "■"}
    hover = [
        (
            teken[soort],
            kleur,
            [f"{soort}: {_tekst(trede, waarde) or GEEN}" for trede, waarde in zip(treden, rijen[soort], strict=True)],
            [paar and max(paar) for paar in zwevend[soort]],
        )
        for soort in getoond
    ]
    toelichting = [astekst(schaal, AANTAL), *(gekleurd(teken[soort], kleur, soort) for soort in getoond)]
    layout = basis(
        kleuren,
        barmode="group",
        bargap=0.25,
        bargroupgap=0.06,
        **MODUS,
        margin={"l": 64, "r": 24, "t": 52, "b": 56, "autoexpand": False},
        xaxis=jaar_as(namen, kleuren),
        yaxis=waarde_as(schaal, kleuren),
        annotations=[*sleutel(toelichting, kleuren), *([] if getoond else [zonder_gegevens(kleuren)])],
    )
    return {"data": [*sporen, hoverspoor(namen, hover, [], schaal.midden)], "layout": layout}


def _zwevend(treden: Sequence[Trede], waarden: Sequence[float | None]) -> list[tuple[float, float] | None]:
    """Where each bar begins and ends: a level from 0, a step from the level so far; None where that is unknown."""
    stand: float | None = None
    paren: list[tuple[float, float] | None] = []
    for trede, waarde in zip(treden, waarden, strict=True):
        if trede.telling:
            stand = waarde
            paren.append(None if waarde is None else (waarde, waarde))
        elif stand is None or waarde is None:
            paren.append(None)
        else:
            paren.append((stand, stand + waarde))
            stand += waarde
    return paren


def _schaal(hoogten: Sequence[float]) -> Schaal:
    laag, hoog = min(hoogten, default=0.0), max(hoogten, default=0.0)
    if hoog <= 0 or hoog - laag > _DICHT * hoog:
        return maak_schaal([*hoogten, hoog + _KOP * hoog], AANTAL)
    span = max(hoog - laag, 1.0)
    return maak_schaal([*hoogten, max(0.0, laag - _LUCHT * span), hoog + _KOP * span], AANTAL, vanaf_nul=False)


def _spoor(
    soort: str,
    namen: Sequence[str],
    paren: Sequence[tuple[float, float] | None],
    treden: Sequence[Trede],
    waarden: Sequence[float | None],
    schaal: Schaal,
    kleuren: Palet,
) -> dict[str, Any]:
    voet, hoogte, tekst = [], [], []
    for paar, trede, waarde in zip(paren, treden, waarden, strict=True):
        onder = schaal.laag if paar is None or trede.telling else min(paar)
        voet.append(onder)
        hoogte.append(0 if paar is None else max(paar) - onder)
        # A bar that is absent gets a dash at the axis, so that it is not read as zero.
        tekst.append("–" if paar is None else _tekst(trede, waarde))
    return {
        "type": "bar",
        "name": soort,
        "x": list(namen),
        "y": hoogte,
        "base": voet,
        "offsetgroup": soort,
        "text": tekst,
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"size": 16, "color": kleuren.tekst},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _vulling(kleur: str, rand: str, dikte: float) -> dict[str, Any]:
    return {"color": kleur, "line": {"color": rand, "width": dikte}}


def _tekst(trede: Trede, waarde: float | None) -> str:
    """A level as it is, a step with its sign."""
    if waarde is None:
        return ""
    if trede.telling:
        return getal(waarde)
    return f"+{getal(waarde)}" if waarde > 0 else f"−{getal(-waarde)}" if waarde < 0 else "0"
