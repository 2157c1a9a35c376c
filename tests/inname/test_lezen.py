"""Reading an upload: what is in it, with the place where Excel shows it, and a server that nothing happens to."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.bestand import lezen
from dashboard.inname.bestand.grenzen import grenzen
from dashboard.inname.bestand.lezen import lees
from dashboard.inname.bestand.lezer import ontleed
from dashboard.inname.bestand.overdracht import Schrijver, lees_terug
from dashboard.inname.bestand.tekstblad import decodeer, kies_scheiding
from dashboard.inname.bestand.tekstteken import zonder_teken
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import Blad, Werkboek
from tests.inname.hulp.bouwstenen import biff, data, getalcel, ole, record, xlsx
from tests.inname.hulp.vreemd import FIXTURES, GRENZEN, _xls

NIET_GELUKT = "Het bestand kan niet worden gelezen: het is beschadigd of vraagt te veel geheugen."
_BLADREGEL = '{"blad":"x","verborgen":false,"begin":[1,1],"rijen":[],"kolommen":[],"samengevoegd":[]}\n'
KOP = ("Corporatie", "Contractnr", "Ingangsdatum", "Plaats", "Type woning", "Kale huur", "Doelgroep", "Inschrijfduur")
VERHUURD = (
    ("WBV Noord", "N-1001", dt.date(2024, 1, 15), "Noorddorp", "Eengezinswoning", 612.4, "Regulier", "4 jr 3 mnd"),
    ("WBV Noord", "N-1002", dt.date(2024, 2, 1), "Zuiddorp a/d Vaart", "Appartement", 1034.5, "Urgent", "12 mnd"),
    ("WBV Noord", "N-1003", dt.date(2024, 2, 29), "N'dorp", "Appartement", 577.91, "Statushouder", None),
    ("WBV Noord", "N-1004", dt.date(2024, 12, 31), "Noorddorp", "Seniorenwoning", 0.0, "Regulier", "2,5 jaar"),
)


def _boek(naam: str, soort: str, *bladen: Blad, basis1904: bool = False) -> Werkboek:
    sha256 = hashlib.sha256((FIXTURES / naam).read_bytes()).hexdigest()
    return Werkboek(naam, soort, bladen, sha256, basis1904)


def _leeg(aantal: int) -> tuple[None, ...]:
    return (None,) * aantal


# --- what LibreOffice made -------------------------------------------------------------------------------------------


def test_titel_boven_de_kop_verborgen_rij_en_kolom_en_een_totaal():
    naam = "verhuringen_titel.xlsx"
    verhuringen = Blad(
        naam="Verhuringen 2024",
        verborgen=False,
        rijen=(
            ("Verhuringen WBV Noord", *_leeg(7)),
            ("Periode 1 januari t/m 31 december 2024", *_leeg(7)),
            _leeg(8),
            KOP,
            *VERHUURD,
            ("Totaal", 4.0, *_leeg(3), 2224.81, *_leeg(2)),
            ("* bedragen zonder servicekosten", *_leeg(7)),
        ),
        verborgen_rijen=frozenset({6}),
        verborgen_kolommen=frozenset({5}),
        samengevoegd=((1, 1, 1, 4),),
    )
    uitleg = Blad("Toelichting", False, (("Toelichting",), ("Gemaakt voor de jaarlijkse levering.",)))
    keuzes = Blad("Keuzelijst", True, (("Regulier",), ("Urgent",)))
    assert lees(FIXTURES / naam, naam) == _boek(naam, "xlsx", verhuringen, uitleg, keuzes)


def test_twee_koppen_samengevoegde_cellen_en_formules_die_mislukten():
    naam = "verhuringen_twee_koppen.xls"
    blad = Blad(
        naam="Blad1",
        verborgen=False,
        rijen=(
            ("Woning", None, None, "Verhuring", None),
            ("Kern", "Adrescode", "Huur", "Datum", "Nieuwbouw"),
            ("Noorddorp", "A1", 512.25, dt.date(2023, 3, 1), "ja"),
            (None, "A2", "#DIV/0!", dt.date(2023, 4, 1), "nee"),
            _leeg(5),
            ("Zuiddorp", "A3", "#N/A", "03-05-2023", "x"),
        ),
        eerste_kolom=2,
        samengevoegd=((1, 2, 1, 4), (1, 5, 1, 6), (3, 2, 4, 2)),
    )
    assert lees(FIXTURES / naam, naam) == _boek(naam, "xls", blad)


def test_ods_met_verborgen_blad_rij_en_kolom():
    naam, dag = "voorraad_verborgen.ods", dt.date(2024, 12, 31)
    voorraad = Blad(
        naam="Voorraad",
        verborgen=False,
        rijen=(
            ("Peildatum", "Corporatie", "Kern", "DAEB", "Aantal", "Controle"),
            (dag, "WBV Noord", "Noorddorp", True, 120.0, "#DIV/0!"),
            (dag, "WBV Noord", None, False, 8.0, 2.0),
            (dag, "WBV Noord", "Zuiddorp", True, 33.0, None),
        ),
        verborgen_rijen=frozenset({3}),
        verborgen_kolommen=frozenset({2}),
        samengevoegd=((2, 3, 3, 3),),
    )
    boek = lees(FIXTURES / naam, naam)
    assert boek == _boek(naam, "ods", Blad("Verborgen eerst", True, (("x",),)), voorraad)
    assert [rij[2] for rij in boek.bladen[1].gevuld().rijen] == ["Kern", "Noorddorp", "Noorddorp", "Zuiddorp"]


def test_csv_van_een_nederlandse_werkplek():
    naam = "woningzoekenden_cp1252.csv"
    blad = Blad(
        naam="woningzoekenden_cp1252",
        verborgen=False,
        rijen=(
            ("Peildatum", "Groep", "Leeftijd", "Ingeschreven", "Toelichting"),
            ("31-12-2024", "Regulier", "<23", "1.234", "geteld op één dag; zie bijlage"),
            ("31-12-2024", "Urgent", "65+", "12", 'zegt: "ruim € 600"'),
            _leeg(5),
            ("31-12-2024", "Regulier", "23 t/m 29", "987", "eerste regel"),
        ),
    )
    assert lees(FIXTURES / naam, naam) == _boek(naam, "csv", blad)


def test_datumstelsel_vanaf_1904():
    naam = "kengetallen_1904.xlsx"
    rijen = (("kengetal", "peildatum", "waarde"), ("bouwtafels", dt.date(2024, 6, 30), 4.0), ("x", 44000.0, 0.5))
    assert lees(FIXTURES / naam, naam) == _boek(naam, "xlsx", Blad("Kengetallen", False, rijen), basis1904=True)


def test_twee_tabellen_en_een_leeg_blad():
    naam = "twee_tabellen.xlsx"
    zoekend = (("Peildatum", "Groep", "Leeftijd", "Ingeschreven"), (dt.date(2024, 12, 31), "Regulier", "<23", 1234.0))
    assert lees(FIXTURES / naam, naam) == _boek(
        naam,
        "xlsx",
        Blad("Verhuur", False, (KOP, *VERHUURD), eerste_rij=3, eerste_kolom=2),
        Blad("Zoekend", False, zoekend, eerste_kolom=2),
        Blad("Leeg", False, ()),
    )


# --- what is in a file, read in this process ---------------------------------------------------------------------------


@pytest.fixture
def inhoud(tmp_path):
    """The sheets of a file with these bytes, parsed here: faster, and a failure shows its traceback."""

    def _inhoud(soort: str, bytes_: bytes) -> tuple[Blad, ...]:
        pad = tmp_path / f"x.{soort}"
        pad.write_bytes(bytes_)
        uit = io.BytesIO()
        ontleed(soort, pad, Schrijver(uit, grenzen()), grenzen())
        uit.seek(0)
        return lees_terug(uit)[0]

    return _inhoud


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("regel", ["\n", "\r\n", "\r"])
def test_csv_in_elke_gedaante(inhoud, codering, teken, regel):
    rijen = (
        ("Kern", "Huur", "Datum"),
        ("Noorddorp", "612,40", "31-12-2024"),
        ('Zuid "dorp"', "1.034,50", "één; of, twee"),
    )
    tekst = regel.join(teken.join('"' + cel.replace('"', '""') + '"' for cel in rij) for rij in rijen)
    assert inhoud("csv", tekst.encode(codering)) == (Blad("", False, rijen),)


def test_rijnummers_zijn_die_van_excel(inhoud):
    tekst = 'sep=,\r\na,b\r\n\r\n1,"een\r\ntwee"\r\n2,x\r\n,\r\n\r\n'
    assert inhoud("csv", tekst.encode()) == (
        Blad("", False, (("a", "b"), (None, None), ("1", "een\r\ntwee"), ("2", "x"))),
    )


def test_scheidingsteken_volgt_de_kolommen_en_niet_de_decimale_kommas():
    regels = ["naam;huur;duur", "a;612,40;1,5", "b;1.034,50;2,5", "c, d;1,00;3,5"]
    assert kies_scheiding("\n".join(regels)) == ";"
    assert kies_scheiding("\n".join(regel.replace(",", ".").replace(";", ",") for regel in regels)) == ","
    assert kies_scheiding("titel zonder scheiding\n\n" + "\n".join(regels)) == ";"
    assert kies_scheiding("een kolom\n1\n2") == ";"


@given(st.text())
def test_elke_tekst_in_utf8_of_utf16_komt_terug(tekst):
    tekst = tekst.replace("\0", "").lstrip("\ufeff").removesuffix("\x1a")
    assert decodeer(tekst.encode("utf-8-sig")) == tekst
    assert decodeer(b"\xff\xfe" + tekst.encode("utf-16-le")) == tekst


@given(st.binary(max_size=200))
def test_elke_reeks_bytes_is_tekst_of_wordt_geweigerd(bytes_):
    with contextlib.suppress(Geweigerd):
        assert "\0" not in decodeer(bytes_)


def test_aanhalingsteken_dat_niet_sluit_wijst_de_rij_aan(inhoud):
    with pytest.raises(Geweigerd, match=r"^Op rij 3 kloppen de aanhalingstekens niet"):
        inhoud("csv", b'a;b\n1;2\n3;"4\n5;6\n')


def test_parquet_met_elke_soort_waarde(inhoud):
    tabel = pa.table(
        {
            "tekst": pa.array(["a", None]).dictionary_encode(),
            "bytes": pa.array([b"abc", None]),
            "getal": pa.array([1.5, float("nan")]),
            "geheel": pa.array([2**63, 0], pa.uint64()),
            "decimaal": pa.array([612, None], pa.int64()).cast(pa.decimal128(21, 2)),
            "dag": pa.array([dt.date(2024, 12, 31), None]),
            "moment": pa.array([dt.datetime.fromisoformat("2024-12-31T23:30"), None], pa.timestamp("ns", "UTC")),
            "duur": pa.array([dt.timedelta(hours=36), None], pa.duration("ms")),
            "tijd": pa.array([dt.time(12, 30), None]),
            "mee": pa.array([True, False]),
            "leeg": pa.nulls(2),
        }
    )
    uit = io.BytesIO()
    pq.write_table(tabel, uit)
    plaatselijk = dt.datetime.fromisoformat("2025-01-01T00:30")
    rij = (
        "a",
        "abc",
        1.5,
        2**63,
        612.0,
        dt.date(2024, 12, 31),
        plaatselijk,
        dt.timedelta(hours=36),
        dt.time(12, 30),
        True,
    )
    assert inhoud("parquet", uit.getvalue()) == (
        Blad("", False, (tuple(tabel.column_names), (*rij, None), (*_leeg(3), 0, *_leeg(5), False, None))),
    )


def test_parquet_noemt_de_kolom_die_niet_kan(inhoud):
    uit = io.BytesIO()
    pq.write_table(pa.table({"goed": [1], "bewoners": [[1, 2]]}), uit)
    with pytest.raises(Geweigerd) as fout:
        inhoud("parquet", uit.getvalue())
    assert fout.value.kolommen == ("bewoners",)


def test_vreemde_cellen_worden_gewone_waarden(inhoud):
    rij = (
        '<row r="2"><c r="B2"><v>NaN</v></c><c r="C2" t="inlineStr"><is><t>a_x0001_b</t></is></c>'
        '<c r="D2" s="1"><v>60</v></c><c r="E2" s="2"><v>1.5</v></c><c r="F2" t="d"><v>2024-05-06T10:30:00</v></c>'
        '<c r="G2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H2" t="b"><v>0</v></c><c r="I2" t="str"><f>A1</f><v></v></c></row>'
    )
    # Excel's 29 February 1900 does not exist; serial 60 can only be the day before it or after it.
    waarden = (
        "nan",
        "a\ufffdb",
        dt.date(1900, 2, 28),
        dt.timedelta(days=1, hours=12),
        dt.datetime.fromisoformat("2024-05-06T10:30"),
    )
    assert inhoud("xlsx", xlsx(data(rij))) == (
        Blad("Blad1", False, ((*waarden, "#DIV/0!", False),), eerste_rij=2, eerste_kolom=2),
    )


def test_xls_zegt_wat_verborgen_is(inhoud):
    blad = [
        getalcel(0, 0),
        getalcel(1, 1),
        record(0x7D, bytes([1, 0, 255, 0, 0, 0, 0, 0, 1, 0, 0, 0])),
        record(0x0208, bytes([1, 0, *[0] * 10, 0x20, 0, 0, 0])),
    ]
    assert inhoud("xls", ole({"Workbook": biff([getalcel(4, 4, 2.5)], blad)})) == (
        Blad("Blad1", False, ((2.5,),), eerste_rij=5, eerste_kolom=5),
        Blad(
            "Blad2",
            False,
            ((1.0, None), (None, 1.0)),
            verborgen_rijen=frozenset({2}),
            verborgen_kolommen=frozenset({2}),
        ),
    )


def test_gevuld_blad_herhaalt_wat_samengevoegd_is():
    blad = Blad("x", False, (("a", None, 1), (None, None, 2)), 3, 2, samengevoegd=((3, 2, 4, 3),))
    assert blad.gevuld().rijen == (("a", "a", 1), ("a", "a", 2))
    assert Blad("x", False, ((1,),)).gevuld().rijen == ((1,),)


_CELLEN = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(min_value=dt.timedelta(days=-9999), max_value=dt.timedelta(days=9999)),
)


@given(st.lists(st.lists(_CELLEN, min_size=1, max_size=5), max_size=5))
def test_elke_cel_komt_heel_over(rijen):
    """Text as Excel would show it."""
    rijen = [[*rij, "rand"] for rij in rijen]
    uit = io.BytesIO()
    schrijver = Schrijver(uit, grenzen())
    schrijver.begin_blad(Blad("Blad", True, (), 3, 2))
    for rij in rijen:
        schrijver.rij(rij)
    schrijver.klaar(basis1904=True)
    uit.seek(0)
    breedte = max(map(len, rijen), default=0)
    getoond = [[zonder_teken(cel) or None if isinstance(cel, str) else cel for cel in rij] for rij in rijen]
    heel = tuple((*rij, *_leeg(breedte - len(rij))) for rij in getoond)
    assert lees_terug(uit) == ((Blad("Blad", True, heel, 3, 2),), True)


def test_zonder_einde_telt_niets():
    with pytest.raises(ValueError, match="no end"):
        lees_terug([_BLADREGEL.encode(), b"[[1]]\n"])


@pytest.mark.parametrize(
    ("naam", "bestand", "blad"),
    [
        ("C:\\Map\\levering.2024.csv", "levering.2024.csv", "levering.2024"),
        ("../../etc/levering.csv", "levering.csv", "levering"),
        ("a\nb\x00.csv", "a\ufffdb\ufffd.csv", "a\ufffdb\ufffd"),
        (".csv", ".csv", ".csv"),
        ("", "bestand", "bestand"),
    ],
)
def test_naam_zonder_map_of_vreemde_tekens(tmp_path, naam, bestand, blad):
    pad = tmp_path / "upload"
    pad.write_bytes(b"a;b\n1;2\n")
    boek = lees(pad, naam)
    assert (boek.bestand, boek.bladen[0].naam) == (bestand, blad)


# --- nothing happens to the server -------------------------------------------------------------------------------------


@pytest.mark.parametrize("elke", [9, pytest.param(1, marks=pytest.mark.lang)])
def test_honderden_vreemde_bestanden(vreemd, tmp_path, elke):
    """Never a traceback, always a workbook or one sentence; memory stays where it was and nothing stays behind."""
    bestanden, tijdelijk = tmp_path / "vreemd", tmp_path / "tijdelijk"
    bestanden.mkdir()
    tijdelijk.mkdir()
    map_, alle = vreemd
    assert len(alle) > 500
    verwacht = {naam: goed for nummer, (naam, goed) in enumerate(alle.items()) if nummer % elke == 0}
    for naam in verwacht:
        (bestanden / naam).hardlink_to(map_ / naam)
    opdracht = [sys.executable, "-P", str(Path(__file__).with_name("hulp") / "doorloop.py"), str(bestanden)]
    uitvoering = subprocess.run(
        opdracht, env=os.environ | GRENZEN | {"TMPDIR": str(tijdelijk)}, capture_output=True, text=True, check=False
    )
    assert (uitvoering.returncode, uitvoering.stderr) == (0, "")  # nor a fault of ours in the log
    verslag = json.loads(uitvoering.stdout)
    zinnen = verslag.pop("uitkomsten")

    gelezen = {naam: zin == "" for naam, zin in zinnen.items()}
    assert gelezen == {naam: gelezen[naam] if goed is None else goed for naam, goed in verwacht.items()}
    een_zin = re.compile(r"[A-Z][^\n!]{10,150}[a-z0-9.]\.")
    assert [
        zin for zin in zinnen.values() if zin and (not een_zin.fullmatch(zin) or re.search(r"\.\s+[A-Z]", zin))
    ] == []
    assert (verslag.pop("open"), verslag.pop("kinderen"), list(tijdelijk.iterdir())) == ([], "", [])
    assert {wat: megabyte for wat, megabyte in verslag.items() if megabyte > 40} == {}


@pytest.fixture
def rustig(tmp_path, monkeypatch):
    """A file to read, and a folder for temporary files that must stay empty."""
    map_ = tmp_path / "tijdelijk"
    map_.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(map_))
    pad = tmp_path / "levering.csv"
    pad.write_bytes(b"a;b\n1;2\n")
    eerder = set(_kinderen(os.getpid()))  # the fork server of other tests stays until the end
    yield pad
    assert list(map_.iterdir()) == []
    assert set(_kinderen(os.getpid())) - eerder == set()


def _kinderen(proces: int) -> list[int]:
    """The processes that this one started and that are still there, zombies too."""
    taken = Path(f"/proc/{proces}/task").glob("*/children")
    return [int(kindproces) for taak in taken for kindproces in taak.read_text().split()]


def _vervang(monkeypatch, code: str) -> None:
    monkeypatch.setattr(lezen, "_opdracht", lambda soort, pad: [sys.executable, "-c", code, soort, str(pad)])


def _wacht_op(vraag, seconden: float = 10.0):
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if antwoord := vraag():
            return antwoord
        time.sleep(0.02)
    raise AssertionError("it did not happen")


def test_lezer_die_blijft_hangen_wordt_afgebroken(rustig, monkeypatch):
    monkeypatch.setenv("MONITOR_UPLOAD_SECONDEN", "0.5")
    _vervang(monkeypatch, "import time; time.sleep(60)")
    begin = time.monotonic()
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    assert (fout.value.zin, time.monotonic() - begin < 10) == (
        "Het lezen van het bestand duurt langer dan 1 seconden.",
        True,
    )


def test_gedode_lezer_laat_niets_achter(rustig, monkeypatch):
    _vervang(monkeypatch, "import time; print('[[1]]', flush=True); time.sleep(60)")
    eigen = set(_kinderen(os.getpid()))
    uitkomst: list[str] = []

    def _lees() -> None:
        try:
            lees(rustig, rustig.name)
        except Geweigerd as fout:
            uitkomst.append(fout.zin)

    draad = threading.Thread(target=_lees)
    draad.start()
    [kindproces] = _wacht_op(lambda: set(_kinderen(os.getpid())) - eigen)
    os.kill(kindproces, signal.SIGKILL)
    draad.join(10)
    assert uitkomst == [NIET_GELUKT]


def test_gedode_server_laat_niets_achter(rustig, tmp_path):
    """The other way round: the temporary file has no name, so nobody needs to clean it up."""
    code = (
        "import sys, pathlib\nfrom dashboard.inname.bestand import lezen\n"
        "lezen._opdracht = lambda soort, pad: [sys.executable, '-c', 'import time; time.sleep(3)']\n"
        "lezen.lees(pathlib.Path(sys.argv[1]), 'x.csv')"
    )
    omgeving = os.environ | {"TMPDIR": str(tmp_path / "tijdelijk")}
    server = subprocess.Popen([sys.executable, "-c", code, str(rustig)], env=omgeving)
    _wacht_op(lambda: _kinderen(server.pid))
    server.kill()
    server.wait()


@pytest.mark.parametrize(
    "code",
    [
        "raise SystemExit(3)",
        "import os; os.abort()",
        "print('geen json')",
        "print('[[1]]')",
        "print('[]')",
        "print('{}')",
        "print('{\"klaar\": true}')",
        "print('{\"blad\": 1}')",
        "pass",
        "import sys; sys.stdout.buffer.write(b'\\xff\\xfe')",
        "print('[' * 100000)",
        "print('{\"x\":1,' * 3)",
        f"print({_BLADREGEL!r} + '[[{{\"q\":1}}]]')",
        f"print({_BLADREGEL!r} + '[[{{\"s\":1e999}}]]')",
        f"print({_BLADREGEL!r} + '[' * 100_000)",
    ],
)
def test_lezer_die_onzin_uitslaat_is_een_weigering(rustig, monkeypatch, code):
    _vervang(monkeypatch, code)
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    assert fout.value.zin == NIET_GELUKT


@pytest.mark.parametrize(
    ("code", "wat"),
    [
        ('print(\'{"storing": "TypeError in rekenblad.py, regel 63"}\')', "TypeError in rekenblad.py, regel 63"),
        ('print(\'{"storing": "ValueError: jan@voorbeeld.nl"}\')', "onbekend"),
        ("import bestaat_niet", "de lezer eindigde met status 1"),
    ],
)
def test_een_fout_van_ons_heet_geen_beschadigd_bestand(rustig, monkeypatch, caplog, code, wat):
    _vervang(monkeypatch, code)
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    [regel] = [regel.getMessage() for regel in caplog.records]
    nummer = regel.split()[1]
    assert re.fullmatch("[0-9A-F]{6}", nummer)
    assert regel == f"Storing {nummer} bij het lezen van een csv-bestand: {wat}"
    assert fout.value.zin == (
        f"Dit bestand is niet gelezen door een fout in de monitor, niet door het bestand; meld storing {nummer} bij de "
        "beheerder."
    )


def test_de_lezer_zegt_van_een_fout_van_ons_de_plaats_en_nooit_de_waarde(rustig, monkeypatch, caplog):
    """A fault put into the real process: a part of it that is gone."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom dashboard.inname.bestand import lezer, tekstblad\n"
        "tekstblad.decodeer = lambda inhoud: inhoud.geen_tekst['jan@voorbeeld.nl']\n"
        "lezer.main(sys.argv[1], sys.argv[2], sys.stdout.buffer)"
    )
    _vervang(monkeypatch, code)
    with pytest.raises(Geweigerd, match=r"^Dit bestand is niet gelezen door een fout in de monitor"):
        lees(rustig, rustig.name)
    [regel] = [regel.getMessage() for regel in caplog.records]
    assert regel.split(": ")[1] == "onbekend"  # this place is no module of ours


