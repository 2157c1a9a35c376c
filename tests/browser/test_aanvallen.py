"""The front door under attack: a real server, over real sockets, asked what a hostile page or a stranger would ask.

docs/veiligheid.md names these tests. The table of all names, origins and paths is in tests/unit/test_toegang.py.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from bench.server import WORTEL, clean_environment, free_port
from dashboard.web import CSP
from tests.browser.conftest import MENU, menu, verlaat

EVIL = "evil.example"
HANDDRUK = (
    *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
    *("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Protocol: streamlit"),
)
STROOM, UPLOAD = "/_stcore/stream", "/_stcore/upload_file/een/twee"
# What a process with this as its first module asks of the network: nothing leaves, and every attempt is written down.
WACHT = """
import os, sys

def _buiten(adres):
    naam = adres[0] if isinstance(adres, tuple) else adres
    naam = naam.decode() if isinstance(naam, bytes) else naam
    return isinstance(naam, str) and not naam.startswith(("127.", "/")) and naam not in ("", "localhost", "::1", "0.0.0.0")

def _kijk(gebeurtenis, wat):
    if gebeurtenis in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        adres = wat[1]
    elif gebeurtenis in ("socket.getaddrinfo", "socket.gethostbyname"):
        adres = wat[0]
    else:
        return
    if _buiten(adres):
        os.write(_boek, f"{gebeurtenis} {adres}\\n".encode())
        raise OSError(f"not outside: {adres}")

