"""Where the table stands in a sheet, and which column of the monitor each heading means."""
