"""`python -m dashboard` as a process of its own: what it says in this process it says there, on the same channel, in the
same encoding and with the same code; and it imports no more than it needs.
"""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dashboard.store import Opslag
from tests.opdrachten import Uitkomst, draai, proces

ZWAAR = {"duckdb", "pandas.core.frame", "pandera", "plotly", "scipy", "streamlit"}


# Each process is asked both: what it says, and what it imported to say it.
@pytest.mark.parametrize(
    ("code", "woorden", "nodig"),
    [
        (0, ("--help",), set()),
        (0, ("publications",), set()),
        (0, ("query", "toewijzing/aandeel_regulier", "--param", "niveau=gemeente"), {"duckdb"}),
        (0, ("query", "toewijzing/aandeel_regulier", "--formaat", "parquet"), {"duckdb", "pandas.core.frame"}),
        (0, ("rijen", "aandeel_regulier"), {"duckdb"}),
        (1, ("stoplicht", "--jaar", "2022", "--streng"), {"duckdb"}),
        (0, ("stoplicht", "--json"), {"duckdb", "scipy"}),  # which has intervals
        (0, ("verschil", "3", "3"), {"duckdb"}),
        (2, ("query", "voorraad/plan", "--kleur", "rood"), set()),
        (2, ("restore", "9"), set()),
    ],
    ids=lambda deel: " ".join(deel) if isinstance(deel, tuple) else None,
)
def test_een_proces_zegt_hetzelfde_ook_waar_de_machine_alleen_ascii_spreekt_en_laadt_niet_meer_dan_nodig(
    roep, demo, code, woorden, nodig
):
    hier = roep(*woorden)
    daar, geladen = _proces_en_wat_het_laadt(*woorden, MONITOR_DATA=demo, PYTHONIOENCODING="ascii")
    assert (hier.code, bool(hier.ruw), bool(hier.fout)) == (code, code < 2, code == 2)
    assert daar == hier
    assert geladen == nodig


def test_herstellen_naar_wat_er_al_staat_laadt_niets(eigen_demo):
    antwoord, geladen = _proces_en_wat_het_laadt("restore", "3", "--basis", "3", MONITOR_DATA=eigen_demo)
    assert (antwoord.code, geladen) == (0, set())


def _proces_en_wat_het_laadt(*woorden: str, **omgeving: str | Path) -> tuple[Uitkomst, set[str]]:
    """How the process ended and what it said, and which of the heavy packages it imported for that."""
    antwoord = proces(*woorden, PYTHONPROFILEIMPORTTIME="1", **omgeving)
    gezegd, geladen = [], set()
    for regel in antwoord.fout.splitlines(keepends=True):
        if regel.startswith("import time:"):
            geladen.add(regel.rpartition("|")[2].strip())
        else:
            gezegd.append(regel)
    return replace(antwoord, fout="".join(gezegd)), geladen & ZWAAR


def test_een_lege_opslag_meldt_zich_naast_het_antwoord_en_niet_erin(leeg):
    vraag = ("query", "voorraad/plan", "--formaat", "parquet")
    hier, daar = (voer(*vraag, MONITOR_DATA=leeg) for voer in (draai, proces))
    assert pq.read_table(io.BytesIO(daar.ruw)).equals(pq.read_table(io.BytesIO(hier.ruw)))
    zin = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien.\n"
    assert (daar.code, daar.fout, hier.fout) == (0, zin, zin)


@pytest.mark.parametrize("aantal", [3, pytest.param(8, marks=pytest.mark.lang)])
def test_wie_tegelijk_publiceert_wacht_op_elkaar_en_niemand_is_te_laat(leeg, een_cijfer, tmp_path, aantal):
    """Each decides on what the one before left; nobody is sent away because another was first."""
    paden = [tmp_path / f"m{nummer}.csv" for nummer in range(aantal)]
    for nummer, pad in enumerate(paden):
        pad.write_text(f"kengetal;peildatum;waarde;bron\nbouwtafels;31-12-201{nummer};4;verslag\n", "utf-8")
    omgeving = {"MONITOR_DATA": leeg, "MONITOR_AFSPRAKEN": een_cijfer}
    with ThreadPoolExecutor(aantal) as draden:
        klaar = list(draden.map(lambda pad: proces("publish", str(pad), "--wie", pad.stem, **omgeving), paden))
    assert [(uitkomst.code, uitkomst.fout) for uitkomst in klaar] == [(0, "")] * aantal
    alle = Opslag(str(leeg)).publicaties()
    assert [publicatie.basis for publicatie in alle] == list(range(aantal))
    assert sorted(publicatie.wie for publicatie in alle) == [pad.stem for pad in paden]
    gelezen = Opslag(str(leeg)).tabel("kengetallen", alle[-1])["peildatum"].to_pylist()
    assert sorted(dag.year for dag in gelezen) == list(range(2010, 2010 + aantal))
