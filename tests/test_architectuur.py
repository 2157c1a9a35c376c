"""The rules of docs/ontwikkelen.md that import-linter cannot see, each as a test that can fail."""

from __future__ import annotations

import ast
import csv
import itertools
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = WORTEL / "src" / "dashboard"
AFSPRAKEN = WORTEL / "data" / "afspraken"
CODE = sorted([*(WORTEL / "src").rglob("*.py"), *(WORTEL / "pages").glob("*.py"), WORTEL / "app.py"])
SQL = sorted((WORTEL / "queries").rglob("*.sql"))

# The rooms that draw, start and serve; every other one works without Streamlit.
MET_STREAMLIT = {"weergave", "start", "web"}
# The parts that may hold DuckDB in their hands: one opens the connection, the other asks.
MET_DUCKDB = {"store", "queries"}
# What a page may know: Streamlit and our own parts. A frame, a figure or a table it gets from those.
PAGINA_IMPORTS = {"streamlit", "dashboard"}
LANGSTE_MODULE = 300
# What looks like HTML and is not for `toon_html`: Plotly's own signs in a chart, and what Streamlit's first page gets.
ANDERE_HTML = {PAKKET / "figuren", PAKKET / "weergave" / "eerste_pagina.py"}
HTML = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>")


def _contracten() -> dict[str, dict[str, Any]]:
    pyproject = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract for contract in pyproject["tool"]["importlinter"]["contracts"]}


def _lagen() -> list[list[str]]:
    """The layers from high to low."""
    return [[deel.strip() for deel in laag.split("|")] for laag in _contracten()["lagen"]["layers"]]


def _zonder_streamlit() -> list[str]:
    return sorted(deel for laag in _lagen() for deel in laag if deel not in MET_STREAMLIT)


def _modules(deel: str) -> list[str]:
    paden = sorted((PAKKET / deel).rglob("*.py")) if (PAKKET / deel).is_dir() else [PAKKET / f"{deel}.py"]
    return [".".join(pad.relative_to(WORTEL / "src").with_suffix("").parts).removesuffix(".__init__") for pad in paden]


def _imports(pad: Path) -> Iterator[str]:
    """Every module a file imports, by its whole name, wherever in the file it does so."""
    for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield knoop.module


def _naam(pad: Path) -> str:
    return pad.relative_to(WORTEL).as_posix()


def test_elk_deel_werkt_zonder_streamlit() -> None:
    """In one process, part by part: the first that brings Streamlit in is named."""
    script = (
        "import importlib, json, sys\n"
        "for deel, namen in json.loads(sys.argv[1]).items():\n"
        "    for naam in namen: importlib.import_module(naam)\n"
        "    if 'streamlit' in sys.modules: sys.exit(deel)\n"
    )
    delen = {deel: _modules(deel) for deel in _zonder_streamlit()}
    assert len(delen) > 10
    uitkomst = subprocess.run(
        [sys.executable, "-c", script, json.dumps(delen)], capture_output=True, text=True, check=False
    )
    assert (uitkomst.returncode, uitkomst.stdout, uitkomst.stderr) == (0, "", "")


def test_pagina_kent_alleen_streamlit_en_het_eigen_pakket() -> None:
    vreemd = {
        (_naam(pad), module)
        for pad in (WORTEL / "pages").glob("*.py")
        for module in _imports(pad)
        if module.partition(".")[0] not in PAGINA_IMPORTS | sys.stdlib_module_names
    }
    assert vreemd == set()


def test_niets_kent_een_pagina_of_de_starter() -> None:
    namen = {"app", "pages"}
    assert {
        (_naam(pad), m) for pad in PAKKET.rglob("*.py") for m in _imports(pad) if m.partition(".")[0] in namen
    } == set()


def test_duckdb_alleen_in_opslag_en_queries() -> None:
    gebruikt = {
        pad.relative_to(PAKKET).parts[0].removesuffix(".py")
        for pad in PAKKET.rglob("*.py")
        if any(module.partition(".")[0] == "duckdb" for module in _imports(pad))
    }
    assert gebruikt <= MET_DUCKDB


def test_sql_alleen_in_querymap() -> None:
    vraag = re.compile(r"\s*(select|with)\b.+\bfrom\b", re.IGNORECASE | re.DOTALL)
    gevonden = {
        (_naam(pad), knoop.lineno)
        for pad in CODE
        if PAKKET / "queries" not in pad.parents
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and vraag.match(knoop.value)
    }
    assert gevonden == set()


