"""The page that Streamlit starts from: Dutch from its first byte, in our style, with what the browser will need named early."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit

STIJL = (Path(__file__).parent / "stijl.css").read_text("utf-8")
_BUNDELS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# What shows words. With the widgets fetched beside it the words came no sooner, and everything before them later.
_WOORDEN = "Html"
# Where the server is and how it wants to be spoken to, relative to the page so that it works under any base path.
_BEGIN = (
    "(function(){var hier=new URL('.',location.href);window.__streamlit={BACKEND_BASE_URL:hier.href,"
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}}})()"
)
# Reading the chart library keeps a browser busy for a second. Done while somebody reads the first page, nobody waits for it
# when the first chart comes; a page with charts has it by then.
_VAST_LEZEN = (
    "addEventListener('load',()=>setTimeout(()=>(window.requestIdleCallback||setTimeout)"
    "(()=>import(new URL('static/js/%s',new URL('.',location.href)))),%d))"
)
_WACHT = 2_500  # ms after loading; by then the words have stood for a while, also on a slow machine
# The first button puts this rule before all other styles, for which a browser reads the fonts again and lays the whole page
# out anew: 30 to 40 ms, between the words and the charts. A button that finds it there leaves it.
_DRUKBAAR = (
    '<style id="react-aria-pressable-style">'
    "@layer{[data-react-aria-pressable]{touch-action:pan-x pan-y pinch-zoom}}</style>"
)
_ZONDER_SCRIPT = b"<noscript><p>De monitor heeft JavaScript nodig.</p></noscript>"


def eerste_pagina(pagina: bytes) -> bytes:
    """Streamlit's own page, completed.

    Told where its server is, Streamlit does not probe for it on a deep link (a round trip and two 404s in the
    console); the component that shows the words is fetched beside the main bundle instead of after it.
    """
    koppen = "".join(
        (
            "<title>Monitor Prestatieafspraken</title>",
            f"<script>{_BEGIN}</script>",
            *(f"<script>{_VAST_LEZEN % (pad.name, _WACHT)}</script>" for pad in _BUNDELS.glob("PlotlyChart.*.js")),
            *(f'<link rel="modulepreload" crossorigin href="./static/js/{naam}">' for naam in _vooraf()),
            _DRUKBAAR,
            f"<style>{STIJL}</style></head>",
        )
    ).encode()
    pagina = re.sub(rb"<title>.*?</title>", b"", pagina, count=1, flags=re.DOTALL)
    pagina = re.sub(rb"<noscript>.*?</noscript>", _ZONDER_SCRIPT, pagina, count=1, flags=re.DOTALL)
    return pagina.replace(b'<html lang="en"', b'<html lang="nl"', 1).replace(b"</head>", koppen, 1)


@cache
def _vooraf() -> tuple[str, ...]:
    """The bundle of the words, with all it imports and the main page does not have yet."""
    te_doen = [pad.name for pad in _BUNDELS.glob(f"{_WOORDEN}.*.js")]
    hoofdpagina = (_BUNDELS.parents[1] / "index.html").read_text("utf-8")
    gevonden: dict[str, None] = {}
    while te_doen:
        naam = te_doen.pop()
        if naam not in gevonden and naam not in hoofdpagina and (_BUNDELS / naam).is_file():
            gevonden[naam] = None
            te_doen += re.findall(r'(?:from|import)"\./([^"]+\.js)"', (_BUNDELS / naam).read_text("utf-8"))
    return tuple(gevonden)
