"""The header of a query file: its fields, and the notation of parameters and columns."""

from __future__ import annotations

import re

from dashboard.queries.query import Parameter, Query, QueryFout, lees_waarde

_VELDEN = (
    "vraag",
    "afspraak",
    "bron",
    "parameters",
    "verdeeld over",
    "korrel",
    "kolommen",
    "kengetallen",
    "teller",
    "noemer",
    "let op",
)
_VERPLICHT = ("vraag", "afspraak", "bron", "parameters", "korrel", "kolommen")
_TYPEN = ("date", "integer", "bigint", "double", "boolean", "varchar", "varchar[]")
_KOPREGEL = re.compile(r"--\s?(" + "|".join(_VELDEN) + r"):\s*(.*)")
_PARAMETER = re.compile(r"(\w+)\s+([\w\[\]]+)\s*=\s*(.+)")
_NAAM = re.compile(r"[a-z_]+/[a-z_0-9]+")
_ONDER = re.compile(r"^(with )?onder as \(", re.MULTILINE)
_SLOT = "\nselect *\nfrom final\n"


def lees_query(naam: str, tekst: str) -> Query:
    """The query in a file: header, statement and steps. Raises ValueError with what the header lacks."""
    if not _NAAM.fullmatch(naam):
        raise ValueError("een bestandsnaam met kleine letters, cijfers en liggende streepjes")
    kop: dict[str, str] = {}
    laatste = ""
    regels = tekst.splitlines()
    einde = next((nr for nr, regel in enumerate(regels) if not regel.startswith("--")), len(regels))
    for regel in regels[:einde]:
        if gevonden := _KOPREGEL.fullmatch(regel.rstrip()):
            laatste = gevonden[1]
            kop[laatste] = gevonden[2].strip()
        elif laatste and re.match(r"--\s{2,}\S", regel):
            kop[laatste] += " " + regel[2:].strip()
        else:
            raise ValueError(f"een kopregel als '-- vraag: ...', niet '{regel}'")
    ontbreekt = [veld for veld in _VERPLICHT if not kop.get(veld)]
    if ontbreekt:
        raise ValueError("een kop met " + ", ".join(ontbreekt))
    sql = "\n".join(regels[einde:]).strip()
    query = Query(
        naam=naam,
        vraag=kop["vraag"],
        afspraken=lijst(kop["afspraak"]),
        bron=lijst(kop["bron"]),
        parameters=tuple(_lees_parameter(deel) for deel in lijst(kop["parameters"])),
        korrel=kop["korrel"],
        kolommen=tuple(_lees_kolom(deel) for deel in lijst(kop["kolommen"])),
        kengetallen=lijst(kop.get("kengetallen", "-")),
        teller=kop.get("teller"),
        noemer=kop.get("noemer"),
        let_op=kop.get("let op"),
        verdeeld_over=kop.get("verdeeld over"),
        sql=sql,
        stappen=sql.rpartition(_SLOT)[0] if _ONDER.search(sql) else "",
    )
    _controleer_verdeeld(query)
    return query


def _controleer_verdeeld(query: Query) -> None:
    """Raise ValueError when what the answer is divided over does not pick rows by a text column, or has a default."""
    naam = query.verdeeld_over
    if naam and not (Parameter(naam, "varchar", None) in query.parameters and (naam, "varchar") in query.kolommen):
        verwacht = "een parameter 'naam varchar = null' met een kolom van dezelfde naam"
        raise ValueError(f"bij 'verdeeld over' {verwacht}, niet '{naam}'")


def lijst(tekst: str) -> tuple[str, ...]:
    """The parts of a header field; none for '-' and 'geen'."""
    return () if tekst in ("-", "geen") else tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


def _lees_parameter(tekst: str) -> Parameter:
    gevonden = _PARAMETER.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(f"een parameter als 'naam type = standaard', niet '{tekst}'")
    naam, soort, standaard = gevonden.groups()
    if soort not in _TYPEN:
        raise ValueError(f"een parameter van een type als {', '.join(_TYPEN)}, niet '{tekst}'")
    standaard = standaard.strip().strip("'")
    try:
        waarde = None if standaard == "null" else lees_waarde(Parameter(naam, soort, None), standaard)
    except QueryFout as fout:
        raise ValueError(f"een leesbare standaardwaarde, niet '{tekst}'") from fout
    return Parameter(naam, soort, waarde)


def _lees_kolom(tekst: str) -> tuple[str, str]:
    naam, _, soort = tekst.partition(" ")
    if not soort:
        raise ValueError(f"een kolom als 'naam type', niet '{tekst}'")
    return naam, soort.strip()
