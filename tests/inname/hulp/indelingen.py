"""The two verhuurrapportages as two corporaties write them, each with the habits that real exports have.

A is made for a meeting: titles, a header over two rows with merged cells, codes, a total, notes, hidden rows and a hidden
column. B comes out of a system: other words, another order, empty columns, ages and durations, crosses, three sheets.
"""

from __future__ import annotations

from tests.inname.hulp.fods import Datum, Euro, Formule, Over, blad, boek
from tests.inname.hulp.verhuurrapportages import Rij, verhuringen_a, verhuringen_b, voorraad_b, woningzoekenden_b

MAANDEN = {7: "juli", 8: "augustus", 9: "september"}
VERBORGEN_RIJEN = (20, 21)
# How each writes the values of the contract; what is not here is written as it is.
_A: dict[str, dict[object, str]] = {
    "woningtype": {"eengezinswoning": "EGW", "appartement": "MGW", "seniorenwoning": "Seniorenwoning"},
    "toegankelijkheid": {"nultreden": "NUL", "geen": "ZON"},
    "daeb": {True: "DAEB", False: "niet-DAEB"},
    "nieuwbouw": {True: "ja", False: "nee"},
    "contract": {"onbepaald": "ONB", "tijdelijk": "TIJ", "jongeren": "JON"},
    "model": {"aanbod": "AAN", "loting": "LOT", "directe_bemiddeling": "DIS"},
    "groep": {
        "regulier": "Regulier",
        "herstructureringsurgent": "URG.HUI",
        "urgent": "URG.MED",
        "statushouder": "Vergunninghouder",
        "uitstroom_instelling": "Uitstroom MO",
        "weer_thuis": "Weer Thuis",
        "overig_bijzonder": "Overig bijzonder",
    },
    "leeftijdsklasse": {"<23": "< 23", "23-29": "23 t/m 29", "30-54": "30 t/m 54", "55-64": "55 t/m 64"},
    "huishoudgrootte": {"1": "Alleenstaand", "2": "Tweepersoons", "3+": "Drie of meer personen"},
    "woonsituatie": {"starter": "STA", "doorstromer": "DOO"},
    "passend": {"passend": "PAS", "niet_passend": "NIE", "nvt": "NVT"},
    "vrije_ruimte": {True: "J", False: "N"},
}
_KRUISJE: dict[object, str | None] = {True: "x", False: None}
_B: dict[str, dict[object, str | None]] = {
    "kern": {"Sas van Gent": "Sas v. Gent", "Terneuzen": "Terneuzen-stad", "Koewacht": "Koewacht (NL)"},
    "woningtype": {"eengezinswoning": "Tussenwoning", "appartement": "Galerijflat", "seniorenwoning": "Senioren"},
    "energielabel": {None: "onbekend"},
    "daeb": _KRUISJE,
    "nieuwbouw": _KRUISJE,
    "vrije_ruimte": _KRUISJE,
    "contract": {"onbepaald": "Onbepaalde tijd", "tijdelijk": "Bepaalde tijd", "jongeren": "Jongerencontract"},
    "model": {"aanbod": "Advertentie", "loting": "Via loting", "directe_bemiddeling": "Directe toewijzing"},
    "groep": {
        "regulier": "Regulier woningzoekende",
        "herstructureringsurgent": "Herhuisvesting",
        "urgent": "Medische urgentie",
        "statushouder": "Statushouder",
        "uitstroom_instelling": "Uitstroom beschermd wonen",
        "weer_thuis": "Project Weer Thuis",
        "overig_bijzonder": "Overige doelgroepen",
    },
    "woonsituatie": {"starter": "Starter", "doorstromer": "Doorstromer"},
    "herkomst": {"zelfde_kern": "Zelfde kern", "gemeente": "Andere kern", "elders": "Buiten de gemeente"},
    "passend": {"passend": "ja", "niet_passend": "nee", "nvt": "n.v.t."},
    "soort": {"woongelegenheid": "Woning", "overig": "Garage"},
    "huurklasse": {"goedkoop": "GOE", "betaalbaar": "BET", "duur": "DUU"},
    "warmtenet": {False: "nee"},
    "flex": {False: "nee"},
}

