"""One afspraak whole: what was agreed, what the figures say, what was reported, then and now."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.basis.opmaak import datum, hoofdletter
from dashboard.monitor import Monitor
from dashboard.normen import Oordeel, Stand, toeval_tekst
from dashboard.standen.afspraakstand import Afspraakstand, per_norm
from dashboard.verhaal import zin_voor
from dashboard.weergave.afspraken import berekend_merk
from dashboard.weergave.grafiek import toon_bron, toon_uitleg
from dashboard.weergave.html import corporatiekoppeling, esc, kernkoppeling, koppeling, stand_merk, tabel
from dashboard.weergave.onderdelen import UITLEG, toon_meer


def toon_afspraak(monitor: Monitor, stand: Afspraakstand) -> None:
    """Left what was agreed and is being done, right the two standen; below norms, figures and the history of reports."""
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        st.html(_afgesproken(monitor, stand))
    with rechts:
        st.html(_standen(monitor, stand))
    _toon_normen(monitor, stand)
    _toon_verloop(monitor, stand.afspraak.afspraak)
    codes = dict.fromkeys(oordeel.norm.indicator for oordeel in stand.oordelen)
    indicatoren = [monitor.overeenkomst.indicator[code] for code in codes]
    for indicator in indicatoren:
        toon_bron(monitor, indicator)
    if indicatoren:
        uitleg = {indicator.titel: partial(toon_uitleg, monitor, indicator) for indicator in indicatoren}
        toon_meer("meer", UITLEG, uitleg, met_label=True)


def _afgesproken(monitor: Monitor, stand: Afspraakstand) -> str:
    afspraak, overeenkomst = stand.afspraak, monitor.overeenkomst
    thema = next(t for t in overeenkomst.themas if t.thema == afspraak.thema)
    velden = [
        ("Thema", koppeling(thema.naam, thema.slug)),
        ("Trekker", esc(overeenkomst.trekkers(afspraak.trekker))),
        ("Bron", esc(afspraak.bron)),
    ]
    acties = [actie for actie in overeenkomst.acties if actie.afspraak == afspraak.afspraak]
    for actie in acties:
        tekst = esc(actie.actie) if actie.actie else "geen aparte actie: een werkwijze, of al in uitvoering"
        trekker = overeenkomst.trekkers(actie.trekker)
        wie = f" Trekker: {esc(trekker)}." if trekker and actie.trekker != afspraak.trekker else ""
        wanneer = f" Termijn: {esc(actie.termijn)}." if actie.termijn else ""
        velden.append((f"Uitvoeringsagenda {actie.agenda_nr}", tekst + wie + wanneer))
        if actie.opmerking:
            velden.append(("Let op", esc(actie.opmerking)))
    if not acties:
        velden.append(("Uitvoeringsagenda", "deze afspraak staat niet in de uitvoeringsagenda"))
    if afspraak.opmerking:
        velden.append(("Let op", esc(afspraak.opmerking)))
    regels = "".join(f"<dt>{esc(naam)}</dt><dd>{inhoud}</dd>" for naam, inhoud in velden)
    return f'<div class="mp-kader"><h2>Wat is afgesproken</h2>{esc(afspraak.samenvatting)}<dl class="mp-uitleg">{regels}</dl></div>'


def _standen(monitor: Monitor, stand: Afspraakstand) -> str:
    delen = [
        f"<p>Gemeld door de trekker: {stand_merk(stand.gemeld)}</p>",
        f"<p>Berekend uit de cijfers: {berekend_merk(monitor, stand)}</p>",
    ]
    if stand.tegenspraak:
        delen.insert(0, "<p><b>Melding en cijfer spreken elkaar tegen: een punt voor het overleg.</b></p>")
    if stand.cijfer:
        delen.append(f"<p>{esc(zin_voor(monitor, stand.cijfer))}</p>")
    for melding in stand.meldingen:
        regels = [
            ("Toelichting", "toelichting"),
            ("Oorzaak", "oorzaak"),
            ("Gevolg", "gevolg"),
            ("Bijsturing", "bijsturing"),
            ("Besluit gevraagd", "besluit_gevraagd"),
        ]
        inhoud = "".join(f"<dt>{naam}</dt><dd>{esc(melding[veld])}</dd>" for naam, veld in regels if melding[veld])
        kop = f"Melding van {datum(melding['peildatum'])} door {esc(melding['gemeld_door'])}"
        delen.append(f'<h3>{kop}</h3>{stand_merk(Stand(melding["stand"]))}<dl class="mp-uitleg">{inhoud}</dl>')
    return f'<div class="mp-kader"><h2>Hoe staat het ervoor</h2>{"".join(delen)}</div>'


def _toon_normen(monitor: Monitor, stand: Afspraakstand) -> None:
    alle = [oordeel for oordeel in monitor.oordelen if oordeel.norm.afspraak == stand.afspraak.afspraak]
    if not alle:
        return
    st.html("<h2>Normen en cijfers</h2>")
    for code, oordelen in per_norm(alle).items():
        norm = oordelen[0].norm
        telt = "" if norm.telt_mee else " Telt niet mee voor de stand van de afspraak."
        kop = f"<h3>{esc(norm.omschrijving)}</h3><div class='mp-bron'>Norm {esc(code)}, vastgelegd in {esc(norm.besluit)}; zekerheid: {esc(norm.zekerheid)}.{telt} {esc(norm.opmerking or '')}</div>"
        if norm.niveau == "gemeente":
            st.html(kop + _oordeeltabel(monitor, oordelen))
        else:
            laatste = max(o.waarneming.jaar for o in oordelen)
            st.html(kop + _oordeeltabel(monitor, [o for o in oordelen if o.waarneming.jaar >= laatste - 1]))


def _oordeeltabel(monitor: Monitor, oordelen: list[Oordeel]) -> str:
    rijen = []
    for oordeel in oordelen:
        w = oordeel.waarneming
        wie = monitor.overeenkomst.kort.get(w.corporatie, w.corporatie)
        soort = "gepland" if w.soort == "plan" else w.periode or str(w.jaar)
        toeval = toeval_tekst(monitor.overeenkomst.indicator[oordeel.norm.indicator], w)
        rijen.append(
            [
                f"{w.jaar} gepland" if w.soort == "plan" else esc(soort),
                _voor_wie(oordeel, wie),
                stand_merk(oordeel.stand, oordeel.indicatief),
                esc(oordeel.reden) + (f"<small>{esc(hoofdletter(toeval))}</small>" if toeval else ""),
            ]
        )
    return tabel(["periode", "voor wie", "stand", "reden"], rijen, rol=len(rijen) > 14)


def _voor_wie(oordeel: Oordeel, wie: str) -> str:
    """A kern or corporatie as a link to its own page; everybody together as a word."""
    w = oordeel.waarneming
    links = {"kern": kernkoppeling(w.kern), "corporatie": corporatiekoppeling(w.corporatie, wie)}
    return links.get(oordeel.norm.niveau, esc(wie))


def _toon_verloop(monitor: Monitor, nummer: str) -> None:
    rijen = monitor.rijen("acties/verloop", afspraak=nummer)
    if not rijen:
        st.html("<p>Over deze afspraak is nog nooit gemeld.</p>")
        return
    cellen = [
        [
            datum(rij["peildatum"]),
            esc(rij["actie"]),
            stand_merk(Stand(rij["stand"])),
            esc(rij["toelichting"]),
            esc(rij["gemeld_door"]),
        ]
        for rij in sorted(rijen, key=lambda rij: rij["peildatum"], reverse=True)
    ]
    st.html(
        "<h2>Wat er eerder is gemeld</h2>" + tabel(["overleg", "actie", "stand", "toelichting", "gemeld door"], cellen)
    )
