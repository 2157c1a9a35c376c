"""Which spellings stand for which value, per column: the words of the contract, codes of the sector, local names.

All of it is data. `waarden.csv` has spellings of the values in the contracts; the agreement's own tables bring kernen,
corporaties, groepen, kengetallen and the numbers of afspraken. A spelling that stands for two values is no error in the
data: the analyst is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa
from rapidfuzz import fuzz, process

from dashboard.inname.waarden.onleesbaar import Onduidelijk, Onleesbaar
from dashboard.inname.waarden.tekst import getal_als_tekst, gewoon, invoer, is_eindig, is_leeg, sleutel
from dashboard.inname.werkboek import Cel
from dashboard.tabellen.tabel import Kolom, Tabel

# From this likeness on (0..100) a value is suggested for a misspelt word; it is never filled in by itself.
LIJKT = 82
MEESTE_IN_ZIN = 12  # nobody reads a message with more values

# Per table of the agreement: the column with the code, and those with other names for it.
_NAMEN = {
    "kernen": ("kern", ("bag_code",)),
    "corporaties": ("corporatie", ("naam", "kort")),
    "groepen": ("groep", ("naam",)),
    "kengetal_definities": ("kengetal", ("naam",)),
    "acties": ("agenda_nr", ()),
    "afspraken": ("afspraak", ()),
}
_ENKELVOUD = {
    "kernen": "een kern uit de afspraken",
    "corporaties": "een corporatie uit de afspraken",
    "kengetal_definities": "een kengetal uit de afspraken",
    "acties": "een nummer uit de uitvoeringsagenda",
    "afspraken": "een nummer van een afspraak",
}
_GENUMMERD = ("acties", "afspraken")
_NUMMER = re.compile(r"(?:afspraak|actie|nr\.?|nummer|art\.?|artikel)?\s*(\d{1,3}(?:[.,]\d{1,3})*)\.?", re.ASCII)
_DELEN = re.compile(r"\s+-\s+|\s*[:(;|]\s*|\)\s*$")


@dataclass(frozen=True)
class Woorden:
    """The spellings of one column. `per_sleutel` gives the values a spelling stands for; '' means: as if left empty."""

    waarden: tuple[str, ...]
    per_sleutel: Mapping[str, tuple[str, ...]]
    verwacht: str
    nummers: bool = False

    def lees(self, cel: Cel, antwoorden: Mapping[str, str] | None = None) -> str | None:
        """The value that a cell stands for. Answers are kept under 'woord:' and the spelling."""
        tekst = self._tekst(cel)
        if tekst is None:
            return None
        if self.nummers:
            return self._nummer(tekst, getypt=isinstance(cel, str))
        woord = sleutel(tekst)
        gegeven = (antwoorden or {}).get(f"woord:{woord}")
        if gegeven is not None and gegeven in (*self.waarden, ""):
            return gegeven or None
        gevonden = self.per_sleutel.get(woord) or self._uit_delen(tekst)
        if len(gevonden) > 1:
            keuzes = ", ".join(keuze or "leeg" for keuze in gevonden)
            raise Onduidelijk(f"{self.verwacht}; dit kan betekenen: {keuzes}", gevonden, f"woord:{woord}")
        if gevonden:
            return gevonden[0] or None
        if is_leeg(tekst):
            return None
        raise Onleesbaar(self.verwacht, self._voorstel(woord))

    def _tekst(self, cel: Cel) -> str | None:
        """The cell as a word; 'n.v.t.' and the like stay words, because in some columns they are a value."""
        if isinstance(cel, bool):
            return "ja" if cel else "nee"
        if isinstance(cel, (dt.date, dt.time, dt.timedelta)):
            raise Onleesbaar(self.verwacht)
        if isinstance(cel, str):
            if not is_leeg(cel):
                invoer(cel, self.verwacht)
            return None if not cel.strip() else cel
        if cel is None:
            return None
        if not is_eindig(cel):
            raise Onleesbaar(self.verwacht)
        return getal_als_tekst(cel)

    def _nummer(self, tekst: str, *, getypt: bool) -> str | None:
        """The number of an afspraak. A spreadsheet makes 2.1 of 2.10: where both exist, a typed number is unclear."""
        if is_leeg(tekst):
            return None
        treffer = _NUMMER.fullmatch(gewoon(tekst))
        if treffer is None:
            for waarde in self.waarden:  # another agreement may use letters in its numbers
                if gewoon(waarde) == gewoon(tekst):
                    return waarde
            raise Onleesbaar(self.verwacht)
        nummer = treffer[1].replace(",", ".")
        gevonden = [keuze for keuze in (nummer, f"{nummer}0") if keuze in self.waarden]
        if getypt or len(gevonden) < 2:
            if nummer in self.waarden:
                return nummer
            raise Onleesbaar(self.verwacht, gevonden[0] if gevonden else None)
        raise Onduidelijk(
            f"{self.verwacht}, als tekst: dit kan {gevonden[0]} en {gevonden[1]} zijn", gevonden, "nummer"
        )

    def _uit_delen(self, tekst: str) -> tuple[str, ...]:
        """'TUS - Tussenwoning' or 'Gent (9000)': the values of the parts, when each part is known."""
        delen = [sleutel(deel) for deel in _DELEN.split(tekst) if deel.strip()]
        if len(delen) < 2 or not all(deel in self.per_sleutel for deel in delen):
            return ()
        samen = set.intersection(*(set(self.per_sleutel[deel]) for deel in delen))
        return tuple(sorted(samen or {waarde for deel in delen for waarde in self.per_sleutel[deel]}))

    def _voorstel(self, woord: str) -> str | None:
        """The one value whose spelling looks like this word."""
        if len(woord) < 4:
            return None
        beste = process.extract(woord, self.per_sleutel.keys(), scorer=fuzz.ratio, score_cutoff=LIJKT, limit=5)
        gemeend = {waarde for spelling, _, _ in beste[:3] for waarde in self.per_sleutel[spelling]}
        return gemeend.pop() or None if len(gemeend) == 1 else None


@dataclass(frozen=True)
class Woordenboek:
    """The spellings of an agreement, as the Arrow tables of `Overeenkomst.tabellen` hold them."""

    tabellen: Mapping[str, pa.Table]
    _klaar: dict[tuple[str, str], Woorden] = field(default_factory=dict, repr=False, compare=False)

    def voor(self, tabel: Tabel, kolom: Kolom) -> Woorden:
        """The spellings of one column of one table."""
        plaats = (tabel.naam, kolom.naam)
        if plaats not in self._klaar:
            self._klaar[plaats] = self._maak(tabel, kolom)
        return self._klaar[plaats]

    @cached_property
    def bekend(self) -> frozenset[str]:
        """Every name in the agreement, as `sleutel`: none of them is the name of a person."""
        namen = {alias for alias, _ in self._aliassen()} | set(self._lijst("waarden", "schrijfwijze"))
        for tabel, (code, anders) in _NAMEN.items():
            namen.update(naam for kolom in (code, *anders) for naam in self._lijst(tabel, kolom))
        return frozenset(sleutel(naam) for naam in namen if naam)

    def _maak(self, tabel: Tabel, kolom: Kolom) -> Woorden:
        waarden = kolom.keuzes
        paren: list[tuple[str, str]] = []
        if kolom.verwijst:
            code, anders = _NAMEN[kolom.verwijst]
            codes = self._lijst(kolom.verwijst, code)
            waarden = tuple(dict.fromkeys(codes))
            for naam in anders:
                paren += zip(self._lijst(kolom.verwijst, naam), codes, strict=True)
            paren += [(alias, waarde) for alias, waarde in self._aliassen(code) if waarde in waarden]
        paren += [(schrijfwijze, waarde) for schrijfwijze, waarde in self._schrijfwijzen(tabel, kolom)]
        per_sleutel: dict[str, tuple[str, ...]] = {sleutel(waarde): (waarde,) for waarde in waarden}
        eigen = set(per_sleutel)
        for schrijfwijze, waarde in paren:
            woord = sleutel(schrijfwijze)
            if woord and woord not in eigen and (waarde in waarden or not waarde):
                per_sleutel[woord] = tuple(dict.fromkeys((*per_sleutel.get(woord, ()), waarde)))
        kort = len(waarden) <= MEESTE_IN_ZIN
        verwacht = "een van: " + ", ".join(waarden) if kort and kolom.verwijst not in _GENUMMERD else ""
        return Woorden(
            waarden,
            per_sleutel,
            verwacht or _ENKELVOUD.get(kolom.verwijst or "", "een bekende waarde"),
            nummers=kolom.verwijst in _GENUMMERD,
        )

    def _lijst(self, tabel: str, kolom: str) -> list[str]:
        return ["" if waarde is None else str(waarde) for waarde in self.tabellen[tabel].column(kolom).to_pylist()]

    def _aliassen(self, soort: str | None = None) -> list[tuple[str, str]]:
        kolommen = (self._lijst("aliassen", naam) for naam in ("soort", "alias", "waarde"))
        return [(alias, waarde) for van, alias, waarde in zip(*kolommen, strict=True) if soort in (None, van)]

    def _schrijfwijzen(self, tabel: Tabel, kolom: Kolom) -> list[tuple[str, str]]:
        namen = (kolom.naam, f"{tabel.naam}.{kolom.naam}")
        kolommen = (self._lijst("waarden", naam) for naam in ("kolom", "schrijfwijze", "waarde"))
        return [(schrijf, waarde) for van, schrijf, waarde in zip(*kolommen, strict=True) if van in namen]
