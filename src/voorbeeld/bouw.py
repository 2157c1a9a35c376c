"""Put the example data in a store, one publication per moment; running it again adds only what is missing."""

from __future__ import annotations

from pathlib import Path

from dashboard.afspraken import laad_overeenkomst
from dashboard.store import GeenOpslag, Opslag, OpslagFout, alles
from voorbeeld.instellingen import lees_instellingen
from voorbeeld.maak import maak_voorbeeld


def bouw_voorbeeld(map_: Path, adres: str) -> tuple[int, int]:
    """Publish the missing moments; returns how many were published and how many publications there are.

    Raises OpslagFout when the store holds anything else: invented rows must never stand beside real ones.
    """
    overeenkomst = laad_overeenkomst(map_)
    voorbeeld = maak_voorbeeld(overeenkomst, lees_instellingen(map_))
    opslag = Opslag(adres)
    try:
        opslag.publicaties()
    except GeenOpslag:
        opslag.maak()
    with opslag.alleen():  # two who build at once: the second finds what the first made
        aanwezig = opslag.publicaties()
        if aanwezig and any(False in tabel["fictief"].to_pylist() for tabel in opslag.tabellen(aanwezig[-1]).values()):
            raise OpslagFout(
                f"in {adres} staan echte gegevens; kies voor de voorbeeldgegevens een andere map met MONITOR_DATA"
            )
        gemaakt = {publicatie.stand for publicatie in aanwezig}
        nieuw = [moment for moment in voorbeeld.momenten if moment.stand not in gemaakt]
        for moment in nieuw:
            opslag.publiceer(
                alles(voorbeeld.op(moment.peildatum)),
                wie=moment.wie,
                wat=moment.wat,
                waarom="verzonnen voorbeeldgegevens",
                stand=moment.stand,
                afspraken=overeenkomst.vingerafdruk,
                moment=moment.moment,
            )
    return len(nieuw), len(aanwezig) + len(nieuw)
