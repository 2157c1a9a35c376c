"""The versioned tables: publications, and a DuckDB connection on one of them."""

from dashboard.store.opslag import Opslag, alles
from dashboard.store.publicaties import IntussenGepubliceerd, OpslagFout, Publicatie, Snede, Wijziging
from dashboard.store.toepassen import binnen, pas_toe
from dashboard.store.verbinding import maak_verbinding

__all__ = [
    "IntussenGepubliceerd",
    "Opslag",
    "OpslagFout",
    "Publicatie",
    "Snede",
    "Wijziging",
    "alles",
    "binnen",
    "maak_verbinding",
    "pas_toe",
]
