"""A file as sheets of cells: what may come in, the process that parses it, and what each format hides."""
