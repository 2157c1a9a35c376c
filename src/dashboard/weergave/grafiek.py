"""A chart on a page: the answer as title, the picture, and one click away its table and how it was made."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import streamlit as st
from markupsafe import Markup
from plotly.graph_objects import Figure  # noqa: TID251 - only for its type, see KlareFiguur

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import kleine_letter
from dashboard.cijfers import Keuze
from dashboard.cijfers.definitie import bronregel, definitie
from dashboard.figuren import CONFIG, Figuur
from dashboard.grafieken import Grafiek, grafieken_voor, niveaus_van
from dashboard.monitor import Monitor
from dashboard.weergave.html import LEEG, kernkoppeling, klein, tabel, toon_html, uitleglijst
from dashboard.weergave.onderdelen import TABEL, UITLEG, toon_meer

_PAUZE = 0.06  # seconds; measured: words at 1.9 x an empty page without, 1.3 x with it, and charts no later


def is_donker() -> bool:
    """Whether the visitor's page is dark; light when the browser did not say so yet."""
    return st.context.theme.type == "dark"


class KlareFiguur(Figure):  # type: ignore[misc]  # Plotly ships no types
    """A finished figure, which Streamlit sends to the browser unchanged.

    Streamlit accepts a dict or a Plotly figure. It checks a dict on every run, copies a figure, and gives both a template,
    for which the browser draws every chart twice. This one only has Plotly's type and sets nothing up; tests check that
    Plotly accepts our charts.
    """

    def __init__(self, figuur: Figuur) -> None:
        self._figuur = figuur

    def to_dict(self) -> Figuur:
        """The figure, which Streamlit asks for and sends."""
        return self._figuur


def grafieken(
    monitor: Monitor, indicator: Indicator, keuze: Keuze, *, per_kern: bool, donker: bool
) -> list[tuple[Grafiek, KlareFiguur]]:
    """The charts of a figure per kern, or all others, ready to send; made once per publication, choice and theme.

    For a figure that only exists per kern, that chart takes the place of the others.
    """

    def _maak() -> list[tuple[Grafiek, KlareFiguur]]:
        teken = partial(grafieken_voor, monitor, indicator, keuze, donker)
        gemaakt = teken([niveau for niveau in niveaus_van(indicator) if (niveau == "kern") is per_kern])
        if not per_kern and "kern" in indicator.niveaus:
            gemaakt = gemaakt or teken(["kern"])
        return [(grafiek, KlareFiguur(grafiek.figuur)) for grafiek in gemaakt]

    return monitor.onthoud(("grafieken", indicator.indicator, keuze, per_kern, donker), _maak)


def grafiek_met_figuur(
    monitor: Monitor, sleutel: Hashable, maak: Callable[[], Grafiek | None]
) -> tuple[Grafiek, KlareFiguur] | None:
    """One chart, ready to send, made once per publication and key; None where there is nothing to draw."""

    def _maak() -> tuple[Grafiek, KlareFiguur] | None:
        grafiek = maak()
        return None if grafiek is None else (grafiek, KlareFiguur(grafiek.figuur))

    return monitor.onthoud(("grafiek", sleutel), _maak)


def pauzeer(deel: str) -> None:
    """Wait a moment, once per session, so that the browser draws what it has before the rest of the page arrives.

    Parsing the chart library keeps a browser busy for about a second, in which it draws nothing. And an element that waited
    for its code is drawn 0.3 s after its placeholder, or when something new arrives. So the page comes in portions: words,
    choices, charts.
    """
    if (gepauzeerd := f"gepauzeerd_{deel}") not in st.session_state:
        st.session_state[gepauzeerd] = True
        time.sleep(_PAUZE)


def toon_grafiek(grafiek: Grafiek, figuur: KlareFiguur, sleutel: str) -> None:
    """Show title and chart."""
    toon_html(Markup('<div class="mp-grafiektitel">{0.titel}<small>{0.ondertitel}</small></div>').format(grafiek))
    st.plotly_chart(figuur, config=CONFIG, theme=None, alt=grafiek.alt, key=f"grafiek-{sleutel}")


def toon_tabellen(grafieken: Iterable[Grafiek]) -> None:
    """Show the figures of each chart as a table under its title."""
    for grafiek in grafieken:
        naam = kernkoppeling if grafiek.niveau == "kern" else str
        rijen = [[naam(eerste), *(_cel(cel) for cel in rest)] for eerste, *rest in grafiek.rijen]
        toon_html(tabel(grafiek.kop, rijen, rechts=range(1, 99), rol=True, titel=grafiek.titel))


def _cel(tekst: str) -> Markup:
    """A figure, with its remarks small under it."""
    cijfer, *meer = tekst.split("\n")
    return LEEG.join((cijfer, *map(Markup("<small>{}</small>").format, meer)))


def toon_uitleg(monitor: Monitor, indicator: Indicator) -> None:
    """Show how the figure is computed, from the header of its query, with its norms and the query itself."""
    kop = Markup("<h3>Hoe is dit berekend: {}</h3>").format(kleine_letter(indicator.titel))
    toon_html(kop, uitleg(monitor, indicator))
    st.code(monitor.queries[indicator.query].sql, language="sql", height=260)


def toon_bron(monitor: Monitor, indicator: Indicator) -> None:
    """Show the small print under a figure."""
    toon_html(klein(bronregel(monitor, indicator)))


def toon_onderbouwing(
    monitor: Monitor,
    indicator: Indicator,
    grafieken: Sequence[Grafiek] | None = None,
    *,
    sleutel: str = "meer",
    label: str = "Meer over dit cijfer",
    verder: Mapping[str, Callable[[], None]] = MappingProxyType({}),
) -> None:
    """Show the small print under a figure, and one click away its table, how it was made, and parts of the page.

    Without `grafieken` there is no table to offer: none could be drawn, or the page shows it already.
    """
    toon_bron(monitor, indicator)
    onderdelen: dict[str, Callable[[], None]] = {}
    if grafieken is not None:
        onderdelen[TABEL] = partial(toon_tabellen, grafieken)
    onderdelen[UITLEG] = partial(toon_uitleg, monitor, indicator)
    toon_meer(sleutel, label, onderdelen | dict(verder))


def uitleg(monitor: Monitor, indicator: Indicator) -> Markup:
    """The definition of a figure as a list."""
    return uitleglijst(definitie(monitor, indicator))
