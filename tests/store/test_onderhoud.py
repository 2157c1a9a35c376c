"""Ten years of publishing, undoing, freezing and keeping house: what a publication said, it says for ever."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.store import Opslag, OpslagBeschadigd, OpslagFout, Snede
from dashboard.store.controle import Controle, controleer
from dashboard.store.deltatabel import Deltatabel
from dashboard.store.onderhoud import omvang, onderhoud
from dashboard.store.reservekopie import maak_reservekopie, zet_terug
from dashboard.tabellen.contracten import TABELLEN
from tests.processen import PROCESSEN
from tests.store import schrijvers
from tests.store.rijen import meting, samen, uploads, waarden, wijziging

DADEN = st.lists(
    st.sampled_from(["erbij", "vervang", "leeg", "herstel", "vastleggen", "half", "onderhoud"]), min_size=3, max_size=10
)


@pytest.mark.parametrize("keer", [6, pytest.param(30, marks=pytest.mark.lang)])
def test_wat_een_publicatie_zei_blijft_zij_zeggen(keer):
    """Against a model in memory: the values of every publication, in order."""
    settings(max_examples=keer)(given(DADEN, st.randoms(use_true_random=False))(_wat_gezegd_is_blijft))()


def _wat_gezegd_is_blijft(daden, dobbel):
    with tempfile.TemporaryDirectory() as map_:
        opslag, model = Opslag(f"{map_}/opslag").maak(), []
        for nummer, daad in enumerate([*daden, "onderhoud"]):
            nu = model[-1] if model else []
            rij = wijziging("kengetallen", meting(f"u{nummer}", nummer))
            if daad == "erbij":
                opslag.publiceer([rij], wie="x", wat="y")
                model.append(sorted([*nu, nummer]))
            elif daad == "vervang":
                opslag.publiceer([wijziging("kengetallen", vervangt=Snede()), rij], wie="x", wat="y")
                model.append([nummer])
            elif daad == "leeg":
                opslag.publiceer([wijziging("kengetallen", vervangt=Snede())], wie="x", wat="y")
                model.append([])
            elif daad == "vastleggen":
                opslag.publiceer([], wie="x", wat="y", stand=f"stand {nummer}")
                model.append(nu)
            elif daad == "herstel" and model:
                naar = dobbel.randrange(len(model))
                opslag.herstel(naar + 1, wie="x")
                model.append(model[naar])
            elif daad == "half":  # what somebody leaves who dies before the list knows it
                Deltatabel(opslag.adres, "kengetallen").schrijf(TABELLEN["kengetallen"].arrow([meting("half", -1)]))
            elif daad == "onderhoud":
                onderhoud(opslag)
        assert [waarden(opslag, publicatie) for publicatie in opslag.publicaties()] == model
        assert controleer(opslag, alles=True) == Controle(tuple(range(1, len(model) + 1)), (), ())


def test_onderhoud_ruimt_alleen_op_wat_geen_publicatie_noemt(opslag):
    for nummer in range(1, 15):
        opslag.publiceer(samen(f"u{nummer}"), wie="x", wat="y")
        Deltatabel(opslag.adres, "kengetallen").schrijf(TABELLEN["kengetallen"].arrow([meting("half", nummer)]))
    ervoor = {pad.name for pad in (Path(opslag.adres) / "kengetallen").glob("*.parquet")}
    assert len(ervoor) == 28
    voor, na, _ = onderhoud(opslag)
    assert len({pad.name for pad in (Path(opslag.adres) / "kengetallen").glob("*.parquet")} & ervoor) == 15
    assert len(list((Path(opslag.adres) / "publicaties").glob("*.parquet"))) == 5  # the newest lists
    assert (voor.bestanden > na.bestanden, na) == (True, omvang(opslag.adres))
    assert (Path(opslag.adres) / "kengetallen" / "_delta_log" / "_last_checkpoint").exists()
    assert [len(uploads(opslag, publicatie)) for publicatie in opslag.publicaties()] == list(range(1, 15))
    assert onderhoud(opslag)[0] == na


def test_onderhoud_raakt_niets_aan_zolang_de_lijst_niet_heel_is(opslag):
    """What a damaged row named cannot be known, and so might be thrown away."""
    for nummer in (1, 2):
        opslag.publiceer(samen(f"u{nummer}"), wie="x", wat="y")
    max((Path(opslag.adres) / "publicaties" / "_delta_log").glob("*.json")).unlink()
    ervoor = omvang(opslag.adres)
    with pytest.raises(OpslagBeschadigd):
        onderhoud(opslag)
    assert omvang(opslag.adres) == ervoor


# --- a copy ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def drie(opslag) -> Opslag:
    for nummer in (1, 2, 3):
        opslag.publiceer(samen(f"u{nummer}", nummer), wie="x", wat="y", stand=f"stand {nummer}")
    return opslag


def test_een_reservekopie_terugzetten_geeft_dezelfde_publicaties(drie, tmp_path):
    kopie = tmp_path / "kopie.zip"
    assert maak_reservekopie(drie, kopie) == (drie.publicatie(), ())
    elders = Opslag(str(tmp_path / "elders"))
    assert zet_terug(kopie, elders) == (drie.publicatie(), None)
    assert elders.publicaties() == drie.publicaties()
    for publicatie in drie.publicaties():
        assert elders.tabellen(publicatie) == drie.tabellen(publicatie)
    assert controleer(elders, alles=True) == Controle((1, 2, 3), (), ())
    elders.publiceer(samen("u4"), wie="x", wat="y")
    assert uploads(elders, elders.publicatie()) == ["u1", "u2", "u3", "u4"]


def test_terugzetten_over_een_opslag_heen_vraagt_een_ja_en_gooit_niets_weg(drie, tmp_path):
    kopie = tmp_path / "kopie.zip"
    maak_reservekopie(drie, kopie)
    drie.publiceer(samen("u4"), wie="x", wat="y")
    with pytest.raises(OpslagFout) as fout:
        zet_terug(kopie, drie)
    assert str(fout.value) == (
        f"in {drie.adres} staat al iets: een opslag met 4 publicaties; met --opzij krijgt die map eerst een andere naam"
    )
    assert len(drie.publicaties()) == 4
    laatste, weg = zet_terug(kopie, drie, opzij=True)
    assert (laatste and laatste.nummer, len(drie.publicaties()), len(Opslag(str(weg)).publicaties())) == (3, 3, 4)


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.99])
def test_een_afgebroken_reservekopie_wordt_herkend(drie, tmp_path, deel):
    kopie = tmp_path / "kopie.zip"
    maak_reservekopie(drie, kopie)
    inhoud = kopie.read_bytes()
    kopie.write_bytes(inhoud[: int(len(inhoud) * deel)])
    with pytest.raises(OpslagFout, match=r"is geen hele reservekopie; er is niets teruggezet$"):
        zet_terug(kopie, Opslag(str(tmp_path / "elders")))
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["kopie.zip", "opslag"]


def test_een_reservekopie_waarin_iets_veranderd_is_wordt_niet_teruggezet(drie, tmp_path):
    """Repacked, so that the zip itself has nothing to say about it."""
    heel, anders = tmp_path / "heel.zip", tmp_path / "anders.zip"
    maak_reservekopie(drie, heel)
    with zipfile.ZipFile(heel) as bron, zipfile.ZipFile(anders, "w") as doel:
        weg = next(naam for naam in bron.namelist() if naam.startswith("kengetallen/part-"))
        for naam in bron.namelist():
            if naam != weg:
                doel.writestr(naam, bron.read(naam))
    with pytest.raises(OpslagFout, match=r"anders\.zip is beschadigd, er is niets teruggezet: publicatie"):
        zet_terug(anders, Opslag(str(tmp_path / "elders")))
    assert not (tmp_path / "elders").exists()


def test_een_reservekopie_komt_nooit_over_een_ander_bestand_heen(drie, tmp_path):
    kopie = tmp_path / "kopie.zip"
    kopie.write_text("van iemand anders")
    with pytest.raises(OpslagFout, match=r"kopie\.zip bestaat al; kies een andere naam$"):
        maak_reservekopie(drie, kopie)
    assert kopie.read_text() == "van iemand anders"


def _kopieer(adres: str, map_: str, keer: int) -> None:
    for nummer in range(keer):
        maak_reservekopie(Opslag(adres), Path(map_) / f"{nummer}.zip")


@pytest.mark.parametrize("keer", [3, pytest.param(25, marks=pytest.mark.lang)])
def test_een_reservekopie_terwijl_anderen_publiceren_is_altijd_heel(opslag, tmp_path, keer):
    taken: list[tuple[Callable[..., None], tuple[object, ...]]] = [
        (schrijvers.publiceer_keer, (opslag.adres, 1, keer)),
        (schrijvers.publiceer_keer, (opslag.adres, 2, keer)),
        (_kopieer, (opslag.adres, str(tmp_path), keer)),
    ]
    processen = [PROCESSEN.Process(target=taak, args=woorden) for taak, woorden in taken]
    for proces in processen:
        proces.start()
    for proces in processen:
        proces.join()
    assert [proces.exitcode for proces in processen] == [0, 0, 0]
    for nummer in range(keer):
        terug = Opslag(str(tmp_path / f"terug{nummer}"))
        zet_terug(tmp_path / f"{nummer}.zip", terug)
        assert terug.publicaties() == opslag.publicaties()[: len(terug.publicaties())]
        assert controleer(terug, alles=True).schade == ()
        shutil.rmtree(terug.adres)
    assert len(opslag.publicaties()) == 2 * keer
