"""What was found in the file, and which column each of its columns is: all of it visible and changeable."""

from __future__ import annotations

from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.basis.opmaak import aantal, getal, hoofdletter
from dashboard.inname import TE_LEVEREN, Inname, Koppeling, Tabelinname, blad_van
from dashboard.tabellen.contracten import eigen_kolommen, te_lezen
from dashboard.tabellen.tabel import Tabel
from dashboard.weergave.aanleveren.sessie import Aanlevering
from dashboard.weergave.html import LEEG, klein, omkaderd, punten, tabel, toon_html

NIET = ""  # the answer 'none of our columns' in the intake
_SOORTEN = [tabel.naam for tabel in TE_LEVEREN]


def toon_tabellen(aanlevering: Aanlevering, inname: Inname) -> None:
    """Show per table of the file what is used, what is not and why, the open questions, and the columns."""
    for nummer, gevonden in enumerate(inname.tabellen):
        toon_html(_samenvatting(gevonden))
        _toon_keuze(aanlevering, nummer, gevonden)
        _toon_vragen(aanlevering, nummer, gevonden)
        _toon_ontbrekende_kolommen(aanlevering, nummer, gevonden)
        _toon_onzekere_kolommen(aanlevering, nummer, gevonden)
        _toon_alle_kolommen(aanlevering, nummer, gevonden)


def _samenvatting(gevonden: Tabelinname) -> Markup:
    vondst = gevonden.vondst
    waar = (
        f"Blad {vondst.blad}: kop in rij {vondst.koprij}, gegevens in rij {vondst.eerste_rij} tot en met "
        f"{vondst.laatste_rij} ({aantal(vondst.rijen, 'rij', 'rijen')})"
    )
    opmerkingen = (*vondst.opmerkingen, *gevonden.aannames)
    lijst = punten(opmerkingen, "opsomming") if opmerkingen else LEEG
    return omkaderd(gevonden.tabel.naam.capitalize(), Markup("<p>{}.</p>").format(waar), lijst)


def _toon_keuze(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname) -> None:
    uitklap = st.expander("Andere kop of andere tabel kiezen", key=f"keuze-{nummer}", on_change="rerun")
    if not uitklap.open:
        return
    vondst, blad = gevonden.vondst, blad_van(aanlevering.werkboek, gevonden.vondst.blad)
    with uitklap, st.form(f"tabelkeuze-{nummer}"):
        links, midden, rechts = st.columns(3, gap="medium")
        soort = links.selectbox(
            "Wat staat er in deze tabel", _SOORTEN, _SOORTEN.index(gevonden.tabel.naam), placeholder=" "
        )
        rijen = list(range(blad.eerste_rij, min(blad.eerste_rij + len(blad.rijen), blad.eerste_rij + 200)))
        koprij = midden.selectbox(
            "Rij van de kop", rijen, rijen.index(vondst.koprij) if vondst.koprij in rijen else 0, placeholder=" "
        )
        koprijen = rechts.selectbox("Aantal rijen van de kop", [1, 2], min(vondst.koprijen, 2) - 1, placeholder=" ")
        verborgen = True
        if vondst.verborgen_rijen:
            hoeveel = aantal(len(vondst.verborgen_rijen), "verborgen rij", "verborgen rijen")
            verborgen = st.checkbox(f"{hoeveel} meetellen", gevonden.keuze.verborgen)
        gebruik = st.checkbox("Deze tabel gebruiken", gevonden.keuze.gebruik)
        if st.form_submit_button("Opnieuw lezen"):
            anders = (soort, koprij, koprijen) != (gevonden.tabel.naam, vondst.koprij, vondst.koprijen)
            keuze: dict[str, Any] = {"verborgen": verborgen, "gebruik": gebruik}
            if anders:  # another header has other columns, so the choices no longer apply
                keuze |= {"soort": soort, "koprij": koprij, "koprijen": koprijen, "kolommen": {}, "antwoorden": {}}
            aanlevering.kies(nummer, **keuze)
            st.rerun()


def _toon_vragen(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname) -> None:
    """Ask the open questions: one answer settles a whole column, now and at the next delivery of this layout."""
    for kolom, vragen in gevonden.vragen.items():
        for vraag in vragen:
            if vraag.soort == "vast" and kolom != "corporatie":
                continue  # asked with the columns that are missing, where the answer stays to be seen
            namen = dict(vraag.keuzes)
            antwoord = st.radio(
                _met_kop(gevonden, kolom, vraag.vraag),
                list(namen),
                index=None,
                format_func=namen.__getitem__,
                horizontal=True,
                key=f"vraag-{nummer}-{kolom}-{vraag.soort}",
            )
            if antwoord is not None:
                eerder = {naam: dict(antwoorden) for naam, antwoorden in gevonden.keuze.antwoorden.items()}
                eerder.setdefault(kolom, {})[vraag.soort] = antwoord
                aanlevering.kies(nummer, antwoorden=eerder)
                st.rerun()


def _met_kop(gevonden: Tabelinname, kolom: str, vraag: str) -> str:
    """The question with the heading that it is about; a question about a column that is not there names it by itself."""
    return next((f"{k.kolom_bestand}: {vraag}" for k in gevonden.koppelingen if k.kolom == kolom), vraag)