_boek = os.open(os.environ["WACHT_BOEK"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(_kijk)
os.write(_boek, b"wacht\\n")
"""


def _vraag(url: str, methode: str, pad: str, *koppen: str, inhoud: bytes = b"") -> tuple[int, str, str]:
    """Status, head and body of what the server answers to exactly these lines; `{hier}` in one is the server's own address."""
    hier = urlsplit(url)
    regels = [f"{methode} {pad} HTTP/1.1", *(kop.replace("{hier}", hier.netloc) for kop in koppen)]
    if not any(kop.startswith("Connection:") for kop in koppen):
        regels.append("Connection: close")
    with socket.create_connection((hier.hostname, hier.port)) as verbinding:
        verbinding.sendall("\r\n".join([*regels, "", ""]).encode("latin-1") + inhoud)
        antwoord = b""
        # A websocket that was let in stays open after its head.
        while not (antwoord.startswith(b"HTTP/1.1 101") and b"\r\n\r\n" in antwoord) and (
            deel := verbinding.recv(65536)
        ):
            antwoord += deel
    kop, _, tekst = antwoord.partition(b"\r\n\r\n")
    return int(kop.split()[1]), kop.decode("latin-1").lower(), tekst.decode("utf-8", "replace")


@pytest.mark.parametrize("pad", ["/", "/kaart", "/_stcore/health", "/static/bestaat-niet.js", STROOM])
@pytest.mark.parametrize(
    ("status", "koppen"),
    [
        (421, [f"Host: {EVIL}"]),
        # DNS rebinding: the page and the name are both of somebody else.
        (421, [f"Host: {EVIL}", f"Origin: http://{EVIL}"]),
        (403, ["Host: {hier}", f"Origin: http://{EVIL}"]),
        (403, ["Host: {hier}", "Origin: null"]),
        (400, []),
        (400, ["Host: {hier}", f"Host: {EVIL}"]),
        (400, [f"Host: {EVIL}, 127.0.0.1"]),
    ],
)
def test_een_vreemde_naam_of_pagina_krijgt_niets(server, pad, status, koppen):
    gekregen, kop, tekst = _vraag(server.url, "GET", pad, *koppen, *(HANDDRUK if pad == STROOM else ()))

    assert gekregen == status
    if "Dit verzoek" not in tekst and "De monitor is niet bereikbaar" not in tekst:
        assert "invalid http request" in tekst.lower()  # the server itself was first
    else:
        assert f"content-security-policy: {CSP}".lower() in kop


def test_twee_herkomsten_zijn_er_geen(server):
    koppen = ("Host: {hier}", "Origin: http://{hier}", f"Origin: http://{EVIL}")

    assert _vraag(server.url, "GET", "/", *koppen)[0] == 403
    assert _vraag(server.url, "GET", STROOM, *koppen, *HANDDRUK)[0] == 400  # the server itself was first


@pytest.mark.parametrize("naam", ["{hier}", "localhost", "LOCALHOST:80", "[::1]:8501"])
def test_een_pagina_van_de_monitor_zelf_krijgt_een_verbinding(server, naam):
    assert _vraag(server.url, "GET", STROOM, f"Host: {naam}", f"Origin: http://{naam}", *HANDDRUK)[0] == 101


def test_zonder_herkomst_geen_verbinding_en_geen_bestand(server):
    assert _vraag(server.url, "GET", STROOM, "Host: {hier}", *HANDDRUK)[0] == 403
    assert _vraag(server.url, "PUT", UPLOAD, "Host: {hier}", "Content-Length: 1", inhoud=b"x")[0] == 403
    assert _vraag(server.url, "DELETE", UPLOAD, "Host: {hier}")[0] == 403


@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [
        *(("GET", f"/_stcore/{dicht}", 404) for dicht in ("metrics", "%6detrics", "agent/mcp", "script-health-check")),
        *(
            ("GET", dicht, 404)
            for dicht in ("/component/a/b", "/auth/login", "/oauth2callback", "/_stcore/bestaat-niet")
        ),
        *(("OPTIONS", pad, 405) for pad in ("/", UPLOAD, "/_stcore/health")),
        *(("POST", pad, 405) for pad in ("/", UPLOAD)),
        ("GET", UPLOAD, 405),
        ("TRACE", "/", 405),
        ("PUT", UPLOAD, 411),
    ],
)
def test_wat_de_monitor_niet_nodig_heeft_is_dicht(server, methode, pad, status):
    gekregen, kop, tekst = _vraag(server.url, methode, pad, "Host: {hier}", "Origin: http://{hier}")

    assert gekregen == status
    assert f"content-security-policy: {CSP}".lower() in kop
    assert tekst.startswith("D")  # Dutch, and short
    assert len(tekst) < 100


@pytest.fixture
def bewaakt(nog_een_server, demo_store, tmp_path, tabs):
    """Start a server whose every attempt to leave the machine fails and is written down; with the file that says so."""
    (tmp_path / "sitecustomize.py").write_text(WACHT, "utf-8")
    boek = tmp_path / "boek"
    omgeving = {"PYTHONPATH": str(tmp_path), "WACHT_BOEK": str(boek), "MONITOR_DATA": str(demo_store)}

    @contextlib.contextmanager
    def _start(**anders):
        with nog_een_server(**omgeving, **anders) as draaiend:
            try:
                yield draaiend
            finally:
                verlaat(tabs)

    return _start, omgeving, boek


def _pogingen(boek: Path) -> set[str]:
    regels = boek.read_text("utf-8").splitlines()
    assert "wacht" in regels
    return set(regels) - {"wacht"}


def test_de_wacht_ziet_wat_streamlit_buiten_zou_vragen(bewaakt):
    _, omgeving, boek = bewaakt
    script = "from streamlit import net_util as n; print(n.get_external_ip(), n.get_internal_ip())"

    gezegd = subprocess.run(
        [sys.executable, "-c", script], env=clean_environment(**omgeving), capture_output=True, text=True, check=True
    )

    assert gezegd.stdout.split() == ["None", "127.0.0.1"]
    assert _pogingen(boek) == {"socket.getaddrinfo checkip.amazonaws.com", "socket.connect ('8.8.8.8', 1)"}


# One server for a stranger by a deep link, a hostile page and too many files: nothing leaves the machine for any of them,
# and each start costs seconds. `thema` is a file in pages/ and no address of the monitor: who asks for it gets the overview.
@pytest.mark.parametrize(
    ("pad", "kop"),
    [
        ("/beschikbaarheid", "Beschikbaarheid en betaalbaarheid: "),
        pytest.param("/thema", "55 afspraken: ", marks=pytest.mark.lang),
    ],
)
def test_een_verse_server_houdt_stand_en_zoekt_niets_buiten_de_machine(
    bewaakt, open_pagina, bezoeker, page, wacht, meldingen, tmp_path, pad, kop
):
    """Not at start, not for a page or a file, and not for an attack or for a proxy that spells our name another way."""
    start, _, boek = bewaakt
    grenzen = {"MONITOR_UPLOAD_SESSIE_MB": "0.5", "MONITOR_UPLOAD_TOTAAL_MB": "0.55"}
    with start(MONITOR_HOSTS="127.0.0.1, monitor.example", **grenzen) as bewaakte:
        vreemde = open_pagina(pad, tab=bezoeker(f"vreemde op {pad}"), bij=bewaakte)
        diepe_link_op_een_verse_server_staat_in_het_kader(vreemde, meldingen, kop)
        for eigen in ("/", "/kaart"):
            open_pagina(eigen, bij=bewaakte)
        vreemde_pagina_krijgt_geen_verbinding(bewaakte)
        for tab in (page, vreemde):
            open_pagina("/aanleveren", tab=tab, bij=bewaakte)
        te_veel_bestanden_worden_geweigerd_en_die_van_een_ander_blijven(bewaakte, page, vreemde, wacht, tmp_path)
    meldingen.fouten[:] = [fout for fout in meldingen.fouten if not re.search(r"(status|code)( of)? (413|503)", fout)]

    assert _pogingen(boek) == set()


def diepe_link_op_een_verse_server_staat_in_het_kader(page, meldingen, kop):
    """Whoever comes first finds the monitor around the page."""
    assert menu(page) == MENU
    assert page.locator("h1").inner_text().startswith(kop)
    assert page.locator(".mp-fictief").inner_text() == "Verzonnen voorbeeldgegevens (fictief)"
    # Streamlit tells the console that there is no such page; that is all there may be to tell.
    meldingen.fouten[:] = [fout for fout in meldingen.fouten if "does not seem to exist" not in fout]


def vreemde_pagina_krijgt_geen_verbinding(server):
    for host, origin, status in [
        ("127.0.0.1", f"http://{EVIL}", 403),
        ("127.0.0.1", "http://10.0.0.1", 403),
        ("127.0.0.1", "null", 403),
        (EVIL, f"http://{EVIL}", 421),
        ("monitor.example", f"https://{EVIL}", 403),
        ("monitor.example", "https://monitor.example", 101),
        ("Monitor.Example.:443", "https://monitor.example", 101),
        ("monitor.example", "http://monitor.example:80", 101),
    ]:
        assert _vraag(server.url, "GET", STROOM, f"Host: {host}", f"Origin: {origin}", *HANDDRUK)[0] == status
    assert _vraag(server.url, "GET", "/_stcore/health", "Host: 127.0.0.1")[2] == "ok"


def te_veel_bestanden_worden_geweigerd_en_die_van_een_ander_blijven(server, een, ander, wacht, tmp_path):
    def kies(tab, naam: str, inhoud: bytes) -> None:
        (tmp_path / naam).write_bytes(inhoud)
        tab.locator("input[type=file]").set_input_files(tmp_path / naam)

    def geweigerd(tab, naam: str) -> str:
        """What the page says under the chooser; Streamlit itself would say `AxiosError`."""
        expect(tab.get_by_test_id("stFileChip").filter(has_text=naam)).to_have_attribute("aria-invalid", "true")
        return tab.get_by_test_id("stFileUploader").evaluate("vak => getComputedStyle(vak, '::after').content")

    zin = '"Dit bestand is niet aangenomen. Een bestand is ten hoogste 20 MB, en er is plaats voor een paar tegelijk. '
    leeg = een.locator("h1").inner_text()
    kies(een, "klein.csv", b"soort;dag\nwoning;1 april 2026\n")
    expect(een.locator("h1")).not_to_have_text(leeg)
    wacht(een)
    for naam, rijen in (("groot.csv", 125_000), ("past-er-niet-bij.csv", 115_000)):
        kies(ander, naam, b"a;b\n" + b"1;2\n" * rijen)
        assert geweigerd(ander, naam).startswith(zin)
    assert ander.locator("h1").inner_text() == leeg

    een.get_by_role("combobox", name="Corporatie", exact=True).click()
    een.get_by_role("option").nth(1).click()  # runs the page again, which asks for the file again
    wacht(een)
    assert een.locator("h1").inner_text() != leeg
    geweigerd_in_log = re.findall(r"Geweigerd: .* \((\d+)\): ([^.]*\.)", server.log.read_text("utf-8"))
    assert [regel for regel in geweigerd_in_log if regel[0] not in {"403", "421"}] == [  # who was no page of ours
        ("413", "Er staan in dit venster al te veel bestanden open."),
        ("503", "Er zijn op dit moment te veel bestanden in behandeling."),
    ]


NIET_OPEN = (
    "De monitor start niet op {}: dan kan iedereen op het netwerk erin, want de monitor vraagt niet wie iemand is. Laat hem "
    "luisteren op 127.0.0.1, zet op dezelfde machine een reverse proxy ervoor die mensen laat inloggen, en noem in "
    "MONITOR_HOSTS het adres waaronder zij komen. docs/veiligheid.md zegt hoe."
)


@pytest.mark.parametrize(
    ("opdracht", "adres"),
    [
        (("streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port"), "0.0.0.0"),
        pytest.param(
            ("streamlit", "run", "app.py", "--server.address", "::", "--server.port"), "::", marks=pytest.mark.lang
        ),
        # Another server, which knows nothing of Streamlit's settings: then where it really listens is what counts.
        (("uvicorn", "app:app", "--host", "0.0.0.0", "--port"), "0.0.0.0"),
    ],
)
def test_voor_het_netwerk_start_de_monitor_niet(bewaakt, opdracht, adres):
    _, omgeving, boek = bewaakt

    gezegd = subprocess.run(
        [sys.executable, "-m", *opdracht, str(free_port())],
        cwd=WORTEL,
        env=clean_environment(**omgeving),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert gezegd.returncode == 1
    assert gezegd.stderr.splitlines()[-1] == NIET_OPEN.format(adres)
    assert _pogingen(boek) == set()


def test_een_verkeerde_instelling_houdt_de_deur_dicht(bewaakt):
    _, omgeving, _ = bewaakt
    opdracht = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())]

    gezegd = subprocess.run(
        opdracht,
        cwd=WORTEL,
        env=clean_environment(**omgeving, MONITOR_HOSTS="*"),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert (gezegd.returncode, gezegd.stderr.splitlines()[-1]) == (
        1,
        "De monitor start niet: instelling MONITOR_HOSTS: verwacht namen met komma's ertussen, zonder poort en zonder *; gevonden: '*'",
    )


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.168.1.10", "monitor.example"])
def test_make_run_weigert_een_adres_voor_iedereen(adres):
    # What `make run` would first install is there, or these tests would not run.
    opdracht = ["make", "run", f"ADDRESS={adres}", "--assume-old=.venv/.installed", "--assume-old=install"]
    # Not as a part of the `make` that may run these tests.
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MAKE")}

    gezegd = subprocess.run(
        opdracht, cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )

    assert gezegd.returncode == 2
    assert gezegd.stdout.startswith(f"Not on {adres}: everybody on the network could come in")
