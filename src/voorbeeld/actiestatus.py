"""What the trekkers reported at each overleg, from one letter per overleg and the texts in the settings.

A stand that is reported again takes the next text for that stand; when there is none left it says that nothing changed.
Amber and red always have cause, consequence and correction, as the partners ask of each other.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from dashboard.tabellen.contracten import STANDEN_ACTIE
from voorbeeld.leveringen import Levering, Rij
from voorbeeld.loting import generator
from voorbeeld.periode import werkdag

# In the order of STANDEN_ACTIE: gereed, op schema, aandacht, rood (achter), nog niet gestart.
LETTERS = dict(zip("GOARN", STANDEN_ACTIE, strict=True))
NIET_GEMELD = "-"
_MET_REDEN = ("A", "R")
_AFTREK = {"A": 10, "R": 20}


def lever_actiestatus(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Levering]:
    """One file per overleg with everything that was reported for it."""
    regels = instellingen["actiestatus"]
    per_overleg: dict[dt.date, list[Rij]] = {overleg: [] for overleg in regels["overleggen"]}
    volgorde = {rij.afspraak: nummer for nummer, rij in enumerate(overeenkomst.afspraken)}
    for afspraak in sorted(regels["afspraak"], key=lambda nr: volgorde[nr]):
        for rij in _meldingen(afspraak, overeenkomst, instellingen):
            per_overleg[rij["peildatum"]].append(rij)
    for rij in regels.get("los", []):
        per_overleg[rij["peildatum"]].append(rij)
    return [
        Levering(
            "actiestatus",
            None,
            overleg,
            overleg,
            f"actiestatus_{overleg:%Y-%m}.xlsx",
            werkdag(overleg - dt.timedelta(days=regels["dagen_voor"])),
            regels["aangeleverd_door"],
            rijen,
        )
        for overleg, rijen in per_overleg.items()
        if rijen
    ]


def _meldingen(nummer: str, overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Rij]:
    """The reports on one afspraak, in order of time."""
    regels = instellingen["actiestatus"]
    eigen, sjabloon = regels["afspraak"][nummer], regels["sjabloon"]
    afspraak = overeenkomst.afspraak[nummer]
    actie = next((rij for rij in overeenkomst.acties if rij.afspraak == nummer), None)
    trekker = eigen.get("door") or ((actie.trekker if actie else None) or afspraak.trekker).split(";")[0]
    met_pct = generator(instellingen["zaad"], "voortgang", nummer).random() < regels["met_voortgang"]
    gebruikt: Counter[str] = Counter()
    rijen: list[Rij] = []
    pct, vorige = 0, ""
    for plaats, (overleg, letter) in enumerate(zip(regels["overleggen"], eigen["reeks"], strict=True)):
        if letter == NIET_GEMELD:
            continue
        teksten = eigen.get(letter) or sjabloon[letter]
        velden = _velden(teksten[min(gebruikt[letter], len(teksten) - 1)])
        if gebruikt[letter] >= len(teksten) and letter == vorige:
            velden["toelichting"] = sjabloon["onveranderd"][letter].format(tekst=velden["toelichting"])
        gebruikt[letter] += 1
        vorige = letter
        pct = _voortgang(letter, plaats, len(eigen["reeks"]), pct)
        rijen.append(
            {
                "peildatum": overleg,
                "actie": actie.agenda_nr if actie else None,
                "afspraak": nummer,
                "stand": LETTERS[letter],
                "gereed_op": eigen.get("gereed_op", {}).get(f"{overleg}") if letter == "G" else None,
                "voortgang_pct": pct if met_pct or letter in "GN" else None,
                "gemeld_door": overeenkomst.kort[trekker],
                **{naam: tekst.format(onderwerp=afspraak.onderwerp) for naam, tekst in velden.items()},
            }
        )
    return rijen


def _velden(tekst: str | list[str]) -> dict[str, str]:
    """The texts of one report by column: a single text, or explanation, cause, consequence, correction and question."""
    delen = [tekst] if isinstance(tekst, str) else tekst
    return dict(zip(("toelichting", "oorzaak", "gevolg", "bijsturing", "besluit_gevraagd"), delen, strict=False))


def _voortgang(letter: str, plaats: int, overleggen: int, vorige: int) -> int:
    """A rough percentage, in steps of five: it grows, and lags where the stand is amber or red."""
    if letter == "G":
        return 100
    if letter == "N":
        return 0
    geschat = 5 * round((20 + 70 * (plaats + 1) / overleggen - _AFTREK.get(letter, 0)) / 5)
    return max(geschat, vorige if vorige < 100 else 0, 5)


def zonder_reden(eigen: Mapping[str, Any]) -> list[str]:
    """The letters of an amber or red stand whose own texts lack a cause, consequence or correction."""
    return [
        letter
        for letter in _MET_REDEN
        if any(isinstance(tekst, str) or len(tekst) < 4 for tekst in eigen.get(letter, []))
    ]
