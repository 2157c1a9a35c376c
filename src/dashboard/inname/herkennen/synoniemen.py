"""What a column header can mean, per table: our own names and the spellings of `synoniemen.csv`.

A spelling for two columns of a table is ambiguous ('Wachttijd' means time since registration or time spent looking),
and one with an empty column is known not to be ours ('Rekenhuur'). Neither is matched by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa
from rapidfuzz import fuzz, process

from dashboard.inname.vondsten import ZEKER
from dashboard.inname.waarden.kopmaat import maat
from dashboard.inname.waarden.tekst import sleutel, woorden
from dashboard.tabellen.contracten import TABELLEN, te_lezen

# Certainty of a proposal, 0..100; likeness alone never gets as far as ZEKER.
EIGEN_NAAM, SCHRIJFWIJZE, ZONDER_EENHEID = 100, 95, ZEKER
MEESTE_VOOR_LIJKT, LAAGSTE_LIJKT, TE_DICHTBIJ = 85, 75, 6

_HAAKJES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*¹²³⁰⁴-⁹]")
_EENHEID = re.compile(
    r"(?: (?:in|per|p m|mnd|maand|maanden|jaar|jaren|jr|kwartalen|dagen|weken|eur|euro|euros|ja nee|j n|ja of nee|pct|procent|verplicht))+$"
)
_LANGSTE_KOP = 120


@dataclass(frozen=True)
class Betekenis:
    """One column a header can mean ('' for none of ours) and how certain that is."""

    kolom: str
    zekerheid: int


@dataclass(frozen=True)
class Synoniemen:
    """Per table: spelling without spaces -> columns, and spelling in words -> columns (for likeness)."""

    per_tabel: Mapping[str, Mapping[str, tuple[str, ...]]]
    in_woorden: Mapping[str, Mapping[str, tuple[str, ...]]]

    @staticmethod
    def uit(tabellen: Mapping[str, pa.Table]) -> Synoniemen:
        """The spellings in the tables of the agreement."""
        rijen = tabellen["synoniemen"].to_pylist()
        per_tabel: dict[str, dict[str, tuple[str, ...]]] = {}
        in_woorden: dict[str, dict[str, tuple[str, ...]]] = {}
        for naam, tabel in TABELLEN.items():
            eigen = [kolom.naam for kolom in te_lezen(tabel)]
            paren = [(rij["schrijfwijze"], rij["kolom"] or "") for rij in rijen if rij["tabel"] == naam]
            vast = {sleutel(kolom) for kolom in eigen}
            paren = [(kolom, kolom) for kolom in eigen] + [paar for paar in paren if sleutel(paar[0]) not in vast]
            per_tabel[naam] = _verzamel((sleutel(schrijfwijze), kolom) for schrijfwijze, kolom in paren)
            in_woorden[naam] = _verzamel((woorden(schrijfwijze), kolom) for schrijfwijze, kolom in paren)
        return Synoniemen(per_tabel, in_woorden)

    def precies(self, tabel: str, kop: str) -> tuple[Betekenis, ...]:
        """The columns that the agreement knows for this header: none, one, or several to ask about."""
        bekend = self.per_tabel[tabel]
        for variant, zekerheid in _varianten(kop):
            if gevonden := bekend.get(variant):
                eigen = zekerheid < EIGEN_NAAM or variant in map(sleutel, gevonden)
                return tuple(Betekenis(kolom, zekerheid if eigen else SCHRIJFWIJZE) for kolom in gevonden)
        return ()

    def lijkt(self, tabel: str, kop: str) -> tuple[Betekenis, ...]:
        """Columns whose spellings look like this header, most alike first: proposals for a person to confirm."""
        tekst = woorden(kop[:_LANGSTE_KOP])
        if len(tekst) < 3:
            return ()
        bekend = self.in_woorden[tabel]
        beste: dict[str, float] = {}
        for scorer in (fuzz.token_sort_ratio, fuzz.ratio):
            for spelling, score, _ in process.extract(
                tekst, bekend.keys(), scorer=scorer, score_cutoff=LAAGSTE_LIJKT, limit=20
            ):
                for kolom in bekend[spelling]:
                    beste[kolom] = max(beste.get(kolom, 0), score)
        gevonden = [Betekenis(kolom, min(MEESTE_VOOR_LIJKT, int(score))) for kolom, score in beste.items()]
        gevonden.sort(key=lambda betekenis: (-beste[betekenis.kolom], betekenis.kolom))
        return tuple(b for b in gevonden if beste[b.kolom] > beste[gevonden[0].kolom] - TE_DICHTBIJ)

    def koppen(self) -> frozenset[str]:
        """Every spelling of any table; they make a row look like a header."""
        return frozenset(schrijfwijze for bekend in self.per_tabel.values() for schrijfwijze in bekend)


def _verzamel(paren: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    uit: dict[str, tuple[str, ...]] = {}
    for spelling, kolom in paren:
        if spelling:
            uit[spelling] = tuple(dict.fromkeys((*uit.get(spelling, ()), kolom)))
    return uit


@lru_cache(maxsize=4096)  # every cell of a row of words is tried as a heading of every table
def _varianten(kop: str) -> tuple[tuple[str, int], ...]:
    """Keys of the header with their certainty: as it is, without brackets and note marks, and without its unit."""
    kop = kop[:_LANGSTE_KOP]
    zonder = woorden(_HAAKJES.sub(" ", kop))
    kaal = _EENHEID.sub("", zonder)
    zonder_maat = _EENHEID.sub("", woorden(maat(kop).kaal))
    return (
        (sleutel(kop), EIGEN_NAAM),
        (zonder.replace(" ", ""), ZONDER_EENHEID),
        (kaal.replace(" ", ""), ZONDER_EENHEID),
        (zonder_maat.replace(" ", ""), ZONDER_EENHEID),
    )
