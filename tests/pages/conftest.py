"""The pages as Streamlit runs them, without a browser: which stores there are, how to open a page, how to read it.

A page is always reached through `start.py`, as in the server; its address is asked for on the very first run, because
that is what a shared link does.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.element_tree import ElementTree
from streamlit.util import calc_hash

from dashboard.basis.instellingen import WORTEL
from dashboard.monitor import Monitor
from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from dashboard.weergave import grafiek

# AppTest reads what every installed package says of itself, at every run, in search of components. What is installed stays
# the same while these tests run, so once will do.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)

# AppTest looks a thousand times per second whether a page has run. It is enough to wait for the thread that it runs in, and
# then to look; a page that still runs after its time is ended as always.
_kijk = local_script_runner.require_widgets_deltas


def _wacht_op_draad(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
    assert runner._script_thread is not None
    runner._script_thread.join(timeout)
    _kijk(runner, 1)


local_script_runner.require_widgets_deltas = _wacht_op_draad

# No browser here needs a moment to draw what it has.
grafiek._PAUZE = 0

START = WORTEL / "src" / "dashboard" / "start.py"
AFSPRAKEN = WORTEL / "data" / "afspraken"
_BLOKKEN = frozenset(
    (
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "li",
        "p",
        "section",
        "small",
        "table",
        "td",
        "th",
        "tr",
    )
)
_ZONDER_EINDE = {"br", "hr", "img", "input", "link", "meta"}
# The first run in a process imports pandas and opens a store; a slow machine may take its time, a hanging page may not.
_GEDULD = 120


class _Boom(HTMLParser):
    """HTML as a tree; an element that is not closed where it should be is an error, because a browser would guess."""

    def __init__(self) -> None:
        super().__init__()
        self._bouw = ET.TreeBuilder()
        self._open: list[str] = []
        self.handle_starttag("geheel", [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._bouw.start(tag, {naam: waarde or "" for naam, waarde in attrs})
        if tag in _ZONDER_EINDE:
            self._bouw.end(tag)
        else:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._bouw.end(tag)

    def handle_data(self, data: str) -> None:
        self._bouw.data(data)

    def klaar(self) -> ET.Element:
        self.close()
        self.handle_endtag("geheel")
        return self._bouw.close()


def lees_html(tekst: str) -> ET.Element:
    """HTML as a tree, with one element around it."""
    boom = _Boom()
    boom.feed(tekst)
    return boom.klaar()


def woorden(element: ET.Element | None) -> str:
    """The text of an element as a reader sees it: blocks apart, white space counted once, a thin space left as it is."""
    assert element is not None
    return " ".join(deel for deel in re.split(r"[ \n]+", _ruw(element)) if deel)


def _ruw(element: ET.Element) -> str:
    tekst = (element.text or "") + "".join(_ruw(deel) + (deel.tail or "") for deel in element)
    return f" {tekst} " if element.tag in _BLOKKEN or element.get("class") == "mp-tegen" else tekst


def zonder_markdown(tekst: str) -> str:
    """What a reader sees of a Markdown text in which every sign is escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", tekst)


@dataclass
class Scherm:
    """A page after it ran."""

    at: AppTest
    _gelezen: tuple[ElementTree, ET.Element] | None = None

    @property
    def html(self) -> ET.Element:
        """The title where Streamlit shows it itself, and everything that the page wrote as HTML, in order."""
        if self._gelezen is None or self._gelezen[0] is not self.at._tree:  # read once for every run
            self._gelezen = self.at._tree, self._lees_html()
        return self._gelezen[1]

    def _lees_html(self) -> ET.Element:
        titels = "".join(f"<h1>{escape(zonder_markdown(titel.value))}</h1>" for titel in self.at.main.title)
        return lees_html(titels + "".join(deel.proto.body for deel in self.at.main.get("html")))

    @property
    def kop(self) -> str:
        """The sentence that answers the page's question; a page has exactly one."""
        [kop] = self.html.iter("h1")
        return woorden(kop)

    @property
    def tekst(self) -> str:
        return woorden(self.html)

    @property
    def balk(self) -> list[str]:
        """What the figures rest on, part by part."""
        return [woorden(deel) for deel in self.een("mp-balk")]

    @property
    def tegels(self) -> list[ET.Element]:
        return self.alle("mp-tegel")

    def tegel(self, titel: str) -> str:
        """The whole text of the tile with this label."""
        [gevonden] = [tegel for tegel in self.tegels if woorden(tegel[0]) == titel]
        return woorden(gevonden)

    def alle(self, klasse: str) -> list[ET.Element]:
        """Every element of a class, in order."""
        return [deel for deel in self.html.iter() if klasse in deel.get("class", "").split()]

    def een(self, klasse: str) -> ET.Element:
        [gevonden] = self.alle(klasse)
        return gevonden

    @property
    def tabellen(self) -> list[list[list[str]]]:
        """The tables of the page, headings included, as texts."""
        return [lees_tabel(tabel) for tabel in self.html.iter("table")]

    def tabel(self, nummer: int = 0) -> list[list[str]]:
        """One of them."""
        return self.tabellen[nummer]

    @property
    def grafieken(self) -> list[Any]:
        return [deel.proto for deel in self.at.main.get("plotly_chart")]


