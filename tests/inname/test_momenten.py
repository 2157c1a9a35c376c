"""A day that an export wrote as a moment in UTC is the day that was meant; a moment that can be two days is asked about."""

from __future__ import annotations

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from dashboard.inname.bestand import lezen
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.bouwstenen import ods, tabel
from tests.inname.hulp.omgeving import LEEG
from tests.inname.hulp.omgeving import lees as inname_van
from tests.inname.hulp.woordenlijst import WOORDENBOEK

AANNAME = "De tijden zijn middernacht in UTC, en gelezen als de dag die hier toen begon: "
HIER = ZoneInfo("Europe/Amsterdam")
DATUMKOLOMMEN = [(tabel, kolom) for tabel in TABELLEN.values() for kolom in tabel.kolommen if kolom.type == "datum"]
DAGEN = st.lists(st.dates(dt.date(2018, 1, 1), dt.date(2028, 12, 31)), min_size=1, max_size=12, unique=True)
TIEN_JAAR = [dt.date(2018, 1, 1) + dt.timedelta(days=nummer) for nummer in range(3653)]


def lees(*cellen, tabel: str = "verhuringen", naam: str = "ingangsdatum", antwoorden=None) -> Gelezen:
    kolom = next(kolom for kolom in TABELLEN[tabel].kolommen if kolom.naam == naam)
    return lees_kolom(TABELLEN[tabel], kolom, cellen, WOORDENBOEK, antwoorden)


def utc(dag: dt.date, uur: int = 0, minuut: int = 0, seconde: int = 0) -> dt.datetime:
    """The moment of the Dutch clock on this day, in UTC and without a zone: what a spreadsheet cell can hold."""
    hier = dt.datetime(dag.year, dag.month, dag.day, uur, minuut, seconde, tzinfo=HIER)
    return hier.astimezone(dt.UTC).replace(tzinfo=None)


SCHRIJFWIJZEN = {
    "cel": lambda m: m,
    "Z": lambda m: f"{m:%Y-%m-%dT%H:%M:%SZ}",
    "milliseconden": lambda m: f"{m:%Y-%m-%dT%H:%M:%S}.000Z",
    "+00:00": lambda m: f"{m:%Y-%m-%dT%H:%M:%S}+00:00",
    "+0000": lambda m: f"{m:%Y-%m-%d %H:%M:%S}+0000",
    "SQL Server": lambda m: f"{m:%Y-%m-%d %H:%M:%S}.0000000 +00:00",
    "Postgres": lambda m: f"{m:%Y-%m-%d %H:%M:%S}+00",
    "UTC": lambda m: f"{m:%Y-%m-%d %H:%M:%S} UTC",
    "zonder zone": lambda m: f"{m:%Y-%m-%d %H:%M:%S}",
    "Nederlands": lambda m: f"{m:%d-%m-%Y %H:%M}",
    "met uur": lambda m: f"{m.day}-{m.month}-{m.year} {m:%H.%M} uur",
    "Amerikaans": lambda m: f"{m.year}-{m.month}-{m.day} {m:%I:%M:%S %p}",
    "serie": lambda m: (m - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1),  # noqa: DTZ001 - a cell knows no time zone
    "serie als tekst": lambda m: f"{(m - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1):.5f}".replace(".", ","),  # noqa: DTZ001
}


@pytest.mark.parametrize("schrijf", SCHRIJFWIJZEN.values(), ids=SCHRIJFWIJZEN)
def test_elke_dag_van_tien_jaar_komt_als_middernacht_in_utc_als_zichzelf_terug(schrijf):
    gelezen = lees(*(schrijf(utc(dag)) for dag in TIEN_JAAR), antwoorden={"volgorde": "dmj"})
    assert (gelezen.waarden, gelezen.fouten, gelezen.vragen) == (tuple(TIEN_JAAR), {}, ())
    assert len(gelezen.aannames) == 1


@pytest.mark.parametrize(
    ("tabel", "kolom"), DATUMKOLOMMEN, ids=[f"{tabel.naam}.{kolom.naam}" for tabel, kolom in DATUMKOLOMMEN]
)
def test_elke_datumkolom_van_elke_tabel_kent_middernacht_in_utc(tabel, kolom):
    cellen = ("2026-06-30T22:00:00Z", None, "2025-12-31T23:00:00.000Z", dt.datetime(2026, 3, 28, 23, 0))  # noqa: DTZ001
    gelezen = lees_kolom(tabel, kolom, cellen, WOORDENBOEK)
    assert gelezen == Gelezen(
        (dt.date(2026, 7, 1), None, dt.date(2026, 1, 1), dt.date(2026, 3, 29)),
        {},
        (),
        (AANNAME + "2026-06-30T22:00:00Z is 1 juli 2026.",),
    )


def test_een_datumcel_wordt_in_de_aanname_geschreven_zoals_een_rekenblad_haar_toont():
    [zin] = lees(dt.datetime(2026, 6, 30, 22, 0)).aannames  # noqa: DTZ001
    assert zin.endswith("30-06-2026 22:00 is 1 juli 2026.")


