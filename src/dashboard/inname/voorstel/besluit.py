"""What the person who publishes decides, and whether a checked file can be published that way.

A delivery replaces what was published for the same period, adds late rows to it, or corrects single rows of it. Which of
these it is, and what becomes of rows outside the period, is never guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.basis.opmaak import TIJDZONE, aantal, datum, opsomming
from dashboard.inname.personen.namen import lijkt_persoon
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.store import Wijziging, binnen
from dashboard.tabellen.tabel import Tabel

_PERSOON = (
    "Bij wie dit doet, lijkt de naam van een persoon te staan. Geef een organisatie of functie, zoals gemeente of "
    "beleidsmedewerker wonen."
)
_GENOEMD = 5  # rows or delivery numbers that a sentence names before it counts the rest


class NietTePubliceren(Exception):
    """This file cannot be published as it is; the message is Dutch and says what to do about it."""


class KeuzeNodig(NietTePubliceren):
    """The file is fine, but somebody must first answer `vragen`: what it does to what is published already."""

    def __init__(self, vragen: Sequence[str]) -> None:
        self.vragen = tuple(vragen)
        super().__init__(" ".join(vragen))


class FouteRijen(NietTePubliceren):
    """Rows have faults, and nobody decided to leave those out."""


class Modus(StrEnum):
    """What the rows of a delivery do to the published ones; the value is what people read and type."""

    VERVANGEN = "vervangen"
    AANVULLEN = "aanvullen"
    CORRIGEREN = "corrigeren"

    @property
    def uitleg(self) -> str:
        """What it does, in Dutch."""
        return {
            Modus.VERVANGEN: "deze rijen komen in de plaats van alles wat er over deze periode was",
            Modus.AANVULLEN: "deze rijen komen erbij; een rij die er al was, wordt bijgewerkt",
            Modus.CORRIGEREN: "alleen rijen die er al waren, worden bijgewerkt",
        }[self]


class Buiten(StrEnum):
    """What becomes of a row outside the period of its delivery."""

    TOEVOEGEN = "toevoegen"
    WEGLATEN = "weglaten"
    VERVANGEN = "vervangen"


Plek = tuple[str, int]  # sheet, row in the file


@dataclass(frozen=True)
class Besluit:
    """For whom, on which day, over which period, and whether rows with faults may stay out.

    `wie` is an organisation or a role, never a name. Without `van` or `tot` the file decides the period. `bezet` are the
    marks of earlier deliveries, also of those that no longer hold. `buiten` answers for rows outside the period;
    `partijen` are names that are not those of a person.
    """

    wie: str
    dag: dt.date
    van: dt.date | None = None
    tot: dt.date | None = None
    alleen_goede_rijen: bool = False
    bezet: Collection[str] = ()
    modus: Modus = Modus.VERVANGEN
    buiten: Mapping[Plek, Buiten] = field(default_factory=dict)
    partijen: Collection[str] = ()


def vandaag() -> dt.date:
    """The day by the Dutch clock, only for when something was delivered: no figure or stand depends on it."""
    return dt.datetime.now(TIJDZONE).date()


def controleer(delen: Sequence[Tabelinname], besluit: Besluit) -> None:
    """Raise NietTePubliceren when these tables cannot be published with this decision."""
    if not besluit.wie.strip():
        raise NietTePubliceren("Geef aan welke organisatie of functie dit aanlevert.")
    if besluit.wie not in besluit.partijen:
        controleer_wie(besluit.wie)
    if besluit.van and besluit.tot and besluit.van > besluit.tot:
        raise NietTePubliceren("De opgegeven periode eindigt voor zij begint.")
    if besluit.tot and besluit.tot > besluit.dag:
        raise NietTePubliceren(
            f"De opgegeven periode eindigt na vandaag ({datum(besluit.dag)}): over wat nog komt, is niets aan te leveren."
        )
    if not delen:
        raise NietTePubliceren("Er is geen tabel gekozen om te publiceren.")
    if vragen := dict.fromkeys(vraag.kolom or "de tabel" for deel in delen for vraag in deel.open_vragen):
        raise NietTePubliceren(f"Er is nog een vraag over {opsomming(vragen)}. Beantwoord die eerst.")
    _controleer_fouten(delen, besluit)
    for deel in delen:
        if not len(deel.rijen):
            raise NietTePubliceren(f"Blad {deel.vondst.blad} heeft geen enkele goede rij.")


def controleer_wie(wie: str) -> None:
    """Raise NietTePubliceren when this is the name of a person: the list of publications is there for everybody."""
    if lijkt_persoon(wie):
        raise NietTePubliceren(_PERSOON)


def controleer_sleutel(tabel: Tabel, gepubliceerd: pa.Table, wijzigingen: Sequence[Wijziging]) -> None:
    """Raise NietTePubliceren when a row is already published in a period that this delivery does not replace."""
    if not tabel.sleutel:
        return
    over = gepubliceerd
    for wijziging in wijzigingen:
        if wijziging.vervangt is not None:
            over = over.filter(pc.invert(binnen(over, wijziging.vervangt, tabel.datum)))
    nieuw = pa.concat_tables([wijziging.rijen for wijziging in wijzigingen])
    dubbel = nieuw.filter(pc.is_in(sleutels(tabel, nieuw), value_set=sleutels(tabel, over).combine_chunks()))
    if len(dubbel):
        merken = dubbel[tabel.sleutel[-1]].to_pylist()
        raise NietTePubliceren(
            f"Al gepubliceerd in een andere periode: {_noem(tabel.sleutel[-1], merken)}. Lever ook die periode opnieuw "
            "aan, in hetzelfde bestand, haal de rij uit het bestand, of kies aanvullen."
        )


def controleer_bekend(tabel: Tabel, gepubliceerd: pa.Table, rijen: pa.Table) -> None:
    """Raise NietTePubliceren when a row to correct was never published."""
    nieuw = rijen.filter(
        pc.invert(pc.is_in(sleutels(tabel, rijen), value_set=sleutels(tabel, gepubliceerd).combine_chunks()))
    )
    if len(nieuw):
        raise NietTePubliceren(
            f"Corrigeren kan alleen wat al gepubliceerd is. Nog niet bekend: {_noem('rij', sorted(nieuw['bronrij'].to_pylist()))}. "
            "Haal ze uit het bestand, of kies aanvullen."
        )


def _controleer_fouten(delen: Sequence[Tabelinname], besluit: Besluit) -> None:
    fouten = [(deel, fout) for deel in delen for fout in deel.bevindingen if fout.ernst == "fout"]
    if hele := dict.fromkeys(fout.kolom for deel, fout in fouten if fout.rij not in deel.foute_rijen):
        raise NietTePubliceren(
            f"Er is een fout bij {opsomming(hele)} die niet in een rij zit. Rijen weglaten helpt daar niet tegen."
        )
    rijen = sum(len(deel.foute_rijen) for deel in delen)
    if rijen and not besluit.alleen_goede_rijen:
        raise FouteRijen(
            f"Er zijn fouten in {aantal(rijen, 'rij', 'rijen')}. Herstel ze, of kies ervoor die rijen weg te laten."
        )


def sleutels(tabel: Tabel, rijen: pa.Table) -> pa.ChunkedArray:
    """What identifies each row, as one text."""
    delen = (pc.fill_null(rijen[naam].cast(pa.string()), "") for naam in tabel.herkenning)
    return pc.binary_join_element_wise(*delen, "\x1f")


def _noem(wat: str, waarden: Sequence[object]) -> str:
    """'rij 4', 'rij 4, 5, 6, 7, 8 en nog 12'."""
    genoemd = [str(waarde) for waarde in waarden[:_GENOEMD]]
    return f"{wat} {opsomming([*genoemd, *([f'nog {len(waarden) - _GENOEMD}'] if len(waarden) > _GENOEMD else [])])}"
