"""The intake: from somebody's spreadsheet to a checked delivery, and from that to what is published.

The rest of the program imports from here only. A name is imported from its room when somebody first uses it, because
the process that parses a file must start quickly, and a command must check its arguments before it loads the rest.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.inname.bestand.lezen import lees as lees
    from dashboard.inname.fouten import Bevinding as Bevinding
    from dashboard.inname.fouten import Geweigerd as Geweigerd
    from dashboard.inname.tabel.innemen import neem_in as neem_in
    from dashboard.inname.tabel.levering import Inname as Inname
    from dashboard.inname.tabel.levering import Omgeving as Omgeving
    from dashboard.inname.tabel.levering import Tabelinname as Tabelinname
    from dashboard.inname.tabel.levering import Tabelkeuze as Tabelkeuze
    from dashboard.inname.tabel.tabelkeuze import TE_LEVEREN as TE_LEVEREN
    from dashboard.inname.tabel.tabelkeuze import blad_van as blad_van
    from dashboard.inname.terug.bevindingenlijst import lijst_csv as lijst_csv
    from dashboard.inname.terug.celschrijver import Celschrijver as Celschrijver
    from dashboard.inname.terug.celschrijver import bladnaam as bladnaam
    from dashboard.inname.terug.celschrijver import rijhoogte as rijhoogte
    from dashboard.inname.terug.sjablonen import sjabloon as sjabloon
    from dashboard.inname.terug.sjablonen import sjabloonnaam as sjabloonnaam
    from dashboard.inname.terug.teruggave import werkboek_terug as werkboek_terug
    from dashboard.inname.vondsten import Koppeling as Koppeling
    from dashboard.inname.voorstel.besluit import Besluit as Besluit
    from dashboard.inname.voorstel.besluit import Buiten as Buiten
    from dashboard.inname.voorstel.besluit import FouteRijen as FouteRijen
    from dashboard.inname.voorstel.besluit import KeuzeNodig as KeuzeNodig
    from dashboard.inname.voorstel.besluit import Modus as Modus
    from dashboard.inname.voorstel.besluit import NietTePubliceren as NietTePubliceren
    from dashboard.inname.voorstel.besluit import controleer as controleer
    from dashboard.inname.voorstel.besluit import controleer_wie as controleer_wie
    from dashboard.inname.voorstel.besluit import vandaag as vandaag
    from dashboard.inname.voorstel.geschiedenis import Geleverd as Geleverd
    from dashboard.inname.voorstel.geschiedenis import Geschiedenis as Geschiedenis
    from dashboard.inname.voorstel.geschiedenis import geschiedenis as geschiedenis
    from dashboard.inname.voorstel.geschiedenis import verdwenen_leveringen as verdwenen_leveringen
    from dashboard.inname.voorstel.intrekken import trek_in as trek_in
    from dashboard.inname.voorstel.intrekken import veranderd as veranderd
    from dashboard.inname.voorstel.intrekken import zonder_levering as zonder_levering
    from dashboard.inname.voorstel.kwartaaltelling import Kwartaaltelling as Kwartaaltelling
    from dashboard.inname.voorstel.kwartaaltelling import per_kwartaal as per_kwartaal
    from dashboard.inname.voorstel.kwartaaltelling import verdwijnen as verdwijnen
    from dashboard.inname.voorstel.maken import Voorstel as Voorstel
    from dashboard.inname.voorstel.maken import eerder_gepubliceerd as eerder_gepubliceerd
    from dashboard.inname.voorstel.maken import maak_voorstel as maak_voorstel
    from dashboard.inname.voorstel.stukken import Buitenstaanders as Buitenstaanders
    from dashboard.inname.voorstel.stukken import alle_gelijk as alle_gelijk
    from dashboard.inname.voorstel.stukken import buitenstaanders as buitenstaanders
    from dashboard.inname.voorstel.stukken import naam_van as naam_van
    from dashboard.inname.voorstel.vergelijking import Tabelverschil as Tabelverschil
    from dashboard.inname.voorstel.vergelijking import vergelijk as vergelijk
    from dashboard.inname.werkboek import Blad as Blad
    from dashboard.inname.werkboek import Werkboek as Werkboek
else:
    _WAAR = {
        "bestand.lezen": ("lees",),
        "fouten": ("Bevinding", "Geweigerd"),
        "tabel.innemen": ("neem_in",),
        "tabel.levering": ("Inname", "Omgeving", "Tabelinname", "Tabelkeuze"),
        "tabel.tabelkeuze": ("TE_LEVEREN", "blad_van"),
        "terug.bevindingenlijst": ("lijst_csv",),
        "terug.celschrijver": ("Celschrijver", "bladnaam", "rijhoogte"),
        "terug.sjablonen": ("sjabloon", "sjabloonnaam"),
        "terug.teruggave": ("werkboek_terug",),
        "vondsten": ("Koppeling",),
        "voorstel.besluit": (
            "Besluit",
            "Buiten",
            "FouteRijen",
            "KeuzeNodig",
            "Modus",
            "NietTePubliceren",
            "controleer",
            "controleer_wie",
            "vandaag",
        ),
        "voorstel.geschiedenis": ("Geleverd", "Geschiedenis", "geschiedenis", "verdwenen_leveringen"),
        "voorstel.intrekken": ("trek_in", "veranderd", "zonder_levering"),
        "voorstel.kwartaaltelling": ("Kwartaaltelling", "per_kwartaal", "verdwijnen"),
        "voorstel.maken": ("Voorstel", "eerder_gepubliceerd", "maak_voorstel"),
        "voorstel.stukken": ("Buitenstaanders", "alle_gelijk", "buitenstaanders", "naam_van"),
        "voorstel.vergelijking": ("Tabelverschil", "vergelijk"),
        "werkboek": ("Blad", "Werkboek"),
    }
    _MODULE = {naam: module for module, namen in _WAAR.items() for naam in namen}

    def __getattr__(naam: str) -> object:
        """The object with this name, imported from its module."""
        if naam not in _MODULE:
            raise AttributeError(f"module '{__name__}' has no attribute '{naam}'")
        return getattr(importlib.import_module(f"{__name__}.{_MODULE[naam]}"), naam)
