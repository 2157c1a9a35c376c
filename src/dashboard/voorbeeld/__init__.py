"""Invented example data: believable, repeatable, and marked as invented in every row."""

from dashboard.voorbeeld.instellingen import lees_instellingen
from dashboard.voorbeeld.maak import maak_voorbeeld
from dashboard.voorbeeld.model import Moment, Voorbeeld

__all__ = ["Moment", "Voorbeeld", "lees_instellingen", "maak_voorbeeld"]
