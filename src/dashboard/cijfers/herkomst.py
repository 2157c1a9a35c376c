"""From a figure to the delivered rows under it, and from a delivery to every figure it is in.

The rows come from the figure's own query (its step `onder`), so they add up to it: sums for counts and shares, the
median for durations.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from dashboard.afspraken import Indicator, Overeenkomst
from dashboard.cijfers import Keuze, is_gevuld, reeks_voor
from dashboard.monitor import Monitor
from dashboard.normen import TOTAAL, Waarneming
from dashboard.queries import QueryFout, plaatsen_onder, rijen_onder
from dashboard.tabellen.contracten import LEVERINGEN, TABELLEN
from dashboard.tabellen.tabel import Tabel

KOLOMMEN = ("tabel", "levering", "bestand", "rij", "in_teller", "in_noemer")
PLAN = "plan"  # numbers of the agreement itself: not delivered, so there is no row to point at
_EIGEN_ADMINISTRATIE = ("upload_id", "bronrij", "fictief")


@dataclass(frozen=True)
class Bronrij:
    """A stored row under a figure: which delivery and row it is, what it adds, and its own columns (`waarden`).

    A number of the agreement itself has no delivery (`upload_id`) and no row. `levering` is what is known of the delivery;
    `noemer` is None where the figure has no denominator.
    """

    tabel: str
    upload_id: str | None
    bronrij: int | None
    teller: float | None
    noemer: float | None
    levering: Mapping[str, Any] | None
    waarden: Mapping[str, Any]
    fictief: bool

    def als_dict(self) -> dict[str, Any]:
        """The row as one flat dict, for tables, downloads and the command line."""
        return {
            "tabel": self.tabel,
            "levering": self.upload_id,
            "bestand": self.levering and self.levering["bestand"],
            "rij": self.bronrij,
            "in_teller": self.teller,
            "in_noemer": self.noemer,
            **{naam: waarde for naam, waarde in self.waarden.items() if naam not in KOLOMMEN},
        }


@dataclass(frozen=True)
class Geraakt:
    """A figure with rows of a delivery: for which corporaties (codes), kernen (names) and years."""

    indicator: Indicator
    corporaties: tuple[str, ...]
    kernen: tuple[str, ...]
    jaren: tuple[int, ...]


def rijen_van(
    monitor: Monitor, indicator: Indicator, waarneming: Waarneming, **filters: Sequence[str] | None
) -> list[Bronrij]:
    """The rows under exactly this observation, by table, delivery and row number.

    `filters` are those of the observation. Raises QueryFout when there are more rows than may be shown.
    """
    query = monitor.queries[indicator.query]
    gevraagd = monitor.parameters(indicator, _niveau(waarneming), **filters)
    gevraagd |= {
        "onder_jaar": waarneming.jaar,
        "onder_corporatie": waarneming.corporatie,
        "onder_kern": waarneming.kern,
    }
    if indicator.eenheid.klassen:
        gevraagd["onder_klasse"] = str(waarneming.waarde)
    leveringen = {(rij["upload_id"], rij["tabel"]): rij for rij in monitor.volledigheid.leveringen}
    return [
        Bronrij(
            tabel=tabel,
            upload_id=rij["onder_upload_id"],
            bronrij=rij["onder_bronrij"],
            teller=rij["onder_teller"],
            noemer=rij["onder_noemer"],
            levering=leveringen.get((rij["onder_upload_id"], tabel)),
            waarden=_eigen_waarden(tabel, rij),
            fictief=bool(rij.get("fictief")),
        )
        for tabel in _tabellen(query.bron, waarneming.soort)
        for rij in monitor.haal_op(rijen_onder(query, indicator.kolom, tabel, opgeslagen=tabel in TABELLEN), gevraagd)
    ]


def rijen_in(monitor: Monitor, indicator: Indicator, keuze: Keuze, jaar: int | None = None) -> list[Bronrij]:
    """The rows under a figure for a choice: of this year, or else of the newest year with a figure."""
    reeks = [w for w in reeks_voor(monitor, indicator, keuze) if jaar in (None, w.jaar)]
    laatste = max((w.jaar for w in reeks if jaar or is_gevuld(w)), default=None)
    return [rij for w in reeks if w.jaar == laatste for rij in rijen_van(monitor, indicator, w, **keuze.filters)]


def lees_keuze(
    overeenkomst: Overeenkomst, indicator: str, corporatie: str | None, kern: str | None, anders: Collection[str]
) -> tuple[Indicator, Keuze]:
    """A figure and a part of it as somebody typed them. Raises QueryFout for what does not exist, or not for this figure."""
    bekend = {
        "cijfer": (indicator, list(overeenkomst.indicator)),
        "corporatie": (corporatie, [c.corporatie for c in overeenkomst.corporaties]),
        "kern": (kern, [k.kern for k in overeenkomst.kernen]),
    }
    for soort, (gegeven, mogelijk) in bekend.items():
        if gegeven is not None and gegeven not in mogelijk:
            raise QueryFout(f"{soort} '{gegeven}' bestaat niet; bekend zijn: {', '.join(mogelijk)}")
    keuze = Keuze(corporatie, (kern,) if kern else ())
    gekozen = overeenkomst.anders_geteld(overeenkomst.indicator[indicator], anders)
    if keuze.niveau != "selectie" and keuze.niveau not in gekozen.niveaus:
        raise QueryFout(f"cijfer '{indicator}' bestaat niet per {keuze.niveau}; wel per {', '.join(gekozen.niveaus)}")
    return gekozen, keuze


def geraakt(monitor: Monitor, upload_id: str) -> list[Geraakt]:
    """Every figure with rows of this delivery, in the order of the agreement."""
    return monitor.onthoud(("geraakt", upload_id), partial(_geraakt, monitor, upload_id))


def _geraakt(monitor: Monitor, upload_id: str) -> list[Geraakt]:
    tabellen = {rij["tabel"] for rij in monitor.volledigheid.leveringen if rij["upload_id"] == upload_id}
    gevonden = []
    for indicator in monitor.overeenkomst.indicatoren:
        query = monitor.queries[indicator.query]
        if not tabellen.intersection(query.bron):
            continue
        bron = plaatsen_onder(query, indicator.kolom)
        plaatsen = [
            tuple(plaats.values())
            for niveau in indicator.niveaus
            for plaats in monitor.haal_op(bron, monitor.parameters(indicator, niveau) | {"onder_levering": upload_id})
        ]
        if plaatsen:
            jaren, corporaties, kernen = ({plaats[nr] for plaats in plaatsen} - {TOTAAL} for nr in range(3))
            gevonden.append(Geraakt(indicator, tuple(sorted(corporaties)), tuple(sorted(kernen)), tuple(sorted(jaren))))
    return gevonden


def _niveau(w: Waarneming) -> str:
    """The level of an observation, which follows from its parts."""
    match (w.corporatie == TOTAAL, w.kern == TOTAAL):
        case (True, True):
            return "gemeente"
        case (False, True):
            return "corporatie"
        case (True, False):
            return "kern"
    return "detail"


def _tabellen(bron: Sequence[str], soort: str) -> list[str]:
    """The tables whose rows can be under a figure: planned figures come from the agreement, all others from deliveries."""
    if soort == PLAN:
        return [PLAN]
    return [naam for naam in bron if naam in TABELLEN and naam != LEVERINGEN.naam]


def _eigen_waarden(naam: str, rij: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that only this table has; for a number of the plan, the corporatie and the number."""
    tabel: Tabel | None = TABELLEN.get(naam)
    if tabel is None:
        return {"corporatie": rij["onder_corporatie"], "aantal": rij["onder_teller"]}
    return {kolom: rij[kolom] for kolom in tabel.namen if kolom not in _EIGEN_ADMINISTRATIE}
