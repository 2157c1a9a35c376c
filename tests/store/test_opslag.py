"""Publishing, reading back, restoring: what a user of the store relies on."""

import datetime as dt
import json
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from dashboard.store import IntussenGepubliceerd, Opslag, OpslagFout, Publicatie, Snede, alles, pas_toe
from dashboard.store.deltatabel import Deltatabel
from dashboard.tabellen.contracten import HERKOMST, TABELLEN
from dashboard.tabellen.tabel import Kolom, Tabel
from tests.store.bestanden import maak_oud
from tests.store.rijen import levering, meting, samen, uploads, waarden, wijziging

TOEN = dt.datetime(2025, 10, 22, 14, 30, tzinfo=dt.UTC)


# --- publish and read --------------------------------------------------------------------------------------------------


def test_een_lege_opslag_heeft_tabellen_zonder_rijen(opslag):
    assert (opslag.publicaties(), opslag.publicatie(), opslag.publicatie("")) == ([], None, None)
    leeg = opslag.tabellen(None)
    assert {naam: (tabel.num_rows, tabel.schema) for naam, tabel in leeg.items()} == {
        naam: (0, tabel.schema()) for naam, tabel in TABELLEN.items()
    }


def test_publicatie_zoals_zij_is_opgeslagen(opslag):
    nieuw = opslag.publiceer(
        samen("u1"), wie="werkgroep", wat="eerste levering", waarom="begin", stand="april", afspraken="abc", moment=TOEN
    )
    verwacht = Publicatie(
        1,
        TOEN,
        "werkgroep",
        "eerste levering",
        "begin",
        "april",
        0,
        {"kengetallen": 0, "leveringen": 0},
        "abc",
        ("u1",),
    )
    assert (nieuw, opslag.publicaties(), opslag.publicatie()) == (verwacht, [verwacht], verwacht)


def test_gelezen_rijen_zijn_de_geschreven_rijen(opslag):
    rij = meting("u1", 2.5, corporatie="A", kern=None, teller=5.0, noemer=2.0)
    opslag.publiceer([wijziging("kengetallen", rij), wijziging("leveringen", levering("u1"))], wie="x", wat="y")
    gelezen = opslag.tabellen(opslag.publicatie())
    assert gelezen["kengetallen"].to_pylist() == [dict.fromkeys(TABELLEN["kengetallen"].namen) | rij]
    assert gelezen["leveringen"].to_pylist() == [dict.fromkeys(TABELLEN["leveringen"].namen) | levering("u1")]
    assert {naam: tabel.schema for naam, tabel in gelezen.items()} == {n: t.schema() for n, t in TABELLEN.items()}


@pytest.mark.parametrize("uren", [0, 2, -5])
def test_een_moment_in_een_andere_tijdzone_blijft_hetzelfde_moment(opslag, uren):
    hier = dt.datetime(2025, 10, 22, 14 + uren, 30, tzinfo=dt.timezone(dt.timedelta(hours=uren)))
    gemaakt = opslag.publiceer([], wie="x", wat="y", moment=hier)
    assert [publicatie.moment for publicatie in (gemaakt, *opslag.publicaties())] == [TOEN, TOEN]


def test_een_map_wordt_gelezen_zonder_het_bestandssysteem_van_delta(opslag, monkeypatch):
    """It is Python called by threads of Arrow, and aborts the process when one of them outlives the interpreter."""
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    monkeypatch.setattr("deltalake.fs.DeltaStorageHandler", None)
    assert uploads(opslag, opslag.publicatie()) == ["u1"]


@pytest.mark.parametrize("naam", ["één map", "a#b", "x?y&z=1"])
def test_een_map_met_vreemde_tekens(tmp_path, monkeypatch, naam):
    opslag = Opslag(str(tmp_path / naam)).maak()
    gemaakt = opslag.publiceer(samen("u1"), wie="x", wat="y")
    assert uploads(opslag, gemaakt) == ["u1"]
    monkeypatch.chdir(tmp_path)
    assert uploads(Opslag(naam), gemaakt) == ["u1"]


