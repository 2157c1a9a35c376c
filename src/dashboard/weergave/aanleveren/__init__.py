"""The page on deliveries, in the order of the work: a file, its tables, its columns, its faults, its effect, publishing."""
