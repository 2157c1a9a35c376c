"""The front door: what leaves the server before any page is drawn."""

from __future__ import annotations

import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import brotli
import pytest

from dashboard.web import CSP
from dashboard.weergave.eerste_pagina import STIJL

PAGINAS = ["/", "/beschikbaarheid", "/afspraken?afspraak=1.1.14", "/vergelijken", "/gegevens"]


@pytest.fixture
def vraag(server):
    """Ask for an address as a client of its own would, without anything that decodes the answer."""
    verbinding = HTTPConnection(urlsplit(server.url).netloc)

    def _vraag(pad: str, methode: str = "GET", **koppen: str) -> tuple[HTTPResponse, bytes]:
        verbinding.request(methode, pad, headers={naam.replace("_", "-"): waarde for naam, waarde in koppen.items()})
        antwoord = verbinding.getresponse()
        return antwoord, antwoord.read()

    yield _vraag
    verbinding.close()


@pytest.fixture
def bundels(vraag):
    """The scripts and styles that the first page asks for."""
    pagina = vraag("/")[1].decode()
    gevonden = set(re.findall(r'(?:src|href)="\./?(/?static/(?:js|css)/[^"]+)"', pagina))
    assert len(gevonden) >= 2
    return sorted("/" + pad.lstrip("/") for pad in gevonden)


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_is_nederlands_opgemaakt_en_beveiligd(vraag, pad):
    antwoord, inhoud = vraag(pad, Accept_Encoding="gzip, br")

    pagina = inhoud.decode()
    assert antwoord.status == 200
    assert pagina.count('<html lang="nl"') == 1
    assert 'lang="en"' not in pagina
    assert pagina.index(STIJL) < pagina.index("</head>")
    assert antwoord.getheader("content-security-policy") == CSP
    assert antwoord.getheader("x-content-type-options") == "nosniff"
    assert antwoord.getheader("referrer-policy") == "same-origin"
    assert antwoord.getheader("content-encoding") is None
    assert int(antwoord.getheader("content-length")) == len(inhoud)


@pytest.mark.parametrize(("pad", "omhoog"), [("/pages/thema", "../"), ("/a/b/c?stand=2", "../../")])
def test_een_adres_onder_een_pagina_leidt_naar_het_overzicht(vraag, pad, omhoog):
    """Streamlit would answer it with a page that stays blank. Relative, so that it works behind any prefix."""
    antwoord, _ = vraag(pad)

    assert (antwoord.status, antwoord.getheader("location")) == (307, omhoog)
    assert antwoord.getheader("content-security-policy") == CSP


def test_het_beleid_staat_geen_ander_adres_toe():
    bronnen = {deel for regel in CSP.split(";") for deel in regel.split()[1:]}

    assert bronnen == {"'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", "'none'", "data:", "blob:", "ws:", "wss:"}


@pytest.mark.parametrize("pad", ["/_stcore/health", "/static/bestaat-niet.js", "/_stcore/bestaat-niet"])
def test_ook_wat_geen_pagina_is_is_beveiligd(vraag, pad):
    assert vraag(pad)[0].getheader("content-security-policy") == CSP


def test_bundels_zijn_ingepakt_voor_wie_dat_vraagt(vraag, bundels):
    totaal = ingepakt = 0
    for pad in bundels:
        kaal, inhoud = vraag(pad)
        antwoord, pakket = vraag(pad, Accept_Encoding="gzip, deflate, br, zstd")
        assert (kaal.status, kaal.getheader("content-encoding")) == (200, None), pad
        assert antwoord.status == 200
        assert antwoord.getheader("content-type") == kaal.getheader("content-type")
        assert int(antwoord.getheader("content-length")) == len(pakket)
        if len(inhoud) <= 1_000:  # not worth it
            assert (antwoord.getheader("content-encoding"), pakket) == (None, inhoud), pad
        else:
            assert antwoord.getheader("content-encoding") == "br", pad
            assert antwoord.getheader("vary") == "accept-encoding"
            assert brotli.decompress(pakket) == inhoud, pad
        totaal, ingepakt = totaal + len(inhoud), ingepakt + len(pakket)

    assert totaal > 1_000_000
    assert ingepakt < totaal / 3


def test_bundels_blijven_heel_voor_wie_niet_kan_uitpakken(vraag, bundels):
    for soort in ("gzip", "identity", ""):
        assert vraag(bundels[0], Accept_Encoding=soort)[0].getheader("content-encoding") is None


def test_een_deel_van_een_bundel_is_een_deel_van_de_hele(vraag, bundels):
    heel = vraag(bundels[0])[1]

    antwoord, deel = vraag(bundels[0], Accept_Encoding="br", Range="bytes=10-109")

    assert (antwoord.status, antwoord.getheader("content-encoding")) == (206, None)
    assert deel == heel[10:110]


def test_de_browser_mag_een_bundel_bewaren_maar_geen_pagina(vraag, bundels):
    """A page that a browser holds on to would keep the style of before an update."""
    merk = vraag(bundels[0])[0].getheader("etag")
    assert vraag(bundels[0], If_None_Match=merk)[0].status == 304

    pagina = vraag("/")[1]
    for koppen in (
        {"If_None_Match": "*"},
        {"If_None_Match": merk},
        {"If_Modified_Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
    ):
        antwoord, inhoud = vraag("/", **koppen)
        assert antwoord.status == 200
        assert inhoud == pagina
        assert antwoord.getheader("etag") is None
        assert antwoord.getheader("last-modified") is None


def test_head_belooft_geen_andere_lengte_dan_get_geeft(vraag):
    antwoord, inhoud = vraag("/", "HEAD")

    assert inhoud == b""
    assert antwoord.status in {200, 405}
