"""Reading a CSV file against its description: every kind of fault, where it is, and all of them at once."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.tabellen.tabel import Fout, FoutenError, Kolom, Tabel, lees_csv

TABEL = Tabel(
    "proef",
    "een rij per proef",
    (
        Kolom("code", "tekst"),
        Kolom("aantal", "geheel", minimum=0, maximum=100),
        Kolom("bedrag", "decimaal", verplicht=False, minimum=0),
        Kolom("dag", "datum", verplicht=False),
        Kolom("mee", "ja_nee"),
        Kolom("soort", "tekst", verplicht=False, waarden=("plan", "realisatie")),
    ),
    ("code",),
)
KOP = "code,aantal,bedrag,dag,mee,soort"
GOED = "a,1,2.50,2024-02-29,ja,plan"

GEHEEL = "een geheel getal van 0 tot en met 100"
BEDRAG = "een getal met een punt voor de decimalen van 0 of meer (of leeg)"
DATUM = "een datum als 2026-12-31 (of leeg)"
SOORT = "een van: plan, realisatie (of leeg)"


@pytest.fixture
def lees(tmp_path):
    """Read these lines as proef.csv."""

    def _lees(*regels: str, codering: str = "utf-8") -> tuple[list[dict], list[Fout]]:
        pad = tmp_path / "proef.csv"
        pad.write_bytes("\n".join(regels).encode(codering))
        return lees_csv(pad, TABEL)

    return _lees


def fout(rij: int, kolom: str, waarde: str, verwacht: str) -> Fout:
    return Fout("proef.csv", rij, kolom, waarde, verwacht)


# --- good files --------------------------------------------------------------------------------------------------------


def test_rijen_krijgen_hun_type(lees):
    assert lees(KOP, GOED, "b,100,,,nee,") == (
        [
            {"code": "a", "aantal": 1, "bedrag": 2.5, "dag": dt.date(2024, 2, 29), "mee": True, "soort": "plan"},
            {"code": "b", "aantal": 100, "bedrag": None, "dag": None, "mee": False, "soort": None},
        ],
        [],
    )


def test_kolommen_mogen_in_een_andere_volgorde(lees):
    rijen, fouten = lees("soort,mee,dag,bedrag,aantal,code", "plan,ja,2024-02-29,2.50,1,a")
    assert (list(rijen[0].items()), fouten) == (list(lees(KOP, GOED)[0][0].items()), [])


def test_bom_en_windows_regeleinden_en_aanhalingstekens(lees):
    regels = (KOP + "\r", '"a, en ""b""",1,2.50,2024-02-29,ja,plan\r')
    assert lees(*regels, codering="utf-8-sig")[0][0]["code"] == 'a, en "b"'


def test_spaties_om_een_cel_tellen_niet(lees):
    assert lees(KOP, " a , 1 , 2.50 , 2024-02-29 , ja , plan ") == lees(KOP, GOED)


def test_lege_regels_tellen_mee_in_de_nummering_maar_zijn_geen_fout(lees):
    rijen, fouten = lees("", KOP, "", GOED, "", "b,x,,,ja,", "", "")
    assert ([rij.nummer for rij in rijen], fouten) == ([4], [fout(6, "aantal", "x", GEHEEL)])


def test_een_cel_met_regeleinde_blijft_een_rij(lees):
    rijen, fouten = lees(KOP, '"a\nvervolg",1,,,ja,', "b,x,,,ja,")
    assert (rijen[0]["code"], rijen[0].nummer, fouten) == ("a\nvervolg", 2, [fout(3, "aantal", "x", GEHEEL)])


@pytest.mark.parametrize("code", ["nan", "NaN", "NA", "N/A", "None", "null", "<NA>", "1", "007", "1.10", "True", "inf"])
def test_tekst_blijft_tekst_hoe_zij_ook_op_iets_anders_lijkt(lees, code):
    rijen, fouten = lees(KOP, f"{code},1,,,ja,")
    assert (rijen[0]["code"], fouten) == (code, [])


