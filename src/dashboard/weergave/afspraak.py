"""One whole afspraak: what was agreed, what the figures say, and what was reported, then and now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import GEEN, datum, hoofdletter, opsomming
from dashboard.cijfers import erbij_teksten, is_aangeleverd, is_gevuld, met_aantallen, waarde_tekst
from dashboard.monitor import Monitor
from dashboard.normen import Oordeel, Stand, Waarneming, toeval_over_delen, toeval_tekst
from dashboard.standen.afspraakstand import Afspraakstand, per_norm
from dashboard.verhaal import zin_voor
from dashboard.weergave.afspraken import berekend_merk
from dashboard.weergave.grafiek import toon_bron, toon_uitleg
from dashboard.weergave.html import (
    alinea,
    corporatiekoppeling,
    kernkoppeling,
    klein,
    koppeling,
    omkaderd,
    stand_merk,
    tabel,
    toon_html,
    tussenkop,
    uitleglijst,
)
from dashboard.weergave.onderdelen import UITLEG, toon_meer


def toon_afspraak(monitor: Monitor, stand: Afspraakstand) -> None:
    """Show the agreement and the actions left, the two standen right, and below norms, figures and all reports."""
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        toon_html(_afgesproken(monitor, stand))
    with rechts:
        toon_html(_standen(monitor, stand))
    _toon_normen(monitor, stand)
    if rijen := _andere_cijfers(monitor, stand.afspraak.afspraak):
        toon_html(tussenkop("Cijfers zonder norm"), tabel(["cijfer", "periode", "waarde"], rijen))
    _toon_verloop(monitor, stand.afspraak.afspraak)
    codes = dict.fromkeys(oordeel.norm.indicator for oordeel in stand.oordelen)
    indicatoren = [monitor.overeenkomst.indicator[code] for code in codes]
    for indicator in indicatoren:
        toon_bron(monitor, indicator)
    if indicatoren:
        uitleg = {indicator.titel: partial(toon_uitleg, monitor, indicator) for indicator in indicatoren}
        toon_meer("meer", UITLEG, uitleg, met_label=True)


def _afgesproken(monitor: Monitor, stand: Afspraakstand) -> Markup:
    afspraak, overeenkomst = stand.afspraak, monitor.overeenkomst
    thema = next(t for t in overeenkomst.themas if t.thema == afspraak.thema)
    velden: list[tuple[str, str]] = [
        ("Thema", koppeling(thema.naam, thema.slug)),
        ("Trekker", overeenkomst.trekkers(afspraak.trekker)),
        ("Bron", afspraak.bron),
    ]
    eigen = [actie for actie in overeenkomst.acties if actie.afspraak == afspraak.afspraak]
    acties = [actie for actie in eigen if actie.ronde_van is None]
    for actie in acties:
        tekst = actie.actie or "geen aparte actie: een werkwijze, of al in uitvoering"
        trekker = overeenkomst.trekkers(actie.trekker)
        wie = f" Trekker: {trekker}." if trekker and actie.trekker != afspraak.trekker else ""
        wanneer = f" Termijn: {actie.termijn}." if actie.termijn else ""
        ronden = [ronde.agenda_nr for ronde in eigen if ronde.ronde_van == actie.agenda_nr]
        terug = f" Komt terug, met als nummers {opsomming(ronden)}." if ronden else ""
        velden.append((f"Uitvoeringsagenda {actie.agenda_nr}", tekst + wie + wanneer + terug))
        if actie.opmerking:
            velden.append(("Let op", actie.opmerking))
    if not acties:
        velden.append(("Uitvoeringsagenda", "deze afspraak staat niet in de uitvoeringsagenda"))
    if afspraak.opmerking:
        velden.append(("Let op", afspraak.opmerking))
    return omkaderd("Wat is afgesproken", afspraak.samenvatting, uitleglijst(velden))


def _standen(monitor: Monitor, stand: Afspraakstand) -> Markup:
    delen = [
        Markup("<p>Gemeld door de trekker: {}</p>").format(stand_merk(stand.gemeld)),
        Markup("<p>Berekend uit de cijfers: {}</p>").format(berekend_merk(monitor, stand)),
    ]
    if stand.tegenspraak:
        zin = Markup("<p><b>Melding en cijfer spreken elkaar tegen: een punt voor het overleg.</b></p>")
        delen.insert(0, zin)
    if stand.cijfer:
        delen.append(alinea(zin_voor(monitor, stand.cijfer)))
    if nu := stand.loopt:
        welk = "Het jaar dat nog niet heel is aangeleverd" if nu.waarneming.voorbij else "Het jaar dat nog loopt"
        delen.append(alinea(f"{welk}. {zin_voor(monitor, nu)}"))
    if stand.ontbreekt:
        delen.append(alinea(f"Nog niet alles is aangeleverd. {'; '.join(stand.ontbreekt)}."))
    for melding in stand.meldingen:
        regels = [
            ("Toelichting", "toelichting"),
            ("Oorzaak", "oorzaak"),
            ("Gevolg", "gevolg"),
            ("Bijsturing", "bijsturing"),
            ("Besluit gevraagd", "besluit_gevraagd"),
        ]
        kop = f"Melding van {datum(melding['peildatum'])} door {melding['gemeld_door']}"
        over = _actie(melding) if len(stand.meldingen) > 1 or melding["ronde"] else None
        klaar = [("Gereed op", datum(melding["gereed_op"]))] if melding["gereed_op"] else []
        delen.append(Markup("<h3>{}</h3>{}").format(kop, stand_merk(Stand(melding["stand"]))))
        tekst = [(naam, melding[veld]) for naam, veld in regels if melding[veld]]
        delen.append(uitleglijst([*([("Actie", over)] if over else []), *klaar, *tekst]))
    return omkaderd("Hoe staat het ervoor", *delen)


def _toon_normen(monitor: Monitor, stand: Afspraakstand) -> None:
    alle = [oordeel for oordeel in monitor.oordelen if oordeel.norm.afspraak == stand.afspraak.afspraak]
    if not alle:
        return
    toon_html(tussenkop("Normen en cijfers"))
    for code, oordelen in per_norm(alle).items():
        norm = oordelen[0].norm
        telt = "" if norm.telt_mee else " Telt niet mee voor de stand van de afspraak."
        kop = Markup(
            "<h3>{0.omschrijving}</h3><div class='mp-bron'>Norm {1}, vastgelegd in {0.besluit}; "
            "zekerheid: {0.zekerheid}.{2} {3}</div>"
        ).format(norm, code, telt, norm.opmerking or "")
        if toeval := toeval_over_delen(norm, monitor.overeenkomst.indicator[norm.indicator], oordelen):
            kop += klein(toeval)
        laatste = max(o.waarneming.jaar for o in oordelen)
        recent = [o for o in oordelen if norm.niveau == "gemeente" or o.waarneming.jaar >= laatste - 1]
        toon_html(kop, _oordeeltabel(monitor, recent))


def _oordeeltabel(monitor: Monitor, oordelen: list[Oordeel]) -> Markup:
    rijen = []
    for oordeel in oordelen:
        w = oordeel.waarneming
        wie = monitor.overeenkomst.kort.get(w.corporatie, w.corporatie)
        soort = "gepland" if w.soort == "plan" else w.periode or str(w.jaar)
        toeval = toeval_tekst(monitor.overeenkomst.indicator[oordeel.norm.indicator], w)
        rijen.append(
            [
                f"{w.jaar} gepland" if w.soort == "plan" else soort,
                _voor_wie(oordeel, wie),
                stand_merk(oordeel.stand, oordeel.indicatief),
                Markup("{}<small>{}</small>").format(oordeel.reden, hoofdletter(toeval)) if toeval else oordeel.reden,
            ]
        )
    return tabel(["periode", "voor wie", "stand", "reden"], rijen, rol=len(rijen) > 14)


def _voor_wie(oordeel: Oordeel, wie: str) -> str:
    """A kern or corporatie as a link to its page; everybody together as a word."""
    w = oordeel.waarneming
    links = {"kern": kernkoppeling(w.kern), "corporatie": corporatiekoppeling(w.corporatie, wie)}
    return links.get(oordeel.norm.niveau, wie)


def _andere_cijfers(monitor: Monitor, nummer: str) -> list[list[str | Markup]]:
    """The figures of an afspraak that no norm is about, each with its newest value and a link to its chart."""
    overeenkomst = monitor.overeenkomst
    met_norm = {norm.indicator for norm in overeenkomst.normen}
    slug = {thema.thema: thema.slug for thema in overeenkomst.themas}
    return [
        [koppeling(indicator.titel, slug[indicator.thema], cijfer=indicator.indicator), *_nieuwste(monitor, indicator)]
        for indicator in overeenkomst.indicatoren
        if indicator.afspraak == nummer and indicator.indicator not in met_norm and indicator.eenheid.is_getal
    ]


def _nieuwste(monitor: Monitor, indicator: Indicator) -> tuple[str, str]:
    """The period and the words of the newest value, per part where there is none of the whole gemeente."""
    if not is_aangeleverd(monitor, indicator):
        return "", "nog niet aangeleverd"
    gevuld = [w for w in monitor.waarnemingen(indicator, indicator.niveaus[0]) if w.soort != "plan" and is_gevuld(w)]
    if not gevuld:
        return "", GEEN
    laatste = max(gevuld, key=lambda w: w.jaar)
    delen = [_in_woorden(monitor, indicator, w) for w in gevuld if w.jaar == laatste.jaar]
    return laatste.periode or str(laatste.jaar), "; ".join(delen)


def _in_woorden(monitor: Monitor, indicator: Indicator, w: Waarneming) -> str:
    """'5,1 % (246 van 4.825)', '39,0 maanden · gemiddeld 47,2', and of a part its name first."""
    wie = {"corporatie": monitor.overeenkomst.kort.get(w.corporatie, ""), "kern": w.kern}
    waarde = met_aantallen(indicator, w) if indicator.eenheid.deel else waarde_tekst(indicator, w)
    eerst = " ".join(filter(None, [wie.get(indicator.niveaus[0]), waarde, indicator.eenheid.bij]))
    return " · ".join([eerst, *erbij_teksten(indicator, w)])


def _actie(rij: Mapping[str, Any]) -> str | None:
    """The action that a report is about, with its round when it recurs."""
    return f"{rij['actie']}, ronde {rij['ronde']}" if rij["ronde"] else rij["actie"]


def _toon_verloop(monitor: Monitor, nummer: str) -> None:
    rijen = monitor.rijen("acties/verloop", afspraak=nummer)
    if not rijen:
        toon_html(alinea("Over deze afspraak is nog nooit gemeld."))
        return
    cellen = [
        [
            datum(rij["peildatum"]),
            _actie(rij),
            stand_merk(Stand(rij["stand"])),
            rij["toelichting"],
            rij["gemeld_door"],
        ]
        for rij in sorted(rijen, key=lambda rij: rij["peildatum"], reverse=True)
    ]
    kop = ["overleg", "actie", "stand", "toelichting", "gemeld door"]
    toon_html(tussenkop("Wat er eerder is gemeld"), tabel(kop, cellen))
