"""The figures of the agreement: a folder with one TOML file per theme, one table with named fields per figure.

A file has the name of the slug of its theme, and its order is that on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.afspraken.tabellen import NIVEAUS
from dashboard.afspraken.velden import Veld, lees_toml, lees_velden
from dashboard.basis.eenheid import EENHEDEN
from dashboard.tabellen.tabel import Fout, Rij

MAP = "indicatoren"

INDICATORVELDEN: tuple[Veld, ...] = (
    Veld("titel", "zoals het cijfer op de pagina heet"),
    Veld("uitleg", "wat het cijfer is, in een of twee zinnen"),
    Veld("query", "de query die het geeft"),
    Veld("parameters", "vaste parameters van de query", dict, standaard={}),
    Veld("kolom", "de kolom met de waarde; bij een verdeling de kolom met de klasse"),
    Veld("teller", "de kolom met de teller; bij een verdeling die met het aantal", standaard=None),
    Veld("noemer", "de kolom met de noemer", standaard=None),
    Veld(
        "eenheid",
        "wat voor getal het is; een mijlpaal is gereed of niet",
        waarden=tuple(EENHEDEN),
    ),
    Veld("eenheid_een", "het woord voor een"),
    Veld("eenheid_meer", "het woord voor meer"),
    Veld("tijd", "stroom telt over een jaar, peil op een dag", waarden=("stroom", "peil")),
    Veld("niveaus", "waarover het cijfer getoond mag worden", list, waarden=NIVEAUS),
    Veld("gunstig", "welke kant goed is", waarden=("hoog", "laag", "geen")),
    Veld("hoofd", "een van de hoogstens drie tegels van het thema", bool, standaard=False),
    Veld("afspraak", "bij welke afspraak het hoort", standaard=None),
    Veld("erbij", "andere kolommen van de query die ernaast worden gezegd, als woord = kolom", dict, standaard={}),
    Veld("toeval", "true waar wat geteld wordt een voor een valt, zoals verhuringen", bool, standaard=False),
)


def plaats(slug: str, code: str) -> str:
    """The place of a figure in a fault: 'indicatoren/duurzaamheid.toml, energielabels'."""
    return f"{MAP}/{slug}.toml, {code}"


def lees_indicatoren(map_: Path) -> tuple[list[Rij], list[Fout]]:
    """Every figure as a row with the slug of its theme as `thema`, and every fault found."""
    if not (map_ / MAP).is_dir():
        return [], [Fout(MAP, 0, "", "", "dat deze map bestaat")]
    rijen: dict[str, Rij] = {}
    fouten: list[Fout] = []
    for pad in sorted((map_ / MAP).glob("*.toml")):
        inhoud, gevonden = lees_toml(pad, f"{MAP}/{pad.name}")
        fouten += gevonden
        for code, tabel in inhoud.items():
            hier = plaats(pad.stem, code)
            if not isinstance(tabel, dict):
                fouten.append(Fout(f"{MAP}/{pad.name}", 0, code, str(tabel), f"een tabel per cijfer, als [{code}]"))
                continue
            if code in rijen:
                fouten.append(Fout(hier, 0, "", "", f"een andere code: {rijen[code].bestand} is er al"))
            waarden, gevonden = lees_velden(tabel, INDICATORVELDEN, hier)
            fouten += gevonden
            rijen[code] = Rij(hier, 0, {"indicator": code, "thema": pad.stem, **waarden})
    return list(rijen.values()), fouten


def controleer_indicatoren(indicatoren: Sequence[Rij], themas: Sequence[Rij]) -> list[Fout]:
    """Faults: every file must be that of a theme, and `toeval` is only for a share that is counted."""
    bekend = [rij["slug"] for rij in themas]
    fouten = [
        Fout(f"{MAP}/{slug}.toml", 0, "", "", "een bestand met als naam de slug van een thema: " + ", ".join(bekend))
        for slug in dict.fromkeys(rij["thema"] for rij in indicatoren)
        if slug not in bekend
    ]
    verwacht = "false, want alleen bij een aandeel met een teller en een noemer is toeval te berekenen"
    return fouten + [
        rij.fout("toeval", "true", verwacht) for rij in indicatoren if rij["toeval"] and not _is_geteld_aandeel(rij)
    ]


def in_volgorde(indicatoren: Sequence[Rij], themas: Sequence[Rij]) -> list[dict[str, Any]]:
    """The fields of every figure, in the order of the themes and then of the file."""
    nummer = {rij["slug"]: rij["thema"] for rij in themas}
    compleet = [
        {**rij, "thema": nummer[rij["thema"]], "niveaus": tuple(rij["niveaus"]), "eenheid": EENHEDEN[rij["eenheid"]]}
        for rij in indicatoren
    ]
    return sorted(compleet, key=lambda rij: rij["thema"])


def _is_geteld_aandeel(rij: Rij) -> bool:
    return EENHEDEN[rij["eenheid"]].deel and None not in (rij["teller"], rij["noemer"])
