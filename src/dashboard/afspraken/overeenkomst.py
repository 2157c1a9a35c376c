"""The agreement in memory: frozen dataclasses, one per file, with the meaning of each in Dutch domain words.

Nothing here reads a file or knows a gemeente; `laden` fills these after everything has been validated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

import pyarrow as pa

from dashboard.afspraken.aandachtregels import Aandachtregel
from dashboard.afspraken.definities import Definitie
from dashboard.basis.eenheid import Eenheid
from dashboard.basis.opmaak import opsomming

Niveau = Literal["gemeente", "corporatie", "kern"]
Richting = Literal["minstens", "hoogstens", "precies"]


@dataclass(frozen=True)
class Gemeente:
    """Whose agreement this is and how long it runs; `doorloop` says in words what happens after the end date."""

    naam: str
    code: str
    titel: str
    ondertitel: str
    looptijd_van: dt.date
    looptijd_tot: dt.date
    versie: str
    doorloop: str
    bron: str


@dataclass(frozen=True)
class Thema:
    """A chapter of the agreement; `slug` is its address, `vraag` the question its page answers."""

    thema: int
    naam: str
    slug: str
    kort: str
    vraag: str


@dataclass(frozen=True)
class Afspraak:
    """One afspraak, summarised in our own words; `trekker` holds codes of partijen joined by ';'."""

    afspraak: str
    thema: int
    paragraaf: str
    onderwerp: str
    vervolg_op: str | None
    samenvatting: str
    trekker: str
    soort: str
    bron: str
    opmerking: str | None


@dataclass(frozen=True)
class Actie:
    """A row of the uitvoeringsagenda, tied to its afspraak by subject; `actie` is None where the row is empty.

    An action that recurs has a row for each of its rounds besides: `ronde_van` is its number, the year that of `deadline`.
    """

    agenda_nr: str
    afspraak: str
    agenda_onderwerp: str
    actie: str | None
    trekker: str | None
    termijn: str | None
    deadline: dt.date | None
    start: dt.date | None
    ronde_van: str | None
    opmerking: str | None


@dataclass(frozen=True)
class Partij:
    """A party, or a group of parties, that can be trekker of an afspraak."""

    partij: str
    naam: str
    kort: str
    soort: str
    hoort_bij: str | None


@dataclass(frozen=True)
class Corporatie:
    """A housing corporation with its colours for a light and a dark background."""

    corporatie: str
    naam: str
    kort: str
    kleur_licht: str
    kleur_donker: str


@dataclass(frozen=True)
class Kern:
    """A village or town by its BAG name, with a point for its label on a map (degrees).

    `eerste_partner` is the corporatie that the gemeente first talks to about building here, not the only one that may build.
    """

    kern: str
    bag_code: str
    inwoners_2010: int | None
    label_lon: float | None
    label_lat: float | None
    eerste_partner: str | None
    opmerking: str | None


@dataclass(frozen=True)
class Moment:
    """A fixed moment in the yearly cycle; without `dag` it is a whole month. A meeting looks back on the year `over`."""

    volgorde: int
    naam: str
    maand: int
    dag: int | None
    wat: str
    over: Literal["vorig_jaar", "dit_jaar"] | None
    afspraak: str | None


@dataclass(frozen=True)
class Indicator:
    """A figure: which query gives it, in which columns, at which levels it may be shown.

    `parameters` are fixed ones of its query, such as which kengetal is meant; `erbij` are columns to show beside it, by
    their word. With `toeval` chance plays a part in a share of few, because the cases are separate events: lettings are,
    standing homes are not. `definitie` says how it was counted when that is not as agreed ('zonder nieuwbouw'); see
    `Overeenkomst.anders_geteld`.
    """

    indicator: str
    thema: int
    titel: str
    eenheid: Eenheid
    eenheid_een: str
    eenheid_meer: str
    query: str
    parameters: Mapping[str, str] = field(hash=False)
    kolom: str
    teller: str | None
    noemer: str | None
    tijd: str
    niveaus: tuple[str, ...]
    gunstig: str
    hoofd: bool
    afspraak: str | None
    uitleg: str
    erbij: Mapping[str, str] = field(default_factory=dict, hash=False)
    toeval: bool = False
    definitie: str = ""

    @property
    def loopt_op(self) -> bool:
        """Whether the figure grows during a year, so that a running year cannot be compared with a whole one."""
        return self.tijd == "stroom" and self.eenheid.telt

    def beeld(self, niveau: str) -> str | None:
        """The name of the chart that draws it at a level; None where there is none."""
        return self.eenheid.beeld(niveau, self.tijd)


@dataclass(frozen=True)
class Norm:
    """What was agreed about a figure, for whom and for how long.

    `waarde` and `bandbreedte` are in the unit of the indicator (a share is a fraction). With `bron_norm` 'nulmeting' the
    norm is the figure of `nulmeting_jaar`, plus `waarde` (more than then: 1 home); with 'kolom' it stands in a column
    of the query (a plan per year). A one-off target has a `deadline`; a yearly norm may have a day in every year by
    which it must be kept, `uiterlijk` ('03-31').
    """

    norm: str
    afspraak: str
    indicator: str
    omschrijving: str
    richting: Richting
    waarde: float | None
    bron_norm: str
    nulmeting_jaar: int | None
    normkolom: str | None
    bandbreedte: float
    niveau: Niveau
    corporatie: str | None
    kern: str | None
    aard: str
    geldig_van: dt.date
    geldig_tot: dt.date | None
    deadline: dt.date | None
    uiterlijk: str | None
    besluit: str
    zekerheid: str
    telt_mee: bool
    opmerking: str | None

    def geldig_in(self, jaar: int) -> bool:
        """Whether the norm holds on the last day of this year."""
        einde = dt.date(jaar, 12, 31)
        return self.geldig_van <= einde and (self.geldig_tot is None or self.geldig_tot >= einde)

    def uiterlijk_in(self, jaar: int) -> dt.date | None:
        """The last day in this year on which a yearly norm can be kept; None when the whole year counts."""
        return dt.date.fromisoformat(f"{jaar}-{self.uiterlijk}") if self.uiterlijk else None

    def te_laat_op(self, dag: dt.date) -> bool:
        """Whether on this day the last day of its year on which the norm could be kept is over."""
        uiterlijk = self.uiterlijk_in(dag.year)
        return uiterlijk is not None and dag >= uiterlijk


@dataclass(frozen=True)
class Overeenkomst:
    """The whole agreement, with the same facts as Arrow tables (`tabellen`, by their SQL name) for the queries."""

    gemeente: Gemeente
    themas: tuple[Thema, ...]
    afspraken: tuple[Afspraak, ...]
    acties: tuple[Actie, ...]
    partijen: tuple[Partij, ...]
    corporaties: tuple[Corporatie, ...]
    kernen: tuple[Kern, ...]
    jaarcyclus: tuple[Moment, ...]
    indicatoren: tuple[Indicator, ...]
    normen: tuple[Norm, ...]
    aandachtregels: tuple[Aandachtregel, ...]
    definities: tuple[Definitie, ...]
    kaart: Mapping[str, Any]
    vingerafdruk: str
    tabellen: Mapping[str, pa.Table] = field(repr=False)

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by code."""
        return {rij.indicator: rij for rij in self.indicatoren}

    @cached_property
    def afspraak(self) -> Mapping[str, Afspraak]:
        """Afspraken by number."""
        return {rij.afspraak: rij for rij in self.afspraken}

    @cached_property
    def kort(self) -> Mapping[str, str]:
        """Short name of a partij or corporatie by code; 'totaal' for all together."""
        namen = {rij.partij: rij.kort for rij in self.partijen} | {rij.corporatie: rij.kort for rij in self.corporaties}
        return namen | {"totaal": "alle corporaties samen"}

    def aandachtregel(self, situatie: str, indicator: str | None = None) -> Aandachtregel | None:
        """The rule in force for a situation: the one for this indicator, else the general one; None when there is none."""
        gevonden = {
            rij.indicator: rij
            for rij in self.aandachtregels
            if rij.actief and rij.situatie == situatie and rij.indicator in (None, indicator)
        }
        return gevonden.get(indicator) or gevonden.get(None)

    def schakelaars(self, indicator: Indicator) -> list[Definitie]:
        """The switches of a figure, in the order of the data."""
        return [definitie for definitie in self.definities if definitie.indicator == indicator.indicator]

    def anders_geteld(self, indicator: Indicator, anders: Collection[str]) -> Indicator:
        """The figure by another definition: with its switches in `anders` turned, which its title says.

        Unchanged when none of them is its own.
        """
        gekozen = [definitie for definitie in self.schakelaars(indicator) if definitie.sleutel in anders]
        if not gekozen or indicator.definitie:
            return indicator
        woorden = opsomming([definitie.omschrijving for definitie in gekozen])
        parameters = {
            **indicator.parameters,
            **{definitie.parameter: definitie.ander_antwoord for definitie in gekozen},
        }
        return replace(indicator, titel=f"{indicator.titel}, {woorden}", parameters=parameters, definitie=woorden)

    def trekkers(self, codes: str | None) -> str:
        """The parties behind codes joined by ';', as the short names people use."""
        return ", ".join(self.kort.get(code, code) for code in codes.split(";")) if codes else ""
