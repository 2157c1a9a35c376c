"""The content of an .ods with a word in every cell whose formula failed or was never calculated.

As in an .xlsx, calamine gives both as empty cells. Older programs store the value 0 beside the word that they show, so
the word counts. The guard has seen to it that the usual prefixes are the only ones.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.inname.bestand.formules import kan_leeg_zijn
from dashboard.inname.bestand.odswacht import ONREGELMATIG
from dashboard.inname.bestand.xlsxwacht import TAGKENMERKEN
from dashboard.inname.fouten import Geweigerd
from dashboard.inname.werkboek import FOUT, ZONDER_UITKOMST, is_foutwaarde

_CEL = re.compile(rb"<table:table-cell(" + TAGKENMERKEN + rb")>")
_MOGELIJK = re.compile(rb"\stable:formula\s*=|:value-type\s*=\s*[\"']error[\"']")
_KENMERK = re.compile(rb"\s([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_OPMERKING = re.compile(rb"<office:annotation\b.*?</office:annotation\s*>", re.DOTALL)
_ALINEA = re.compile(rb"<text:p(?:[\s/][^<>]*)?>(?:(?<=/>)|(.*?)</text:p\s*>)", re.DOTALL)
_TAGS = re.compile(rb"<[^>]*>")
_EINDE = b"</table:table-cell"
# Where each type of cell keeps its value; a text may also be in the cell itself.
_WAARDE = {"date": "office:date-value", "time": "office:time-value", "boolean": "office:boolean-value"}


@dataclass(frozen=True)
class _Cel:
    """A cell with a formula or an error: its place in the content, its attributes and the text that it shows, if any."""

    begin: int
    einde: int
    kenmerken: dict[str, str]
    tekst: str | None

    @property
    def is_fout(self) -> bool:
        """Whether the formula failed."""
        return self.kenmerken.get("calcext:value-type") == "error" or is_foutwaarde(self.tekst)

    @property
    def uitkomst(self) -> str | None:
        """The stored outcome: None without one, '' when it is an empty text, which LibreOffice gives no type."""
        soort = self.kenmerken.get("office:value-type")
        if soort is None:
            return self.tekst
        if soort == "string":
            return self.kenmerken.get("office:string-value") or self.tekst or ""
        return self.kenmerken.get(_WAARDE.get(soort, "office:value")) or None

    def met(self, woord: str) -> bytes:
        """The cell with this text; it stands for as many cells as before."""
        tellers = "".join(f' {naam}="{aantal}"' for naam, aantal in self.kenmerken.items() if ":number-" in naam)
        tekst = html.escape(woord, quote=False)
        return f'<table:table-cell office:value-type="string"{tellers}><text:p>{tekst}</text:p></table:table-cell>'.encode()


def met_woorden(inhoud: bytes) -> bytes:
    """The content with those words; the same object when it has no such cell."""
    cellen = list(_cellen(inhoud))
    gerekend = any(cel.uitkomst for cel in cellen)
    stukken, vorige = [], 0
    for cel in cellen:
        if cel.is_fout:
            woord = cel.tekst if cel.tekst and is_foutwaarde(cel.tekst) else FOUT
        elif cel.uitkomst or (
            cel.uitkomst == ""
            and kan_leeg_zijn(
                cel.kenmerken.get("table:formula", "").partition("=")[2], verdacht=False, gerekend=gerekend
            )
        ):
            continue
        else:
            woord = ZONDER_UITKOMST
        stukken += [inhoud[vorige : cel.begin], cel.met(woord)]
        vorige = cel.einde
    return b"".join([*stukken, inhoud[vorige:]]) if stukken else inhoud


def _cellen(inhoud: bytes) -> Iterator[_Cel]:
    vorige = -1
    for treffer in _MOGELIJK.finditer(inhoud):
        begin = inhoud.rfind(b"<", 0, treffer.start() + 1)
        cel = _CEL.match(inhoud, begin)
        if cel is None or begin == vorige:  # a cell that is covered by another, or the same cell again
            continue
        vorige, einde, tekst = begin, cel.end(), None
        if not cel[1].endswith(b"/"):
            sluit = inhoud.find(_EINDE, einde)
            inwendig = inhoud[einde:sluit]
            if sluit < 0 or b"<table:table-cell" in inwendig:
                raise Geweigerd(ONREGELMATIG)
            if alinea := _ALINEA.search(_OPMERKING.sub(b"", inwendig)):
                tekst = html.unescape(_TAGS.sub(b"", alinea[1] or b"").decode("utf-8", "replace")).strip()
            einde = inhoud.index(b">", sluit) + 1
        kenmerken = {
            naam.decode(): html.unescape((dubbel or enkel).decode("utf-8", "replace"))
            for naam, dubbel, enkel in _KENMERK.findall(cel[1])
        }
        yield _Cel(begin, einde, kenmerken, tekst)
