"""The look ahead as a list: what is still to come, at which pace, and where the plan ends."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.verhaal.vooruitblik import Vooruitblik
from dashboard.weergave.html import alinea, koppeling, omkaderd, punten


def vooruitbliklijst(blikken: Iterable[Vooruitblik]) -> Markup:
    """A frame with one point per target or plan."""
    lijst = [
        Markup("<b>{}</b><br>{}").format(
            koppeling(f"{een.afspraak} {een.kop}", "afspraken", afspraak=een.afspraak), een.zin
        )
        for een in blikken
    ]
    leeg = alinea("Er zijn geen cijfers om mee vooruit te kijken.")
    return omkaderd("Vooruitblik", punten(lijst) if lijst else leeg)
