"""The chart kinds by name. The unit of a figure says which one to use (`Eenheid.beelden`); this is the only list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.figuren import Figuur, Opmaak, Reeks
from dashboard.figuren.lijn import lijnfiguur
from dashboard.figuren.samenstelling import gestapeld_aandeel
from dashboard.figuren.staaf import staaffiguur
from dashboard.figuren.veelvouden import kleine_veelvouden

# Labels of the axis, the series over them, and the look.
Tekenaar = Callable[[Sequence[str], Sequence[Reeks], Opmaak], Figuur]
BEELDEN: dict[str, Tekenaar] = {
    "lijnen": lijnfiguur,
    "staven": staaffiguur,
    "panelen": kleine_veelvouden,
    "verdeling": gestapeld_aandeel,
}
