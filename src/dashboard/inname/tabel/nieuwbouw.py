"""Whether a letting was the first of a new home, where the file has no column for it.

It follows from a column that says which kind of letting it was, from the year in which the home was built, or from the
stock: where no new home came, none was let. What follows from nothing is not known; that is said, and no question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dashboard.basis.opmaak import aantal
from dashboard.inname.tabel.levering import Omgeving, Tabelkeuze
from dashboard.inname.tabel.lezing import Lezing
from dashboard.inname.waarden.onleesbaar import Gelezen
from dashboard.tabellen.contracten import LEVERINGEN, VOORRAADMUTATIES, beslaat

_NAAM = "nieuwbouw"
_KWARTALEN = 3  # the quarter of the letting and the two before: by then a new home is let
_UIT_BOUWJAAR = "Nieuwbouw is afgeleid: een woning van het jaar van de verhuring of het jaar ervoor telt als nieuw, een oudere niet."
_GEEN = "is het geen nieuwbouw: volgens de voorraadmutaties kwam er toen en in het half jaar ervoor in die kern geen nieuwe woning bij."
_NIET = "is niet bekend of het nieuwbouw is; een cijfer zonder nieuwbouw telt die niet mee."

Kwartaal = int  # counted from year 0


def nieuwbouw_uit_andere_kolommen(lezing: Lezing, keuze: Tabelkeuze) -> None:
    """Fill nieuwbouw when the file has no column for it, and say of how many lettings it is not known."""
    gelezen = lezing.gelezen.get(_NAAM)
    if gelezen is None or not (any(waarde is not None for waarde in gelezen.waarden) or gelezen.fouten):
        gelezen = _uit_soort(lezing)
    if gelezen is not None:
        niet = gelezen.waarden.count(None) - len(gelezen.fouten) - len(lezing.te_vullen().get(_NAAM, ()))
        zin = (f"Van {_verhuringen(niet)} {_NIET}",) if niet and not gelezen.vragen else ()
        lezing.neem_op(_NAAM, replace(gelezen, aannames=(*gelezen.aannames, *zin)))
        return
    waarden = _uit_bouwjaar(lezing, keuze)
    lezing.koppen[_NAAM] = _NAAM
    lezing.cellen.pop(_NAAM, None)
    zinnen = []
    geen = _zonder_nieuwe_woningen(lezing, waarden)
    if geen:
        waarden = [False if plek in geen else waarde for plek, waarde in enumerate(waarden)]
        zinnen.append(f"Van {_verhuringen(len(geen))} {_GEEN}")
    if niet := waarden.count(None):
        zinnen.append(f"Van {_verhuringen(niet)} {_NIET}")
    lezing.neem_op(_NAAM, Gelezen(tuple(waarden), {}, (), (" ".join(zinnen),) if zinnen else ()))


def _uit_soort(lezing: Lezing) -> Gelezen | None:
    """What a column says that can be nieuwbouw, when every cell in it is a word for it."""
    for koppeling, cellen in lezing.over.items():
        if _NAAM not in koppeling.kandidaten:
            continue
        gelezen = lezing.lees_als(_NAAM, cellen, koppeling.kolom_bestand)
        if any(waarde is not None for waarde in gelezen.waarden) and not gelezen.fouten and not gelezen.vragen:
            del lezing.over[koppeling]
            lezing.koppen[_NAAM], lezing.cellen[_NAAM] = koppeling.kolom_bestand, cellen
            return replace(gelezen, aannames=(*gelezen.aannames, "Nieuwbouw is afgeleid uit deze kolom."))
    return None


def _uit_bouwjaar(lezing: Lezing, keuze: Tabelkeuze) -> list[bool | None]:
    """Per row whether the home was built in the year of the letting or the one before; None where that cannot be said."""
    leeg = (None,) * len(lezing.plekken)
    jaren = lezing.lees_hulp("bouwjaar", keuze) or Gelezen(leeg)
    dagen = lezing.gelezen["ingangsdatum"].waarden if "ingangsdatum" in lezing.gelezen else leeg
    waarden = [
        None if jaar is None or dag is None or jaar > dag.year else jaar >= dag.year - 1
        for jaar, dag in zip(jaren.waarden, dagen, strict=True)
    ]
    if any(waarde is not None for waarde in waarden):
        lezing.gelezen["bouwjaar"] = replace(jaren, aannames=(*jaren.aannames, _UIT_BOUWJAAR))
    return waarden


def _zonder_nieuwe_woningen(lezing: Lezing, waarden: list[bool | None]) -> set[int]:
    """The places of the rows where, as far as is published, no new home can have been let."""
    nodig = ("corporatie", "kern", "ingangsdatum")
    if not {*nodig} <= lezing.gelezen.keys():
        return set()
    geleverd, gebouwd = _geleverd(lezing.omgeving), _gebouwd(lezing.omgeving)
    rijen = zip(waarden, *(lezing.gelezen[naam].waarden for naam in nodig), strict=True)
    geen = set()
    for plek, (waarde, corporatie, kern, dag) in enumerate(rijen):
        if waarde is None and corporatie and kern and dag:
            kwartalen = range(_kwartaal(dag) - _KWARTALEN + 1, _kwartaal(dag) + 1)
            bekend = all((corporatie, kwartaal) in geleverd for kwartaal in kwartalen)
            nieuw = any((corporatie, waar, kwartaal) in gebouwd for waar in (kern, None) for kwartaal in kwartalen)
            if bekend and not nieuw:
                geen.add(plek)
    return geen


def _geleverd(omgeving: Omgeving) -> set[tuple[str, Kwartaal]]:
    """The quarters of which a corporatie delivered every mutation."""
    return {
        (rij["corporatie"], kwartaal)
        for rij in omgeving.tabellen[LEVERINGEN.naam].to_pylist()
        if rij["tabel"] == VOORRAADMUTATIES.naam and beslaat(rij)
        for kwartaal in _hele_kwartalen(rij["periode_van"], rij["periode_tot"])
    }


def _gebouwd(omgeving: Omgeving) -> set[tuple[str, str | None, Kwartaal]]:
    """Where and when new homes came; without a kern somewhere."""
    return {
        (rij["corporatie"], rij["kern"], _kwartaal(rij["datum"]))
        for rij in omgeving.tabellen[VOORRAADMUTATIES.naam].to_pylist()
        if (rij["soort"], rij["eenheid"], rij["stand"]) == ("nieuwbouw", "woongelegenheid", "realisatie")
    }


def _hele_kwartalen(van: dt.date, tot: dt.date) -> Iterator[Kwartaal]:
    eerste = _kwartaal(van - dt.timedelta(days=1)) + 1
    yield from range(eerste, _kwartaal(tot + dt.timedelta(days=1)))


def _kwartaal(dag: dt.date) -> Kwartaal:
    return 4 * dag.year + (dag.month - 1) // 3


def _verhuringen(hoeveel: int) -> str:
    return aantal(hoeveel, "verhuring", "verhuringen")
