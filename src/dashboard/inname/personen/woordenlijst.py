"""A list of words by kind, from a file beside the modules that use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dashboard.inname.waarden.tekst import sleutel
from dashboard.tabellen.tabel import Fout, FoutenError, Kolom, Tabel, lees_csv

_VERWACHT = "een woord zonder hoofdletters, spaties, accenten en leestekens"


@cache
def lees_woorden(pad: Path, soorten: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """The words per kind. Raises FoutenError with every fault in the file, including words that nothing can match."""
    kolommen = (Kolom("soort", "tekst", waarden=tuple(soorten)), Kolom("woord", "tekst"))
    rijen, fouten = lees_csv(pad, Tabel(pad.stem, "een rij per woord", kolommen, sleutel=("soort", "woord")))
    vreemd = [rij for rij in rijen if rij["woord"] != sleutel(rij["woord"])]
    fouten += [Fout(pad.name, rij.nummer, "woord", rij["woord"], _VERWACHT) for rij in vreemd]
    if fouten:
        raise FoutenError(fouten)
    return {soort: frozenset(rij["woord"] for rij in rijen if rij["soort"] == soort) for soort in soorten}
