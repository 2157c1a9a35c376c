"""Options that several commands share, with one name and one explanation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dashboard.tabellen.contracten import AANGELEVERD

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
met_akkoord = click.option(
    "--verdwijnen-akkoord",
    type=int,
    metavar="AANTAL",
    help="zo veel gepubliceerde rijen mogen verdwijnen; is het een ander aantal, dan gebeurt er niets",
)
GEEN_VERDWIJNT = "er verdwijnt geen enkele gepubliceerde rij. Laat --verdwijnen-akkoord weg."
_KEUZES = (
    click.option(
        "--soort", type=click.Choice(AANGELEVERD), help="de tabel die in het bestand staat; zonder: wat herkend wordt"
    ),
    click.option("--corporatie", help="de corporatie, als die niet in het bestand staat; een naam mag ook"),
    click.option(
        "--zonder", multiple=True, metavar="KOLOM", help="laat deze kolom weg, bijvoorbeeld met persoonsgegevens"
    ),
    click.option("--antwoord", multiple=True, metavar="KOLOM=WAARDE", help="antwoord op een vraag over een kolom"),
)


def met_keuzes(opdracht: Callable[..., Any]) -> Callable[..., Any]:
    """The options about the contents of a file."""
    for optie in reversed(_KEUZES):
        opdracht = optie(opdracht)
    return opdracht
