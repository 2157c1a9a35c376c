"""Every page on every kind of store: it opens, it says where its figures come from, and it never shows an error."""

from __future__ import annotations

import pytest

from dashboard.tabellen.contracten import TABELLEN

THEMAS = ("beschikbaarheid", "duurzaamheid", "wonen-en-zorg", "leefbaarheid", "samenwerking")
DELEN = ("Publicaties", "Leveringen", "Definities", "Kwaliteit", "Planning")
PAGINAS = [
    ("", {}),
    *((slug, {}) for slug in THEMAS),
    ("kaart", {}),
    ("kern", {}),
    ("kern", {"kern": "Sas van Gent"}),
    ("corporatie", {}),
    ("corporatie", {"corporatie": "CLAVIS"}),
    ("afspraken", {}),
    ("afspraken", {"afspraak": "1.1.14"}),
    ("vergelijken", {}),
    *(("gegevens", {"deel": deel}) for deel in DELEN),
    *(("aanleveren", {"aanleverdeel": deel}) for deel in ("Bestand aanleveren", "Zelf invullen", "Geschiedenis")),
]
NAMEN = [" ".join([pad or "overzicht", *vraag.values()]) for pad, vraag in PAGINAS]
OPSLAGEN = ["vol", "leeg", *(f"zonder {naam}" for naam in TABELLEN)]


# The store is the outer loop: opening one costs more than a page, and the next page finds it open.
@pytest.mark.parametrize(("pad", "vraag"), PAGINAS, ids=NAMEN)
@pytest.mark.parametrize("naam", OPSLAGEN)
def test_pagina_opent_op_elke_opslag(open_pagina, opslag, naam, pad, vraag):
    scherm = open_pagina(pad, store=opslag(naam), **vraag)

    assert list(scherm.at.exception) == []
    assert list(scherm.at.error) == []
    assert scherm.kop
    if naam == "leeg":
        assert scherm.balk == ["Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."]
    else:
        stand = "bestuurlijk overleg oktober 2026 (publicatie 3)" if naam == "vol" else f"proef {naam} (publicatie 1)"
        assert f"Stand: {stand}" in scherm.balk
        # Also without its list of deliveries: the rows themselves say that they are invented.
        assert scherm.balk[0] == "Verzonnen voorbeeldgegevens (fictief)"
