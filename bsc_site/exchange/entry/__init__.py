"""Data entry: what is to be filled in, as a workbook or a text file, and what came back."""
