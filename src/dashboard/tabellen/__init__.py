"""What a table is, and which tables the store keeps."""