def test_een_ontleder_die_het_opgeeft_is_een_beschadigd_bestand(rustig):
    """calamine panics on this one: the sheet begins after the end of the file."""
    [gevonden] = [inhoud for naam, inhoud, _ in _xls() if naam == "blad_buiten.xls"]
    rustig.write_bytes(gevonden)
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, "levering.xls")
    assert (
        fout.value.zin
        == "Het bestand is beschadigd of niet helemaal aangekomen; open het in Excel en sla het opnieuw op."
    )


def test_een_volle_schijf_is_geen_beschadigd_bestand(rustig, monkeypatch, caplog):
    monkeypatch.setattr(lezen, "_opdracht", lambda soort, pad: [str(pad.with_name("geen-python"))])
    with pytest.raises(Geweigerd, match=r"^Dit bestand is niet gelezen door een fout in de monitor"):
        lees(rustig, rustig.name)
    assert [regel.getMessage().split(": ")[1] for regel in caplog.records] == ["FileNotFoundError"]


def test_lezer_die_te_veel_zegt_wordt_niet_gelezen(rustig, monkeypatch):
    monkeypatch.setenv("MONITOR_UPLOAD_UITGEPAKT", "1")
    _vervang(monkeypatch, "print('[' + '1,' * 1_000_000)")
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    assert fout.value.zin == NIET_GELUKT


