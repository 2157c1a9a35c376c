"""Faults between the cells of one row, which no single column shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from dashboard.basis.opmaak import datum
from dashboard.inname.fouten import Klacht
from dashboard.inname.tabel.levering import Omgeving
from dashboard.tabellen.contracten import ACTIESTATUS, KENGETALLEN, VOORRAADMUTATIES

UITLEG_NODIG = ("aandacht", "achter")
_UITLEG = ("oorzaak", "gevolg", "bijsturing")


def rijfouten(tabel: str, frame: pd.DataFrame, omgeving: Omgeving) -> list[Klacht]:
    """A fault for every row of this table that contradicts itself."""
    regels = _REGELS.get(tabel, ())
    return [klacht for regel in regels for klacht in regel(frame, omgeving)]


def _uitleg_bij_zorg(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Reports of trouble without cause, consequence or correction."""
    for stand in UITLEG_NODIG:
        for kolom in _UITLEG:
            for rij in frame.index[(frame["stand"] == stand) & frame[kolom].isna()]:
                yield Klacht(int(rij), kolom, f"tekst, omdat de stand {stand} is")


def _gereed_voor_de_melding(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Actions that were done only after they were reported done."""
    for rij, klaar, gemeld in zip(frame.index, frame["gereed_op"], frame["peildatum"], strict=True):
        if klaar is not None and gemeld is not None and klaar > gemeld:
            yield Klacht(int(rij), "gereed_op", f"een dag tot en met de peildatum, {datum(gemeld)}")


def _teken_van_aantal(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Negative numbers: a sale is a positive number of homes that left, and only a correction has a sign."""
    for rij in frame.index[(frame["aantal"] < 0) & (frame["soort"] != "overig")]:
        yield Klacht(int(rij), "aantal", "een aantal van 0 of meer; alleen bij soort overig telt het teken")


def _teller_en_noemer(frame: pd.DataFrame, _omgeving: Omgeving) -> Iterator[Klacht]:
    """Shares with only one of numerator and denominator."""
    for kolom, ander in (("teller", "noemer"), ("noemer", "teller")):
        for rij in frame.index[frame[kolom].isna() & frame[ander].notna()]:
            yield Klacht(int(rij), kolom, f"een getal, omdat {ander} is ingevuld")


def _niveau(frame: pd.DataFrame, omgeving: Omgeving) -> Iterator[Klacht]:
    """Measurements of a corporatie or a kern of which no such figure exists."""
    niveaus = omgeving.niveaus
    for kolom in ("corporatie", "kern"):
        for rij, kengetal in frame.loc[frame[kolom].notna(), "kengetal"].items():
            if kengetal in niveaus and niveaus[kengetal] != kolom:
                per = "de hele gemeente" if niveaus[kengetal] == "gemeente" else f"een {niveaus[kengetal]}"
                yield Klacht(int(str(rij)), kolom, f"een lege cel, want {kengetal} wordt vastgelegd voor {per}")


_REGELS: dict[str, tuple[Callable[[pd.DataFrame, Omgeving], Iterator[Klacht]], ...]] = {
    ACTIESTATUS.naam: (_uitleg_bij_zorg, _gereed_voor_de_melding),
    VOORRAADMUTATIES.naam: (_teken_van_aantal,),
    KENGETALLEN.naam: (_teller_en_noemer, _niveau),
}
