"""Charts: data in, Plotly figure dict out. Pure functions on plain dicts, which are cheap to build and to cache."""

from dashboard.figuren.alt import als_reeksen, alt_tekst, panelen_als_reeksen
from dashboard.figuren.bouwstenen import Deel, Figuur, Gebied, NormStuk, Paneel, Punt, Reeks, Staven, Trede
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
    "Deel",
    "Figuur",
    "Gebied",
    "NormStuk",
    "Paneel",
    "Punt",
    "Reeks",
    "Standkleur",
    "Staven",
    "Trede",
    "als_reeksen",
    "alt_tekst",
    "gestapeld_aandeel",
    "kaartfiguur",
    "keuzekleuren",
    "kleine_veelvouden",
    "lijnfiguur",
    "ordinaal_palet",
    "panelen_als_reeksen",
    "staaffiguur",
    "standkleur",
    "tegelkaartfiguur",
    "watervalfiguur",
]
