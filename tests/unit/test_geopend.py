"""Publications that open while others read: with real threads, which wait for each other and never for a clock."""

from __future__ import annotations

import gc
import threading
import weakref
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import Monitor, open_monitor
from dashboard.store import Opslag, OpslagBeschadigd, OpslagFout
from dashboard.store.fouten import Schade
from dashboard.weergave.geopend import Geopend, Getoond, Sleutel
from tests.store.rijen import samen

KLEINSTAD = WORTEL / "tests" / "fixtures" / "kleinstad"
GEDULD = 60  # seconds until a thread that hangs fails its test


class Opener:
    """Opens publications for real, counts how often, and waits with one until it may."""

    def __init__(self) -> None:
        self.geteld: Counter[int | None] = Counter()
        self.levend: weakref.WeakSet[Monitor] = weakref.WeakSet()
        self.dicht: dict[int, threading.Event] = {}
        self.kapot: dict[int, Exception] = {}

    def __call__(self, sleutel: Sleutel) -> Monitor:
        nummer = sleutel.nummer
        self.geteld[nummer] += 1
        if nummer in self.dicht:
            assert self.dicht[nummer].wait(GEDULD)
        if nummer in self.kapot:
            raise self.kapot[nummer]
        monitor = open_monitor(nummer, map_=sleutel.map_, adres=sleutel.adres)
        self.levend.add(monitor)
        return monitor


@pytest.fixture(scope="module")
def op_nummer(tmp_path_factory) -> Callable[[int], Sleutel]:
    """The key of each of four publications in one store."""
    adres = Opslag(str(tmp_path_factory.mktemp("geopend") / "opslag")).maak().adres
    for nummer in range(4):
        Opslag(adres).publiceer(samen(f"u{nummer}"), wie="x", wat="y")
    return lambda nummer: Sleutel(KLEINSTAD, 1, adres, nummer)


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def geopend(opener) -> Geopend:
    return Geopend(opener, lambda monitor: None)


def nummer_van(getoond: Getoond) -> int:
    assert getoond.monitor.publicatie is not None
    return getoond.monitor.publicatie.nummer


def wacht(geopend: Geopend) -> None:
    """Until what is made ready in the background is ready, or has failed."""
    assert geopend._bezig is not None
    geopend._bezig.exception(GEDULD)


def test_wie_leest_houdt_de_vorige_tot_de_volgende_klaar_is(opener, op_nummer):
    klaar = threading.Event()
    geopend = Geopend(opener, lambda monitor: assert_gezet(klaar))
    opener.dicht[2] = threading.Event()
    assert nummer_van(geopend.nieuwste(op_nummer(1))) == 1
    assert nummer_van(geopend.nieuwste(op_nummer(2))) == 1  # not open yet
    opener.dicht[2].set()
    assert geopend.op(op_nummer(2)).publicatie == Opslag(op_nummer(2).adres).publicatie(2)
    assert nummer_van(geopend.nieuwste(op_nummer(2))) == 1  # open, and not judged yet
    klaar.set()
    wacht(geopend)
    assert nummer_van(geopend.nieuwste(op_nummer(2))) == 2
    assert nummer_van(geopend.nieuwste(op_nummer(1))) == 2  # whose list is a moment older does not go back
    assert opener.geteld == {1: 1, 2: 1}


def assert_gezet(gebeurtenis: threading.Event) -> None:
    assert gebeurtenis.wait(GEDULD)


def test_wie_publiceerde_wacht_op_zijn_eigen_publicatie_en_anderen_niet(geopend, opener, op_nummer):
    opener.dicht[2] = threading.Event()
    geopend.nieuwste(op_nummer(1))
    with ThreadPoolExecutor(1) as pool:
        maker = pool.submit(geopend.nieuwste, op_nummer(2), 2)
        assert nummer_van(geopend.nieuwste(op_nummer(2), 1)) == 1
        assert not maker.done()
        opener.dicht[2].set()
        assert nummer_van(maker.result(GEDULD)) == 2
    assert opener.geteld == {1: 1, 2: 1}


def test_na_publiceren_ziet_iedereen_het_ook_wie_net_binnenkomt(opener, op_nummer):
    klaar = threading.Event()
    geopend = Geopend(opener, lambda monitor: assert_gezet(klaar))
    geopend.nieuwste(op_nummer(1))
    geopend.nieuwste(op_nummer(2))  # another publication is being made ready already
    with ThreadPoolExecutor(1) as pool:
        maker = pool.submit(geopend.zet_klaar, op_nummer(3))
        assert nummer_van(geopend.nieuwste(op_nummer(3))) == 1
        assert not maker.done()
        klaar.set()
        maker.result(GEDULD)
    assert nummer_van(geopend.nieuwste(op_nummer(3))) == 3
    opener.kapot[4] = OpslagFout("schijf weg")
    geopend.zet_klaar(op_nummer(4))  # ends, and who looks sees what was ready
    assert geopend.nieuwste(op_nummer(4)) == Getoond(geopend.op(op_nummer(3)), opener.kapot[4])


def test_wie_een_andere_publicatie_kiest_wacht_daar_alleen_zelf_op(geopend, opener, op_nummer):
    opener.dicht[1] = threading.Event()
    geopend.nieuwste(op_nummer(3))
    with ThreadPoolExecutor(1) as pool:
        kiezer = pool.submit(geopend.op, op_nummer(1))
        assert nummer_van(geopend.nieuwste(op_nummer(3))) == 3
        assert geopend.op(op_nummer(2)).publicatie.nummer == 2
        assert not kiezer.done()
        opener.dicht[1].set()
        assert kiezer.result(GEDULD).publicatie.nummer == 1


