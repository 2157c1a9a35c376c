"""The norms that ended while the agreement itself runs on: whether they still hold is for the parties to say."""

from __future__ import annotations

import datetime as dt

from dashboard.afspraken import Overeenkomst
from dashboard.basis.opmaak import aantal, opsomming


def afgelopen_normen(overeenkomst: Overeenkomst, dag: dt.date) -> dict[str, str]:
    """What a sentence may name about them, on a day after the agreement's own end; empty when there are none."""
    einde = overeenkomst.gemeente.looptijd_tot
    if dag <= einde:
        return {}
    besloten = {norm.norm for norm in overeenkomst.normen if norm.geldig_tot is None or norm.geldig_tot > einde}
    open_ = {n.norm: n.afspraak for n in overeenkomst.normen if n.telt_mee and n.norm not in besloten}
    if not open_:
        return {}
    return {
        "doorloop": overeenkomst.gemeente.doorloop,
        "aantal": aantal(len(open_), "norm", "normen"),
        "afspraken": opsomming(list(dict.fromkeys(open_.values()))),
    }
