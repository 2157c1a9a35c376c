"""Single invented homes: drawn at the start, growing older each year, added and removed.

The stock is delivered as counts, but counts that change without homes behind them soon contradict each other (more
A labels than homes with a label). So homes are kept one by one and counted afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from dashboard.tabellen.contracten import ENERGIELABELS, HUURKLASSEN
from voorbeeld.loting import kies, kies_meer, trek_zonder_terugleggen, trend

ONBEKEND = "onbekend"  # in the settings: the weight of homes whose energy label was not recorded
_ZUINIG = ENERGIELABELS.index("B")


class Woning(NamedTuple):
    """One unit. `toegankelijk` is how it is; what is recorded about it depends on the corporatie and the year."""

    soort: str
    daeb: bool
    huurklasse: str | None
    woningtype: str | None
    energielabel: str | None
    toegankelijk: bool
    warmtenet: bool
    flex: bool


def trek_woningen(
    rng: np.random.Generator, aantal: int, regels: Mapping[str, Any], profiel: Mapping[str, Any]
) -> list[Woning]:
    """Draw the homes of one corporatie in one kern at the start; `regels` are those of the corporatie."""
    typen = kies_meer(rng, profiel["woningtype"], aantal)
    klassen = kies_meer(rng, regels["huurklasse"], aantal)
    labels = kies_meer(rng, regels["energielabel"], aantal)
    daeb = rng.random(aantal) < regels["daeb"]
    toegankelijk = rng.random(aantal) < regels["toegankelijkheid"]["aandeel"]
    return [
        Woning(
            "woongelegenheid",
            bool(daeb[i]),
            # Homes outside the DAEB branch are the expensive ones.
            klassen[i] if daeb[i] else HUURKLASSEN[3 if i % 3 else 2],
            typen[i],
            None if labels[i] == ONBEKEND else labels[i],
            bool(toegankelijk[i]) or typen[i] == "seniorenwoning",
            False,
            False,
        )
        for i in range(aantal)
    ]


def trek_overig(rng: np.random.Generator, aantal: int, aandeel_daeb: float) -> list[Woning]:
    """Units that are no homes: they have no rent class, type or label."""
    daeb = rng.random(aantal) < aandeel_daeb
    return [Woning("overig", bool(daeb[i]), None, None, None, False, False, False) for i in range(aantal)]


def nieuwe_woningen(rng: np.random.Generator, project: Mapping[str, Any], regels: Mapping[str, Any]) -> list[Woning]:
    """The homes of a building project: frugal, mostly accessible, and within reach of those who get rent allowance."""
    aantal = int(project["aantal"])
    labels = kies_meer(rng, regels["nieuwbouw_energielabel"], aantal)
    klassen = kies_meer(rng, regels["nieuwbouw_huurklasse"], aantal)
    aandeel = trend(regels["nieuwbouw_toegankelijk"], project["dag"].year)
    toegankelijk = rng.random(aantal) < aandeel
    woningtype = project.get("woningtype", "appartement")
    flex = bool(project.get("flex", False))
    return [
        Woning("woongelegenheid", True, klassen[i], woningtype, labels[i], bool(toegankelijk[i]), False, flex)
        for i in range(aantal)
    ]


def verouder(rng: np.random.Generator, woningen: list[Woning], regels: Mapping[str, Any]) -> list[Woning]:
    """One year on: some homes were insulated, some labels became known, some cheap homes were let at a higher rent class."""
    kansen = rng.random((len(woningen), 4)).tolist()
    return [_jaar_ouder(rng, woning, kans, regels) for woning, kans in zip(woningen, kansen, strict=True)]


def _jaar_ouder(rng: np.random.Generator, woning: Woning, kansen: list[float], regels: Mapping[str, Any]) -> Woning:
    if woning.soort != "woongelegenheid":
        return woning
    isolatie, bekend, huur, aanpassing = kansen
    label, klasse, toegankelijk = woning.energielabel, woning.huurklasse, woning.toegankelijk
    if label is None and bekend < regels["label_bekend_per_jaar"]:
        label = kies(rng, {naam: gewicht for naam, gewicht in regels["energielabel"].items() if naam != ONBEKEND})
    elif label is not None and ENERGIELABELS.index(label) > _ZUINIG and isolatie < regels["isolatie_per_jaar"]:
        label = kies(rng, regels["label_na_isolatie"])
    if klasse == HUURKLASSEN[0] and huur < regels["goedkoop_weg_per_jaar"]:
        klasse = HUURKLASSEN[1]
    if aanpassing < regels["toegankelijk_erbij_per_jaar"]:
        toegankelijk = True
    if (label, klasse, toegankelijk) == (woning.energielabel, woning.huurklasse, woning.toegankelijk):
        return woning
    return woning._replace(energielabel=label, huurklasse=klasse, toegankelijk=toegankelijk)


def sluit_aan_op_warmtenet(woningen: list[Woning], aantal: int) -> list[Woning]:
    """Connect the first homes that can be and are not yet."""
    kan = [i for i, w in enumerate(woningen) if w.soort == "woongelegenheid" and not (w.warmtenet or w.flex)]
    aangesloten = set(kan[:aantal])
    return [w._replace(warmtenet=True) if i in aangesloten else w for i, w in enumerate(woningen)]


def haal_weg(rng: np.random.Generator, woningen: list[Woning], soort: str, eenheid: str, aantal: int) -> list[Woning]:
    """Take out sold or demolished units: demolition takes the worst labels, sales mostly family homes without a label A."""
    keuze = [i for i, woning in enumerate(woningen) if woning.soort == eenheid]
    gewichten = [_gewicht_weg(woningen[i], soort) for i in keuze]
    weg = {keuze[plaats] for plaats in trek_zonder_terugleggen(rng, gewichten, aantal)}
    return [woning for i, woning in enumerate(woningen) if i not in weg]


def _gewicht_weg(woning: Woning, soort: str) -> float:
    if woning.flex or woning.warmtenet:
        return 0.01
    rang = ENERGIELABELS.index(woning.energielabel) if woning.energielabel else _ZUINIG + 1
    if soort == "sloop":
        return 0.05 + max(rang - _ZUINIG, 0) ** 3
    return (6.0 if woning.woningtype == "eengezinswoning" else 1.0) * (0.2 if woning.toegankelijk else 1.0)
