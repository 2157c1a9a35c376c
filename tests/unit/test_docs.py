"""The documentation names what there is, points where something is, and its examples work.

Lists are made from the code and only compared here. Of what is written by hand each test compares a part with the code it
describes, both ways: something new that is not described fails, and so does a description of something that is gone.
"""

from __future__ import annotations

import ast
import csv
import datetime as dt
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from bench.__main__ import main as bench_cli
from dashboard.__main__ import cli
from dashboard.afspraken.laden import laad_overeenkomst, lege_tabellen
from dashboard.afspraken.overeenkomst import Indicator
from dashboard.afspraken.tabellen import AFSPRAAK_TABELLEN, ZEKERHEDEN
from dashboard.basis.instellingen import WORTEL, query_map
from dashboard.monitor import Monitor, open_monitor
from dashboard.normen import Stand
from dashboard.queries import laad_queries
from dashboard.store import Opslag, alles
from dashboard.store.verbinding import maak_verbinding
from dashboard.tabellen.contracten import TABELLEN
from docs.lijsten import LIJSTEN, bestanden, bijgewerkt

DOCS = WORTEL / "docs"
AFSPRAKEN = WORTEL / "data" / "afspraken"
ONTWIKKELEN = (DOCS / "ontwikkelen.md").read_text("utf-8")
HANDLEIDING = (DOCS / "handleiding.md").read_text("utf-8")
BEGRIPPEN = (DOCS / "begrippen.md").read_text("utf-8")
MARKDOWN = bestanden()
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
BESLISSINGEN = sorted((DOCS / "beslissingen").glob("[0-9]*.md"))


def _deel(tekst: str, kop: str) -> str:
    """What stands under a heading of the second level."""
    return re.split(r"^## ", tekst.partition(f"\n## {kop}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def _tabelrijen(tekst: str) -> list[list[str]]:
    """The cells of every row of every table, without heads and without the marks around code and bold."""
    regels = [regel for regel in tekst.splitlines() if regel.startswith("|")]
    koppen = {nr for nr, regel in enumerate(regels) if re.fullmatch(r"[|\- ]+", regel)}
    return [
        [cel.strip().strip("`*") for cel in regel.strip("|").split("|")]
        for nr, regel in enumerate(regels)
        if nr not in koppen and nr + 1 not in koppen
    ]


def _punten(tekst: str) -> dict[str, str]:
    """The items of a list that begin with a name in bold code: name -> the rest."""
    delen = re.split(r"^- \*\*`([\w.]+)`\*\*", tekst.partition("\n\n## ")[0], flags=re.MULTILINE)[1:]
    return {naam: re.split(r"\n\n", rest)[0] for naam, rest in zip(delen[::2], delen[1::2], strict=True)}


@pytest.mark.parametrize("pad", MARKDOWN, ids=lambda pad: pad.name)
def test_elke_lijst_is_die_van_de_code(pad: Path) -> None:
    """`make docs` writes them."""
    assert pad.read_text("utf-8") == bijgewerkt(pad.read_text("utf-8"))


def test_elke_lijst_die_gemaakt_kan_worden_staat_ergens() -> None:
    gebruikt = [naam for pad in MARKDOWN for naam in re.findall(r"<!-- lijst: ([\w-]+) -->", pad.read_text("utf-8"))]
    assert sorted(gebruikt) == sorted(LIJSTEN)


# --- settings, commands ----------------------------------------------------------------------------------------------


def test_elke_omgevingsvariabele_is_beschreven() -> None:
    bestanden = [WORTEL / "Makefile", *(WORTEL / "bench").rglob("*.py"), *(WORTEL / "src").rglob("*.py")]
    gebruikt = {naam for pad in bestanden for naam in re.findall(r"MONITOR_[A-Z_]*[A-Z]", pad.read_text("utf-8"))}
    assert gebruikt - set(re.findall(r"`(MONITOR_[A-Z_]+)`", ONTWIKKELEN)) == set()


def test_elk_doel_en_elke_knop_van_make_is_beschreven() -> None:
    makefile = (WORTEL / "Makefile").read_text("utf-8")
    doelen = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    knoppen = set(re.findall(r"^(\w+) \?=", makefile, re.MULTILINE)) | set(re.findall(r"\$\((\w+_ARGS)\)", makefile))
    assert {doel for doel in doelen if f"`make {doel}`" not in ONTWIKKELEN} == set()
    assert {knop for knop in knoppen if f"`{knop}`" not in ONTWIKKELEN} == set()


def _opties(opdracht: click.Command) -> Iterator[str]:
    for parameter in opdracht.params:
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)


@pytest.mark.parametrize("naam", sorted(cli.commands))
def test_elke_opdracht_met_haar_opties_staat_in_de_handleiding(naam: str) -> None:
    deel = _deel(HANDLEIDING, "De opdrachtregel, voor analisten")
    opdracht = cli.commands[naam]
    argumenten = [p.human_readable_name.upper() for p in opdracht.params if isinstance(p, click.Argument)]
    assert f"**`{' '.join([naam, *argumenten])}`**" in deel
    assert {optie for optie in _opties(opdracht) if not re.search(rf"`{optie}[` ]", deel)} == set()


def test_handleiding_noemt_geen_opties_die_er_niet_zijn() -> None:
    bestaand = {optie for opdracht in cli.commands.values() for optie in _opties(opdracht)} | {"--help", "--version"}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", HANDLEIDING)) - bestaand == set()


def test_elke_optie_van_bench_is_beschreven() -> None:
    deel = _deel(ONTWIKKELEN, "Bench")
    assert {optie for optie in _opties(bench_cli) if f"`{optie}`" not in deel} == set()


# --- queries, tables, the agreement's files --------------------------------------------------------------------------


def _queries(map_: Path) -> Any:
    leeg = {naam: tabel.arrow([]) for naam, tabel in (TABELLEN | lege_tabellen()).items()}
    return laad_queries(map_, maak_verbinding(leeg)).per_naam


def test_elk_bestand_van_een_afsprakenmap_is_beschreven() -> None:
    beschreven = set(_punten(_deel(ONTWIKKELEN, "Add a gemeente")))
    assert {pad.name for pad in AFSPRAKEN.iterdir()} == beschreven


# --- pages and what a reader sees ------------------------------------------------------------------------------------


@cache
def _gelezen(pad: Path) -> tuple[ast.Call, ...]:
    """Every call in a file."""
    return tuple(knoop for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))) if isinstance(knoop, ast.Call))


