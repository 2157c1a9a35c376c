"""The frame around every page: which state of the data this is, and that example data are invented."""

from __future__ import annotations

import streamlit as st

from dashboard.basis.opmaak import datum
from dashboard.monitor import Monitor
from dashboard.standen.afspraakstand import ontbrekende_rijen
from dashboard.tabellen.tabel import FoutenError
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.html import blijvend, esc, letterlijk, tabel
from dashboard.weergave.toestand import publicaties

NIEUWSTE = "nieuwste"


def toon_kader(monitor: Monitor) -> None:
    """The sidebar's choice of an earlier state. The status line itself stands under the title: see `toon_titel`."""
    with st.sidebar:
        alle = publicaties()
        if len(alle) > 1:
            namen = {NIEUWSTE: "nieuwste publicatie"}
            namen |= {str(p.nummer): f"{p.nummer}: {p.stand or p.wat}" for p in reversed(alle)}
            uitleg = "Kies een eerdere publicatie om te zien wat het overleg toen zag."
            keuze = kies_uit("Stand van", namen, "stand", "", begin=NIEUWSTE, uitleg=uitleg)
            blijvend.set({"stand": keuze} if keuze and keuze != NIEUWSTE else {})
        gemeente = monitor.overeenkomst.gemeente
        st.html(
            f'<div class="mp-bron">{esc(gemeente.titel)}<br>{esc(gemeente.versie)}<br>{esc(gemeente.doorloop)}</div>'
        )


def toon_titel(monitor: Monitor, zin: str, meer: str = "", *, vooruit: bool = False) -> None:
    """The sentence that answers the page's question, and beneath it what the figures rest on.

    `vooruit` puts the sentence on the screen before anything that the browser fetches or works out separately: for a page
    whose title is all it says in words. Streamlit makes links of addresses in it, so only for words of our own and of the
    agreement, never for what somebody typed or uploaded.
    """
    if vooruit:
        st.title(letterlijk(zin), anchor=False)
        st.html(_statusregel(monitor, meer))
    else:
        st.html(f"<h1>{esc(zin)}</h1>{_statusregel(monitor, meer)}")


def _statusregel(monitor: Monitor, meer: str) -> str:
    publicatie = monitor.publicatie
    if publicatie is None:
        return '<div class="mp-balk"><span>Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien.</span></div>'
    delen = [f"<span>Stand: {esc(publicatie.stand or publicatie.wat)} (publicatie {publicatie.nummer})</span>"]
    if monitor.volledigheid.peildatum:
        delen.append(f"<span>gegevens t/m {datum(monitor.volledigheid.peildatum)}</span>")
    if monitor.fictief():
        delen.insert(0, '<span class="mp-fictief">Verzonnen voorbeeldgegevens (fictief)</span>')
    if weg := ontbrekende_rijen(monitor):
        delen.append(f"<span>{esc(weg)}</span>")
    if publicatie.afspraken and publicatie.afspraken != monitor.overeenkomst.vingerafdruk:
        delen.append("<span>de afspraken of normen zijn sinds deze publicatie gewijzigd</span>")
    if meer:
        delen.append(f"<span><b>{esc(meer)}</b></span>")
    return f'<div class="mp-balk">{"".join(delen)}</div>'


def pagina_is_niet_mogelijk(fout: Exception) -> None:
    """What keeps the monitor from opening: one sentence, or every fault in the agreement with where it is."""
    if not isinstance(fout, FoutenError):
        st.html(f"<h1>De monitor kan niet openen</h1><p>{esc(fout)}</p>")
        return
    rijen = [[esc(f.bestand), str(f.rij or "–"), esc(f.kolom), esc(f.waarde), esc(f.verwacht)] for f in fout.fouten]
    st.html(
        "<h1>De monitor kan niet openen: er staan fouten in de afspraken</h1>"
        + tabel(["bestand", "rij", "kolom", "gevonden", "verwacht"], rijen)
    )
