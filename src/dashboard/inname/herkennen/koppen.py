"""Which row of a sheet is the header of which table, by its words, not by its place or its looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.vondsten import noem_kolom
from dashboard.inname.waarden.kopmaat import is_maat, maat_van_groep
from dashboard.inname.waarden.tekst import sleutel, woorden
from dashboard.inname.werkboek import Blad, Cel, Rij
from dashboard.tabellen.contracten import eigen_kolommen
from dashboard.tabellen.tabel import Tabel

# A file of one corporatie has no column for it, and what counts as active often stands above the table.
_VAAK_WEG = frozenset(("corporatie", "drempel_reacties"))
# A row is a header when it names three columns of a table and is not mostly something else, or two and nothing else.
LAAGSTE, MINSTENS = 20, 3
DICHTBIJ = 8  # tables whose scores are closer together cannot be told apart by their header
_BLADNAAM = 15  # what a matching sheet name adds to the score
_ALGEMEEN = frozenset(["aantal", "code", "datum", "duur", "id", "naam", "nr", "nummer", "soort", "totaal", "type"])
_EENHEID = re.compile(
    r"\([^()]{1,20}\)|\(?(?:€|eur|euro|aantal|ja/nee|j/n|datum|tekst|getal|dd-mm-(?:jj)?jj|d-m-jjjj|m2|x|n)\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Kop:
    """A header: from row `plaats` of the sheet (counted from 0) over `rijen` rows, its names by place, how sure it is, and
    how many columns of the table it names.
    """

    plaats: int
    rijen: int
    namen: tuple[tuple[int, str], ...]
    tabel: Tabel
    score: int
    herkend: int
    anders: tuple[str, ...] = ()

    @property
    def eerste_data(self) -> int:
        """The place of the first row below the header."""
        return self.plaats + self.rijen


def beste_kop(blad: Blad, plaats: int, tabellen: Sequence[Tabel], synoniemen: Synoniemen) -> Kop | None:
    """The header that begins at this row: one row, or two when they score better together."""
    rij = blad.rijen[plaats]
    if not _kan_kop(rij):
        return None
    kop = _beoordeel(blad, plaats, 1, _namen(rij), tabellen, synoniemen)
    if plaats + 1 < len(blad.rijen) and _kan_kop(blad.rijen[plaats + 1]):
        samen = max(
            (_beoordeel(blad, plaats, 2, _samen(blad, plaats, los=los), tabellen, synoniemen) for los in (False, True)),
            key=_herkend,
        )
        onder = _beoordeel(blad, plaats + 1, 1, _namen(blad.rijen[plaats + 1]), tabellen, synoniemen)
        if _herkend(samen) > max(_herkend(kop), _herkend(onder)):
            kop = samen
        elif _herkend(onder) > _herkend(kop):
            return None  # the next row scores better by itself, and gets its turn
    return _met_eenheden(blad, _met_groepsmaat(blad, kop)) if kop else None


def kop_op(blad: Blad, plaats: int, rijen: int, tabel: Tabel, synoniemen: Synoniemen) -> Kop:
    """The header where the analyst says it is, whatever it holds."""
    namen = _namen(blad.rijen[plaats]) if rijen == 1 else _samen(blad, plaats)
    score, herkend = _score(list(namen.values()), tabel, synoniemen)
    return Kop(plaats, rijen, tuple(sorted(namen.items())), tabel, round(score), herkend)


def naam_zonder_kop(blad: Blad, index: int) -> str:
    """The name of a column without a header: its letter."""
    return noem_kolom(blad.eerste_kolom + index)


def _kan_kop(rij: Rij) -> bool:
    """Whether a row can be a header: text only, in more than one cell."""
    return all(cel is None or isinstance(cel, str) for cel in rij) and len(_namen(rij)) > 1


def _herkend(kop: Kop | None) -> int:
    return kop.herkend if kop else 0


def _namen(rij: Rij) -> dict[int, str]:
    return {index: " ".join(cel.split()) for index, cel in enumerate(rij) if isinstance(cel, str) and cel.strip()}


def _samen(blad: Blad, plaats: int, *, los: bool = False) -> dict[int, str]:
    """The names in a header of two rows. Words of one name are joined; the title of a group only where a name needs it.

    'Kale' above 'huur' is one name; 'Woning' above 'Kern' and 'Type' is a group. A group is merged over its columns, or
    leaves the cells to its right empty where the row below has names; with `los` the latter counts as words.
    """
    boven, onder = _namen(blad.rijen[plaats]), _namen(_kopcellen(blad, plaats + 1))
    groepen = _groepen(blad, plaats, boven, onder, los=los)
    dubbel = {naam for naam in onder.values() if list(onder.values()).count(naam) > 1}
    namen = dict(boven)
    for index, naam in onder.items():
        groep = groepen.get(index)
        if groep is None:
            namen[index] = _aaneen(boven[index], naam) if index in boven else naam
        else:
            heel = (
                f"{groep} {naam}" if naam in dubbel or sleutel(naam) in _ALGEMEEN else f"{naam}{maat_van_groep(groep)}"
            )
            namen[index] = heel
    return namen


def _met_groepsmaat(blad: Blad, kop: Kop) -> Kop:
    """The header with what the titles of groups right above it say about numbers ('Bedragen per jaar' over two columns).

    A title over the whole table says something about all of it, and is asked about instead.
    """
    boven = _namen(blad.rijen[kop.plaats - 1]) if kop.plaats and kop.rijen == 1 else {}
    if not boven:
        return kop
    onder = dict(kop.namen)
    groepen = _groepen(blad, kop.plaats - 1, boven, onder, los=False)
    if set(groepen) == set(onder) and len(set(groepen.values())) == 1:
        return kop
    namen = tuple((index, f"{naam}{maat_van_groep(groepen.get(index, ''))}") for index, naam in kop.namen)
    return replace(kop, namen=namen)


def _aaneen(boven: str, onder: str) -> str:
    """Two halves as one name; a word broken off with a hyphen is made whole."""
    return boven[:-1] + onder if re.search(r"[^\W\d]-$", boven) else f"{boven} {onder}"


def _kopcellen(blad: Blad, plaats: int) -> tuple[Cel, ...]:
    return blad.rijen[plaats] if plaats < len(blad.rijen) else ()


def _groepen(blad: Blad, plaats: int, boven: dict[int, str], onder: dict[int, str], *, los: bool) -> dict[int, str]:
    """The title of the group above each column."""
    groepen: dict[int, str] = {}
    nummer = blad.eerste_rij + plaats
    breed = {
        kolom1 - blad.eerste_kolom: kolom2 - blad.eerste_kolom
        for rij1, kolom1, _, kolom2 in blad.samengevoegd
        if rij1 == nummer and kolom2 > kolom1
    }
    plaatsen = sorted(boven)
    for index, volgende in zip(plaatsen, [*plaatsen[1:], len(blad.rijen[plaats])], strict=True):
        laatste = breed.get(index, volgende - 1)
        onder_groep = [kolom for kolom in range(index, laatste + 1) if kolom in onder]
        gebroken = boven[index].endswith("-")  # half a word is no title
        if index in breed or (not los and not gebroken and len(onder_groep) > 1 and index in onder):
            groepen |= dict.fromkeys(onder_groep, boven[index])
    return groepen


def _beoordeel(
    blad: Blad, plaats: int, rijen: int, namen: dict[int, str], tabellen: Sequence[Tabel], synoniemen: Synoniemen
) -> Kop | None:
    """The table whose columns these names are, and the other tables that they could be."""
    kandidaten = []
    for tabel in tabellen:
        score, herkend = _score(list(namen.values()), tabel, synoniemen)
        if score >= LAAGSTE and (herkend >= MINSTENS or herkend == len(namen) > 1):
            kandidaten.append((score + _van_bladnaam(blad, tabel), herkend, tabel))
    if not kandidaten:
        return None
    kandidaten.sort(key=lambda kandidaat: -kandidaat[0])
    score, herkend, tabel = kandidaten[0]
    anders = tuple(ander.naam for lager, _, ander in kandidaten[1:] if lager > score - DICHTBIJ)
    return Kop(plaats, rijen, tuple(sorted(namen.items())), tabel, min(100, round(score)), herkend, anders)


def _score(namen: list[str], tabel: Tabel, synoniemen: Synoniemen) -> tuple[float, int]:
    """How well the names cover the table and belong to it (0..100), and how many columns they name."""
    nodig = [k.naam for k in eigen_kolommen(tabel) if k.verplicht and k.naam not in _VAAK_WEG]
    gevonden: dict[str, float] = {}
    herkend = 0.0
    for naam in namen:
        betekenissen = synoniemen.precies(tabel.naam, naam)
        eigen = [betekenis.kolom for betekenis in betekenissen if betekenis.kolom]
        for kolom in eigen:
            gevonden[kolom] = max(gevonden.get(kolom, 0), 1 if len(betekenissen) == 1 else 0.5)
        herkend += 1 if eigen else 0.5 if betekenissen else 0
    dekking = sum(gevonden.get(kolom, 0) for kolom in nodig) / len(nodig)
    aantal = sum(1 for naam in namen if any(b.kolom for b in synoniemen.precies(tabel.naam, naam)))
    return 65 * dekking + 35 * herkend / max(len(namen), 1), min(aantal, len(gevonden))


def _van_bladnaam(blad: Blad, tabel: Tabel) -> int:
    naam = woorden(blad.naam)
    return _BLADNAAM if len(naam) >= 5 and fuzz.ratio(naam.replace(" ", ""), tabel.naam) >= 80 else 0


def _met_eenheden(blad: Blad, kop: Kop) -> Kop:
    """The header with the row of units below it, if there is one: '(mnd)' says what a duration counts."""
    onder = _namen(_kopcellen(blad, kop.eerste_data))
    cellen = [cel for cel in _kopcellen(blad, kop.eerste_data) if cel is not None and cel != ""]
    if not onder or len(onder) != len(cellen) or not all(map(_is_eenheid, onder.values())):
        return kop
    namen = tuple((index, f"{naam} {onder[index]}" if index in onder else naam) for index, naam in kop.namen)
    return Kop(kop.plaats, kop.rijen + 1, namen, kop.tabel, kop.score, kop.herkend, kop.anders)


def _is_eenheid(tekst: str) -> bool:
    return _EENHEID.fullmatch(tekst) is not None or is_maat(tekst)
