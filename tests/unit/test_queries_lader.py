"""The header of a query may not lie, and a query may do nothing but answer its question."""

import dataclasses
import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from dashboard.queries import (
    Parameter,
    Queries,
    Query,
    QueryFout,
    haal_op,
    laad_queries,
    lees_query,
    parameters,
    rijen_onder,
)
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.tabel import Fout, FoutenError

GETALLEN = pa.table(
    {
        "n": pa.array([1, 2, 3], pa.int64()),
        "naam": ["een", "twee", "o'drie -- $n"],
        "dag": pa.array([dt.date(2024, 1, 1), dt.date(2024, 2, 29), None], pa.date32()),
    }
)
KOP = """\
-- vraag: welke getallen zijn er?
-- afspraak: 1.1, 2.3
-- bron: getallen
-- parameters: minstens bigint = 0, namen varchar[] = null
-- korrel: een rij per getal
-- kolommen: n bigint, naam varchar
"""
SQL = """\
select n, naam
from getallen
where n >= $minstens::bigint and ($namen::varchar[] is null or list_contains($namen, naam))
order by n
"""
GOED = KOP + SQL


def verbind() -> duckdb.DuckDBPyConnection:
    return maak_verbinding({"getallen": GETALLEN, "woorden": pa.table({"woord": ["a"]})})


def waarden(rijen: list[dict[str, Any]], kolom: str) -> list[Any]:
    return [rij[kolom] for rij in rijen]


@pytest.fixture
def laad(tmp_path: Path) -> Callable[..., Queries]:
    """Load these files (path: text) as the query folder."""

    def _laad(**bestanden: str) -> Queries:
        for naam, tekst in bestanden.items():
            pad = tmp_path / f"{naam.replace('__', '/')}.sql"
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst, encoding="utf-8")
        return laad_queries(tmp_path, verbind())

    return _laad


@pytest.fixture
def fouten(laad) -> Callable[..., list[Fout]]:
    def _fouten(**bestanden: str) -> list[Fout]:
        with pytest.raises(FoutenError) as gevangen:
            laad(**bestanden)
        return list(gevangen.value.fouten)

    return _fouten


# --- a header that tells the truth -------------------------------------------------------------------------------------


def test_query_zoals_hij_is_gelezen(laad):
    kop = (
        KOP + "-- kengetallen: tafels\n-- teller: dit\n-- noemer: dat,\n--   en nog iets\n-- let op: klein: lettertje\n"
    )
    assert laad(proef__een=kop + "\n" + SQL + "\n\n")["proef/een"] == Query(
        naam="proef/een",
        vraag="welke getallen zijn er?",
        afspraken=("1.1", "2.3"),
        bron=("getallen",),
        parameters=(Parameter("minstens", "bigint", 0), Parameter("namen", "varchar[]", None)),
        korrel="een rij per getal",
        kolommen=(("n", "bigint"), ("naam", "varchar")),
        kengetallen=("tafels",),
        teller="dit",
        noemer="dat, en nog iets",
        let_op="klein: lettertje",
        verdeeld_over=None,
        sql=SQL.strip(),
    )


def test_kopregels_mogen_doorlopen():
    kop = KOP.replace(" naam varchar\n", "\n--   naam varchar\n").replace(
        "-- bron: getallen", "-- bron:\n--    getallen"
    )
    assert lees_query("proef/een", kop + SQL) == lees_query("proef/een", GOED)


def test_standaardwaarden_krijgen_hun_type():
    kop = KOP.replace(
        "minstens bigint = 0, namen varchar[] = null",
        "a date = 2024-02-29, b integer = -3, c double = 0.5, d boolean = true, e boolean = nee, f varchar = 'kern',\n"
        "--   g varchar = null, h varchar[] = x",
    )
    assert [p.standaard for p in lees_query("proef/een", kop).parameters] == [
        dt.date(2024, 2, 29),
        -3,
        0.5,
        True,
        False,
        "kern",
        None,
        ["x"],
    ]


