"""The commands of the command line that are more than a few lines, and what all of them say alike."""

FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
LEEG = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."
