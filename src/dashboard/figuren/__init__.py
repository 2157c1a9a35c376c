"""Charts: data in, Plotly figure dict out. Pure functions on plain dicts, which are cheap to build and to cache."""

from dashboard.figuren.alt import alt_tekst
from dashboard.figuren.bouwstenen import Figuur, Gebied, NormStuk, Opmaak, Punt, Reeks, Trede
from dashboard.figuren.kleuren import ordinaal_palet
from dashboard.figuren.opmaak_figuur import CONFIG
from dashboard.figuren.tegelkaart import tegelkaartfiguur
from dashboard.figuren.vlakkenkaart import kaartfiguur
from dashboard.figuren.waterval import watervalfiguur

__all__ = [
    "CONFIG",
    "Figuur",
    "Gebied",
    "NormStuk",
    "Opmaak",
    "Punt",
    "Reeks",
    "Trede",
    "alt_tekst",
    "kaartfiguur",
    "ordinaal_palet",
    "tegelkaartfiguur",
    "watervalfiguur",
]
