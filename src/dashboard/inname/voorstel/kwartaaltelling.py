"""What a change does to the rows of each quarter and corporatie, beside what is published there now.

Rows that vanish are counted here once, so that page and command line ask about the same number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from dashboard.basis.opmaak import aantal, getal
from dashboard.inname.voorstel.snede import Periode, kwartalen
from dashboard.inname.voorstel.stukken import naam_van
from dashboard.inname.voorstel.vergelijking import Tabelverschil
from dashboard.tabellen.tabel import Tabel

_Plek = tuple[str | None, Periode]  # corporatie, quarter
_GENOEMD = 6  # places that a sentence names; the table has all of them
_KRIMP = 0.9  # of the rows that were there: below it a quarter lost more than corrections explain


@dataclass(frozen=True)
class Kwartaaltelling:
    """The rows of one table, quarter and corporatie (None where the table has none): how many there are now and
    afterwards, and how many are new, changed (by their new date) and gone.
    """

    tabel: str
    corporatie: str | None
    kwartaal: Periode
    nu: int
    straks: int
    nieuw: int
    gewijzigd: int
    verdwenen: int

    @property
    def plek(self) -> str:
        """Where these rows are, in words: 'verhuringen NOORD, K3 2026'."""
        return f"{self.tabel}{f' {self.corporatie}' if self.corporatie else ''}, {naam_van(self.kwartaal)}"

    @property
    def waarschuwing(self) -> str:
        """That the quarter shrinks by more than a tenth; empty when it does not."""
        if self.straks >= self.nu * _KRIMP:
            return ""
        return f"{self.plek}: van {getal(self.nu)} naar {aantal(self.straks, 'rij', 'rijen')}."


def per_kwartaal(
    verschillen: Sequence[Tabelverschil], ervoor: Mapping[str, pa.Table], erna: Mapping[str, pa.Table]
) -> tuple[Kwartaaltelling, ...]:
    """Every quarter in which a row is new, changed or gone, the earliest first."""
    tellingen = []
    for verschil in verschillen:
        tabel = verschil.tabel
        nieuw, anders, weg = (_tel(tabel, r) for r in (verschil.nieuw, verschil.erna, verschil.verdwenen))
        nu, straks = _tel(tabel, ervoor[tabel.naam]), _tel(tabel, erna[tabel.naam])
        plekken = sorted({*nieuw, *anders, *weg, *_tel(tabel, verschil.ervoor)}, key=lambda p: (p[1], p[0] or ""))
        tellingen += [Kwartaaltelling(tabel.naam, *p, nu[p], straks[p], nieuw[p], anders[p], weg[p]) for p in plekken]
    return tuple(tellingen)


def verdwijnen(tellingen: Sequence[Kwartaaltelling]) -> tuple[int, str]:
    """How many published rows vanish, and the sentence that says which; 0 and nothing when none do."""
    hoeveel = sum(telling.verdwenen for telling in tellingen)
    waar = [f"{telling.plek}: {getal(telling.verdwenen)}" for telling in tellingen if telling.verdwenen]
    if len(waar) > _GENOEMD:
        waar = [*waar[: _GENOEMD - 1], f"en {len(waar) - _GENOEMD + 1} andere"]
    wat = aantal(hoeveel, "gepubliceerde rij verdwijnt", "gepubliceerde rijen verdwijnen")
    return hoeveel, f"{wat} ({'; '.join(waar)})." if hoeveel else ""


def _tel(tabel: Tabel, rijen: pa.Table) -> Counter[_Plek]:
    delen = [naam for naam in ("corporatie", tabel.datum) if naam in rijen.column_names]
    telling: Counter[_Plek] = Counter()
    for groep in rijen.group_by(delen).aggregate([([], "count_all")]).to_pylist():
        dag = groep[tabel.datum]
        telling[groep.get("corporatie"), kwartalen(dag, dag)] += groep["count_all"]
    return telling
