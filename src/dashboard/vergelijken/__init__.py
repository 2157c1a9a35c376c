"""What differs between two states of the data. Pure: two Monitors in, frozen dataclasses out."""

from dashboard.vergelijken.monitors import vergelijk
from dashboard.vergelijken.verschil import (
    Afspraakverschil,
    Cijferverschil,
    Meldingverschil,
    Oordeelverschil,
    Richting,
    Verschil,
)
from dashboard.vergelijken.woorden import RICHTING_KOP, afspraak_zin, melding_zin, onderwerp, stand_woord, zin

__all__ = [
    "RICHTING_KOP",
    "Afspraakverschil",
    "Cijferverschil",
    "Meldingverschil",
    "Oordeelverschil",
    "Richting",
    "Verschil",
    "afspraak_zin",
    "melding_zin",
    "onderwerp",
    "stand_woord",
    "vergelijk",
    "zin",
]
