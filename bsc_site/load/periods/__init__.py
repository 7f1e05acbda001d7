"""Cells to periods: spellings, columns and headings."""
