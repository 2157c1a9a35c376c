"""Points of attention in words: what the meeting should talk about, the heaviest first."""

from dashboard.aandacht.plaatsen import zin_voor
from dashboard.aandacht.punten import Punt, aandachtspunten

__all__ = ["Punt", "aandachtspunten", "zin_voor"]
