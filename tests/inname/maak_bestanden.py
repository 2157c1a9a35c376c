"""Makes the files in tests/fixtures/inname/ with LibreOffice: `python tests/inname/maak_bestanden.py [FOLDER]`.

Not run by the tests: the files are committed, because what counts is that another program made them. Names of villages
and landlords are invented. Needs `soffice` on the path and a Python that has `uno` (Debian: libreoffice-calc-nogui and
python3-uno, /usr/bin/python3).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "inname"
_NAMEN = (
    " ".join(
        f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{lang}:1.0"'
        for kort, lang in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("table", "table"),
            ("number", "datastyle"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
)
_STIJLEN = """
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>-</number:text><number:month
 number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="N2"><number:text>€ </number:text><number:number number:decimal-places="2"
 number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<style:style style:name="datum" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="euro" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="zichtbaar" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="verborgen" style:family="table"><style:table-properties table:display="false"/></style:style>
"""


class Datum(str):
    """A date cell, written as 2024-03-01."""

    __slots__ = ()


class Euro(float):
    """An amount with a euro sign and two decimals on the screen."""

    __slots__ = ()


class Formule(str):
    """A formula, in the language of LibreOffice."""

    __slots__ = ()


class Over:
    """A text over several cells: so many columns wide and rows high."""

    def __init__(self, tekst: str, breed: int = 1, hoog: int = 1) -> None:
        self.tekst, self.breed, self.hoog = tekst, breed, hoog


def _cel(cel: object) -> str:
    match cel:
        case None:
            return "<table:table-cell/>"
        case Over():
            maat = f'table:number-columns-spanned="{cel.breed}" table:number-rows-spanned="{cel.hoog}"'
            return f'<table:table-cell {maat} office:value-type="string"><text:p>{escape(cel.tekst)}</text:p></table:table-cell>'
        case Datum():
            return f'<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="{cel}"/>'
        case Formule():
            return f"<table:table-cell table:formula={quoteattr(f'of:={cel}')}/>"
        case bool():
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(cel).lower()}"/>'
        case Euro():
            return f'<table:table-cell table:style-name="euro" office:value-type="float" office:value="{float(cel)}"/>'
        case int() | float():
            return f'<table:table-cell office:value-type="float" office:value="{cel}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cel))}</text:p></table:table-cell>'


def _blad(naam: str, rijen: list[list[object]], *, verborgen: bool = False, rij_weg=(), kolom_weg=()) -> str:
    breedte = max(map(len, rijen))
    weg = ' table:visibility="collapse"'
    kolommen = "".join(f"<table:table-column{weg if nr in kolom_weg else ''}/>" for nr in range(1, breedte + 1))
    tekst = "".join(
        f"<table:table-row{weg if nr in rij_weg else ''}>{''.join(map(_cel, rij)) or _cel(None)}</table:table-row>"
        for nr, rij in enumerate(rijen, start=1)
    )
    stijl = "verborgen" if verborgen else "zichtbaar"
    return f'<table:table table:name="{escape(naam)}" table:style-name="{stijl}">{kolommen}{tekst}</table:table>'


def _boek(*bladen: str, basis1904: bool = False) -> str:
    instelling = '<table:null-date table:date-value="1904-01-01"/>' if basis1904 else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMEN} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>{_STIJLEN}</office:automatic-styles><office:body><office:spreadsheet>
<table:calculation-settings>{instelling}</table:calculation-settings>{"".join(bladen)}
</office:spreadsheet></office:body></office:document>"""


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
    return _boek(
        _blad("Verhuringen 2024", rijen, kolom_weg={5}, rij_weg={6}),
        _blad("Toelichting", uitleg),
        _blad("Keuzelijst", lijst, verborgen=True),
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
    return _boek(_blad("Blad1", rijen))


def _voorraad() -> str:
    rijen: list[list[object]] = [
        ["Peildatum", "Corporatie", "Kern", "DAEB", "Aantal", "Controle"],
        [Datum("2024-12-31"), "WBV Noord", Over("Noorddorp", hoog=2), True, 120, Formule("[.E2]/0")],
        [Datum("2024-12-31"), "WBV Noord", None, False, 8, Formule("1+1")],
        [Datum("2024-12-31"), "WBV Noord", "Zuiddorp", True, 33, Formule('""')],
    ]
    return _boek(
        _blad("Verborgen eerst", [["x"]], verborgen=True), _blad("Voorraad", rijen, kolom_weg={2}, rij_weg={3})
    )


def _woningzoekenden() -> str:
    rijen: list[list[object]] = [
        ["Peildatum", "Groep", "Leeftijd", "Ingeschreven", "Toelichting"],
        [Datum("2024-12-31"), "Regulier", "<23", "1.234", "geteld op één dag; zie bijlage"],
        [Datum("2024-12-31"), "Urgent", "65+", "12", 'zegt: "ruim € 600"'],
        [],
        [Datum("2024-12-31"), "Regulier", "23 t/m 29", "987", "eerste regel"],
    ]
    return _boek(_blad("Woningzoekenden", rijen))


def _1904() -> str:
    rijen: list[list[object]] = [
        ["kengetal", "peildatum", "waarde"],
        ["bouwtafels", Datum("2024-06-30"), 4],
        ["x", 44000, 0.5],
    ]
    return _boek(_blad("Kengetallen", rijen), basis1904=True)


def _twee_tabellen() -> str:
    zoekend: list[list[object]] = [
        [None, "Peildatum", "Groep", "Leeftijd", "Ingeschreven"],
        [None, Datum("2024-12-31"), "Regulier", "<23", 1234],
    ]
    return _boek(
        _blad("Verhuur", [[], [], *[[None, *rij] for rij in (KOP, *VERHUURD)]]),
        _blad("Zoekend", zoekend),
        _blad("Leeg", [[]]),
    )


# name of the file -> its content, and the filter that LibreOffice writes it with
BESTANDEN = {
    "verhuringen_titel.xlsx": (_met_titel, "xlsx:Calc MS Excel 2007 XML"),
    "verhuringen_twee_koppen.xls": (_twee_koppen, "xls:MS Excel 97"),
    "voorraad_verborgen.ods": (_voorraad, "ods:calc8"),
    # 59 is the semicolon, 34 the quote, 1 is cp1252; cells as shown on the screen
    "woningzoekenden_cp1252.csv": (_woningzoekenden, "csv:Text - txt - csv (StarCalc):59,34,1,1,,1043,false,true"),
    "kengetallen_1904.xlsx": (_1904, "xlsx:Calc MS Excel 2007 XML"),
    "twee_tabellen.xlsx": (_twee_tabellen, "xlsx:Calc MS Excel 2007 XML"),
}


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


def main(map_: Path) -> None:
    """Make every file."""
    map_.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        for naam, (inhoud, filter_) in BESTANDEN.items():
            bron = Path(tijdelijk) / f"{Path(naam).stem}.fods"
            bron.write_text(inhoud(), "utf-8")
            profiel = f"-env:UserInstallation={(Path(tijdelijk) / 'profiel').as_uri()}"
            opdracht = ["soffice", "--headless", profiel, "--convert-to", filter_, "--outdir", str(map_), str(bron)]
            subprocess.run(opdracht, check=True, capture_output=True)
            if naam.endswith(
                ".csv"
            ):  # LibreOffice ends lines as the system does that it runs on; a Dutch desktop is Windows
                tekst = (map_ / naam).read_bytes()
                (map_ / naam).write_bytes(tekst.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        met_wachtwoord(Path(tijdelijk) / "kengetallen_1904.fods", map_, profiel)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURES)