def test_zonder_afspraak_en_zonder_parameters(laad):
    kop = KOP.replace("1.1, 2.3", "-").replace("minstens bigint = 0, namen varchar[] = null", "geen")
    query = laad(proef__een=kop + "select n, naam from getallen order by n")["proef/een"]
    assert (query.afspraken, query.parameters, query.teller, query.noemer, query.let_op) == ((), (), None, None, None)


def test_bouwstenen_worden_gemaakt_en_tellen_mee_als_bron(laad):
    macro = (
        "-- geen voor groot\ncreate macro groot(vanaf) as table (select n, naam from getallen where passend(n, vanaf))"
    )
    kop = KOP.replace("minstens bigint = 0, namen varchar[] = null", "geen")
    queries = laad(
        _basis__feiten__groot=macro,  # before what it uses, by its name and by its folder
        _basis__filters__passend="create macro passend(n, vanaf) as (n >= vanaf)",
        proef__een=kop + "select * from groot(2) order by n",
    )
    verbinding = verbind()
    queries.bereid_voor(verbinding)
    assert waarden(haal_op(verbinding, queries["proef/een"], {}), "n") == [2, 3]


ONDER = (
    KOP
    + """\
with onder as (
    select 2024::integer as jaar, 'x' as corporatie, 'y' as kern, 'getallen' as tabel, 'u1' as upload_id, n as bronrij,
        n::double as teller, 1::double as noemer, naam
    from getallen
    where n >= $minstens::bigint and ($namen::varchar[] is null or list_contains($namen, naam))
),

final as (
    select bronrij as n, naam from onder
)

select *
from final
order by n
"""
)


def test_rijen_onder_een_cijfer_komen_uit_dezelfde_tekst(laad):
    query = laad(proef__een=ONDER)["proef/een"]
    assert [naam for naam, _ in query.onder] == [
        *("jaar", "corporatie", "kern", "tabel", "upload_id", "bronrij", "teller", "noemer"),
        "naam",
    ]
    assert f"{query.stappen}\nselect *\nfrom final\norder by n" == query.sql
    rijen = rijen_onder(query, "naam", "getallen", opgeslagen=False)
    deel = {"onder_jaar": 2024, "onder_corporatie": "totaal", "onder_kern": "y", "onder_klasse": "twee"}
    [rij] = haal_op(verbind(), rijen, deel)
    assert (rij["onder_upload_id"], rij["onder_bronrij"], rij["onder_teller"]) == ("u1", 2, 2.0)
    assert haal_op(verbind(), rijen, deel | {"minstens": 3}) == []
    assert haal_op(verbind(), rijen, deel | {"onder_kern": "z"}) == []


VERDEELD = (
    GOED.replace("namen varchar[]", "naam varchar")
    .replace("-- korrel", "-- verdeeld over: naam\n-- korrel")
    .replace(
        "($namen::varchar[] is null or list_contains($namen, naam))",
        "($naam::varchar is null or naam = $naam::varchar)",
    )
)


def test_verdeeld_over_een_parameter_die_ook_een_kolom_is(laad):
    assert laad(proef__een=VERDEELD)["proef/een"].verdeeld_over == "naam"


@pytest.mark.parametrize(
    ("van", "naar", "gevonden"),
    [
        ("over: naam", "over: namen", "namen"),
        ("over: naam", "over: n", "n"),  # a column, no parameter
        ("over: naam", "over: minstens", "minstens"),  # a parameter, no column
        ("naam varchar = null", "naam varchar = 'een'", "naam"),
        ("n bigint, naam varchar", "n bigint, naam bigint", "naam"),
    ],
)
def test_verdeeld_over_iets_anders(fouten, van, naar, gevonden):
    assert van in VERDEELD
    verwacht = "bij 'verdeeld over' een parameter 'naam varchar = null' met een kolom van dezelfde naam, niet "
    assert fouten(proef__een=VERDEELD.replace(van, naar, 1)) == [
        Fout("proef/een.sql", 0, "", "", f"{verwacht}'{gevonden}'")
    ]


