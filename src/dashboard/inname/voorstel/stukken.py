"""A delivery in pieces, each with its own period and its own way of changing what is published.

The period of events is what somebody gave, else what the file says, else the quarters that hold its rows. A stray date
never widens it: rows outside the period are asked about, per row or, when there are many, per quarter.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.basis.opmaak import aantal, datum, opsomming
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.voorstel.besluit import Besluit, Buiten, KeuzeNodig, Modus, NietTePubliceren, Plek
from dashboard.inname.voorstel.snede import Periode, gebeurd, kwartalen
from dashboard.store import Snede, binnen
from dashboard.tabellen.contracten import GEBEURTENISSEN, KENGETALLEN

_STRAAL = 10  # a quarter at the edge with less than a tenth of the rows of the fullest one does not widen the period
_GENOEMD = 5


@dataclass(frozen=True)
class Stuk:
    """Rows of one table of the file and one corporatie (None where the table has none), the days that they speak for,
    and what they do.
    """

    deel: Tabelinname
    corporatie: str | None
    rijen: pa.Table
    periode: Periode
    modus: Modus


@dataclass(frozen=True)
class Buitenstaanders:
    """Rows outside the period of their delivery, of one quarter, with what is asked about them.

    `plekken` are their sheets and rows in the file, `periode` is what the delivery is about, and `waarom` who says so.
    """

    plekken: tuple[Plek, ...]
    kwartaal: Periode
    periode: Periode
    waarom: str
    wat: str

    @property
    def vraag(self) -> str:
        """The question, in Dutch."""
        ligt = "valt" if len(self.plekken) == 1 else "vallen"
        hoort = "Hoort die" if len(self.plekken) == 1 else "Horen die"
        return (
            f"{self.wat} {ligt} in {naam_van(self.kwartaal)}, buiten de periode van deze levering ({naam_van(self.periode)}, "
            f"volgens {self.waarom}). {hoort} bij {naam_van(self.kwartaal)}?"
        )


@dataclass(frozen=True)
class _Ingedeeld:
    """The rows of one table and corporatie, the period that they are about (None for intentions only), and those outside it."""

    deel: Tabelinname
    corporatie: str | None
    rijen: pa.Table
    periode: Periode | None
    buiten: tuple[Buitenstaanders, ...]


def stukken_van(delen: Sequence[Tabelinname], besluit: Besluit) -> list[Stuk]:
    """The pieces of a file. Raises KeuzeNodig when rows lie outside the period and nobody said what to do with them."""
    ingedeeld = list(_ingedeeld(delen, besluit))
    vragen = [groep.vraag for een in ingedeeld for groep in een.buiten if not besluit.buiten.keys() >= {*groep.plekken}]
    if vragen:
        raise KeuzeNodig(vragen)
    return [stuk for een in ingedeeld for stuk in _stukken(een, besluit)]


def buitenstaanders(delen: Sequence[Tabelinname], besluit: Besluit) -> list[Buitenstaanders]:
    """What must be asked about rows outside the period of the delivery; nothing when rows are only added or corrected."""
    return [groep for een in _ingedeeld(delen, besluit) for groep in een.buiten]


def naam_van(periode: Periode) -> str:
    """A period in words: 'K3 2026', 'K1 2026 t/m K3 2026', '2025', or its days."""
    van, tot = periode
    if periode == (dt.date(van.year, 1, 1), dt.date(van.year, 12, 31)):
        return str(van.year)
    if periode == kwartalen(van, tot):
        eerste, laatste = (f"K{(dag.month + 2) // 3} {dag.year}" for dag in periode)
        return eerste if eerste == laatste else f"{eerste} t/m {laatste}"
    return datum(van) if van == tot else f"{datum(van)} t/m {datum(tot)}"


def _per_corporatie(deel: Tabelinname) -> list[tuple[str | None, pa.Table]]:
    """The rows per corporatie where the table has corporaties: each delivered up to its own day."""
    if "corporatie" not in deel.tabel.delen:
        return [(None, deel.rijen)]
    codes = sorted(pc.unique(deel.rijen["corporatie"]).to_pylist(), key=lambda code: code or "")
    sneden = {code: Snede(("corporatie",), frozenset({(code,)})) for code in codes}
    return [(code, deel.rijen.filter(binnen(deel.rijen, snede, None))) for code, snede in sneden.items()]


def _ingedeeld(delen: Sequence[Tabelinname], besluit: Besluit) -> Iterator[_Ingedeeld]:
    for deel in delen:
        for corporatie, rijen in _per_corporatie(deel):
            periode, waarom = _periode(deel, rijen, besluit)
            buiten: tuple[Buitenstaanders, ...] = ()
            if besluit.modus is Modus.VERVANGEN and deel.tabel in GEBEURTENISSEN and periode is not None:
                buiten = tuple(_groepen(deel, gebeurd(deel.tabel, rijen), periode, waarom))
            yield _Ingedeeld(deel, corporatie, rijen, periode, buiten)


def _stukken(een: _Ingedeeld, besluit: Besluit) -> Iterator[Stuk]:
    deel, corporatie, rijen, periode = een.deel, een.corporatie, een.rijen, een.periode
    if besluit.modus is not Modus.VERVANGEN or deel.tabel not in GEBEURTENISSEN:
        if deel.tabel in GEBEURTENISSEN or periode is None:  # late events speak for no other day than their own
            periode = _dagen_van(deel, rijen)
        yield Stuk(deel, corporatie, rijen, periode, besluit.modus)
        return
    if periode is None:
        raise NietTePubliceren(
            "Het bestand bevat alleen voornemens. Geef met een begin en een einde aan in welke periode zij zijn gemeld."
        )
    elders: dict[tuple[Periode, Buiten], list[int]] = {}
    for groep in een.buiten:
        for plek in groep.plekken:
            elders.setdefault((groep.kwartaal, besluit.buiten[plek]), []).append(plek[1])
    weg = pa.array([rij for rijen_ in elders.values() for rij in rijen_], pa.int64())
    binnen_periode = rijen.filter(pc.invert(pc.is_in(rijen["bronrij"], weg)))
    if len(binnen_periode):  # without rows in it, nothing says that the period was delivered
        yield Stuk(deel, corporatie, binnen_periode, periode, Modus.VERVANGEN)
    for (kwartaal, keuze), nummers in elders.items():
        if keuze is not Buiten.WEGLATEN:
            hier = rijen.filter(pc.is_in(rijen["bronrij"], pa.array(nummers, pa.int64())))
            if keuze is Buiten.VERVANGEN:
                heel = kwartaal[0], min(kwartaal[1], besluit.dag)
                yield Stuk(deel, corporatie, hier, heel, Modus.VERVANGEN)
            else:
                yield Stuk(deel, corporatie, hier, _dagen_van(deel, hier), Modus.AANVULLEN)


def _dagen_van(deel: Tabelinname, rijen: pa.Table) -> Periode:
    dagen = rijen[deel.tabel.datum]
    return pc.min(dagen).as_py(), pc.max(dagen).as_py()


def _periode(deel: Tabelinname, rijen: pa.Table, besluit: Besluit) -> tuple[Periode | None, str]:
    """The days that these rows cover, and who says so; None for events of which only intentions are known.

    A kengetal over a period is dated on its last day; unless a period is given it began on 1 January.
    """
    dagen = gebeurd(deel.tabel, rijen)[deel.tabel.datum].drop_null().to_pylist()
    if not dagen and not (besluit.van and besluit.tot):
        return None, ""
    if deel.tabel not in GEBEURTENISSEN:
        eerste, laatste = min(dagen), max(dagen)
        if deel.tabel == KENGETALLEN:
            return (besluit.van or dt.date(eerste.year, 1, 1), besluit.tot or laatste), ""
        return (eerste, laatste), ""
    if besluit.van and besluit.tot:
        return (besluit.van, besluit.tot), "wat u opgaf"
    gezegd = deel.gezegd
    if gezegd is not None and gezegd.heel:
        van, tot, waarom = gezegd.van, gezegd.tot, gezegd.waar
    else:
        in_jaar = [dag for dag in dagen if gezegd is None or gezegd.van <= dag <= gezegd.tot]
        van, tot = _volste(in_jaar or dagen)
        waarom = "de datums van de meeste rijen"
    return (besluit.van or van, besluit.tot or min(tot, max(besluit.dag, van))), waarom


def _volste(dagen: Sequence[dt.date]) -> Periode:
    """From the first to the last quarter with enough rows: the edges with only a few are no part of the period."""
    per_kwartaal: Counter[Periode] = Counter()
    for dag, hoeveel in Counter(dagen).items():
        per_kwartaal[kwartalen(dag, dag)] += hoeveel
    meest = max(per_kwartaal.values())
    genoeg = [kwartaal for kwartaal, hoeveel in per_kwartaal.items() if hoeveel * _STRAAL >= meest]
    return min(genoeg)[0], max(genoeg)[1]


def _groepen(deel: Tabelinname, rijen: pa.Table, periode: Periode, waarom: str) -> Iterator[Buitenstaanders]:
    """The rows outside the period: each by itself, or by quarter when there are many."""
    per_kwartaal: dict[Periode, list[tuple[int, dt.date]]] = {}
    dagen = rijen[deel.tabel.datum]
    elders = rijen.filter(pc.or_(pc.less(dagen, periode[0]), pc.greater(dagen, periode[1])))
    for nummer, dag in zip(elders["bronrij"].to_pylist(), elders[deel.tabel.datum].to_pylist(), strict=True):
        per_kwartaal.setdefault(kwartalen(dag, dag), []).append((nummer, dag))
    blad = deel.vondst.blad
    for kwartaal, gevonden in sorted(per_kwartaal.items()):
        if len(gevonden) > _GENOEMD:
            nummers = [f"rij {nummer}" for nummer, _ in gevonden[:_GENOEMD]]
            wat = f"{aantal(len(gevonden), '', 'rijen').strip()} van blad {blad} ({opsomming([*nummers, 'meer'])})"
            yield Buitenstaanders(tuple((blad, nummer) for nummer, _ in gevonden), kwartaal, periode, waarom, wat)
        else:
            for nummer, dag in gevonden:
                wat = f"Rij {nummer} van blad {blad} ({datum(dag)})"
                yield Buitenstaanders(((blad, nummer),), kwartaal, periode, waarom, wat)


def alle_gelijk(gevonden: Sequence[Buitenstaanders], keuze: Buiten) -> Mapping[Plek, Buiten]:
    """The same answer for every row."""
    return {plek: keuze for een in gevonden for plek in een.plekken}
