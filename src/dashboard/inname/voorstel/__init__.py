"""From a checked delivery to what can be published: which rows take whose place, and what somebody decided."""
