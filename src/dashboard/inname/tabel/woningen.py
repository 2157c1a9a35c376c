"""A stock with a row per home: the rows are counted, because the contract holds numbers of homes and not homes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.basis.opmaak import aantal
from dashboard.inname.fouten import Klacht
from dashboard.inname.tabel.levering import Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.waarden.onleesbaar import Gelezen
from dashboard.tabellen.contracten import VOORRAAD, eigen_kolommen

_AANTAL, _NUMMER = "aantal", "eenheid_nr"


def tel_woningen(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Count rows that are one home each: they have a number, and no count or a count of one."""
    if _AANTAL in lezing.gelezen and set(lezing.gelezen[_AANTAL].waarden) != {1}:
        return
    nummers = lezing.lees_hulp(_NUMMER, keuze)
    if nummers is None:
        return
    lezing.telt_rijen = True
    if _AANTAL not in lezing.gelezen:
        lezing.koppen[_AANTAL] = lezing.koppen[_NUMMER]
        lezing.neem_op(_AANTAL, Gelezen((1,) * len(lezing.plekken)))
    lezing.meld(_dubbel(lezing, nummers))


def zeg_hoe_er_geteld_is(lezing: Lezing, _keuze: Tabelkeuze) -> None:
    """Tell how many rows became how many, once every column is settled."""
    if not lezing.telt_rijen:
        return
    namen = [k.naam for k in eigen_kolommen(VOORRAAD) if k.naam in lezing.gelezen and k.naam != _AANTAL]
    hoeveel = len(set(zip(*(lezing.gelezen[naam].waarden for naam in namen), strict=True)))
    van, tot = (aantal(getal, "rij", "rijen") for getal in (len(lezing.plekken), hoeveel))
    zin = f"{van} van een woning zijn geteld tot {tot} met een aantal; elk heeft het nummer van haar eerste rij."
    gelezen = lezing.gelezen[_NUMMER]
    lezing.neem_op(_NUMMER, replace(gelezen, aannames=(*gelezen.aannames, zin)))


def _dubbel(lezing: Lezing, nummers: Gelezen) -> Iterator[Klacht]:
    """Rows without a number, and the second and later of one home on one day."""
    rijen = lezing.nummers
    dagen = lezing.gelezen["peildatum"].waarden if "peildatum" in lezing.gelezen else (None,) * len(rijen)
    gezien: dict[tuple[object, object], int] = {}
    for plek, merk in enumerate(zip(nummers.waarden, dagen, strict=True)):
        if merk[0] is None:
            yield Klacht(rijen[plek], _NUMMER, "een waarde; zonder nummer is niet te zien of dit een woning is")
        elif (eerder := gezien.setdefault(merk, plek)) != plek:
            yield Klacht(rijen[plek], _NUMMER, f"een nummer dat een keer voorkomt; staat ook op rij {rijen[eerder]}")