def test_lezer_kent_geen_geheimen(rustig, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "geheim")
    monkeypatch.setenv("MONITOR_DATA", "s3://emmer")
    monkeypatch.setenv("MONITOR_UPLOAD_RIJEN", "123")
    _vervang(
        monkeypatch, "import os, json; print(json.dumps({'geweigerd': ' '.join(sorted(os.environ)), 'kolommen': []}))"
    )
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    namen = set(fout.value.zin.split())
    assert {"AWS_SECRET_ACCESS_KEY", "MONITOR_DATA"} & namen == set()
    assert {"MONITOR_UPLOAD_RIJEN", "PATH"} - namen == set()


def test_lezer_heeft_zijn_grenzen_zelf_gezet(rustig, monkeypatch):
    monkeypatch.setenv("MONITOR_UPLOAD_GEHEUGEN", "300")
    code = (
        "import json, resource as r\nfrom dashboard.inname.bestand.lezer import beperk\nfrom dashboard.inname.bestand.grenzen import grenzen\n"
        "beperk(grenzen())\n"
        "soorten = (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)\n"
        "print(json.dumps({'geweigerd': str([r.getrlimit(soort)[0] for soort in soorten]), 'kolommen': []}))"
    )
    _vervang(monkeypatch, code)
    with pytest.raises(Geweigerd) as fout:
        lees(rustig, rustig.name)
    assert fout.value.zin == "[300000000, 31, 250001000, 0]"
