"""Options that several commands share, with one name and one explanation."""

from __future__ import annotations

from pathlib import Path

import click

met_stand = click.option("--stand", help="nummer of naam van een publicatie; zonder: de nieuwste")
met_formaat = click.option(
    "--formaat", type=click.Choice(["tabel", "csv", "json", "parquet"]), default="tabel", help="vorm van het antwoord"
)
met_uit = click.option(
    "--uit", type=click.Path(dir_okay=False, path_type=Path), help="schrijf naar dit bestand in plaats van het scherm"
)
met_definitie = click.option(
    "--definitie", multiple=True, metavar="NAAM=JA/NEE", help="tel anders dan afgesproken, bijvoorbeeld nieuwbouw=nee"
)
