"""The chart kinds by name. A figure says which one draws it (`Eenheid.beelden`); this is the only list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.figuren import (
    Figuur,
    Opmaak,
    Reeks,
    gestapeld_aandeel,
    kleine_veelvouden,
    lijnfiguur,
    staaffiguur,
)

# Labels of the axis, what stands over them, and with what it is drawn.
Tekenaar = Callable[[Sequence[str], Sequence[Reeks], Opmaak], Figuur]
BEELDEN: dict[str, Tekenaar] = {
    "lijnen": lijnfiguur,
    "staven": staaffiguur,
    "panelen": kleine_veelvouden,
    "verdeling": gestapeld_aandeel,
}
