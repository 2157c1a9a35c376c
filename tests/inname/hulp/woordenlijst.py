"""A small invented agreement for the tests of the intake: two landlords, four villages, and spellings of every kind."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from dashboard.afspraken.laden import lege_tabellen
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.waarden.woordenboek import Woordenboek

_RIJEN: dict[str, tuple[tuple[str, ...], list[tuple[Any, ...]]]] = {
    "kernen": (
        ("kern", "bag_code"),
        [("Grootdam", "WP0001"), ("Sint Jans", "WP0002"), ("Oud-Veen", "WP0003"), ("Wier", "WP0004")],
    ),
    "corporaties": (
        ("corporatie", "naam", "kort"),
        [("NW", "Noorderwoning", "Noorder"), ("TH", "Stichting Thuis", "Thuis")],
    ),
    "groepen": (
        ("groep", "naam"),
        [("regulier", "Regulier woningzoekende"), ("urgent", "Urgent"), ("statushouder", "Statushouder")],
    ),
    "kengetal_definities": (
        ("kengetal", "naam"),
        [("bouwtafels", "Gehouden bouwtafels"), ("score", "Leefbaarheidsscore")],
    ),
    "afspraken": (("afspraak",), [("1.1",), ("2.1",), ("2.10",), ("3.2",)]),
    "acties": (("agenda_nr",), [("1.1",), ("2.1",)]),
    "aliassen": (
        ("soort", "alias", "waarde"),
        [
            ("kern", "St. Jans", "Sint Jans"),
            ("kern", "S. van Jans", "Sint Jans"),
            ("kern", "Veen", "Oud-Veen"),
            ("kern", "Wier (Nrd)", "Wier"),
            ("corporatie", "Noorder Woning", "NW"),
        ],
    ),
    "waarden": (
        ("kolom", "waarde", "schrijfwijze"),
        [
            ("woningtype", "appartement", "Flat"),
            ("woningtype", "eengezinswoning", "TUS"),
            ("woningtype", "eengezinswoning", "Tussenwoning"),
            ("contract", "tijdelijk", "TIJ"),
            ("contract", "onbepaald", "Vast"),
            ("daeb", "ja", "DAEB"),
            ("daeb", "nee", "Niet-DAEB"),
            ("energielabel", "A+", "AP"),
            ("energielabel", None, "Geen label"),
            ("groep", "urgent", "URG"),
            ("groep", "statushouder", "URG"),
            ("groep", "regulier", "Geen"),
            ("passend", "nvt", "Geen toets"),
            ("huishoudgrootte", "1", "Alleenstaand"),
            ("huishoudgrootte", "2", "Gezin"),
            ("huishoudgrootte", "3+", "Gezin"),
            ("voorraad.soort", "overig", "Garage"),
            ("voorraadmutaties.soort", "sloop", "SLO"),
        ],
    ),
    "synoniemen": (
        ("tabel", "kolom", "schrijfwijze"),
        [
            ("verhuringen", "corporatie", "Verhuurder"),
            ("verhuringen", "ingangsdatum", "Datum ingang contract"),
            ("verhuringen", "ingangsdatum", "Startdatum huur"),
            ("verhuringen", None, "Datum einde contract"),
            ("verhuringen", "kern", "Plaats"),
            ("verhuringen", "kern", "Woonplaats"),
            ("verhuringen", "verhuring_id", "Contractnummer"),
            ("verhuringen", "woningtype", "Soort woning"),
            ("verhuringen", "kale_huur", "Netto huur"),
            ("verhuringen", "kale_huur", "Huurprijs"),
            ("verhuringen", None, "Huurprijs"),
            ("verhuringen", None, "Rekenhuur"),
            ("verhuringen", "groep", "Doelgroep"),
            ("verhuringen", "groep", "Type"),
            ("verhuringen", "woningtype", "Type"),
            ("verhuringen", "leeftijdsklasse", "Leeftijd"),
            ("verhuringen", "inschrijfduur_mnd", "Inschrijfduur"),
            ("verhuringen", "inschrijfduur_mnd", "Wachttijd"),
            ("verhuringen", "zoekduur_mnd", "Wachttijd"),
            ("voorraad", "kern", "Plaats"),
            ("voorraad", "aantal", "Aantal woningen"),
            ("voorraadmutaties", "datum", "Jaar"),
            ("voorraadmutaties", "kern", "Plaats"),
            ("woningzoekenden", "leeftijdsklasse", "Leeftijd"),
            ("woningzoekenden", "ingeschreven", "Aantal ingeschrevenen"),
            ("woningzoekenden", "actief", "Aantal actief"),
            ("kengetallen", "peildatum", "Jaar"),
        ],
    ),
}


def tabellen() -> dict[str, pa.Table]:
    """The agreement's tables with these rows; columns that are not given are empty."""
    return {
        naam: tabel.arrow(
            [dict(zip(_RIJEN[naam][0], rij, strict=True)) for rij in _RIJEN[naam][1]] if naam in _RIJEN else []
        )
        for naam, tabel in lege_tabellen().items()
    }


WOORDENBOEK = Woordenboek(tabellen())
SYNONIEMEN = Synoniemen.uit(tabellen())
