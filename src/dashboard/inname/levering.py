"""What comes out of reading and checking a file, and against what it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from dashboard.afspraken import Overeenkomst
from dashboard.inname.fouten import Bevinding
from dashboard.inname.kolommen import Koppeling
from dashboard.inname.onleesbaar import Vraag
from dashboard.inname.tabelvinder import Vondst
from dashboard.inname.werkboek import Werkboek
from dashboard.tabel import Tabel


@dataclass(frozen=True)
class Omgeving:
    """What a delivery is checked against: the agreement and the contract tables of the current publication."""

    overeenkomst: Overeenkomst
    tabellen: Mapping[str, pa.Table]


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
    `upload_id` and `fictief`; `foute_rijen` the numbers, as Excel shows them, of the others.
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


@dataclass(frozen=True)
class Inname:
    """A whole file, read and checked."""

    werkboek: Werkboek
    tabellen: tuple[Tabelinname, ...]
