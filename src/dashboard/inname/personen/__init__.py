"""Columns about persons, found by heading and content; they are never stored."""
