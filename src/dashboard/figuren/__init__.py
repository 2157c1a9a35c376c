"""Charts: data in, Plotly figure dict out. Pure functions on plain dicts, which are cheap to build and to cache."""

from dashboard.figuren.alt import alt_tekst
from dashboard.figuren.bouwstenen import Figuur, Gebied, NormStuk, Opmaak, Punt, Reeks, Trede
from dashboard.figuren.kleuren import Standkleur, keuzekleuren, ordinaal_palet, standkleur
from dashboard.figuren.lijn import lijnfiguur
from dashboard.figuren.opmaak_figuur import CONFIG
from dashboard.figuren.samenstelling import gestapeld_aandeel
from dashboard.figuren.staaf import staaffiguur
from dashboard.figuren.tegelkaart import tegelkaartfiguur
from dashboard.figuren.veelvouden import kleine_veelvouden
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
    "Standkleur",
    "Trede",
    "alt_tekst",
    "gestapeld_aandeel",
    "kaartfiguur",
    "keuzekleuren",
    "kleine_veelvouden",
    "lijnfiguur",
    "ordinaal_palet",
    "staaffiguur",
    "standkleur",
    "tegelkaartfiguur",
    "watervalfiguur",
]
