"""Where in a workbook the tables are: which sheet, which header, which rows, and what was left out and why.

The analyst sees all of it and can change it. Nothing is left out silently: every row and column that is not used, and
every hidden one, is in `opmerkingen`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.basis.opmaak import opsomming
from dashboard.inname.herkennen.bereik import Bereik, bepaal_bereik
from dashboard.inname.herkennen.dubbel import zonder_dubbele_koppen
from dashboard.inname.herkennen.koppen import Kop, beste_kop, kop_op, naam_zonder_kop
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.vondsten import Vondst, noem_kolom
from dashboard.inname.waarden.kopmaat import maat
from dashboard.inname.werkboek import Blad, Cel, Rij, Werkboek, gevulde_cellen
from dashboard.tabellen.tabel import Tabel

ZOEK_TOT = 200  # below this row a header only counts after an empty row, so that data is not searched cell by cell
MEESTE_TITELS = 3  # lines above a header that stands below another table
TWIJFEL = 60  # the certainty of a table that could be another one as well


def vind(werkboek: Werkboek, tabellen: Sequence[Tabel], synoniemen: Synoniemen) -> tuple[Vondst, ...]:
    """Every table that can be recognised, sheet by sheet from top to bottom."""
    return tuple(vondst for blad in werkboek.bladen for vondst in _vind_in(blad, tabellen, synoniemen))


def vondst_op(blad: Blad, tabel: Tabel, synoniemen: Synoniemen, koprij: int, koprijen: int = 1) -> Vondst:
    """The table where the analyst says its header is (row as Excel shows it). Raises IndexError outside the sheet."""
    plaats = koprij - blad.eerste_rij
    if not plaats >= 0 or plaats + koprijen > len(blad.rijen):
        raise IndexError(koprij)
    return _vondst(blad, kop_op(blad, plaats, koprijen, tabel, synoniemen), len(blad.rijen), begin=plaats)


def rijen_van(blad: Blad, vondst: Vondst, *, verborgen: bool = True) -> Iterator[tuple[int, Rij]]:
    """The rows of data with their Excel numbers; merged cells give their value to each row they cover."""
    weg = set(vondst.overgeslagen) | (set() if verborgen else set(vondst.verborgen_rijen))
    vol = blad.gevuld()
    for nummer in range(vondst.eerste_rij, vondst.laatste_rij + 1):
        if nummer not in weg:
            yield nummer, vol.rijen[nummer - blad.eerste_rij]


def kolomcellen(blad: Blad, vondst: Vondst, *, verborgen: bool = True) -> list[Sequence[Cel]]:
    """The cells per column of the table, in the order of `kolommen`."""
    return per_kolom([rij for _, rij in rijen_van(blad, vondst, verborgen=verborgen)], vondst)


def per_kolom(rijen: Sequence[Rij], vondst: Vondst) -> list[Sequence[Cel]]:
    """The cells of these rows per column of the table."""
    kolommen = list(zip(*rijen, strict=True))
    return [kolommen[index] if kolommen else () for index, _ in vondst.kolommen]


def schaal_boven(blad: Blad, vondst: Vondst) -> str:
    """The title right above a table that says in what its numbers are counted ('bedragen x € 1.000'); '' without."""
    plaats = vondst.koprij - blad.eerste_rij
    for rij in reversed(blad.rijen[max(0, plaats - MEESTE_TITELS - 2) : plaats]):
        for cel in rij:
            if isinstance(cel, str) and maat(cel).keer != 1:
                return " ".join(cel.split())
    return ""


def _vind_in(blad: Blad, tabellen: Sequence[Tabel], synoniemen: Synoniemen) -> list[Vondst]:
    koppen: list[Kop] = []
    plaats = 0
    while plaats < len(blad.rijen):
        kop = beste_kop(blad, plaats, tabellen, synoniemen) if _zoek_hier(blad, plaats, koppen) else None
        if kop and not (koppen and kop.namen == koppen[-1].namen):
            koppen.append(kop)
            plaats = kop.eerste_data
        else:
            plaats += 1
    einden = [kop.plaats for kop in koppen[1:]] + [len(blad.rijen)]
    begin = [0] + [kop.eerste_data for kop in koppen[:-1]]
    return [_vondst(blad, kop, einde, van) for kop, einde, van in zip(koppen, einden, begin, strict=False)]


def _zoek_hier(blad: Blad, plaats: int, koppen: list[Kop]) -> bool:
    """Whether to look for a header here: within a table only after an empty row or a title, never at a row of data."""
    if not koppen and plaats < ZOEK_TOT:
        return True
    boven = plaats - 1
    gevuld = gevulde_cellen(blad.rijen[boven])
    while gevuld == 1 and boven > max(0, plaats - MEESTE_TITELS):
        boven -= 1
        gevuld = gevulde_cellen(blad.rijen[boven])
    return not gevuld


def _vondst(blad: Blad, kop: Kop, einde: int, begin: int) -> Vondst:
    vol = blad.gevuld().rijen
    kolommen, zonder_kop = _kolommen(blad, kop, einde)
    plaatsen = [index for index, _ in kop.namen]
    bereik = bepaal_bereik(
        vol, kop.eerste_data, einde, plaatsen, blad.rijen[kop.plaats], vrije_tekst=kop.tabel.vrije_tekst
    )
    data = vol[bereik.eerste : bereik.laatste + 1]
    kolommen, dubbel = zonder_dubbele_koppen(kolommen, data, blad.eerste_kolom)
    nummer = blad.eerste_rij
    eerste, laatste = bereik.eerste + nummer, bereik.laatste + nummer
    overgeslagen = tuple(plaats + nummer for plaats in bereik.overgeslagen)
    verborgen = tuple(sorted(r for r in blad.verborgen_rijen if eerste <= r <= laatste and r not in overgeslagen))
    verborgen_namen = tuple(naam for index, naam in kolommen if index + blad.eerste_kolom in blad.verborgen_kolommen)
    return Vondst(
        soort=kop.tabel.naam,
        blad=blad.naam,
        koprij=kop.plaats + nummer,
        koprijen=kop.rijen,
        eerste_rij=eerste,
        laatste_rij=laatste,
        kolommen=kolommen,
        zekerheid=min(kop.score, TWIJFEL) if kop.anders or blad.verborgen else kop.score,
        opmerkingen=(
            *_over_kop(blad, kop, begin, zonder_kop),
            *dubbel,
            *_over_rijen(blad, bereik, verborgen, verborgen_namen),
        ),
        overgeslagen=overgeslagen,
        verborgen_rijen=verborgen,
        verborgen_kolommen=verborgen_namen,
        anders=kop.anders,
        eerste_kolom=blad.eerste_kolom,
    )


def _kolommen(blad: Blad, kop: Kop, einde: int) -> tuple[tuple[tuple[int, str], ...], list[str]]:
    """The named columns, and the letters of unnamed ones that hold something."""
    namen = dict(kop.namen)
    zonder: list[str] = []
    for index in range(blad.breedte):
        if index not in namen and any(
            cel is not None and cel != "" for cel in (rij[index] for rij in blad.rijen[kop.eerste_data : einde])
        ):
            namen[index] = naam_zonder_kop(blad, index)
            zonder.append(namen[index])
    return tuple(sorted(namen.items())), zonder


def _over_kop(blad: Blad, kop: Kop, begin: int, zonder_kop: Sequence[str]) -> Iterator[str]:
    """Remarks about the sheet, the header and what is above it."""
    nummer = blad.eerste_rij
    if blad.verborgen:
        yield "Dit blad is verborgen in het bestand."
    if kop.anders:
        yield f"Dit kan ook de tabel {' of '.join(kop.anders)} zijn."
    boven = [plaats + nummer for plaats in range(kop.plaats) if gevulde_cellen(blad.rijen[plaats])]
    if begin == 0 and boven:
        yield f"Niet gebruikt: {_rijen(boven)} boven de kop."
    if kop.rijen > 1:
        yield f"De kop staat in {_rijen(range(kop.plaats + nummer, kop.eerste_data + nummer))}."
    if zonder_kop:
        yield f"Zonder kop: {opsomming(zonder_kop)}."


def _over_rijen(blad: Blad, bereik: Bereik, verborgen: Sequence[int], verborgen_namen: Sequence[str]) -> Iterator[str]:
    """Remarks about rows and columns that are not used, hidden or empty."""
    nummer = blad.eerste_rij
    if bereik.totalen:
        yield f"Niet gebruikt: {_rijen([plaats + nummer for plaats in bereik.totalen])}, met een totaal."
    if bereik.tussenkoppen:
        nummers = [plaats + nummer for plaats in bereik.tussenkoppen]
        yield f"Niet gebruikt: {_rijen(nummers)}, met alleen een tussenkop."
    if bereik.onder:
        yield f"Niet gebruikt: {_rijen([plaats + nummer for plaats in bereik.onder])} onder de tabel."
    if verborgen:
        yield f"Verborgen in het bestand: {_rijen(verborgen)}."
    if verborgen_namen:
        yield f"Verborgen in het bestand: kolom {opsomming(verborgen_namen)}."
    eerste, laatste = bereik.eerste + nummer, bereik.laatste + nummer
    samen = {k for r1, k1, r2, k2 in blad.samengevoegd if eerste <= r2 and r1 <= laatste for k in range(k1, k2 + 1)}
    if samen:
        waar = _beknopt([noem_kolom(kolom) for kolom in sorted(samen)], "kolommen")
        yield f"Samengevoegde cellen in {waar} zijn gelezen alsof hun waarde in elke cel staat."


def _rijen(nummers: Sequence[int]) -> str:
    """'rij 4', 'rij 4 tot en met 6 en rij 9'."""
    reeksen: list[list[int]] = []
    for nummer in nummers:
        if reeksen and nummer == reeksen[-1][-1] + 1:
            reeksen[-1].append(nummer)
        else:
            reeksen.append([nummer])
    delen = [f"rij {r[0]}" if len(r) == 1 else f"rij {r[0]} tot en met {r[-1]}" for r in reeksen]
    return _beknopt(delen, "rijen", [len(reeks) for reeks in reeksen])


def _beknopt(delen: Sequence[str], wat: str, aantallen: Sequence[int] | None = None) -> str:
    """The parts, or the first four and how many of `wat` there are in the others."""
    nog = sum(aantallen[4:]) if aantallen else len(delen) - 4
    return opsomming(delen if len(delen) <= 5 else [*delen[:4], f"nog {nog} {wat}"])