def test_tien_die_hetzelfde_vragen_openen_een_keer(geopend, opener, op_nummer):
    samen_beginnen = threading.Barrier(10)

    def vraag(_: int) -> Monitor:
        samen_beginnen.wait(GEDULD)
        return geopend.nieuwste(op_nummer(1)).monitor

    with ThreadPoolExecutor(10) as pool:
        gekregen = set(map(id, pool.map(vraag, range(10))))
    assert (len(gekregen), opener.geteld) == (1, {1: 1})


def test_wat_niet_opent_wordt_overgeslagen_en_een_keer_gelogd(geopend, opener, op_nummer, caplog):
    opener.kapot[2] = fout = OpslagFout("tabel voorraad is beschadigd")
    eerste = geopend.nieuwste(op_nummer(1)).monitor
    assert geopend.nieuwste(op_nummer(2)) == Getoond(eerste)
    wacht(geopend)
    assert [geopend.nieuwste(op_nummer(2), minstens) for minstens in (0, 2, 0)] == [Getoond(eerste, fout)] * 3
    assert opener.geteld[2] == 1  # not at every click
    assert [regel.getMessage() for regel in caplog.records] == [
        "Publicatie 2 is overgeslagen: tabel voorraad is beschadigd"
    ]
    assert nummer_van(geopend.nieuwste(op_nummer(3), 3)) == 3
    wacht(geopend)
    assert geopend.nieuwste(op_nummer(3)) == Getoond(geopend.op(op_nummer(3)))


def test_wat_niet_opende_wordt_later_weer_geprobeerd(opener, op_nummer, caplog):
    geopend = Geopend(opener, lambda monitor: None, opnieuw=0.0)
    opener.kapot[2] = fout = OpslagFout("schijf weg")
    eerste = geopend.nieuwste(op_nummer(1)).monitor
    assert geopend.nieuwste(op_nummer(2), 2) == Getoond(eerste, fout)
    wacht(geopend)
    del opener.kapot[2]
    assert geopend.nieuwste(op_nummer(2)) == Getoond(eerste, fout)  # and it begins again
    wacht(geopend)
    assert nummer_van(geopend.nieuwste(op_nummer(2))) == 2
    assert len(caplog.records) == 1


def test_zonder_iets_om_te_tonen_komt_de_fout_en_daarna_lukt_het(geopend, opener, op_nummer):
    opener.kapot[1] = OpslagFout("schijf weg")
    with pytest.raises(OpslagFout, match=r"^schijf weg$"):
        geopend.nieuwste(op_nummer(1))
    del opener.kapot[1]
    assert nummer_van(geopend.nieuwste(op_nummer(1))) == 1


def test_andere_afspraken_gelden_meteen(geopend, op_nummer):
    oud = geopend.nieuwste(op_nummer(2)).monitor
    nieuw = geopend.nieuwste(replace(op_nummer(2), stempel=2)).monitor
    assert nieuw is not oud


def test_wat_niet_voorbereid_kon_worden_wordt_toch_getoond(opener, op_nummer, caplog):
    def _mislukt(_: Monitor) -> None:
        raise ZeroDivisionError

    geopend = Geopend(opener, _mislukt)
    geopend.nieuwste(op_nummer(1))
    geopend.nieuwste(op_nummer(2))
    wacht(geopend)
    assert nummer_van(geopend.nieuwste(op_nummer(2))) == 2
    assert [regel.getMessage() for regel in caplog.records] == ["Een publicatie klaarzetten ging mis"]


def test_er_blijven_niet_meer_publicaties_open_dan_mag(opener, op_nummer):
    geopend = Geopend(opener, lambda monitor: None, meest=2)
    for nummer in (1, 2, 3, 4, 1, 2, 3):
        geopend.op(op_nummer(nummer))
    gc.collect()
    assert sorted(monitor.publicatie.nummer for monitor in opener.levend) == [2, 3]
    assert opener.geteld == {1: 2, 2: 2, 3: 2, 4: 1}


def test_wat_beschadigd_is_wordt_overgeslagen_ook_door_wie_als_eerste_kijkt(geopend, opener, op_nummer):
    opener.kapot = {4: OpslagBeschadigd(Schade("vier")), 3: OpslagBeschadigd(Schade("drie"))}
    eerste = geopend.nieuwste(op_nummer(4))
    assert (nummer_van(eerste), eerste.overgeslagen) == (2, opener.kapot[4])
    daarna = geopend.nieuwste(op_nummer(4))  # and it is not tried again at every look
    assert (nummer_van(daarna), daarna.overgeslagen, opener.geteld[4]) == (2, opener.kapot[4], 1)


def test_waar_niets_heel_is_wordt_de_nieuwste_genoemd(geopend, opener, op_nummer):
    opener.kapot = {nummer: OpslagBeschadigd(Schade(str(nummer))) for nummer in range(1, 5)}
    with pytest.raises(OpslagBeschadigd, match=r": 4$"):
        geopend.nieuwste(op_nummer(4))


def test_een_andere_opslag_op_dezelfde_plek_is_een_andere(geopend, op_nummer):
    """A copy that was put back has the same numbers, and perhaps fewer of them."""
    assert nummer_van(geopend.nieuwste(op_nummer(4))) == 4
    assert nummer_van(geopend.nieuwste(replace(op_nummer(2), opslag="teruggezet"))) == 2
