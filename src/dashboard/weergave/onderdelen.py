"""The parts of a page: one at a time as tabs, or any number behind a figure. Only open parts are worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
TABEL = "Tabel met deze cijfers"
UITLEG = "Hoe is dit berekend"
ANDERS = "Anders tellen"
RIJEN = "Welke rijen zitten hieronder"


def toon_onderdelen(sleutel: str, onderdelen: Mapping[str, Callable[[], T]]) -> T | None:
    """Show the main parts as tabs, so that at most four charts are drawn at once; the open one is in the URL.

    Returns what the open part returned.
    """
    antwoord = None
    bladen = st.tabs(list(onderdelen), key=sleutel, on_change="rerun", bind="query-params")
    for blad, toon in zip(bladen, onderdelen.values(), strict=True):
        if blad.open:
            with blad:
                antwoord = toon()
    return antwoord


def toon_meer(
    sleutel: str, label: str, onderdelen: Mapping[str, Callable[[], None]], *, met_label: bool = False
) -> None:
    """Show any number of parts in a fixed order; the open ones are in the URL, so that a view can be shared.

    One row of buttons and not a stack of expanders: a browser builds it as fast as a single expander.
    """
    gekozen = st.pills(
        label,
        list(onderdelen),
        selection_mode="multi",
        key=sleutel,
        bind="query-params",
        label_visibility="visible" if met_label else "collapsed",
    )
    for naam, toon in onderdelen.items():
        if naam in gekozen:
            toon()
