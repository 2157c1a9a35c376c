"""Intake: from somebody's spreadsheet to a checked delivery.

Nothing is imported here: the process that parses a file starts for every upload, and must start in no time.
"""
