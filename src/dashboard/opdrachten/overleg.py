"""`afspraken` and `aandacht`: what the overview shows, for scripts and for who writes the papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dashboard.opdrachten.antwoord import toon
from dashboard.opdrachten.opties import met_stand

if TYPE_CHECKING:
    from dashboard.monitor import Monitor
    from dashboard.standen.afspraakstand import Afspraakstand

_TABEL = ("afspraak", "gemeld", "berekend", "indicatief", "jaar", "tegenspraak", "reden")


@click.command()
@click.option("--json", "als_json", is_flag=True, help="als lijst van objecten")
@met_stand
def afspraken(als_json: bool, stand: str | None) -> None:
    """Toon van elke afspraak de gemelde en de berekende stand, en waarom."""
    from dashboard.monitor import open_monitor
    from dashboard.standen.afspraakstand import standen_van

    monitor = open_monitor(stand)
    fictief = monitor.fictief()
    rijen = [als_dict(monitor, een) | {"fictief": fictief} for een in standen_van(monitor)]
    toon(monitor, _TABEL, rijen, als_json=als_json)


@click.command()
@click.option("--json", "als_json", is_flag=True, help="als lijst van objecten")
@met_stand
def aandacht(als_json: bool, stand: str | None) -> None:
    """Toon wat het overleg moet bespreken, het zwaarste eerst."""
    from dashboard.monitor import open_monitor, open_vorige
    from dashboard.standen.afspraakstand import standen_van
    from dashboard.verhaal import aandachtspunten

    monitor = open_monitor(stand)
    eerder = open_vorige(monitor)
    toen = standen_van(eerder) if eerder else ()
    fictief = monitor.fictief()
    rijen = [
        {
            "gewicht": punt.gewicht,
            "regel": punt.regel,
            "afspraak": punt.afspraak,
            "onderwerp": punt.kop,
            "gemeld": punt.gemeld,
            "berekend": punt.berekend.tegen_norm if punt.berekend else None,
            "zin": punt.zin,
            "fictief": fictief,
        }
        for punt in aandachtspunten(monitor, standen_van(monitor), toen)
    ]
    toon(monitor, ("gewicht", "regel", "onderwerp", "zin"), rijen, als_json=als_json)


def als_dict(monitor: Monitor, stand: Afspraakstand) -> dict[str, Any]:
    """An afspraak with both standen, flat; `jaar` is None where the stand is of no year."""
    from dashboard.verhaal import afspraakzin, zin_voor

    afspraak = stand.afspraak
    return {
        "afspraak": afspraak.afspraak,
        "thema": afspraak.thema,
        "onderwerp": afspraak.onderwerp,
        "trekker": afspraak.trekker.split(";"),
        "gemeld": stand.gemeld,
        "gemeld_op": max((rij["peildatum"].isoformat() for rij in stand.meldingen), default=None),
        "berekend": stand.berekend,
        "indicatief": stand.indicatief,
        "jaar": stand.jaar,
        "reden": afspraakzin(monitor, stand) or None,
        "lopend": zin_voor(monitor, stand.loopt) if stand.loopt else None,
        "tegenspraak": stand.tegenspraak,
        "ontbreekt": list(stand.ontbreekt),
    }
