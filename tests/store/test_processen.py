"""Several real processes on one store: nothing is lost, nothing is torn, and dying at any moment leaves it whole."""

import contextlib
import itertools
import random
import time

import pytest
from deltalake import DeltaTable

from tests.processen import PROCESSEN
from tests.store import schrijvers
from tests.store.rijen import samen, uploads


@pytest.mark.parametrize(("aantal", "keer"), [(4, 2), pytest.param(8, 3, marks=pytest.mark.lang)])
def test_processen_tegelijk_verliezen_niets(opslag, aantal, keer):
    schrijf = [
        PROCESSEN.Process(target=schrijvers.publiceer_keer, args=(opslag.adres, wie, keer)) for wie in range(aantal)
    ]
    for proces in schrijf:
        proces.start()
    for proces in schrijf:
        proces.join()
    assert [proces.exitcode for proces in schrijf] == [0] * aantal
    alle = opslag.publicaties()
    assert [(publicatie.nummer, publicatie.basis) for publicatie in alle] == [
        (n, n - 1) for n in range(1, aantal * keer + 1)
    ]
    gezien = [set(uploads(opslag, publicatie)) for publicatie in alle]
    # Each publication holds all that came before it and one delivery more, whoever published it.
    assert [len(uploads_) for uploads_ in gezien] == list(range(1, aantal * keer + 1))
    assert all(eerder < later for eerder, later in itertools.pairwise(gezien))
    assert gezien[-1] == {f"u{wie}-{nummer}" for wie in range(aantal) for nummer in range(keer)}


class Schrijver:
    """A process that publishes without end, until it is killed."""

    def __init__(self, adres: str, wie: int) -> None:
        self._hoor, meld = PROCESSEN.Pipe(duplex=False)
        self._proces = PROCESSEN.Process(target=schrijvers.publiceer_door, args=(adres, wie, meld), daemon=True)
        self._proces.start()
        meld.close()
        self.gelukt = self._hoor.recv()

    def wacht_op_een_publicatie(self) -> None:
        self.gelukt = self._hoor.recv()

    def dood(self) -> int:
        """Kill it on the spot; the number of the last publication it was told had succeeded."""
        self._proces.kill()
        self._proces.join()
        with contextlib.suppress(EOFError):
            while True:
                self.gelukt = self._hoor.recv()
        self._hoor.close()
        return self.gelukt


@pytest.mark.parametrize(("keer", "minstens"), [(12, 5), pytest.param(100, 51, marks=pytest.mark.lang)])
def test_telkens_doodgeschoten_blijft_de_laatste_publicatie_heel(opslag, keer, minstens):
    dobbel = random.Random(20221)
    gelukt = schoten = 0
    while schoten < keer:
        # One process, and sometimes two that are in each other's way; killed in their very first publication or later.
        levend = [Schrijver(opslag.adres, schoten + nummer) for nummer in range(1 + (schoten % 5 == 0))]
        if schoten % 3:
            levend[0].wacht_op_een_publicatie()
        time.sleep(dobbel.uniform(0, 0.15))
        gelukt = max(gelukt, *(schrijver.dood() for schrijver in levend), 0)
        schoten += len(levend)
        nieuwste = opslag.publicatie()
        assert (nieuwste.nummer if nieuwste else 0) >= gelukt  # what was said to have succeeded is never lost
        assert nieuwste is None or len(uploads(opslag, nieuwste)) == 1

    alle = opslag.publicaties()
    assert [publicatie.nummer for publicatie in alle] == list(range(1, len(alle) + 1))
    assert len(alle) >= minstens
    assert {len(uploads(opslag, publicatie)) for publicatie in alle} == {1}

    # Some did die halfway: they left versions that no publication names.
    genoemd = {publicatie.versies["kengetallen"] for publicatie in alle}
    assert DeltaTable(f"{opslag.adres}/kengetallen").version() + 1 > len(genoemd)

    erna = opslag.publiceer(samen("erna", 3), wie="test", wat="het gaat door")
    assert (erna.nummer, len(uploads(opslag, erna))) == (len(alle) + 1, 2)
