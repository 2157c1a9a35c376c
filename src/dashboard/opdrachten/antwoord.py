"""An answer in the shape that was asked for, on the screen or in a file, with what a reader must know of its rows."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.basis.opmaak import getal, ontbreekt
from dashboard.opdrachten import FICTIEF, LEEG
from dashboard.queries import QueryFout

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.monitor import Monitor


def geef(monitor: Monitor, frame: pd.DataFrame, formaat: str, uit: Path | None, *, fictief: bool) -> None:
    """Give a frame, and say when its rows are invented, not complete, or not there yet."""
    if fictief and formaat != "tabel":
        frame["fictief"] = True
    inhoud = opgemaakt(frame, formaat)
    if monitor.publicatie is None:
        click.echo(LEEG, err=True)
    if uit is not None:
        _schrijf(uit, inhoud)
    elif formaat == "parquet":
        sys.stdout.buffer.write(inhoud)
    else:
        click.echo(inhoud.decode("utf-8"), nl=False)
    if formaat == "tabel":
        zeg_erbij(monitor, fictief=fictief)


def zeg_erbij(monitor: Monitor, *, fictief: bool) -> None:
    """What a reader of a table must know of its rows."""
    from dashboard.standen.afspraakstand import ontbrekende_rijen

    if weg := ontbrekende_rijen(monitor):
        click.echo(f"Let op: {weg}.")
    if fictief:
        click.echo(FICTIEF)


def _schrijf(pad: Path, inhoud: bytes) -> None:
    try:
        pad.write_bytes(inhoud)
    except OSError:
        raise QueryFout(f"{pad} is niet te schrijven: bestaat de map, en mag u daar schrijven?") from None


def opgemaakt(frame: pd.DataFrame, formaat: str) -> bytes:
    """A frame in the asked shape. CSV and JSON carry plain numbers and ISO dates; only the table speaks Dutch."""
    if formaat == "json":
        rijen = [{naam: _kaal(waarde) for naam, waarde in rij.items()} for rij in frame.to_dict("records")]
        return (json.dumps(rijen, ensure_ascii=False, indent=1) + "\n").encode()
    if formaat == "csv":
        return frame.to_csv(index=False, lineterminator="\n").encode()
    if formaat == "parquet":
        buffer = io.BytesIO()
        frame.convert_dtypes().to_parquet(buffer, index=False)
        return buffer.getvalue()
    if frame.empty:
        return f"Geen rijen; kolommen: {', '.join(frame.columns)}\n".encode()
    return (frame.map(_cel).to_string(index=False) + "\n").encode()


def _kaal(waarde: Any) -> Any:
    if ontbreekt(waarde):
        return None
    return waarde.isoformat() if hasattr(waarde, "isoformat") else waarde


def _cel(waarde: Any) -> str:
    if ontbreekt(waarde):
        return "–"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float):
        return getal(waarde, 0 if waarde.is_integer() else 3)
    return str(waarde)
