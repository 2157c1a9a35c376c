"""What columns say about each other, once they are read and before the rows are checked."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.inname.tabel.aandelen import waarde_naar_eenheid
from dashboard.inname.tabel.huurklasse import huurklasse_uit_streefhuur
from dashboard.inname.tabel.kengetallen import (
    bron_met_voorlopig,
    corporatie_van_de_meting,
    een_waarde_per_dag,
    regio_van_de_gemeente,
)
from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.tabel.nieuwbouw import nieuwbouw_uit_andere_kolommen
from dashboard.inname.tabel.woningen import tel_woningen, zeg_hoe_er_geteld_is
from dashboard.tabellen.contracten import KENGETALLEN, VERHURINGEN, VOORRAAD

_PER_TABEL: dict[str, tuple[Callable[[Lezing, Tabelkeuze], None], ...]] = {
    KENGETALLEN.naam: (
        corporatie_van_de_meting,
        waarde_naar_eenheid,
        een_waarde_per_dag,
        regio_van_de_gemeente,
        bron_met_voorlopig,
    ),
    VERHURINGEN.naam: (nieuwbouw_uit_andere_kolommen,),
    VOORRAAD.naam: (tel_woningen, huurklasse_uit_streefhuur, zeg_hoe_er_geteld_is),
}


def leid_af(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Settle what follows from other columns of the same table, and say so."""
    for regel in _PER_TABEL.get(lezing.tabel.naam, ()):
        regel(lezing, keuze)
