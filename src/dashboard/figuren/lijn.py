"""A development over time: lines with their names at the end, and the norm."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.basis.opmaak import GEEN
from dashboard.figuren.bouwstenen import STANDAARD, Figuur, Opmaak, Reeks
from dashboard.figuren.hover import MODUS, hoverspoor
from dashboard.figuren.kleuren import palet
from dashboard.figuren.labels import Label, labels_rechts
from dashboard.figuren.normlijn import normsporen, normteksten, normvormen, plaats_normen
from dashboard.figuren.opmaak_figuur import PLOTHOOGTE, basis, gekleurd, jaar_as, sleutel, waarde_as, zonder_gegevens
from dashboard.figuren.schaal import astekst, dicht_bijeen, maak_schaal
from dashboard.figuren.sporen import WEINIG, Lijnstijl, lijnsporen, op_as, waarde_van

_MEESTE_SAMEN = 5  # lines in one hover box; with more, only the nearest is named
_MEESTE_TEKENS = 12  # points on a line before its markers become small


def lijnfiguur(categorieen: Sequence[str], reeksen: Sequence[Reeks], opmaak: Opmaak = STANDAARD) -> Figuur:
    """Lines over the categories; those without emphasis are thin and grey, and have no label."""
    kleuren, eenheid, achtergrond = palet(opmaak.donker), opmaak.eenheid, opmaak.achtergrond
    stukken = plaats_normen(categorieen, opmaak.normen)
    waarden = [waarde_van(punt) for reeks in reeksen for punt in reeks.punten]
    schaal = maak_schaal(
        [*waarden, *(norm.waarde for norm in opmaak.normen)], eenheid, vanaf_nul=not dicht_bijeen(waarden, eenheid)
    )
    samen = len(reeksen) <= _MEESTE_SAMEN and all(reeks.nadruk for reeks in reeksen)
    data = []
    for reeks in sorted(reeksen, key=lambda reeks: reeks.nadruk):  # chosen lines on top
        stijl = Lijnstijl(
            reeks.kleur if reeks.nadruk else kleuren.achtergrond,
            3 if reeks.nadruk else 1.5,
            (9 if len(categorieen) <= _MEESTE_TEKENS else 5) if reeks.nadruk else 4,
            plan=reeks.plan,
            donker=opmaak.donker,
            hover=not samen,
        )
        data += lijnsporen(reeks.naam, categorieen, reeks.punten, stijl)
    if samen:
        data.append(hoverspoor(categorieen, _hoverrijen(categorieen, reeksen), stukken, schaal.midden))
    else:
        data += normsporen(categorieen, stukken)

    voorgrond = [reeks for reeks in reeksen if reeks.nadruk]
    lijnen = [
        [waarde_van(punt) for punt in op_as(categorieen, reeks.punten, reeks.naam)]
        for reeks in voorgrond
        if reeks.punten
    ]
    normlabels, binnen = normteksten(stukken, len(categorieen) - 1, kleuren, schaal, PLOTHOOGTE, lijnen)
    labels = [label for reeks in voorgrond if (label := _eindlabel(categorieen, reeks))]
    toelichting = [
        astekst(schaal, eenheid),
        WEINIG if any(punt.hol for reeks in voorgrond for punt in reeks.punten) else "",
        gekleurd("━", kleuren.achtergrond, achtergrond) if achtergrond and len(voorgrond) < len(reeksen) else "",
    ]
    layout = basis(
        kleuren,
        **(MODUS if samen else {"hovermode": "closest", "hoverdistance": 40}),
        xaxis=jaar_as(categorieen, kleuren, (0.35, 0.2)),
        yaxis=waarde_as(schaal, kleuren),
        shapes=normvormen(stukken, kleuren),
        annotations=[
            *sleutel(toelichting, kleuren),
            *binnen,
            *labels_rechts([*labels, *normlabels], schaal, PLOTHOOGTE),
            *([] if any(waarde is not None for waarde in waarden) else [zonder_gegevens(kleuren)]),
        ],
    )
    return {"data": data, "layout": layout}


def _hoverrijen(
    categorieen: Sequence[str], reeksen: Sequence[Reeks]
) -> list[tuple[str, str, list[str], list[float | None]]]:
    rijen = []
    for reeks in reeksen:
        punten = op_as(categorieen, reeks.punten, reeks.naam)
        teksten = [f"{reeks.naam}: {GEEN if punt is None else punt.volledig}" for punt in punten]
        rijen.append(("○" if reeks.plan else "●", reeks.kleur, teksten, [waarde_van(punt) for punt in punten]))
    return rijen


def _eindlabel(categorieen: Sequence[str], reeks: Reeks) -> Label | None:
    """Name and last value; with the year when a line stops early, so that nobody reads it as the newest figure."""
    for punt in reversed(op_as(categorieen, reeks.punten, reeks.naam)):
        waarde = waarde_van(punt)
        if punt is not None and waarde is not None:
            tijd = "" if punt.jaar == categorieen[-1] else f"({punt.jaar})"
            return Label(" ".join(filter(None, [reeks.naam, punt.kort, tijd])), waarde, reeks.kleur, vet=True)
    return None
