"""Two standen compared on the screen: words first, then tables by kind, each change with the delivery that caused it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from dashboard.basis.opmaak import aantal, datum
from dashboard.normen import Oordeel, Stand
from dashboard.store import Publicatie
from dashboard.vergelijken import RICHTING_KOP, Cijferverschil, Richting, onderwerp, zin
from dashboard.vergelijken.publicaties import Leveringverschil, Vergelijking
from dashboard.verhaal.vindplaats import vindplaats
from dashboard.weergave.afspraken import berekend_merk
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.html import LEEG, STREEP, alinea, koppeling, omkaderd, punten, stand_merk, tabel, toon_html
from dashboard.weergave.toestand import publicatienamen, publicaties

T = TypeVar("T")
K = TypeVar("K")
_MEESTE_ZINNEN = 7
_MEESTE_BRONNEN = 3
_TEGENSPRAAK = {(False, False): "", (False, True): "nieuw", (True, False): "niet meer", (True, True): "nog steeds"}
_NIVEAU = {"gemeente": "Hele gemeente", "corporatie": "Per corporatie", "kern": "Per kern"}


def kies_twee(alle: Sequence[Publicatie], begin: tuple[Publicatie, Publicatie]) -> tuple[int, int]:
    """The two chosen publications, kept in the URL; `begin` unless somebody chose others."""
    namen = publicatienamen(alle)
    eerst, later = (str(publicatie.nummer) for publicatie in begin)
    links, rechts = st.columns(2, gap="medium")
    with links:
        eerst = kies_uit("Eerst", namen, "eerst", "", begin=eerst) or eerst
    with rechts:
        later = kies_uit("Later", namen, "later", "", begin=later) or later
    return int(eerst), int(later)


def in_woorden(vergelijking: Vergelijking) -> Markup:
    """The heaviest changes as sentences, those for the worse first, each a link to its place."""
    overeenkomst = vergelijking.later.overeenkomst
    volgorde = list(Richting)
    standen = sorted(vergelijking.verschil.standen, key=lambda v: volgorde.index(v.richting))
    zinnen = [
        Markup("<b>{}.</b> {}").format(RICHTING_KOP[v.richting], _plek(vergelijking, v.cijfer, zin(overeenkomst, v)))
        for v in standen
        if v.richting is not Richting.ANDERS
    ]
    rest = len(zinnen) - _MEESTE_ZINNEN
    meer = Markup("<p>En nog {} in de tabel.</p>").format(aantal(rest, "stand", "standen")) if rest > 0 else LEEG
    return omkaderd("", punten(zinnen[:_MEESTE_ZINNEN]), meer, breed=True) if zinnen else LEEG


def afsprakentabel(vergelijking: Vergelijking) -> Markup:
    """The afspraken with another stand, each with the deliveries that caused it."""
    rijen = [
        [
            koppeling(v.later.afspraak.afspraak, "afspraken", afspraak=v.later.afspraak.afspraak),
            v.later.afspraak.onderwerp,
            berekend_merk(vergelijking.eerst, v.eerst),
            berekend_merk(vergelijking.later, v.later),
            _TEGENSPRAAK[v.eerst.tegenspraak, v.later.tegenspraak],
            _bronnen(vergelijking.door(v)),
        ]
        for v in vergelijking.verschil.afspraken
    ]
    kop = ["nr.", "onderwerp", "berekend was", "berekend wordt", "tegenspraak", "door levering"]
    return tabel(kop, rijen, titel=f"Afspraken met een andere stand ({len(rijen)})") if rijen else LEEG


def standentabellen(vergelijking: Vergelijking) -> Markup:
    """The afspraken with another stand, then the standen by norm, part and year, changes for the worse first."""
    overeenkomst = vergelijking.later.overeenkomst
    blokken = [afsprakentabel(vergelijking)]
    for richting, groep in _gegroepeerd(vergelijking.verschil.standen, lambda v: v.richting, list(Richting)):
        rijen = [
            [
                koppeling(v.oordeel.norm.afspraak, "afspraken", afspraak=v.oordeel.norm.afspraak),
                _plek(vergelijking, v.cijfer, onderwerp(overeenkomst, v.cijfer)),
                _merk(v.eerst),
                _merk(v.later),
                *v.cijfer.teksten,
                _bronnen(vergelijking.door(v)),
            ]
            for v in groep
        ]
        kop = ["nr.", "cijfer", "stand was", "stand wordt", "waarde was", "waarde wordt", "door levering"]
        blokken.append(tabel(kop, rijen, titel=f"{RICHTING_KOP[richting]} ({len(rijen)})"))
    return LEEG.join(blokken) or alinea("Geen enkele stand veranderde.")


def cijfertabel(vergelijking: Vergelijking, niveau: str) -> Markup:
    """The figures that changed at one level, by theme, the largest change first within a theme."""
    overeenkomst = vergelijking.later.overeenkomst
    blokken = []
    eigen = [v for v in vergelijking.verschil.cijfers if v.niveau == niveau]
    themas = {thema.thema: thema.naam for thema in overeenkomst.themas}
    for thema, groep in _gegroepeerd(eigen, lambda v: v.indicator.thema, list(themas)):
        rijen = [
            [
                _plek(vergelijking, v, onderwerp(overeenkomst, v)),
                *v.teksten,
                _bronnen(vergelijking.door(v)),
            ]
            for v in groep
        ]
        kop = ["cijfer", "was", "wordt", "door levering"]
        blokken.append(tabel(kop, rijen, titel=f"{themas[thema]} ({len(rijen)})", rechts=(1, 2)))
    return LEEG.join(blokken)


def toon_cijfers(vergelijking: Vergelijking) -> None:
    """Show the figures of the gemeente; those of corporaties and kernen on request, because they are long."""
    aantallen = {niveau: sum(v.niveau == niveau for v in vergelijking.verschil.cijfers) for niveau in _NIVEAU}
    if not any(aantallen.values()):
        toon_html(alinea("Geen enkel cijfer veranderde."))
    for niveau, kop in _NIVEAU.items():
        if not aantallen[niveau]:
            continue
        uitklap = st.expander(
            f"{kop} ({aantallen[niveau]})", key=f"verschil-{niveau}", on_change="rerun", expanded=niveau == "gemeente"
        )
        if uitklap.open:
            with uitklap:
                toon_html(cijfertabel(vergelijking, niveau))


def meldingtabel(vergelijking: Vergelijking) -> Markup:
    """The changed reported standen, with what the trekker says now."""
    overeenkomst = vergelijking.later.overeenkomst
    rijen = [
        [
            koppeling(v.afspraak, "afspraken", afspraak=v.afspraak),
            overeenkomst.afspraak[v.afspraak].onderwerp,
            *map(stand_merk, v.standen),
            v.later["toelichting"] if v.later else None,
            _bronnen(vergelijking.door(v)),
        ]
        for v in vergelijking.verschil.meldingen
    ]
    kop = ["nr.", "onderwerp", "gemeld was", "gemeld wordt", "toelichting nu", "door levering"]
    return tabel(kop, rijen) if rijen else alinea("Geen enkele gemelde stand veranderde.")


def leveringtabel(vergelijking: Vergelijking) -> Markup:
    """The deliveries that only one of the two has."""
    kort = vergelijking.later.overeenkomst.kort
    rijen = [
        [
            levering.upload_id,
            "vervallen" if levering.weg else "erbij gekomen",
            levering.tabel,
            kort.get(levering.corporatie or "", ""),
            f"{datum(levering.van)} t/m {datum(levering.tot)}",
            levering.bestand,
        ]
        for levering in vergelijking.leveringen
    ]
    kop = ["levering", "", "tabel", "corporatie", "periode", "bestand"]
    return tabel(kop, rijen) if rijen else alinea("Beide rusten op dezelfde leveringen.")


def kanttekening(vergelijking: Vergelijking) -> Markup:
    """The remark that both are judged by the norms of today."""
    return Markup('<p class="mp-bron">{} Wat er nog niet was, staat er als ‘geen gegevens’.</p>').format(
        vergelijking.kanttekening
    )


def _gegroepeerd(rijen: Iterable[T], sleutel: Callable[[T], K], volgorde: Iterable[K]) -> Iterator[tuple[K, list[T]]]:
    """The rows per group, in this order of groups; groups without rows are left out."""
    groepen: dict[K, list[T]] = {}
    for rij in rijen:
        groepen.setdefault(sleutel(rij), []).append(rij)
    return ((groep, groepen[groep]) for groep in volgorde if groep in groepen)


def _plek(vergelijking: Vergelijking, cijfer: Cijferverschil, tekst: str) -> Markup:
    """A link to the figure in the later of the two states."""
    later = vergelijking.later
    pagina, keuze = vindplaats(later.overeenkomst, cijfer.indicator, cijfer.waarneming)
    nummer = later.publicatie.nummer if later.publicatie else None
    stand = {} if nummer == publicaties()[-1].nummer else {"stand": str(nummer)}
    return koppeling(tekst, pagina, **keuze, **stand)


def _merk(oordeel: Oordeel | None) -> Markup:
    return stand_merk(oordeel.stand, oordeel.indicatief) if oordeel else stand_merk(Stand.GEEN_GEGEVENS)


def _bronnen(leveringen: Sequence[Leveringverschil]) -> str:
    """The first deliveries by their mark, and how many more there are."""
    delen = [
        f"{levering.upload_id}{' (vervallen)' if levering.weg else ''}" for levering in leveringen[:_MEESTE_BRONNEN]
    ]
    if len(leveringen) > _MEESTE_BRONNEN:
        delen.append(f"en nog {len(leveringen) - _MEESTE_BRONNEN}")
    return ", ".join(delen) or STREEP
