"""Damage, and tampering by hand: what is stored is what was published, or the store says where it is not."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from deltalake import DeltaTable, write_deltalake
from hypothesis import given
from hypothesis import strategies as st

from dashboard.store import GeenOpslag, Opslag, OpslagBeschadigd, OpslagFout, Snede, lijst
from dashboard.store.afdruk import afdruk
from dashboard.store.controle import Controle, controleer
from tests.store.bestanden import data_van, maak_oud, verander
from tests.store.rijen import meting, samen, uploads, waarden, wijziging

SOORTEN = ("merk", "lijst-data", "lijst-log", "lijst-checkpoint", "tabel-data", "tabel-log", "tabel-checkpoint")


VERANDERD = "de rijen zijn niet de gepubliceerde: er is iets aan veranderd"


@pytest.fixture
def drie(opslag) -> Opslag:
    """A store with three publications of one delivery each."""
    for nummer in (1, 2, 3):
        opslag.publiceer(samen(f"u{nummer}", nummer), wie="x", wat=f"levering {nummer}")
    return opslag


# --- fingerprints ------------------------------------------------------------------------------------------------------

CELLEN = st.fixed_dictionaries(
    {
        "tekst": st.none() | st.text(max_size=5),
        "getal": st.none() | st.integers(-(2**40), 2**40),
        "maat": st.none() | st.floats(allow_nan=False),
        "dag": st.none() | st.dates(),
        "wel": st.none() | st.booleans(),
    }
)
SCHEMA = pa.schema(
    [("tekst", pa.string()), ("getal", pa.int64()), ("maat", pa.float64()), ("dag", pa.date32()), ("wel", pa.bool_())]
)


def als_tabel(rijen) -> pa.Table:
    return pa.Table.from_pylist(rijen, SCHEMA)


@given(st.lists(CELLEN, max_size=8), st.randoms(use_true_random=False))
def test_de_afdruk_kent_geen_volgorde_geen_stukken_en_geen_lege_kolom(rijen, dobbel):
    anders = [*rijen]
    dobbel.shuffle(anders)
    knip = dobbel.randint(0, len(anders))
    stukken = pa.concat_tables([als_tabel(anders[:knip]), als_tabel(anders[knip:]).slice(0)])
    omgekeerd = stukken.select(list(reversed(SCHEMA.names))).append_column("later", pa.nulls(len(anders), pa.string()))
    assert afdruk(omgekeerd) == afdruk(als_tabel(rijen))
    assert afdruk(als_tabel(rijen)).rijen == len(rijen)


@given(st.lists(CELLEN, min_size=1, max_size=6), st.data())
def test_een_andere_cel_is_een_andere_afdruk(rijen, data):
    plek = data.draw(st.integers(0, len(rijen) - 1))
    kolom = data.draw(st.sampled_from(SCHEMA.names))
    ander = data.draw(CELLEN)[kolom]
    veranderd = [*rijen[:plek], rijen[plek] | {kolom: ander}, *rijen[plek + 1 :]]
    zelfde = Counter(map(repr, veranderd)) == Counter(map(repr, rijen))
    assert (afdruk(als_tabel(veranderd)) == afdruk(als_tabel(rijen))) == zelfde


def test_de_afdruk_is_over_tien_jaar_dezelfde():
    """Worked out once and written down: another one would call every store that exists damaged."""
    # getal: 3 and empty; maat: 2.5 and empty; tekst: 5 and 0 bytes; wel: 1 and empty. No dag: it is empty everywhere.
    rijen = als_tabel([{"tekst": "één", "getal": 3, "maat": 2.5, "wel": True}, {"tekst": "", "getal": None}])
    assert afdruk(rijen) == (2, "1ada99432ac2b72e444b5b534001814a819e45aa8054b286f1847a39f41797e9")
    assert afdruk(als_tabel([])) == (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


# --- one changed bit ---------------------------------------------------------------------------------------------------


def soort(opslag: Opslag, pad: Path) -> str:
    delen = pad.relative_to(opslag.adres).parts
    if len(delen) == 1:
        return "merk"
    waarvan = "lijst" if delen[0] == "publicaties" else "tabel"
    return f"{waarvan}-{'data' if delen[1] != '_delta_log' else 'checkpoint' if 'checkpoint' in delen[2] else 'log'}"


def beeld(opslag: Opslag) -> list[tuple[object, dict[str, pa.Table]]]:
    """Everything that can be read: each publication with its tables."""
    return [(publicatie, opslag.tabellen(publicatie)) for publicatie in opslag.publicaties()]


def uitkomst(opslag: Opslag, goed: list[tuple[object, dict[str, pa.Table]]]) -> str:
    """What a reader gets: the same, or a fault; anything else is the silent one that may never be."""
    lijst._gezien.clear()  # as a process that starts now
    try:
        nu = beeld(opslag)
    except OpslagFout:
        return "gezegd"
    return "gelijk" if nu == goed else "STIL"


@pytest.fixture(scope="module")
def met_alles(tmp_path_factory) -> Opslag:
    """A store that has a file of every kind."""
    opslag = Opslag(str(tmp_path_factory.mktemp("bits") / "opslag")).maak()
    for nummer in range(1, 5):
        opslag.publiceer(samen(f"u{nummer}", nummer), wie="x", wat=f"levering {nummer}")
        if nummer == 3:
            for naam in ("publicaties", "kengetallen"):
                DeltaTable(f"{opslag.adres}/{naam}").create_checkpoint()
    return opslag


@pytest.mark.parametrize("keer", [4, pytest.param(150, marks=pytest.mark.lang)])
@pytest.mark.parametrize("welke", SOORTEN)
def test_een_omgevallen_bit_geeft_nooit_stil_iets_anders(met_alles, welke, keer):
    goed = beeld(met_alles)
    paden = [pad for pad in sorted(Path(met_alles.adres).rglob("*.*")) if pad.is_file() and pad.name != ".slot"]
    eigen = [pad for pad in paden if soort(met_alles, pad) == welke]
    assert eigen
    dobbel = random.Random(20261128)
    gevonden: Counter[str] = Counter()
    for _ in range(keer):
        pad = dobbel.choice(eigen)
        heel = pad.read_bytes()
        plek = dobbel.randrange(8 * len(heel))
        stuk = bytearray(heel)
        stuk[plek // 8] ^= 1 << plek % 8
        pad.write_bytes(stuk)
        try:
            gevonden[uitkomst(met_alles, goed)] += 1
        finally:
            pad.write_bytes(heel)
    assert gevonden["STIL"] == 0
    assert gevonden.total() == keer


def test_een_bestand_dat_weg_is_geeft_nooit_stil_iets_anders(met_alles):
    goed = beeld(met_alles)
    gevonden: Counter[str] = Counter()
    for pad in sorted(pad for pad in Path(met_alles.adres).rglob("*.*") if pad.is_file() and pad.name != ".slot"):
        heel = pad.read_bytes()
        pad.unlink()
        try:
            gevonden[uitkomst(met_alles, goed)] += 1
        finally:
            pad.write_bytes(heel)
    assert (gevonden["STIL"], gevonden["gezegd"] > 10) == (0, True)


# --- what it says ------------------------------------------------------------------------------------------------------


def test_een_cel_die_met_de_hand_is_veranderd_wordt_gezien(drie):
    naam = verander(drie, "kengetallen", 2, "waarde", 99.0)
    for nummer, wat in ((1, [0.0]), (3, [0.0, 0.0, 0.0, 1.0, 1.0, 2.0])):
        assert waarden(drie, drie.publicatie(nummer)) == wat
    with pytest.raises(OpslagBeschadigd) as fout:
        drie.tabellen(drie.publicatie(2))
    assert str(fout.value) == (f"de opslag is beschadigd: publicatie 2, tabel kengetallen, bestand {naam}: {VERANDERD}")


def test_een_rij_te_weinig_en_een_bestand_dat_weg_is(drie):
    pad = Path(drie.adres) / data_van(drie, "kengetallen", 3)
    pa.parquet.write_table(pa.parquet.read_table(pad).slice(1), pad)
    with pytest.raises(OpslagBeschadigd, match=r"er staan 5 rijen, gepubliceerd zijn er 6$"):
        drie.tabel("kengetallen", drie.publicatie())
    pad.unlink()
    with pytest.raises(
        OpslagBeschadigd, match=rf"^de opslag is beschadigd: publicatie 3, .*{pad.name}: niet te lezen$"
    ):
        drie.tabel("kengetallen", drie.publicatie())


def test_een_kolom_die_weg_is_wordt_gezien_ook_zonder_afdruk(drie):
    maak_oud(drie)
    pad = Path(drie.adres) / data_van(drie, "kengetallen", 3)
    pa.parquet.write_table(pa.parquet.read_table(pad).rename_columns({"bronrij": "bronrjj"}), pad)
    gelezen = drie.tabel("kengetallen", drie.publicatie(2))
    assert len(gelezen) == 3
    with pytest.raises(OpslagBeschadigd, match="publicatie 3, tabel kengetallen"):
        drie.tabel("kengetallen", drie.publicatie(3))


def test_een_regel_die_met_de_hand_is_veranderd_wordt_gezien_en_alleen_die(drie):
    rijen = DeltaTable(f"{drie.adres}/publicaties").to_pyarrow_table().sort_by("nummer")
    wie = pc.if_else(pc.equal(rijen["nummer"], 2), "iemand anders", rijen["wie"])
    anders = rijen.set_column(rijen.column_names.index("wie"), "wie", wie)
    write_deltalake(DeltaTable(f"{drie.adres}/publicaties"), anders, mode="overwrite")
    veranderd = "de regel in de lijst van publicaties is na het publiceren veranderd"
    assert [publicatie.schade for publicatie in drie.publicaties()] == ["", veranderd, ""]
    with pytest.raises(OpslagBeschadigd) as fout:
        drie.tabellen(drie.publicatie(2))
    assert str(fout.value) == f"de opslag is beschadigd: publicatie 2: {veranderd}"
    assert uploads(drie, drie.publicatie()) == ["u1", "u2", "u3"]


def test_een_lijst_die_korter_is_dan_hij_was_wordt_gezien(drie):
    log = Path(drie.adres) / "publicaties" / "_delta_log"
    max(log.glob("*.json")).unlink()
    for _ in range(2):
        with pytest.raises(OpslagBeschadigd, match=r"de lijst eindigt bij publicatie 2, maar publicatie 3 was er al$"):
            drie.publicaties()
        lijst._gezien.clear()  # and also by a process that starts now


def test_een_andere_lijst_dan_dit_proces_kende_wordt_gezien(drie, tmp_path):
    """Everything put back as it was at publication 2, the mark too."""
    kopie = tmp_path / "kopie"
    shutil.copytree(drie.adres, kopie)
    drie.publiceer(samen("u4"), wie="x", wat="levering 4")
    shutil.rmtree(drie.adres)
    kopie.rename(drie.adres)
    with pytest.raises(OpslagBeschadigd, match=r"de lijst eindigt bij publicatie 3, maar publicatie 4 was er al$"):
        drie.publicaties()


def test_op_een_beschadigde_publicatie_wordt_niet_verder_gebouwd(drie):
    verander(drie, "kengetallen", 3, "waarde", 99.0)
    with pytest.raises(OpslagBeschadigd):
        drie.publiceer(samen("u4"), wie="x", wat="levering 4")
    with pytest.raises(OpslagBeschadigd):
        drie.herstel(3, wie="x")
    assert [publicatie.nummer for publicatie in drie.publicaties()] == [1, 2, 3]
    terug = drie.herstel(2, wie="beheer")
    assert (terug.nummer, uploads(drie, terug)) == (4, ["u1", "u2"])
    drie.publiceer(samen("u4"), wie="x", wat="levering 4")
    assert uploads(drie, drie.publicatie()) == ["u1", "u2", "u4"]


def test_van_een_lijst_die_niet_te_lezen_is_blijft_de_vorige_te_bekijken_en_verder_niets(drie):
    (Path(drie.adres) / data_van(drie, "publicaties", 3)).write_bytes(b"niets")
    alle, fout = drie.te_lezen_publicaties()
    assert ([publicatie.nummer for publicatie in alle], fout and fout.schade.tabel) == ([1, 2], "publicaties")
    assert uploads(drie, alle[-1]) == ["u1", "u2"]
    for doe in (
        drie.publicaties,
        lambda: drie.publiceer(samen("u4"), wie="x", wat="y"),
        lambda: drie.herstel(1, wie="x"),
    ):
        with pytest.raises(OpslagBeschadigd, match=r"tabel publicaties, .*: niet te lezen$"):
            doe()


# --- empty is not unreadable -------------------------------------------------------------------------------------------


def test_waar_niets_is_is_geen_lege_opslag_en_komt_niets(tmp_path):
    adres = str(tmp_path / "nergens")
    for doe in (Opslag(adres).publicaties, lambda: Opslag(adres).publiceer(samen("u1"), wie="x", wat="y")):
        with pytest.raises(GeenOpslag):
            doe()
    assert not Path(adres).exists()


@pytest.mark.parametrize("weg", ["publicaties", "opslag.json", "allebei"])
def test_een_opslag_die_een_deel_kwijt_is_is_niet_leeg(drie, weg):
    for naam in ("publicaties", "opslag.json") if weg == "allebei" else (weg,):
        pad = Path(drie.adres) / naam
        shutil.rmtree(pad) if pad.is_dir() else pad.unlink()
    ervoor = sorted(Path(drie.adres).rglob("*"))
    for doe in (drie.publicaties, lambda: drie.publiceer(samen("u9"), wie="x", wat="y"), drie.maak):
        with pytest.raises(OpslagFout, match=r"is beschadigd|is al een opslag|geen hele opslag"):
            doe()
    assert sorted(Path(drie.adres).rglob("*")) == ervoor


def test_een_opslag_wordt_maar_een_keer_gemaakt(opslag):
    with pytest.raises(OpslagFout) as fout:
        opslag.maak()
    assert (str(fout.value), opslag.publicaties()) == (f"in {opslag.adres} is al een opslag", [])


# --- an older store ----------------------------------------------------------------------------------------------------


@pytest.fixture
def oud(drie) -> Opslag:
    """A store as a version of before there were fingerprints left it."""
    maak_oud(drie)
    return drie


def test_een_oudere_opslag_is_te_lezen_en_krijgt_bij_de_volgende_publicatie_alles(oud):
    assert uploads(oud, oud.publicatie()) == ["u1", "u2", "u3"]
    assert controleer(oud, alles=True) == Controle((1, 2, 3), (), (1, 2, 3))
    nieuw = oud.publiceer([wijziging("kengetallen", meting("u4", 9), vervangt=Snede())], wie="x", wat="y")
    assert {naam: merk.rijen for naam, merk in nieuw.afdrukken.items()} == {"kengetallen": 1, "leveringen": 3}
    assert controleer(oud, alles=True) == Controle((1, 2, 3, 4), (), (1, 2, 3))
    assert (Path(oud.adres) / "opslag.json").exists()


def test_de_eerste_schakel_houdt_ook_de_oudere_regels_vast(oud):
    oud.publiceer(samen("u4"), wie="x", wat="y")
    rijen = DeltaTable(f"{oud.adres}/publicaties").to_pyarrow_table()
    wat = pc.if_else(pc.equal(rijen["nummer"], 1), "iets anders", rijen["wat"])
    write_deltalake(
        DeltaTable(f"{oud.adres}/publicaties"),
        rijen.set_column(rijen.column_names.index("wat"), "wat", wat),
        mode="overwrite",
    )
    assert [bool(publicatie.schade) for publicatie in oud.publicaties()] == [False, False, False, True]


# --- verify ------------------------------------------------------------------------------------------------------------


def test_de_controle_noemt_elke_schade_een_keer(drie):
    opnieuw = drie.publiceer([], wie="x", wat="vastgelegd", stand="april")
    assert controleer(drie) == Controle((4,), (), ())
    naam = verander(drie, "kengetallen", 3, "waarde", 99.0)
    weg = Path(drie.adres) / data_van(drie, "leveringen", 1)
    weg.unlink()
    assert opnieuw.versies == {"kengetallen": 2, "leveringen": 2}
    assert controleer(drie, alles=True).schade == (
        f"publicatie 1: tabel leveringen, bestand leveringen/{weg.name}: niet te lezen",
        f"publicaties 3, 4: tabel kengetallen, bestand {naam}: {VERANDERD}",
    )
    assert len(controleer(drie).schade) == 1
