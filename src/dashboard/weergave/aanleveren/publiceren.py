"""What a delivery does to the rows and the figures, and the button that publishes it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.basis.instellingen import instelling
from dashboard.basis.opmaak import aantal, als_tekst, datum, getal, opsomming
from dashboard.inname import (
    Besluit,
    Inname,
    KeuzeNodig,
    NietTePubliceren,
    Tabelverschil,
    Voorstel,
    controleer,
    eerder_gepubliceerd,
    maak_voorstel,
    per_kwartaal,
    vandaag,
    vergelijk,
)
from dashboard.monitor import Monitor
from dashboard.store import IntussenGepubliceerd, Opslag, OpslagFout
from dashboard.vergelijken.effect import Effect, effect_van
from dashboard.weergave.aanleveren import sessie
from dashboard.weergave.aanleveren.beslissen import (
    kies_partij,
    standen_in_woorden,
    toon_kwartalen,
    vraag_akkoord,
    vraag_besluit,
)
from dashboard.weergave.aanleveren.sessie import Aanlevering
from dashboard.weergave.html import omkaderd, punten, tabel, toon_html, tussenkop
from dashboard.weergave.toestand import gepubliceerd, publicaties, ververs

_MEESTE_RIJEN = 50


def toon_publiceren(monitor: Monitor, aanlevering: Aanlevering, inname: Inname) -> bool:
    """Show who delivers, what changes, and the button. Rows with faults are left out only when somebody ticks that.

    Returns whether somebody must still say what becomes of published rows or of rows outside the period.
    """
    toon_html(tussenkop("Wat er verandert als u publiceert"))
    links, midden, rechts = st.columns([2, 3, 3], gap="medium", vertical_alignment="bottom")
    wie = kies_partij(links, monitor, "Namens wie levert u aan", "lever_wie")
    waarom = midden.text_input("Toelichting voor het logboek (mag leeg)", key="lever_waarom", max_chars=200)
    alleen_goede = False
    if inname.foute_rijen:
        wat = aantal(inname.foute_rijen, "rij met fouten", "rijen met fouten")
        alleen_goede = rechts.checkbox(
            f"Publiceer zonder de {wat}", key="lever_goede", help="Elke pagina meldt dan hoeveel rijen er ontbreken."
        )
    besluit = Besluit(
        wie or "nog niet gekozen",
        vandaag(),
        alleen_goede_rijen=alleen_goede,
        bezet=frozenset(upload for publicatie in publicaties() for upload in publicatie.uploads),
        partijen=frozenset(partij.naam for partij in monitor.overeenkomst.partijen),
    )
    try:
        controleer(inname.gebruikt, besluit)  # nothing to decide about a file that still has faults
        besluit = vraag_besluit(inname, besluit)
        voorstel = maak_voorstel(inname, monitor.gegevens, besluit)
    except (NietTePubliceren, OpslagFout) as reden:
        toon_html(omkaderd("", Markup("<p><b>Nog niet te publiceren.</b> {}</p>").format(reden)))
        return isinstance(reden, KeuzeNodig)
    verschillen, effect = _gevolgen(monitor, aanlevering, voorstel, besluit)
    tellingen = per_kwartaal(verschillen, monitor.gegevens, voorstel.erna)
    toon_html(_in_woorden(voorstel, verschillen, effect))
    toon_kwartalen(monitor, tellingen)
    _toon_rijen(verschillen)
    _toon_dubbel(monitor, inname)
    akkoord = vraag_akkoord(tellingen, "lever")
    niet = "Kies eerst namens wie u aanlevert." if wie is None else "Zeg eerst of er rijen mogen verdwijnen."
    if st.button(
        "Publiceer", type="primary", disabled=wie is None or not akkoord, help=None if wie and akkoord else niet
    ):
        _publiceer(monitor, aanlevering, voorstel, besluit, waarom)
    # The next click decides on what is on the screen now, also when somebody publishes in between.
    aanlevering.gezien = monitor.publicatie.nummer if monitor.publicatie else 0
    return not akkoord


def _gevolgen(
    monitor: Monitor, aanlevering: Aanlevering, voorstel: Voorstel, besluit: Besluit
) -> tuple[tuple[Tabelverschil, ...], Effect]:
    """The changed rows and the effect, worked out once for these rows, because asking every figure again takes seconds."""
    gelijk = replace(besluit, wie="")  # whoever publishes, the rows are the same
    if aanlevering.gevolgen is None or aanlevering.gevolgen[0] != gelijk:
        with st.spinner("Bezig met uitrekenen wat dit met de cijfers doet"):
            verschillen = vergelijk(voorstel.wijzigingen, monitor.gegevens)
            effect = effect_van(monitor, voorstel.erna)
        aanlevering.gevolgen = (gelijk, (verschillen, effect))
    gevolgen: tuple[tuple[Tabelverschil, ...], Effect] = aanlevering.gevolgen[1]
    return gevolgen


def _in_woorden(voorstel: Voorstel, verschillen: tuple[Tabelverschil, ...], effect: Effect) -> Markup:
    """The rows in words, then standen and figures, the heaviest first, then what no longer fits together."""
    vet = Markup("<p><b>{}</b></p>")
    delen = [vet.format(zin) for zin in (*map(_rijzin, verschillen), effect.samenvatting)]
    delen += standen_in_woorden(effect)
    if effect.waarschuwingen:
        delen.append(Markup("<h3>Wat niet meer bij elkaar past</h3>") + punten(effect.waarschuwingen))
    if voorstel.behouden:
        delen.append(Markup("<p>{}</p>").format(voorstel.behouden))
    if voorstel.fictief:
        delen.append(
            Markup(
                '<p class="mp-bron">In deze opslag staan verzonnen voorbeeldgegevens. Ook deze levering krijgt daarom '
                "het merk verzonnen. Echte cijfers horen in een eigen opslag.</p>"
            )
        )
    return omkaderd("", *delen)


def _rijzin(verschil: Tabelverschil) -> str:
    return (
        f"{verschil.tabel.naam.capitalize()}: {getal(len(verschil.nieuw))} nieuw, {getal(verschil.gewijzigd)} gewijzigd, "
        f"{getal(len(verschil.verdwenen))} verdwenen, {getal(verschil.gelijk)} gelijk."
    )


def _toon_rijen(verschillen: tuple[Tabelverschil, ...]) -> None:
    """Show the changed cells and the vanished rows one by one."""
    uitklap = st.expander("Bekijk de gewijzigde en verdwenen rijen", key="lever_rijen", on_change="rerun")
    if not uitklap.open:
        return
    with uitklap:
        for verschil in verschillen:
            cellen: list[list[str | int]] = [
                [rij.bronrij, cel.kolom, _woord(cel.oud), _woord(cel.nieuw)]
                for rij in verschil.wijzigingen(_MEESTE_RIJEN)
                for cel in rij.cellen
            ]
            if cellen:
                titel = f"Gewijzigd in {verschil.tabel.naam}"
                toon_html(tabel(["rij", "kolom", "was", "wordt"], cellen, titel=titel, rol=True))
            weg = verschil.verdwenen.slice(0, _MEESTE_RIJEN).to_pylist()
            if weg:
                namen = list(verschil.tabel.herkenning)
                rijen = [[_woord(rij[naam]) for naam in namen] for rij in weg]
                toon_html(tabel(namen, rijen, titel=f"Verdwenen uit {verschil.tabel.naam}", rol=True))


def _woord(waarde: object) -> str:
    return "leeg" if waarde is None else als_tekst(waarde)


def _toon_dubbel(monitor: Monitor, inname: Inname) -> None:
    if eerder := eerder_gepubliceerd(inname, monitor.gegevens):
        dagen = opsomming(dict.fromkeys(datum(rij["aangeleverd_op"]) for rij in eerder))
        zin = Markup("<p><b>Ditzelfde bestand is al gepubliceerd op {}.</b></p>").format(dagen)
        toon_html(omkaderd("", zin))


def _publiceer(monitor: Monitor, aanlevering: Aanlevering, voorstel: Voorstel, besluit: Besluit, waarom: str) -> None:
    """Publish all of it or nothing. When somebody else was first, show the new comparison to decide on again."""
    try:
        publicatie = Opslag(instelling("MONITOR_DATA")).publiceer(
            voorstel.wijzigingen,
            wie=besluit.wie,
            wat=voorstel.wat,
            waarom=waarom,
            afspraken=monitor.overeenkomst.vingerafdruk,
            basis=aanlevering.gezien,
        )
    except IntussenGepubliceerd:
        ververs()
        sessie.meld("Iemand anders heeft intussen gepubliceerd. Hieronder staat wat uw levering nu verandert.")
        st.rerun()
    except OpslagFout as fout:
        st.error(str(fout))
        return
    sessie.rond_af(f"Gepubliceerd als publicatie {publicatie.nummer}: {publicatie.wat}")
    gepubliceerd(publicatie)
    st.rerun()
