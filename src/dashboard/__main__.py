"""The command line: `python -m dashboard`. The same figures as the pages, for scripts and for people without a screen.

Exit codes: 0 fine, 1 the answer is no, 2 unusable input, with a Dutch line that says what and where. Modules that
cost time to import are imported by the command that needs them.
"""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.basis.fouten import Gebruikersfout
from dashboard.basis.instellingen import afspraken_map, instelling
from dashboard.basis.opmaak import tijdstip
from dashboard.opdrachten import FICTIEF
from dashboard.opdrachten.antwoord import geef, toon
from dashboard.opdrachten.beheer import backup, nieuw, onderhoud, restore_backup, verify
from dashboard.opdrachten.bericht import bericht
from dashboard.opdrachten.check import check
from dashboard.opdrachten.export import export
from dashboard.opdrachten.nederlands import Opdrachten
from dashboard.opdrachten.opties import met_definitie, met_formaat, met_stand, met_uit
from dashboard.opdrachten.overleg import aandacht, afspraken
from dashboard.opdrachten.publish import publish
from dashboard.opdrachten.rijen import rijen
from dashboard.opdrachten.terug import restore, withdraw
from dashboard.opdrachten.verschil import verschil
from dashboard.opdrachten.vlug import verberg_pandas
from dashboard.tabellen.contracten import TABELLEN

if TYPE_CHECKING:
    from dashboard.store import Opslag, Publicatie

NEE, ONBRUIKBAAR = 1, 2
MET_RIJEN = (
    "aandacht",
    "afspraken",
    "backup",
    "bericht",
    "export",
    "nieuw",
    "onderhoud",
    "publications",
    "query",
    "restore",
    "restore-backup",
    "rijen",
    "stoplicht",
    "verify",
    "verschil",
)  # these need no pandas
_CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(cls=Opdrachten, context_settings=_CONTEXT)
@click.version_option(package_name="dashboard", message="%(version)s", help="Toon de versie.")
def cli() -> None:
    """Monitor Prestatieafspraken op de opdrachtregel."""


_ELDERS = (
    aandacht,
    afspraken,
    backup,
    bericht,
    check,
    export,
    nieuw,
    onderhoud,
    publish,
    restore,
    restore_backup,
    rijen,
    verify,
    verschil,
)
for opdracht in (*_ELDERS, withdraw):
    cli.add_command(opdracht)


@cli.command()
def demo() -> None:
    """Bouw de verzonnen voorbeeldgegevens in een lege opslag."""
    from voorbeeld.bouw import bouw_voorbeeld

    nieuw, alle = bouw_voorbeeld(afspraken_map(), instelling("MONITOR_DATA"))
    if nieuw:
        click.echo(f"{nieuw} publicaties met verzonnen voorbeeldgegevens gemaakt in {instelling('MONITOR_DATA')}.")
    else:
        click.echo(f"De voorbeeldgegevens staan er al ({alle} publicaties in {instelling('MONITOR_DATA')}).")


@cli.command()
@click.argument("naam")
@click.option(
    "--param", "params", multiple=True, metavar="NAAM=WAARDE", help="parameter van de query; lijsten met komma's"
)
@met_definitie
@met_stand
@met_formaat
@met_uit
def query(
    naam: str, params: tuple[str, ...], definitie: tuple[str, ...], stand: str | None, formaat: str, uit: Path | None
) -> None:
    """Stel een query, bijvoorbeeld voorraad/plan of toewijzing/aandeel_regulier."""
    from dashboard.cijfers.anders import lees_schakelaars, woorden
    from dashboard.monitor import open_monitor
    from dashboard.queries import QueryFout, parameters

    gegeven = {}
    for param in (*params, *definitie):
        sleutel, teken, waarde = param.partition("=")
        if not teken:
            raise QueryFout(f"parameter '{param}': verwacht naam=waarde")
        gegeven[sleutel] = waarde
    monitor = open_monitor(stand)
    kolommen = [kolom for kolom, _ in monitor.queries[naam].kolommen]
    rijen = monitor.rijen(naam, **gegeven)
    if definitie:
        anders = woorden(monitor.overeenkomst, naam, lees_schakelaars(monitor.overeenkomst, definitie))
        kolommen, rijen = [*kolommen, "definitie"], [{**rij, "definitie": anders} for rij in rijen]
    gelezen = parameters(monitor.queries[naam], gegeven)
    keuze = {deel: gelezen[deel] for deel in ("corporaties", "kernen") if gelezen.get(deel)}
    mist = [", ".join(monitor.ontbreekt(naam, rij, keuze)) for rij in rijen]
    zinnen = list(dict.fromkeys(f"{rij['jaar']}: {wie}" for rij, wie in zip(rijen, mist, strict=True) if wie))
    if zinnen and formaat != "tabel":
        kolommen = [*kolommen, "ontbreekt"]
        rijen = [{**rij, "ontbreekt": wie or None} for rij, wie in zip(rijen, mist, strict=True)]
    geef(monitor, kolommen, rijen, formaat, uit, fictief=monitor.fictief(naam), mist=zinnen)


