"""`python -m dashboard publish`: a delivery without a screen, with the checks and the words of the page."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.basis.opmaak import aantal, datum, getal
from dashboard.inname import Geweigerd
from dashboard.opdrachten import FICTIEF
from dashboard.opdrachten.check import als_object, verslag
from dashboard.opdrachten.keuzes import lees_in
from dashboard.opdrachten.kwartalen import kwartaalobjecten, kwartaalregels
from dashboard.opdrachten.opties import GEEN_VERDWIJNT, met_akkoord, met_keuzes
from dashboard.tabellen.contracten import MODI

if TYPE_CHECKING:
    from dashboard.inname import Inname, Kwartaaltelling, NietTePubliceren, Tabelverschil, Voorstel
    from dashboard.monitor import Monitor
    from dashboard.vergelijken.effect import Effect

NIET, ONBRUIKBAAR = 1, 2
_MEESTE = 25  # changes on the screen; --json has all of them
_HOE_BUITEN = "Geef --buiten toevoegen, weglaten of vervangen; of --modus aanvullen als alle rijen erbij komen."
_HOE_WEGLATEN = "Weglaten kan met --alleen-goede-rijen."
_DAG = click.DateTime(formats=["%Y-%m-%d"])


@dataclass(frozen=True)
class Uitkomst:
    """The outcome. Without `nummer` nothing was published, because of `reden`; steps that were not reached are None.

    `keuze_nodig`: the file is fine, but somebody must first say what it does to what was published.
    """

    inname: Inname
    reden: str = ""
    nummer: int | None = None
    voorstel: Voorstel | None = None
    rijen: tuple[Tabelverschil, ...] = ()
    effect: Effect | None = None
    kwartalen: tuple[Kwartaaltelling, ...] = ()
    keuze_nodig: bool = False


@click.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--wie", required=True, help="de organisatie of functie die aanlevert, geen naam")
@click.option("--waarom", default="", help="de reden, voor het logboek")
@met_keuzes
@click.option("--van", type=_DAG, help="eerste dag waarover de levering gaat; zonder: wat het bestand zegt")
@click.option("--tot", type=_DAG, help="laatste dag waarover de levering gaat")
@click.option(
    "--modus",
    type=click.Choice(MODI),
    help="wat de rijen doen met wat er al was: alles van de periode vervangen, aanvullen, of alleen bekende corrigeren",
)
@click.option(
    "--buiten",
    type=click.Choice(("toevoegen", "weglaten", "vervangen")),
    help="wat er gebeurt met rijen buiten de periode; vervangen: ook hun kwartaal",
)
@met_akkoord
@click.option("--alleen-goede-rijen", is_flag=True, help="laat rijen met fouten weg; elke pagina zegt dat dan")
@click.option("--toch", is_flag=True, help="ook als dit bestand al gepubliceerd is")
@click.option(
    "--basis", type=int, help="nummer van de publicatie waarop is besloten; is er een nieuwere, dan gebeurt er niets"
)
@click.option("--json", "als_json", is_flag=True, help="als een object")
def publish(bestand: Path, *, als_json: bool, **keuzes: Any) -> None:
    """Controleer een bestand en publiceer het, als er geen fouten in staan."""
    from dashboard.monitor import open_monitor

    monitor = open_monitor()
    try:
        uitkomst = _publiceer(monitor, bestand, **keuzes)
    except Geweigerd as fout:
        if als_json:
            click.echo(_json({"bestand": bestand.name, "gepubliceerd": None, "reden": fout.zin}))
        else:
            click.echo(f"{bestand.name}: {fout.zin}", err=True)
        sys.exit(ONBRUIKBAAR)
    click.echo(_json(_als_dict(uitkomst)) if als_json else "\n".join(_regels(uitkomst)))
    if uitkomst.nummer is None:
        sys.exit(ONBRUIKBAAR if uitkomst.keuze_nodig else NIET)


def _publiceer(
    monitor: Monitor,
    bestand: Path,
    *,
    wie: str,
    waarom: str,
    van: dt.datetime | None,
    tot: dt.datetime | None,
    modus: str | None,
    buiten: str | None,
    verdwijnen_akkoord: int | None,
    alleen_goede_rijen: bool,
    toch: bool,
    basis: int | None,
    **keuzes: Any,
) -> Uitkomst:
    """The outcome of all steps in order, up to the first that refuses. Raises Geweigerd."""
    from dashboard.basis.instellingen import instelling
    from dashboard.inname import (
        Besluit,
        Buiten,
        Modus,
        NietTePubliceren,
        Omgeving,
        alle_gelijk,
        buitenstaanders,
        eerder_gepubliceerd,
        maak_voorstel,
        per_kwartaal,
        vandaag,
        verdwijnen,
        vergelijk,
    )
    from dashboard.store import IntussenGepubliceerd, Opslag
    from dashboard.vergelijken.effect import effect_van

    eerste, laatste = van.date() if van else None, tot.date() if tot else None
    omgeving = Omgeving(monitor.overeenkomst, monitor.gegevens)
    periode = (eerste, laatste) if eerste and laatste else None
    if periode and periode[0] > periode[1]:
        raise Geweigerd("De periode eindigt voor zij begint: --tot ligt voor --van.")
    inname = lees_in(bestand, omgeving, periode=periode, **keuzes)
    if not toch and (eerder := eerder_gepubliceerd(inname, monitor.gegevens)):
        rij = eerder[0]
        wanneer = f"op {datum(rij['aangeleverd_op'])} door {rij['aangeleverd_door']}, als levering {rij['upload_id']}"
        return Uitkomst(inname, f"Dit bestand is al gepubliceerd, {wanneer}. Met --toch gebeurt het opnieuw.")
    opslag = Opslag(instelling("MONITOR_DATA"))
    bezet = {upload for publicatie in opslag.publicaties() for upload in publicatie.uploads}
    besluit = Besluit(wie, vandaag(), eerste, laatste, alleen_goede_rijen, bezet, Modus(modus or Modus.VERVANGEN))
    if buiten is not None and besluit.modus is not Modus.VERVANGEN:
        raise Geweigerd(f"--buiten past niet bij --modus {modus}: daarbij zijn er geen rijen buiten een periode.")
    if buiten is not None:
        elders = buitenstaanders(inname.gebruikt, besluit)
        besluit = replace(besluit, buiten=alle_gelijk(elders, Buiten(buiten)))
    try:
        voorstel = maak_voorstel(inname, monitor.gegevens, besluit)
    except NietTePubliceren as fout:
        return _niet(inname, fout)
    rijen, effect = vergelijk(voorstel.wijzigingen, monitor.gegevens), effect_van(monitor, voorstel.erna)
    tellingen = per_kwartaal(rijen, monitor.gegevens, voorstel.erna)
    hoeveel, zin = verdwijnen(tellingen)
    if not hoeveel and verdwijnen_akkoord:
        return Uitkomst(inname, f"Niet gepubliceerd: {GEEN_VERDWIJNT}", None, voorstel, rijen, effect, tellingen, True)
    if hoeveel and (modus is None or hoeveel != verdwijnen_akkoord):
        hoe = f"Mag dat, geef dan --modus vervangen --verdwijnen-akkoord {hoeveel}."
        hoe += " Zijn het nagekomen rijen, kies dan --modus aanvullen." if modus is None else ""
        return Uitkomst(inname, f"Niet gepubliceerd: {zin} {hoe}", None, voorstel, rijen, effect, tellingen, True)
    try:
        nieuw = opslag.publiceer(
            voorstel.wijzigingen,
            wie=wie.strip(),
            wat=voorstel.wat,
            waarom=waarom,
            afspraken=monitor.overeenkomst.vingerafdruk,
            basis=_nummer(monitor) if basis is None else basis,
        )
    except IntussenGepubliceerd as fout:
        return Uitkomst(inname, f"Niet gepubliceerd: {fout}.", None, voorstel, rijen, effect, tellingen)
    return Uitkomst(inname, "", nieuw.nummer, voorstel, rijen, effect, tellingen)


def _niet(inname: Inname, fout: NietTePubliceren) -> Uitkomst:
    """The outcome when the intake refuses, with the option that settles it."""
    from dashboard.inname import FouteRijen, KeuzeNodig

    keuze = isinstance(fout, KeuzeNodig)
    hoe = _HOE_BUITEN if keuze else _HOE_WEGLATEN if isinstance(fout, FouteRijen) else ""
    return Uitkomst(inname, f"{fout} {hoe}".rstrip(), keuze_nodig=keuze)


def _nummer(monitor: Monitor) -> int:
    return monitor.publicatie.nummer if monitor.publicatie else 0


def _regels(uitkomst: Uitkomst) -> list[str]:
    """The outcome in words: what was read and found, what it changes, and whether it was published."""
    regels = [verslag(uitkomst.inname)]
    if uitkomst.voorstel is not None and uitkomst.voorstel.behouden:
        regels.append(uitkomst.voorstel.behouden)
    regels += [_telling(verschil) for verschil in uitkomst.rijen]
    regels += [f"  {regel}" for regel in kwartaalregels(uitkomst.kwartalen)]
    regels += [f"Let op, {telling.waarschuwing}" for telling in uitkomst.kwartalen if telling.waarschuwing]
    if uitkomst.effect is not None:
        regels += [uitkomst.effect.samenvatting, *(f"  {zin}" for zin in uitkomst.effect.afspraken)]
        regels += _inspringen(uitkomst.effect.zinnen)
        if uitkomst.effect.waarschuwingen:
            regels += ["Sluit minder goed aan dan eerst:", *_inspringen(uitkomst.effect.waarschuwingen)]
    voorstel = uitkomst.voorstel
    if uitkomst.nummer is None or voorstel is None:
        regels.append(uitkomst.reden)
    else:
        weg = sum(rij["weggelaten"] for rij in voorstel.leveringen)
        zonder = f" Zonder {aantal(weg, 'rij', 'rijen')} met fouten." if weg else ""
        regels.append(f"Publicatie {uitkomst.nummer}: {voorstel.wat}.{zonder}")
    return [*regels, FICTIEF] if voorstel is not None and voorstel.fictief else regels


def _telling(verschil: Tabelverschil) -> str:
    delen = [f"{getal(len(verschil.nieuw))} nieuw", f"{getal(verschil.gewijzigd)} gewijzigd"]
    delen += [f"{getal(len(verschil.verdwenen))} verdwenen", f"{getal(verschil.gelijk)} gelijk"]
    return f"{verschil.tabel.naam}: {', '.join(delen)}."


def _inspringen(zinnen: Sequence[str]) -> list[str]:
    regels = [f"  {zin}" for zin in zinnen[:_MEESTE]]
    nog = len(zinnen) - _MEESTE
    return regels if nog <= 0 else [*regels, f"  en nog {aantal(nog, 'regel', 'regels')}; met --json staan ze er alle"]


def _als_dict(uitkomst: Uitkomst) -> dict[str, Any]:
    """What `--json` prints: as `check`, with what it changes and whether it was published."""
    voorstel, effect = uitkomst.voorstel, uitkomst.effect
    return {
        **als_object(uitkomst.inname),
        "gepubliceerd": uitkomst.nummer,
        "reden": uitkomst.reden or None,
        "leveringen": [rij["upload_id"] for rij in voorstel.leveringen] if voorstel else [],
        "vervangen": list(voorstel.vervangen) if voorstel else [],
        "verschil": {
            verschil.tabel.naam: {
                "nieuw": len(verschil.nieuw),
                "gewijzigd": verschil.gewijzigd,
                "verdwenen": len(verschil.verdwenen),
                "gelijk": verschil.gelijk,
            }
            for verschil in uitkomst.rijen
        },
        "per_kwartaal": kwartaalobjecten(uitkomst.kwartalen),
        "afspraken": list(effect.afspraken) if effect else [],
        "effect": list(effect.zinnen) if effect else [],
        "sluit_minder_aan": list(effect.waarschuwingen) if effect else [],
        "fictief": voorstel.fictief if voorstel else False,
    }


def _json(inhoud: dict[str, Any]) -> str:
    return json.dumps(inhoud, ensure_ascii=False, indent=1)
