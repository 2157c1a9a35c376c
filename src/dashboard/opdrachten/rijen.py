"""`python -m dashboard rijen`: the delivered rows that a figure is made of."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.opdrachten.antwoord import geef
from dashboard.opdrachten.opties import met_definitie, met_formaat, met_stand, met_uit


@click.command()
@click.argument("indicator")
@click.option("--jaar", type=int, help="van dit jaar; zonder: het nieuwste jaar met een cijfer")
@click.option("--corporatie", help="code van een corporatie; zonder: alle samen")
@click.option("--kern", help="naam van een kern; zonder: alle samen")
@met_definitie
@met_stand
@met_formaat
@met_uit
def rijen(
    indicator: str,
    jaar: int | None,
    corporatie: str | None,
    kern: str | None,
    definitie: tuple[str, ...],
    stand: str | None,
    formaat: str,
    uit: Path | None,
) -> None:
    """Toon de aangeleverde rijen waar een cijfer uit bestaat, met bestand en rijnummer."""
    from dashboard.cijfers.anders import lees_schakelaars
    from dashboard.cijfers.herkomst import KOLOMMEN, lees_keuze, rijen_in
    from dashboard.monitor import open_monitor

    monitor = open_monitor(stand)
    anders = lees_schakelaars(monitor.overeenkomst, definitie)
    cijfer, keuze = lees_keuze(monitor.overeenkomst, indicator, corporatie, kern, anders)
    gevonden = rijen_in(monitor, cijfer, keuze, jaar)
    erbij = {"definitie": cijfer.definitie} if cijfer.definitie else {}
    rijen = [rij.als_dict() for rij in gevonden]
    kolommen = dict.fromkeys(naam for rij in rijen for naam in rij) if rijen else dict.fromkeys(KOLOMMEN)
    uitvoer = [rij | erbij for rij in rijen]
    geef(monitor, [*kolommen, *erbij], uitvoer, formaat, uit, fictief=any(rij.fictief for rij in gevonden))
