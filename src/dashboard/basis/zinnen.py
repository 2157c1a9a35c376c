"""Sentences that every surface says in the same words: pages, papers and the command line."""

VERZONNEN = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
NIETS_GEPUBLICEERD = "Er is nog niets gepubliceerd: alleen de afspraken en de planning zijn te zien."
