"""What the figures say in sentences: points of attention, portraits of a kern or corporatie, and the look ahead."""

from dashboard.verhaal.aandacht import Punt, aandachtspunten
from dashboard.verhaal.plaatsen import afspraakzin, zin_voor

__all__ = ["Punt", "aandachtspunten", "afspraakzin", "zin_voor"]
