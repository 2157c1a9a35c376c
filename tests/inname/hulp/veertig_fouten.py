"""A delivery with forty faults that are known by row and column, and the same delivery without any.

Rows are numbered as a spreadsheet shows them: a title in row 1, nothing in row 2, the header in row 3, data from row 4.
"""

from __future__ import annotations

from tests.inname.hulp.fods import Datum, Euro, Formule, blad, boek

TITEL = "Verhuurrapportage 2026, eerste en tweede kwartaal"
KOP = (
    "Corporatie", "Contractnr", "Ingangsdatum", "Kern", "Woningtype", "DAEB", "Nieuwbouw", "Contractsoort", "Kale huur",
    "Energielabel", "Toegankelijkheid", "Model", "Groep", "Leeftijd", "Huishoudgrootte", "Woonsituatie", "Herkomst",
    "Passend", "Vrije ruimte", "Inschrijfduur (mnd)", "Zoekduur (mnd)", "Reacties", "Weigeringen",
)  # fmt: skip
EERSTE, RIJEN = 4, 48
_KERNEN = ("Terneuzen", "Axel", "Sas van Gent", "Hoek", "Zaamslag", "Philippine")
_TYPEN = ("eengezinswoning", "appartement", "seniorenwoning")

# (row, heading) -> what stands there instead of a good value
FOUTEN: dict[tuple[int, str], object] = {
    (5, "Ingangsdatum"): "31-02-2026",
    (6, "Ingangsdatum"): None,
    (7, "Ingangsdatum"): "vorige week",
    (8, "Ingangsdatum"): Formule("1/0"),
    (9, "Kern"): "Brugge",
    (10, "Kern"): None,
    (11, "Kern"): "Axell",
    (12, "Woningtype"): "kasteel",
    (13, "Woningtype"): None,
    (14, "DAEB"): "misschien",
    (15, "DAEB"): None,
    (16, "Nieuwbouw"): "2",
    (17, "Nieuwbouw"): None,
    (18, "Contractsoort"): "levenslang",
    (19, "Contractsoort"): None,
    (20, "Kale huur"): "gratis",
    (21, "Kale huur"): -612.4,
    (22, "Kale huur"): None,
    (23, "Kale huur"): "6,12,40",
    (24, "Energielabel"): "H",
    (25, "Energielabel"): "groen",
    (26, "Toegankelijkheid"): "half",
    (27, "Model"): "vriendje",
    (28, "Model"): None,
    (29, "Groep"): "familie",
    (30, "Groep"): None,
    (31, "Leeftijd"): "18-24",
    (32, "Leeftijd"): None,
    (33, "Leeftijd"): "oud",
    (34, "Huishoudgrootte"): "0",
    (35, "Huishoudgrootte"): None,
    (36, "Woonsituatie"): "daktuin",
    (37, "Herkomst"): "de maan",
    (38, "Passend"): "bijna",
    (39, "Vrije ruimte"): None,
    (40, "Inschrijfduur (mnd)"): "lang",
    (41, "Inschrijfduur (mnd)"): -3,
    (42, "Zoekduur (mnd)"): "even",
    (43, "Reacties"): 2.5,
    (44, "Contractnr"): "C-1037",  # stands in row 40 already
}


def goede_rij(nummer: int) -> list[object]:
    """A letting without a fault; every row is another one."""
    volgnummer = nummer - EERSTE
    return [
        "Clavis", f"C-{1001 + volgnummer}", Datum(f"2026-{1 + volgnummer % 6:02d}-{13 + volgnummer % 15}"),
        _KERNEN[volgnummer % len(_KERNEN)], _TYPEN[volgnummer % 3], "ja", "nee", "onbepaald",
        Euro(round(520 + 7.25 * volgnummer, 2)), "ABCD"[volgnummer % 4], "geen", "aanbod", "regulier",
        23 + volgnummer, 1 + volgnummer % 4, "starter", "gemeente", "passend", "nee",
        20 + volgnummer, 3 + volgnummer % 9, 10 + volgnummer, volgnummer % 3,
    ]  # fmt: skip


def rijen(*, met_fouten: bool) -> list[list[object]]:
    """Title, header and rows as they stand in the sheet."""
    inhoud = [goede_rij(nummer) for nummer in range(EERSTE, EERSTE + RIJEN)]
    for (nummer, kop), waarde in FOUTEN.items():
        if met_fouten:
            inhoud[nummer - EERSTE][KOP.index(kop)] = waarde
    return [[TITEL], [], list(KOP), *inhoud]


def veertig_fouten() -> str:
    """The workbook with the faults."""
    return boek(blad("Verhuringen", rijen(met_fouten=True)))
