"""The page for deliveries, in the order of the work: file, tables, columns, faults, effect, publishing."""
