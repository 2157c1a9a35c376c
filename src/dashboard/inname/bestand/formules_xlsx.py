"""The part of a sheet in an .xlsx with a word in every cell whose formula failed or was never calculated.

calamine gives such a cell as an empty one, refuses the whole sheet for an error that it does not know (#SPILL!), and
numbers cells that have no place of their own as it reads. So the word is put into the part itself, where calamine reads
it as text at the place that it finds. Tags may have a prefix, and attributes either kind of quotes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dashboard.inname.bestand.formules import kan_leeg_zijn
from dashboard.inname.bestand.xlsxwacht import ONREGELMATIG, TAGKENMERKEN, VOORVOEGSEL
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import FOUT, ZONDER_UITKOMST, is_foutwaarde

_CEL = re.compile(rb"<(" + VOORVOEGSEL + rb")c(" + TAGKENMERKEN + rb")>")
_FOUT = re.compile(rb"\st\s*=\s*(?:\"e\"|'e')")
_SOORT = re.compile(rb"\st\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DEEL = re.compile(rb"\ssi\s*=\s*[\"'](\d+)[\"']")
_MATRIX = re.compile(rb"\st\s*=\s*[\"']array[\"']")
_GEBIED = re.compile(rb"\sref\s*=\s*[\"']([^\"':]+):(?!\1[\"'])")
_MET_VOORVOEGSEL = re.compile(rb"<([^\s<>/:!?\"'=]+:)f[\s/>]")
_GETALLEN = (b"", b"n", b"b")
_ONDERBROKEN = re.compile(rb"<" + VOORVOEGSEL + rb"v(?:\s[^<>]*)?>[^<]*<!")
_TAGS = re.compile(rb"<[^>]*>")
_MATRIXFORMULE = "Een blad heeft een matrixformule zonder uitkomst; open het bestand in Excel en sla het daar op, zodat zij wordt berekend."


def _zonder_waarde(voorvoegsel: bytes, nul: bytes) -> re.Pattern[bytes]:
    """The beginning of a formula that is not followed by an outcome; `nul` are the outcomes that prove nothing."""
    inhoud = rb"(?:(?<=/)>|>[^<]*</" + voorvoegsel + rb"f\s*>)\s*"
    waarde = rb"<" + voorvoegsel + rb"v(?:\s[^<>]*)?(?<!/)>\s*(?!" + nul + rb"\s*<)[^\s<]"
    return re.compile(rb"<" + voorvoegsel + rb"f(?=[\s/>])(?!" + TAGKENMERKEN + inhoud + waarde + rb")")


def met_woorden(deel: bytes, *, verdacht: bool) -> bytes:
    """The part of a sheet with those words; the same object when it has no such cell.

    `verdacht`: the workbook says that nothing in it was calculated (`fullCalcOnLoad`); then 0 proves nothing either,
    because some programs write it for every formula. Others write 0.0, which Excel never does: that proves nothing when
    no formula of the sheet has another outcome.
    """
    if _staat_in(deel, b"<!") and _ONDERBROKEN.search(deel):
        raise Geweigerd(ONREGELMATIG)  # calamine would read a part of the value
    fouten = (
        {_begin(deel, t.start()) for t in _FOUT.finditer(deel)} if b'"e"' in deel or _staat_in(deel, b"'e'") else set()
    )
    cellen = {plaats: cel for plaats in fouten if (cel := _foutcel(deel, plaats))}
    for voorvoegsel in _voorvoegsels(deel):
        cellen |= dict(_onberekend(deel, voorvoegsel, verdacht=verdacht))
    if not cellen:
        return deel
    stukken, vorige = [], 0
    for begin, (einde, nieuw) in sorted(cellen.items()):
        stukken += [deel[vorige:begin], nieuw]
        vorige = einde
    return b"".join([*stukken, deel[vorige:]])


def _staat_in(deel: bytes, tekst: bytes) -> bool:
    """Whether the part holds this text. Its last byte is rare, and a search for one byte costs nearly nothing."""
    return tekst[-1:] in deel and tekst in deel


def _foutcel(deel: bytes, begin: int) -> tuple[int, bytes] | None:
    """Where a cell with an error ends, and the cell with its word; None for another tag with the same attribute."""
    cel = _CEL.match(deel, begin)
    if cel is None:
        return None
    inhoud, einde = _inhoud(deel, cel)
    woord = _tekst(_element(inhoud, cel[1] + b"v") or b"")
    return einde, _cel(cel, woord if is_foutwaarde(woord) else FOUT, b"str")


def _voorvoegsels(deel: bytes) -> list[bytes]:
    """The prefixes that formulas of this part have; usually one, without letters."""
    gewoon = [b""] if b"<f" in deel else []
    return gewoon + (sorted(set(_MET_VOORVOEGSEL.findall(deel))) if b":f" in deel else [])


def _onberekend(deel: bytes, voorvoegsel: bytes, *, verdacht: bool) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """The cells whose formula has no outcome: where each begins, where it ends, and the cell with the word."""
    naam = re.escape(voorvoegsel)
    plaatsen = [t.start() for t in _zonder_waarde(naam, rb"0(?:\.0)?" if verdacht else rb"0\.0").finditer(deel)]
    if not plaatsen:
        return
    gerekend = len(re.findall(rb"<" + naam + rb"f[\s/>]", deel)) > len(plaatsen)
    gedeeld: dict[bytes, str] | None = None
    for plaats in plaatsen:
        cel = _CEL.match(deel, _celbegin(deel, voorvoegsel, plaats))
        if cel is None:
            raise Geweigerd(ONREGELMATIG)
        inhoud, einde = _inhoud(deel, cel)
        waarde, soort = _element(inhoud, voorvoegsel + b"v"), _soort(cel)
        bewijst_niets = verdacht if waarde == b"0" else waarde == b"0.0" and (verdacht or not gerekend)
        if soort == b"e":
            continue
        if waarde and not (bewijst_niets and soort in _GETALLEN):
            yield cel.start(), (einde, _cel(cel, _tekst(waarde)))  # calamine does not see a value in another place
            continue
        if waarde == b"" and soort == b"str":
            gedeeld = _gedeelde(deel, naam) if gedeeld is None else gedeeld
            if kan_leeg_zijn(_formule(inhoud, voorvoegsel, gedeeld), verdacht=verdacht, gerekend=gerekend):
                continue
        if _MATRIX.search(inhoud) and _GEBIED.search(inhoud):
            raise Geweigerd(_MATRIXFORMULE)  # its other cells cannot be told from cells with a value
        yield cel.start(), (einde, _cel(cel, ZONDER_UITKOMST, b"str"))


def _cel(cel: re.Match[bytes], waarde: str, soort: bytes | None = None) -> bytes:
    """The cell with this value and no formula, and with another type if one is given."""
    naam, kenmerken = cel[1], cel[2].rstrip().removesuffix(b"/")
    if soort:
        kenmerken = _SOORT.sub(b"", kenmerken) + b' t="%b"' % soort
    inhoud = html.escape(waarde, quote=False).encode()
    return b"<%bc%b><%bv>%b</%bv></%bc>" % (naam, kenmerken, naam, inhoud, naam, naam)


def _begin(deel: bytes, plaats: int) -> int:
    return deel.rfind(b"<", 0, plaats)


def _celbegin(deel: bytes, voorvoegsel: bytes, plaats: int) -> int:
    """Where the cell around this place begins: nearly always at the tag before it."""
    begin = _begin(deel, plaats)
    while begin >= 0 and not _CEL.match(deel, begin):
        begin = deel.rfind(b"<" + voorvoegsel + b"c", 0, begin)
    return begin


def _inhoud(deel: bytes, cel: re.Match[bytes]) -> tuple[bytes, int]:
    """What is in the cell, and where the cell ends."""
    if cel[2].endswith(b"/"):
        return b"", cel.end()
    sluit = re.compile(rb"</" + re.escape(cel[1]) + rb"c\s*>").search(deel, cel.end())
    if sluit is None:
        raise Geweigerd(ONREGELMATIG)
    return deel[cel.end() : sluit.start()], sluit.end()


def _element(inhoud: bytes, naam: bytes) -> bytes | None:
    """The bare content of the first element with this name: None without one, b'' when it is empty."""
    naam = re.escape(naam)
    treffer = re.search(
        rb"<" + naam + rb"(" + TAGKENMERKEN + rb")>(?:(?<=/>)|(.*?)</" + naam + rb"\s*>)", inhoud, re.DOTALL
    )
    return None if treffer is None else (treffer[2] or b"").strip()


def _tekst(inhoud: bytes) -> str:
    return html.unescape(_TAGS.sub(b"", inhoud).decode("utf-8", "replace")).strip()


def _soort(cel: re.Match[bytes]) -> bytes:
    treffer = _SOORT.search(cel[2])
    return (treffer[1] or treffer[2] or b"") if treffer else b""


def _formule(inhoud: bytes, voorvoegsel: bytes, gedeeld: dict[bytes, str]) -> str:
    """The text of the formula, also where it only points at the one it is a copy of."""
    tekst = _tekst(_element(inhoud, voorvoegsel + b"f") or b"")
    nummer = _DEEL.search(inhoud)
    return tekst or (gedeeld.get(nummer[1], "") if nummer else "")


def _gedeelde(deel: bytes, naam: bytes) -> dict[bytes, str]:
    """The text of every formula that others are copies of, by its number."""
    treffers = re.finditer(rb"<" + naam + rb"f(" + TAGKENMERKEN + rb")>([^<]+)</", deel)
    return {nummer[1]: _tekst(treffer[2]) for treffer in treffers if (nummer := _DEEL.search(treffer[1]))}
