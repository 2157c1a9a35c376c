"""Small pieces of HTML. Everything that comes from data passes `esc`; nothing here knows Streamlit.

`st.html` shows these: one element instead of ten, tables that a screen reader can walk through, and no Markdown, in
which an uploaded text could hide a link or an image.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from html import escape
from types import MappingProxyType
from urllib.parse import urlencode

from dashboard.normen import Stand


def esc(tekst: object) -> str:
    """Any value as text that cannot become markup; an absent value is a dash."""
    return "–" if tekst is None else escape(str(tekst))


def letterlijk(tekst: str) -> str:
    """Text for where Streamlit reads Markdown: no sign in it is markup. An address still becomes a link."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", tekst)


def stand_merk(
    stand: Stand | None, indicatief: Stand | None = None, tegen: str = "tegen de laatst bekende norm"
) -> str:
    """A stand as symbol + word in its colour; an indicative one outlined and named so, with what makes it one (`tegen`)."""
    if stand is None:
        return '<span class="mp-stand mp-k-geen_gegevens"><span aria-hidden="true">–</span> niet gemeld</span>'
    if indicatief is not None:
        return (
            f'<span class="mp-stand mp-indicatief mp-k-{indicatief}" title="{stand.woord}; {tegen}: '
            f'{indicatief.woord}"><span aria-hidden="true">{indicatief.symbool}</span> indicatief {indicatief.woord}</span>'
        )
    return f'<span class="mp-stand mp-k-{stand}"><span aria-hidden="true">{stand.symbool}</span> {stand.woord}</span>'


def tellers(aantallen: dict[Stand, int]) -> str:
    """Counts per stand in a row: '3 ■ achter op schema'."""
    delen = (
        f'<span class="mp-stand mp-k-{stand}">{aantal}\u00a0<span aria-hidden="true">{stand.symbool}</span>\u00a0'
        f"{'niet gemeld' if stand is Stand.GEEN_GEGEVENS else stand.kort}</span>"
        for stand, aantal in aantallen.items()
    )
    return f'<div class="mp-tellers">{"".join(delen)}</div>'


# What every link takes along, set once per run by the frame: who looks at an earlier state stays in it.
blijvend: ContextVar[Mapping[str, str]] = ContextVar("blijvend", default=MappingProxyType({}))


def koppeling(tekst: str, pad: str, **parameters: str) -> str:
    """A link within the monitor, relative so that it works under any base path."""
    mee = {**blijvend.get(), **parameters}
    vraag = f"?{urlencode(mee)}" if mee else ""
    return f'<a href="{escape(pad + vraag)}" target="_self">{esc(tekst)}</a>'


def kernkoppeling(kern: str) -> str:
    """The name of a kern as a link to its own page."""
    return koppeling(kern, "kern", kern=kern)


def corporatiekoppeling(code: str, naam: str) -> str:
    """The name of a corporatie as a link to its own page."""
    return koppeling(naam, "corporatie", corporatie=code)


def tabel(
    kop: Sequence[str],
    rijen: Iterable[Sequence[str]],
    *,
    rechts: Iterable[int] = (),
    titel: str = "",
    rol: bool = False,
) -> str:
    """A real table. Cells are HTML already (use `esc`); `rechts` are the columns with figures; `rol` scrolls when long."""
    uitlijning = dict.fromkeys(rechts, ' class="mp-rechts"')
    kopregel = "".join(f'<th scope="col"{uitlijning.get(nr, "")}>{esc(naam)}</th>' for nr, naam in enumerate(kop))
    regels = "".join(
        "<tr>" + "".join(f"<td{uitlijning.get(nr, '')}>{cel}</td>" for nr, cel in enumerate(rij)) + "</tr>"
        for rij in rijen
    )
    bijschrift = f"<caption>{esc(titel)}</caption>" if titel else ""
    geheel = f'<table class="mp-tabel">{bijschrift}<thead><tr>{kopregel}</tr></thead><tbody>{regels}</tbody></table>'
    return f'<div class="mp-rol" tabindex="0">{geheel}</div>' if rol else geheel


def punten(zinnen: Iterable[str]) -> str:
    """A list of sentences that are HTML already."""
    return '<ul class="mp-punten">' + "".join(f"<li>{zin}</li>" for zin in zinnen) + "</ul>"
