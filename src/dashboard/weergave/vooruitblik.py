"""The forward look as a list: what is still to come, at which pace, and where the plan ends."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.verhaal.vooruitblik import Vooruitblik
from dashboard.weergave.html import esc, koppeling, punten


def vooruitbliklijst(blikken: Iterable[Vooruitblik]) -> str:
    """A frame with one point per target or plan."""
    lijst = [
        f"<b>{koppeling(f'{een.afspraak} {een.kop}', 'afspraken', afspraak=een.afspraak)}</b><br>{esc(een.zin)}"
        for een in blikken
    ]
    inhoud = punten(lijst) if lijst else "<p>Er zijn geen cijfers om mee vooruit te kijken.</p>"
    return f'<div class="mp-kader"><h2>Vooruitblik</h2>{inhoud}</div>'
