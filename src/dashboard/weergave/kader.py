"""The frame around every page: which state of the data is shown, and whether the data are invented."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from dashboard.basis.opmaak import datum, tot_en_met
from dashboard.basis.zinnen import NIETS_GEPUBLICEERD
from dashboard.monitor import Monitor
from dashboard.standen.afspraakstand import ontbrekende_rijen
from dashboard.store import GeenOpslag, OpslagBeschadigd, OpslagFout
from dashboard.tabellen.tabel import FoutenError
from dashboard.weergave.filters import kies_uit
from dashboard.weergave.html import LEEG, blijvend, klein, letterlijk, tabel, toon_html
from dashboard.weergave.toestand import publicaties

NIEUWSTE = "nieuwste"


def toon_kader(monitor: Monitor) -> None:
    """Show the choice of an earlier state in the sidebar; the status line is under the title (`toon_titel`)."""
    with st.sidebar:
        alle = publicaties()
        if len(alle) > 1:
            namen = {NIEUWSTE: "nieuwste publicatie"}
            namen |= {str(p.nummer): f"{p.nummer}: {p.stand or p.wat}" for p in reversed(alle)}
            uitleg = "Kies een eerdere publicatie om te zien wat het overleg toen zag."
            keuze = kies_uit("Stand van", namen, "stand", "", begin=NIEUWSTE, uitleg=uitleg)
            blijvend.set({"stand": keuze} if keuze and keuze != NIEUWSTE else {})
        gemeente = monitor.overeenkomst.gemeente
        toon_html(klein(Markup("{0.titel}<br>{0.versie}<br>{0.doorloop}").format(gemeente)))


def toon_overgeslagen(monitor: Monitor, fout: BaseException) -> None:
    """A red band above every page: which publication is not shown and why, and what is shown in its place."""
    nu = monitor.publicatie
    wat = f"U ziet publicatie {nu.nummer}" if nu else "U ziet de afspraken en de planning"
    if isinstance(fout, OpslagBeschadigd):
        zin = f"Niet alles in de opslag is wat er gepubliceerd is. {wat}, de laatste die heel is."
        reden = str(fout.schade)
    elif isinstance(fout, OpslagFout):
        zin = f"De opslag is nu niet te lezen. {wat}, zoals die eerder gelezen is."
        reden = "waar hij hoort, staat niets" if isinstance(fout, GeenOpslag) else str(fout)
    else:
        zin, reden = f"De nieuwste publicatie is niet te openen. {wat}.", "de reden staat in het logboek van de server"
    _toon_band(zin, f"Overgeslagen: {reden}.")


def toon_beschadigd(fout: OpslagBeschadigd) -> None:
    """The same band where somebody chose a publication on a page that is not whole."""
    _toon_band("Dit is niet te tonen.", f"De reden: {fout.schade}.")


def _toon_band(zin: str, reden: str) -> None:
    band = Markup('<div class="mp-schade" role="alert"><b>{}</b> {} Meld dit bij de beheerder.</div>')
    toon_html(band.format(zin, reden))


def toon_titel(monitor: Monitor, zin: str, meer: str = "", *, vooruit: bool = False) -> None:
    """Show the sentence that answers the page's question, and below it what the figures rest on.

    `vooruit` puts the sentence on the screen before anything that the browser must fetch, for a page without other words.
    Streamlit makes links of addresses in it, so it is only for words of our own and of the agreement, never for text that
    somebody typed or uploaded.
    """
    if vooruit:
        st.title(letterlijk(zin), anchor=False)
        toon_html(_statusregel(monitor, meer))
    else:
        toon_html(Markup("<h1>{}</h1>").format(zin), _statusregel(monitor, meer))


def _statusregel(monitor: Monitor, meer: str) -> Markup:
    publicatie = monitor.publicatie
    if publicatie is None:
        return Markup('<div class="mp-balk"><span>{}</span></div>').format(NIETS_GEPUBLICEERD)
    deel = Markup("<span>{}</span>").format
    delen = [deel(f"Stand: {publicatie.stand or publicatie.wat} (publicatie {publicatie.nummer})")]
    if monitor.volledigheid.peildatum:
        delen.append(deel(f"gegevens t/m {datum(monitor.volledigheid.peildatum)}{_achter(monitor)}"))
    if monitor.fictief():
        delen.insert(0, Markup('<span class="mp-fictief">Verzonnen voorbeeldgegevens (fictief)</span>'))
    if weg := ontbrekende_rijen(monitor):
        delen.append(deel(weg))
    if publicatie.afspraken and publicatie.afspraken != monitor.overeenkomst.vingerafdruk:
        delen.append(deel("de afspraken of normen zijn sinds deze publicatie gewijzigd"))
    if meer:
        delen.append(deel(Markup("<b>{}</b>").format(meer)))
    return Markup('<div class="mp-balk">{}</div>').format(LEEG.join(delen))


def _achter(monitor: Monitor) -> str:
    """Who delivered less far than another, by table: ' (verhuringen: Noord t/m 30 juni 2026)'; empty when nobody did."""
    kort = monitor.overeenkomst.kort
    delen = [
        f"{tabel}: {kort.get(wie, wie)} {tot_en_met(tot)}"
        for tabel in sorted(monitor.volledigheid.laatste_leveringen)
        for wie, tot in monitor.volledigheid.achter(tabel).items()
    ]
    return f" ({'; '.join(delen)})" if delen else ""


def pagina_is_niet_mogelijk(fout: Exception) -> None:
    """Show why the monitor cannot open: one sentence, or every fault in the agreement with its place."""
    if not isinstance(fout, FoutenError):
        toon_html(Markup("<h1>De monitor kan niet openen</h1><p>{}</p>").format(fout))
        return
    rijen = [[f.bestand, f.rij or None, f.kolom, f.waarde, f.verwacht] for f in fout.fouten]
    toon_html(
        Markup("<h1>De monitor kan niet openen: er staan fouten in de afspraken</h1>"),
        tabel(["bestand", "rij", "kolom", "gevonden", "verwacht"], rijen),
    )
