"""`python -m dashboard check`: what is wrong with a file, before anybody publishes it."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.basis.opmaak import aantal, opsomming
from dashboard.inname import Bevinding, Geweigerd
from dashboard.tabellen.contracten import AANGELEVERD

if TYPE_CHECKING:
    from dashboard.inname import Inname, Omgeving, Tabelinname

FOUTEN, ONBRUIKBAAR = 1, 2
_MEESTE = 50  # lines of one kind on the screen; --json has all of them


@click.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option(
    "--soort", type=click.Choice(AANGELEVERD), help="de tabel die in het bestand staat; zonder: wat herkend wordt"
)
@click.option("--corporatie", help="de corporatie, als die niet in het bestand staat")
@click.option("--zonder", multiple=True, metavar="KOLOM", help="laat deze kolom weg, bijvoorbeeld met persoonsgegevens")
@click.option("--json", "als_json", is_flag=True, help="als een object")
def check(bestand: Path, soort: str | None, corporatie: str | None, zonder: tuple[str, ...], als_json: bool) -> None:
    """Controleer een bestand zonder het te publiceren."""
    try:
        inname = lees_in(bestand, soort=soort, corporatie=corporatie, zonder=zonder)
    except Geweigerd as fout:
        if als_json:
            click.echo(_json({**_leeg(bestand), "geweigerd": fout.zin}))
        else:
            click.echo(f"{bestand.name}: {fout.zin}", err=True)
        sys.exit(ONBRUIKBAAR)
    click.echo(_json(als_object(inname)) if als_json else verslag(inname))
    if not inname.goed:
        sys.exit(FOUTEN)


def lees_in(
    bestand: Path,
    *,
    soort: str | None,
    corporatie: str | None,
    zonder: Sequence[str],
    omgeving: Omgeving | None = None,
    periode: tuple[dt.date, dt.date] | None = None,
) -> Inname:
    """The file, read and checked against what is published now. Raises Geweigerd, also for a missing file."""
    from dashboard.inname import lees, neem_in

    omgeving = omgeving or huidige_omgeving()
    bekend = [c.corporatie for c in omgeving.overeenkomst.corporaties]
    if corporatie not in (None, *bekend):
        raise Geweigerd(f"Corporatie {corporatie} is onbekend; kies uit {', '.join(bekend)}.")
    if not bestand.is_file():
        raise Geweigerd("Dit bestand bestaat niet of is niet te lezen.")
    return neem_in(
        lees(bestand, bestand.name), omgeving, corporatie=corporatie, soort=soort, zonder=zonder, periode=periode
    )


def huidige_omgeving() -> Omgeving:
    """The agreement and the newest publication; without a store there are no published rows to compare with."""
    from dashboard.afspraken import laad_overeenkomst
    from dashboard.basis.instellingen import afspraken_map, instelling
    from dashboard.inname import Omgeving
    from dashboard.store import Opslag

    opslag = Opslag(instelling("MONITOR_DATA"))
    return Omgeving(laad_overeenkomst(afspraken_map()), opslag.tabellen(opslag.publicatie()))


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
                "aannames": list(deel.aannames),
            }
            for deel in inname.gebruikt
        ],
        "fouten": [_als_dict(fout) for fout in (*inname.fouten, *open_vragen(inname))],
        "waarschuwingen": [_als_dict(bevinding) for bevinding in inname.waarschuwingen],
    }


def open_vragen(inname: Inname) -> list[Bevinding]:
    """Questions without an answer, as findings about their columns."""
    return [
        Bevinding(
            deel.vondst.blad,
            deel.vondst.koprij,
            next((k.kolom_bestand for k in deel.koppelingen if k.kolom == kolom), kolom),
            "",
            f"een antwoord: {vraag.vraag} {' of '.join(tekst for _, tekst in vraag.keuzes)}",
            "fout",
        )
        for deel in inname.gebruikt
        for kolom, vragen in deel.vragen.items()
        for vraag in vragen
    ]


def verslag(inname: Inname) -> str:
    """The same in words: what was read, then the faults, then the warnings."""
    regels = [_regel_over(deel) for deel in inname.tabellen]
    if inname.zonder_tabel:
        regels.append(f"Geen tabel herkend op blad {opsomming(inname.zonder_tabel)}.")
    fouten = (*inname.fouten, *open_vragen(inname))
    regels += _lijst("fout", "fouten", fouten) + _lijst("waarschuwing", "waarschuwingen", inname.waarschuwingen)
    if inname.goed:
        regels.append("Geen fouten: dit bestand kan worden gepubliceerd.")
    return "\n".join(regels)


def _regel_over(deel: Tabelinname) -> str:
    vondst = deel.vondst
    rijen = aantal(len(deel.rijen) + len(deel.foute_rijen), "rij", "rijen")
    zinnen = " ".join((*vondst.opmerkingen, *deel.aannames))
    niet = "" if deel.keuze.gebruik else ", niet gebruikt"
    return f"{deel.tabel.naam}: blad {vondst.blad}, kop op rij {vondst.koprij}, {rijen}{niet}. {zinnen}".rstrip()


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
    return {"bestand": bestand.name, "geweigerd": None, "tabellen": [], "fouten": [], "waarschuwingen": []}


def _json(inhoud: dict[str, Any]) -> str:
    return json.dumps(inhoud, ensure_ascii=False, indent=1)
