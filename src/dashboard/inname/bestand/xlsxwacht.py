"""The rectangle of a sheet in an .xlsx part, read as a stream: nothing is unpacked to memory or disk.

Every usual program writes a cell as `<c r="B5" ...>`; that is counted fast. Anything else that may be a cell sends the
part to the slow reader, which reads tags as an XML parser does. What that one does not understand is refused, so that
no cell can be hidden from this count and still be seen by the real parser.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

from dashboard.inname.bestand.rechthoek import Rechthoek
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import kolomnummer

ONREGELMATIG = (
    "Het bestand is niet opgebouwd zoals een Excel-bestand hoort te zijn; open het in Excel en sla het opnieuw op."
)
# How a tag may be written: a prefix before its name, and attributes with either kind of quotes.
VOORVOEGSEL = rb"(?:[^\s<>/:!?\"'=]+:)?"
TAGKENMERKEN = rb"(?:[\s/](?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)?"
_CIJFERS, _LETTERS = string.digits.encode(), string.ascii_uppercase.encode()
_LANGSTE_TAG = 1 << 19

_KENMERKEN = rb"(?: (?:[st]=\"\w*+\"|(?!r=)[\w:]++=\"[^\"<>]*+\"))*+"  # nearly always only those of style and type
_GEVULD = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"' + _KENMERKEN + rb">")
_LEEG = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"' + _KENMERKEN + rb"/>")
_MOGELIJK = re.compile(rb"<c[\s/>]")
_MET_VOORVOEGSEL = re.compile(rb":c[\s/>]")
_MOGELIJK_RIJ_OF_CEL = re.compile(rb"<" + VOORVOEGSEL + rb"(?:c|row)[\s/>]")
_TAG = re.compile(rb"<" + VOORVOEGSEL + rb"(c|row)(" + TAGKENMERKEN + rb")>")
_HELE_TAG = re.compile(rb"<(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>")
_KENMERK = re.compile(rb"\s([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PLAATS = re.compile(rb"([A-Za-z]+)(\d+)")


def hele_tags(stukken: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that never end inside a tag."""
    rest = b""
    for stuk in stukken:
        buffer = rest + stuk
        knip = max(buffer.rfind(b"<"), 0)
        yield buffer[:knip]
        rest = buffer[knip:]
        if len(rest) > _LANGSTE_TAG:
            # Long texts exist (such as a stored query); a tag of half a million bytes does not.
            if rest.startswith(b"<") and not _HELE_TAG.match(rest):
                raise Geweigerd(ONREGELMATIG)
            yield rest
            rest = b""
    yield rest


class Snel:
    """The cells of one part, counted while written in the usual way; `zeker` becomes False when they are not."""

    def __init__(self) -> None:
        self.rechthoek = Rechthoek()
        self.zeker = True

    def lees(self, stuk: bytes) -> None:
        """Take in a piece that ends outside a tag."""
        if not self.zeker:
            return
        plaatsen = _GEVULD.findall(stuk)
        # Counting bytes is fast, and enough where no other tag begins with a c.
        alle = stuk.count(b"<c") == len(plaatsen)
        alle = alle or len(_MOGELIJK.findall(stuk)) == len(plaatsen) + len(_LEEG.findall(stuk))
        self.zeker = alle and not (b":c" in stuk and _MET_VOORVOEGSEL.search(stuk))
        if plaatsen:
            # All letters and all digits in one search each: a call per cell would cost more than the rest together.
            tekst = b" ".join(plaatsen)
            kolommen = [kolomnummer(letters) for letters in set(tekst.translate(None, _CIJFERS).split())]
            rijen = [int(cijfers) for cijfers in set(tekst.translate(None, _LETTERS).split())]
            self.rechthoek.voeg_toe(min(rijen), min(kolommen))
            self.rechthoek.voeg_toe(max(rijen), max(kolommen))


def langzaam(stukken: Iterable[bytes]) -> Rechthoek:
    """The rectangle of a part with cells in an unusual form: without a place of their own, with a prefix, other quotes."""
    rechthoek = Rechthoek()
    rij = kolom = 0
    for stuk in stukken:
        tags = _TAG.findall(stuk)
        if len(tags) != len(_MOGELIJK_RIJ_OF_CEL.findall(stuk)):
            raise Geweigerd(ONREGELMATIG)
        for soort, tekst in tags:
            plaatsen = [dubbel or enkel for naam, dubbel, enkel in _KENMERK.findall(tekst) if naam == b"r"]
            if len(plaatsen) > 1:
                raise Geweigerd(ONREGELMATIG)  # which of them counts depends on the parser
            plaats = plaatsen[0] if plaatsen else b""
            if soort == b"row":
                rij, kolom = (int(plaats) if plaats.isdigit() and len(plaats) < 10 else rij + 1), 0
                continue
            cel = _PLAATS.fullmatch(plaats)
            cel_rij, kolom = (int(cel[2][:10]), kolomnummer(cel[1][:9])) if cel else (max(rij, 1), kolom + 1)
            if not tekst.endswith(b"/"):
                rechthoek.voeg_toe(max(cel_rij, 1), kolom)
    return rechthoek
