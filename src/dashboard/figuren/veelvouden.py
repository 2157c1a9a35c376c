"""Many small charts with one common axis, such as all kernen, in one Plotly figure: one to draw instead of thirteen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.figuren.kleuren import Palet, palet
from dashboard.figuren.labels import schoon
from dashboard.figuren.model import Eenheid, Figuur, NormStuk, Paneel
from dashboard.figuren.normlijn import normsporen, normvormen, plaats_normen
from dashboard.figuren.opmaak_figuur import LINKS, ONDER, basis, jaar_as, niet_leeg, sleutel, waarde_as, zonder_gegevens
from dashboard.figuren.schaal import astekst, maak_schaal
from dashboard.figuren.sporen import WEINIG, Lijnstijl, lijnsporen, waarde_van
from dashboard.opmaak import GEEN

_BOVEN = 84  # key and the titles of the first row
_PANEEL = 112  # height of one plot
_TITEL = 44  # between two rows
_TUSSEN = 0.03  # between two columns, of the whole width


def kleine_veelvouden(
    panelen: Sequence[Paneel],
    eenheid: Eenheid = "aandeel",
    kolommen: int = 5,
    donker: bool = False,
) -> Figuur:
    """Panels in reading order. Labels of time are put in order by their text, so '2026 t/m K3' follows '2025'."""
    kleuren = palet(donker)
    categorieen = sorted({punt.jaar for paneel in panelen for punt in paneel.punten})
    waarden = [waarde_van(punt) for paneel in panelen for punt in paneel.punten]
    normwaarden = [norm.waarde for paneel in panelen for norm in paneel.normen]
    schaal = maak_schaal([*waarden, *normwaarden], eenheid, streepjes=2)
    gekozen = any(paneel.nadruk for paneel in panelen)
    rijen = max(1, -(-len(panelen) // kolommen))
    plothoogte = rijen * _PANEEL + (rijen - 1) * _TITEL
    layout = basis(
        kleuren,
        height=_BOVEN + plothoogte + ONDER,
        margin={"l": LINKS, "r": 32, "t": _BOVEN, "b": ONDER, "autoexpand": False},
        hovermode="closest",
        hoverdistance=40,
        shapes=[],
        annotations=sleutel(_uitleg(panelen, astekst(schaal, eenheid), kleuren), kleuren, omhoog=40, tekens=130),
    )
    data: list[dict[str, Any]] = []
    breedte = (1 - (kolommen - 1) * _TUSSEN) / kolommen
    jaren, hoogten = _jaren(categorieen, kleuren), waarde_as(schaal, kleuren) | {"tickfont": _klein(kleuren)}
    for nummer, paneel in enumerate(panelen):
        rij, kolom = divmod(nummer, kolommen)
        volg = "" if nummer == 0 else str(nummer + 1)
        x, y = f"x{volg}", f"y{volg}"
        links = kolom * (breedte + _TUSSEN)
        boven = 1 - rij * (_PANEEL + _TITEL) / plothoogte
        vak_x, vak_y = [links, links + breedte], [max(0.0, boven - _PANEEL / plothoogte), boven]
        onderste = nummer + kolommen >= len(panelen)
        layout[f"xaxis{volg}"] = jaren | {"domain": vak_x, "anchor": y, "showticklabels": onderste}
        layout[f"yaxis{volg}"] = hoogten | {"domain": vak_y, "anchor": x, "showticklabels": kolom == 0}
        stukken = plaats_normen(categorieen, paneel.normen) if categorieen else []
        stijl = Lijnstijl(
            kleuren.accent if paneel.nadruk or not gekozen else kleuren.rustig,
            3 if paneel.nadruk else 2,
            7,
            donker=donker,
            assen=(x, y),
        )
        data += lijnsporen(paneel.titel, categorieen, paneel.punten, stijl)
        data += [spoor | {"xaxis": x, "yaxis": y} for spoor in normsporen(categorieen, stukken)]
        layout["shapes"] += normvormen(stukken, kleuren, x, y)
        layout["annotations"] += _teksten(paneel, categorieen[-1] if categorieen else "", kleuren, vak_x, vak_y)
    if not data:
        layout["annotations"] = [zonder_gegevens(kleuren)]
    return {"data": niet_leeg(data), "layout": layout}


def _uitleg(panelen: Sequence[Paneel], as_: str, kleuren: Palet) -> list[str]:
    """The key: each different norm text once, and what a hollow marker means."""
    normen: dict[str, NormStuk] = {norm.tekst: norm for paneel in panelen for norm in paneel.normen}
    hol = any(punt.hol for paneel in panelen for punt in paneel.punten)
    lijnen = [
        f'<span style="color:{kleuren.tekst}">{"━━" if norm.bekend else "┅┅"}</span> {schoon(tekst)}'
        for tekst, norm in normen.items()
    ]
    return [as_, *lijnen, WEINIG if hol else ""]


def _jaren(categorieen: Sequence[str], kleuren: Palet) -> dict[str, Any]:
    """A common axis with only its first and last label; more do not fit."""
    as_ = jaar_as(categorieen, kleuren, (0.4, 0.4))
    einden = [categorieen[0], categorieen[-1]] if len(categorieen) > 1 else list(categorieen)
    as_["tickvals"] = einden
    as_["ticktext"] = [schoon(label).replace(" ", "<br>", 1) for label in einden]
    as_["tickfont"] = _klein(kleuren)
    return as_


def _klein(kleuren: Palet) -> dict[str, Any]:
    return {"size": 14, "color": kleuren.gedempt}


def _teksten(
    paneel: Paneel, laatste: str, kleuren: Palet, vak_x: list[float], vak_y: list[float]
) -> list[dict[str, Any]]:
    """The title with the last value, and when that was unless it is the newest; or the word for having none."""
    bekend = [punt for punt in paneel.punten if waarde_van(punt) is not None]
    delen = [paneel.titel]
    if bekend:
        delen += [bekend[-1].kort, "" if bekend[-1].jaar == laatste else f"({bekend[-1].jaar})"]
    titel = schoon(" ".join(filter(None, delen)))
    kop = {
        "text": f"<b>{titel}</b>" if paneel.nadruk else titel,
        "x": vak_x[0],
        "xanchor": "left",
        "y": vak_y[1],
        "yanchor": "bottom",
        "yshift": 6,
        "font": {"size": 16, "color": kleuren.accent if paneel.nadruk else kleuren.tekst},
    }
    leeg = {
        "text": GEEN,
        "x": sum(vak_x) / 2,
        "xanchor": "center",
        "y": 0.75 * vak_y[0] + 0.25 * vak_y[1],
        "yanchor": "middle",
        "font": {"size": 15, "color": kleuren.gedempt},
    }
    vast = {"xref": "paper", "yref": "paper", "showarrow": False}
    return [kop | vast] if bekend else [kop | vast, leeg | vast]
