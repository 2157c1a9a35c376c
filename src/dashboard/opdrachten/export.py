"""`export`: the monitor as a document, of one stand and of what was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.basis.fouten import Gebruikersfout
from dashboard.basis.opmaak import opsomming
from dashboard.opdrachten import FICTIEF, LEEG
from dashboard.opdrachten.antwoord import schrijf
from dashboard.opdrachten.opties import met_stand

if TYPE_CHECKING:
    from dashboard.afspraken import Overeenkomst, Thema


@click.command()
@click.option("--formaat", type=click.Choice(["xlsx"]), required=True, help="xlsx: een werkboek")
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="schrijf het document naar dit bestand",
)
@met_stand
@click.option("--thema", type=int, help="nummer van een thema; zonder: alle")
@click.option("--kern", help="alleen deze kern")
@click.option("--corporatie", help="alleen deze corporatie; code of naam")
def export(
    formaat: str,  # noqa: ARG001 - there is one
    uit: Path,
    stand: str | None,
    thema: int | None,
    kern: str | None,
    corporatie: str | None,
) -> None:
    """Maak een werkboek van een stand, met alles wat de pagina's tonen."""
    from dashboard.cijfers import Keuze
    from dashboard.monitor import open_monitor, open_vorige
    from dashboard.papieren.uitgave import Uitgave
    from dashboard.papieren.werkboek import werkboek

    monitor = open_monitor(stand)
    overeenkomst = monitor.overeenkomst
    keuze = Keuze(_corporatie(overeenkomst, corporatie), _kernen(overeenkomst, kern))
    uitgave = Uitgave(monitor, open_vorige(monitor), keuze, _thema(overeenkomst, thema))
    schrijf(uit, werkboek(uitgave))
    if monitor.publicatie is None:
        click.echo(LEEG, err=True)
    click.echo(f"{uit}: {uitgave.titel}, {uitgave.stand}; {uitgave.gekozen}.")
    if monitor.fictief():
        click.echo(FICTIEF)


def _thema(overeenkomst: Overeenkomst, nummer: int | None) -> Thema | None:
    if nummer is None:
        return None
    gevonden = next((thema for thema in overeenkomst.themas if thema.thema == nummer), None)
    if gevonden is None:
        bekend = opsomming((f"{thema.thema} ({thema.naam})" for thema in overeenkomst.themas), "of")
        raise Gebruikersfout(f"--thema {nummer} bestaat niet; kies uit {bekend}")
    return gevonden


def _kernen(overeenkomst: Overeenkomst, kern: str | None) -> tuple[str, ...]:
    if kern is None:
        return ()
    gevonden = tuple(k.kern for k in overeenkomst.kernen if k.kern.casefold() == kern.strip().casefold())
    if not gevonden:
        raise Gebruikersfout(
            f"--kern {kern} bestaat niet; kies uit {opsomming((k.kern for k in overeenkomst.kernen), 'of')}"
        )
    return gevonden


def _corporatie(overeenkomst: Overeenkomst, naam: str | None) -> str | None:
    if naam is None:
        return None
    gezocht = naam.strip().casefold()
    for c in overeenkomst.corporaties:
        if gezocht in (c.corporatie.casefold(), c.naam.casefold(), c.kort.casefold()):
            return c.corporatie
    bekend = opsomming((f"{c.corporatie} ({c.naam})" for c in overeenkomst.corporaties), "of")
    raise Gebruikersfout(f"--corporatie {naam} bestaat niet; kies uit {bekend}")
