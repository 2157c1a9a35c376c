"""Numbers per year or per part: bars, planned ones outlined and realised ones filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.basis.eenheid import Eenheid
from dashboard.basis.opmaak import GEEN
from dashboard.figuren.bouwstenen import STANDAARD, Figuur, Opmaak, Punt, Reeks
from dashboard.figuren.hover import MODUS, hoverspoor
from dashboard.figuren.kleuren import Palet, lichter, palet
from dashboard.figuren.labels import labels_rechts, schoon
from dashboard.figuren.normlijn import normteksten, normvormen, plaats_normen
from dashboard.figuren.opmaak_figuur import PLOTHOOGTE, basis, gekleurd, jaar_as, sleutel, waarde_as, zonder_gegevens
from dashboard.figuren.schaal import astekst, maak_schaal
from dashboard.figuren.sporen import op_as, waarde_van

_MEESTE_CIJFERS = 8  # with more bars their figures would touch


def staaffiguur(categorieen: Sequence[str], reeksen: Sequence[Reeks], opmaak: Opmaak = STANDAARD) -> Figuur:
    """Bars side by side; planned ones are outlined, those of a running year lighter."""
    kleuren, eenheid = palet(opmaak.donker), opmaak.eenheid
    stukken = plaats_normen(categorieen, opmaak.normen)
    rijen = [op_as(categorieen, reeks.punten, reeks.naam) for reeks in reeksen]
    getallen = [[waarde_van(punt) for punt in rij] for rij in rijen]
    alle = [waarde for rij in getallen for waarde in rij]
    schaal = maak_schaal([*alle, *(norm.waarde for norm in opmaak.normen)], eenheid)
    met_cijfers = len(alle) <= _MEESTE_CIJFERS
    data = [
        _spoor(categorieen, reeks, rij, eenheid if met_cijfers else None, kleuren, opmaak.donker)
        for reeks, rij in zip(reeksen, rijen, strict=True)
    ]
    hover = [
        (
            "□" if reeks.plan else "■",
            reeks.kleur,
            [f"{reeks.naam}: {punt.tekst if punt else GEEN}" for punt in rij],
            waarden,
        )
        for reeks, rij, waarden in zip(reeksen, rijen, getallen, strict=True)
    ]
    data.append(hoverspoor(categorieen, hover, stukken, schaal.midden))
    normlabels, _ = normteksten(stukken, len(categorieen) - 1, kleuren, schaal, PLOTHOOGTE)
    namen = [gekleurd("□" if reeks.plan else "■", reeks.kleur, reeks.naam) for reeks in reeksen]
    layout = basis(
        kleuren,
        barmode="group",
        bargap=0.3,
        bargroupgap=0.08,
        **MODUS,
        xaxis=jaar_as(categorieen, kleuren),
        yaxis=waarde_as(schaal, kleuren),
        shapes=normvormen(stukken, kleuren),
        annotations=[
            *sleutel([astekst(schaal, eenheid), *(namen if len(namen) > 1 else [])], kleuren),
            *labels_rechts(normlabels, schaal, PLOTHOOGTE),
            *([] if any(waarde is not None for waarde in alle) else [zonder_gegevens(kleuren)]),
        ],
    )
    return {"data": data, "layout": layout}


def _spoor(
    categorieen: Sequence[str],
    reeks: Reeks,
    punten: Sequence[Punt | None],
    eenheid: Eenheid | None,
    kleuren: Palet,
    donker: bool,
) -> dict[str, Any]:
    getallen = [waarde_van(punt) for punt in punten]
    lopend = [punt is not None and punt.lopend for punt in punten]
    licht, dikte = lichter(reeks.kleur, donker), 2.5 if reeks.plan else 1.5
    spoor: dict[str, Any] = {
        "type": "bar",
        "name": schoon(reeks.naam),
        "x": list(categorieen),
        "y": getallen,
        "marker": {
            "color": ["rgba(0,0,0,0)" if reeks.plan else licht if nu else reeks.kleur for nu in lopend],
            "line": {"color": reeks.kleur, "width": [0 if waarde is None else dikte for waarde in getallen]},
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
