"""Formats: one module for each kind of data file, which opens it as a table."""