def lees_tabel(tabel: ET.Element) -> list[list[str]]:
    """The rows of a table as texts."""
    return [[woorden(cel) for cel in rij] for rij in tabel.iter("tr")]


@pytest.fixture(scope="session")
def demo_store(demo_store: Path) -> str:
    """The address of the example data, as `make run` builds them."""
    return str(demo_store)


@pytest.fixture(scope="session")
def opslag(demo_store: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The address of a store: `vol`, `leeg`, or the newest example data without one table: `zonder verhuringen`."""
    leeg = Opslag(str(tmp_path_factory.mktemp("pages") / "leeg")).maak()
    gemaakt = {"vol": demo_store, "leeg": leeg.adres}

    def _opslag(naam: str) -> str:
        if naam not in gemaakt:
            weg = naam.removeprefix("zonder ")
            assert weg in TABELLEN
            demo = Opslag(demo_store)
            tabellen = demo.tabellen(demo.publicatie())
            geleverd = tabellen[LEVERINGEN.naam]
            if weg != LEVERINGEN.naam:
                over = [rij for rij in geleverd.to_pylist() if rij["tabel"] != weg]
                tabellen[LEVERINGEN.naam] = LEVERINGEN.arrow(over)
            del tabellen[weg]
            adres = str(tmp_path_factory.mktemp("pages") / weg)
            Opslag(adres).maak().publiceer(alles(tabellen), wie="test", wat=naam, stand=f"proef {naam}")
            gemaakt[naam] = adres
        return gemaakt[naam]

    return _opslag


@pytest.fixture(scope="session")
def demo(open_demo: Callable[..., Monitor]) -> Monitor:
    """The newest example data, asked past the pages."""
    return open_demo()


@pytest.fixture
def open_pagina(monkeypatch: pytest.MonkeyPatch, demo_store: str) -> Iterator[Callable[..., Scherm]]:
    """Open the page at an address ("" is the overview) as the first thing a new visitor does."""

    def _open_pagina(pad: str = "", *, store: str | None = None, **vraag: Any) -> Scherm:
        """`vraag` stands in the URL."""
        monkeypatch.setenv("MONITOR_DATA", store or demo_store)
        at = AppTest.from_file(START, default_timeout=_GEDULD)
        at._page_hash = calc_hash(pad)
        at.query_params.update(vraag)
        return Scherm(at.run())

    return _open_pagina


@pytest.fixture(scope="session")
def lees() -> Callable[[ET.Element], str]:
    """The text of an element of a page."""
    return woorden


@pytest.fixture(scope="session")
def eigen_opslag(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """A store with only the given rows, in one publication; columns left out get an ordinary value. A file that only reads
    it fills it once: the publication then stays open from one test to the next.
    """

    def _eigen_opslag(stand: str = "proef", **rijen: list[dict[str, Any]]) -> str:
        adres = str(tmp_path_factory.mktemp("eigen") / "opslag")
        tabellen = {naam: TABELLEN[naam].arrow([_gewoon(naam) | rij for rij in eigen]) for naam, eigen in rijen.items()}
        Opslag(adres).maak().publiceer(alles(tabellen), wie="test", wat="proef", stand=stand)
        return adres

    return _eigen_opslag


def _gewoon(tabel: str) -> dict[str, Any]:
    eenvoudig = {"tekst": "x", "geheel": 1, "decimaal": 1.0, "datum": None, "ja_nee": False}
    return {
        kolom.naam: None if not kolom.verplicht else kolom.waarden[0] if kolom.waarden else eenvoudig[kolom.type]
        for kolom in TABELLEN[tabel].kolommen
    }
