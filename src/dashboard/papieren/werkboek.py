"""The workbook: every sheet of a paper as .xlsx, to read, to calculate with and to print.

Numbers are numbers and dates are dates, in the notation of the screens. Nothing of today is in it: the same publication and
choice give the same file.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.basis.opmaak import datum
from dashboard.inname import Celschrijver, bladnaam, rijhoogte
from dashboard.papieren.blad import Blad, Cel, Getal, Verwijzing
from dashboard.papieren.inhoud import INHOUD, bladen
from dashboard.papieren.uitgave import FICTIEF, Uitgave

_A4 = 9
_SMAL, _TWEE_REGELS, _LANG = 16, 40, 60  # signs: on one line, on two, and what is a long text
_SAMEN = 170  # the width that is still read when it is printed on one sheet
_TEKENS = 1.1  # signs of a text on the width of one figure
_NEDERLANDS = "[$-413]"  # a program that knows it writes a comma where its own language has a point
_TITEL = {"bold": True, "font_size": 14}
_LET_OP = {"bold": True, "font_color": "#9C1C1C"}
_LINK = {"font_color": "#1F3A5F", "underline": 1}
_REGEL = {"text_wrap": True, "valign": "top"}
_KOP = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "border": 1, "text_wrap": True, "valign": "top"}
_CEL = {"valign": "top", "bottom": 1, "bottom_color": "#D5DAE0"}


def werkboek(uitgave: Uitgave) -> bytes:
    """The file."""
    alle = bladen(uitgave)
    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True})
    boek.set_properties(_eigenschappen(uitgave))
    namen: dict[str, str] = {}
    for blad in alle:
        namen[blad.sleutel] = bladnaam(blad.naam, namen.values())
    schrijver = Celschrijver(boek)
    for blad in alle:
        _schrijf(schrijver, boek.add_worksheet(namen[blad.sleutel]), blad, uitgave, namen)
    boek.close()
    return uit.getvalue()


def bestandsnaam(uitgave: Uitgave) -> str:
    """'prestatieafspraken-2022-2025-publicatie-3-thema-1.xlsx': which agreement and publication, and whether it is all."""
    publicatie = uitgave.monitor.publicatie
    delen = [uitgave.titel, f"publicatie {publicatie.nummer}" if publicatie else "leeg"]
    delen += [f"thema {uitgave.thema.thema}"] if uitgave.thema else []
    delen += [uitgave.keuze.corporatie] if uitgave.keuze.corporatie else []
    delen += uitgave.keuze.kernen
    return f"{re.sub(r'[^a-z0-9]+', '-', ' '.join(delen).lower()).strip('-')[:100]}.xlsx"


def _eigenschappen(uitgave: Uitgave) -> dict[str, Any]:
    """What the file says of itself, in Dutch; it was made when its publication was."""
    publicatie = uitgave.monitor.publicatie
    begin = dt.datetime.combine(uitgave.monitor.overeenkomst.gemeente.looptijd_van, dt.time(), dt.UTC)
    moment = publicatie.moment if publicatie else begin
    return {
        "title": f"{uitgave.titel}: werkboek",
        "subject": f"{uitgave.stand}; {uitgave.gekozen}",
        "author": "Monitor Prestatieafspraken",
        "company": uitgave.monitor.overeenkomst.gemeente.naam,
        "category": "Prestatieafspraken",
        "comments": ". ".join(uitgave.let_op),
        "created": moment.astimezone(dt.UTC).replace(tzinfo=None),
    }


def _schrijf(schrijver: Celschrijver, vel: Worksheet, blad: Blad, uitgave: Uitgave, namen: Mapping[str, str]) -> None:
    breedtes = _breedtes(blad)
    for plek, breedte in enumerate(breedtes):
        vel.set_column(plek, plek, breedte)
    schrijver.schrijf(vel, 0, 0, blad.titel, **_TITEL)
    boven = [(f"Stand: {uitgave.stand}. Gekozen: {uitgave.gekozen}.", _REGEL)]
    boven += [(f"{zin}.", _REGEL | _LET_OP) for zin in uitgave.let_op]
    boven += [(regel, _REGEL) for regel in blad.regels]
    for rij, (tekst, stijl) in enumerate(boven, start=1):
        _schrijf_regel(schrijver, vel, rij, tekst, breedtes, stijl)
    kop = len(boven) + 1
    if blad.sleutel != INHOUD:
        _schrijf_link(schrijver, vel, kop, 0, Verwijzing("Terug naar de inhoud", INHOUD), namen, {})
        kop += 1
    for plek, naam in enumerate(blad.kop):
        schrijver.schrijf(vel, kop, plek, naam, **_KOP)
    for rij, cellen in enumerate(blad.rijen, start=kop + 1):
        teksten = [_tekst(cel) for cel in cellen]
        vel.set_row(rij, rijhoogte(teksten, [int(breedte * _TEKENS) for breedte in breedtes]))
        for plek, cel in enumerate(cellen):
            _schrijf_cel(schrijver, vel, rij, plek, cel, namen)
    if blad.rijen:
        vel.autofilter(kop, 0, kop + len(blad.rijen), len(blad.kop) - 1)
    else:
        schrijver.schrijf(vel, kop + 1, 0, blad.leeg)
    vel.freeze_panes(kop + 1, 0)
    _druk_af(vel, kop, blad, uitgave)


def _schrijf_regel(
    schrijver: Celschrijver, vel: Worksheet, rij: int, tekst: str, breedtes: Sequence[int], stijl: Mapping[str, Any]
) -> None:
    """A line over the whole width of the table, as high as it needs."""
    if len(breedtes) > 1:
        vel.merge_range(rij, 0, rij, len(breedtes) - 1, "", schrijver.opmaak(**stijl))
    schrijver.schrijf(vel, rij, 0, tekst, **stijl)
    vel.set_row(rij, rijhoogte([tekst], [sum(breedtes)]))


def _schrijf_cel(
    schrijver: Celschrijver, vel: Worksheet, rij: int, plek: int, cel: Cel, namen: Mapping[str, str]
) -> None:
    match cel:
        case Getal():
            schrijver.schrijf(vel, rij, plek, cel.waarde, **_CEL, num_format=getalvorm(cel), align="right", indent=1)
        case Verwijzing():
            _schrijf_link(schrijver, vel, rij, plek, cel, namen, _CEL)
        case dt.date():
            schrijver.schrijf(vel, rij, plek, cel, **_CEL, align="left")
        case _:
            schrijver.schrijf(vel, rij, plek, cel, **_CEL, text_wrap=True)


def _schrijf_link(
    schrijver: Celschrijver,
    vel: Worksheet,
    rij: int,
    plek: int,
    cel: Verwijzing,
    namen: Mapping[str, str],
    stijl: Mapping[str, Any],
) -> None:
    doel = namen[cel.naar].replace("'", "''")
    opmaak = schrijver.opmaak(**_LINK, **stijl, text_wrap=bool(stijl))
    vel.write_url(rij, plek, f"internal:'{doel}'!A1", opmaak, cel.tekst)


def getalvorm(getal: Getal) -> str:
    """The number format that writes a number as its text does: as many decimals, points in thousands, a percentage."""
    decimalen = re.search(r",(\d+)", getal.tekst)
    achter = f".{'0' * len(decimalen[1])}" if decimalen else ""
    if "%" in getal.tekst:
        return f"{_NEDERLANDS}0{achter} %"
    zonder_punt = abs(getal.waarde) >= 1000 and "." not in getal.tekst
    return f"{_NEDERLANDS}{'0' if zonder_punt else '#,##0'}{achter}"


def _tekst(cel: Cel) -> str:
    match cel:
        case Getal() | Verwijzing():
            return cel.tekst
        case dt.date():
            return datum(cel)
    return cel


def _breedtes(blad: Blad) -> list[int]:
    """How wide each column is: a short text on one line, a longer one on two; long ones share what is left of the paper."""
    kolommen = [[kop, *(_tekst(rij[plek]) for rij in blad.rijen)] for plek, kop in enumerate(blad.kop)]
    langst = [max(len(regel) for tekst in teksten for regel in tekst.split("\n")) for teksten in kolommen]
    woord = [max(len(woord) for tekst in teksten for woord in (*tekst.split(), "")) for teksten in kolommen]
    links = {plek for rij in blad.rijen for plek, cel in enumerate(rij) if isinstance(cel, Verwijzing)}  # never wrapped
    breedtes = [
        min(lengte, 80) if lengte <= _SMAL or plek in links else max(_SMAL, lengte // 2 + 2, min(deel, _TWEE_REGELS))
        for plek, (lengte, deel) in enumerate(zip(langst, woord, strict=True))
    ]
    lang = [plek for plek, lengte in enumerate(langst) if lengte > _LANG and plek not in links]
    over = _SAMEN - sum(breedte for plek, breedte in enumerate(breedtes) if plek not in lang)
    for plek in lang:
        breedtes[plek] = min(90, langst[plek] * 2 // 3, max(_TWEE_REGELS, over // len(lang)))
    return [breedte + 3 for breedte in breedtes]


def _druk_af(vel: Worksheet, kop: int, blad: Blad, uitgave: Uitgave) -> None:
    """A4, as wide as the paper, with the heading on every page, and around it what every page must say."""
    vel.set_paper(_A4)
    vel.set_landscape()
    vel.fit_to_pages(1, 0)
    vel.set_margins(0.4, 0.4, 0.7, 0.7)
    vel.repeat_rows(kop)
    fictief = f"{FICTIEF}. " if FICTIEF in uitgave.let_op else ""
    vel.set_header(f"&L{_veilig(blad.titel, 100)}&R{_veilig(fictief, 60)}")
    vel.set_footer(f"&L{_veilig(f'{uitgave.stand}. {uitgave.gekozen}', 200)}&RBlad &P van &N")


def _veilig(tekst: str, meest: int) -> str:
    """A text within a page header, in which & begins a command; Excel allows 255 signs for all of it."""
    return tekst.replace("&", "&&")[:meest].rstrip("&")
