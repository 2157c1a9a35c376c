"""What the person who publishes decides, and whether a checked file can be published that way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.basis.opmaak import aantal, opsomming
from dashboard.inname.personen.namen import lijkt_persoon
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.voorstel.snede import buiten
from dashboard.store import Wijziging, binnen
from dashboard.tabellen.tabel import Tabel

_PERSOON = (
    "Bij wie aanlevert, lijkt de naam van een persoon te staan. Geef een organisatie of functie, zoals gemeente of "
    "beleidsmedewerker wonen."
)
_GENOEMD = 5  # rows or delivery numbers that a sentence names before it counts the rest


class NietTePubliceren(Exception):
    """This file cannot be published as it is; the message is Dutch and says what to do about it."""


@dataclass(frozen=True)
class Besluit:
    """For whom, on which day, over which period, and whether rows with faults may stay out.

    `wie` is an organisation or a role, never a name. Without `van` or `tot` the rows decide the period. `bezet` are the
    marks of earlier deliveries, also of those that no longer hold; `partijen` are names that are not those of a person.
    """

    wie: str
    dag: dt.date
    van: dt.date | None = None
    tot: dt.date | None = None
    alleen_goede_rijen: bool = False
    bezet: Collection[str] = ()
    partijen: Collection[str] = ()


def vandaag() -> dt.date:
    """The day by the Dutch clock, only for when something was delivered: no figure or stand depends on it."""
    return dt.datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def controleer(delen: Sequence[Tabelinname], besluit: Besluit) -> None:
    """Raise NietTePubliceren when these tables cannot be published with this decision."""
    if not besluit.wie.strip():
        raise NietTePubliceren("Geef aan welke organisatie of functie dit aanlevert.")
    if besluit.wie not in besluit.partijen and lijkt_persoon(besluit.wie):
        raise NietTePubliceren(_PERSOON)
    if besluit.van and besluit.tot and besluit.van > besluit.tot:
        raise NietTePubliceren("De opgegeven periode eindigt voor zij begint.")
    if not delen:
        raise NietTePubliceren("Er is geen tabel gekozen om te publiceren.")
    if vragen := dict.fromkeys(kolom for deel in delen for kolom in deel.vragen):
        raise NietTePubliceren(f"Er is nog een vraag over {opsomming(vragen)}. Beantwoord die eerst.")
    _controleer_fouten(delen, besluit)
    for deel in delen:
        if not len(deel.rijen):
            raise NietTePubliceren(f"Blad {deel.vondst.blad} heeft geen enkele goede rij.")
        if rijen := buiten(deel.tabel, deel.rijen, besluit.van, besluit.tot):
            raise NietTePubliceren(
                f"Op blad {deel.vondst.blad} {_ligt(len(rijen))} buiten de opgegeven periode: {_noem('rij', rijen)}. "
                "Kies een andere periode, of haal ze uit het bestand."
            )


def controleer_sleutel(tabel: Tabel, gepubliceerd: pa.Table, wijzigingen: Sequence[Wijziging]) -> None:
    """Raise NietTePubliceren when a row is already published in a period that this delivery does not replace."""
    if not tabel.sleutel:
        return
    over = gepubliceerd
    for wijziging in wijzigingen:
        if wijziging.vervangt is not None:
            over = over.filter(pc.invert(binnen(over, wijziging.vervangt, tabel.datum)))
    nieuw = pa.concat_tables([wijziging.rijen for wijziging in wijzigingen])
    dubbel = nieuw.filter(pc.is_in(_sleutels(tabel, nieuw), value_set=_sleutels(tabel, over).combine_chunks()))
    if len(dubbel):
        merken = dubbel[tabel.sleutel[-1]].to_pylist()
        raise NietTePubliceren(
            f"Al gepubliceerd in een andere periode: {_noem(tabel.sleutel[-1], merken)}. Lever ook die periode opnieuw "
            "aan, in hetzelfde bestand, of haal de rij uit het bestand."
        )


def _controleer_fouten(delen: Sequence[Tabelinname], besluit: Besluit) -> None:
    fouten = [(deel, fout) for deel in delen for fout in deel.bevindingen if fout.ernst == "fout"]
    if hele := dict.fromkeys(fout.kolom for deel, fout in fouten if fout.rij not in deel.foute_rijen):
        raise NietTePubliceren(
            f"Er is een fout bij {opsomming(hele)} die niet in een rij zit. Rijen weglaten helpt daar niet tegen."
        )
    rijen = sum(len(deel.foute_rijen) for deel in delen)
    if rijen and not besluit.alleen_goede_rijen:
        raise NietTePubliceren(
            f"Er zijn fouten in {aantal(rijen, 'rij', 'rijen')}. Herstel ze, of kies ervoor die rijen weg te laten."
        )


def _sleutels(tabel: Tabel, rijen: pa.Table) -> pa.ChunkedArray:
    delen = (pc.fill_null(rijen[naam].cast(pa.string()), "") for naam in tabel.sleutel)
    return pc.binary_join_element_wise(*delen, "\x1f")


def _ligt(hoeveel: int) -> str:
    return "ligt 1 rij" if hoeveel == 1 else f"liggen {aantal(hoeveel, '', 'rijen')}"


def _noem(wat: str, waarden: Sequence[object]) -> str:
    """'rij 4', 'rij 4, 5, 6, 7, 8 en nog 12'."""
    genoemd = [str(waarde) for waarde in waarden[:_GENOEMD]]
    return f"{wat} {opsomming([*genoemd, *([f'nog {len(waarden) - _GENOEMD}'] if len(waarden) > _GENOEMD else [])])}"
