"""The settings of the example data: read from the agreement folder, and checked against the agreement."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.afspraken import Overeenkomst
from dashboard.tabellen.tabel import Fout, FoutenError
from voorbeeld.actiestatus import LETTERS, NIET_GEMELD, zonder_reden
from voorbeeld.kengetallen import delen_van

BESTAND = "voorbeeld.toml"
_DELEN = ("periode", "voorraad", "groep", "leveringen")  # the rest has a default, see `standaard`


def lees_instellingen(map_: Path) -> dict[str, Any]:
    """Read the settings. Raises FoutenError with a Dutch sentence when the file is absent, unreadable or lacks a part."""
    pad = map_ / BESTAND
    if not pad.is_file():
        raise FoutenError(
            [Fout(BESTAND, 0, "", "", "dat dit bestand bestaat; zonder dit bestand zijn er geen voorbeeldgegevens")]
        )
    try:
        inhoud = tomllib.loads(pad.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise FoutenError([Fout(BESTAND, 0, "", str(fout), "een leesbaar TOML-bestand")]) from fout
    fouten = [
        Fout(BESTAND, 0, deel, "", "dat dit deel er is") for deel in _DELEN if not isinstance(inhoud.get(deel), dict)
    ]
    if not isinstance(inhoud.get("zaad"), int):
        fouten.append(Fout(BESTAND, 0, "zaad", str(inhoud.get("zaad", "")), "een geheel getal"))
    if fouten:
        raise FoutenError(fouten)
    return inhoud


def controleer(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> None:
    """Raise FoutenError with every name in the settings that the agreement does not know, and every incomplete text."""
    bekend = {
        "kern": {rij.kern for rij in overeenkomst.kernen},
        "corporatie": {rij.corporatie for rij in overeenkomst.corporaties},
        "groep": {rij["groep"] for rij in overeenkomst.tabellen["groepen"].to_pylist()},
        "kengetal": {rij["kengetal"] for rij in overeenkomst.tabellen["kengetal_definities"].to_pylist()},
        "afspraak": {rij.afspraak for rij in overeenkomst.afspraken},
        "actie": {rij.agenda_nr for rij in overeenkomst.acties},
    }
    fouten = [
        Fout(BESTAND, 0, waar, naam, f"een {soort} uit de overeenkomst")
        for waar, soort, naam in _namen(instellingen)
        if naam not in bekend[soort]
    ]
    fouten += [
        Fout(BESTAND, 0, "voorraad.corporatie", "", f"de voorraad van {naam}")
        for naam in sorted(bekend["corporatie"] - set(instellingen["voorraad"]["corporatie"]))
    ]
    fouten += _controleer_reeksen(instellingen["kengetallen"]) + _controleer_actiestatus(instellingen["actiestatus"])
    if fouten:
        raise FoutenError(fouten)


def _controleer_reeksen(regels: Mapping[str, Any]) -> list[Fout]:
    """Series without exactly one value per moment: they would silently shift by a year."""
    fouten = []
    for code, reeks in regels["reeks"].items():
        momenten = reeks.get("momenten", regels["momenten"])
        for _, _, waarden in delen_van(reeks):
            if len(waarden) != len(momenten):
                verwacht = f"{len(momenten)} waarden, een per moment"
                fouten.append(Fout(BESTAND, 0, f"kengetallen.reeks.{code}", str(waarden), verwacht))
    return fouten


def _controleer_actiestatus(regels: Mapping[str, Any]) -> list[Fout]:
    """Afspraken without a letter per overleg, or without the three texts that amber and red ask for."""
    overleggen = len(regels["overleggen"])
    fouten = [
        Fout(BESTAND, 0, "actiestatus.los", str(rij["peildatum"]), "een van de overleggen")
        for rij in regels.get("los", [])
        if rij["peildatum"] not in regels["overleggen"]
    ]
    for nummer, eigen in regels["afspraak"].items():
        waar, reeks = f"actiestatus.afspraak.{nummer}", eigen["reeks"]
        if len(reeks) != overleggen or set(reeks) - set(LETTERS) - {NIET_GEMELD}:
            verwacht = f"{overleggen} letters uit {''.join(LETTERS)} of {NIET_GEMELD}, een per overleg"
            fouten.append(Fout(BESTAND, 0, f"{waar}.reeks", reeks, verwacht))
        verwacht = "toelichting, oorzaak, gevolg en bijsturing"
        fouten += [Fout(BESTAND, 0, f"{waar}.{letter}", "", verwacht) for letter in zonder_reden(eigen)]
    return fouten


def _namen(instellingen: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every name that must exist in the agreement: where it stands, what it names, the name itself."""
    yield from (("kern", "kern", kern) for kern in instellingen["kern"])
    yield from _namen_voorraad(instellingen["voorraad"])
    for groep in (*instellingen["groep"], *instellingen["woningzoekenden"]["groep"]):
        yield "groep", "groep", groep
    for code, reeks in instellingen["kengetallen"]["reeks"].items():
        yield "kengetallen.reeks", "kengetal", code
        for soort in ("corporatie", "kern"):
            yield from ((f"kengetallen.reeks.{code}", soort, naam) for naam in reeks.get(soort, {}))
    yield from (("actiestatus.afspraak", "afspraak", nummer) for nummer in instellingen["actiestatus"]["afspraak"])
    for rij in instellingen["actiestatus"].get("los", []):
        yield from (("actiestatus.los", soort, rij[soort]) for soort in ("afspraak", "actie"))


def _namen_voorraad(voorraad: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for corporatie, regels in voorraad["corporatie"].items():
        yield "voorraad.corporatie", "corporatie", corporatie
        yield from ((f"voorraad.corporatie.{corporatie}.kernen", "kern", kern) for kern in regels["kernen"])
    for soort in ("projecten", "plannen", "warmtenet"):
        for rij in voorraad.get(soort, ()):
            yield f"voorraad.{soort}", "corporatie", rij["corporatie"]
            yield f"voorraad.{soort}", "kern", rij["kern"]
