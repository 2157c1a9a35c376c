"""The example data as a whole: every table, and the publications made along the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from voorbeeld.leveringen import bekend_op


@dataclass(frozen=True)
class Moment:
    """A publication to make: what was known on `peildatum`, recorded at `moment` (with time zone) under the name `stand`."""

    peildatum: dt.date
    moment: dt.datetime
    stand: str
    wie: str
    wat: str


@dataclass(frozen=True)
class Voorbeeld:
    """Every table of the contracts over the whole period, and the moments in order of time."""

    tabellen: Mapping[str, pa.Table] = field(repr=False)
    momenten: tuple[Moment, ...]

    def op(self, peildatum: dt.date) -> dict[str, pa.Table]:
        """The tables as they were known on a day: only what had been delivered by then."""
        return bekend_op(self.tabellen, peildatum)
