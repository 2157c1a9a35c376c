"""What goes to the analyst as a workbook: the own sheets with remarks, and templates."""
