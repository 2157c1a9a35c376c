"""`restore` and `withdraw`: going back to an earlier publication, or taking one delivery out. Both ask before rows vanish."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
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

    from dashboard.store import Opslag, OpslagBeschadigd, Publicatie

ONBRUIKBAAR = 2
_wie = click.option("--wie", default="opdrachtregel", help="wie dit doet: een organisatie of functie, geen naam")
_waarom = click.option("--waarom", default="", help="de reden, voor het logboek")
_basis = click.option(
    "--basis", type=int, help="de nieuwste publicatie die u zag; is er een nieuwere, dan gebeurt er niets"
)


@click.command()
@click.argument("nummer")
@_wie
@_waarom
@_basis
@met_akkoord
@click.option(
    "--beschadigd-akkoord",
    is_flag=True,
    help="ook als de nieuwste publicatie beschadigd is en niemand rijen kan tellen",
)
def restore(
    nummer: str, wie: str, waarom: str, basis: int | None, verdwijnen_akkoord: int | None, beschadigd_akkoord: bool
) -> None:
    """Zet een eerdere publicatie terug, als nieuwe publicatie."""
    from dashboard.inname import controleer_wie
    from dashboard.store import Opslag, OpslagBeschadigd, OpslagFout

    with _of_weiger():
        controleer_wie(wie)
    opslag = Opslag(instelling("MONITOR_DATA"))
    nu, doel = opslag.publicatie(), opslag.publicatie(nummer)
    if nu is None or doel is None:
        raise OpslagFout("er is nog geen publicatie om te herstellen")
    erna = opslag.tabellen(doel)
    try:
        ervoor = opslag.tabellen(nu)
    except OpslagBeschadigd as fout:  # going back may be the way out
        _vraag_ja_bij_schade(opslag, fout, doel, nu, basis, akkoord=beschadigd_akkoord)
    else:
        _vraag_ja(nu, ervoor, erna, basis, verdwijnen_akkoord)
    nieuw = opslag.herstel(doel.nummer, wie=wie, waarom=waarom, basis=nu.nummer)
    click.echo(f"Publicatie {nieuw.nummer}: {nieuw.wat}.")
    _zeg_verzonnen(opslag.tabellen(nieuw))


@click.command()
@click.argument("nummer", type=int)
@_wie
@_waarom
@_basis
@met_akkoord
def withdraw(nummer: int, wie: str, waarom: str, basis: int | None, verdwijnen_akkoord: int | None) -> None:
    """Trek de levering van een publicatie in; wat erna kwam, blijft."""
    from dashboard.inname import NietTePubliceren, controleer_wie, trek_in, zonder_levering
    from dashboard.store import Opslag

    opslag = Opslag(instelling("MONITOR_DATA"))
    nu = opslag.publicatie()
    with _of_weiger():
        controleer_wie(wie)
        erna = zonder_levering(opslag, nummer)
        if nu is None:
            raise NietTePubliceren(f"Publicatie {nummer} is geen levering die nu geldt.")
    _vraag_ja(nu, opslag.tabellen(nu), erna, basis, verdwijnen_akkoord)
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


def _vraag_ja(
    nu: Publicatie, ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table], basis: int | None, akkoord: int | None
) -> None:
    """Show what would change, and stop with code 2 unless somebody said to have seen it: on which publication, and how many
    rows may vanish.
    """
    from dashboard.store import controleer_basis

    controleer_basis(nu, basis)
    hoeveel, zin = _toon_gevolg(nu, ervoor, erna)
    if not hoeveel and akkoord:
        click.echo(f"Niets veranderd: {GEEN_VERDWIJNT}", err=True)
        sys.exit(ONBRUIKBAAR)
    nodig = [f"--basis {nu.nummer}"] if basis is None else []
    nodig += [f"--verdwijnen-akkoord {hoeveel}"] if hoeveel and hoeveel != akkoord else []
    _of_stop(nodig, zin or "kijk eerst wat er verandert.")


def _vraag_ja_bij_schade(
    opslag: Opslag, fout: OpslagBeschadigd, doel: Publicatie, nu: Publicatie, basis: int | None, *, akkoord: bool
) -> None:
    """The same where the newest publication cannot be read whole: then its rows cannot be counted, but who published since is
    known.
    """
    from dashboard.store import controleer_basis

    controleer_basis(nu, basis)
    click.echo(f"Hoeveel rijen er verdwijnen, is niet te tellen: {fout}.")
    for weg in opslag.publicaties()[doel.nummer :]:
        click.echo(f"Geldt niet meer: publicatie {weg.nummer}, {weg.wie}: {weg.wat}")
    nodig = [f"--basis {nu.nummer}"] if basis is None else []
    nodig += [] if akkoord else ["--beschadigd-akkoord"]
    _of_stop(nodig, f"alles van na publicatie {doel.nummer} geldt dan niet meer.")


def _of_stop(nodig: Sequence[str], zin: str) -> None:
    if nodig:
        click.echo(f"Niets veranderd: {zin} Mag dat, geef dan {' '.join(nodig)}.", err=True)
        sys.exit(ONBRUIKBAAR)


def _toon_gevolg(nu: Publicatie, ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table]) -> tuple[int, str]:
    """Print what happens per quarter, to whose deliveries, and to the figures; how many rows vanish, and that in a sentence."""
    if all(tabel.equals(ervoor[naam]) for naam, tabel in erna.items()):
        return 0, ""
    toon_pandas()
    from dashboard.inname import per_kwartaal, veranderd, verdwenen_leveringen, verdwijnen, vergelijk
    from dashboard.monitor import open_monitor
    from dashboard.vergelijken.effect import effect_van

    tellingen = per_kwartaal(vergelijk(veranderd(ervoor, erna), ervoor), ervoor, erna)
    effect = effect_van(open_monitor(nu.nummer), erna)
    for regel in kwartaalregels(tellingen):
        click.echo(regel)
    for regel in verdwenen_leveringen(ervoor, erna):
        click.echo(f"Geldt niet meer: {regel}")
    click.echo(effect.samenvatting)
    for regel in effect.afspraken:
        click.echo(f"  {regel}")
    return verdwijnen(tellingen)


def _zeg_verzonnen(tabellen: Mapping[str, pa.Table]) -> None:
    if any(True in tabel["fictief"].to_pylist() for tabel in tabellen.values()):
        click.echo(FICTIEF)
