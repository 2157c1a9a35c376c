"""Every delivery ever, what became of it, and how to go back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import streamlit as st
from markupsafe import Markup

from dashboard.basis.instellingen import instelling
from dashboard.basis.opmaak import aantal, getal, tijdstip
from dashboard.inname import (
    Geleverd,
    NietTePubliceren,
    geschiedenis,
    naam_van,
    per_kwartaal,
    trek_in,
    veranderd,
    verdwenen_leveringen,
    vergelijk,
    zonder_levering,
)
from dashboard.monitor import Monitor
from dashboard.store import Opslag, OpslagFout, Publicatie
from dashboard.vergelijken.effect import effect_van
from dashboard.weergave.aanleveren import sessie
from dashboard.weergave.aanleveren.beslissen import kies_partij, standen_in_woorden, toon_kwartalen, vraag_akkoord
from dashboard.weergave.html import alinea, omkaderd, punten, tabel, toon_html
from dashboard.weergave.toestand import gepubliceerd, publicatienamen, publicaties

_KOP = [
    "publicatie",
    "wanneer",
    "van",
    "bestand",
    "tabel",
    "corporatie",
    "periode",
    "rijen",
    "weggelaten",
    "let op",
    "stand",
]

_MEEST, _PER_KEER, _ERBIJ = "leveringen_getoond", 20, 50
_MEEST_WEG = 12  # deliveries that no longer count, by name
_BIJZONDER = {"aanvullen": "aanvulling", "corrigeren": "correctie"}


def toon_geschiedenis(monitor: Monitor) -> None:
    """Show the deliveries, newest first, and the choices to go back to an earlier publication and to take one out."""
    if monitor.publicatie is None:
        toon_html(alinea("Er is nog niets gepubliceerd."))
        return
    opslag = Opslag(instelling("MONITOR_DATA"))
    alle = [publicatie for publicatie in publicaties() if publicatie.nummer <= monitor.publicatie.nummer]
    meest = st.session_state.setdefault(_MEEST, _PER_KEER)
    gevonden = geschiedenis(opslag, alle, monitor.gegevens, meest)
    _toon_terugzetten(monitor, opslag, alle)
    _toon_intrekken(monitor, opslag, gevonden.geldend)
    rijen = [_rij(monitor, levering) for levering in gevonden.nieuwste]
    hoeveel = aantal(gevonden.aantal, "levering", "leveringen")
    titel = f"{hoeveel}, de nieuwste bovenaan; de vingerafdruk staat bij het bestand"
    if len(gevonden.nieuwste) < gevonden.aantal:
        titel = f"De nieuwste {getal(len(gevonden.nieuwste))} van {hoeveel}; de vingerafdruk staat bij het bestand"
    toon_html(tabel(_KOP, rijen, rechts=[7, 8, 9], titel=titel, rol=True))
    if len(gevonden.nieuwste) < gevonden.aantal and st.button("Toon oudere leveringen", key="oudere_leveringen"):
        st.session_state[_MEEST] = meest + _ERBIJ
        st.rerun()


def _rij(monitor: Monitor, levering: Geleverd) -> list[str | int | None]:
    rij = levering.rij
    blad = f", blad {rij['blad']}" if rij["blad"] else ""
    return [
        levering.publicatie.nummer,
        tijdstip(levering.moment),
        rij["aangeleverd_door"],
        Markup('<span title="sha256 {}">{}{}</span>').format(rij["sha256"], rij["bestand"], blad),
        rij["tabel"],
        monitor.overeenkomst.kort.get(rij["corporatie"], rij["corporatie"] or ""),
        ", ".join(filter(None, [naam_van((rij["periode_van"], rij["periode_tot"])), _BIJZONDER.get(rij["modus"])])),
        getal(rij["rijen"]),
        getal(rij["weggelaten"] or 0),
        getal(rij["waarschuwingen"] or 0),
        levering.toestand,
    ]


def _toon_terugzetten(monitor: Monitor, opslag: Opslag, alle: Sequence[Publicatie]) -> None:
    """Restore in two clicks: choose the publication, confirm. A restore is a publication too, so it can be undone."""
    eerdere = publicatienamen(alle[:-1])
    if not eerdere:
        return
    links, midden, rechts = st.columns([5, 3, 2], gap="medium", vertical_alignment="bottom")
    gekozen = links.selectbox(
        "Terug naar een eerdere publicatie",
        list(eerdere),
        format_func=eerdere.__getitem__,
        key="terug",
        placeholder=" ",
    )
    wie = kies_partij(midden, monitor, "Namens wie", "terug_wie")
    akkoord = False
    if wie is not None:
        doel = next(publicatie for publicatie in alle if str(publicatie.nummer) == gekozen)
        akkoord = _toon_gevolg(monitor, opslag.tabellen(doel), "terug", doel.nummer)
    if rechts.button("Zet terug", disabled=wie is None or not akkoord, key="terug_knop"):
        try:
            nieuw = opslag.herstel(gekozen, wie=wie or "", basis=monitor.publicatie.nummer if monitor.publicatie else 0)
        except OpslagFout as fout:
            st.error(str(fout))
            return
        _klaar(nieuw)


def _toon_intrekken(monitor: Monitor, opslag: Opslag, geldend: Sequence[Publicatie]) -> None:
    """Take one delivery out, also when others came after it: choose, see what goes and comes back, confirm."""
    namen = {publicatie.nummer: publicatie.wat for publicatie in geldend}
    links, midden, rechts = st.columns([5, 3, 2], gap="medium", vertical_alignment="bottom")
    gekozen = links.selectbox(
        "Een levering intrekken",
        list(namen),
        index=None,
        format_func=lambda nummer: f"{nummer}: {namen[nummer]}",
        key="intrekken",
        placeholder="kies een levering; wat erna kwam, blijft",
    )
    wie = kies_partij(midden, monitor, "Wie trekt in", "intrek_wie")
    erna, akkoord = None, False
    if gekozen is not None and wie is not None:
        try:  # kept, because working all later deliveries out again takes a while and each click asks for it
            erna = monitor.onthoud(("zonder_levering", gekozen), lambda: zonder_levering(opslag, gekozen))
            akkoord = _toon_gevolg(monitor, erna, "intrek", gekozen)
        except NietTePubliceren as fout:
            toon_html(omkaderd("Deze levering is niet in te trekken", alinea(str(fout))))
    if rechts.button("Trek in", disabled=not akkoord, key="intrek_knop") and erna is not None and gekozen is not None:
        try:
            nieuw = trek_in(opslag, gekozen, erna, wie=wie or "", basis=monitor.publicatie)
        except OpslagFout as fout:
            st.error(str(fout))
            return
        _klaar(nieuw)


def _toon_gevolg(monitor: Monitor, erna: Mapping[str, pa.Table], sleutel: str, nummer: int) -> bool:
    """Show what happens to the figures, to whose deliveries, and per quarter; returns whether nothing vanishes or somebody
    agreed.
    """
    with st.spinner("Bezig met uitrekenen wat dit met de cijfers doet"):  # once: every click asks for it
        effect = monitor.onthoud(("gevolg", sleutel, nummer), lambda: effect_van(monitor, erna))
    weg = verdwenen_leveringen(monitor.gegevens, erna)
    delen = [Markup("<p><b>{}</b></p>").format(effect.samenvatting), *standen_in_woorden(effect)]
    if weg:
        rest = [f"En nog {aantal(len(weg) - _MEEST_WEG, 'levering', 'leveringen')}."] if len(weg) > _MEEST_WEG else []
        delen.append(Markup("<h3>Leveringen die niet meer gelden</h3>") + punten([*weg[:_MEEST_WEG], *rest]))
    toon_html(omkaderd("", *delen))
    tellingen = per_kwartaal(vergelijk(veranderd(monitor.gegevens, erna), monitor.gegevens), monitor.gegevens, erna)
    toon_kwartalen(monitor, tellingen)
    return vraag_akkoord(tellingen, sleutel)


def _klaar(nieuw: Publicatie) -> None:
    gepubliceerd(nieuw)
    sessie.meld(f"Publicatie {nieuw.nummer}: {nieuw.wat}")
    st.rerun()
