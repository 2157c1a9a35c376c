"""What a caretaker does with a store: make one, check it, keep it small, copy it and put a copy back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.basis.instellingen import instelling
from dashboard.basis.opmaak import aantal, getal

if TYPE_CHECKING:
    from dashboard.store import Publicatie

NEE = 1
_BESTAND = click.Path(dir_okay=False, path_type=Path)


@click.command()
def nieuw() -> None:
    """Maak een lege opslag."""
    from dashboard.store import Opslag

    Opslag(instelling("MONITOR_DATA")).maak()
    click.echo(f"Lege opslag gemaakt in {instelling('MONITOR_DATA')}.")


@click.command()
@click.option("--alles", is_flag=True, help="elke publicatie, niet alleen de nieuwste")
def verify(alles: bool) -> None:
    """Controleer of wat er staat is wat er gepubliceerd is."""
    from dashboard.store import Opslag
    from dashboard.store.controle import controleer

    gevonden = controleer(Opslag(instelling("MONITOR_DATA")), alles=alles)
    for regel in gevonden.schade:
        click.echo(f"Beschadigd: {regel}")
    if gevonden.zonder_afdruk:
        nummers = ", ".join(map(str, gevonden.zonder_afdruk))
        click.echo(f"Zonder vingerafdruk, dus alleen gelezen: publicatie {nummers}.")
    if gevonden.schade:
        sys.exit(NEE)
    hoeveel = aantal(len(gevonden.publicaties), "publicatie", "publicaties")
    click.echo(f"{hoeveel} gecontroleerd: heel." if gevonden.publicaties else "Er is nog niets gepubliceerd.")


@click.command()
def onderhoud() -> None:
    """Ruim op wat geen publicatie noemt; elke stand blijft."""
    from dashboard.store import Opslag
    from dashboard.store.onderhoud import onderhoud as voer_uit

    ervoor, erna, kapot = voer_uit(Opslag(instelling("MONITOR_DATA")))
    click.echo(
        f"Van {getal(ervoor.bestanden)} naar {getal(erna.bestanden)} bestanden, "
        f"van {_mb(ervoor.bytes)} naar {_mb(erna.bytes)} MB."
    )
    if kapot:
        click.echo(f"Niet aangeraakt, want beschadigd: {', '.join(kapot)}. 'verify --alles' zegt wat er is.")
        sys.exit(NEE)


@click.command()
@click.argument("doel", type=_BESTAND)
def backup(doel: Path) -> None:
    """Maak een reservekopie van de opslag in een zip-bestand."""
    from dashboard.store import Opslag
    from dashboard.store.reservekopie import maak_reservekopie

    laatste, schade = maak_reservekopie(Opslag(instelling("MONITOR_DATA")), doel)
    click.echo(f"Reservekopie {doel} gemaakt, {_tot(laatste)}.")
    for regel in schade:
        click.echo(f"Beschadigd, ook in deze kopie: {regel}")
    if schade:
        sys.exit(NEE)


@click.command("restore-backup")
@click.argument("bron", type=_BESTAND)
@click.option("--opzij", is_flag=True, help="geef de opslag die er staat eerst een andere naam")
@click.option("--met-schade", is_flag=True, help="ook als er in de kopie publicaties beschadigd zijn")
def restore_backup(bron: Path, opzij: bool, met_schade: bool) -> None:
    """Zet een reservekopie terug als opslag."""
    from dashboard.store import Opslag
    from dashboard.store.reservekopie import zet_terug

    laatste, weg = zet_terug(bron, Opslag(instelling("MONITOR_DATA")), opzij=opzij, met_schade=met_schade)
    if weg is not None:
        click.echo(f"De opslag die er stond, heet nu {weg}.")
    click.echo(f"Teruggezet en gecontroleerd, {_tot(laatste)}.")


def _tot(laatste: Publicatie | None) -> str:
    return f"tot en met publicatie {laatste.nummer}" if laatste else "zonder publicaties"


def _mb(bytes_: int) -> str:
    return getal(bytes_ / 1e6, 1)
