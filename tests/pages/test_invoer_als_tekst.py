"""Whatever stands in an upload is text: no markup, no Markdown, nothing that a reader's browser would fetch or run."""

from __future__ import annotations

import re

import pytest

from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import TABELLEN

GIF = (
    "<script>alert(1)</script> <img src=http://kwaad.invalid/a.png onerror=alert(2)> "
    "![x](http://kwaad.invalid/b.png) **vet** [klik](javascript:alert(3)) $x^2$ :red[rood] \"'&amp;"
)
PAGINAS = [
    ("", {}),
    ("beschikbaarheid", {}),
    ("leefbaarheid", {}),
    ("afspraken", {}),
    ("afspraken", {"afspraak": "4.10"}),
    *(("gegevens", {"deel": deel}) for deel in ("Publicaties", "Leveringen", "Kwaliteit")),
]
# Free text in a table that Streamlit would read as Markdown, if a page gave it the chance.
MARKDOWN = re.compile(r"kwaad\.invalid|javascript:|:red\[")


@pytest.fixture(scope="module")
def vergiftigd(demo_store, tmp_path_factory):
    """The newest example data with the poison in every free text that somebody outside can write."""
    demo = Opslag(demo_store)
    tabellen = demo.tabellen(demo.publicatie())
    vrij = {
        "actiestatus": ("toelichting", "oorzaak", "gevolg", "bijsturing", "besluit_gevraagd", "gemeld_door"),
        "leveringen": ("bestand", "aangeleverd_door"),
        "verhuringen": ("wijk",),
    }
    for naam, kolommen in vrij.items():
        rijen = [rij | {kolom: GIF for kolom in kolommen if rij[kolom]} for rij in tabellen[naam].to_pylist()]
        tabellen[naam] = TABELLEN[naam].arrow(rijen)
    adres = str(tmp_path_factory.mktemp("gif") / "store")
    opslag = Opslag(adres).maak()
    for stand in ("eerder", GIF):
        opslag.publiceer(alles(tabellen), wie=GIF, wat=GIF, waarom=GIF, stand=stand)
    return adres


@pytest.mark.parametrize(("pad", "vraag"), PAGINAS, ids=[" ".join([p or "overzicht", *v.values()]) for p, v in PAGINAS])
def test_aangeleverde_tekst_wordt_getoond_en_niet_uitgevoerd(open_pagina, vergiftigd, pad, vraag):
    scherm = open_pagina(pad, store=vergiftigd, **vraag)

    assert list(scherm.at.exception) == []
    html = scherm.html
    assert [element.tag for element in html.iter() if element.tag in {"script", "img", "iframe", "svg", "style"}] == []
    assert [naam for element in html.iter() for naam in element.keys() if naam.startswith("on")] == []  # noqa: SIM118
    assert [a.get("href") for a in html.iter("a") if not re.match(r"(\./|[a-z-]+)(\?|$)", a.get("href", ""))] == []
    # The name of the stand is on every page: exactly as it was typed, and once more in the list of standen.
    assert f"Stand: {' '.join(GIF.split())} (publicatie 2)" in scherm.balk
    assert [met for met in _markdown(scherm.at) if MARKDOWN.search(met)] == []


def test_elk_veld_van_een_melding_is_tekst(open_pagina, vergiftigd):
    scherm = open_pagina("afspraken", store=vergiftigd, afspraak="4.10")

    [uitleg] = [deel for deel in scherm.alle("mp-uitleg") if deel[0].text == "Toelichting"]
    assert [deel.text for deel in uitleg] == [
        *("Toelichting", GIF, "Oorzaak", GIF, "Gevolg", GIF, "Bijsturing", GIF, "Besluit gevraagd", GIF)
    ]


def test_een_gevraagd_besluit_is_tekst_in_de_aandachtspunten(open_pagina, vergiftigd):
    scherm = open_pagina(store=vergiftigd, punten="alle")
    teksten = ["".join(deel.itertext()) for deel in scherm.html.iter("li")]

    [punt] = [tekst for tekst in teksten if tekst.startswith("4.10 ")]
    assert punt == f"4.10 Digitaal wijkplatformGevraagd besluit: {GIF}. Gemeld als achter op schema. {GIF}."


def _markdown(at):
    """Everything on the page that Streamlit reads as Markdown: texts, messages, labels and explanations."""
    for soort in ("markdown", "caption", "title", "header", "subheader", "error", "warning", "info", "success"):
        yield from (element.value for element in at.get(soort))
    for soort in ("selectbox", "multiselect", "expander", "tab", "button_group"):
        for element in at.get(soort):
            yield element.proto.label
            yield getattr(element.proto, "help", "")
