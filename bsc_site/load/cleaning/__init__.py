"""Cleaning: what is declared to be mended in the cells of a table before they are read, and what was."""
