"""What an observation says where there is no row: delivered and nothing to count is not the same as not delivered."""

import dataclasses

from dashboard.monitor.waarnemingen import _geteld
from dashboard.normen import Staat, Waarneming
from tests.unit.test_normen import AANDEEL

MET_NOEMER = dataclasses.replace(AANDEEL, noemer="verhuringen")


def test_geleverd_zonder_rij_is_nul_en_niet_geleverd_is_onbekend() -> None:
    geleverd, onbekend = Waarneming(2025, staat=Staat.VOLLEDIG), Waarneming(2025, staat=Staat.NIETS)

    assert _geteld(MET_NOEMER, geleverd) == dataclasses.replace(geleverd, noemer=0)
    assert _geteld(MET_NOEMER, onbekend) == onbekend
    assert _geteld(AANDEEL, geleverd) == geleverd  # a figure without a denominator has nothing to be nought
    deels = Waarneming(2025, staat=Staat.DEELS, mist=("Noord: nog niets",))
    assert _geteld(MET_NOEMER, deels) == deels  # who is missing may have had something to count
    telling = dataclasses.replace(MET_NOEMER, tijd="peil")
    assert _geteld(telling, geleverd) == geleverd  # nobody counts nought homes


def test_een_waarneming_met_cijfer_blijft_zoals_zij_is() -> None:
    gemeten = Waarneming(2025, waarde=0.5, teller=1, noemer=2)

    assert _geteld(MET_NOEMER, gemeten) == gemeten