def test_query_zonder_stap_onder(laad):
    query = laad(proef__een=GOED)["proef/een"]
    assert (query.stappen, query.onder) == ("", ())


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("2024::integer as jaar", "2024::bigint as jaar"),
        ("'u1' as upload_id, n as bronrij", "n as bronrij, 'u1' as upload_id"),
        ("1::double as noemer, naam", "1::double as noemer, naam, 1 as extra"),
    ],
)
def test_stap_onder_met_andere_kolommen(fouten, van, naar):
    verwacht = "in onder de kolommen jaar integer, corporatie varchar, kern varchar, tabel varchar, upload_id varchar, "
    verwacht += "bronrij bigint, teller double, noemer double, en verder alleen kolommen van de query zelf"
    assert fouten(proef__een=ONDER.replace(van, naar)) == [Fout("proef/een.sql", 0, "", "", verwacht)]


def test_een_onbekende_query_noemt_de_bekende(laad):
    queries = laad(proef__twee=GOED, proef__een=GOED)
    with pytest.raises(QueryFout) as fout:
        queries["proef/drie"]
    assert str(fout.value) == "onbekende query 'proef/drie'; bekend zijn: proef/een, proef/twee"


# --- a header that does not --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("veld", ["vraag", "afspraak", "bron", "parameters", "korrel", "kolommen"])
def test_veld_ontbreekt_of_is_leeg(fouten, veld):
    regels = KOP.splitlines(keepends=True)
    weg = "".join(regel for regel in regels if not regel.startswith(f"-- {veld}:"))
    leeg = "".join(f"-- {veld}:\n" if regel.startswith(f"-- {veld}:") else regel for regel in regels)
    assert fouten(proef__een=weg + SQL, proef__twee=leeg + SQL) == [
        Fout("proef/een.sql", 0, "", "", f"een kop met {veld}"),
        Fout("proef/twee.sql", 0, "", "", f"een kop met {veld}"),
    ]


@pytest.mark.parametrize(
    ("van", "naar", "verwacht"),
    [
        (
            "-- vraag: welke",
            "-- vragen: welke",
            "een kopregel als '-- vraag: ...', niet '-- vragen: welke getallen zijn er?'",
        ),
        ("-- afspraak", "--afspraken", "een kopregel als '-- vraag: ...', niet '--afspraken: 1.1, 2.3'"),
        ("n bigint, naam varchar", "n bigint, naam", "een kolom als 'naam type', niet 'naam'"),
        ("minstens bigint = 0", "minstens bigint", "een parameter als 'naam type = standaard', niet 'minstens bigint'"),
        (
            "minstens bigint = 0",
            "minstens getal = 0",
            "een parameter van een type als date, integer, bigint, double, boolean, varchar, varchar[], niet 'minstens getal = 0'",
        ),
        ("minstens bigint = 0", "minstens bigint = nul", "een leesbare standaardwaarde, niet 'minstens bigint = nul'"),
        # What the header says and the SQL does must be the same.
        ("minstens bigint = 0, ", "", "dezelfde parameters in kop en SQL; verschil: minstens"),
        ("minstens bigint", "tot date = null, minstens bigint", "dezelfde parameters in kop en SQL; verschil: tot"),
        ("n >= $minstens::bigint", "true -- $minstens", "dezelfde parameters in kop en SQL; verschil: minstens, namen"),
        ("kolommen: n bigint", "kolommen: getal bigint", "in de kop de kolommen n bigint, naam varchar"),
        ("kolommen: n bigint", "kolommen: n integer", "in de kop de kolommen n bigint, naam varchar"),
        ("n bigint, naam varchar", "naam varchar, n bigint", "in de kop de kolommen n bigint, naam varchar"),
        ("n bigint, naam varchar", "n bigint", "in de kop de kolommen n bigint, naam varchar"),
        ("bron: getallen", "bron: getallen, woorden", "in de kop als bron: getallen"),
        ("bron: getallen", "bron: -", "in de kop als bron: getallen"),
        ("bron: getallen", "bron: nummers", "in de kop als bron: getallen"),
        ("from getallen", "from getallen cross join woorden", "in de kop als bron: getallen, woorden"),
        ("from getallen", "form getallen", 'SQL die DuckDB begrijpt: Parser Error: syntax error at or near "getallen"'),
        (
            "from getallen",
            "from weg",
            "SQL die DuckDB begrijpt: Catalog Error: Table with name weg does not exist!",
        ),
        (
            "select n, naam",
            "select n, bedrag",
            'SQL die DuckDB begrijpt: Binder Error: Referenced column "bedrag" not found in FROM clause!',
        ),
    ],
)
def test_kop_die_niet_klopt(fouten, van, naar, verwacht):
    assert van in GOED
    assert fouten(proef__een=GOED.replace(van, naar, 1)) == [Fout("proef/een.sql", 0, "", "", verwacht)]


