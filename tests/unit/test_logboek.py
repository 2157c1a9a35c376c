"""The log says where something went wrong and never what was in a cell: neither our lines nor those of a library."""

from __future__ import annotations

import ast
import logging
import subprocess
import sys

import pytest

from bench.server import clean_environment
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.logboek import plaatsen, zonder_waarden

WAARDE = "jan@voorbeeld.nl"


@pytest.fixture
def stil():
    """The log as on the server, and afterwards as it was."""
    eerder = logging.getLogRecordFactory()
    zonder_waarden()
    yield
    logging.setLogRecordFactory(eerder)


def _getal(tekst: str) -> float:
    try:
        return float(tekst)
    except ValueError as fout:
        raise KeyError(tekst) from fout


def _fout() -> Exception:
    with pytest.raises(KeyError) as gevangen:
        _getal(WAARDE)
    return gevangen.value


def test_van_een_fout_staan_er_de_soort_en_de_plaatsen():
    eerste = _getal.__code__.co_firstlineno
    oorzaak, daardoor, *kaders, soort = plaatsen(_fout()).splitlines()[1:]
    assert (oorzaak, daardoor, soort) == ("builtins.ValueError", "daardoor:", "builtins.KeyError")
    assert kaders[-1] == f"  {__file__}, regel {eerste + 4}, in _getal"
    assert WAARDE not in plaatsen(_fout())


def test_geen_regel_noemt_een_waarde_van_wie_hij_ook_komt(stil, caplog):
    fout = _fout()
    logging.getLogger("een.bibliotheek").error("ging mis: %s", fout, exc_info=fout)
    try:
        _getal(WAARDE)
    except KeyError:
        logging.getLogger("een.bibliotheek").exception("ging weer mis in %(wat)s", {"wat": "x"})
    assert WAARDE not in caplog.text
    assert [regel.getMessage() for regel in caplog.records] == ["ging mis: KeyError", "ging weer mis in x"]
    assert caplog.text.count("regel ") >= 4


def test_de_server_logt_een_pagina_die_breekt_zonder_waarden(tmp_path):
    """As the server starts, and as Streamlit itself logs a page before it asks us."""
    code = (
        "import asyncio\nfrom dashboard.web import opwarmen\nfrom dashboard.weergave.storing import toon_storing\n"
        "from streamlit.error_util import handle_user_script_exception\n"
        "async def start():\n    async with opwarmen(None):\n        pass\n"
        "asyncio.run(start())\n"
        f"try:\n    float('{WAARDE}')\n"
        "except ValueError as fout:\n    handle_user_script_exception(fout, toon_storing)\n"
    )
    omgeving = clean_environment(MONITOR_DATA=str(tmp_path / "leeg"))
    gedaan = subprocess.run([sys.executable, "-c", code], env=omgeving, capture_output=True, text=True, check=True)
    assert WAARDE not in gedaan.stdout + gedaan.stderr
    assert "Uncaught app execution" in gedaan.stderr
    assert "Storing " in gedaan.stderr
    assert gedaan.stderr.count("builtins.ValueError") == 2


def test_wat_wij_zelf_loggen():
    """Every line, so that who adds one thinks of what it may hold: numbers of publications, kinds, places; never a cell."""
    gevonden = {
        (pad.name, *(ast.unparse(woord) for woord in aanroep.args))
        for pad in (WORTEL / "src").rglob("*.py")
        for aanroep in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(aanroep, ast.Call) and ast.unparse(aanroep.func).startswith("_LOG.")
    }
    assert gevonden == {
        ("lezen.py", "'Storing %s bij het lezen van een %s-bestand: %s'", "nummer", "soort", "wat"),
        ("geopend.py", "'Publicatie %s is overgeslagen: %s'", "sleutel.nummer", "reden"),
        ("geopend.py", "'Een publicatie klaarzetten ging mis'"),
        ("begin.py", "'Het voorbereiden ging mis'"),
        ("deur.py", "'Geweigerd: %r (%s): %s'", "scope['path'][:100]", "weigering.status", "weigering.zin"),
        ("storing.py", "'Storing %s'", "nummer"),
        ("toestand.py", "'De vorige stand is niet te openen'"),
        ("toestand.py", "'De lijst van publicaties is niet te lezen; de vorige blijft staan'"),
    }
