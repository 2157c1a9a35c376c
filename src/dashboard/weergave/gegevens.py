"""The parts of the page on data: publications, deliveries, definitions, and what does not add up."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import datum, getal, opsomming, percentage, tijdstip, tot_en_met
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.grafiek import uitleg
from dashboard.weergave.html import tabel, toon_html
from dashboard.weergave.onderliggend import toon_geraakt
from dashboard.weergave.toestand import publicaties


def versheid(monitor: Monitor) -> str:
    """The sentence that says up to when each corporatie delivered its lettings."""
    laatste = monitor.volledigheid.laatste_leveringen.get("verhuringen", {})
    if not laatste:
        return "Er zijn nog geen verhuringen aangeleverd"
    kort = monitor.overeenkomst.kort
    delen = [f"{kort.get(code, code)} {tot_en_met(tot)}" for code, tot in sorted(laatste.items())]
    return f"Verhuringen aangeleverd: {opsomming(delen)}"


def toon_publicaties(monitor: Monitor) -> None:
    """Show every publication, newest first, and which one is on the screen."""
    huidig = monitor.publicatie.nummer if monitor.publicatie else None
    rijen = [
        [
            Markup("<b>{} (getoond)</b>").format(p.nummer) if p.nummer == huidig else p.nummer,
            tijdstip(p.moment),
            p.wie,
            p.wat,
            p.stand or "",
            p.waarom,
        ]
        for p in reversed(publicaties())
    ]
    toon_html(tabel(["nr.", "wanneer", "wie", "wat", "stand", "waarom"], rijen))
    toon_html(
        Markup(
            '<p class="mp-bron">Een eerdere publicatie bekijken: kies hem links onder "Stand van". '
            "Niets wordt ooit overschreven.</p>"
        )
    )


def toon_leveringen(monitor: Monitor) -> None:
    """Show how fresh each table is per party, then every delivery, and the figures with rows of a chosen one."""
    kort = monitor.overeenkomst.kort
    vers = [
        [naam, "gemeente of samen" if code == TOTAAL else kort.get(code, code), datum(tot) if tot else "nog niets"]
        for naam, per_partij in sorted(monitor.volledigheid.laatste_leveringen.items())
        for code, tot in sorted(per_partij.items())
    ]
    toon_html(tabel(["tabel", "van wie", "gegevens t/m"], vers, titel="Hoe vers zijn de gegevens"))
    rijen = [
        [
            rij["upload_id"],
            rij["tabel"],
            kort.get(rij["corporatie"], rij["corporatie"] or ""),
            f"{datum(rij['periode_van'])} t/m {datum(rij['periode_tot'])}{'' if rij['hele_periode'] else ', losse rijen'}",
            rij["bestand"],
            getal(rij["rijen"]),
            datum(rij["aangeleverd_op"]),
            rij["aangeleverd_door"],
            "verzonnen" if rij["fictief"] else "",
        ]
        for rij in monitor.volledigheid.leveringen
    ]
    kop = ["levering", "tabel", "corporatie", "periode", "bestand", "rijen", "ontvangen", "van", ""]
    toon_html(tabel(kop, rijen, rechts=[5], titel=f"Alle {len(rijen)} leveringen", rol=True))
    toon_geraakt(monitor)


def toon_definities(monitor: Monitor) -> None:
    """Show the definition of a chosen figure."""
    indicatoren: dict[str, Indicator] = dict(monitor.overeenkomst.indicator)
    namen = {code: indicator.titel for code, indicator in indicatoren.items()}
    gekozen = kies_uit("Cijfer", namen, "definitie", "", begin=next(iter(namen)))
    if gekozen is None:
        return
    indicator = indicatoren[gekozen]
    toon_html(uitleg(monitor, indicator))
    st.code(monitor.queries[indicator.query].sql, language="sql", height=320)


def toon_kwaliteit(monitor: Monitor) -> None:
    """Show what is missing or contradictory in the data."""
    rijen = [
        [
            rij["tabel"],
            rij["controle"],
            getal(rij["aantal"]),
            getal(rij["totaal"]),
            percentage(rij["aantal"] / rij["totaal"]) if rij["totaal"] else "–",
            rij["toelichting"],
        ]
        for rij in monitor.rijen("gegevens/kwaliteit")
    ]
    toon_html(tabel(["tabel", "controle", "aantal", "van", "deel", "toelichting"], rijen, rechts=[2, 3, 4]))


def toon_planning(monitor: Monitor) -> None:
    """Show the plan of bijlage 1, its totals beside those in the document, and the stock beside its own changes."""
    controle = monitor.rijen("voorraad/plan_controle")
    fout = [rij for rij in controle if rij["verschil"]]
    oordeel = (
        "Alle totalen zijn gelijk aan die in het document."
        if not fout
        else f"{len(fout)} totalen wijken af van het document."
    )
    toon_html(Markup("<p><b>{} totalen uit de planning nagerekend. {}</b></p>").format(len(controle), oordeel))
    rijen = [
        [monitor.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"]), rij["soort"], str(rij["jaar"])]
        + [getal(rij[naam]) for naam in ("beginstand", "aankoop", "nieuwbouw", "verkoop", "sloop", "eindstand")]
        for rij in monitor.rijen("voorraad/plan")
    ]
    kop = ["corporatie", "soort", "jaar", "begin", "aankoop", "nieuwbouw", "verkoop", "sloop", "eind"]
    toon_html(tabel(kop, rijen, rechts=range(3, 9), titel="Planning uit de overeenkomst, in eenheden"))
    aansluiting = [
        [str(rij["jaar"]), monitor.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"])]
        + [getal(rij[naam]) for naam in ("beginstand", "erbij", "eraf", "overig", "verwacht", "eindstand", "verschil")]
        for rij in monitor.rijen("voorraad/aansluiting", niveau="corporatie")
        if rij["verwacht"] is not None
    ]
    kop = ["jaar", "corporatie", "begin", "erbij", "eraf", "overig", "verwacht", "geteld", "verschil"]
    toon_html(
        tabel(
            kop, aansluiting, rechts=range(2, 9), titel="Sluit de telling aan op de mutaties? Woningen per corporatie"
        )
    )
