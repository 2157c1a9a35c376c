"""What the measure in a heading means for a column: a factor that is said, or a reason to ask what the column is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from dashboard.basis.opmaak import getal, hoofdletter
from dashboard.inname.waarden.kopmaat import MAANDEN, Maat, maat
from dashboard.inname.waarden.onleesbaar import Vraag
from dashboard.tabellen.tabel import Kolom

_GETALLEN = ("geheel", "decimaal")
_EEN = Fraction(1)
_OVER_GELD = re.compile(r"€|euro|bedrag|huur|huren", re.IGNORECASE)
_ZONDER_MAAT = ("leeftijd", "huishouden", "duurklasse", "periode")


@dataclass(frozen=True)
class Omrekening:
    """Every number below the heading is to be multiplied by `keer`; `zin` tells the analyst, `vraag` is still open."""

    keer: Fraction = _EEN
    zin: str = ""
    vraag: Vraag | None = None


def omrekening(kop: str, kolom: Kolom, boven: str = "", gegeven: Mapping[str, str] | None = None) -> Omrekening:
    """How the numbers below a heading become those of the column, as far as `bezwaar` has nothing against it.

    `boven` is a title above the table that names a scale: it may be about other columns, so it is asked.
    """
    if not _telt(kolom) or kolom.leeswijze in ("duur", "procent"):
        return Omrekening()
    gelezen, keer, vraag = maat(kop), _EEN, None
    zinnen = (
        [f"de kop noemt een dag, ‘{gelezen.dag}’; de getallen zijn gelezen zoals zij er staan"] if gelezen.dag else []
    )
    if gelezen.keer != 1:
        keer = gelezen.keer
        zinnen.append(f"de kop noemt een schaal, en elk getal is {_in_woorden(keer)}")
    elif boven and (kolom.type == "decimaal" or not _OVER_GELD.search(boven)):
        vraag = _vraag(boven)
        if vraag.antwoord(gegeven or {}) == "keer":
            keer = maat(boven).keer
            zinnen.append(f"boven de tabel staat ‘{boven}’, en elk getal is {_in_woorden(keer)}")
    if kolom.leeswijze == "bedrag" and (factor := _per_periode(gelezen, kolom)) not in (None, _EEN):
        keer *= factor
        wat = f"en elk getal is {_in_woorden(factor)} voor een bedrag per {kolom.per}"
        zinnen.append(f"de kop noemt een bedrag per {_periode(gelezen)}, {wat}")
    zin = "; ".join(zinnen)
    open_vraag = vraag if vraag and vraag.antwoord(gegeven or {}) is None else None
    return Omrekening(keer, f"{hoofdletter(zin)}." if zin else "", open_vraag)


def bezwaar(kop: str, kolom: Kolom, *, kop_is_bekend: bool, eigen_dag: bool = False) -> str:
    """Why the numbers below this heading may be something else than the column holds; empty when they are not.

    `kop_is_bekend`: the agreement knows the whole heading, so that nothing in it is strange. `eigen_dag`: every row is of a
    day of its own, on which an amount was another one than on the day in a heading.
    """
    if not _telt(kolom):
        return ""
    gelezen = maat(kop)
    if gelezen.vreemd and not kop_is_bekend:
        return f"De kop noemt ook ‘{gelezen.vreemd}’: is dit wel {kolom.omschreven}?"
    if gelezen.dag and eigen_dag and kolom.leeswijze == "bedrag" and not kop_is_bekend:
        return f"De kop noemt een dag, ‘{gelezen.dag}’: is dit wel {kolom.omschreven}?"
    if gelezen.procent and kolom.leeswijze != "procent" and kolom.type == "geheel":
        return f"De kop noemt procenten, en {kolom.naam} is een aantal."
    if gelezen.procent and kolom.leeswijze in ("bedrag", "duur"):
        return f"De kop noemt procenten: is dit wel {kolom.omschreven}?"
    if gelezen.keer != 1 and kolom.leeswijze in ("duur", "procent"):
        return f"De kop noemt een schaal: is dit wel {kolom.omschreven}?"
    if kolom.leeswijze == "bedrag":
        past = _per_periode(gelezen, kolom) is not None
    elif kolom.leeswijze == "duur":
        past = not gelezen.per
    else:
        past = _periode(gelezen) in ("", kolom.per)
    return "" if past else f"De kop noemt een getal per {_periode(gelezen)}: is dit wel {kolom.omschreven}?"


def _telt(kolom: Kolom) -> bool:
    return kolom.type in _GETALLEN and kolom.leeswijze not in _ZONDER_MAAT


def _periode(gelezen: Maat) -> str:
    """What the numbers are counted per; 'Kale huur (jaar)' is per year, and two periods are none of ours."""
    return gelezen.per or " en ".join(gelezen.los)


def _per_periode(gelezen: Maat, kolom: Kolom) -> Fraction | None:
    """The factor to the period of the column; None when the heading names something else."""
    per = _periode(gelezen) or kolom.per
    if per == kolom.per:
        return _EEN
    return MAANDEN[kolom.per] / MAANDEN[per] if per in MAANDEN and kolom.per in MAANDEN else None


def _vraag(boven: str) -> Vraag:
    keuzes = (("keer", f"ja, elk getal {_in_woorden(maat(boven).keer)}"), ("zoals", "nee, zoals het er staat"))
    return Vraag("schaal", f"Boven de tabel staat ‘{boven}’. Geldt dat ook voor deze kolom?", keuzes)


def _in_woorden(factor: Fraction) -> str:
    keer = f"vermenigvuldigd met {getal(factor.numerator)}" if factor.numerator != 1 else ""
    deel = f"gedeeld door {getal(factor.denominator)}" if factor.denominator != 1 else ""
    return " en ".join(filter(None, (keer, deel)))
