"""The result of reading and checking a file, and what it was checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyarrow as pa

from dashboard.afspraken import Overeenkomst
from dashboard.basis.opmaak import opsomming
from dashboard.inname.fouten import Bevinding, Ernst
from dashboard.inname.herkennen.gezegd import Gezegd
from dashboard.inname.herkennen.synoniemen import Synoniemen
from dashboard.inname.vondsten import Koppeling, Vondst
from dashboard.inname.waarden.onleesbaar import Onleesbaar, Vraag
from dashboard.inname.waarden.woordenboek import Woordenboek
from dashboard.inname.werkboek import Werkboek
from dashboard.tabellen.contracten import VERHURINGEN
from dashboard.tabellen.tabel import Tabel


@dataclass(frozen=True)
class Omgeving:
    """What a delivery is checked against: the agreement and the contract tables of the current publication."""

    overeenkomst: Overeenkomst
    tabellen: Mapping[str, pa.Table]

    @cached_property
    def woordenboek(self) -> Woordenboek:
        """How people write the values of the agreement."""
        return Woordenboek(self.overeenkomst.tabellen)

    @cached_property
    def synoniemen(self) -> Synoniemen:
        """How people name the columns that they deliver."""
        return Synoniemen.uit(self.overeenkomst.tabellen)

    @cached_property
    def kengetallen(self) -> dict[str, dict[str, Any]]:
        """The definition of each kengetal, by its code."""
        rijen = self.overeenkomst.tabellen["kengetal_definities"].to_pylist()
        return {rij["kengetal"]: rij for rij in rijen}

    @cached_property
    def niveaus(self) -> dict[str, str]:
        """What each kengetal is kept for: the gemeente, a corporatie or a kern."""
        return {kengetal: rij["niveau"] for kengetal, rij in self.kengetallen.items()}

    def corporatie(self, naam: str) -> str | None:
        """The code of a corporatie by any of its spellings; None when there is no such corporatie."""
        kolom = next(kolom for kolom in VERHURINGEN.kolommen if kolom.verwijst == "corporaties")
        try:
            return self.woordenboek.voor(VERHURINGEN, kolom).lees(naam)
        except Onleesbaar:
            return None


@dataclass(frozen=True)
class Tabelkeuze:
    """What the analyst decided about one table of the file; empty fields leave the proposal.

    `kolommen` maps a header in the file to a column of the contract ('' for none of ours), `antwoorden` a column to the
    answers to its questions, `vast` a column to the text that holds for every row.
    """

    blad: str
    koprij: int | None = None
    koprijen: int = 1
    soort: str | None = None
    gebruik: bool = True
    kolommen: Mapping[str, str] = field(default_factory=dict)
    antwoorden: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    verborgen: bool = True
    vast: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tabelinname:
    """One table of the file, read and checked. `rijen` are the rows without a fault: the columns of the contract without
    `upload_id` and `fictief`; `foute_rijen` the numbers, as Excel shows them, of the others. `gezegd` is the period that the
    file says these rows are about.
    """

    tabel: Tabel
    vondst: Vondst
    koppelingen: tuple[Koppeling, ...]
    vragen: Mapping[str, tuple[Vraag, ...]]
    aannames: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...]
    rijen: pa.Table
    foute_rijen: frozenset[int]
    keuze: Tabelkeuze
    gezegd: Gezegd | None = None

    @property
    def open_vragen(self) -> tuple[Bevinding, ...]:
        """What somebody must answer first, as findings: about a whole column, or about what the file is."""
        over = [
            Bevinding(
                self.vondst.blad,
                self.vondst.koprij,
                next((k.kolom_bestand for k in self.koppelingen if k.kolom == kolom), kolom),
                "",
                f"een antwoord: {vraag.vraag} {opsomming([tekst for _, tekst in vraag.keuzes], 'of')}",
                "vraag",
            )
            for kolom, vragen in self.vragen.items()
            for vraag in vragen
        ]
        return (*(b for b in self.bevindingen if b.ernst == "vraag"), *over)


@dataclass(frozen=True)
class Inname:
    """A whole file, read and checked."""

    werkboek: Werkboek
    tabellen: tuple[Tabelinname, ...]

    @property
    def gebruikt(self) -> tuple[Tabelinname, ...]:
        """The tables that are used; the others were only found."""
        return tuple(deel for deel in self.tabellen if deel.keuze.gebruik)

    @property
    def zonder_tabel(self) -> tuple[str, ...]:
        """The sheets that hold rows, and no table that was recognised."""
        met = {deel.vondst.blad for deel in self.tabellen}
        return tuple(blad.naam for blad in self.werkboek.bladen if len(blad.rijen) > 1 and blad.naam not in met)

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        """The findings that block, in the order of the file."""
        return self._bevindingen("fout")

    @property
    def waarschuwingen(self) -> tuple[Bevinding, ...]:
        """The findings that do not block."""
        return self._bevindingen("waarschuwing")

    @property
    def foute_rijen(self) -> int:
        """How many rows have at least one fault."""
        return sum(len(deel.foute_rijen) for deel in self.gebruikt)

    @property
    def vragen(self) -> tuple[Bevinding, ...]:
        """The questions that still have no answer."""
        return tuple(b for deel in self.gebruikt for b in deel.open_vragen)

    @property
    def goed(self) -> bool:
        """Whether all of it can be published: it has rows, no faults and no open questions."""
        return (
            not self.fouten
            and not self.vragen
            and all(len(deel.rijen) for deel in self.gebruikt)
            and bool(self.gebruikt)
        )

    def _bevindingen(self, ernst: Ernst) -> tuple[Bevinding, ...]:
        return tuple(b for deel in self.gebruikt for b in deel.bevindingen if b.ernst == ernst)
