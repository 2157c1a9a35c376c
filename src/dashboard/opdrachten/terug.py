"""`restore` and `withdraw`: going back to an earlier publication, or taking one delivery out. Both ask before rows vanish."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from dashboard.basis.instellingen import instelling
from dashboard.opdrachten import FICTIEF
from dashboard.opdrachten.kwartalen import kwartaalregels
from dashboard.opdrachten.opties import GEEN_VERDWIJNT, met_akkoord
from dashboard.opdrachten.vlug import toon_pandas

if TYPE_CHECKING:
    import pyarrow as pa

ONBRUIKBAAR = 2
_wie = click.option("--wie", default="opdrachtregel", help="wie dit doet: een organisatie of functie, geen naam")
_waarom = click.option("--waarom", default="", help="de reden, voor het logboek")


@click.command()
@click.argument("nummer")
@_wie
@_waarom
@met_akkoord
def restore(nummer: str, wie: str, waarom: str, verdwijnen_akkoord: int | None) -> None:
    """Zet een eerdere publicatie terug, als nieuwe publicatie."""
    from dashboard.inname import controleer_wie
    from dashboard.store import Opslag

    with _of_weiger():
        controleer_wie(wie)
    opslag = Opslag(instelling("MONITOR_DATA"))
    doel = opslag.publicatie(nummer)
    if doel is not None:
        _vraag_akkoord(opslag.tabellen(opslag.publicatie()), opslag.tabellen(doel), verdwijnen_akkoord)
    nieuw = opslag.herstel(nummer, wie=wie, waarom=waarom)
    click.echo(f"Publicatie {nieuw.nummer}: {nieuw.wat}.")
    _zeg_verzonnen(opslag.tabellen(nieuw))


@click.command()
@click.argument("nummer", type=int)
@_wie
@_waarom
@met_akkoord
def withdraw(nummer: int, wie: str, waarom: str, verdwijnen_akkoord: int | None) -> None:
    """Trek de levering van een publicatie in; wat erna kwam, blijft."""
    from dashboard.inname import controleer_wie, trek_in, zonder_levering
    from dashboard.store import Opslag

    opslag = Opslag(instelling("MONITOR_DATA"))
    nu = opslag.publicatie()
    with _of_weiger():
        controleer_wie(wie)
        erna = zonder_levering(opslag, nummer)
    _vraag_akkoord(opslag.tabellen(nu), erna, verdwijnen_akkoord)
    nieuw = trek_in(opslag, nummer, erna, wie=wie, waarom=waarom, basis=nu)
    click.echo(f"Publicatie {nieuw.nummer}: {nieuw.wat}.")
    _zeg_verzonnen(erna)


@contextmanager
def _of_weiger() -> Iterator[None]:
    """Say why, and stop with code 2, where this may not be."""
    from dashboard.inname import NietTePubliceren

    try:
        yield
    except NietTePubliceren as fout:
        click.echo(str(fout), err=True)
        sys.exit(ONBRUIKBAAR)


def _vraag_akkoord(ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table], akkoord: int | None) -> None:
    """Show what happens per quarter, and stop with code 2 when rows vanish that nobody agreed to."""
    if all(tabel.equals(ervoor[naam]) for naam, tabel in erna.items()):
        return
    toon_pandas()
    from dashboard.inname import per_kwartaal, veranderd, verdwijnen, vergelijk

    tellingen = per_kwartaal(vergelijk(veranderd(ervoor, erna), ervoor), ervoor, erna)
    for regel in kwartaalregels(tellingen):
        click.echo(regel)
    hoeveel, zin = verdwijnen(tellingen)
    if not hoeveel and akkoord:
        click.echo(f"Niets veranderd: {GEEN_VERDWIJNT}", err=True)
        sys.exit(ONBRUIKBAAR)
    if hoeveel and hoeveel != akkoord:
        click.echo(f"Niets veranderd: {zin} Mag dat, geef dan --verdwijnen-akkoord {hoeveel}.", err=True)
        sys.exit(ONBRUIKBAAR)


def _zeg_verzonnen(tabellen: Mapping[str, pa.Table]) -> None:
    if any(True in tabel["fictief"].to_pylist() for tabel in tabellen.values()):
        click.echo(FICTIEF)
