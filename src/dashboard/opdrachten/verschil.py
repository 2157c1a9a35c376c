"""`verschil EERST LATER`: what changed between two publications, and by which delivery."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from dashboard.opdrachten import FICTIEF

if TYPE_CHECKING:
    from dashboard.vergelijken import Afspraakverschil, Cijferverschil, Meldingverschil
    from dashboard.vergelijken.publicaties import Vergelijking


@click.command()
@click.argument("eerst")
@click.argument("later")
@click.option("--json", "als_json", is_flag=True, help="als object met een lijst per soort")
def verschil(eerst: str, later: str, als_json: bool) -> None:
    """Toon wat er veranderde tussen twee publicaties (nummer of naam), en door welke levering."""
    from dashboard.monitor import open_monitor
    from dashboard.vergelijken.publicaties import vergelijk_standen

    vergelijking = vergelijk_standen(open_monitor(eerst), open_monitor(later))
    fictief = vergelijking.eerst.fictief() or vergelijking.later.fictief()
    if als_json:
        click.echo(json.dumps(als_dict(vergelijking) | {"fictief": fictief}, ensure_ascii=False, indent=1))
        return
    for regel in _regels(vergelijking):
        click.echo(regel)
    if fictief:
        click.echo(FICTIEF)


def als_dict(vergelijking: Vergelijking) -> dict[str, Any]:
    """Everything that changed, flat, with shares as fractions."""
    verschil = vergelijking.verschil
    nummers = [p.nummer if (p := m.publicatie) else None for m in (vergelijking.eerst, vergelijking.later)]
    return {
        "eerst": nummers[0],
        "later": nummers[1],
        "afspraken": [_afspraak(v) | _door(vergelijking, v) for v in verschil.afspraken],
        "standen": [
            {"afspraak": v.oordeel.norm.afspraak, "norm": v.oordeel.norm.norm}
            | _cijfer(v.cijfer)
            | {"richting": v.richting}
            | {f"stand_{kant}": o.stand if o else None for kant, o in (("eerst", v.eerst), ("later", v.later))}
            | {
                f"indicatief_{kant}": o.indicatief if o else None
                for kant, o in (("eerst", v.eerst), ("later", v.later))
            }
            | _door(vergelijking, v)
            for v in verschil.standen
        ],
        "cijfers": [_cijfer(v) | _door(vergelijking, v) for v in verschil.cijfers],
        "meldingen": [_melding(v) | _door(vergelijking, v) for v in verschil.meldingen],
        "leveringen": [
            {**levering.__dict__, "van": levering.van.isoformat(), "tot": levering.tot.isoformat()}
            for levering in vergelijking.leveringen
        ],
    }


def _afspraak(v: Afspraakverschil) -> dict[str, Any]:
    uitkomst: dict[str, Any] = {"afspraak": v.later.afspraak.afspraak, "richting": v.richting}
    for kant, stand in (("eerst", v.eerst), ("later", v.later)):
        uitkomst |= {f"berekend_{kant}": stand.berekend, f"indicatief_{kant}": stand.indicatief}
        uitkomst |= {f"tegenspraak_{kant}": stand.tegenspraak}
    return uitkomst


def _cijfer(v: Cijferverschil) -> dict[str, Any]:
    w = v.waarneming
    plek = {"indicator": v.indicator.indicator, "niveau": v.niveau, "jaar": w.jaar, "soort": w.soort}
    deel = {"corporatie": w.corporatie, "kern": w.kern, "klasse": v.klasse or None}
    return plek | deel | {"waarde_eerst": v.waarden[0], "waarde_later": v.waarden[1]}


def _melding(v: Meldingverschil) -> dict[str, Any]:
    standen = {"stand_eerst": v.standen[0], "stand_later": v.standen[1]}
    return {"afspraak": v.afspraak, "actie": v.actie, "richting": v.richting} | standen


def _door(vergelijking: Vergelijking, v: Any) -> dict[str, list[str]]:
    return {"door": [levering.upload_id for levering in vergelijking.door(v)]}


def _regels(vergelijking: Vergelijking) -> Iterator[str]:
    """The sentence, then the changes by kind, each on a line with the deliveries that caused it."""
    from dashboard.vergelijken import afspraak_zin, melding_zin, zin

    overeenkomst, verschil = vergelijking.later.overeenkomst, vergelijking.verschil
    yield f"{vergelijking.zin}."
    if verschil.afspraken:
        yield "\nAfspraken"
    for afspraak in verschil.afspraken:
        yield f"  {afspraak_zin(afspraak)}{_achter(vergelijking, afspraak)}"
    for kop, rijen in (("Standen per norm", verschil.standen), ("Cijfers", verschil.cijfers)):
        if rijen:
            yield f"\n{kop}"
        for v in rijen:
            yield f"  {zin(overeenkomst, v)}{_achter(vergelijking, v)}"
    if verschil.meldingen:
        yield "\nGemelde standen"
    for melding in verschil.meldingen:
        yield f"  {melding_zin(overeenkomst, melding)}{_achter(vergelijking, melding)}"


def _achter(vergelijking: Vergelijking, v: Any) -> str:
    namen = [f"{levering.upload_id}{' vervallen' if levering.weg else ''}" for levering in vergelijking.door(v)]
    return f" [{', '.join(namen)}]" if namen else ""
