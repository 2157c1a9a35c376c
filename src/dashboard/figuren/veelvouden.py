"""Many small charts with one common axis, such as all kernen, drawn in one plot: `raster` says why and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figuren.bouwstenen import STANDAARD, Figuur, NormStuk, Opmaak, Reeks
from dashboard.figuren.kleuren import Palet, palet
from dashboard.figuren.labels import schoon
from dashboard.figuren.normlijn import plaats_normen
from dashboard.figuren.opmaak_figuur import LINKS, ONDER, basis, niet_leeg, sleutel, zonder_gegevens
from dashboard.figuren.raster import Raster, lijnpad, maak_raster
from dashboard.figuren.schaal import Schaal, astekst, maak_schaal
from dashboard.figuren.sporen import WEINIG, waarde_van
from dashboard.figuren.tekening import JAAR_AF, TITEL_AF, Tekening

_KOLOMMEN = 7  # thirteen kernen in two rows on a 1600 pixel screen
_BOVEN = 84  # key and the titles of the first row


def kleine_veelvouden(
    categorieen: Sequence[str], panelen: Sequence[Reeks], opmaak: Opmaak = STANDAARD, kolommen: int | None = None
) -> Figuur:
    """A panel per series in reading order, each with its own norms; without `kolommen` at most seven in a row."""
    kleuren, eenheid = palet(opmaak.donker), opmaak.eenheid
    kolommen = kolommen or min(_KOLOMMEN, max(3, len(panelen)))
    waarden = [waarde_van(punt) for paneel in panelen for punt in paneel.punten]
    normwaarden = [norm.waarde for paneel in panelen for norm in paneel.normen]
    schaal = maak_schaal([*waarden, *normwaarden], eenheid, streepjes=2)
    raster = maak_raster(len(panelen), kolommen, len(categorieen), schaal)
    tekening = Tekening(kleuren, opmaak.donker)
    for nummer, (paneel, vak) in enumerate(zip(panelen, raster.vakken, strict=True)):
        tekening.norm(paneel.naam, categorieen, plaats_normen(categorieen, paneel.normen) if categorieen else [], vak)
        tekening.lijn(paneel, categorieen, vak)
        tekening.kop(paneel, categorieen[-1] if categorieen else "", vak)
        if nummer + kolommen >= len(panelen):
            tekening.jaren(categorieen, vak)
        if nummer % kolommen == 0:
            tekening.waarden(schaal, vak)
    uitleg = sleutel(_uitleg(panelen, astekst(schaal, eenheid), kleuren), kleuren, omhoog=40 - TITEL_AF, tekens=130)
    layout = basis(
        kleuren,
        height=_BOVEN + raster.hoogte + ONDER,
        margin={"l": LINKS, "r": 32, "t": _BOVEN - TITEL_AF, "b": ONDER - JAAR_AF, "autoexpand": False},
        hovermode="closest",
        hoverdistance=40,
        xaxis=_as(*raster.breedte),
        yaxis=_as(-JAAR_AF, raster.hoogte + TITEL_AF),
        shapes=_lijnen(raster, schaal, kleuren),
        annotations=uitleg if panelen else [zonder_gegevens(kleuren)],
    )
    return {"data": niet_leeg(tekening.sporen()), "layout": layout}


def _as(begin: float, einde: float) -> dict[str, Any]:
    """A hidden axis, only for coordinates."""
    return {"type": "linear", "range": [begin, einde], "fixedrange": True, "visible": False}


def _lijnen(raster: Raster, schaal: Schaal, kleuren: Palet) -> list[dict[str, Any]]:
    """The axes of all panels and their grids, each as one shape: a trace would make an element of every line."""
    assen = {schaal.laag, 0.0} if schaal.laag < 0 else {schaal.laag}
    paden = [
        (lijnpad(raster.vakken, [stap for stap in schaal.stappen if stap not in assen]), kleuren.raster, 1),
        (lijnpad(raster.vakken, sorted(assen)), kleuren.as_, 1.5),
    ]
    return [
        {"type": "path", "path": pad, "layer": "below", "line": {"color": kleur, "width": dikte}}
        for pad, kleur, dikte in paden
        if pad
    ]


def _uitleg(panelen: Sequence[Reeks], as_: str, kleuren: Palet) -> list[str]:
    """The key: each different norm text once, and what a hollow marker means."""
    normen: dict[str, NormStuk] = {norm.tekst: norm for paneel in panelen for norm in paneel.normen}
    hol = any(punt.hol for paneel in panelen for punt in paneel.punten)
    lijnen = [
        f'<span style="color:{kleuren.tekst}">{"━━" if norm.bekend else "┅┅"}</span> {schoon(tekst)}'
        for tekst, norm in normen.items()
    ]
    return [as_, *lijnen, WEINIG if hol else ""]