def test_code_1_1_en_1_10_zijn_niet_dezelfde(lees):
    assert [rij["code"] for rij in lees(KOP, "1.1,1,,,ja,", "1.10,1,,,ja,")[0]] == ["1.1", "1.10"]


def test_alleen_een_kop_is_een_leeg_bestand(lees):
    assert lees(KOP) == ([], [])


# --- faults of the file ------------------------------------------------------------------------------------------------


def test_een_ontbrekend_bestand_is_een_fout(tmp_path):
    assert lees_csv(tmp_path / "proef.csv", TABEL) == ([], [fout(0, "", "", "dat dit bestand bestaat")])


def test_map_in_plaats_van_bestand(tmp_path):
    (tmp_path / "proef.csv").mkdir()
    assert lees_csv(tmp_path / "proef.csv", TABEL) == ([], [fout(0, "", "", "dat dit bestand bestaat")])


def test_alleen_utf8_wordt_gelezen(lees):
    assert lees(KOP, "één,1,,,ja,", codering="cp1252") == ([], [fout(0, "", "", "een tekstbestand in UTF-8")])


def test_een_onleesbaar_csv_is_een_fout(lees):
    lang = "x" * 200_000  # more than one cell may hold: what an unclosed quote does to a long file
    assert lees(KOP, f'"{lang}') == (
        [],
        [fout(0, "", "field larger than field limit (131072)", "een leesbaar CSV-bestand")],
    )


def test_leeg_bestand_mist_elke_kolom(lees):
    assert lees("") == ([], [fout(1, naam, "", "dat deze kolom er is") for naam in KOP.split(",")])


def test_ontbrekende_onbekende_en_dubbele_kolom(lees):
    assert lees("code,aantal,aantal,bedrag,dag,mee,Soort", "a,1,2,,,ja,plan") == (
        [],
        [
            fout(1, "soort", "", "dat deze kolom er is"),
            fout(1, "Soort", "", "een bekende kolom"),
            fout(1, "aantal", "", "dat deze kolom er maar een keer is"),
        ],
    )


def test_puntkomma_als_scheiding_is_een_onbekende_kop(lees):
    rijen, fouten = lees(KOP.replace(",", ";"), GOED.replace(",", ";"))
    assert (rijen, fouten[-1]) == ([], fout(1, "code;aantal;bedrag;dag;mee;soort", "", "een bekende kolom"))
    assert len(fouten) == 7


# --- faults in a row ---------------------------------------------------------------------------------------------------


def test_verkeerd_aantal_cellen_verbergt_de_andere_fouten_niet(lees):
    assert lees(KOP, "a,1", "b,x,,,ja,", "c,1,,,ja,,,", GOED.replace("a", "d", 1)) == (
        [{"code": "d", "aantal": 1, "bedrag": 2.5, "dag": dt.date(2024, 2, 29), "mee": True, "soort": "plan"}],
        [
            fout(2, "", "2 cellen", "6 cellen"),
            fout(3, "aantal", "x", GEHEEL),
            fout(4, "", "8 cellen", "6 cellen"),
        ],
    )


