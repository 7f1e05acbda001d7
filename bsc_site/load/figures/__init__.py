"""Cells to figures: spellings of numbers, the figures of a row, and the book of what cannot be read."""
