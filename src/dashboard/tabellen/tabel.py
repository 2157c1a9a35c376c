"""The description of a table, for stored tables, for the CSV files of the agreement and for uploads.

A `Tabel` says which columns there are, of which type and with which values. The Arrow schema, the sentence that tells a
user what was expected, and the check that collects every fault at once follow from it.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from dashboard.basis.fouten import Gebruikersfout

Type = Literal["tekst", "geheel", "decimaal", "datum", "ja_nee"]
# How people write what a column holds, where its type does not say so.
Leeswijze = Literal["periode", "duur", "bedrag", "procent", "leeftijd", "huishouden", "duurklasse"]

_ARROW: dict[str, pa.DataType] = {
    "tekst": pa.string(),
    "geheel": pa.int64(),
    "decimaal": pa.float64(),
    "datum": pa.date32(),
    "ja_nee": pa.bool_(),
}
_GEHEEL = re.compile(r"-?\d{1,15}")
_DECIMAAL = re.compile(r"-?\d{1,15}(\.\d+)?")


@dataclass(frozen=True)
class Fout:
    """One fault in a file: its place (row as in a spreadsheet, 0 for the whole file) and what was expected."""

    bestand: str
    rij: int
    kolom: str
    waarde: str
    verwacht: str

    def __str__(self) -> str:
        plaats = f"{self.bestand}, rij {self.rij}" if self.rij else self.bestand
        kolom = f", kolom {self.kolom}" if self.kolom else ""
        gevonden = f"; gevonden: '{self.waarde}'" if self.waarde else ""
        return f"{plaats}{kolom}: verwacht {self.verwacht}{gevonden}"


class FoutenError(Gebruikersfout):
    """All faults in a set of files together, so that one run shows everything."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(str(fout) for fout in self.fouten))