def test_bestandsnaam_met_hoofdletters_of_streepjes(fouten):
    verwacht = "een bestandsnaam met kleine letters, cijfers en liggende streepjes"
    assert fouten(**{"proef__Een": GOED, "proef__twee-drie": GOED}) == [
        Fout("proef/Een.sql", 0, "", "", verwacht),
        Fout("proef/twee-drie.sql", 0, "", "", verwacht),
    ]


def test_alle_koppen_in_een_keer(fouten):
    assert fouten(
        proef__een=SQL,
        proef__goed=GOED,
        proef__twee=GOED.replace("n bigint", "n double").replace("bron: getallen", "bron: woorden"),
        zaak__drie=GOED.replace("$minstens", "$meer"),
    ) == [
        Fout("proef/een.sql", 0, "", "", "een kop met vraag, afspraak, bron, parameters, korrel, kolommen"),
        Fout("proef/twee.sql", 0, "", "", "in de kop de kolommen n bigint, naam varchar"),
        Fout("proef/twee.sql", 0, "", "", "in de kop als bron: getallen"),
        Fout("zaak/drie.sql", 0, "", "", "dezelfde parameters in kop en SQL; verschil: meer, minstens"),
    ]


def test_kapotte_bouwsteen_wordt_genoemd(fouten):
    assert fouten(_basis__goed="create macro a() as 1", _basis__fout="create macro b( as 1", proef__een=GOED) == [
        Fout("_basis/fout.sql", 0, "", "", 'SQL die DuckDB begrijpt: Parser Error: syntax error at or near "as"')
    ]


# --- asking ------------------------------------------------------------------------------------------------------------


def vraag(sql: str, kop: str = "geen", **gegeven: object) -> list[dict[str, Any]]:
    """Ask any SQL, on a connection of its own."""
    query = lees_query("proef/vraag", KOP.replace("minstens bigint = 0, namen varchar[] = null", kop) + sql)
    return haal_op(verbind(), query, gegeven)


ALLES = lees_query("proef/alles", GOED)


@pytest.mark.parametrize(
    ("gegeven", "namen"),
    [
        ({}, ["een", "twee", "o'drie -- $n"]),
        ({"minstens": 2}, ["twee", "o'drie -- $n"]),
        ({"minstens": "2"}, ["twee", "o'drie -- $n"]),
        ({"namen": ["een", "twee"]}, ["een", "twee"]),
        ({"namen": ("een",)}, ["een"]),
        ({"namen": "een, twee ,"}, ["een", "twee"]),
        ({"namen": []}, []),
        ({"namen": None}, ["een", "twee", "o'drie -- $n"]),
        ({"namen": "twee", "minstens": 3}, []),
    ],
)
def test_parameters_en_hun_standaard(gegeven, namen):
    antwoord = haal_op(verbind(), ALLES, gegeven)
    assert waarden(antwoord, "naam") == namen
    assert all(list(rij) == ["n", "naam"] for rij in antwoord)


def test_antwoord_houdt_de_waarden_zoals_ze_zijn():
    antwoord = vraag("select n, naam, dag, n > 1 as meer, n / 2 as half, null as niets from getallen order by n")
    assert antwoord == [
        {"n": 1, "naam": "een", "dag": dt.date(2024, 1, 1), "meer": False, "half": 0.5, "niets": None},
        {"n": 2, "naam": "twee", "dag": dt.date(2024, 2, 29), "meer": True, "half": 1.0, "niets": None},
        {"n": 3, "naam": "o'drie -- $n", "dag": None, "meer": True, "half": 1.5, "niets": None},
    ]


