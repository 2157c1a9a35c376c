"""Whether what is stored is what was published: every publication, every table, against its fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.store.afdruk import Afdruk
from dashboard.store.fouten import OpslagBeschadigd, Schade
from dashboard.store.lijst import lees_eerdere_lijst
from dashboard.store.opslag import Opslag
from dashboard.store.publicaties import Publicatie


@dataclass(frozen=True)
class Controle:
    """What was looked at (numbers of publications), every damage in a sentence, and which could be looked at less well."""

    publicaties: tuple[int, ...]
    schade: tuple[str, ...]
    zonder_afdruk: tuple[int, ...]  # published by a version that stored no fingerprints: only whether it can be read


def controleer(opslag: Opslag, *, alles: bool = False) -> Controle:
    """Look at the newest publication, or at all of them. Raises GeenOpslag."""
    schade: list[str] = []
    try:
        alle = opslag.publicaties()
    except OpslagBeschadigd as fout:
        schade.append(str(fout.schade))
        alle = lees_eerdere_lijst(opslag.adres)
    gekozen = alle if alles else alle[-1:]
    schade += [_regel(publicatie.schade, [publicatie.nummer]) for publicatie in alle if publicatie.schade]
    heel = [publicatie for publicatie in gekozen if not publicatie.schade]
    schade += [_regel(str(een), nummers) for een, nummers in _schade(opslag, heel)]
    zonder = [p.nummer for p in gekozen if not p.schade and set(p.versies) - set(p.afdrukken)]
    return Controle(tuple(p.nummer for p in gekozen), tuple(schade), tuple(zonder))


def beschadigde_tabellen(opslag: Opslag, publicaties: Sequence[Publicatie]) -> set[str]:
    """The tables of which not every version that is named here is whole."""
    return {schade.tabel for schade, _ in _schade(opslag, publicaties)}


def _schade(opslag: Opslag, publicaties: Sequence[Publicatie]) -> list[tuple[Schade, list[int]]]:
    """Every version of a table that is damaged, with the publications that name it."""
    wie: dict[tuple[str, int, Afdruk | None], list[Publicatie]] = {}
    for publicatie in publicaties:
        for naam, versie in publicatie.versies.items():
            wie.setdefault((naam, versie, publicatie.afdrukken.get(naam)), []).append(publicatie)
    gevonden = []
    for (naam, *_), eigen in wie.items():
        try:
            opslag.tabel(naam, eigen[0])
        except OpslagBeschadigd as fout:
            schade = replace(fout.schade, publicatie=None)
            gevonden.append((schade, [publicatie.nummer for publicatie in eigen]))
    return gevonden


def _regel(klacht: str, nummers: Sequence[int]) -> str:
    return f"{'publicatie' if len(nummers) == 1 else 'publicaties'} {', '.join(map(str, nummers))}: {klacht}"
