"""Figures in words: the choice, the number with its norm, and what belongs beside it."""

from dashboard.cijfers.cijfer import (
    Cijfer,
    cijfer,
    erbij_teksten,
    hoofdcijfer,
    is_aangeleverd,
    is_gevuld,
    met_aantallen,
    normen_voor,
    onbekend_teksten,
    oordeel_bij,
    oordelen_bij,
    reeks_voor,
    waarde_tekst,
)
from dashboard.cijfers.keuze import Keuze

__all__ = [
    "Cijfer",
    "Keuze",
    "cijfer",
    "erbij_teksten",
    "hoofdcijfer",
    "is_aangeleverd",
    "is_gevuld",
    "met_aantallen",
    "normen_voor",
    "onbekend_teksten",
    "oordeel_bij",
    "oordelen_bij",
    "reeks_voor",
    "waarde_tekst",
]
