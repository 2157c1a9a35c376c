"""Norms and what figures say about them: pure functions, no I/O."""

from dashboard.normen.model import TOTAAL, Oordeel, Waarneming
from dashboard.normen.oordeel import beoordeel
from dashboard.normen.standen import ERNST, Stand, ernstigste, samengevat
from dashboard.normen.woorden import Woorden, aandeel_tekst, grens_tekst, norm_tekst, tekort_tekst

__all__ = [
    "ERNST",
    "TOTAAL",
    "Oordeel",
    "Stand",
    "Waarneming",
    "Woorden",
    "aandeel_tekst",
    "beoordeel",
    "ernstigste",
    "grens_tekst",
    "norm_tekst",
    "samengevat",
    "tekort_tekst",
]
