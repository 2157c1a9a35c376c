"""Points of attention in words: what the meeting should talk about, the heaviest first."""

from dashboard.verhaal.aandacht import Punt, aandachtspunten
from dashboard.verhaal.plaatsen import zin_voor

__all__ = ["Punt", "aandachtspunten", "zin_voor"]
