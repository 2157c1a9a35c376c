"""Open a publication of the store, with the agreement it is judged by."""

from __future__ import annotations

from pathlib import Path

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import afspraken_map, instelling
from dashboard.monitor.monitor import Monitor
from dashboard.store import Opslag, Publicatie, vorige_stand


def open_monitor(
    stand: int | str | Publicatie | None = None, *, map_: Path | None = None, adres: str | None = None
) -> Monitor:
    """The newest publication, the one with this number or name, or this one.

    Raises FoutenError for an agreement or a query that is not in order, OpslagFout for an unknown
    publication, OpslagBeschadigd for one that is not what was published.
    """
    opslag = Opslag(adres or instelling("MONITOR_DATA"))
    gekozen = stand if isinstance(stand, Publicatie) else opslag.publicatie(stand)
    return Monitor(laad_overeenkomst(map_ or afspraken_map()), opslag.tabellen(gekozen), gekozen)


def open_vorige(monitor: Monitor) -> Monitor | None:
    """The named stand before the publication of this one: what people saw at the last overleg. None without one. Raises what
    `open_monitor` raises.
    """
    eerder = vorige_stand(Opslag(instelling("MONITOR_DATA")).publicaties(), monitor.publicatie)
    return open_monitor(eerder) if eerder else None
