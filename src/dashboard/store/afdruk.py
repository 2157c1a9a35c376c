"""The fingerprint of the rows of a table, by which a changed bit or a hand-made change is seen when they are read.

It is about the rows and not about files: in another order, in other files or with other compression they have the same
fingerprint, and a column that is empty in every row does not count, so that a contract may get columns. How cells become
bytes is written out here, because it must give the same in ten years, with another version of every library.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

_EERST = ("upload_id", "bronrij")  # these alone nearly settle the order, so that sorting looks at little else


class Afdruk(NamedTuple):
    """The number of rows of a table, and a sha256 over their contents."""

    rijen: int
    sha256: str


def afdruk(tabel: pa.Table) -> Afdruk:
    """The fingerprint of these rows; equal rows give an equal one, in whatever order and files."""
    som = hashlib.sha256()
    namen = sorted(naam for naam in tabel.column_names if tabel[naam].null_count < tabel.num_rows)
    volgorde = sorted(namen, key=lambda naam: (naam not in _EERST, naam))
    rijen = tabel.select(namen).sort_by([(naam, "ascending") for naam in volgorde]) if namen else tabel
    for naam in namen:
        som.update(naam.encode() + b"\x00")
        for deel in _bytes(rijen[naam]):
            som.update(deel)
    return Afdruk(tabel.num_rows, som.hexdigest())


def _bytes(kolom: pa.ChunkedArray) -> list[bytes]:
    """Which cells are empty, and the contents of the others."""
    leeg = _getallen(pc.is_null(kolom).cast(pa.uint8()))
    soort = kolom.type
    if types.is_floating(soort):
        return [leeg, _getallen(pc.fill_null(kolom.cast(pa.float64()), 0.0))]
    if types.is_integer(soort) or types.is_boolean(soort):
        return [leeg, _getallen(pc.fill_null(kolom.cast(pa.int64()), 0))]
    if types.is_date(soort):
        return [leeg, _getallen(pc.fill_null(kolom.cast(pa.date32()).cast(pa.int32()).cast(pa.int64()), 0))]
    tekst = pc.fill_null(kolom.cast(pa.string()), "")
    lengtes = pc.binary_length(tekst).cast(pa.int64())
    return [leeg, _getallen(lengtes), b"".join(_inhoud(deel) for deel in tekst.chunks)]


def _getallen(kolom: pa.ChunkedArray) -> bytes:
    """The numbers, little-endian as on every machine that this runs on."""
    getallen = kolom.to_numpy()
    return np.ascontiguousarray(getallen, getallen.dtype.newbyteorder("<")).tobytes()


def _inhoud(tekst: pa.StringArray) -> bytes:
    """All cells of an array without empty ones, one after the other."""
    grenzen, inhoud = tekst.buffers()[1:]
    if inhoud is None or not len(tekst):
        return b""
    plekken = np.frombuffer(grenzen, np.int32)
    return memoryview(inhoud)[plekken[tekst.offset] : plekken[tekst.offset + len(tekst)]].tobytes()
