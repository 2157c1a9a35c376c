"""One kern whole: its homes, who gets them, how long that takes, and what was agreed about it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.basis.opmaak import aantal
from dashboard.cijfers import Keuze
from dashboard.grafieken.kernenkaart import eerste_kaartcijfer, laatste_hele_jaar
from dashboard.verhaal.portret import portret
from dashboard.weergave.filters import gevraagd, kies_uit
from dashboard.weergave.html import klein, toon_html
from dashboard.weergave.kaart import kaarttabel
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import toon_onderdelen
from dashboard.weergave.portret import (
    normentabel,
    toon_alle_cijfers,
    toon_hoofdzaken,
    toon_ontwikkeling,
    toon_verdelingen,
    verdelingstabellen,
)
from dashboard.weergave.toestand import huidige_monitor, vorige

monitor = huidige_monitor()
overeenkomst = monitor.overeenkomst
kernen = {kern.kern: kern for kern in overeenkomst.kernen}
gekozen = gevraagd("kern")

if gekozen in kernen:
    keuze = Keuze(kernen=(gekozen,))
    eigen_portret = portret(monitor, keuze, vorige(monitor))
    toon_titel(monitor, eigen_portret.zin)
    if partner := kernen[gekozen].eerste_partner:
        toon_html(klein(f"Over nieuwe sociale huur praat de gemeente hier het eerst met {overeenkomst.kort[partner]}."))
elif gekozen:
    toon_titel(monitor, f"‘{gekozen}’ is geen kern van {overeenkomst.gemeente.naam}: kies hieronder een kern")
else:
    toon_titel(
        monitor,
        f"{aantal(len(kernen), 'kern', 'kernen')} in {overeenkomst.gemeente.naam}: kies er een om die helemaal te zien",
    )
with st.columns([2, 3])[0]:
    kies_uit("Kern", {naam: naam for naam in kernen}, "kern", "kies een kern")
if gekozen not in kernen:
    if (eerste := eerste_kaartcijfer(monitor)) is not None:
        toon_html(kaarttabel(monitor, eerste, laatste_hele_jaar(monitor, eerste)))
    st.stop()


def toon_afspraken() -> None:
    toon_html(normentabel(eigen_portret.oordelen, f"Normen die over {gekozen} gaan"))
    toon_html(klein("De planning van de corporaties is niet per kern gemaakt."))


toon_hoofdzaken(monitor, eigen_portret)
onderdelen: dict[str, Callable[[], None]] = {
    "Ontwikkeling": partial(toon_ontwikkeling, monitor, eigen_portret, keuze),
    **{naam: partial(toon_verdelingen, monitor, bron, keuze) for naam, bron in verdelingstabellen(monitor)},
    "Alle cijfers": partial(toon_alle_cijfers, eigen_portret, gekozen),
    "Normen": toon_afspraken,
}
toon_onderdelen("onderdeel", onderdelen)
