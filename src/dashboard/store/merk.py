"""The mark of a store: a small file that says that here is a store, which one, and how far it was.

Without it an address that points to nothing, a disk that was not mounted or half a copy would pass for an empty store. It
also remembers the newest publication, because the list alone cannot show that its end was cut off.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pyarrow import fs

from dashboard.store.fouten import Schade, leesfout, vertaald

BESTAND = "opslag.json"


@dataclass(frozen=True)
class Merk:
    """Which store this is, and its newest publication with its link when the mark was last written (0: none)."""

    opslag: str
    nummer: int = 0
    schakel: str = ""

    def tot(self, nummer: int, schakel: str) -> Merk:
        """The mark after this publication; never one that goes back."""
        return replace(self, nummer=nummer, schakel=schakel) if nummer > self.nummer else self


def nieuw_merk() -> Merk:
    """The mark of a store that is being made."""
    return Merk(uuid.uuid4().hex)


def lees_merk(adres: str) -> Merk | None:
    """The mark of the store at this address; None without one. Raises OpslagBeschadigd when it cannot be read."""
    with vertaald(lambda fout: leesfout(fout, Schade("niet te lezen", bestand=BESTAND), adres)):
        systeem, pad = _plek(adres)
        if systeem.get_file_info(pad).type == fs.FileType.NotFound:
            return None
        with systeem.open_input_stream(pad) as bestand:
            inhoud = json.loads(bestand.read())
        return Merk(str(inhoud["opslag"]), int(inhoud["nummer"]), str(inhoud["schakel"]))


def schrijf_merk(adres: str, merk: Merk) -> None:
    """Put the mark in place of the one that is there, at once. Raises OSError."""
    systeem, pad = _plek(adres)
    naast = f"{pad}.{uuid.uuid4().hex}"
    with systeem.open_output_stream(naast) as bestand:
        bestand.write(json.dumps(asdict(merk), indent=1).encode())
    systeem.move(naast, pad)


def _plek(adres: str) -> tuple[fs.FileSystem, str]:
    if "://" not in adres:
        return fs.LocalFileSystem(), str(Path(adres).absolute() / BESTAND)
    systeem, pad = fs.FileSystem.from_uri(adres)
    return systeem, f"{pad}/{BESTAND}"