@pytest.mark.parametrize(
    ("cel", "dag"),
    [
        ("2026-07-01T00:00:00+02:00", dt.date(2026, 7, 1)),
        ("2026-01-01T00:00:00+01:00", dt.date(2026, 1, 1)),
        ("2026-07-01 00:00:00 CEST", dt.date(2026, 7, 1)),
        ("2026-06-30T22:00:00+02:00", dt.date(2026, 6, 30)),  # this clock says so itself
        ("2026-06-30T23:00:00+01:00", dt.date(2026, 7, 1)),  # a clock that never changes, at midnight here
        ("2026-07-01T00:00:00Z", dt.date(2026, 7, 1)),
        ("2026-07-01T00:00:00.000+00:00", dt.date(2026, 7, 1)),
        ("2026-06-30T23:59:59Z", dt.date(2026, 6, 30)),
        ("2026-06-30T21:59:59Z", dt.date(2026, 6, 30)),  # the last second of the day here
        ("2025-12-31T22:59:59Z", dt.date(2025, 12, 31)),
        ("30-06-2026 23:59", dt.date(2026, 6, 30)),
        ("2026-07-01T13:45:12Z", dt.date(2026, 7, 1)),
        ("13-07-2026 13:45", dt.date(2026, 7, 13)),
        (dt.datetime(2026, 7, 1, 13, 45), dt.date(2026, 7, 1)),  # noqa: DTZ001
        (dt.datetime(2026, 6, 30, 23, 59, 59), dt.date(2026, 6, 30)),  # noqa: DTZ001
        (dt.datetime(2026, 6, 30, 23, 59, 59, 999_000), dt.date(2026, 6, 30)),  # noqa: DTZ001
        (46203.573, dt.date(2026, 6, 30)),
        (46203.99999999, dt.date(2026, 6, 30)),
    ],
)
def test_een_moment_dat_maar_een_dag_kan_zijn_blijft_die_dag(cel, dag):
    gelezen = lees(cel)
    assert (gelezen.waarden, gelezen.fouten, gelezen.vragen) == ((dag,), {}, ())


MIDDERNACHT = "2026-06-30T22:00:00Z"


@pytest.mark.parametrize(
    ("cellen", "vraagt"),
    [
        ((MIDDERNACHT, "2026-07-08"), (0,)),  # beside a day without a time
        ((MIDDERNACHT, dt.date(2026, 7, 8)), (0,)),
        ((MIDDERNACHT, "2026-07-08T00:00:00Z"), (0,)),
        ((MIDDERNACHT, "2026-07-08T13:45:00Z"), (0,)),
        ((MIDDERNACHT, "2026-07-08T22:30:00Z"), (0, 1)),
        (("2026-07-08T22:30:00Z",), (0,)),
        ((dt.datetime(2026, 6, 30, 22, 0), dt.datetime(2026, 7, 8, 9, 15)), (0,)),  # noqa: DTZ001
        ((dt.datetime(2026, 6, 30, 23, 0),), (0,)),  # noqa: DTZ001 - an hour too late for summer
        ((dt.datetime(2026, 1, 30, 22, 0),), (0,)),  # noqa: DTZ001 - an hour too early for winter
        (("30-06-2026 24:00",), (0,)),
        (("2026-06-30T18:00:00-05:00",), (0,)),
        (("2026-07-01T01:00:00+09:00",), (0,)),
    ],
)
def test_andere_en_gemengde_tijden_worden_gevraagd(cellen, vraagt):
    gelezen = lees(*cellen)
    assert [vraag.soort for vraag in gelezen.vragen] == ["tijdzone"]
    assert tuple(gelezen.fouten) == vraagt
    assert all(isinstance(fout, Onduidelijk) for fout in gelezen.fouten.values())
    assert gelezen.aannames == ()


def test_de_vraag_laat_zien_wat_elk_antwoord_betekent():
    cellen = (MIDDERNACHT, "2026-07-08")
    [vraag] = lees(*cellen).vragen
    assert vraag.vraag == "Welke dag is 2026-06-30T22:00:00Z in deze kolom?"
    assert vraag.keuzes == (
        ("zoals", "30 juni 2026: de datum zoals hij er staat"),
        ("utc", "1 juli 2026: de tijd is UTC"),
    )
    later = dt.date(2026, 7, 8)
    assert lees(*cellen, antwoorden={"tijdzone": "utc"}).waarden == (dt.date(2026, 7, 1), later)
    assert lees(*cellen, antwoorden={"tijdzone": "zoals"}).waarden == (dt.date(2026, 6, 30), later)


def test_tien_uur_s_avonds_in_de_winter_kan_drie_dingen_zijn():
    cellen = (dt.datetime(2026, 1, 30, 22, 0), dt.datetime(2026, 6, 30, 22, 0))  # noqa: DTZ001
    [vraag] = lees(*cellen).vragen
    assert vraag.keuzes == (
        ("zoals", "30 januari 2026: de datum zoals hij er staat"),
        ("utc", "30 januari 2026: de tijd is UTC"),
        ("volgende", "31 januari 2026: bedoeld is middernacht erna"),
    )
    assert lees(*cellen, antwoorden={"tijdzone": "utc"}).waarden == (dt.date(2026, 1, 30), dt.date(2026, 7, 1))
    assert lees(*cellen, antwoorden={"tijdzone": "volgende"}).waarden == (dt.date(2026, 1, 31), dt.date(2026, 7, 1))


