"""From a figure and a choice to charts: which lines, norms and words. It knows the monitor, not the screen.

The title of a chart is its answer. Chart and table are made from the same observations, so the two cannot differ.
"""

from dashboard.grafieken.grafiek import Grafiek
from dashboard.grafieken.kiezen import grafieken_voor, niveaus_van
from dashboard.grafieken.portret import portretgrafiek
from dashboard.grafieken.titels import keuze_tekst
from dashboard.grafieken.waterval import beginjaar, waterval, watervaljaren

__all__ = [
    "Grafiek",
    "beginjaar",
    "grafieken_voor",
    "keuze_tekst",
    "niveaus_van",
    "portretgrafiek",
    "waterval",
    "watervaljaren",
]
