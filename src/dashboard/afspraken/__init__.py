"""The agreement as data: the description of its files, the loader and the dataclasses."""

from dashboard.afspraken.aandachtregels import Aandachtregel
from dashboard.afspraken.definities import Definitie
from dashboard.afspraken.laden import laad_overeenkomst
from dashboard.afspraken.overeenkomst import (
    Actie,
    Afspraak,
    Corporatie,
    Gemeente,
    Indicator,
    Kern,
    Moment,
    Norm,
    Overeenkomst,
    Partij,
    Thema,
)

__all__ = [
    "Aandachtregel",
    "Actie",
    "Afspraak",
    "Corporatie",
    "Definitie",
    "Gemeente",
    "Indicator",
    "Kern",
    "Moment",
    "Norm",
    "Overeenkomst",
    "Partij",
    "Thema",
    "laad_overeenkomst",
]
