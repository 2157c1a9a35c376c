"""The judgement on a figure counted by another definition than was agreed: never official."""

from __future__ import annotations

from dataclasses import replace

from dashboard.normen.oordeel import Oordeel
from dashboard.normen.stand import Stand

ANDERS = "met een andere definitie"


def andere_definitie(oordeel: Oordeel, definitie: str) -> Oordeel:
    """The same outcome as an indication only: a norm was agreed for one definition and holds for no other."""
    stand = oordeel.tegen_norm
    anders = replace(
        oordeel,
        reden=f"Met een andere definitie ({definitie}): {oordeel.reden}",
        driejaars=andere_definitie(oordeel.driejaars, definitie) if oordeel.driejaars else None,
        definitie=definitie,
    )
    return replace(anders, stand=Stand.GEEN_NORM, indicatief=stand) if stand.oordeel else anders
