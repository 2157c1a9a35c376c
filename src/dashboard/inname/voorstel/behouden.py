"""What a file says nothing about: rows that were published before keep there what they had.

Only where rows are added or corrected. Who replaces a period replaces all of it, and sees which cells become empty.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.voorstel.besluit import sleutels
from dashboard.tabellen.contracten import eigen_kolommen
from dashboard.tabellen.tabel import Tabel


def onbesproken(deel: Tabelinname, rijen: pa.Table) -> tuple[str, ...]:
    """The columns that a file does not have and that nothing else in it fills, in the order of the contract."""
    genoemd = {*deel.keuze.kolommen.values(), *deel.keuze.vast, *deel.tabel.herkenning}
    return tuple(
        kolom.naam
        for kolom in eigen_kolommen(deel.tabel)
        if kolom.naam not in genoemd and rijen[kolom.naam].null_count == len(rijen)
    )


def met_behoud(tabel: Tabel, rijen: pa.Table, gepubliceerd: pa.Table, kolommen: Sequence[str]) -> pa.Table:
    """The rows with, in these columns, what is published for the same key; empty for a row that is new."""
    if not kolommen:
        return rijen
    plekken = pc.index_in(sleutels(tabel, rijen), value_set=sleutels(tabel, gepubliceerd).combine_chunks())
    for naam in kolommen:
        rijen = rijen.set_column(rijen.column_names.index(naam), rijen.field(naam), gepubliceerd[naam].take(plekken))
    return rijen
