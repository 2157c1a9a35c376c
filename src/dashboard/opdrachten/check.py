"""`python -m dashboard check`: what is wrong with a file, before anybody publishes it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.basis.opmaak import aantal, opsomming
from dashboard.inname import Bevinding, Geweigerd
from dashboard.opdrachten.keuzes import lees_in
from dashboard.opdrachten.kwartalen import kwartaalobjecten, kwartaalregels
from dashboard.opdrachten.opties import met_keuzes

if TYPE_CHECKING:
    from dashboard.inname import Inname, Kwartaaltelling, Omgeving, Tabelinname

FOUTEN, ONBRUIKBAAR = 1, 2
_NIEMAND = "wie controleert"  # nothing is published under it
_MEESTE = 50  # lines of one kind on the screen; --json has all of them


@click.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@met_keuzes
@click.option("--json", "als_json", is_flag=True, help="als een object")
def check(bestand: Path, *, als_json: bool, **keuzes: Any) -> None:
    """Controleer een bestand zonder het te publiceren."""
    try:
        omgeving = huidige_omgeving()
        inname = lees_in(bestand, omgeving, **keuzes)
    except Geweigerd as fout:
        if als_json:
            click.echo(_json({**_leeg(bestand), "geweigerd": fout.zin}))
        else:
            click.echo(f"{bestand.name}: {fout.zin}", err=True)
        sys.exit(ONBRUIKBAAR)
    tellingen, gevraagd = vooruitblik(inname, omgeving)
    if als_json:
        vooruit = {"per_kwartaal": kwartaalobjecten(tellingen), "bij_publiceren": gevraagd}
        click.echo(_json(als_object(inname) | vooruit))
    else:
        regels = [verslag(inname), *(f"  {regel}" for regel in kwartaalregels(tellingen))]
        click.echo("\n".join([*regels, *(f"Bij het publiceren wordt gevraagd: {vraag}" for vraag in gevraagd)]))
    if not inname.goed:
        sys.exit(FOUTEN)


def huidige_omgeving() -> Omgeving:
    """The agreement and the newest publication; without a store there are no published rows to compare with."""
    from dashboard.afspraken import laad_overeenkomst
    from dashboard.basis.instellingen import afspraken_map, instelling
    from dashboard.inname import Omgeving
    from dashboard.store import GeenOpslag, Opslag

    opslag = Opslag(instelling("MONITOR_DATA"))
    try:
        nieuwste = opslag.publicatie()
    except GeenOpslag:
        nieuwste = None
    return Omgeving(laad_overeenkomst(afspraken_map()), opslag.tabellen(nieuwste))


def vooruitblik(inname: Inname, omgeving: Omgeving) -> tuple[tuple[Kwartaaltelling, ...], list[str]]:
    """What publishing this file would do to the rows of each quarter, without any choice, and what it would ask first."""
    from dashboard.inname import (
        Besluit,
        KeuzeNodig,
        NietTePubliceren,
        maak_voorstel,
        per_kwartaal,
        vandaag,
        verdwijnen,
        vergelijk,
    )

    if not inname.goed:
        return (), []
    try:
        voorstel = maak_voorstel(inname, omgeving.tabellen, Besluit(_NIEMAND, vandaag()))
    except KeuzeNodig as fout:
        return (), list(fout.vragen)
    except NietTePubliceren as fout:
        return (), [str(fout)]
    tellingen = per_kwartaal(vergelijk(voorstel.wijzigingen, omgeving.tabellen), omgeving.tabellen, voorstel.erna)
    hoeveel, zin = verdwijnen(tellingen)
    return tellingen, [f"{zin} Mag dat?"] if hoeveel else []


def als_object(inname: Inname) -> dict[str, Any]:
    """What `--json` prints."""
    return {
        "bestand": inname.werkboek.bestand,
        "geweigerd": None,
        "tabellen": [
            {
                "soort": deel.tabel.naam,
                "blad": deel.vondst.blad,
                "koprij": deel.vondst.koprij,
                "rijen": len(deel.rijen) + len(deel.foute_rijen),
                "goed": len(deel.rijen),
                "opmerkingen": list(deel.vondst.opmerkingen),
                "niet_gebruikt": _niet_gebruikt(deel),
                "aannames": list(deel.aannames),
            }
            for deel in inname.gebruikt
        ],
        "zonder_tabel": list(inname.zonder_tabel),
        "vragen": [_als_dict(vraag) for vraag in inname.vragen],
        "fouten": [_als_dict(fout) for fout in inname.fouten],
        "waarschuwingen": [_als_dict(bevinding) for bevinding in inname.waarschuwingen],
    }


def verslag(inname: Inname) -> str:
    """The same in words: what was read, then the questions, the faults and the warnings."""
    regels = [_regel_over(deel) for deel in inname.tabellen]
    if inname.zonder_tabel:
        regels.append(f"Geen tabel herkend op blad {opsomming(inname.zonder_tabel)}.")
    regels += _lijst("vraag", "vragen", inname.vragen)
    if inname.vragen:
        regels.append("  Geef een antwoord met --antwoord KOLOM=WAARDE.")
    regels += _lijst("fout", "fouten", inname.fouten) + _lijst("waarschuwing", "waarschuwingen", inname.waarschuwingen)
    if inname.goed:
        regels.append("Geen fouten: dit bestand kan worden gepubliceerd.")
    return "\n".join(regels)


def _regel_over(deel: Tabelinname) -> str:
    vondst = deel.vondst
    rijen = aantal(len(deel.rijen) + len(deel.foute_rijen), "rij", "rijen")
    vreemd = _niet_gebruikt(deel)
    niet_gebruikt = [f"Niet gebruikt: {opsomming(vreemd)}."] if vreemd else []
    zinnen = " ".join((*vondst.opmerkingen, *niet_gebruikt, *deel.aannames))
    niet = "" if deel.keuze.gebruik else ", niet gebruikt"
    return f"{deel.tabel.naam}: blad {vondst.blad}, kop op rij {vondst.koprij}, {rijen}{niet}. {zinnen}".rstrip()


def _niet_gebruikt(deel: Tabelinname) -> list[str]:
    """The headings of columns that are none of ours."""
    return [k.genoemd for k in deel.koppelingen if not k.kolom and not k.kandidaten]


def _lijst(een: str, meer: str, bevindingen: Sequence[Bevinding]) -> list[str]:
    if not bevindingen:
        return []
    per_kolom = Counter(b.kolom or "de tabel" for b in bevindingen)
    telling = ", ".join(f"{kolom} {hoeveel}" for kolom, hoeveel in per_kolom.most_common())
    regels = [f"{aantal(len(bevindingen), een, meer)}: {telling}"]
    regels += [_zin(bevinding) for bevinding in bevindingen[:_MEESTE]]
    if len(bevindingen) > _MEESTE:
        regels.append(f"  en nog {len(bevindingen) - _MEESTE}; met --json staan ze er alle")
    return regels


def _zin(b: Bevinding) -> str:
    kolom = f", kolom {b.kolom}" if b.kolom else ""
    gevonden = f"; gevonden: {b.waarde}" if b.waarde else ""
    return f"  blad {b.blad}, rij {b.rij}{kolom}: verwacht {b.verwacht}{gevonden}"


def _als_dict(b: Bevinding) -> dict[str, Any]:
    return {"blad": b.blad, "rij": b.rij, "kolom": b.kolom, "waarde": b.waarde, "verwacht": b.verwacht}


def _leeg(bestand: Path) -> dict[str, Any]:
    return {
        "bestand": bestand.name,
        "geweigerd": None,
        "tabellen": [],
        "zonder_tabel": [],
        "vragen": [],
        "fouten": [],
        "waarschuwingen": [],
        "per_kwartaal": [],
        "bij_publiceren": [],
    }


def _json(inhoud: dict[str, Any]) -> str:
    return json.dumps(inhoud, ensure_ascii=False, indent=1)
