"""How the process that parses a file hands over what it found: lines of JSON, never anything that runs when it is read.

A line is a sheet (an object), a batch of its rows (a list), the end, or a refusal. Without the end nothing counts: the
process died halfway. Dates and times are one-key objects, so that plain cells need no conversion.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from dashboard.basis.opmaak import getal
from dashboard.inname.bestand.grenzen import Grenzen
from dashboard.inname.bestand.rechthoek import controleer_cellen, controleer_maten
from dashboard.inname.bestand.tekstteken import zonder_teken
from dashboard.inname.fouten import Geweigerd, Lezerfout
from dashboard.inname.werkboek import LANGSTE_TEKST, Blad, Cel

_STUURTEKENS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_STORING = re.compile(r"\w{1,60} in \w{1,60}\.\w{1,5}, regel \d{1,6}", re.ASCII)
_RIJEN_PER_REGEL = 500
_TE_GROOT = "Het bestand bevat meer tekst dan kan worden ingelezen; verdeel het over meer bestanden."


class Schrijver:
    """Writes a workbook as it is parsed, row by row, within the limits; empty rows and cells at the end are left out."""

    def __init__(self, uit: BinaryIO, grens: Grenzen) -> None:
        self._uit, self._grens = uit, grens
        self._geschreven = self._cellen = 0
        self._blad: Blad | None = None
        self._rijen = self._leeg = self._breedte = 0
        self._klaarstaand: list[list[Any]] = []

    def begin_blad(self, blad: Blad) -> None:
        """Start a sheet; its rows follow later, and those of `blad` itself are not used."""
        self._sluit_blad()
        self._blad = blad
        self._regel(
            {
                "blad": blad.naam,
                "verborgen": blad.verborgen,
                "begin": [blad.eerste_rij, blad.eerste_kolom],
                "rijen": sorted(blad.verborgen_rijen),
                "kolommen": sorted(blad.verborgen_kolommen),
                "samengevoegd": blad.samengevoegd,
            }
        )

    def rij(self, cellen: Iterable[Any]) -> None:
        """Add the next row."""
        rij = [_UIT[type(cel)](cel) for cel in cellen]
        while rij and rij[-1] is None:
            rij.pop()
        if not rij:
            self._leeg += 1
            return
        self._klaarstaand.extend([] for _ in range(self._leeg))
        self._klaarstaand.append(rij)
        self._rijen += self._leeg + 1
        self._leeg = 0
        self._breedte = max(self._breedte, len(rij))
        if len(self._klaarstaand) >= _RIJEN_PER_REGEL:
            self._rijen_weg()

    def klaar(self, *, basis1904: bool = False) -> None:
        """End the workbook."""
        self._sluit_blad()
        self._regel({"klaar": True, "basis1904": basis1904})

    def weiger(self, fout: Geweigerd) -> None:
        """End with a refusal."""
        self._geschreven = 0  # a refusal always fits within the limit
        self._regel({"geweigerd": fout.zin, "kolommen": fout.kolommen})

    def storing(self, fout: Exception) -> None:
        """End with a fault of our own: its kind and the place where it came up. Its message may hold cells."""
        self._geschreven = 0
        kader, regel = list(traceback.walk_tb(fout.__traceback__))[-1]
        self._regel({"storing": f"{type(fout).__name__} in {Path(kader.f_code.co_filename).name}, regel {regel}"})

    def _sluit_blad(self) -> None:
        self._rijen_weg()
        self._cellen += self._rijen * self._breedte
        self._rijen = self._leeg = self._breedte = 0

    def _rijen_weg(self) -> None:
        controleer_maten(self._rijen, self._breedte, self._grens)
        controleer_cellen(self._cellen + self._rijen * self._breedte, self._grens)
        if self._klaarstaand:
            self._regel(self._klaarstaand)
            self._klaarstaand = []

    def _regel(self, inhoud: Any) -> None:
        regel = json.dumps(inhoud, separators=(",", ":")).encode("ascii") + b"\n"
        self._geschreven += len(regel)
        if self._geschreven > self._grens.uitgepakt:
            raise Geweigerd(_TE_GROOT)
        self._uit.write(regel)


def lees_terug(regels: Iterable[bytes]) -> tuple[tuple[Blad, ...], bool]:
    """The sheets and the date system that a Schrijver wrote; raises its refusal, Lezerfout for
    a fault of ours, and ValueError when the end is missing.
    """
    bladen: list[tuple[Blad, list[list[Cel]]]] = []
    for regel in regels:
        if regel.startswith(b"["):
            bladen[-1][1].extend(json.loads(regel, object_hook=_in))
            continue
        inhoud = json.loads(regel)
        if "geweigerd" in inhoud:
            raise Geweigerd(str(inhoud["geweigerd"]), [str(kolom) for kolom in inhoud["kolommen"]])
        if "storing" in inhoud:
            # The process read what strangers made, so it may say anything; only this goes to the log.
            raise Lezerfout(inhoud["storing"] if _STORING.fullmatch(inhoud["storing"]) else "onbekend")
        if "klaar" in inhoud:
            return tuple(_heel(blad, rijen) for blad, rijen in bladen), bool(inhoud["basis1904"])
        bladen.append((_blad(inhoud), []))
    raise ValueError("no end")


def _blad(inhoud: dict[str, Any]) -> Blad:
    return Blad(
        naam=inhoud["blad"],
        verborgen=inhoud["verborgen"],
        rijen=(),
        eerste_rij=inhoud["begin"][0],
        eerste_kolom=inhoud["begin"][1],
        verborgen_rijen=frozenset(inhoud["rijen"]),
        verborgen_kolommen=frozenset(inhoud["kolommen"]),
        samengevoegd=tuple((rij1, kolom1, rij2, kolom2) for rij1, kolom1, rij2, kolom2 in inhoud["samengevoegd"]),
    )


def _heel(blad: Blad, rijen: Sequence[list[Cel]]) -> Blad:
    """A sheet with its rows, each as long as the longest, and without remarks about places outside them."""
    breedte = max(map(len, rijen), default=0)
    einde_rij, einde_kolom = blad.eerste_rij + len(rijen) - 1, blad.eerste_kolom + breedte - 1
    samengevoegd = (
        (max(rij1, blad.eerste_rij), max(kolom1, blad.eerste_kolom), min(rij2, einde_rij), min(kolom2, einde_kolom))
        for rij1, kolom1, rij2, kolom2 in blad.samengevoegd
    )
    return replace(
        blad,
        rijen=tuple((*rij, *(None,) * (breedte - len(rij))) for rij in rijen),
        verborgen_rijen=frozenset(rij for rij in blad.verborgen_rijen if blad.eerste_rij <= rij <= einde_rij),
        verborgen_kolommen=frozenset(
            kolom for kolom in blad.verborgen_kolommen if blad.eerste_kolom <= kolom <= einde_kolom
        ),
        samengevoegd=tuple(
            (rij1, kolom1, rij2, kolom2)
            for rij1, kolom1, rij2, kolom2 in samengevoegd
            if rij1 <= rij2 and kolom1 <= kolom2 and (rij1, kolom1) != (rij2, kolom2)
        ),
    )


@lru_cache(maxsize=4096)  # most texts come back, and looking one up costs a tenth
def _tekst(cel: str) -> str | None:
    if len(cel) > LANGSTE_TEKST:
        raise Geweigerd(
            f"Een cel bevat meer dan {getal(LANGSTE_TEKST)} tekens; zo'n lange tekst hoort niet in een levering."
        )
    cel = zonder_teken(cel)
    if not cel.isprintable():
        cel = _STUURTEKENS.sub("\ufffd", cel)
    return cel or None


def _getal(cel: float) -> float | str:
    # JSON has no notation for these and nobody means them: as text they are shown and refused later.
    return cel if math.isfinite(cel) else str(cel)


def _zelf(cel: Any) -> Any:
    return cel


_UIT: dict[type, Callable[[Any], Any]] = {
    type(None): _zelf,
    str: _tekst,
    float: _getal,
    int: _zelf,
    bool: _zelf,
    dt.date: lambda cel: {"d": cel.isoformat()},
    dt.datetime: lambda cel: {"m": cel.replace(tzinfo=None).isoformat()},
    dt.time: lambda cel: {"t": cel.replace(tzinfo=None).isoformat()},
    dt.timedelta: lambda cel: {"s": cel.total_seconds()},
}
_TERUG: dict[str, Callable[[Any], Cel]] = {
    "d": dt.date.fromisoformat,
    "m": dt.datetime.fromisoformat,
    "t": dt.time.fromisoformat,
    "s": lambda seconden: dt.timedelta(seconds=seconden),
}


def _in(deel: dict[str, Any]) -> Cel:
    [(soort, waarde)] = deel.items()
    return _TERUG[soort](waarde)
