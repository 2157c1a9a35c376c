"""The unit of a kengetal decides what its value can be: a share is at most 1, a count is whole.

45 where a share is meant is 0.45 when numerator and denominator, a percent sign, the heading or the analyst says so. It is
never stored as 45.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.basis.eenheid import EENHEDEN, Eenheid
from dashboard.basis.opmaak import aantal
from dashboard.inname.fouten import Klacht
from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.waarden.kopmaat import maat
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Onleesbaar, Vraag
from dashboard.inname.waarden.tekst import getal_als_tekst, sleutel
from dashboard.inname.werkboek import Cel

AFWIJKING = 0.01  # of a share; rounding in a report explains this much
_VERWACHT = "een aandeel van 0 tot en met 1, of een percentage tot en met 100 %"
_PROCENT = ("pct", "procent", "procenten", "percentage")
_DEEL = "deel"
_ZIN = "Wat betekent {} in deze kolom, bij een aandeel?"


@dataclass(frozen=True)
class _Rij:
    """One measurement: its place, what the cell holds and what was read, and what stands beside it."""

    plek: int
    kengetal: str
    eenheid: Eenheid
    cel: Cel
    waarde: float
    teller: float | None
    noemer: float | None
    in_rij: str  # the unit that the row itself names

    @property
    def aandeel(self) -> float | None:
        """Numerator over denominator, where there are both."""
        return self.teller / self.noemer if self.teller is not None and self.noemer else None

    @property
    def met_teken(self) -> bool:
        """Whether the cell is a percentage by its sign; it was read as a fraction."""
        return isinstance(self.cel, str) and "%" in self.cel

    @property
    def in_procenten(self) -> bool:
        """Whether the row says that its value is a percentage."""
        return sleutel(self.in_rij) in _PROCENT


def waarde_naar_eenheid(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Read the values of kengetallen in their own units; what does not fit is a fault or a question."""
    if not {"kengetal", "waarde"} <= lezing.gelezen.keys():
        return
    lezing.lees_hulp("eenheid", keuze)
    rijen, gelezen = _rijen(lezing), lezing.gelezen["waarde"]
    kop_procent = maat(lezing.koppen["waarde"]).procent
    fouten: dict[int, Onleesbaar] = {
        rij.plek: Onleesbaar(verwacht) for rij in rijen if (verwacht := _past_niet(rij, kop_procent=kop_procent))
    }
    delen = [rij for rij in rijen if rij.eenheid.deel and rij.plek not in fouten]
    delers, vraag = _delers(delen, keuze.antwoorden.get("waarde", {}), kop_procent=kop_procent)
    waarden = list(gelezen.waarden)
    for rij in delen:
        if rij.plek not in delers:
            fouten[rij.plek] = Onduidelijk(_VERWACHT, ["procent", "deel"], _DEEL)
        elif abs(waarde := _gedeeld(rij.waarde, delers[rij.plek])) > 1:
            fouten[rij.plek] = Onleesbaar(_VERWACHT + _waarom(rij))
        else:
            waarden[rij.plek] = waarde
    for plek in fouten:
        waarden[plek] = None
    gezegd = _gezegd([rij for rij in delen if rij.plek not in fouten and delers[rij.plek] != 1])
    vragen = (*gelezen.vragen, vraag) if vraag else gelezen.vragen
    aannames = (*gelezen.aannames, *gezegd)
    lezing.neem_op("waarde", Gelezen(tuple(waarden), {**gelezen.fouten, **fouten}, vragen, aannames))
    nummers = lezing.nummers
    lezing.meld(
        Klacht(nummers[rij.plek], "teller", f"hoogstens de noemer, want {rij.kengetal} is een aandeel")
        for rij in delen
        if rij.aandeel is not None and abs(rij.aandeel) > 1
    )


def _rijen(lezing: Lezing) -> list[_Rij]:
    """The rows of which kengetal and value could be read."""
    eenheden = {kengetal: EENHEDEN[rij["eenheid"]] for kengetal, rij in lezing.omgeving.kengetallen.items()}
    gelezen = {naam: uitkomst.waarden for naam, uitkomst in lezing.gelezen.items()}
    leeg = (None,) * len(lezing.plekken)
    kolommen = [gelezen.get(naam, leeg) for naam in ("kengetal", "waarde", "teller", "noemer", "eenheid")]
    return [
        _Rij(plek, kengetal, eenheden[kengetal], cel, waarde, teller, noemer, in_rij or "")
        for plek, (cel, kengetal, waarde, teller, noemer, in_rij) in enumerate(
            zip(lezing.cellen["waarde"], *kolommen, strict=True)
        )
        if kengetal is not None and waarde is not None
    ]


