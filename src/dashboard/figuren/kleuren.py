"""Colours of the charts, for a light and a dark surface. The colours of corporaties are data.

Every text colour keeps 4.5:1 against its surface; a test measures it. Colour is never the only sign: a stand has its
symbol and word, a line its label, a part of a bar its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Palet:
    """The colours of a chart besides those of its series."""

    vlak: str  # surface behind the chart; the chart itself is transparent, hollow markers are filled with this
    tekst: str  # labels and the norm line
    gedempt: str  # ticks and keys: still 4.5:1
    raster: str
    as_: str
    achtergrond: str  # the thin lines of what was not chosen
    accent: str
    naast: str  # a second line beside the one in accent: told apart by the colour blind too, and no colour that judges


LICHT = Palet("#FFFFFF", "#0F1720", "#4A5460", "#E3E7EC", "#7A8592", "#98A2AE", "#2456C4", "#B4530A")
DONKER = Palet("#12161C", "#E8ECF1", "#B4BDC8", "#2B333E", "#6B7683", "#6F7A87", "#7C9CFF", "#FF9A4D")


@dataclass(frozen=True, slots=True)
class Standkleur:
    """Text colour and fill of a stand; a missing answer is hatched, never filled."""

    tekst: str
    vulling: str
    gearceerd: bool


# stand -> (text light, fill light, text and fill dark)
_STANDEN = {
    "gereed": ("#1F5FA8", "#1F5FA8", "#7DB4F0"),
    "op_schema": ("#00806B", "#00806B", "#4FC9AE"),
    "aandacht": ("#9A5B00", "#E39A00", "#F2B33D"),
    "achter": ("#A31515", "#A31515", "#FF8A80"),
    "niet_gestart": ("#5B6470", "#5B6470", "#A9B2BD"),
}
_GEEN_ANTWOORD = ("geen_norm", "geen_nulmeting", "geen_gegevens", "te_weinig_gegevens")
# Classes in order run from dark to light, so that the order survives colour blindness and a bad projector.
_ORDE_LICHT = ("#123B5D", "#1E6A8A", "#4FA097", "#A5C88F", "#EBD36B")
_ORDE_DONKER = ("#2F6A96", "#3E8AA6", "#5FB0A2", "#AECF97", "#F2E08A")


def palet(donker: bool) -> Palet:
    """The palette for a light or dark surface."""
    return DONKER if donker else LICHT


def standkleur(stand: str, donker: bool = False) -> Standkleur:
    """Colours of a stand by its code; an unknown code is a programming error (KeyError)."""
    if stand in _GEEN_ANTWOORD:
        grijs = _STANDEN["niet_gestart"]
        return Standkleur(grijs[2] if donker else grijs[0], "rgba(0,0,0,0)", True)
    tekst, vulling, in_donker = _STANDEN[stand]
    return Standkleur(in_donker, in_donker, False) if donker else Standkleur(tekst, vulling, False)


def arcering(kleur: str) -> dict[str, object]:
    """Plotly's hatch, for a missing answer."""
    return {"shape": "/", "fgcolor": kleur, "bgcolor": "rgba(0,0,0,0)", "fgopacity": 0.45, "size": 9, "solidity": 0.12}


@cache
def ordinaal_palet(aantal: int, donker: bool = False) -> tuple[str, ...]:
    """Colours for classes in order, such as energielabels: evenly spread, each lighter than the one before."""
    ankers = _ORDE_DONKER if donker else _ORDE_LICHT
    if aantal == 1:
        return (ankers[1],)
    stappen = [nummer * (len(ankers) - 1) / (aantal - 1) for nummer in range(aantal)]
    beginnen = [min(int(stap), len(ankers) - 2) for stap in stappen]
    return tuple(
        meng(ankers[begin], ankers[begin + 1], stap - begin) for begin, stap in zip(beginnen, stappen, strict=True)
    )


def meng(van: str, naar: str, deel: float) -> str:
    """The mix of two colours, `deel` (0 to 1) of the second."""
    paren = zip(_rgb(van), _rgb(naar), strict=True)
    return "#" + "".join(f"{round(een + (twee - een) * deel):02X}" for een, twee in paren)


@cache
def lichter(kleur: str, donker: bool = False) -> str:
    """The colour mixed with the surface, for a running year."""
    return meng(kleur, palet(donker).vlak, 0.4)


@cache
def tekst_op(kleur: str) -> str:
    """Black or white, whichever contrasts most with a fill; that is never below 4.5:1."""
    return max(("#FFFFFF", "#000000"), key=lambda tekst: contrast(tekst, kleur))


def contrast(een: str, twee: str) -> float:
    """Contrast ratio of WCAG 2, 1 to 21."""
    laag, hoog = sorted((_helderheid(een), _helderheid(twee)))
    return (hoog + 0.05) / (laag + 0.05)


def _rgb(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


def _helderheid(kleur: str) -> float:
    delen = [kanaal / 255 for kanaal in _rgb(kleur)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