def _aanroepen(map_: Path, naam: str) -> Iterator[ast.Call]:
    """Every call in a folder of a function or method with this name."""
    for pad in sorted(map_.rglob("*.py")):
        for knoop in _gelezen(pad):
            if naam == getattr(knoop.func, "attr", getattr(knoop.func, "id", "")):
                yield knoop


def _woord(knoop: ast.expr | None) -> str:
    return str(knoop.value) if isinstance(knoop, ast.Constant) else ""


def test_elke_pagina_heeft_een_plaats_in_het_menu() -> None:
    starter = (WORTEL / "src" / "dashboard" / "start.py").read_text("utf-8")
    scripts = set(re.findall(r'PAGINAS / "(\w+\.py)"', starter))
    assert scripts == {pad.name for pad in (WORTEL / "pages").glob("*.py")}


def test_elke_titel_in_het_menu_staat_in_de_handleiding() -> None:
    aanroepen = _aanroepen(WORTEL / "src" / "dashboard", "Page")
    titels = {_woord(deel.value) for roep in aanroepen for deel in roep.keywords if deel.arg == "title"} - {""}
    titels |= {thema.kort for thema in laad_overeenkomst(AFSPRAKEN).themas}
    assert {rij[0] for rij in _tabelrijen(_deel(HANDLEIDING, "Welke pagina geeft welk antwoord"))} == titels


def test_alles_wat_in_het_adres_komt_staat_in_de_handleiding() -> None:
    mappen = [WORTEL / "pages", WORTEL / "src" / "dashboard"]
    sleutels = {
        _woord(woord.value)
        for map_ in mappen
        for naam in ("pills", "multiselect", "selectbox", "segmented_control", "radio", "toggle", "checkbox", "tabs")
        for roep in _aanroepen(map_, naam)
        for woord in roep.keywords
        if woord.arg == "key" and any(deel.arg == "bind" for deel in roep.keywords) and _woord(woord.value)
    }
    sleutels |= {
        _woord(roep.args[0]).partition("-")[0]
        for map_ in mappen
        for naam in ("toon_meer", "toon_onderdelen")
        for roep in _aanroepen(map_, naam)
        if _woord(roep.args[0])
    }
    sleutels |= {_woord(roep.args[2]) for map_ in mappen for roep in _aanroepen(map_, "kies_uit")}
    sleutels |= {
        sleutel
        for map_ in mappen
        for pad in map_.rglob("*.py")
        for sleutel in re.findall(r'query_params\.get\("(\w+)"\)', pad.read_text("utf-8"))
    }
    rijen = _tabelrijen(_deel(HANDLEIDING, "Een beeld delen"))
    assert {woord for rij in rijen for woord in re.findall(r"\w+", rij[0])} == sleutels


def test_elke_stand_staat_in_de_handleiding() -> None:
    rijen = {rij[0]: rij[1] for rij in _tabelrijen(_deel(HANDLEIDING, "De standen"))}
    assert rijen == {stand.woord: stand.symbool for stand in Stand}


