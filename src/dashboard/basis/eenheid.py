"""The units of figures, and what each decides about writing, drawing and judging values.

`EENHEDEN` is the only place where units are named. Others ask for their properties, so a new unit is one entry here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.basis.opmaak import GEEN, aantal, getal, ontbreekt, percentage, percentage_norm

# Which chart draws a figure, by level; names of the register in `grafieken/beelden.py`.
_LIJNEN = {"gemeente": "lijnen", "corporatie": "lijnen", "kern": "panelen"}
_STAVEN = _LIJNEN | {"gemeente": "staven", "corporatie": "staven"}


@dataclass(frozen=True, eq=False, kw_only=True)
class Eenheid:
    """A unit as a set of properties.

    `deel`: a numerator divided by a denominator. `telt`: a count, which grows during a year and with the size of what
    is counted. `klassen`: the value is a class, and its count is the numerator. `ja_nee`: done or not. `per_rij`: the
    median or mean of a value that every row has. `decimalen` is None where whole numbers are written whole.
    """

    naam: str
    deel: bool = False
    telt: bool = False
    klassen: bool = False
    ja_nee: bool = False
    per_rij: bool = False
    decimalen: int | None = None
    as_woord: str = ""  # the unit on an axis, where its numbers do not show it
    bij: str = ""  # the text behind a figure that is shown alone
    as_vanaf_nul: bool = True
    beelden: Mapping[str, str] = field(default_factory=lambda: _LIJNEN)
    beelden_stroom: Mapping[str, str] | None = None  # for events during a year, where those are drawn differently

    @property
    def is_getal(self) -> bool:
        """Whether a value is one number, for a row of figures or a map."""
        return not (self.klassen or self.ja_nee)

    @property
    def heel(self) -> bool:
        """Whether values are whole, such as homes."""
        return self.telt or self.klassen or self.ja_nee

    @property
    def vergelijkbaar(self) -> bool:
        """Whether a village and a gemeente can be compared in this unit."""
        return self.deel or self.per_rij

    def beeld(self, niveau: str, tijd: str) -> str | None:
        """The name of the chart at a level; None where there is none. `tijd` is stroom or peil."""
        beelden = self.beelden if self.beelden_stroom is None or tijd != "stroom" else self.beelden_stroom
        return beelden.get(niveau)

    def te_klein(self, noemer: float | None, klein: float) -> bool:
        """Whether a value rests on too few to judge; only a share can."""
        return self.deel and noemer is not None and not ontbreekt(noemer) and noemer < klein

    def tekst(self, waarde: float | None, n: float | None = None) -> str:
        """A figure in its notation; `n` is what a share rests on."""
        if ontbreekt(waarde) or waarde is None:
            return GEEN
        if self.ja_nee:
            return "gereed" if waarde else "nog niet gereed"
        return percentage(waarde, n) if self.deel else self._getal(waarde)

    def norm_tekst(self, waarde: float, *, gemeten: bool) -> str:
        """A norm: '80 %', '0,1', '13'. A measured norm is no round number: one more decimal shows why it was missed."""
        if self.deel:
            return percentage(waarde, 200) if gemeten else percentage_norm(waarde)
        return getal(waarde, 0 if float(waarde).is_integer() else 1)

    def zin(self, waarde: float | None, een: str, meer: str) -> str:
        """A figure in a sentence, with its noun."""
        if self.ja_nee:
            return "gereed gemeld" if waarde else "nog niet gereed gemeld"
        if self.deel:
            return percentage(waarde)
        return aantal(waarde or 0, een, meer) if self.telt else f"{getal(waarde, 1)} {meer}".strip()

    def streepje(self, waarde: float, decimalen: int) -> str:
        """A value on an axis, with this many decimals."""
        return percentage(waarde) if self.deel else getal(waarde, decimalen)

    def _getal(self, waarde: float) -> str:
        heel = 0 if float(waarde).is_integer() else 1
        return getal(waarde, heel if self.decimalen is None else self.decimalen)


AANDEEL = Eenheid(naam="aandeel", deel=True)
AANTAL = Eenheid(naam="aantal", telt=True, beelden_stroom=_STAVEN)
EENHEDEN: Mapping[str, Eenheid] = {
    eenheid.naam: eenheid
    for eenheid in (
        AANDEEL,
        AANTAL,
        Eenheid(naam="maanden", per_rij=True, decimalen=1, as_woord="maanden", bij="maanden"),
        Eenheid(naam="per_verhuring", per_rij=True, decimalen=1, as_woord="per verhuring", bij="per verhuring"),
        Eenheid(naam="euro", decimalen=0, as_woord="euro", bij="euro"),
        Eenheid(naam="index", decimalen=1, as_woord="index", bij="(2021 = 100)", as_vanaf_nul=False),
        Eenheid(naam="score", per_rij=True, decimalen=1, as_woord="score"),
        Eenheid(naam="mijlpaal", ja_nee=True),
        Eenheid(naam="verdeling", klassen=True, beelden={"gemeente": "verdeling", "kern": "verdeling"}),
    )
}
