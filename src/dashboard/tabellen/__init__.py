"""How a table is described, and which tables the store keeps."""
