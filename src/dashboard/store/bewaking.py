"""The last check before rows are stored.

The intake tells an analyst which cell is wrong; this check refuses rows that reach the store by another road (a script,
a test, a fault in our own code), in one sentence per column.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.store.fouten import OpslagFout
from dashboard.tabellen.tabel import Kolom, Tabel


def bewaak(tabel: Tabel, rijen: pa.Table) -> None:
    """Raise OpslagFout that names every way in which these rows break the contract; nothing is stored then."""
    klachten = [klacht for kolom in tabel.kolommen if (klacht := _klacht(kolom, rijen[kolom.naam]))]
    if tabel.sleutel and len(rijen) != len(rijen.group_by(list(tabel.sleutel)).aggregate([])):
        klachten.append(f"{', '.join(tabel.sleutel)}: elke waarde hoort een keer voor te komen")
    if len(pc.unique(rijen["fictief"])) > 1:
        klachten.append("fictief: verzonnen en echte rijen mogen niet samen in een tabel")
    if klachten:
        raise OpslagFout(f"niet opgeslagen, tabel {tabel.naam} voldoet niet aan de afspraken: " + "; ".join(klachten))


def _klacht(kolom: Kolom, waarden: pa.ChunkedArray) -> str:
    if kolom.verplicht and waarden.null_count:
        return f"{kolom.naam}: {waarden.null_count} keer leeg"
    gevuld = waarden.drop_null()
    if not len(gevuld):
        return ""
    if kolom.waarden is not None:
        buiten = pc.invert(pc.is_in(gevuld, pa.array(kolom.waarden)))
    else:
        buiten = pa.chunked_array([pa.array([False] * len(gevuld))])
        if kolom.minimum is not None:
            buiten = pc.or_(buiten, pc.less(gevuld, kolom.minimum))
        if kolom.maximum is not None:
            buiten = pc.or_(buiten, pc.greater(gevuld, kolom.maximum))
    aantal = pc.sum(buiten).as_py()
    return f"{kolom.naam}: {aantal} keer geen {kolom.verwacht}" if aantal else ""
