"""What differs between two states of the data. Pure: two Monitors in, frozen dataclasses out."""

from dashboard.vergelijken.monitors import vergelijk
from dashboard.vergelijken.verschil import Cijferverschil, Meldingverschil, Oordeelverschil, Richting, Verschil
from dashboard.vergelijken.woorden import onderwerp, stand_woord, zin

__all__ = [
    "Cijferverschil",
    "Meldingverschil",
    "Oordeelverschil",
    "Richting",
    "Verschil",
    "onderwerp",
    "stand_woord",
    "vergelijk",
    "zin",
]
