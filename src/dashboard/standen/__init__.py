"""Standen brought together: per afspraak, and over the rounds of the year."""
