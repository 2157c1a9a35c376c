"""What somebody decides about a file on the command line: whose it is, and answers to the questions it raises."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.basis.opmaak import opsomming
from dashboard.inname import Geweigerd

if TYPE_CHECKING:
    from dashboard.inname import Inname, Omgeving, Tabelinname, Tabelkeuze, Werkboek


def lees_in(
    bestand: Path,
    omgeving: Omgeving,
    *,
    soort: str | None,
    corporatie: str | None,
    zonder: Sequence[str],
    antwoord: Sequence[str],
    periode: tuple[dt.date, dt.date] | None = None,
) -> Inname:
    """The file, read and checked against what is published now. Raises Geweigerd, also for a missing file, and for a choice
    that does not fit.
    """
    from dashboard.inname import lees, neem_in, vandaag

    code = _corporatie(corporatie, omgeving) if corporatie is not None else None
    if not bestand.is_file():
        raise Geweigerd("Dit bestand bestaat niet of is niet te lezen.")

    def inname_van(boek: Werkboek, keuzes: Sequence[Tabelkeuze]) -> Inname:
        return neem_in(
            boek, omgeving, keuzes, corporatie=code, soort=soort, zonder=zonder, periode=periode, dag=vandaag()
        )

    try:
        inname = inname_van(lees(bestand, bestand.name), ())
    except Geweigerd as fout:
        hoe = " ".join(f"--zonder '{kolom}'" for kolom in fout.kolommen)
        raise Geweigerd(f"{fout.zin} Dat kan met {hoe}." if hoe else fout.zin, fout.kolommen) from fout
    over = [_gesplitst(tekst) for tekst in antwoord]
    vers = [_vergeet(deel, {kolom.casefold() for kolom, _ in over}) for deel in inname.tabellen]
    if any(keuze != deel.keuze for keuze, deel in zip(vers, inname.tabellen, strict=True)):
        inname = inname_van(inname.werkboek, vers)
    gegeven = {kolom.casefold() for kolom, _ in over}
    while over:  # an answer may raise the question that the next one is about
        keuzes = [deel.keuze for deel in inname.tabellen]
        nog = []
        for kolom, waarde in over:
            nieuw = [
                _beantwoord(deel, keuze, kolom, waarde) for deel, keuze in zip(inname.tabellen, keuzes, strict=True)
            ]
            if not any(nieuw):
                nog.append((kolom, waarde))
            keuzes = [anders or keuze for anders, keuze in zip(nieuw, keuzes, strict=True)]
        if nog == over:
            raise Geweigerd(_past_niet(inname, *nog[0]))
        over = nog
        inname = inname_van(inname.werkboek, keuzes)
    for deel in inname.tabellen:
        _controleer_vast(deel, gegeven)
    return inname


def _corporatie(tekst: str, omgeving: Omgeving) -> str:
    code = omgeving.corporatie(tekst)
    if code is None:
        bekend = opsomming((f"{c.corporatie} ({c.naam}, {c.kort})" for c in omgeving.overeenkomst.corporaties), "of")
        raise Geweigerd(f"Corporatie {tekst} is onbekend; kies uit {bekend}.")
    return code


def _gesplitst(tekst: str) -> tuple[str, str]:
    kolom, teken, waarde = (deel.strip() for deel in tekst.partition("="))
    if not teken or not kolom:
        raise Geweigerd(f"--antwoord {tekst}: verwacht KOLOM=WAARDE, zoals nieuwbouw=nee.")
    return kolom, waarde


def _vergeet(deel: Tabelinname, koppen: set[str]) -> Tabelkeuze:
    """The choice without the remembered answers about these columns, so that their questions are open again."""
    namen = koppen | {k.kolom for k in deel.koppelingen if k.kolom and k.kolom_bestand.casefold() in koppen}
    over = {naam: gegeven for naam, gegeven in deel.keuze.antwoorden.items() if naam not in namen}
    return replace(deel.keuze, antwoorden=over)


def _beantwoord(deel: Tabelinname, keuze: Tabelkeuze, kop: str, waarde: str) -> Tabelkeuze | None:
    """The choice with this answer in it; None when it is no answer to anything in this table.

    It may answer a question about a column, say which of our columns a heading is, or give the value of a column that is
    not in the file.
    """
    kolommen = {k.kolom_bestand.casefold(): k for k in deel.koppelingen}
    eigen = kolommen.get(kop.casefold())
    naam = (eigen.kolom if eigen else None) or kop.casefold()
    for vraag in deel.vragen.get(naam, ()):
        for code, tekst in vraag.keuzes:
            if waarde.casefold() in (code.casefold(), tekst.casefold()):
                eerder = dict(keuze.antwoorden.get(naam, {}))
                return replace(keuze, antwoorden={**keuze.antwoorden, naam: eerder | {vraag.soort: code}})
    if naam in deel.vragen:
        return None
    if eigen is not None and waarde.casefold() in {*deel.tabel.namen, ""}:
        return replace(keuze, kolommen={**keuze.kolommen, eigen.kolom_bestand: waarde.casefold()})
    geleverd = {k.kolom for k in deel.koppelingen if k.zeker}
    if naam in deel.tabel.namen and naam not in geleverd and waarde:
        return replace(keuze, vast={**keuze.vast, naam: waarde})
    return None


def _controleer_vast(deel: Tabelinname, gegeven: Collection[str]) -> None:
    """Refuse a given answer for all rows that is wrong in all of them: that is no fault of the file."""
    alle = len(deel.rijen) + len(deel.foute_rijen)
    for kolom, waarde in deel.keuze.vast.items():
        fout = Counter(b.verwacht for b in deel.bevindingen if (b.kolom, b.ernst) == (kolom, "fout"))
        verwacht = next((wat for wat, hoe_vaak in fout.items() if hoe_vaak == alle), None)
        if verwacht and kolom in gegeven:
            raise Geweigerd(f"--antwoord {kolom}={waarde} kan niet: verwacht {verwacht}.")


def _past_niet(inname: Inname, kolom: str, waarde: str) -> str:
    mogelijk = [f"{vraag.kolom}: {vraag.verwacht}" for vraag in inname.vragen]
    hoe = f" Nog te beantwoorden is {'; '.join(mogelijk)}." if mogelijk else " Er is niets te beantwoorden."
    return f"--antwoord {kolom}={waarde} past niet bij dit bestand.{hoe}"