@pytest.mark.parametrize(
    ("query", "tekst"),
    [
        (ALLES, "query proef/alles kent geen parameter 'meer'; mogelijk: minstens, namen"),
        (dataclasses.replace(ALLES, parameters=()), "query proef/alles kent geen parameter 'meer'; mogelijk: geen"),
    ],
)
def test_een_onbekende_parameter_noemt_de_mogelijke(query, tekst):
    with pytest.raises(QueryFout) as fout:
        haal_op(verbind(), query, {"meer": 1})
    assert str(fout.value) == tekst


@pytest.mark.parametrize(
    ("soort", "tekst", "waarde"),
    [
        ("date", "2024-02-29", dt.date(2024, 2, 29)),
        ("integer", "-5", -5),
        ("bigint", "5000000000", 5_000_000_000),
        ("double", "0.5", 0.5),
        ("boolean", "ja", True),
        ("boolean", "Nee", False),
        ("boolean", "TRUE", True),
        ("varchar", "1, 2", "1, 2"),
        ("varchar", "", ""),
        ("varchar[]", "Sas, Hoek", ["Sas", "Hoek"]),
        ("varchar[]", "", []),
    ],
)
def test_tekst_wordt_gelezen_naar_het_type(soort, tekst, waarde):
    query = dataclasses.replace(ALLES, parameters=(Parameter("p", soort, None),))
    assert parameters(query, {"p": tekst}) == {"p": waarde}


@pytest.mark.parametrize(
    ("soort", "tekst", "verwacht"),
    [
        ("date", "gisteren", "een datum als 2026-12-31"),
        ("date", "2023-02-29", "een datum als 2026-12-31"),
        ("date", "", "een datum als 2026-12-31"),
        ("integer", "1.5", "een getal"),
        ("integer", "veel", "een getal"),
        ("bigint", "", "een getal"),
        ("double", "1,5", "een getal"),
        ("boolean", "misschien", "ja of nee"),
        ("boolean", "1", "ja of nee"),
    ],
)
def test_waarde_die_niet_te_lezen_is(soort, tekst, verwacht):
    query = dataclasses.replace(ALLES, parameters=(Parameter("p", soort, None),))
    with pytest.raises(QueryFout) as fout:
        parameters(query, {"p": tekst})
    assert str(fout.value) == f"parameter 'p': verwacht {verwacht}; gevonden: '{tekst}'"


@pytest.mark.parametrize("waarde", ["wijk", "Kern", "", None])
def test_een_niveau_dat_er_niet_is_is_niet_stil_de_hele_gemeente(waarde):
    query = dataclasses.replace(ALLES, parameters=(Parameter("niveau", "varchar", "detail"),))
    with pytest.raises(QueryFout) as fout:
        parameters(query, {"niveau": waarde})
    verwacht = f"parameter 'niveau': verwacht een van: gemeente, corporatie, kern, detail; gevonden: '{waarde}'"
    assert str(fout.value) == verwacht


def test_fout_bij_het_uitvoeren_is_een_regel():
    with pytest.raises(QueryFout) as fout:
        vraag("select $p::integer as n from getallen", "p bigint = 0", p=2**40)
    assert str(fout.value) == (
        "query proef/vraag is niet uit te voeren: Conversion Error: Type INT64 with value 1099511627776 can't be cast "
        "because the value is out of range for the destination type INT32"
    )


# --- guard rails -------------------------------------------------------------------------------------------------------


def test_precies_genoeg_rijen_mag_en_een_meer_niet():
    assert len(haal_op(verbind(), ALLES, {}, max_rijen=3)) == 3
    with pytest.raises(QueryFout) as fout:
        haal_op(verbind(), ALLES, {}, max_rijen=2)
    assert str(fout.value) == "query proef/alles geeft meer dan 2 rijen; kies een kleinere periode"