def test_html_staat_alleen_in_weergave_en_heet_markup() -> None:
    """A tag in a str that no Markup was made of would be shown as text, or is put together past the escaping."""
    gevonden = set()
    for pad in CODE:
        if not ANDERE_HTML.isdisjoint({pad, *pad.parents}):
            continue
        boom = ast.parse(pad.read_text("utf-8"))
        mag = {id(knoop.body[0].value) for knoop in ast.walk(boom) if _heeft_uitleg(knoop)}
        if PAKKET / "weergave" in pad.parents:
            mag |= {id(knoop.args[0]) for knoop in ast.walk(boom) if _roept(knoop, {"Markup"}) and knoop.args}
        gevonden |= {
            (_naam(pad), knoop.lineno)
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and HTML.search(knoop.value)
            if id(knoop) not in mag
        }
    assert gevonden == set()


def test_functie_die_html_geeft_zegt_dat_in_haar_type() -> None:
    functies = {
        (_naam(pad), knoop.name): knoop
        for pad in [*(PAKKET / "weergave").rglob("*.py"), *(WORTEL / "pages").glob("*.py")]
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.FunctionDef) and knoop.returns
    }
    html = {naam for (_, naam), functie in functies.items() if ast.unparse(functie.returns) == "Markup"}
    zwijgt = {
        sleutel
        for sleutel, functie in functies.items()
        if ast.unparse(functie.returns) in {"str", "str | None"}
        for knoop in ast.walk(functie)
        if isinstance(knoop, ast.Return) and knoop.value is not None
        if any(_roept(deel, {"Markup", *html}) for deel in ast.walk(knoop.value))
    }
    assert ({"tabel", "koppeling", "punten", "stand_merk", "tegels"} <= html, zwijgt) == (True, set())


def _heeft_uitleg(knoop: ast.AST) -> bool:
    soorten = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return isinstance(knoop, soorten) and ast.get_docstring(knoop) is not None


def _roept(knoop: ast.AST, namen: set[str]) -> bool:
    """Whether this calls one of these functions, or a method of what it gives (`Markup(...).format(...)`)."""
    return isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in namen


def test_geen_gemeente_kern_of_corporatie_in_code() -> None:
    gemeente = tomllib.loads((AFSPRAKEN / "gemeente.toml").read_text("utf-8"))
    kernen, corporaties = (
        list(csv.DictReader((AFSPRAKEN / naam).read_text("utf-8").splitlines()))
        for naam in ("kernen.csv", "corporaties.csv")
    )
    namen = {gemeente["naam"], gemeente["code"], *(rij["kern"] for rij in kernen)}
    namen |= {rij[kolom] for rij in corporaties for kolom in ("corporatie", "naam", "kort")}
    # Short names of villages are also words (a corner, a first name); the long ones give a slip away.
    lang = re.compile(rf"\b({'|'.join(re.escape(naam) for naam in sorted(namen) if len(naam) > 4)})\b", re.IGNORECASE)
    gevonden = {(_naam(pad), treffer[0]) for pad in [*CODE, *SQL] for treffer in lang.finditer(pad.read_text("utf-8"))}
    assert gevonden == set()


def test_modules_blijven_klein() -> None:
    regels = {_naam(pad): len(pad.read_text("utf-8").splitlines()) for pad in CODE}
    assert {naam: aantal for naam, aantal in regels.items() if aantal > LANGSTE_MODULE} == {}


@pytest.mark.parametrize("lijst", ["requirements.txt", "requirements-dev.txt"])
def test_elk_pakket_is_vastgezet_met_reden(lijst: str) -> None:
    regels = (WORTEL / lijst).read_text("utf-8").splitlines()
    pakketten = [(boven, regel) for boven, regel in itertools.pairwise(regels) if re.match(r"[A-Za-z]", regel)]
    assert [regel for boven, regel in pakketten if not boven.startswith("# ") or "==" not in regel] == []


def test_streamlit_kent_elke_instelling() -> None:
    """Streamlit says nothing about a misspelt setting, and several of ours close a door."""
    gezet = tomllib.loads((WORTEL / ".streamlit" / "config.toml").read_text("utf-8"))

    def plat(tabel: dict[str, Any], voor: str = "") -> Iterator[str]:
        for sleutel, waarde in tabel.items():
            yield from plat(waarde, f"{voor}{sleutel}.") if isinstance(waarde, dict) else [f"{voor}{sleutel}"]

    assert set(plat(gezet)) - set(config.get_config_options()) == set()
