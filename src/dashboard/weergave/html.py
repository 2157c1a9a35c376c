"""Small pieces of HTML, and the one function that puts HTML on the screen.

HTML has the type `Markup`; any other str is text. Markup escapes the text that is put into it
(`Markup("<p>{}</p>").format(text)`), so nobody can forget to, and a str where HTML is required fails the type check.

`st.html` shows them: one element instead of ten, tables that a screen reader can read, and no Markdown, in which
uploaded text could hide a link or an image.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from types import MappingProxyType
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from dashboard.normen import Stand

STREEP = "–"  # shown where there is no value
LEEG = Markup("")


def toon_html(*delen: Markup) -> None:
    """Show pieces of HTML as one element. A str that passed the type check by mistake is shown as text."""
    st.html(LEEG.join(delen))  # noqa: TID251 - the one place


def letterlijk(tekst: str) -> str:
    """The text with every sign of Markdown escaped, for where Streamlit reads Markdown; an address still becomes a link."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", tekst)


@cache
def stand_merk(
    stand: Stand | None, indicatief: Stand | None = None, tegen: str = "tegen de laatst bekende norm"
) -> Markup:
    """A stand as symbol and word in its colour; an indicative one is outlined, and says what it is against (`tegen`)."""
    if stand is None:
        return Markup('<span class="mp-stand mp-k-geen_gegevens"><span aria-hidden="true">–</span> niet gemeld</span>')
    if indicatief is not None:
        return Markup(
            '<span class="mp-stand mp-indicatief mp-k-{0}" title="{1.woord}; {2}: {0.woord}">'
            '<span aria-hidden="true">{0.symbool}</span> indicatief {0.woord}</span>'
        ).format(indicatief, stand, tegen)
    return Markup(
        '<span class="mp-stand mp-k-{0}"><span aria-hidden="true">{0.symbool}</span> {0.woord}</span>'
    ).format(stand)


def tellers(rijen: Mapping[str, Mapping[Stand, int]]) -> Markup:
    """Counts per stand, a row for each word: 'gemeld 3 ■ achter', 'berekend 2 ■ achter'."""
    regels = (Markup("<small>{}</small><div>{}</div>").format(kop, _telling(rij)) for kop, rij in rijen.items() if rij)
    return Markup('<div class="mp-tellers">{}</div>').format(LEEG.join(regels))


def _telling(aantallen: Mapping[Stand, int]) -> Markup:
    delen = (
        Markup(
            '<span class="mp-stand mp-k-{0}">{1}\u00a0<span aria-hidden="true">{0.symbool}</span>\u00a0{2}</span>'
        ).format(stand, aantal, "niet gemeld" if stand is Stand.GEEN_GEGEVENS else stand.kort)
        for stand, aantal in aantallen.items()
    )
    return LEEG.join(delen)


# Parameters that every link keeps, set once per run by the frame, so that readers stay in an earlier state.
blijvend: ContextVar[Mapping[str, str]] = ContextVar("blijvend", default=MappingProxyType({}))


def koppeling(tekst: str, pad: str, **parameters: str) -> Markup:
    """A link within the monitor, relative so that it works under any base path."""
    mee = {**blijvend.get(), **parameters}
    vraag = f"?{urlencode(mee)}" if mee else ""
    return Markup('<a href="{}" target="_self">{}</a>').format(pad + vraag, tekst)


def kernkoppeling(kern: str) -> Markup:
    """The name of a kern as a link to its own page."""
    return koppeling(kern, "kern", kern=kern)


def corporatiekoppeling(code: str, naam: str) -> Markup:
    """The name of a corporatie as a link to its own page."""
    return koppeling(naam, "corporatie", corporatie=code)


def tabel(
    kop: Sequence[str],
    rijen: Iterable[Sequence[str | int | None]],
    *,
    rechts: Iterable[int] = (),
    titel: str = "",
    rol: bool = False,
) -> Markup:
    """A table. A cell is text or HTML; `rechts` are the columns with figures; with `rol` a long one scrolls."""
    met_cijfers = set(rechts)
    uitlijning = [Markup(' class="mp-rechts"') if nr in met_cijfers else LEEG for nr in range(len(kop))]
    koppen = (Markup('<th scope="col"{}>{}</th>').format(*paar) for paar in zip(uitlijning, kop, strict=True))
    cellen = LEEG.join(Markup("<td{}>%s</td>").format(een) for een in uitlijning)
    regel = Markup("<tr>{}</tr>").format(cellen)  # one template for all rows: three times as fast as one per cell
    geheel = Markup('<table class="mp-tabel">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        Markup("<caption>{}</caption>").format(titel) if titel else LEEG,
        LEEG.join(koppen),
        LEEG.join(regel % tuple(STREEP if cel is None else cel for cel in rij) for rij in rijen),
    )
    return Markup('<div class="mp-rol" tabindex="0">{}</div>').format(geheel) if rol else geheel


def punten(zinnen: Iterable[str], soort: str = "punten") -> Markup:
    """A list of sentences, each text or HTML; the other `soort` is a plain 'opsomming'."""
    return Markup('<ul class="mp-{}">{}</ul>').format(soort, LEEG.join(map(Markup("<li>{}</li>").format, zinnen)))


def uitleglijst(velden: Iterable[tuple[str, str]]) -> Markup:
    """A list of names with their explanations, text or HTML."""
    regels = LEEG.join(Markup("<dt>{}</dt><dd>{}</dd>").format(*veld) for veld in velden)
    return Markup('<dl class="mp-uitleg">{}</dl>').format(regels)


def omkaderd(kop: str, *inhoud: str, breed: bool = False) -> Markup:
    """A block with a line around it, under its heading when it has one."""
    return Markup('<div class="mp-kader{}">{}{}</div>').format(
        " mp-breed" if breed else "", tussenkop(kop) if kop else LEEG, LEEG.join(inhoud)
    )


def tussenkop(tekst: str) -> Markup:
    """A heading on a page, below its title."""
    return Markup("<h2>{}</h2>").format(tekst)


def alinea(tekst: str) -> Markup:
    """A paragraph."""
    return Markup("<p>{}</p>").format(tekst)


def klein(tekst: str) -> Markup:
    """A line of small print."""
    return Markup('<div class="mp-bron">{}</div>').format(tekst)
