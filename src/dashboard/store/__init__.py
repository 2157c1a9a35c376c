"""The versioned tables: publications. A DuckDB connection on one of them is in `verbinding`, for who pays for DuckDB."""

from dashboard.store.fouten import GeenOpslag, IntussenGepubliceerd, OpslagBeschadigd, OpslagFout
from dashboard.store.opslag import Opslag, alles, controleer_basis
from dashboard.store.publicaties import Publicatie, Snede, Wijziging, vorige_stand
from dashboard.store.toepassen import binnen, pas_toe

__all__ = [
    "GeenOpslag",
    "IntussenGepubliceerd",
    "Opslag",
    "OpslagBeschadigd",
    "OpslagFout",
    "Publicatie",
    "Snede",
    "Wijziging",
    "alles",
    "binnen",
    "controleer_basis",
    "pas_toe",
    "vorige_stand",
]
