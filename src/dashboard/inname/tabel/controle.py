"""The contract of a table on the rows of a delivery: every fault at once, each at its own cell.

What could not be read is a fault already and is not reported again for being empty.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.basis.opmaak import datum, opsomming
from dashboard.inname.fouten import Klacht
from dashboard.tabellen.contracten import VOORRAADMUTATIES, eigen_kolommen
from dashboard.tabellen.tabel import Kolom, Tabel

Overslaan = Mapping[str, frozenset[int]]  # per column the rows whose cell could not be read
LEEG = "een waarde; deze kolom mag niet leeg zijn"


def frame_van(tabel: Tabel, waarden: Mapping[str, Sequence[object]], nummers: Sequence[int]) -> pd.DataFrame:
    """Typed values as a frame with every column of the contract, indexed by row number; empty where not delivered."""
    rijen = pd.Index(nummers)
    data = {}
    for kolom in eigen_kolommen(tabel):
        cellen = waarden.get(kolom.naam, [None] * len(rijen))
        soort = "float64" if kolom.type in ("geheel", "decimaal") else object
        data[kolom.naam] = pd.Series(list(cellen), index=rijen, dtype=soort)
    return pd.DataFrame(data, index=rijen)


def contractfouten(tabel: Tabel, frame: pd.DataFrame, geleverd: frozenset[str], overslaan: Overslaan) -> list[Klacht]:
    """Cells that are empty where they may not be, or out of bounds, and keys that occur twice.

    Only columns of `geleverd` are looked at: that a whole column is missing is one fault, not one per row.
    """
    gekozen = [kolom for kolom in eigen_kolommen(tabel) if kolom.naam in geleverd]
    leeg = ((kolom, LEEG, frame[kolom.naam].isna()) for kolom in gekozen if kolom.verplicht)
    buiten = ((kolom, verwacht, mis) for kolom in gekozen for verwacht, mis in _buiten(kolom, frame[kolom.naam]))
    klachten = [
        Klacht(int(rij), kolom.naam, verwacht)
        for kolom, verwacht, mis in itertools.chain(leeg, buiten)
        for rij in frame.index[mis]
    ]
    klachten = [k for k in klachten if k.rij not in overslaan.get(k.kolom, frozenset())]
    return klachten + list(_dubbele_sleutels(tabel, frame, geleverd))


def na_vandaag(tabel: Tabel, frame: pd.DataFrame, dag: dt.date | None) -> Iterator[Klacht]:
    """Rows about a day after the delivery: an intention is one, but what did not happen yet cannot be counted."""
    if dag is None or tabel.datum is None:
        return
    voornemen = frame["stand"] == "plan" if tabel is VOORRAADMUTATIES else pd.Series(data=False, index=frame.index)
    for rij, gebeurd in frame.loc[~voornemen, tabel.datum].dropna().items():
        if gebeurd > dag:
            yield Klacht(int(str(rij)), tabel.datum, f"een dag tot en met vandaag, {datum(dag)}")


def _buiten(kolom: Kolom, cellen: pd.Series[Any]) -> Iterator[tuple[str, pd.Series[bool]]]:
    """What was expected, with the cells that are not so; an empty cell is within every bound."""
    if kolom.minimum is not None:
        yield _grens(kolom), cellen < kolom.minimum
    if kolom.maximum is not None:
        yield _grens(kolom), cellen > kolom.maximum
    if kolom.waarden is not None:
        yield "een van: " + ", ".join(kolom.waarden), cellen.notna() & ~cellen.isin(kolom.waarden)


def _grens(kolom: Kolom) -> str:
    soort = "een geheel getal" if kolom.type == "geheel" else "een getal"
    if kolom.minimum is None:
        return f"{soort} tot en met {kolom.maximum:g}"
    return f"{soort} van {kolom.minimum:g} " + ("of meer" if kolom.maximum is None else f"tot en met {kolom.maximum:g}")


def _dubbele_sleutels(tabel: Tabel, frame: pd.DataFrame, geleverd: frozenset[str]) -> Iterator[Klacht]:
    """The second and later rows with the same key, each with the row where it stood first.

    A file that does not name its corporatie is of one corporatie, so the rest of the key is compared. An empty cell is a
    value where it may be empty: not split.
    """
    if not tabel.sleutel or tabel.sleutel[-1] not in geleverd:
        return
    kolommen = [kolom for kolom in eigen_kolommen(tabel) if kolom.naam in tabel.sleutel and kolom.naam in geleverd]
    vol = frame.dropna(subset=[kolom.naam for kolom in kolommen if kolom.verplicht])
    namen = [kolom.naam for kolom in kolommen]
    gezien: dict[tuple[object, ...], int] = {}
    for rij, sleutel in zip(vol.index, vol[namen].itertuples(index=False, name=None), strict=True):
        eerder = gezien.setdefault(sleutel, rij)
        if eerder != rij:
            verwacht = f"een waarde die een keer voorkomt; staat ook op rij {eerder}"
            if not tabel.nummers:
                verwacht = f"een rij voor {opsomming(namen)} samen; rij {eerder} is van dezelfde. Tel ze bij elkaar op"
            yield Klacht(int(rij), tabel.sleutel[-1], verwacht)
