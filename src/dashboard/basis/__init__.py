"""Dutch notation and the settings: every room uses them, and they know nothing about housing."""
