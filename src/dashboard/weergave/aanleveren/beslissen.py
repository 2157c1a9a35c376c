"""What a delivery does to what is published already: its period, how it changes the rows there, and a yes before rows vanish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from dashboard.basis.opmaak import getal
from dashboard.inname import (
    Besluit,
    Buiten,
    Inname,
    Kwartaaltelling,
    Modus,
    NietTePubliceren,
    buitenstaanders,
    naam_van,
    verdwijnen,
)
from dashboard.monitor import Monitor
from dashboard.vergelijken.effect import Effect
from dashboard.weergave.html import omkaderd, punten, tabel, toon_html

_MEESTE_ZINNEN = 12
_BUITEN = {
    Buiten.TOEVOEGEN: "toevoegen aan dat kwartaal",
    Buiten.WEGLATEN: "weglaten",
    Buiten.VERVANGEN: "dat hele kwartaal vervangen",
}


def kies_partij(plek: DeltaGenerator, monitor: Monitor, label: str, sleutel: str) -> str | None:
    """Let somebody choose for which organisation this is done; returns its name, None without a choice."""
    partijen = {partij.partij: partij.naam for partij in monitor.overeenkomst.partijen}
    gekozen = plek.selectbox(
        label,
        list(partijen),
        index=None,
        format_func=partijen.__getitem__,
        placeholder="kies een organisatie",
        key=sleutel,
    )
    return partijen.get(gekozen or "")


def vraag_besluit(inname: Inname, besluit: Besluit) -> Besluit:
    """The decision with what is chosen on the page about period, mode and rows outside the period.

    Raises NietTePubliceren for a day that is none.
    """
    links, midden, rechts = st.columns([4, 2, 2], gap="medium", vertical_alignment="top")
    modus: Modus | None = links.radio(
        "Wat doet deze levering met wat er al staat",
        list(Modus),
        format_func=str.capitalize,
        captions=[modus.uitleg for modus in Modus],
        key="lever_modus",
    )
    van = midden.text_input("Periode vanaf", key="lever_van", placeholder="dd-mm-jjjj; leeg: wat het bestand zegt")
    tot = rechts.text_input("Periode tot en met", key="lever_tot", placeholder="dd-mm-jjjj; leeg: wat het bestand zegt")
    besluit = replace(besluit, modus=modus or Modus.VERVANGEN, van=_dag(van), tot=_dag(tot))
    antwoorden: dict[tuple[str, int], Buiten] = {}
    for een in buitenstaanders(inname.gebruikt, besluit):
        antwoord = st.radio(
            een.vraag,
            list(Buiten),
            index=None,
            format_func=_BUITEN.__getitem__,
            horizontal=True,
            key=f"buiten-{een.plekken[0][0]}-{een.plekken[0][1]}",
        )
        if antwoord is not None:
            antwoorden |= dict.fromkeys(een.plekken, Buiten(antwoord))
    return replace(besluit, buiten=antwoorden)


def _dag(tekst: str) -> dt.date | None:
    if not tekst.strip():
        return None
    try:
        return dt.datetime.strptime(tekst.strip(), "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise NietTePubliceren(f"‘{tekst}’ is geen datum als 31-12-2026.") from None


def toon_kwartalen(monitor: Monitor, tellingen: Sequence[Kwartaaltelling]) -> None:
    """Show per quarter and corporatie how many rows there are now and afterwards, and where that is much less."""
    if not tellingen:
        return
    kort = monitor.overeenkomst.kort
    rijen = [
        [
            t.tabel,
            kort.get(t.corporatie or "", t.corporatie or ""),
            naam_van(t.kwartaal),
            *map(getal, (t.nu, t.nieuw, t.gewijzigd, t.verdwenen, t.straks)),
        ]
        for t in tellingen
    ]
    kop = ["tabel", "corporatie", "kwartaal", "nu", "nieuw", "gewijzigd", "verdwenen", "straks"]
    toon_html(tabel(kop, rijen, rechts=[3, 4, 5, 6, 7], titel="Rijen per kwartaal", rol=True))
    if waarschuwingen := [t.waarschuwing for t in tellingen if t.waarschuwing]:
        toon_html(omkaderd("Meer dan een tiende van een kwartaal verdwijnt", punten(waarschuwingen)))


def standen_in_woorden(effect: Effect) -> list[Markup]:
    """The afspraken that get another stand, and the heaviest outcomes of norms that change."""
    delen = [Markup("<h3>Afspraken met een andere stand</h3>") + punten(effect.afspraken)] if effect.afspraken else []
    zinnen = list(effect.zinnen[:_MEESTE_ZINNEN])
    if len(effect.zinnen) > _MEESTE_ZINNEN:
        zinnen.append(f"En nog {len(effect.zinnen) - _MEESTE_ZINNEN} uitkomsten van een norm.")
    return [*delen, punten(zinnen)]


def vraag_akkoord(tellingen: Sequence[Kwartaaltelling], sleutel: str) -> bool:
    """Whether nothing vanishes, or somebody agreed that it may; another number of rows asks again."""
    hoeveel, zin = verdwijnen(tellingen)
    return not hoeveel or st.checkbox(f"{zin} Dat mag.", key=f"{sleutel}_akkoord_{hoeveel}")
