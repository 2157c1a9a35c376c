"""From a checked delivery to what can be published: which rows it replaces, and what somebody decided."""