def _past_niet(rij: _Rij, *, kop_procent: bool) -> str:
    """What was expected, where the value cannot be one in the unit of its kengetal; empty where it can."""
    if rij.in_rij and maat(f"({rij.in_rij})").keer != 1:
        return f"het hele getal; de eenheid van deze rij is ‘{rij.in_rij}’"
    if rij.eenheid.deel:
        return ""
    if rij.met_teken:
        return f"een getal zonder procentteken, want {rij.kengetal} is geen aandeel"
    if kop_procent or rij.in_procenten:
        bron = "de kop noemt procenten" if kop_procent else "de eenheid is procenten"
        return f"een getal dat geen percentage is, want {rij.kengetal} is geen aandeel; {bron}"
    if rij.eenheid.heel and not float(rij.waarde).is_integer():
        return f"een geheel getal, want {rij.kengetal} is een aantal"
    return ""


def _delers(
    delen: list[_Rij], antwoorden: Mapping[str, str], *, kop_procent: bool
) -> tuple[dict[int, int], Vraag | None]:
    """By what each value is divided to become a share (100 or 1), by place, and the question where nothing says so."""
    delers = {rij.plek: deler for rij in delen if (deler := _zegt_de_rij(rij))}
    over = [rij for rij in delen if rij.plek not in delers]
    gezegd = {delers[rij.plek] for rij in delen if rij.plek in delers and rij.waarde and not rij.met_teken}
    laag = [rij for rij in over if 0 < abs(rij.waarde) <= 1]
    hoog = [rij for rij in over if abs(rij.waarde) > 1]
    procent = kop_procent or 100 in gezegd or any(rij.in_procenten for rij in over)
    vraag = None
    antwoord: str | None = "deel"
    if procent and not laag and 1 not in gezegd:
        antwoord = "procent"
    elif hoog or (procent and laag):
        vraag = _vraag_hoog(hoog[0].waarde) if not laag else _vraag_laag(laag[0].waarde)
        antwoord = vraag.antwoord(antwoorden)
    if antwoord is None:
        return delers | {rij.plek: 1 for rij in over if rij.waarde == 0}, vraag
    for rij in over:
        procenten = antwoord == "procent" or (antwoord == "deel" and abs(rij.waarde) > 1)
        delers[rij.plek] = 100 if procenten and rij.waarde else 1
    return delers, None


def _zegt_de_rij(rij: _Rij) -> int | None:
    """What the row itself says: its percent sign, or its numerator and denominator."""
    if rij.met_teken:
        return 1
    if rij.aandeel is None:
        return None
    als_deel, als_procent = (abs(_gedeeld(rij.waarde, deler) - rij.aandeel) for deler in (1, 100))
    return 100 if als_procent < als_deel and als_procent <= AFWIJKING else 1


def _vraag_laag(waarde: float) -> Vraag:
    keuzes = (("deel", f"{_tekst(_gedeeld(waarde, 0.01))} procent"), ("procent", f"{_tekst(waarde)} procent"))
    return Vraag(_DEEL, _ZIN.format(_tekst(waarde)), keuzes)


def _vraag_hoog(waarde: float) -> Vraag:
    keuzes = (("procent", f"{_tekst(waarde)} procent"), ("fout", "iets anders: dat is een fout in het bestand"))
    return Vraag(_DEEL, _ZIN.format(_tekst(waarde)), keuzes)


def _waarom(rij: _Rij) -> str:
    if rij.aandeel is None or rij.teller is None or rij.noemer is None:
        return ""
    return f"; {_tekst(rij.teller)} gedeeld door {_tekst(rij.noemer)} is {_tekst(round(rij.aandeel, 4))}"


def _gezegd(rijen: list[_Rij]) -> list[str]:
    """What is told about the values that were read as percentages."""
    if not rijen:
        return []
    eerste = rijen[0]
    waarom = ", omdat teller en noemer dat zeggen" if all(rij.aandeel is not None for rij in rijen) else ""
    voorbeeld = f"{_tekst(eerste.waarde)} is {_tekst(_gedeeld(eerste.waarde, 100))}"
    return [f"Van {aantal(len(rijen), 'rij', 'rijen')} is de waarde gelezen als percentage{waarom}: {voorbeeld}."]


def _gedeeld(waarde: float, deler: float) -> float:
    """The quotient as people write it: 38,2 divided by 100 is 0,382."""
    return float(Decimal(repr(waarde)) / Decimal(repr(deler)))


def _tekst(waarde: float) -> str:
    return getal_als_tekst(waarde).replace(".", ",")
