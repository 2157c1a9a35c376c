"""A template per contract table: the columns by their own names, choices in the cells, one example row, an explanation.

What a column may hold follows from the contract and the agreement, which an upload is checked against as well: a
template filled in from its lists cannot hold a word that the intake does not know.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from dashboard.afspraken import Overeenkomst
from dashboard.basis.opmaak import getal, hoofdletter
from dashboard.inname.terug.celschrijver import DATUM, Celschrijver, rijhoogte
from dashboard.inname.terug.voorbeeldrij import voorbeeldrij
from dashboard.inname.waarden.datums import DATUM as EEN_DATUM
from dashboard.inname.waarden.datums import LAATSTE, VROEGSTE
from dashboard.inname.waarden.kolom import soort_van
from dashboard.inname.waarden.woordenboek import Woordenboek
from dashboard.tabellen.contracten import eigen_kolommen
from dashboard.tabellen.tabel import Kolom, Tabel

UITLEG, LIJSTEN = "Uitleg", "Lijsten"
_LAATSTE_RIJ = 1_048_575  # a choice for every row of the sheet is one rule per column, so it costs nothing
_LANGSTE_LIJST = 255  # characters that Excel allows for a list in a cell; a longer one is on a sheet of its own
_MEESTE_GENOEMD = 16
_UITLEGKOLOMMEN = {"Naam van de kolom": 22, "Wat het is": 58, "Verplicht": 22, "Wat mag er staan": 70}
_GROOT = 999_999_999
_EERSTE_DAG, _LAATSTE_DAG = dt.date(VROEGSTE, 1, 1), dt.date(LAATSTE, 12, 31)
_VERPLICHT = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "border": 1}
_VRIJ = {"italic": True, "font_color": "#16202C", "bg_color": "#E4E8EE", "border": 1}
_VOORBEELD = {"italic": True, "font_color": "#5B6470"}
_VORM = {"datum": DATUM, "periode": DATUM, "bedrag": "#,##0.00", "geheel": "0", "procent": "0"}
_GETALLEN = ("bedrag", "duur", "decimaal")


def sjabloonnaam(tabel: Tabel) -> str:
    """The name of the file."""
    return f"sjabloon_{tabel.naam}.xlsx"


def sjabloon(tabel: Tabel, overeenkomst: Overeenkomst) -> bytes:
    """The template of a table (one of those that are delivered) for this agreement, as .xlsx."""
    kolommen = eigen_kolommen(tabel)
    woordenboek = Woordenboek(overeenkomst.tabellen)
    keuzes = {kolom.naam: woordenboek.voor(tabel, kolom).waarden for kolom in kolommen}
    uit = io.BytesIO()
    boek = Workbook(uit, {"in_memory": True})
    schrijver = Celschrijver(boek)
    blad, uitleg, lijsten = (boek.add_worksheet(naam) for naam in (tabel.naam, UITLEG, LIJSTEN))
    voorbeeld = voorbeeldrij(tabel, overeenkomst)
    for plaats, kolom in enumerate(kolommen):
        stijl = _VERPLICHT if kolom.verplicht else _VRIJ
        schrijver.schrijf(blad, 0, plaats, kolom.naam, **stijl)
        toegestaan = _toegestaan(kolom, keuzes[kolom.naam])
        blad.write_comment(0, plaats, _bij_de_kop(kolom, toegestaan), {"width": 240, "height": 110})
        vorm = {"num_format": _vorm(kolom)}
        cel = voorbeeld.get(kolom.naam)
        schrijver.schrijf(blad, 1, plaats, cel, **_VOORBEELD | vorm)
        blad.set_column(plaats, plaats, max(len(kolom.naam), len(str(cel or "")), 9) + 3, schrijver.opmaak(**vorm))
        if regel := _regel(kolom, keuzes[kolom.naam], lijsten, plaats):
            fout = {"error_title": kolom.naam, "error_message": f"Verwacht: {toegestaan}."[:_LANGSTE_LIJST]}
            blad.data_validation(1, plaats, _LAATSTE_RIJ, plaats, regel | fout)
    blad.freeze_panes(1, 0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    lijsten.hide()
    _schrijf_uitleg(schrijver, uitleg, tabel, overeenkomst, [(k, _toegestaan(k, keuzes[k.naam])) for k in kolommen])
    boek.close()
    return uit.getvalue()


def _vorm(kolom: Kolom) -> str:
    """The number format of a column. As text, 2.10 stays 2.10 and 3+ stays 3+."""
    soort = soort_van(kolom)
    return _VORM.get(soort, "General" if soort in _GETALLEN else "@")


def _regel(kolom: Kolom, keuzes: Sequence[str], lijsten: Worksheet, plaats: int) -> dict[str, Any] | None:
    """The rule for what may be typed in this column; None when any text may."""
    soort = soort_van(kolom)
    if keuzes:
        if len(",".join(keuzes)) <= _LANGSTE_LIJST and not any("," in keuze for keuze in keuzes):
            return {"validate": "list", "source": list(keuzes)}
        lijsten.write_column(0, plaats, keuzes)
        return {"validate": "list", "source": f"={LIJSTEN}!{xl_range_abs(0, plaats, len(keuzes) - 1, plaats)}"}
    if soort in ("datum", "periode"):
        return {"validate": "date", "criteria": "between", "minimum": _EERSTE_DAG, "maximum": _LAATSTE_DAG}
    if soort in ("geheel", "procent", *_GETALLEN):
        laagste = -_GROOT if kolom.minimum is None else kolom.minimum
        hoogste = _GROOT if kolom.maximum is None else kolom.maximum
        wat = "decimal" if soort in _GETALLEN else "integer"
        return {"validate": wat, "criteria": "between", "minimum": laagste, "maximum": hoogste}
    return None


def _toegestaan(kolom: Kolom, keuzes: Sequence[str]) -> str:
    """What the column may hold, in words for somebody who works in Excel."""
    if kolom.type == "ja_nee":
        return "ja of nee"
    if keuzes:
        return f"een van: {', '.join(keuzes)}" if len(keuzes) <= _MEESTE_GENOEMD else "een keuze uit de lijst in de cel"
    match soort_van(kolom):
        case "datum" | "periode":
            return EEN_DATUM
        case "geheel" | "procent":
            return f"een geheel getal{_grenzen(kolom)}"
        case "bedrag":
            return f"een bedrag in euro's{_grenzen(kolom)}"
        case "duur":
            return f"een aantal maanden{_grenzen(kolom)}, met decimalen als dat nodig is"
        case "decimaal":
            return f"een getal{_grenzen(kolom)}, met decimalen als dat nodig is"
    return "tekst"


def _grenzen(kolom: Kolom) -> str:
    if kolom.minimum is not None and kolom.maximum is not None:
        return f" van {getal(kolom.minimum)} tot en met {getal(kolom.maximum)}"
    return "" if kolom.minimum is None else f" van {getal(kolom.minimum)} of meer"


def _bij_de_kop(kolom: Kolom, toegestaan: str) -> str:
    moet = "Verplicht" if kolom.verplicht else "Mag leeg blijven"
    return f"{moet}. {hoofdletter(kolom.uitleg)}. Wat mag er staan: {toegestaan}."


def _schrijf_uitleg(
    schrijver: Celschrijver,
    blad: Worksheet,
    tabel: Tabel,
    overeenkomst: Overeenkomst,
    kolommen: Sequence[tuple[Kolom, str]],
) -> None:
    zinnen = (
        f"Bij {overeenkomst.gemeente.titel}.",
        f"Vul het blad {tabel.naam} in: {tabel.korrel}. Laat de koppen staan zoals zij zijn.",
        "De rij die er al staat, is een verzonnen voorbeeld. Zet uw eigen gegevens ervoor in de plaats.",
        "Een vette kop met een donker vlak is verplicht. Een schuine kop met een licht vlak mag leeg blijven.",
        "Geen gegevens over personen: geen naam, adres, geboortedatum, burgerservicenummer, e-mailadres of telefoonnummer.",
    )
    schrijver.schrijf(blad, 0, 0, f"Sjabloon voor {tabel.naam}", bold=True, font_size=14)
    for rij, zin in enumerate(zinnen, start=1):
        schrijver.schrijf(blad, rij, 0, zin)
    kop = len(zinnen) + 2
    for plaats, (naam, breedte) in enumerate(_UITLEGKOLOMMEN.items()):
        blad.set_column(plaats, plaats, breedte)
        schrijver.schrijf(blad, kop, plaats, naam, bold=True, bottom=1)
    for rij, (kolom, toegestaan) in enumerate(kolommen, start=kop + 1):
        cellen = (kolom.naam, kolom.uitleg, "ja" if kolom.verplicht else "nee, mag leeg blijven", toegestaan)
        blad.set_row(rij, rijhoogte(cellen, _UITLEGKOLOMMEN.values()))
        for plaats, cel in enumerate(cellen):
            schrijver.schrijf(blad, rij, plaats, cel, text_wrap=True, valign="top", bold=plaats == 0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
