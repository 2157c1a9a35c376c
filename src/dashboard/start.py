"""Every page starts here: the frame, the navigation, and a Dutch page with the faults when the data are not in order.

Streamlit runs this script for each visit and each click. It decides which pages exist (one per theme, from the
agreement), so a page can only be reached through it.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.basis.instellingen import WORTEL, InstellingFout
from dashboard.store import OpslagBeschadigd, OpslagFout
from dashboard.tabellen.tabel import FoutenError
from dashboard.weergave.aanleveren.sessie import bewaar
from dashboard.weergave.kader import pagina_is_niet_mogelijk, toon_beschadigd, toon_kader, toon_overgeslagen
from dashboard.weergave.toestand import huidige

PAGINAS = WORTEL / "pages"

st.set_page_config(page_title="Monitor Prestatieafspraken", layout="wide", initial_sidebar_state="expanded")
bewaar()
try:
    getoond = huidige()
except (FoutenError, InstellingFout, OpslagFout) as fout:
    pagina_is_niet_mogelijk(fout)
    st.stop()

monitor = getoond.monitor
themas = {
    thema.slug: st.Page(PAGINAS / "thema.py", title=thema.kort, url_path=thema.slug)
    for thema in monitor.overeenkomst.themas
}
paginas = [
    st.Page(PAGINAS / "overzicht.py", title="Overzicht", default=True),
    *themas.values(),
    st.Page(PAGINAS / "kaart.py", title="Kaart", url_path="kaart"),
    st.Page(PAGINAS / "kern.py", title="Kernen", url_path="kern"),
    st.Page(PAGINAS / "corporatie.py", title="Corporaties", url_path="corporatie"),
    st.Page(PAGINAS / "afspraken.py", title="Afspraken", url_path="afspraken"),
    st.Page(PAGINAS / "vergelijken.py", title="Vergelijken", url_path="vergelijken"),
    st.Page(PAGINAS / "gegevens.py", title="Gegevens", url_path="gegevens"),
    st.Page(PAGINAS / "aanleveren.py", title="Aanleveren", url_path="aanleveren"),
]
# An unknown address leads to the overview; Streamlit itself would show that with an English dialog over it.
run = get_script_run_ctx()
gevraagd = run.pages_manager.intended_page_name if run is not None else None
if gevraagd and gevraagd not in {pagina.url_path for pagina in paginas}:
    st.switch_page(paginas[0])
pagina = st.navigation(paginas, expanded=True)  # a shortened menu has an English button
# The theme page is one script for all themes; this says which one to show.
st.session_state["thema"] = pagina.url_path if pagina.url_path in themas else None
toon_kader(monitor)
if getoond.overgeslagen is not None:
    toon_overgeslagen(monitor, getoond.overgeslagen)
try:
    pagina.run()
except OpslagBeschadigd as fout:  # of a publication that was chosen on the page
    toon_beschadigd(fout)
