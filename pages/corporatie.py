"""One corporatie whole: its homes against its own plan, its lettings, its norms, and what lies ahead."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.basis.opmaak import aantal
from dashboard.cijfers import Keuze
from dashboard.grafieken import beginjaar, waterval, watervaljaren
from dashboard.standen.afspraakstand import standen_van
from dashboard.verhaal.portret import portret
from dashboard.verhaal.vooruitblik import vooruitblikken
from dashboard.weergave.afspraken import afsprakentabel
from dashboard.weergave.filters import gevraagd, kies_uit
from dashboard.weergave.grafiek import grafiek_met_figuur, is_donker, pauzeer, toon_grafiek, toon_tabellen
from dashboard.weergave.html import alinea, corporatiekoppeling, tabel, toon_html
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import TABEL, toon_meer, toon_onderdelen
from dashboard.weergave.portret import (
    normentabel,
    toon_alle_cijfers,
    toon_hoofdzaken,
    toon_ontwikkeling,
    toon_verdelingen,
    verdelingstabellen,
)
from dashboard.weergave.toestand import huidige_monitor, vorige
from dashboard.weergave.vooruitblik import vooruitbliklijst

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
namen = {corporatie.corporatie: corporatie.naam for corporatie in overeenkomst.corporaties}
gekozen = gevraagd("corporatie")

if gekozen in namen:
    keuze = Keuze(corporatie=gekozen)
    eigen_portret = portret(monitor, keuze, vorige(monitor))
    toon_titel(monitor, eigen_portret.zin)
elif gekozen:
    toon_titel(monitor, f"‘{gekozen}’ is geen corporatie in deze afspraken: kies hieronder een corporatie")
else:
    toon_titel(monitor, f"{aantal(len(namen), 'corporatie', 'corporaties')}: kies er een om die helemaal te zien")
with st.columns([2, 3])[0]:
    kies_uit("Corporatie", namen, "corporatie", "kies een corporatie")
if gekozen not in namen:
    zinnen = {code: portret(monitor, Keuze(corporatie=code), vorige(monitor)).zin.partition(": ")[2] for code in namen}
    rijen = [[corporatiekoppeling(code, naam), zinnen[code]] for code, naam in namen.items()]
    toon_html(tabel(["corporatie", "hoe het ervoor staat"], rijen))
    toon_html(vooruitbliklijst(vooruitblikken(monitor, Keuze())))
    st.stop()


def toon_planning(code: str) -> None:
    jaren = {str(jaar): str(jaar) for jaar in watervaljaren(monitor, code)}
    eerste = beginjaar(monitor, code)
    if eerste is None:
        toon_html(alinea("Er is geen planning en geen telling van de woningen."))
        return
    toon_html(vooruitbliklijst(vooruitblikken(monitor, keuze)))
    with st.columns([1, 4])[0]:
        jaar = int(kies_uit("Jaar", jaren, "jaar", "", begin=str(eerste)) or eerste)
    pauzeer("keuzes")
    donker = is_donker()
    maak = partial(waterval, monitor, code, jaar, donker)
    if (gemaakt := grafiek_met_figuur(monitor, ("waterval", code, jaar, donker), maak)) is not None:
        toon_grafiek(*gemaakt, "waterval")
        toon_meer("meer-waterval", "Meer over de planning", {TABEL: partial(toon_tabellen, [gemaakt[0]])})


def toon_normen() -> None:
    toon_html(normentabel(eigen_portret.oordelen, f"Normen die over {eigen_portret.naam} gaan"))
    eigen = [stand for stand in standen_van(monitor) if gekozen in stand.afspraak.trekker.split(";")]
    if eigen:
        toon_html(afsprakentabel(monitor, eigen, f"Afspraken waar {eigen_portret.naam} trekker van is"))


toon_hoofdzaken(monitor, eigen_portret)
onderdelen: dict[str, Callable[[], None]] = {
    "Planning en vooruitblik": partial(toon_planning, gekozen),
    "Ontwikkeling": partial(toon_ontwikkeling, monitor, eigen_portret, keuze),
    **{naam: partial(toon_verdelingen, monitor, bron, keuze) for naam, bron in verdelingstabellen(monitor)},
    "Alle cijfers": partial(toon_alle_cijfers, eigen_portret, eigen_portret.naam),
    "Normen en afspraken": toon_normen,
}
toon_onderdelen("onderdeel", onderdelen)
