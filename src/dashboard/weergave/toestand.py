"""The Monitor that a session looks at, and the list of publications: both kept per process and shared by all sessions.

A new publication or a changed agreement must show without a restart, at no cost per click: the list is read again at most
every few seconds, by one session while the others go on with what they have, and the files of the agreement are compared
by date.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.basis.instellingen import InstellingFout, afspraken_map, instelling
from dashboard.basis.opmaak import tijdstip
from dashboard.cijfers import Keuze, hoofdcijfer
from dashboard.monitor import Monitor, open_monitor
from dashboard.normen import jeffreys
from dashboard.standen.afspraakstand import standen_van
from dashboard.store import Opslag, OpslagBeschadigd, OpslagFout, Publicatie, vorige_stand
from dashboard.tabellen.tabel import FoutenError
from dashboard.verhaal.portret import portret
from dashboard.weergave.filters import jaren_met_gegevens
from dashboard.weergave.geopend import Geopend, Getoond, Sleutel
from dashboard.weergave.grafiek import grafieken

_LOG = logging.getLogger(__name__)
_HOUDBAAR = 3.0  # seconds before the list of publications is read again
_GEZIEN = "gezien_publicatie"  # the newest one that this session saw or made: it never goes back to an older one
_lezen = threading.Lock()  # one reads the list again
_slot = threading.Lock()  # held for moments only


@dataclass(frozen=True)
class _Lijst:
    """The publications as they were when reading began; `fout` says why it could not be read again since."""

    begin: float
    publicaties: list[Publicatie]
    kenmerk: str
    fout: OpslagFout | None = None


_lijsten: dict[str, _Lijst] = {}  # per store


def publicaties() -> list[Publicatie]:
    """Every publication, oldest first; at most a few seconds old. Raises OpslagFout when there is no list yet."""
    return _lijst().publicaties


def _lijst() -> _Lijst:
    adres = instelling("MONITOR_DATA")
    bekend = _lijsten.get(adres)
    if bekend is None:
        return _lees_lijst(adres, eerste=True)
    begin = time.monotonic()
    if begin - bekend.begin > _HOUDBAAR and _lezen.acquire(blocking=False):
        try:
            return _lees_lijst(adres)
        except OpslagFout as fout:  # what was read before still holds: publications never change
            if bekend.fout is None:
                _LOG.exception("De lijst van publicaties is niet te lezen; de vorige blijft staan")
            with _slot:
                _lijsten[adres] = replace(_lijsten[adres], begin=begin, fout=fout)
        finally:
            _lezen.release()
    return _lijsten[adres]


def _lees_lijst(adres: str, *, eerste: bool = False) -> _Lijst:
    """The list as it is now. Of two who read at once, what was read by who began last is kept. Who reads the first takes an
    earlier list where the newest is damaged. Raises OpslagFout.
    """
    begin, opslag = time.monotonic(), Opslag(adres)
    alle, fout = opslag.te_lezen_publicaties() if eerste else (opslag.publicaties(), None)
    gelezen = _Lijst(begin, alle, opslag.kenmerk(), fout)
    with _slot:
        if adres not in _lijsten or gelezen.begin >= _lijsten[adres].begin:
            _lijsten[adres] = gelezen
    return gelezen


def publicatienamen(alle: Sequence[Publicatie]) -> dict[str, str]:
    """Publications to choose from by their number, the newest first, each with its name and moment."""
    return {str(p.nummer): f"{p.nummer}: {p.stand or p.wat} ({tijdstip(p.moment)})" for p in reversed(alle)}


def ververs() -> None:
    """Read the list of publications now: somebody published, so what was read before is known to be old."""
    _lees_lijst(instelling("MONITOR_DATA"))


def gepubliceerd(publicatie: Publicatie) -> None:
    """Wait until everybody is shown this publication: who published and then loads the page anew, in a new session, may not
    see the one before. Others go on reading meanwhile.
    """
    import streamlit as st

    ververs()
    st.session_state[_GEZIEN] = publicatie.nummer
    with st.spinner("Bezig met openen van de nieuwe publicatie"):
        _geopend.zet_klaar(_sleutel(publicatie.nummer))


def monitor(nummer: int) -> Monitor:
    """The Monitor on the publication with this number. Raises what `open_monitor` raises."""
    return _geopend.op(_sleutel(nummer))


def nieuwste(minstens: int = 0) -> Getoond:
    """The Monitor on the newest publication that is ready; on one older than `minstens` only when nothing newer can be
    opened. Raises what `open_monitor` raises when nothing at all can be.
    """
    lijst = _lijst()
    laatste = lijst.publicaties[-1].nummer if lijst.publicaties else None
    getoond = _geopend.nieuwste(_sleutel(laatste), minstens)
    return replace(getoond, overgeslagen=lijst.fout) if lijst.fout is not None else getoond


def _sleutel(nummer: int | None) -> Sleutel:
    map_ = afspraken_map()
    stempel = max((pad.stat().st_mtime_ns for pad in map_.rglob("*")), default=0) if map_.is_dir() else 0
    return Sleutel(map_, stempel, instelling("MONITOR_DATA"), nummer, _lijst().kenmerk)


def huidige() -> Getoond:
    """What this session looks at: the publication chosen under 'Stand van' or in the URL, or the newest that is ready. No
    session goes back to an older one than it saw.
    """
    import streamlit as st

    keuze = st.session_state.get("stand") or st.query_params.get("stand")
    bekend = {str(publicatie.nummer) for publicatie in publicaties()}
    overgeslagen = None
    if keuze in bekend:
        try:
            return Getoond(monitor(int(keuze)))
        except OpslagBeschadigd as fout:
            overgeslagen = fout
    getoond = _onthoud_gezien(nieuwste(st.session_state.get(_GEZIEN, 0)))
    return replace(getoond, overgeslagen=overgeslagen or getoond.overgeslagen)


def huidige_monitor() -> Monitor:
    """The Monitor that this session looks at."""
    return huidige().monitor


def nieuwste_monitor() -> Monitor:
    """The Monitor on the newest publication there is, waited for: a delivery is compared with what holds now."""
    alle = publicaties()
    return _onthoud_gezien(nieuwste(alle[-1].nummer if alle else 0)).monitor


def _onthoud_gezien(getoond: Getoond) -> Getoond:
    import streamlit as st

    if (publicatie := getoond.monitor.publicatie) is not None:
        st.session_state[_GEZIEN] = max(publicatie.nummer, st.session_state.get(_GEZIEN, 0))
    return getoond


def vorige(huidig: Monitor) -> Monitor | None:
    """The Monitor on the named stand before this one: what people saw at the last overleg. None when that one is damaged."""
    eerder = vorige_stand(publicaties(), huidig.publicatie)
    try:
        return monitor(eerder.nummer) if eerder else None
    except OpslagBeschadigd:
        _LOG.exception("De vorige stand is niet te openen")
        return None


def warm_op() -> None:
    """Have the newest publication ready before anybody waits for it."""
    jeffreys(1, 2)  # imports the package for intervals, also while there are no data
    try:
        huidig = nieuwste().monitor
    except (FoutenError, InstellingFout, OpslagFout):
        _bevries()
        return  # start.py shows what is wrong
    _maak_klaar(huidig)


def _maak_klaar(huidig: Monitor) -> None:
    """Judge every norm and draw the first chart of every theme."""
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
    _bevries()


def _bevries() -> None:
    """Keep the garbage collections that Streamlit makes after every run of a page from walking through what is loaded now:
    58 ms per run became 0. What was frozen for an earlier publication, and is not shown any more, is let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _maak(sleutel: Sleutel) -> Monitor:
    bekend = _lijsten[sleutel.adres].publicaties
    eigen = next((publicatie for publicatie in bekend if publicatie.nummer == sleutel.nummer), sleutel.nummer)
    return open_monitor(eigen, map_=sleutel.map_, adres=sleutel.adres)


_geopend = Geopend(_maak, _maak_klaar)