# The two rows of the header of A with the column of the contract under them.
_STAAND = [
    ("verhuring_id", "Contractnr", None),
    ("ingangsdatum", "Datum ingang", "contract"),
    ("kern", "Plaats", None),
    ("wijk", "Wijk", None),
    ("woningtype", Over("Woning", breed=4), "Type woning"),
    ("energielabel", "", "Energielabel"),
    ("toegankelijkheid", "", "Toegankelijkheid"),
    ("complex", "", "Complexnr"),
    ("kale_huur", "Kale huur", "per maand"),
    ("daeb", "DAEB", None),
    ("nieuwbouw", "Nieuwbouw", None),
    ("contract", "Soort", "contract"),
    ("model", "Wijze van", "toewijzing"),
    ("groep", "Doelgroep", None),
    ("leeftijdsklasse", Over("Huurder", breed=3), "Leeftijdsklasse"),
    ("huishoudgrootte", "", "Huishouden"),
    ("woonsituatie", "", "Woonsituatie"),
    ("passend", "Passend", "toegewezen"),
    ("vrije_ruimte", "Vrije", "ruimte"),
    ("inschrijfduur_mnd", "Inschrijfduur", "(mnd)"),
    ("zoekduur_mnd", "Zoekduur", "(mnd)"),
    ("reacties", Over("Aantal", breed=2), "reacties"),
    ("weigeringen", "", "weigeringen"),
]
_LIGGEND = {
    "corporatie": "Verhuurder",
    "kern": "Woonplaats",
    "leeg1": None,
    "ingangsdatum": "Ingang huur",
    "verhuring_id": "Verhuurnummer",
    "woningtype": "Woningsoort",
    "energielabel": "Energie label",
    "kale_huur": "Huur kaal",
    "leeg2": None,
    "daeb": "Sociale huur",
    "nieuwbouw": "Nieuwbouw",
    "vrije_ruimte": "Vrije ruimte",
    "contract": "Type contract",
    "model": "Toewijzingswijze",
    "groep": "Soort woningzoekende",
    "leeftijd": "Leeftijd huurder",
    "personen": "Aantal personen",
    "woonsituatie": "Starter/doorstromer",
    "herkomst": "Herkomst",
    "passend": "Passend",
    "inschrijfduur_mnd": "Inschrijfduur",
    "zoekduur_mnd": "Zoektijd",
    "reacties": "Aantal reacties",
    "weigeringen": "Aantal weigeringen",
}
_ZOEKENDEN = {
    "peildatum": "Peildatum",
    "groep": "Doelgroep",
    "leeftijdsklasse": "Leeftijdsgroep",
    "ingeschreven": "Ingeschreven",
    "actief": "Waarvan actief",
    "drempel_reacties": "Minimaal aantal reacties",
}
_VOORRAAD = {
    "peildatum": "Stand per",
    "corporatie": "Eigenaar",
    "kern": "Kern",
    "soort": "Soort bezit",
    "woningtype": "Type woning",
    "huurklasse": "Huurklasse",
    "energielabel": "Energielabel",
    "toegankelijkheid": "Toegankelijkheid",
    "daeb": "DAEB",
    "warmtenet": "Warmtenet",
    "flex": "Flexwoning",
    "aantal": "Aantal VHE",
}


def _cel_a(rij: Rij, naam: str, nummer: int) -> object:
    if naam == "complex":
        return f"C{100 + nummer % 7}"
    waarde = rij[naam]
    if naam == "ingangsdatum":
        return f"{waarde.day} {MAANDEN[waarde.month]} {waarde.year}"
    if naam == "kale_huur":
        return Euro(waarde)
    return _A.get(naam, {}).get(waarde, waarde)


def _cel_b(rij: Rij, naam: str) -> object:
    waarde = rij.get(naam)
    if naam in ("ingangsdatum", "peildatum"):
        return Datum(waarde.isoformat())
    if naam == "corporatie":
        return "Woongoed ZVL" if len(rij["kern"]) % 2 else "Woongoed Zeeuws-Vlaanderen"
    if naam.endswith("_mnd"):
        return _duur(waarde)
    return _B.get(naam, {}).get(waarde, waarde)


def _duur(maanden: float | None) -> str | None:
    if maanden is None:
        return None
    jaren, rest = divmod(int(maanden), 12)
    delen = ([f"{jaren} jr"] if jaren else []) + ([f"{rest} mnd"] if rest or not jaren else [])
    return " ".join(delen)