@cli.command()
@click.option("--json", "als_json", is_flag=True, help="als lijst van objecten")
@click.option("--jaar", type=int, help="alleen dit jaar")
@met_definitie
@met_stand
@click.option("--streng", is_flag=True, help="eindig met code 1 als er een norm achter op schema is")
def stoplicht(als_json: bool, jaar: int | None, definitie: tuple[str, ...], stand: str | None, streng: bool) -> None:
    """Toon van elke norm de stand en de reden."""
    from dashboard.cijfers.anders import lees_schakelaars, oordelen_met
    from dashboard.monitor import open_monitor
    from dashboard.normen import met_toeval

    monitor = open_monitor(stand)
    alle = oordelen_met(monitor, lees_schakelaars(monitor.overeenkomst, definitie))
    oordelen = [oordeel for oordeel in alle if jaar is None or oordeel.waarneming.jaar == jaar]
    rijen = []
    for oordeel in oordelen:
        indicator = monitor.overeenkomst.indicator[oordeel.norm.indicator]
        fictief = oordeel.waarneming.soort == "realisatie" and monitor.fictief(indicator.query)
        rij = oordeel.als_dict() | {"fictief": fictief}
        if als_json:  # the table has no room for it, and the first interval costs a tenth of a second
            rij["toeval_van"], rij["toeval_tot"] = met_toeval(indicator, oordeel.waarneming) or (None, None)
        rijen.append(rij)
    kolommen = ("afspraak", "norm", "jaar", "soort", "corporatie", "kern", "stand", "indicatief", "reden")
    toon(monitor, kolommen, rijen, als_json=als_json)
    if streng and any(oordeel.stand == "achter" for oordeel in oordelen):
        sys.exit(NEE)


@cli.command()
def publications() -> None:
    """Toon alle publicaties, de nieuwste onderaan."""
    from dashboard.store import Opslag

    opslag = Opslag(instelling("MONITOR_DATA"))
    alle = opslag.publicaties()
    for publicatie in alle:
        stand = f"  [{publicatie.stand}]" if publicatie.stand else ""
        schade = f"  BESCHADIGD: {publicatie.schade}" if publicatie.schade else ""
        wat = f"{publicatie.wie}: {publicatie.wat}{stand}{schade}"
        click.echo(f"{publicatie.nummer:>4}  {tijdstip(publicatie.moment)}  {wat}")
    if not alle:
        click.echo(f"Er is nog niets gepubliceerd in {instelling('MONITOR_DATA')}.")
        sys.exit(NEE)
    if _verzonnen(opslag, alle[-1]):
        click.echo(FICTIEF)
    if any(publicatie.schade for publicatie in alle):
        sys.exit(ONBRUIKBAAR)


def _verzonnen(opslag: Opslag, publicatie: Publicatie) -> bool:
    """Whether a publication holds invented rows."""
    return any(True in opslag.tabel(naam, publicatie)["fictief"].to_pylist() for naam in TABELLEN)  # the first will do


def _verkeerde_aanroep(fout: click.UsageError) -> str:
    """The Dutch sentence for a usage error, because Click words them in English."""
    match fout:
        case click.NoSuchOption():
            wat = f"onbekende optie {fout.option_name}"
        case click.MissingParameter():
            wat = f"er ontbreekt {fout.param.human_readable_name if fout.param else 'iets'}"
        case click.BadParameter():
            wat = f"ongeldige waarde voor {fout.param.human_readable_name if fout.param else 'een optie'}"
            if fout.param is not None and isinstance(fout.param.type, click.Choice):
                wat += f", kies uit {', '.join(fout.param.type.choices)}"
        case click.BadOptionUsage():
            wat = f"achter {fout.option_name} ontbreekt de waarde"
        case click.exceptions.NoArgsIsHelpError():
            wat = f"er ontbreekt een opdracht, kies uit {', '.join(cli.commands)}"
        case _:
            wat = f"onbekende opdracht of te veel woorden: {' '.join(sys.argv[1:])}"
    return f"{wat}; zie python -m dashboard --help"


def main() -> None:
    """Run a command; every expected fault becomes a Dutch line and exit code 2."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may not have the thin space
    try:
        cli.main(standalone_mode=False, prog_name="python -m dashboard")
    except click.exceptions.Exit as einde:
        sys.exit(einde.exit_code)
    except click.Abort:
        sys.exit(ONBRUIKBAAR)
    except click.UsageError as fout:
        click.echo(_verkeerde_aanroep(fout), err=True)
        sys.exit(ONBRUIKBAAR)
    except Gebruikersfout as fout:
        click.echo(str(fout), err=True)
        sys.exit(ONBRUIKBAAR)


if __name__ == "__main__":
    gc.set_threshold(100_000)  # collecting garbage took a tenth of the time of a short command
    # Not in `main`: its callers may have frames for Arrow, which remembers that pandas was hidden.
    if sys.argv[1:2] and sys.argv[1] in MET_RIJEN:
        verberg_pandas()
    main()
