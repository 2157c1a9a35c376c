"""The longer commands of the command line, and what all commands share."""

FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
LEEG = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."
