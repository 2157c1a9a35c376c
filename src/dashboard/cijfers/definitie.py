"""What a figure means and where it comes from, in words: for beside it, and for the papers."""

from __future__ import annotations

from dashboard.afspraken import Indicator
from dashboard.basis.opmaak import aantal, datum
from dashboard.monitor import Monitor
from dashboard.normen import toeval_uitleg


def definitie(monitor: Monitor, indicator: Indicator) -> list[tuple[str, str]]:
    """The definition of a figure, part by part: question, numerator, denominator, grain, small print, norms."""
    query = monitor.queries[indicator.query]
    schakelaars = monitor.overeenkomst.schakelaars(indicator)
    velden: list[tuple[str, str | None]] = [
        ("Wat het is", indicator.uitleg),
        ("Definitie", f"Anders dan afgesproken: {indicator.definitie}." if indicator.definitie else ""),
        ("Telt mee", "; ".join(f"{d.naam}: {'ja' if d.standaard else 'nee'}" for d in schakelaars)),
        ("Vraag", query.vraag),
        ("Teller", query.teller),
        ("Noemer", query.noemer),
        ("Korrel", query.korrel),
        ("Let op", query.let_op),
        ("Toeval en verwachting", toeval_uitleg(indicator)),
        ("Afspraak", indicator.afspraak),
    ]
    velden += [
        (
            f"Norm {norm.norm}",
            f"{norm.omschrijving} Vastgelegd in: {norm.besluit}. Zekerheid: {norm.zekerheid}. {norm.opmerking or ''}",
        )
        for norm in monitor.overeenkomst.normen
        if norm.indicator == indicator.indicator
    ]
    return [(naam, tekst) for naam, tekst in velden if tekst]


def bronregel(monitor: Monitor, indicator: Indicator) -> str:
    """The source tables with the newest delivery of each, and whether they are invented."""
    query = monitor.queries[indicator.query]
    delen = []
    for tabelnaam in query.bron:
        leveringen = [rij for rij in monitor.volledigheid.leveringen if rij["tabel"] == tabelnaam]
        if leveringen:
            tot = max(rij["periode_tot"] for rij in leveringen)
            delen.append(f"{tabelnaam} t/m {datum(tot)} ({aantal(len(leveringen), 'levering', 'leveringen')})")
    bron = "; ".join(delen) or monitor.overeenkomst.gemeente.bron
    return f"Bron: {bron}. Query: {query.naam}." + (
        " Verzonnen voorbeeldgegevens." if monitor.fictief(query.naam) else ""
    )
