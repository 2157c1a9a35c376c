"""An answer on its way out: language, style and security headers on what Streamlit sends, and its bundles compressed.

Streamlit says `lang="en"` on every page, sends no security headers and serves its bundles uncompressed. All three are
corrected here, so that pages need not know.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import brotli
from streamlit import config

from dashboard.weergave.eerste_pagina import eerste_pagina

Bericht = MutableMapping[str, Any]
Ontvang = Callable[[], Awaitable[Bericht]]
Stuur = Callable[[Bericht], Awaitable[None]]
Toepassing = Callable[[Bericht, Ontvang, Stuur], Awaitable[None]]

# No request may leave the server's own address: no web fonts, no map tiles, no usage statistics.
CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
KOPPEN = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_INPAKKEN = (b"javascript", b"css", b"json", b"svg", b"wasm")
_KLEINSTE = 1_000  # bytes; below this the header costs more than the body
_KWALITEIT = 5  # brotli: 9.3 MB of bundles become 2.6 MB in well under a second, once per process


def eigen_koppen(soort: str, inhoud: bytes) -> list[tuple[bytes, bytes]]:
    """The headers of an answer that we give ourselves, and that nobody may keep."""
    return [
        *KOPPEN,
        (b"content-type", f"{soort}; charset=utf-8".encode()),
        (b"content-length", str(len(inhoud)).encode()),
        (b"cache-control", b"no-store"),
    ]


def kaal(scope: Bericht) -> list[tuple[bytes, bytes]]:
    """The headers of the request without those that would keep us from completing the answer.

    Streamlit would gzip a page before we can read it, and call a page unchanged when only our style changed.
    """
    weg = {b"accept-encoding"}
    if not scope["path"].startswith("/static/"):
        weg |= {b"if-none-match", b"if-modified-since"}
    return [(naam, waarde) for naam, waarde in scope["headers"] if naam not in weg]


class Antwoord:
    """One HTTP answer: pages get their language and style, bundles are compressed once and kept."""

    def __init__(self, scope: Bericht, send: Stuur, ingepakt: dict[str, bytes]) -> None:
        koppen = dict(scope["headers"])
        self.pad: str = scope["path"]
        self.heel = scope["method"] == "GET" and b"range" not in koppen
        self.brotli = b"br" in koppen.get(b"accept-encoding", b"")
        self.send, self.ingepakt = send, ingepakt
        self.begin: Bericht = {}
        self.delen: list[bytes] = []
        self.soort = ""

    async def stuur(self, bericht: Bericht) -> None:
        """Receive what Streamlit sends; hold back what has to change, pass on the rest."""
        if bericht["type"] == "http.response.start":
            self.begin = bericht
            bericht["headers"] = [*bericht["headers"], *KOPPEN]
            self.soort = self._soort(dict(bericht["headers"]), bericht["status"])
            if self.soort == "pagina" and (omhoog := _omhoog(self.pad)):
                self.soort = ""
                bericht["status"] = 307
                bericht["headers"] = [*bericht["headers"], (b"location", omhoog.encode())]
            if not self.soort:
                await self.send(bericht)
            return
        if not self.soort:
            await self.send(bericht)
            return
        self.delen.append(bericht.get("body", b""))
        if bericht.get("more_body"):
            return
        inhoud = b"".join(self.delen)
        inhoud = eerste_pagina(inhoud) if self.soort == "pagina" else await self._pak_in(inhoud)
        weg = {b"content-length"} | ({b"etag", b"last-modified"} if self.soort == "pagina" else set())
        koppen = [(naam, waarde) for naam, waarde in self.begin["headers"] if naam.lower() not in weg]
        self.begin["headers"] = [*koppen, (b"content-length", str(len(inhoud)).encode())]
        await self.send(self.begin)
        await self.send({"type": "http.response.body", "body": inhoud})

    def _soort(self, koppen: dict[bytes, bytes], status: int) -> str:
        inhoud = koppen.get(b"content-type", b"")
        if status != 200 or not self.heel or b"content-encoding" in koppen:
            return ""
        if inhoud.startswith(b"text/html"):
            return "pagina"
        pakbaar = self.brotli and self.pad.startswith("/static/") and any(woord in inhoud for woord in _INPAKKEN)
        return "bundel" if pakbaar and int(koppen.get(b"content-length", b"0")) > _KLEINSTE else ""

    async def _pak_in(self, inhoud: bytes) -> bytes:
        if self.pad not in self.ingepakt:
            self.ingepakt[self.pad] = await asyncio.to_thread(brotli.compress, inhoud, quality=_KWALITEIT)
        self.begin["headers"] = [*self.begin["headers"], (b"content-encoding", b"br"), (b"vary", b"accept-encoding")]
        return self.ingepakt[self.pad]


def _omhoog(pad: str) -> str:
    """The way from an address below a page, such as `/pages/thema`, to the overview; empty for a page itself.

    Streamlit answers it with a page that looks for its server in the wrong place and stays blank.
    """
    basis = str(config.get_option("server.baseUrlPath")).strip("/")
    return "../" * pad.strip("/").removeprefix(basis).strip("/").count("/")
