"""The same small sheet as different programs write it: what a failed formula looks like differs the most between them."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from dashboard.inname.werkboek import kolomletters
from tests.inname.hulp.bouwstenen import biff, data, getalcel, ods, ole, record, tabel, xlsx, xlsx_delen, zip_

# As Excel and LibreOffice show them in English and Dutch; the last are not in the files that other programs know.
WOORDEN = (
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!",
    "#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!",
    "#SPILL!", "#OVERLOOP!", "#CALC!", "#BEREKEN!", "#GETTING_DATA", "#ERROR!", "#VELD!", "Err:502", "Fout:504",
)  # fmt: skip
_BIFF = {
    "#NULL!": 0,
    "#DIV/0!": 7,
    "#VALUE!": 15,
    "#REF!": 23,
    "#NAME?": 29,
    "#NUM!": 36,
    "#N/A": 42,
    "#GETTING_DATA": 43,
}
_STRIKT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


@dataclass(frozen=True)
class Fout:
    """A formula that failed, with the word that the program shows for it."""

    woord: str


@dataclass(frozen=True)
class Onberekend:
    """A formula that was never calculated."""

    formule: str = "12+1"


@dataclass(frozen=True)
class Leeg:
    """A formula that was calculated, and gave an empty text."""

    formule: str = 'IF(1=1,"","x")'


Inhoud = str | float | Fout | Onberekend | Leeg | None
Rijen = Sequence[Sequence[Inhoud]]
Maker = Callable[[Rijen], bytes]


def _cel(inhoud: Inhoud, plaats: str) -> str:
    match inhoud:
        case None:
            return f"<c{plaats}/>"
        case Fout(woord):
            return f'<c{plaats} t="e"><f>A1</f><v>{escape(woord)}</v></c>'
        case Onberekend(formule):
            return f"<c{plaats}><f>{escape(formule)}</f></c>"
        case Leeg(formule):
            return f'<c{plaats} t="str"><f>{escape(formule)}</f><v></v></c>'
        case str():
            return f'<c{plaats} t="inlineStr"><is><t>{escape(inhoud)}</t></is></c>'
    return f"<c{plaats}><v>{inhoud}</v></c>"


def _rijen(rijen: Rijen) -> str:
    return "".join(
        f'<row r="{nr}">'
        + "".join(_cel(cel, f' r="{kolomletters(kolom)}{nr}"') for kolom, cel in enumerate(rij, 1))
        + "</row>"
        for nr, rij in enumerate(rijen, 1)
    )


def gewoon(rijen: Rijen) -> bytes:
    """Excel, nearly."""
    return xlsx(data(_rijen(rijen)))


def voorvoegsel(rijen: Rijen) -> bytes:
    """Every tag of the sheet has a prefix."""
    tekst = re.sub(r"<(/?)(?=\w)", r"<\1x:", data(_rijen(rijen)))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return xlsx(f'<?xml version="1.0"?><x:worksheet xmlns:x="{main}">{tekst}</x:worksheet>')


def zonder_plaats(rijen: Rijen) -> bytes:
    """Rows and cells do not say where they are."""
    return xlsx(data(re.sub(r' r="\w+"', "", _rijen(rijen))))


def andere_aanhaling(rijen: Rijen) -> bytes:
    """Attributes in other quotes, and spaces where they may stand."""
    return xlsx(data(re.sub(r' (\w+)="(\w+)"', r"  \1 = '\2'", _rijen(rijen)).replace("</v>", "</v >")))


def strikt(rijen: Rijen) -> bytes:
    """Strict Open XML: other namespaces."""
    delen = xlsx_delen(data(_rijen(rijen)))
    oud = "http://schemas.openxmlformats.org/"
    anders = {naam: inhoud.replace(f"{oud}spreadsheetml/2006/main", _STRIKT) for naam, inhoud in delen.items()}
    relatie = f"{oud}officeDocument/2006/relationships"
    return zip_(
        (naam, inhoud.replace(relatie, "http://purl.oclc.org/ooxml/officeDocument/relationships"))
        for naam, inhoud in anders.items()
    )


def gedeelde_teksten(rijen: Rijen) -> bytes:
    """Every text in the shared list, and errors pasted as a text."""
    teksten: list[str] = []

    def wijs(rij: Sequence[Inhoud]) -> list[Inhoud]:
        return [cel.woord if isinstance(cel, Fout) else cel for cel in rij]

    def verwijs(treffer: re.Match[str]) -> str:
        teksten.append(treffer[2])
        return f'<c{treffer[1]} t="s"><v>{len(teksten) - 1}</v></c>'

    tekst = re.sub(r'<c([^>]*) t="inlineStr"><is><t>(.*?)</t></is></c>', verwijs, _rijen([wijs(rij) for rij in rijen]))
    return xlsx(data(tekst), gedeeld="".join(f"<si><t>{tekst}</t></si>" for tekst in teksten))


def libreoffice_ods(rijen: Rijen) -> bytes:
    """The error as a text without value, beside an attribute of its own."""
    return _ods(rijen, 'office:value-type="string" office:string-value="" calcext:value-type="error"')


def openoffice_ods(rijen: Rijen) -> bytes:
    """The error as the text of a cell with the value 0."""
    return _ods(rijen, 'office:value-type="float" office:value="0"')


def _ods(rijen: Rijen, fout: str) -> bytes:
    def cel(inhoud: Inhoud) -> str:
        begin, einde = "<table:table-cell", "</table:table-cell>"
        match inhoud:
            case None:
                return f"{begin}/>"
            case Fout(woord):
                return f'{begin} table:formula="of:=[.A1]" {fout}><text:p>{escape(woord)}</text:p>{einde}'
            case Onberekend(formule):
                return f"{begin} table:formula={_aangehaald(formule)}/>"
            case Leeg(formule):
                return f"{begin} table:formula={_aangehaald(formule)}><text:p/>{einde}"
            case str():
                return f'{begin} office:value-type="string"><text:p>{escape(inhoud)}</text:p>{einde}'
        return f'{begin} office:value-type="float" office:value="{inhoud}"><text:p>{inhoud}</text:p>{einde}'

    tekst = "".join(f"<table:table-row>{''.join(map(cel, rij))}</table:table-row>" for rij in rijen)
    return ods(tabel(tekst))


def _aangehaald(formule: str) -> str:
    return '"of:=' + escape(formule, {'"': "&quot;"}) + '"'


def excel_xls(rijen: Rijen) -> bytes:
    """Records of Excel 97; a word that has no code is a text there."""

    def cel(rij: int, kolom: int, inhoud: Inhoud) -> bytes:
        match inhoud:
            case Fout(woord) if woord in _BIFF:
                return formulerecord(rij, kolom, struct.pack("<BBBBHH", 2, 0, _BIFF[woord], 0, 0, 0xFFFF))
            case Fout(woord):
                return tekstcel(rij, kolom, woord)
            case Onberekend():
                return formulerecord(rij, kolom, struct.pack("<BBIH", 0, 0, 0, 0xFFFF))
            case Leeg():
                return formulerecord(rij, kolom, struct.pack("<BBIH", 3, 0, 0, 0xFFFF))
            case str():
                return tekstcel(rij, kolom, inhoud)
        return getalcel(rij, kolom, float(inhoud or 0))

    cellen = [
        cel(nr, kolom, inhoud) for nr, rij in enumerate(rijen) for kolom, inhoud in enumerate(rij) if inhoud is not None
    ]
    return ole({"Workbook": biff(cellen, globaal=[record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 29_000))])})


def formulerecord(rij: int, kolom: int, uitkomst: bytes) -> bytes:
    """A formula with these eight bytes as its outcome."""
    return record(0x0006, struct.pack("<HHH", rij, kolom, 0) + uitkomst + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x0d\0")


def tekstcel(rij: int, kolom: int, tekst: str) -> bytes:
    """A text in its own cell."""
    return record(0x0204, struct.pack("<HHHHB", rij, kolom, 0, len(tekst), 1) + tekst.encode("utf-16-le"))


def csv(rijen: Rijen) -> bytes:
    """What the screen shows, with semicolons; a formula is shown there as it is."""

    def cel(inhoud: Inhoud) -> str:
        match inhoud:
            case Fout(woord):
                return woord
            case Onberekend(formule):
                return f"={formule}"
            case None | Leeg():
                return ""
        return str(inhoud)

    return "\r\n".join(";".join(map(cel, rij)) for rij in rijen).encode()


XLSX: dict[str, Maker] = {
    maker.__name__: maker for maker in (gewoon, voorvoegsel, zonder_plaats, andere_aanhaling, strikt, gedeelde_teksten)
}
# What each is called, and the kind that the guard says it is.
MAKERS: dict[str, tuple[str, Maker]] = {naam: ("xlsx", maker) for naam, maker in XLSX.items()} | {
    "libreoffice_ods": ("ods", libreoffice_ods),
    "openoffice_ods": ("ods", openoffice_ods),
    "excel_xls": ("xls", excel_xls),
    "csv": ("csv", csv),
}
