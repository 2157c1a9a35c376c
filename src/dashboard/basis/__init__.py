"""What everything rests on and nothing of the field is known in: Dutch notation, and the settings."""
