"""Charts: data in, Plotly figure dict out. Pure functions on plain dicts, which are cheap to build and to cache."""

from dashboard.figuren.alt import als_reeksen, alt_tekst, panelen_als_reeksen
from dashboard.figuren.kleuren import Standkleur, keuzekleuren, ordinaal_palet, standkleur
from dashboard.figuren.lijn import lijnfiguur
from dashboard.figuren.model import Deel, Eenheid, Figuur, NormStuk, Paneel, Punt, Reeks, Staven
from dashboard.figuren.opmaak_figuur import CONFIG
from dashboard.figuren.samenstelling import gestapeld_aandeel
from dashboard.figuren.staaf import staaffiguur
from dashboard.figuren.veelvouden import kleine_veelvouden

__all__ = [
    "CONFIG",
    "Deel",
    "Eenheid",
    "Figuur",
    "NormStuk",
    "Paneel",
    "Punt",
    "Reeks",
    "Standkleur",
    "Staven",
    "als_reeksen",
    "alt_tekst",
    "gestapeld_aandeel",
    "keuzekleuren",
    "kleine_veelvouden",
    "lijnfiguur",
    "ordinaal_palet",
    "panelen_als_reeksen",
    "staaffiguur",
    "standkleur",
]
