"""The rows of a delivery compared with those published for the same: new, changed, vanished.

A row is found again by the columns of `Tabel.herkenning`. Where several rows share those, as with counts, equal rows
are set aside first and the others paired in order, so that an unchanged table shows no change. Cells are compared as
numbers (one per distinct value of a column): 100,000 rows cost a second, not minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.store import Wijziging, binnen
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN, eigen_kolommen
from dashboard.tabellen.tabel import Tabel

Nummers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Celverschil:
    """A cell whose value differs from the published one."""

    kolom: str
    oud: Any
    nieuw: Any


@dataclass(frozen=True)
class Rijverschil:
    """A changed row: its number in the file, the values that identify it, and the cells that changed."""

    bronrij: int
    herkenning: Mapping[str, Any]
    cellen: tuple[Celverschil, ...]


@dataclass(frozen=True)
class Tabelverschil:
    """What a delivery does to the rows of one table.

    `nieuw` are rows that were not published, `verdwenen` published rows that the delivery lacks. `ervoor`
    and `erna` hold the changed rows, side by side. `per_kolom` says in how many rows each column changed.
    """

    tabel: Tabel
    gelijk: int
    nieuw: pa.Table
    verdwenen: pa.Table
    ervoor: pa.Table
    erna: pa.Table
    per_kolom: Mapping[str, int]

    @property
    def gewijzigd(self) -> int:
        """How many rows changed."""
        return len(self.erna)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(len(self.nieuw) or len(self.verdwenen) or len(self.erna))

    def wijzigingen(self, meest: int = 100) -> Iterator[Rijverschil]:
        """The first changed rows in the order of the file, each with its changed cells."""
        for oud, nieuw in zip(self.ervoor[:meest].to_pylist(), self.erna[:meest].to_pylist(), strict=True):
            cellen = [Celverschil(naam, oud[naam], nieuw[naam]) for naam in self.per_kolom if oud[naam] != nieuw[naam]]
            herkenning = {naam: nieuw[naam] for naam in self.tabel.herkenning}
            yield Rijverschil(nieuw["bronrij"], herkenning, tuple(cellen))


def vergelijk(wijzigingen: Sequence[Wijziging], tabellen: Mapping[str, pa.Table]) -> tuple[Tabelverschil, ...]:
    """The differences per table, between the rows of the changes and the published rows that they replace."""
    per_tabel: dict[str, list[Wijziging]] = {}
    for wijziging in wijzigingen:
        if wijziging.tabel != LEVERINGEN.naam:
            per_tabel.setdefault(wijziging.tabel, []).append(wijziging)
    return tuple(_vergelijk(TABELLEN[naam], tabellen[naam], eigen) for naam, eigen in per_tabel.items())


def _vergelijk(tabel: Tabel, gepubliceerd: pa.Table, wijzigingen: list[Wijziging]) -> Tabelverschil:
    volgorde = [("upload_id", "ascending"), ("bronrij", "ascending")]
    oud, nieuw = (tabel_.sort_by(volgorde) for tabel_ in _geraakt(tabel, gepubliceerd, wijzigingen))
    inhoud = [kolom.naam for kolom in eigen_kolommen(tabel) if kolom.naam not in tabel.herkenning]
    codes = _codes(oud, nieuw, [*tabel.herkenning, *inhoud])
    wie = _samen([codes[naam] for naam in tabel.herkenning])
    alles = _samen([wie, *(codes[naam] for naam in inhoud)])
    gelijk_oud, gelijk_nieuw = _paren(alles, len(oud), np.arange(len(oud)), np.arange(len(nieuw)))
    rest_oud, rest_nieuw = _zonder(len(oud), gelijk_oud), _zonder(len(nieuw), gelijk_nieuw)
    ervoor, erna = _paren(wie, len(oud), rest_oud, rest_nieuw)
    anders = {naam: int((codes[naam][ervoor] != codes[naam][len(oud) + erna]).sum()) for naam in inhoud}
    return Tabelverschil(
        tabel,
        len(gelijk_nieuw),
        nieuw.take(np.setdiff1d(rest_nieuw, erna)),
        oud.take(np.setdiff1d(rest_oud, ervoor)),
        oud.take(ervoor),
        nieuw.take(erna),
        {naam: aantal for naam, aantal in anders.items() if aantal},
    )


def _geraakt(tabel: Tabel, gepubliceerd: pa.Table, wijzigingen: Sequence[Wijziging]) -> tuple[pa.Table, pa.Table]:
    """The published rows that are taken away, and the rows of the delivery; each once, also where slices overlap."""
    oud, over, nieuw = gepubliceerd[:0], gepubliceerd, gepubliceerd[:0]
    for wijziging in wijzigingen:
        if wijziging.vervangt is not None:
            raak = binnen(over, wijziging.vervangt, tabel.datum)
            oud, over = pa.concat_tables([oud, over.filter(raak)]), over.filter(pc.invert(raak))
            nieuw = nieuw.filter(pc.invert(binnen(nieuw, wijziging.vervangt, tabel.datum)))
        nieuw = pa.concat_tables([nieuw, wijziging.rijen])
    return oud, nieuw


def _codes(oud: pa.Table, nieuw: pa.Table, namen: Sequence[str]) -> dict[str, Nummers]:
    """A number per cell, the old rows first: equal cells of a column have equal numbers, empty ones too."""
    samen = pa.concat_tables([oud.select(list(namen)), nieuw.select(list(namen))])
    return {
        naam: _nummers(pc.dictionary_encode(samen[naam].combine_chunks(), null_encoding="encode")) for naam in namen
    }


def _nummers(gecodeerd: pa.DictionaryArray) -> Nummers:
    return np.asarray(gecodeerd.indices, dtype=np.int64)


def _samen(delen: Sequence[Nummers]) -> Nummers:
    """One number per place for several: equal where all of them are equal."""
    samen = delen[0]
    for deel in delen[1:]:
        samen = pd.factorize(samen * (int(deel.max(initial=0)) + 1) + deel)[0]
    return samen


def _paren(code: Nummers, grens: int, oud: Nummers, nieuw: Nummers) -> tuple[Nummers, Nummers]:
    """The places of old and new rows with the same code, paired one to one, in the order of the new rows.

    `code` holds the old rows up to `grens` and then the new ones; `oud` and `nieuw` are the places that take part.
    """
    links = _met_rang(code[oud], oud)
    rechts = _met_rang(code[grens + nieuw], nieuw)
    paren = rechts.merge(links, on=["code", "rang"], suffixes=("_nieuw", "_oud")).sort_values("plaats_nieuw")
    return paren["plaats_oud"].to_numpy(np.int64), paren["plaats_nieuw"].to_numpy(np.int64)


def _met_rang(code: Nummers, plaatsen: Nummers) -> pd.DataFrame:
    """The places with their code, and their rank among equal codes."""
    frame = pd.DataFrame({"code": code, "plaats": plaatsen})
    return frame.assign(rang=frame.groupby("code").cumcount())


def _zonder(lengte: int, weg: Nummers) -> Nummers:
    return np.setdiff1d(np.arange(lengte), weg)
