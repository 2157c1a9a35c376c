"""Columns about persons, by their heading and by what is in them: never stored."""
