"""Opened publications, shared by everybody: each is opened once, outside every lock that a reader waits for.

Opening takes a third of a second and judging all norms on it several seconds. Readers therefore keep the newest publication
that is ready, until the next one is; only who published, or asks for one publication, waits for it to open.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.monitor import Monitor
from dashboard.store import OpslagBeschadigd, OpslagFout

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sleutel:
    """What is opened: a publication of a store (None: nothing was published), with the agreement in a folder as it is now.

    `opslag` tells a store from another that was put in its place.
    """

    map_: Path
    stempel: int
    adres: str
    nummer: int | None
    opslag: str = ""

    def volgt_op(self, ander: Sleutel) -> bool:
        """Whether this is the same store and agreement, so that the other may be shown until this one is ready."""
        return replace(self, nummer=None) == replace(ander, nummer=None)


@dataclass(frozen=True)
class Getoond:
    """The Monitor to show; `overgeslagen` says why it is not on the newest publication, when that one cannot be opened."""

    monitor: Monitor
    overgeslagen: BaseException | None = None


@dataclass(frozen=True)
class _Mislukt:
    sleutel: Sleutel
    fout: BaseException
    wanneer: float


class Geopend:
    """At most `meest` opened publications, and the newest that is ready. Threads may share it.

    `maak` opens one; `maak_klaar` works out beforehand what every reader will ask of the newest.
    """

    def __init__(
        self,
        maak: Callable[[Sleutel], Monitor],
        maak_klaar: Callable[[Monitor], None],
        *,
        meest: int = 6,
        opnieuw: float = 30.0,
    ) -> None:
        self._maak, self._maak_klaar, self._meest, self._opnieuw = maak, maak_klaar, meest, opnieuw
        self._slot = threading.Lock()  # held for moments only, never while something opens
        self._openers = ThreadPoolExecutor(2, "open")  # thirty who choose thirty publications do not fill the memory
        self._achtergrond = ThreadPoolExecutor(1, "zet-klaar")
        self._open: OrderedDict[Sleutel, Future[Monitor]] = OrderedDict()
        self._klaar: tuple[Sleutel, Monitor] | None = None
        self._bezig: Future[None] | None = None
        self._mislukt: _Mislukt | None = None

    def op(self, sleutel: Sleutel) -> Monitor:
        """This publication; whoever asks while it is being opened waits for that. Raises what `maak` raises."""
        return self._toekomst(sleutel).result()

    def nieuwste(self, sleutel: Sleutel, minstens: int = 0) -> Getoond:
        """The newest publication, which is this one, or until it is ready the one before.

        Waits for it when that one is older than `minstens`, the number of a publication that must be seen. One that is damaged
        is passed over, for the newest before it that is whole. Raises what `maak` raises only where there is nothing to show.
        """
        with self._slot:
            klaar, mislukt = self._klaar, self._mislukt
        if klaar is None or not sleutel.volgt_op(klaar[0]):
            return self._eerste(sleutel)
        nummer, monitor = klaar[0].nummer or 0, klaar[1]
        if (sleutel.nummer or 0) <= nummer:
            return Getoond(monitor)
        if mislukt is not None and mislukt.sleutel == sleutel:
            if time.monotonic() - mislukt.wanneer > self._opnieuw:
                self._begin(sleutel)
            return Getoond(monitor, mislukt.fout)
        self._begin(sleutel)
        if nummer >= minstens:
            return Getoond(monitor)
        toekomst = self._toekomst(sleutel)
        if (fout := toekomst.exception()) is not None:
            self._meld(sleutel, fout)
            return Getoond(monitor, fout)
        return Getoond(toekomst.result())

    def _eerste(self, sleutel: Sleutel) -> Getoond:
        """The first publication that this process shows."""
        try:
            monitor = self.op(sleutel)
        except OpslagBeschadigd as fout:
            for nummer in range((sleutel.nummer or 1) - 1, 0, -1):
                eerder = replace(sleutel, nummer=nummer)
                with contextlib.suppress(OpslagBeschadigd):
                    self._wissel(eerder, heel := self.op(eerder))
                    self._meld(sleutel, fout)
                    return Getoond(heel, fout)
            raise
        self._wissel(sleutel, monitor)
        return Getoond(monitor)

    def zet_klaar(self, sleutel: Sleutel) -> None:
        """Wait until everybody is shown this publication or a later one; returns too when it cannot be opened."""
        while True:
            with self._slot:
                klaar, mislukt = self._klaar, self._mislukt
            if klaar is None or not sleutel.volgt_op(klaar[0]) or (klaar[0].nummer or 0) >= (sleutel.nummer or 0):
                return  # or nothing is shown yet, so that the first who asks waits for the newest
            if mislukt is not None and mislukt.sleutel == sleutel:
                return
            self._begin(sleutel).exception()

    def _toekomst(self, sleutel: Sleutel) -> Future[Monitor]:
        """This publication, open or being opened; one that could not be opened is tried again."""
        with self._slot:
            toekomst = self._open.get(sleutel)
            if toekomst is None or (toekomst.done() and toekomst.exception() is not None):
                af = [ander for ander, bekend in self._open.items() if bekend.done()]
                for ander in af[: max(0, len(af) + 1 - self._meest)]:
                    del self._open[ander]
                toekomst = self._open[sleutel] = self._openers.submit(self._maak, sleutel)
            self._open.move_to_end(sleutel)
            return toekomst

    def _begin(self, sleutel: Sleutel) -> Future[None]:
        """Have this publication made ready, unless another is at this moment: that one is shown first. Returns what is going on."""
        with self._slot:
            if self._bezig is not None and not self._bezig.done():
                return self._bezig
            self._bezig = bezig = self._achtergrond.submit(self._maak_gereed, sleutel)
        return bezig

    def _maak_gereed(self, sleutel: Sleutel) -> None:
        toekomst = self._toekomst(sleutel)
        if (fout := toekomst.exception()) is not None:
            self._meld(sleutel, fout)
            return
        monitor = toekomst.result()
        try:
            self._maak_klaar(monitor)
        except Exception:  # noqa: BLE001 - worked out, and told, where somebody asks for it
            _LOG.exception("Een publicatie klaarzetten ging mis")
        self._wissel(sleutel, monitor)

    def _wissel(self, sleutel: Sleutel, monitor: Monitor) -> None:
        """Show this publication from now on, unless a newer one of the same store came first."""
        with self._slot:
            eerder = self._klaar
            if eerder is None or not sleutel.volgt_op(eerder[0]) or (sleutel.nummer or 0) > (eerder[0].nummer or 0):
                self._klaar, self._mislukt = (sleutel, monitor), None

    def _meld(self, sleutel: Sleutel, fout: BaseException) -> None:
        """Remember why it is passed over; the same reason stands in the log once."""
        with self._slot:
            eerder, self._mislukt = self._mislukt, _Mislukt(sleutel, fout, time.monotonic())
        if eerder is None or (eerder.sleutel, repr(eerder.fout)) != (sleutel, repr(fout)):
            reden = str(fout) if isinstance(fout, OpslagFout) else "zij kan niet worden geopend"
            _LOG.error("Publicatie %s is overgeslagen: %s", sleutel.nummer, reden, exc_info=fout)
