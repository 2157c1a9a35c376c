"""Numbers per year or per part: bars, planned ones outlined and realised ones filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.basis.eenheid import AANTAL, Eenheid
from dashboard.basis.opmaak import ontbreekt
from dashboard.figuren.bouwstenen import Figuur, NormStuk, Staven
from dashboard.figuren.hover import MODUS, hoverspoor
from dashboard.figuren.kleuren import Palet, lichter, palet
from dashboard.figuren.labels import labels_rechts, schoon
from dashboard.figuren.normlijn import normteksten, normvormen, plaats_normen
from dashboard.figuren.opmaak_figuur import PLOTHOOGTE, basis, gekleurd, jaar_as, sleutel, waarde_as, zonder_gegevens
from dashboard.figuren.schaal import astekst, maak_schaal

_MEESTE_CIJFERS = 8  # bars that can carry their figure without the figures touching


def staaffiguur(
    categorieen: Sequence[str],
    reeksen: Sequence[Staven],
    gestapeld: bool = False,
    normen: Sequence[NormStuk] = (),
    eenheid: Eenheid = AANTAL,
    donker: bool = False,
) -> Figuur:
    """Bars side by side or stacked; stacked plan and stacked realisation stand next to each other."""
    kleuren = palet(donker)
    stukken = plaats_normen(categorieen, normen)
    getallen = [[_getal(waarde) for waarde in staven.waarden] for staven in reeksen]
    toppen = _stapels(reeksen, getallen) if gestapeld else [waarde for rij in getallen for waarde in rij]
    schaal = maak_schaal([*toppen, *(norm.waarde for norm in normen)], eenheid)
    met_cijfers = not gestapeld and len(reeksen) * len(categorieen) <= _MEESTE_CIJFERS
    data = [
        _spoor(categorieen, staven, rij, eenheid if met_cijfers else None, kleuren, donker)
        | ({"offsetgroup": "plan" if staven.plan else "realisatie"} if gestapeld else {})
        for staven, rij in zip(reeksen, getallen, strict=True)
    ]
    rijen = [
        ("□" if staven.plan else "■", staven.kleur, [f"{staven.naam}: {tekst}" for tekst in staven.teksten], rij)
        for staven, rij in zip(reeksen, getallen, strict=True)
    ]
    data.append(hoverspoor(categorieen, rijen, stukken, schaal.midden))
    normlabels, _ = normteksten(stukken, len(categorieen) - 1, kleuren, schaal, PLOTHOOGTE)
    namen = [gekleurd("□" if staven.plan else "■", staven.kleur, staven.naam) for staven in reeksen]
    layout = basis(
        kleuren,
        barmode="relative" if gestapeld else "group",
        bargap=0.3,
        bargroupgap=0.08,
        **MODUS,
        xaxis=jaar_as(categorieen, kleuren),
        yaxis=waarde_as(schaal, kleuren),
        shapes=normvormen(stukken, kleuren),
        annotations=[
            *sleutel([astekst(schaal, eenheid), *(namen if len(namen) > 1 else [])], kleuren),
            *labels_rechts(normlabels, schaal, PLOTHOOGTE),
            *([] if any(waarde is not None for rij in getallen for waarde in rij) else [zonder_gegevens(kleuren)]),
        ],
    )
    return {"data": data, "layout": layout}


def _spoor(
    categorieen: Sequence[str],
    staven: Staven,
    getallen: Sequence[float | None],
    eenheid: Eenheid | None,
    kleuren: Palet,
    donker: bool,
) -> dict[str, Any]:
    lopend = staven.lopend or [False] * len(getallen)
    licht, dikte = lichter(staven.kleur, donker), 2.5 if staven.plan else 1.5
    spoor: dict[str, Any] = {
        "type": "bar",
        "name": schoon(staven.naam),
        "x": list(categorieen),
        "y": list(getallen),
        "marker": {
            "color": ["rgba(0,0,0,0)" if staven.plan else licht if nu else staven.kleur for nu in lopend],
            "line": {"color": staven.kleur, "width": [0 if waarde is None else dikte for waarde in getallen]},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    if eenheid is not None:
        # A bar that is absent gets a dash at the axis, so that it is not read as zero.
        spoor["y"] = [0 if waarde is None else waarde for waarde in getallen]
        spoor["text"] = ["–" if waarde is None else eenheid.tekst(waarde) for waarde in getallen]
        spoor["textposition"] = "outside"
        spoor["textangle"] = 0
        spoor["textfont"] = {"size": 16, "color": kleuren.tekst}
    return spoor


def _stapels(reeksen: Sequence[Staven], getallen: Sequence[Sequence[float | None]]) -> list[float]:
    """Heights of the stacks above and below zero, per category, plan and realisation apart."""
    hoogten: dict[tuple[bool, bool, int], float] = {}
    for staven, rij in zip(reeksen, getallen, strict=True):
        for nummer, waarde in enumerate(rij):
            sleutel_ = (staven.plan, (waarde or 0) < 0, nummer)
            hoogten[sleutel_] = hoogten.get(sleutel_, 0.0) + (waarde or 0.0)
    return list(hoogten.values())


def _getal(waarde: float | None) -> float | None:
    return None if ontbreekt(waarde) else waarde
