"""Flat OpenDocument text, from which LibreOffice makes any kind of workbook. Only what the fixtures need."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

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


def cel(inhoud: object) -> str:
    """A cell of whatever kind."""
    match inhoud:
        case None:
            return "<table:table-cell/>"
        case Over():
            maat = f'table:number-columns-spanned="{inhoud.breed}" table:number-rows-spanned="{inhoud.hoog}"'
            return f'<table:table-cell {maat} office:value-type="string"><text:p>{escape(inhoud.tekst)}</text:p></table:table-cell>'
        case Datum():
            return f'<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="{inhoud}"/>'
        case Formule():
            return f"<table:table-cell table:formula={quoteattr(f'of:={inhoud}')}/>"
        case bool():
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(inhoud).lower()}"/>'
        case Euro():
            return (
                f'<table:table-cell table:style-name="euro" office:value-type="float" office:value="{float(inhoud)}"/>'
            )
        case int() | float():
            return f'<table:table-cell office:value-type="float" office:value="{inhoud}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(inhoud))}</text:p></table:table-cell>'


def blad(naam: str, rijen: list[list[object]], *, verborgen: bool = False, rij_weg=(), kolom_weg=()) -> str:
    """A sheet; rows and columns to hide are numbered from 1."""
    breedte = max(map(len, rijen))
    weg = ' table:visibility="collapse"'
    kolommen = "".join(f"<table:table-column{weg if nr in kolom_weg else ''}/>" for nr in range(1, breedte + 1))
    tekst = "".join(
        f"<table:table-row{weg if nr in rij_weg else ''}>{''.join(map(cel, rij)) or cel(None)}</table:table-row>"
        for nr, rij in enumerate(rijen, start=1)
    )
    stijl = "verborgen" if verborgen else "zichtbaar"
    return f'<table:table table:name="{escape(naam)}" table:style-name="{stijl}">{kolommen}{tekst}</table:table>'


def boek(*bladen: str, basis1904: bool = False) -> str:
    """A workbook with these sheets."""
    instelling = '<table:null-date table:date-value="1904-01-01"/>' if basis1904 else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMEN} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>{_STIJLEN}</office:automatic-styles><office:body><office:spreadsheet>
<table:calculation-settings>{instelling}</table:calculation-settings>{"".join(bladen)}
</office:spreadsheet></office:body></office:document>"""
