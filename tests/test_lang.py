"""What takes long is shortened in the gate and whole under `make test-lang`: nothing may vanish on the way."""

from __future__ import annotations

import ast
import re
import tomllib

from dashboard.basis.instellingen import WORTEL

TESTS = [pad for pad in sorted((WORTEL / "tests").rglob("test_*.py")) if pad.name != "test_lang.py"]
INSTELLINGEN = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]


def _gevallen(boom: ast.AST) -> list[tuple[int, int]]:
    """Of each parametrize that has cases marked `lang`: how many without that mark, and how many with."""
    gevonden = []
    for aanroep in ast.walk(boom):
        if isinstance(aanroep, ast.Call) and ast.unparse(aanroep.func) == "pytest.mark.parametrize":
            teksten = [ast.unparse(geval) for geval in getattr(aanroep.args[1], "elts", [])]
            lang = [tekst for tekst in teksten if tekst.endswith("marks=pytest.mark.lang)")]
            gevonden += [(len(teksten) - len(lang), len(lang))] if lang else []
    return gevonden


def test_naast_elk_lang_geval_staat_een_kort_geval_van_dezelfde_test():
    teksten = {pad.relative_to(WORTEL).as_posix(): pad.read_text("utf-8") for pad in TESTS}
    genoemd = {pad: tekst.count("mark.lang") for pad, tekst in teksten.items() if "mark.lang" in tekst}
    gevallen = {pad: _gevallen(ast.parse(teksten[pad])) for pad in genoemd}
    assert sum(genoemd.values()) > 3
    assert {pad: sum(lang for _, lang in gevallen[pad]) for pad in genoemd} == genoemd
    assert [pad for pad in gevallen for kort, _ in gevallen[pad] if not kort] == []


def test_alleen_de_poort_laat_iets_weg_en_een_uitgave_niets():
    gekozen = [optie for optie in INSTELLINGEN["addopts"] if re.match(r"-m|-k|--deselect|--ignore", optie)]
    makefile = (WORTEL / "Makefile").read_text("utf-8")
    recepten = dict(re.findall(r"^(snel|test|test-lang):.*\n\t(.*)$", makefile, re.MULTILINE))
    assert (gekozen, INSTELLINGEN["testpaths"]) == (["-m=not lang"], ["tests"])
    assert recepten == {
        "snel": "$(BIN)/python -m pytest $(PYTEST_ARGS) tests/unit tests/queries",
        "test": "$(BIN)/python -m pytest $(PYTEST_ARGS)",
        "test-lang": '$(BIN)/python -m pytest -m "" --hypothesis-profile=lang $(PYTEST_ARGS)',
    }
    assert "lang) tests=test-lang ;;" in (WORTEL / ".ci" / "run").read_text("utf-8")
