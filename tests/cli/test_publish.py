"""`publish`: what it does, what it says, and how it ends, for a person and for a script."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dashboard.basis.opmaak import datum
from dashboard.inname.voorstel.besluit import vandaag
from dashboard.opdrachten.check import check
from dashboard.opdrachten.publish import publish
from dashboard.opdrachten.terug import restore, withdraw
from dashboard.store import Opslag
from tests.opdrachten import Uitkomst, draai

KOP = "kengetal;peildatum;waarde;bron"
WAT = "kengetallen 1 januari 2025 t/m 31 december 2025"


@pytest.fixture
def opslag(tmp_path) -> Opslag:
    return Opslag(str(tmp_path / "store")).maak()


@pytest.fixture
def lever(tmp_path, opslag, een_cijfer, monkeypatch) -> Callable[..., Uitkomst]:
    """Write these rows to a file and publish it in a store of its own; in this process, which saves a start each time."""
    monkeypatch.setenv("MONITOR_DATA", opslag.adres)
    monkeypatch.setenv("MONITOR_AFSPRAKEN", str(een_cijfer))
    return partial(_lever, tmp_path)


def _lever(map_: Path, naam: str, *woorden: str, rijen: tuple[str, ...] = (), kop: str = KOP) -> Uitkomst:
    bestand = map_ / naam
    if rijen:
        bestand.write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    antwoord = CliRunner().invoke(publish, [str(bestand), *woorden])
    return Uitkomst(antwoord.exit_code, antwoord.stdout_bytes, antwoord.stderr)


def waarden(opslag: Opslag) -> list[float]:
    return sorted(opslag.tabel("kengetallen", opslag.publicatie())["waarde"].to_pylist())


def test_publiceren_en_nog_eens(lever, opslag):
    wie = ("--wie", "gemeente", "--waarom", "jaarcijfers")
    eerst = lever("a.csv", *wie, rijen=("bouwtafels;31-12-2025;4;verslag", "wijkschouwen;31-12-2025;2;verslag"))
    assert (eerst.code, eerst.fout) == (0, "")
    gezegd = eerst.uit.splitlines()
    assert gezegd[:3] == [
        "kengetallen: blad a, kop op rij 1, 2 rijen.",
        "Geen fouten: dit bestand kan worden gepubliceerd.",
        "kengetallen: 2 nieuw, 0 gewijzigd, 0 verdwenen, 0 gelijk.",
    ]
    assert gezegd[3] == "  kengetallen, K4 2025: 2 nieuw, 0 gewijzigd, 0 verdwenen; nu 0, straks 2"
    assert gezegd[4].startswith("1 afspraak krijgt een andere stand. Veranderd: ")
    assert gezegd[-1] == f"Publicatie 1: {WAT} (a.csv)."
    [publicatie] = opslag.publicaties()
    assert (publicatie.wie, publicatie.wat, publicatie.waarom) == ("gemeente", f"{WAT} (a.csv)", "jaarcijfers")
    [kenmerk] = publicatie.uploads

    nogmaals = lever("a.csv", *wie)
    zin = f"Dit bestand is al gepubliceerd, op {datum(vandaag())} door gemeente, als levering {kenmerk}. "
    assert (nogmaals.code, nogmaals.uit.splitlines()[-1]) == (1, zin + "Met --toch gebeurt het opnieuw.")
    toch = lever("a.csv", *wie, "--toch", "--json")
    antwoord: dict[str, Any] = json.loads(toch.uit)
    gelijk = {"nieuw": 0, "gewijzigd": 0, "verdwenen": 0, "gelijk": 2}
    assert toch.code == 0
    assert {naam: antwoord[naam] for naam in ("gepubliceerd", "reden", "vervangen", "verschil", "effect")} == {
        "gepubliceerd": 2,
        "reden": None,
        "vervangen": [kenmerk],
        "verschil": {"kengetallen": gelijk},
        "effect": [],
    }
    assert antwoord["leveringen"] == [f"{kenmerk.removesuffix('1')}2"]


def test_fouten_houden_tegen_tenzij_wie_publiceert_de_rijen_weglaat(lever, opslag):
    rijen = ("bouwtafels;31-12-2025;4;verslag", "wijkschouwen;31-12-2025;twee;verslag")
    nee = lever("a.csv", "--wie", "gemeente", rijen=rijen)
    zin = "Er zijn fouten in 1 rij. Herstel ze, of kies ervoor die rijen weg te laten. "
    zin += "Weglaten kan met --alleen-goede-rijen."
    assert (nee.code, nee.uit.splitlines()[-1], opslag.publicaties()) == (1, zin, [])
    ja = lever("a.csv", "--wie", "gemeente", "--alleen-goede-rijen")
    assert (ja.code, ja.uit.splitlines()[-1]) == (0, f"Publicatie 1: {WAT} (a.csv). Zonder 1 rij met fouten.")
    [rij] = opslag.tabel("leveringen", opslag.publicatie()).to_pylist()
    assert (rij["rijen"], rij["weggelaten"], rij["fictief"], waarden(opslag)) == (1, 1, False, [4.0])


def test_op_naam_van_een_persoon_wordt_niets_gepubliceerd(lever, opslag):
    jan = lever("a.csv", "--wie", "Jan de Vries", rijen=("bouwtafels;31-12-2025;4;verslag",))
    assert (jan.code, opslag.publicaties(), "de naam van een persoon" in jan.uit, "Vries" in jan.uit) == (
        1,
        [],
        True,
        False,
    )


def test_wie_op_een_oudere_publicatie_besloot_beslist_opnieuw(lever, opslag):
    opslag.publiceer([], wie="een ander", wat="eerder")
    laat = lever("a.csv", "--wie", "gemeente", "--basis", "0", rijen=("bouwtafels;31-12-2025;4;verslag",))
    zin = "Niet gepubliceerd: sinds publicatie 0 is publicatie 1 verschenen; bekijk eerst het verschil."
    assert (laat.code, laat.uit.splitlines()[-1], len(opslag.publicaties())) == (1, zin, 1)
    assert lever("a.csv", "--wie", "gemeente", "--basis", "1").code == 0


def test_wat_niet_te_lezen_is_of_persoonlijk_wordt_geweigerd(lever, opslag):
    weg = lever("weg.csv", "--wie", "gemeente")
    assert (weg.code, weg.uit, weg.fout) == (2, "", "weg.csv: Dit bestand bestaat niet of is niet te lezen.\n")
    rij = "bouwtafels;31-12-2025;4;verslag;jan@voorbeeld.nl"
    persoonlijk = lever("a.csv", "--wie", "gemeente", "--json", rijen=(rij,), kop=f"{KOP};e-mail")
    antwoord = json.loads(persoonlijk.uit)
    assert (persoonlijk.code, antwoord["gepubliceerd"], "jan" in persoonlijk.uit) == (2, None, False)
    assert (opslag.publicaties(), "e-mail" in antwoord["reden"]) == ([], True)


def test_bij_verzonnen_rijen_is_de_levering_verzonnen_en_dat_staat_erbij(eigen_demo, een_cijfer, tmp_path):
    bestand = tmp_path / "a.csv"
    bestand.write_text(f"{KOP}\nbouwtafels;31-12-2025;40;verslag\n", "utf-8")
    omgeving = {"MONITOR_DATA": eigen_demo, "MONITOR_AFSPRAKEN": een_cijfer}
    uit = draai("publish", str(bestand), "--wie", "gemeente", **omgeving).uit.splitlines()
    assert uit[-2:] == [
        f"Publicatie 4: {WAT} (a.csv).",
        "Let op: dit zijn verzonnen voorbeeldgegevens (fictief).",
    ]
    opslag = Opslag(str(eigen_demo))
    assert set(opslag.tabel("kengetallen", opslag.publicatie())["fictief"].to_pylist()) == {True}


VERHUUR = (
    "corporatie;verhuring_id;ingangsdatum;kern;woningtype;daeb;nieuwbouw;contract;kale_huur;model;groep;leeftijdsklasse;"
    "huishoudgrootte;vrije_ruimte"
)


def verhuurd(nummer: str, dag: str) -> str:
    return f"Clavis;{nummer};{dag};Axel;appartement;ja;nee;onbepaald;600;aanbod;regulier;30-54;1;nee"


DERDE = tuple(verhuurd(f"b{nr}", f"{nr + 13}-08-2026") for nr in range(12))


@pytest.fixture(scope="module")
def twee_kwartalen(een_cijfer, tmp_path_factory) -> str:
    """A store with three lettings in the second quarter and twelve in the third, published once for all tests."""
    map_ = tmp_path_factory.mktemp("twee_kwartalen")
    adres = Opslag(str(map_ / "store")).maak().adres
    tweede = tuple(verhuurd(f"a{nr}", f"2{nr}-05-2026") for nr in (1, 2, 3))
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("MONITOR_DATA", adres)
        omgeving.setenv("MONITOR_AFSPRAKEN", str(een_cijfer))
        for naam, rijen in (("k2.csv", tweede), ("k3.csv", DERDE)):
            assert _lever(map_, naam, "--wie", "Clavis", rijen=rijen, kop=VERHUUR).code == 0
    return adres


@pytest.fixture
def met_twee_kwartalen(opslag, twee_kwartalen):
    """The store of this test is a copy of it."""
    shutil.rmtree(opslag.adres)
    shutil.copytree(twee_kwartalen, opslag.adres)
    return DERDE


def per_kwartaal(opslag: Opslag) -> list[int]:
    dagen = opslag.tabel("verhuringen", opslag.publicatie())["ingangsdatum"].to_pylist()
    return [sum(dag.month == maand for dag in dagen) for maand in (5, 6, 8)]


def test_een_afgedwaalde_datum_wacht_op_een_keuze(lever, opslag, met_twee_kwartalen, tmp_path):
    rijen = (*met_twee_kwartalen[:-1], verhuurd("b11", "30-06-2026"))
    nee = lever("weer.csv", "--wie", "Clavis", rijen=rijen, kop=VERHUUR)
    assert (nee.code, nee.uit.splitlines()[-1], per_kwartaal(opslag)) == (
        2,
        (
            "Rij 13 van blad weer (30 juni 2026) valt in K2 2026, buiten de periode van deze levering (K3 2026, volgens de datums "
            "van de meeste rijen). Hoort die bij K2 2026? Geef --buiten toevoegen, weglaten of vervangen; of --modus aanvullen "
            "als alle rijen erbij komen."
        ),
        [3, 0, 12],
    )
    vooraf = CliRunner().invoke(check, [str(tmp_path / "weer.csv")])
    vraag = nee.uit.splitlines()[-1].partition(" Geef ")[0]
    assert (vooraf.exit_code, vooraf.stdout.splitlines()[-1]) == (0, f"Bij het publiceren wordt gevraagd: {vraag}")
    als_object = CliRunner().invoke(check, [str(tmp_path / "weer.csv"), "--json"])
    assert json.loads(als_object.stdout)["bij_publiceren"] == [vraag]
    weg = lever("weer.csv", "--wie", "Clavis", "--buiten", "vervangen")
    assert (weg.code, weg.uit.splitlines()[-1]) == (
        2,
        (
            "Niet gepubliceerd: 3 gepubliceerde rijen verdwijnen (verhuringen CLAVIS, K2 2026: 3). Mag dat, geef dan --modus "
            "vervangen --verdwijnen-akkoord 3. Zijn het nagekomen rijen, kies dan --modus aanvullen."
        ),
    )
    assert lever("weer.csv", "--wie", "Clavis", "--buiten", "toevoegen").code == 0
    assert per_kwartaal(opslag) == [3, 1, 11]


def test_nagekomen_rijen_vervangen_het_kwartaal_alleen_met_een_ja(lever, opslag, met_twee_kwartalen, tmp_path):
    laat = (verhuurd("n1", "17-08-2026"), verhuurd("n2", "18-08-2026"))
    nee = lever("laat.csv", "--wie", "Clavis", "--json", rijen=laat, kop=VERHUUR)
    antwoord = json.loads(nee.uit)
    assert CliRunner().invoke(check, [str(tmp_path / "laat.csv")]).stdout.splitlines()[-2:] == [
        "  verhuringen CLAVIS, K3 2026: 2 nieuw, 0 gewijzigd, 12 verdwenen; nu 12, straks 2",
        "Bij het publiceren wordt gevraagd: 12 gepubliceerde rijen verdwijnen (verhuringen CLAVIS, K3 2026: 12). Mag dat?",
    ]
    assert (nee.code, antwoord["gepubliceerd"], antwoord["per_kwartaal"]) == (
        2,
        None,
        [
            {
                "tabel": "verhuringen",
                "corporatie": "CLAVIS",
                "kwartaal": "K3 2026",
                "nu": 12,
                "straks": 2,
                "nieuw": 2,
                "gewijzigd": 0,
                "verdwenen": 12,
                "van": "2026-07-01",
                "tot": "2026-09-30",
            }
        ],
    )
    for anders in (("--modus", "vervangen"), ("--modus", "vervangen", "--verdwijnen-akkoord", "11")):
        assert (lever("laat.csv", "--wie", "Clavis", *anders).code, per_kwartaal(opslag)) == (2, [3, 0, 12])
    assert lever("laat.csv", "--wie", "Clavis", "--modus", "aanvullen").code == 0
    assert per_kwartaal(opslag) == [3, 0, 14]
    assert (
        lever("laat.csv", "--wie", "Clavis", "--toch", "--modus", "vervangen", "--verdwijnen-akkoord", "12").code == 0
    )
    assert per_kwartaal(opslag) == [3, 0, 2]


def test_een_akkoord_voor_rijen_die_niet_verdwijnen_is_een_ander_akkoord(lever, opslag, met_twee_kwartalen):
    laat = (verhuurd("n1", "17-08-2026"),)
    nee = lever(
        "l.csv", "--wie", "Clavis", "--modus", "aanvullen", "--verdwijnen-akkoord", "12", rijen=laat, kop=VERHUUR
    )
    assert (nee.code, nee.uit.splitlines()[-1], per_kwartaal(opslag)) == (
        2,
        "Niet gepubliceerd: er verdwijnt geen enkele gepubliceerde rij. Laat --verdwijnen-akkoord weg.",
        [3, 0, 12],
    )
    over = CliRunner().invoke(restore, ["1", "--wie", "Clavis", "--basis", "2", "--verdwijnen-akkoord", "12"])
    assert (over.exit_code, per_kwartaal(opslag)) == (0, [3, 0, 0])
    terug = CliRunner().invoke(restore, ["2", "--wie", "Clavis", "--basis", "3", "--verdwijnen-akkoord", "12"])
    assert (terug.exit_code, terug.stderr, per_kwartaal(opslag)) == (
        2,
        "Niets veranderd: er verdwijnt geen enkele gepubliceerde rij. Laat --verdwijnen-akkoord weg.\n",
        [3, 0, 0],
    )


@pytest.mark.parametrize("modus", ["aanvullen", "corrigeren"])
def test_rijen_buiten_de_periode_zijn_er_alleen_bij_vervangen(lever, opslag, met_twee_kwartalen, modus):
    rijen = (verhuurd("b0", "30-06-2026"),)
    nee = lever("l.csv", "--wie", "Clavis", "--modus", modus, "--buiten", "weglaten", rijen=rijen, kop=VERHUUR)
    assert (nee.code, nee.fout, per_kwartaal(opslag)) == (
        2,
        f"l.csv: --buiten past niet bij --modus {modus}: daarbij zijn er geen rijen buiten een periode.\n",
        [3, 0, 12],
    )


def test_wie_corrigeert_laat_staan_waar_het_bestand_niet_over_gaat(lever, opslag):
    heel = f"{verhuurd('a1', '13-05-2026')};A"
    assert lever("k2.csv", "--wie", "Clavis", rijen=(heel,), kop=f"{VERHUUR};energielabel").code == 0
    anders = verhuurd("a1", "13-05-2026").replace(";600;", ";612;")
    gedaan = lever("anders.csv", "--wie", "Clavis", "--modus", "corrigeren", rijen=(anders,), kop=VERHUUR)
    assert "energielabel" in next(regel for regel in gedaan.uit.splitlines() if "houden daar wat zij hadden" in regel)
    [rij] = opslag.tabel("verhuringen", opslag.publicatie()).to_pylist()
    assert (gedaan.code, rij["kale_huur"], rij["energielabel"]) == (0, 612.0, "A")


def test_een_periode_die_eindigt_voor_zij_begint_wordt_meteen_geweigerd(lever):
    wie = ("--wie", "Clavis", "--van", "2026-06-30", "--tot", "2026-04-01")
    nee = lever("a.csv", *wie, rijen=(verhuurd("a1", "13-05-2026"),), kop=VERHUUR)
    assert (nee.code, nee.fout) == (2, "a.csv: De periode eindigt voor zij begint: --tot ligt voor --van.\n")


def test_wat_na_vandaag_is_kan_niet_geleverd_zijn(lever, opslag):
    morgen = vandaag() + dt.timedelta(days=1)
    nee = lever("a.csv", "--wie", "Clavis", rijen=(verhuurd("a", f"{morgen:%d-%m-%Y}"),), kop=VERHUUR)
    assert (nee.code, opslag.publicaties()) == (1, [])
    assert f"  blad a, rij 2, kolom ingangsdatum: verwacht een dag tot en met vandaag, {datum(vandaag())}; " in nee.uit


def test_een_levering_intrekken_laat_de_volgende_staan(lever, opslag, met_twee_kwartalen, monkeypatch):
    def trek_in(*woorden: str) -> Uitkomst:
        antwoord = CliRunner().invoke(withdraw, list(woorden))
        return Uitkomst(antwoord.exit_code, antwoord.stdout_bytes, antwoord.stderr)

    jan = trek_in("1", "--verdwijnen-akkoord", "3", "--wie", "Jan de Vries")
    assert (jan.code, jan.fout.partition(".")[0]) == (2, "Bij wie dit doet, lijkt de naam van een persoon te staan")
    nee = trek_in("1")
    assert (nee.code, nee.uit, nee.fout) == (
        2,
        (
            "verhuringen CLAVIS, K2 2026: 0 nieuw, 0 gewijzigd, 3 verdwenen; nu 3, straks 0\n"
            f"Geldt niet meer: k2.csv (verhuringen CLAVIS, K2 2026, 3 rijen), door Clavis op {datum(vandaag())}\n"
            "Er verandert geen cijfer en geen stand.\n"
        ),
        (
            "Niets veranderd: 3 gepubliceerde rijen verdwijnen (verhuringen CLAVIS, K2 2026: 3). Mag dat, geef dan "
            "--basis 2 --verdwijnen-akkoord 3.\n"
        ),
    )
    ja = trek_in("1", "--basis", "2", "--verdwijnen-akkoord", "3", "--wie", "Clavis")
    assert (ja.code, ja.uit.splitlines()[-1]) == (0, "Publicatie 3: levering van publicatie 1 ingetrokken.")
    assert per_kwartaal(opslag) == [0, 0, 12]
    assert trek_in("1").code == 2


# --- choices and questions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "naam",
    [
        *("clavis", "clv"),
        pytest.param("CLAVIS", marks=pytest.mark.lang),
        pytest.param("Woningcorporatie Clavis", marks=pytest.mark.lang),
    ],
)
def test_een_gekozen_corporatie_vult_de_kolom_die_ontbreekt(lever, opslag, naam):
    gedaan = lever("a.csv", "--wie", "Clavis", "--corporatie", naam, rijen=("uithuiszettingen;31-12-2025;3;eigen",))
    rijen = opslag.tabel("kengetallen", opslag.publicatie()).to_pylist()
    assert (gedaan.code, [(rij["corporatie"], rij["waarde"]) for rij in rijen]) == (0, [("CLAVIS", 3.0)])


def test_een_keuze_die_niet_past_wordt_geweigerd(lever, opslag):
    zoekers = "peildatum;groep;leeftijdsklasse;ingeschreven;actief;drempel_reacties"
    geen = lever("z.csv", "--wie", "g", "--corporatie", "CLAVIS", rijen=("30-06-2026;regulier;65+;9;3;4",), kop=zoekers)
    assert (geen.code, geen.fout) == (
        2,
        "z.csv: Voor woningzoekenden is geen corporatie te kiezen: die tabel gaat over de gemeente als geheel.\n",
    )
    niveau = lever("k.csv", "--wie", "g", "--corporatie", "CLAVIS", rijen=("bouwtafels;31-12-2025;3;eigen",))
    zin = "een lege cel, want bouwtafels wordt vastgelegd voor de hele gemeente"
    assert (niveau.code, zin in niveau.uit, opslag.publicaties()) == (1, True, [])


@pytest.mark.parametrize("bron", ["@SUM(A1)", "+31 115", "-verslag", "=verslag van CBS", "＝A1"])
def test_een_geleverde_tekst_gaat_nooit_als_formule_naar_buiten(lever, opslag, een_cijfer, bron):
    assert lever("=a.csv", "--wie", "gemeente", rijen=(f"bouwtafels;31-12-2025;4;{bron}",)).code == 0
    assert opslag.tabel("kengetallen", opslag.publicatie())["bron"].to_pylist() == [bron]
    uit = draai(
        "rijen", "bouwtafels", "--formaat", "csv", MONITOR_DATA=opslag.adres, MONITOR_AFSPRAKEN=str(een_cijfer)
    ).uit
    [rij] = csv.DictReader(io.StringIO(uit))
    assert (rij["bron"], rij["bestand"], rij["waarde"]) == (f"'{bron}", "'=a.csv", "4.0")


@pytest.mark.parametrize(
    ("antwoord", "verwacht"),
    [
        ("nieuwbouw=misschien", "ja of nee"),
        ("kale_huur=-5", "een getal van 0 of meer"),
        ("kern=Nergens", "een kern uit de afspraken"),
    ],
)
def test_een_antwoord_dat_nooit_past_wordt_een_keer_geweigerd(lever, opslag, antwoord, verwacht):
    kolom = antwoord.partition("=")[0]
    plek = VERHUUR.split(";").index(kolom)

    def zonder(regel: str) -> str:
        return ";".join(cel for nummer, cel in enumerate(regel.split(";")) if nummer != plek)

    rijen = [zonder(verhuurd(nr, "13-04-2026")) for nr in ("a1", "a2")]
    fout = lever("a.csv", "--wie", "Clavis", "--antwoord", antwoord, rijen=tuple(rijen), kop=zonder(VERHUUR))
    assert (fout.code, fout.uit, opslag.publicaties()) == (2, "", [])
    assert fout.fout == f"a.csv: --antwoord {antwoord} kan niet: verwacht {verwacht}.\n"


def test_een_antwoord_op_de_opdrachtregel_wordt_onthouden(lever, opslag):
    kop = VERHUUR.replace(";daeb", "").removeprefix("corporatie;")
    rij = verhuurd("a1", "03-04-2026").removeprefix("Clavis;").replace(";ja;nee;", ";nee;")
    wie = ("--wie", "Clavis", "--corporatie", "clavis")
    vraag = lever("a.csv", *wie, rijen=(rij,), kop=kop)
    assert (vraag.code, vraag.uit.splitlines()[1:3]) == (
        1,
        [
            "2 vragen: ingangsdatum 1, daeb 1",
            (
                "  blad a, rij 1, kolom ingangsdatum: verwacht een antwoord: Welke datum is 03-04-2026 in deze kolom? "
                "3 april 2026 of 4 maart 2026"
            ),
        ],
    )
    fout = lever("a.csv", *wie, "--antwoord", "daeb=misschien")
    assert (fout.code, "--antwoord daeb=misschien past niet bij dit bestand." in fout.fout) == (2, True)
    antwoorden = ("--antwoord", "daeb=ja", "--antwoord", "ingangsdatum=3 april 2026")
    assert lever("a.csv", *wie, *antwoorden).code == 0
    [rij_] = opslag.tabel("verhuringen", opslag.publicatie()).to_pylist()
    assert (rij_["daeb"], rij_["ingangsdatum"]) == (True, dt.date(2026, 4, 3))
    assert lever("b.csv", *wie, rijen=(rij.replace("a1", "b1").replace("03-04", "05-07"),), kop=kop).code == 0
    anders = lever(
        "c.csv", *wie, "--antwoord", "daeb=nee", rijen=(rij.replace("a1", "c1").replace("03-04", "05-10"),), kop=kop
    )
    assert anders.code == 0
    daeb = {r["verhuring_id"]: r["daeb"] for r in opslag.tabel("verhuringen", opslag.publicatie()).to_pylist()}
    assert daeb == {"a1": True, "b1": True, "c1": False}
