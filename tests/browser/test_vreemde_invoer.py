"""Text from an upload in a real browser: shown as it was typed, nothing fetched, nothing run.

What goes to the browser is tested with the pages; this is about what the browser, and Streamlit's code in it, do with
it. That nothing was asked from outside is checked after every test.
"""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from dashboard.store import Opslag, alles
from dashboard.tabellen.contracten import ACTIESTATUS

VREEMD = (
    "<script>document.title = 'gekaapt'</script><img src=http://kwaad.invalid/a.png onerror=\"document.title='gekaapt'\">"
    " ![x](http://kwaad.invalid/b.png) **vet** [klik](http://kwaad.invalid) $x^2$ :red[rood]"
)
VELDEN = ("toelichting", "oorzaak", "gevolg", "bijsturing", "besluit_gevraagd", "gemeld_door")


@pytest.fixture(scope="module")
def vreemde_server(demo_store, tmp_path_factory, nog_een_server):
    """A server on the example data in which every report, and the name of each stand, tries to be more than text."""
    map_ = tmp_path_factory.mktemp("vreemd")
    demo = Opslag(str(demo_store))
    tabellen = demo.tabellen(demo.publicatie())
    rijen = [rij | {veld: VREEMD for veld in VELDEN if rij[veld]} for rij in tabellen[ACTIESTATUS.naam].to_pylist()]
    tabellen[ACTIESTATUS.naam] = ACTIESTATUS.arrow(rijen)
    opslag = Opslag(str(map_ / "store")).maak()
    for nummer in (1, 2):
        opslag.publiceer(alles(tabellen), wie=VREEMD, wat=VREEMD, stand=f"{nummer} {VREEMD}")
    with nog_een_server(MONITOR_DATA=str(map_ / "store")) as server:
        yield server


def test_vreemde_tekst_is_alleen_tekst(page, open_pagina, vreemde_server):
    for pad in ("/", "/leefbaarheid", "/afspraken?afspraak=4.10", "/gegevens", "/gegevens?stand=1"):
        open_pagina(pad, bij=vreemde_server)

        assert page.locator(".mp-balk").inner_text().count(VREEMD) == 1, pad
        assert page.title() != "gekaapt"
        assert page.locator("img, a[href*=kwaad], [data-testid=stMain] script, .katex").count() == 0


def test_vreemde_tekst_in_de_titel_is_alleen_tekst(page, open_pagina, vreemde_server):
    for pad, begin in (("/vergelijken", "Van 1 "), (f"/kern?{urlencode({'kern': VREEMD})}", "‘")):
        open_pagina(pad, bij=vreemde_server)

        assert page.locator("h1").inner_text().startswith(begin + VREEMD), pad
        assert page.title() != "gekaapt"
        assert page.locator("img, a[href*=kwaad], [data-testid=stMain] script, .katex").count() == 0


def test_vreemde_tekst_in_een_lijst_is_alleen_tekst(page, open_pagina, vreemde_server):
    open_pagina("/", bij=vreemde_server)

    page.get_by_role("combobox", name="Stand van").click()
    page.get_by_role("option").first.wait_for()

    assert page.get_by_role("option").all_inner_texts() == [
        "nieuwste publicatie",
        f"2: 2 {VREEMD}",
        f"1: 1 {VREEMD}",
    ]
    assert page.locator("img, a[href*=kwaad], .katex").count() == 0
