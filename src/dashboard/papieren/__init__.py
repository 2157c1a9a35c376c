"""What people take along from the monitor: documents, with the same figures and words as the screens."""
