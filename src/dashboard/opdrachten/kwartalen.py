"""What happens to the rows of each quarter and corporatie, in words and as `--json` prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dashboard.basis.opmaak import getal

if TYPE_CHECKING:
    from dashboard.inname import Kwartaaltelling


def kwartaalregels(tellingen: Sequence[Kwartaaltelling]) -> list[str]:
    """A line for each quarter and corporatie."""
    return [
        f"{t.plek}: {getal(t.nieuw)} nieuw, {getal(t.gewijzigd)} gewijzigd, {getal(t.verdwenen)} verdwenen; "
        f"nu {getal(t.nu)}, straks {getal(t.straks)}"
        for t in tellingen
    ]


def kwartaalobjecten(tellingen: Sequence[Kwartaaltelling]) -> list[dict[str, Any]]:
    """An object for each quarter and corporatie."""
    from dashboard.inname import naam_van

    return [
        {**asdict(t), "kwartaal": naam_van(t.kwartaal), "van": van.isoformat(), "tot": tot.isoformat()}
        for t in tellingen
        for van, tot in [t.kwartaal]
    ]
