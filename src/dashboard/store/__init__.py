"""The versioned tables: publications. A DuckDB connection on one of them is in `verbinding`, for who pays for DuckDB."""

from dashboard.store.opslag import Opslag, alles
from dashboard.store.publicaties import IntussenGepubliceerd, OpslagFout, Publicatie, Snede, Wijziging, vorige_stand
from dashboard.store.toepassen import binnen, pas_toe

__all__ = [
    "IntussenGepubliceerd",
    "Opslag",
    "OpslagFout",
    "Publicatie",
    "Snede",
    "Wijziging",
    "alles",
    "binnen",
    "pas_toe",
    "vorige_stand",
]
