"""Makes the files in tests/fixtures/inname/ with LibreOffice: `python3 -m tests.inname.hulp.maak_bestanden [NAME ...]`.

Without names all of them. Not run by the tests: the files are committed, because what counts is that another program
made them. What is in them is invented. Needs `soffice` on the path; the files with a password need a Python that has
`uno` (Debian: libreoffice-calc-nogui and python3-uno, /usr/bin/python3).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.inname.hulp import indelingen, veertig_fouten
from tests.inname.hulp.fods import Datum, Euro, Formule, Over, blad, boek

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "inname"
VOORBEELDEN = FIXTURES.parents[2] / "data" / "voorbeeld"
KOP = ["Corporatie", "Contractnr", "Ingangsdatum", "Plaats", "Type woning", "Kale huur", "Doelgroep", "Inschrijfduur"]
VERHUURD: list[list[object]] = [
    ["WBV Noord", "N-1001", Datum("2024-01-15"), "Noorddorp", "Eengezinswoning", Euro(612.4), "Regulier", "4 jr 3 mnd"],
    ["WBV Noord", "N-1002", Datum("2024-02-01"), "Zuiddorp a/d Vaart", "Appartement", Euro(1034.5), "Urgent", "12 mnd"],
    ["WBV Noord", "N-1003", Datum("2024-02-29"), "N'dorp", "Appartement", Euro(577.91), "Statushouder", None],
    ["WBV Noord", "N-1004", Datum("2024-12-31"), "Noorddorp", "Seniorenwoning", Euro(0), "Regulier", "2,5 jaar"],
]


def _met_titel() -> str:
    rijen: list[list[object]] = [
        [Over("Verhuringen WBV Noord", breed=4)],
        ["Periode 1 januari t/m 31 december 2024"],
        [],
        KOP,
        *VERHUURD,
        ["Totaal", 4, None, None, None, Formule("SUM([.F5:.F8])")],
        ["* bedragen zonder servicekosten"],
    ]
    uitleg: list[list[object]] = [["Toelichting"], ["Gemaakt voor de jaarlijkse levering."]]
    lijst: list[list[object]] = [["Regulier"], ["Urgent"]]
    return boek(
        blad("Verhuringen 2024", rijen, kolom_weg={5}, rij_weg={6}),
        blad("Toelichting", uitleg),
        blad("Keuzelijst", lijst, verborgen=True),
    )


def _twee_koppen() -> str:
    rijen: list[list[object]] = [
        [None, Over("Woning", breed=3), None, None, Over("Verhuring", breed=2), None],
        [None, "Kern", "Adrescode", "Huur", "Datum", "Nieuwbouw"],
        [None, Over("Noorddorp", hoog=2), "A1", 512.25, Datum("2023-03-01"), "ja"],
        [None, None, "A2", Formule("1/0"), Datum("2023-04-01"), "nee"],
        [],
        [None, "Zuiddorp", "A3", Formule("NA()"), "03-05-2023", "x"],
    ]
    return boek(blad("Blad1", rijen))


def _voorraad() -> str:
    rijen: list[list[object]] = [
        ["Peildatum", "Corporatie", "Kern", "DAEB", "Aantal", "Controle"],
        [Datum("2024-12-31"), "WBV Noord", Over("Noorddorp", hoog=2), True, 120, Formule("[.E2]/0")],
        [Datum("2024-12-31"), "WBV Noord", None, False, 8, Formule("1+1")],
        [Datum("2024-12-31"), "WBV Noord", "Zuiddorp", True, 33, Formule('""')],
    ]
    return boek(blad("Verborgen eerst", [["x"]], verborgen=True), blad("Voorraad", rijen, kolom_weg={2}, rij_weg={3}))


def _woningzoekenden() -> str:
    rijen: list[list[object]] = [
        ["Peildatum", "Groep", "Leeftijd", "Ingeschreven", "Toelichting"],
        [Datum("2024-12-31"), "Regulier", "<23", "1.234", "geteld op één dag; zie bijlage"],
        [Datum("2024-12-31"), "Urgent", "65+", "12", 'zegt: "ruim € 600"'],
        [],
        [Datum("2024-12-31"), "Regulier", "23 t/m 29", "987", "eerste regel"],
    ]
    return boek(blad("Woningzoekenden", rijen))


def _1904() -> str:
    rijen: list[list[object]] = [
        ["kengetal", "peildatum", "waarde"],
        ["bouwtafels", Datum("2024-06-30"), 4],
        ["x", 44000, 0.5],
    ]
    return boek(blad("Kengetallen", rijen), basis1904=True)


def _twee_tabellen() -> str:
    zoekend: list[list[object]] = [
        [None, "Peildatum", "Groep", "Leeftijd", "Ingeschreven"],
        [None, Datum("2024-12-31"), "Regulier", "<23", 1234],
    ]
    return boek(
        blad("Verhuur", [[], [], *[[None, *rij] for rij in (KOP, *VERHUURD)]]),
        blad("Zoekend", zoekend),
        blad("Leeg", [[]]),
    )


XLSX, XLS, ODS = "xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97", "ods:calc8"
# 59 is the semicolon, 34 the quote, 1 is cp1252; cells as shown on the screen
CSV = "csv:Text - txt - csv (StarCalc):59,34,1,1,,1043,false,true"
# name of the file -> its content, and the filter that LibreOffice writes it with
BESTANDEN = {
    "verhuringen_titel.xlsx": (_met_titel, XLSX),
    "verhuringen_twee_koppen.xls": (_twee_koppen, XLS),
    "voorraad_verborgen.ods": (_voorraad, ODS),
    "woningzoekenden_cp1252.csv": (_woningzoekenden, CSV),
    "kengetallen_1904.xlsx": (_1904, XLSX),
    "twee_tabellen.xlsx": (_twee_tabellen, XLSX),
    "met_naam.xlsx": (indelingen.met_naam, XLSX),
    "met_nummer.ods": (indelingen.met_nummer, ODS),
} | {
    f"{naam}.{filter_.split(':')[0]}": (maak, filter_)
    for naam, maak in (
        ("verhuurrapportage_a", indelingen.indeling_a),
        ("verhuurrapportage_b", indelingen.indeling_b),
        ("veertig_fouten", veertig_fouten.veertig_fouten),
    )
    for filter_ in (XLSX, XLS, ODS, CSV)
}
# Uploads to try the monitor with: one to mend, the same mended, and one of the other corporatie.
BESTANDEN |= {
    "voorbeeld_verhuurrapportage_clavis_met_fouten.xlsx": (indelingen.indeling_a_met_fouten, XLSX),
    "voorbeeld_verhuurrapportage_clavis_hersteld.xlsx": (indelingen.indeling_a, XLSX),
    "voorbeeld_verhuurrapportage_woongoed.xlsx": (indelingen.indeling_b, XLSX),
}
MET_WACHTWOORD = ("met_wachtwoord.xls", "met_wachtwoord.ods")
# A Dutch desktop: 1.034,50 in a .csv, whatever the language of the machine that makes it.
_INSTELLINGEN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop
 oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item></oor:items>
"""


