"""Invented example data: believable, repeatable, and marked as invented in every row."""

from voorbeeld.instellingen import lees_instellingen
from voorbeeld.maak import maak_voorbeeld
from voorbeeld.voorbeeld import Moment, Voorbeeld

__all__ = ["Moment", "Voorbeeld", "lees_instellingen", "maak_voorbeeld"]
