"""Figures in words: the choice, the number with its norm, and what belongs beside it."""

from dashboard.cijfers.cijfer import (
    Cijfer,
    Keuze,
    cijfer,
    erbij_teksten,
    figuur,
    hoofdcijfer,
    is_gevuld,
    met_aantallen,
    normen_voor,
    oordeel_bij,
    reeks_voor,
)

__all__ = [
    "Cijfer",
    "Keuze",
    "cijfer",
    "erbij_teksten",
    "figuur",
    "hoofdcijfer",
    "is_gevuld",
    "met_aantallen",
    "normen_voor",
    "oordeel_bij",
    "reeks_voor",
]
