"""Whether the agreement and the queries fit together: every query, column and parameter that its data name must exist."""

from __future__ import annotations

from dashboard.afspraken import Indicator, Overeenkomst
from dashboard.afspraken.indicatoren import plaats
from dashboard.queries import Queries, Query
from dashboard.tabellen.tabel import Fout, FoutenError


def controleer_indicatoren(overeenkomst: Overeenkomst, queries: Queries) -> None:
    """Raise FoutenError with everything that does not exist: a typing error would otherwise be a wrong page."""
    fouten = []
    slug = {thema.thema: thema.slug for thema in overeenkomst.themas}
    for indicator in overeenkomst.indicatoren:
        bestand = plaats(slug[indicator.thema], indicator.indicator)
        query = queries.per_naam.get(indicator.query)
        if query is None:
            fouten.append(Fout(bestand, 0, "query", indicator.query, "een query uit queries/"))
            continue
        kolommen = [naam for naam, _ in query.kolommen]
        genoemd = [("kolom", indicator.kolom), ("teller", indicator.teller), ("noemer", indicator.noemer)]
        genoemd += [("erbij", kolom) for kolom in indicator.erbij.values()]
        normen = [norm for norm in overeenkomst.normen if norm.indicator == indicator.indicator]
        genoemd += [(f"normkolom van {norm.norm}", norm.normkolom) for norm in normen]
        fouten += [
            Fout(bestand, 0, veld, naam, "een kolom van de query: " + ", ".join(kolommen))
            for veld, naam in genoemd
            if naam is not None and naam not in kolommen
        ]
        bekend = [parameter.naam for parameter in query.parameters]
        fouten += [
            Fout(bestand, 0, "parameters", naam, "een parameter van de query: " + ", ".join(bekend))
            for naam in indicator.parameters
            if naam not in bekend
        ]
        if query.verdeeld_over and query.verdeeld_over not in indicator.parameters:
            verwacht = f"een waarde voor {query.verdeeld_over}: {query.naam} antwoordt anders over alle door elkaar"
            fouten.append(Fout(bestand, 0, "parameters", "", verwacht))
        if not query.onder:
            verwacht = "een query met een stap 'onder': de rijen waar het cijfer uit bestaat"
            fouten.append(Fout(bestand, 0, "query", indicator.query, verwacht))
        fouten += _controleer_schakelaars(overeenkomst, indicator, query)
    if fouten:
        raise FoutenError(fouten)


def _controleer_schakelaars(overeenkomst: Overeenkomst, indicator: Indicator, query: Query) -> list[Fout]:
    """The faults in its switches: each must be a yes or no of the query whose default is as agreed."""
    standaarden = {p.naam: p.standaard for p in query.parameters if p.type == "boolean"}
    mogelijk = "; ".join(f"{naam} {'ja' if aan else 'nee'}" for naam, aan in standaarden.items()) or "geen"
    return [
        Fout(
            f"definities.csv, {definitie.sleutel}",
            0,
            "standaard",
            "ja" if definitie.standaard else "nee",
            f"een schakelaar van {query.naam} met zijn standaard: {mogelijk}",
        )
        for definitie in overeenkomst.schakelaars(indicator)
        if standaarden.get(definitie.parameter) is not definitie.standaard
        or definitie.parameter in indicator.parameters
    ]
