"""`bericht --sinds STAND`: what changed since a stand, for a mail after the meeting."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.basis.fouten import Gebruikersfout
from dashboard.opdrachten.antwoord import schrijf
from dashboard.opdrachten.opties import met_stand, met_uit


@click.command()
@click.option("--sinds", required=True, metavar="STAND", help="nummer of naam van de publicatie om mee te vergelijken")
@met_stand
@met_uit
def bericht(sinds: str, stand: str | None, uit: Path | None) -> None:
    """Schrijf in hoogstens tien zinnen wat er veranderde sinds een stand, klaar voor een mail."""
    from dashboard.monitor import open_monitor
    from dashboard.papieren.bericht import bericht as maak
    from dashboard.vergelijken.publicaties import naam, vergelijk_standen

    eerst, later = open_monitor(sinds), open_monitor(stand)
    toen, nu = (monitor.publicatie.nummer if monitor.publicatie else 0 for monitor in (eerst, later))
    if toen > nu:
        raise Gebruikersfout(
            f"{naam(eerst.publicatie)} (publicatie {toen}) is van na {naam(later.publicatie)} (publicatie {nu}): "
            "geef bij --sinds de eerste van de twee"
        )
    tekst = maak(vergelijk_standen(eerst, later))
    if uit is None:
        click.echo(tekst, nl=False)
    else:
        schrijf(uit, tekst.encode())
