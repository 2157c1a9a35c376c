"""The lettings: how many per kern and year, of which homes, and to which group each went.

The share that goes to groups without priority is set per kern, not left to chance, because a norm is about it. Only the
fraction of an expected number is drawn, so that small kernen jump as they do in reality.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.afspraken import Overeenkomst
from voorbeeld.huur import Grenzen, grenzen_per_jaar, kale_huur, passend
from voorbeeld.huurders import herkomst, huishouden, wachten
from voorbeeld.kernjaar import Kernjaar
from voorbeeld.leveringen import Rij
from voorbeeld.loting import afgerond_met_kans, kies, trek_zonder_terugleggen, trend
from voorbeeld.periode import Periode
from voorbeeld.voorraad import Voorraad, regels_van
from voorbeeld.voorraadlevering import toegankelijkheid
from voorbeeld.woningen import Woning

LOT = "lot"  # a draw that stays with the row until the free space is given out; no column, so not delivered


@dataclass(frozen=True)
class _Vrijgekomen:
    """A home to be let, before it is known to whom."""

    corporatie: str
    woning: Woning
    dag: dt.date
    nieuw: bool
    contract: str
    woningruil: bool

    @property
    def telt(self) -> bool:
        """Whether it counts for the share that goes to the groups without priority."""
        return self.woning.daeb and self.contract == "onbepaald" and not self.woningruil


def maak_verhuringen(voorraad: Voorraad, overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> list[Rij]:
    """Every letting of the period, in order of date."""
    periode = Periode.uit(instellingen)
    grenzen = grenzen_per_jaar(overeenkomst, periode.jaren)
    regulier = {rij["groep"]: rij["regulier"] for rij in overeenkomst.tabellen["groepen"].to_pylist()}
    rijen: list[Rij] = []
    for kern in (rij.kern for rij in overeenkomst.kernen):
        for jaar in periode.jaren:
            waar = Kernjaar(instellingen, kern, jaar)
            vrij = _vrijgekomen(waar, voorraad, periode)
            groepen = _kies_groepen(waar, vrij, regulier)
            rijen += [
                _rij(waar, woning, groep, grenzen[jaar], nummer)
                for nummer, (woning, groep) in enumerate(zip(vrij, groepen, strict=True))
            ]
    return sorted(rijen, key=lambda rij: (rij["ingangsdatum"], rij["corporatie"], rij["verhuring_id"]))


def _vrijgekomen(waar: Kernjaar, voorraad: Voorraad, periode: Periode) -> list[_Vrijgekomen]:
    """The homes let in a kern: those that tenants left (of last year's stock), and those just built."""
    rng, regels = waar.rng, waar.regels
    kandidaten = [
        (corporatie, woning)
        for (corporatie, kern), woningen in voorraad.standen[max(waar.jaar - 1, periode.van.year)].items()
        for woning in woningen
        if kern == waar.kern and woning.soort == "woongelegenheid"
    ]
    graad = trend(regels["mutatiegraad"], waar.jaar) * waar.eigen.get("mutatiefactor", 1.0)
    verwacht = graad * len(kandidaten) * periode.deel(waar.jaar)
    aantal = round(verwacht + 0.5 * math.sqrt(verwacht) * float(rng.standard_normal()))
    aantal = waar.eigen.get("verhuringen", {}).get(str(waar.jaar), aantal)
    gewichten = [regels["mutatie_per_type"].get(woning.woningtype, 1.0) for _, woning in kandidaten]
    gekozen = [kandidaten[i] for i in trek_zonder_terugleggen(rng, gewichten, aantal)]
    vrij = [(corporatie, woning, periode.dag(rng, waar.jaar), False) for corporatie, woning in gekozen]
    vrij += [
        (nieuw.corporatie, nieuw.woning, nieuw.dag, True)
        for nieuw in voorraad.nieuw
        if nieuw.kern == waar.kern and nieuw.dag.year == waar.jaar and nieuw.dag <= periode.tot
    ]
    uitkomst = []
    for corporatie, woning, dag, nieuw in vrij:
        contract = "flex" if woning.flex else kies(rng, regels["contract"])
        ruil = not nieuw and contract == "onbepaald" and bool(rng.random() < regels["woningruil"])
        uitkomst.append(_Vrijgekomen(corporatie, woning, dag, nieuw, contract, ruil))
    return uitkomst


def _kies_groepen(waar: Kernjaar, vrij: list[_Vrijgekomen], regulier: Mapping[str, bool]) -> list[str]:
    """The group of each letting: as many without priority as the share of this kern and year asks for."""
    rng, regels = waar.rng, waar.regels
    aandeel = trend(waar.eigen.get("regulier", regels["regulier"]), waar.jaar)
    telt = [i for i, woning in enumerate(vrij) if woning.telt]
    met_voorrang = afgerond_met_kans(rng, len(telt) * (1 - aandeel))
    # A new home seldom goes to somebody with priority; most of them cannot afford it.
    gewichten = [0.4 if vrij[i].nieuw else 1.0 for i in telt]
    voorrang = {telt[plaats] for plaats in trek_zonder_terugleggen(rng, gewichten, met_voorrang)}
    mengsel = {naam: trend(groep["gewicht"], waar.jaar) for naam, groep in waar.instellingen["groep"].items()}
    zonder = {naam: gewicht for naam, gewicht in mengsel.items() if regulier[naam]}
    bijzonder = {naam: gewicht for naam, gewicht in mengsel.items() if not regulier[naam]}
    groepen = []
    for i, woning in enumerate(vrij):
        tijdelijk = woning.contract in ("tijdelijk", "flex") and rng.random() < regels["tijdelijk_bijzonder"]
        if woning.woningruil:
            groepen.append(next(iter(zonder)))
        else:
            groepen.append(kies(rng, bijzonder if i in voorrang or tijdelijk else zonder))
    return groepen


def _rij(waar: Kernjaar, vrij: _Vrijgekomen, groepsnaam: str, grenzen: Grenzen, nummer: int) -> Rij:
    rng, regels, woning = waar.rng, waar.regels, vrij.woning
    groep = waar.instellingen["groep"][groepsnaam]
    model = "woningruil" if vrij.woningruil else kies(rng, groep["model"])
    huur = kale_huur(rng, woning.huurklasse or "", grenzen)
    wie = huishouden(waar, groep, woning, vrij.contract)
    wijken = waar.eigen.get("wijken") or waar.instellingen["wijk"]
    sleutel = f"{waar.instellingen['zaad']}|{vrij.corporatie}|{waar.kern}|{waar.jaar}|{nummer}"
    return {
        "corporatie": vrij.corporatie,
        "verhuring_id": hashlib.sha256(sleutel.encode()).hexdigest()[:10],
        "ingangsdatum": vrij.dag,
        "kern": waar.kern,
        "wijk": kies(rng, wijken).format(kern=waar.kern),
        "woningtype": woning.woningtype,
        "daeb": woning.daeb,
        "nieuwbouw": vrij.nieuw,
        "contract": vrij.contract,
        "kale_huur": huur,
        "energielabel": None if rng.random() < regels["label_ontbreekt"] else woning.energielabel,
        "toegankelijkheid": toegankelijkheid(woning, waar.jaar, regels_van(waar.instellingen, vrij.corporatie)),
        "model": model,
        "groep": groepsnaam,
        **wie,
        "herkomst": herkomst(waar, groep),
        "passend": passend(rng, huur, wie["huishoudgrootte"], grenzen, regels["passend"]),
        "vrije_ruimte": False,
        **wachten(waar, groep, model),
        LOT: float(rng.random()),
    }
