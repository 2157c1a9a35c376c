"""What a visitor sees when a page breaks: a sentence and a number under which the log has the details."""

from __future__ import annotations

import logging

import streamlit as st

from dashboard.basis.logboek import storingsnummer

_LOG = logging.getLogger(__name__)


def toon_storing(fout: Exception) -> bool:
    """Log the exception under a number and show only that number. True tells Streamlit not to show its own English box."""
    nummer = storingsnummer()
    _LOG.error("Storing %s", nummer, exc_info=fout)
    st.error(
        f"Hier ging iets mis, daardoor is deze pagina niet compleet. Laad de pagina opnieuw. Blijft het misgaan? Meld dan "
        f"storing {nummer} bij de beheerder: onder dat nummer staat in het logboek wat er gebeurde."
    )
    return True
