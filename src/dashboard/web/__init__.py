"""The layer between browser and Streamlit: who may come in, what leaves, and a warm start."""

from dashboard.web.antwoord import CSP
from dashboard.web.begin import opwarmen
from dashboard.web.deur import voordeur

__all__ = ["CSP", "opwarmen", "voordeur"]
