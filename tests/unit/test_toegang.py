"""Who may come in, judged on the head of a request. Real attacks on a running server are in tests/browser/test_aanvallen.py."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from urllib.parse import urlparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.basis.instellingen import WORTEL, InstellingFout
from dashboard.web.toegang import Adres, Toegang, als_herkomst, lees_adres, namen_van_instelling

TOEGANG = Toegang(["monitor.nl", "localhost", "127.0.0.1", "::1"])


def _status(pad: str = "/", methode: str = "GET", *, bij: Toegang = TOEGANG, **koppen: str | list[str]) -> int:
    """The status of the refusal; 0 when the request may come in. A header that is a list comes more than once."""
    koppen = {"host": "monitor.nl"} | koppen
    paren = [
        (naam.replace("_", "-").encode(), waarde.encode("latin-1"))
        for naam, waarden in koppen.items()
        for waarde in ([waarden] if isinstance(waarden, str) else waarden)
    ]
    soort = {"type": "websocket"} if methode == "WEBSOCKET" else {"type": "http", "method": methode}
    weigering = bij.oordeel(soort | {"path": pad, "headers": paren})
    return weigering.status if weigering else 0


@pytest.mark.parametrize(
    ("host", "adres"),
    [
        ("monitor.nl", Adres("monitor.nl", "")),
        ("Monitor.NL.:8501", Adres("monitor.nl", "8501")),
        ("[::1]:8501", Adres("::1", "8501")),
        ("[0:0:0:0:0:0:0:1]", Adres("::1", "")),
        ("[::FFFF:7f00:1]", Adres("::ffff:7f00:1", "")),
        *[
            (fout, None)
            for fout in (
                *(
                    "",
                    ".",
                    ":8501",
                    "monitor.nl:",
                    "monitor.nl:850100",
                    "monitor.nl:a",
                    "::1",
                    "[::1",
                    "[1]",
                    "[::1]8501",
                ),
                *(
                    "monitor.nl, evil.example",
                    "evil.example@monitor.nl",
                    "monitor.nl/",
                    "monitor.nl\n",
                    "mönitor.nl",
                    " monitor.nl",
                ),
            )
        ],
    ],
)
def test_een_host_is_een_naam_met_een_poort_en_anders_niets(host, adres):
    assert lees_adres(host) == adres


@pytest.mark.parametrize(
    "host", ["monitor.nl", "MONITOR.nl.", "monitor.nl:1", "localhost:8501", "127.0.0.1", "[::1]:8501"]
)
def test_wie_onder_een_toegelaten_naam_komt_mag_erin(host):
    assert _status(host=host) == 0


@pytest.mark.parametrize(
    "host", ["evil.example", "monitor.nl.evil.example", "evilmonitor.nl", "127.0.0.2", "[::2]", "0.0.0.0"]
)
def test_een_andere_naam_wordt_geweigerd(host):
    assert _status(host=host) == _status(host=host, origin=f"http://{host}") == 421


@pytest.mark.parametrize(
    "host", [[], ["monitor.nl", "monitor.nl"], ["monitor.nl", "evil.example"], "monitor.nl,evil.example"]
)
def test_niet_eenduidig_is_geen_naam(host):
    assert _status(host=host) == 400


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("monitor.nl:8501", "http://monitor.nl:8501", 0),
        ("monitor.nl", "https://monitor.nl", 0),  # a proxy with https in front
        ("monitor.nl:443", "https://Monitor.nl", 0),
        ("monitor.nl", "http://monitor.nl:80", 0),
        ("[::1]:8501", "http://[0:0::1]:8501", 0),
        ("monitor.nl:8501", "http://monitor.nl", 403),
        ("monitor.nl:8501", "http://monitor.nl:8502", 403),
        ("monitor.nl", "http://monitor.nl:8501", 403),
        ("localhost:8501", "http://127.0.0.1:8501", 403),
        ("monitor.nl", "https://evil.example", 403),
        ("monitor.nl", "https://monitor.nl.evil.example", 403),
        ("monitor.nl", "https://monitor.nl@evil.example", 403),
        ("monitor.nl", "https://evil.example/monitor.nl", 403),
        ("monitor.nl", "file://monitor.nl", 403),
        ("monitor.nl", "null", 403),
        ("monitor.nl", "", 403),
        ("monitor.nl", ["https://monitor.nl", "https://monitor.nl"], 403),
        ("monitor.nl", ["https://monitor.nl", "https://evil.example"], 403),
    ],
)
def test_een_pagina_elders_mag_niets_vragen(host, origin, status):
    assert _status("/", "GET", host=host, origin=origin) == status
    assert _status("/_stcore/stream", "WEBSOCKET", host=host, origin=origin) == status
    assert _status("/_stcore/upload_file/s/f", "PUT", host=host, origin=origin) == status


@pytest.mark.parametrize(
    ("pad", "methode"), [("stream", "WEBSOCKET"), ("upload_file/s/f", "PUT"), ("upload_file/s/f", "DELETE")]
)
def test_wie_iets_verandert_zegt_waar_hij_vandaan_komt(pad, methode):
    assert _status(f"/_stcore/{pad}", methode) == 403
    assert _status(f"/_stcore/{pad}", methode, origin="https://monitor.nl") == 0


@pytest.mark.parametrize(
    ("koppen", "status"),
    [
        ({}, 0),
        ({"sec_fetch_site": "same-origin", "sec_fetch_mode": "cors"}, 0),
        ({"sec_fetch_site": "none", "sec_fetch_mode": "navigate"}, 0),
        ({"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}, 0),  # a link in a mail
        ({"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"}, 403),
        ({"sec_fetch_site": "same-site", "sec_fetch_mode": "no-cors"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": ["same-origin", "cross-site"], "sec_fetch_mode": "cors"}, 403),
    ],
)
def test_een_koppeling_van_elders_mag_een_plaatje_van_elders_niet(koppen, status):
    assert _status(**koppen) == status


@pytest.mark.parametrize("basis", ["", "monitor", "/a/monitor/"])
def test_open_is_wat_een_pagina_nodig_heeft(basis):
    bij = Toegang(["monitor.nl"], basis)
    onder = f"/{basis.strip('/')}".rstrip("/")
    eigen = {"origin": "https://monitor.nl"}

    for pad in ("/", "/kaart", "/a/b/c", "/favicon.png", "/static/js/index.js", "/media/x.csv", "/_stcore/health"):
        assert [_status(onder + pad, methode, bij=bij, **eigen) for methode in ("GET", "HEAD")] == [0, 0], pad
        assert {_status(onder + pad, m, bij=bij, **eigen) for m in ("POST", "PUT", "DELETE", "OPTIONS", "X")} == {
            405
        }, pad
        assert _status(onder + pad, "WEBSOCKET", bij=bij, **eigen) == 405
    assert _status(f"{onder}/_stcore/upload_file/s/f", "GET", bij=bij) == 405
    assert _status(f"{onder}/_stcore/stream", "GET", bij=bij) == 405


@pytest.mark.parametrize(
    "pad",
    [
        *(
            "/_stcore/metrics",
            "/_stcore/metrics/",
            "//_stcore/metrics",
            "/_stcore//metrics",
            "/kaart/_stcore/metrics",
            "/_stcore",
        ),
        *(
            "/_stcore/upload_file",
            "/_stcore/upload_file/s",
            "/_stcore/upload_file/s/f/x",
            "/_stcore/health/x",
            "/component/a/b",
        ),
        *(
            "/_stcore/agent/mcp",
            "/_stcore/bidi-components/a/b",
            "/auth/login",
            "/oauth2callback",
            "/_stcore/script-health-check",
        ),
    ],
)
def test_al_het_andere_van_streamlit_is_dicht(pad):
    herkomst = "https://monitor.nl"
    methoden = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "WEBSOCKET")

    assert {_status(pad, methode, origin=herkomst) for methode in methoden} == {404}


def test_geen_weg_van_streamlit_is_open_zonder_dat_wij_dat_zeggen():
    """Of the version that is installed: one that opens something new makes this test fail."""
    script = (
        "import json, app\n"
        "wegen = app.app._build_starlette_app().routes\n"
        "print(json.dumps([[w.path, sorted(getattr(w, 'methods', None) or ['WEBSOCKET'])] for w in wegen if w.path]))\n"
    )
    antwoord = subprocess.run(
        [sys.executable, "-c", script],
        cwd=WORTEL,
        env=os.environ | {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"},
        capture_output=True,
        text=True,
        check=True,
    )
    wegen = json.loads(antwoord.stdout.splitlines()[-1])

    eigen = {"origin": "https://monitor.nl"}
    open_ = {
        (pad, methode)
        for pad, methoden in wegen
        for methode in methoden
        if not _status(pad.replace("{file_id:path}", "f").replace("{path:path}", "a/b"), methode, **eigen)
    }
    assert len(wegen) > 20
    assert open_ == {
        *(("/_stcore/health", methode) for methode in ("GET", "HEAD")),
        *(("/_stcore/host-config", methode) for methode in ("GET", "HEAD")),
        *(("/media/{file_id:path}", methode) for methode in ("GET", "HEAD")),
        *(("/_stcore/upload_file/{session_id}/{file_id}", methode) for methode in ("PUT", "DELETE")),
        ("/_stcore/stream", "WEBSOCKET"),
    }


@given(
    host=st.sampled_from(["monitor.nl", "MONITOR.nl.", "monitor.nl:443", "monitor.nl:80", "[::1]:8501", "[0::1]:8501"]),
    origin=st.sampled_from(["http", "https", "HTTP", "file"]).flatmap(
        lambda schema: st.sampled_from(
            ["monitor.nl", "Monitor.nl", "monitor.nl.", "monitor.nl:443", "monitor.nl:80", "[::1]:8501", "evil.example"]
        ).map(lambda naam: f"{schema}://{naam}")
    ),
)
def test_wat_erin_mag_laat_streamlit_niets_meer_te_vragen(host, origin):
    """Streamlit asks a server outside as soon as the two differ by a letter."""
    if _status("/_stcore/stream", "WEBSOCKET", host=host, origin=origin) == 0:
        gegeven = dict(als_herkomst([(b"host", host.encode()), (b"origin", origin.encode())]))

        assert urlparse(gegeven[b"origin"].decode()).netloc == gegeven[b"host"].decode()


def test_de_instelling_noemt_namen(monkeypatch):
    assert namen_van_instelling() == ["localhost", "127.0.0.1", "::1"]

    monkeypatch.setenv("MONITOR_HOSTS", "Monitor.Gemeente.nl., [0::1],10.0.0.5")
    assert namen_van_instelling() == ["monitor.gemeente.nl", "::1", "10.0.0.5"]


@pytest.mark.parametrize(
    ("waarde", "gevonden"),
    [
        ("*", "*"),
        ("a.nl, *.b.nl", "*.b.nl"),
        ("a.nl:8501", "a.nl:8501"),
        ("a.nl,", ""),
        ("https://a.nl", "https://a.nl"),
    ],
)
def test_een_instelling_die_geen_naam_is_wordt_gezegd(monkeypatch, waarde, gevonden):
    monkeypatch.setenv("MONITOR_HOSTS", waarde)

    with pytest.raises(InstellingFout) as fout:
        namen_van_instelling()
    assert str(fout.value) == (
        "instelling MONITOR_HOSTS: verwacht namen met komma's ertussen, zonder poort en zonder *; "
        f"gevonden: '{gevonden}'"
    )