@pytest.mark.parametrize(
    ("kolom", "cel", "verwacht"),
    [
        ("code", "", "tekst"),
        ("aantal", "", GEHEEL),
        ("aantal", "1.0", GEHEEL),
        ("aantal", "1.000", GEHEEL),
        ("aantal", "1,5", GEHEEL),
        ("aantal", "1e2", GEHEEL),
        ("aantal", "een", GEHEEL),
        ("aantal", "nan", GEHEEL),
        ("aantal", "+1", GEHEEL),
        ("aantal", "1 0", GEHEEL),
        ("aantal", "9" * 16, GEHEEL),
        ("aantal", "-1", GEHEEL),
        ("aantal", "101", GEHEEL),
        ("bedrag", "2,50", BEDRAG),
        ("bedrag", "€ 2.50", BEDRAG),
        ("bedrag", "1.234,50", BEDRAG),
        ("bedrag", "2.", BEDRAG),
        ("bedrag", ".5", BEDRAG),
        ("bedrag", "inf", BEDRAG),
        ("bedrag", "nan", BEDRAG),
        ("bedrag", "NA", BEDRAG),
        ("bedrag", "-0.01", BEDRAG),
        ("dag", "29-02-2024", DATUM),
        ("dag", "2023-02-29", DATUM),
        ("dag", "20240229", DATUM),
        ("dag", "2024-2-9", DATUM),
        ("dag", "2024-02-29T00:00:00", DATUM),
        ("dag", "2024-W09-4", DATUM),
        ("mee", "", "ja of nee"),
        ("mee", "Ja", "ja of nee"),
        ("mee", "true", "ja of nee"),
        ("mee", "1", "ja of nee"),
        ("soort", "Plan", SOORT),
        ("soort", "planning", SOORT),
    ],
)
def test_cel_die_niet_past(lees, kolom, cel, verwacht):
    cellen = dict(zip(KOP.split(","), GOED.split(","), strict=True)) | {kolom: f'"{cel}"'}
    assert lees(KOP, ",".join(cellen.values())) == ([], [fout(2, kolom, cel, verwacht)])


@pytest.mark.parametrize("getal", ["0", "100", "-0", "007"])
def test_de_grenzen_horen_erbij(lees, getal):
    assert lees(KOP, f"a,{getal},,,ja,")[0][0]["aantal"] == int(getal)


def test_dubbele_sleutel_wijst_naar_de_eerste_rij(lees):
    assert lees(KOP, "a,1,,,ja,", "b,1,,,ja,", "a,2,,,ja,", " a ,3,,,ja,")[1] == [
        fout(4, "code", "a", "een unieke waarde (staat ook op rij 2)"),
        fout(5, "code", "a", "een unieke waarde (staat ook op rij 2)"),
    ]


def test_sleutel_van_twee_kolommen(tmp_path):
    tabel = Tabel("proef", "", (Kolom("norm", "tekst"), Kolom("jaar", "geheel")), ("norm", "jaar"))
    pad = tmp_path / "proef.csv"
    pad.write_text("norm,jaar\nx,2024\nx,2025\ny,2024\nx,2025\n")
    assert lees_csv(pad, tabel)[1] == [fout(5, "norm, jaar", "x, 2025", "een unieke waarde (staat ook op rij 3)")]


def test_alles_tegelijk_in_de_volgorde_van_het_bestand(lees):
    rijen, fouten = lees(
        KOP,
        "a,x,twee,31-12-2024,misschien,plan",
        "a,1,,,ja,",
        "",
        ",101,,,ja,anders",
        "goed,5,,,nee,realisatie",
        "goed,y,,,nee,realisatie",
        "a,1,,,ja",
    )
    assert [rij.nummer for rij in rijen] == [6]
    assert fouten == [
        fout(2, "aantal", "x", GEHEEL),
        fout(2, "bedrag", "twee", BEDRAG),
        fout(2, "dag", "31-12-2024", DATUM),
        fout(2, "mee", "misschien", "ja of nee"),
        fout(3, "code", "a", "een unieke waarde (staat ook op rij 2)"),
        fout(5, "code", "", "tekst"),
        fout(5, "aantal", "101", GEHEEL),
        fout(5, "soort", "anders", SOORT),
        fout(7, "aantal", "y", GEHEEL),
        fout(7, "code", "goed", "een unieke waarde (staat ook op rij 6)"),
        fout(8, "", "5 cellen", "6 cellen"),
    ]


