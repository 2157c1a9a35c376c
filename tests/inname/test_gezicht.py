"""What the rest of the program knows of the intake, and what the process that parses a file does not wait for."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from dashboard import inname


def _beloofd() -> set[tuple[str, str]]:
    """(module, name) of everything that mypy sees."""
    [keuze] = [knoop for knoop in ast.parse(Path(inname.__file__).read_text("utf-8")).body if isinstance(knoop, ast.If)]
    return {(str(regel.module), deel.name) for regel in keuze.body for deel in regel.names}


def test_elke_naam_komt_uit_de_module_waar_mypy_hem_zoekt():
    gegeven = {(f"dashboard.inname.{module}", naam) for naam, module in inname._MODULE.items()}
    assert gegeven == _beloofd()
    assert [naam for module, naam in gegeven if getattr(inname, naam) is not getattr(import_module(module), naam)] == []


def test_een_andere_naam_is_er_niet():
    with pytest.raises(AttributeError, match="no attribute 'pandas'"):
        _ = inname.pandas


def test_het_proces_dat_een_bestand_leest_wacht_op_niets():
    code = (
        "import sys, dashboard.inname.bestand.lezer\n"
        "eigen = {n for n in sys.modules if n.startswith(('dashboard.inname.', 'dashboard.basis.'))}\n"
        "print(*sorted(n.removeprefix('dashboard.') for n in eigen), sep='\\n')\n"
        "print({n.partition('.')[0] for n in sys.modules} & {'pandas', 'numpy', 'pyarrow', 'duckdb', 'streamlit'})"
    )
    uitkomst = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uitkomst.stdout.splitlines() == [
        "basis.fouten",
        "basis.instellingen",
        "basis.opmaak",
        "inname.bestand",
        "inname.bestand.grenzen",
        "inname.bestand.lezer",
        "inname.bestand.overdracht",
        "inname.bestand.rechthoek",
        "inname.bestand.tekstteken",
        "inname.fouten",
        "inname.werkboek",
        "set()",
    ]
