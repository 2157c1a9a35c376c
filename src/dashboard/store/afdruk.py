"""The fingerprint of the rows of a table, by which a changed bit or a hand-made change is seen when they are read.

It is about the rows and not about files: in another order, in other files or with other compression they have the same
fingerprint, and a column that is empty in every row does not count, so that a contract may get columns. How cells become
bytes is written out here, because it must give the same in ten years, with another version of every library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

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


def _bytes(kolom: pa.ChunkedArray) -> Iterator[memoryview]:
    """Which cells are empty, and the contents of the others."""
    yield from _getallen(pc.is_null(kolom).cast(pa.uint8()))
    soort = kolom.type
    if types.is_floating(soort):
        yield from _getallen(pc.fill_null(kolom.cast(pa.float64()), 0.0))
    elif types.is_integer(soort) or types.is_boolean(soort):
        yield from _getallen(pc.fill_null(kolom.cast(pa.int64()), 0))
    elif types.is_date(soort):
        yield from _getallen(pc.fill_null(kolom.cast(pa.date32()).cast(pa.int32()), 0))
    else:
        tekst = pc.fill_null(kolom.cast(pa.string()), "")
        yield from _getallen(pc.binary_length(tekst))
        for deel in tekst.chunks:
            grenzen, inhoud = deel.buffers()[1:]
            if inhoud is not None and len(deel):
                plekken = memoryview(grenzen).cast("i")
                yield memoryview(inhoud)[plekken[deel.offset] : plekken[deel.offset + len(deel)]]


def _getallen(kolom: pa.ChunkedArray) -> Iterator[memoryview]:
    """The bytes of numbers without empty cells, little-endian as on every machine that this runs on."""
    breedte = kolom.type.bit_width // 8
    for deel in kolom.chunks:
        if len(deel):
            yield memoryview(deel.buffers()[1])[deel.offset * breedte : (deel.offset + len(deel)) * breedte]
