"""The commands of the command line that are more than a few lines, and what all of them say alike."""

FICTIEF = "Let op: dit zijn verzonnen voorbeeldgegevens (fictief)."