def test_een_query_die_niet_ophoudt_wordt_afgebroken_en_de_volgende_werkt_gewoon():
    verbinding = verbind()
    zwaar = dataclasses.replace(
        ALLES,
        parameters=(),
        sql="select sum((a.range * b.range) % 7) as n, 'x' as naam from range(10000000) as a, range(10000000) as b",
    )
    with pytest.raises(QueryFout) as fout:
        haal_op(verbinding, zwaar, {}, seconden=1)
    assert str(fout.value) == "query proef/alles duurde langer dan 1 seconden en is afgebroken"
    assert len(haal_op(verbinding, ALLES, {})) == 3


def test_de_wekker_van_een_snelle_query_gaat_niet_later_af():
    verbinding = verbind()
    haal_op(verbinding, ALLES, {}, seconden=0.3)
    duurt_even = dataclasses.replace(
        ALLES, parameters=(), sql="select count(*) as n, max(a.range)::varchar as naam from range(300000000) as a"
    )
    assert waarden(haal_op(verbinding, duurt_even, {}, seconden=60), "n") == [300_000_000]


@pytest.mark.parametrize("tekst", ["een' or '1'='1", "een'; drop table getallen; --", "$minstens", "o'drie -- $n"])
def test_waarden_worden_meegegeven_en_niet_ingeplakt(tekst):
    verbinding = verbind()
    gevonden = waarden(haal_op(verbinding, ALLES, {"namen": [tekst]}), "naam")
    assert gevonden == [naam for naam in GETALLEN["naam"].to_pylist() if naam == tekst]
    assert len(haal_op(verbinding, ALLES, {})) == 3


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/passwd')",
        "select * from read_blob('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from 'https://example.org/x.parquet'",
        "select * from query_table('/etc/passwd')",
        "select * from query('select * from read_text(''/etc/passwd'')')",
        "select * from glob('/etc/*')",
        "copy getallen to 'uit.csv'",
        "copy getallen from '/etc/passwd'",
        "export database 'uit'",
        "attach 'ander.db' as ander",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set python_enable_replacements = true",
        "set memory_limit = '100GB'",
        "set global threads = 64",
        "reset memory_limit",
        "pragma memory_limit='100GB'",
        "select * from lokaal",
    ],
)
def test_een_query_kan_nergens_bij(sql, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lokaal = pd.DataFrame({"n": [1]})  # a frame in sight is no table
    with pytest.raises(QueryFout, match=r"^query proef/vraag is niet uit te voeren: "):
        vraag(sql)
    assert (len(lokaal), list(tmp_path.iterdir())) == (1, [])


def test_geheugen_is_begrensd():
    klein = maak_verbinding({"getallen": GETALLEN}, "64MB")
    vol = dataclasses.replace(
        ALLES, parameters=(), sql="select list(range)::varchar as n, 'x' as naam from range(200000000)"
    )
    with pytest.raises(QueryFout, match=r"^query proef/alles is niet uit te voeren: Out of Memory Error: "):
        haal_op(klein, vol, {})
    assert len(haal_op(klein, ALLES, {})) == 3


def test_acht_draden_krijgen_elk_hun_eigen_rijen():
    verbinding = verbind()
    query = lees_query(
        "proef/eigen",
        KOP.replace("minstens bigint = 0, namen varchar[] = null", "wie bigint = 0")
        + "select $wie::bigint * 1000 + r.range as n, 'draad ' || $wie::varchar as naam from range(20) as r order by n",
    )
    fout: list[tuple] = []
    klaar: list[int] = []
    samen = threading.Barrier(8)

    def draad(eerste: int) -> None:
        samen.wait()
        for nummer in range(eerste, eerste + 150):
            antwoord = haal_op(verbinding, query, {"wie": nummer})
            verwacht = [(nummer * 1000 + rij, f"draad {nummer}") for rij in range(20)]
            if [tuple(rij.values()) for rij in antwoord] != verwacht:
                fout.append((nummer, antwoord))
            klaar.append(nummer)

    draden = [threading.Thread(target=draad, args=(1000 * nummer,)) for nummer in range(8)]
    for een in draden:
        een.start()
    for een in draden:
        een.join()
    assert (fout, len(klaar), len(set(klaar))) == ([], 1200, 1200)