def test_zonder_vervangt_komen_rijen_erbij(opslag):
    opslag.publiceer([wijziging("kengetallen", meting("u1", 1))], wie="x", wat="y")
    opslag.publiceer([wijziging("kengetallen", meting("u2", 2))], wie="x", wat="y")
    assert (waarden(opslag), waarden(opslag, opslag.publicatie(1))) == ([1, 2], [1])


def test_twee_wijzigingen_van_een_tabel_gaan_na_elkaar(opslag):
    weg = wijziging("kengetallen", meting("u2", 2), vervangt=Snede())
    opslag.publiceer([wijziging("kengetallen", meting("u1", 1)), weg], wie="x", wat="y")
    assert (waarden(opslag), opslag.publicatie().versies) == ([2], {"kengetallen": 0})


def test_wat_niet_verandert_houdt_zijn_versie(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    opslag.publiceer([wijziging("kengetallen", meting("u1", 9, bronrij=3))], wie="x", wat="y")
    assert opslag.publicatie().versies == {"kengetallen": 1, "leveringen": 0}


def test_publicatie_zonder_wijziging_geeft_een_stand_een_naam(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    opslag.publiceer([], wie="x", wat="vastgelegd", stand="overleg april")
    eerst, daarna = opslag.publicaties()
    assert (eerst.versies, daarna.stand, daarna.basis) == (daarna.versies, "overleg april", 1)


def test_gelijke_inhoud_geeft_gelijke_rijen_in_vaste_volgorde(opslag):
    rijen = [meting("u1", nummer, kern=kern, bronrij=nummer) for nummer, kern in ((3, "B"), (2, "A"), (1, "B"))]
    opslag.publiceer([wijziging("kengetallen", *rijen)], wie="x", wat="y")
    eerst = opslag.tabellen(opslag.publicatie())["kengetallen"]
    opslag.publiceer([wijziging("kengetallen", *reversed(rijen), vervangt=Snede())], wie="x", wat="y")
    assert opslag.tabellen(opslag.publicatie())["kengetallen"].equals(eerst)
    assert [(rij["kern"], rij["bronrij"]) for rij in eerst.to_pylist()] == [("A", 2), ("B", 1), ("B", 3)]


def test_twee_opslagen_op_een_map_zien_hetzelfde(opslag):
    ander = Opslag(opslag.adres + "/")
    assert ander.publicaties() == []
    nieuw = opslag.publiceer(samen("u1"), wie="x", wat="y")
    assert (ander.publicatie(), uploads(ander, nieuw)) == (nieuw, ["u1"])


def test_alles_vervangt_elke_genoemde_tabel(opslag):
    opslag.publiceer(samen("u1", 3), wie="x", wat="y")
    opslag.publiceer(
        alles({naam: TABELLEN[naam].arrow([]) for naam in ("kengetallen", "leveringen")}), wie="x", wat="y"
    )
    assert [tabel.num_rows for tabel in opslag.tabellen(opslag.publicatie()).values()] == [0] * 7
    assert uploads(opslag, opslag.publicatie(1)) == ["u1"]


# --- which one ---------------------------------------------------------------------------------------------------------


def test_een_stand_kiezen_op_nummer_en_op_naam(opslag):
    for stand in ("april", None, "oktober", "april"):
        opslag.publiceer([], wie="x", wat="y", stand=stand)
    keuzes = {keuze: opslag.publicatie(keuze).nummer for keuze in (None, "", 1, "2", "april", "oktober")}
    assert keuzes == {None: 4, "": 4, 1: 1, "2": 2, "april": 4, "oktober": 3}


@pytest.mark.parametrize("stand", ["2", " 2026 ", "٢"])
def test_een_stand_heet_niet_als_een_nummer(opslag, stand):
    with pytest.raises(OpslagFout) as fout:
        opslag.publiceer(samen("u1"), wie="x", wat="y", stand=stand)
    assert str(fout.value) == f"een stand heet niet '{stand}': alleen cijfers is het nummer van een publicatie"
    assert opslag.publicaties() == []


def test_een_nummer_gaat_voor_een_stand_die_in_een_oude_opslag_zo_heet(opslag):
    for _ in range(3):
        opslag.publiceer([], wie="x", wat="y")
    heet = {1: "2026", 3: "2"}
    maak_oud(opslag, lambda rij: rij | {"stand": heet.get(rij["nummer"])})
    assert [opslag.publicatie(keuze).nummer for keuze in (2, "2", 3, "2026")] == [2, 2, 3, 1]


@pytest.mark.parametrize("keuze", [0, 3, -1, "3", "mei", "1.0"])
def test_een_onbekende_publicatie_wordt_genoemd(opslag, keuze):
    opslag.publiceer([], wie="x", wat="y", stand="april")
    opslag.publiceer([], wie="x", wat="y")
    with pytest.raises(OpslagFout) as fout:
        opslag.publicatie(keuze)
    assert str(fout.value) == f"publicatie '{keuze}' bestaat niet; er zijn er 2"


# --- what came in ------------------------------------------------------------------------------------------------------


def test_een_publicatie_noemt_de_leveringen_die_erbij_kwamen(opslag):
    opslag.publiceer(samen("u2"), wie="x", wat="y")
    opslag.publiceer([*samen("u3"), wijziging("leveringen", levering("u1", 0))], wie="x", wat="y")
    opslag.publiceer(samen("u4", vervangt=Snede()), wie="x", wat="y")
    opslag.publiceer([wijziging("kengetallen", meting("u4", 9, bronrij=9))], wie="x", wat="y")
    opslag.herstel(1, wie="x")
    assert [publicatie.uploads for publicatie in opslag.publicaties()] == [("u2",), ("u1", "u3"), ("u4",), (), ()]


def test_een_opslag_van_voor_de_kolom_uploads_blijft_te_lezen_en_te_vullen(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    lijst = DeltaTable(f"{opslag.adres}/publicaties")
    oud = lijst.to_pyarrow_table().drop_columns(["uploads", "ingetrokken", "afdrukken", "schakel"])
    write_deltalake(lijst, oud, mode="overwrite", schema_mode="overwrite")
    (Path(opslag.adres) / "opslag.json").unlink()
    assert [publicatie.uploads for publicatie in opslag.publicaties()] == [()]
    opslag.publiceer(samen("u2"), wie="x", wat="y")
    assert [publicatie.uploads for publicatie in opslag.publicaties()] == [(), ("u2",)]
    assert uploads(opslag, opslag.publicatie()) == ["u1", "u2"]


# --- restore -----------------------------------------------------------------------------------------------------------


def test_herstellen_is_opnieuw_publiceren_en_zelf_ongedaan_te_maken(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y", stand="april", afspraken="abc")
    opslag.publiceer(samen("u2", 2, vervangt=Snede()), wie="x", wat="y")
    terug = opslag.herstel("april", wie="beheer", waarom="verkeerd bestand")
    assert (terug.nummer, terug.wie, terug.wat, terug.waarom) == (
        3,
        "beheer",
        "hersteld naar publicatie 1",
        "verkeerd bestand",
    )
    assert (terug.stand, terug.basis, terug.afspraken) == (None, 2, "abc")
    assert terug.versies == opslag.publicatie(1).versies
    opnieuw = opslag.herstel(2, wie="beheer")
    assert [uploads(opslag, publicatie) for publicatie in opslag.publicaties()] == [["u1"], ["u2"], ["u1"], ["u2"]]
    assert (opnieuw.nummer, opslag.publicatie("april").nummer) == (4, 1)


def test_na_herstel_bouwt_een_nieuwe_publicatie_op_de_herstelde_rijen(opslag):
    opslag.publiceer([wijziging("kengetallen", meting("u1", 1))], wie="x", wat="y")
    opslag.publiceer([wijziging("kengetallen", meting("u2", 2))], wie="x", wat="y")
    opslag.herstel(1, wie="x")
    opslag.publiceer([wijziging("kengetallen", meting("u3", 3))], wie="x", wat="y")
    assert waarden(opslag) == [1, 3]


def test_herstellen_kan_niet_zonder_publicatie(opslag):
    with pytest.raises(OpslagFout, match=r"^er is nog geen publicatie om te herstellen$"):
        opslag.herstel("", wie="x")
    with pytest.raises(OpslagFout, match=r"^publicatie '1' bestaat niet; er zijn er 0$"):
        opslag.herstel(1, wie="x")
    assert opslag.publicaties() == []


# --- slices ------------------------------------------------------------------------------------------------------------

BEGIN = [
    ("A", dt.date(2023, 12, 31), 1),
    ("A", dt.date(2024, 1, 1), 2),
    ("A", dt.date(2024, 12, 31), 3),
    ("A", dt.date(2025, 1, 1), 4),
    ("B", dt.date(2024, 1, 1), 5),
    ("B", dt.date(2024, 12, 31), 6),
    (None, dt.date(2024, 6, 30), 7),
]


def van(*corporaties: str | None, eerste: dt.date | None = None, laatste: dt.date | None = None) -> Snede:
    return Snede(("corporatie",), frozenset((code,) for code in corporaties), eerste, laatste)


@pytest.mark.parametrize(
    ("snede", "over"),
    [
        (None, [1, 2, 3, 4, 5, 6, 7, 99]),
        (Snede(), [99]),
        (van("A"), [5, 6, 7, 99]),
        (van("C"), [1, 2, 3, 4, 5, 6, 7, 99]),
        (van("A", "B"), [7, 99]),
        (van(), [1, 2, 3, 4, 5, 6, 7, 99]),
        # An empty part of a combination stands for an empty cell.
        (van(None), [1, 2, 3, 4, 5, 6, 99]),
        (Snede(("kengetal", "corporatie"), frozenset({("proef", "B"), ("ander", "A")})), [1, 2, 3, 4, 7, 99]),
        # Both ends of a period belong to it.
        (Snede(van=dt.date(2024, 1, 1), tot=dt.date(2024, 12, 31)), [1, 4, 99]),
        (Snede(van=dt.date(2024, 12, 31)), [1, 2, 5, 7, 99]),
        (Snede(tot=dt.date(2024, 1, 1)), [3, 4, 6, 7, 99]),
        # A row without a corporatie belongs to none of them.
        (van("A", eerste=dt.date(2024, 1, 1), laatste=dt.date(2024, 12, 31)), [1, 4, 5, 6, 7, 99]),
    ],
)
def test_een_levering_vervangt_alleen_haar_snede(opslag, snede, over):
    rijen = [meting("u1", waarde, corporatie=wie, peildatum=dag, bronrij=waarde) for wie, dag, waarde in BEGIN]
    opslag.publiceer([wijziging("kengetallen", *rijen)], wie="x", wat="y")
    nieuw = meting("u2", 99, corporatie="A", peildatum=dt.date(2024, 3, 1))
    opslag.publiceer([wijziging("kengetallen", nieuw, vervangt=snede)], wie="x", wat="y")
    assert waarden(opslag) == over
    assert waarden(opslag, opslag.publicatie(1)) == [1, 2, 3, 4, 5, 6, 7]


def test_een_lege_levering_maakt_haar_snede_leeg(opslag):
    rijen = [meting("u1", 1, corporatie="A"), meting("u1", 2, corporatie="B", bronrij=3)]
    opslag.publiceer([wijziging("kengetallen", *rijen)], wie="x", wat="y")
    opslag.publiceer([wijziging("kengetallen", vervangt=van("A"))], wie="x", wat="y")
    assert waarden(opslag) == [2]


# --- a decision is taken on a base -------------------------------------------------------------------------------------


def test_op_de_gekozen_basis(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y", basis=0)
    opslag.publiceer(samen("u2"), wie="x", wat="y", basis=1)
    assert [publicatie.basis for publicatie in opslag.publicaties()] == [0, 1]


def test_wie_door_een_ander_is_ingehaald_moet_opnieuw_kijken(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    opslag.publiceer(samen("u2"), wie="een ander", wat="y")
    with pytest.raises(IntussenGepubliceerd) as fout:
        opslag.publiceer(samen("u3"), wie="x", wat="y", basis=1)
    assert str(fout.value) == "sinds publicatie 1 is publicatie 2 verschenen; bekijk eerst het verschil"
    assert [uploads(opslag, publicatie) for publicatie in opslag.publicaties()] == [["u1"], ["u1", "u2"]]


def test_intussen_gepubliceerd_terwijl_de_tabellen_geschreven_werden(opslag, monkeypatch):
    """The list of publications moves between reading it and replacing it: nothing of the late one may be seen."""
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    schrijf = Deltatabel.schrijf
    tussendoor = iter([samen("u2")])

    def schrijf_en_kom_ertussen(self, rijen):
        versie = schrijf(self, rijen)
        for wijzigingen in tussendoor:
            Opslag(self.opslag).publiceer(wijzigingen, wie="een ander", wat="ertussen")
        return versie

    monkeypatch.setattr(Deltatabel, "schrijf", schrijf_en_kom_ertussen)
    monkeypatch.setattr("dashboard.store.opslag.op_slot", nullcontext)  # as where a file system has no locks
    with pytest.raises(IntussenGepubliceerd):
        opslag.publiceer(samen("u3"), wie="x", wat="y", basis=1)
    assert [uploads(opslag, publicatie) for publicatie in opslag.publicaties()] == [["u1"], ["u1", "u2"]]


def test_zonder_basis_gaat_de_wijziging_opnieuw_op_wat_het_nieuwst_is(opslag, monkeypatch):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    schrijf = Deltatabel.schrijf
    tussendoor = iter([samen("u2")])

    def schrijf_en_kom_ertussen(self, rijen):
        versie = schrijf(self, rijen)
        for wijzigingen in tussendoor:
            Opslag(self.opslag).publiceer(wijzigingen, wie="een ander", wat="ertussen")
        return versie

    monkeypatch.setattr(Deltatabel, "schrijf", schrijf_en_kom_ertussen)
    monkeypatch.setattr("dashboard.store.opslag.op_slot", nullcontext)  # as where a file system has no locks
    assert opslag.publiceer(samen("u3"), wie="x", wat="y").nummer == 3
    alle = [uploads(opslag, publicatie) for publicatie in opslag.publicaties()]
    assert alle == [["u1"], ["u1", "u2"], ["u1", "u2", "u3"]]


# --- nothing that breaks the contract is stored ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rijen", "klacht"),
    [
        ([meting("u1", bron=None)], "bron: 1 keer leeg"),
        ([meting("u1", bronrij=0), meting("u1", bronrij=-1)], "bronrij: 2 keer geen een geheel getal van 1 of meer"),
        (
            [meting("u1"), meting("u2", fictief=False)],
            "fictief: verzonnen en echte rijen mogen niet samen in een tabel",
        ),
    ],
)
def test_wat_niet_voldoet_wordt_niet_opgeslagen(opslag, rijen, klacht):
    opslag.publiceer(samen("u0"), wie="x", wat="y")
    with pytest.raises(OpslagFout) as fout:
        opslag.publiceer([wijziging("kengetallen", *rijen, vervangt=Snede())], wie="x", wat="y")
    begin = "niet opgeslagen, tabel kengetallen voldoet niet aan de afspraken: "
    assert (str(fout.value), len(opslag.publicaties())) == (begin + klacht, 1)


def test_dezelfde_levering_twee_keer_wordt_geweigerd(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    with pytest.raises(OpslagFout) as fout:
        opslag.publiceer(samen("u1"), wie="x", wat="y")
    assert str(fout.value).endswith("upload_id, tabel: elke waarde hoort een keer voor te komen")
    assert uploads(opslag, opslag.publicatie()) == ["u1"]


def test_een_fout_in_de_tweede_tabel_laat_ook_de_eerste_onveranderd(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    fout = levering("u2") | {"rijen": -1}
    with pytest.raises(OpslagFout):
        opslag.publiceer([wijziging("kengetallen", meting("u2", 2)), wijziging("leveringen", fout)], wie="x", wat="y")
    assert [uploads(opslag, publicatie) for publicatie in opslag.publicaties()] == [["u1"]]


def test_een_fout_in_de_tweede_tabel_schrijft_ook_de_eerste_niet(opslag):
    fout = levering("u1") | {"rijen": -1}
    with pytest.raises(OpslagFout):
        opslag.publiceer([wijziging("kengetallen", meting("u1")), wijziging("leveringen", fout)], wie="x", wat="y")
    assert not (Path(opslag.adres) / "kengetallen").exists()


def test_vooruitkijken_geeft_wat_de_opslag_zal_bevatten(opslag):
    opslag.publiceer(samen("u1", 3), wie="x", wat="y")
    wijzigingen = samen("u2", 2, vervangt=Snede())
    vooruit = pas_toe(opslag.tabellen(opslag.publicatie()), wijzigingen)
    assert (set(vooruit), waarden(opslag)) == ({"kengetallen", "leveringen"}, [0, 1, 2])
    erna = opslag.tabellen(opslag.publiceer(wijzigingen, wie="x", wat="y"))
    assert [vooruit[naam].equals(erna[naam]) for naam in vooruit] == [True, True]


# --- contracts change --------------------------------------------------------------------------------------------------


def test_een_kolom_die_er_later_bij_komt_is_in_oude_versies_leeg(opslag, monkeypatch):
    opslag.publiceer([wijziging("kengetallen", meting("u1", 1))], wie="x", wat="y")
    oud = TABELLEN["kengetallen"]
    erbij = Kolom("toelichting", "tekst", verplicht=False)
    monkeypatch.setitem(TABELLEN, "kengetallen", Tabel(oud.naam, oud.korrel, (*oud.kolommen, erbij), datum=oud.datum))
    assert opslag.tabellen(opslag.publicatie())["kengetallen"].to_pylist() == [
        dict.fromkeys(oud.namen) | meting("u1", 1) | {"toelichting": None}
    ]
    opslag.publiceer([wijziging("kengetallen", meting("u2", 2, toelichting="nieuw"))], wie="x", wat="y")
    gelezen = {
        publicatie.nummer: opslag.tabellen(publicatie)["kengetallen"].select(["waarde", "toelichting"]).to_pylist()
        for publicatie in opslag.publicaties()
    }
    eerste, tweede = {"waarde": 1.0, "toelichting": None}, {"waarde": 2.0, "toelichting": "nieuw"}
    assert gelezen == {1: [eerste], 2: [eerste, tweede]}


def test_een_kolom_die_vervalt_is_weg_en_in_oude_versies_niet_te_zien(opslag, monkeypatch):
    opslag.publiceer([wijziging("kengetallen", meting("u1", 1, kern="Dorp"))], wie="x", wat="y")
    oud = TABELLEN["kengetallen"]
    over = tuple(kolom for kolom in oud.kolommen if kolom.naam != "kern")
    monkeypatch.setitem(TABELLEN, "kengetallen", Tabel(oud.naam, oud.korrel, over, datum=oud.datum))
    opslag.publiceer([wijziging("kengetallen", meting("u2", 2))], wie="x", wat="y")
    assert [opslag.tabellen(p)["kengetallen"].column_names for p in opslag.publicaties()] == [
        [kolom.naam for kolom in over]
    ] * 2


def test_een_tabel_die_er_later_bij_komt_is_in_oude_publicaties_leeg(opslag, monkeypatch):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    monkeypatch.setitem(TABELLEN, "nieuw", Tabel("nieuw", "", (Kolom("k", "tekst"), *HERKOMST)))
    assert opslag.tabellen(opslag.publicatie())["nieuw"].num_rows == 0
    opslag.publiceer(
        [wijziging("nieuw", {"k": "a", "upload_id": "u1", "bronrij": 2, "fictief": True})], wie="x", wat="y"
    )
    assert [opslag.tabellen(p)["nieuw"].num_rows for p in opslag.publicaties()] == [0, 1]


# --- old standen stay --------------------------------------------------------------------------------------------------

BEWAREN = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}


def test_elke_tabel_bewaart_alles(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    opslag.publiceer(samen("u2"), wie="x", wat="y")
    namen = sorted(pad.name for pad in Path(opslag.adres).iterdir() if pad.is_dir())
    assert namen == ["kengetallen", "leveringen", "publicaties"]
    assert [DeltaTable(f"{opslag.adres}/{naam}").metadata().configuration for naam in namen] == [BEWAREN] * 3


# The store writes a checkpoint by itself at every hundredth version; the short one is given its only one by hand.
@pytest.mark.parametrize("aantal", [12, pytest.param(120, marks=pytest.mark.lang)])
def test_veel_versies_en_een_checkpoint_laten_de_eerste_leesbaar(opslag, aantal):
    for nummer in range(1, aantal + 1):
        opslag.publiceer([wijziging("kengetallen", meting("u1", nummer), vervangt=Snede())], wie="x", wat=str(nummer))
    for naam in ("publicaties", "kengetallen"):
        map_ = Path(opslag.adres) / naam
        laatste = map_ / "_delta_log" / "_last_checkpoint"
        assert not laatste.exists() if aantal < 100 else json.loads(laatste.read_text())["version"] >= 99
        # What a careful caretaker might run one day must not throw away what a meeting has seen.
        tabel = DeltaTable(str(map_))
        tabel.create_checkpoint()
        tabel.cleanup_metadata()
        assert tabel.vacuum(dry_run=False) == []
    assert [publicatie.wat for publicatie in opslag.publicaties()] == [str(n) for n in range(1, aantal + 1)]
    assert opslag.publicatie(1).versies == {"kengetallen": 0}
    gekozen = {1, 2, *range(99, 102), aantal - 1, aantal} & set(range(1, aantal + 1))
    assert {n: waarden(opslag, opslag.publicatie(n)) for n in gekozen} == {n: [n] for n in gekozen}


def test_een_versie_die_niemand_noemt_wordt_nooit_gelezen(opslag):
    """What a writer leaves that died before it could tell the list of publications."""
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    Deltatabel(opslag.adres, "kengetallen").schrijf(
        TABELLEN["kengetallen"].arrow([meting("half", 1), meting("half", 2, bronrij=3)])
    )
    assert uploads(opslag, opslag.publicatie()) == ["u1"]
    assert opslag.publiceer(samen("u2"), wie="x", wat="y").versies == {"kengetallen": 2, "leveringen": 1}
    assert uploads(opslag, opslag.publicatie()) == ["u1", "u2"]


def test_een_tabel_waarvan_het_begin_werd_afgebroken_kan_alsnog_beginnen(opslag):
    rest = Path(opslag.adres) / "kengetallen"
    rest.mkdir(parents=True)
    (rest / "part-00000-half.snappy.parquet").write_bytes(b"PAR1 half")
    (rest / "_delta_log").mkdir()
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    assert uploads(opslag, opslag.publicatie()) == ["u1"]


def test_arrow_tabel_met_andere_volgorde_en_extra_kolom(opslag):
    """Who publishes need not know in which order the contract names its columns."""
    goed = TABELLEN["kengetallen"].arrow([meting("u1", 1)])
    anders = goed.select(list(reversed(goed.column_names))).append_column("extra", pa.array(["x"]))
    opslag.publiceer([wijziging("kengetallen")], wie="x", wat="y")
    opslag.publiceer(alles({"kengetallen": anders}), wie="x", wat="y")
    assert opslag.tabellen(opslag.publicatie())["kengetallen"].equals(goed)
