"""The Monitor that a session looks at, opened once per process and publication and shared by all sessions.

A new publication or a changed agreement must show without a restart, at no cost per click: the list of publications is
read at most every few seconds, and the files of the agreement are compared by date.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence

from dashboard.basis.instellingen import InstellingFout, afspraken_map, instelling
from dashboard.basis.opmaak import tijdstip
from dashboard.cijfers import Keuze, hoofdcijfer
from dashboard.monitor import Monitor, open_monitor
from dashboard.normen import jeffreys
from dashboard.standen.afspraakstand import standen_van
from dashboard.store import Opslag, OpslagFout, Publicatie, vorige_stand
from dashboard.tabellen.tabel import FoutenError
from dashboard.verhaal.portret import portret
from dashboard.weergave.filters import jaren_met_gegevens
from dashboard.weergave.grafiek import grafieken

_HOUDBAAR = 3.0  # seconds before the list of publications is read again
_MEEST = 6  # publications kept open
_slot = threading.RLock()
_monitors: OrderedDict[tuple[object, ...], Monitor] = OrderedDict()
_lijst: dict[str, tuple[float, list[Publicatie]]] = {}


def publicaties() -> list[Publicatie]:
    """Every publication, oldest first; at most a few seconds old."""
    adres = instelling("MONITOR_DATA")
    with _slot:
        wanneer, lijst = _lijst.get(adres, (0.0, []))
        if not wanneer or time.monotonic() - wanneer > _HOUDBAAR:
            lijst = Opslag(adres).publicaties()
            _lijst[adres] = (time.monotonic(), lijst)
        return lijst


def publicatienamen(alle: Sequence[Publicatie]) -> dict[str, str]:
    """Publications to choose from by their number, the newest first, each with its name and moment."""
    return {str(p.nummer): f"{p.nummer}: {p.stand or p.wat} ({tijdstip(p.moment)})" for p in reversed(alle)}


def vergeet() -> None:
    """Read the list again at the next question: called after this process published something."""
    with _slot:
        _lijst.clear()


def monitor(nummer: int | None = None) -> Monitor:
    """The Monitor on the newest publication, or on the one with this number. Raises what `open_monitor` raises."""
    alle = publicaties()
    if nummer is None and alle:
        nummer = alle[-1].nummer
    map_ = afspraken_map()
    stempel = max((pad.stat().st_mtime_ns for pad in map_.rglob("*")), default=0) if map_.is_dir() else 0
    sleutel = (str(map_), stempel, instelling("MONITOR_DATA"), nummer)
    with _slot:
        if sleutel not in _monitors:
            _monitors[sleutel] = open_monitor(nummer)
            while len(_monitors) > _MEEST:
                _monitors.popitem(last=False)
        _monitors.move_to_end(sleutel)
        return _monitors[sleutel]


def huidige_monitor() -> Monitor:
    """The Monitor of this session: on the newest publication, or the one chosen under 'Stand van' or in the URL."""
    import streamlit as st

    keuze = st.session_state.get("stand") or st.query_params.get("stand")
    bekend = {str(publicatie.nummer) for publicatie in publicaties()}
    return monitor(int(keuze) if keuze in bekend else None)


def vorige(huidig: Monitor) -> Monitor | None:
    """The Monitor on the named stand before this one: what people saw at the last overleg."""
    eerder = vorige_stand(publicaties(), huidig.publicatie)
    return monitor(eerder.nummer) if eerder else None


def warm_op() -> None:
    """Open the newest publication, judge every norm and draw the first chart of every theme, before anybody waits for it."""
    jeffreys(1, 2)  # imports the package for intervals, also while there are no data
    try:
        huidig = monitor()
    except (FoutenError, InstellingFout, OpslagFout):
        return  # start.py shows what is wrong
    standen_van(huidig)
    if (eerder := vorige(huidig)) is not None:
        standen_van(eerder)
    for kern in huidig.overeenkomst.kernen[:1]:
        portret(huidig, Keuze(kernen=(kern.kern,)), eerder)  # its queries are for all kernen at once
    jaren = jaren_met_gegevens(huidig)
    keuze = Keuze(van=int(jaren[0]), tot=int(jaren[-1]))
    for thema in huidig.overeenkomst.themas:
        if (eerste := hoofdcijfer(huidig.overeenkomst, thema)) is not None:
            for donker in (False, True):
                grafieken(huidig, eerste, keuze, per_kern=False, donker=donker)
