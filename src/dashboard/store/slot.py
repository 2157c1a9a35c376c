"""One writer at a time, where the file system can arrange that.

Whether two writers were in each other's way is decided by Delta, everywhere. But writers that queue for a lock do not do
their work in vain: eight commands that publish at once took 101 seconds while they raced.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":  # writers race there
    import fcntl

from dashboard.store.fouten import schrijffout

BESTAND = ".slot"
_van_mij = threading.local()  # the stores that this thread holds


@contextlib.contextmanager
def op_slot(adres: str) -> Iterator[None]:
    """Hold the store at this address while others who write wait; who holds it already goes on. Not on a store without a file
    system, or on a file system without locks. Raises OpslagFout when no file may be made there.
    """
    eigen: set[str] = _van_mij.__dict__.setdefault("adressen", set())
    if sys.platform == "win32" or "://" in adres or adres in eigen:
        yield
        return
    try:
        bestand = (Path(adres) / BESTAND).open("a")
    except OSError as fout:
        raise schrijffout(fout, adres) from fout
    with bestand:
        with contextlib.suppress(OSError):  # some network file systems have no locks
            fcntl.flock(bestand, fcntl.LOCK_EX)
        eigen.add(adres)
        try:
            yield
        finally:
            eigen.remove(adres)