def met_wachtwoord(bron: Path, map_: Path, profiel: str) -> None:
    """The same workbook with a password, which a conversion cannot give and a running office can.

    Not as .xlsx: this LibreOffice ignores the password there. Such a file is made by hand in vreemd.py.
    """
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException

    def eigenschap(naam: str, waarde: object) -> object:
        return PropertyValue(naam, 0, waarde, 0)

    pijp = f"inname{os.getpid()}"
    opdracht = ["soffice", "--headless", "--norestore", profiel, f"--accept=pipe,name={pijp};urp;"]
    kantoor = subprocess.Popen(opdracht)
    lokaal = uno.getComponentContext()
    oplosser = lokaal.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", lokaal)
    for _ in range(60):
        try:
            verband = oplosser.resolve(f"uno:pipe,name={pijp};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.5)
    bureau = verband.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", verband)
    boek = bureau.loadComponentFromURL(bron.as_uri(), "_blank", 0, (eigenschap("Hidden", True),))
    for soort, filter_ in (("xls", "MS Excel 97"), ("ods", "calc8")):
        doel = (map_ / f"met_wachtwoord.{soort}").as_uri()
        boek.storeToURL(doel, (eigenschap("FilterName", filter_), eigenschap("Password", "geheim")))
    boek.close(True)
    bureau.terminate()
    kantoor.wait(60)


def main(namen: list[str]) -> None:
    """Make the files with these names, or every one."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        gebruiker = Path(tijdelijk) / "profiel" / "user"
        gebruiker.mkdir(parents=True)
        (gebruiker / "registrymodifications.xcu").write_text(_INSTELLINGEN, "utf-8")
        profiel = f"-env:UserInstallation={gebruiker.parent.as_uri()}"
        for naam, (inhoud, filter_) in BESTANDEN.items():
            if namen and naam not in namen:
                continue
            map_ = VOORBEELDEN if naam.startswith("voorbeeld") else FIXTURES
            map_.mkdir(exist_ok=True)
            bron = Path(tijdelijk) / f"{Path(naam).stem}.fods"
            bron.write_text(inhoud(), "utf-8")
            opdracht = ["soffice", "--headless", profiel, "--convert-to", filter_, "--outdir", str(map_), str(bron)]
            subprocess.run(opdracht, check=True, capture_output=True)
            if naam.endswith(".csv"):
                # LibreOffice ends lines as the system does that it runs on; a Dutch desktop is Windows
                tekst = (map_ / naam).read_bytes()
                (map_ / naam).write_bytes(tekst.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        if not namen or set(namen) & set(MET_WACHTWOORD):
            bron = Path(tijdelijk) / "kengetallen_1904.fods"
            bron.write_text(_1904(), "utf-8")
            met_wachtwoord(bron, FIXTURES, profiel)


if __name__ == "__main__":
    main(sys.argv[1:])
