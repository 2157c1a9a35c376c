"""Small charts drawn in their shared plot: one trace per look, however many panels there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from dashboard.basis.opmaak import GEEN
from dashboard.figuren.bouwstenen import Reeks
from dashboard.figuren.kleuren import Palet, lichter
from dashboard.figuren.labels import schoon
from dashboard.figuren.normlijn import Stukken, treden
from dashboard.figuren.raster import PANEEL, Vak
from dashboard.figuren.schaal import Schaal
from dashboard.figuren.sporen import LOPEND, op_as, waarde_van

TITEL_AF, JAAR_AF = 6, 10  # pixels between a panel and its title, and its years
_AF = "\u2002"  # the same for the values beside it
_Hoek = tuple[float, float, str]  # x, y, hover


class _Pad:
    """Pieces of line that look the same, with a text per corner; None lifts the pen between two."""

    def __init__(self) -> None:
        self._hoeken: list[tuple[float | None, float | None, str]] = []

    def stuk(self, hoeken: Iterable[_Hoek]) -> None:
        """Add a piece; it continues the last one when it begins where that ended."""
        eerste, *rest = hoeken
        if not self._hoeken:
            self._hoeken = [eerste]
        elif self._hoeken[-1] != eerste:
            self._hoeken += [(None, None, ""), eerste]
        self._hoeken += rest

    def spoor(self, naam: str, kleur: str, dikte: float, streep: str) -> list[dict[str, Any]]:
        """The trace, if there is anything to draw; without texts it has no hover."""
        if not self._hoeken:
            return []
        x, y, teksten = (list(rij) for rij in zip(*self._hoeken, strict=True))
        return [
            {
                "type": "scatter",
                "mode": "lines",
                "name": naam,
                "x": x,
                "y": y,
                "line": {"color": kleur, "width": dikte, "dash": streep},
                "connectgaps": False,
                **({"hovertext": teksten, "hoverinfo": "text"} if any(teksten) else {"hoverinfo": "skip"}),
            }
        ]


class Tekening:
    """Panels drawn one after another; `sporen` gives the traces."""

    def __init__(self, kleuren: Palet, donker: bool) -> None:
        self._kleuren, self._donker = kleuren, donker
        self._lijnen = {(nadruk, lopend): _Pad() for lopend in (True, False) for nadruk in (False, True)}
        self._normen = {True: _Pad(), False: _Pad()}  # decided, and only the last known one
        self._punten: list[tuple[float, float, str, str, str]] = []  # x, y, fill, outline, hover
        self._teksten: list[tuple[float, float, str, str, int, str]] = []  # x, y, text, place, size, colour

    def lijn(self, paneel: Reeks, categorieen: Sequence[str], vak: Vak) -> None:
        """Draw a line: whole years solid, the running year dashed and lighter, few observations hollow."""
        kleur = self._kleuren.accent
        hoeken: list[tuple[_Hoek, bool] | None] = []  # and whether the year is running
        for nummer, punt in enumerate(op_as(categorieen, paneel.punten, paneel.naam)):
            waarde = waarde_van(punt)
            if punt is None or waarde is None:
                hoeken.append(None)
                continue
            x, y = vak.x(nummer), vak.y(waarde)
            hoeken.append(((x, y, ""), punt.lopend))
            vol = lichter(kleur, self._donker) if punt.lopend else kleur
            vulling = self._kleuren.vlak if punt.hol else vol
            self._punten.append((x, y, vulling, kleur, schoon(f"{paneel.naam} {punt.jaar}: {punt.volledig}")))
        for van, naar in pairwise(hoeken):
            if van and naar and (naar[1] or not van[1]):
                self._lijnen[paneel.nadruk, naar[1]].stuk([van[0], naar[0]])

    def norm(self, titel: str, categorieen: Sequence[str], stukken: Stukken, vak: Vak) -> None:
        """Draw a step line that names the norm at every label. Steps come first: of two corners in one place the last
        has the hover, and a step has no text.
        """
        for plaats, voor, na, bekend in treden(stukken):
            self._normen[bekend].stuk((vak.x(plaats), vak.y(waarde), "") for waarde in (voor, na))
        for van, tot, norm in stukken:
            plaatsen = [van - 0.5, *range(van, tot + 1), tot + 0.5]
            jaren = [categorieen[min(max(round(plaats), van), tot)] for plaats in plaatsen]
            hoogte = vak.y(norm.waarde)
            self._normen[norm.bekend].stuk(
                (vak.x(plaats), hoogte, schoon(f"{titel} {jaar}: {norm.tekst}"))
                for plaats, jaar in zip(plaatsen, jaren, strict=True)
            )

    def kop(self, paneel: Reeks, laatste: str, vak: Vak) -> None:
        """Write the title with the last value, and its year unless that is the newest; or 'geen gegevens'."""
        bekend = [punt for punt in paneel.punten if waarde_van(punt) is not None]
        delen = [paneel.naam]
        if bekend:
            delen += [bekend[-1].kort, "" if bekend[-1].jaar == laatste else f"({bekend[-1].jaar})"]
        titel = schoon(" ".join(filter(None, delen)))
        tekst, kleur = (f"<b>{titel}</b>", self._kleuren.accent) if paneel.nadruk else (titel, self._kleuren.tekst)
        self._teksten.append((vak.begin, vak.boven + TITEL_AF, tekst, "top right", 16, kleur))
        if not bekend:
            midden = round((vak.begin + vak.einde) / 2, 3)
            self._teksten.append((midden, vak.onder + PANEEL // 4, GEEN, "middle center", 15, self._kleuren.gedempt))

    def jaren(self, categorieen: Sequence[str], vak: Vak) -> None:
        """Write the first and the last label under a panel; more do not fit."""
        for plaats in sorted({0, len(categorieen) - 1} if categorieen else ()):
            tekst = schoon(categorieen[plaats]).replace(" ", "<br>", 1)
            self._as_tekst(vak.x(plaats), vak.onder - JAAR_AF, tekst, "bottom center")

    def waarden(self, schaal: Schaal, vak: Vak) -> None:
        """Write the values of the axis, left of a panel."""
        for stap, tekst in zip(schaal.stappen, schaal.teksten, strict=True):
            self._as_tekst(vak.begin, vak.y(stap), tekst + _AF, "middle left")

    def sporen(self) -> list[dict[str, Any]]:
        """The traces from back to front; points are above the norm, so that they have the hover where both coincide."""
        sporen = []
        for (nadruk, lopend), pad in self._lijnen.items():
            kleur = self._kleuren.accent
            if lopend:
                tint = lichter(kleur, self._donker) if nadruk else kleur
                sporen += pad.spoor("lopend jaar", tint, 3 if nadruk else 2, LOPEND)
            else:
                sporen += pad.spoor("hele jaren", kleur, 3 if nadruk else 2, "solid")
        sporen += self._normen[True].spoor("norm", self._kleuren.tekst, 2.5, "solid")
        sporen += self._normen[False].spoor("laatst bekende norm", self._kleuren.tekst, 2.5, "dot")
        return [*sporen, *self._puntenspoor(), *self._tekstspoor()]

    def _puntenspoor(self) -> list[dict[str, Any]]:
        if not self._punten:
            return []
        x, y, vulling, rand, teksten = (list(rij) for rij in zip(*self._punten, strict=True))
        return [
            {
                "type": "scatter",
                "mode": "markers",
                "name": "waarden",
                "x": x,
                "y": y,
                "marker": {"size": 7, "color": vulling, "line": {"color": rand, "width": 2}},
                "hovertext": teksten,
                "hoverinfo": "text",
            }
        ]

    def _tekstspoor(self) -> list[dict[str, Any]]:
        if not self._teksten:
            return []
        x, y, teksten, plaatsen, maten, kleuren = (list(rij) for rij in zip(*self._teksten, strict=True))
        return [
            {
                "type": "scatter",
                "mode": "text",
                "name": "teksten",
                "x": x,
                "y": y,
                "text": teksten,
                "textposition": plaatsen,
                "textfont": {"size": maten, "color": kleuren},
                "cliponaxis": False,
                "hoverinfo": "skip",
            }
        ]

    def _as_tekst(self, x: float, y: float, tekst: str, plaats: str) -> None:
        self._teksten.append((x, y, tekst, plaats, 14, self._kleuren.gedempt))
