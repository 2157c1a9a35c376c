"""One table of a file while it is read: its columns so far, and the findings.

A finding points at the cell that the analyst sees: sheet, row in Excel, and the heading in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from dashboard.inname.fouten import Bevinding, Ernst, Klacht
from dashboard.inname.tabel.levering import Omgeving, Tabelkeuze
from dashboard.inname.vondsten import Koppeling, Vondst, kale_kop
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Onleesbaar
from dashboard.inname.waarden.tekst import vrije_tekst
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.contracten import eigen_kolommen, te_lezen
from dashboard.tabellen.tabel import Tabel

_LANGSTE_WAARDE = 80
_LEEG = (None, "")


@dataclass
class Lezing:
    """The reading of one table. `plekken` maps the row number in Excel to its place among the rows of data."""

    vondst: Vondst
    tabel: Tabel
    omgeving: Omgeving
    basis1904: bool
    plekken: dict[int, int]
    boven: str = ""  # a title above the table that names a scale
    koppen: dict[str, str] = field(default_factory=dict)
    cellen: dict[str, Sequence[Cel]] = field(default_factory=dict)
    gelezen: dict[str, Gelezen] = field(default_factory=dict)
    over: dict[Koppeling, Sequence[Cel]] = field(default_factory=dict)  # columns of the file that nobody read yet
    hulp: dict[str, tuple[str, Sequence[Cel]]] = field(default_factory=dict)  # read only when something follows from it
    telt_rijen: bool = False  # a row is one home, and equal rows are counted
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def nummers(self) -> list[int]:
        """The rows of data by their Excel numbers, in order."""
        return list(self.plekken)

    def lees(self, naam: str, cellen: Sequence[Cel], kop: str, keuze: Tabelkeuze) -> None:
        """Read the cells of one column. An unclear cell is a fault unless a question about it is open."""
        gelezen = self.lees_als(naam, cellen, kop, keuze.antwoorden.get(naam))
        self.koppen[naam], self.cellen[naam] = kop, cellen
        self.neem_op(naam, gelezen)

    def lees_hulp(self, naam: str, keuze: Tabelkeuze) -> Gelezen | None:
        """What a column says from which others follow; None when the file does not have it."""
        if naam in self.hulp and naam not in self.gelezen:
            kop, cellen = self.hulp[naam]
            self.lees(naam, cellen, kop, keuze)
        return self.gelezen.get(naam)

    def lees_als(
        self, naam: str, cellen: Sequence[Cel], kop: str, antwoorden: Mapping[str, str] | None = None
    ) -> Gelezen:
        """What the cells are when they are those of this column; nothing is taken in."""
        kolom = next(kolom for kolom in te_lezen(self.tabel) if kolom.naam == naam)
        return lees_kolom(
            self.tabel,
            kolom,
            cellen,
            self.omgeving.woordenboek,
            antwoorden,
            kop=kale_kop(kop),
            boven=self.boven,
            basis1904=self.basis1904,
        )

    def neem_op(self, naam: str, gelezen: Gelezen) -> None:
        """Take in what was read of a column, or what other columns made of it, and report the faults that are new.

        A cell of a column that is not stored harms nothing.
        """
        ernst: Ernst = "fout" if naam in self.tabel.namen else "waarschuwing"
        bekend = self.gelezen[naam].fouten if naam in self.gelezen else {}
        self.gelezen[naam] = gelezen
        nummers = self.nummers
        self.meld(
            Klacht(nummers[plek], naam, _verwacht(fout), ernst)
            for plek, fout in gelezen.fouten.items()
            if plek not in bekend and not (isinstance(fout, Onduidelijk) and gelezen.vragen)
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

    def dagen(self) -> Sequence[dt.date | None]:
        """The day of each row that could be read; none when the table has no dates, or the file lacks them."""
        gelezen = self.gelezen.get(self.tabel.datum or "")
        return gelezen.waarden if gelezen else ()

    def waarden(self) -> dict[str, Sequence[object]]:
        """The values that were read, per column of the contract."""
        return {naam: gelezen.waarden for naam, gelezen in self.gelezen.items()}

    def onleesbaar(self) -> dict[str, frozenset[int]]:
        """Per column the rows whose cell could not be read."""
        nummers = self.nummers
        return {naam: frozenset(nummers[plek] for plek in gelezen.fouten) for naam, gelezen in self.gelezen.items()}

    def te_vullen(self) -> dict[str, frozenset[int]]:
        """Per optional column that the file fills the rows without a word, not even that it is not known."""
        uit = {}
        for naam in (kolom.naam for kolom in self.tabel.kolommen if kolom.invullen):
            cellen = self.cellen.get(naam, ())
            if naam in self.gelezen and any(cel not in _LEEG for cel in cellen):
                waarden = self.gelezen[naam].waarden
                leeg = (nr for nr, plek in self.plekken.items() if cellen[plek] in _LEEG and waarden[plek] is None)
                uit[naam] = frozenset(leeg)
        return uit

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
        rijen = pa.table({**kolommen, "bronrij": pa.array(list(goed), pa.int64())})
        return _geteld(rijen) if self.telt_rijen else rijen

    def op_volgorde(self) -> tuple[Bevinding, ...]:
        """Every finding once, from the top of the sheet down and from left to right."""
        plek = {naam: nummer for nummer, (_, naam) in enumerate(self.vondst.kolommen)}
        uniek = dict.fromkeys(self.bevindingen)
        return tuple(sorted(uniek, key=lambda b: (b.rij, plek.get(b.kolom, len(plek)), b.ernst)))


def _geteld(rijen: pa.Table) -> pa.Table:
    """Equal rows as one, with their counts added up and the number of the first of them."""
    gelijk = [naam for naam in rijen.column_names if naam not in ("aantal", "bronrij")]
    samen = rijen.group_by(gelijk).aggregate([("aantal", "sum"), ("bronrij", "min")])
    namen = {"aantal_sum": "aantal", "bronrij_min": "bronrij"}
    samen = samen.rename_columns([namen.get(naam, naam) for naam in samen.column_names])
    return samen.select(rijen.column_names).sort_by("bronrij").cast(rijen.schema)


def toon_cel(cel: Cel) -> str:
    """A cell as the analyst sees it in the sheet, short enough for a message."""
    if isinstance(cel, dt.date):
        return (
            f"{cel:%d-%m-%Y %H:%M}" if isinstance(cel, dt.datetime) and cel.time() != dt.time() else f"{cel:%d-%m-%Y}"
        )
    try:
        tekst = vrije_tekst(cel) or ""
    except Onleesbaar:
        tekst = str(cel)
    return tekst if len(tekst) <= _LANGSTE_WAARDE else tekst[: _LANGSTE_WAARDE - 1] + "…"


def _verwacht(fout: Onleesbaar) -> str:
    return f"{fout.verwacht}; bedoeld is misschien {fout.voorstel}" if fout.voorstel else fout.verwacht
