"""What goes back to the analyst as a workbook: the own sheet with remarks, and templates."""
