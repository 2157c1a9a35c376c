"""Make the example data of one agreement: the parts in order, bundled as deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.afspraken import Overeenkomst
from voorbeeld.actiestatus import lever_actiestatus
from voorbeeld.instellingen import controleer
from voorbeeld.kengetallen import lever_kengetallen
from voorbeeld.leveringen import bundel
from voorbeeld.standaard import met_standaard
from voorbeeld.verhuringen import maak_verhuringen
from voorbeeld.verhuurlevering import lever_verhuringen
from voorbeeld.voorbeeld import Moment, Voorbeeld
from voorbeeld.voorraad import bouw_voorraad
from voorbeeld.voorraadlevering import lever_mutaties, lever_voorraad
from voorbeeld.woningzoekenden import lever_woningzoekenden


def maak_voorbeeld(overeenkomst: Overeenkomst, instellingen: Mapping[str, Any]) -> Voorbeeld:
    """Invent every table of the contracts; the same agreement and settings always give the same rows.

    Raises:
        FoutenError: the settings name a kern, corporatie, group, kengetal or afspraak that the agreement does not have.
    """
    instellingen = met_standaard(instellingen)
    controleer(overeenkomst, instellingen)
    voorraad = bouw_voorraad(overeenkomst, instellingen)
    leveringen = [
        *lever_voorraad(voorraad, overeenkomst, instellingen),
        *lever_mutaties(voorraad, overeenkomst, instellingen),
        *lever_verhuringen(maak_verhuringen(voorraad, overeenkomst, instellingen), overeenkomst, instellingen),
        *lever_woningzoekenden(instellingen),
        *lever_kengetallen(overeenkomst, instellingen),
        *lever_actiestatus(overeenkomst, instellingen),
    ]
    momenten = tuple(Moment(**moment) for moment in instellingen["leveringen"]["momenten"])
    return Voorbeeld(bundel(leveringen, instellingen["leveringen"]["voorvoegsel"]), momenten)
