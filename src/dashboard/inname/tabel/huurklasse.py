"""The class of a home in stock, where the file gives its rent: by the limits of the year in which was counted.

Where the class depends on the household, which nobody knows of a home in stock, the analyst says which limit counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.basis.opmaak import getal, opsomming
from dashboard.inname.fouten import Klacht
from dashboard.inname.tabel.levering import Omgeving, Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.waarden.onleesbaar import Gelezen, Onduidelijk, Vraag

_KLASSE, _HUUR = "huurklasse", "streefhuur"
_AFTOPPING = "aftopping"
_NIETS = "een huurklasse of een streefhuur; zonder telt deze woning in geen enkele klasse mee"
_GEEN_KOLOM = "een kolom met klasse van de streefhuur, of met de streefhuur; zonder telt geen woning in een klasse mee"

Grenzen = Mapping[str, float]  # the limits of a year, by name


def huurklasse_uit_streefhuur(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Fill the class of every home without one, ask what decides it, and say what does not fit or is missing."""
    leeg = Gelezen((None,) * len(lezing.plekken))
    klassen, huren = lezing.gelezen.get(_KLASSE, leeg), lezing.lees_hulp(_HUUR, keuze)
    soorten, dagen = (lezing.gelezen.get(naam, leeg).waarden for naam in ("soort", "peildatum"))
    woningen = [plek for plek, soort in enumerate(soorten) if soort != "overig" and plek not in klassen.fouten]
    if huren is None:
        if woningen and not any(klassen.waarden[plek] for plek in woningen):
            lezing.meld_kop(_KLASSE, _GEEN_KOLOM, "waarschuwing")
        return
    grenzen, antwoorden = _grenzen(lezing.omgeving), keuze.antwoorden.get(_KLASSE, {})
    waarden, fouten, vragen = list(klassen.waarden), dict(klassen.fouten), list(klassen.vragen)
    jaren: set[int] = set()
    opmerkingen: dict[int, str] = {}
    for plek in woningen:
        huur, dag, klasse = huren.waarden[plek], dagen[plek], klassen.waarden[plek]
        if huur is None or dag is None or dag.year not in grenzen:
            if klasse is None and dag is not None and plek not in huren.fouten:
                geen = f"een huurklasse; de huurgrenzen van {dag.year} staan niet in de afspraken"
                opmerkingen[plek] = _NIETS if huur is None else geen
            continue
        vraag = _vraag(grenzen[dag.year])
        mogelijk = _klassen(huur, grenzen[dag.year], vraag.antwoord(antwoorden))
        if klasse is None:
            jaren.add(dag.year)
            if len(mogelijk) == 1:
                waarden[plek] = mogelijk[0]
            else:
                fouten[plek] = Onduidelijk(f"een van: {', '.join(mogelijk)}", mogelijk, _AFTOPPING)
                vragen += [] if any(open_.soort == _AFTOPPING for open_ in vragen) else [vraag]
        elif klasse not in mogelijk:
            opmerkingen[plek] = f"{' of '.join(mogelijk)}, want de streefhuur is {getal(huur, 2)}"
    lezing.koppen.setdefault(_KLASSE, _KLASSE)
    lezing.neem_op(_KLASSE, Gelezen(tuple(waarden), fouten, tuple(vragen), klassen.aannames))
    if jaren:
        _zeg_het(lezing, huren, [_in_woorden(jaar, grenzen[jaar], antwoorden) for jaar in sorted(jaren)])
    nummers = lezing.nummers
    lezing.meld(Klacht(nummers[plek], _KLASSE, wat, "waarschuwing") for plek, wat in opmerkingen.items())


def _klassen(huur: float, grens: Grenzen, antwoord: str | None) -> tuple[str, ...]:
    """The classes that a home with this rent can be in. A rent of exactly a limit is below it."""
    if huur <= grens["kwaliteitskorting"]:
        return ("goedkoop",)
    if huur <= grens["aftopping_laag"]:
        return ("betaalbaar",)
    if huur <= grens["aftopping_hoog"]:
        return {"laag": ("duur",), "hoog": ("betaalbaar",)}.get(antwoord or "", ("betaalbaar", "duur"))
    return ("duur",) if huur <= grens["daeb"] else ("boven",)


def _vraag(grens: Grenzen) -> Vraag:
    laag, hoog = (getal(grens[f"aftopping_{welke}"], 2) for welke in ("laag", "hoog"))
    keuzes = (("laag", f"{laag}: de lage, voor een of twee personen"), ("hoog", f"{hoog}: de hoge, voor drie of meer"))
    return Vraag(_AFTOPPING, "Tot welke aftoppingsgrens is een woning in de voorraad betaalbaar?", keuzes)


def _grenzen(omgeving: Omgeving) -> dict[int, dict[str, float]]:
    """The limits per year, of the years that have all of them."""
    per_jaar: dict[int, dict[str, float]] = {}
    for rij in omgeving.overeenkomst.tabellen["huurgrenzen"].to_pylist():
        per_jaar.setdefault(rij["jaar"], {})[rij["grens"]] = rij["bedrag"]
    nodig = {"kwaliteitskorting", "aftopping_laag", "aftopping_hoog", "daeb"}
    return {jaar: grenzen for jaar, grenzen in per_jaar.items() if nodig <= grenzen.keys()}


def _in_woorden(jaar: int, grens: Grenzen, antwoorden: Mapping[str, str]) -> str:
    aftopping = grens["aftopping_hoog" if antwoorden.get(_AFTOPPING) == "hoog" else "aftopping_laag"]
    tot = {"goedkoop": grens["kwaliteitskorting"], "betaalbaar": aftopping, "duur": grens["daeb"]}
    return f"van {jaar}: " + ", ".join(f"{klasse} tot en met {getal(bedrag, 2)}" for klasse, bedrag in tot.items())


def _zeg_het(lezing: Lezing, huren: Gelezen, grenzen: Iterable[str]) -> None:
    zin = f"De huurklasse is afgeleid met de grenzen {opsomming(grenzen)}."
    lezing.gelezen[_HUUR] = Gelezen(huren.waarden, huren.fouten, huren.vragen, (*huren.aannames, zin))