@given(DAGEN, st.lists(st.times(), min_size=1, max_size=12))
def test_echte_tijden_worden_nooit_stil_een_andere_dag(dagen, tijden):
    """By the Dutch clock or in UTC: a column of real times gives the days as written, or a question."""
    cellen = [dt.datetime.combine(dag, tijden[nummer % len(tijden)]) for nummer, dag in enumerate(dagen)]
    middernacht = all(cel == utc(cel.date() + dt.timedelta(days=1)) for cel in cellen)
    gelezen = lees(*cellen)
    if not middernacht:
        assert gelezen.aannames == ()
        assert [w for w in gelezen.waarden if w is not None] == [
            cel.date() for plek, cel in enumerate(cellen) if plek not in gelezen.fouten
        ]
        assert bool(gelezen.fouten) == bool(gelezen.vragen)


@given(DAGEN, st.integers(0, 11), st.sampled_from([(9, 0), (13, 45), (16, 30), (0, 0), (22, 15)]))
def test_een_middernacht_naast_een_andere_tijd_wordt_gevraagd(dagen, plek, tijd):
    plek %= len(dagen)
    cellen = [utc(dag) for dag in dagen]
    cellen[plek] = dt.datetime.combine(dagen[plek], dt.time(*tijd))
    gelezen = lees(*cellen)
    if len(cellen) > 1:
        assert [vraag.soort for vraag in gelezen.vragen] == ["tijdzone"]
        assert set(range(len(cellen))) - {plek} <= set(gelezen.fouten)


def test_de_volgorde_van_dag_en_maand_gaat_voor():
    cellen = ("03-04-2026 22:00", "05-06-2026 22:00")
    assert [vraag.soort for vraag in lees(*cellen).vragen] == ["volgorde"]
    assert lees(*cellen, antwoorden={"volgorde": "dmj"}).waarden == (dt.date(2026, 4, 4), dt.date(2026, 6, 6))


def test_een_onleesbare_cel_ernaast_houdt_de_andere_niet_tegen():
    gelezen = lees(MIDDERNACHT, "31-02-2026 22:00")
    assert (gelezen.waarden, list(gelezen.fouten), gelezen.vragen) == ((dt.date(2026, 7, 1), None), [1], ())


KOP = ("kengetal", "peildatum", "waarde", "bron")
MOMENTEN = ("2025-12-31T23:00:00", "2026-06-30T22:00:00")


def _xlsx() -> bytes:
    uit = io.BytesIO()
    with Workbook(uit) as boek:
        vel = boek.add_worksheet("meting")
        vel.write_row(0, 0, KOP)
        for nummer, moment in enumerate(map(dt.datetime.fromisoformat, MOMENTEN), 1):
            vel.write_row(nummer, 0, ("bouwtafels", None, nummer, "verslag"))
            vel.write_datetime(nummer, 1, moment, boek.add_format({"num_format": "dd-mm-yyyy"}))
    return uit.getvalue()


def _ods() -> bytes:
    tekst = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'.format
    dag = '<table:table-cell office:value-type="date" office:date-value="{}"/>'.format
    getal = '<table:table-cell office:value-type="float" office:value="{}"/>'.format
    rijen = ["".join(map(tekst, KOP))]
    rijen += [tekst("bouwtafels") + dag(m) + getal(nr) + tekst("verslag") for nr, m in enumerate(MOMENTEN, 1)]
    return ods(tabel("".join(f"<table:table-row>{rij}</table:table-row>" for rij in rijen)))


def _csv() -> bytes:
    rijen = [KOP, *(("bouwtafels", f"{moment}Z", str(nr), "verslag") for nr, moment in enumerate(MOMENTEN, 1))]
    return "\n".join(map(";".join, rijen)).encode()


@pytest.mark.parametrize(("naam", "maak"), [("m.xlsx", _xlsx), ("m.ods", _ods), ("m.csv", _csv)])
def test_een_bestand_met_middernacht_in_utc_geeft_de_bedoelde_dagen(tmp_path, naam, maak):
    pad = tmp_path / naam
    pad.write_bytes(maak())
    inname = neem_in(lezen.lees(pad, naam), LEEG)
    [deel] = inname.tabellen
    assert (inname.goed, inname.fouten) == (True, ())
    assert deel.rijen["peildatum"].to_pylist() == [dt.date(2026, 1, 1), dt.date(2026, 7, 1)]
    assert len(deel.aannames) == 1


def test_een_fout_over_een_moment_laat_ook_de_tijd_zien():
    [fout] = inname_van(KOP, ("bouwtafels", dt.datetime(1850, 6, 30, 22, 0), 4, "verslag")).fouten  # noqa: DTZ001
    assert (fout.rij, fout.kolom, fout.waarde) == (2, "peildatum", "30-06-1850 22:00")
