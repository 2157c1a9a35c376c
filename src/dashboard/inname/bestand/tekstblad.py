"""Reads a CSV file as a Dutch desktop writes it: encoding, separator and quotes are detected, never asked.

Cells stay text. The encoding follows from the mark at the start, else strict UTF-8, else cp1252: guessing by frequency
takes a file from Excel for an Icelandic one. Quotes are read strictly, because an unclosed quote silently swallows
rows; so does a pair of stray ones, and `Regelwacht` looks for the rows in a cell.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import Grenzen
from dashboard.inname.bestand.overdracht import Schrijver
from dashboard.inname.bestand.regelwacht import Regelwacht
from dashboard.inname.bestand.wacht import is_utf16
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import LANGSTE_TEKST, Blad

SCHEIDINGSTEKENS = ";,\t|"
_GEEN_TEKST = "Het bestand is geen leesbare tekst; sla het in Excel op als .xlsx of als CSV UTF-8."
_MERKEN = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEP = re.compile(rf'"?sep=([{SCHEIDINGSTEKENS}])"?\r?\n', re.IGNORECASE)
_PROEFRIJEN, _PROEFTEKENS = 200, 200_000


def lees_tekst(pad: Path, schrijver: Schrijver, grens: Grenzen) -> None:
    """Write the file as one sheet without a name; row numbers are those that Excel shows."""
    tekst = decodeer(pad.read_bytes())
    scheiding, tekst = _genoemd(tekst)
    scheiding = scheiding or kies_scheiding(tekst[:_PROEFTEKENS])
    schrijver.begin_blad(Blad(naam="", verborgen=False, rijen=()))
    wacht = Regelwacht(scheiding)
    for nummer, rij, meer_regels in _rijen(tekst, scheiding):
        if nummer > grens.rijen and any(rij):
            raise Geweigerd(f"Het bestand heeft meer dan {getal(grens.rijen)} rijen.")
        wacht.zie(nummer, rij, meer_regels=meer_regels)
        schrijver.rij(rij)
    wacht.controleer()
    schrijver.klaar()


def decodeer(inhoud: bytes) -> str:
    """The text of a CSV file."""
    codering = next((codering for merk, codering in _MERKEN if inhoud.startswith(merk)), None)
    if codering is None and is_utf16(inhoud[:200]):
        codering = "utf-16-le" if inhoud[1:2] == b"\0" else "utf-16-be"
    for poging in (codering,) if codering else ("utf-8", "cp1252"):
        try:
            tekst = inhoud.decode(poging)
        except UnicodeError:
            continue
        if "\0" not in tekst:
            return tekst.removesuffix("\x1a")  # the end-of-text mark of DOS programs
    raise Geweigerd(_GEEN_TEKST)


def kies_scheiding(tekst: str) -> str:
    """The separator that cuts the most rows into equally many columns; decimal commas vary per row."""
    beste, hoogste = SCHEIDINGSTEKENS[0], 0.0
    for teken in SCHEIDINGSTEKENS:
        lengtes = [len(rij) for _, rij, _ in itertools.islice(_proefrijen(tekst, teken), _PROEFRIJEN) if any(rij)]
        tellen = Counter(lengte for lengte in lengtes if lengte > 1)
        if tellen:
            score = max((lengte - 1) * aantal / len(lengtes) for lengte, aantal in tellen.items())
            if score > hoogste:
                beste, hoogste = teken, score
    return beste


def _genoemd(tekst: str) -> tuple[str | None, str]:
    """The separator in a first line `sep=;` (meant for Excel, which hides it), and the text after it."""
    regel = _SEP.match(tekst)
    return (regel[1], tekst[regel.end() :]) if regel else (None, tekst)


def _proefrijen(tekst: str, scheiding: str) -> Iterator[tuple[int, list[str], bool]]:
    try:
        yield from _rijen(tekst, scheiding)
    except Geweigerd:
        return


def _rijen(tekst: str, scheiding: str) -> Iterator[tuple[int, list[str], bool]]:
    """The rows with their numbers, as Excel counts, and whether each takes more lines of the file: a line end within
    quotes starts no row, an empty line is a row.
    """
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, skipinitialspace=True, strict=True)
    nummer = regel = 0
    while True:
        nummer += 1
        # A setting of the whole process, so it is put back after each row: others read CSV here too.
        elders = csv.field_size_limit(LANGSTE_TEKST)
        try:
            rij = next(lezer)
        except StopIteration:
            return
        except csv.Error as fout:
            raise Geweigerd(
                f"Op rij {getal(nummer)} kloppen de aanhalingstekens niet, zodat niet te zien is waar een cel eindigt."
            ) from fout
        finally:
            csv.field_size_limit(elders)
        yield nummer, rij, lezer.line_num > regel + 1
        regel = lezer.line_num
