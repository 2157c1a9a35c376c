"""From a figure to the rows it was made of: other statements from the steps of the same query.

A query of an indicator has a step named `onder`, with one row per stored row under the figure and what that row adds to
numerator and denominator. The figure is counted from that step, so the rows shown under a figure are exactly the rows
in it. A further column of `onder` has the name of a column of the query: a number is what the row adds to that column
in place of `teller`, a text the class in which the row counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import duckdb

from dashboard.queries.query import Parameter, Query, parameters

KOLOMMEN = (
    ("jaar", "integer"),
    ("corporatie", "varchar"),
    ("kern", "varchar"),
    ("tabel", "varchar"),
    ("upload_id", "varchar"),
    ("bronrij", "bigint"),
    ("teller", "double"),
    ("noemer", "double"),
)
_DEEL = (
    Parameter("onder_jaar", "integer", None),
    Parameter("onder_corporatie", "varchar", None),
    Parameter("onder_kern", "varchar", None),
)
_KLASSE = Parameter("onder_klasse", "varchar", None)
_LEVERING = Parameter("onder_levering", "varchar", None)


def kolommen_onder(query: Query, verbinding: duckdb.DuckDBPyConnection) -> tuple[tuple[str, str], ...]:
    """The columns of the step `onder`, as DuckDB sees them; none when the query has no such step."""
    if not query.stappen:
        return ()
    return beschrijf(f"{query.stappen}\nselect * from onder", parameters(query, {}), verbinding)


def beschrijf(
    sql: str, waarden: Mapping[str, Any], verbinding: duckdb.DuckDBPyConnection
) -> tuple[tuple[str, str], ...]:
    """The columns of a statement with their types, which DuckDB works out without running it."""
    rijen = verbinding.execute(f"describe {sql}", waarden or None).fetchall()
    return tuple((naam, soort.lower()) for naam, soort, *_ in rijen)


def controleer_onder(query: Query) -> Iterable[str]:
    """What is wrong with the step `onder`, if there is one, each as a Dutch 'verwacht ...'."""
    eigen, extra = query.onder[: len(KOLOMMEN)], query.onder[len(KOLOMMEN) :]
    namen = {naam for naam, _ in query.kolommen}
    if query.onder and (eigen != KOLOMMEN or not namen.issuperset(naam for naam, _ in extra)):
        verwacht = ", ".join(f"{naam} {soort}" for naam, soort in KOLOMMEN)
        yield f"in onder de kolommen {verwacht}, en verder alleen kolommen van de query zelf"


def rijen_onder(query: Query, kolom: str, tabel: str, *, opgeslagen: bool) -> Query:
    """The source rows from one table under one observation of the figure in `kolom`.

    Needs onder_jaar, onder_corporatie and onder_kern beside the query's own parameters, and onder_klasse where the
    figure is split in classes. An `opgeslagen` table has its own columns added to those of `onder`.
    """
    teller, noemer, telt_mee = _bijdrage(query, kolom)
    eigen = ",\n    r.*" if opgeslagen else ""
    naast = f"left join {tabel} as r on r.upload_id = o.upload_id and r.bronrij = o.bronrij\n" if opgeslagen else ""
    in_klasse = _soort(query, kolom) == "varchar"
    klasse = f"\n    and o.{kolom} = $onder_klasse::varchar" if in_klasse else ""
    sql = f"""{query.stappen}
select
    o.corporatie as onder_corporatie,
    o.kern as onder_kern,
    o.upload_id as onder_upload_id,
    o.bronrij as onder_bronrij,
    {teller} as onder_teller,
    {noemer} as onder_noemer{eigen}
from onder as o
{naast}where o.tabel = '{tabel}'
    and o.jaar = $onder_jaar::integer
    and $onder_corporatie::varchar in ('totaal', o.corporatie)
    and $onder_kern::varchar in ('totaal', coalesce(o.kern, 'onbekend'))
    and {telt_mee}{klasse}
order by o.upload_id, o.bronrij, o.corporatie, o.kern"""  # noqa: S608 - names come from the query itself
    return _ander(query, sql, *_DEEL, *([_KLASSE] if in_klasse else []))


def plaatsen_onder(query: Query, kolom: str) -> Query:
    """Where a delivery (onder_levering) is in a figure: one row per year, corporatie and kern at the asked niveau."""
    _, _, telt_mee = _bijdrage(query, kolom)
    sql = f"""{query.stappen}
select distinct
    o.jaar,
    op_corporatie($niveau, o.corporatie) as corporatie,
    op_kern($niveau, o.kern) as kern
from onder as o
where o.upload_id = $onder_levering::varchar and {telt_mee}
order by all"""  # noqa: S608 - names come from the query itself
    return _ander(query, sql, _LEVERING)


def _soort(query: Query, kolom: str) -> str | None:
    """The type of a further column of `onder`; None for the usual figure, of `teller` and `noemer`."""
    return dict(query.onder[len(KOLOMMEN) :]).get(kolom)


def _bijdrage(query: Query, kolom: str) -> tuple[str, str, str]:
    """What a row adds to numerator and denominator of the figure in this column, and whether it adds anything."""
    match _soort(query, kolom):
        case None:
            return "o.teller", "o.noemer", "(o.noemer is null or o.noemer <> 0 or o.teller <> 0)"
        case "varchar":
            return "o.teller", "o.noemer", f"o.{kolom} is not null"
    return f"o.{kolom}", "null::double", f"o.{kolom} is not null"


def _ander(query: Query, sql: str, *erbij: Parameter) -> Query:
    """The query with another statement, and the extra parameters of that statement."""
    return replace(query, sql=sql, parameters=query.parameters + erbij)
