"""Reads and checks every file of a folder, as the server would, and reports in JSON what became of each and what it cost.

A process of its own, so that the memory that is measured is that of reading, and not of whatever tests ran before.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dashboard.afspraken import laad_overeenkomst
from dashboard.basis.instellingen import afspraken_map
from dashboard.inname.bestand.lezen import lees
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Omgeving
from dashboard.tabellen.contracten import TABELLEN

LEEG = {naam: tabel.schema().empty_table() for naam, tabel in TABELLEN.items()}
OMGEVING = Omgeving(laad_overeenkomst(afspraken_map()), LEEG)


def _geheugen(wat: str) -> float:
    """Megabytes in use now (VmRSS) or at most (VmHWM)."""
    [regel] = [regel for regel in Path("/proc/self/status").read_text().splitlines() if regel.startswith(wat)]
    return int(regel.split()[1]) / 1000


def _open() -> set[str]:
    """What this process has open, as the system names it; the look itself opens a folder that is gone afterwards."""
    namen = set()
    for open_ in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            namen.add(str(open_.readlink()))
    return namen


def _lees(pad: Path) -> tuple[str, str]:
    try:
        boek = lees(pad, pad.name)
    except Geweigerd as fout:
        return pad.name, fout.zin
    with contextlib.suppress(Geweigerd):  # what can be read need not be a delivery; nothing else may be raised
        neem_in(boek, OMGEVING)
    return pad.name, ""


def main(map_: Path) -> dict[str, object]:
    """Twice a small part to warm up, then everything, two at a time as in the server."""
    paden = sorted(map_.iterdir())
    for pad in paden[::40]:
        _lees(pad)
    bestanden, begin = _open(), _geheugen("VmRSS")
    with ThreadPoolExecutor(2) as werkers:
        uitkomsten = dict(werkers.map(_lees, paden))
    return {
        "uitkomsten": uitkomsten,
        "groei": _geheugen("VmRSS") - begin,
        "piek": _geheugen("VmHWM") - begin,
        "open": sorted(_open() - bestanden),
        "kinderen": Path("/proc/self/task").joinpath(str(os.getpid()), "children").read_text(),
    }


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1])), sys.stdout)
