"""An answer in the requested format, on the screen or in a file, with what a reader must know about its rows."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.basis.formuletekst import onschuldig
from dashboard.basis.fouten import Gebruikersfout
from dashboard.basis.opmaak import getal, ontbreekt
from dashboard.opdrachten import FICTIEF, LEEG
from dashboard.opdrachten.vlug import toon_pandas

if TYPE_CHECKING:
    from dashboard.monitor import Monitor

Rij = Mapping[str, Any]
_EEN_REGEL = str.maketrans({"\t": r"\t", "\n": r"\n", "\r": r"\r"})  # a row of a table stays one line


def geef(
    monitor: Monitor,
    kolommen: Sequence[str],
    rijen: Iterable[Rij],
    formaat: str,
    uit: Path | None,
    *,
    fictief: bool,
    mist: Sequence[str] = (),
) -> None:
    """Print or save rows, and say when they are invented, incomplete (`mist`), or not there yet."""
    if fictief and formaat != "tabel":
        kolommen = list(dict.fromkeys((*kolommen, "fictief")))
        rijen = [{**rij, "fictief": True} for rij in rijen]
    inhoud = opgemaakt(kolommen, rijen, formaat)
    if monitor.publicatie is None:
        click.echo(LEEG, err=True)
    if uit is not None:
        schrijf(uit, inhoud)
    elif formaat == "parquet":
        sys.stdout.buffer.write(inhoud)
    else:
        click.echo(inhoud.decode("utf-8"), nl=False)
    if formaat == "tabel":
        zeg_erbij(monitor, fictief=fictief, mist=mist)


def toon(monitor: Monitor, kolommen: Sequence[str], rijen: Sequence[Rij], *, als_json: bool) -> None:
    """Print rows that know for themselves whether they are invented: all of them as JSON, or these columns as a table."""
    if monitor.publicatie is None:
        click.echo(LEEG, err=True)
    if als_json:
        click.echo(json.dumps(rijen, ensure_ascii=False, indent=1))
        return
    click.echo(opgemaakt(kolommen, rijen, "tabel").decode("utf-8"), nl=False)
    zeg_erbij(monitor, fictief=any(rij["fictief"] for rij in rijen))


def zeg_erbij(monitor: Monitor, *, fictief: bool, mist: Sequence[str] = ()) -> None:
    """Say below the rows what a reader must know about them."""
    from dashboard.standen.afspraakstand import ontbrekende_rijen

    for zin in mist:
        click.echo(f"Nog niet aangeleverd, {zin}.")
    if weg := ontbrekende_rijen(monitor):
        click.echo(f"Let op: {weg}.")
    if fictief:
        click.echo(FICTIEF)


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Save a file. Raises Gebruikersfout where that cannot be."""
    try:
        pad.write_bytes(inhoud)
    except OSError:
        raise Gebruikersfout(f"{pad} is niet te schrijven: bestaat de map, en mag u daar schrijven?") from None


def opgemaakt(kolommen: Sequence[str], rijen: Iterable[Rij], formaat: str) -> bytes:
    """Rows in the requested format; a missing column is an empty cell. CSV and JSON have plain numbers and ISO dates,
    the table has Dutch notation. No text of CSV runs as a formula.
    """
    if formaat == "parquet":
        return _parquet(kolommen, rijen)
    kaal = [[_kaal(rij.get(naam)) for naam in kolommen] for rij in rijen]
    if formaat == "json":
        objecten = [dict(zip(kolommen, rij, strict=True)) for rij in kaal]
        return (json.dumps(objecten, ensure_ascii=False, indent=1) + "\n").encode()
    if formaat == "csv":
        buffer = io.StringIO()
        veilig = ([onschuldig(cel) if isinstance(cel, str) else cel for cel in rij] for rij in (kolommen, *kaal))
        csv.writer(buffer, lineterminator="\n").writerows(veilig)
        return buffer.getvalue().encode()
    if not kaal:
        return f"Geen rijen; kolommen: {', '.join(kolommen)}\n".encode()
    regels = [kolommen, *([_cel(waarde) for waarde in rij] for rij in kaal)]
    breedtes = [max(map(len, kolom)) for kolom in zip(*regels, strict=True)]
    return "".join(f"{' '.join(map(str.rjust, regel, breedtes))}\n" for regel in regels).encode()


def _parquet(kolommen: Sequence[str], rijen: Iterable[Rij]) -> bytes:
    """The rows as Parquet, the only format with types, and so the only one that needs pandas."""
    toon_pandas()
    import pandas as pd

    buffer = io.BytesIO()
    frame = pd.DataFrame(list(rijen), columns=list(kolommen), dtype=object)
    frame.convert_dtypes().to_parquet(buffer, index=False)
    return buffer.getvalue()


def _kaal(waarde: Any) -> Any:
    if ontbreekt(waarde):
        return None
    return waarde.isoformat() if hasattr(waarde, "isoformat") else waarde


def _cel(waarde: Any) -> str:
    if waarde is None:
        return "–"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return getal(waarde, 0 if waarde.is_integer() else 3)
    return str(waarde).translate(_EEN_REGEL)
