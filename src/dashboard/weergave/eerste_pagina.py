"""The page that Streamlit starts from: in Dutch, in our style, and with early hints of what the browser will need."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit

STIJL = (Path(__file__).parent / "stijl.css").read_text("utf-8")
_BUNDELS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# The bundle that shows words. Fetching those of the widgets too made the words no faster and the rest slower.
_WOORDEN = "Html"
# Where the server is and which protocol it speaks, relative to the page so that it works under any base path.
_BEGIN = (
    "(function(){var hier=new URL('.',location.href);window.__streamlit={BACKEND_BASE_URL:hier.href,"
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}}})()"
)
# Parsing the chart library keeps a browser busy for a second. It is done while somebody reads the first page, so that
# nobody waits for it at the first chart.
_VAST_LEZEN = (
    "addEventListener('load',()=>setTimeout(()=>(window.requestIdleCallback||setTimeout)"
    "(()=>import(new URL('static/js/%s',new URL('.',location.href)))),%d))"
)
_WACHT = 2_500  # ms after loading; by then the words are visible, also on a slow machine
# The first button inserts this rule before all other styles, and the browser then loads the fonts and lays out the page
# again: 30 to 40 ms, between words and charts. A button does not insert a rule that is already there.
_DRUKBAAR = (
    '<style id="react-aria-pressable-style">'
    "@layer{[data-react-aria-pressable]{touch-action:pan-x pan-y pinch-zoom}}</style>"
)
_ZONDER_SCRIPT = b"<noscript><p>De monitor heeft JavaScript nodig.</p></noscript>"


def eerste_pagina(pagina: bytes) -> bytes:
    """Streamlit's own page with style, hints and language added.

    With the place of its server Streamlit does not search for it on a deep link (a round trip and two 404s in the
    console); the bundle that shows the words is fetched beside the main one instead of after it.
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
    """The bundle of the words, and everything it imports that the main page does not have yet."""
    te_doen = [pad.name for pad in _BUNDELS.glob(f"{_WOORDEN}.*.js")]
    hoofdpagina = (_BUNDELS.parents[1] / "index.html").read_text("utf-8")
    gevonden: dict[str, None] = {}
    while te_doen:
        naam = te_doen.pop()
        if naam not in gevonden and naam not in hoofdpagina and (_BUNDELS / naam).is_file():
            gevonden[naam] = None
            te_doen += re.findall(r'(?:from|import)"\./([^"]+\.js)"', (_BUNDELS / naam).read_text("utf-8"))
    return tuple(gevonden)