def tabel_a(rijen: list[Rij]) -> list[list[object]]:
    """The two rows of the header and the rows of data of A."""
    boven = [Over(kop, hoog=2) if onder is None else kop or None for _, kop, onder in _STAAND]
    onder = [onder for *_, onder in _STAAND]
    data = [[_cel_a(rij, naam, nummer) for naam, *_ in _STAAND] for nummer, rij in enumerate(rijen)]
    return [boven, onder, *data]


# What somebody gets wrong in A: row as Excel shows it, column of the contract, what stands there.
FOUTEN_A: tuple[tuple[int, str, object], ...] = (
    (8, "kern", "Ternuezen"),
    (10, "ingangsdatum", "31 september 2026"),
    (12, "contract", "vaste klant"),
    (15, "leeftijdsklasse", "20 t/m 35"),
    (18, "kale_huur", "zie bijlage"),
    (22, "kale_huur", Euro(6412.0)),
    (25, "groep", None),
    (31, "inschrijfduur_mnd", 732),
    (40, "verhuring_id", "C26-333"),
    (47, "reacties", -4),
)


def indeling_a_met_fouten() -> str:
    """Layout A with things to mend."""
    return indeling_a(FOUTEN_A)


def indeling_a(fouten: tuple[tuple[int, str, object], ...] = ()) -> str:
    """Layout A."""
    rijen = verhuringen_a()
    totaal: list[object] = ["Totaal", len(rijen), *[None] * 6, Formule(f"SUM([.I6:.I{len(rijen) + 5}])")]
    inhoud: list[list[object]] = [
        [Over("Verhuurrapportage derde kwartaal 2026", breed=6)],
        ["Woningcorporatie Clavis, verzonnen voorbeeldgegevens"],
        [],
        *tabel_a(rijen),
        totaal,
        [],
        ["* Kale huur zonder servicekosten."],
        ["Bron: verhuuradministratie (verzonnen)."],
    ]
    namen = [naam for naam, *_ in _STAAND]
    for rij, naam, cel in fouten:
        inhoud[rij - 1][namen.index(naam)] = cel
    return boek(blad("Verhuringen K3", inhoud, kolom_weg={8}, rij_weg=set(VERBORGEN_RIJEN)))


def _plat(koppen: dict[str, str], rijen: list[Rij]) -> list[list[object]]:
    return [list(koppen.values()), *[[_cel_b(rij, naam) for naam in koppen] for rij in rijen]]


def indeling_b() -> str:
    """Layout B."""
    verhuur = [[None, *rij] for rij in _plat(_LIGGEND, verhuringen_b())]
    zoekend = _plat(_ZOEKENDEN, woningzoekenden_b())
    totaal: list[object] = ["Totaal", None, None, Formule(f"SUM([.D4:.D{len(zoekend) + 2}])")]
    uitleg: list[list[object]] = [["Toelichting"], ["Verzonnen voorbeeldgegevens."], ["x = ja, leeg = nee"]]
    return boek(
        blad("Verhuringen", [[], *verhuur]),
        blad("Woningzoekenden", [["Woningzoekenden op 30 september 2026"], [], *zoekend, totaal]),
        blad("Voorraad", _plat(_VOORRAAD, voorraad_b())),
        blad("Toelichting", uitleg),
    )


_KLEIN = ["Contractnr", "Ingangsdatum", "Plaats", "Kale huur"]


def met_naam() -> str:
    """A column whose header says that it is about persons."""
    namen = ("A. Bakker", "B. de Boer", "C. van Dijk")
    rijen = [
        [r["verhuring_id"], Datum(r["ingangsdatum"].isoformat()), r["kern"], r["kale_huur"]] for r in verhuringen_a()
    ]
    return boek(
        blad("Verhuringen", [["Naam huurder", *_KLEIN], *[[n, *r] for n, r in zip(namen, rijen, strict=False)]])
    )


def met_nummer() -> str:
    """A column that only its numbers give away: invented ones, from a range that is not given out, that pass the test."""
    nummers = [n for n in range(999_990_000, 999_999_999) if _elfproef(n)][:8]
    rijen = [[Datum(r["ingangsdatum"].isoformat()), r["kern"], r["kale_huur"]] for r in verhuringen_a()]
    kop = ["Referentie", *_KLEIN[1:]]
    return boek(blad("Verhuringen", [kop, *[[n, *r] for n, r in zip(nummers, rijen, strict=False)]]))


def _elfproef(nummer: int) -> bool:
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(g * int(c) for g, c in zip(gewichten, str(nummer), strict=True)) % 11 == 0
