"""Launcher. `streamlit run app.py` finds the ASGI application below; everything else is in src/dashboard.

Pages are reached through `start.py` only: without an application of our own Streamlit would serve the files in `pages/`
directly to whoever knows their address.
"""

from pathlib import Path

import streamlit as st

from dashboard.web import opwarmen, voordeur
from dashboard.weergave.storing import toon_storing

app = st.App(
    Path(__file__).parent / "src" / "dashboard" / "start.py",
    middleware=[voordeur()],
    lifespan=opwarmen,
    on_script_error=toon_storing,
)
