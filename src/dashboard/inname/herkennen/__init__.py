"""Where the table is in a sheet, and which column of the monitor each heading means."""