def test_elke_zekerheid_staat_bij_de_begrippen() -> None:
    [betekenis] = [rij[1] for rij in _tabelrijen(BEGRIPPEN) if rij[0] == "zekerheid"]
    assert [woord.lower() for woord in re.findall(r"\*(\w+)\*", betekenis)] == list(ZEKERHEDEN)


def test_elk_begrip_staat_er_een_keer_met_betekenis_en_bron() -> None:
    rijen = _tabelrijen(BEGRIPPEN)
    assert [rij for rij in rijen if len(rij) != 3 or not all(rij)] == []
    assert len({rij[0] for rij in rijen}) == len(rijen)


@pytest.mark.parametrize("naam", ["handleiding.md", "begrippen.md", "veiligheid.md"])
def test_nederlandse_tekst_roept_niet(naam: str) -> None:
    assert re.findall(r"!|[\U0001F300-\U0001FAFF]", (DOCS / naam).read_text("utf-8")) == []


def test_elke_test_die_veiligheid_noemt_bestaat() -> None:
    genoemd = re.findall(r"`(test_\w+)`", (DOCS / "veiligheid.md").read_text("utf-8"))
    bestaand = {
        naam
        for pad in (WORTEL / "tests").rglob("test_*.py")
        for naam in re.findall(r"^def (test_\w+)", pad.read_text("utf-8"), re.MULTILINE)
    }
    assert genoemd
    assert set(genoemd) - bestaand == set()


# --- links and decisions ---------------------------------------------------------------------------------------------


def _ankers(tekst: str) -> set[str]:
    """The addresses of the headings, as GitHub makes them."""
    koppen = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", tekst, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


