"""All findings in a list: the first sheet of the workbook that goes back, and a .csv for whoever wants to sort them."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import replace

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from dashboard.basis.formuletekst import onschuldig
from dashboard.basis.opmaak import aantal, getal
from dashboard.inname.fouten import Bevinding
from dashboard.inname.terug.celschrijver import Celschrijver, rijhoogte, schone_tekst
from dashboard.inname.werkboek import Blad

LIJSTNAAM = "Bevindingen"
MEESTE_IN_LIJST = 10_000  # nobody reads more rows, and Excel opens them slowly
_KOP = ("blad", "cel", "rij", "kolom", "waarde", "verwacht", "ernst")
_BREEDTES = (22, 9, 9, 26, 32, 58, 15)
_LANGSTE = 500

Doel = tuple[str, int, int]


def lijst_csv(bevindingen: Sequence[Bevinding], zonder: Collection[str] = ()) -> bytes:
    """The findings as a .csv for a Dutch Excel; a text that would be a formula gets a quote in front."""
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(naam for naam in _KOP if naam != "cel")
    for b in zonder_waarde(bevindingen, zonder):
        rij = (b.blad, str(b.rij or ""), b.kolom, b.waarde, b.verwacht, b.ernst)
        schrijver.writerow(onschuldig(schone_tekst(cel)) for cel in rij)
    return tekst.getvalue().encode("utf-8-sig")


def zonder_waarde(bevindingen: Sequence[Bevinding], zonder: Collection[str]) -> list[Bevinding]:
    """The findings without the values of columns that were left out, which are shown nowhere."""
    return [replace(b, waarde="") if b.kolom in zonder else b for b in bevindingen]


def is_eigen_lijst(blad: Blad) -> bool:
    """Whether this sheet is our own list, in a workbook that was corrected and sent again."""
    return blad.naam == LIJSTNAAM and any(rij[: len(_KOP)] == _KOP for rij in blad.rijen[:10])


def schrijf_lijst(
    schrijver: Celschrijver,
    boek: Workbook,
    bestand: str,
    bevindingen: Sequence[Bevinding],
    doelen: Sequence[Doel | None],
    zinnen: Sequence[str],
) -> None:
    """Add the sheet, with `zinnen` about the copy on top.

    `doelen` has for every finding the sheet, row and column to jump to, if there is such a cell.
    """
    blad = boek.add_worksheet(LIJSTNAAM)
    boven = [_zin(bevindingen), *zinnen]
    if len(bevindingen) > MEESTE_IN_LIJST:
        boven.append(f"Hieronder staan de eerste {getal(MEESTE_IN_LIJST)}. Alle bevindingen staan in het .csv-bestand.")
    schrijver.schrijf(blad, 0, 0, f"Bevindingen in {bestand}", bold=True, font_size=14)
    for rij, zin in enumerate(boven, start=1):
        schrijver.schrijf(blad, rij, 0, zin)
    kop = len(boven) + 2
    for kolom, (naam, breedte) in enumerate(zip(_KOP, _BREEDTES, strict=True)):
        blad.set_column(kolom, kolom, breedte)
        schrijver.schrijf(blad, kop, kolom, naam, bold=True, bottom=1)
    rijen = list(zip(bevindingen, doelen, strict=True))[:MEESTE_IN_LIJST]
    for rij, (b, doel) in enumerate(rijen, start=kop + 1):
        cellen = (b.blad, None, b.rij or None, _kort(b.kolom), _kort(b.waarde), _kort(b.verwacht), b.ernst)
        blad.set_row(rij, rijhoogte(cellen, _BREEDTES))
        for kolom, cel in enumerate(cellen):
            schrijver.schrijf(blad, rij, kolom, cel, text_wrap=True, align="left", valign="top")
        if doel:
            naam, *plaats = doel
            adres = xl_rowcol_to_cell(plaats[0] - 1, plaats[1] - 1)
            opmaak = schrijver.opmaak(font_color="#1F5FA8", underline=1, valign="top")
            blad.write_url(rij, 1, f"internal:{quote_sheetname(naam)}!{adres}", opmaak, adres)
    if rijen:
        blad.autofilter(kop, 0, kop + len(rijen), len(_KOP) - 1)
    blad.freeze_panes(kop + 1, 0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    blad.activate()


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGSTE else f"{tekst[:_LANGSTE]} …"


def _zin(bevindingen: Sequence[Bevinding]) -> str:
    if not bevindingen:
        return "Er zijn geen fouten en geen waarschuwingen."
    fouten = sum(b.ernst == "fout" for b in bevindingen)
    waarschuwingen = len(bevindingen) - fouten
    delen = [aantal(fouten, "fout", "fouten"), aantal(waarschuwingen, "waarschuwing", "waarschuwingen")]
    return f"{delen[0]} (rood) en {delen[1]} (oranje). Herstel de fouten en kijk de waarschuwingen na."
