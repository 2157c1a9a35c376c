"""A sheet as rows of a table of the monitor, with every fault and every question."""