def test_gelijke_fouten_in_veel_rijen_worden_alle_gemeld(lees):
    assert lees(KOP, *(f"c{nummer},x,,,ja," for nummer in range(50)))[1] == [
        fout(nummer + 2, "aantal", "x", GEHEEL) for nummer in range(50)
    ]


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=6) | st.text("0123456789-.", min_size=1))
def test_wat_past_heeft_een_waarde(tekst):
    for soort in ("tekst", "geheel", "decimaal", "datum", "ja_nee"):
        kolom = Kolom("k", soort)
        assert not kolom.past(tekst) or kolom.waarde(tekst) is not None


# --- what was expected, in words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kolom", "verwacht"),
    [
        (Kolom("k", "tekst"), "tekst"),
        (Kolom("k", "tekst", verplicht=False), "tekst (of leeg)"),
        (Kolom("k", "geheel", minimum=1), "een geheel getal van 1 of meer"),
        (Kolom("k", "geheel", maximum=5), "een geheel getal tot en met 5"),
        (
            Kolom("k", "decimaal", minimum=0.5, maximum=2),
            "een getal met een punt voor de decimalen van 0.5 tot en met 2",
        ),
        (Kolom("k", "datum"), "een datum als 2026-12-31"),
        (Kolom("k", "ja_nee", verplicht=False), "ja of nee (of leeg)"),
        (Kolom("k", "tekst", waarden=("a", "b")), "een van: a, b"),
    ],
)
def test_verwacht_in_woorden(kolom, verwacht):
    assert kolom.verwacht == verwacht


@pytest.mark.parametrize(
    ("een", "tekst"),
    [
        (
            Fout("a.csv", 3, "jaar", "x", "een geheel getal"),
            "a.csv, rij 3, kolom jaar: verwacht een geheel getal; gevonden: 'x'",
        ),
        (Fout("a.csv", 3, "jaar", "", "een geheel getal"), "a.csv, rij 3, kolom jaar: verwacht een geheel getal"),
        (Fout("a.csv", 3, "", "5 cellen", "6 cellen"), "a.csv, rij 3: verwacht 6 cellen; gevonden: '5 cellen'"),
        (Fout("a.csv", 0, "", "", "dat dit bestand bestaat"), "a.csv: verwacht dat dit bestand bestaat"),
        (Fout("g.toml", 0, "naam", "7", "tekst"), "g.toml, kolom naam: verwacht tekst; gevonden: '7'"),
    ],
)
def test_fout_als_zin(een, tekst):
    assert str(een) == tekst


def test_foutenerror_vertelt_alles_in_een_keer():
    fouten = [Fout("a.csv", 2, "k", "x", "tekst"), Fout("b.csv", 0, "", "", "dat dit bestand bestaat")]
    assert str(FoutenError(iter(fouten))) == (
        "a.csv, rij 2, kolom k: verwacht tekst; gevonden: 'x'\nb.csv: verwacht dat dit bestand bestaat"
    )
    assert FoutenError(iter(fouten)).fouten == tuple(fouten)


# --- Arrow -------------------------------------------------------------------------------------------------------------


def test_arrow_heeft_altijd_het_schema_van_de_tabel():
    schema = pa.schema(
        [
            ("code", pa.string()),
            ("aantal", pa.int64()),
            ("bedrag", pa.float64()),
            ("dag", pa.date32()),
            ("mee", pa.bool_()),
            ("soort", pa.string()),
        ]
    )
    rijen = [{"code": "a", "aantal": 1, "dag": dt.date(2024, 2, 29), "mee": True}]
    assert (TABEL.arrow([]).schema, TABEL.arrow(rijen).schema) == (schema, schema)
    assert TABEL.arrow(rijen).to_pylist() == [
        {"code": "a", "aantal": 1, "bedrag": None, "dag": dt.date(2024, 2, 29), "mee": True, "soort": None}
    ]


def test_lees_csv_neemt_een_pad_in_een_map_met_vreemde_tekens(tmp_path: Path):
    map_ = tmp_path / "één map"
    map_.mkdir()
    (map_ / "proef.csv").write_text(f"{KOP}\n{GOED}\n", encoding="utf-8")
    assert len(lees_csv(map_ / "proef.csv", TABEL)[0]) == 1