@pytest.mark.parametrize("pad", MARKDOWN, ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_elke_koppeling_komt_ergens_uit(pad: Path) -> None:
    kapot = []
    for doel in re.findall(r"\]\(([^)\s]+)\)", pad.read_text("utf-8")):
        if re.match(r"\w+:", doel):
            continue
        bestand, _, anker = doel.partition("#")
        ander = (pad.parent / bestand).resolve() if bestand else pad
        if not ander.exists() or (anker and anker not in _ankers(ander.read_text("utf-8"))):
            kapot.append(doel)
    assert kapot == []


def test_beslissingen_zijn_doorgenummerd() -> None:
    koppen = [pad.read_text("utf-8").splitlines()[0].removeprefix("# ") for pad in BESLISSINGEN]
    assert [(kop[:4], pad.name[:4]) for kop, pad in zip(koppen, BESLISSINGEN, strict=True)] == [
        (f"{nummer:04d}", f"{nummer:04d}") for nummer in range(1, len(koppen) + 1)
    ]


@pytest.mark.parametrize("pad", BESLISSINGEN, ids=lambda pad: pad.stem)
def test_elke_beslissing_heeft_dezelfde_delen(pad: Path) -> None:
    koppen = re.findall(r"^## (.+)$", pad.read_text("utf-8"), re.MULTILINE)
    assert koppen == ["Context", "Decision", "Consequences", "What would make us change our mind"]
    assert len(pad.read_text("utf-8").splitlines()) <= 30


# --- the examples ----------------------------------------------------------------------------------------------------


def _blokken(deel: str, taal: str) -> list[str]:
    return re.findall(rf"```{taal}\n(.*?)```", _deel(ONTWIKKELEN, deel), re.DOTALL)


def _verhuring(nummer: int, **rij: Any) -> dict[str, Any]:
    gewoon = {
        "corporatie": "CLAVIS",
        "verhuring_id": f"v{nummer}",
        "kern": "Axel",
        "woningtype": "appartement",
        "daeb": True,
        "nieuwbouw": False,
        "contract": "onbepaald",
        "kale_huur": 600.0,
        "model": "aanbod",
        "groep": "regulier",
        "leeftijdsklasse": "30-54",
        "huishoudgrootte": "1",
        "vrije_ruimte": False,
        "upload_id": "u1",
        "bronrij": nummer + 2,
        "fictief": True,
    }
    return gewoon | rij


@pytest.fixture
def opslag(tmp_path: Path) -> str:
    """A store with 2024 and 2026 in Axel: ten lettings each, eight of them regular and from Axel itself."""
    rijen = [
        _verhuring(
            nummer,
            ingangsdatum=dt.date(jaar, 1 + nummer % 12, 1),
            groep="regulier" if nummer % 10 < 8 else "urgent",
            herkomst="zelfde_kern" if nummer % 10 < 8 else "elders",
        )
        for jaar, nummers in ((2024, range(10)), (2026, range(10, 20)))
        for nummer in nummers
    ]
    levering = {"tabel": "verhuringen", "periode_van": dt.date(2024, 1, 1), "periode_tot": dt.date(2026, 12, 31)}
    leveringen = [
        {
            **levering,
            "upload_id": code,
            "corporatie": code,
            "bestand": "x",
            "sha256": "x",
            "rijen": 20,
            "aangeleverd_op": dt.date(2027, 1, 5),
            "aangeleverd_door": "test",
            "fictief": True,
        }
        for code in ("CLAVIS", "WZV")
    ]
    tabellen = {
        "verhuringen": TABELLEN["verhuringen"].arrow(rijen),
        "leveringen": TABELLEN["leveringen"].arrow(leveringen),
    }
    adres = str(tmp_path / "store")
    Opslag(adres).maak().publiceer(alles(tabellen), wie="test", wat="test")
    return adres


def _voeg_toe(map_: Path, bestand: str, tekst: str) -> None:
    """Add the text to a file, unless somebody already did what the documentation says."""
    er_al = (map_ / bestand).read_text("utf-8")
    if tekst not in er_al:
        (map_ / bestand).write_text(er_al + tekst, "utf-8")


@pytest.fixture
def afspraken(tmp_path: Path) -> Path:
    """The agreement, to change."""
    return Path(shutil.copytree(AFSPRAKEN, tmp_path / "afspraken"))


def test_voorbeeld_van_een_indicator_werkt(
    tmp_path: Path, afspraken: Path, opslag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = Path(shutil.copytree(query_map(), tmp_path / "queries"))
    [sql], [tabel], [norm] = (_blokken("Add an indicator", taal) for taal in ("sql", "toml", "csv"))
    (queries / "toewijzing" / "voorbeeld_eigen_kern.sql").write_text(sql, "utf-8")
    _voeg_toe(afspraken, "indicatoren/beschikbaarheid.toml", f"\n{tabel}")
    _voeg_toe(afspraken, "normen.csv", norm)

    monkeypatch.setattr("dashboard.monitor.bron.query_map", lambda: queries)
    monitor = open_monitor(map_=afspraken, adres=opslag)
    nieuw: Indicator = monitor.overeenkomst.indicator["voorbeeld_eigen_kern"]

    assert _queries(queries)["toewijzing/voorbeeld_eigen_kern"].vraag in sql
    assert [(w.jaar, w.waarde, w.teller, w.noemer) for w in monitor.waarnemingen(nieuw, "gemeente")] == [
        (2024, 0.8, 8, 10),
        (2026, 0.8, 8, 10),
    ]
    assert _stand(monitor, "voorbeeld-eigen-kern", 2026) == (Stand.OP_SCHEMA, None)


def test_voorbeeld_van_een_besluit_werkt(afspraken: Path, opslag: str) -> None:
    voor = _stand(open_monitor(map_=afspraken, adres=opslag), "1.1.14-kern", 2024)
    [regel] = _blokken("Record a decision", "csv")
    _voeg_toe(afspraken, "normen.csv", regel)
    monitor = open_monitor(map_=afspraken, adres=opslag)

    assert voor == (Stand.GEEN_NORM, Stand.OP_SCHEMA)
    assert _stand(monitor, "1.1.14-kern", 2024) == (Stand.OP_SCHEMA, None)
    assert _stand(monitor, "1.1.14-kern", 2026) == (Stand.GEEN_NORM, Stand.OP_SCHEMA)


def _stand(monitor: Monitor, norm: str, jaar: int) -> tuple[Stand, Stand | None]:
    """The official and the indicative stand of a norm in Axel."""
    [oordeel] = [
        oordeel
        for oordeel in monitor.oordelen
        if (oordeel.norm.norm, oordeel.waarneming.jaar, oordeel.waarneming.kern) == (norm, jaar, "Axel")
    ]
    return oordeel.stand, oordeel.indicatief


def test_elke_regel_van_een_voorbeeld_past_in_zijn_bestand() -> None:
    kop = {tabel.naam: len(tabel.namen) for tabel in AFSPRAAK_TABELLEN}
    [norm] = (next(csv.reader([blok])) for blok in _blokken("Add an indicator", "csv"))
    [besluit] = (next(csv.reader([blok])) for blok in _blokken("Record a decision", "csv"))
    assert (len(norm), len(besluit)) == (kop["normen"], kop["normen"])


def test_readme_noemt_de_licentie_van_het_pakket() -> None:
    assert PROJECT["license"].replace("-", " ") in (WORTEL / "README.md").read_text("utf-8")


def test_wijzigingen_noemen_de_versie_van_het_pakket() -> None:
    koppen = re.findall(r"^## (.+)$", (WORTEL / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    uitgebracht = [kop for kop in koppen if kop != "Nog niet uitgebracht"]
    assert re.fullmatch(rf"{re.escape(PROJECT['version'])} \(20\d\d-\d\d-\d\d\)", uitgebracht[0])