@dataclass(frozen=True)
class Kolom:
    """A column: its type, whether it must be filled, and which values are allowed (`verwijst`: those of another table).

    Of what is delivered also how people write it, the period that a number is counted per ('maand', 'jaar'), whether a
    file that has an optional column must fill it or write that it is not known, and a value for the example in a template,
    where it is the same for every agreement.
    """

    naam: str
    type: Type
    verplicht: bool = True
    waarden: tuple[str, ...] | None = None
    minimum: float | None = None
    maximum: float | None = None
    verwijst: str | None = None
    leeswijze: Leeswijze | None = None
    per: str = ""
    invullen: bool = False
    voorbeeld: str | float | None = None
    uitleg: str = ""

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The values to choose from where there are a few by themselves; none where the agreement or nobody says."""
        return self.waarden or (("ja", "nee") if self.type == "ja_nee" else ())

    @property
    def omschreven(self) -> str:
        """The name with what it means, for any place in a sentence: 'wijk (naam van de CBS-wijk)'."""
        return f"{self.naam} ({self.uitleg})" if self.uitleg else self.naam

    @property
    def verwacht(self) -> str:
        """What belongs in this column, as the end of a Dutch sentence that begins with 'verwacht'."""
        if self.waarden:
            soort = "een van: " + ", ".join(self.waarden)
        else:
            soort = {
                "tekst": "tekst",
                "geheel": "een geheel getal",
                "decimaal": "een getal met een punt voor de decimalen",
                "datum": "een datum als 2026-12-31",
                "ja_nee": "ja of nee",
            }[self.type]
        if self.minimum is not None and self.maximum is not None:
            soort += f" van {self.minimum:g} tot en met {self.maximum:g}"
        elif self.minimum is not None:
            soort += f" van {self.minimum:g} of meer"
        elif self.maximum is not None:
            soort += f" tot en met {self.maximum:g}"
        return soort if self.verplicht else soort + " (of leeg)"

    def past(self, tekst: str) -> bool:
        """Whether a cell, as text, may stand in this column."""
        if tekst == "":
            return not self.verplicht
        if self.waarden is not None:
            return tekst in self.waarden
        if self.type in ("geheel", "decimaal"):
            patroon = _GEHEEL if self.type == "geheel" else _DECIMAAL
            return patroon.fullmatch(tekst) is not None and self.binnen(float(tekst))
        if self.type == "datum":
            return _is_datum(tekst)
        return self.type != "ja_nee" or tekst in ("ja", "nee")

    def binnen(self, getal: float) -> bool:
        """Whether a number lies within the bounds of this column."""
        return (self.minimum is None or getal >= self.minimum) and (self.maximum is None or getal <= self.maximum)

    def waarde(self, tekst: str) -> Any:
        """The value of a cell that passed `past`; None for an empty cell."""
        if tekst == "":
            return None
        match self.type:
            case "geheel":
                return int(tekst)
            case "decimaal":
                return float(tekst)
            case "datum":
                return dt.date.fromisoformat(tekst)
            case "ja_nee":
                return tekst == "ja"
        return tekst


@dataclass(frozen=True)
class Tabel:
    """A table: its name, what one row is (Dutch), its columns, the key where rows are unique, and the column that dates a row.

    `delen` are the columns that say, besides its period, what a delivery covers: it replaces what was published for the
    same. The columns of `herkenning` identify a row of an earlier delivery in a later one; the others may change.
    `vrije_tekst`: somebody writes sentences in it, and one that begins with 'Totaal' does not make a row of sums. `hulp` are
    columns that a delivery may have besides: they are read and not stored, because others follow from them.
    """

    naam: str
    korrel: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...] = ()
    datum: str | None = None
    delen: tuple[str, ...] = ()
    herkenning: tuple[str, ...] = ()
    vrije_tekst: bool = False
    hulp: tuple[Kolom, ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(kolom.naam for kolom in self.kolommen)

    @property
    def nummers(self) -> frozenset[str]:
        """The columns of the key that number a row and say nothing about it, such as that of a letting."""
        return frozenset(
            kolom.naam
            for kolom in self.kolommen
            if kolom.naam in self.sleutel and kolom.type == "tekst" and not (kolom.waarden or kolom.verwijst)
        )

    def schema(self) -> pa.Schema:
        """The Arrow schema in which this table is stored and queried."""
        return pa.schema([pa.field(kolom.naam, _ARROW[kolom.type]) for kolom in self.kolommen])

    def arrow(self, rijen: Iterable[Mapping[str, Any]]) -> pa.Table:
        """The rows (typed values) as an Arrow table with exactly these columns; missing keys become empty cells."""
        lijst = list(rijen)
        schema = self.schema()
        return pa.table({naam: pa.array([r.get(naam) for r in lijst], schema.field(naam).type) for naam in self.namen})


class Rij(dict[str, Any]):
    """A row with typed values that knows its file and its number there, so that a later check can still point at it."""

    def __init__(self, bestand: str, nummer: int, waarden: Mapping[str, Any]) -> None:
        super().__init__(waarden)
        self.bestand = bestand
        self.nummer = nummer

    def fout(self, kolom: str, waarde: str, verwacht: str) -> Fout:
        """A fault in this row."""
        return Fout(self.bestand, self.nummer, kolom, waarde, verwacht)


def lees_csv(pad: Path, tabel: Tabel) -> tuple[list[Rij], list[Fout]]:
    """The rows of a CSV file with typed values, and every fault in it, in the order of the file.

    With faults the rows are those that could be read; a caller raises before it uses them. Text is compared as written: no
    guessing in files we keep ourselves. Empty lines are skipped, but they count, as in a spreadsheet.
    """
    if not pad.is_file():
        return [], [Fout(pad.name, 0, "", "", "dat dit bestand bestaat")]
    try:
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            inhoud = [(nummer, rij) for nummer, rij in enumerate(csv.reader(bestand), start=1) if rij]
    except UnicodeDecodeError:
        return [], [Fout(pad.name, 0, "", "", "een tekstbestand in UTF-8")]
    except csv.Error as fout:
        return [], [Fout(pad.name, 0, "", str(fout), "een leesbaar CSV-bestand")]
    (kopnummer, kop), gegevens = (inhoud[0], inhoud[1:]) if inhoud else ((1, []), [])
    kopfouten = _controleer_kop(kop, kopnummer, tabel, pad.name)
    fouten = kopfouten + [
        Fout(pad.name, nummer, "", f"{len(rij)} cellen", f"{len(kop)} cellen")
        for nummer, rij in gegevens
        if len(rij) != len(kop)
    ]
    if kopfouten:
        return [], fouten
    rijen = {
        nummer: dict(zip(kop, (cel.strip() for cel in rij), strict=True))
        for nummer, rij in gegevens
        if len(rij) == len(kop)
    }
    fouten += _foute_cellen(rijen, tabel, pad.name) + _dubbelen(rijen, tabel, pad.name)
    foute_rijen = {fout.rij for fout in fouten}
    goed = [
        Rij(pad.name, nummer, {kolom.naam: kolom.waarde(rij[kolom.naam]) for kolom in tabel.kolommen})
        for nummer, rij in rijen.items()
        if nummer not in foute_rijen
    ]
    return goed, sorted(fouten, key=lambda fout: fout.rij)


def _foute_cellen(rijen: Mapping[int, Mapping[str, str]], tabel: Tabel, bestand: str) -> list[Fout]:
    """Every cell that does not fit, of the rows by row number, in the order of the file."""
    return [
        Fout(bestand, nummer, kolom.naam, rij[kolom.naam], kolom.verwacht)
        for nummer, rij in rijen.items()
        for kolom in tabel.kolommen
        if not kolom.past(rij[kolom.naam])
    ]


def _controleer_kop(kop: list[str], nummer: int, tabel: Tabel, bestand: str) -> list[Fout]:
    """Faults in the header: it must name every column of the table once, and nothing else; the order is free."""
    fouten = [Fout(bestand, nummer, naam, "", "dat deze kolom er is") for naam in tabel.namen if naam not in kop]
    fouten += [Fout(bestand, nummer, naam, "", "een bekende kolom") for naam in kop if naam not in tabel.namen]
    dubbel = dict.fromkeys(naam for naam in kop if naam in tabel.namen and kop.count(naam) > 1)
    return fouten + [Fout(bestand, nummer, naam, "", "dat deze kolom er maar een keer is") for naam in dubbel]


def _dubbelen(rijen: Mapping[int, Mapping[str, str]], tabel: Tabel, bestand: str) -> list[Fout]:
    """Rows whose key occurs earlier in the file."""
    gezien: dict[tuple[str, ...], int] = {}
    fouten = []
    if not tabel.sleutel:
        return []
    for nummer, rij in rijen.items():
        sleutel = tuple(rij[naam] for naam in tabel.sleutel)
        if sleutel in gezien:
            verwacht = f"een unieke waarde (staat ook op rij {gezien[sleutel]})"
            fouten.append(Fout(bestand, nummer, ", ".join(tabel.sleutel), ", ".join(sleutel), verwacht))
        gezien.setdefault(sleutel, nummer)
    return fouten


def _is_datum(tekst: str) -> bool:
    try:
        return dt.date.fromisoformat(tekst).isoformat() == tekst
    except ValueError:
        return False
