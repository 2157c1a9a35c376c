"""The SQL files of the project: read, checked against their headers, and run. Nothing else runs SQL."""

from dashboard.queries.kop import lees_query
from dashboard.queries.laden import laad_queries
from dashboard.queries.onder import plaatsen_onder, rijen_onder
from dashboard.queries.query import Parameter, Queries, Query, QueryFout, lees_waarde, parameters
from dashboard.queries.uitvoeren import haal_op

__all__ = [
    "Parameter",
    "Queries",
    "Query",
    "QueryFout",
    "haal_op",
    "laad_queries",
    "lees_query",
    "lees_waarde",
    "parameters",
    "plaatsen_onder",
    "rijen_onder",
]
