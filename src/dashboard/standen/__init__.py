"""The standen of every afspraak, and the next moment of the yearly cycle."""
