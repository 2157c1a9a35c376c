"""Which situations there are now, and the rule of the agreement that puts each in a sentence.

Code recognises a situation; how heavy it weighs and in which words is data (aandachtregels.csv).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.afspraken import Aandachtregel, Overeenkomst
from dashboard.basis.opmaak import aantal, datum
from dashboard.cijfers import Keuze
from dashboard.monitor import Monitor
from dashboard.monitor.geleverd import achterlopers
from dashboard.normen import Oordeel, Stand
from dashboard.standen.afspraakstand import Afspraakstand, voor_deel
from dashboard.verhaal.afgelopen import afgelopen_normen
from dashboard.verhaal.plaatsen import Eerder, eerdere_oordelen, nu_tekst, sleutel, van_melding, van_oordeel
from dashboard.verhaal.vindplaats import vindplaats


@dataclass(frozen=True)
class Punt:
    """One sentence for the meeting, where to read on (page and what to choose there), and its weight.

    `afspraak` is None for a point about the data. `gemeld` and `berekend` are set where report and figure contradict each
    other, so that both are shown. `nadruk` orders points of equal weight.
    """

    regel: str
    zin: str
    kop: str
    afspraak: str | None
    gewicht: int
    nadruk: int = 0
    pagina: str = "afspraken"
    keuze: Mapping[str, str] = field(default_factory=dict)
    gemeld: Stand | None = None
    berekend: Oordeel | None = None


@dataclass(frozen=True)
class _Situatie:
    """A situation that was found, with what its sentence may name."""

    situatie: str
    plaatsen: Mapping[str, str]
    oordeel: Oordeel | None = None
    nadruk: int = 0


def aandachtspunten(
    monitor: Monitor,
    standen: Iterable[Afspraakstand],
    eerder: Iterable[Afspraakstand] = (),
    keuze: Keuze | None = None,
    *,
    leveringen: bool = True,
) -> list[Punt]:
    """The points on these afspraken, and unless left out on the agreement as a whole and the deliveries, the heaviest first.

    `eerder` are the afspraken at the last overleg, to say what a figure was. With a choice of corporatie or kernen only
    what was judged for exactly those parts counts: a report speaks of an afspraak as a whole.
    """
    toen = eerdere_oordelen(eerder)
    deel = keuze is not None and keuze.niveau != "gemeente"
    if keuze is not None and deel:
        standen = [voor_deel(stand, keuze.corporatie, keuze.kernen) for stand in standen]
    punten = [punt for stand in standen if (punt := _afspraak(monitor, stand, toen, deel=deel)) is not None]
    if leveringen and not deel:
        punten += [*_afgelopen(monitor), *_leveringen(monitor)]
    return sorted(punten, key=lambda punt: (-punt.gewicht, -punt.nadruk))


def _afspraak(monitor: Monitor, stand: Afspraakstand, toen: Eerder, *, deel: bool) -> Punt | None:
    """The heaviest point on an afspraak, and only that one: three points on one afspraak would hide the others."""
    overeenkomst, nummer = monitor.overeenkomst, stand.afspraak.afspraak
    gevonden = list(_uit_cijfers(overeenkomst, stand, toen))
    if not deel:
        gevonden += _uit_meldingen(stand)
    regels = [(regel, situatie) for situatie in gevonden if (regel := _regel(overeenkomst, situatie)) is not None]
    if not regels:
        return None
    regel, situatie = max(regels, key=lambda paar: (paar[0].gewicht, paar[1].nadruk))
    tegen = situatie.situatie == "tegenspraak"
    pagina, keuze = "afspraken", {"afspraak": nummer}
    if situatie.oordeel is not None and not tegen:
        oordeel = situatie.oordeel
        pagina, keuze = vindplaats(overeenkomst, overeenkomst.indicator[oordeel.norm.indicator], oordeel.waarneming)
    return Punt(
        regel.regel,
        regel.zin(situatie.plaatsen),
        f"{nummer} {stand.afspraak.onderwerp}",
        nummer,
        regel.gewicht,
        situatie.nadruk,
        pagina,
        keuze,
        stand.gemeld if tegen else None,
        situatie.oordeel if tegen else None,
    )


def _regel(overeenkomst: Overeenkomst, situatie: _Situatie) -> Aandachtregel | None:
    return overeenkomst.aandachtregel(
        situatie.situatie, situatie.oordeel.norm.indicator if situatie.oordeel is not None else None
    )


def _uit_cijfers(overeenkomst: Overeenkomst, stand: Afspraakstand, toen: Eerder) -> Iterator[_Situatie]:
    """Situations in the judgements of an afspraak: behind, contradicted by the report, no norm or no baseline."""
    besluit = next((b for m in stand.meldingen if (b := van_melding(m)["besluit"])), "")

    def situatie(naam: str, oordeel: Oordeel, **meer: str) -> _Situatie:
        anderen = str(len({sleutel(o) for o in achter} - {sleutel(oordeel)}) or "")
        nu = next((o for o in stand.lopend if sleutel(o) == sleutel(oordeel) and o is not oordeel), None)
        vast = {"andere": anderen if oordeel.tegen_norm is Stand.ACHTER or oordeel.verloren else "", "besluit": besluit}
        plaatsen = van_oordeel(overeenkomst, oordeel, toen) | vast | {"nu": nu_tekst(overeenkomst, nu)} | meer
        return _Situatie(naam, plaatsen, oordeel, _nadruk(overeenkomst, oordeel))

    achter = [o for o in (*stand.oordelen, *stand.lopend) if o.tegen_norm is Stand.ACHTER]
    ergste = max(achter, key=lambda o: (_nadruk(overeenkomst, o), o.tekort or 0), default=None)
    if ergste is not None:
        yield situatie(_soort_achter(overeenkomst, ergste), ergste)
    if stand.gemeld is not None and (spreekt := stand.weerspreekt) is not None:
        yield situatie("tegenspraak", spreekt, gemeld=stand.gemeld.woord, berekend=spreekt.tegen_norm.woord)
    for oordeel in stand.oordelen:
        if oordeel.stand is Stand.GEEN_NORM and oordeel.norm.geldig_tot is not None:
            yield situatie("norm_verlopen", oordeel)
        if oordeel.stand is Stand.GEEN_NULMETING:
            yield situatie("nulmeting_ontbreekt", oordeel)


def _uit_meldingen(stand: Afspraakstand) -> Iterator[_Situatie]:
    """Situations in what the trekker reported: behind, or a decision that is asked for."""
    for melding in stand.meldingen:
        gemeld, plaatsen = Stand(melding["stand"]), van_melding(melding)
        if plaatsen["besluit"]:
            yield _Situatie("besluit_gevraagd", plaatsen | {"gemeld": gemeld.woord})
        if gemeld is Stand.ACHTER:
            yield _Situatie("gemeld_achter", plaatsen)


def _soort_achter(overeenkomst: Overeenkomst, oordeel: Oordeel) -> str:
    if overeenkomst.indicator[oordeel.norm.indicator].eenheid.ja_nee:
        return "mijlpaal_te_laat"
    return "achter" if oordeel.geldig else "achter_oude_norm"


def _nadruk(overeenkomst: Overeenkomst, oordeel: Oordeel) -> int:
    """Main figures before others, official before indicative, then the shortfall relative to the norm."""
    hoofd = overeenkomst.indicator[oordeel.norm.indicator].hoofd
    gevraagd = abs(oordeel.normwaarde or 1) * (oordeel.waarneming.noemer or 1)
    relatief = min(1.0, (oordeel.tekort or 0) / max(gevraagd, 1))
    return 200 * hoofd + 50 * oordeel.geldig + int(100 * relatief)


def _afgelopen(monitor: Monitor) -> Iterator[Punt]:
    """The point that norms ended while the agreement runs on."""
    if monitor.publicatie is None or (regel := monitor.overeenkomst.aandachtregel("normen_afgelopen")) is None:
        return
    if plaatsen := afgelopen_normen(monitor.overeenkomst, monitor.publicatie.moment.date()):
        yield Punt(regel.regel, regel.zin(plaatsen), "Normen afgelopen", None, regel.gewicht)


def _leveringen(monitor: Monitor) -> Iterator[Punt]:
    """Points on corporaties whose data stop before those of the others, and on deliveries with rows left out."""
    kort = monitor.overeenkomst.kort
    for tabel, per_partij in monitor.volledigheid.laatste_leveringen.items():
        ver, achter = achterlopers(per_partij)
        for code, tot in achter.items():
            plaatsen = {"wie": kort.get(code, code), "tabel": tabel, "anderen_tot": datum(ver)}
            plaatsen["tot"] = f"tot en met {datum(tot)}" if tot else "nog niet"
            yield from _levering(monitor, "levering_te_laat", "Levering ontbreekt", plaatsen)
    for rij in monitor.volledigheid.leveringen:
        if weg := rij["weggelaten"]:
            plaatsen = {
                "levering": rij["upload_id"],
                "tabel": rij["tabel"],
                "aantal": aantal(weg, "rij", "rijen"),
                "wie": kort.get(rij["corporatie"], ""),
            }
            yield from _levering(monitor, "rijen_weggelaten", "Rijen weggelaten", plaatsen)


def _levering(monitor: Monitor, situatie: str, kop: str, plaatsen: Mapping[str, str]) -> Iterator[Punt]:
    if (regel := monitor.overeenkomst.aandachtregel(situatie)) is not None:
        zin = regel.zin(plaatsen)
        yield Punt(regel.regel, zin, kop, None, regel.gewicht, pagina="gegevens", keuze={"deel": "Leveringen"})
