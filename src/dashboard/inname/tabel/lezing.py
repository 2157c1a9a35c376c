"""One table of a file while it is read: its columns so far, and the findings.

A finding points at the cell that the analyst sees: sheet, row in Excel, and the heading in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from dashboard.inname.fouten import Bevinding, Ernst, Klacht
from dashboard.inname.tabel.levering import Omgeving, Tabelkeuze
from dashboard.inname.vondsten import Vondst, kale_kop
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Onleesbaar
from dashboard.inname.waarden.tekst import vrije_tekst
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.contracten import eigen_kolommen
from dashboard.tabellen.tabel import Tabel

_LANGSTE_WAARDE = 80


@dataclass
class Lezing:
    """The reading of one table. `plekken` maps the row number in Excel to its place among the rows of data."""

    vondst: Vondst
    tabel: Tabel
    omgeving: Omgeving
    basis1904: bool
    plekken: dict[int, int]
    koppen: dict[str, str] = field(default_factory=dict)
    cellen: dict[str, Sequence[Cel]] = field(default_factory=dict)
    gelezen: dict[str, Gelezen] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def nummers(self) -> list[int]:
        """The rows of data by their Excel numbers, in order."""
        return list(self.plekken)

    def lees(self, naam: str, cellen: Sequence[Cel], kop: str, keuze: Tabelkeuze) -> None:
        """Read the cells of one column. An unclear cell is a fault unless a question about it is open."""
        kolom = next(kolom for kolom in self.tabel.kolommen if kolom.naam == naam)
        gelezen = lees_kolom(
            self.tabel,
            kolom,
            cellen,
            self.omgeving.woordenboek,
            keuze.antwoorden.get(naam),
            kop=kale_kop(kop),
            basis1904=self.basis1904,
        )
        self.koppen[naam], self.cellen[naam], self.gelezen[naam] = kop, cellen, gelezen
        nummers = self.nummers
        self.meld(
            Klacht(nummers[plek], naam, _verwacht(fout))
            for plek, fout in gelezen.fouten.items()
            if not (isinstance(fout, Onduidelijk) and gelezen.vragen)
        )

    def meld(self, klachten: Iterable[Klacht]) -> None:
        """Add findings about cells, with their values."""
        for klacht in klachten:
            cellen = self.cellen.get(klacht.kolom)
            waarde = toon_cel(cellen[self.plekken[klacht.rij]]) if cellen is not None else ""
            kop = self.koppen.get(klacht.kolom, klacht.kolom)
            self.bevindingen.append(Bevinding(self.vondst.blad, klacht.rij, kop, waarde, klacht.verwacht, klacht.ernst))

    def meld_kop(self, kop: str, verwacht: str, ernst: Ernst = "fout") -> None:
        """Add a finding about a whole column, at the row of the header."""
        self.bevindingen.append(Bevinding(self.vondst.blad, self.vondst.koprij, kop, "", verwacht, ernst))

    def waarden(self) -> dict[str, Sequence[object]]:
        """The values that were read, per column of the contract."""
        return {naam: gelezen.waarden for naam, gelezen in self.gelezen.items()}

    def onleesbaar(self) -> dict[str, frozenset[int]]:
        """Per column the rows whose cell could not be read."""
        nummers = self.nummers
        return {naam: frozenset(nummers[plek] for plek in gelezen.fouten) for naam, gelezen in self.gelezen.items()}

    def foute_rijen(self) -> frozenset[int]:
        """Rows of data with at least one fault."""
        return frozenset(b.rij for b in self.bevindingen if b.ernst == "fout" and b.rij in self.plekken)

    def goede_rijen(self) -> pa.Table:
        """The other rows, typed: every column that a delivery fills, and the number of the row."""
        fout, waarden, schema = self.foute_rijen(), self.waarden(), self.tabel.schema()
        goed = {nummer: plek for nummer, plek in self.plekken.items() if nummer not in fout}
        leeg = [None] * len(self.plekken)
        kolommen = {}
        for kolom in eigen_kolommen(self.tabel):
            cellen = waarden.get(kolom.naam, leeg)
            kolommen[kolom.naam] = pa.array([cellen[plek] for plek in goed.values()], schema.field(kolom.naam).type)
        return pa.table({**kolommen, "bronrij": pa.array(list(goed), pa.int64())})

    def op_volgorde(self) -> tuple[Bevinding, ...]:
        """Every finding once, from the top of the sheet down and from left to right."""
        plek = {naam: nummer for nummer, (_, naam) in enumerate(self.vondst.kolommen)}
        uniek = dict.fromkeys(self.bevindingen)
        return tuple(sorted(uniek, key=lambda b: (b.rij, plek.get(b.kolom, len(plek)), b.ernst)))


def toon_cel(cel: Cel) -> str:
    """A cell as the analyst sees it in the sheet, short enough for a message."""
    if isinstance(cel, dt.date):
        return f"{cel:%d-%m-%Y}"
    try:
        tekst = vrije_tekst(cel) or ""
    except Onleesbaar:
        tekst = str(cel)
    return tekst if len(tekst) <= _LANGSTE_WAARDE else tekst[: _LANGSTE_WAARDE - 1] + "…"


def _verwacht(fout: Onleesbaar) -> str:
    return f"{fout.verwacht}; bedoeld is misschien {fout.voorstel}" if fout.voorstel else fout.verwacht
