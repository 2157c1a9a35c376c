"""Norms, and the judgement of figures by them: pure functions, no I/O."""

from dashboard.normen.beoordelen import beoordeel
from dashboard.normen.definitie import ANDERS, andere_definitie
from dashboard.normen.driejaars import is_heel
from dashboard.normen.interval import jeffreys, met_toeval
from dashboard.normen.meervoud import kans_op_een, toeval_over_delen
from dashboard.normen.oordeel import Oordeel
from dashboard.normen.stand import ERNST, Stand, ernstigste, samengevat
from dashboard.normen.toetsen import geldt_voor, toets
from dashboard.normen.vooruitzicht import JAREN, Vooruitzicht, gewoonlijk
from dashboard.normen.waarneming import TOTAAL, Staat, Waarneming, deel_na
from dashboard.normen.woorden import (
    Zinnen,
    aandeel_tekst,
    driejaars_tekst,
    grens_tekst,
    kans_tekst,
    norm_tekst,
    tekort_tekst,
    toeval_tekst,
    toeval_uitleg,
)

__all__ = [
    "ANDERS",
    "ERNST",
    "JAREN",
    "TOTAAL",
    "Oordeel",
    "Staat",
    "Stand",
    "Vooruitzicht",
    "Waarneming",
    "Zinnen",
    "aandeel_tekst",
    "andere_definitie",
    "beoordeel",
    "deel_na",
    "driejaars_tekst",
    "ernstigste",
    "geldt_voor",
    "gewoonlijk",
    "grens_tekst",
    "is_heel",
    "jeffreys",
    "kans_op_een",
    "kans_tekst",
    "met_toeval",
    "norm_tekst",
    "samengevat",
    "tekort_tekst",
    "toets",
    "toeval_over_delen",
    "toeval_tekst",
    "toeval_uitleg",
]
