"""Load an agreement folder, or report every fault in it at once.

A fault in the agreement is worse than a missing figure: a wrong norm gives a right figure the wrong colour. So nothing
is loaded halfway. Every file is read, every cell and every reference checked, the sums of the plan compared with the
totals the document itself gives, and only then are the dataclasses made.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.afspraken import indicatoren
from dashboard.afspraken.aandachtregels import Aandachtregel, controleer_aandachtregels
from dashboard.afspraken.definities import Definitie
from dashboard.afspraken.overeenkomst import (
    Actie,
    Afspraak,
    Corporatie,
    Gemeente,
    Indicator,
    Kern,
    Moment,
    Norm,
    Overeenkomst,
    Partij,
    Thema,
)
from dashboard.afspraken.schrijfwijzen import controleer_schrijfwijzen
from dashboard.afspraken.tabellen import AFSPRAAK_TABELLEN, GEMEENTEVELDEN, SQL_NAAM
from dashboard.afspraken.velden import lees_toml, lees_velden
from dashboard.afspraken.verwijzingen import VERWIJZINGEN, Verwijzing
from dashboard.tabellen.tabel import Fout, FoutenError, Rij, lees_csv

Rijen = dict[str, list[Rij]]
_MUTATIES = ("beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")


def laad_overeenkomst(map_: Path) -> Overeenkomst:
    """The agreement in the folder. Raises FoutenError with every fault (file, row, column, what was expected).

    Kept for the same files: every publication that is opened asks for it, and checking takes half a second.
    """
    return _lees_en_controleer(map_, _vingerafdruk(map_))


@lru_cache(maxsize=8)
def _lees_en_controleer(map_: Path, vingerafdruk: str) -> Overeenkomst:
    rijen: Rijen = {}
    fouten: list[Fout] = []
    for tabel in AFSPRAAK_TABELLEN:
        rijen[tabel.naam], gevonden = lees_csv(map_ / f"{tabel.naam}.csv", tabel)
        fouten += gevonden
    rijen[indicatoren.MAP], gevonden = indicatoren.lees_indicatoren(map_)
    fouten += gevonden
    gemeente, gevonden = _lees_gemeente(map_ / "gemeente.toml")
    fouten += gevonden
    kaart, gevonden = _lees_kaart(map_ / "kernen.geojson")
    fouten += gevonden
    if fouten:
        raise FoutenError(fouten)  # references to files that could not be read would only repeat their faults
    fouten = [fout for verwijzing in VERWIJZINGEN for fout in _controleer_verwijzing(rijen, verwijzing)]
    fouten += (
        _controleer_ronden(rijen) + _controleer_plan(rijen) + _controleer_normen(rijen) + _controleer_perioden(rijen)
    )
    fouten += indicatoren.controleer_indicatoren(rijen["indicatoren"], rijen["themas"])
    fouten += _controleer_aliassen(rijen) + _controleer_kaart(rijen, kaart)
    fouten += controleer_schrijfwijzen(rijen) + controleer_aandachtregels(rijen["aandachtregels"])
    if fouten:
        raise FoutenError(fouten)
    return Overeenkomst(
        gemeente=Gemeente(**gemeente),
        themas=tuple(Thema(**rij) for rij in rijen["themas"]),
        afspraken=tuple(Afspraak(**rij) for rij in rijen["afspraken"]),
        acties=tuple(Actie(**rij) for rij in rijen["acties"]),
        partijen=tuple(Partij(**rij) for rij in rijen["partijen"]),
        corporaties=tuple(Corporatie(**rij) for rij in rijen["corporaties"]),
        kernen=tuple(Kern(**rij) for rij in rijen["kernen"]),
        jaarcyclus=tuple(Moment(**rij) for rij in sorted(rijen["jaarcyclus"], key=lambda rij: rij["volgorde"])),
        indicatoren=tuple(Indicator(**rij) for rij in indicatoren.in_volgorde(rijen["indicatoren"], rijen["themas"])),
        normen=tuple(Norm(**rij) for rij in rijen["normen"]),
        aandachtregels=tuple(Aandachtregel(**rij) for rij in rijen["aandachtregels"]),
        definities=tuple(Definitie(**rij) for rij in rijen["definities"]),
        kaart=kaart,
        vingerafdruk=vingerafdruk,
        tabellen={SQL_NAAM.get(t.naam, t.naam): t.arrow(rijen[t.naam]) for t in AFSPRAAK_TABELLEN},
    )


def lege_tabellen() -> dict[str, Any]:
    """The tables of the agreement without rows, by SQL name, for tests to fill in part."""
    return {SQL_NAAM.get(tabel.naam, tabel.naam): tabel for tabel in AFSPRAAK_TABELLEN}


def _lees_gemeente(pad: Path) -> tuple[dict[str, Any], list[Fout]]:
    inhoud, fouten = lees_toml(pad, pad.name)
    return ({}, fouten) if fouten else lees_velden(inhoud, GEMEENTEVELDEN, pad.name)


def _lees_kaart(pad: Path) -> tuple[dict[str, Any], list[Fout]]:
    if not pad.is_file():
        return {}, [Fout(pad.name, 0, "", "", "dat dit bestand bestaat")]
    try:
        inhoud: Any = json.loads(pad.read_text("utf-8"))
    except ValueError:
        return {}, [Fout(pad.name, 0, "", "", "een leesbaar GeoJSON-bestand")]
    vlakken = inhoud.get("features") if isinstance(inhoud, dict) else None
    if not isinstance(vlakken, list) or not all(isinstance(vlak, dict) for vlak in vlakken):
        return {}, [Fout(pad.name, 0, "features", "", "een GeoJSON-bestand met een lijst van vlakken")]
    return inhoud, []


def _bestand(tabel: str) -> str:
    return f"{tabel}/" if tabel == indicatoren.MAP else f"{tabel}.csv"


def _controleer_verwijzing(rijen: Rijen, verwijzing: Verwijzing) -> list[Fout]:
    bekend = {str(rij[verwijzing.naar_kolom]) for rij in rijen[verwijzing.naar]}
    fouten = []
    for rij in rijen[verwijzing.tabel]:
        cel = rij[verwijzing.kolom]
        if cel is None:
            continue
        delen = str(cel).split(";") if verwijzing.splitsen else [str(cel)]
        fouten += [
            rij.fout(
                verwijzing.kolom,
                deel,
                f"een waarde uit {_bestand(verwijzing.naar)}",
            )
            for deel in delen
            if deel not in bekend
        ]
    return fouten


def _controleer_plan(rijen: Rijen) -> list[Fout]:
    """Faults in the plan: rows that do not add up, years that do not connect, totals that differ from the document."""
    fouten = []
    per_sleutel = {(rij["corporatie"], rij["soort"], rij["jaar"]): rij for rij in rijen["plan"]}
    for rij in rijen["plan"]:
        eind = rij["beginstand"] + rij["aankoop"] + rij["nieuwbouw"] - rij["verkoop"] - rij["sloop"]
        if eind != rij["eindstand"]:
            verwacht = f"{eind}, de beginstand met aankoop en nieuwbouw erbij en verkoop en sloop eraf"
            fouten.append(rij.fout("eindstand", str(rij["eindstand"]), verwacht))
        vorig = per_sleutel.get((rij["corporatie"], rij["soort"], rij["jaar"] - 1))
        if vorig and vorig["eindstand"] != rij["beginstand"]:
            verwacht = f"{vorig['eindstand']}, de eindstand van {vorig['jaar']}"
            fouten.append(rij.fout("beginstand", str(rij["beginstand"]), verwacht))
    for totaal in rijen["plan_totalen"]:
        delen = [
            rij
            for rij in rijen["plan"]
            if rij["jaar"] == totaal["jaar"]
            and totaal["soort"] in (rij["soort"], "alles")
            and totaal["corporatie"] in (rij["corporatie"], "totaal")
        ]
        for kolom in _MUTATIES:
            som = sum(rij[kolom] for rij in delen)
            if totaal[kolom] is not None and totaal[kolom] != som:
                fouten.append(totaal.fout(kolom, str(totaal[kolom]), f"{som}, de som uit plan.csv"))
    return fouten


def _controleer_ronden(rijen: Rijen) -> list[Fout]:
    """Faults in the rounds of actions that recur: each has a deadline, in a year of its own."""
    fouten = []
    eerder: dict[tuple[str, int], int] = {}
    for rij in rijen["acties"]:
        if rij["ronde_van"] is None:
            continue
        if rij["deadline"] is None:
            fouten.append(rij.fout("deadline", "", "een datum, want dit is een ronde"))
        elif (ander := eerder.setdefault((rij["ronde_van"], rij["deadline"].year), rij.nummer)) != rij.nummer:
            fouten.append(rij.fout("deadline", str(rij["deadline"]), f"een ander jaar dan de ronde op rij {ander}"))
    return fouten


def _controleer_normen(rijen: Rijen) -> list[Fout]:
    niveaus = {rij["indicator"]: rij["niveaus"] for rij in rijen["indicatoren"]}
    nodig = {"vast": "waarde", "nulmeting": "nulmeting_jaar", "kolom": "normkolom"}
    fouten = []
    for rij in rijen["normen"]:
        kolom = nodig[rij["bron_norm"]]
        if rij[kolom] is None:
            fouten.append(rij.fout(kolom, "", f"een waarde, want bron_norm is {rij['bron_norm']}"))
        if rij["geldig_tot"] is not None and rij["geldig_tot"] < rij["geldig_van"]:
            verwacht = f"een datum op of na {rij['geldig_van']}"
            fouten.append(rij.fout("geldig_tot", str(rij["geldig_tot"]), verwacht))
        if rij["uiterlijk"] is not None and (rij["aard"] != "jaar" or not _is_jaardag(rij["uiterlijk"])):
            fouten.append(rij.fout("uiterlijk", rij["uiterlijk"], "bij een jaarnorm een dag van elk jaar, als 03-31"))
        toegestaan = niveaus.get(rij["indicator"])
        if toegestaan and rij["niveau"] not in toegestaan:
            fouten.append(rij.fout("niveau", rij["niveau"], "een van: " + ", ".join(toegestaan)))
    return fouten


def _is_jaardag(tekst: str) -> bool:
    """Whether every year has this day (MM-DD): 29 February is not one."""
    try:
        return dt.date.fromisoformat(f"2023-{tekst}").strftime("%m-%d") == tekst
    except ValueError:
        return False


def _controleer_perioden(rijen: Rijen) -> list[Fout]:
    """Faults in norms on several rows, one per decision: they must be about the same figure and part, without overlap.

    Otherwise the earliest row would silently decide about figures that it was not meant for.
    """
    per_code: dict[str, list[Rij]] = {}
    for rij in sorted(rijen["normen"], key=lambda rij: rij["geldig_van"]):
        per_code.setdefault(rij["norm"], []).append(rij)
    fouten = []
    for eerder, later in (paar for reeks in per_code.values() for paar in itertools.pairwise(reeks)):
        fouten += [
            later.fout(
                kolom,
                later[kolom] or "",
                f"{eerder[kolom] or 'leeg'}, als op rij {eerder.nummer}",
            )
            for kolom in ("indicator", "niveau", "corporatie", "kern")
            if later[kolom] != eerder[kolom]
        ]
        if eerder["geldig_tot"] is None or eerder["geldig_tot"] >= later["geldig_van"]:
            verwacht = f"een datum voor {later['geldig_van']}, want dan begint rij {later.nummer}"
            fouten.append(eerder.fout("geldig_tot", str(eerder["geldig_tot"] or ""), verwacht))
    return fouten


def _controleer_kaart(rijen: Rijen, kaart: Mapping[str, Any]) -> list[Fout]:
    bekend = {rij["kern"] for rij in rijen["kernen"]}
    namen = [str((vlak.get("properties") or {}).get("kern", "")) for vlak in kaart["features"]]
    return [
        Fout("kernen.geojson", 0, "kern", naam, "een waarde uit kernen.csv") for naam in namen if naam not in bekend
    ]


def _controleer_aliassen(rijen: Rijen) -> list[Fout]:
    bekend = {
        soort: {rij[soort] for rij in rijen[naar]}
        for soort, naar in (("kern", "kernen"), ("corporatie", "corporaties"))
    }
    return [
        rij.fout("waarde", rij["waarde"], f"een bekende {rij['soort']}")
        for rij in rijen["aliassen"]
        if rij["waarde"] not in bekend[rij["soort"]]
    ]


def _vingerafdruk(map_: Path) -> str:
    """A short hash of the whole folder, so that a publication can say with which agreement it was made."""
    som = hashlib.sha256()
    for pad in sorted(map_.rglob("*")):
        if pad.suffix in (".csv", ".toml", ".geojson"):
            som.update(pad.relative_to(map_).as_posix().encode() + b"\0" + pad.read_bytes() + b"\0")
    return som.hexdigest()[:12]