def _toon_ontbrekende_kolommen(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname) -> None:
    """Ask one value for every row where a required column is missing: a file about one thing leaves it out."""
    geleverd = {k.kolom for k in gevonden.koppelingen if k.zeker}
    vast = gevonden.keuze.vast
    mist = [
        kolom
        for kolom in eigen_kolommen(gevonden.tabel)
        if kolom.verplicht and kolom.naam not in geleverd and kolom.naam != "corporatie"
    ]
    if not mist:
        return
    hoeveel = aantal(len(mist), "kolom ontbreekt", "kolommen ontbreken")
    toon_html(Markup("<h3>{}: geldt een waarde voor het hele bestand?</h3>").format(hoeveel))
    plekken = st.columns(3, gap="medium")
    for plek, kolom in enumerate(mist):
        with plekken[plek % 3]:
            keuzes = list(kolom.keuzes)
            label, sleutel = f"{kolom.naam}: {kolom.uitleg}", f"vast-{nummer}-{kolom.naam}"
            huidig = vast.get(kolom.naam) or gevonden.keuze.antwoorden.get(kolom.naam, {}).get("vast", "")
            if keuzes:
                plaats = keuzes.index(huidig) if huidig in keuzes else None
                nieuw = st.selectbox(label, keuzes, index=plaats, key=sleutel, placeholder="geen") or ""
            else:
                nieuw = st.text_input(label, huidig, key=sleutel)
            if nieuw != huidig:
                over = {naam: tekst for naam, tekst in vast.items() if naam != kolom.naam}
                aanlevering.kies(nummer, vast=over | ({kolom.naam: nieuw} if nieuw else {}))
                st.rerun()


def _toon_onzekere_kolommen(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname) -> None:
    """Show the columns that need a person: those that could be two things, or only look like a known one."""
    onzeker = [k for k in gevonden.koppelingen if _onzeker(k)]
    if onzeker:
        hoeveel = aantal(len(onzeker), "kolom vraagt", "kolommen vragen")
        toon_html(Markup("<h3>{} om een keuze</h3>").format(hoeveel))
        _kiezers(aanlevering, nummer, gevonden, onzeker)


def _toon_alle_kolommen(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname) -> None:
    herkend = sum(bool(k.kolom) for k in gevonden.koppelingen)
    label = f"Alle kolommen: {herkend} van {len(gevonden.koppelingen)} gebruikt"
    uitklap = st.expander(label, key=f"kolommen-{nummer}", on_change="rerun")
    if uitklap.open:
        with uitklap:
            rijen = [
                [k.kolom_bestand, _voorbeelden(k), k.kolom or "niet gebruikt", _zekerheid(k)]
                for k in gevonden.koppelingen
            ]
            toon_html(tabel(["kolom in het bestand", "voorbeelden", "wordt", "zekerheid"], rijen))
            _kiezers(aanlevering, nummer, gevonden, list(gevonden.koppelingen), plek="alle")


def _onzeker(koppeling: Koppeling) -> bool:
    return bool(koppeling.kandidaten) or (koppeling.kolom is not None and not koppeling.zeker)


def _zekerheid(koppeling: Koppeling) -> str | None:
    return f"{koppeling.zekerheid} %" if koppeling.kolom else None


def _voorbeelden(koppeling: Koppeling) -> str:
    return " · ".join(getal(cel) if isinstance(cel, (int, float)) else str(cel)[:30] for cel in koppeling.voorbeelden)


def _kiezers(
    aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname, koppelingen: list[Koppeling], plek: str = "vraag"
) -> None:
    """Show a choice per column, three in a row, each with some cells of the column and what is the matter with it. What it
    may be comes first.
    """
    kolommen = st.columns(3, gap="medium")
    for volgnummer, koppeling in enumerate(koppelingen):
        with kolommen[volgnummer % 3]:
            lijkt = [naam for naam in (koppeling.kolom, *koppeling.kandidaten) if naam]
            keuzes = list(dict.fromkeys((*(lijkt if _onzeker(koppeling) else ()), NIET, *_te_kiezen(gevonden.tabel))))
            huidig = koppeling.kolom if koppeling.zeker else None if _onzeker(koppeling) else NIET
            gekozen = st.selectbox(
                koppeling.kolom_bestand,
                keuzes,
                index=None if huidig is None else keuzes.index(huidig),
                format_func=lambda naam: naam or "niet gebruiken",
                placeholder=f"lijkt op {lijkt[0]}; kies" if len(lijkt) == 1 else "kies wat deze kolom is",
                key=f"kolom-{plek}-{nummer}-{koppeling.index}",
            )
            toon_html(klein(_over_kolom(koppeling)))
            if gekozen is not None and gekozen != huidig:
                _koppel(aanlevering, nummer, gevonden, koppeling, gekozen)


def _over_kolom(koppeling: Koppeling) -> str:
    """Where a column is, some of its cells, and what is the matter with it."""
    waar = "" if koppeling.waar in koppeling.kolom_bestand else koppeling.waar
    cellen = _voorbeelden(koppeling)
    plek = ", ".join(filter(None, (waar, f"voorbeelden: {cellen}" if cellen else "")))
    return " ".join(filter(None, (f"{hoofdletter(plek)}." if plek else "", koppeling.opmerking)))


def _koppel(aanlevering: Aanlevering, nummer: int, gevonden: Tabelinname, koppeling: Koppeling, gekozen: str) -> None:
    """Set the column of a heading; another heading that had this column, or could only be it, loses it."""
    kolommen = {kop: NIET if gekozen and kolom == gekozen else kolom for kop, kolom in gevonden.keuze.kolommen.items()}
    kolommen |= {k.kolom_bestand: NIET for k in gevonden.koppelingen if gekozen and k.kandidaten == (gekozen, NIET)}
    aanlevering.kies(nummer, kolommen=kolommen | {koppeling.kolom_bestand: gekozen})
    st.rerun()


def _te_kiezen(doel: Tabel) -> list[str]:
    return [kolom.naam for kolom in te_lezen(doel)]
