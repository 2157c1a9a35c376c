"""Reads a Parquet file as one sheet: the names of the columns as the first row, then the values with their types.

A column with lists, structures or bytes has no place in a table of cells, and is refused by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.basis.opmaak import TIJDZONE
from dashboard.inname.bestand.grenzen import Grenzen
from dashboard.inname.bestand.overdracht import Schrijver
from dashboard.inname.bestand.rechthoek import controleer_cellen, controleer_maten
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import Blad

_BESCHADIGD = "Het Parquet-bestand is beschadigd of heeft een vorm die niet wordt gelezen."
_RIJEN_PER_KEER = 5000
_LANGSTE_NAAM = 60


def lees_parquet(pad: Path, schrijver: Schrijver, grens: Grenzen) -> None:
    """Write the file as one sheet without a name."""
    pa.set_cpu_count(1)
    try:
        with pq.ParquetFile(
            pad, pre_buffer=False, thrift_string_size_limit=10**7, thrift_container_size_limit=10**6
        ) as bestand:
            _controleer(bestand.metadata, len(bestand.schema_arrow.names), grens)
            namen = bestand.schema_arrow.names
            schrijver.begin_blad(Blad(naam="", verborgen=False, rijen=()))
            schrijver.rij(namen)
            for blok in bestand.iter_batches(_RIJEN_PER_KEER, use_threads=False):
                kolommen = [_waarden(naam, kolom) for naam, kolom in zip(namen, blok.columns, strict=True)]
                for rij in zip(*kolommen, strict=True):
                    schrijver.rij(rij)
    except MemoryError:  # pyarrow's own memory error is one of these too
        raise
    except (pa.ArrowException, OSError, ValueError, OverflowError, KeyError) as fout:
        raise Geweigerd(_BESCHADIGD) from fout
    schrijver.klaar()


def _controleer(meta: Any, kolommen: int, grens: Grenzen) -> None:
    controleer_maten(meta.num_rows + 1, kolommen, grens)
    controleer_cellen((meta.num_rows + 1) * kolommen, grens)
    if sum(meta.row_group(nummer).total_byte_size for nummer in range(meta.num_row_groups)) > grens.uitgepakt:
        raise Geweigerd("Het Parquet-bestand wordt bij het uitpakken veel te groot en is daarom niet gelezen.")


def _waarden(naam: str, kolom: pa.Array) -> Any:
    """The values of a column as cells."""
    if pa.types.is_dictionary(kolom.type):
        kolom = kolom.dictionary_decode()
    elif isinstance(kolom, pa.ExtensionArray):
        kolom = kolom.storage
    soort = kolom.type
    try:
        if pa.types.is_binary(soort) or pa.types.is_large_binary(soort):
            return kolom.cast(pa.large_string()).to_pylist()  # older writers do not say that their bytes are text
        if pa.types.is_timestamp(soort):
            momenten = kolom.cast(pa.timestamp("us", soort.tz), safe=False).to_pylist()
            return [_plaatselijk(moment) for moment in momenten] if soort.tz else momenten
        if pa.types.is_duration(soort):
            return kolom.cast(pa.duration("us"), safe=False).to_pylist()
        if pa.types.is_time64(soort):
            return kolom.cast(pa.time64("us"), safe=False).to_pylist()
        for past, cel in _ANDERS:
            if past(soort):
                return [None if waarde is None else cel(waarde) for waarde in kolom.to_pylist()]
    except (pa.ArrowException, ValueError, OverflowError, ArithmeticError) as fout:
        raise Geweigerd(
            f"Kolom ‘{_kort(naam)}’ van het Parquet-bestand bevat waarden die niet te lezen zijn.", [_kort(naam)]
        ) from fout
    raise Geweigerd(
        f"Kolom ‘{_kort(naam)}’ van het Parquet-bestand bevat geen gewone waarden, zoals tekst, getallen en datums.",
        [_kort(naam)],
    )


def _zelf(waarde: Any) -> Any:
    return waarde


def _decimaal(waarde: float) -> float | None:
    return None if waarde != waarde else waarde  # noqa: PLR0124 - pandas writes "absent" as NaN


_ANDERS: tuple[tuple[Callable[[pa.DataType], bool], Callable[[Any], Any]], ...] = (
    (pa.types.is_floating, lambda waarde: _decimaal(float(waarde))),
    (pa.types.is_decimal, float),
    (pa.types.is_string, _zelf),
    (pa.types.is_large_string, _zelf),
    (pa.types.is_string_view, str),
    (pa.types.is_integer, _zelf),
    (pa.types.is_boolean, _zelf),
    (pa.types.is_date, _zelf),
    (pa.types.is_time, _zelf),
    (pa.types.is_null, _zelf),
)


def _plaatselijk(moment: Any) -> Any:
    """A moment by the Dutch clock: 31 December 23:00 in UTC is 1 January."""
    return None if moment is None else moment.astimezone(TIJDZONE).replace(tzinfo=None)


def _kort(naam: str) -> str:
    return "".join(teken if teken.isprintable() else "\ufffd" for teken in naam)[:_LANGSTE_NAAM]
