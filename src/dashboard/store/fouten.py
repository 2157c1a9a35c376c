"""What can be wrong with the store or its use, in Dutch sentences that a user or beheerder can act on."""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dashboard.basis.fouten import Gebruikersfout

_VOL = {errno.ENOSPC, errno.EDQUOT}
_OP_SLOT = {errno.EACCES, errno.EPERM, errno.EROFS}
_NUMMER = re.compile(r"os error (\d+)")  # how Delta tells what the file system said


class OpslagFout(Gebruikersfout):
    """A fault in the store or its use that a user can act on; the message is Dutch."""


class IntussenGepubliceerd(OpslagFout):
    """Somebody published after the base of this change: look at the difference and decide again."""


class GeenOpslag(OpslagFout):
    """There is no store at this address; nobody may take that for an empty one."""

    def __init__(self, adres: str) -> None:
        super().__init__(
            f"in {adres} is geen opslag. Hoort die er te zijn, kijk dan of de schijf is aangekoppeld en of MONITOR_DATA klopt. "
            "Een nieuwe maakt 'python -m dashboard nieuw' (leeg) of 'python -m dashboard demo' (verzonnen gegevens)"
        )


@dataclass(frozen=True)
class Schade:
    """What is damaged and where: the sentence, and the publication, table and file that it is about where those are known."""

    klacht: str
    tabel: str = ""
    bestand: str = ""
    publicatie: int | None = None

    def __str__(self) -> str:
        """One line: the place first, then what is wrong."""
        delen = [
            f"publicatie {self.publicatie}" if self.publicatie is not None else "",
            f"tabel {self.tabel}" if self.tabel else "",
            f"bestand {self.bestand}" if self.bestand else "",
        ]
        plek = ", ".join(deel for deel in delen if deel)
        return f"{plek}: {self.klacht}" if plek else self.klacht


class OpslagBeschadigd(OpslagFout):
    """What is stored is not what was published; no figure may be made of it."""

    def __init__(self, schade: Schade) -> None:
        super().__init__(f"de opslag is beschadigd: {schade}")
        self.schade = schade

    def van(self, publicatie: int) -> OpslagBeschadigd:
        """The same damage, met while this publication was read."""
        return OpslagBeschadigd(replace(self.schade, publicatie=publicatie))


def schrijffout(fout: BaseException, adres: str) -> OpslagFout:
    """What kept us from writing, as a fault that says that nothing was published."""
    nummer = _nummer(fout)
    waarom = reden(fout) if nummer in _VOL | _OP_SLOT else "het schrijven lukte niet"
    return OpslagFout(f"{waarom}: er is niets gepubliceerd (opslag {adres})")


def reden(fout: BaseException) -> str:
    """What the file system has against it, in words."""
    nummer = _nummer(fout)
    if nummer in _VOL:
        return "de schijf is vol"
    if nummer in _OP_SLOT:
        return "daar mag niet geschreven worden"
    return "de map bestaat niet" if nummer == errno.ENOENT else "het bestandssysteem wil niet"


def _nummer(fout: BaseException) -> int | None:
    nummer = fout.errno if isinstance(fout, OSError) else None
    gevonden = _NUMMER.search(str(fout))
    return int(gevonden[1]) if nummer is None and gevonden else nummer


def leesfout(fout: BaseException, schade: Schade, adres: str) -> OpslagFout:
    """What kept us from reading: damage, or that we may not."""
    if _nummer(fout) in _OP_SLOT:
        return OpslagFout(f"de opslag {adres} mag niet gelezen worden: wie de monitor draait, heeft daar geen recht op")
    return OpslagBeschadigd(schade)


@contextlib.contextmanager
def vertaald(naar: Callable[[BaseException], OpslagFout]) -> Iterator[None]:
    """Make our own fault of whatever goes wrong in here with Delta, Arrow or the file system."""
    try:
        yield
    except OpslagFout:
        raise
    except BaseException as fout:
        if not te_vertalen(fout):
            raise
        raise naar(fout) from fout


def te_vertalen(fout: BaseException) -> bool:
    """Whether this is something to translate, and not somebody who stops the program.

    Delta is Rust: what it calls a panic arrives as a BaseException of its own.
    """
    return isinstance(fout, Exception) or type(fout).__name__ == "PanicException"
